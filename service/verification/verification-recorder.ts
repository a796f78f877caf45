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

/**
 * So often so many different ones, alike ones being one. Each takes up to some milliseconds: 40 a second are a tenth of
 * the time at the most, however many are answered, and a transaction for which the bots' own hardly wait.
 */
const EVERY_MS = 250;
const AT_ONCE = 10;

/** Different ones that wait. Of those beyond it only what they came to is counted, and a stop still takes seconds. */
const MOST_WAITING = 1000;

/** The days of every zone begin with a quarter of an hour. */
const QUARTER_MS = 900_000;

export function startVerificationRecorder({ storage, clock, onFault, ...deps }: RecorderOptions): VerificationRecorder {
  const waiting = new Waiting();

  /** Whether there is more. */
  async function write(): Promise<boolean> {
    const batch = waiting.take(AT_ONCE);
    if (batch.length === 0) return false;
    try {
      await storage.transact(async (tx) => {
        for (const record of batch) await recordVerification(tx, deps, clock.now(), record);
      });
    } catch (error) {
      for (const record of batch) waiting.add(record);
      throw error;
    }
    return true;
  }

  const run = async (): Promise<'idle'> => {
    await write();
    return 'idle';
  };
  const loop = startLoop({ run, idleMs: EVERY_MS, onFault });
  return {
    note: ({ at, by, door, number, reason: result }) => {
      waiting.add({ at, door: doorOf(door, by), way: by === 'code' ? 'code' : 'file', result, number, times: 1 });
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

type Counted = VerificationRecord & { times: number };

class Waiting {
  readonly #records = new Map<string, Counted>();

  add(record: Counted): void {
    const key = keyOf(record);
    const alike = this.#records.get(key);
    if (alike) {
      const last = alike.at > record.at ? alike : record;
      this.#records.set(key, { ...last, times: alike.times + record.times });
    } else if (this.#records.size < MOST_WAITING || record.number === null) {
      this.#records.set(key, record);
    } else {
      this.add({ ...record, number: null });
    }
  }

  /** The oldest first. */
  take(most: number): Counted[] {
    const taken = [...this.#records.keys()].slice(0, most);
    return taken.flatMap((key) => {
      const record = this.#records.get(key);
      this.#records.delete(key);
      return record ? [record] : [];
    });
  }
}

function keyOf({ at, door, number, result, way }: Counted): string {
  return [Math.floor(at / QUARTER_MS), door, way, result, number ?? ''].join(' ');
}

function doorOf(door: Verification['door'], by: Verification['by']): VerificationRecord['door'] {
  if (door === 'api') return 'interface';
  return by === 'code' ? 'page' : 'file';
}
