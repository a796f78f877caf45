import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A file of the page, under a name that changes with its content, so that browsers may keep it for ever. */
export interface Asset {
  name: string;
  type: string;
  bytes: Buffer;
}

const FOLDER = path.join(import.meta.dirname, 'assets');
/** The one style sheet that pages ask for, in the order in which later parts may overrule earlier ones. */
const STYLES = ['tokens.css', 'base.css', 'frame.css', 'forms.css', 'verdict.css', 'print.css'];
const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** The files of the page: few and small, so that they are held in memory. */
export class Assets {
  readonly #byName = new Map<string, Asset>();
  readonly #paths = new Map<string, string>();

  constructor() {
    for (const file of readdirSync(FOLDER)) this.#add(file, () => readFileSync(path.join(FOLDER, file)));
    this.#add('page.css', () => Buffer.concat(STYLES.map((part) => readFileSync(path.join(FOLDER, 'styles', part)))));
  }

  /** The address of a file by its plain name. */
  path(file: string): string {
    const found = this.#paths.get(file);
    if (found === undefined) throw new TypeError(`there is no file ${file} for the page`);
    return found;
  }

  find(hashedName: string): Asset | undefined {
    return this.#byName.get(hashedName);
  }

  #add(file: string, read: () => Buffer): void {
    const { ext, name } = path.parse(file);
    const type = TYPES[ext];
    if (type === undefined) return;
    const bytes = read();
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 12);
    const hashed = `${name}.${hash}${ext}`;
    this.#byName.set(hashed, { name: hashed, type, bytes });
    this.#paths.set(file, `/assets/${hashed}`);
  }
}
