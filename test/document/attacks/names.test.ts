import { X509Certificate } from 'node:crypto';
import { expect, it } from 'vitest';

import { commonName } from '../../../engine/document/verify/x509.ts';
import { party } from '../../trust/pki.ts';

const nameOf = (name: string): string => commonName(new X509Certificate(party({ name }).certificate), 'subject');

it('a name is told as it is', () => {
  for (const name of ['示范人事考试中心（样张）', '阿依古丽·买买提', "O'Brien & Söhne"])
    expect(nameOf(name)).toBe(name);
});

// A terminal obeys control sequences, and marks of direction make letters read as others.
it.each([
  ['U+001B', 'a\u001B[2Jb'],
  ['U+009B', 'a\u009B2Jb'],
  ['U+202E', 'a\u202Eb'],
  ['U+2066', 'a\u2066b'],
  ['U+2028', 'a\u2028b'],
])('a name that a forger chose commands nobody: %s', (_, name) => {
  expect(nameOf(name)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
});

it('a name that a forger chose has an end', () => {
  expect(nameOf('长'.repeat(3000)).length).toBeLessThanOrEqual(200);
});
