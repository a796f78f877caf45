import type { Clock } from '../ports/clock.ts';
import type { Transaction } from '../ports/storage.ts';
import type { CivilDate } from '../time/civil-date.ts';
import type { Zone } from '../time/instant.ts';
import { effectivePolicy } from './effective-policy.ts';
import type { PolicyChange } from './policy-change.ts';
import type { Policy } from './policy.ts';

/** The policy as it is now: what was configured, with the changes that staff made and whose day has come. */
export class PolicyInEffect {
  /** What the settings say. */
  readonly configured: Policy;
  /** Each group of rules in it is read anew at each look, so that it can be handed to whatever asks for a policy. */
  readonly now: Policy;
  readonly #clock: Clock;
  readonly #zone: Zone;
  #changes: readonly PolicyChange[] = [];
  #known: { day: CivilDate; policy: Policy } | undefined;

  constructor({ configured, clock, zone }: { configured: Policy; clock: Clock; zone: Zone }) {
    this.configured = configured;
    this.#clock = clock;
    this.#zone = zone;
    this.now = followed(configured, () => this.#today());
  }

  /** Reads the changes again: after one was recorded here, and now and then, for others are recorded elsewhere. */
  async refresh(tx: Transaction): Promise<void> {
    this.#changes = await tx.policyChanges.standing();
    this.#known = undefined;
  }

  #today(): Policy {
    const day = this.#zone.dateOf(this.#clock.now());
    if (this.#known?.day !== day) {
      this.#known = { day, policy: effectivePolicy(this.configured, this.#changes, day).policy };
    }
    return this.#known.policy;
  }
}

function followed(configured: Policy, current: () => Policy): Policy {
  const group = (key: keyof Policy): PropertyDescriptor => ({ enumerable: true, get: () => current()[key] });
  const groups = Object.keys(configured) as (keyof Policy)[];
  // Every group of the configured policy is there, each of its type.
  return Object.defineProperties({}, Object.fromEntries(groups.map((key) => [key, group(key)]))) as Policy;
}
