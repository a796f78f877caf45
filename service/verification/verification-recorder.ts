import type { Clock } from '../../engine/ports/clock.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import {
  recordVerification,
  type RecordDeps,
  type VerificationRecord,
} from '../../engine/verification/record-verification.ts';
import type { Verification } from '../../web/web-deps.ts';
import { startLoop } from '../loop.ts';

export interface RecorderOptions extends RecordDeps {
  storage: Storage;
  clock: Clock;
  /** Learns why verifications could not be written; until the end they are kept, and tried again. */
  onFault: (error: unknown) => void;
}

/** Writes down what was verified on the page and by the API, whose answers don't wait for it. */
export interface VerificationRecorder {
  note(verification: Verification): void;
  /** Resolves once all that was noted is written, or is lost because it can't be. */
  stop(): Promise<void>;
}

type Waiting = VerificationRecord & { times: number };

/**
 * So often so many different ones, alike ones being one: a few per cent of the time even while thousands are answered a
 * second, and a transaction for which the bots' own hardly wait.
 */
const EVERY_MS = 250;
const AT_ONCE = 50;

/** Different ones that wait. Of those beyond it only what they came to is counted, and a stop still takes seconds. */
const MOST_WAITING = 2000;

/** The days of every zone begin with a quarter of an hour. */
const QUARTER_MS = 900_000;

export function startVerificationRecorder({ storage, clock, onFault, ...deps }: RecorderOptions): VerificationRecorder {
  const waiting = new Map<string, Waiting>();

  function add(record: Waiting): void {
    const key = keyOf(record);
    const alike = waiting.get(key);
    if (alike) {
      const at = record.at > alike.at ? record.at : alike.at;
      waiting.set(key, { ...record, at, times: alike.times + record.times });
    } else if (waiting.size < MOST_WAITING || record.number === null) {
      waiting.set(key, record);
    } else {
      add({ ...record, number: null });
    }
  }

  /** Whether there is more. */
  async function write(): Promise<boolean> {
    const batch = [...waiting].slice(0, AT_ONCE);
    if (batch.length === 0) return false;
    for (const [key] of batch) waiting.delete(key);
    try {
      await storage.transact(async (tx) => {
        for (const [, record] of batch) await recordVerification(tx, deps, clock.now(), record);
      });
    } catch (error) {
      for (const [, record] of batch) add(record);
      throw error;
    }
    return waiting.size > 0;
  }

  const run = async (): Promise<'idle'> => {
    await write();
    return 'idle';
  };
  const loop = startLoop({ run, idleMs: EVERY_MS, onFault });
  return {
    note: ({ at, by, door, number, reason: result }) => {
      add({ at, door: doorOf(door, by), way: by === 'code' ? 'code' : 'file', result, number, times: 1 });
    },
    async stop() {
      await loop.stop();
      try {
        while (await write());
      } catch (error) {
        onFault(error);
      }
    },
  };
}

function keyOf({ at, door, number, result, way }: Waiting): string {
  return [Math.floor(at / QUARTER_MS), door, way, result, number ?? ''].join(' ');
}

function doorOf(door: Verification['door'], by: Verification['by']): VerificationRecord['door'] {
  if (door === 'api') return 'interface';
  return by === 'code' ? 'page' : 'file';
}
