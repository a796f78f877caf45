import type { MessageEntity } from 'grammy/types';
import { byteOffset, EntityParseError, type FormattedText } from './formatted-text.ts';
import { linkTarget } from './parse-html.ts';

type Kind =
  | 'Bold'
  | 'Italic'
  | 'Underline'
  | 'Strikethrough'
  | 'Spoiler'
  | 'Code'
  | 'Pre'
  | 'PreCode'
  | 'TextUrl'
  | 'CustomEmoji'
  | 'BlockQuote';

interface Open {
  kind: Kind;
  start: number;
  sourceIndex: number;
  language?: string;
}

const RESERVED = new Set('_*[]()~`>#+-=|{}.!');
const CLOSING: Record<Kind, string> = {
  Bold: '*',
  Italic: '_',
  Underline: '__',
  Strikethrough: '~',
  Spoiler: '||',
  Code: '`',
  Pre: '```',
  PreCode: '```',
  TextUrl: ']',
  CustomEmoji: ']',
  BlockQuote: '\n',
};

/** Reads `parse_mode: MarkdownV2` (Bot API, "MarkdownV2 style"). Throws EntityParseError. */
export function parseMarkdownV2(source: string): FormattedText {
  return new Parser(source).parse();
}

class Parser {
  readonly #source: string;
  readonly #stack: Open[] = [];
  readonly #entities: MessageEntity[] = [];
  #text = '';
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  parse(): FormattedText {
    while (this.#at < this.#source.length) this.#step();
    this.#closeQuoteAtEnd();
    const open = this.#stack.at(-1);
    if (open) {
      const offset = byteOffset(this.#source, open.sourceIndex);
      throw new EntityParseError(`Can't find end of ${open.kind} entity at byte offset ${offset}`);
    }
    return { text: this.#text, entities: this.#entities };
  }

  #step(): void {
    const next = this.#source[this.#at + 1];
    if (this.#source[this.#at] === '\\' && next !== undefined && next > '\0' && next < '\x7f') {
      this.#text += next;
      this.#at += 2;
      return;
    }
    const top = this.#stack.at(-1);
    if (top && this.#closes(top)) return this.#close(top);
    if (top?.kind === 'Code' || top?.kind === 'Pre' || top?.kind === 'PreCode') return this.#copy();
    if (this.#startsQuote()) return this.#open('BlockQuote', 1);
    this.#openOrCopy();
  }

  #closes(top: Open): boolean {
    if (top.kind === 'Italic' && this.#has('__')) return false;
    if (top.kind === 'BlockQuote') return this.#has('\n') && this.#source[this.#at + 1] !== '>';
    return this.#has(CLOSING[top.kind]);
  }

  #openOrCopy(): void {
    const char = this.#source.charAt(this.#at);
    // Within a quotation, '>' after a line break only continues it.
    if (char === '>' && this.#atLineStart() && this.#quoted()) return void (this.#at += 1);
    if (!RESERVED.has(char)) return this.#copy();
    if (char === '*') return this.#open('Bold', 1);
    if (char === '_') return this.#has('__') ? this.#open('Underline', 2) : this.#open('Italic', 1);
    if (char === '~') return this.#open('Strikethrough', 1);
    if (this.#has('||')) return this.#spoiler();
    if (char === '[') return this.#open('TextUrl', 1);
    if (this.#has('![')) return this.#open('CustomEmoji', 2);
    if (this.#has('```')) return this.#openPre();
    if (char === '`') return this.#open('Code', 1);
    throw new EntityParseError(`Character '${char}' is reserved and must be escaped with the preceding '\\'`);
  }

  // "||" before the end of a quotation marks it as expandable; elsewhere it opens a spoiler.
  #spoiler(): void {
    const after = this.#source[this.#at + 2];
    const top = this.#stack.at(-1);
    if (top?.kind !== 'BlockQuote' || (after !== undefined && after !== '\n')) return this.#open('Spoiler', 2);
    this.#at += 2;
    this.#stack.pop();
    this.#push(top, (place) => ({ type: 'expandable_blockquote', ...place }));
  }

  #openPre(): void {
    const language = /^[^\s`]+(?=\n)/.exec(this.#source.slice(this.#at + 3))?.[0];
    this.#open(language ? 'PreCode' : 'Pre', 3 + (language?.length ?? 0), language);
    if (this.#source[this.#at] === '\n') this.#at += 1;
  }

  #open(kind: Kind, width: number, language?: string): void {
    const open: Open = { kind, start: this.#text.length, sourceIndex: this.#at };
    this.#stack.push(language === undefined ? open : { ...open, language });
    this.#at += width;
  }

  #close(top: Open): void {
    this.#stack.pop();
    if (top.kind !== 'BlockQuote') this.#at += CLOSING[top.kind].length;
    this.#finish(top);
  }

  #finish(open: Open): void {
    const { kind } = open;
    if (kind === 'TextUrl') {
      const url = linkTarget(this.#readTarget() ?? this.#text.slice(open.start));
      return url === undefined ? undefined : this.#push(open, (place) => ({ type: 'text_link', url, ...place }));
    }
    if (kind === 'CustomEmoji') {
      const id = /^tg:\/\/emoji\?id=(\d+)$/.exec(this.#readTarget() ?? '')?.[1];
      if (id === undefined) throw new EntityParseError('Custom emoji URL must have an emoji identifier');
      return this.#push(open, (place) => ({ type: 'custom_emoji', custom_emoji_id: id, ...place }));
    }
    if (kind === 'PreCode') {
      return this.#push(open, (place) => ({ type: 'pre', language: open.language ?? '', ...place }));
    }
    this.#push(open, (place) => ({ type: SIMPLE[kind], ...place }));
  }

  #readTarget(): string | undefined {
    if (!this.#has('(')) return undefined;
    const begin = this.#at;
    let target = '';
    for (this.#at += 1; this.#at < this.#source.length; this.#at += 1) {
      if (this.#has(')')) {
        this.#at += 1;
        return target;
      }
      if (this.#has('\\')) this.#at += 1;
      target += this.#source.charAt(this.#at);
    }
    throw new EntityParseError(`Can't find end of a URL at byte offset ${byteOffset(this.#source, begin)}`);
  }

  #push(open: Open, make: (place: { offset: number; length: number }) => MessageEntity): void {
    const length = this.#text.length - open.start;
    if (length > 0) this.#entities.push(make({ offset: open.start, length }));
  }

  #closeQuoteAtEnd(): void {
    const top = this.#stack.at(-1);
    if (top?.kind !== 'BlockQuote') return;
    this.#stack.pop();
    this.#finish(top);
  }

  #copy(): void {
    this.#text += this.#source.charAt(this.#at);
    this.#at += 1;
  }

  #has(piece: string): boolean {
    return this.#source.startsWith(piece, this.#at);
  }

  #atLineStart(): boolean {
    return this.#at === 0 || this.#source[this.#at - 1] === '\n';
  }

  #quoted(): boolean {
    return this.#stack.some((open) => open.kind === 'BlockQuote');
  }

  #startsQuote(): boolean {
    return this.#has('>') && this.#atLineStart() && !this.#quoted();
  }
}

const SIMPLE = {
  Bold: 'bold',
  Italic: 'italic',
  Underline: 'underline',
  Strikethrough: 'strikethrough',
  Spoiler: 'spoiler',
  Code: 'code',
  Pre: 'pre',
  BlockQuote: 'blockquote',
} as const;
