import type { Update } from 'grammy/types';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import { dumpDatabase } from '../../fakes/dump-database.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { type Journey, startJourney } from '../journey.ts';
import { agree, askFor, goToProof, holder, tapFor } from '../ways.ts';

const GROUP = { id: -1_000_000_000_001, title: '同事群', bots: ['jiazhu_bot'], members: [1001], admins: [] };
const path = temporaryFolder();

let journey: Journey;
let database: string;
let updates: Map<number, Update>;
let files = 0;
beforeEach(async () => {
  updates = new Map();
  files += 1;
  database = path(`${files}.db`);
  journey = await startJourney({
    database,
    groups: [GROUP],
    listen: ({ method, stage, answer }) => {
      if (method === 'getUpdates' && stage === 'carried-out') collect(answer);
      return 'pass';
    },
  });
});
afterEach(() => journey.close());

function collect(answer: Buffer | null): void {
  const { result = [] } = JSON.parse(answer?.toString() ?? '{}') as { result?: Update[] };
  for (const update of result) updates.set(update.update_id, update);
}

/** Updates of one person are handled one after another: once this one is, those before it are. */
function untilHandled(id: number): Promise<void> {
  const from = { id, is_bot: false, first_name: 'x' };
  const chat = { id: -1, type: 'group' as const, title: 'x' };
  return journey.bot.handle({ update_id: 0, message: { message_id: 0, date: 0, chat, from, text: '' } });
}

async function stateOfEverything() {
  await journey.work();
  // Asking for a file that somebody sent changes nothing.
  const calls = journey.sandbox.requests().filter(({ method }) => method !== 'getFile');
  return { rows: await dumpDatabase(database), calls: calls.length };
}

/** Delivers everything that came since the last time once more. */
async function deliverAgain(): Promise<number> {
  const again = [...updates.values()];
  updates.clear();
  for (const id of [1001, 1002, 1010]) await untilHandled(id);
  const before = await stateOfEverything();
  for (const update of again) await journey.bot.handle(update);
  expect(await stateOfEverything()).toEqual(before);
  expect(journey.logged).toEqual([]);
  return again.length;
}

async function say(person: PersonClient, text: string, expected: string | RegExp): Promise<void> {
  await person.sendText(text);
  await person.waitForText(expected);
}

test('linking, right and wrong, by phone and by code, counts each attempt once', async () => {
  const stranger = await goToProof(journey, 1002);
  await stranger.shareContact({ phone_number: '8613700000000' });
  await stranger.waitForText('未能绑定');
  expect(await deliverAgain()).toBe(6);
  const code = await journey.linkCode(1010);
  const person = await goToProof(journey, 1010);
  await say(person, code, '服务须知');
  await agree(person);
  await deliverAgain();
  expect(journey.sandbox.requests().some(({ method }) => method === 'deleteMessage')).toBe(true);
});

test('a request, its copy, another fetch, revoking it and the next ones are done once', async () => {
  const person = await holder(journey, 1001);
  await deliverAgain();
  await askFor(person, /建造师/);
  expect(await deliverAgain()).toBe(6);
  await person.waitForDocument();
  await say(person, '/endorsements', '我的加注');
  await tapFor(person, /余 90 天/, '加注信息');
  await person.tap(/再次获取/);
  await person.callbackAnswer();
  await deliverAgain();
  await tapFor(person, '作废此加注', '确认作废这项加注');
  await tapFor(person, '确认作废', '⛔');
  await deliverAgain();
  await askFor(person, /建造师/);
  await deliverAgain();
  await journey.advance({ days: 83 });
  await tapFor(person, '按原样再申请 90 天', '证书生成中');
  await deliverAgain();
  const copies = person.chat().messages.filter(({ document }) => document);
  expect(copies).toHaveLength(4);
});

test('what a person settles about themself is settled once', async () => {
  const person = await holder(journey, 1001);
  await deliverAgain();
  await person.sendSticker();
  await person.waitForText(/./);
  await say(person, '/language', '请选择语言');
  await say(person, '/help', '使用帮助');
  await say(person, '/privacy', '隐私');
  await person.tap('导出我的数据');
  await person.waitForDocument();
  await deliverAgain();
  await person.sendDocument({ file_name: 'a.pdf', mime_type: 'application/pdf', bytes: Buffer.from('%PDF-1.7') });
  await person.waitForText(/./);
  await person.block();
  await person.unblock();
  await say(person, '/privacy', '隐私');
  await tapFor(person, '删除我的数据', '确认');
  await tapFor(person, '确认删除', /已删除/);
  expect(await deliverAgain()).toBe(6);
});

test('in a group the bot points to the private chat once', async () => {
  const person = journey.sandbox.person(1001, 'jiazhu_bot', GROUP.id);
  await say(person, '/start', '只能在私聊中办理');
  expect(await deliverAgain()).toBe(1);
});
