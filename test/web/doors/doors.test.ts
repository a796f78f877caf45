import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { newVerificationCode } from '../../../engine/ids.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';
import { temporaryFolder } from '../../storage/temporary-folder.ts';
import { LI, type OpenDoors, startDoors } from './start-doors.ts';

const path = temporaryFolder();
let doors: OpenDoors;
beforeAll(async () => {
  doors = await startDoors({ path });
});
afterAll(() => doors.close());

test('the page is served, and says nothing of what operators ask', async () => {
  const { page } = doors;
  expect(await (await fetch(page, { headers: { 'accept-language': 'en' } })).text()).toContain(
    'Verify an endorsed copy',
  );
  for (const hidden of ['/metrics', '/readyz']) expect((await fetch(page + hidden)).status).toBe(404);
});

test('the service is ready once its senders are at work', async () => {
  await doors.service.catchUp();
  const answer = await fetch(`${doors.operations}/readyz`);
  const senders = { 'holder-sender': 'ok', 'holder-outbox': 'ok', 'staff-sender': 'ok', 'staff-outbox': 'ok' };
  expect(await answer.json()).toEqual({ ready: true, checks: { database: 'ok', generation: 'ok', ...senders } });
  expect(answer.status).toBe(200);
});

test('what happened is counted for Prometheus, and who it was is not', async () => {
  const { operations, page, sandbox } = doors;
  await sandbox.person(LI.id).sendText('/help');
  await fetch(`${page}/v/${newVerificationCode(seededRandom('made up'))}`);
  const scrape = async () => (await fetch(`${operations}/metrics`)).text();
  await vi.waitUntil(async () => /jiazhu_updates_total\{bot="holder"\} [1-9]/.test(await scrape()));
  const metrics = await scrape();
  expect(metrics).toContain('jiazhu_verifications_total{door="page",by="code",reason="unknown"} 1');
  expect(metrics).toContain('jiazhu_outbox_items{bot="holder",status="queued"} 0');
  expect(metrics).toContain('jiazhu_jobs 0');
  expect(metrics).toContain('nodejs_eventloop_lag_seconds');
  expect(metrics).not.toMatch(/5550601|李|13800000001/);
});
