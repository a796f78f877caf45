import { type Config, ConfigFault } from '../../config.ts';
import { type Command, type Io, UsageFault } from '../command.ts';
import { checkBots } from './doctor-bots.ts';
import { checkCatalogue, checkDatabase, checkFonts, checkKeys, checkNotice, type Finding } from './doctor-checks.ts';
import { checkPorts } from './doctor-ports.ts';
import { checkTrust } from './doctor-trust.ts';
import { explainFault } from '../start/explain-fault.ts';
import { findingLine } from './finding-line.ts';
import { loadConfig } from '../project.ts';

/** Says what is configured, reachable and missing. Changes nothing. */
export const doctorCommand: Command = async (argv, io) => {
  if (argv.length > 0) throw new UsageFault('doctor takes no arguments.');
  const findings: Finding[] = [{ kind: 'good', text: `Node ${process.versions.node}` }];
  const config = readConfig(findings);
  if (config) {
    const checks = [
      checkCatalogue,
      checkNotice,
      checkFonts,
      checkKeys,
      checkTrust,
      checkDatabase,
      checkPorts,
      checkBots,
      checkAddress,
    ];
    for (const check of checks) findings.push(...(await judge(check, config)));
  }
  return report(findings, io);
};

function readConfig(findings: Finding[]): Config | undefined {
  try {
    const config = loadConfig();
    findings.push({ kind: 'good', text: 'the settings and the policy are in order' });
    return config;
  } catch (error) {
    if (!(error instanceof ConfigFault)) throw error;
    findings.push(...error.mistakes.map((text): Finding => ({ kind: 'bad', text })));
    return undefined;
  }
}

async function judge(check: (config: Config) => Promise<Finding[]>, config: Config): Promise<Finding[]> {
  try {
    return await check(config);
  } catch (error) {
    return [{ kind: 'bad', text: explainFault(error) }];
  }
}

async function checkAddress({ publicUrl, holderBotToken }: Config): Promise<Finding[]> {
  if (publicUrl !== null) return [{ kind: 'good', text: `QR codes lead to ${publicUrl}/v/…` }];
  if (holderBotToken === null) return [];
  return [{ kind: 'note', text: 'PUBLIC_URL is not set: QR codes open the bot, which checks the copy in the chat' }];
}

function report(findings: readonly Finding[], io: Io): 0 | 1 {
  for (const finding of findings) io.out(findingLine(finding));
  const bad = findings.filter(({ kind }) => kind === 'bad').length;
  io.out(bad === 0 ? '\nEverything that is needed is there.\n' : `\n${bad} to mend.\n`);
  return bad === 0 ? 0 : 1;
}
