import type { Locale } from '../../../src/domain/locale.ts';
import { backupsEn } from './en.ts';
import { type BackupsTexts, backupsZh } from './zh-CN.ts';

const byLocale: Readonly<Record<Locale, BackupsTexts>> = { 'zh-CN': backupsZh, en: backupsEn };

export const backupsTextsOf = (locale: Locale): BackupsTexts => byLocale[locale] ?? backupsZh;
