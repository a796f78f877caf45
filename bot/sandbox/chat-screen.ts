import type { Chat, ChatMessage } from './chat-api.ts';

/** The chat as plain text, the way a person sees it; for error messages and assertions. */
export function chatScreen(chat: Chat): string {
  const lines = chat.messages.flatMap(messageLines);
  if (chat.reply_keyboard) {
    lines.push(...chat.reply_keyboard.rows.map((row) => `⌨ ${buttonRow(row)}`));
  }
  if (chat.blocked) lines.push('(the bot is blocked)');
  return lines.length > 0 ? lines.join('\n') : '(nothing yet)';
}

/** One message: who, what, and a line for each row of buttons. */
function messageLines(message: ChatMessage): string[] {
  const who = message.from === 'bot' ? 'bot' : 'you';
  const edited = message.edit_date === undefined ? '' : ' (edited)';
  const head = `#${message.message_id} ${who}${edited}: `;
  const body = messageText(message).replaceAll('\n', `\n${' '.repeat(head.length)}`);
  return [head + body, ...(message.inline_keyboard ?? []).map((row) => `    ${buttonRow(row)}`)];
}

/** Everything that a message says, in words. */
export function messageText(message: ChatMessage): string {
  const { text, caption, document, contact, sticker, photo, service } = message;
  const parts = [
    document && `📄 ${document.file_name} (${fileSize(document.file_size)})`,
    photo && `🖼 (${fileSize(photo.file_size)})`,
    contact && `👤 ${contact.first_name} +${contact.phone_number.replace(/^\+/, '')}`,
    sticker?.emoji,
    service && `(${service.replaceAll('_', ' ')})`,
    text ?? caption,
  ];
  return parts.filter(Boolean).join('\n');
}

export function buttonRow(row: { text: string }[]): string {
  return row.map(({ text }) => `[ ${text} ]`).join(' ');
}

function fileSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
