import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { maskDocumentNumber, maskName, maskPhone } from '../../../engine/registry/mask.ts';

describe('what is shown of personal data', () => {
  it('is enough to recognise one’s own', () => {
    expect(maskName('张三')).toBe('张*');
    expect(maskName('欧阳娜娜')).toBe('欧***');
    expect(maskName('John Smith')).toBe('J*** S****');
    expect(maskName('𬎆三')).toBe('𬎆*');
    expect(maskDocumentNumber('11010519491231002X')).toBe('110105********002X');
    expect(maskDocumentNumber('E12345678')).toBe('E******78');
    expect(maskPhone('8613800138000')).toBe('8613*******00');
  });

  it('hides what is too short to hide anything in', () => {
    expect(maskName('张')).toBe('*');
    expect(maskDocumentNumber('A1')).toBe('**');
    expect(maskPhone('123456')).toBe('******');
  });

  it('is never the whole', () => {
    const whole = fc.string({ minLength: 1, unit: fc.constantFrom('张', '三', 'a', '7', '𬎆') });
    fc.assert(
      fc.property(whole, fc.constantFrom(maskName, maskDocumentNumber, maskPhone), (text, mask) => {
        expect(mask(text)).not.toBe(text);
        expect(Array.from(mask(text))).toHaveLength(Array.from(text).length);
      }),
    );
  });
});
