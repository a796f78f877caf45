import type { Verdict } from './document.ts';

const MARKS = { accepted: '✓', 'not-asked': '–', objection: '✗' } as const;

/** Documents by tools, each with its mark. */
export function table(rows: readonly string[], columns: readonly string[], cells: readonly Verdict[][]): string {
  const wide = Math.max(...rows.map(({ length }) => length));
  const head = `${' '.repeat(wide)}  ${columns.join('  ')}`;
  const lines = rows.map((row, index) => {
    const marks = columns.map((column, at) => centred(markOf(cells[at]?.[index]), column.length));
    return `${row.padEnd(wide)}  ${marks.join('  ')}`;
  });
  return [head, ...lines].join('\n');
}

function markOf(verdict: Verdict | undefined): string {
  if (verdict === undefined) return ' ';
  return MARKS[typeof verdict === 'string' ? verdict : 'objection'];
}

function centred(mark: string, width: number): string {
  return mark.padStart(Math.ceil((width + 1) / 2)).padEnd(width);
}
