import { randomBytes } from 'node:crypto';
import { constants, type FileHandle, link, mkdir, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { StorageFault } from './storage-fault.ts';

const KEY_BYTES = 32;
const OTHERS = 0o077;
const POSIX = process.platform !== 'win32';

/**
 * The data key that the file holds: 32 bytes, as one line of base64. A missing file is made, readable by
 * its owner only. Throws StorageFault `bad-key`, with one sentence for people, when the file can't be
 * read or made, may be read by others (POSIX), or holds anything else.
 */
export async function loadDataKey(path: string): Promise<Uint8Array> {
  return (await readKey(path)) ?? (await createKey(path));
}

async function readKey(path: string): Promise<Uint8Array | undefined> {
  let file: FileHandle;
  try {
    file = await open(path, constants.O_RDONLY);
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return undefined;
    throw fault(path, `can't be read`, cause);
  }
  try {
    const { mode } = await file.stat();
    if (POSIX && (mode & OTHERS) !== 0) throw fault(path, 'may be read by others: run chmod 600 on it');
    return parse(path, await file.readFile('utf8'));
  } catch (cause) {
    throw cause instanceof StorageFault ? cause : fault(path, `can't be read`, cause);
  } finally {
    await file.close();
  }
}

function parse(path: string, text: string): Uint8Array {
  const base64 = text.trim();
  const key = Buffer.from(base64, 'base64');
  // Buffer.from skips what is no base64; writing it again shows whether it did.
  if (key.length === KEY_BYTES && key.toString('base64') === base64) return key;
  throw fault(path, `does not hold a key, ${KEY_BYTES} bytes in base64`);
}

// A key that is half written, or written and then lost to a power cut, would lock the data up for good. So
// the file gets its name only when complete and synced. `link` fails when another process was first: then
// both use that one's key.
async function createKey(path: string): Promise<Uint8Array> {
  const draft = `${path}.${randomBytes(6).toString('hex')}`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeSynced(draft, `${randomBytes(KEY_BYTES).toString('base64')}\n`);
    await link(draft, path).catch(unlessThere);
    await syncFolder(dirname(path));
  } catch (cause) {
    throw fault(path, `can't be made`, cause);
  } finally {
    await rm(draft, { force: true });
  }
  const key = await readKey(path);
  if (!key) throw fault(path, 'disappeared while it was made');
  return key;
}

async function writeSynced(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  if (!POSIX) return; // Windows opens no folders.
  const folder = await open(path, constants.O_RDONLY);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

function unlessThere(error: unknown): void {
  if (codeOf(error) !== 'EEXIST') throw error;
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function fault(path: string, complaint: string, cause?: unknown): StorageFault {
  return new StorageFault('bad-key', `The data key file ${path} ${complaint}.`, { path, cause });
}
