import { describe, expect, it } from 'vitest';
import { PersonalData } from '../../storage/personal-data.ts';
import { SealedColumn } from '../../storage/sealed-column.ts';
import { TEST_DATA_KEY } from '../fakes/test-storage.ts';

const personal = new PersonalData(TEST_DATA_KEY);
const place = { table: 'holder', column: 'person', row: 'holder-1' };
const plain = Buffer.from('王小明 11010519491231002X');

describe('a sealed value', () => {
  it('opens in its place, with the same key', () => {
    const sealed = personal.seal(place, plain);
    expect(Buffer.from(new PersonalData(TEST_DATA_KEY).open(place, sealed))).toEqual(plain);
  });

  it('is never the same twice, and shows nothing of what it holds', () => {
    const [one, other] = [personal.seal(place, plain), personal.seal(place, plain)];
    expect(Buffer.from(one)).not.toEqual(Buffer.from(other));
    expect(Buffer.from(one).includes('11010519491231002X')).toBe(false);
    expect(one).toHaveLength(plain.length + 29);
  });

  it.each([
    ['another row', { ...place, row: 'holder-2' }],
    ['another column', { ...place, column: 'data' }],
    ['another table', { ...place, table: 'dialog' }],
  ])('does not open in %s', (_what, elsewhere) => {
    const sealed = personal.seal(place, plain);
    expect(() => personal.open(elsewhere, sealed)).toThrow('A value of');
  });

  it('does not open with another data key', () => {
    const other = new PersonalData(new Uint8Array(32).fill(9));
    expect(() => other.open(place, personal.seal(place, plain))).toThrow('altered or moved');
  });

  it('does not open when any of its bytes was altered, or its end is missing', () => {
    const sealed = personal.seal(place, plain);
    for (let index = 0; index < sealed.length; index += 1) {
      const altered = Uint8Array.from(sealed);
      altered[index]! ^= 1;
      expect(() => personal.open(place, altered)).toThrow('A value of holder.person');
      expect(() => personal.open(place, sealed.subarray(0, index))).toThrow('A value of holder.person');
    }
  });

  // Databases hold such values: a change of the format needs a version of its own.
  it('opens as it was sealed by the first version', () => {
    const sealed = Buffer.from('AWkoJOPHlTVnxon8E/iHO/j47q8q4XGEItm5GxG5bkRQwT19Yj0=', 'base64');
    expect(Buffer.from(personal.open(place, sealed)).toString()).toBe('王小明');
  });

  it('of a version that is not known says so', () => {
    const sealed = Uint8Array.from(personal.seal(place, plain));
    sealed[0] = 2;
    expect(() => personal.open(place, sealed)).toThrow('A value of holder.person has an unknown format.');
  });

  it('of a column is of the type that was put in', () => {
    const column = new SealedColumn<{ step: string; tries: number[] }>(personal, 'dialog', 'data');
    const value = { step: '姓名', tries: [1, 2] };
    expect(column.open('account-1', column.seal('account-1', value))).toEqual(value);
  });
});

describe('a look-up hash', () => {
  it('is the same for the same parts, and differs for anything else', () => {
    const hashes = [
      personal.lookUp('document', 'passport', 'E1'),
      personal.lookUp('document', 'passport', 'E2'),
      personal.lookUp('document', 'passportE', '1'),
      personal.lookUp('link-code', 'passport', 'E1'),
      new PersonalData(new Uint8Array(32)).lookUp('document', 'passport', 'E1'),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
    expect(personal.lookUp('document', 'passport', 'E1')).toBe(hashes[0]);
  });

  // Databases hold these: a change would lose every holder.
  it('stays what it is from version to version', () => {
    expect(personal.lookUp('document', 'passport', 'E00000001')).toBe('klqH9ipD3IayH2lowgRLcT7FyOQgfqAZ87BkINh5NiA');
    expect(personal.fingerprint).toBe('7zdX7XBNQZ9U0qiUYzDJ7H4rB6S6D6Cuwf8eRSbF18w');
  });
});
