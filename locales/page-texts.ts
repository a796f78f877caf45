import type { Language } from '../engine/ports/language.ts';
import { EN } from './page/en.ts';
import type { PageTexts } from './page/texts.ts';
import { ZH_CN } from './page/zh-cn.ts';

export const PAGE_TEXTS: Readonly<Record<Language, PageTexts>> = { 'zh-CN': ZH_CN, en: EN };
