// Judges the files named, one by one, and prints the most memory that this took the process, in megabytes.
import { existsSync, readFileSync } from 'node:fs';

import { verifyDocument } from '../../../../engine/document/verify-document.ts';
import { instant } from '../../../../engine/time/instant.ts';

const basis = { trustedRoots: [], at: instant(0) };
const passed = process.argv.slice(2).filter((file) => {
  const { status } = verifyDocument(readFileSync(file), basis);
  globalThis.gc?.();
  return status === 'passed';
});
process.stdout.write(JSON.stringify({ passed, peakMb: peakKb() / 1024 }));

// On Linux maxRSS begins with what the process had that started this one; VmHWM begins anew.
function peakKb(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : '';
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? process.resourceUsage().maxRSS);
}
