import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hex, same } from '../../engine/document/cms/bytes.ts';
import { der, NULL, sequence } from '../../engine/document/cms/der.ts';
import { DerReader } from '../../engine/document/cms/der-reader.ts';
import { EntryIndex } from '../../engine/document/revocation/entry-index.ts';
import { judgeCrl } from '../../engine/document/revocation/judge-crl.ts';
import { readAhead } from '../../engine/document/revocation/revocation-list.ts';
import { readCertificate } from '../../engine/document/verify/x509.ts';
import { HOUR_MS, later } from '../../engine/time/instant.ts';
import { NOW } from '../document/samples.ts';
import { revocationList } from './answers.ts';
import { generalizedTime, party, SIGNER } from './pki.ts';

const serial = (number: number): Uint8Array => der(0x02, Uint8Array.of(0x40, number >> 8, number & 0xff));

/** What reading one entry after another finds. */
function inTurn(entries: Uint8Array, serialNumber: Uint8Array): DerReader | undefined {
  const list = new DerReader(entries);
  while (!list.done) {
    const entry = list.enter(0x30);
    if (same(entry.next(0x02).encoded, serialNumber)) return entry;
  }
  return undefined;
}

function outcome(find: () => DerReader | undefined): string {
  try {
    const entry = find();
    return entry ? hex(entry.remaining()) : 'none';
  } catch {
    return 'malformed';
  }
}

describe('the index of a list', () => {
  const number = fc.integer({ min: 0, max: 400 });
  const entry = fc.tuple(number, fc.integer({ min: 0, max: HOUR_MS }));
  const broken = fc.constantFrom(NULL, sequence(NULL), Uint8Array.of(0x30, 0x7f), Uint8Array.of(0x30));

  it('finds what reading its entries in turn finds, where some come twice or can’t be read', () => {
    const good = entry.map(([of, ms]) => sequence(serial(of), generalizedTime(later(NOW, ms * 1000))));
    const entries = fc.array(fc.oneof({ weight: 60, arbitrary: good }, { weight: 1, arbitrary: broken }), {
      maxLength: 300,
    });
    fc.assert(
      fc.property(entries, fc.array(number, { minLength: 1, maxLength: 30 }), (parts, asked) => {
        // As a part of something longer, as it is in a list.
        const all = Buffer.concat([Buffer.from('before'), ...parts]).subarray(6);
        const index = new EntryIndex(all);
        for (const of of asked)
          expect(outcome(() => index.find(serial(of)))).toBe(outcome(() => inTurn(all, serial(of))));
      }),
    );
  });
});

describe('a list', () => {
  const root = party({ name: 'Root' });
  const issuedOf = (name: string, authority = root) => ({
    certificate: readCertificate(party({ name, by: root, extensions: SIGNER }).certificate),
    authority: readCertificate(authority.certificate),
  });
  const revoked = issuedOf('Revoked');
  const at = later(NOW, -HOUR_MS);
  const list = () => revocationList({ authority: root, at, revoked: [{ certificate: revoked.certificate.raw, at }] });

  it('that somebody keeps is read once: its signature is looked at for each authority, its entries for all', () => {
    const bytes = list();
    expect(judgeCrl(bytes, revoked)).toMatchObject({ ok: true, value: { revokedAt: at } });
    // Would be noticed by whoever looked again.
    bytes.fill(0, bytes.length - 8);
    expect(judgeCrl(bytes, revoked)).toMatchObject({ ok: true, value: { revokedAt: at } });
    expect(judgeCrl(bytes, issuedOf('Good'))).toMatchObject({ ok: true, value: { revokedAt: null } });
    const namesake = party({ name: 'Root', keyName: 'another' });
    expect(judgeCrl(bytes, issuedOf('Good', namesake))).toEqual({ ok: false, refusal: 'signature-wrong' });
    expect(judgeCrl(Uint8Array.from(bytes), revoked)).toEqual({ ok: false, refusal: 'signature-wrong' });
  });

  it('may be read ahead, and is judged as it is then, malformed or not', () => {
    const [good, cut] = [list(), list().subarray(0, 100)];
    readAhead([good, cut]);
    expect(judgeCrl(good, revoked)).toMatchObject({ ok: true, value: { revokedAt: at } });
    expect(judgeCrl(cut, revoked)).toEqual({ ok: false, refusal: 'malformed' });
  });
});
