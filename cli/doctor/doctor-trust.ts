import { X509Certificate } from 'node:crypto';
import type { Config } from '../../config.ts';
import { UnavailableFault } from '../../engine/document/faults.ts';
import { type KeyRing, ringKeys } from '../../engine/document/issuer/key-ring.ts';
import { commonName } from '../../engine/document/verify/x509.ts';
import { type Policy, SIGNATURE_LEVELS, type SignatureLevel } from '../../engine/policy/policy.ts';
import type { Instant } from '../../engine/time/instant.ts';
import { readIssuers } from '../../service/issuers/read-issuers.ts';
import { loadCatalogue } from '../../service/load-catalogue.ts';
import { systemClock, systemRandom } from '../../service/system.ts';
import { readTimestampRoots } from '../../service/trust/certificate-file.ts';
import { createExchange } from '../../service/trust/exchange.ts';
import { checkLevel, signingLevel, type WantedLevel } from '../../service/trust/signing-level.ts';
import { createTimestampClient } from '../../service/trust/timestamp-client.ts';
import { ValidationKeeper } from '../../service/trust/validation-keeper.ts';
import type { Finding } from './doctor-checks.ts';

type SignaturePolicy = Policy['signature'];

const DIGEST_BYTES = 32;

/** Whether those whom signatures above level B-B need can be reached, and answer as they should. */
export async function checkTrust(config: Config): Promise<Finding[]> {
  const { policy, trust: settings } = config;
  if (settings.timestampUrls.length === 0) {
    return [{ kind: 'note', text: 'TSA_URL is not set: copies are signed at level B-B, without a time stamp' }];
  }
  const { issuers } = await readIssuers(config.issuerDir, await loadCatalogue(config.catalogueFile), config.secret);
  const signers = new Map(issuers.map(({ issuer, keys }) => [issuer.id, keys.map(({ signer }) => signer)]));
  const wanted = { policy: policy.signature, settings };
  const now = systemClock.now();
  checkLevel(signers, wanted, now);
  const levels = levelsNow(signers, wanted, now);
  const findings = levelFindings(levels, wanted);
  if (policy.signature.level === 'B-B') return findings;
  try {
    const chains = levels.filter(({ level }) => level === 'B-LT').map(({ chain }) => chain);
    return [...findings, ...(await ask(config, chains))];
  } catch (fault) {
    if (!(fault instanceof UnavailableFault)) throw fault;
    return [...findings, unavailableFinding(fault, policy.signature)];
  }
}

/** What couldn't be had, what to do about it, and what becomes of copies until then. */
export function unavailableFinding({ code, detail }: UnavailableFault, { onUnavailable }: SignaturePolicy): Finding {
  const meanwhile = onUnavailable === 'wait' ? 'copies wait meanwhile' : 'copies are at a lower level meanwhile';
  const advice = {
    'timestamp-unavailable': `check TSA_URL and the network; ${meanwhile}`,
    'revocation-unavailable': `check REVOCATION and the network; ${meanwhile}`,
    'copy-too-large': `choose a lighter seal or level B-T; ${meanwhile}`,
    'certificate-revoked': 'put a new key first in issuers.json and restart the service',
  };
  return { kind: 'bad', text: `${code}: ${detail}; ${advice[code]}` };
}

type Chain = readonly Uint8Array[];

/** With which key an issuer signs now, and at which level. */
interface SigningNow {
  issuer: string;
  chain: Chain;
  level: SignatureLevel;
}

/** Without the issuers that have no key for now. */
export function levelsNow(signers: ReadonlyMap<string, KeyRing>, wanted: WantedLevel, now: Instant): SigningNow[] {
  return [...signers].flatMap(([issuer, ring]) => {
    const key = ringKeys(ring).find(({ from, until }) => from <= now && now <= until);
    return key ? [{ issuer, chain: key.signer.chain, level: signingLevel(key.signer.chain, wanted) }] : [];
  });
}

/** At which level copies are signed, and for whom it is lower than for others. */
export function levelFindings(levels: readonly SigningNow[], { policy }: WantedLevel): Finding[] {
  const by = (wanted: SignatureLevel): string =>
    levels
      .filter(({ level }) => level === wanted)
      .map(({ issuer }) => issuer)
      .join(', ');
  const why = 'a certificate of the signing key names no OCSP responder or revocation list that REVOCATION allows';
  return SIGNATURE_LEVELS.toReversed().flatMap((level): Finding[] => {
    if (by(level) === '') return [];
    const text = `copies are signed at level ${level}: ${by(level)}`;
    return [
      level === 'B-T' && policy.level === 'auto' ? { kind: 'note', text: `${text}; ${why}` } : { kind: 'good', text },
    ];
  });
}

/** `chains` are those that validation data are wanted for, and if there are any, for the authority's, too. */
async function ask({ trust }: Config, chains: readonly Chain[]): Promise<Finding[]> {
  const roots = await readTimestampRoots(trust);
  const exchange = createExchange();
  const { revocation: settings, timestampPolicy: policy, timestampUrls: urls } = trust;
  const common = { exchange, clock: systemClock };
  const authority = createTimestampClient({ ...common, urls, roots, policy, random: systemRandom });
  const { chain } = await authority.stamp(systemRandom.bytes(DIGEST_BYTES));
  const stamped = `time stamps are by ${commonName(new X509Certificate(chain[0] ?? Buffer.alloc(0)), 'subject')}`;
  const findings: Finding[] = [{ kind: 'good', text: stamped }];
  if (chains.length === 0) return findings;
  const keeper = new ValidationKeeper({ ...common, settings });
  for (const wanted of [...chains, chain]) await keeper.dataFor(wanted);
  return [...findings, { kind: 'good', text: 'validation data can be had for issuers and time stamps' }];
}
