import { deflateSync, inflateSync } from 'node:zlib';

/** One glyph on a page: the how-many-th of which text of which content stream. */
export interface Glyph {
  stream: number;
  text: number;
  index: number;
  /** Points. */
  size: number;
  /** As `FontFaces.faces` counts. */
  face: number;
  code: string;
}

const SHOWN = /(\/F(\d+) ([\d.]+) Tf )<([0-9a-f]+)> Tj/g;
const PLACED = /( Tc [\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+ )([\d.]+)( [\d.]+ Tm)/g;
/** The code of the shipped faces' space, which has no outlines. */
const SPACE = '0001';

/** Every glyph that is drawn on the page of a copy, the seal's included. */
export function glyphsOf(copy: Uint8Array): Glyph[] {
  return streamsOf(copy).flatMap(({ content }, stream) =>
    [...content.matchAll(SHOWN)].flatMap(([, , face, size, codes = ''], text) =>
      (codes.match(/.{4}/g) ?? []).flatMap((code, index) =>
        Number(face) < 2 && code === SPACE
          ? []
          : [{ stream, text, index, size: Number(size), face: Number(face), code }],
      ),
    ),
  );
}

/** The copy, its signature broken, without one glyph; in its place a space of another width may stand. */
export function withoutGlyph(copy: Uint8Array, { index, stream, text }: Glyph): Uint8Array {
  let seen = -1;
  return withContent(copy, stream, (content) =>
    content.replace(SHOWN, (all, font: string, _face: string, size: string, codes: string) => {
      seen += 1;
      if (seen !== text) return all;
      const [before, after] = [codes.slice(0, index * 4), codes.slice(index * 4 + 4)];
      return `${font}<${before}> Tj /F0 ${size} Tf <${SPACE}> Tj ${font}<${after}> Tj`;
    }),
  );
}

/** How many texts are placed on the page. */
export function textCount(copy: Uint8Array): number {
  return [...(streamsOf(copy)[0]?.content ?? '').matchAll(PLACED)].length;
}

/** The copy, its signature broken, with one text of the certificate to the right by so many points. */
export function withMovedText(copy: Uint8Array, text: number, by: number): Uint8Array {
  let seen = -1;
  return withContent(copy, 0, (content) =>
    content.replace(PLACED, (all, before: string, x: string, after: string) => {
      seen += 1;
      return seen === text ? `${before}${Number(x) + by}${after}` : all;
    }),
  );
}

interface Stream {
  /** The object's number. */
  number: number;
  content: string;
}

// The streams that set texts: of the page, of the seal, and the last version of the band.
function streamsOf(copy: Uint8Array): Stream[] {
  const file = Buffer.from(copy).toString('latin1');
  const found = new Map<number, string>();
  for (const { 1: number, 2: dictionary = '', index, 0: head } of file.matchAll(
    /(\d+) 0 obj\n((?:(?!endobj)[^])*?)stream\n/g,
  )) {
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1]);
    if (/\/Length1/.test(dictionary)) continue;
    const start = index + head.length;
    const raw = copy.subarray(start, start + length);
    const content = dictionary.includes('/FlateDecode')
      ? inflateSync(raw).toString('latin1')
      : file.slice(start, start + length);
    if (content.search(SHOWN) >= 0) found.set(Number(number), content);
  }
  // The certificate's first, which says most.
  return [...found].map(([number, content]) => ({ number, content })).sort((a, b) => shown(b) - shown(a));
}

function shown({ content }: Stream): number {
  return [...content.matchAll(SHOWN)].length;
}

// An incremental update, which readers follow whatever became of the signature.
function withContent(copy: Uint8Array, stream: number, change: (content: string) => string): Uint8Array {
  const found = streamsOf(copy)[stream];
  if (!found) throw new RangeError(`no content stream ${stream}`);
  const file = Buffer.from(copy).toString('latin1');
  const previous = [...file.matchAll(/startxref\n(\d+)\n/g)].at(-1)?.[1];
  const trailer = [...file.matchAll(/trailer\n<<((?:(?!trailer)[^])*?)>>\s+startxref/g)]
    .at(-1)?.[1]
    ?.replace(/\/Prev \d+/, '');
  const dictionary = objectDictionary(file, found.number);
  const data = deflateSync(Buffer.from(change(found.content), 'latin1'));
  const head = `\n${found.number} 0 obj\n<< ${dictionary} /Filter /FlateDecode /Length ${data.length} >>\nstream\n`;
  const body = Buffer.concat([Buffer.from(head, 'latin1'), data, Buffer.from('\nendstream\nendobj\n')]);
  const at = String(copy.length + 1).padStart(10, '0');
  const xref = `xref\n${found.number} 1\n${at} 00000 n \ntrailer\n<<${trailer} /Prev ${previous} >>\nstartxref\n${copy.length + body.length}\n%%EOF\n`;
  return Buffer.concat([copy, body, Buffer.from(xref, 'latin1')]);
}

// What a form says of itself, without what the update says anew.
function objectDictionary(file: string, number: number): string {
  const last = [...file.matchAll(new RegExp(`\\n${number} 0 obj\\n<<([^]*?)>>\\nstream`, 'g'))].at(-1)?.[1] ?? '';
  return last.replace(/\/Filter \/FlateDecode/, '').replace(/\/Length \d+/, '');
}
