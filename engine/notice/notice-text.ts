const MARK = '\u{feff}';

/** A notice's text as it is kept: the same whether it came from Windows, with a byte order mark, or neither. */
export function noticeText(raw: string): string {
  const text = raw.startsWith(MARK) ? raw.slice(1) : raw;
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

/**
 * The same of a text in Markdown: a notice shows headings as the first line of a block of several, and no other
 * marks, so headings join the block after them, and what else Markdown marks is left as the words that it marks.
 */
export function noticeFromMarkdown(raw: string): string {
  return noticeText(raw)
    .replaceAll(/^#{1,6}[ \t]+(.+?)[ \t]*#*$\n*(?=(#{1,6}[ \t])?)/gm, (_, heading: string, next?: string) =>
      next === undefined ? `${heading}\n` : `${heading}\n\n`,
    )
    .replaceAll(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, '$2')
    .replaceAll(/\[([^\]]+)\]\((https?:[^)\s]+)\)/g, '$1 ($2)')
    .replaceAll(/^[ \t]*[*+-][ \t]+/gm, '• ')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
