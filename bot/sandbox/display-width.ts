/** Code points that a terminal shows two columns wide (Unicode TR 11, Wide and Fullwidth) and those of no width. */
const WIDE =
  /^(?:[\u{1100}-\u{115f}\u{2e80}-\u{303e}\u{3041}-\u{33ff}\u{3400}-\u{4dbf}\u{4e00}-\u{9fff}\u{a000}-\u{a4cf}\u{ac00}-\u{d7a3}\u{f900}-\u{faff}\u{fe30}-\u{fe6f}\u{ff00}-\u{ff60}\u{ffe0}-\u{ffe6}\u{20000}-\u{3fffd}]|\p{Emoji_Presentation})$/u;
const NONE = /^[\p{Mn}\p{Me}\p{Cf}\u{fe00}-\u{fe0f}]$/u;

/** How many columns a terminal needs for `text`. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** `text` in lines of at most `columns`: broken at spaces where there are any, and between Chinese characters. */
export function wrapToWidth(text: string, columns: number): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, columns));
}

function wrapLine(line: string, columns: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const piece of pieces(line, columns)) {
    if (current !== '' && displayWidth(current + piece.trimEnd()) > columns) {
      lines.push(current.trimEnd());
      current = piece.trimStart();
    } else current += piece;
  }
  return [...lines, current.trimEnd()];
}

/** A word, or one wide character with the punctuation that must not be parted from it; each with the spaces after it. */
const PIECE =
  /[（《「『【]*[^\s\u{2e80}-\u{9fff}\u{ff00}-\u{ffef}]+[，。；：！？、）》」』】]*\s*|[（《「『【]*\S[，。；：！？、）》」』】]*\s*|\s+/gu;

// A word wider than a line is cut.
function pieces(line: string, columns: number): string[] {
  const words = line.match(PIECE) ?? [];
  return words.flatMap((word) => (displayWidth(word.trimEnd()) > columns ? Array.from(word) : [word]));
}

function characterWidth(character: string): number {
  if (NONE.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
