/** Why a person can't do that; `status` is what the person's side answers over HTTP. */
export class PersonError extends Error {
  override readonly name = 'PersonError';
  readonly status: 400 | 404 | 409;

  constructor(status: 400 | 404 | 409, message: string) {
    super(message);
    this.status = status;
  }
}
