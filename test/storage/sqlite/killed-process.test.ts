import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { openTestStorage } from '../../fakes/test-storage.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';
import { NOW } from '../samples.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const WRITER = fileURLToPath(new URL('writer-to-kill.ts', import.meta.url));
const path = temporaryFolder();

/** Lets a process write from number `first` on and kills it after `commits` of them; the last one it told of. */
async function writeAndKill(file: string, first: number, commits: number): Promise<number> {
  const writer = spawn(process.execPath, [WRITER, file, String(first)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const gone = once(writer, 'exit');
  let last = first - 1;
  for await (const line of createInterface({ input: writer.stdout })) {
    last = Number(line);
    if (last >= first + commits) writer.kill('SIGKILL');
  }
  expect(await gone).toEqual([null, 'SIGKILL']);
  return last;
}

describe('a process killed while it writes', () => {
  it('loses nothing that was committed, and leaves no half of a transaction', async () => {
    const file = path('killed.db');
    const random = seededRandom('kill');
    let next = 0;
    for (let round = 0; round < 2; round += 1) {
      const told = await writeAndKill(file, next, random.bytes(1)[0]! % 50);
      const storage = await openTestStorage(file);
      const numbers = Array.from({ length: told + 3 }, (_, n) => n);
      const [noted, queued] = await storage.transact(async (tx) => [
        await Promise.all(numbers.map((n) => tx.updates.find('holder', n))),
        new Set((await tx.outbox.due('holder', NOW, 10_000)).map((item) => item.id)),
      ]);
      await storage.close();
      const answers = noted.map((update) => update?.reply);
      expect(answers.slice(0, told + 1)).toEqual(numbers.slice(0, told + 1).map((n) => `answer ${n}`));
      expect(answers.map((answer) => answer !== undefined)).toEqual(numbers.map((n) => queued.has(`item-${n}`)));
      next = queued.size;
    }
    expect(next).toBeGreaterThan(2);
  });
});
