import type { Random } from '../../../engine/ports/random.ts';

const TOKENS = ['/ByteRange', 'endobj', '%%EOF', '/Prev', '<<', '>>', 'null', '0 0 0', '/Encrypt 1 0 R', '\u0000'];

/** One change by chance: a bit, a byte, a part taken out, doubled, moved or put in, the end cut off. */
export function mutate(bytes: Uint8Array, random: Random): { mutated: Buffer; what: string } {
  const number = (below: number): number => Buffer.from(random.bytes(4)).readUInt32BE() % below;
  const at = number(bytes.length);
  const length = 1 + number(64);
  const before = bytes.subarray(0, at);
  const part = bytes.subarray(at, at + length);
  const after = bytes.subarray(at + length);
  const token = Buffer.from(TOKENS[number(TOKENS.length)] ?? '');
  const ways: readonly (() => Uint8Array[])[] = [
    () => [before, Uint8Array.of((bytes[at] ?? 0) ^ (1 << number(8))), bytes.subarray(at + 1)],
    () => [before, Uint8Array.of((bytes[at] ?? 0) + 1 + number(255)), bytes.subarray(at + 1)],
    () => [before, after],
    () => [before, part, part, after],
    () => [after, part, before],
    () => [before, token, part, after],
    () => [before, token, after],
    () => [before],
  ];
  const way = number(ways.length);
  return { mutated: Buffer.concat(ways[way]?.() ?? []), what: `way ${way} at ${at}, ${length} long` };
}
