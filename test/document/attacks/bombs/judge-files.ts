// Judges the files named, one by one, and prints the most memory that this took the process, in megabytes.
import { readFileSync } from 'node:fs';

import { verifyDocument } from '../../../../engine/document/verify-document.ts';
import { instant } from '../../../../engine/time/instant.ts';

const basis = { trustedRoots: [], at: instant(0) };
const passed = process.argv.slice(2).filter((file) => {
  const { status } = verifyDocument(readFileSync(file), basis);
  globalThis.gc?.();
  return status === 'passed';
});
process.stdout.write(JSON.stringify({ passed, peakMb: process.resourceUsage().maxRSS / 1024 }));
