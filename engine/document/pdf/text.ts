/** A text string in UTF-16BE (ISO 32000-1, 7.9.2.2), as a hexadecimal string. */
export function hexText(text: string): string {
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`;
}

/** A literal string (7.3.4.2). Throws RangeError unless the text is ASCII that can be printed. */
export function literal(ascii: string): string {
  if (isPlain(ascii)) return `(${ascii})`;
  if (!/^[ -~]*$/.test(ascii)) throw new RangeError('a literal string holds ASCII only');
  return `(${ascii.replaceAll(/[\\()]/g, String.raw`\$&`)})`;
}

const PLAIN = new Uint8Array(128);
for (const character of '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz -._~:/?#@=+%') {
  PLAIN[character.charCodeAt(0)] = 1;
}

/** Whether a text is ASCII without anything that PDF or XML would misread: as numbers and addresses are, but for a few. */
export function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (PLAIN[text.charCodeAt(at)] !== 1) return false;
  return true;
}
