import type { ValidationData } from '../../engine/document/revocation/validation-data.ts';
import { createKeySigner } from '../../engine/document/issuer/key-signer.ts';
import { readPkcs12 } from '../../engine/document/issuer/pkcs12.ts';
import type { Signer } from '../../engine/ports/signer.ts';
import type { TimestampAuthority, ValidationSource } from '../../engine/ports/trust-services.ts';
import { issuerFile, NOW, PASSWORD } from '../document/samples.ts';
import { ocspResponse, revocationList, token } from './answers.ts';
import { AUTHORITY, extension, type Party, party, RESPONDER, SIGNER, sources, TSA } from './pki.ts';

// One key for all: what anything weighs doesn't depend on whose it is.
const { key } = readPkcs12(issuerFile('rsa4096.p12'), PASSWORD);

/** As long as what certificates of public authorities bring along beside the rest. */
const REMARKS = extension('1.3.6.1.4.1.99999.4', Buffer.alloc(222));
const NAMED = [
  ...sources({ ocsp: 'http://ocsp.authority.example.org/', list: 'http://crl.authority.example.org/one.crl' }),
  REMARKS,
];

/** A chain of three, as heavy as keys allow: RSA-4096 throughout. */
interface HeavyChain {
  own: Party;
  authority: Party;
  root: Party;
  responder: Party;
}

function heavyChain(name: string, extensions: readonly Uint8Array[]): HeavyChain {
  const root = party({ name: `${name} Root`, key });
  const authority = party({ name: `${name} Authority`, key, by: root, extensions: [...AUTHORITY, ...NAMED] });
  const own = party({ name, key, by: authority, extensions: [...extensions, ...NAMED] });
  const responder = party({ name: `${name} Responder`, key, by: authority, extensions: RESPONDER });
  return { own, authority, root, responder };
}

const certificatesOf = ({ authority, own, root }: HeavyChain): [Uint8Array, ...Uint8Array[]] => [
  own.certificate,
  authority.certificate,
  root.certificate,
];

const signing = heavyChain('签名 Signer', SIGNER);
const stamping = heavyChain('时间戳 Time Stamps', TSA);

export const HEAVY_SIGNER: Signer = createKeySigner(key, certificatesOf(signing));
export const HEAVY_BASIS = {
  trustedRoots: [signing.root.certificate],
  timestampRoots: [stamping.root.certificate],
  at: NOW,
};

/** As the client answers it: with the certificates below the root. */
export const HEAVY_STAMPS: TimestampAuthority = {
  async stamp(digest) {
    const chain = certificatesOf(stamping);
    return { token: token({ authority: stamping.own, with: chain.slice(0, -1), at: NOW, digest }), chain };
  },
};

/** Responders answer for each certificate but the roots; the authority of the signer's with a list of so many instead. */
export function heavyProofs(listed: number | null): ValidationSource {
  return {
    async dataFor(certificates): Promise<ValidationData> {
      const chain = certificates[0] === HEAVY_SIGNER.chain[0] ? signing : stamping;
      const { authority, own, responder, root } = chain;
      const ofAuthority = ocspResponse({ certificate: authority.certificate, authority: root, at: NOW });
      const ofOwn = ocspResponse({ certificate: own.certificate, authority, responder, at: NOW });
      if (listed === null || chain !== signing) {
        return { certificates, ocspResponses: [ofAuthority, ofOwn], revocationLists: [] };
      }
      const revoked = Array.from({ length: listed }, (_, index) => ({
        certificate: party({ name: `Revoked ${index}` }).certificate,
        at: NOW,
      }));
      return {
        certificates,
        ocspResponses: [ofAuthority],
        revocationLists: [revocationList({ authority, at: NOW, revoked })],
      };
    },
  };
}
