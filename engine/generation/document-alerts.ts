import type { Transaction } from '../ports/storage.ts';
import type { Instant } from '../time/instant.ts';
import { isAwaited } from './failure-of.ts';

const KIND = 'documents-unavailable';

/**
 * Has staff told that documents can't be made, for a reason that no other alert names. One that alone can't be made is
 * told of ever more rarely: copies of others end the alert each time.
 */
export async function alertDocuments(
  tx: Transaction,
  now: Instant,
  fault: unknown,
  { attempts }: { attempts: number },
): Promise<void> {
  if (isAwaited(fault) || !isTold(attempts)) return;
  await raise(tx, now, fault);
}

/** The same of what makes them, when it couldn't even be started. */
export async function alertNotStarted(tx: Transaction, now: Instant, fault: unknown): Promise<void> {
  if (!isAwaited(fault)) await raise(tx, now, fault);
}

/** Any copy, now made, proves it to be over. */
export async function clearDocumentAlert(tx: Transaction): Promise<void> {
  await tx.alerts.clear(KIND);
}

/** The 2nd, 4th, 8th … attempt. What passes by itself is over with the second. */
function isTold(attempts: number): boolean {
  return attempts > 1 && Number.isInteger(Math.log2(attempts));
}

async function raise(tx: Transaction, now: Instant, fault: unknown): Promise<void> {
  await tx.alerts.raise({ key: KIND, kind: KIND, at: now, facts: factsOf(fault) });
}

/** Our faults have a code and a detail without personal data. Others’ messages may quote what was to be printed. */
function factsOf(fault: unknown): { code: string; detail: string } {
  if (!(fault instanceof Error)) return { code: 'fault', detail: typeof fault };
  return {
    code: 'code' in fault ? String(fault.code) : 'fault',
    detail: 'detail' in fault ? String(fault.detail) : fault.name,
  };
}
