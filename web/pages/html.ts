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
  let markup = strings[0] ?? '';
  for (const [index, content] of contents.entries()) markup += markupOf(content) + (strings[index + 1] ?? '');
  return new Html(markup);
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
  return String(content).replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
