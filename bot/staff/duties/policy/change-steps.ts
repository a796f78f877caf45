import { changePolicy, type PolicyRefusal, whyNotChange } from '../../../../engine/policy/change-policy.ts';
import type { RuleValue } from '../../../../engine/policy/policy-change.ts';
import { findRule } from '../../../../engine/policy/rules.ts';
import { addDays, type CivilDate, parseCivilDate } from '../../../../engine/time/civil-date.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { formatDate } from '../../../telegram/text/dates.ts';
import type { Effect, InlineButton, View } from '../../../telegram/effects.ts';
import { escapeHtml, plain, text } from '../../../telegram/text/locale.ts';
import { enterStep, leaveDialog } from '../../dialog.ts';
import { show, showInStep } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { type ChangeDraft, draftState, readDraft, readValue, FLOW } from './change-draft.ts';
import { openRule } from './policy-views.ts';
import { currentWords, earlierWords, problemWords, ruleName, valueWords } from './rule-words.ts';

/** Asks what a rule is to say. `note` is HTML. */
export async function askValue(turn: StaffTurn, path: string, note?: string): Promise<Effect[]> {
  const rule = findRule(path);
  if (!rule || rule.kind === 'fixed') return openRule(turn, path);
  turn.note({ about: path });
  const { language } = turn.member;
  const asked = await enterStep(turn, FLOW, draftState({ step: 'value', rule }));
  const { version } = asked.dialog;
  const choices = rule.choices.map((choice) => [
    button(valueWords(language, path, choice), 'policy:choose', { args: [choice], version }),
  ]);
  const html = text(language, 'staff-policy-ask-value', {
    name: ruleName(language, path),
    value: currentWords(language, turn.deps.policy, rule),
    kind: rule.kind,
  });
  return place(turn, { html: withNote(html, note), inline: [...choices, [cancelButton(turn, path)]] });
}

/** Takes the value of a choice that was tapped. */
export async function choose(turn: StaffTurn, choice: string): Promise<Effect[]> {
  const draft = readDraft(turn);
  const value = draft && readValue(draft.rule, choice);
  return draft && value !== undefined ? takeValue(turn, draft, value) : openRule(turn, draft?.rule.path ?? '');
}

/** Takes a value as far as it can be judged before the day is known: that the rule itself may have it. */
export async function takeValue(turn: StaffTurn, draft: ChangeDraft, value: RuleValue): Promise<Effect[]> {
  const { tx, deps, now, note } = turn;
  const { path } = draft.rule;
  const today = deps.zone.dateOf(now);
  const refusal = await whyNotChange(tx, deps.rules.configured, { path, value, effectiveFrom: today, today });
  const problems = refusal?.kind === 'contradicts' ? refusal.problems : [];
  const own = problems.filter((problem) => problem.kind === 'too-small' || problem.kind === 'too-large');
  if (own.length === 0) return askWhen(turn, { ...draft, value });
  note({ about: path, refusal: 'contradicts' });
  const { language } = turn.member;
  return askValue(turn, path, `⚠️ ${escapeHtml(own.map((problem) => problemWords(language, problem)).join(' '))}`);
}

/** Asks from which day on. */
export async function askWhen(turn: StaffTurn, draft: ChangeDraft, note?: string): Promise<Effect[]> {
  const { deps, now, member } = turn;
  const today = deps.zone.dateOf(now);
  const asked = await enterStep(turn, FLOW, draftState({ ...draft, step: 'day' }));
  const { version } = asked.dialog;
  const tomorrow = addDays(today, 1);
  const days = [
    button(plain(member.language, 'staff-button-policy-today'), 'policy:day', { args: [today], version }),
    button(plain(member.language, 'staff-button-policy-tomorrow'), 'policy:day', { args: [tomorrow], version }),
  ];
  const html = text(member.language, 'staff-policy-ask-day', { ...changeWords(turn, draft), example: tomorrow });
  return place(turn, { html: withNote(html, note), inline: [days, [cancelButton(turn, draft.rule.path)]] });
}

export async function askDay(turn: StaffTurn, named: string): Promise<Effect[]> {
  const draft = readDraft(turn);
  const day = parseCivilDate(named);
  return draft && day ? takeDay(turn, draft, day) : openRule(turn, draft?.rule.path ?? '');
}

/** Checks the change as far as it goes, and asks why. */
export async function takeDay(turn: StaffTurn, draft: ChangeDraft, day: CivilDate): Promise<Effect[]> {
  const { tx, deps, now } = turn;
  const { rule, value } = draft;
  if (value === undefined) return askValue(turn, rule.path);
  const asked = { path: rule.path, value, effectiveFrom: day, today: deps.zone.dateOf(now) };
  const refusal = await whyNotChange(tx, deps.rules.configured, asked);
  if (!refusal) return askWhy(turn, { ...draft, day });
  turn.note({ about: rule.path, refusal: refusal.kind });
  const note = refusalWords(turn, refusal);
  return refusal.kind === 'past' ? askWhen(turn, draft, note) : askValue(turn, rule.path, note);
}

export async function askWhy(turn: StaffTurn, draft: ChangeDraft, note?: string): Promise<Effect[]> {
  await enterStep(turn, FLOW, draftState({ ...draft, step: 'reason' }));
  const html = text(turn.member.language, 'staff-policy-ask-reason', changeWords(turn, draft));
  return place(turn, { html: withNote(html, note), inline: [[cancelButton(turn, draft.rule.path)]] });
}

/** Shows the whole change; the button that records it works once. */
export async function askConfirm(turn: StaffTurn, draft: ChangeDraft): Promise<Effect[]> {
  const { language } = turn.member;
  const asked = await enterStep(turn, FLOW, draftState({ ...draft, step: 'confirm' }));
  const { version } = asked.dialog;
  const html = text(language, 'staff-policy-confirm', { ...changeWords(turn, draft), reason: draft.reason ?? '' });
  const yes = button(plain(language, 'staff-button-policy-record'), 'policy:record', { version, style: 'primary' });
  return place(turn, { html, inline: [[yes], [cancelButton(turn, draft.rule.path)]] });
}

export async function record(turn: StaffTurn): Promise<Effect[]> {
  const { tx, deps, now, member } = turn;
  const { rule, value, day, reason } = readDraft(turn) ?? {};
  const left = await leaveDialog(turn);
  if (!rule || value === undefined || !day || reason === undefined) return openRule(left, rule?.path ?? '');
  const asked = {
    path: rule.path,
    value,
    effectiveFrom: day,
    today: deps.zone.dateOf(now),
    now,
    by: member.id,
    reason,
  };
  const changed = await changePolicy(tx, { configured: deps.rules.configured, random: deps.random }, asked);
  turn.note({
    about: rule.path,
    reason,
    facts: { value: JSON.stringify(value), from: day },
    ...(changed.ok ? {} : { refusal: changed.refusal.kind }),
  });
  const note = changed.ok
    ? text(member.language, 'staff-policy-recorded', {
        ...changeWords(turn, { step: '', rule, value, day }),
        when: day === asked.today ? 'today' : 'later',
      })
    : refusalWords(turn, changed.refusal);
  return openRule(left, rule.path, note);
}

function refusalWords({ member: { language } }: StaffTurn, refusal: PolicyRefusal): string {
  const problems = 'problems' in refusal ? refusal.problems.map((problem) => problemWords(language, problem)) : [];
  return text(language, 'staff-policy-refused', {
    kind: refusal.kind,
    day: 'day' in refusal ? formatDate(language, refusal.day) : '',
    problems: problems.join(' '),
  });
}

function changeWords({ member: { language }, deps }: StaffTurn, { rule, value, day }: ChangeDraft) {
  return {
    name: ruleName(language, rule.path),
    before: currentWords(language, deps.policy, rule),
    value: value === undefined ? '—' : valueWords(language, rule.path, value),
    earlier: earlierWords(language, rule.path),
    day: day === undefined ? '' : formatDate(language, day),
  };
}

/** In the message of the step before, whether that was answered by a tap or by typing. */
function place(turn: StaffTurn, view: View): Effect[] {
  return turn.event.kind === 'tap' ? show(turn, view) : showInStep(turn, view);
}

function withNote(html: string, note: string | undefined): string {
  return note === undefined ? html : `${note}\n\n${html}`;
}

function cancelButton({ member: { language } }: StaffTurn, path: string): InlineButton {
  return button(plain(language, 'staff-button-cancel'), 'policy:rule', { args: [path] });
}
