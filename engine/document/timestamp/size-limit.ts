import type { MadeCopy, StampRoom } from '../../ports/copy-maker.ts';
import { UnavailableFault } from '../faults.ts';
import type { ValidationData } from '../revocation/validation-data.ts';

/** Bytes that a copy stays below: beyond, messengers take longer to deliver it. */
const COPY_LIMIT = 100_000;

/** Throws UnavailableFault when the copy with this room is larger than any may be. */
export function assertUnderLimit({ bytes }: MadeCopy, { tokenBytes, validationData }: StampRoom): void {
  if (bytes.length < COPY_LIMIT) return;
  const would = `a copy would have ${bytes.length} bytes, and has to stay below ${COPY_LIMIT}`;
  throw new UnavailableFault(
    'copy-too-large',
    `${would}: ${validationData ? held(validationData) : stamp(tokenBytes)}`,
  );
}

// In the file its bytes are hexadecimal.
function stamp(tokenBytes: number): string {
  return `a time stamp takes ${2 * tokenBytes} of them`;
}

function held({ ocspResponses, revocationLists }: ValidationData): string {
  const parts = [lengths('lists of revoked certificates', revocationLists), lengths('OCSP responses', ocspResponses)];
  return `it holds ${parts.join(' and ')}`;
}

function lengths(what: string, values: readonly Uint8Array[]): string {
  return values.length === 0 ? `no ${what}` : `${what} of ${values.map(({ length }) => length).join(' + ')} bytes`;
}
