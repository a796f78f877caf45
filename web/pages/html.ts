/** Text that is markup already. Only `html` makes it, so that nothing gets into a page without being escaped. */
class Html {
  readonly #markup: string;

  constructor(markup: string) {
    this.#markup = markup;
  }

  toString(): string {
    return this.#markup;
  }
}

export type { Html };

/** What can stand in a page: text is escaped, nothing is left out, a list is set end to end. */
type Content = Html | string | number | false | null | undefined | readonly Content[];

/** Markup, with everything that is filled in escaped for texts and for attributes in double quotes. */
export function html(strings: TemplateStringsArray, ...contents: readonly Content[]): Html {
  const parts = withoutIndents(strings);
  let markup = parts[0] ?? '';
  for (let index = 0; index < contents.length; index += 1) {
    markup += markupOf(contents[index]) + (parts[index + 1] ?? '');
  }
  return new Html(markup);
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The indents are for who reads the code; a third of a page would be nothing else. */
function withoutIndents(strings: TemplateStringsArray): readonly string[] {
  const parts = known.get(strings) ?? strings.map((part) => part.replaceAll(/\n\s*/g, '\n'));
  known.set(strings, parts);
  return parts;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function markupOf(content: Content): string {
  if (content instanceof Html) return content.toString();
  if (content === false || content === null || content === undefined) return '';
  if (typeof content === 'object') return content.map(markupOf).join('');
  const text = String(content);
  return /[&<>"']/.test(text) ? text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '') : text;
}
