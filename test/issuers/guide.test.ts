import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parseIssuerSettings } from '../../service/issuers/issuer-settings.ts';

const guide = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');

it('the guide shows settings of issuers that can be used', () => {
  const section = guide.split("\n## Issuers' keys\n")[1] ?? '';
  const { mistakes, settings } = parseIssuerSettings(JSON.parse(/```json\n(.*?)```/s.exec(section)?.[1] ?? 'null'));
  expect(mistakes).toEqual([]);
  expect(Object.keys(settings)).toEqual(['ministry', 'association']);
});
