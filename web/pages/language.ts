import { type Language, LANGUAGES } from '../../engine/ports/language.ts';

/** The language of an answer, and whether an address has to carry it on because the visitor chose it. */
export interface PageLanguage {
  language: Language;
  /** `?lang=en`, or nothing when the browser's wish is followed. */
  query: '' | `?lang=${Language}`;
}

/** What `?lang=` says, and otherwise what the browser would like best of what there is. */
export function pageLanguage(chosen: unknown, acceptLanguage: string | undefined): PageLanguage {
  const explicit = LANGUAGES.find((language) => language === chosen);
  if (explicit) return { language: explicit, query: `?lang=${explicit}` };
  return { language: preferred(acceptLanguage), query: '' };
}

/** RFC 9110, 12.5.4. Without a wish, or with none that we can fulfil, Chinese for nobody knows whom and English for others. */
function preferred(acceptLanguage = ''): Language {
  let best: { language: Language; quality: number } | undefined;
  for (const range of acceptLanguage.split(',')) {
    const [tag = '', ...parameters] = range.trim().split(';');
    const language = languageOfTag(tag);
    const quality = qualityOf(parameters);
    if (language && quality > (best?.quality ?? 0)) best = { language, quality };
  }
  return best?.language ?? (/[a-z]/i.test(acceptLanguage) ? 'en' : 'zh-CN');
}

function languageOfTag(tag: string): Language | undefined {
  if (/^zh(?:-|$)/i.test(tag)) return 'zh-CN';
  return /^en(?:-|$)/i.test(tag) ? 'en' : undefined;
}

function qualityOf(parameters: readonly string[]): number {
  const written = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/i.exec(parameter)?.[1]).find(Boolean);
  const quality = written === undefined ? 1 : Number(written);
  return Number.isFinite(quality) ? quality : 0;
}
