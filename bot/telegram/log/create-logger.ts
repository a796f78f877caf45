import { type DestinationStream, type Level, type Logger, pino } from 'pino';
import { REDACTED, redact } from './redact.ts';

export interface LogOptions {
  level?: Level | 'silent';
  /** Bot tokens and keys, by which no line may be readable. */
  secrets?: readonly string[];
  /** Where lines go; standard output unless said otherwise. */
  destination?: DestinationStream;
}

/** Fields that hold personal data wherever they turn up. */
const PERSONAL = ['name', 'firstName', 'first_name', 'lastName', 'last_name', 'username', 'phone', 'phone_number'];
const DOCUMENT = ['documentNumber', 'number', 'code', 'linkCode', 'text', 'payload', 'token'];

/**
 * A log in JSON lines without personal data or secrets: known fields are blanked, and every finished
 * line goes through `redact`, since the messages of network errors hold addresses with the token in them.
 */
export function createLogger({ level = 'info', secrets = [], destination }: LogOptions = {}): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: [...PERSONAL, ...DOCUMENT].flatMap((field) => [field, `*.${field}`]), censor: REDACTED },
      hooks: { streamWrite: (line) => redact(line, secrets) },
    },
    destination ?? pino.destination(1),
  );
}
