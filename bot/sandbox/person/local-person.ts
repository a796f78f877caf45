import { PersonClient } from '../person-client.ts';
import { blockAsPerson, sendAsPerson, tapAsPerson } from './person-actions.ts';
import { PersonError } from './person-error.ts';
import { chatIdOf, chatView, type Seat } from './seat.ts';

/** A person in the same process as the sandbox. */
export function localPerson(seat: Seat): PersonClient {
  const { world, bot, person } = seat;
  const stops: (() => void)[] = [];
  return new PersonClient(person, {
    chat: () => chatView(seat),
    send: async (outgoing) => sendAsPerson(seat, outgoing).message_id,
    tap: async (messageId, data) => tapAsPerson(seat, messageId, data),
    block: async (blocked) => blockAsPerson(seat, blocked),
    download: async (fileId) => {
      const file = world.files.any(fileId);
      if (!file) throw new PersonError(404, 'no such file');
      return file.bytes;
    },
    onEvent: (listener) => {
      const stop = world.events.add((event) => {
        if ('person' in event && event.person === chatIdOf(seat) && event.bot === bot.username) listener(event);
      });
      stops.push(stop);
    },
    close: () => {
      for (const stop of stops) stop();
    },
  });
}
