import { createECDH, createHash, createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';

import { der, NULL, octetString, oid, sequence, setOf, smallInteger } from '../../engine/document/cms/der.ts';
import { OID } from '../../engine/document/cms/object-identifiers.ts';
import { DAY_MS, type Instant, later } from '../../engine/time/instant.ts';
import { NOW } from '../document/samples.ts';

export const algorithmOf = ({ asymmetricKeyType }: KeyObject): Uint8Array =>
  asymmetricKeyType === 'rsa' ? sequence(oid(OID.sha256WithRsa), NULL) : sequence(oid(OID.ecdsaWithSha256));

/** A name, its key and its certificate, by whoever issued it. */
export interface Party {
  name: Uint8Array;
  key: KeyObject;
  certificate: Uint8Array;
}

export interface PartyOptions {
  name: string;
  /** None for a root. */
  by?: Party;
  /** Defaults to what a root needs; see the constants below. */
  extensions?: readonly Uint8Array[];
  from?: Instant;
  until?: Instant;
  /** Certified in the place of its own. */
  publicKey?: KeyObject;
  /** Of its key; defaults to that of the party. */
  keyName?: string;
  /** In the place of the one that a name gives. */
  key?: KeyObject;
  /** How its issuer signs it, where that is unusual. */
  signing?: Signing;
}

interface Signing {
  algorithm: Uint8Array;
  sign: (tbs: Uint8Array) => Uint8Array;
}

const usualSigning = (key: KeyObject): Signing => ({
  algorithm: algorithmOf(key),
  sign: (tbs) => sign('sha256', tbs, key),
});

function signatureBits(signature: Uint8Array): Uint8Array {
  return der(0x03, Uint8Array.of(0), signature);
}

/** The P-256 key that is always the same for a name. */
function keyNamed(name: string): KeyObject {
  const pair = createECDH('prime256v1');
  const secret = createHash('sha256').update(name).digest();
  pair.setPrivateKey(secret);
  const point = pair.getPublicKey();
  const part = (from: number, to: number): string => point.subarray(from, to).toString('base64url');
  const jwk = { kty: 'EC', crv: 'P-256', d: secret.toString('base64url'), x: part(1, 33), y: part(33, 65) };
  return createPrivateKey({ key: jwk, format: 'jwk' });
}

export function party(options: PartyOptions): Party {
  const { by, extensions = AUTHORITY, from, name: commonName, publicKey, until } = options;
  const key = options.key ?? keyNamed(options.keyName ?? commonName);
  const issuing = by?.key ?? key;
  const { signing = usualSigning(issuing) } = options;
  const name = distinguishedName(commonName);
  const validity = sequence(
    generalizedTime(from ?? later(NOW, -30 * DAY_MS)),
    generalizedTime(until ?? later(NOW, 365 * DAY_MS)),
  );
  const tbs = sequence(
    der(0xa0, smallInteger(2)),
    serialOf(commonName),
    signing.algorithm,
    by?.name ?? name,
    validity,
    name,
    (publicKey ?? createPublicKey(key)).export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(...extensions)),
  );
  return { name, key, certificate: sequence(tbs, signing.algorithm, signatureBits(signing.sign(tbs))) };
}

function serialOf(commonName: string): Uint8Array {
  const hash = createHash('sha256').update(`serial ${commonName}`).digest();
  return der(0x02, Uint8Array.of(0x40 | ((hash[0] ?? 0) & 0x3f), ...hash.subarray(1, 12)));
}

function distinguishedName(commonName: string): Uint8Array {
  const attribute = (type: string, value: string): Uint8Array =>
    setOf(sequence(oid(type), der(0x0c, Buffer.from(value))));
  return sequence(attribute('2.5.4.10', '测试信任服务 SPECIMEN'), attribute('2.5.4.3', commonName));
}

/** What is signed, the algorithm and the signature: a certificate, a list or a basic OCSP response begins so. */
export function signed(tbs: Uint8Array, key: KeyObject, ...more: Uint8Array[]): Uint8Array {
  return sequence(tbs, algorithmOf(key), signatureBits(sign('sha256', tbs, key)), ...more);
}

const TRUE = der(0x01, Uint8Array.of(0xff));

export function extension(type: string, value: Uint8Array, critical = false): Uint8Array {
  return sequence(oid(type), ...(critical ? [TRUE] : []), octetString(value));
}

// A list of named bits ends with its last one (X.690, 11.2.2).
const usage = (bits: number): Uint8Array => {
  const unused = Math.log2(bits & -bits);
  return extension(OID.keyUsage, der(0x03, Uint8Array.of(unused, bits)), true);
};
const purpose = (type: string, critical: boolean): Uint8Array => purposes([type], critical);
export function purposes(types: readonly string[], critical = false): Uint8Array {
  return extension(OID.extendedKeyUsage, sequence(...types.map(oid)), critical);
}
const NO_AUTHORITY = extension(OID.basicConstraints, sequence(), true);

export const AUTHORITY = [extension(OID.basicConstraints, sequence(TRUE), true), usage(0x06)];
/** More than verification reads. */
export const OVERLOADED = [
  ...AUTHORITY,
  ...Array.from({ length: 50 }, (_, index) => extension(`1.3.6.1.4.1.99999.2.${index}`, der(0x05))),
];
/** Its key may sign whatever it is. */
export const ANY_SIGNER = [NO_AUTHORITY, usage(0xc0)];
export const SIGNER = [...ANY_SIGNER, purpose(OID.documentSigning, false)];
export const TSA = [NO_AUTHORITY, usage(0xc0), purpose(OID.timeStamping, true)];
export const RESPONDER = [
  NO_AUTHORITY,
  usage(0x80),
  purpose(OID.ocspSigning, false),
  extension(OID.ocspNoCheck, der(0x05)),
];
/** For a party that should not have it. */
export const LENIENT_TSA = [NO_AUTHORITY, usage(0xc0), purpose(OID.timeStamping, false)];

/** Extensions that say where to ask about a certificate. */
export function sources({ list, ocsp }: { ocsp?: string; list?: string }): Uint8Array[] {
  const uri = (url: string): Uint8Array => der(0x86, Buffer.from(url));
  return [
    ...(ocsp ? [extension(OID.authorityInformation, sequence(sequence(oid(OID.ocsp), uri(ocsp))))] : []),
    ...(list ? [extension(OID.revocationLists, sequence(sequence(der(0xa0, der(0xa0, uri(list))))))] : []),
  ];
}

/** To the second, as RFC 5280 has it. */
export function generalizedTime(at: Instant): Uint8Array {
  const digits = new Date(at).toISOString().replaceAll(/[-:T]/g, '').slice(0, 14);
  return der(0x18, Buffer.from(`${digits}Z`));
}
