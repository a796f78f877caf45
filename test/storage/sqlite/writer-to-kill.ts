import { openTestStorage } from '../../fakes/test-storage.ts';
import { NOW, outboxItem } from '../samples.ts';

// Writes two rows in each transaction and says so after each commit, until it is killed.
const [file = '', first = '0'] = process.argv.slice(2);
const storage = await openTestStorage(file);
for (let n = Number(first); ; n += 1) {
  await storage.transact(async (tx) => {
    await tx.updates.note('holder', n, `answer ${n}`, NOW);
    await tx.outbox.add(outboxItem(n, { accountId: `account-${n}` }));
  });
  process.stdout.write(`${n}\n`);
}
