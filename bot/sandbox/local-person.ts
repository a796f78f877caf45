import type { Person } from './chat-api.ts';
import { PersonClient } from './person-client.ts';
import type { BotAccount } from './world/bot-account.ts';
import { blockAsPerson, PersonError, sendAsPerson, tapAsPerson } from './world/person-actions.ts';
import type { World } from './world/world.ts';

/** A person in the same process as the sandbox. */
export function localPerson(world: World, bot: BotAccount, person: Person): PersonClient {
  const stops: (() => void)[] = [];
  return new PersonClient(person, {
    chat: () => world.chatView(bot, person),
    send: async (outgoing) => sendAsPerson(world, bot, person, outgoing).message_id,
    tap: async (messageId, data) => tapAsPerson(world, bot, person, messageId, data),
    block: async (blocked) => blockAsPerson(world, bot, person, blocked),
    download: async (fileId) => {
      const file = world.files.any(fileId);
      if (!file) throw new PersonError(404, 'no such file');
      return file.bytes;
    },
    onEvent: (listener) => {
      const stop = world.events.add((event) => {
        if ('person' in event && event.person === person.id && event.bot === bot.username) listener(event);
      });
      stops.push(stop);
    },
    close: () => {
      for (const stop of stops) stop();
    },
  });
}
