import {
  IssuerFault,
  type IssuerFaultCode,
  MissingGlyphFault,
  SignatureFault,
  SignerFault,
  type SignerFaultCode,
  UnavailableFault,
  UnknownIssuerFault,
  UnusableFaceFault,
} from '../../engine/document/faults.ts';
import type { CertificateFace, EndorsementFace, PlainFace } from '../../engine/document/faces.ts';
import type { MadeCopy, StampRoom, Unavailable } from '../../engine/ports/copy-maker.ts';
import type { SealPicture } from '../../engine/document/seal/seal-picture.ts';
import { never } from '../../engine/result.ts';
import type { IssuerKey } from '../issuers/issuer-key.ts';

/** What a worker is started with. */
export interface WorkerStart {
  /** Fonts, the regular and the bold face first: the path of a file, or bytes in memory that threads share. */
  faces: readonly (string | Uint8Array)[];
  /** Of one issuer, newest first. */
  keys: readonly IssuerKey[];
  /** By the issuer's id. */
  seals: ReadonlyMap<string, SealPicture>;
  keptBases: number | null;
}

export type CopyOrder = { certificate: CertificateFace; room: StampRoom | undefined } & (
  | { kind: 'endorsed'; endorsement: EndorsementFace }
  | { kind: 'plain'; plain: PlainFace }
);

/** What is asked of a worker; `id` comes back with the answer. */
export interface CopyJob {
  id: number;
  order: CopyOrder;
}

export type CopyAnswer = { id: number; copy: MadeCopy } | { id: number; fault: PackedFault };

/** A worker has started, or says why it can't. */
export type WorkerGreeting = { started: true } | { started: false; fault: PackedFault };

/** A fault on its way between threads, which keep no classes. */
export type PackedFault =
  | { kind: 'missing-glyph'; characters: readonly string[] }
  | { kind: 'unusable-face'; detail: string }
  | { kind: 'issuer'; code: IssuerFaultCode; message: string }
  | { kind: 'unknown-issuer'; issuer: string }
  | { kind: 'signature'; message: string }
  | { kind: 'signer'; code: SignerFaultCode; detail: string }
  | { kind: 'unavailable'; code: Unavailable['code']; detail: string }
  | { kind: 'other'; name: string; code: string | null; message: string; stack: string };

/** Something went wrong in a worker that none of the document's faults names. */
export class WorkerFault extends Error {
  readonly code = 'document-thread';
  override readonly name = 'WorkerFault';
  /** For staff, without personal data; `message` may quote what was to be printed. */
  readonly detail: string;

  constructor(message: string, { detail = message, ...options }: ErrorOptions & { detail?: string } = {}) {
    super(message, options);
    this.detail = detail;
  }
}

export function packFault(error: unknown): PackedFault {
  if (error instanceof MissingGlyphFault) return { kind: 'missing-glyph', characters: error.characters };
  if (error instanceof UnusableFaceFault) return { kind: 'unusable-face', detail: error.detail };
  if (error instanceof IssuerFault) return { kind: 'issuer', code: error.code, message: error.message };
  if (error instanceof UnknownIssuerFault) return { kind: 'unknown-issuer', issuer: error.issuer };
  if (error instanceof SignatureFault) return { kind: 'signature', message: error.message };
  if (error instanceof SignerFault) return { kind: 'signer', code: error.code, detail: error.detail };
  if (error instanceof UnavailableFault) return { kind: 'unavailable', code: error.code, detail: error.detail };
  if (error instanceof Error) {
    const code = 'code' in error ? String(error.code) : null;
    return { kind: 'other', name: error.name, code, message: error.message, stack: error.stack ?? '' };
  }
  return { kind: 'other', name: 'Error', code: null, message: String(error), stack: '' };
}

/** The fault that was packed, of the class that callers look for. */
export function unpackFault(fault: PackedFault): Error {
  switch (fault.kind) {
    case 'missing-glyph':
      return new MissingGlyphFault(fault.characters);
    case 'unusable-face':
      return new UnusableFaceFault(fault.detail);
    case 'issuer':
      return new IssuerFault(fault.code, fault.message);
    case 'unknown-issuer':
      return new UnknownIssuerFault(fault.issuer);
    case 'signature':
      return new SignatureFault(fault.message);
    case 'signer':
      return new SignerFault(fault.code, fault.detail);
    case 'unavailable':
      return new UnavailableFault(fault.code, fault.detail);
    case 'other':
      return new WorkerFault(`${fault.name}: ${fault.message}`, {
        cause: fault.stack,
        detail: fault.code ?? fault.name,
      });
    default:
      return never(fault);
  }
}
