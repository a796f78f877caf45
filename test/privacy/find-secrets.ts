/** Which of the secrets lie in the bytes, as plain text or in one of the usual disguises. */
export function findSecrets(secrets: Readonly<Record<string, string>>, bytes: Buffer): string[] {
  return Object.entries(secrets)
    .filter(([, secret]) => disguises(secret).some((disguise) => bytes.includes(disguise)))
    .map(([what]) => what);
}

function disguises(secret: string): Buffer[] {
  const utf8 = Buffer.from(secret);
  const escaped = secret.replaceAll(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return [
    utf8,
    Buffer.from(secret, 'utf16le'),
    Buffer.from(secret, 'utf16le').swap16(),
    Buffer.from(encodeURIComponent(secret)),
    Buffer.from(escaped),
    Buffer.from(utf8.toString('hex')),
    ...[0, 1, 2].map((offset) => base64At(utf8, offset)),
  ];
}

/** What of a text can be seen in base64 when it begins at this offset of a group of three bytes. */
function base64At(text: Buffer, offset: number): Buffer {
  const whole = Buffer.concat([Buffer.alloc(offset), text]);
  const full = whole.subarray(0, whole.length - (whole.length % 3)).toString('base64');
  return Buffer.from(offset === 0 ? full : full.slice(4));
}
