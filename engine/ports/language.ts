/** The languages that every text has. The first is the one that nothing else was chosen for. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in each language. */
export type Bilingual = Readonly<Record<Language, string>>;
