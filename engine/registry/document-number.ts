import type { DocumentType } from './holder.ts';
import { type IdentityNumberFacts, type IdentityNumberFault, readIdentityNumber } from './identity-number.ts';

/** `format` is all that can be said of documents whose numbers carry no check digit. */
export type DocumentNumberFault = IdentityNumberFault | 'format';

// Shapes are kept wide: what an authority once accepted should not fail for a clerk's habit.
const SHAPES: Record<Exclude<DocumentType, 'resident-identity-card'>, RegExp> = {
  'military-officer-card': /^(?=(?:.*\d){4})[\p{L}\d-]{4,30}$/u,
  passport: /^(?=(?:.*\d){3})[A-Z\d]{5,17}$/,
  'hong-kong-macau-permit': /^[HM]\d{8}(?:\d{2})?$/,
  'taiwan-permit': /^(?:\d{8}|[A-Z]?\d{9,10}[A-Z]?)$/,
  // Before 2023: country and twelve digits. Since then 18 digits, 9 first, built like an identity number.
  'foreign-permanent-resident-card': /^(?:[A-Z]{3}\d{12}|9\d{16}[\dX])$/,
};

/** What is wrong with a normalised document number; undefined when nothing is. */
export function judgeDocumentNumber(type: DocumentType, number: string): DocumentNumberFault | undefined {
  if (type !== 'resident-identity-card' && !SHAPES[type].test(number)) return 'format';
  if (!isIdentityNumber(type, number)) return undefined;
  const read = readIdentityNumber(number);
  return read.ok ? undefined : read.fault;
}

/** Birth date and gender as far as the number itself tells them. */
export function factsOfDocument(type: DocumentType, number: string): IdentityNumberFacts | undefined {
  if (!isIdentityNumber(type, number)) return undefined;
  const read = readIdentityNumber(number);
  return read.ok ? read.facts : undefined;
}

function isIdentityNumber(type: DocumentType, number: string): boolean {
  if (type === 'resident-identity-card') return true;
  return type === 'foreign-permanent-resident-card' && number.startsWith('9');
}
