import { parseArgs } from 'node:util';
import { UsageFault } from '../cli/command.ts';

/** What `--documents` says, or else `usual`. Throws UsageFault. */
export function readDocuments(args: readonly string[], usual: number): number {
  const documents = Number(parse(args) ?? usual);
  if (!Number.isSafeInteger(documents) || documents < 100) {
    throw new UsageFault('--documents wants a whole number of at least 100.');
  }
  return documents;
}

function parse(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { documents: { type: 'string' } } }).values.documents;
  } catch (error) {
    throw new UsageFault(error instanceof Error ? error.message : String(error));
  }
}
