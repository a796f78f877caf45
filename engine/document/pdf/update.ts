/**
 * Bytes as a text of as many characters, each below 256. An update is mostly text; put together as one, it goes into the
 * file at once, in a fifth of the time that it takes to join buffers.
 */
export type ByteText = string;

/** An object that an update adds or writes anew: its number and everything between `obj` and `endobj`. */
export interface UpdatedObject {
  number: number;
  body: ByteText;
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
): { text: ByteText; bodies: number[] } {
  let text = '\n';
  const starts: number[] = [];
  const bodies: number[] = [];
  for (const { body, number } of objects) {
    const head = `${number} 0 obj\n`;
    const start = place.offset + text.length;
    starts.push(start);
    bodies.push(start + head.length);
    text += `${head}${body}\nendobj\n`;
  }
  const xref = place.offset + text.length;
  const size = Math.max(...objects.map(({ number }) => number)) + 1;
  const trailer = `trailer\n<< /Size ${size} /Prev ${place.previousXref} ${place.trailer} >>`;
  text += `${crossReferences(objects, starts)}${trailer}\nstartxref\n${xref}\n%%EOF\n`;
  return { text, bodies };
}

/** A stream's body, as it is. */
export function streamBody(dictionary: string, contents: ByteText): ByteText {
  return `<< ${dictionary} /Length ${contents.length} >>\nstream\n${contents}\nendstream`;
}

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
