import { publishNotice } from '../../engine/notice/publish-notice.ts';
import type { ServiceNotice } from '../../engine/notice/service-notice.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import { never } from '../../engine/result.ts';
import { NoticeFileFault } from './notice-files.ts';

/**
 * Publishes the newest notice of the folder unless a newer one is current, which then came from the staff bot. Answers
 * the version that is current. Throws NoticeFileFault when the folder has another text for that version.
 */
export async function publishNoticeFile(storage: Storage, notice: ServiceNotice): Promise<string> {
  const published = await storage.transact((tx) => publishNotice(tx, notice));
  if (published.ok) return notice.version;
  const { refusal } = published;
  switch (refusal.kind) {
    case 'older-version':
      return refusal.current;
    case 'text-changed':
      throw new NoticeFileFault(
        `The service notice ${notice.version} was published with another text, to which holders agreed; give the new text a version of its own.`,
      );
    default:
      return never(refusal);
  }
}
