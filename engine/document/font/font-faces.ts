import { MissingGlyphFault } from '../faults.ts';
import { readSfnt, type Sfnt } from './sfnt.ts';
import type { FontBytes } from './sfnt-tables.ts';

/** How heavy a text is set. */
export type Weight = 'regular' | 'bold';

/** Font files: TrueType outlines, alone or as the first of a collection. */
export interface FontFiles {
  regular: FontBytes;
  bold: FontBytes;
  /** For characters that neither has, tried in order. */
  fallbacks?: readonly FontBytes[];
}

/** One font that pages are set in. */
export interface Face {
  readonly bytes: FontBytes;
  readonly font: Sfnt;
}

/** A part of a text that one face has. `face` counts in `FontFaces.faces`. */
export interface FaceRun {
  face: number;
  text: string;
}

/**
 * Asks for a variant of the character before it. Faces map it to no glyph with a line, if they have it at all, and
 * names are one without it: it is passed over.
 */
const VARIATION_SELECTOR = /^\p{Variation_Selector}$/u;

/** The faces that pages are set in, read once. */
export class FontFaces {
  readonly faces: readonly Face[];
  readonly #order: Readonly<Record<Weight, readonly number[]>>;

  /** Throws UnusableFaceFault. */
  constructor(files: FontFiles) {
    const all = [files.regular, files.bold, ...(files.fallbacks ?? [])];
    this.faces = all.map(readFace);
    const fallbacks = this.faces.keys().drop(2).toArray();
    this.#order = { regular: [0, 1, ...fallbacks], bold: [1, 0, ...fallbacks] };
  }

  /** The characters of `text` that no face has, each once. */
  missingCharacters(text: string): string[] {
    return [...new Set(text)].filter(
      (character) => this.#faceOf(character, 'regular') === undefined && !isVariationSelector(character),
    );
  }

  /** `text` in parts that one face each has, without variation selectors. Throws MissingGlyphFault. */
  runs(text: string, weight: Weight): FaceRun[] {
    const runs: FaceRun[] = [];
    for (const character of text) {
      if (isVariationSelector(character)) continue;
      const face = this.#faceOf(character, weight);
      if (face === undefined) throw new MissingGlyphFault(this.missingCharacters(text));
      const last = runs.at(-1);
      if (last?.face === face) last.text += character;
      else runs.push({ face, text: character });
    }
    return runs;
  }

  /** Width of `text` in thousandths of the font size. Throws MissingGlyphFault. */
  width(text: string, weight: Weight): number {
    let width = 0;
    for (const run of this.runs(text, weight)) {
      const font = this.faces[run.face]?.font;
      for (const character of run.text) width += font?.advance(font.glyphs.get(codePoint(character)) ?? 0) ?? 0;
    }
    return width;
  }

  #faceOf(character: string, weight: Weight): number | undefined {
    const code = codePoint(character);
    return this.#order[weight].find((face) => this.faces[face]?.font.glyphs.has(code));
  }
}

/** Throws UnusableFaceFault. */
export function readFace(bytes: FontBytes): Face {
  return { bytes, font: readSfnt(bytes) };
}

export function isVariationSelector(character: string): boolean {
  return VARIATION_SELECTOR.test(character);
}

export function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}
