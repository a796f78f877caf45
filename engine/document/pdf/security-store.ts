import type { ValidationData } from '../revocation/validation-data.ts';
import { streamBody, type UpdatedObject } from './update.ts';

/** Keys of the document security store, in the order in which they are written, and what they list. */
export const STORE_KEYS = [
  ['Certs', 'certificates'],
  ['OCSPs', 'ocspResponses'],
  ['CRLs', 'revocationLists'],
] as const satisfies readonly (readonly [string, keyof ValidationData])[];

export const STORE_START = '<< /Type /DSS';

/**
 * The document security store (EN 319 142-1, 5.4.2) as objects from `first` on, itself the last of them. It goes into the
 * revision that is signed, because P 1 allows none after it.
 */
export function securityStoreObjects(data: ValidationData, first: number): UpdatedObject[] {
  const streams: UpdatedObject[] = [];
  const lists = STORE_KEYS.map(([key, kind]) => {
    const references = data[kind].map((bytes) => {
      const number = first + streams.length;
      streams.push({ number, body: streamBody(bytes) });
      return `${number} 0 R`;
    });
    return `/${key} [${references.join(' ')}]`;
  });
  const store = { number: first + streams.length, body: [`${STORE_START} ${lists.join(' ')} >>`] };
  return [...streams, store];
}

/** The catalog's dictionary, with the store and the extension that PDF 1.7 needs for it (5.4.1). */
export function withSecurityStore(catalog: string, store: number): string {
  const open = catalog.slice(0, catalog.lastIndexOf('>>'));
  return `${open}${storeEntry(store)}>>`;
}

/** How the catalog refers to its store. */
export function storeEntry(store: number): string {
  return `/DSS ${store} 0 R\n/Extensions << /ESIC << /BaseVersion /1.7 /ExtensionLevel 1 >> >>\n`;
}
