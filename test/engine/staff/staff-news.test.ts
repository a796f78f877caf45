import { beforeEach, describe, expect, it } from 'vitest';
import { deliverDue } from '../../../engine/outbox/deliver.ts';
import {
  enqueueForStaff,
  groupAccount,
  groupChatOf,
  type StaffAudience,
} from '../../../engine/outbox/enqueue-for-staff.ts';
import type { OutboxItem } from '../../../engine/outbox/outbox-item.ts';
import { DEFAULT_POLICY } from '../../../engine/policy/policy.ts';
import type { Delivery } from '../../../engine/ports/courier.ts';
import { Zone } from '../../../engine/time/instant.ts';
import { FixedClock } from '../../fakes/fixed-clock.ts';
import { admin, agent, otherAdmin, staffWorld, supervisor } from './staff-world.ts';

const GROUP = -1_001_000_000_001;
const MESSAGE = { kind: 'proposal-asked', proposalId: 'p1' } as const;

const world = staffWorld(admin, otherAdmin, supervisor, agent);
const clock = new FixedClock();
let sent: OutboxItem[];
let answer: Delivery;
beforeEach(() => {
  sent = [];
  answer = { kind: 'sent', messageId: 5 };
});

const tell = (to: StaffAudience, key = 'news') =>
  world.transact((tx) => enqueueForStaff(tx, clock.now(), { key, to, message: MESSAGE }));

const setGroup = () => world.transact((tx) => tx.staff.settings.set('group', String(GROUP)));

/** Sends what is due, and answers to whom. */
async function send(): Promise<string[]> {
  const deps = { storage: world.storage, clock, policy: DEFAULT_POLICY, zone: new Zone(DEFAULT_POLICY.zone) };
  const courier = {
    deliver: async (item: OutboxItem) => {
      sent.push(item);
      return answer;
    },
  };
  const sender = { ...deps, bot: 'staff', owner: 'test', courier, onFault: () => {} } as const;
  for (;;) {
    const round = await deliverDue(sender);
    if (!round.leased || round.handled === 0) return sent.map(({ accountId }) => accountId).toSorted();
  }
}

const count = (status: OutboxItem['status']) => world.transact((tx) => tx.outbox.count('staff', status));
const alerts = () => world.transact((tx) => tx.alerts.open());

describe('news to staff', () => {
  it('go to one member', async () => {
    expect(await tell({ member: agent.id })).toBe(1);
    expect(await send()).toEqual([agent.id]);
  });

  it('go to everyone whose role may do something, and to nobody else', async () => {
    await tell({ everyWith: 'confirm-withdrawal' });
    expect(await send()).toEqual([admin.id, otherAdmin.id, supervisor.id].toSorted());
  });

  it('go to the group where there is one, and else to everyone who may', async () => {
    await tell({ group: 'members' }, 'before');
    expect(await send()).toEqual([admin.id, otherAdmin.id].toSorted());
    await setGroup();
    sent = [];
    await tell({ group: 'members' }, 'after');
    expect(await send()).toEqual([groupAccount(GROUP)]);
  });

  it('are said once under one key', async () => {
    expect(await tell({ member: agent.id })).toBe(1);
    expect(await tell({ member: agent.id })).toBe(0);
  });

  it('are not said to somebody who was suspended meanwhile', async () => {
    await tell({ member: agent.id });
    await world.transact((tx) => tx.staff.members.changeStatus(agent.id, 'active', 'suspended'));
    expect(await send()).toEqual([]);
    expect(await count('dead')).toBe(1);
  });

  it('are not said in a group that isn’t the staff’s any more', async () => {
    await setGroup();
    await tell({ group: 'members' });
    await world.transact((tx) => tx.staff.settings.set('group', null));
    expect(await send()).toEqual([]);
  });

  it('that a member blocks are over; that a group refuses are for staff to look at', async () => {
    answer = { kind: 'refused', reason: 'blocked', detail: '403' };
    await tell({ member: agent.id });
    await send();
    expect(await alerts()).toEqual([]);
    await setGroup();
    await tell({ group: 'members' });
    await send();
    expect(await alerts()).toMatchObject([{ kind: 'outbox-dead' }]);
  });
});

describe('the group’s name in the outbox', () => {
  it('holds its chat, so that an answer to a message of an earlier group is not taken for one of this', () => {
    expect(groupChatOf(groupAccount(GROUP))).toBe(GROUP);
    expect([groupChatOf('group'), groupChatOf('group:5'), groupChatOf(agent.id)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});
