import { expect, test } from 'vitest';
import { runSandboxCommand } from '../../bot/sandbox/sandbox-command.ts';

function run(argv: string[]) {
  const printed = { out: '', err: '' };
  const stop = new AbortController();
  let greet: (text: string) => void = () => {};
  const greeted = new Promise<string>((resolve) => (greet = resolve));
  const io = {
    out: (text: string) => {
      printed.out += text;
      greet(text);
    },
    err: (text: string) => void (printed.err += text),
  };
  return { exit: runSandboxCommand(argv, io, stop.signal), printed, greeted, stop: () => stop.abort() };
}

test('the sandbox runs alone for bots of any token, until it is stopped', async () => {
  const command = run(['--port', '0', '--bot', '42:abc=my_bot', '--bot', '43:def']);
  const greeting = await command.greeted;
  const apiRoot = /API root +(\S+)/.exec(greeting)?.[1] ?? '';
  expect(greeting).toContain(`new Bot('42:abc', { client: { apiRoot: '${apiRoot}' } })`);
  expect(await (await fetch(`${apiRoot}/bot42:abc/getMe`)).json()).toMatchObject({ result: { username: 'my_bot' } });
  expect(await (await fetch(`${apiRoot}/bot43:def/getMe`)).json()).toMatchObject({ ok: true });
  command.stop();
  expect(await command.exit).toBe(0);
  await expect(fetch(apiRoot)).rejects.toThrow('fetch failed');
});

test('a port in use is one clear sentence and exit 1', async () => {
  const first = run(['--port', '0']);
  const port = /API root +\S+:(\d+)/.exec(await first.greeted)?.[1] ?? '';
  const second = run(['--port', port]);
  expect(await second.exit).toBe(1);
  expect(second.printed.err).toBe(
    `The sandbox can't start: port ${port} is in use; stop what uses it, or take another one with --port N.\n`,
  );
  first.stop();
  await first.exit;
});

test.each([[['--bot', 'rubbish']], [['--port', 'x']], [['--port', '70000']], [['--none']], [['extra']]])(
  'misuse is exit 2: %j',
  async (argv) => {
    const command = run(argv);
    expect(await command.exit).toBe(2);
    expect(command.printed).toEqual({ out: '', err: '' });
  },
);
