import type { Endorsement } from '../../endorsement/endorsement.ts';
import type { Certificate, Holder } from '../../registry/holder.ts';
import type { PlainCopy } from './endorsement-stores.ts';

/** What was issued, with the certificate that it is about and the holder whose name it shows. */
export interface Issued<Copy> {
  copy: Copy;
  certificate: Certificate;
  holder: Holder;
}

/** Finds what a third party asks for by one question to the database, and so in one state of it. */
export interface IssuedStore {
  byCode(code: string): Promise<Issued<Endorsement> | undefined>;
  byNumber(number: string): Promise<Issued<Endorsement> | undefined>;
  bySha256(sha256: string): Promise<Issued<Endorsement> | undefined>;
  plainBySha256(sha256: string): Promise<Issued<PlainCopy> | undefined>;
}
