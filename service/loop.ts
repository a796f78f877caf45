/** Work that is looked for again and again, and at once when woken. */
export interface Loop {
  wake(): void;
  /** Resolves when the run under way, and any that a wake asked for meanwhile, found nothing left to do. */
  settled(): Promise<void>;
  /** Resolves once the run under way is over; no other follows. */
  stop(): Promise<void>;
}

export interface LoopOptions {
  /** Does one piece of work; `idle` when there was none. */
  run: () => Promise<'worked' | 'idle'>;
  /** How long to wait, in real time, before looking again when there was nothing to do. */
  idleMs: number;
  /** A run that throws is reported and counts as idle; the loop goes on. */
  onFault: (error: unknown) => void;
}

export function startLoop({ run, idleMs, onFault }: LoopOptions): Loop {
  let stopped = false;
  let wanted = true;
  let running: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  async function drain(): Promise<void> {
    while (wanted && !stopped) {
      wanted = false;
      while (!stopped && (await attempt()) === 'worked') continue;
    }
    running = undefined;
    if (!stopped) timer = setTimeout(wake, idleMs);
  }

  async function attempt(): Promise<'worked' | 'idle'> {
    try {
      return await run();
    } catch (error) {
      onFault(error);
      return 'idle';
    }
  }

  function wake(): void {
    wanted = true;
    if (stopped || running) return;
    clearTimeout(timer);
    running = drain();
  }

  wake();
  return {
    wake,
    async settled() {
      while (running) await running;
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Loops as one. */
export function joinLoops(loops: readonly Loop[]): Loop {
  return {
    wake() {
      for (const loop of loops) loop.wake();
    },
    async settled() {
      await Promise.all(loops.map((loop) => loop.settled()));
    },
    async stop() {
      await Promise.all(loops.map((loop) => loop.stop()));
    },
  };
}
