import type { Language } from '../ports/language.ts';
import type { Instant } from '../time/instant.ts';
import type { StaffRole } from './permissions.ts';

export type MemberStatus = 'active' | 'suspended' | 'removed';

/** Somebody behind the staff bot. Their private chat has the number of their messenger account. */
export interface Member {
  id: string;
  /** The messenger's user id. A removed member's may come back as another member. */
  userId: number;
  /** What the messenger calls them; shown to other members of staff only. */
  name: string;
  role: StaffRole;
  status: MemberStatus;
  language: Language;
  joinedAt: Instant;
}
