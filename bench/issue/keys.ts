import { createPrivateKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDemonstrationIssuer } from '../../engine/document/demonstration-issuer.ts';
import { START } from './stream.ts';

export type KeyKind = 'rsa2048' | 'rsa3072' | 'p256';

export const PASSWORD = 'demonstration';

/** PKCS#12 files of each kind of key: the demonstration issuer's, and those that tests use. */
export function keyFile(kind: KeyKind): Uint8Array {
  if (kind !== 'rsa2048') return readFileSync(new URL(`../../test/fixtures/issuers/${kind}.p12`, import.meta.url));
  return createDemonstrationIssuer({ password: PASSWORD, validFrom: START }).pkcs12;
}

/** A folder with `rsa2048.p12`, for processes of their own. */
export function keyFolder(pkcs12: Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'jiazhu-bench-'));
  writeFileSync(path.join(folder, 'rsa2048.p12'), pkcs12, { mode: 0o600 });
  return folder;
}

/** Bare signatures of something as long as the signed attributes are. The key is parsed once. */
export function rawSigning(kind: KeyKind): () => void {
  const key = rawKey(kind);
  const data = Buffer.alloc(160, 7);
  return () => void sign('sha256', data, key);
}

// As a process that starts has it: kept as an object, and not fresh from the generator.
function rawKey(kind: KeyKind): KeyObject {
  const { privateKey } =
    kind === 'p256'
      ? generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
      : generateKeyPairSync('rsa', { modulusLength: kind === 'rsa2048' ? 2048 : 3072 });
  return createPrivateKey(privateKey.export({ type: 'pkcs8', format: 'pem' }));
}
