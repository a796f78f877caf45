import { expect, test } from 'vitest';
import { answerOf } from '../../../bot/holder/faq/faq.ts';
import { DEFAULT_POLICY, type Policy } from '../../../engine/policy/policy.ts';
import { parseCivilDate } from '../../../engine/time/civil-date.ts';
import { loadCatalogue } from '../../../service/load-catalogue.ts';

const catalogue = await loadCatalogue(new URL('../../../data/catalogue.json', import.meta.url).pathname);
const DEPS = {
  policy: DEFAULT_POLICY,
  catalogue,
  username: 'jiazhu_bot',
  verifyUrl: (code: string) => `https://e.example/v/${code}`,
};

/** The answer where qualifications need no endorsement for certificates issued before these days. */
function which(...days: string[]): string {
  const [known] = catalogue.qualifications;
  if (!known) throw new Error('the catalogue is empty');
  const before = days.map((day) => ({ ...known, plainBefore: parseCivilDate(day) ?? null }));
  return answerOf('zh-CN', { ...DEPS, catalogue: { ...catalogue, qualifications: [known, ...before] } }, 'which');
}

test('which certificates need an endorsement is answered from the catalogue', () => {
  expect(which('2023-05-01', '2023-05-01')).toContain('2023年5月1日之前签发');
  expect(which('2023-05-01', '2024-01-01')).toContain('较早签发');
  expect(which('2023-05-01', '2024-01-01')).not.toContain('年');
  expect(which()).not.toContain('无需加注');
  expect(answerOf('en', DEPS, 'which')).toContain('issued before 17 December 2021');
});

test('nobody is promised a reminder where there are none', () => {
  const policy: Policy = { ...DEFAULT_POLICY, reminder: { ...DEFAULT_POLICY.reminder, daysBefore: [] } };
  expect(answerOf('zh-CN', DEPS, 'expired')).toContain('我们会在到期前提醒您');
  expect(answerOf('zh-CN', { ...DEPS, policy }, 'expired')).not.toContain('提醒');
  expect(answerOf('en', { ...DEPS, policy }, 'expired')).not.toContain('remind');
});
