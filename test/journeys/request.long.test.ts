import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PersonClient } from '../../bot/sandbox/person-client.ts';
import { requestEndorsement } from '../../engine/endorsement/request-endorsement.ts';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import { type Journey, startJourney } from './journey.ts';
import { askFor, holder, labels, numberIn, tapFor } from './ways.ts';

let journey: Journey;
let person: PersonClient;
beforeEach(async () => {
  journey = await startJourney();
  person = await holder(journey, 1001);
});
afterEach(() => journey.close());

async function goToValidity() {
  await person.sendText('/start');
  await person.waitForText('请选择要办理的事项');
  // With one certificate there is nothing to choose.
  await tapFor(person, '申请加注', '核对信息');
  return tapFor(person, /信息无误/, '有效期');
}

async function endorsements() {
  return journey.storage.transact(async (tx) => {
    const account = await tx.accounts.findByUser(person.person.id);
    const active = account && (await tx.links.activeOfAccount(account.id));
    return active ? tx.endorsements.ofHolder(active.holderId, { offset: 0, limit: 50 }) : [];
  });
}

test('the details name the holder in full and the document masked; in doubt, whom to ask', async () => {
  await person.sendText('/start');
  await person.waitForText('请选择要办理的事项');
  const details = await tapFor(person, '申请加注', '核对信息');
  expect(details.text).toContain('姓名：林晓雨');
  expect(details.text).toContain('证件号码：110105********0025');
  expect(details.text).toContain('管理号：DEMO2023000001');
  const wrong = await tapFor(person, '信息有误？', '信息有误怎么办');
  expect(wrong.text).toContain('示范人事考试中心（样张）证书处');
  await tapFor(person, '‹ 返回', '核对信息');
});

test('the validity step shows scenario, quota and every choice with its last day, the recommended first', async () => {
  const validity = await goToValidity();
  expect(validity.text).toContain('第 2 步，共 3 步');
  expect(validity.text).toContain('使用场景：本人调用');
  expect(validity.text).toContain('已用 0/3');
  expect(labels(validity)).toEqual([
    '90 天 · 至2027年2月19日（推荐）',
    '60 天 · 至2027年1月20日',
    '30 天 · 至2026年12月21日',
    '自行填写最后一天',
    '‹ 返回',
    '取消',
  ]);
});

test('a typed last day is taken in many forms, and refused with what is possible', async () => {
  await goToValidity();
  await tapFor(person, '自行填写最后一天', '请输入有效期的最后一天');
  for (const [typed, words] of [
    ['随便', '没有看懂这个日期'],
    ['2027-02-20', '最晚可到2027年2月19日'],
    ['2026/11/21', '已经过去'],
  ] as const) {
    await person.sendText(typed);
    await person.waitForText(words);
  }
  await person.sendText('1月5日');
  const summary = await person.waitForText('确认提交');
  expect(summary.text).toContain('2026年11月22日至2027年1月5日，共 45 天');
  expect(summary.text).toContain('提交后已用 1/3');
});

test('double and triple taps make one request', async () => {
  await goToValidity();
  const summary = await tapFor(person, /推荐/, '确认提交');
  const data = summary.inline_keyboard?.[0]?.[0]?.callback_data ?? '';
  const taps = await Promise.all([1, 2, 3].map(() => person.tap({ messageId: summary.message_id, data })));
  const answers = await Promise.all(taps.map((tap) => person.callbackAnswer(tap)));
  expect(answers.filter(({ text }) => text?.includes('已经提交'))).toHaveLength(2);
  await person.waitForText('证书生成中', { before: true });
  expect(await endorsements()).toHaveLength(1);
  await journey.work();
  await person.waitForText('加注件已生成', { before: true });
  expect(person.chat().messages.filter(({ document }) => document)).toHaveLength(1);
});

test('a summary that stood over midnight is counted anew before it is submitted', async () => {
  await goToValidity();
  await tapFor(person, /推荐/, '至2027年2月19日');
  await journey.advance({ hours: 15 });
  await tapFor(person, '提交加注申请', /日期已变[^]*至2027年2月20日/);
  expect(await endorsements()).toHaveLength(0);
  await tapFor(person, '提交加注申请', '证书生成中');
});

test('a last day that passed while the summary stood there is to be chosen anew, and nothing else is said', async () => {
  await goToValidity();
  await tapFor(person, '自行填写最后一天', '请输入有效期的最后一天');
  await person.sendText('2026-11-22');
  await person.waitForText('确认提交');
  await journey.advance({ hours: 15 });
  const anew = await tapFor(person, '提交加注申请', '情况有变化');
  expect(anew.text).not.toContain('日期已变');
});

test('the fourth request within the window is refused with the day that frees a slot', async () => {
  for (let count = 0; count < 3; count += 1) {
    await askFor(person, /建造师/);
    await journey.work();
  }
  await person.sendText('/start');
  await person.waitForText('请选择要办理的事项');
  const refused = await tapFor(person, '申请加注', '加注次数已用完');
  expect(refused.text).toContain('2027年2月20日');
  expect(refused.text).toContain('可以先作废');
  const list = await tapFor(person, '我的加注', '共 3 项');
  // What a narrow phone shows of a label tells endorsements of one certificate apart.
  const shown = labels(list).filter((label) => label.includes('余 90 天'));
  expect(new Set(shown.map((label) => label.slice(0, 18))).size).toBe(3);
  await tapFor(person, /余 90 天/, '加注信息');
  await tapFor(person, '作废此加注', '确认作废');
  await tapFor(person, '确认作废', '已作废');
  await goToValidity();
});

test('a quota that was used up meanwhile is told at the confirmation', async () => {
  await goToValidity();
  const summary = await tapFor(person, /推荐/, '确认提交');
  const { storage, clock, deps } = journey;
  await storage.transact(async (tx) => {
    const account = await tx.accounts.findByUser(person.person.id);
    const active = account && (await tx.links.activeOfAccount(account.id));
    const [certificate] = active ? await tx.certificates.ofHolder(active.holderId) : [];
    if (!active || !certificate) throw new Error('nobody is linked');
    const { accountId, holderId } = active;
    const wish = { now: clock.now(), accountId, holderId, certificateId: certificate.id, progressMessageId: null };
    for (const requestKey of ['one', 'two', 'three']) {
      const validity = { days: 10 };
      await requestEndorsement(tx, deps, { ...wish, scenario: 'self-use', validity, requestKey });
    }
  });
  const refused = await tapFor(person, '提交加注申请', '加注次数已用完');
  expect(refused.message_id).toBe(summary.message_id);
  expect(refused.text).toContain('2026年12月2日');
});

test('a plain certificate is delivered at once, a withdrawn one says whom to ask', async () => {
  const early = await holder(journey, 1004);
  await tapFor(early, /拍卖师/, '目前无需加注');
  await early.tap('获取证书文件');
  expect((await early.callbackAnswer()).text).toContain('会自动发送到这里');
  await journey.work();
  const file = await early.waitForDocument();
  expect(file.document?.file_name).toBe('certificate.pdf');
  const withdrawn = await holder(journey, 1003);
  const details = await tapFor(withdrawn, /已撤销/, '不能申请加注');
  expect(details.text).toContain('电话 400-000-0000');
  expect(labels(details)).toEqual(['‹ 返回', '🏠 首页']);
});

test('twelve certificates come in pages', async () => {
  const many = await holder(journey, 1002);
  const first = many.lastMessage();
  expect(first.text).toContain('共 12 本');
  expect(labels(first).slice(5)).toEqual(['1/3', '›', '🏠 首页']);
  await many.tap('›');
  await many.waitFor(() => labels(many.lastMessage()).includes('2/3'));
});

test('who is in the registry without a certificate learns the three reasons', async () => {
  await journey.storage.transact(async (tx) => {
    const account = await tx.accounts.findByUser(person.person.id);
    const active = account && (await tx.links.activeOfAccount(account.id));
    const [certificate] = active ? await tx.certificates.ofHolder(active.holderId) : [];
    const other = await tx.holders.findByDocument('resident-identity-card', journey.knows(1002).documentNumber);
    if (certificate && other) await tx.certificates.updateMany([{ ...certificate, holderId: other.id }]);
  });
  await person.sendText('/certificates');
  const empty = await person.waitForText('没有查到您的证书');
  expect(empty.text?.match(/^\d\. /gm)).toHaveLength(3);
  await tapFor(person, '用更正后的信息重新绑定', '确认解除绑定');
});

test('the number of a copy stands in its name, its caption and its card', async () => {
  const number = numberIn(await askFor(person, /建造师/));
  await journey.work();
  const copy = await person.waitForDocument();
  expect(copy.document?.file_name).toBe(`${number}.pdf`);
  expect(copy.caption).toContain(number);
  expect(copy.document?.mime_type).toBe('application/pdf');
});

test('with several scenarios there is a choice, and a step more', async () => {
  await journey.close();
  const scenarios = [...DEFAULT_POLICY.scenarios, { code: 'bidding', name: { 'zh-CN': '投标', en: 'Bidding' } }];
  journey = await startJourney({ policy: { scenarios } });
  person = await holder(journey, 1001);
  await tapFor(person, /建造师/, '证书信息');
  await tapFor(person, '申请加注', '第 1 步，共 4 步');
  await tapFor(person, /信息无误/, '第 2 步，共 4 步');
  await tapFor(person, '投标', '第 3 步，共 4 步');
  await tapFor(person, '‹ 返回', '第 2 步，共 4 步');
  await tapFor(person, '投标', '使用场景：投标');
  const summary = await tapFor(person, /60 天/, '第 4 步，共 4 步');
  expect(summary.text).toContain('使用场景：投标');
});
