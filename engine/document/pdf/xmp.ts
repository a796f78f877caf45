import type { Bilingual } from '../../ports/language.ts';
import type { BandFace } from '../faces.ts';
import { type ByteWriter, form } from './byte-writer.ts';
import { isPlain } from './text.ts';

/** Of the properties that only our documents have. */
export const ENDORSEMENT_NAMESPACE = 'https://jiazhu.invalid/ns/endorsement/1.0/';

/** What the metadata of every copy of a certificate says. */
interface DocumentTexts {
  title: Bilingual;
  subject: string;
}

/** Writes the packet of one copy, in UTF-8. `madeAt` is as `xmpDate` writes it. */
export type XmpWriter = (writer: ByteWriter, madeAt: string, band: BandFace) => void;

export const PRODUCER = 'Jiazhu';

/**
 * XMP packets (ISO 16684-1) of tagged PDF/A-2 files (ISO 19005-2, 6.6). All but a few lines is the same in every copy and
 * written once.
 */
export function xmpWriter(texts: DocumentTexts): XmpWriter {
  const start = [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    IDENTIFICATION,
    general(texts),
  ];
  const head = Buffer.from(start.join('\n'));
  return (writer, madeAt, band) => {
    writer.bytes(head);
    writeDates(writer, madeAt);
    if (band.kind === 'endorsed') {
      const number = escaped(band.number);
      writeEndorsement(writer, ENDORSEMENT_NAMESPACE, number, band.firstDay, band.lastDay);
    } else writer.text('\n');
    writer.bytes(TAIL);
  };
}

const IDENTIFICATION = `<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
</rdf:Description>`;

const writeDates = form`<xmp:CreateDate>${0}</xmp:CreateDate><xmp:ModifyDate>${0}</xmp:ModifyDate><xmp:MetadataDate>${0}</xmp:MetadataDate>
</rdf:Description>
`;

// Its end is left to the dates.
function general({ subject, title }: DocumentTexts): string {
  return `<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escaped(title['zh-CN'])}</rdf:li><rdf:li xml:lang="en">${escaped(title.en)}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escaped(subject)}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>zh-CN</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>${PRODUCER}</pdf:Producer>`;
}

const writeEndorsement = form`<rdf:Description rdf:about="" xmlns:jiazhu="${0}">
<jiazhu:number>${1}</jiazhu:number><jiazhu:firstDay>${2}</jiazhu:firstDay><jiazhu:lastDay>${3}</jiazhu:lastDay>
</rdf:Description>
`;

// Every property that ISO 19005-2 doesn't know has to be described (6.6.2.3.3).
const EXTENSIONS = `<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag>
${schema('PDF/UA identification', 'http://www.aiim.org/pdfua/ns/id/', 'pdfuaid', [['part', 'Integer', 'internal', 'Part of ISO 14289']])}
${schema('Endorsement', ENDORSEMENT_NAMESPACE, 'jiazhu', [
  ['number', 'Text', 'external', 'Number of the endorsement'],
  ['firstDay', 'Text', 'external', 'First day on which the copy may be used, YYYY-MM-DD'],
  ['lastDay', 'Text', 'external', 'Last day on which the copy may be used, YYYY-MM-DD'],
])}
</rdf:Bag></pdfaExtension:schemas>
</rdf:Description>`;

const TAIL = Buffer.from([EXTENSIONS, '</rdf:RDF>', '</x:xmpmeta>', '<?xpacket end="r"?>'].join('\n'));

type Property = readonly [name: string, type: string, category: 'internal' | 'external', description: string];

function schema(title: string, uri: string, prefix: string, properties: readonly Property[]): string {
  const items = properties.map(
    ([name, type, category, description]) =>
      `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>${category}</pdfaProperty:category><pdfaProperty:description>${description}</pdfaProperty:description></rdf:li>`,
  );
  return `<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>${title}</pdfaSchema:schema><pdfaSchema:namespaceURI>${uri}</pdfaSchema:namespaceURI><pdfaSchema:prefix>${prefix}</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>${items.join('')}</rdf:Seq></pdfaSchema:property></rdf:li>`;
}

function escaped(text: string): string {
  if (isPlain(text)) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
