import type { CertificateFace, EndorsementFace, PlainFace } from '../document/faces.ts';
import type { Endorsement } from '../endorsement/endorsement.ts';
import type { Scenario } from '../policy/policy.ts';
import type { Catalogue } from '../registry/catalogue.ts';
import { issuerOf, qualificationOf } from '../registry/find-in-catalogue.ts';
import type { Certificate, Holder } from '../registry/holder.ts';

/** What a copy shows of a certificate. Throws CatalogueGap. */
export function certificateFace(holder: Holder, certificate: Certificate, catalogue: Catalogue): CertificateFace {
  const qualification = qualificationOf(catalogue, certificate.qualification);
  const { name, gender, birthMonth, documentType, documentNumber } = holder;
  return {
    holder: { name, gender, birthMonth, documentType, documentNumber },
    qualification: qualification.name,
    level: certificate.level,
    speciality: certificate.speciality,
    managementNumber: certificate.managementNumber,
    approvedOn: certificate.approvedOn,
    issuedOn: certificate.issuedOn,
    issuer: certificate.issuer,
    sealedBy: issuerOf(catalogue, qualification),
  };
}

/** What a copy shows of its endorsement, made at a time and for a verification page. */
export function endorsementFace(
  endorsement: Endorsement,
  scenarios: readonly Scenario[],
  making: PlainFace & { verifyUrl: string },
): EndorsementFace {
  const scenario = scenarios.find(({ code }) => code === endorsement.scenario);
  const { number, askedOn, lastDay, days, verificationCode } = endorsement;
  return {
    ...making,
    number,
    // An operator who takes a scenario away can't unname what was asked for before.
    scenario: scenario?.name ?? { 'zh-CN': endorsement.scenario, en: endorsement.scenario },
    firstDay: askedOn,
    lastDay,
    days,
    verificationCode,
  };
}
