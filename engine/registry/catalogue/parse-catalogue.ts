import { z } from 'zod';
import { type Result, done, refused } from '../../result.ts';
import { parseCivilDate } from '../../time/civil-date.ts';
import type { Catalogue, Issuer, Qualification } from '../catalogue.ts';
import { keysOf } from './find-qualification.ts';

/** One mistake of a catalogue file: where, as `qualifications[3].levels`, and what is wrong. */
export interface CatalogueMistake {
  path: string;
  problem: string;
}

const code = z.string().regex(/^[a-z0-9-]+$/, 'must be small letters, digits and dashes');
const text = z.string().trim().min(1, 'must not be empty');
const bilingual = z.strictObject({ 'zh-CN': text, en: text });

const day = z.string().transform((value, context) => {
  const date = parseCivilDate(value);
  if (date) return date;
  context.addIssue({ code: 'custom', message: `"${value}" is no day; days are written YYYY-MM-DD` });
  return z.NEVER;
});

const qualification: z.ZodType<Qualification> = z.strictObject({
  code,
  name: bilingual,
  aliases: z.array(text),
  levels: z.array(text),
  issuer: code,
  plainBefore: day.nullable(),
});

const issuer: z.ZodType<Issuer> = z.strictObject({
  id: code,
  name: bilingual,
  contact: bilingual,
  specimen: z.boolean(),
});

const catalogue = z.strictObject({ version: text, qualifications: z.array(qualification), issuers: z.array(issuer) });

/** Reads a parsed JSON catalogue; a refusal names every mistake. */
export function parseCatalogue(value: unknown): Result<Catalogue, CatalogueMistake[]> {
  const parsed = catalogue.safeParse(value);
  if (!parsed.success) {
    return refused(parsed.error.issues.map(({ path, message }) => ({ path: pathText(path), problem: message })));
  }
  const mistakes = [...issuerMistakes(parsed.data), ...codeMistakes(parsed.data), ...nameMistakes(parsed.data)];
  return mistakes.length > 0 ? refused(mistakes) : done(parsed.data);
}

function issuerMistakes({ qualifications, issuers }: Catalogue): CatalogueMistake[] {
  const ids = new Set(issuers.map(({ id }) => id));
  return qualifications.flatMap(({ issuer }, index) =>
    ids.has(issuer) ? [] : [{ path: `qualifications[${index}].issuer`, problem: `no issuer has the id "${issuer}"` }],
  );
}

function codeMistakes({ qualifications, issuers }: Catalogue): CatalogueMistake[] {
  return [
    ...repeated(qualifications.map((one) => one.code)).map(({ value, index }) => ({
      path: `qualifications[${index}].code`,
      problem: `"${value}" is used before`,
    })),
    ...repeated(issuers.map((one) => one.id)).map(({ value, index }) => ({
      path: `issuers[${index}].id`,
      problem: `"${value}" is used before`,
    })),
  ];
}

/** A name in a registry file must mean one entry, with or without a level in it. */
function nameMistakes({ qualifications }: Catalogue): CatalogueMistake[] {
  const owners = new Map<string, string>();
  return qualifications.flatMap((one, index) =>
    keysOf(one).flatMap((key) => {
      const owner = owners.get(key);
      owners.set(key, owner ?? one.code);
      if (owner === undefined || owner === one.code) return [];
      return [{ path: `qualifications[${index}]`, problem: `"${key}" would also name "${owner}"` }];
    }),
  );
}

function repeated(values: readonly string[]): { value: string; index: number }[] {
  return values.map((value, index) => ({ value, index })).filter(({ value, index }) => values.indexOf(value) < index);
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    return text === '' ? String(step) : `${text}.${String(step)}`;
  }, '');
}
