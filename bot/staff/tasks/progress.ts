import type { Destination, StaffTelegramApi } from '../../telegram/api/telegram-api.ts';
import type { Pacing } from '../../telegram/sending/pacing.ts';

/** Telegram lets a chat have about one call a second, and whoever waits for a task may do something else meanwhile. */
const BETWEEN_EDITS_MS = 1500;
const PRIORITY = 5;

/** How far a task is, in one message that is edited now and then. What can't be shown is skipped. */
export class Progress {
  readonly #api: Pick<StaffTelegramApi, 'sendMessage' | 'editMessageText'>;
  readonly #pacing: Pacing;
  readonly #place: Pick<Destination, 'chatId' | 'threadId'>;
  #messageId: number | null = null;
  #wanted: string | undefined;
  #showing: Promise<void> | undefined;
  #shownAt = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;
  #over = false;

  constructor(
    deps: { api: Pick<StaffTelegramApi, 'sendMessage' | 'editMessageText'>; pacing: Pacing },
    place: Pick<Destination, 'chatId' | 'threadId'>,
  ) {
    this.#api = deps.api;
    this.#pacing = deps.pacing;
    this.#place = place;
  }

  report(html: string): void {
    if (this.#over) return;
    this.#wanted = html;
    if (this.#showing || this.#timer) return;
    const wait = Math.max(0, this.#shownAt + BETWEEN_EDITS_MS - performance.now());
    this.#timer = setTimeout(() => this.#show(), wait);
  }

  /** Ends it; the message that showed it, if any. */
  async end(): Promise<number | null> {
    this.#over = true;
    clearTimeout(this.#timer);
    await this.#showing;
    return this.#messageId;
  }

  #show(): void {
    this.#timer = undefined;
    const html = this.#wanted;
    if (html === undefined) return;
    this.#wanted = undefined;
    this.#showing = this.#showNow(html);
  }

  async #showNow(html: string): Promise<void> {
    await this.#send(html);
    this.#showing = undefined;
    this.#shownAt = performance.now();
    if (this.#wanted !== undefined) this.report(this.#wanted);
  }

  async #send(html: string): Promise<void> {
    const { chatId } = this.#place;
    const messageId = this.#messageId;
    const markup = undefined;
    if (messageId !== null) {
      const edit = { chatId, messageId, html, markup };
      await this.#pacing.inChat(chatId, PRIORITY, () => this.#api.editMessageText(edit));
      return;
    }
    const sent = await this.#pacing.inChat(chatId, PRIORITY, () =>
      this.#api.sendMessage({ ...this.#place, html, markup }),
    );
    if (sent.kind === 'done') this.#messageId = sent.value.messageId;
  }
}
