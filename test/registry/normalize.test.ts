import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DOCUMENT_TYPES } from '../../engine/registry/holder.ts';
import {
  documentKey,
  normalizeDocumentNumber,
  normalizeName,
  normalizeText,
  sameName,
} from '../../engine/registry/normalize.ts';
import { contactPhone, normalizePhone } from '../../engine/registry/phone.ts';

fc.configureGlobal({ seed: 20261101 });

const anyText = fc.string({ unit: 'binary' });

describe('normalising a name', () => {
  it.each([
    ['  张三 ', '张三'],
    ['张\u3000三', '张三'],
    ['阿卜杜拉•买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉．买买提', '阿卜杜拉·买买提'],
    ['阿卜杜拉 · 买买提', '阿卜杜拉·买买提'],
    ['\u{feff}ＺＨＡＮＧ  San', 'ZHANG San'],
    ['J. R. Smith', 'J. R. Smith'],
  ])('%j is %j', (text, name) => {
    expect(normalizeName(text)).toBe(name);
  });

  it('twice is the same as once', () => {
    const likely = fc.string({ unit: fc.constantFrom(...'张三 .·•．\u3000\u200b\u{fe0f}Aａ-') });
    fc.assert(
      fc.property(fc.oneof(anyText, likely), (text) => {
        expect(normalizeName(normalizeName(text))).toBe(normalizeName(text));
        expect(normalizeText(normalizeText(text))).toBe(normalizeText(text));
      }),
      { numRuns: 1000 },
    );
  });
});

describe('comparing names', () => {
  it.each([
    ['阿卜杜拉·买买提', '阿卜杜拉买买提'],
    ['CHAN Tai-man', 'chan tai man'],
    ['O’Brien, Ann', "o'brien ann"],
    ['葛\u{e0100}一', '葛一'],
  ])('%s is %s', (one, other) => {
    expect(sameName(one, other)).toBe(true);
  });

  it('does not take one person for another', () => {
    expect(sameName('张三', '张三丰')).toBe(false);
    expect(sameName('王小明', '王小朋')).toBe(false);
  });
});

describe('normalising a document number', () => {
  it('writes it in plain capitals and digits', () => {
    expect(normalizeDocumentNumber('resident-identity-card', ' 110105 19491231 002x')).toBe('11010519491231002X');
    expect(normalizeDocumentNumber('resident-identity-card', '１１０１０５１９４９１２３１００２Ｘ')).toBe(
      '11010519491231002X',
    );
    expect(normalizeDocumentNumber('passport', 'e-0000 0001')).toBe('E00000001');
    expect(normalizeDocumentNumber('military-officer-card', '军字第 1234567 号')).toBe('军字第1234567号');
  });

  it('twice is the same as once', () => {
    fc.assert(
      fc.property(fc.constantFrom(...DOCUMENT_TYPES), anyText, (type, text) => {
        const once = normalizeDocumentNumber(type, text);
        expect(normalizeDocumentNumber(type, once)).toBe(once);
      }),
      // Capitals and removed dashes can both leave what composes anew.
      {
        examples: [
          ['passport', '\u1fd2'],
          ['passport', 'e-\u0300'],
        ],
      },
    );
  });

  it('keeps documents of two types apart', () => {
    expect(documentKey('passport', 'H00000001')).not.toBe(documentKey('hong-kong-macau-permit', 'H00000001'));
  });
});

describe('a phone number of the registry', () => {
  it.each([
    ['13800000001', '8613800000001'],
    ['138 0000 0001', '8613800000001'],
    ['+86 138-0000-0001', '8613800000001'],
    ['0086(138)00000001', '8613800000001'],
    ['８６１３８００００００01', '8613800000001'],
    ['+852 9000 0001', '85290000001'],
    ['85290000001', '85290000001'],
    ['+1 310 555 0101', '13105550101'],
  ])('%s is %s', (text, phone) => {
    expect(normalizePhone(text)).toBe(phone);
  });

  it.each(['', '12345', '010-12345678', '1380000000', '12800000001', 'phone', '+0123456789', '1.38E+10'])(
    '%j is none',
    (text) => {
      expect(normalizePhone(text)).toBeUndefined();
    },
  );

  it('is read as the messenger gives it, with or without the plus', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (tail) => {
        const national = `139${String(tail).padStart(8, '0')}`;
        expect(normalizePhone(national)).toBe(contactPhone(`86${national}`));
        expect(normalizePhone(national)).toBe(contactPhone(`+86${national}`));
      }),
    );
  });

  it("is not proved by a foreign account's number that reads like it", () => {
    expect(normalizePhone('13105550101')).toBe('8613105550101');
    expect(contactPhone('13105550101')).toBe('13105550101');
  });
});
