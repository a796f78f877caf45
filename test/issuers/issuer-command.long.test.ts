import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Io, UsageFault } from '../../cli/command.ts';
import { issuerCommand } from '../../cli/issuer-command.ts';
import { openDatabase } from '../../service/open-database.ts';
import { systemClock } from '../../service/system.ts';
import { DAY_MS, later } from '../../engine/time/instant.ts';
import { runJiazhu } from '../cli/run-jiazhu.ts';
import { revocationList } from '../trust/answers.ts';
import { party, SIGNER } from '../trust/pki.ts';
import { folderOf, issuerNamed, pemFiles, ROOT } from './folder.ts';

const now = systemClock.now();

/** A catalogue with one issuer, whose key ends after so many days from now. `listed`: a list says that it was revoked. */
async function installation(days: number, listed = false): Promise<string> {
  const [from, until] = [later(now, -400 * DAY_MS), later(now, days * DAY_MS)];
  const seal = party({ name: '测试签章', by: ROOT, extensions: SIGNER, from, until });
  const { files, settings } = pemFiles('seal', seal, ROOT);
  const issuer = issuerNamed('ministry');
  return folderOf({
    ...files,
    'list.crl': revocationList({ authority: ROOT, revoked: [{ certificate: seal.certificate, at: from }], at: now }),
    'issuers.json': { issuers: { ministry: { keys: [settings], revocationLists: listed ? ['list.crl'] : [] } } },
    'catalogue.json': { version: '1', issuers: [issuer], qualifications: [] },
  });
}

function run(dir: string, ...argv: readonly string[]) {
  const own = { ISSUER_DIR: dir, CATALOGUE_FILE: path.join(dir, 'catalogue.json'), POLICY_FILE: '' };
  const settings = { ...own, DATABASE_URL: path.join(dir, 'jiazhu.db'), DATA_KEY_FILE: path.join(dir, 'data.key') };
  return runJiazhu(['issuer', ...argv], { PATH: process.env['PATH'] ?? '', ...settings });
}

// A process each: on a busy machine that takes its time.
describe('issuer check', { timeout: 60_000 }, () => {
  it.each([
    ['is content with a key that lasts', 120, 0, '✓ ministry: can sign until'],
    ['warns of one that copies outlive', 80, 0, 'on outlive the key: their signature is no longer confirmed after'],
    ['warns of one that ends soon', 30, 0, '⚠ ministry: can sign only until'],
    ['refuses one that is over', -1, 1, '✗ ministry: has no key that is valid now'],
  ])('%s', async (_, days, code, line) => {
    const done = await run(await installation(days), 'check');
    expect(done).toMatchObject({ code, err: '' });
    expect(done.out.split('\n')[0]).toContain(line);
    expect(done.out).toContain('seal.key “测试签章”: P-256');
    expect(done.out).toMatch(/\n· a running service knows what has changed here from its next start\n$/);
  });

  it('says nothing of a running service where only the demonstration key signs', async () => {
    const dir = await folderOf({});
    const catalogue = { version: '1', issuers: [issuerNamed('demo', true)], qualifications: [] };
    await writeFile(path.join(dir, 'catalogue.json'), JSON.stringify(catalogue));
    expect((await run(dir, 'check')).out.trim().split('\n')).toHaveLength(1);
  });
});

describe('issuer check of a key that was revoked', { timeout: 60_000 }, () => {
  const refused = /^✗ ministry: can't sign, as “测试签章” was revoked on \d{4}-\d\d-\d\d; add a newer key\n/;

  it('refuses it by a list of the operator’s, and makes no database', async () => {
    const dir = await installation(100, true);
    expect(await run(dir, 'check')).toMatchObject({ code: 1, err: '', out: expect.stringMatching(refused) });
    expect(await readdir(dir)).not.toContain('jiazhu.db');
  });

  it('refuses it by what the service has learnt', async () => {
    const dir = await installation(100);
    const files = { databaseUrl: path.join(dir, 'jiazhu.db'), dataKeyFile: path.join(dir, 'data.key') };
    const storage = await openDatabase(files);
    const proof = await readFile(path.join(dir, 'list.crl'));
    await storage.transact((tx) => tx.revocations.put({ certificate: '0'.repeat(64), kind: 'list', proof }));
    await storage.close();
    expect(await run(dir, 'check')).toMatchObject({ code: 1, err: '', out: expect.stringMatching(refused) });
  });
});

it('issuer list says who signs and with what', { timeout: 60_000 }, async () => {
  const { code, out } = await run(await installation(100), 'list');
  expect(code).toBe(0);
  expect(out).toMatch(
    /^ministry {2}测试考试中心 {2}Test Examination Centre\n {2}seal {2}a frame with its name\n {2}key {3}seal\.key: P-256, until \d/,
  );
});

describe('issuer', () => {
  const said: string[] = [];
  const io: Io = { out: (text) => said.push(text), err: (text) => said.push(text), isTerminal: false };

  it('create-demo makes a demonstration key, once', async () => {
    const dir = await folderOf({});
    expect(await issuerCommand(['create-demo', '--out', dir], io)).toBe(0);
    expect((await readdir(dir)).sort()).toEqual(['demonstration.p12', 'demonstration.password']);
    expect(await issuerCommand(['create-demo', '--out', dir], io)).toBe(1);
    expect(said).toEqual([expect.stringContaining('样张 SPECIMEN'), expect.stringContaining('already')]);
  });

  it.each([[[]], [['show']], [['check', 'this']], [['list', '--out', 'x']], [['check', '--all']]])(
    'is misused by %j',
    async (argv) => {
      await expect(issuerCommand(argv, io)).rejects.toBeInstanceOf(UsageFault);
    },
  );
});
