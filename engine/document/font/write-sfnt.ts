const TRUETYPE = 0x0001_0000;
/** What all of a font file, read as big-endian words, adds up to (OpenType specification, head). */
const WHOLE = 0xb1b0_afba;
const ADJUSTMENT_AT = 8;

/** A TrueType file of these tables, by their tags in order. `head` has no checksum yet. */
export function writeSfnt(tables: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const tags = Object.keys(tables).sort();
  const directory: Buffer = Buffer.alloc(12 + 16 * tags.length);
  const power = Math.floor(Math.log2(tags.length));
  directory.writeUInt32BE(TRUETYPE, 0);
  directory.writeUInt16BE(tags.length, 4);
  directory.writeUInt16BE(16 * 2 ** power, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE(16 * (tags.length - 2 ** power), 10);
  const parts: Buffer[] = [directory];
  let at = directory.length;
  let headAt = 0;
  for (const [index, tag] of tags.entries()) {
    const bytes = padded(tables[tag] ?? new Uint8Array());
    if (tag === 'head') headAt = at;
    const entry = 12 + 16 * index;
    directory.write(tag, entry, 'latin1');
    directory.writeUInt32BE(checksum(bytes), entry + 4);
    directory.writeUInt32BE(at, entry + 8);
    directory.writeUInt32BE(tables[tag]?.length ?? 0, entry + 12);
    parts.push(bytes);
    at += bytes.length;
  }
  const file = Buffer.concat(parts);
  file.writeUInt32BE((WHOLE - checksum(file)) >>> 0, headAt + ADJUSTMENT_AT);
  return file;
}

function padded(bytes: Uint8Array): Buffer {
  const room = Buffer.alloc(Math.ceil(bytes.length / 4) * 4);
  room.set(bytes);
  return room;
}

function checksum(bytes: Buffer): number {
  let sum = 0;
  for (let at = 0; at < bytes.length; at += 4) sum = (sum + bytes.readUInt32BE(at)) >>> 0;
  return sum;
}
