import type { ChatMessage } from '../../bot/sandbox/chat-api.ts';
import type { PersonClient } from '../../bot/sandbox/person-client.ts';
import { labels, numberIn } from '../journeys/ways.ts';

/** Real time: a service that is killed twice in a row takes a while to answer. */
const PATIENCE = { timeoutMs: 60_000 };

/** What they know by heart. */
export interface Knowledge {
  documentType: string;
  documentNumber: string;
  name: string;
}

/** Somebody who does each thing once and waits for what should follow, whatever happens to the service meanwhile. */
export class CrashTestPerson {
  readonly client: PersonClient;
  /** How many requests they confirmed. */
  confirmed = 0;
  readonly #knowledge: Knowledge;
  /** By message. One whose button is tapped is edited, and doesn't say any more what it said. */
  readonly #reminders = new Map<number, ChatMessage>();

  constructor(client: PersonClient, knowledge: Knowledge) {
    this.client = client;
    this.#knowledge = knowledge;
  }

  /** Up to the service notice; by the one-time code when there is one, else by their own phone. */
  async link(code: string | undefined): Promise<void> {
    const { documentType, documentNumber, name } = this.#knowledge;
    if (code === undefined) {
      await this.#say('/start', '您好');
      await this.#tap('开始绑定', '第 1 步');
    } else {
      await this.#say(`/start ${code.replace('-', '')}`, '绑定码已收到');
    }
    await this.#tap(documentType, '第 2 步');
    await this.#say(documentNumber, '第 3 步');
    if (code !== undefined) return this.#say(name, '服务须知');
    await this.#say(name, '第 4 步');
    await this.client.waitFor(({ reply_keyboard }) => reply_keyboard, { what: 'the keyboard', ...PATIENCE });
    await this.client.press(/提供本人手机号码/);
    await this.client.waitForText('服务须知', PATIENCE);
  }

  async agree(): Promise<void> {
    while (!this.client.screen().includes('[ 同意 ]')) {
      const page = this.client.lastMessage().text;
      await this.client.tap(/下一页/);
      await this.client.waitFor(() => this.client.lastMessage().text !== page, { what: 'the next page', ...PATIENCE });
    }
    await this.#tap('同意', '我的证书');
  }

  /** From the list of certificates to the summary of a request. */
  async prepareRequest(): Promise<void> {
    await this.#say('/certificates', '我的证书');
    await this.#tap(/有效$/, '证书信息');
    await this.#tap('申请加注', '核对信息');
    await this.#tap(/信息无误/, '有效期');
    await this.#tap(/推荐/, '确认提交');
  }

  /** Confirms, with an impatient second tap, and waits for the copy. */
  async confirm(): Promise<void> {
    await this.#tapTwice('提交加注申请');
    this.confirmed += 1;
    await this.#waitForCopies(this.confirmed);
  }

  async meetQuota(): Promise<void> {
    await this.#say('/certificates', '我的证书');
    await this.#tap(/有效$/, '证书信息');
    await this.#tap('申请加注', '加注次数已用完');
  }

  reminders(): ChatMessage[] {
    return this.client.chat().messages.filter(({ text }) => text?.includes('加注件即将到期'));
  }

  /** Those that are still to be seen, and those that were there when this was last asked, or one was tapped. */
  remindersSeen(): ChatMessage[] {
    for (const message of this.reminders()) this.#reminders.set(message.message_id, message);
    return [...this.#reminders.values()];
  }

  /** By the button of a reminder, tapped twice. */
  async renew(): Promise<void> {
    this.remindersSeen();
    await this.#tapTwice(/按原样再申请/);
    this.confirmed += 1;
    await this.#waitForCopies(this.confirmed);
  }

  /** Revokes the newest of their endorsements; its number. */
  async revoke(): Promise<string> {
    await this.#say('/endorsements', '我的加注');
    await this.#tap(/余 \d+ 天/, '加注信息');
    await this.#tap('作废此加注', '确认作废这项加注');
    return numberIn(await this.#tap('确认作废', '⛔'));
  }

  async findExpired(): Promise<void> {
    await this.#say('/endorsements', '我的加注');
    await this.#tap(/已过期/, '加注件已过期');
  }

  /** The numbers of the copies that arrived, each as often as it did. */
  numbersReceived(): string[] {
    return this.client
      .chat()
      .messages.filter(({ document }) => document)
      .map(numberIn);
  }

  async #waitForCopies(count: number): Promise<void> {
    const isThere = (): boolean => new Set(this.numbersReceived()).size >= count;
    await this.client.waitFor(isThere, { what: `copy ${count}`, ...PATIENCE });
  }

  async #say(text: string, expected: string): Promise<void> {
    await this.client.sendText(text);
    await this.client.waitForText(expected, PATIENCE);
  }

  async #tap(label: string | RegExp, expected: string): Promise<ChatMessage> {
    await this.#waitForButton(label);
    await this.client.tap(label);
    return this.client.waitForText(expected, PATIENCE);
  }

  async #tapTwice(label: string | RegExp): Promise<void> {
    await this.#waitForButton(label);
    await Promise.all([this.client.tap(label), this.client.tap(label)]);
  }

  async #waitForButton(label: string | RegExp): Promise<void> {
    const fits = (text: string): boolean => (typeof label === 'string' ? text === label : label.test(text));
    const isThere = (message: ChatMessage): boolean => labels(message).some(fits);
    await this.client.waitFor(({ messages }) => messages.some(isThere), { what: `${label}`, ...PATIENCE });
  }
}
