import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MovableClock } from '../../bot/sandbox/movable-clock.ts';
import { type Sandbox, startSandbox } from '../../bot/sandbox/sandbox.ts';
import { createDemonstrationIssuer } from '../../engine/document/demonstration-issuer.ts';
import { systemClock } from '../../service/system.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';
import { runJiazhu } from './run-jiazhu.ts';

const TOKEN = '1234567890:a-token-that-nobody-was-ever-given';
const path = temporaryFolder();

const KNOWN = { token: '1234567891:a-token-that-the-sandbox-knows', username: 'known_bot', name: '加注' };

let sandbox: Sandbox;
let taken: Server;
let takenPort: number;
beforeAll(async () => {
  sandbox = await startSandbox({ clock: MovableClock.real(), bots: [KNOWN], people: [] });
  taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  takenPort = typeof address === 'object' && address ? address.port : 0;
  await writeFile(path('a-file'), 'not a folder');
  // Making a key takes longer than all the rest.
  await mkdir(path('issuers'));
  const { pkcs12 } = createDemonstrationIssuer({ password: 'password', validFrom: systemClock.now() });
  await writeFile(path('issuers/demonstration.p12'), pkcs12);
  await writeFile(path('issuers/demonstration.password'), 'password');
});
afterAll(async () => {
  taken.close();
  await sandbox.close();
});

let folders = 0;
/** A service of its own that could start but for its token. */
function settings(changed: Readonly<Record<string, string>>): Record<string, string> {
  folders += 1;
  const folder = path(`${folders}`);
  return {
    PATH: process.env['PATH'] ?? '',
    HOLDER_BOT_TOKEN: TOKEN,
    STAFF_BOT_TOKEN: '',
    TELEGRAM_API_ROOT: sandbox.apiRoot,
    DATABASE_URL: `${folder}/jiazhu.db`,
    DATA_KEY_FILE: `${folder}/data.key`,
    ISSUER_DIR: path('issuers'),
    CATALOGUE_FILE: '',
    NOTICE_DIR: '',
    POLICY_FILE: '',
    PUBLIC_URL: '',
    LOG_LEVEL: '',
    PORT: '',
    WEB_PORT: '',
    OPERATIONS_PORT: 'none',
    ...changed,
  };
}

/** A data key of 32 bytes `fill`. */
async function keyFile(name: string, fill: number): Promise<string> {
  const file = path(`${name}.key`);
  await writeFile(file, `${Buffer.alloc(32, fill).toString('base64')}\n`, { mode: 0o600 });
  return file;
}

/** What `start` says when it can't: sentences on standard error, and exit status 1. */
async function refusal(changed: Readonly<Record<string, string>>): Promise<string[]> {
  const { code, out, err } = await runJiazhu(['start'], settings(changed));
  expect({ code, out, stack: /^\s+at /m.test(err) }).toEqual({ code: 1, out: '', stack: false });
  expect(err).not.toContain(TOKEN);
  return err.trimEnd().split('\n');
}

// A process each: on a busy machine that takes its time.
describe.concurrent('start says in one sentence', { timeout: 60_000 }, () => {
  test.each([
    ['a token that Telegram does not know', {}, /token in HOLDER_BOT_TOKEN/],
    ['a Bot API out of reach', { TELEGRAM_API_ROOT: 'http://127.0.0.1:1' }, /http:\/\/127\.0\.0\.1:1 can't be reached/],
    ['a missing catalogue', { CATALOGUE_FILE: '/nowhere/catalogue.json' }, /catalogue \/nowhere\/catalogue\.json/],
    ['a missing service notice', { NOTICE_DIR: '/nowhere/notice' }, /\/nowhere\/notice/],
  ])('%s', async (_what, changed, sentence) => {
    expect(await refusal(changed)).toEqual([expect.stringMatching(sentence)]);
  });

  test('a Bot API out of order', async () => {
    const told = { HOLDER_BOT_TOKEN: KNOWN.token };
    sandbox.fault({ bot: KNOWN.username, method: 'getMe', fault: { kind: 'server_error' } });
    expect(await refusal(told)).toEqual([expect.stringContaining('answers 500 Internal Server Error')]);
  });

  test('a staff token that Telegram does not know', async () => {
    const told = { HOLDER_BOT_TOKEN: KNOWN.token, STAFF_BOT_TOKEN: TOKEN };
    expect(await refusal(told)).toEqual([expect.stringMatching(/token in STAFF_BOT_TOKEN/)]);
  });

  test.each(['DATABASE_URL', 'DATA_KEY_FILE', 'ISSUER_DIR'])('a %s that can not be made', async (name) => {
    const said = await refusal({ [name]: path(`a-file/${name}`) });
    expect(said).toEqual([expect.stringContaining(path('a-file'))]);
  });

  test('a database that is none', async () => {
    await writeFile(path('garbage.db'), 'This is no database. '.repeat(1000));
    const said = await refusal({ DATABASE_URL: path('garbage.db'), DATA_KEY_FILE: await keyFile('garbage', 1) });
    expect(said).toEqual([expect.stringContaining('garbage.db is not an SQLite database')]);
  });

  test('another data key than the one the database was made with', async () => {
    const changed = { DATABASE_URL: path('made.db'), DATA_KEY_FILE: await keyFile('first', 1) };
    expect((await runJiazhu(['link-code', 'NONE'], settings(changed))).err).toContain('no certificate');
    const said = await refusal({ ...changed, DATA_KEY_FILE: await keyFile('second', 2) });
    expect(said).toEqual([expect.stringContaining('The data key is not the one')]);
  });

  test('a data key that others may read', async () => {
    const file = await keyFile('open', 1);
    await chmod(file, 0o644);
    expect(await refusal({ DATA_KEY_FILE: file })).toEqual([expect.stringContaining('run chmod 600')]);
  });

  test('an issuer whose key does not open', async () => {
    const folder = path('issuer');
    await mkdir(folder);
    await writeFile(`${folder}/demonstration.p12`, 'no key');
    await writeFile(`${folder}/demonstration.password`, 'no password');
    expect(await refusal({ ISSUER_DIR: folder })).toEqual([expect.stringContaining('demonstration.p12')]);
  });

  test('a port in use, without a token', async () => {
    const said = await refusal({ HOLDER_BOT_TOKEN: '', PORT: `${takenPort}` });
    expect(said).toEqual([`Port ${takenPort} is in use; stop what uses it, or set PORT to another one.`]);
  });

  test.each(['WEB_PORT', 'OPERATIONS_PORT'])('a port in use, set as %s', async (setting) => {
    const said = await refusal({ HOLDER_BOT_TOKEN: KNOWN.token, [setting]: `${takenPort}` });
    expect(said).toEqual([`Port ${takenPort} is in use; stop what uses it, or set ${setting} to another one.`]);
  });
});

test('start names every mistake of the configuration at once, before anything is made', async () => {
  await writeFile(path('policy.json'), '{ "quota": { "limit": 0 }, "unheard": 1 }');
  const said = await refusal({
    HOLDER_BOT_TOKEN: 'no token',
    STAFF_BOT_TOKEN: 'none either',
    TELEGRAM_API_ROOT: 'telegram',
    DATABASE_URL: 'mysql://example/jiazhu',
    PORT: '99999',
    PUBLIC_URL: 'ftp://example',
    WEB_HOST: 'localhost',
    WEB_PORT: '-1',
    TRUSTED_PROXIES: '10.0.0.0/8, proxy.example, 10.0.0.0/33',
    WEBHOOK: 'yes',
    OPERATIONS_PORT: 'any',
    LOG_LEVEL: 'loud',
    POLICY_FILE: path('policy.json'),
    DATA_KEY_FILE: path('never-made.key'),
  });
  const named = said.map((line) => /^[A-Z_]+|quota\.limit|unheard/.exec(line.replace(/^Policy file \S+ ?/, ''))?.[0]);
  expect(new Set(named)).toEqual(
    new Set([
      'HOLDER_BOT_TOKEN',
      'STAFF_BOT_TOKEN',
      'TELEGRAM_API_ROOT',
      'DATABASE_URL',
      'PORT',
      'PUBLIC_URL',
      'WEB_HOST',
      'WEB_PORT',
      'TRUSTED_PROXIES',
      'WEBHOOK',
      'OPERATIONS_PORT',
      'LOG_LEVEL',
      'quota.limit',
      'unheard',
    ]),
  );
  expect(existsSync(path('never-made.key'))).toBe(false);
});

describe.concurrent('a command that is misused', { timeout: 60_000 }, () => {
  test.each([
    [['begin'], 'There is no command "begin"'],
    [['start', 'now'], 'start takes no arguments'],
    [['registry'], 'Usage: npm run -s jiazhu -- registry import FILE'],
    [['registry', 'import', 'nofile.csv', '--dry-run'], "nofile.csv can't be read"],
    [['link-code'], 'link-code needs the management number'],
    [['staff', 'invite'], 'staff invite needs --role'],
    [['audit'], 'audit needs verify'],
    [['verify', 'nofile.pdf'], "nofile.pdf can't be read"],
    [['verify'], 'Usage: npm run -s jiazhu -- verify FILE'],
    [['sandbox', '--port', 'any'], 'jiazhu -- sandbox [--port N] [--host ADDRESS] [--bot TOKEN[=USERNAME]]…'],
  ])('%s exits 2 and says how it is used, and makes nothing', async (argv, sentence) => {
    const env = settings({});
    const { code, out, err } = await runJiazhu(argv, env);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(sentence);
    for (const made of ['DATABASE_URL', 'DATA_KEY_FILE']) expect(existsSync(env[made] ?? '')).toBe(false);
  });

  test.each([[['help']], [['--help']], [['start', '--help']], [[]]])('%s shows the help and exits 0', async (argv) => {
    const { code, out, err } = await runJiazhu(argv, settings({}));
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('registry import FILE');
  });
});
