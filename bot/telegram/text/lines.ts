/** Stands in a text, as its variable `lines`, for lines that are HTML already. */
export const LINES = '\u0000';

/** Puts lines of HTML in the place of `LINES`; whatever is in them stays as it is. */
export function withLines(html: string, lines: readonly string[]): string {
  // As a plain string, a `$&` that somebody is called by would mean something to `replace`.
  return html.replace(LINES, () => lines.join('\n'));
}
