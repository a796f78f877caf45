import type { FirstDocument } from './first-document.ts';
import type { LongRun } from './long-run.ts';

/** Medians of slices: documents, or bare signatures, per second. */
export interface Seen {
  rawRsa2048: number;
  rsa2048: number;
  rawRsa3072: number;
  rsa3072: number;
  rawP256: number;
  p256: number;
  oneThread: number;
  twoThreads: number;
  usual: number;
}

export interface Findings {
  rates: Seen;
  longRun: LongRun;
  first: FirstDocument;
}

/** A table for people, and as its last line the same for programs. */
export function report(findings: Findings): string {
  return `${table(findings)}\n${JSON.stringify(summary(findings))}\n`;
}

function table({ first, longRun, rates }: Findings): string {
  const of = (issued: number, raw: number): string => `${(issued / raw).toFixed(2)} of the bare signature`;
  const rows: [string, string, string][] = [
    ['bare RSA-2048 signature', perSecond(rates.rawRsa2048), ''],
    ['endorsed copy, RSA-2048', perSecond(rates.rsa2048), of(rates.rsa2048, rates.rawRsa2048)],
    ['bare RSA-3072 signature', perSecond(rates.rawRsa3072), ''],
    ['endorsed copy, RSA-3072', perSecond(rates.rsa3072), of(rates.rsa3072, rates.rawRsa3072)],
    ['bare P-256 signature', perSecond(rates.rawP256), ''],
    ['endorsed copy, P-256', perSecond(rates.p256), of(rates.p256, rates.rawP256)],
    ['pdf-lib, fontkit, @signpdf', perSecond(rates.usual), `${times(rates.rsa2048, rates.usual)} for ours`],
    ['one worker thread', perSecond(rates.oneThread), 'RSA-2048'],
    ['two worker threads', perSecond(rates.twoThreads), `${times(rates.twoThreads, rates.oneThread)} one thread`],
    ['one copy, p50', `${longRun.p50.toFixed(2)} ms`, ''],
    ['one copy, p95', `${longRun.p95.toFixed(2)} ms`, `${times(longRun.p95, longRun.p50)} p50`],
    ['begin of the long run', perSecond(longRun.beginRate), `of ${longRun.documents} copies`],
    ['end of the long run', perSecond(longRun.endRate), `${times(longRun.endRate, longRun.beginRate)} the begin`],
    ['memory', `${longRun.rss.toFixed(0)} MB`, `at most ${longRun.peakRss.toFixed(0)} MB`],
    [
      'first copy of a process',
      `${first.ms.toFixed(0)} ms`,
      `${first.sinceStart.toFixed(0)} ms with loading the program`,
    ],
    ['first copy when ready', `${first.whenReady.toFixed(0)} ms`, 'of a certificate that is new'],
  ];
  return rows.map(([what, figure, note]) => `${what.padEnd(28)}${figure.padStart(12)}  ${note}`.trimEnd()).join('\n');
}

function summary({ first, longRun, rates }: Findings): object {
  return {
    bench: 'issue',
    rsa2048: against(rates.rsa2048, rates.rawRsa2048),
    rsa3072: against(rates.rsa3072, rates.rawRsa3072),
    p256: against(rates.p256, rates.rawP256),
    usual: { issued: rounded(rates.usual, 2), ratio: rounded(rates.rsa2048 / rates.usual, 1) },
    workers2: { ratio: rounded(rates.twoThreads / rates.oneThread, 3) },
    p50_ms: rounded(longRun.p50, 3),
    p95_ms: rounded(longRun.p95, 3),
    rss_mb: rounded(longRun.rss, 1),
    first_ms: rounded(first.ms, 1),
    ready_ms: rounded(first.whenReady, 1),
  };
}

function against(issued: number, raw: number): object {
  return { raw: rounded(raw, 1), issued: rounded(issued, 1), ratio: rounded(issued / raw, 3) };
}

function perSecond(rate: number): string {
  return `${rate.toFixed(rate < 100 ? 1 : 0)} /s`;
}

function times(a: number, b: number): string {
  return `${(a / b).toFixed(2)} ×`;
}

function rounded(value: number, places: number): number {
  return Number(value.toFixed(places));
}
