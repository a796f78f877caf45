import { createHash } from 'node:crypto';

import { PDFContext, PDFHexString, PDFRef, PDFWriter } from 'pdf-lib';

import type { Bilingual } from '../../ports/language.ts';
import type { BaseDocument } from '../base/base-document.ts';
import type { PageFont } from '../font/page-fonts.ts';
import { PAGE } from '../drawing/geometry.ts';
import { linkDictionary, signatureFieldDictionary } from './annotations.ts';
import { catalogDictionary, registerOutputIntent } from './catalog.ts';
import { deflated, embedFont } from './embed-font.ts';
import type { PackedImage } from '../seal/png/pack-image.ts';
import { emptyForm, registerOrnaments, registerSeal } from './form-objects.ts';
import type { Structure } from './structure.ts';
import { PRODUCER } from './xmp.ts';

/** What a base is put together from. Content streams are whole, with glyph codes in place. */
export interface BaseParts {
  content: string;
  seal: string;
  /** What the seal's content stream paints, if it paints an image. */
  sealImage: PackedImage | null;
  fonts: readonly PageFont[];
  structure: Structure;
  /** Whether there is a QR code with a link over it. */
  linked: boolean;
  title: Bilingual;
  subject: string;
}

type Assembled = Pick<BaseDocument, 'bytes' | 'startXref' | 'id' | 'objects' | 'dictionaries'>;

/** Writes the base, and the dictionaries by which an update signs it. */
export async function assemble(parts: BaseParts): Promise<Assembled> {
  const context = PDFContext.create();
  const refs = reserve(context, parts.linked);
  const fonts = Object.fromEntries(
    parts.fonts.map(({ face, name, subset }) => [`F${face}`, embedFont(context, subset, name)]),
  );
  const seal = registerSeal(context, parts.seal, fonts, parts.sealImage);
  assignPage(context, refs, parts, fonts);
  assignMetadata(context, refs, parts);
  const structure = parts.structure.register(context, refs.page, [refs.field, ...(refs.link ? [refs.link] : [])]);
  const unsealed = context.register(emptyForm(context));
  const catalog = { ...refs, structure, outputIntent: registerOutputIntent(context) };
  context.assign(refs.catalog, catalogDictionary(context, catalog));
  context.assign(refs.field, signatureFieldDictionary(context, refs.page, unsealed));
  if (refs.link) context.assign(refs.link, linkDictionary(context, refs.page));

  const id = identifier(parts);
  Object.assign(context.trailerInfo, { Root: refs.catalog, Info: refs.info, ID: context.obj([id, id]) });
  const signature = PDFRef.of(context.largestObjectNumber + 1);
  const signed = {
    catalog: catalogDictionary(context, { ...catalog, signature }).toString(),
    signatureField: signatureFieldDictionary(context, refs.page, seal, signature).toString(),
    link: linkDictionary(context, refs.page).toString(),
  };
  const bytes = await PDFWriter.forContext(context, Number.MAX_SAFE_INTEGER).serializeToBuffer();
  return {
    bytes,
    startXref: startXref(bytes),
    id: id.asString(),
    objects: numbers(refs, signature),
    dictionaries: signed,
  };
}

interface Refs {
  catalog: PDFRef;
  pages: PDFRef;
  page: PDFRef;
  info: PDFRef;
  metadata: PDFRef;
  band: PDFRef;
  field: PDFRef;
  link: PDFRef | null;
}

function reserve(context: PDFContext, linked: boolean): Refs {
  return {
    catalog: context.nextRef(),
    pages: context.nextRef(),
    page: context.nextRef(),
    info: context.nextRef(),
    metadata: context.nextRef(),
    band: context.nextRef(),
    field: context.nextRef(),
    link: linked ? context.nextRef() : null,
  };
}

function assignPage(context: PDFContext, refs: Refs, parts: BaseParts, fonts: Record<string, PDFRef>): void {
  context.assign(refs.pages, context.obj({ Type: 'Pages', Kids: [refs.page], Count: 1 }));
  context.assign(refs.band, context.stream(''));
  const page = context.obj({
    Type: 'Page',
    Parent: refs.pages,
    MediaBox: [0, 0, PAGE.width, PAGE.height],
    Resources: { Font: fonts, XObject: registerOrnaments(context) },
    Contents: [context.register(deflated(context, parts.content)), refs.band],
    Annots: refs.link ? [refs.link, refs.field] : [refs.field],
    StructParents: 0,
    Tabs: 'S',
  });
  context.assign(refs.page, page);
}

function assignMetadata(context: PDFContext, refs: Refs, { subject, title }: BaseParts): void {
  const info = {
    Title: PDFHexString.fromText(title['zh-CN']),
    Subject: PDFHexString.fromText(subject),
    Producer: PDFHexString.fromText(PRODUCER),
  };
  context.assign(refs.info, context.obj(info));
  // Every copy brings its own, and nobody reads the base by itself.
  context.assign(refs.metadata, context.stream('', { Type: 'Metadata', Subtype: 'XML' }));
}

// The same base has the same identifier, and another base another.
function identifier({ content, fonts, seal, sealImage }: BaseParts): PDFHexString {
  const hash = createHash('sha256').update(content).update(seal);
  if (sealImage) hash.update(sealImage.palette).update(sealImage.samples);
  for (const { subset } of fonts) hash.update(subset.bytes);
  return PDFHexString.fromBytes(hash.digest().subarray(0, 16));
}

function numbers(refs: Refs, signature: PDFRef): BaseDocument['objects'] {
  return {
    catalog: refs.catalog.objectNumber,
    info: refs.info.objectNumber,
    metadata: refs.metadata.objectNumber,
    band: refs.band.objectNumber,
    signatureField: refs.field.objectNumber,
    link: refs.link?.objectNumber ?? null,
    signature: signature.objectNumber,
  };
}

function startXref(bytes: Uint8Array): number {
  const tail = Buffer.from(bytes.subarray(-64)).toString('latin1');
  const offset = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1];
  if (offset === undefined) throw new RangeError('a PDF was written without its end');
  return Number(offset);
}
