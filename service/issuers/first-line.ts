/** A password or token, as a file of its own holds it: what else may be noted there is none of it. */
export function firstLine(text: string): string {
  const [line = ''] = text.split(/\r?\n/, 1);
  return line;
}
