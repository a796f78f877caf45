import type { Config } from '../../config.ts';
import type { UnavailableFault } from '../../engine/document/faults.ts';
import type { ValidationData } from '../../engine/document/revocation/validation-data.ts';
import type { ServiceNotice } from '../../engine/notice/service-notice.ts';
import type { Clock } from '../../engine/ports/clock.ts';
import type { CopyMaker } from '../../engine/ports/copy-maker.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import type { Catalogue } from '../../engine/registry/catalogue.ts';
import { Zone } from '../../engine/time/instant.ts';
import { createDocumentWorkers } from './document-workers.ts';
import { type Issuers, loadIssuers } from '../issuers/load-issuers.ts';
import { loadCatalogue } from '../load-catalogue.ts';
import { loadFonts } from './load-fonts.ts';
import { openDatabase } from '../open-database.ts';
import { readNewestNotice } from '../notice/notice-files.ts';
import { publishNoticeFile } from '../notice/publish-notice-file.ts';
import { systemRandom } from '../system.ts';
import { KnownRevocations } from '../trust/known-revocations.ts';
import { openTrust, type Trust } from '../trust/open-trust.ts';
import { refuseRevoked } from '../trust/refuse-revoked.ts';
import { type WatchedStorage, watchStorage } from '../watch-storage.ts';

/** What a service works on, read and opened. */
export interface Prepared extends WatchedStorage {
  catalogue: Catalogue;
  maker: CopyMaker;
  zone: Zone;
  issuers: Issuers;
  /** At which an issuer's copies are signed at a time. Throws IssuerFault without a key. */
  signatureLevel: Trust['level'];
  /** DER certificates that the chain of a copy must end in. */
  trustedRoots: readonly Uint8Array[];
  /** Those that the chain of a time stamp must end in. */
  timestampRoots: readonly Uint8Array[];
  /** Which of the issuers' certificates are known to be revoked by now. */
  revocations: () => ValidationData;
  /** Asks anew about them where that is due; to be called every minute or so. */
  refreshTrust(): Promise<void>;
  /** About which certificates nobody answered then, though they name somebody, by their fingerprints. */
  trustFaults(): ReadonlyMap<string, UnavailableFault>;
  /** How many threads make copies. */
  documentThreads: number;
  /** Starts those threads, which otherwise start with the first copy. Rejects with the fault that kept one from it. */
  warmUp(): Promise<void>;
  /** Ends the threads and closes the database. */
  close(): Promise<void>;
}

type Places = Pick<
  Config,
  | 'databaseUrl'
  | 'dataKeyFile'
  | 'documentThreads'
  | 'issuerDir'
  | 'catalogueFile'
  | 'noticeDir'
  | 'fonts'
  | 'secret'
  | 'trust'
  | 'policy'
>;

/** Opens the database, reads every file and publishes the newest service notice of the folder. Faults are one sentence each. */
export async function prepare(config: Places, clock: Clock): Promise<Prepared> {
  const catalogue = await loadCatalogue(config.catalogueFile);
  const [fonts, issuers, notice] = await Promise.all([
    loadFonts(config.fonts),
    loadIssuers(config, catalogue, clock.now()),
    readNewestNotice(config.noticeDir, clock.now()),
  ]);
  const { documentThreads } = config;
  const { keys, seals, signers } = issuers;
  const workers = createDocumentWorkers({ threads: documentThreads, fonts, keys, seals });
  const asked = { settings: config.trust, policy: config.policy.signature };
  const trust = await openTrust({ ...asked, signers, maker: workers, clock, random: systemRandom });
  const watched = watchStorage(await openPublished(config, notice));
  const known = await KnownRevocations.open(watched.storage, issuers.revocationLists);
  const revocations = (): ValidationData => known.now();
  return {
    ...watched,
    catalogue,
    maker: refuseRevoked({ ...trust, revocations }),
    zone: new Zone(config.policy.zone),
    issuers,
    signatureLevel: trust.level,
    trustedRoots: issuers.trustedRoots,
    timestampRoots: trust.timestampRoots,
    revocations,
    refreshTrust: () => trust.refresh().then(() => known.learn(trust.answers())),
    trustFaults: trust.faults,
    documentThreads,
    warmUp: () => workers.ready(),
    close: async () => {
      await workers.close();
      await watched.storage.close();
    },
  };
}

async function openPublished(config: Places, notice: ServiceNotice): Promise<Storage> {
  const storage = await openDatabase(config);
  try {
    await publishNoticeFile(storage, notice);
    return storage;
  } catch (error) {
    await storage.close();
    throw error;
  }
}
