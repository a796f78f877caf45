import { afterEach, beforeEach } from 'vitest';
import { DEFAULT_POLICY } from '../../../engine/policy/policy.ts';
import type { Storage } from '../../../engine/ports/storage.ts';
import type { Member } from '../../../engine/staff/member.ts';
import type { Random } from '../../../engine/ports/random.ts';
import { seededRandom } from '../../fakes/seeded-random.ts';
import { openTestStorage } from '../../fakes/test-storage.ts';
import { member } from '../../storage/staff-samples.ts';

export const policy = DEFAULT_POLICY;

export interface StaffWorld {
  readonly storage: Storage;
  readonly random: Random;
  transact: Storage['transact'];
}

/** A fresh storage for each test of the surrounding describe, with these members in it. */
export function staffWorld(...members: Member[]): StaffWorld {
  let storage: Storage | undefined;
  let random = seededRandom('staff');
  const current = (): Storage => {
    if (!storage) throw new Error('no storage is open outside a test');
    return storage;
  };
  beforeEach(async () => {
    storage = await openTestStorage();
    random = seededRandom('staff');
    await storage.transact(async (tx) => {
      for (const one of members) await tx.staff.members.insert(one);
    });
  });
  afterEach(() => storage?.close());
  return {
    get storage() {
      return current();
    },
    get random() {
      return random;
    },
    transact: (work) => current().transact(work),
  };
}

export const admin = member(1, { role: 'admin', name: '李主任' });
export const otherAdmin = member(2, { role: 'admin', name: '王主任' });
export const supervisor = member(3, { role: 'supervisor' });
export const agent = member(4, { role: 'agent' });
