import { expect, test } from 'vitest';
import { AskedTogether } from '../../storage/reading/asked-together.ts';

/** Finds every key but those that begin with `none`, and can't read any that begins with `bad`. */
function looking() {
  const questions: string[][] = [];
  const together = new AskedTogether(async (keys) => {
    questions.push([...keys]);
    if (keys.some((key) => key.startsWith('bad'))) throw new Error('undecipherable');
    return new Map(keys.filter((key) => !key.startsWith('none')).map((key) => [key, `found ${key}`]));
  });
  return { together, questions };
}

test('those who come at once are asked for together, at most sixteen, and one who is asked for twice once', async () => {
  const { together, questions } = looking();
  const keys = [...Array.from({ length: 20 }, (_, index) => `k${index}`), 'k0', 'none'];
  const found = await Promise.all(keys.map((key) => together.find(key)));
  expect(found).toEqual(keys.map((key) => (key === 'none' ? undefined : `found ${key}`)));
  expect(questions.map(({ length }) => length)).toEqual([16, 8]);
  expect(new Set(questions.flat())).toEqual(new Set(keys));
});

test('a row that can not be read fails whoever asked for it, and nobody who asked at the same moment', async () => {
  const { together } = looking();
  const settled = await Promise.allSettled(['a', 'bad', 'none', 'b'].map((key) => together.find(key)));
  expect(settled).toMatchObject([
    { status: 'fulfilled', value: 'found a' },
    { status: 'rejected', reason: { message: 'undecipherable' } },
    { status: 'fulfilled', value: undefined },
    { status: 'fulfilled', value: 'found b' },
  ]);
  expect(await together.find('a')).toBe('found a');
});
