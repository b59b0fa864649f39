import { applianceShop } from './appliance-shop.ts';
import { cafe } from './cafe.ts';
import { carDealer } from './car-dealer.ts';
import { clothesShop } from './clothes-shop.ts';
import { hotel } from './hotel.ts';
import { onlineCompany } from './online-company.ts';
import type { TradePage } from './table.ts';

/** The pages of all trades, by the keys of their templates. */
export const pages: Readonly<Record<string, TradePage>> = {
  'appliance-shop': applianceShop,
  hotel,
  'car-dealer': carDealer,
  'online-company': onlineCompany,
  'clothes-shop': clothesShop,
  cafe,
};
