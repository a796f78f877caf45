import { readFileSync, writeFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { CERTIFICATE, ENDORSEMENT, GENUINE, LONGEST, OVERLONG, PLAIN, RARE, sampleMaker } from '../samples.ts';
import { glyphsOf, withoutGlyph, withMovedText } from '../tampering/page-edits.ts';
import { decodePng, encodePng, greatestDifference, openPage, renderPage, TOLERANCE } from './picture.ts';

const maker = sampleMaker('demonstration');
const endorsed = (await maker.makeCopy(CERTIFICATE, ENDORSEMENT)).bytes;
const longest = (await maker.makeCopy(LONGEST, ENDORSEMENT)).bytes;
const overlong = (await maker.makeCopy(OVERLONG, ENDORSEMENT)).bytes;
const rare = (await maker.makeCopy(RARE, ENDORSEMENT)).bytes;
const genuine = (await maker.makeCopy({ ...LONGEST, sealedBy: GENUINE }, ENDORSEMENT)).bytes;
const plain = (await maker.makePlainCopy(CERTIFICATE, PLAIN)).bytes;

describe('the page', () => {
  it('says every field of the certificate', async () => {
    const { texts } = await openPage(endorsed);
    const fields = [
      '李明轩',
      '男',
      '1949年12月',
      '居民身份证',
      '11010519491231002X',
      '注册城乡规划师',
      '20240511000000004321',
    ];
    expect(texts).toEqual(expect.arrayContaining([...fields, '2024年5月19日', '2024年9月30日', CERTIFICATE.issuer]));
  });

  it('says scenario, both days, number and time of the endorsement', async () => {
    const { texts } = await openPage(endorsed);
    expect(texts).toEqual(
      expect.arrayContaining(['本人调用', '2026年12月1日至2027年2月28日', 'JZ20261201-7K3M9Q', '2026-12-01 10:52:07']),
    );
    expect(texts.join(' ')).toContain('90 days');
    expect(texts.join(' ')).toContain('UTC+08:00 · Asia/Shanghai');
  });

  it('says the verification code in groups that are easy to type', async () => {
    const { texts } = await openPage(endorsed);
    expect(texts.join(' ')).toContain('Code: 7K3M 9QX2 TRB5 D8WH F5');
  });

  it('says one day in the singular', async () => {
    const { bytes } = await maker.makeCopy(CERTIFICATE, { ...ENDORSEMENT, lastDay: ENDORSEMENT.firstDay, days: 1 });
    expect((await openPage(bytes)).texts.join(' ')).toContain('1 day ');
  });

  it('says that a specimen is one', async () => {
    const texts = (await openPage(endorsed)).texts.join('').replaceAll(' ', '');
    expect(texts.split('样张SPECIMEN').length).toBeGreaterThanOrEqual(4);
    expect(texts).toContain('不具任何效力');
  });

  it('says nothing of specimens under an issuer that is none', async () => {
    const sealedBy = { ...CERTIFICATE.sealedBy, specimen: false };
    const { bytes } = await maker.makeCopy({ ...CERTIFICATE, issuer: '示范省', sealedBy }, ENDORSEMENT);
    expect((await openPage(bytes)).texts.join('').replaceAll(' ', '')).not.toMatch(/样张|SPECIMEN/);
  });

  it('has a link where the QR code is, and a field where the seal is', async () => {
    expect((await openPage(endorsed)).annotations).toEqual([
      { subtype: 'Link', url: ENDORSEMENT.verifyUrl },
      { subtype: 'Widget', url: undefined },
    ]);
    expect((await openPage(plain)).annotations).toEqual([{ subtype: 'Widget', url: undefined }]);
  });

  it('can be read aloud: language, title and headings in order', async () => {
    const { language, roles, title } = await openPage(endorsed);
    expect({ language, title }).toEqual({ language: 'zh-CN', title: '注册城乡规划师 职业资格证书 加注件' });
    const landmarks = roles.filter((role) => ['H1', 'H2', 'Figure', 'Form', 'Link'].includes(role));
    expect(landmarks).toEqual(['H1', 'H2', 'Figure', 'H2', 'Form', 'Link']);
  });

  it('says in its metadata what it is, by which number and for which days, and nothing of the holder', async () => {
    const { info, xmp } = await openPage(endorsed);
    const title = '注册城乡规划师 职业资格证书 加注件';
    expect(info).toMatchObject({
      Title: title,
      Subject: expect.stringContaining('Registered Urban and Rural Planner'),
    });
    expect(xmp('dc:title')).toContain(title);
    expect(xmp('dc:description')).toContain(info['Subject']);
    expect(['number', 'firstDay', 'lastDay'].map((name) => xmp(`jiazhu:${name}`))).toEqual([
      'JZ20261201-7K3M9Q',
      '2026-12-01',
      '2027-02-28',
    ]);
    expect(xmp('xmp:CreateDate')).toBe('2026-12-01T10:52:07+08:00');
    expect(JSON.stringify(info)).not.toMatch(/李明轩|11010519491231002X/);
  });

  it.each([
    ['endorsed', endorsed],
    ['longest', longest],
    ['overlong', overlong],
    ['plain', plain],
    ['rare', rare],
    ['genuine', genuine],
  ])('looks as it did when it was last looked at: %s', async (name, bytes) => {
    const file = new URL(`../../fixtures/pages/${name}.png`, import.meta.url);
    const picture = await renderPage(bytes);
    // After a change on purpose: set this once, and look at the pictures.
    if (process.env['UPDATE_PICTURES']) writeFileSync(file, encodePng(picture));
    expect(greatestDifference(picture, decodePng(readFileSync(file)))).toBeLessThan(TOLERANCE);
  });
});

// Every missing glyph, text and move is judged by the slow tests; these are the smallest there are.
describe('a golden picture', () => {
  it('tells a page from one that lacks a single small letter', async () => {
    const whole = await renderPage(longest);
    const smallest = glyphsOf(longest).filter(({ size }) => size < 6);
    for (const glyph of smallest.filter((_, index) => index % 250 === 0)) {
      const difference = greatestDifference(await renderPage(withoutGlyph(longest, glyph)), whole);
      expect({ ...glyph, noticed: difference > TOLERANCE }).toEqual({ ...glyph, noticed: true });
    }
  });

  it('tells a page from one on which a field moved by two points', async () => {
    const moved = withMovedText(longest, 5, 2);
    expect(greatestDifference(await renderPage(moved), await renderPage(longest))).toBeGreaterThan(TOLERANCE);
  });
});
