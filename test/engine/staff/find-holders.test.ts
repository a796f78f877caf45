import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findHolders } from '../../../engine/staff/find/find-holders.ts';
import { readSearch } from '../../../engine/staff/find/read-search.ts';
import { certificateOf, holderNamed, World } from '../world.ts';

let world: World;
beforeEach(async () => {
  world = await World.open();
  await world.addHolder(
    holderNamed('h2', { name: 'Smith-Jones Anna', documentType: 'passport', documentNumber: 'E12345678' }),
    [certificateOf('h2', 'c2', { managementNumber: 'DEMO 2023 0002'.replaceAll(' ', '') })],
  );
  await world.addHolder(
    holderNamed('h3', {
      name: '古丽·巴哈尔',
      documentType: 'military-officer-card',
      documentNumber: '军字第1234567号',
    }),
  );
});
afterEach(() => world.storage.close());

async function find(typed: string) {
  const search = readSearch(typed);
  if (!search) throw new Error('nothing to go by');
  return world.storage.transact((tx) => findHolders(tx, search));
}

const ids = async (typed: string): Promise<string[]> => {
  const found = await find(typed);
  return found.by === 'nothing' ? [] : found.holders.map(({ id }) => id);
};

describe('a holder is found', () => {
  it.each([
    ['a management number', 'M-c1', 'h1'],
    ['a management number typed with spaces', 'DEMO 2023 0002', 'h2'],
    ['a name and the last four', '欧阳娜娜 002X', 'h1'],
    ['the same without a space, in small letters', '欧阳娜娜002x', 'h1'],
    ['the same with a space in the name, full-width', '欧阳 娜娜　００２Ｘ', 'h1'],
    ['a name and the whole number', '欧阳娜娜 11010519491231002X', 'h1'],
    ['a name in Latin letters, however it is written', 'smith jones, anna 5678', 'h2'],
    ["the digits of an officer's card", '古丽•巴哈尔 4567', 'h3'],
    ['a comma between', '欧阳娜娜，002X', 'h1'],
  ])('by %s', async (_what, typed, id) => {
    expect(await ids(typed)).toEqual([id]);
  });

  it("by an endorsement's number or verification code, which say what they are about", async () => {
    const { id, number, verificationCode } = await world.requested();
    const expected = { by: 'endorsement', holders: [{ id: 'h1' }], endorsementId: id, about: number };
    expect(await find(`加注编号：${number}`)).toMatchObject(expected);
    expect(await find(number.toLowerCase().replaceAll('-', ' '))).toMatchObject(expected);
    expect(await find(`https://verify.example/v/${verificationCode}`)).toMatchObject(expected);
    expect(await find(`${verificationCode.slice(0, 6)} ${verificationCode.slice(6)}`)).toMatchObject(expected);
  });

  it('masked, with all namesakes whose numbers end alike', async () => {
    await world.addHolder(holderNamed('h4', { documentNumber: '44010519491231002X', phone: null }));
    expect(await find('欧阳娜娜 002X')).toEqual({
      by: 'person',
      more: false,
      holders: [
        {
          id: 'h1',
          name: '欧***',
          documentType: 'resident-identity-card',
          documentNumber: '110105********002X',
          phone: '8613*******00',
        },
        expect.objectContaining({ id: 'h4', documentNumber: '440105********002X', phone: null }),
      ],
    });
  });

  it('among many namesakes, with a word that there are more', async () => {
    for (let n = 1; n <= 9; n += 1) {
      await world.addHolder(
        holderNamed(`n${n}`, { name: '李静', documentType: 'passport', documentNumber: `E${n}0001` }),
      );
    }
    expect(await find('李静 0001')).toMatchObject({ by: 'person', more: true, holders: { length: 8 } });
  });
});

describe('nobody is found', () => {
  it('in the same words for an unknown name and for a wrong last four', async () => {
    const answers = [
      await find('欧阳娜娜 0021'),
      await find('欧阳娜 002X'),
      await find('M-c9'),
      await find('JZ20261120-ABCDEF'),
    ];
    expect(answers).toEqual(answers.map(() => ({ by: 'nothing' })));
  });

  it.each(['', '  ', '\u200b'])('when nothing is typed (%j)', (typed) => {
    expect(readSearch(typed)).toBeUndefined();
  });

  it.each(['欧阳娜娜', '002X', '欧阳娜娜 娜娜娜娜', '1234 5678'])('by a part of what it takes (%s)', async (typed) => {
    expect(readSearch(typed)?.person).toBeUndefined();
    expect(await ids(typed)).toEqual([]);
  });
});
