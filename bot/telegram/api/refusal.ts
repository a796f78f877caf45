/** Why Telegram refused, as far as it makes a difference to us. */
export type Refusal =
  /** The person blocks the bot, or never started it. */
  | 'blocked'
  /** The chat or the person is no more. */
  | 'gone'
  /** The message is as it should be already. */
  | 'as-wanted'
  /** The message can't be edited any more, or is no more. */
  | 'not-editable'
  /** Too old to be answered. */
  | 'too-late'
  /** The file id is not, or no longer, one of ours. */
  | 'unusable-file'
  /** The forum topic is no more. */
  | 'no-topic'
  /** The token is wrong or revoked: nothing goes out until somebody sees to it. */
  | 'unauthorized'
  | 'bad-request';

// There are no codes below 400 and 403: the descriptions of the Bot API server are all there is to go by.
const DESCRIPTIONS: readonly [RegExp, Refusal][] = [
  [/message is not modified|TOPIC_NOT_MODIFIED/i, 'as-wanted'],
  [/message to delete not found|message can't be deleted|MESSAGE_DELETE_FORBIDDEN/i, 'as-wanted'],
  [
    /message to edit not found|message can't be edited|no text in the message to edit|MESSAGE_ID_INVALID/i,
    'not-editable',
  ],
  [/query is too old|query ID is invalid|QUERY_ID_INVALID/i, 'too-late'],
  [/message thread not found|TOPIC_ID_INVALID|TOPIC_DELETED/i, 'no-topic'],
  [/wrong (remote )?file|invalid file[ _]?id|FILE_REFERENCE_/i, 'unusable-file'],
  [/user is deactivated|chat not found|user not found|PEER_ID_INVALID|chat was (upgraded|migrated|deleted)/i, 'gone'],
];

/** Reads a 4xx answer of the Bot API. */
export function refusalOf({ code, description }: { code: number; description: string }): Refusal {
  const known = DESCRIPTIONS.find(([pattern]) => pattern.test(description));
  if (known) return known[1];
  if (code === 403) return 'blocked';
  return code === 401 || code === 404 ? 'unauthorized' : 'bad-request';
}
