import { done } from '../../engine/result.ts';
import { act, type NotAllowed } from '../../engine/staff/act.ts';
import { type CallbackData, parseCallback } from '../telegram/buttons/callback-data.ts';
import type { Effect } from '../telegram/effects.ts';
import { plain, text } from '../telegram/text/locale.ts';
import type { Duty, Entry, Said } from './duty.ts';
import { show, toast } from './show.ts';
import { staleButton } from './stale-button.ts';
import type { StaffTurn } from './turn.ts';

/** A turn before anybody looked whether the member may. */
type Asked = Omit<StaffTurn, 'note'>;

/**
 * What to say to what a member did; everything that changes is changed in the turn's transaction. `expired`: what
 * they were in the middle of was found over in this very turn.
 */
export async function answerTurn(turn: Asked, expired: boolean): Promise<Effect[]> {
  const { event } = turn;
  if (event.kind === 'tap') return answerTap(turn, event.data);
  if (event.kind === 'command') return answerCommand(turn, event.name, event.payload);
  return answerSaid(turn, event, expired);
}

async function answerTap(turn: Asked, packed: string): Promise<Effect[]> {
  const data = parseCallback(packed);
  const action = data && `${data.feature}:${data.action}`;
  const entry = action === undefined ? undefined : find(turn.deps.duties, (duty) => duty.taps, action);
  // Nobody knows what it would have needed, so there is nothing for the audit.
  if (!data || action === undefined || !entry) return staleButton({ ...turn, note: () => undefined });
  return callEntry(turn, action, entry, async (allowed) => {
    if (isCurrent(turn, data, entry.flow)) return entry.handle(allowed, data);
    return staleButton(allowed);
  });
}

/** A button of a step works for the version of the dialog that it was made for. */
function isCurrent({ dialog }: Asked, { version }: CallbackData, flow: string | undefined): boolean {
  if (flow !== undefined) return dialog?.flow === flow && dialog.version === version;
  return version === undefined || dialog?.version === version;
}

async function answerCommand(turn: Asked, name: string, payload: string): Promise<Effect[]> {
  const entry = find(turn.deps.duties, (duty) => duty.commands, name);
  if (entry) return callEntry(turn, `/${name}`, entry, (allowed) => entry.handle(allowed, payload));
  return turn.place.kind === 'private' ? show(turn, { html: words(turn, 'staff-unknown-command') }) : [];
}

async function answerSaid(turn: Asked, said: Said, expired: boolean): Promise<Effect[]> {
  if (turn.member.status !== 'active') return refusedView(turn, { kind: 'suspended' });
  const replied = await firstOf(turn.deps.duties, (duty) => duty.replies?.({ ...turn, note: () => undefined }, said));
  if (replied) return callEntry(turn, 'reply.said', replied, (allowed) => replied.handle(allowed, said));
  const flow = turn.dialog?.flow;
  const step = flow === undefined ? undefined : find(turn.deps.duties, (duty) => duty.flows, flow);
  if (flow !== undefined && step) return callEntry(turn, `${flow}.said`, step, (allowed) => step.handle(allowed, said));
  const heard = await firstOf(turn.deps.duties, (duty) => duty.hears?.({ ...turn, note: () => undefined }, said));
  if (heard) return callEntry(turn, `${said.kind}.said`, heard, (allowed) => heard.handle(allowed, said));
  if (turn.place.kind === 'group') return [];
  return show(turn, { html: words(turn, expired ? 'staff-dialog-expired' : 'staff-out-of-place') });
}

async function firstOf(
  duties: readonly Duty[],
  entryOf: (duty: Duty) => Promise<Entry<Said> | undefined> | undefined,
): Promise<Entry<Said> | undefined> {
  for (const duty of duties) {
    const entry = await entryOf(duty);
    if (entry) return entry;
  }
  return undefined;
}

/** Does it if the member may, with one audit row whether they may or not. */
async function callEntry(
  turn: Asked,
  action: string,
  { needs: capability }: Entry<never>,
  handle: (turn: StaffTurn) => Promise<Effect[]>,
): Promise<Effect[]> {
  const { tx, now, member } = turn;
  const result = await act(tx, { now, member, capability, action }, async (note) =>
    done(await handle({ ...turn, note })),
  );
  return result.ok ? result.value : refusedView(turn, result.refusal);
}

function refusedView(turn: Asked, refusal: NotAllowed): Effect[] {
  const { event, member, place } = turn;
  const id = refusal.kind === 'suspended' ? 'staff-suspended' : 'staff-not-allowed';
  if (event.kind === 'tap') return toast(turn, plain(member.language, id));
  // A group need not read it each time.
  return place.kind === 'private' || event.kind === 'command' ? show(turn, { html: text(member.language, id) }) : [];
}

function words({ member }: Asked, id: 'staff-unknown-command' | 'staff-dialog-expired' | 'staff-out-of-place'): string {
  return text(member.language, id);
}

function find<E>(
  duties: readonly Duty[],
  entriesOf: (duty: Duty) => Readonly<Record<string, E>> | undefined,
  name: string,
): E | undefined {
  for (const duty of duties) {
    const entries = entriesOf(duty);
    if (entries && Object.hasOwn(entries, name)) return entries[name];
  }
  return undefined;
}
