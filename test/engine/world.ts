import { createHash } from 'node:crypto';
import type { CertificateFace, EndorsementFace } from '../../engine/document/faces.ts';
import { type EndorsementRequest, requestEndorsement } from '../../engine/endorsement/request-endorsement.ts';
import type { Endorsement, RevocationCause } from '../../engine/endorsement/endorsement.ts';
import { revokeEndorsement } from '../../engine/endorsement/revoke-endorsement.ts';
import { type Generated, generateNext } from '../../engine/generation/generate-copy.ts';
import { newId } from '../../engine/ids.ts';
import { DEFAULT_POLICY, type Policy, type SignatureLevel } from '../../engine/policy/policy.ts';
import type { CopyMaker, MadeCopy, Unavailable } from '../../engine/ports/copy-maker.ts';
import type { Account } from '../../engine/ports/account.ts';
import type { Storage } from '../../engine/ports/storage.ts';
import type { Catalogue, Issuer, Qualification } from '../../engine/registry/catalogue.ts';
import type { Certificate, Holder, YearMonth } from '../../engine/registry/holder.ts';
import { Zone } from '../../engine/time/instant.ts';
import { FixedClock } from '../fakes/fixed-clock.ts';
import { seededRandom } from '../fakes/seeded-random.ts';
import { openTestStorage } from '../fakes/test-storage.ts';
import { day } from './arbitraries.ts';

const MINISTRY: Issuer = {
  id: 'ministry',
  name: { 'zh-CN': '示范部', en: 'Demonstration Ministry' },
  contact: { 'zh-CN': '010-00000000', en: '+86 10 0000 0000' },
  specimen: true,
};
const PHARMACIST: Qualification = {
  code: 'licensed-pharmacist',
  name: { 'zh-CN': '执业药师', en: 'Licensed Pharmacist' },
  aliases: [],
  levels: [],
  issuer: 'ministry',
  plainBefore: null,
};
export const AUCTIONEER: Qualification = {
  ...PHARMACIST,
  code: 'auctioneer',
  name: { 'zh-CN': '拍卖师', en: 'Auctioneer' },
  plainBefore: day('2021-12-17'),
};
const CATALOGUE: Catalogue = { version: '1', qualifications: [PHARMACIST, AUCTIONEER], issuers: [MINISTRY] };

export function holderNamed(id: string, over: Partial<Holder> = {}): Holder {
  return {
    id,
    name: '欧阳娜娜',
    gender: 'female',
    birthMonth: '1949-12' as YearMonth,
    documentType: 'resident-identity-card',
    documentNumber: '11010519491231002X',
    phone: '8613800138000',
    ...over,
  };
}

export function certificateOf(holderId: string, id: string, over: Partial<Certificate> = {}): Certificate {
  return {
    id,
    holderId,
    qualification: 'licensed-pharmacist',
    level: null,
    speciality: null,
    managementNumber: `M-${id}`,
    approvedOn: day('2022-10-01'),
    issuedOn: day('2022-12-01'),
    issuer: '示范部',
    status: 'valid',
    ...over,
  };
}

/** Makes a copy out of the number of its endorsement; `before` may hold it up or fail it. */
export class FakeMaker implements CopyMaker {
  made = 0;
  /** Of what it makes. */
  level: SignatureLevel | undefined;
  lowered: Unavailable | undefined;
  faces: { certificate: CertificateFace; endorsement: EndorsementFace }[] = [];
  before: () => Promise<void> = async () => undefined;

  async makeCopy(certificate: CertificateFace, endorsement: EndorsementFace): Promise<MadeCopy> {
    await this.before();
    this.made += 1;
    this.faces.push({ certificate, endorsement });
    return {
      ...madeOf(`copy ${endorsement.number} attempt ${this.made}`),
      ...(this.level && { level: this.level }),
      ...(this.lowered && { lowered: this.lowered }),
    };
  }

  async makePlainCopy(certificate: CertificateFace): Promise<MadeCopy> {
    return madeOf(`plain copy ${certificate.managementNumber}`);
  }

  missingCharacters(): string[] {
    return [];
  }
}

interface WorldOptions {
  /** A database file; in memory when left out. */
  url?: string;
  policy?: Policy;
  /** Puts something between the engine and the database. */
  wrap?: (storage: Storage) => Storage;
}

/** A service with one linked holder, `h1` by account `a1`, who has the certificate `c1`, at 9:00 on 2026-11-20. */
export class World {
  readonly storage: Storage;
  readonly clock = new FixedClock();
  readonly random;
  readonly zone: Zone;
  readonly policy: Policy;
  readonly catalogue = CATALOGUE;
  readonly maker = new FakeMaker();
  readonly faults: unknown[] = [];
  #keys = 0;

  private constructor(storage: Storage, policy: Policy) {
    this.storage = storage;
    this.policy = policy;
    this.zone = new Zone(policy.zone);
    this.random = seededRandom('world');
  }

  static async open({ url, policy = DEFAULT_POLICY, wrap = (storage) => storage }: WorldOptions = {}): Promise<World> {
    const world = new World(wrap(await openTestStorage(url)), policy);
    await world.addHolder(holderNamed('h1'), [certificateOf('h1', 'c1')]);
    await world.addAccount('a1');
    await world.link('a1', 'h1');
    return world;
  }

  async addHolder(holder: Holder, certificates: Certificate[] = []): Promise<void> {
    await this.storage.transact(async (tx) => {
      await tx.holders.insertMany([holder]);
      if (certificates.length > 0) await tx.certificates.insertMany(certificates);
    });
  }

  async addAccount(id: string, over: Partial<Account> = {}): Promise<void> {
    const account: Account = {
      id,
      userId: Number.parseInt(createHash('sha256').update(id).digest('hex').slice(0, 10), 16),
      language: 'zh-CN',
      languageChosen: false,
      remindersMuted: false,
      verificationsMuted: false,
      blockedAt: null,
      createdAt: this.clock.now(),
    };
    await this.storage.transact((tx) => tx.accounts.insert({ ...account, ...over }));
  }

  async link(accountId: string, holderId: string): Promise<void> {
    const linkedAt = this.clock.now();
    const id = newId(this.random);
    await this.storage.transact((tx) =>
      tx.links.insert({ id, accountId, holderId, proof: 'contact', linkedAt, endedAt: null, endedBecause: null }),
    );
  }

  ask(over: Partial<EndorsementRequest> = {}): EndorsementRequest {
    this.#keys += 1;
    return {
      now: this.clock.now(),
      accountId: 'a1',
      holderId: 'h1',
      certificateId: 'c1',
      scenario: 'self-use',
      validity: { days: 90 },
      requestKey: `key-${this.#keys}`,
      progressMessageId: null,
      ...over,
    };
  }

  request(over: Partial<EndorsementRequest> = {}) {
    const ask = this.ask(over);
    return this.storage.transact((tx) => requestEndorsement(tx, this, ask));
  }

  /** Asks for an endorsement that must be granted. */
  async requested(over: Partial<EndorsementRequest> = {}): Promise<Endorsement> {
    const result = await this.request(over);
    if (!result.ok) throw new Error(`refused: ${result.refusal.kind}`);
    return result.value.endorsement;
  }

  /** Asks for an endorsement and has its copy made. */
  async valid(over: Partial<EndorsementRequest> = {}): Promise<Endorsement> {
    const { id } = await this.requested(over);
    const generated = await this.generate();
    if (generated !== 'made') throw new Error(`generation: ${generated}`);
    return this.endorsement(id);
  }

  /** Has an endorsement revoked, by its holder unless said otherwise. */
  revoke(endorsementId: string, over: { holderId?: string | null; cause?: RevocationCause } = {}) {
    const { holderId = 'h1', cause = 'holder' } = over;
    const ask = { now: this.clock.now(), accountId: 'a1', holderId, endorsementId, cause };
    return this.storage.transact((tx) => revokeEndorsement(tx, this, ask));
  }

  generate(): Promise<Generated> {
    return generateNext({
      storage: this.storage,
      clock: this.clock,
      policy: this.policy,
      zone: this.zone,
      catalogue: this.catalogue,
      maker: this.maker,
      verifyUrl: (code) => `https://example.org/v/${code}`,
      onFault: (fault) => this.faults.push(fault),
    });
  }

  async endorsement(id: string): Promise<Endorsement> {
    const endorsement = await this.storage.transact((tx) => tx.endorsements.get(id));
    if (!endorsement) throw new Error(`no endorsement ${id}`);
    return endorsement;
  }

  /** What the holder bot would send next, at most one item of each chat. */
  async queued() {
    const due = await this.storage.transact((tx) => tx.outbox.due('holder', this.clock.now(), 1000));
    return due.map(({ key, accountId, message, priority }) => ({ key, accountId, message, priority }));
  }

  alerts() {
    return this.storage.transact((tx) => tx.alerts.open());
  }

  async journal(holderId = 'h1'): Promise<string[]> {
    const entries = await this.storage.transact((tx) => tx.journal.ofHolder(holderId, 1000));
    return entries.map(({ kind }) => kind);
  }
}

function madeOf(text: string): MadeCopy {
  const bytes = new TextEncoder().encode(text);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') };
}
