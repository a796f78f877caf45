/** How a number format shows a number: as a day, with noughts before it, or as it is. */
export type Shown = 'date' | { digits: number } | 'plain';

// ECMA-376 part 1, 18.8.30: 14–22 and 45–47 everywhere, 27–36 and 50–58 in the formats of Chinese, Japanese and Korean.
const BUILT_IN_DATES: readonly (readonly [number, number])[] = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
];

/** By the number of a format, and its code when the workbook brings it. */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) return BUILT_IN_DATES.some(([from, to]) => id >= from && id <= to) ? 'date' : 'plain';
  if (/^0{2,20}$/.test(code)) return { digits: code.length };
  return isDate(code) ? 'date' : 'plain';
}

/** Whether anything but literal text, colours, locales and padding asks for years, months, days or times. */
function isDate(code: string): boolean {
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|[\\_*].|general/gi, '');
  return /[ymdhs]/i.test(bare);
}
