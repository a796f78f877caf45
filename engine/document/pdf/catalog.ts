import { getDefaultSRGBProfile, type PDFContext, type PDFDict, type PDFRef, PDFString } from 'pdf-lib';

import { deflated } from './embed-font.ts';

interface CatalogRefs {
  pages: PDFRef;
  metadata: PDFRef;
  field: PDFRef;
  structure: PDFRef;
  outputIntent: PDFRef;
  /** The certifying signature, once there is one. */
  signature?: PDFRef;
}

/** The document's root (ISO 32000-1, 7.7.2). */
export function catalogDictionary(context: PDFContext, refs: CatalogRefs): PDFDict {
  return context.obj({
    Type: 'Catalog',
    Pages: refs.pages,
    Metadata: refs.metadata,
    OutputIntents: [refs.outputIntent],
    Lang: PDFString.of('zh-CN'),
    MarkInfo: { Marked: true },
    StructTreeRoot: refs.structure,
    ViewerPreferences: { DisplayDocTitle: true },
    // SignaturesExist and AppendOnly (12.7.2, table 219).
    AcroForm: { Fields: [refs.field], SigFlags: 3 },
    Perms: refs.signature && { DocMDP: refs.signature },
  });
}

/** What PDF/A measures colours by (ISO 19005-2, 6.2.3): sRGB. */
export function registerOutputIntent(context: PDFContext): PDFRef {
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFA1',
    OutputConditionIdentifier: PDFString.of('sRGB IEC61966-2.1'),
    DestOutputProfile: context.register(deflated(context, getDefaultSRGBProfile(), { N: 3 })),
  });
  return context.register(intent);
}
