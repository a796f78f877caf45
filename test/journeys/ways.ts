import type { ChatMessage } from '../../bot/sandbox/chat-api.ts';
import type { PersonClient } from '../../bot/sandbox/person-client.ts';
import type { Journey } from './journey.ts';

/** Taps a button, as soon as there is one of that label, and waits for what is expected. */
export async function tapFor(person: PersonClient, label: string | RegExp, expected: string | RegExp) {
  const is = (text: string) => (typeof label === 'string' ? text === label : label.test(text));
  await person.waitFor(({ messages }) => messages.some((message) => labels(message).some(is)), { what: `${label}` });
  await person.tap(label);
  return person.waitForText(expected);
}

/** From the first message to the proof of linking, in Chinese. */
export async function goToProof(journey: Journey, id: number): Promise<PersonClient> {
  const person = journey.person(id);
  const { documentType, documentNumber, name } = journey.knows(id);
  await person.sendText('/start');
  await person.waitForText('您好');
  await tapFor(person, '开始绑定', '第 1 步');
  await tapFor(person, documentType, '第 2 步');
  await person.sendText(documentNumber);
  await person.waitForText('第 3 步');
  await person.sendText(name);
  await person.waitForText('第 4 步');
  await person.waitFor(({ reply_keyboard }) => reply_keyboard, { what: 'the keyboard of the proof' });
  return person;
}

/** Links by the person's own phone, up to the service notice. */
export async function link(journey: Journey, id: number): Promise<PersonClient> {
  const person = await goToProof(journey, id);
  await person.press(/提供本人手机号码/);
  await person.waitForText('服务须知');
  return person;
}

/** Reads the notice to its end and agrees. */
export async function agree(person: PersonClient, next: string | RegExp = '我的证书'): Promise<ChatMessage> {
  while (!person.screen().includes('[ 同意 ]')) {
    const before = person.lastMessage().text;
    await person.tap(/下一页/);
    await person.waitFor(() => person.lastMessage().text !== before, { what: 'the next page' });
  }
  return tapFor(person, '同意', next);
}

/** A linked holder who agreed, at their list of certificates. */
export async function holder(journey: Journey, id: number): Promise<PersonClient> {
  const person = await link(journey, id);
  await agree(person);
  return person;
}

/** Asks for the recommended endorsement of a certificate; resolves with the progress message. */
export async function askFor(person: PersonClient, certificate: string | RegExp): Promise<ChatMessage> {
  await person.sendText('/certificates');
  await person.waitForText('我的证书');
  await tapFor(person, certificate, '证书信息');
  await tapFor(person, '申请加注', '核对信息');
  await tapFor(person, /信息无误/, '有效期');
  await tapFor(person, /推荐/, '确认提交');
  return tapFor(person, '提交加注申请', '证书生成中');
}

/** The number that a message names. */
export function numberIn(message: ChatMessage): string {
  const number = /JZ\d{8}-[0-9A-Z]{6}/.exec(message.text ?? message.caption ?? '')?.[0];
  if (!number) throw new Error(`no endorsement number in “${message.text ?? message.caption ?? ''}”`);
  return number;
}

/** The labels of a message's buttons. */
export function labels(message: ChatMessage): string[] {
  return (message.inline_keyboard ?? []).flat().map(({ text }) => text);
}
