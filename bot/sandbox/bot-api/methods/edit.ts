import type { StoredMessage } from '../../world/message.ts';
import { type Content, toBotApi } from '../../world/message.ts';
import { badRequest } from '../api-error.ts';
import type { Call, Method } from '../method.ts';
import { isRecord, Parameters } from '../parameters.ts';
import { readDocument, readPhoto } from '../reading/read-file.ts';
import { readCaption, readText } from '../reading/read-text.ts';
import { readInlineKeyboard } from '../reading/read-reply-markup.ts';
import { findMessage, findWritableChat } from '../reading/find-target.ts';

const NOT_MODIFIED =
  'message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message';

export const editMessageText: Method = (call) => {
  const text = readText(call.parameters);
  return edit(call, (content) => {
    if (content.kind !== 'text') throw badRequest('there is no text in the message to edit');
    return { ...content, ...text };
  });
};

export const editMessageCaption: Method = (call) => {
  const caption = readCaption(call.parameters);
  return edit(call, (content) => {
    if (!('caption' in content)) throw badRequest('there is no caption in the message to edit');
    return { ...content, ...caption };
  });
};

export const editMessageMedia: Method = (call) => {
  const media = call.parameters.json('media');
  if (!isRecord(media)) throw badRequest("can't parse InputMedia: InputMedia must be an Object");
  const content = readMedia(call, new Parameters(media));
  return edit(call, () => content);
};

export const editMessageReplyMarkup: Method = (call) => edit(call, (content) => content);

function readMedia(call: Call, media: Parameters): Content {
  const source = media.text('media');
  switch (media.text('type')) {
    case 'document':
      return { kind: 'document', file: readDocument(call, 'document', source), ...readCaption(media) };
    case 'photo':
      return { kind: 'photo', ...readPhoto(call, 'photo', source), ...readCaption(media) };
    default:
      throw badRequest("can't parse InputMedia: unsupported media type");
  }
}

// An edit without `reply_markup` takes the inline keyboard away.
function edit(call: Call, change: (content: Content) => Content): unknown {
  if (call.parameters.text('inline_message_id')) throw badRequest('MESSAGE_ID_INVALID');
  const keyboard = readInlineKeyboard(call.parameters);
  const conversation = findWritableChat(call);
  const message = findMessage(call, conversation, 'edit');
  if (message.from.id !== call.bot.id || message.had_reply_markup || message.forward_origin) {
    throw badRequest("message can't be edited");
  }
  const { inline_keyboard: _, ...rest } = message;
  const edited: StoredMessage = {
    ...rest,
    content: change(message.content),
    ...(keyboard && { inline_keyboard: keyboard }),
  };
  if (same(message, edited)) throw badRequest(NOT_MODIFIED);
  return toBotApi(conversation.replace(edited), conversation.chat, call.bot.id);
}

function same(a: StoredMessage, b: StoredMessage): boolean {
  return fingerprint(a) === fingerprint(b);
}

function fingerprint({ content, inline_keyboard }: StoredMessage): string {
  const file = 'file' in content ? content.file.number : undefined;
  return JSON.stringify([{ ...content, file }, inline_keyboard ?? []]);
}
