import type { MadeCopy, StampRoom } from '../../ports/copy-maker.ts';
import { UnavailableFault } from '../faults.ts';

/** Bytes that a copy stays below: beyond, messengers take longer to deliver it. */
const COPY_LIMIT = 100_000;

/** Throws UnavailableFault when the copy with this room is larger than any may be. */
export function assertUnderLimit({ bytes }: MadeCopy, { tokenBytes, validationData }: StampRoom): void {
  if (bytes.length < COPY_LIMIT) return;
  const would = `a copy would have ${bytes.length} bytes, and has to stay below ${COPY_LIMIT}`;
  if (!validationData) {
    throw new UnavailableFault('timestamp-unavailable', `${would}: a time stamp takes ${2 * tokenBytes} of them`);
  }
  const { ocspResponses, revocationLists } = validationData;
  const parts = [lengths('lists of revoked certificates', revocationLists), lengths('OCSP responses', ocspResponses)];
  throw new UnavailableFault('revocation-unavailable', `${would}: it holds ${parts.join(' and ')}`);
}

function lengths(what: string, values: readonly Uint8Array[]): string {
  return values.length === 0 ? `no ${what}` : `${what} of ${values.map(({ length }) => length).join(' + ')} bytes`;
}
