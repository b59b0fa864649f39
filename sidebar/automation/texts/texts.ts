import type { Locale } from '../../../src/domain/locale.ts';
import { automationEn } from './en.ts';
import { type AutomationTexts, automationZh } from './zh-CN.ts';

const byLocale: Readonly<Record<Locale, AutomationTexts>> = { 'zh-CN': automationZh, en: automationEn };

export const automationTextsOf = (locale: Locale): AutomationTexts => byLocale[locale] ?? automationZh;
