import type { Endorsement } from '../endorsement/endorsement.ts';
import type { Policy } from '../policy/policy.ts';
import type { PlainCopy } from '../ports/endorsement-stores.ts';
import type { VerificationStores } from '../ports/verification-stores.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import type { Certificate } from '../registry/holder.ts';
import { maskName } from '../registry/mask.ts';
import type { CopyView, EndorsedCopyView, ValidityView } from './issued-verdict.ts';

export interface ViewDeps {
  catalogue: Catalogue;
  policy: Pick<Policy, 'scenarios'>;
}

export async function viewEndorsed(
  tx: VerificationStores,
  deps: ViewDeps,
  endorsement: Endorsement,
  certificate: Certificate,
): Promise<EndorsedCopyView> {
  const { scenario: code, holderId, generatedAt: madeAt } = endorsement;
  const scenario = deps.policy.scenarios.find((one) => one.code === code)?.name ?? { 'zh-CN': code, en: code };
  const glimpse = await glimpseOf(tx, deps, certificate, holderId);
  return { kind: 'endorsed', ...glimpse, scenario, ...viewValidity(endorsement), madeAt };
}

export async function viewPlain(
  tx: VerificationStores,
  deps: ViewDeps,
  certificate: Certificate,
  { holderId, madeAt }: PlainCopy,
): Promise<CopyView> {
  return { kind: 'plain', ...(await glimpseOf(tx, deps, certificate, holderId)), madeAt };
}

export function viewValidity({ askedOn, lastDay, number }: Endorsement): ValidityView {
  return { number, firstDay: askedOn, lastDay };
}

// `holderId` is whose name the copy shows; the certificate may be with the holder of a corrected document by now.
async function glimpseOf(tx: VerificationStores, { catalogue }: ViewDeps, certificate: Certificate, holderId: string) {
  const { issuer, level, qualification: code } = certificate;
  const holder = await tx.holders.get(holderId);
  const found = catalogue.qualifications.find((one) => one.code === code);
  // A stranger's question isn't the place to notice that the operator took an entry out of the catalogue.
  const qualification = found?.name ?? { 'zh-CN': code, en: code };
  return { maskedName: maskName(holder?.name ?? ''), qualification, level, issuer };
}
