import type { Catalogue, Issuer, Qualification } from './catalogue.ts';

/** The registry names something that the operator has since taken out of the catalogue. */
class CatalogueGap extends Error {
  readonly code = 'catalogue-gap';
  /** For staff. */
  readonly detail: string;
  readonly facts: { kind: 'qualification' | 'issuer'; name: string };

  constructor(kind: 'qualification' | 'issuer', name: string) {
    const detail = `the catalogue has no ${kind} "${name}"`;
    super(detail);
    this.detail = detail;
    this.name = 'CatalogueGap';
    this.facts = { kind, name };
  }
}

/** The entry with this code. Throws CatalogueGap. */
export function qualificationOf(catalogue: Catalogue, code: string): Qualification {
  const found = catalogue.qualifications.find((qualification) => qualification.code === code);
  if (!found) throw new CatalogueGap('qualification', code);
  return found;
}

/** Who seals an entry. Throws CatalogueGap. */
export function issuerOf(catalogue: Catalogue, qualification: Qualification): Issuer {
  const found = catalogue.issuers.find((issuer) => issuer.id === qualification.issuer);
  if (!found) throw new CatalogueGap('issuer', qualification.issuer);
  return found;
}
