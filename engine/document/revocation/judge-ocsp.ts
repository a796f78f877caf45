import { done, refused, type Result } from '../../result.ts';
import { same } from '../cms/bytes.ts';
import { DerReader } from '../cms/der-reader.ts';
import { isSignedBy } from '../cms/signature-algorithm.ts';
import { vouches, validAt } from '../verify/chain.ts';
import { keyHash, type ReadCertificate, readCertificate } from '../verify/x509.ts';
import { certificateId } from './ocsp-request.ts';
import { type OcspResponse, readOcspResponse } from './read-ocsp.ts';
import { type Issued, nextUpdateOf, type RevocationFinding, type RevocationRefusal } from './revocation-finding.ts';

const SEQUENCE = 0x30;

/**
 * What an OCSP response says of a certificate (RFC 6960, 3.2). `nonce` is the one that was asked with: a response may
 * leave it out, but not have another. Never throws on account of the response.
 */
export function judgeOcsp(
  bytes: Uint8Array,
  issued: Issued,
  nonce: Uint8Array | null = null,
): Result<RevocationFinding, RevocationRefusal> {
  try {
    const response = readOcspResponse(bytes);
    return response ? judge(response, issued, nonce) : refused('unsuccessful');
  } catch {
    return refused('malformed');
  }
}

function judge(
  response: OcspResponse,
  issued: Issued,
  nonce: Uint8Array | null,
): Result<RevocationFinding, RevocationRefusal> {
  const answer = response.answers.find(({ certificateId: { digest, rest } }) => same(rest, namesOf(issued, digest)));
  if (!answer) return refused('wrong-certificate');
  if (nonce !== null && response.nonce !== null && !same(nonce, response.nonce)) return refused('wrong-nonce');
  const responder = findResponder(response, issued.authority);
  if (!responder) return refused('wrong-authority');
  const { algorithm, signature, signed } = response;
  if (!isSignedBy({ algorithm, signature, signed, key: responder.x509.publicKey })) return refused('signature-wrong');
  const { status, thisUpdate } = answer;
  if (status === 'unknown') return refused('unknown');
  const nextUpdate = nextUpdateOf(thisUpdate, answer.nextUpdate);
  return done({ revokedAt: status === 'good' ? null : status.revokedAt, thisUpdate, nextUpdate });
}

// All of CertID but its algorithm, whose parameters are written in two ways.
function namesOf(issued: Issued, digest: 'sha1' | 'sha256'): Uint8Array {
  const id = new DerReader(certificateId(issued, digest)).enter(SEQUENCE);
  id.next();
  return id.remaining();
}

// The authority itself, or one that it named for this and whose own revocation needs no look (4.2.2.2).
function findResponder(response: OcspResponse, authority: ReadCertificate): ReadCertificate | undefined {
  const isResponder = (one: ReadCertificate): boolean => {
    const { responder } = response;
    return 'name' in responder ? same(one.subject, responder.name) : same(keyHash(one, 'sha1'), responder.keyHash);
  };
  if (isResponder(authority)) return authority;
  return response.certificates
    .map(readCertificate)
    .find(
      (one) =>
        isResponder(one) &&
        one.signsOcsp &&
        one.ocspNoCheck &&
        validAt(one, response.producedAt) &&
        vouches(authority, one),
    );
}
