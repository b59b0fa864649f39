import { applianceShop } from './appliance-shop.ts';
import { cafe } from './cafe.ts';
import { carDealer } from './car-dealer.ts';
import { clothesShop } from './clothes-shop.ts';
import { hotel } from './hotel.ts';
import { onlineCompany } from './online-company.ts';
import type { TradeSamples } from './table.ts';

/** The samples of every trade, by the key of its template. They go into a page of their own, not into the bundle. */
export const samples: Readonly<Record<string, TradeSamples>> = {
  'appliance-shop': applianceShop,
  hotel,
  'car-dealer': carDealer,
  'online-company': onlineCompany,
  'clothes-shop': clothesShop,
  cafe,
};
