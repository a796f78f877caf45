import { pino } from 'pino';
import { expect, it, onTestFinished } from 'vitest';

import { NO_PROOF, PROOF_AGAIN, tellFaults } from '../../service/trust/tell-faults.ts';
import { FixedClock } from '../fakes/fixed-clock.ts';
import { keeperOf } from './stamping.ts';
import { startTrustServers, type TrustServersOptions } from './trust-servers.ts';

async function start(options: TrustServersOptions = {}) {
  const clock = new FixedClock();
  const servers = await startTrustServers({ ...options, now: () => clock.now() });
  onTestFinished(() => servers.close());
  const lines: string[] = [];
  const logger = pino({ base: null, timestamp: false }, { write: (line) => void lines.push(line) });
  const keeper = keeperOf(clock);
  keeper.watch(servers.signer.chain);
  const tell = tellFaults(logger);
  const refresh = async () => {
    clock.advance({ days: 8 });
    await keeper.refresh();
    tell(keeper.faults());
    return lines.splice(0).map((line) => JSON.parse(line) as unknown);
  };
  return { servers, keeper, refresh };
}

it('a certificate that nobody can be asked about is told once, and once when somebody answers again', async () => {
  const { refresh, servers } = await start();
  const good = new Map(servers.answers);
  expect(await refresh()).toEqual([]);
  for (const path of ['/ocsp', '/list']) servers.answers.set(path, () => ({ status: 503, bytes: new Uint8Array() }));
  const began = { level: 40, msg: NO_PROOF, detail: expect.stringMatching(/^样张 SPECIMEN 签章: .*answered 503/) };
  expect(await refresh()).toEqual([began]);
  expect(await refresh()).toEqual([]);
  for (const [path, answer] of good) servers.answers.set(path, answer);
  expect(await refresh()).toEqual([{ ...began, level: 30, msg: PROOF_AGAIN }]);
  expect(await refresh()).toEqual([]);
});

it('a certificate that several keys rest on is told once', async () => {
  const { keeper, refresh, servers } = await start();
  keeper.watch([...servers.signer.chain].slice(1));
  servers.answers.delete('/root-list');
  expect(await refresh()).toEqual([expect.objectContaining({ detail: expect.stringContaining('签发机关 Authority') })]);
});

it('of a certificate that names nobody to ask, nothing is told', async () => {
  const { refresh } = await start({ names: [] });
  expect(await refresh()).toEqual([]);
});
