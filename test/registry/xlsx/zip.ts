import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipPart {
  name: string;
  bytes: Uint8Array;
  /** What its headers say instead of the truth. */
  claims?: { size?: number; crc?: number; flags?: number };
}

/** A ZIP archive (APPNOTE 6.3.10) of deflated parts. */
export function zip(parts: readonly ZipPart[]): Uint8Array {
  const locals: Buffer[] = [];
  const entries: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const data = deflateRawSync(part.bytes, { level: 1 });
    const shared = sharedHeader(part, data.length, name.length);
    const local = Buffer.concat([signature(0x04034b50), shared, name, data]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    entries.push(Buffer.concat([signature(0x02014b50), Buffer.of(20, 0), shared, rest, name]));
    locals.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...locals, directory, signature(0x06054b50), end]);
}

/** What a local header and a directory entry have in common, from the version needed to the length of the extra field. */
function sharedHeader({ bytes, claims = {} }: ZipPart, compressed: number, nameLength: number): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(claims.flags ?? 0, 2);
  header.writeUInt16LE(8, 4);
  header.writeUInt32LE(claims.crc ?? crc32(bytes), 10);
  header.writeUInt32LE(compressed, 14);
  header.writeUInt32LE(claims.size ?? bytes.length, 18);
  header.writeUInt16LE(nameLength, 22);
  return header;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
