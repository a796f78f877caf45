import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../engine/ports/language.ts';
import { readCatalogue } from '../../locales/read-catalogue.ts';
import {
  generateMessages,
  mergeShapes,
  MessageSourceError,
  messageShapes,
  messagesModule,
} from '../../scripts/generate-messages.ts';

const ROOT = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const sources = new Map(LANGUAGES.map((language) => [language, readCatalogue(language)]));
const shapes = new Map([...sources].map(([language, source]) => [language, messageShapes(source)]));
const [first] = shapes.values();

describe('the catalogue of texts', () => {
  test('locales/messages.ts is fresh (node scripts/generate-messages.ts makes it)', () => {
    expect(read('locales/messages.ts')).toBe(generateMessages());
  });

  test.each(LANGUAGES)('%s has every message', (language) => {
    expect([...(shapes.get(language)?.keys() ?? [])].sort()).toEqual([...(first?.keys() ?? [])].sort());
  });

  test.each(LANGUAGES)('%s uses the variables that the others use', (language) => {
    const names = (id: string): string[] => [...(shapes.get(language)?.get(id)?.variables.keys() ?? [])].sort();
    for (const [id, { variables }] of first ?? []) {
      expect({ id, names: names(id) }).toEqual({ id, names: [...variables.keys()].sort() });
    }
  });

  test.each(LANGUAGES)('%s has markup in the same messages as the others', (language) => {
    const marked = (of: typeof first): string[] => [...(of ?? [])].flatMap(([id, { markup }]) => (markup ? [id] : []));
    expect(marked(shapes.get(language)).sort()).toEqual(marked(first).sort());
  });

  test.each(LANGUAGES)('%s uses only the tags that we send, each closed', (language) => {
    const texts = (sources.get(language) ?? '').replace(/^#.*$/gm, '');
    const tags = [...texts.matchAll(/<(\/?)([\w-]*)[^>\n]*>/g)];
    for (const [tag] of tags) {
      expect(tag).toMatch(/^<(\/?(b|i|u|s|code|pre|blockquote|a)|a href="[^"]+"|blockquote expandable)>$/);
    }
    const open: (string | undefined)[] = [];
    const unmatched = tags.filter(([, slash, name]) => (slash === '' ? open.push(name) === 0 : open.pop() !== name));
    expect([...unmatched, ...open]).toEqual([]);
  });

  test('nothing in it is unused', () => {
    const literals = quotedIn([...typescriptIn('bot/'), ...typescriptIn('cli/'), ...typescriptIn('service/')]);
    const unused = [...(first?.keys() ?? [])].filter((id) => !literals.some((literal) => literal.test(id)));
    expect(unused).toEqual([]);
  });
});

function typescriptIn(folder: string): string[] {
  const entries = readdirSync(new URL(folder, ROOT), { recursive: true, encoding: 'utf8' });
  return entries.filter((name) => name.endsWith('.ts')).map((name) => folder + name);
}

/** Every string that is written in the files, as a pattern: a template yields many, if it has a word of its own. */
function quotedIn(files: string[]): RegExp[] {
  const literals = new Set<string>();
  const quoted = /'([a-z0-9-]+)'|`([a-z0-9-]*(?:\$\{[^}`]+\}[a-z0-9-]*)+)`/g;
  for (const file of files) {
    for (const [, word, template = ''] of read(file).matchAll(quoted)) {
      const parts = template.split(/\$\{[^}]+\}/);
      if (word !== undefined) literals.add(word);
      else if (parts.some((part) => /[a-z]/.test(part))) literals.add(parts.join('[a-z0-9-]+'));
    }
  }
  return [...literals].map((literal) => new RegExp(`^${literal}$`));
}

describe('the types made from texts', () => {
  const shapesOf = (...texts: string[]) => mergeShapes(texts.map(messageShapes));

  test('a variable is a number as soon as one language counts with it', () => {
    const merged = shapesOf(
      'days = 还有 { $days } 天,共 { NUMBER($all) }\n',
      'days = { $days ->\n    [one] one day\n   *[other] { $days } days\n  } of { $all }\n',
    );
    expect(Object.fromEntries(merged.get('days')?.variables ?? [])).toEqual({ days: 'number', all: 'number' });
  });

  test('a variable that only chooses a wording is text', () => {
    const merged = shapesOf('seal = { $kind ->\n    [ministry] 专用章\n   *[other] 印章\n  }\n');
    expect(merged.get('seal')?.variables.get('kind')).toBe('string');
  });

  test('are laid out as the formatter does', () => {
    const merged = shapesOf('b-2 = <b>{ $some-thing }</b>\na = { $x } { NUMBER($n) }\n', 'c = text\n');
    expect(messagesModule(merged)).toContain(
      [
        'export interface Messages {',
        '  a: { n: number; x: string };',
        "  'b-2': { 'some-thing': string };",
        '  c: object;',
        '}',
      ].join('\n'),
    );
    expect(messagesModule(merged)).toContain("export type MarkupId = 'b-2';");
  });

  test.each([
    ['that Fluent cannot read', 'good = yes\nbad = { $open\n', /line 2/],
    ['that is there twice', 'one = 1\none = 2\n', /one is there twice/],
    [
      'with a variant that is there twice',
      'one = { $a ->\n    [x] { $b ->\n        [y] 1\n       *[y] 2\n    }\n   *[z] 3\n  }\n',
      /one: \[y\] is there twice/,
    ],
    ['with an attribute', 'one = 1\n    .title = 2\n', /attributes/],
    ['made of a term', '-brand = Jiazhu\n', /terms/],
    ['with another function', 'one = { DATETIME($at) }\n', /DATETIME/],
  ])('a text %s is refused', (_, source, reason) => {
    expect(() => messageShapes(source)).toThrow(MessageSourceError);
    expect(() => messageShapes(source)).toThrow(reason);
  });
});
