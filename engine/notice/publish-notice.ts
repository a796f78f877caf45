import { LANGUAGES } from '../ports/language.ts';
import type { Transaction } from '../ports/storage.ts';
import { done, refused, type Result } from '../result.ts';
import { isNoticeVersion } from './next-version.ts';
import type { ServiceNotice } from './service-notice.ts';

export type PublishRefusal =
  /** Holders agreed to that text; a change needs a version of its own. */
  { kind: 'text-changed'; version: string } | { kind: 'older-version'; current: string };

/**
 * Makes a notice the current one; publishing the current one again changes nothing. Throws RangeError for a version
 * that isn't `YYYY-MM-DD` or `YYYY-MM-DD.n` with one digit, which would not order as text.
 */
export async function publishNotice(
  tx: Transaction,
  notice: ServiceNotice,
): Promise<Result<'published' | 'known', PublishRefusal>> {
  if (!isNoticeVersion(notice.version)) throw new RangeError(`${notice.version} is not the version of a notice`);
  const current = await tx.agreements.currentNotice();
  if (current?.version === notice.version) return sameText(current, notice);
  if (current && current.version > notice.version) return refused({ kind: 'older-version', current: current.version });
  await tx.agreements.publish(notice);
  await tx.journal.add({
    at: notice.publishedAt,
    kind: 'notice-published',
    accountId: null,
    holderId: null,
    facts: { version: notice.version },
  });
  return done('published');
}

function sameText(current: ServiceNotice, notice: ServiceNotice): Result<'known', PublishRefusal> {
  const same = LANGUAGES.every((language) => current.texts[language] === notice.texts[language]);
  return same ? done('known') : refused({ kind: 'text-changed', version: notice.version });
}
