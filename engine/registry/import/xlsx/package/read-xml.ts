import { TextDecoder } from 'node:util';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { UnreadableFile } from '../../file/unreadable-file.ts';

/** What is told of an XML part, element by element. Names are without a prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  /** All character data between two tags, or a good deal of it. */
  text?(text: string): void;
  close?(name: string): void;
}

// A cell has 32 767 characters at most (Excel's limit); a row's start tag has some hundred.
const LONGEST_PIECE = 2 ** 20;
const DEEPEST = 64;

/**
 * Tells `handler` of a part, and yields after each of its chunks. What is in a namespace other than the root's is
 * left out with everything in it: extensions repeat, in their own way, what the standard's elements say. Follows
 * nothing; a document type, with which entities could be declared, is refused. Throws UnreadableFile.
 */
export async function* feedXml(part: AsyncIterable<Uint8Array>, handler: XmlHandler): AsyncGenerator<void> {
  const reader = new XmlReader(handler);
  let decoder: TextDecoder | undefined;
  for await (const chunk of part) {
    decoder ??= decoderFor(chunk);
    reader.write(decode(decoder, chunk));
    yield;
  }
  if (decoder) reader.write(decode(decoder));
  reader.end();
}

/** Reads a part from end to end. Throws UnreadableFile. */
export async function readXml(part: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  for await (const _ of feedXml(part, handler)) continue;
}

class XmlReader {
  readonly #parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  readonly #handler: XmlHandler;
  /** Of the root, with its colon; empty when it has none. */
  #prefix: string | undefined;
  #depth = 0;
  /** How deep the foreign element is that is being left out. */
  #foreignAt = Number.POSITIVE_INFINITY;
  /** How much was fed since the parser last had something to tell. */
  #silent = 0;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', (tag) => this.#close(tag));
    this.#parser.on('text', (text) => this.#text(text));
    this.#parser.on('cdata', (text) => this.#text(text));
    this.#parser.on('doctype', () => {
      throw new UnreadableFile({ kind: 'declarations' });
    });
  }

  write(text: string): void {
    this.#silent += text.length;
    this.#guard(() => this.#parser.write(text));
    // One that never ends would be gathered until the memory is full.
    if (this.#silent > LONGEST_PIECE) throw new UnreadableFile({ kind: 'too-large' });
  }

  end(): void {
    this.#guard(() => this.#parser.close());
  }

  #guard(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw error instanceof UnreadableFile ? error : new UnreadableFile({ kind: 'damaged' }, error);
    }
  }

  #open({ name, attributes }: SaxesTagPlain): void {
    this.#silent = 0;
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new UnreadableFile({ kind: 'damaged' });
    this.#prefix ??= name.slice(0, name.indexOf(':') + 1);
    if (this.#depth >= this.#foreignAt) return;
    const local = this.#local(name);
    if (local === undefined) this.#foreignAt = this.#depth;
    else this.#handler.open?.(local, attributes);
  }

  #close({ name }: SaxesTagPlain): void {
    this.#silent = 0;
    const local = this.#local(name);
    if (this.#depth < this.#foreignAt && local !== undefined) this.#handler.close?.(local);
    if (this.#depth === this.#foreignAt) this.#foreignAt = Number.POSITIVE_INFINITY;
    this.#depth -= 1;
  }

  #text(text: string): void {
    this.#silent = 0;
    if (this.#depth < this.#foreignAt) this.#handler.text?.(text);
  }

  #local(name: string): string | undefined {
    const prefix = this.#prefix ?? '';
    const local = name.startsWith(prefix) ? name.slice(prefix.length) : undefined;
    return local?.includes(':') === false ? local : undefined;
  }
}

/** OPC parts are UTF-8 or UTF-16 (ECMA-376 part 2, 6.2.5), the latter with a byte order mark. */
function decoderFor([first, second]: Uint8Array): TextDecoder {
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le', { fatal: true });
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be', { fatal: true });
  return new TextDecoder('utf-8', { fatal: true });
}

function decode(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (error) {
    throw new UnreadableFile({ kind: 'damaged' }, error);
  }
}
