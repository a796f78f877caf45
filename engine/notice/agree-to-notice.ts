import { createHash } from 'node:crypto';
import type { Language } from '../ports/language.ts';
import type { Transaction } from '../ports/storage.ts';
import { done, refused, type Result } from '../result.ts';
import type { Instant } from '../time/instant.ts';
import type { Agreement, ServiceNotice } from './service-notice.ts';

/** The notice that the holder has yet to agree to; undefined when that was done, or none is published. */
export async function noticeToAgree(tx: Transaction, holderId: string): Promise<ServiceNotice | undefined> {
  const current = await tx.agreements.currentNotice();
  if (!current) return undefined;
  const agreed = await tx.agreements.agreedVersion(holderId);
  return agreed !== undefined && agreed >= current.version ? undefined : current;
}

export interface AgreementRequest {
  now: Instant;
  holderId: string;
  accountId: string;
  /** The version that was shown. */
  version: string;
  /** The language it was shown in. */
  language: Language;
}

/** `notice`: the one to be shown instead; null when none is published. */
export interface NewerVersion {
  kind: 'newer-version';
  notice: ServiceNotice | null;
}

/** Records that the holder agreed to the current version, once; refused when what was shown is not current any more. */
export async function agreeToNotice(
  tx: Transaction,
  { now, holderId, accountId, version, language }: AgreementRequest,
): Promise<Result<{ version: string }, NewerVersion>> {
  const current = await tx.agreements.currentNotice();
  if (current?.version !== version) return refused({ kind: 'newer-version', notice: current ?? null });
  if (!(await noticeToAgree(tx, holderId))) return done({ version });
  const textHash = hashOfText(current.texts[language]);
  const agreement: Agreement = { holderId, accountId, version, language, textHash, agreedAt: now, channel: 'telegram' };
  await tx.agreements.add(agreement);
  await tx.journal.add({ at: now, kind: 'notice-agreed', accountId, holderId, facts: { version, language, textHash } });
  return done({ version });
}

/** SHA-256 of a notice's text in UTF-8, hex. */
function hashOfText(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
