import type { CommandEntry } from './command.ts';

/** What is longer has a line of its own, or it would push all the others' summaries away. */
const WIDEST = 50;

export function helpText(commands: Readonly<Record<string, CommandEntry>>): string {
  const rows = Object.values(commands).map(({ usage, summary }) => [usage, summary] as const);
  const width = Math.max(...rows.map(([usage]) => usage.length).filter((length) => length <= WIDEST)) + 2;
  return [
    'Jiazhu 加注: time-limited, signed copies of professional qualification certificates.',
    '',
    'npm run -s jiazhu -- COMMAND',
    '',
    ...rows.map(([usage, summary]) => {
      const own = usage.length > WIDEST ? `${usage}\n${' '.repeat(width + 2)}` : usage.padEnd(width);
      return `  ${own}${summary}`;
    }),
    '',
    'Exit status: 0 done, 1 refused with a reason, 2 misused.',
    'Settings come from the environment or a file .env; docs/operating.md lists them.',
    '',
  ].join('\n');
}
