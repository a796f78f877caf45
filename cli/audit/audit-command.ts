import { never } from '../../engine/result.ts';
import type { AuditFlaw } from '../../engine/staff/audit.ts';
import { verifyAudit } from '../../engine/staff/verify-audit.ts';
import { type Command, UsageFault } from '../command.ts';
import { loadConfig, withStorage } from '../project.ts';

/** `audit verify`: reads the whole audit, names the first broken row, and prints the head to be noted elsewhere. */
export const auditCommand: Command = async (argv, io) => {
  if (argv.length !== 1 || argv[0] !== 'verify') throw new UsageFault('audit needs verify.');
  const verdict = await withStorage(loadConfig(), (storage) => verifyAudit(storage));
  if (verdict.kind === 'broken') {
    io.err(`The audit is broken at row ${verdict.sequence}: ${explain(verdict)}\n`);
    return 1;
  }
  io.out(`The audit is whole.\nRows: ${verdict.rows}\nHead: ${verdict.hash ?? 'none yet'}\n`);
  return 0;
};

function explain({ because }: AuditFlaw): string {
  switch (because) {
    case 'altered':
      return 'it is not what was written there.';
    case 'missing':
      return 'it is gone.';
    case 'added':
      return 'it was put there by something other than Jiazhu.';
    case 'cut-off':
      return 'it and all after it are gone.';
    case 'head-altered':
      return 'the rows before it are what was written, but the head is not; there may have been more of them.';
    default:
      return never(because);
  }
}
