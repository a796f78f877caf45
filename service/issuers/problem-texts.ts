import { OID } from '../../engine/document/cms/object-identifiers.ts';
import type { ChainFlaw } from '../../engine/document/issuer/inspect-chain.ts';
import type { SealRefusal } from '../../engine/document/seal/seal-refusal.ts';
import { HEAVIEST_SIGNATURE } from '../../engine/document/sign.ts';
import { MOST_AUTHORITIES } from '../../engine/document/verify/chain.ts';
import { LARGEST_CERTIFICATE, MOST_EXTENSIONS } from '../../engine/document/verify/x509.ts';
import { never } from '../../engine/result.ts';

/** What is wrong with a chain, for an operator. */
export function flawText(flaw: ChainFlaw): string {
  const { subject } = flaw;
  switch (flaw.kind) {
    case 'unreadable':
      return `the certificate “${subject}” can't be read by verification (${flaw.why}); leave it out, or ask its authority for one in DER that has at most ${kilobytes(LARGEST_CERTIFICATE)} kB and ${MOST_EXTENSIONS} extensions`;
    case 'unheeded':
      return `the certificate “${subject}” has critical extensions that verification doesn't know: ${flaw.extensions.map(extensionName).join(', ')}; ask its authority for a certificate without them`;
    case 'weakly-signed':
      return `the certificate “${subject}” is signed in a way that isn't trusted any more, such as with MD5 or SHA-1; ask its authority for one signed with SHA-256, SHA-384 or SHA-512`;
    case 'not-for-signing':
      return `the certificate “${subject}” may not sign documents: its key usage lacks digitalSignature and nonRepudiation, or its extended key usage is for servers, code, time stamps or OCSP alone; ask its authority for one that may`;
    case 'not-an-authority':
      return `the certificate “${subject}” vouches for another but is no authority's`;
    case 'too-far-above':
      return `the authority “${subject}” allows fewer authorities below it than there are`;
    case 'unusual-key':
      return `the key of the authority “${subject}” is of a kind that signatures aren't verified by: it must be RSA of 2048 to 8192 bits, P-256, P-384 or P-521`;
    case 'self-signed':
      return `the certificate “${subject}” is signed by itself; it must be signed by an authority`;
    case 'incomplete':
      return `the chain lacks the certificate of “${flaw.missing}”, which signed “${subject}”; add it to the chain or to "roots"`;
    case 'no-way':
      return `verification finds no way from “${subject}” to “${flaw.root}”: ${MOST_AUTHORITIES} authorities may stand above a key's certificate at the most, the root among them`;
    default:
      return never(flaw);
  }
}

function extensionName(type: string): string {
  const name = { [OID.nameConstraints]: 'nameConstraints', [OID.policyConstraints]: 'policyConstraints' }[type];
  return name === undefined ? type : `${type} (${name})`;
}

/** For a key whose certificates and signature have more bytes than a copy has room for. */
export function heavySignatureText(bytes: number): string {
  return `its chain and a signature have ${bytes} bytes together, ${HEAVIEST_SIGNATURE} is the most that a copy has room for; ask for certificates with fewer authorities or smaller keys`;
}

/** Why a file can't be a seal picture, and what would help. */
export function sealRefusalText(refusal: SealRefusal): string {
  switch (refusal.kind) {
    case 'unknown-format':
      return 'is neither SVG nor PNG';
    case 'file-too-large':
      return `has ${kilobytes(refusal.bytes)} kB; ${kilobytes(refusal.most)} kB is the most`;
    case 'too-heavy':
      return `would add ${kilobytes(refusal.bytes)} kB to each copy, ${kilobytes(refusal.most)} kB is the most; simplify it`;
    case 'nothing-drawn':
      return 'draws nothing';
    case 'malformed-xml':
      return `is no well-formed XML (line ${refusal.line})`;
    case 'declarations':
      return `has declarations in its DOCTYPE (line ${refusal.line}); take them out`;
    case 'unsupported-element':
      return `has <${refusal.element}> (line ${refusal.line}), which a seal can't have; ${elementHelp(refusal.element)}`;
    case 'unsupported-attribute':
      return `has ${refusal.attribute} on <${refusal.element}> (line ${refusal.line}), which a seal can't have`;
    case 'bad-value':
      return `has ${refusal.attribute}="${refusal.value}" on <${refusal.element}> (line ${refusal.line}), which isn't understood`;
    case 'damaged-png':
      return 'is a PNG that is damaged';
    case 'interlaced-png':
      return 'is an interlaced PNG; save it without interlacing';
    case 'too-many-pixels':
      return `has ${refusal.width} × ${refusal.height} pixels; ${refusal.most} along a side is the most`;
    default:
      return never(refusal);
  }
}

function elementHelp(element: string): string {
  if (element === 'text') return 'turn texts into paths';
  if (element === 'style') return 'write styles as attributes';
  return 'use paths, basic shapes and plain colours';
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1024);
}
