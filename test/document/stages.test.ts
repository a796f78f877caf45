import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { BaseDocument } from '../../engine/document/base/base-document.ts';
import { compose } from '../../engine/document/compose.ts';
import { digest, fileHash, hashAhead } from '../../engine/document/digest.ts';
import { embed } from '../../engine/document/embed.ts';
import { MissingGlyphFault, SignatureFault } from '../../engine/document/faults.ts';
import { prepare, type PreparedCopy } from '../../engine/document/prepare.ts';
import { sign, signatureCapacity } from '../../engine/document/sign.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import { later } from '../../engine/time/instant.ts';
import { BASIS, CERTIFICATE, ENDORSEMENT, LONGEST, PLAIN, shippedFonts, signer } from './samples.ts';

const BAND = { kind: 'endorsed', ...ENDORSEMENT } as const;
const ROOM = 3000;
const FACE = {
  certificate: CERTIFICATE,
  kind: 'endorsed',
  bandTexts: [ENDORSEMENT.scenario['zh-CN'], ENDORSEMENT.scenario.en],
} as const;

const base = await compose(FACE, shippedFonts());

function text(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

describe('compose', () => {
  it('gives the same bytes for the same certificate', async () => {
    const again = await compose(structuredClone(FACE), shippedFonts());
    expect(again).toEqual(base);
  });

  it('gives another file, with another identifier, for another certificate', async () => {
    const other = await compose({ ...FACE, certificate: LONGEST }, shippedFonts());
    expect(other.id).not.toBe(base.id);
  });

  it('leaves the base unsigned and unsealed', () => {
    expect(text(base.bytes)).not.toMatch(/\/ByteRange|\/DocMDP|\/Type \/Sig\b/);
    expect(verifyDocument(base.bytes, BASIS)).toMatchObject({ status: 'failed', reason: 'no-signature' });
  });

  it('names the characters that no face has, instead of drawing empty boxes', async () => {
    const certificate = { ...CERTIFICATE, holder: { ...CERTIFICATE.holder, name: '李𪚥轩' }, speciality: '𠀀与𪚥' };
    const refused = compose({ ...FACE, certificate }, shippedFonts());
    await expect(refused).rejects.toThrow(MissingGlyphFault);
    await expect(refused).rejects.toMatchObject({ code: 'missing-glyph', characters: ['𪚥', '𠀀'] });
  });

  it('says missing characters by number, because a rare one gives a name away', async () => {
    const certificate = { ...CERTIFICATE, holder: { ...CERTIFICATE.holder, name: '𪚥' } };
    await expect(compose({ ...FACE, certificate }, shippedFonts())).rejects.toThrow('U+2A6A5');
  });
});

describe('prepare', () => {
  const prepared = prepare(base, BAND, ROOM);

  it('gives the same bytes for the same endorsement', () => {
    expect(prepare(base, structuredClone(BAND), ROOM)).toEqual(prepared);
  });

  it('works on a base that was stored and read again', () => {
    const stored: BaseDocument = { ...structuredClone(base), bytes: Uint8Array.from(base.bytes) };
    expect(Buffer.compare(prepare(stored, BAND, ROOM).bytes, prepared.bytes)).toBe(0);
  });

  it('appends to the base and leaves it as it is', () => {
    expect(Buffer.compare(prepared.bytes.subarray(0, base.bytes.length), base.bytes)).toBe(0);
    expect(prepared.bytes.length).toBeGreaterThan(base.bytes.length);
  });

  it('leaves nothing but the signature’s own string out of the ByteRange', () => {
    const [start, gap, after, rest] = prepared.byteRange;
    expect(start).toBe(0);
    expect(after + rest).toBe(prepared.bytes.length);
    expect(text(prepared.bytes.subarray(gap, after))).toBe(`<${'00'.repeat(ROOM)}>`);
    expect(text(prepared.bytes)).toContain(`/ByteRange [0 ${gap} ${after} ${rest}]`);
  });

  it('ends the file where the update ends', () => {
    expect(text(prepared.bytes.subarray(-7))).toBe('\n%%EOF\n');
  });

  it('keeps the first half of the identifier and changes the second', () => {
    const ids = [...text(prepared.bytes).matchAll(/\/ID \[\s*<([0-9a-f]+)>\s*<([0-9a-f]+)>\s*\]/gi)];
    const [before, after] = ids.map(([, first, second]) => [first?.toLowerCase(), second?.toLowerCase()]);
    expect(after?.[0]).toBe(before?.[0]);
    expect(after?.[1]).not.toBe(before?.[1]);
  });

  it('has a second half of its own in every copy', () => {
    const other = (change: object): string => {
      const written = text(prepare(base, { ...BAND, ...change }, ROOM).bytes);
      return /\/ID \[<[0-9a-f]+> <([0-9a-f]{32})>\]/.exec(written)?.[1] ?? '';
    };
    const ids = [
      {},
      { number: 'JZ20261201-OTHER1' },
      { madeAt: later(BAND.madeAt, 1) },
      { verificationCode: 'X' },
      { lastDay: '2027-03-31', days: 121 },
      { verifyUrl: 'https://verify.example.org/v/X' },
      { zone: 'Asia/Urumqi' },
      { scenario: { ...BAND.scenario, en: 'Self-use' } },
    ];
    expect(new Set(ids.map(other)).size).toBe(ids.length);
    expect(ids.map(other)).not.toContain('');
  });

  it('says the same time in Info, XMP and the signature', () => {
    const written = text(prepared.bytes);
    expect(written).toContain("/CreationDate (D:20261201105207+08'00') /ModDate (D:20261201105207+08'00')");
    expect(written).toContain("/M (D:20261201105207+08'00')");
    expect(written).toContain('<xmp:ModifyDate>2026-12-01T10:52:07+08:00</xmp:ModifyDate>');
  });

  it('certifies with PAdES and permits no change', () => {
    const written = text(prepared.bytes);
    expect(written).toContain('/SubFilter /ETSI.CAdES.detached');
    expect(written).toMatch(/\/TransformMethod \/DocMDP \/TransformParams << [^>]*\/P 1 >>/);
    expect(written).toMatch(new RegExp(String.raw`/Perms <<\s*/DocMDP ${base.objects.signature} 0 R`));
  });

  it('keeps the number and the days in XMP, and the holder out of it', () => {
    const xmp = Buffer.from(prepared.bytes).toString('utf8').split('<?xpacket begin').at(-1)?.split('<?xpacket end')[0];
    expect(xmp).toContain('<jiazhu:number>JZ20261201-7K3M9Q</jiazhu:number>');
    expect(xmp).toContain('<jiazhu:lastDay>2027-02-28</jiazhu:lastDay>');
    expect(xmp).not.toContain(CERTIFICATE.holder.name);
    expect(xmp).not.toContain(CERTIFICATE.holder.documentNumber);
  });

  it('marks what is English as English, and every piece with its own number', () => {
    const update = text(prepare(base, BAND, ROOM).bytes.subarray(base.bytes.length));
    const marks = [...update.matchAll(/\/(P|Span|Figure) <<(\/Lang \(en\) )?\/MCID (\d+)>> BDC/g)];
    expect(marks.map(([, tag]) => tag).join(' ')).toBe('P Span P P Span P P Span P P Span Figure');
    expect(marks.every(([, tag, language]) => (tag === 'Span') === (language !== undefined))).toBe(true);
    const { address, madeAt, number, qrCode, scenario, validity } = base.marks;
    const given = [scenario, validity, number, madeAt, address, qrCode].flat();
    expect(marks.map(([, , , mcid]) => Number(mcid))).toEqual(given);
    expect(update.split('EMC').length - 1).toBe(marks.length);
  });

  it('refuses a band of another kind than the base’s', () => {
    expect(() => prepare(base, { kind: 'plain', ...PLAIN }, ROOM)).toThrow(RangeError);
  });

  it('refuses a scenario whose characters the base doesn’t hold', () => {
    const scenario = { 'zh-CN': '投标', en: 'Tender' };
    expect(() => prepare(base, { ...BAND, scenario }, ROOM)).toThrow(MissingGlyphFault);
  });

  it('escapes what a PDF string or XMP would misread', () => {
    const band = { ...BAND, number: 'A<&>B', verifyUrl: String.raw`https://verify.example.org/(v)\x` };
    const written = text(prepare(base, band, ROOM).bytes);
    expect(written).toContain('<jiazhu:number>A&lt;&amp;&gt;B</jiazhu:number>');
    expect(written).toContain(String.raw`/URI (https://verify.example.org/\(v\)\\x)`);
  });

  it('writes a number in UTF-8 into XMP, whatever is in it', () => {
    const written = Buffer.from(prepare(base, { ...BAND, number: '1天' }, ROOM).bytes).toString('utf8');
    expect(written).toContain('<jiazhu:number>1天</jiazhu:number>');
  });

  it('refuses an address that a PDF string can’t hold', () => {
    expect(() => prepare(base, { ...BAND, verifyUrl: 'https://天天.example.org/v/1' }, ROOM)).toThrow(RangeError);
  });
});

describe('digest', () => {
  const prepared = prepare(base, BAND, ROOM);

  it('is SHA-256 of the two covered parts', () => {
    const [, gap, after] = prepared.byteRange;
    const whole = createHash('sha256').update(prepared.bytes.subarray(0, gap)).update(prepared.bytes.subarray(after));
    expect(Buffer.from(digest(prepared)).toString('hex')).toBe(whole.digest('hex'));
  });

  it('is the same from a hash that has read the base before', () => {
    const begun = { hash: createHash('sha256').update(base.bytes), bytes: base.bytes.length };
    expect(digest(prepared, hashAhead(prepared, begun))).toEqual(digest(prepared));
    // The hash begun is not used up.
    expect(digest(prepared, hashAhead(prepared, begun))).toEqual(digest(prepared));
  });

  it('leaves what it began with to the hash of the finished file', () => {
    const copy = prepare(base, BAND, ROOM);
    const ahead = hashAhead(copy);
    digest(copy, ahead);
    const finished = embed(copy, Uint8Array.of(1, 2, 3));
    expect(fileHash(finished, ahead)).toBe(createHash('sha256').update(finished).digest('hex'));
  });
});

describe('sign and embed', () => {
  it('fill the room that was left for the signature, and no other byte', async () => {
    const prepared = prepare(base, BAND, signatureCapacity(signer('demonstration')));
    const finished = embed(prepared, await sign(digest(prepared), signer('demonstration')));
    const [, gap, after] = prepared.byteRange;
    expect(finished.length).toBe(prepared.bytes.length);
    expect(Buffer.compare(finished.subarray(0, gap), prepared.bytes.subarray(0, gap))).toBe(0);
    expect(Buffer.compare(finished.subarray(after), prepared.bytes.subarray(after))).toBe(0);
    expect(verifyDocument(finished, BASIS)).toMatchObject({ status: 'passed' });
  });

  it('work on a prepared copy that was sent elsewhere in between', async () => {
    const prepared = prepare(base, BAND, signatureCapacity(signer('demonstration')));
    const elsewhere: PreparedCopy = structuredClone({ ...prepared, bytes: Uint8Array.from(prepared.bytes) });
    const finished = embed(elsewhere, await sign(digest(elsewhere), signer('demonstration')));
    expect(verifyDocument(finished, BASIS)).toMatchObject({ status: 'passed' });
  });

  it('refuse a signature that is longer than its room', async () => {
    const prepared = prepare(base, BAND, 100);
    const cms = await sign(digest(prepared), signer('demonstration'));
    expect(() => embed(prepared, cms)).toThrow(SignatureFault);
  });

  it('refuse an answer that can’t be the signer’s signature', async () => {
    const broken = { ...signer('demonstration'), sign: async () => new Uint8Array(255) };
    await expect(sign(new Uint8Array(32), broken)).rejects.toThrow(SignatureFault);
  });
});
