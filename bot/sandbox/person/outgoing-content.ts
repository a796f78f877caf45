import type { Outgoing, Person } from '../chat-api.ts';
import { withDetectedEntities } from '../text/detect-entities.ts';
import type { Content } from '../world/message.ts';
import { PersonError } from './person-error.ts';
import type { World } from '../world/world.ts';

/** The content of what a person sends. */
export function outgoingContent(world: World, person: Person, outgoing: Outgoing): Content {
  switch (outgoing.kind) {
    case 'text': {
      const text = outgoing.text.trim();
      if (text === '') throw new PersonError(400, 'a message needs some text');
      return { kind: 'text', text, entities: withDetectedEntities(text, []) };
    }
    case 'contact': {
      const { first_name, last_name } = person;
      const { phone_number = person.phone_number, user_id = person.id } = outgoing;
      const contact = { phone_number, first_name, ...(last_name !== undefined && { last_name }) };
      return { kind: 'contact', ...contact, ...(user_id !== null && { user_id }) };
    }
    case 'sticker': {
      const file = world.files.add('stickers', 'sticker.webp', 'image/webp', Buffer.alloc(0));
      return { kind: 'sticker', file, emoji: outgoing.emoji };
    }
    case 'document': {
      const bytes = Buffer.from(outgoing.base64, 'base64');
      const file = world.files.add('documents', outgoing.file_name, outgoing.mime_type, bytes);
      const caption = outgoing.caption?.trim() ?? '';
      return { kind: 'document', file, caption, entities: withDetectedEntities(caption, []) };
    }
    default:
      return outgoing satisfies never;
  }
}
