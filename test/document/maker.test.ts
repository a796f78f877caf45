import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import { BaseCache } from '../../engine/document/base/base-cache.ts';
import type { BaseDocument } from '../../engine/document/base/base-document.ts';
import { sameFace } from '../../engine/document/base/same-face.ts';
import { type BaseFace, compose } from '../../engine/document/compose.ts';
import { MissingGlyphFault, UnknownIssuerFault } from '../../engine/document/faults.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import { BASIS, CERTIFICATE, ENDORSEMENT, LONGEST, PLAIN, sampleMaker, sealedBy, shippedFonts } from './samples.ts';
import { openPage } from './page/picture.ts';
import { contentsOf, text } from './tampering/tampering.ts';

const maker = sampleMaker('demonstration', 'rsa3072', 'p256', 'p384');

const face = (level: string): BaseFace => ({ certificate: { ...CERTIFICATE, level }, kind: 'endorsed', bandTexts: [] });
const composed = await compose(face('一级'), shippedFonts());

describe('a copy', () => {
  it.each(['demonstration', 'rsa3072', 'p256', 'p384'] as const)('is sound under the key %s', async (name) => {
    const { bytes } = await maker.makeCopy(sealedBy(CERTIFICATE, name), ENDORSEMENT);
    expect(verifyDocument(bytes, BASIS)).toMatchObject({ status: 'passed' });
  });

  it('comes with the SHA-256 of its bytes', async () => {
    const { bytes, sha256 } = await maker.makeCopy(CERTIFICATE, ENDORSEMENT);
    expect(sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  });

  it('is the same file for the same endorsement under an RSA key', async () => {
    const [once, again] = [
      await maker.makeCopy(CERTIFICATE, ENDORSEMENT),
      await maker.makeCopy(CERTIFICATE, ENDORSEMENT),
    ];
    expect(again.sha256).toBe(once.sha256);
  });

  it('is another file for another endorsement of the same certificate', async () => {
    const once = await maker.makeCopy(CERTIFICATE, ENDORSEMENT);
    const other = await maker.makeCopy(CERTIFICATE, { ...ENDORSEMENT, number: 'JZ20261201-OTHER1' });
    expect(other.sha256).not.toBe(once.sha256);
  });

  it('stays under 100 kB with the longest values', async () => {
    const { bytes } = await maker.makeCopy(LONGEST, ENDORSEMENT);
    expect(bytes.length).toBeLessThan(100_000);
  });

  it('has no signing time in its CMS, as PAdES wants', async () => {
    const { bytes } = await maker.makeCopy(CERTIFICATE, ENDORSEMENT);
    const signingTime = Buffer.from('06092a864886f70d010905', 'hex');
    expect(contentsOf(bytes).includes(signingTime)).toBe(false);
  });

  it('says in its text layer nothing that a search of the file could find', async () => {
    const { bytes } = await maker.makeCopy(CERTIFICATE, ENDORSEMENT);
    const { documentNumber, name } = CERTIFICATE.holder;
    expect(Buffer.from(bytes).includes(Buffer.from(name))).toBe(false);
    expect(text(bytes)).not.toContain(documentNumber);
  });

  it('can have any scenario, once its characters are known', async () => {
    const scenario = { 'zh-CN': '投标资格预审', en: 'Tender prequalification' };
    const { bytes } = await maker.makeCopy(CERTIFICATE, { ...ENDORSEMENT, scenario });
    expect(verifyDocument(bytes, BASIS)).toMatchObject({ status: 'passed' });
  });
});

describe('a plain copy', () => {
  it('is certified like an endorsed one, without number, QR code or link', async () => {
    const { bytes } = await maker.makePlainCopy(CERTIFICATE, PLAIN);
    expect(verifyDocument(bytes, BASIS)).toMatchObject({ status: 'passed' });
    expect(text(bytes)).not.toMatch(/\/Subtype \/Link|<jiazhu:number>/);
  });
});

describe('names with selectors of variants', () => {
  const selected = { ...CERTIFICATE, holder: { ...CERTIFICATE.holder, name: '李\ufe00明\u{e0100}轩\u{e0101}' } };
  const scenario = { 'zh-CN': '本人\u{e0100}调用', en: 'Use by the holder' };

  it('are on copies as without them', async () => {
    const [endorsed, plain] = [{ ...ENDORSEMENT, scenario }, PLAIN];
    const copies = [await maker.makeCopy(selected, endorsed), await maker.makePlainCopy(selected, plain)];
    for (const { bytes } of copies) {
      expect(verifyDocument(bytes, BASIS)).toMatchObject({ status: 'passed' });
      const { texts } = await openPage(bytes);
      expect(texts.join('')).toContain('李明轩');
    }
    const [first] = await Promise.all(copies.map(({ bytes }) => openPage(bytes)));
    expect(first?.texts.join('')).toContain('本人调用');
  });
});

describe('faults', () => {
  it('name the issuer that nobody signs for', async () => {
    const made = maker.makeCopy(sealedBy(CERTIFICATE, 'impostor'), ENDORSEMENT);
    await expect(made).rejects.toThrow(UnknownIssuerFault);
  });

  it('come again for the same certificate, and leave others alone', async () => {
    const rare = { ...CERTIFICATE, speciality: '𪚥' };
    await expect(maker.makeCopy(rare, ENDORSEMENT)).rejects.toThrow(MissingGlyphFault);
    await expect(maker.makeCopy(rare, ENDORSEMENT)).rejects.toThrow(MissingGlyphFault);
    await expect(maker.makeCopy(CERTIFICATE, ENDORSEMENT)).resolves.toBeDefined();
  });

  it('can be foreseen, for a file of names to be warned of', () => {
    expect(maker.missingCharacters('李𪚥轩𪚥㐀𬱖')).toEqual(['𪚥']);
  });
});

/** Plain data with one of its values changed, for each of them. */
function variants(value: unknown): unknown[] {
  if (typeof value === 'string') return [`${value}x`];
  if (typeof value === 'boolean') return [!value];
  if (value === null || typeof value !== 'object') return ['x'];
  if (Array.isArray(value)) return [[...value, 'x']];
  return Object.entries(value).flatMap(([key, inner]) => variants(inner).map((other) => ({ ...value, [key]: other })));
}

/** Pairs of faces that are taken to be the same. */
function alikeAmong(faces: readonly BaseFace[]): (readonly [BaseFace, BaseFace])[] {
  const pairs = faces.flatMap((one, index) => faces.slice(index + 1).map((other) => [one, other] as const));
  return pairs.filter(([one, other]) => sameFace(one, other));
}

describe('the bases kept', () => {
  function counting(limit: number): { cache: BaseCache; levels: (string | null)[] } {
    const levels: (string | null)[] = [];
    const count = async ({ certificate }: BaseFace): Promise<BaseDocument> => {
      levels.push(certificate.level);
      return composed;
    };
    return { cache: new BaseCache(count, limit), levels };
  }

  it('are composed once, even when asked for at the same time', async () => {
    const { cache, levels } = counting(2);
    await Promise.all([cache.get(face('一级')), cache.get(face('一级')), cache.get(structuredClone(face('一级')))]);
    expect(levels).toEqual(['一级']);
  });

  it('are composed anew when anything that the page shows changes', async () => {
    const { cache, levels } = counting(9);
    await cache.get(face('一级'));
    const renamed = { ...CERTIFICATE, qualification: { 'zh-CN': '注册测绘师', en: 'Registered Surveyor' } };
    await cache.get({ ...face('一级'), certificate: { ...renamed, level: '一级' } });
    expect(levels).toHaveLength(2);
  });

  it('are those of the very same face: whatever else differs makes another', () => {
    const full: BaseFace = { ...face('一级'), certificate: { ...CERTIFICATE, level: '一级', speciality: '建筑' } };
    const others = variants(full) as BaseFace[];
    expect(others.length).toBeGreaterThan(20);
    expect(others.filter((other) => sameFace(full, other) || sameFace(other, full))).toEqual([]);
    expect(sameFace(structuredClone(full), full)).toBe(true);
  });

  it('tell where one text ends and the next begins', () => {
    const { holder } = CERTIFICATE;
    const moved = {
      ...face('一级'),
      certificate: { ...CERTIFICATE, level: '一级', holder: { ...holder, name: `${holder.name}m`, gender: 'ale' } },
    };
    expect(sameFace(moved as BaseFace, face('一级'))).toBe(false);
    const texts = [['ab', 'c'], ['a', 'bc'], ['abc'], ['abc', ''], []].map((bandTexts) => ({
      ...face('一级'),
      bandTexts,
    }));
    expect(alikeAmong(texts)).toEqual([]);
  });

  it('tell what is missing from what is empty', () => {
    const levels = [null, '', 'null'].map((level) => ({ ...face('一级'), certificate: { ...CERTIFICATE, level } }));
    expect(alikeAmong(levels)).toEqual([]);
  });

  it('of one certificate are kept beside each other', async () => {
    const { cache, levels } = counting(9);
    for (const level of ['一级', '二级', '一级', '二级']) await cache.get(face(level));
    expect(levels).toEqual(['一级', '二级']);
  });

  it('drop the one that was not used for longest', async () => {
    const { cache, levels } = counting(2);
    for (const level of ['一级', '二级', '一级', '三级', '一级', '二级']) await cache.get(face(level));
    expect(levels).toEqual(['一级', '二级', '三级', '二级']);
  });

  it('forget a failure only while it is theirs', async () => {
    const composing: { reject: (fault: Error) => void }[] = [];
    const cache = new BaseCache(({ certificate }) => {
      if (certificate.level !== '一级') return Promise.resolve(composed);
      return new Promise((resolve, reject) => {
        composing.push({ reject });
        if (composing.length > 1) resolve(composed);
      });
    }, 1);
    const first = cache.get(face('一级'));
    await cache.get(face('二级'));
    await cache.get(face('一级'));
    composing[0]?.reject(new Error('out of memory'));
    await expect(first).rejects.toThrow('out of memory');
    await cache.get(face('一级'));
    expect(composing).toHaveLength(2);
  });

  it('are never fewer than one', async () => {
    const { cache, levels } = counting(0);
    for (const level of ['一级', '一级', '二级']) await cache.get(face(level));
    expect(levels).toEqual(['一级', '二级']);
  });

  it('forget a failure', async () => {
    let attempts = 0;
    const cache = new BaseCache(async () => {
      attempts += 1;
      if (attempts === 1) throw new Error('out of memory');
      return composed;
    }, 2);
    await expect(cache.get(face('一级'))).rejects.toThrow('out of memory');
    await expect(cache.get(face('一级'))).resolves.toMatchObject({ base: composed });
  });
});
