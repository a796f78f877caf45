import { instant, type Instant } from '../../time/instant.ts';
import { DerError, type DerValue } from './der-reader.ts';

const UTC_TIME = 0x17;
const GENERALIZED_TIME = 0x18;

const UTC = /^(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z$/;
const GENERALIZED = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d{1,9})?Z$/;

/** The moment of a UTCTime or GeneralizedTime as RFC 5280, 4.1.2.5 and RFC 3161, 2.4.2 allow them. Throws DerError. */
export function readTime({ contents, tag }: DerValue): Instant {
  const text = Buffer.from(contents).toString('latin1');
  if (tag === GENERALIZED_TIME) return moment(GENERALIZED.exec(text));
  if (tag !== UTC_TIME) throw new DerError('no time');
  // Two digits from 50 up are of the last century.
  return moment(UTC.exec(text), (year) => (year < 50 ? 2000 : 1900) + year);
}

function moment(match: RegExpExecArray | null, fullYear = (year: number): number => year): Instant {
  if (!match) throw new DerError('a time that is not in its one form');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const at = Date.UTC(fullYear(year), month - 1, day, hour, minute, second);
  if (Number.isNaN(at) || second > 59 || new Date(at).getUTCDate() !== day) throw new DerError('no such time');
  return instant(at + Math.floor(Number(match[7] ?? 0) * 1000));
}
