import type { YearMonth } from '../../registry/holder.ts';
import type { CivilDate } from '../../time/civil-date.ts';
import { DAY_MS, instant, type Instant, MINUTE_MS, Zone } from '../../time/instant.ts';

/** What a text can be added to in parts. */
interface Parts {
  add: (text: string, from: number, to: number) => void;
}

/** `2026年2月9日`. */
export function chineseDate(date: CivilDate): string {
  let text = '';
  addChineseDate({ add: (part, from, to) => (text += part.slice(from, to)) }, date);
  return text;
}

/** The same, part by part: to make a text of them takes longer than to set it. */
export function addChineseDate(parts: Parts, date: CivilDate): void {
  parts.add(date, 0, 4);
  parts.add('年', 0, 1);
  parts.add(date, date[5] === '0' ? 6 : 5, 7);
  parts.add('月', 0, 1);
  parts.add(date, date[8] === '0' ? 9 : 8, 10);
  parts.add('日', 0, 1);
}

/** `2026年2月`. */
export function chineseMonth(month: YearMonth): string {
  return `${month.slice(0, 4)}年${unpadded(month.slice(5))}月`;
}

/** A moment as wall clocks in a zone show it, to the second. */
export interface ZonedTime {
  /** `2026-11-22` */
  date: string;
  /** `18:52:07` */
  time: string;
  /** `+08:00` */
  offset: string;
}

/** Throws RangeError when `zone` is not an IANA zone. */
export function zonedTime(at: Instant, zone: string): ZonedTime {
  const minutes = Math.round(zoneNamed(zone).offset(at) / MINUTE_MS);
  const wall = at + minutes * MINUTE_MS;
  const day = Math.floor(wall / DAY_MS);
  return { date: dateOf(day), time: clockTime(wall - day * DAY_MS), offset: offsetOf(minutes) };
}

const HOUR_MINUTES = 60;
const TWO = Array.from({ length: HOUR_MINUTES }, (_, value) => String(value).padStart(2, '0'));

function clockTime(ms: number): string {
  const minutes = Math.floor(ms / MINUTE_MS);
  const seconds = Math.floor((ms % MINUTE_MS) / 1000);
  return `${two(Math.floor(minutes / HOUR_MINUTES))}:${two(minutes % HOUR_MINUTES)}:${two(seconds)}`;
}

function offsetOf(minutes: number): string {
  const ahead = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(ahead / HOUR_MINUTES))}:${two(ahead % HOUR_MINUTES)}`;
}

let lastDate = { day: Number.NaN, date: '' };

// Copies that are made after each other are made on the same day, and a Date takes longer to write it than the rest does.
function dateOf(day: number): string {
  if (lastDate.day !== day) lastDate = { day, date: new Date(day * DAY_MS).toISOString().slice(0, 10) };
  return lastDate.date;
}

/** As XMP writes it, `2026-11-22T18:52:07+08:00` (ISO 16684-1, 8.2.1.2). */
export function xmpDate({ date, time, offset }: ZonedTime): string {
  return `${date}T${time}${offset}`;
}

/** As PDF writes it, `D:20261122185207+08'00'` (ISO 32000-1, 7.9.4). */
export function pdfDate({ date, time, offset }: ZonedTime): string {
  const day = date.slice(0, 4) + date.slice(5, 7) + date.slice(8);
  const clock = time.slice(0, 2) + time.slice(3, 5) + time.slice(6);
  return `D:${day}${clock}${offset.slice(0, 3)}'${offset.slice(4)}'`;
}

/** The moment that `pdfDate` wrote, to the second; undefined when the text isn't of that form. */
export function parsePdfDate(text: string): Instant | undefined {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)([+-])(\d\d)'(\d\d)'$/.exec(text);
  if (!match) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map(Number);
  const offset = (Number(match[8]) * 60 + Number(match[9])) * (match[7] === '-' ? -60_000 : 60_000);
  return instant(Date.UTC(year, month - 1, day, hour, minute, second) - offset);
}

const zones = new Map<string, Zone>();

/** One for each name, because it takes a while to make and knows more with time. */
function zoneNamed(name: string): Zone {
  const known = zones.get(name) ?? new Zone(name);
  zones.set(name, known);
  return known;
}

function unpadded(digits: string): string {
  return digits.startsWith('0') ? digits.slice(1) : digits;
}

function two(value: number): string {
  return TWO[value] ?? '';
}
