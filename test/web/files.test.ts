import { expect, test } from 'vitest';
import { judgeFile } from '../../engine/verification/file-soundness.ts';
import { LARGEST_UPLOAD } from '../../web/routes/files.ts';
import { multipart, startWeb, type Web } from './start-web.ts';

const FOREIGN = Buffer.from('%PDF-1.7\nan invoice');
const CONSENT = { consent: 'yes' };

async function upload({ app }: Web, fields: Readonly<Record<string, string>>, file?: Uint8Array) {
  return app.inject({ method: 'POST', url: '/files', ...(await multipart(fields, file)) });
}

async function copyOf({ world }: Web, id: string): Promise<Uint8Array> {
  return (await world.storage.transact((tx) => tx.copies.get(id))) ?? new Uint8Array();
}

test('a file that stays where it is, is known by its hash', async () => {
  const { app, told, world } = await startWeb();
  const { number, sha256 } = await world.valid();
  const { body, statusCode } = await app.inject(`/files/${sha256}`);
  expect(statusCode).toBe(200);
  for (const words of ['查验通过', '逐字节一致', '欧***', number]) expect(body).toContain(words);
  expect(body).not.toContain('data-upload');
  expect(told).toEqual([expect.objectContaining({ by: 'digest', reason: 'valid', number })]);
});

test('one that isn’t ours byte for byte may be uploaded, once its owner agrees', async () => {
  const { app } = await startWeb();
  const { body } = await app.inject(`/files/${'0'.repeat(64)}?lang=en`);
  expect(body).toContain('Not one of our originals');
  expect(body).toMatch(/action="\/files\?lang=en"[^>]*data-upload/);
  expect(body).toMatch(/name="consent"\s+value="yes"\s+required/);
  for (const url of ['/files/abc', `/files/${'g'.repeat(64)}`]) expect((await app.inject(url)).statusCode).toBe(404);
});

test('an uploaded file is judged whole: ours, altered or foreign', async () => {
  const web = await startWeb();
  const { id, verificationCode } = await web.world.valid();
  const ours = await upload(web, CONSENT, await copyOf(web, id));
  expect(ours.body).toContain('data-reason="valid"');
  const linking = Buffer.from(`%PDF-1.7\n/URI (https://example.org/v/${verificationCode})`);
  const altered = await upload(web, CONSENT, linking);
  expect(altered.body).toContain('data-reason="altered"');
  expect(altered.body).toContain('不是原始文件');
  const foreign = await upload(web, CONSENT, FOREIGN);
  expect(foreign.body).toContain('data-reason="not-issued"');
  expect(foreign.body).toContain('文件自身的签名');
  expect(web.told.map(({ by, reason }) => [by, reason])).toEqual([
    ['file', 'valid'],
    ['file', 'altered'],
    ['file', 'not-issued'],
  ]);
});

test('without consent nothing is looked at', async () => {
  const judged: unknown[] = [];
  const judge = {
    judge: async (bytes: Uint8Array) => judgeFile(bytes, { trustedRoots: [], at: judged.push(bytes) as never }),
  };
  const web = await startWeb({ judge });
  for (const fields of [{}, { consent: 'no' }]) {
    const { body, statusCode } = await upload(web, fields, FOREIGN);
    expect(statusCode).toBe(422);
    expect(body).toContain('文件没有被查看');
  }
  expect(judged).toEqual([]);
});

test.each([
  ['no file', undefined, 422, '没有收到文件'],
  ['an empty file', new Uint8Array(), 422, '没有收到文件'],
  ['more than 10 MB', new Uint8Array(LARGEST_UPLOAD + 1), 413, '文件过大'],
])('%s is told in words', async (_what, file, status, words) => {
  const { body, statusCode } = await upload(await startWeb(), CONSENT, file);
  expect({ statusCode, told: body.includes(words) }).toEqual({ statusCode: status, told: true });
});

test('exactly 10 MB is looked at', async () => {
  const { statusCode } = await upload(await startWeb(), CONSENT, new Uint8Array(LARGEST_UPLOAD));
  expect(statusCode).toBe(200);
});

test.each([
  [
    'a form that breaks off',
    'multipart/form-data; boundary=x',
    '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n%PDF',
  ],
  ['a form without a boundary', 'multipart/form-data', '--x--'],
  ['no form at all', 'application/json', '{}'],
  [
    'too many parts',
    'multipart/form-data; boundary=x',
    `${'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(50)}--x--`,
  ],
  [
    'two files',
    'multipart/form-data; boundary=x',
    `${'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n1\r\n'.repeat(2)}--x--`,
  ],
])('%s is refused, and nothing breaks', async (_what, type, payload) => {
  const web = await startWeb();
  const { body, statusCode } = await web.app.inject({
    method: 'POST',
    url: '/files',
    payload,
    headers: { 'content-type': type },
  });
  expect(body).not.toContain('文件过大');
  expect(statusCode).toBeGreaterThanOrEqual(400);
  expect(statusCode).toBeLessThan(500);
  expect(web.logged).toEqual([]);
  expect((await web.app.inject('/healthz')).statusCode).toBe(200);
});

test('more files at once than fit into memory are asked to come back', async () => {
  const gate = Promise.withResolvers<void>();
  const judge = {
    judge: async (bytes: Uint8Array) => {
      await gate.promise;
      return judgeFile(bytes, { trustedRoots: [], at: 0 as never });
    },
  };
  const web = await startWeb({ judge, limits: { uploadsAtOnce: 2 } });
  const first = [upload(web, CONSENT, FOREIGN), upload(web, CONSENT, FOREIGN)];
  await new Promise((resolve) => setImmediate(resolve));
  const third = await Promise.race([upload(web, CONSENT, FOREIGN), ...first]);
  expect(third.statusCode).toBe(503);
  expect(third.headers['retry-after']).toBe('10');
  gate.resolve();
  expect((await Promise.all(first)).map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect((await upload(web, CONSENT, FOREIGN)).statusCode).toBe(200);
});

test('nobody’s files keep those of others out', async () => {
  const gate = Promise.withResolvers<void>();
  const judge = {
    judge: async (bytes: Uint8Array) => {
      await gate.promise;
      return judgeFile(bytes, { trustedRoots: [], at: 0 as never });
    },
  };
  const { app } = await startWeb({ judge });
  const form = await multipart(CONSENT, FOREIGN);
  const from = (remoteAddress: string) => app.inject({ method: 'POST', url: '/files', remoteAddress, ...form });
  const hers = ['2001:db8::1', '2001:db8::2', '2001:db8::3'].map(from);
  expect((await Promise.race(hers)).statusCode).toBe(503);
  const other = from('192.0.2.9');
  gate.resolve();
  const statuses = (await Promise.all([...hers, other])).map(({ statusCode }) => statusCode);
  expect(statuses.toSorted((one, another) => one - another)).toEqual([200, 200, 200, 503]);
  expect((await other).statusCode).toBe(200);
});
