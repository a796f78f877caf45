// Everything a contributor must pass; --all adds what needs a browser, tools of the system or minutes.
import { spawnSync } from 'node:child_process';

const everything = process.argv.includes('--all');

/** @type {[what: string, command: string, args: string[], env?: Record<string, string>][]} */
const steps = [
  ['format', 'oxfmt', ['--check', '.']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings', '.']],
  ['types', 'tsc', ['--noEmit', '-p', '.']],
  ['types of the chat page', 'tsc', ['--noEmit', '-p', 'bot/sandbox/page']],
  ['types of the verification page', 'tsc', ['--noEmit', '-p', 'web/assets']],
  ['unused code', 'knip', []],
  ['tests', 'vitest', ['run']],
];
if (everything) steps.push(['slow tests', 'vitest', ['run'], { JIAZHU_TESTS: 'slow' }]);

const results = steps.map(([what, command, args, env]) => {
  process.stdout.write(`\n── ${what} ──\n`);
  const started = Date.now();
  const { status } = spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  return { what, passed: status === 0, seconds: ((Date.now() - started) / 1000).toFixed(1) };
});

process.stdout.write('\n');
for (const { what, passed, seconds } of results) {
  process.stdout.write(`${passed ? '✓' : '✗'} ${what} (${seconds} s)\n`);
}
process.exitCode = results.every((result) => result.passed) ? 0 : 1;
