import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { identityNumberIn } from '../../../bot/holder/update/identity-number-in.ts';
import { checkCharacter } from '../../../engine/registry/identity-number.ts';

test.each([
  '11010519491231002X',
  '11010519491231002x',
  '我的号码是11010519491231002X，请查收',
  '110105 19491231 002X',
  '110105-19491231-002X',
  '１１０１０５１９４９１２３１００２Ｘ',
  'two: 110105194912310021 and 11010519491231002X',
])('%s holds an identity number', (text) => {
  expect(identityNumberIn(text)).toBe(true);
});

test.each(['110105194912310021', '13800000001', 'JZ20261122-ABC123', '6222021234567890123', '', '2026-02-19'])(
  '%s holds none',
  (text) => {
    expect(identityNumberIn(text)).toBe(false);
  },
);

test('every number with a birth date and the right check character is found inside a sentence', () => {
  const digits = fc
    .tuple(
      fc.integer({ min: 110000, max: 659999 }),
      fc.date({ min: new Date('1930-01-01'), max: new Date('2010-12-31'), noInvalidDate: true }),
      fc.integer({ min: 0, max: 999 }),
    )
    .map(
      ([area, born, order]) =>
        `${area}${born.toISOString().slice(0, 10).replaceAll('-', '')}${String(order).padStart(3, '0')}`,
    );
  fc.assert(
    fc.property(digits, (seventeen) => {
      expect(identityNumberIn(`号码：${seventeen}${checkCharacter(seventeen)}。`)).toBe(true);
    }),
  );
});
