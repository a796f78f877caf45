import { type Result, done, refused } from '../../result.ts';
import type { Qualification } from '../catalogue.ts';
import { normalizeText } from '../normalize.ts';

/** The entry that a row names, and the level as the catalogue writes it. */
export interface FoundQualification {
  qualification: Qualification;
  level: string | null;
}

export type QualificationRefusal =
  | { kind: 'unknown-qualification' }
  /** `level` is null where one is missing; `levels` are those that the name leaves open. */
  | { kind: 'unknown-level'; level: string | null; levels: readonly string[] };

/** Finds an entry by any of its names and the text of the level column, '' for none. */
export type FindQualification = (name: string, level: string) => Result<FoundQualification, QualificationRefusal>;

interface Entry {
  qualification: Qualification;
  levels: readonly string[];
}

/**
 * Names may carry the level, as registries do: 一级建造师, 建造师(一级) and 建造师 with 一级 in the
 * level column are one. Of a single level, the column may be empty.
 */
export function qualificationFinder(qualifications: readonly Qualification[]): FindQualification {
  const entries = new Map(qualifications.flatMap((qualification) => entriesOf(qualification)));
  return (name, level) => {
    const entry = entries.get(qualificationKey(name));
    if (!entry) return refused({ kind: 'unknown-qualification' });
    const { qualification, levels } = entry;
    if (level === '' && levels.length <= 1) return done({ qualification, level: levels[0] ?? null });
    const found = levels.find((one) => qualificationKey(one) === qualificationKey(level));
    if (found !== undefined) return done({ qualification, level: found });
    return refused({ kind: 'unknown-level', level: level === '' ? null : level, levels });
  };
}

/** All keys under which an entry is found; two entries must share none. */
export function keysOf(qualification: Qualification): string[] {
  return [...new Set(entriesOf(qualification).map(([key]) => key))];
}

function entriesOf(qualification: Qualification): [string, Entry][] {
  const { name, aliases, levels } = qualification;
  const names = [name['zh-CN'], name.en, ...aliases].map(qualificationKey);
  const withLevel = levels.flatMap((level) => {
    const entry: Entry = { qualification, levels: [level] };
    const key = qualificationKey(level);
    return names.flatMap((name): [string, Entry][] => [
      [key + name, entry],
      [name + key, entry],
    ]);
  });
  // A plain name wins over one composed with a level.
  return [...withLevel, ...names.map((name): [string, Entry] => [name, { qualification, levels }])];
}

function qualificationKey(text: string): string {
  return normalizeText(text)
    .toLowerCase()
    .replaceAll(/[\s()·,.-]/gu, '');
}
