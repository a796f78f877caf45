const WIDTH = 30;
const CLEAR_LINE = '\r\u001B[K';

/** A bar that redraws one line of a terminal. */
export interface ProgressBar {
  /** `done` of `total` things; `label` says what is being done. */
  show(label: string, done: number, total: number): void;
  /** Wipes the line; whatever is written next begins there. */
  clear(): void;
}

/** Draws by `write`; draws nothing when that isn't a terminal, where each redraw would stay. */
export function progressBar(write: (text: string) => void, isTerminal: boolean): ProgressBar {
  let shown = '';
  const draw = (text: string): void => {
    if (!isTerminal || text === shown) return;
    write(CLEAR_LINE + text);
    shown = text;
  };
  return {
    show: (label, done, total) => draw(line(label, done, total)),
    clear: () => draw(''),
  };
}

function line(label: string, done: number, total: number): string {
  // Whole percents, so that a long run draws a hundred times and not ten thousand.
  const percent = total > 0 ? Math.min(100, Math.floor((done / total) * 100)) : 100;
  const filled = Math.floor((percent * WIDTH) / 100);
  return `${label} ${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${String(percent).padStart(3)} %`;
}
