import type { FileFault } from '../import-fault.ts';

/** Thrown out of the rows of a file that turns out to be of no use. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
  readonly fault: FileFault;

  constructor(fault: FileFault, cause?: unknown) {
    super(`no registry file: ${fault.kind}`, { cause });
    this.fault = fault;
  }
}
