import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';

import { type PDFContext, PDFHexString, type PDFRef, PDFString } from 'pdf-lib';

import { glyphCode } from '../font/page-fonts.ts';
import type { Subset } from '../font/subset.ts';

/** Registers a subset as a Type 0 font with two-byte glyph codes (ISO 32000-1, 9.7), and answers it. */
export function embedFont(context: PDFContext, subset: Subset, name: string): PDFRef {
  const { bytes, font } = subset;
  const baseFont = `${subsetTag(bytes)}+${name}`;
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: baseFont,
    // Symbolic: codes are glyphs, not characters of a known set.
    Flags: 4,
    FontBBox: [...font.box],
    ItalicAngle: 0,
    Ascent: font.ascent,
    Descent: font.descent,
    CapHeight: font.ascent,
    StemV: 80,
    FontFile2: context.register(deflated(context, bytes, { Length1: bytes.length })),
  });
  const widths = Array.from({ length: font.glyphCount }, (_, glyph) => Math.round(font.advance(glyph)));
  const descendant = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: baseFont,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(descriptor),
    DW: 1000,
    W: [0, widths],
    CIDToGIDMap: 'Identity',
  });
  const type0 = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: baseFont,
    Encoding: 'Identity-H',
    DescendantFonts: [context.register(descendant)],
    ToUnicode: context.register(deflated(context, toUnicode(font.glyphs))),
  });
  return context.register(type0);
}

/** A stream, compressed: for what is written once and copied often. */
export function deflated(
  context: PDFContext,
  contents: string | Uint8Array,
  dictionary: Parameters<PDFContext['stream']>[1] = {},
): ReturnType<PDFContext['stream']> {
  return context.stream(deflateSync(contents, { level: 9 }), { ...dictionary, Filter: 'FlateDecode' });
}

// Six letters that differ between subsets (ISO 32000-1, 9.6.4).
function subsetTag(bytes: Uint8Array): string {
  const hash = createHash('sha256').update(bytes).digest();
  return Array.from(hash.subarray(0, 6), (byte) => String.fromCodePoint(65 + (byte % 26))).join('');
}

// ISO 32000-1, 9.10.3. A block holds at most 100 entries.
function toUnicode(glyphs: ReadonlyMap<number, number>): string {
  const entries = [...new Map([...glyphs].map(([code, glyph]) => [glyph, code] as const))]
    .sort(([a], [b]) => a - b)
    .map(
      ([glyph, code]) =>
        `<${glyphCode(glyph)}> <${PDFHexString.fromText(String.fromCodePoint(code)).asString().slice(4)}>`,
    );
  const blocks: string[] = [];
  for (let at = 0; at < entries.length; at += 100) {
    const block = entries.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar`, ...block, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <ffff>',
    'endcodespacerange',
    ...blocks,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
  ].join('\n');
}
