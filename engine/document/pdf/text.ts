/** A text string in UTF-16BE (ISO 32000-1, 7.9.2.2), as a hexadecimal string. */
export function hexText(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** A literal string of ASCII (7.3.4.2). */
export function literal(ascii: string): string {
  // Rarely anything to escape, and to look is several times as quick as to replace.
  return `(${SPECIAL.test(ascii) ? ascii.replaceAll(/[\\()]/g, String.raw`\$&`) : ascii})`;
}

const SPECIAL = /[\\()]/;
