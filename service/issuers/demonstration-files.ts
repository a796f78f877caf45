import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createDemonstrationIssuer } from '../../engine/document/demonstration-issuer.ts';
import type { Instant } from '../../engine/time/instant.ts';
import { IssuerFileFault } from './issuer-file-fault.ts';
import type { KeySettings } from './issuer-settings.ts';

const KEY_FILE = 'demonstration.p12';
const PASSWORD_FILE = 'demonstration.password';

/** The key that signs for every specimen that has none of its own. */
export const DEMONSTRATION_KEY: KeySettings = {
  kind: 'pkcs12',
  pkcs12: KEY_FILE,
  password: { file: PASSWORD_FILE },
};

export function hasDemonstration(dir: string): boolean {
  return existsSync(path.join(dir, KEY_FILE));
}

/** Makes the demonstration issuer's key in `dir`; answers the key's file. Throws IssuerFileFault. */
export async function makeDemonstration(dir: string, now: Instant): Promise<string> {
  const password = randomBytes(18).toString('base64url');
  const { pkcs12 } = createDemonstrationIssuer({ password, validFrom: now });
  const file = path.join(dir, KEY_FILE);
  try {
    await mkdir(dir, { recursive: true, mode: 0o700 });
    // The key file comes last, by a rename: as long as it is missing, the next start makes both again.
    await writeFile(path.join(dir, PASSWORD_FILE), `${password}\n`, { mode: 0o600 });
    await writeFile(`${file}.new`, pkcs12, { mode: 0o600 });
    await rename(`${file}.new`, file);
    return file;
  } catch (cause) {
    const problem = `The folder ${dir} for issuers' keys can't be written to; check its owner and permissions.`;
    throw new IssuerFileFault(problem, { cause });
  }
}
