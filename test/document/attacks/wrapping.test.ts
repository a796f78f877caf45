import { describe } from 'vitest';

import { text } from '../tampering/tampering.ts';
import { appended } from './appending.ts';
import { type Attack, attack, expectRefused } from './attack.ts';
import { GENUINE, OBJECTS, OTHER, signedParts } from './victim.ts';

const { after, gap, rest } = signedParts();
const BEFORE = GENUINE.subarray(0, gap);
const STRING = GENUINE.subarray(gap, after);
const BEHIND = GENUINE.subarray(after);
/** What the attacker wants read: another page. */
const EVIL = `\n${OBJECTS.page} 0 obj\n<< /Type /Page /Parent 2 0 R >>\nendobj\n`;

/** The first signed part stays, the second is moved behind `between`, and the ByteRange with it (SWA, 2019). */
function wrapped(between: string, behind: Uint8Array = BEHIND): Buffer {
  const moved = Buffer.concat([BEFORE, STRING, Buffer.from(between, 'latin1'), behind]);
  return withRange(moved, after + between.length, rest);
}

function withRange(bytes: Buffer, second: number, length: number): Buffer {
  const whole = text(bytes).replace(/\/ByteRange \[[^\]]*\] */, (old) =>
    `/ByteRange [0 ${gap} ${second} ${length}]`.padEnd(old.length),
  );
  return Buffer.from(whole, 'latin1');
}

describe('signature wrapping', () => {
  expectRefused([
    attack('another page between the signed parts', 'contents', () => wrapped(EVIL)),
    attack('the string padded, another page within it', 'contents', () => {
      const inside = `${text(STRING.subarray(0, -1))}${EVIL}>`;
      const bytes = Buffer.concat([BEFORE, Buffer.from(inside, 'latin1'), BEHIND]);
      return withRange(bytes, gap + inside.length, rest);
    }),
    attack('the string closed, another page, another string opened', 'contents', () => wrapped(`${EVIL}<00`)),
    attack('the string longer by zeros', 'structure', () => {
      const longer = Buffer.concat([STRING.subarray(0, -1), Buffer.from('00'.repeat(64)), Buffer.from('>')]);
      return withRange(Buffer.concat([BEFORE, longer, BEHIND]), gap + longer.length, rest);
    }),
    attack('a string of megabytes', 'too-large', () => wrapped(`<${'0'.repeat(3 << 20)}>`)),
    attack('the second part twice', 'appended-to', () => appended(GENUINE, BEHIND)),
    attack('another copy’s second part', 'structure', () => {
      const parts = signedParts(OTHER);
      const behind = OTHER.subarray(parts.after);
      return withRange(Buffer.concat([BEFORE, STRING, behind]), after, behind.length);
    }),
    attack('a new signature object, the old one kept for its string', 'several-signatures', () =>
      appended(
        GENUINE,
        `${OBJECTS.signature} 0 obj\n<< /Type /Sig /ByteRange [0 ${gap} ${after} ${rest}] >>\nendobj\n`,
      ),
    ),
    attack('the ByteRange in a comment, the true one in another form', 'byte-range', () =>
      decoyed(`%/ByteRange [0 ${gap} ${after} ${rest}]`),
    ),
  ]);
});

describe('the signed parts within another file', () => {
  expectRefused([
    prefixed('behind another header', 'byte-range', '%PDF-1.4\n'),
    prefixed('behind a picture', 'structure', 'GIF89a'),
    prefixed('behind white space', 'structure', '\n'),
    prefixed('behind a byte order mark', 'structure', '\u00EF\u00BB\u00BF'),
    prefixed('behind a kilobyte of comments', 'byte-range', `%PDF-1.7\n${'% padding\n'.repeat(100)}`),
    prefixed('as a stream of another file', 'byte-range', `%PDF-1.7\n1 0 obj\n<< /Type /EmbeddedFile >>\nstream\n`),
  ]);
});

function prefixed(name: string, reason: Attack['reason'], prefix: string): Attack {
  return attack(name, reason, () => Buffer.concat([Buffer.from(prefix, 'latin1'), GENUINE]));
}

function decoyed(decoy: string): Buffer {
  const whole = text(GENUINE).replace(/\/ByteRange/, '/Byte#52ange');
  return Buffer.from(whole.replace(/%PDF-1\.7\n/, `%PDF-1.7\n${decoy}\n`), 'latin1');
}
