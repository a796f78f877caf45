/** What a button says when it is tapped. Anybody can send any of it: authorise what it names. */
export interface CallbackData {
  feature: string;
  action: string;
  args: string[];
  /** The version of the dialog that the button was made for, when it belongs to a step of one. */
  version?: number;
}

const MAX_BYTES = 64;
const MAX_ARGS = 6;
const WORD = '[a-z][a-z0-9-]*';
const ARG = '[0-9A-Za-z._-]+';
const PATTERN = new RegExp(`^(${WORD}):(${WORD})((?::${ARG}){0,${MAX_ARGS}})(?:~(0|[1-9a-z][0-9a-z]{0,7}))?$`);

/** Thrown when a button is built whose data Telegram would refuse or `parseCallback` would not read. */
export class CallbackDataError extends Error {
  readonly code = 'callback-data';

  constructor({ feature, action }: CallbackData) {
    super(`the data of a button does not fit: ${feature}:${action}`);
    this.name = 'CallbackDataError';
  }
}

/** `feature:action:arg:…~version`, the version in base 36. */
export function packCallback(data: CallbackData): string {
  const version = data.version === undefined ? '' : `~${data.version.toString(36)}`;
  const packed = [data.feature, data.action, ...data.args].join(':') + version;
  const read = parseCallback(packed);
  // A colon inside a part would make one part two.
  if (read?.feature !== data.feature || read.args.length !== data.args.length) throw new CallbackDataError(data);
  return packed;
}

/** Reads what `packCallback` wrote; undefined for anything else. */
export function parseCallback(text: string): CallbackData | undefined {
  if (text.length > MAX_BYTES) return undefined;
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const [, feature = '', action = '', args = '', version] = match;
  const data: CallbackData = { feature, action, args: args.split(':').slice(1) };
  return version === undefined ? data : { ...data, version: Number.parseInt(version, 36) };
}
