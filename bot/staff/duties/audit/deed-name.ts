import type { AuditRow } from '../../../../engine/staff/audit.ts';

/** Under which name a deed is told of in words: its action, and what of its facts makes it another deed. */
export function deedName({ action, facts }: Pick<AuditRow, 'action' | 'facts'>): string {
  const words = [action.replace(/^\//, '').replaceAll(/[^a-z0-9]+/g, '-')];
  if (typeof facts['change'] === 'string') words.push(facts['change']);
  // Nothing is made anew there, but sent again.
  if (facts['list'] === 'uncertain') words.push('uncertain');
  // The holder doesn't read it.
  if (facts['internal'] === true) words.push('internal');
  return words.join('-');
}
