import { expect, test } from 'vitest';
import { currentWords, earlierWords, groupName, ruleName } from '../../../bot/staff/duties/policy/rule-words.ts';
import { DEFAULT_POLICY } from '../../../engine/policy/policy.ts';
import { RULE_GROUPS, RULES } from '../../../engine/policy/rules.ts';
import { LANGUAGES } from '../../../engine/ports/language.ts';

test.each(LANGUAGES)('every rule and group has words of its own in %s', (language) => {
  const groups = RULE_GROUPS.map((group) => groupName(language, group));
  const rules = RULES.map(({ path }) => ruleName(language, path));
  expect(groups.filter((name, index) => RULE_GROUPS[index] === name)).toEqual([]);
  expect(rules.filter((name) => /^[a-z]+-[a-zA-Z]+$/.test(name))).toEqual([]);
  expect(new Set(rules).size).toBe(RULES.length);
});

test('every number has a unit, but for what is only counted', () => {
  const bare = RULES.filter((rule) => /^[\d、]+$/.test(currentWords('zh-CN', DEFAULT_POLICY, rule)));
  expect(bare.map(({ path }) => path)).toEqual([]);
});

test.each(LANGUAGES)('every rule that can be changed says in %s what becomes of what was begun before', (language) => {
  const rules = RULES.filter(({ kind }) => kind !== 'fixed').map(({ path }) => earlierWords(language, path));
  expect(rules.filter((words) => /^[a-z]+-[a-zA-Z]+$/.test(words))).toEqual([]);
});
