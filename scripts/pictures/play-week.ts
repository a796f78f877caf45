import type { Sandbox } from '../../bot/sandbox/sandbox.ts';
import { type DemonstratedCopy, playAnotherCopy, playToTheCopy } from '../../cli/demo/demo-way.ts';
import { DAY_MS, HOUR_MS } from '../../engine/time/instant.ts';

/** Who asks for what on each day before the pictures, linking the first time, and how often it is looked up. */
const WEEK: readonly (readonly [holder: number, certificate: RegExp, lookups: number][])[] = [
  [[1002, /社会工作者/, 2]],
  [
    [1002, /统计/, 1],
    [1008, /社会工作者/, 3],
  ],
  [[1009, /勘察设计/, 0]],
  [
    [1002, /审计/, 4],
    [1003, /造价工程师/, 1],
  ],
  [],
  [[1002, /经济/, 2]],
];

/** The copy of the last day, whose holder's chat is shown, and the code on it. */
export interface LastCopy extends DemonstratedCopy {
  code: string;
}

/** A week of the service, so that there is something to see; it ends at half past nine with one holder's first copy. */
export async function playWeek(sandbox: Sandbox, pageUrl: string, holder: number): Promise<LastCopy> {
  const linked = new Set<number>();
  for (const [day, asked] of WEEK.entries()) {
    for (const [id, certificate, lookups] of asked) {
      await (linked.has(id) ? playAnotherCopy : playToTheCopy)(sandbox, id, certificate);
      linked.add(id);
      await lookUp(`${pageUrl}/v/${codeIn(sandbox, id)}`, lookups);
    }
    await sandbox.advance(day % 2 === 0 ? DAY_MS + 5 * HOUR_MS : DAY_MS - 5 * HOUR_MS);
  }
  await lookUp(`${pageUrl}/v/000000000000000000`, 1);
  const copy = await playToTheCopy(sandbox, holder);
  return { ...copy, code: codeIn(sandbox, holder) };
}

/** Of the copy that came last, as its caption says it. */
function codeIn(sandbox: Sandbox, id: number): string {
  const captions = sandbox
    .person(id)
    .chat()
    .messages.map(({ caption = '' }) => caption);
  const code = captions.map((caption) => /查验码\s*([0-9A-Z]{18})/.exec(caption)?.[1]).findLast(Boolean);
  if (code === undefined) throw new Error(`no copy with a verification code came to ${id}`);
  return code;
}

async function lookUp(address: string, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await (await fetch(address)).arrayBuffer();
}
