/** Telegram's limit for a message, counted without its tags; an entity such as `&lt;` counts as one. */
const MESSAGE_LENGTH = 4096;

/** Where a text may be broken, best first: after a paragraph, a line, a sentence, a word. */
const BREAKS = [/\n\n$/, /\n$/, /[。！？；]$|[.!?;]\s$/, /[\s，、]$/];

/** A tag, which nobody sees, or one thing to see: a character or an entity. */
type Token =
  | { kind: 'tag'; html: string; name: string; closes: boolean }
  | { kind: 'sign'; html: string; length: number };

/**
 * Splits Telegram HTML into parts of at most `limit` characters: between paragraphs where it can, else
 * between lines, sentences, words. A tag open at a border is closed there and opened again after it.
 */
export function splitHtml(html: string, limit: number = MESSAGE_LENGTH): string[] {
  const parts: string[] = [];
  let rest = trimmed(tokensOf(html));
  let open: Token[] = [];
  while (rest.length > 0) {
    const end = endOfPart(rest, limit);
    const part = rest.slice(0, end);
    const openAfter = openTags([...open, ...part]);
    if (part.some(({ kind }) => kind === 'sign')) parts.push(render(open) + render(trimmed(part)) + closing(openAfter));
    rest = trimmed(rest.slice(end));
    open = openAfter;
  }
  return parts;
}

function tokensOf(html: string): Token[] {
  const pattern = /<(\/?)([a-z-]+)[^>]*>|&(?:[a-z]+|#\d+|#x[0-9a-f]+);|[^]/giu;
  return [...html.matchAll(pattern)].map(([found, slash, name]): Token => {
    if (name !== undefined) return { kind: 'tag', html: found, name: name.toLowerCase(), closes: slash === '/' };
    return { kind: 'sign', html: found, length: found.startsWith('&') ? 1 : found.length };
  });
}

/** How many tokens make up the first part; tags that close at its end belong to it. */
function endOfPart(tokens: Token[], limit: number): number {
  let end = borderOfPart(tokens, countFitting(tokens, limit));
  for (let token = tokens[end]; token?.kind === 'tag' && token.closes; token = tokens[end]) end += 1;
  return end;
}

function borderOfPart(tokens: Token[], fitting: number): number {
  if (fitting === tokens.length) return fitting;
  const text = tokens.slice(0, fitting).map((token) => (token.kind === 'sign' ? token.html : ''));
  for (const pattern of BREAKS) {
    const end = lastBreak(text, pattern);
    // A part that is nearly empty helps nobody, however fine its border.
    if (end > fitting / 4) return end;
  }
  return fitting;
}

function countFitting(tokens: Token[], limit: number): number {
  let length = 0;
  for (const [index, token] of tokens.entries()) {
    length += token.kind === 'sign' ? token.length : 0;
    if (length > limit) return Math.max(1, index);
  }
  return tokens.length;
}

function lastBreak(text: string[], pattern: RegExp): number {
  for (let end = text.length; end > 0; end -= 1) {
    const last = text[end - 1];
    if (last && pattern.test((text[end - 2] ?? '') + last)) return end;
  }
  return 0;
}

function openTags(tokens: Token[]): Token[] {
  const open: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== 'tag') continue;
    if (token.closes) open.pop();
    else open.push(token);
  }
  return open;
}

function closing(open: Token[]): string {
  return open
    .map((token) => (token.kind === 'tag' ? `</${token.name}>` : ''))
    .toReversed()
    .join('');
}

/** Without white space at either end; Telegram would drop it, and an empty message is refused. */
function trimmed(tokens: Token[]): Token[] {
  const isSpace = (token: Token): boolean => token.kind === 'sign' && /^\s$/.test(token.html);
  const first = tokens.findIndex((token) => !isSpace(token));
  const last = tokens.findLastIndex((token) => !isSpace(token));
  return first < 0 ? [] : tokens.slice(first, last + 1);
}

function render(tokens: Token[]): string {
  return tokens.map((token) => token.html).join('');
}
