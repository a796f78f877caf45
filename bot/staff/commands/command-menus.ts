import type { Logger } from 'pino';
import type { Storage } from '../../../engine/ports/storage.ts';
import type { Member } from '../../../engine/staff/member.ts';
import type { StaffTelegramApi } from '../../telegram/api/telegram-api.ts';
import type { Pacing } from '../../telegram/sending/pacing.ts';
import { commandsOf } from './command-list.ts';
import type { StaffDeps } from '../turn.ts';

export interface MenuDeps {
  storage: Storage;
  api: Pick<StaffTelegramApi, 'setChatCommands'>;
  pacing: Pacing;
  logger: Pick<Logger, 'warn'>;
  staffDeps: () => StaffDeps;
}

/**
 * The menus of commands in the members' private chats. Telegram keeps them, so what this process has published is
 * compared with what should be; each start publishes all of them once.
 */
export class CommandMenus {
  readonly #deps: MenuDeps;
  /** By user id: for which role, status and language. */
  readonly #published = new Map<number, string>();

  constructor(deps: MenuDeps) {
    this.#deps = deps;
  }

  async publish(): Promise<void> {
    const members = await this.#deps.storage.transact((tx) =>
      tx.staff.members.list(['removed', 'suspended', 'active']),
    );
    // Somebody who was removed may be a member again: the last of a user counts, and the list begins with the oldest.
    const latest = new Map(members.map((member) => [member.userId, member]));
    for (const member of latest.values()) await this.#publishFor(member);
  }

  async #publishFor({ userId, role, status, language }: Member): Promise<void> {
    const wanted = `${role} ${status} ${language}`;
    if (this.#published.get(userId) === wanted) return;
    const { api, pacing, logger, staffDeps } = this.#deps;
    const commands = status === 'active' ? commandsOf(staffDeps().duties, role, language) : [];
    const answer = await pacing.aside(() => api.setChatCommands({ chatId: userId, commands }));
    if (answer.kind === 'done' || answer.kind === 'refused') this.#published.set(userId, wanted);
    // Somebody who left the bot is no chat to Telegram; that is no news.
    else logger.warn({ kind: answer.kind }, 'a menu of commands could not be set');
  }
}
