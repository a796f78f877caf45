import type { PersonalData } from './personal-data.ts';

/** A column that holds sealed JSON values of one type. */
export class SealedColumn<T> {
  readonly #personal: PersonalData;
  readonly #table: string;
  readonly #column: string;

  constructor(personal: PersonalData, table: string, column: string) {
    this.#personal = personal;
    this.#table = table;
    this.#column = column;
  }

  seal(row: string, value: T): Uint8Array {
    return this.#personal.seal(this.#place(row), Buffer.from(JSON.stringify(value)));
  }

  open(row: string, sealed: Uint8Array): T {
    // GCM vouches that `seal` of this very column made it, hence its type.
    return JSON.parse(Buffer.from(this.#personal.open(this.#place(row), sealed)).toString()) as T;
  }

  #place(row: string): { table: string; column: string; row: string } {
    return { table: this.#table, column: this.#column, row };
  }
}
