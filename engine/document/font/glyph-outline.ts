/** A glyph's outline, as `glyf` holds it (OpenType specification, glyf): nothing, contours or references to others. */
export type Outline = Uint8Array;

const HEADER_BYTES = 10;
/** Flags of a component. */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;
const INSTRUCTIONS = 0x0100;

/** The glyphs that an outline is composed of; none when it has contours of its own. Throws RangeError. */
export function components(outline: Outline): number[] {
  const view = viewOf(outline);
  return componentOffsets(view).map((at) => view.getUint16(at + 2));
}

/** An outline without its hinting instructions, its components numbered anew. Throws RangeError. */
export function bareOutline(outline: Outline, renumbered: (component: number) => number): Outline {
  if (outline.length === 0) return outline;
  const view = viewOf(outline);
  const contours = view.getInt16(0);
  if (contours >= 0) return withoutInstructions(outline, HEADER_BYTES + 2 * contours);
  const offsets = componentOffsets(view);
  const last = offsets.at(-1) ?? HEADER_BYTES;
  const bare = Uint8Array.from(outline.subarray(0, last + componentLength(view.getUint16(last))));
  const changed = viewOf(bare);
  for (const at of offsets) {
    changed.setUint16(at, view.getUint16(at) & ~INSTRUCTIONS);
    changed.setUint16(at + 2, renumbered(view.getUint16(at + 2)));
  }
  return bare;
}

// Their length stands before them, behind the ends of the contours.
function withoutInstructions(outline: Outline, lengthAt: number): Outline {
  const length = viewOf(outline).getUint16(lengthAt);
  const before = outline.subarray(0, lengthAt);
  const after = outline.subarray(lengthAt + 2 + length);
  return Buffer.concat([before, Buffer.alloc(2), after]);
}

function componentOffsets(view: DataView): number[] {
  if (view.byteLength === 0 || view.getInt16(0) >= 0) return [];
  const offsets: number[] = [];
  let at = HEADER_BYTES;
  for (let flags = MORE; flags & MORE;) {
    offsets.push(at);
    flags = view.getUint16(at);
    at += componentLength(flags);
  }
  return offsets;
}

function componentLength(flags: number): number {
  const transform = flags & SCALE ? 2 : flags & TWO_SCALES ? 4 : flags & MATRIX ? 8 : 0;
  return 4 + (flags & WORDS ? 4 : 2) + transform;
}

function viewOf({ buffer, byteLength, byteOffset }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}
