import { createServer } from 'node:net';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { MovableClock } from '../../bot/sandbox/movable-clock.ts';
import { createLogger } from '../../bot/telegram/log/create-logger.ts';
import { parseConfig } from '../../config.ts';
import { startSandboxService } from '../../service/start-sandbox-service.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { temporaryFolder } from '../storage/temporary-folder.ts';

const path = temporaryFolder();
const PROJECT = new URL('../../', import.meta.url).pathname;

test('a sandbox that finds its port in use leaves the places of whoever uses it alone', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  await mkdir(path('sandbox'));
  await writeFile(path('sandbox/jiazhu.db'), 'in use');
  const starting = startSandboxService({
    config: parseConfig({}, { policy: null }, path('')),
    dir: path('sandbox'),
    port,
    clock: MovableClock.real(),
    random: seededRandom(),
    logger: createLogger({ level: 'silent' }),
  });
  await expect(starting).rejects.toMatchObject({ code: 'EADDRINUSE' });
  expect(await readFile(path('sandbox/jiazhu.db'), 'utf8')).toBe('in use');
  server.close();
});

test('a newcomer can play the staff at once: members of each role, and their group', async () => {
  const running = await startSandboxService({
    config: parseConfig({}, { policy: null }, PROJECT),
    dir: path('played'),
    port: 0,
    clock: MovableClock.real(),
    random: seededRandom(),
    logger: createLogger({ level: 'silent' }),
  });
  onTestFinished(() => running.close());
  const { sandbox, prepared } = running;
  const agent = sandbox.person(2001);
  await agent.waitForText('您的角色：客服专员', { before: true });
  await agent.sendText('/find DEMO2023000001');
  await agent.waitForText('林');
  await sandbox.person(2002, 'jiazhu_staff_bot', -1_002_000_000_001).waitForText('客服群', { before: true });
  const members = await prepared.storage.transact((tx) => tx.staff.members.list(['active']));
  expect(members.map(({ role }) => role).toSorted()).toEqual(['admin', 'agent', 'supervisor']);
});
