import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MovableClock } from '../../bot/sandbox/movable-clock.ts';
import { createTranscriptRenderer } from '../../bot/sandbox/render-transcript.ts';
import { createLogger } from '../../bot/telegram/log/create-logger.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import { DEFAULT_POLICY } from '../../engine/policy/policy.ts';
import { instant } from '../../engine/time/instant.ts';
import { SANDBOX_BOT, type SandboxService, startSandboxService } from '../../service/start-sandbox-service.ts';
import { systemRandom } from '../../service/system.ts';
import { type Command, type Io, UsageFault } from '../command.ts';
import { playHoldersWay } from './demo-way.ts';
import { loadConfig } from '../project.ts';
import { languageOfTerminal } from '../terminal-language.ts';
import { soundnessForPeople } from '../verify/verify-report.ts';

/** 9:30 on a Monday morning in the authority's zone. */
const BEGIN = instant(Date.UTC(2026, 2, 2, 1, 30));
const HOLDER = 1001;

/**
 * Plays a holder's whole way through the real bot, over HTTP, against the local Bot API. Prints the chat, writes the PDF,
 * checks it, and fails when anything on the way doesn't come as it should.
 */
export const demoCommand: Command = async (argv, io) => {
  if (argv.length > 0) throw new UsageFault('demo takes no arguments.');
  const begun = performance.now();
  // The demonstration is the same everywhere: nobody's own policy or token has a part in it.
  const config = { ...loadConfig(), policy: DEFAULT_POLICY };
  const dir = path.join(config.varDir, 'demo');
  const running = await startSandboxService({
    config,
    dir: path.join(dir, 'sandbox'),
    port: 0,
    clock: MovableClock.frozenAt(BEGIN),
    random: systemRandom,
    logger: createLogger({ level: 'error' }),
  });
  try {
    printChat(running, io);
    const copy = await playHoldersWay(running.sandbox, HOLDER);
    const file = path.join(dir, copy.fileName);
    await mkdir(dir, { recursive: true });
    await writeFile(file, copy.bytes);
    io.out(`\nThe endorsed copy: ${file} (${Math.ceil(copy.bytes.length / 1000)} kB)\n`);
    // As it stood when it came: by the clock of the sandbox it has expired since.
    const { trustedRoots } = running.prepared;
    const sound = verifyDocument(copy.bytes, { trustedRoots, at: copy.madeAt });
    io.out(soundnessForPeople(languageOfTerminal(), sound));
    io.out(`Played in ${((performance.now() - begun) / 1000).toFixed(1)} s.\n`);
    return sound.status === 'passed' ? 0 : 1;
  } finally {
    await running.close();
  }
};

function printChat({ sandbox }: SandboxService, io: Io): void {
  const draw = createTranscriptRenderer({
    columns: process.stdout.columns ?? 88,
    colour: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
    zone: DEFAULT_POLICY.zone,
    botName: () => SANDBOX_BOT.name,
    personName: (id) => {
      const { first_name: first, last_name: last = '' } = sandbox.person(id).person;
      return `${last}${first}`;
    },
  });
  sandbox.onTranscript((entry) => io.out(draw(entry)));
}
