/** The issuers can't be used as they are configured; `message` names every mistake. */
export class IssuerFileFault extends Error {
  override readonly name = 'IssuerFileFault';
}
