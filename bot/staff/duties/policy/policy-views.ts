import { effectivePolicy } from '../../../../engine/policy/effective-policy.ts';
import type { PolicyChange } from '../../../../engine/policy/policy-change.ts';
import { findRule, type Rule, RULE_GROUPS, RULES } from '../../../../engine/policy/rules.ts';
import { may } from '../../../../engine/staff/permissions.ts';
import { button } from '../../../telegram/buttons/button.ts';
import { formatDate } from '../../../telegram/text/dates.ts';
import type { Effect, InlineButton, View } from '../../../telegram/effects.ts';
import { plain, text } from '../../../telegram/text/locale.ts';
import { show } from '../../show.ts';
import type { StaffTurn } from '../../turn.ts';
import { currentWords, groupName, ruleName, valueWords, wholeRuleName } from './rule-words.ts';

/** Every rule with what it says today, and the changes that are to come. */
export async function policyView(turn: StaffTurn): Promise<View> {
  const { language } = turn.member;
  const coming = await comingChanges(turn);
  const groups = RULE_GROUPS.map((group) => groupLines(turn, group));
  const changes = coming.length === 0 ? [] : [await comingLines(turn, coming)];
  const html = [text(language, 'staff-policy'), ...groups, ...changes].join('\n\n');
  const buttons = RULE_GROUPS.filter((group) =>
    RULES.some((rule) => rule.group === group && rule.kind !== 'fixed'),
  ).map((group) => button(groupName(language, group), 'policy:group', { args: [group] }));
  return { html, inline: inPairs(buttons) };
}

/** One group, a button for each rule that can be changed. */
export async function groupView(turn: StaffTurn, group: string): Promise<View> {
  const { language } = turn.member;
  const known = RULE_GROUPS.find((one) => one === group);
  if (!known) return policyView(turn);
  const rules = RULES.filter((rule) => rule.group === known && rule.kind !== 'fixed');
  const buttons = rules.map(({ path }) => [button(ruleName(language, path), 'policy:rule', { args: [path] })]);
  return { html: groupLines(turn, known), inline: [...buttons, [allButton(turn)]] };
}

/** One rule: what it says, what it will say, and for admins how to change that. `note` is HTML. */
export async function openRule(turn: StaffTurn, path: string, note?: string): Promise<Effect[]> {
  const rule = findRule(path);
  const view = rule ? await ruleView(turn, rule) : await policyView(turn);
  if (rule) turn.note({ about: path });
  return show(turn, note === undefined ? view : { ...view, html: `${note}\n\n${view.html}` });
}

async function ruleView(turn: StaffTurn, rule: Rule): Promise<View> {
  const { tx, member, deps, now } = turn;
  const { language, role } = member;
  const coming = (await comingChanges(turn)).filter((change) => change.path === rule.path);
  // What was changed in this very turn is not in effect yet.
  const today = effectivePolicy(deps.rules.configured, await tx.policyChanges.standing(), deps.zone.dateOf(now));
  const head = text(language, rule.kind === 'fixed' ? 'staff-policy-fixed-rule' : 'staff-policy-one', {
    name: wholeRuleName(language, rule),
    value: currentWords(language, today.policy, rule),
  });
  const lines = coming.length === 0 ? [] : [await comingLines(turn, coming)];
  const mayChange = may(role, 'change-policy') && rule.kind !== 'fixed';
  const inline = [
    mayChange ? [button(plain(language, 'staff-button-policy-change'), 'policy:change', { args: [rule.path] })] : [],
    ...(mayChange ? coming.map((change) => [takeBackButton(turn, change)]) : []),
    [button(`‹ ${groupName(language, rule.group)}`, 'policy:group', { args: [rule.group] })],
  ];
  return { html: [head, ...lines].join('\n\n'), inline };
}

function groupLines({ member: { language }, deps }: StaffTurn, group: Rule['group']): string {
  const rules = RULES.filter((rule) => rule.group === group);
  const fixed = rules.every(({ kind }) => kind === 'fixed');
  const head = text(language, 'staff-policy-group', { name: groupName(language, group), fixed: fixed ? 'yes' : 'no' });
  const lines = rules.map((rule) =>
    text(language, 'staff-policy-line', {
      name: ruleName(language, rule.path),
      value: currentWords(language, deps.policy, rule),
    }),
  );
  return [head, ...lines].join('\n');
}

async function comingChanges({ tx, deps, now }: StaffTurn): Promise<PolicyChange[]> {
  const today = deps.zone.dateOf(now);
  return (await tx.policyChanges.standing()).filter(({ effectiveFrom }) => effectiveFrom > today);
}

async function comingLines({ tx, member: { language } }: StaffTurn, changes: readonly PolicyChange[]): Promise<string> {
  const lines = [text(language, 'staff-policy-coming')];
  for (const { path, value, effectiveFrom, by, reason } of changes) {
    const name = (await tx.staff.members.get(by))?.name ?? '—';
    const rule = findRule(path);
    lines.push(
      text(language, 'staff-policy-coming-line', {
        day: formatDate(language, effectiveFrom),
        rule: rule ? wholeRuleName(language, rule) : path,
        value: valueWords(language, path, value),
        by: name,
        reason,
      }),
    );
  }
  return lines.join('\n');
}

function takeBackButton({ member: { language } }: StaffTurn, { id, effectiveFrom }: PolicyChange): InlineButton {
  const label = plain(language, 'staff-button-policy-take-back', { day: formatDate(language, effectiveFrom) });
  return button(label, 'policy:take-back', { args: [id] });
}

function allButton({ member: { language } }: StaffTurn): InlineButton {
  return button(plain(language, 'staff-button-policy-all'), 'policy:all');
}

function inPairs(buttons: readonly InlineButton[]): InlineButton[][] {
  const rows: InlineButton[][] = [];
  for (let index = 0; index < buttons.length; index += 2) rows.push(buttons.slice(index, index + 2));
  return rows;
}
