import { type SearchTerms, searchTerms } from '../../registry/holder-search.ts';
import { normalizeName, normalizeText } from '../../registry/normalize.ts';
import { type Reference, readReference } from '../../verification/read-reference.ts';

/** All that a text may mean to somebody who looks for a holder. One text can mean several things. */
export interface HolderSearch {
  /** An endorsement's number or verification code. */
  reference: Exclude<Reference, { kind: 'mistyped' }> | undefined;
  managementNumber: string;
  /** A name and the end of an identity document's number. */
  person: SearchTerms | undefined;
}

// 林晓雨 0025, 林晓雨0025, Smith John 5678; the whole number instead of its end does no harm.
const PERSON = /^(?<name>[\p{L}\p{M}·.,'’ -]+?)[\s:：,，、/·-]+(?<number>[0-9A-Z]{4,18})$/iu;
const HAN_PERSON = /^(?<name>[\p{Script=Han}·]+)(?<number>[0-9A-Z]{4,18})$/iu;

/** What a member typed to find a holder by; undefined when there is nothing to go by. */
export function readSearch(text: string): HolderSearch | undefined {
  const plain = normalizeText(text);
  const managementNumber = plain.replaceAll(' ', '');
  if (managementNumber === '') return undefined;
  const reference = readReference(text);
  return {
    reference: reference?.kind === 'mistyped' ? undefined : reference,
    managementNumber,
    person: readPerson(normalizeName(text)),
  };
}

function readPerson(words: string): SearchTerms | undefined {
  const { name, number } = (PERSON.exec(words) ?? HAN_PERSON.exec(words))?.groups ?? {};
  if (name === undefined || number === undefined || !/\d/.test(number)) return undefined;
  return searchTerms({ name, documentNumber: number });
}
