import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FAILED_REASONS, INDETERMINATE_REASONS } from '../../engine/document/verify/verdict.ts';
import { LANGUAGES } from '../../engine/ports/language.ts';
import { NOT_ISSUED_REASONS, STANDING_REASONS } from '../../engine/verification/issued-verdict.ts';
import { NO_COPY_REASONS } from '../../engine/verification/verify-reference.ts';
import { VERIFICATION_TEXTS } from '../../locales/verification-texts.ts';

const REASONS = {
  title: ['doubted', ...STANDING_REASONS, ...NOT_ISSUED_REASONS, ...NO_COPY_REASONS],
  issued: [...STANDING_REASONS, ...NOT_ISSUED_REASONS],
  reference: [...STANDING_REASONS, ...NO_COPY_REASONS],
  sound: ['sound', ...FAILED_REASONS, ...INDETERMINATE_REASONS, 'out-of-time'],
} as const;

describe.each(LANGUAGES)('in %s', (language) => {
  it.each(Object.keys(REASONS) as (keyof typeof REASONS)[])(
    'every reason has its words, and no others have: %s',
    (of) => {
      const texts: Readonly<Record<string, string>> = VERIFICATION_TEXTS[language][of];
      expect(Object.keys(texts).sort()).toEqual([...REASONS[of]].sort());
      for (const text of Object.values(texts)) expect(text.trim()).not.toBe('');
    },
  );

  it('whatever isn’t a title is a sentence that ends', () => {
    const { issued, reference, sound } = VERIFICATION_TEXTS[language];
    for (const texts of [issued, reference, sound]) {
      for (const text of Object.values(texts)) expect(text).toMatch(language === 'zh-CN' ? /。$/ : /\.$/);
    }
  });
});

it('two reasons of one kind never have the same words', () => {
  for (const language of LANGUAGES) {
    for (const texts of Object.values(VERIFICATION_TEXTS[language])) {
      const all = Object.values(texts);
      expect(new Set(all).size).toBe(all.length);
    }
  }
});

it('the guide for operators names every reason that the command line can give', () => {
  const guide = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
  const section = guide.split('\n## Verifying a file\n')[1]?.split('\n## ')[0] ?? '';
  const missing = [...REASONS.issued, ...REASONS.sound].filter((reason) => !section.includes(`\`${reason}\``));
  expect(missing).toEqual([]);
});
