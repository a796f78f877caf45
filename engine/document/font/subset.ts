import subsetFont from 'subset-font';

import { UnusableFaceFault } from '../faults.ts';
import type { Face } from './font-faces.ts';
import { readSfnt, type Sfnt } from './sfnt.ts';

/** A font cut down to a few characters. */
export interface Subset {
  bytes: Uint8Array;
  font: Sfnt;
}

// What a PDF reader doesn't look at in a CIDFontType2 (ISO 32000-1, 9.9): layout, names, vertical metrics, hints,
// colours. Without its variations, a variable font is what its outlines say.
const NOT_EMBEDDED = [
  'BASE',
  'COLR',
  'CPAL',
  'DSIG',
  'GDEF',
  'GPOS',
  'GSUB',
  'HVAR',
  'MVAR',
  'OS/2',
  'STAT',
  'SVG ',
  'VORG',
  'VVAR',
  'avar',
  'cvar',
  'fvar',
  'gasp',
  'gvar',
  'meta',
  'name',
  'post',
  'vhea',
  'vmtx',
];

/** `face` with no more than these characters, in a glyph order of its own. */
export async function subset(face: Face, characters: ReadonlySet<string>): Promise<Subset> {
  const text = [...characters].sort().join('');
  const bytes = await subsetFont(Buffer.from(face.bytes.buffer, face.bytes.byteOffset, face.bytes.byteLength), text, {
    targetFormat: 'truetype',
    noHinting: true,
    noLayoutClosure: true,
    dropTables: NOT_EMBEDDED,
  });
  const font = readSfnt(bytes);
  for (const character of characters) {
    if (!font.glyphs.get(character.codePointAt(0) ?? 0)) throw new UnusableFaceFault('a subset of it lost glyphs');
  }
  return { bytes, font };
}
