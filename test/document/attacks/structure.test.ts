import { PDFDocument } from 'pdf-lib';
import { describe } from 'vitest';

import { issuerFile } from '../samples.ts';
import { patched, text } from '../tampering/tampering.ts';
import { appended, updated } from './appending.ts';
import { type Attack, attack, expectRefused } from './attack.ts';
import { GENUINE, OBJECTS } from './victim.ts';

const EVIL = '<< /Type /Page /Parent 2 0 R >>';

describe('duplicate objects', () => {
  const double = `${OBJECTS.page} 0 obj\n${EVIL}\nendobj\n`;
  expectRefused([
    inserted('before the signed object', 'byte-range', `\n${OBJECTS.page} 0 obj`, `\n${double}`),
    inserted('before the signature', 'byte-range', `\n${OBJECTS.signature} 0 obj`, `\n${double}`),
    inserted('before the last table', 'appended-to', '\nxref\n', `\n${double}`),
    attack('after the end', 'appended-to', () => appended(GENUINE, double)),
    attack('after the end, with a table', 'appended-to', () =>
      updated(GENUINE, [{ number: OBJECTS.page, body: EVIL }]),
    ),
    attack('by another number of the same length', 'changed', () =>
      patched(GENUINE, new RegExp(`\n${OBJECTS.field} 0 obj`), () => `\n${OBJECTS.page} 0 obj`),
    ),
  ]);
});

describe('cross-references', () => {
  const changed = (name: string, reason: Attack['reason'], pattern: RegExp, to: string): Attack =>
    attack(name, reason, () => patched(GENUINE, pattern, (old) => to.padEnd(old.length)));
  expectRefused([
    changed('a hybrid trailer in place', 'changed', /\/Info \d+ 0 R/, '/XRefStm 9'),
    changed('a table entry that leads elsewhere', 'changed', /\n00000\d{5} 00000 n (?=\n0)/, '\n0000000015 00000 n '),
    changed('the signature’s own entry', 'structure', /\d{10}( 00000 n \ntrailer)/, '0000000015 00000 n \ntrailer'),
    changed('a root that leads elsewhere', 'not-certified', /\/Root \d+ 0 R/, '/Root 2 0 R'),
    changed('no root', 'not-certified', /\/Root \d+ 0 R/, ''),
    changed('an end that leads elsewhere', 'structure', /startxref\n\d+/, 'startxref\n9'),
    changed('an encrypted trailer', 'encrypted', /\/Info \d+ 0 R/, '/Encrypt 9'),
    changed('no end of file', 'structure', /%%EOF\n$/, '%EOF'),
    attack('the base’s table replaced by a stream', 'byte-range', () => {
      const whole = text(GENUINE);
      const at = whole.indexOf('\nxref\n');
      return Buffer.from(`${whole.slice(0, at)}\n998 0 obj\n<< /Type /XRef >>${whole.slice(at)}`, 'latin1');
    }),
  ]);
});

describe('wrappers', () => {
  const wrapper = async (encrypted: boolean): Promise<Uint8Array> => {
    const file = await PDFDocument.create();
    file.addPage();
    await file.attach(GENUINE, 'copy.pdf', { mimeType: 'application/pdf' });
    if (encrypted) file.encrypt({ userPassword: '', ownerPassword: 'owner', permissions: {} });
    return file.save();
  };
  expectRefused([
    attack('a portfolio that has the copy attached', 'no-signature', () => wrapper(false)),
    attack('the same, encrypted', 'encrypted', () => wrapper(true)),
    attack('the copy itself, encrypted', 'byte-range', async () => {
      const file = await PDFDocument.load(GENUINE);
      file.encrypt({ userPassword: '', ownerPassword: 'owner', permissions: {} });
      return file.save();
    }),
    attack('a file that only says it is encrypted', 'encrypted', () =>
      Buffer.from('%PDF-1.7\ntrailer << /Encrypt 5 0 R >>'),
    ),
  ]);
});

describe('files that are no copies', () => {
  expectRefused([
    attack('nothing', 'not-a-pdf', () => Buffer.alloc(0)),
    attack('a text', 'not-a-pdf', () => Buffer.from('a letter')),
    attack('a certificate', 'not-a-pdf', () => issuerFile('demonstration-root.der')),
    attack('a header alone', 'no-signature', () => Buffer.from('%PDF-1.7\n')),
    attack('PDF 2, unsigned', 'no-signature', () => Buffer.from('%PDF-2.0\n')),
    attack('PDF 2', 'structure', () => patched(GENUINE, /%PDF-1/, () => '%PDF-2')),
    attack('a header too far in', 'not-a-pdf', () => Buffer.concat([Buffer.alloc(1024), GENUINE])),
    attack('an unsigned file', 'no-signature', async () => {
      const file = await PDFDocument.create();
      file.addPage();
      return file.save();
    }),
    attack('the copy without its signed revision', 'no-signature', () =>
      GENUINE.subarray(0, GENUINE.indexOf('%%EOF\n') + 6),
    ),
    attack('the copy without its last byte', 'byte-range', () => GENUINE.subarray(0, -1)),
  ]);
});

function inserted(name: string, reason: Attack['reason'], before: string, what: string): Attack {
  return attack(name, reason, () => {
    const at = GENUINE.lastIndexOf(before);
    return Buffer.concat([GENUINE.subarray(0, at), Buffer.from(what, 'latin1'), GENUINE.subarray(at)]);
  });
}
