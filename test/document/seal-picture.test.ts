import { readFileSync } from 'node:fs';

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { createDocumentMaker } from '../../engine/document/maker.ts';
import { readSealPicture, type SealPicture } from '../../engine/document/seal/seal-picture.ts';
import { parsePathData } from '../../engine/document/seal/svg/path-data.ts';
import { verifyDocument } from '../../engine/document/verify-document.ts';
import { greatestDifference, renderPage, TOLERANCE } from './page/picture.ts';
import { BASIS, CERTIFICATE, ENDORSEMENT, LONGEST, shippedFonts, signer } from './samples.ts';
import { text } from './tampering/tampering.ts';

const sealFile = (name: string): Buffer => readFileSync(new URL(`../fixtures/seals/${name}`, import.meta.url));
const SVG = sealFile('round.svg');
/** The same seal as Chromium draws it, on nothing. */
const PNG = sealFile('round.png');

function read(file: Uint8Array): SealPicture {
  const result = readSealPicture(file);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return result.value;
}

function refusal(file: Uint8Array | string): unknown {
  const result = readSealPicture(Buffer.from(file));
  return result.ok ? undefined : result.refusal;
}

const svg = (inside: string, attributes = ''): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10" ${attributes}>\n${inside}\n</svg>`;

async function copyWith(picture: SealPicture | undefined, specimen = false, certificate = CERTIFICATE) {
  const sealedBy = { ...certificate.sealedBy, specimen };
  const seals = new Map(picture ? [[sealedBy.id, picture]] : []);
  const maker = createDocumentMaker({
    fonts: shippedFonts(),
    signers: new Map([[sealedBy.id, signer('p256')]]),
    seals,
  });
  return (await maker.makeCopy({ ...certificate, sealedBy }, ENDORSEMENT)).bytes;
}

describe('a copy with a seal picture', () => {
  it('shows an SVG as a browser draws it', async () => {
    const [vector, pixels] = await Promise.all([copyWith(read(SVG)), copyWith(read(PNG))]);
    expect(text(vector)).not.toContain('/Subtype /Image');
    expect(text(pixels)).toContain('/Subtype /Image');
    // Pixels made smaller are a little softer than outlines; what is missing or elsewhere differs by 60 and more.
    expect(greatestDifference(await renderPage(vector), await renderPage(pixels))).toBeLessThan(4 * TOLERANCE);
  });

  it.each([
    ['SVG', SVG],
    ['PNG', PNG],
  ])('is sound, opaque and under 100 kB with the longest values: %s', async (_, file) => {
    const bytes = await copyWith(read(file), false, LONGEST);
    expect(verifyDocument(bytes, BASIS)).toMatchObject({ status: 'passed' });
    expect(text(bytes)).not.toMatch(/\/SMask|\/Mask|\/ca\b/);
    expect(bytes.length).toBeLessThan(100_000);
  });

  it('never shows it under an issuer that is a specimen', async () => {
    const [with_, without] = [await copyWith(read(PNG), true), await copyWith(undefined, true)];
    expect(Buffer.compare(with_.subarray(0, 60_000), without.subarray(0, 60_000))).toBe(0);
    expect(text(with_)).not.toContain('/Subtype /Image');
  });
});

describe('an SVG', () => {
  it.each([
    ['a text', '<text>印</text>', { kind: 'unsupported-element', element: 'text', line: 2 }],
    ['a script', '<script>alert(1)</script>', { kind: 'unsupported-element', element: 'script', line: 2 }],
    ['a picture from elsewhere', '<image href="http://example.org/"/>', { element: 'image' }],
    ['a reference', '<g>\n<use href="#a"/></g>', { element: 'use', line: 3 }],
    ['a style sheet', '<style>path{fill:red}</style>', { element: 'style' }],
    ['a handler', '<rect onclick="x()" width="1" height="1"/>', { attribute: 'onclick' }],
    ['a link', '<path xlink:href="#b" d="M0 0h1"/>', { attribute: 'xlink:href' }],
    ['half opacity', '<g opacity=".5"><rect width="1" height="1"/></g>', { attribute: 'opacity' }],
    [
      'half opacity in a style',
      '<rect width="1" height="1" style="fill-opacity: 50%"/>',
      { attribute: 'fill-opacity' },
    ],
    ['a mask', '<rect width="1" height="1" mask="url(#m)"/>', { attribute: 'mask' }],
    ['a gradient', '<rect width="1" height="1" fill="url(#g)"/>', { kind: 'bad-value', value: 'url(#g)' }],
    ['a colour there is not', '<rect width="1" height="1" fill="#12"/>', { kind: 'bad-value', attribute: 'fill' }],
    ['a path that breaks off', '<path d="M0 0L1"/>', { kind: 'bad-value', attribute: 'd' }],
    ['a percentage', '<rect width="50%" height="1"/>', { kind: 'bad-value', value: '50%' }],
    ['a transform there is not', '<g transform="spin(3)"/>', { kind: 'bad-value', attribute: 'transform' }],
    ['negative dashes', '<path d="M0 0h1" stroke="red" stroke-dasharray="-1"/>', { attribute: 'stroke-dasharray' }],
    ['a pen made oval', '<path transform="scale(1 2)" d="M0 0h1" stroke="red"/>', { attribute: 'stroke' }],
    ['nothing to see', '<rect width="0" height="1"/>', { kind: 'nothing-drawn' }],
    ['a tag left open', '<g>', { kind: 'malformed-xml' }],
    ['an entity of its own', '<path d="&d;"/>', { kind: 'malformed-xml', line: 2 }],
    ['an attribute twice', '<path d="M0 0" d="M1 1"/>', { kind: 'malformed-xml' }],
    ['groups without end', '<g>'.repeat(99) + '</g>'.repeat(99), { kind: 'malformed-xml' }],
    ['too much', `<path d="${'m.123.456l7.8-9.1'.repeat(9000)}"/>`, { kind: 'too-heavy' }],
  ])('is refused for what can’t be drawn as it is: %s', (_, inside, expected) => {
    expect(refusal(svg(inside))).toMatchObject(expected);
  });

  it('is refused for declarations of its own, before they are read', () => {
    const laughs = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
    expect(refusal(`${laughs}${svg('<path d="&b;"/>')}`)).toEqual({ kind: 'declarations', line: 1 });
  });

  it('is refused without a size', () => {
    expect(refusal('<svg><rect width="1" height="1"/></svg>')).toMatchObject({
      kind: 'bad-value',
      attribute: 'viewBox',
    });
  });

  it('can be of any shape, and stands in the middle', () => {
    const wide = read(Buffer.from('<svg width="20mm" height="10mm"><rect width="75.59055" height="37.79528"/></svg>'));
    expect(wide).toMatchObject({ operators: expect.stringContaining('0 81 m 108 81 l 108 27 l 0 27 l h') });
  });

  it('hands attributes down, which a style overrides', () => {
    const drawn = read(Buffer.from(svg('<g fill="#f00"><g style="fill:lime;fill:#00f"><path d="M0 0h1v1z"/></g></g>')));
    expect(drawn).toMatchObject({ operators: expect.stringMatching(/^0 0 1 rg/) });
  });
});

describe('path data', () => {
  it.each(['M 1,2 L 3 4', 'm1 2 2 2', 'M1 2l+2+2', 'M1.0 2.0L3.0e0 4', '\n M1 2 3 4 '])('may be written as %j', (d) => {
    expect(parsePathData(d)).toEqual([
      { kind: 'move', to: [1, 2] },
      { kind: 'line', to: [3, 4] },
    ]);
  });

  it.each(['L1 1', 'M1', 'M1 1 2', 'M1 1A1 1 0 2 0 3 3', 'M1 1 nonsense', 'M1 1e'])('is refused: %j', (d) => {
    expect(parsePathData(d)).toBeUndefined();
  });

  it('ends an arc where it says, whatever its radii', () => {
    const coordinate = fc.integer({ min: -50, max: 50 });
    fc.assert(
      fc.property(coordinate, coordinate, coordinate, coordinate, fc.boolean(), fc.boolean(), (rx, ry, x, y, l, s) => {
        const segments = parsePathData(`M0 0A${rx} ${ry} 30 ${Number(l)}${Number(s)} ${x} ${y}`) ?? [];
        expect(segments.flatMap((segment) => Object.values(segment).flat()).includes(Number.NaN)).toBe(false);
        // An arc to where one is draws nothing.
        const end = x === 0 && y === 0 ? undefined : segments.at(-1);
        expect(end === undefined || ('to' in end && end.to[0] === x && end.to[1] === y)).toBe(true);
      }),
      { seed: 7 },
    );
  });
});

describe('a PNG', () => {
  it('is shrunk to what print can show, and to few colours', () => {
    const { image } = read(PNG) as Extract<SealPicture, { kind: 'image' }>;
    expect([image.width, image.height]).toEqual([300, 300]);
    expect(image.palette.length).toBeLessThanOrEqual(768);
    expect(Array.from(image.palette.subarray(0, 3))).toEqual([253, 252, 248]);
  });

  const changed = (at: number, value: number): Buffer => Buffer.from(PNG).fill(value, at, at + 1);

  it.each([
    ['cut short', PNG.subarray(0, 5000), { kind: 'damaged-png' }],
    ['without a header', PNG.subarray(0, 8), { kind: 'damaged-png' }],
    ['interlaced', changed(28, 1), { kind: 'interlaced-png' }],
    ['of a depth there is not', changed(24, 3), { kind: 'damaged-png' }],
    ['of another size than its data', changed(19, 200), { kind: 'damaged-png' }],
    ['far too large', changed(18, 0x7f), { kind: 'too-many-pixels', width: 32_556 }],
  ])('is refused: %s', (_, file, expected) => {
    expect(refusal(file)).toMatchObject(expected);
  });
});

describe('any other file', () => {
  it.each([
    ['', 'unknown-format'],
    ['%PDF-1.7', 'unknown-format'],
    ['<html><svg/></html>', 'unknown-format'],
    [' '.repeat(600_000), 'file-too-large'],
  ])('is refused: %#', (file, kind) => {
    expect(refusal(file)).toMatchObject({ kind });
  });

  it('is read or refused, and never crashes the reader', () => {
    const mutated = fc
      .tuple(fc.constantFrom(SVG, PNG), fc.nat(), fc.uint8Array({ maxLength: 6 }))
      .map(([file, at, put]) => {
        const place = at % file.length;
        return Buffer.concat([file.subarray(0, place), put, file.subarray(place + put.length)]);
      });
    fc.assert(
      fc.property(mutated, (file) => {
        expect(readSealPicture(file)).toHaveProperty('ok');
      }),
      { seed: 11, numRuns: 60 },
    );
  });
});
