import type { Endorsement } from '../endorsement/endorsement.ts';
import type { Policy } from '../policy/policy.ts';
import type { PlainCopy } from '../ports/stores/endorsement-stores.ts';
import type { Issued } from '../ports/stores/issued-store.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import { maskName } from '../registry/mask.ts';
import type { CopyView, EndorsedCopyView, ValidityView } from './issued-verdict.ts';

export interface ViewDeps {
  catalogue: Catalogue;
  policy: Pick<Policy, 'scenarios'>;
}

export function viewEndorsed(deps: ViewDeps, issued: Issued<Endorsement>): EndorsedCopyView {
  const { scenario: code, generatedAt: madeAt } = issued.copy;
  const scenario = deps.policy.scenarios.find((one) => one.code === code)?.name ?? { 'zh-CN': code, en: code };
  return { kind: 'endorsed', ...glimpseOf(deps, issued), scenario, ...viewValidity(issued.copy), madeAt };
}

export function viewPlain(deps: ViewDeps, issued: Issued<PlainCopy>): CopyView {
  return { kind: 'plain', ...glimpseOf(deps, issued), madeAt: issued.copy.madeAt };
}

export function viewValidity({ askedOn, lastDay, number }: Endorsement): ValidityView {
  return { number, firstDay: askedOn, lastDay };
}

// The holder is whose name the copy shows; the certificate may be with that of a corrected document by now.
function glimpseOf({ catalogue }: ViewDeps, { certificate, holder }: Issued<unknown>) {
  const { issuer, level, qualification: code } = certificate;
  const found = catalogue.qualifications.find((one) => one.code === code);
  // A stranger's question isn't the place to notice that the operator took an entry out of the catalogue.
  const qualification = found?.name ?? { 'zh-CN': code, en: code };
  return { maskedName: maskName(holder.name), qualification, level, issuer };
}
