import type { Person } from './holder.ts';
import { nameKey, normalizeText } from './normalize.ts';

/** What somebody on the telephone tells of themself: enough to be found by, not enough to be taken for anybody. */
export interface SearchTerms {
  /** The name, as one of those that `sameName` takes for one. */
  name: string;
  /** The last four letters or digits of the identity document's number, in capitals. */
  ending: string;
}

const ENDING = 4;

/** By what a person is found. An officer's card, 军字第1234567号, ends in 4567: people read digits out, not signs. */
export function searchTerms({ name, documentNumber }: Pick<Person, 'name' | 'documentNumber'>): SearchTerms {
  const signs = normalizeText(documentNumber)
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '');
  return { name: nameKey(name), ending: signs.slice(-ENDING) };
}
