import { crc32, deflateSync, inflateSync } from 'node:zlib';

import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A picture in sixteen shades of grey, a byte per pixel, row by row from the top. */
export interface Picture {
  width: number;
  height: number;
  pixels: Uint8Array;
}

const SHADE = 255 / 15;

const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex');

// The smallest letters, of 6 points, are as wide as one: without it their square is emptier by 9 or more.
const SQUARE = 4;
/** The most that two pages may differ which say the same; what fonts' edges look like differs between machines. */
export const TOLERANCE = 8;

export interface OpenedPage {
  /** Runs of text in the order of the content. */
  texts: string[];
  /** The page's annotations: what they are and where they lead. */
  annotations: { subtype: string; url: string | undefined }[];
  /** Roles of the structure's elements, in reading order. */
  roles: string[];
  title: string;
  language: string;
  /** The document's information dictionary. */
  info: Readonly<Record<string, unknown>>;
  /** The XMP packet, as pdf.js parses it: texts by qualified names. */
  xmp: (name: string) => unknown;
}

interface StructureNode {
  role?: string;
  children?: StructureNode[];
}

/** What pdf.js reads of the only page of a PDF. */
export function openPage(bytes: Uint8Array): Promise<OpenedPage> {
  return withPage(bytes, async (page, document) => {
    const { items } = await page.getTextContent();
    const tree = (await page.getStructTree()) as unknown as StructureNode;
    const annotations = (await page.getAnnotations()) as { subtype: string; url?: string }[];
    const { info: entries, metadata } = await document.getMetadata();
    const info = entries as { Title?: string; Language?: string };
    return {
      texts: items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item.str] : [])),
      annotations: annotations.map(({ subtype, url }) => ({ subtype, url })),
      roles: rolesOf(tree),
      title: info.Title ?? '',
      language: info.Language ?? '',
      info: { ...info },
      // It keeps them in lower case.
      xmp: (name): unknown => metadata?.get(name.toLowerCase()),
    };
  });
}

/** The only page of a PDF as pdf.js draws it, a pixel to the point. */
export function renderPage(bytes: Uint8Array): Promise<Picture> {
  return withPage(bytes, async (page, document) => {
    const viewport = page.getViewport({ scale: 1 });
    const [width, height] = [Math.ceil(viewport.width), Math.ceil(viewport.height)];
    const { canvas, context } = (document.canvasFactory as CanvasFactory).create(width, height);
    await page.render({ canvas, viewport }).promise;
    return { width, height, pixels: greys(context.getImageData(0, 0, width, height).data) };
  });
}

type Document = Awaited<ReturnType<typeof getDocument>['promise']>;
type Page = Awaited<ReturnType<Document['getPage']>>;

/** What pdf.js draws on where there is no browser. */
interface CanvasFactory {
  create: (width: number, height: number) => { canvas: Canvas; context: Context };
}
type Canvas = Parameters<Page['render']>[0]['canvas'];
interface Context {
  getImageData: (x: number, y: number, width: number, height: number) => { data: Uint8ClampedArray };
}

async function withPage<T>(bytes: Uint8Array, use: (page: Page, document: Document) => Promise<T>): Promise<T> {
  const loading = getDocument({ data: Uint8Array.from(bytes), verbosity: 0 });
  try {
    const document = await loading.promise;
    return await use(await document.getPage(1), document);
  } finally {
    await loading.destroy();
  }
}

function greys(rgba: Uint8ClampedArray): Uint8Array {
  return Uint8Array.from({ length: rgba.length / 4 }, (_, index) => {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(index * 4, index * 4 + 3);
    const grey = 0.299 * red + 0.587 * green + 0.114 * blue;
    // Sixteen shades tell as much as all of them, in a file a third of the size.
    return Math.round(grey / SHADE) * SHADE;
  });
}

/**
 * How much two pages differ that were drawn at a pixel to the point: the greatest difference between the means of
 * squares of four pixels, 0 to 255.
 */
export function greatestDifference(a: Picture, b: Picture): number {
  if (a.width !== b.width || a.height !== b.height) return 255;
  let greatest = 0;
  for (let top = 0; top < a.height; top += SQUARE) {
    for (let left = 0; left < a.width; left += SQUARE) {
      const difference = Math.abs(mean(a, left, top) - mean(b, left, top));
      greatest = Math.max(greatest, difference);
    }
  }
  return greatest;
}

export function encodePng({ height, pixels, width }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(8, 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) rows.set(pixels.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  const parts = [chunk('IHDR', header), chunk('IDAT', deflateSync(rows, { level: 9 })), chunk('IEND', Buffer.alloc(0))];
  return Buffer.concat([SIGNATURE, ...parts]);
}

/** Reads what `encodePng` writes. */
export function decodePng(png: Buffer): Picture {
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const length = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) pixels.set(rows.subarray(y * (width + 1) + 1, (y + 1) * (width + 1)), y * width);
  return { width, height, pixels };
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(8 + body.length);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), 4 + body.length);
  return framed;
}

function mean({ height, pixels, width }: Picture, left: number, top: number): number {
  let [sum, count] = [0, 0];
  for (let y = top; y < Math.min(top + SQUARE, height); y += 1) {
    for (let x = left; x < Math.min(left + SQUARE, width); x += 1) {
      sum += pixels[y * width + x] ?? 0;
      count += 1;
    }
  }
  return sum / count;
}

function rolesOf(node: StructureNode): string[] {
  return [...(node.role ? [node.role] : []), ...(node.children ?? []).flatMap(rolesOf)];
}
