const BYTE_ORDER_MARK = '\u{feff}';
// What a spreadsheet takes for a formula, full-width signs and what lies before them included, and what it would show
// in its own way: long numbers, leading noughts, and what could be an exponent.
const FORMULA = /^[\s\p{Cf}]*[=+\-@|＝＋－＠]|^[\t\r\n]/u;
const NUMBER_TO_KEEP = /^(?:0\d+|\d{12,}|\d+(?:\.\d+)?e\d+)$/i;

/**
 * RFC 4180 as Excel opens it rightly: UTF-8 with a byte order mark, CRLF, and an apostrophe before what it would
 * reckon with. The reader of registry files takes the apostrophe off again.
 */
export function excelCsv(rows: readonly (readonly string[])[]): Uint8Array {
  const text = rows.map((cells) => `${cells.map((cell) => quoted(defused(cell))).join(',')}\r\n`).join('');
  return new TextEncoder().encode(BYTE_ORDER_MARK + text);
}

function defused(cell: string): string {
  return FORMULA.test(cell) || NUMBER_TO_KEEP.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
