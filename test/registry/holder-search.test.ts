import { expect, test } from 'vitest';
import { searchTerms } from '../../engine/registry/holder-search.ts';

const endingOf = (documentNumber: string): string => searchTerms({ name: '—', documentNumber }).ending;

test.each([
  ['an identity number', '11010519491231002X', '002X'],
  ['one typed in small and full-width letters', '１１０１０５１９４９１２３１００２x', '002X'],
  ["an officer's card, whose signs nobody reads out", '军字第1234567号', '4567'],
  ['a passport', 'E12345678', '5678'],
  ['a Taiwan permit that ends in a letter', 'A123456789B', '789B'],
  ['the ending itself', '002x', '002X'],
])('the ending of %s is its last four letters or digits', (_what, number, ending) => {
  expect(endingOf(number)).toBe(ending);
});

test('names that are one are searched as one', () => {
  const names = ['Smith-Jones Anna', 'SMITH JONES, ANNA', 'smithjonesanna'].map(
    (name) => searchTerms({ name, documentNumber: '1' }).name,
  );
  expect(new Set(names).size).toBe(1);
});
