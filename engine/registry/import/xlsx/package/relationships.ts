import path from 'node:path/posix';
import { type Archive, SMALL_PART } from './archive.ts';
import { readXml } from './read-xml.ts';

/** Where one part of a workbook leads to (ECMA-376 part 2, 6.5). */
export interface Relationship {
  id: string;
  /** The last word of its type, which the transitional and the strict schema share: `worksheet`, `styles`. */
  type: string;
  /** The name of the part, without a leading slash. */
  target: string;
}

/** The relationships of a part, or of the archive itself when `part` is empty. Throws UnreadableFile. */
export async function relationshipsOf(archive: Archive, part: string): Promise<Relationship[]> {
  const { dir, base } = path.parse(part);
  const name = path.join(dir, '_rels', `${base}.rels`);
  const found: Relationship[] = [];
  if (!archive.has(name)) return found;
  await readXml(archive.read(name, SMALL_PART), {
    open: (element, attributes) => {
      if (element !== 'Relationship' || attributes['TargetMode'] === 'External') return;
      const { Id: id = '', Type: type = '', Target: target = '' } = attributes;
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolve(dir, target) });
    },
  });
  return found;
}

function resolve(dir: string, target: string): string {
  const absolute = path.resolve('/', dir, target.replaceAll('\\', '/'));
  return absolute.slice(1);
}
