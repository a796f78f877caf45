import { type DestinationStream, type Level, type Logger, pino } from 'pino';
import type { RecentErrors } from './recent-errors.ts';
import { REDACTED, redact } from './redact.ts';

export interface LogOptions {
  level?: Level | 'silent';
  /** Bot tokens and keys, by which no line may be readable. */
  secrets?: readonly string[];
  /** Hears what each error's line was given, for staff to see. */
  errors?: RecentErrors;
  /** Where lines go; standard output unless said otherwise. */
  destination?: DestinationStream;
}

/** Fields that hold personal data, or what people wrote, wherever they turn up. */
const PERSONAL = ['name', 'firstName', 'first_name', 'lastName', 'last_name', 'username', 'phone', 'phone_number'];
const WRITTEN = ['documentNumber', 'linkCode', 'text', 'caption', 'payload', 'token'];

/**
 * A log in JSON lines without personal data or secrets: known fields are blanked, errors are cut down to
 * what is theirs, and every finished line goes through `redact`, since the messages of network errors
 * hold addresses with the token in them.
 */
export function createLogger({ level = 'info', secrets = [], errors, destination }: LogOptions = {}): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: [...PERSONAL, ...WRITTEN].flatMap((field) => [field, `*.${field}`]), censor: REDACTED },
      serializers: { err: errorFacts },
      hooks: {
        streamWrite: (line) => redact(line, secrets),
        logMethod(args, method, severity) {
          if (severity >= ERROR) errors?.note(args[0], args[1]);
          method.apply(this, args);
        },
      },
    },
    destination ?? pino.destination(1),
  );
}

const ERROR = pino.levels.values['error'] ?? 50;

interface ErrorFacts {
  type: string;
  message: string;
  code?: string | number;
  stack?: string;
  cause?: ErrorFacts;
}

/** Not all an error carries: those of bot libraries hold the payload of the call that failed. */
function errorFacts(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  // grammY keeps the cause of a network error in a field of its own.
  const cause = error.cause ?? ('error' in error ? error.error : undefined);
  const code = 'code' in error ? error.code : undefined;
  return {
    type: error.constructor.name,
    message: error.message,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(cause === undefined ? {} : { cause: errorFacts(cause) }),
  };
}
