import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type HolderItem, PRIORITY } from '../../../engine/outbox/outbox-item.ts';
import { minutes, outboxItem } from '../samples.ts';
import { type OpenEmpty, opened } from './opened.ts';

type Item = HolderItem & { added: number };

const CHATS = ['a', 'b', 'c'];

/** The rule as its port words it, over a plain list. */
function dueByTheRule(items: readonly Item[], now: number, limit: number): string[] {
  const isPlain = (item: Item) => item.message.kind === 'plain-copy';
  const resent = (item: Item) => item.message.kind === 'copy' || isPlain(item);
  const stepsAside = (item: Item) =>
    item.priority === PRIORITY.broadcast || (isPlain(item) && item.status === 'queued');
  const tried = (item: Item) => item.status === 'queued' || (item.status === 'uncertain' && resent(item));
  const unsettled = (item: Item) => item.status === 'sending' || tried(item);
  const isOlder = (one: Item, other: Item) =>
    one.createdAt < other.createdAt || (one.createdAt === other.createdAt && one.added < other.added);
  const waits = (item: Item) =>
    items.some(
      (other) =>
        other.accountId === item.accountId &&
        unsettled(other) &&
        other.priority <= item.priority &&
        (!stepsAside(other) || other.notBefore <= now) &&
        isOlder(other, item),
    );
  const ready = items
    .filter((item) => tried(item) && item.notBefore <= now && !waits(item))
    .sort((one, other) => one.priority - other.priority || (isOlder(one, other) ? -1 : 1));
  const firsts = ready.filter((item, index) => ready.findIndex((it) => it.accountId === item.accountId) === index);
  return firsts.slice(0, limit).map((item) => item.id);
}

const someItem = fc.record({
  accountId: fc.constantFrom(...CHATS),
  priority: fc.constantFrom(0 as const, 1 as const, 2 as const, 3 as const),
  kind: fc.constantFrom('copy', 'plain-copy', 'link-moved'),
  created: fc.integer({ min: -3, max: 0 }),
  notBefore: fc.constantFrom(0, 0, 5),
  fate: fc.constantFrom('queued', 'queued', 'queued', 'sending', 'sent', 'uncertain', 'dead'),
});

export function outboxModelContract(open: OpenEmpty): void {
  describe('the outbox, whatever is in it', () => {
    const at = opened(open, async () => undefined);

    it('gives what the rule says is due', async () => {
      let run = 0;
      const property = fc.asyncProperty(
        fc.array(someItem, { maxLength: 14 }),
        fc.integer({ min: 1, max: 4 }),
        async (drawn, limit) => {
          run += 1;
          const model = drawn.map((draw, n): Item => toItem(draw, `${run}-${n}`, n));
          const given = await at.transact(async (tx) => {
            for (const { added: _, status, ...item } of model) {
              await tx.outbox.add({ ...item, status: 'queued', attempts: 0 });
              if (status === 'queued') continue;
              await tx.outbox.claim(item.id);
              if (status !== 'sending') await tx.outbox.settle(item.id, status, { at: minutes(0) });
            }
            const items = await tx.outbox.due('holder', minutes(1), limit);
            for (const chat of CHATS) await tx.accounts.erase(chat);
            return items.map((item) => item.id);
          });
          expect(given).toEqual(dueByTheRule(model, minutes(1), limit));
        },
      );
      await fc.assert(property, { numRuns: 120, seed: 20_261_120 });
    });
  });
}

const MESSAGES = {
  copy: { kind: 'copy', endorsementId: 'e', firstTime: true },
  'plain-copy': { kind: 'plain-copy', certificateId: 'c' },
  'link-moved': { kind: 'link-moved' },
} as const;

function toItem(draw: typeof someItem extends fc.Arbitrary<infer T> ? T : never, id: string, added: number): Item {
  const { accountId, priority } = draw;
  const message = MESSAGES[draw.kind];
  const base = outboxItem(0, { id, key: id, accountId, priority, message });
  return { ...base, createdAt: minutes(draw.created), notBefore: minutes(draw.notBefore), status: draw.fate, added };
}
