import { writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { UsageFault } from '../../cli/command.ts';
import { verifyCommand } from '../../cli/verify/verify-command.ts';
import { readForVerification, verifyBytes } from '../../cli/verify/verify-file.ts';
import { verdictForMachines, verdictForPeople } from '../../cli/verify/verify-report.ts';
import { languageOfTerminal } from '../../cli/terminal-language.ts';
import { LARGEST_COPY } from '../../engine/document/verify/signed-file.ts';
import type { CopyVerdict } from '../../engine/verification/verify-copy.ts';
import { openDatabase } from '../../service/open-database.ts';
import { day } from '../engine/arbitraries.ts';
import { World } from '../engine/world.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { BASIS, CERTIFICATE, ENDORSEMENT, NOW, sampleMaker } from '../document/samples.ts';
import { runJiazhu } from './run-jiazhu.ts';

const path = temporaryFolder();
const { bytes } = await sampleMaker('demonstration').makeCopy(CERTIFICATE, ENDORSEMENT);
const sha256 = createHash('sha256').update(bytes).digest('hex');

/** What a verified copy says, both ways. */
async function reports(change: (bytes: Uint8Array) => Uint8Array = (same) => same) {
  const world = await World.open();
  world.maker.makeCopy = async () => ({ bytes: Uint8Array.from(bytes), sha256 });
  await world.valid({ validity: { days: 30 } });
  const file = path('copy.pdf');
  await writeFile(file, change(bytes));
  const read = await readForVerification(file);
  const deps = { ...world, trust: { trustedRoots: BASIS.trustedRoots } };
  const verdict = await verifyBytes(read.bytes, deps, NOW);
  await world.storage.close();
  return { read, verdict, machines: verdictForMachines(read, NOW, verdict) };
}

describe('a copy that holds', () => {
  let good: Awaited<ReturnType<typeof reports>>;
  beforeAll(async () => {
    good = await reports();
  });

  test('is told to machines as docs/operating.md promises', () => {
    expect(good.machines).toEqual({
      version: 1,
      verifiedAt: '2026-12-01T02:52:07.000Z',
      file: { sha256, size: bytes.length },
      passed: true,
      issued: {
        status: 'passed',
        reason: 'valid',
        sentence: { 'zh-CN': expect.stringMatching(/。$/), en: expect.stringMatching(/\.$/) },
        copy: {
          kind: 'endorsed',
          number: expect.stringMatching(/^JZ20261120-\w{6}$/),
          maskedName: '欧***',
          qualification: { 'zh-CN': '执业药师', en: 'Licensed Pharmacist' },
          level: null,
          issuer: '示范部',
          scenario: { 'zh-CN': '本人调用', en: 'Use by the holder' },
          firstDay: '2026-11-20',
          lastDay: '2026-12-19',
          madeAt: '2026-11-20T01:00:00.000Z',
        },
      },
      sound: {
        status: 'passed',
        reason: 'sound',
        sentence: { 'zh-CN': expect.stringMatching(/。$/), en: expect.stringMatching(/\.$/) },
        signature: {
          level: 'B-B',
          signer: expect.stringContaining('SPECIMEN'),
          issuer: expect.any(String),
          certificateSha256: expect.stringMatching(/^[0-9a-f]{64}$/),
          notBefore: expect.stringMatching(/Z$/),
          notAfter: expect.stringMatching(/Z$/),
          claimedAt: '2026-12-01T02:52:07.000Z',
          provenAt: null,
          timestampAuthority: null,
        },
      },
    });
  });

  test('is told to people in their language, masked', () => {
    const chinese = verdictForPeople('zh-CN', good.verdict);
    expect(chinese).toMatch(
      /✓ 本服务出具: 这份文件由本服务出具.*\(valid\)\n.*欧\*\*\* · 执业药师.*\n✓ 文件本身: .*\(sound\)\n/,
    );
    expect(verdictForPeople('en', good.verdict)).toContain('✓ issued here: This file was issued by this service');
    expect(chinese).not.toContain('欧阳');
  });
});

test('a copy that was changed fails both ways, and names no holder', async () => {
  const { machines, verdict } = await reports((good) => Buffer.concat([good, Buffer.from('\n')]));
  expect(machines).toMatchObject({
    passed: false,
    issued: { reason: 'altered', copy: null },
    sound: { reason: 'appended-to' },
  });
  expect(verdictForPeople('en', verdict)).toMatch(/✗ issued here: .*\(altered\)\n✗ by itself: .*\(appended-to\)/);
});

test('a file that is indeterminate is marked as such', () => {
  const verdict: CopyVerdict = {
    issued: { status: 'failed', reason: 'not-issued', copy: null },
    sound: { status: 'indeterminate', reason: 'out-of-time', signature: null },
  };
  expect(verdictForPeople('en', verdict)).toMatch(/\n\? by itself: /);
});

test('a file of any size is read to its end, but kept only as far as it can be a copy', async () => {
  const large = Buffer.alloc(3 * LARGEST_COPY, 'x');
  await writeFile(path('large'), large);
  const read = await readForVerification(path('large'));
  expect(read).toMatchObject({ size: large.length, sha256: createHash('sha256').update(large).digest('hex') });
  expect(read.bytes.length).toBeGreaterThan(LARGEST_COPY);
  expect(read.bytes.length).toBeLessThan(2 * LARGEST_COPY);
});

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh-CN'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
  [{ LC_MESSAGES: 'zh_TW', LANG: 'C', LC_ALL: '' }, 'zh-CN'],
  [{}, 'en'],
])('the terminal with %o speaks %s', (env, language) => {
  expect(languageOfTerminal(env)).toBe(language);
});

describe('the command', () => {
  const env = () => ({
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: path('jiazhu.db'),
    DATA_KEY_FILE: path('data.key'),
    ISSUER_DIR: path('issuer'),
    POLICY_FILE: '',
    CATALOGUE_FILE: '',
  });

  test('exits with 1 for a file that isn’t ours, with one line of JSON', async () => {
    await writeFile(path('foreign.pdf'), '%PDF-1.7\nan invoice');
    const { code, out, err } = await runJiazhu(['verify', path('foreign.pdf'), '--json'], env());
    expect({ code, err, lines: out.split('\n').length }).toEqual({ code: 1, err: '', lines: 2 });
    expect(JSON.parse(out)).toMatchObject({
      version: 1,
      passed: false,
      issued: { status: 'failed', reason: 'not-issued', copy: null },
      sound: { status: 'failed', reason: 'no-signature', signature: null },
    });
  });

  test('is counted as a way to verify', async () => {
    await writeFile(path('foreign.pdf'), '%PDF-1.7\nan invoice');
    const counted = { ...env(), DATABASE_URL: path('counted.db') };
    await runJiazhu(['verify', path('foreign.pdf')], counted);
    const storage = await openDatabase({ databaseUrl: path('counted.db'), dataKeyFile: path('data.key') });
    const [first, last] = [day('2000-01-01'), day('9999-12-31')];
    const counts = await storage.transact((tx) => tx.statistics.verifications(first, last));
    await storage.close();
    expect(counts).toMatchObject([{ door: 'command-line', result: 'not-issued', count: 1 }]);
  });

  test('exits with 2 for a file that can’t be read', async () => {
    const { code, out, err } = await runJiazhu(['verify', path('missing.pdf')], env());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Usage: npm run -s jiazhu -- verify FILE [--json]');
  });

  test.each([
    ['no file', []],
    ['two files', ['a.pdf', 'b.pdf']],
    ['an unknown option', ['--fast', 'a.pdf']],
    ['a folder', ['/tmp']],
  ])('is misused with %s', async (_, argv) => {
    const io = { out: () => {}, err: () => {}, isTerminal: false };
    await expect(verifyCommand(argv, io)).rejects.toThrow(UsageFault);
  });
});
