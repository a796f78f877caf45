import type { IssuerFinding } from '../../service/issuers/check-issuers.ts';

const MARKS: Record<IssuerFinding['kind'], string> = { good: '✓', note: '·', soon: '⚠', bad: '✗' };

export function findingLine({ kind, text }: IssuerFinding): string {
  return `${MARKS[kind]} ${text}\n`;
}
