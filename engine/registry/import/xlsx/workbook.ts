import { UnreadableFile } from '../file/unreadable-file.ts';
import { type Archive, openArchive, SMALL_PART } from './package/archive.ts';
import { assertPlainWorkbook } from './package/content-types.ts';
import { readXml } from './package/read-xml.ts';
import { type Relationship, relationshipsOf } from './package/relationships.ts';
import { RichText } from './rich-text.ts';
import type { DateSystem } from './serial-date.ts';
import { Styles } from './styles.ts';
import { TextTable } from './text-table.ts';

/** The sheet to be read, and what its cells refer to. */
export interface Workbook {
  archive: Archive;
  sheet: { name: string; part: string };
  texts: TextTable;
  styles: Styles;
  dateSystem: DateSystem;
}

interface Sheet {
  name: string;
  relationship: string;
  hidden: boolean;
}

// A sheet of this name is the registry file, whatever lies before it.
const SHEET_NAMES: ReadonlySet<string> = new Set(['证书库', 'registry']);
const STYLES_LIMIT = 16 * 2 ** 20;
const TEXTS_LIMIT = 256 * 2 ** 20;

/** Opens a workbook as far as its sheet. Throws UnreadableFile. */
export async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
  const archive = await openArchive(bytes);
  await assertPlainWorkbook(archive);
  const root = (await relationshipsOf(archive, '')).find(({ type }) => type === 'officeDocument');
  if (!root) throw new UnreadableFile({ kind: 'damaged' });
  const { sheets, dateSystem } = await readWorkbookPart(archive, root.target);
  const relationships = await relationshipsOf(archive, root.target);
  const chosen = chooseSheet(sheets);
  const part = relationships.find(({ id, type }) => id === chosen.relationship && type === 'worksheet')?.target;
  if (part === undefined) throw new UnreadableFile({ kind: 'no-sheet' });
  const styles = new Styles();
  const stylesPart = partOf(relationships, 'styles');
  if (stylesPart !== undefined) await readXml(archive.read(stylesPart, STYLES_LIMIT), styles);
  const texts = await readTexts(archive, partOf(relationships, 'sharedStrings'));
  return { archive, sheet: { name: chosen.name, part }, texts, styles, dateSystem };
}

async function readWorkbookPart(archive: Archive, name: string): Promise<{ sheets: Sheet[]; dateSystem: DateSystem }> {
  const sheets: Sheet[] = [];
  let dateSystem: DateSystem = 1900;
  await readXml(archive.read(name, SMALL_PART), {
    open: (element, attributes) => {
      if (element === 'workbookPr' && isTrue(attributes['date1904'])) dateSystem = 1904;
      if (element !== 'sheet') return;
      // `r:id`, under whatever prefix.
      const [, relationship = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? [];
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      sheets.push({ name: attributes['name'] ?? '', relationship, hidden });
    },
  });
  return { sheets, dateSystem };
}

function chooseSheet(sheets: readonly Sheet[]): Sheet {
  const visible = sheets.filter(({ hidden }) => !hidden);
  const named = visible.find(({ name }) => SHEET_NAMES.has(name.trim().toLowerCase()));
  const chosen = named ?? visible[0];
  if (!chosen) throw new UnreadableFile({ kind: 'no-sheet' });
  return chosen;
}

async function readTexts(archive: Archive, part: string | undefined): Promise<TextTable> {
  const texts = new TextTable();
  // Excel names a part of shared strings that it then leaves out when there are none.
  if (part === undefined || !archive.has(part)) return texts;
  const item = new RichText();
  await readXml(archive.read(part, TEXTS_LIMIT), {
    open: (name) => item.open(name),
    text: (text) => item.text(text),
    close: (name) => {
      item.close(name);
      if (name === 'si') texts.add(item.take());
    },
  });
  return texts;
}

function partOf(relationships: readonly Relationship[], type: string): string | undefined {
  return relationships.find((one) => one.type === type)?.target;
}

/** xsd:boolean. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
