import type { ValidationData } from '../revocation/validation-data.ts';
import { STORE_KEYS, STORE_START, storeEntry } from '../pdf/security-store.ts';

const MOST_STREAMS = 30;
/** Twice what goes into a store at the most. */
const LONGEST_STREAM = 64 * 1024;
const STREAM_HEAD = /^(\d{1,6}) 0 obj\n<<  \/Length (\d{1,7}) >>\nstream\n/;
const STREAM_END = '\nendstream\nendobj\n';
const LONGEST_STORE = 2048;

/**
 * The security store that a catalog refers to, written as `securityStoreObjects` writes it; null when it refers to none.
 * `offsets` are those of the signed revision: nothing is taken from elsewhere. Undefined when it is written otherwise.
 */
export function readStore(
  bytes: Buffer,
  catalog: string,
  offsets: ReadonlyMap<number, number>,
): ValidationData | null | undefined {
  if (!catalog.includes('/DSS')) return null;
  const number = Number(/\/DSS (\d{1,6}) 0 R\n/.exec(catalog)?.[1]);
  const at = offsets.get(number);
  if (at === undefined || !catalog.endsWith(`${storeEntry(number)}>>`)) return undefined;
  const text = bytes.toString('latin1', at, at + LONGEST_STORE);
  const end = text.indexOf('\nendobj\n');
  const lists = readLists(text.slice(0, Math.max(0, end)), number);
  const numbers = lists?.flat() ?? [];
  if (!lists || numbers.length > MOST_STREAMS || new Set(numbers).size < numbers.length) return undefined;
  const streams = lists.map((list) => list.map((stream) => readStream(bytes, stream, offsets)));
  const [certificates, ocspResponses, revocationLists] = streams.map(whole);
  if (!certificates || !ocspResponses || !revocationLists) return undefined;
  return { certificates, ocspResponses, revocationLists };
}

function readLists(store: string, number: number): number[][] | undefined {
  const lists = STORE_KEYS.map(([key]) => String.raw`/${key} \[((?:\d{1,6} 0 R ?)*)\]`);
  const match = new RegExp(`^${number} 0 obj\n${STORE_START} ${lists.join(' ')} >>$`).exec(store);
  return match?.slice(1).map((references) => [...references.matchAll(/(\d+) 0 R/g)].map(([, found]) => Number(found)));
}

function readStream(bytes: Buffer, number: number, offsets: ReadonlyMap<number, number>): Uint8Array | undefined {
  const at = offsets.get(number);
  if (at === undefined) return undefined;
  const [head = '', found, length] = STREAM_HEAD.exec(bytes.toString('latin1', at, at + 64)) ?? [];
  const [from, to] = [at + head.length, at + head.length + Number(length)];
  if (Number(found) !== number || Number(length) > LONGEST_STREAM) return undefined;
  return bytes.toString('latin1', to, to + STREAM_END.length) === STREAM_END ? bytes.subarray(from, to) : undefined;
}

function whole(streams: readonly (Uint8Array | undefined)[]): Uint8Array[] | undefined {
  const there = streams.filter((stream) => stream !== undefined);
  return there.length === streams.length ? there : undefined;
}
