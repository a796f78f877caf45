import { deflateSync } from 'node:zlib';

import { der, octetString, oid, sequence, setOf, smallInteger } from '../../../../engine/document/cms/der.ts';
import { OID } from '../../../../engine/document/cms/object-identifiers.ts';
import { withContents } from '../../tampering/tampering.ts';
import { stretched } from '../appending.ts';
import { type Attack, attack } from '../attack.ts';
import { GENUINE } from '../victim.ts';

const MB = 1024 * 1024;
const HEADER = '%PDF-1.7\n';

/** Files that cost those who read them more than they are worth. */
export const BOMBS: readonly Attack[] = [
  attack('50 MB', 'too-large', () => Buffer.alloc(50 * MB, `${HEADER}/ByteRange [0 0 0 0] `)),
  attack('the copy with 50 MB behind it', 'too-large', () => Buffer.concat([GENUINE, Buffer.alloc(50 * MB, ' ')])),
  attack('object streams that inflate to gigabytes', 'no-signature', objectStreams),
  attack('the same before the signature', 'byte-range', () => Buffer.concat([objectStreams(), GENUINE])),
  attack('two megabytes of signatures in one line', 'several-signatures', () => filled('/Contents <30 /ByteRange ')),
  attack('two megabytes of objects', 'no-signature', () => filled('1 0 obj\n<< >>\nendobj\n')),
  attack('two megabytes of open dictionaries', 'no-signature', () => filled('<<')),
  attack('two megabytes of codes that lead nowhere', 'no-signature', () => filled('/v/000000000000000000 ')),
  attack('two megabytes of cross-references', 'structure', () => {
    const table = '0 1\n0000000000 65535 f \n'.repeat(80_000);
    return stretched(Buffer.concat([GENUINE.subarray(0, -6), Buffer.from(`xref\n${table}`), GENUINE.subarray(-6)]));
  }),
  attack('DER of a hundred thousand levels', 'contents', () => stretched(withContents(GENUINE, nested(100_000)))),
  attack('DER of as many levels as there is room for', 'cms-malformed', () =>
    stretched(withContents(GENUINE, nested(8000))),
  ),
  attack('DER that says it is longer than it is', 'cms-malformed', () =>
    withContents(GENUINE, Buffer.from('3084ffffffff', 'hex')),
  ),
  attack('an indefinite length', 'cms-malformed', () => withContents(GENUINE, Buffer.from('30800000', 'hex'))),
  attack('more certificates than any chain has', 'cms-malformed', () =>
    stretched(withContents(GENUINE, certificates(2000))),
  ),
];

/** 16 kB each, which come to 16 MB. */
function objectStreams(): Buffer {
  const data = deflateSync(Buffer.alloc(16 * MB), { level: 9 });
  const dictionary = `<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length ${data.length} >>`;
  const parts = Array.from({ length: 100 }, (_, index) => [
    Buffer.from(`${index + 1} 0 obj\n${dictionary}\nstream\n`),
    data,
    Buffer.from('\nendstream\nendobj\n'),
  ]);
  return Buffer.concat([Buffer.from(HEADER), ...parts.flat()]);
}

function filled(pattern: string): Buffer {
  const bytes = Buffer.alloc(2 * MB, pattern);
  bytes.write(HEADER);
  return bytes;
}

function nested(levels: number): Buffer {
  return Buffer.from('3080'.repeat(levels), 'hex');
}

function certificates(count: number): Uint8Array {
  const sha256 = sequence(oid(OID.sha256));
  const many = Array.from({ length: count }, () => sequence(smallInteger(1)));
  const data = sequence(
    smallInteger(1),
    setOf(sha256),
    sequence(oid(OID.data)),
    der(0xa0, ...many),
    setOf(octetString(new Uint8Array(1))),
  );
  return sequence(oid(OID.signedData), der(0xa0, data));
}
