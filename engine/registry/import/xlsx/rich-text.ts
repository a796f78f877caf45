import type { XmlHandler } from './package/read-xml.ts';

const ESCAPED = /_x([0-9a-f]{4})_/gi;

/**
 * Gathers the text of a string item (ECMA-376 part 1, 18.4.8 and 18.3.1.53): of all its runs, whatever their looks,
 * without how they are to be read aloud (`rPh`).
 */
export class RichText implements Required<XmlHandler> {
  #text = '';
  #taking = false;
  #aloud = false;

  open(name: string): void {
    if (name === 'rPh') this.#aloud = true;
    else if (name === 't') this.#taking = !this.#aloud;
  }

  text(text: string): void {
    if (this.#taking) this.#text += text;
  }

  close(name: string): void {
    if (name === 'rPh') this.#aloud = false;
    else if (name === 't') this.#taking = false;
  }

  /** The text so far; begins anew. */
  take(): string {
    const text = unescaped(this.#text);
    this.#text = '';
    return text;
  }
}

/** What XML can't hold is written `_x000D_` (ECMA-376 part 1, 22.9.2.19). */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replaceAll(ESCAPED, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}
