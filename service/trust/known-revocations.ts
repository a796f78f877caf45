import { createHash } from 'node:crypto';
import { distinct, same } from '../../engine/document/cms/bytes.ts';
import { judgeCrl } from '../../engine/document/revocation/judge-crl.ts';
import { judgeOcsp } from '../../engine/document/revocation/judge-ocsp.ts';
import type { ValidationData } from '../../engine/document/revocation/validation-data.ts';
import { validAt } from '../../engine/document/verify/chain.ts';
import type { Storage, Transaction } from '../../engine/ports/storage.ts';
import type { KnownRevocation } from '../../engine/ports/stores/revocation-store.ts';
import type { RevocationAnswer } from './validation-keeper.ts';

/**
 * Which certificates that copies rest on are known to be revoked: by what their authorities answered, now or before the
 * last start, and by lists that the operator keeps. What says that a certificate is good is not among it.
 */
export class KnownRevocations {
  readonly #storage: Storage;
  readonly #lists: readonly Uint8Array[];
  #known: readonly KnownRevocation[];
  #now: ValidationData;

  private constructor(storage: Storage, lists: readonly Uint8Array[], known: readonly KnownRevocation[]) {
    this.#storage = storage;
    this.#lists = lists;
    this.#known = known;
    this.#now = validationDataOf(known, lists);
  }

  /** `lists` are the operator's, in DER. */
  static async open(storage: Storage, lists: readonly Uint8Array[]): Promise<KnownRevocations> {
    return new KnownRevocations(storage, lists, await storage.transact((tx) => tx.revocations.all()));
  }

  /** As verification takes it: the same object until there is news. */
  now(): ValidationData {
    return this.#now;
  }

  /** Keeps what speaks of a revocation, and forgets one that its authority has lifted since (RFC 5280, 5.3.1: a hold). */
  async learn(answers: readonly RevocationAnswer[]): Promise<void> {
    const known = new Map(this.#known.map((revocation) => [revocation.certificate, revocation]));
    const latest = latestOfEach(answers).filter((answer) => isNews(answer, known.get(nameOf(answer))));
    const news = latest.filter(({ finding }) => finding.revokedAt !== null).map(revocationOf);
    const gone = latest.filter(isLifted).map(nameOf);
    if (news.length + gone.length === 0) return;
    this.#known = await this.#storage.transact(async (tx) => {
      for (const revocation of news) await tx.revocations.put(revocation);
      for (const certificate of gone) await tx.revocations.remove(certificate);
      return tx.revocations.all();
    });
    this.#now = validationDataOf(this.#known, this.#lists);
  }
}

/** The same for whoever verifies once. */
export async function readKnownRevocations(tx: Transaction, lists: readonly Uint8Array[]): Promise<ValidationData> {
  return validationDataOf(await tx.revocations.all(), lists);
}

function validationDataOf(known: readonly KnownRevocation[], lists: readonly Uint8Array[]): ValidationData {
  const proofs = (wanted: KnownRevocation['kind']): Uint8Array[] =>
    known.filter(({ kind }) => kind === wanted).map(({ proof }) => proof);
  // One list may speak of several certificates.
  const revocationLists = distinct([...proofs('list'), ...lists]);
  return { certificates: [], ocspResponses: proofs('ocsp'), revocationLists };
}

// A certificate in the chains of several keys is asked about for each.
function latestOfEach(answers: readonly RevocationAnswer[]): RevocationAnswer[] {
  const oldestFirst = [...answers].sort((one, other) => one.finding.thisUpdate - other.finding.thisUpdate);
  return [...new Map(oldestFirst.map((answer) => [nameOf(answer), answer])).values()];
}

function revocationOf({ bytes: proof, kind, ...answer }: RevocationAnswer): KnownRevocation {
  return { certificate: nameOf(answer), kind, proof };
}

function nameOf({ issued }: Pick<RevocationAnswer, 'issued'>): string {
  return createHash('sha256').update(issued.certificate.raw).digest('hex');
}

// A list of before, or an answer of before that somebody sends again, may still be of today and say that all is well.
function isNews({ bytes, finding, issued }: RevocationAnswer, known: KnownRevocation | undefined): boolean {
  if (!known) return finding.revokedAt !== null;
  if (same(known.proof, bytes)) return false;
  const judged = known.kind === 'ocsp' ? judgeOcsp(known.proof, issued) : judgeCrl(known.proof, issued);
  return !judged.ok || finding.thisUpdate > judged.value.thisUpdate;
}

// Of a certificate that has ended, authorities answer as they like: a list may leave it out (RFC 5280, 3.3).
function isLifted({ finding: { revokedAt, thisUpdate }, issued }: RevocationAnswer): boolean {
  return revokedAt === null && validAt(issued.certificate, thisUpdate);
}
