import type { Transaction } from '../../ports/storage.ts';
import type { Holder } from '../../registry/holder.ts';
import { type MaskedHolder, maskHolder } from './mask-holder.ts';
import type { HolderSearch } from './read-search.ts';

/** What a search came to; `by` is what the text turned out to mean. */
export type FoundHolders =
  | { by: 'endorsement'; holders: [MaskedHolder]; endorsementId: string; about: string }
  | { by: 'management-number'; holders: [MaskedHolder]; certificateId: string; about: string }
  /** More than one are namesakes whose numbers end alike; `more` when there are more than are listed. */
  | { by: 'person'; holders: MaskedHolder[]; more: boolean };

/** Nobody has that number, or nobody of that name has a document that ends so: nobody learns which. */
export interface NobodyFound {
  by: 'nothing';
}

const MOST = 8;

/** Finds the holders whom a search is about, masked. The first thing that the text can mean and that exists counts. */
export async function findHolders(tx: Transaction, search: HolderSearch): Promise<FoundHolders | NobodyFound> {
  return (await byEndorsement(tx, search)) ?? (await byCertificate(tx, search)) ?? byPerson(tx, search);
}

async function byEndorsement(tx: Transaction, { reference }: HolderSearch): Promise<FoundHolders | undefined> {
  if (!reference) return undefined;
  const endorsement =
    reference.kind === 'code'
      ? await tx.endorsements.findByVerificationCode(reference.code)
      : await tx.endorsements.findByNumber(reference.number);
  if (!endorsement) return undefined;
  const { id, holderId, number } = endorsement;
  return { by: 'endorsement', holders: [await holderOf(tx, holderId)], endorsementId: id, about: number };
}

async function byCertificate(tx: Transaction, { managementNumber }: HolderSearch): Promise<FoundHolders | undefined> {
  const [certificate] = await tx.certificates.findByManagementNumbers([managementNumber]);
  if (!certificate) return undefined;
  const holders: [MaskedHolder] = [await holderOf(tx, certificate.holderId)];
  return { by: 'management-number', holders, certificateId: certificate.id, about: certificate.managementNumber };
}

async function byPerson(tx: Transaction, { person }: HolderSearch): Promise<FoundHolders | NobodyFound> {
  const found: Holder[] = person ? await tx.holders.search(person, MOST + 1) : [];
  if (found.length === 0) return { by: 'nothing' };
  return { by: 'person', holders: found.slice(0, MOST).map(maskHolder), more: found.length > MOST };
}

async function holderOf(tx: Transaction, id: string): Promise<MaskedHolder> {
  const holder = await tx.holders.get(id);
  if (!holder) throw new Error(`holder ${id} is gone, though something is theirs`);
  return maskHolder(holder);
}
