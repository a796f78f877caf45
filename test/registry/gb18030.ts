const decoder = new TextDecoder('gb18030', { fatal: true });
// GB 18030 clause 5: two bytes, then four for the rest of the basic plane; planes 1 to 16 follow in order.
const TWO_BYTES = ranges([0x81, 0xfe], [0x40, 0xfe]);
const FOUR_BYTES = ranges([0x81, 0x84], [0x30, 0x39], [0x81, 0xfe], [0x30, 0x39]);
const ASTRAL_START = 0x90308130;

let basic: Map<string, number[]> | undefined;

/** Encodes what Node can only decode. */
export function encodeGb18030(text: string): Uint8Array {
  basic ??= new Map([...table(FOUR_BYTES), ...table(TWO_BYTES)]);
  const known = basic;
  return Uint8Array.from([...text].flatMap((character) => bytesOf(character, known)));
}

function bytesOf(character: string, known: ReadonlyMap<string, number[]>): number[] {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return [code];
  if (code >= 0x10000) return astral(code - 0x10000);
  const bytes = known.get(character);
  if (!bytes) throw new RangeError(`GB 18030 has no ${character}`);
  return bytes;
}

function astral(offset: number): number[] {
  return [
    (ASTRAL_START >>> 24) + Math.floor(offset / 12_600),
    0x30 + (Math.floor(offset / 1260) % 10),
    0x81 + (Math.floor(offset / 10) % 126),
    0x30 + (offset % 10),
  ];
}

function table(sequences: readonly number[][]): [string, number[]][] {
  return sequences.flatMap((bytes): [string, number[]][] => {
    try {
      return [[decoder.decode(Uint8Array.from(bytes)), bytes]];
    } catch {
      return [];
    }
  });
}

function ranges(...spans: [number, number][]): number[][] {
  return spans.reduce<number[][]>(
    (sequences, [from, to]) =>
      sequences.flatMap((bytes) => Array.from({ length: to - from + 1 }, (_, step) => [...bytes, from + step])),
    [[]],
  );
}
