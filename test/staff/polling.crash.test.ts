import { expect, onTestFinished, test } from 'vitest';
import { startStaffJourney } from './staff-journey.ts';

// Telegraf waits five seconds of real time before it asks again.
test.each(['server_error', 'drop', 'accept_then_drop'] as const)(
  'the staff bot goes on polling after a %s, and nothing said meanwhile is lost or answered twice',
  async (kind) => {
    const journey = await startStaffJourney();
    onTestFinished(() => journey.close());
    const { client } = await journey.member('agent');
    journey.sandbox.fault({ bot: 'jiazhu_staff_bot', method: 'getUpdates', times: 1, fault: { kind } });
    await client.sendText('/help');
    await client.waitForText('您可以使用', { timeoutMs: 20_000 });
    await client.sendText('/cancel');
    await client.waitForText('没有正在进行', { timeoutMs: 20_000 });
    expect(client.chat().messages.filter(({ text = '' }) => text.startsWith('没有正在进行'))).toHaveLength(1);
    expect(journey.logged.filter((line) => line.includes('"level":50'))).toEqual([]);
  },
);
