/** An object that an update adds or writes anew: its number and everything between `obj` and `endobj`. */
export interface UpdatedObject {
  number: number;
  body: Uint8Array;
}

/** Where an update hangs in its file. */
export interface UpdatePlace {
  /** Length of what comes before it. */
  offset: number;
  previousXref: number;
  /** Trailer entries but for Size and Prev. */
  trailer: string;
}

/**
 * An incremental update (ISO 32000-1, 7.5.6): objects, a cross-reference table of them, a trailer that ends the file.
 * The answer's offsets, one per object, tell where each body starts in the file.
 */
export function incrementalUpdate(
  objects: readonly UpdatedObject[],
  place: UpdatePlace,
): { bytes: Uint8Array; bodies: number[] } {
  const parts: Uint8Array[] = [Buffer.from('\n')];
  const starts: number[] = [];
  const bodies: number[] = [];
  let at = place.offset + 1;
  for (const { body, number } of objects) {
    const head = `${number} 0 obj\n`;
    starts.push(at);
    bodies.push(at + head.length);
    parts.push(Buffer.from(head), body, OBJECT_END);
    at += head.length + body.length + OBJECT_END.length;
  }
  const size = Math.max(...objects.map(({ number }) => number)) + 1;
  const trailer = `trailer\n<< /Size ${size} /Prev ${place.previousXref} ${place.trailer} >>`;
  parts.push(Buffer.from(`${crossReferences(objects, starts)}${trailer}\nstartxref\n${at}\n%%EOF\n`));
  return { bytes: Buffer.concat(parts), bodies };
}

/** A stream's body, as it is. */
export function streamBody(dictionary: string, contents: Uint8Array): Uint8Array {
  const head = Buffer.from(`<< ${dictionary} /Length ${contents.length} >>\nstream\n`);
  return Buffer.concat([head, contents, Buffer.from('\nendstream')]);
}

const OBJECT_END = Buffer.from('\nendobj\n');

// Subsections of consecutive numbers, in ascending order; entries of exactly 20 bytes (7.5.4).
function crossReferences(objects: readonly UpdatedObject[], starts: readonly number[]): string {
  const sections: { first: number; entries: string[] }[] = [];
  const placed = objects.map(({ number }, index) => ({ number, start: starts[index] ?? 0 }));
  for (const { number, start } of placed.sort((a, b) => a.number - b.number)) {
    const entry = `${String(start).padStart(10, '0')} 00000 n \n`;
    const last = sections.at(-1);
    if (last && last.first + last.entries.length === number) last.entries.push(entry);
    else sections.push({ first: number, entries: [entry] });
  }
  return `xref\n${sections.map(({ entries, first }) => `${first} ${entries.length}\n${entries.join('')}`).join('')}`;
}
