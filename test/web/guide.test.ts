import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { createMetrics, watchQueues } from '../../service/metrics.ts';
import { WEB_ENV } from '../../service/web/web-settings.ts';
import { BOTS } from '../../service/web/webhook-addresses.ts';
import { DEFAULT_LIMITS } from '../../web/limits/limit-settings.ts';

const guide = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');

test.each(Object.keys(WEB_ENV))('the guide explains %s', (setting) => {
  expect(guide).toMatch(new RegExp(`^\\| .*\`${setting}\``, 'm'));
});

test('the guide lists every metric of ours, and no other', () => {
  const metrics = createMetrics();
  watchQueues(metrics, async () => ({ jobs: 0, oldestJobSeconds: 0, outbox: [] }));
  const ours = metrics.registry
    .getMetricsAsArray()
    .map(({ name }) => name)
    .filter((name) => name.startsWith('jiazhu_'));
  const listed = [...guide.matchAll(/`(jiazhu_[a-z0-9_]+)`/g)].map(([, name = '']) => name);
  expect(new Set(listed)).toEqual(new Set(ours));
});

test('the guide names the limits that hold', () => {
  expect(guide).toContain(`${DEFAULT_LIMITS.perAddressMinute} verifications a minute`);
  expect(guide).toContain(`In all, ${DEFAULT_LIMITS.inAllSecond.toLocaleString('en')} requests`);
});

test('the guide names the address of each bot’s webhook', () => {
  for (const bot of BOTS) expect(guide).toContain(`PUBLIC_URL/telegram/${bot}`);
});
