import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Alert } from '../../../engine/ports/stores/service-stores.ts';
import { tapFor } from '../../journeys/ways.ts';
import { startStaffJourney, type StaffJourney } from '../staff-journey.ts';

let journey: StaffJourney;
beforeEach(async () => {
  journey = await startStaffJourney();
});
afterEach(() => journey.close());

const raise = (alert: Pick<Alert, 'kind' | 'key' | 'facts'>) =>
  journey.storage.transact((tx) => tx.alerts.raise({ at: journey.clock.now(), ...alert }));

test('whatever others answered is only text in an alert, on one line', async () => {
  const { client } = await journey.member('agent');
  const detail = "<b>502</b> Bad\r\n\r\nGateway & $& $' $1";
  await raise({ kind: 'timestamp-unavailable', key: 'timestamp-unavailable', facts: { detail } });
  await journey.advance({ minutes: 1 });
  const told = await client.waitForText('时间戳服务不可用', { before: true });
  expect(told.text).toContain("• 技术信息：<b>502</b> Bad Gateway & $& $' $1\n");
});

test('alerts about long answers still fit one message', async () => {
  const { client } = await journey.member('agent', 'en');
  for (let n = 0; n < 12; n += 1) {
    const facts = { issuer: `issuer-${n}`, detail: '𬍛<&>'.repeat(1200) };
    await raise({ kind: 'signer-unavailable', key: `signer-unavailable:${n}`, facts });
  }
  await journey.advance({ minutes: 1 });
  const told = await client.waitForText('and 4 more', { before: true });
  expect(told.text).toContain('…');
  await tapFor(client, 'Acknowledge', 'Acknowledged by');
});

test.each([
  ['wait', '暂缓生成', 'copies wait'],
  ['issue-lower', '签名级别较低', 'issued at a lower level'],
] as const)('an alert about an outage says what the policy in force makes of it: %s', async (onUnavailable, zh, en) => {
  await journey.close();
  journey = await startStaffJourney({ policy: { signature: { level: 'auto', onUnavailable } } });
  const [chinese, english] = [await journey.member('agent'), await journey.member('agent', 'en')];
  const facts = { issuer: 'ministry', detail: 'answered 503' };
  await raise({ kind: 'revocation-unavailable', key: 'revocation-unavailable:ministry', facts });
  await journey.advance({ minutes: 1 });
  await chinese.client.waitForText(zh, { before: true });
  await english.client.waitForText(en, { before: true });
});

test.each(['certificate-revoked', 'revocation-unavailable', 'copy-too-large'] as const)(
  'an alert of kind %s names its issuer',
  async (kind) => {
    const { client } = await journey.member('agent', 'en');
    await raise({ kind, key: `${kind}:ministry`, facts: { issuer: 'ministry', detail: 'what is wrong' } });
    await journey.advance({ minutes: 1 });
    await client.waitForText('Issuer ministry: what is wrong', { before: true });
  },
);

test.each([
  ['zh-CN', '技术信息：unusable-face，its file was changed', '查看日志并重启服务'],
  ['en', 'unusable-face: its file was changed', 'read the log, and restart the service'],
] as const)('an alert about documents says what is wrong and what helps: %s', async (language, line, advice) => {
  const { client } = await journey.member('agent', language);
  const facts = { code: 'unusable-face', detail: 'its file was changed' };
  await raise({ kind: 'documents-unavailable', key: 'documents-unavailable', facts });
  await journey.advance({ minutes: 1 });
  const told = await client.waitForText(line, { before: true });
  expect(told.text).toContain(advice);
});

test('an alert of what was not delivered says what it was, and who can have it sent again', async () => {
  const { client } = await journey.member('agent');
  const facts = { key: 'plain-copy:c1:7', kind: 'plain-copy', attempts: 40, detail: '502' };
  await raise({ kind: 'outbox-dead', key: 'outbox:plain-copy:c1:7', facts });
  await journey.advance({ minutes: 1 });
  const told = await client.waitForText('一份未加注的证书文件 · 试了 40 次', { before: true });
  expect(told.text).toContain('由持证人员重新获取');
  expect(JSON.stringify(told)).toContain('全部告警');
  expect(JSON.stringify(told)).not.toContain('打开队列');
});

test.each([
  ['zh-CN', '发证机关 ministry：还有 95 天。现在签发的加注件可能', '时间戳服务'],
  ['en', 'Issuer ministry: days left: 95. Copies made now can be valid for longer', 'time-stamping authority'],
] as const)('an alert of a key that ends says whether copies outlive it: %s', async (language, line, advice) => {
  const { client } = await journey.member('agent', language);
  const facts = { issuer: 'ministry', until: journey.clock.now(), days: 95 };
  await raise({ kind: 'issuer-expiring', key: 'issuer-expiring:ministry:1:100', facts: { ...facts, outlived: 'yes' } });
  await raise({ kind: 'issuer-expiring', key: 'issuer-expiring:other:1:60', facts: { ...facts, issuer: 'other' } });
  await journey.advance({ minutes: 1 });
  const told = await client.waitForText(line, { before: true });
  expect(told.text).toContain(advice);
  expect(told.text).toMatch(/other(：还有 95 天|: days left: 95)\n/);
});
