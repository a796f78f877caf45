import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOfDocument, judgeDocumentNumber } from '../../engine/registry/document-number.ts';
import { checkCharacter, readIdentityNumber } from '../../engine/registry/identity-number.ts';
import { addDays, parseCivilDate, yearMonthDay } from '../../engine/time/civil-date.ts';

fc.configureGlobal({ seed: 20261101 });

const firstDay = parseCivilDate('1900-01-01')!;
const days = fc.integer({ min: 0, max: 45_000 }).map((offset) => addDays(firstDay, offset));
const bodies = fc
  .tuple(fc.integer({ min: 110_000, max: 829_999 }), days, fc.integer({ min: 0, max: 999 }))
  .map(([area, day, sequence]) => `${area}${day.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`);
const numbers = bodies.map((body) => body + checkCharacter(body));

describe('an identity number', () => {
  it('reads the example of GB 11643', () => {
    expect(readIdentityNumber('11010519491231002X')).toEqual({
      ok: true,
      facts: { birthDate: '1949-12-31', birthMonth: '1949-12', gender: 'female' },
    });
  });

  it('says the birth date and gender it was made of', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 999 }), (day, sequence) => {
        const body = `110105${day.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
        const read = readIdentityNumber(body + checkCharacter(body));
        const { year, month } = yearMonthDay(day);
        expect(read).toEqual({
          ok: true,
          facts: {
            birthDate: day,
            birthMonth: `${year}-${String(month).padStart(2, '0')}`,
            gender: sequence % 2 === 1 ? 'male' : 'female',
          },
        });
      }),
    );
  });

  it('is refused when any one character is wrong', () => {
    const change = fc.tuple(numbers, fc.nat(17), fc.constantFrom(...'0123456789X'));
    fc.assert(
      fc.property(change, ([number, at, replacement]) => {
        fc.pre(number[at] !== replacement);
        const wrong = number.slice(0, at) + replacement + number.slice(at + 1);
        expect(readIdentityNumber(wrong).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused when two neighbours change places', () => {
    fc.assert(
      fc.property(numbers, fc.nat(15), (number, at) => {
        fc.pre(number[at] !== number[at + 1]);
        const swapped = number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2);
        expect(readIdentityNumber(swapped).ok).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['110105491231002', 'length'],
    ['1101051949123100ZX', 'characters'],
    ['110105194912310021', 'check-digit'],
  ])('names the fault of %s: %s', (number, fault) => {
    expect(readIdentityNumber(number)).toEqual({ ok: false, fault });
  });

  it('names a birth date that no calendar has', () => {
    const body = '11010519490230002';
    expect(readIdentityNumber(body + checkCharacter(body))).toEqual({ ok: false, fault: 'birth-date' });
  });

  it('has no check character unless there are 17 digits', () => {
    expect(() => checkCharacter('1101051949123100')).toThrow(RangeError);
  });
});

describe('the number of another document', () => {
  it.each([
    ['passport', 'E00000001'],
    ['passport', 'EA0000001'],
    ['military-officer-card', '军字第1234567号'],
    ['hong-kong-macau-permit', 'H00000001'],
    ['hong-kong-macau-permit', 'M0000000102'],
    ['taiwan-permit', '00000001'],
    ['taiwan-permit', '0000000001B'],
    ['foreign-permanent-resident-card', 'USA110000000001'],
  ] as const)('%s %s is accepted', (type, number) => {
    expect(judgeDocumentNumber(type, number)).toBeUndefined();
  });

  it.each([
    ['passport', 'E0'],
    ['military-officer-card', '军字第号'],
    ['hong-kong-macau-permit', 'K00000001'],
    ['taiwan-permit', 'ABCDEFGH'],
    ['foreign-permanent-resident-card', '110105194912310021'],
  ] as const)('%s %s is refused', (type, number) => {
    expect(judgeDocumentNumber(type, number)).toBe('format');
  });

  it('is checked digit by digit for the permanent residence card of 2023', () => {
    const body = '91100019900307001';
    expect(judgeDocumentNumber('foreign-permanent-resident-card', body + checkCharacter(body))).toBeUndefined();
    const wrong = checkCharacter(body) === '0' ? '1' : '0';
    expect(judgeDocumentNumber('foreign-permanent-resident-card', body + wrong)).toBe('check-digit');
    expect(factsOfDocument('foreign-permanent-resident-card', body + checkCharacter(body))).toMatchObject({
      birthMonth: '1990-03',
      gender: 'male',
    });
  });

  it('tells nothing about the person unless it is built like an identity number', () => {
    expect(factsOfDocument('passport', 'E00000001')).toBeUndefined();
    expect(factsOfDocument('resident-identity-card', '11010519491231002X')?.gender).toBe('female');
  });
});
