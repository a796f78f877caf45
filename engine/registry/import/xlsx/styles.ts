import { type Shown, shownBy } from './number-format.ts';
import type { XmlHandler } from './package/read-xml.ts';

/** Reads how the cells of each style show a number (ECMA-376 part 1, 18.8.10 and 18.8.31). */
export class Styles implements XmlHandler {
  readonly #codes = new Map<number, string>();
  readonly #formats: number[] = [];
  readonly #shown: Shown[] = [];
  #inCellFormats = false;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const id = Number(attributes['numFmtId'] ?? 0);
    if (name === 'cellXfs') this.#inCellFormats = true;
    else if (name === 'numFmt') this.#codes.set(id, attributes['formatCode'] ?? '');
    else if (name === 'xf' && this.#inCellFormats) this.#formats.push(id);
  }

  close(name: string): void {
    if (name === 'cellXfs') this.#inCellFormats = false;
  }

  /** By the number of the style in a cell; one that the workbook doesn't have shows numbers as they are. */
  shown(style: number): Shown {
    const format = this.#formats[style] ?? 0;
    return (this.#shown[style] ??= shownBy(format, this.#codes.get(format)));
  }
}
