import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import type { Catalogue, Issuer } from '../../engine/registry/catalogue.ts';
import { instant } from '../../engine/time/instant.ts';
import { type Party, party, SIGNER } from '../trust/pki.ts';

/** A catalogue of these issuers and no qualifications. */
export function catalogueOf(...issuers: readonly Issuer[]): Catalogue {
  return { version: '1', qualifications: [], issuers };
}

export function issuerNamed(id: string, specimen = false): Issuer {
  const name = { 'zh-CN': '测试考试中心', en: 'Test Examination Centre' };
  return { id, name, contact: name, specimen };
}

export const MINISTRY = issuerNamed('ministry');

export const at = (year: number, month = 1, day = 1) => instant(Date.UTC(year, month - 1, day));

const lasting = { from: at(2020), until: at(2040) };
export const ROOT = party({ name: '测试根证书', ...lasting });
export const OTHER_ROOT = party({ name: '另一根证书', ...lasting });
export const INTERMEDIATE = party({ name: '测试中级证书', by: ROOT, ...lasting });

/** A signing certificate under the root, valid from the first day of a year until that of another. */
export function sealOf(from: number, until: number, by: Party = ROOT): Party {
  return party({ name: `测试签章 ${from}`, by, extensions: SIGNER, from: at(from), until: at(until) });
}

export function pem(...parties: readonly Pick<Party, 'certificate'>[]): string {
  return parties
    .map(({ certificate }) => Buffer.from(certificate).toString('base64'))
    .map((text) => `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`)
    .join('');
}

export function keyPem({ key }: Pick<Party, 'key'>, passphrase?: string): string {
  const form = { type: 'pkcs8', format: 'pem' } as const;
  return String(key.export(passphrase === undefined ? form : { ...form, cipher: 'aes-256-cbc', passphrase }));
}

/** A folder with these files, objects as JSON, that goes when the test does. */
export async function folderOf(files: Readonly<Record<string, string | Uint8Array | object>>): Promise<string> {
  const dir = await mkdtemp(path.join(tmpdir(), `jiazhu-issuers-${randomBytes(4).toString('hex')}`));
  onTestFinished(() => rm(dir, { recursive: true }));
  for (const [name, contents] of Object.entries(files)) {
    const raw = typeof contents === 'string' || contents instanceof Uint8Array;
    await writeFile(path.join(dir, name), raw ? contents : JSON.stringify(contents));
  }
  return dir;
}

/** A key and its chain as files, and the settings that name them. */
export function pemFiles(name: string, seal: Party, ...above: readonly Party[]) {
  return {
    files: { [`${name}.key`]: keyPem(seal), [`${name}.pem`]: pem(seal, ...above) },
    settings: { key: `${name}.key`, chain: `${name}.pem` },
  };
}
