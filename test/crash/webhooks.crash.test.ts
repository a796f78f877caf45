import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Person } from '../../bot/sandbox/chat-api.ts';
import { MovableClock } from '../../bot/sandbox/movable-clock.ts';
import type { PersonClient } from '../../bot/sandbox/person-client.ts';
import { type Sandbox, startSandbox } from '../../bot/sandbox/sandbox.ts';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import { inviteMember } from '../../engine/staff/invite-member.ts';
import { loadDataKey } from '../../storage/key-file.ts';
import { openStorage } from '../../storage/open-storage.ts';
import { freePort } from '../fakes/free-port.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { ServiceProcess } from './service-process.ts';

const HOLDER_BOT = { token: '7654321098:crash-test-token-that-opens-nothing', username: 'jiazhu_bot', name: '加注' };
const STAFF_BOT = {
  token: '7654321099:crash-test-token-of-staff-no-secret',
  username: 'jiazhu_staff_bot',
  name: '客服',
};
const LI: Person = {
  id: 701,
  first_name: '李',
  language_code: 'zh-CN',
  phone_number: '8613800000001',
  bot: 'jiazhu_bot',
};
const ZHOU: Person = { ...LI, id: 702, first_name: '周', bot: STAFF_BOT.username };
const KILLS = 8;
/** Telegram's pauses before it brings an update again grow while nobody is there. */
const PATIENCE = { timeoutMs: 60_000 };

let folder: string;
let sandbox: Sandbox;
let service: ServiceProcess;
let code: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'jiazhu-webhooks-'));
  const clock = MovableClock.real();
  sandbox = await startSandbox({ clock, bots: [HOLDER_BOT, STAFF_BOT], people: [LI, ZHOU] });
  const env = await settings(sandbox.apiRoot);
  const storage = await openStorage({ url: env.DATABASE_URL, dataKey: await loadDataKey(env.DATA_KEY_FILE) });
  const deps = { policy: DEFAULT_POLICY, random: seededRandom('crash') };
  const invited = { now: clock.now(), role: 'agent', by: null } as const;
  ({ code } = await storage.transact((tx) => inviteMember(tx, deps, invited)));
  await storage.close();
  service = new ServiceProcess(env);
  service.start();
});
afterAll(async () => {
  await service.kill();
  await sandbox.close();
  await rm(folder, { recursive: true, force: true });
});

async function settings(apiRoot: string) {
  const port = `${await freePort()}`;
  return {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: path.join(folder, 'jiazhu.db'),
    DATA_KEY_FILE: path.join(folder, 'data.key'),
    ISSUER_DIR: path.join(folder, 'issuer'),
    HOLDER_BOT_TOKEN: HOLDER_BOT.token,
    STAFF_BOT_TOKEN: STAFF_BOT.token,
    TELEGRAM_API_ROOT: apiRoot,
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    WEB_PORT: port,
    WEBHOOK: '1',
  };
}

type Command = '/help' | '/cancel';

/** What the answers so far are to; one that went out just before a kill may follow itself. */
function answered(person: PersonClient, since: number): Command[] {
  const answers = person
    .chat()
    .messages.filter(({ from, message_id }) => from === 'bot' && message_id > since)
    .map(({ text = '' }): Command => (text.includes('没有正在进行') ? '/cancel' : '/help'));
  return answers.filter((answer, n) => answer !== answers[n - 1]);
}

test(
  'with webhooks, a service that is killed again and again answers everything in order, to holders and staff',
  { timeout: 300_000 },
  async () => {
    const people = [sandbox.person(LI.id), sandbox.person(ZHOU.id)] as const;
    await people[0].sendText('/start');
    await people[1].openDeepLink(code);
    await people[0].waitForText('您好', { before: true, ...PATIENCE });
    await people[1].waitForText('欢迎加入', { before: true, ...PATIENCE });
    const since = people.map((person) => person.lastMessage().message_id);
    const said: Command[] = [];
    const random = seededRandom('moments');
    for (let kill = 0; kill < KILLS; kill += 1) {
      for (const command of ['/help', '/cancel'] as const) {
        said.push(command);
        for (const person of people) await person.sendText(command);
      }
      // From before the bots are at work until well after everything is answered.
      await delay(20 * (random.bytes(1)[0] ?? 0));
      await service.kill();
      service.start();
    }
    for (const [n, person] of people.entries()) {
      const all = () => answered(person, since[n] ?? 0).length >= said.length;
      await Promise.race([person.waitFor(all, { what: 'all answers', ...PATIENCE }), service.ended]);
      expect(answered(person, since[n] ?? 0)).toEqual(said);
    }
    expect(service.output).not.toMatch(/"level":[56]0/);
  },
);
