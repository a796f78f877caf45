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
  expect(told.text).toContain("• <b>502</b> Bad Gateway & $& $' $1\n");
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
