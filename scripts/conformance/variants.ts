import type { CopyMaker } from '../../engine/ports/copy-maker.ts';
import type { CertificateFace } from '../../engine/document/faces.ts';
import type { FontFaces } from '../../engine/document/font/font-faces.ts';
import { createDocumentMaker } from '../../engine/document/maker.ts';
import { groupVerificationCode } from '../../engine/ids.ts';
import { loadFonts } from '../../service/documents/load-fonts.ts';
import { systemClock } from '../../service/system.ts';
import { furtherFaces } from '../../test/document/fonts/further-faces.ts';
import {
  CERTIFICATE,
  ENDORSEMENT,
  GENUINE,
  type IssuerName,
  issuerFile,
  LONGEST,
  PLAIN,
  RARE,
  RAREST,
  sealedBy,
  signer,
} from '../../test/document/samples.ts';
import { makerAt } from '../../test/trust/stamping.ts';
import { startTrustServers } from '../../test/trust/trust-servers.ts';
import type { Document } from './document.ts';

/** How a document of the set is made. */
export interface Variant extends Pick<Document, 'name' | 'level' | 'texts'> {
  make: () => Promise<Made>;
}

interface Made {
  bytes: Uint8Array;
  /** The certificates that its signatures go back to, in DER. */
  roots: readonly Uint8Array[];
}

const ISSUERS: readonly IssuerName[] = ['demonstration', 'rsa3072', 'rsa4096', 'p256', 'p384'];
const DEMONSTRATION_ROOT = issuerFile('demonstration-root.der');
const TEST_ROOT = issuerFile('test-root.der');

/** Every document of the set; one that needs a face that isn't installed is left out. */
export async function allVariants(): Promise<readonly Variant[]> {
  const further = furtherFaces().flatMap(([, files]) => files);
  const fonts = await loadFonts(further);
  const maker = makerWith(fonts);
  const rarest = further.length > 0 ? [endorsed(maker, 'rarest characters', RAREST)] : [];
  return [...atLevelBB(maker), ...rarest, ...STAMPED];
}

const STAMPED = [
  stamped('time stamp', 'B-T', CERTIFICATE),
  stamped('validation data', 'B-LT', CERTIFICATE),
  stamped('longest values with validation data', 'B-LT', LONGEST),
];

function atLevelBB(maker: CopyMaker): Variant[] {
  const holder = { ...CERTIFICATE.holder, gender: null, birthMonth: null };
  const bare = { ...CERTIFICATE, holder, level: null, speciality: null };
  return [
    endorsed(maker, 'RSA-2048', CERTIFICATE),
    endorsed(maker, 'RSA-3072', sealedBy(CERTIFICATE, 'rsa3072'), TEST_ROOT),
    endorsed(maker, 'RSA-4096', sealedBy(CERTIFICATE, 'rsa4096'), TEST_ROOT),
    endorsed(maker, 'P-256', sealedBy(CERTIFICATE, 'p256'), TEST_ROOT),
    endorsed(maker, 'P-384', sealedBy(CERTIFICATE, 'p384'), TEST_ROOT),
    endorsed(maker, 'longest values', LONGEST),
    endorsed(maker, 'rare characters', RARE),
    endorsed(maker, 'no optional field', bare),
    endorsed(maker, 'no specimen', { ...LONGEST, sealedBy: GENUINE }),
    plain(maker, 'plain', CERTIFICATE),
    plain(maker, 'plain, no specimen', { ...CERTIFICATE, sealedBy: GENUINE }),
  ];
}

function endorsed(maker: CopyMaker, name: string, certificate: CertificateFace, root = DEMONSTRATION_ROOT): Variant {
  const texts = [
    ...textsOf(certificate),
    '本人调用',
    ENDORSEMENT.number,
    groupVerificationCode(ENDORSEMENT.verificationCode),
  ];
  const make = async (): Promise<Made> => ({ ...(await maker.makeCopy(certificate, ENDORSEMENT)), roots: [root] });
  return { name, level: 'B-B', texts, make };
}

/** By local trust services, and made now: some tools judge time stamps by the machine's clock. */
function stamped(name: string, level: 'B-T' | 'B-LT', certificate: CertificateFace): Variant {
  const make = async (): Promise<Made> => {
    const servers = await startTrustServers({ now: () => systemClock.now() });
    const maker = makerAt(level, servers, { clock: systemClock });
    const { bytes } = await maker.makeCopy(certificate, { ...ENDORSEMENT, madeAt: systemClock.now() });
    await servers.close();
    return { bytes, roots: [servers.root.certificate, servers.timestampRoot.certificate] };
  };
  return { name, level, texts: textsOf(certificate), make };
}

function plain(maker: CopyMaker, name: string, certificate: CertificateFace): Variant {
  const make = async (): Promise<Made> => ({
    ...(await maker.makePlainCopy(certificate, PLAIN)),
    roots: [DEMONSTRATION_ROOT],
  });
  return { name, level: 'B-B', texts: [...textsOf(certificate), '本证书无需加注'], make };
}

// A reader may give a text in parts, where its face changes.
function textsOf({ holder, managementNumber, qualification, speciality }: CertificateFace): string[] {
  return [...holder.name, ...(speciality ?? ''), holder.documentNumber, managementNumber, qualification['zh-CN']];
}

function makerWith(fonts: FontFaces): CopyMaker {
  return createDocumentMaker({ fonts, signers: new Map(ISSUERS.map((name) => [name as string, signer(name)])) });
}
