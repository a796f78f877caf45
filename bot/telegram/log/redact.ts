/** What is put in the place of a secret or of personal data. */
export const REDACTED = '[redacted]';

const PATTERNS = [
  // Bot tokens, alone or in an address.
  /\d{6,}:[\w-]{30,}/g,
  // Resident identity numbers, GB 11643.
  /(?<![0-9A-Za-z])\d{17}[0-9Xx](?![0-9A-Za-z])/g,
  // Mobile numbers of the mainland, with or without country code.
  /(?<![0-9A-Za-z.])(?:\+?86[ -]?)?1[3-9]\d{9}(?![0-9A-Za-z])/g,
];

/** `text` without bot tokens, identity and mobile numbers, and without each of `secrets`. */
export function redact(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of secrets) if (secret !== '') clean = clean.replaceAll(secret, REDACTED);
  for (const pattern of PATTERNS) clean = clean.replace(pattern, REDACTED);
  return clean;
}
