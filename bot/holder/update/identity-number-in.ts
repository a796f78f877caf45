import { readIdentityNumber } from '../../../engine/registry/identity-number.ts';
import { maskDocumentNumber } from '../../../engine/registry/mask.ts';
import { normalizeText } from '../../../engine/registry/normalize.ts';

// 17 digits and a check character, as people group them: 110105 19491231 002X.
const CANDIDATE = /(?<![0-9A-Za-z])\d(?:[ -]?\d){16}[ -]?[\dXx](?![0-9A-Za-z])/g;

/** A text with the identity numbers in it masked; as it was typed when there are none. */
export function withoutIdentityNumbers(text: string): string {
  if (!identityNumberIn(text)) return text;
  return normalizeText(text).replace(CANDIDATE, (candidate) => {
    const number = plainNumber(candidate);
    return readIdentityNumber(number).ok ? maskDocumentNumber(number) : candidate;
  });
}

/** Whether a text holds a resident identity number of GB 11643 whose check character fits. */
export function identityNumberIn(text: string): boolean {
  const found = normalizeText(text).match(CANDIDATE) ?? [];
  return found.some((candidate) => readIdentityNumber(plainNumber(candidate)).ok);
}

function plainNumber(candidate: string): string {
  return candidate.replaceAll(/[ -]/g, '').toUpperCase();
}
