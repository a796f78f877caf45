import { chmod, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { loadDataKey } from '../../storage/key-file.ts';
import { temporaryFolder } from './temporary-folder.ts';

const path = temporaryFolder();
const posix = process.platform !== 'win32';

describe('the data key file', () => {
  it('is made when missing, with the folders above it, and read from then on', async () => {
    const key = await loadDataKey(path('made/here/data.key'));
    expect(key).toHaveLength(32);
    expect(Buffer.from(await loadDataKey(path('made/here/data.key')))).toEqual(Buffer.from(key));
    const text = await readFile(path('made/here/data.key'), 'utf8');
    expect(text).toBe(`${Buffer.from(key).toString('base64')}\n`);
  });

  it('is another one each time', async () => {
    const keys = [await loadDataKey(path('one.key')), await loadDataKey(path('other.key'))];
    expect(Buffer.from(keys[0]!)).not.toEqual(Buffer.from(keys[1]!));
  });

  it('is one key for all that start at the same time, and leaves no drafts', async () => {
    await mkdir(path('crowd'));
    const keys = await Promise.all(Array.from({ length: 20 }, () => loadDataKey(path('crowd/data.key'))));
    expect(new Set(keys.map((key) => Buffer.from(key).toString('hex'))).size).toBe(1);
    expect(await readdir(path('crowd'))).toEqual(['data.key']);
  });

  it.runIf(posix)('is readable by its owner only', async () => {
    await loadDataKey(path('mode.key'));
    expect((await stat(path('mode.key'))).mode & 0o777).toBe(0o600);
  });

  it.runIf(posix).each([0o640, 0o604, 0o644, 0o660])('is refused with mode %o, saying what to do', async (mode) => {
    await loadDataKey(path(`${mode}.key`));
    await chmod(path(`${mode}.key`), mode);
    await expect(loadDataKey(path(`${mode}.key`))).rejects.toMatchObject({
      name: 'StorageFault',
      code: 'bad-key',
      path: path(`${mode}.key`),
      message: `The data key file ${path(`${mode}.key`)} may be read by others: run chmod 600 on it.`,
    });
  });

  it.each([
    ['nothing', ''],
    ['a passphrase', 'correct horse battery staple'],
    ['too short a key', Buffer.alloc(31).toString('base64')],
    ['too long a key', Buffer.alloc(33).toString('base64')],
    ['hexadecimal digits', '0f'.repeat(32)],
    ['two keys', `${Buffer.alloc(32).toString('base64')}\n${Buffer.alloc(32).toString('base64')}`],
  ])('is refused, and left alone, when it holds %s', async (what, text) => {
    const file = path(`${what}.key`);
    await writeFile(file, text, { mode: 0o600 });
    await expect(loadDataKey(file)).rejects.toMatchObject({
      code: 'bad-key',
      message: `The data key file ${file} does not hold a key, 32 bytes in base64.`,
    });
    expect(await readFile(file, 'utf8')).toBe(text);
  });

  it('may end with a line end of any kind, or none', async () => {
    const base64 = Buffer.alloc(32, 5).toString('base64');
    for (const [name, end] of Object.entries({ none: '', unix: '\n', dos: '\r\n' })) {
      await writeFile(path(`${name}-end.key`), `${base64}${end}`, { mode: 0o600 });
      expect(Buffer.from(await loadDataKey(path(`${name}-end.key`)))).toEqual(Buffer.alloc(32, 5));
    }
  });

  it('gives one clear sentence when it can not be read or made', async () => {
    await mkdir(path('folder.key'), { mode: 0o700 });
    await writeFile(path('file'), '');
    await expect(loadDataKey(path('folder.key'))).rejects.toMatchObject({
      code: 'bad-key',
      message: `The data key file ${path('folder.key')} can't be read.`,
    });
    await expect(loadDataKey(path('file/data.key'))).rejects.toMatchObject({ code: 'bad-key' });
  });
});
