import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import { parseCatalogue } from '../../engine/registry/catalogue/parse-catalogue.ts';
import { COLUMNS } from '../../engine/registry/import/columns.ts';

const guide = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');

/** The JSON under a heading. */
function exampleUnder(heading: string): unknown {
  const block = guide.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0];
  return JSON.parse(/```json\n(.*?)```/s.exec(block ?? '')?.[1] ?? 'null');
}

it('the guide shows the policy that holds when nothing is set', () => {
  expect(exampleUnder('The policy file')).toEqual(DEFAULT_POLICY);
});

it('the guide shows a catalogue that can be used', () => {
  expect(parseCatalogue(exampleUnder('The catalogue'))).toMatchObject({ ok: true });
});

it('the guide lists the columns of a registry file, in both languages', () => {
  const listed = [...guide.matchAll(/^\| (\p{Script=Han}+) \| `([a-z_]+)` \|/gmu)].map((match) => [match[2], match[1]]);
  expect(listed).toEqual(Object.entries(COLUMNS));
});
