import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { PersonClient } from '../../../bot/sandbox/person-client.ts';
import { newVerificationCode } from '../../../engine/ids.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';
import { type Journey, startJourney } from '../journey.ts';
import { askFor, goToProof, holder, labels, link, numberIn, tapFor } from '../ways.ts';

let journey: Journey;
let code: string;
let number: string;
let person: PersonClient;
let stranger: PersonClient;

const codeIn = (caption = ''): string => /查验码 (\w{18})/.exec(caption)?.[1] ?? '';

beforeEach(async () => {
  journey = await startJourney();
  person = await holder(journey, 1001);
  number = numberIn(await askFor(person, /建造师/));
  await journey.work();
  code = codeIn((await person.waitForDocument()).caption);
  stranger = journey.person(1011);
});
afterEach(() => journey.close());

/** Nobody learns more than what a copy shows of itself, masked. */
function expectMasked(text: string): void {
  for (const secret of ['林晓雨', '110105199003070025', '13800000001', 'DEMO2023000001', '建筑工程']) {
    expect(text).not.toContain(secret);
  }
}

describe('a code', () => {
  test('opened as a link into the chat says what it stands for, masked', async () => {
    await stranger.sendText(`/start v-${code}`);
    const { text = '' } = await stranger.waitForText('查验通过');
    for (const words of [
      number,
      '持证人员：林**',
      '证书：建造师（一级）',
      '使用场景：本人调用',
      '有效期：2026年11月22日至2027年2月19日',
      '发证机关：示范人事考试中心（样张）',
    ]) {
      expect(text).toContain(words);
    }
    expectMasked(stranger.screen());
  });

  test('is checked however it is grouped, and as the QR code says it', async () => {
    const grouped = `${code.slice(0, 6)} ${code.slice(6, 12)}-${code.slice(12).toLowerCase()}`;
    for (const text of [grouped, `https://verify.example/v/${code}`, `https://t.me/jiazhu_bot?start=v-${code}`]) {
      await stranger.sendText(text);
      const answer = await stranger.waitForText('查验通过');
      expect(answer.text).not.toContain('不属于');
      await stranger.sendText('/verify');
      await stranger.waitForText('查验收到的文件');
    }
  });

  test('in an address that isn’t ours is checked, with a warning', async () => {
    await stranger.sendText(`https://verify.example.evil.test/v/${code}`);
    const answer = await stranger.waitForText('查验通过');
    expect(answer.text).toContain('您发来的网址不属于示范考试中心');
  });

  test('says that it was revoked, and by whom, or that it has expired', async () => {
    await person.sendText('/endorsements');
    await person.waitForText('我的加注');
    await tapFor(person, /余 90 天/, '✅ 有效');
    await tapFor(person, '作废此加注', '不能恢复');
    await tapFor(person, '确认作废', '已作废');
    await stranger.sendText(`/start v-${code}`);
    await stranger.waitForText('已由持证人员作废');
    await askFor(person, /建造师/);
    await journey.work();
    const next = codeIn((await person.waitForDocument()).caption);
    await journey.advance({ days: 90 });
    await stranger.sendText(next);
    await expect(stranger.waitForText('已过期')).resolves.toBeDefined();
  });

  test.each(['v-', 'v-0', 'v-000000000000000001', 'v-../../etc'])(
    'that can’t be one (%s) is said to be mistyped',
    async (payload) => {
      await stranger.sendText(`/start ${payload}`);
      await expect(stranger.waitForText('可能输错了')).resolves.toBeDefined();
    },
  );
});

test('a number shows its standing and days, and nothing of the holder or certificate', async () => {
  await stranger.sendText(number.toLowerCase());
  const { text = '' } = await stranger.waitForText('查验通过');
  expect(text).toContain('有效期：2026年11月22日至2027年2月19日');
  expect(text).not.toMatch(/林|建造师/);
});

test('guessing comes to an end, and then tells nothing', async () => {
  const random = seededRandom('guesses');
  for (let guess = 0; guess < 20; guess += 1) await stranger.sendText(newVerificationCode(random));
  await stranger.waitFor(({ messages }) => messages.filter(({ text }) => text?.includes('查无此件')).length === 20);
  await stranger.sendText(number);
  await stranger.waitForText('查询过于频繁');
  await journey.advance({ hours: 2 });
  await stranger.sendText(number);
  await expect(stranger.waitForText('查验通过')).resolves.toBeDefined();
});

describe('in the middle of something else', () => {
  test('a copy can be checked at each step of linking, which then goes on', async () => {
    const other = journey.person(1002);
    const { documentType, documentNumber, name } = journey.knows(1002);
    const check = async (text: string) => {
      await other.sendText(text);
      const answer = await other.waitForText('查验通过');
      expect(labels(answer)).toEqual(['继续刚才的步骤']);
    };
    await other.sendText('/start');
    await tapFor(other, '开始绑定', '第 1 步');
    await check(number);
    await tapFor(other, '继续刚才的步骤', '第 1 步');
    await tapFor(other, documentType, '第 2 步');
    await check(code);
    await other.sendText(documentNumber);
    await other.waitForText('第 3 步');
    await check(`https://verify.example/v/${code}`);
    await other.sendText(name);
    await other.waitForText('第 4 步');
    await check(number);
    await other.press(/提供本人手机号码/);
    await expect(other.waitForText('服务须知')).resolves.toBeDefined();
  });

  test('one who was linked but hasn’t agreed to the notice is answered', async () => {
    const other = await link(journey, 1002);
    await other.sendText(number);
    await expect(other.waitForText('查验通过')).resolves.toBeDefined();
  });

  test('a copy can be checked while the last day is typed, which then goes on', async () => {
    await person.sendText('/certificates');
    await person.waitForText('我的证书');
    await tapFor(person, /建造师/, '证书信息');
    await tapFor(person, '申请加注', '核对信息');
    await tapFor(person, /信息无误/, '有效期');
    await tapFor(person, '自行填写最后一天', '请输入有效期的最后一天');
    await person.sendText(code);
    await person.waitForText('查验通过');
    await person.sendText('2027-01-31');
    await expect(person.waitForText('确认提交')).resolves.toBeDefined();
  });

  test('what is typed as a proof is still taken for that', async () => {
    const other = await goToProof(journey, 1003);
    await other.sendText(await journey.linkCode(1003));
    await expect(other.waitForText('服务须知')).resolves.toBeDefined();
  });
});

test('/verify, and the button of the first page, say how it is done', async () => {
  await stranger.sendText('/verify');
  await stranger.waitForText('无需绑定证书');
  await person.sendText('/start');
  await person.waitForText('请选择要办理的事项');
  await expect(tapFor(person, '查验收到的文件', 'PDF 文件（不超过 20 MB）')).resolves.toBeDefined();
});
