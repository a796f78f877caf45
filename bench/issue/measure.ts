/** Something that can be done `count` times over. What `prepare` answers is not timed; what `run` does is. */
export interface Subject<Work> {
  prepare: (count: number) => Work;
  run: (work: Work) => void | Promise<void>;
}

/** A subject that is measured in slices, and the rates that were seen. */
export interface Measured {
  /** Runs one slice. */
  slice: () => Promise<void>;
  /** Per second, one for each slice. */
  rates: number[];
}

/** Until then code is still being compiled, which a service does once. */
const WARM_UP_MS = 2000;

/** Gets a subject ready for slices of about `sliceMs`: warms it up and finds out how often it goes in one. */
export async function measured<Work>({ prepare, run }: Subject<Work>, sliceMs: number): Promise<Measured> {
  const once = async (count: number): Promise<number> => {
    const work = prepare(count);
    const began = performance.now();
    await run(work);
    return performance.now() - began;
  };
  let count = 1;
  let ms = await once(count);
  for (let spent = ms; spent < WARM_UP_MS; spent += ms) {
    count = Math.max(1, Math.round((count * Math.min(sliceMs, 4 * ms)) / ms));
    ms = await once(count);
  }
  const rates: number[] = [];
  return { rates, slice: async () => void rates.push((count * 1000) / (await once(count))) };
}

/** Runs the slices of all in turn, there and back, so that whatever else the machine does hits all alike. */
export async function interleave(all: readonly Measured[], rounds: number, onRound: (round: number) => void) {
  for (let round = 0; round < rounds; round += 1) {
    onRound(round);
    for (const { slice } of round % 2 === 0 ? all : all.toReversed()) await slice();
  }
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
