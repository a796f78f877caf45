import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { UnreadableFile } from '../../file/unreadable-file.ts';

/** A ZIP archive in memory whose parts are inflated one at a time, as they are read. */
export interface Archive {
  /** As the archive spells them. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * The bytes of a part; its name is compared as OPC does (ECMA-376 part 2, 6.3.5): without regard to case. Throws
   * UnreadableFile when it is missing, damaged, or larger than `limit` bytes.
   */
  read(name: string, limit: number): AsyncGenerator<Buffer>;
}

// A workbook has some dozens.
const MOST_PARTS = 10_000;

/** Throws UnreadableFile. */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  try {
    const zip = await fromBufferPromise(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {});
    const parts = await listParts(zip);
    return {
      names: [...parts.values()].map(({ fileName }) => fileName),
      has: (name) => parts.has(name.toLowerCase()),
      read: (name, limit) => readPart(zip, parts.get(name.toLowerCase()), limit),
    };
  } catch (error) {
    throw damaged(error);
  }
}

/** The parts that describe others have some kilobytes. */
export const SMALL_PART = 4 * 2 ** 20;

async function listParts(zip: ZipFile): Promise<Map<string, Entry>> {
  const parts = new Map<string, Entry>();
  if (zip.entryCount > MOST_PARTS) throw new UnreadableFile({ kind: 'too-large' });
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    // Two parts of one name are read differently by different programs.
    if (parts.has(name)) throw new UnreadableFile({ kind: 'damaged' });
    parts.set(name, entry);
  }
  return parts;
}

async function* readPart(zip: ZipFile, entry: Entry | undefined, limit: number): AsyncGenerator<Buffer> {
  if (!entry) throw new UnreadableFile({ kind: 'damaged' });
  if (entry.isEncrypted()) throw new UnreadableFile({ kind: 'not-a-table', found: 'encrypted' });
  // What the archive says of the size is held to while it is inflated, so a bomb is known before it goes off.
  if (entry.uncompressedSize > limit) throw new UnreadableFile({ kind: 'too-large' });
  let checksum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } catch (error) {
    throw damaged(error);
  }
  if (checksum !== entry.crc32) throw new UnreadableFile({ kind: 'damaged' });
}

function damaged(error: unknown): UnreadableFile {
  return error instanceof UnreadableFile ? error : new UnreadableFile({ kind: 'damaged' }, error);
}
