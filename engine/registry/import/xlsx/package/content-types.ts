import { UnreadableFile } from '../../file/unreadable-file.ts';
import { type Archive, SMALL_PART } from './archive.ts';
import { readXml } from './read-xml.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const WORKBOOK = /spreadsheetml\.(?:sheet|template)\.main\+xml$/i;
const MACROS = /macroenabled|vbaproject/i;
const BINARY = /sheet\.binary/i;
// What a workbook takes from elsewhere is not what the person who sends it sees and answers for.
const EXTERNAL = /^xl\/(?:externallinks\/|connections\.xml$|querytables\/)/i;

/**
 * Lets nothing pass but a workbook without macros and without data from elsewhere, by what the parts say they are.
 * Throws UnreadableFile.
 */
export async function assertPlainWorkbook(archive: Archive): Promise<void> {
  const types = await partTypes(archive);
  if (types.some((type) => BINARY.test(type))) throw new UnreadableFile({ kind: 'not-a-table', found: 'old-workbook' });
  if (types.some((type) => MACROS.test(type)) || archive.names.some((name) => /vbaproject\.bin$/i.test(name))) {
    throw new UnreadableFile({ kind: 'macros' });
  }
  if (!types.some((type) => WORKBOOK.test(type))) throw new UnreadableFile({ kind: 'not-a-table', found: 'archive' });
  if (archive.names.some((name) => EXTERNAL.test(name))) throw new UnreadableFile({ kind: 'external-data' });
}

async function partTypes(archive: Archive): Promise<string[]> {
  if (!archive.has(CONTENT_TYPES)) throw new UnreadableFile({ kind: 'not-a-table', found: 'archive' });
  const types: string[] = [];
  await readXml(archive.read(CONTENT_TYPES, SMALL_PART), {
    open: (_, { ContentType }) => void (ContentType && types.push(ContentType)),
  });
  return types;
}
