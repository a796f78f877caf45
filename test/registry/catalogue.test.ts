import { describe, expect, it } from 'vitest';
import { qualificationFinder } from '../../engine/registry/catalogue/find-qualification.ts';
import { parseCatalogue } from '../../engine/registry/catalogue/parse-catalogue.ts';
import { shippedCatalogue } from './registry-file.ts';

const bilingual = (text: string) => ({ 'zh-CN': text, en: `${text} in English` });
const issuer = { id: 'one', name: bilingual('甲'), contact: bilingual('乙'), specimen: true };
const qualification = (change: object = {}) => ({
  code: 'first',
  name: bilingual('第一'),
  aliases: [],
  levels: [],
  issuer: 'one',
  plainBefore: null,
  ...change,
});

describe('a catalogue', () => {
  it('is read as it is written', () => {
    const catalogue = {
      version: '1',
      issuers: [issuer],
      qualifications: [qualification({ plainBefore: '2021-12-17' })],
    };
    expect(parseCatalogue(catalogue)).toEqual({ ok: true, value: catalogue });
  });

  it('is refused with every mistake in its shape', () => {
    const catalogue = {
      version: '1',
      issuers: [{ ...issuer, specimen: 'yes' }],
      qualifications: [
        qualification({ code: 'First!', plainBefore: '2021-02-30' }),
        qualification({ name: { 'zh-CN': '第二' } }),
        qualification({ colour: 'red' }),
      ],
    };
    const parsed = parseCatalogue(catalogue);
    const paths = parsed.ok ? [] : parsed.refusal.map(({ path }) => path);
    expect(paths.sort()).toEqual([
      'issuers[0].specimen',
      'qualifications[0].code',
      'qualifications[0].plainBefore',
      'qualifications[1].name.en',
      'qualifications[2]',
    ]);
  });

  it('is refused with every name that means two things', () => {
    const catalogue = {
      version: '1',
      issuers: [issuer, issuer],
      qualifications: [
        qualification({ levels: ['一级'] }),
        qualification({ issuer: 'nobody' }),
        qualification({ code: 'second', name: bilingual('第二'), aliases: ['第一（一级）'] }),
      ],
    };
    expect(parseCatalogue(catalogue)).toEqual({
      ok: false,
      refusal: [
        { path: 'qualifications[1].issuer', problem: 'no issuer has the id "nobody"' },
        { path: 'qualifications[1].code', problem: '"first" is used before' },
        { path: 'issuers[1].id', problem: '"one" is used before' },
        { path: 'qualifications[2]', problem: '"第一一级" would also name "first"' },
      ],
    });
  });

  it.each([null, 'text', [], {}])('is refused when it is %j', (value) => {
    expect(parseCatalogue(value)).toMatchObject({ ok: false });
  });
});

describe('the catalogue that ships', () => {
  const catalogue = shippedCatalogue();
  const find = qualificationFinder(catalogue.qualifications);
  const codeOf = (name: string, level: string): string | undefined => {
    const found = find(name, level);
    return found.ok ? found.value.qualification.code : undefined;
  };

  it.each([
    ['注册城乡规划师', ''],
    ['注册测绘师', ''],
    ['造价工程师', '一级'],
    ['建造师', '一级'],
    ['勘察设计注册工程师', ''],
    ['注册验船师', ''],
    ['注册安全工程师', '中级'],
    ['注册消防工程师', '一级'],
    ['执业药师', ''],
    ['社会工作者', '初级'],
    ['社会工作者', '中级'],
    ['经济', '初级'],
    ['经济', '中级'],
    ['审计', '初级'],
    ['审计', '中级'],
    ['统计', '初级'],
    ['统计', '中级'],
    ['出版', '初级'],
    ['出版', '中级'],
    ['翻译', '二级'],
    ['监理工程师', ''],
    ['拍卖师', ''],
    ['税务师', ''],
    ['银行业专业人员', '中级'],
  ])('has %s %s', (name, level) => {
    expect(codeOf(name, level)).toBeDefined();
  });

  it('knows the names in which people put the level', () => {
    for (const name of ['一级造价工程师', '造价工程师(一级)', '造价工程师（一级）']) {
      expect(codeOf(name, '')).toBe('cost-engineer');
    }
    expect(find('中级经济师', '')).toMatchObject({ value: { level: '中级', qualification: { code: 'economics' } } });
  });

  it('asks for no endorsement of what associations sealed before the cut-over day', () => {
    const cutOvers = new Map(catalogue.qualifications.map((one) => [one.code, one.plainBefore]));
    expect(cutOvers.get('auctioneer')).toBe('2021-12-17');
    expect(cutOvers.get('constructor')).toBeNull();
  });

  it('has issuers that nobody takes for real ones', () => {
    expect(catalogue.issuers).toHaveLength(2);
    for (const { specimen, name } of catalogue.issuers) {
      expect(specimen).toBe(true);
      expect(name['zh-CN']).toContain('样张');
      expect(name.en).toContain('specimen');
    }
  });
});
