import { createHash } from 'node:crypto';

/** How a bot knows a file. `file_id` is good for one bot only; `file_unique_id` is the same for all of them. */
export interface FileReference {
  file_id: string;
  file_unique_id: string;
  file_size: number;
}

/** A file that somebody sent. */
export class StoredFile {
  readonly number: number;
  readonly name: string;
  readonly mimeType: string;
  readonly bytes: Buffer;
  readonly folder: string;
  readonly #references = new Map<number, FileReference>();

  constructor(number: number, folder: string, name: string, mimeType: string, bytes: Buffer) {
    this.number = number;
    this.folder = folder;
    this.name = name;
    this.mimeType = mimeType;
    this.bytes = bytes;
  }

  reference(botId: number): FileReference {
    const known = this.#references.get(botId);
    if (known) return known;
    const reference = {
      file_id: `BQAC${encode(`${this.number}.${botId}`)}${mark(`file ${this.number} of ${botId}`)}`,
      file_unique_id: `AgAD${mark(`file ${this.number}`)}`,
      file_size: this.bytes.length,
    };
    this.#references.set(botId, reference);
    return reference;
  }

  /** `file_path` of the Bot API: where it can be downloaded under `/file/bot<token>/`. */
  get path(): string {
    const extension = /\.[A-Za-z0-9]{1,8}$/.exec(this.name)?.[0] ?? '';
    return `${this.folder}/file_${this.number}${extension}`;
  }
}

/** All files of the sandbox, in memory. */
export class FileStore {
  readonly #files: StoredFile[] = [];

  add(folder: 'documents' | 'photos' | 'stickers', name: string, mimeType: string, bytes: Buffer): StoredFile {
    const file = new StoredFile(this.#files.length, folder, name, mimeType, bytes);
    this.#files.push(file);
    return file;
  }

  /** The file that this bot knows by `fileId`; undefined for garbage and for other bots' ids. */
  of(botId: number, fileId: string): StoredFile | undefined {
    const file = this.any(fileId);
    return file?.reference(botId).file_id === fileId ? file : undefined;
  }

  /** The file that any bot knows by `fileId`. */
  any(fileId: string): StoredFile | undefined {
    const [number, botId] = decode(fileId.slice(4, -16)).split('.').map(Number);
    const file = this.#files[number ?? -1];
    return botId !== undefined && file?.reference(botId).file_id === fileId ? file : undefined;
  }
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function decode(text: string): string {
  return Buffer.from(text, 'base64url').toString();
}

// Makes ids look like Telegram's and keeps made-up ones from being taken for real.
function mark(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
