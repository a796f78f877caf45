import type { Transaction } from '../../ports/storage.ts';
import type { ImportSummary } from '../../registry/import/import-summary.ts';
import type { Instant } from '../../time/instant.ts';

/** A registry file that a member sent, from its dry run to the decision. */
export interface HeldImport {
  id: string;
  /** Of the member who sent it. */
  sentBy: string;
  /** What the file is called. */
  name: string;
  /** What the import would do. */
  summary: ImportSummary;
  /** Which dry run this is of the file; each is written once at the most. */
  dryRun: number;
  /** Of what another member is asked to confirm, once that was asked for. */
  proposalId: string | null;
  /** It is being written. Undefined in those that earlier versions held. */
  confirmed: boolean | undefined;
  /** When it is removed without a decision; once confirmed, when it would be if no task had come to it. */
  expiresAt: Instant;
}

/** How many rows would change something: what `import.confirmAbove` counts. */
export function changesOf({ rows }: ImportSummary): number {
  return rows.added + rows.changed + rows.moved + rows.withdrawn;
}

/** What the dry run found is kept beside the file, and sealed like it: samples tell of people, if masked. */
const besides = (id: string): string => `${id}.dry-run`;

export async function holdImport(tx: Transaction, held: HeldImport): Promise<void> {
  const { id, name, expiresAt } = held;
  const bytes = new TextEncoder().encode(JSON.stringify(held));
  await tx.staff.files.delete(besides(id));
  await tx.staff.files.put({ id: besides(id), name, bytes, expiresAt });
}

/** Undefined when it was decided, taken back, or has expired. */
export async function heldImport(tx: Transaction, id: string, now: Instant): Promise<HeldImport | undefined> {
  const file = await tx.staff.files.get(besides(id));
  if (!file) return undefined;
  const held = JSON.parse(new TextDecoder().decode(file.bytes)) as HeldImport;
  return held.expiresAt > now ? held : undefined;
}

/** Removes the file and what its dry run found. */
export async function dropImport(tx: Transaction, id: string): Promise<void> {
  await tx.staff.files.delete(id);
  await tx.staff.files.delete(besides(id));
}
