// Made by scripts/generate-messages.ts from the texts beside it; not to be edited.

/** The variables of every message. */
export interface Messages {
  'language-name': object;
}

/** Messages with markup in them: for a message or a caption, not for a button. */
export type MarkupId = never;
