import type { InlineButton } from '../effects.ts';

/** Where a page of a list lies. Pages count from 1; a list without items has one empty page. */
export interface Page {
  page: number;
  pages: number;
  offset: number;
  limit: number;
}

/** The page asked for, or the nearest there is: lists shrink while a person looks at them. */
export function pageOf(total: number, size: number, wanted: number): Page {
  const pages = Math.max(1, Math.ceil(total / size));
  const whole = Number.isSafeInteger(wanted) ? wanted : 1;
  const page = Math.min(Math.max(1, whole), pages);
  return { page, pages, offset: (page - 1) * size, limit: size };
}

/** A row that turns pages, `‹ 2/5 ›`; empty when there is only one page. The number leads to its own page. */
export function pageButtons(page: Page, dataOf: (page: number) => string): InlineButton[] {
  if (page.pages === 1) return [];
  const row: InlineButton[] = [];
  if (page.page > 1) row.push({ text: '‹', data: dataOf(page.page - 1) });
  row.push({ text: `${page.page}/${page.pages}`, data: dataOf(page.page) });
  if (page.page < page.pages) row.push({ text: '›', data: dataOf(page.page + 1) });
  return row;
}

/** The page number in an argument of callback data; 1 when it is none. */
export function pageNumber(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
