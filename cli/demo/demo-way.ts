import type { PersonClient } from '../../bot/sandbox/person-client.ts';
import type { Sandbox } from '../../bot/sandbox/sandbox.ts';
import { DAY_MS, type Instant } from '../../engine/time/instant.ts';

export interface DemonstratedCopy {
  fileName: string;
  bytes: Uint8Array;
  /** The sandbox's time when it arrived. */
  madeAt: Instant;
}

/**
 * One holder's way, from the first message to an expired copy, as a person would go it: by what the bot
 * shows. Throws NotSeen, with the chat as it stands, when the bot doesn't show what it should.
 */
export async function playHoldersWay(sandbox: Sandbox, id: number): Promise<DemonstratedCopy> {
  const copy = await playToTheCopy(sandbox, id);
  const person = sandbox.person(id);
  await sandbox.advance(82 * DAY_MS);
  await person.waitForText('即将到期', { before: true });
  await tapFor(person, /按原样再申请/, '证书生成中');
  await person.waitForDocument();
  await person.waitForText('加注件已生成');
  await sandbox.advance(8 * DAY_MS);
  await say(person, '/endorsements', '我的加注');
  await tapFor(person, /已过期/, '加注件已过期');
  return copy;
}

/** The first part of it: link, agree, request, receive. */
export async function playToTheCopy(
  sandbox: Sandbox,
  id: number,
  certificate: RegExp = /建造师/,
): Promise<DemonstratedCopy> {
  const person = sandbox.person(id);
  await link(person);
  await agree(person);
  await request(person, certificate);
  return receive(person, await sandbox.advance(0));
}

/** What somebody who is linked already does for another certificate. */
export async function playAnotherCopy(sandbox: Sandbox, id: number, certificate: RegExp): Promise<DemonstratedCopy> {
  const person = sandbox.person(id);
  await say(person, '/certificates', '我的证书');
  await request(person, certificate);
  return receive(person, await sandbox.advance(0));
}

async function link(person: PersonClient): Promise<void> {
  await say(person, '/start', '您好');
  await tapFor(person, '开始绑定', '第 1 步');
  await tapFor(person, known(person, '证件类型'), '第 2 步');
  await say(person, known(person, '证件号码'), '第 3 步');
  await say(person, known(person, '姓名'), '第 4 步');
  await person.waitFor(({ reply_keyboard }) => reply_keyboard, { what: 'the keyboard that shares a contact' });
  await person.press(/提供本人手机号码/);
  await person.waitForText('服务须知');
}

async function agree(person: PersonClient): Promise<void> {
  while (!person.screen().includes('[ 同意 ]')) {
    const page = person.lastMessage().text;
    await person.tap(/下一页/);
    await person.waitFor(() => person.lastMessage().text !== page, { what: 'the next page of the notice' });
  }
  await tapFor(person, '同意', '我的证书');
}

async function request(person: PersonClient, certificate: RegExp): Promise<void> {
  await tapFor(person, certificate, '证书信息');
  await tapFor(person, '申请加注', '核对信息');
  await tapFor(person, /信息无误/, '有效期');
  await tapFor(person, /推荐/, '确认提交');
  await tapFor(person, '提交加注申请', '证书生成中');
}

async function receive(person: PersonClient, madeAt: Instant): Promise<DemonstratedCopy> {
  const message = await person.waitForDocument();
  await person.waitForText('加注件已生成');
  return { fileName: message.document?.file_name ?? 'copy.pdf', bytes: await person.download(message), madeAt };
}

async function say(person: PersonClient, text: string, expected: string): Promise<void> {
  await person.sendText(text);
  await person.waitForText(expected);
}

async function tapFor(person: PersonClient, label: string | RegExp, expected: string): Promise<void> {
  await person.tap(label);
  await person.waitForText(expected);
}

function known(person: PersonClient, label: string): string {
  const hint = person.person.hints?.find((one) => one.label === label);
  if (!hint) throw new Error(`data/demo/people.json does not say the ${label} of ${person.person.id}`);
  return hint.value;
}
