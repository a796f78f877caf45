import type { Structure, StructureElement } from '../pdf/structure.ts';
import type { Canvas } from '../drawing/canvas.ts';

/** Draws the pieces of one structure element, each in its language. */
export interface Tagged {
  chinese(draw: () => void): void;
  english(draw: () => void): void;
}

export function tagged(canvas: Canvas, structure: Structure, element: StructureElement): Tagged {
  const tag = element.type;
  return {
    chinese: (draw) => canvas.marked({ tag, mcid: structure.mark(element) }, draw),
    english: (draw) => canvas.marked({ tag, mcid: structure.mark(element), language: 'en' }, draw),
  };
}
