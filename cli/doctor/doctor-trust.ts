import { X509Certificate } from 'node:crypto';
import type { Config } from '../../config.ts';
import { UnavailableFault } from '../../engine/document/faults.ts';
import { commonName } from '../../engine/document/verify/x509.ts';
import { readIssuers } from '../../service/issuers/read-issuers.ts';
import { loadCatalogue } from '../../service/load-catalogue.ts';
import { systemClock, systemRandom } from '../../service/system.ts';
import { readTimestampRoots } from '../../service/trust/certificate-file.ts';
import { createExchange } from '../../service/trust/exchange.ts';
import { signatureLevel } from '../../service/trust/open-trust.ts';
import { createTimestampClient } from '../../service/trust/timestamp-client.ts';
import { ValidationKeeper } from '../../service/trust/validation-keeper.ts';
import type { Finding } from './doctor-checks.ts';

const DIGEST_BYTES = 32;

/** Whether those whom signatures above level B-B need can be reached, and answer as they should. */
export async function checkTrust(config: Config): Promise<Finding[]> {
  const { policy, trust: settings } = config;
  if (settings.timestampUrls.length === 0) {
    return [{ kind: 'note', text: 'TSA_URL is not set: copies are signed at level B-B, without a time stamp' }];
  }
  const { issuers } = await readIssuers(config.issuerDir, await loadCatalogue(config.catalogueFile), config.secret);
  const signers = new Map(issuers.map(({ issuer, keys }) => [issuer.id, keys.map(({ signer }) => signer)]));
  const level = signatureLevel({ policy: policy.signature, settings, signers });
  const findings: Finding[] = [{ kind: 'good', text: `copies are signed at level ${level}` }];
  if (level === 'B-B') return findings;
  try {
    const chains = [...signers.values()].flat().map(({ chain }) => chain);
    return [...findings, ...(await ask(config, level === 'B-LT' ? chains : null))];
  } catch (fault) {
    if (!(fault instanceof UnavailableFault)) throw fault;
    return [...findings, { kind: 'bad', text: `${fault.code}: ${fault.detail}` }];
  }
}

/** `chains` are those that validation data are wanted for, beside the authority's; null when none are. */
async function ask({ trust }: Config, chains: readonly (readonly Uint8Array[])[] | null): Promise<Finding[]> {
  const roots = await readTimestampRoots(trust);
  const exchange = createExchange();
  const { revocation: settings, timestampPolicy: policy, timestampUrls: urls } = trust;
  const common = { exchange, clock: systemClock };
  const authority = createTimestampClient({ ...common, urls, roots, policy, random: systemRandom });
  const { chain } = await authority.stamp(systemRandom.bytes(DIGEST_BYTES));
  const stamped = `time stamps are by ${commonName(new X509Certificate(chain[0] ?? Buffer.alloc(0)), 'subject')}`;
  const findings: Finding[] = [{ kind: 'good', text: stamped }];
  if (!chains) return findings;
  const keeper = new ValidationKeeper({ ...common, settings });
  for (const wanted of [...chains, chain]) await keeper.dataFor(wanted);
  return [...findings, { kind: 'good', text: 'validation data can be had for issuers and time stamps' }];
}
