import { badRequest } from './api-error.ts';

/** A file that came with a multipart request. */
export interface Upload {
  fileName: string;
  bytes: Buffer;
}

/**
 * What a method was given. Clients send the same thing as JSON, as a form or in the query, so numbers, truth values
 * and objects may come as text.
 */
export class Parameters {
  readonly values: Readonly<Record<string, unknown>>;
  readonly uploads: ReadonlyMap<string, Upload>;

  constructor(values: Record<string, unknown>, uploads: ReadonlyMap<string, Upload> = new Map()) {
    this.values = values;
    this.uploads = uploads;
  }

  /** The text of a parameter; '' when it is missing. */
  text(name: string): string {
    const value = this.values[name];
    if (typeof value === 'string') return value;
    return typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
  }

  /** A whole number, `otherwise` when missing or unreadable (as the Bot API does). */
  integer(name: string, otherwise: number): number {
    const text = this.text(name).trim();
    return /^[+-]?\d+$/.test(text) ? Number(text) : otherwise;
  }

  flag(name: string): boolean {
    return /^(?:true|yes|1)$/i.test(this.text(name).trim());
  }

  /** A structured value, sent as it is or as JSON text; undefined when missing. Throws ApiError for broken JSON. */
  json(name: string): unknown {
    const value = this.values[name];
    if (typeof value !== 'string') return value ?? undefined;
    if (value.trim() === '') return undefined;
    try {
      return JSON.parse(value);
    } catch {
      throw badRequest(`can't parse ${name} JSON object`);
    }
  }
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
