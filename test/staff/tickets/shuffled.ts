import { seededRandom } from '../../fakes/seeded-random.ts';

/** The same things in an order that the seed decides. */
export function shuffled<T>(things: readonly T[], seed: string): T[] {
  const random = seededRandom(seed);
  const keyed = things.map((thing) => ({ thing, key: Buffer.from(random.bytes(6)).readUIntBE(0, 6) }));
  return keyed.toSorted((a, b) => a.key - b.key).map(({ thing }) => thing);
}
