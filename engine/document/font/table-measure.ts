import { MissingGlyphFault } from '../faults.ts';
import type { Measure } from '../drawing/canvas.ts';
import type { FaceRun, Weight } from './font-faces.ts';
import type { GlyphTable } from './page-fonts.ts';

/** Measures texts by what a base has embedded, as FontFaces does by whole fonts. */
export function tableMeasure(tables: Readonly<Record<number, GlyphTable>>): Measure {
  const fallbacks = Object.keys(tables)
    .map(Number)
    .filter((face) => face > 1);
  const order: Readonly<Record<Weight, readonly number[]>> = {
    regular: [0, 1, ...fallbacks],
    bold: [1, 0, ...fallbacks],
  };
  const faceOf = (character: string, weight: Weight): number => {
    const face = order[weight].find((candidate) => tables[candidate]?.[character] !== undefined);
    if (face === undefined) throw new MissingGlyphFault([character]);
    return face;
  };
  return {
    runs(text, weight) {
      const runs: FaceRun[] = [];
      for (const character of text) {
        const face = faceOf(character, weight);
        const last = runs.at(-1);
        if (last?.face === face) last.text += character;
        else runs.push({ face, text: character });
      }
      return runs;
    },
    width(text, weight) {
      let width = 0;
      for (const character of text) width += tables[faceOf(character, weight)]?.[character]?.[1] ?? 0;
      return width;
    },
  };
}
