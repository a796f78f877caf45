import { describe } from 'vitest';

import { patched, text } from '../tampering/tampering.ts';
import { type Attack, attack, expectRefused } from './attack.ts';
import { GENUINE, OBJECTS, OTHER, signedParts } from './victim.ts';

const RANGE = /\/ByteRange \[0 \d+ \d+ \d+\]/;
const CONTENTS = /\/Contents <[0-9a-f]+>/;
const { after, gap, rest } = signedParts();

// Viewers once took signatures with one of these for valid, because there was nothing to check (USF, 2019).
describe('a ByteRange', () => {
  expectRefused([
    byteRange('missing', 'no-signature', '/BiteRange [0 1 2 3]'),
    byteRange('null', 'byte-range', '/ByteRange null'),
    byteRange('empty', 'byte-range', '/ByteRange []'),
    byteRange('of zeros', 'byte-range', '/ByteRange [0 0 0 0]'),
    byteRange('of two numbers', 'byte-range', `/ByteRange [0 ${gap}]`),
    byteRange('of six numbers', 'byte-range', `/ByteRange [0 ${gap} ${after} 1 ${after + 1} ${rest - 1}]`),
    byteRange('of real numbers', 'byte-range', `/ByteRange [0 ${gap}.0 ${after} ${rest}]`),
    byteRange('of negative numbers', 'byte-range', `/ByteRange [0 ${gap} -1 ${rest}]`),
    byteRange('of huge numbers', 'byte-range', '/ByteRange [0 99999999999 1 1]'),
    byteRange('of references', 'byte-range', '/ByteRange [7 0 R 8 0 R 9 0 R]'),
    byteRange('in another object', 'byte-range', '/ByteRange 7 0 R'),
    byteRange('in nested brackets', 'byte-range', `/ByteRange [[0 ${gap} ${after} ${rest}]]`),
    byteRange('with a comment in it', 'byte-range', `/ByteRange [0 ${gap} %\n${after} ${rest}]`),
    byteRange('not from the start', 'byte-range', `/ByteRange [9 ${gap} ${after} ${rest}]`),
    byteRange('short of the end', 'appended-to', `/ByteRange [0 ${gap} ${after} ${rest - 1}]`),
    byteRange('past the end', 'byte-range', `/ByteRange [0 ${gap} ${after} ${rest + 1}]`),
    byteRange('overlapping itself', 'byte-range', `/ByteRange [0 ${gap} 0 ${after + rest}]`),
    byteRange('overlapping the signature', 'byte-range', `/ByteRange [0 ${gap + 9} ${after} ${rest}]`),
    byteRange('that leaves out more before', 'byte-range', `/ByteRange [0 ${gap - 2} ${after} ${rest}]`),
    byteRange('that leaves out more behind', 'contents', `/ByteRange [0 ${gap} ${after + 2} ${rest - 2}]`),
    byteRange('that leaves out less behind', 'contents', `/ByteRange [0 ${gap} ${after - 2} ${rest + 2}]`),
    byteRange('without a gap', 'byte-range', `/ByteRange [0 ${gap} ${gap} ${GENUINE.length - gap}]`),
    byteRange('written in hexadecimal', 'no-signature', '/Byte#52ange [0 1 2 3]'),
  ]);
});

describe('Contents', () => {
  expectRefused([
    contents('missing', 'byte-range', (old) => old.replace('/Contents', '/Kontents')),
    contents('null', 'contents', () => '/Contents null'),
    contents('empty', 'contents', () => '/Contents <>'),
    contents('zero', 'cms-malformed', (old) => old.replaceAll(/[1-9a-f](?=[0-9a-f]*>)/g, '0')),
    contents('in another object', 'contents', () => `/Contents ${OBJECTS.content} 0 R`),
    contents('a literal string', 'contents', (old) => old.replace('<', '(').replace('>', ')')),
    contents('in capitals', 'contents', (old) => `/Contents ${old.slice(10).toUpperCase()}`),
    contents('with white space in it', 'contents', (old) => `${old.slice(0, 40)} ${old.slice(41)}`),
    contents('no hexadecimal', 'contents', (old) => `${old.slice(0, 40)}g${old.slice(41)}`),
    contents('closed early', 'contents', (old) => `${old.slice(0, 40)}>${old.slice(41)}`),
    contents('a null value in DER', 'cms-malformed', (old) => `/Contents <0500${'0'.repeat(old.length - 16)}>`),
    attack('another copy’s signature', 'changed', () => {
      const other = /\/Contents <([0-9a-f]+)>/.exec(text(OTHER))?.[1] ?? '';
      return patched(GENUINE, CONTENTS, (old) => `/Contents <${other.padEnd(old.length - 12, '0')}>`);
    }),
  ]);
});

describe('the signature dictionary', () => {
  const changed = (name: string, reason: Attack['reason'], pattern: RegExp, to: string): Attack =>
    attack(name, reason, () => patched(GENUINE, pattern, (old) => to.padEnd(old.length)));
  expectRefused([
    changed('of another SubFilter', 'structure', /\/ETSI\.CAdES\.detached/, '/adbe.pkcs7.sha1'),
    changed('of another Filter', 'structure', /\/Adobe\.PPKLite/, '/Entrust.PPKEF'),
    changed('that permits changes', 'not-certified', /\/P 1 >>/, '/P 3 >>'),
    changed('without its reference', 'not-certified', /\/Reference \[<<[^\]]*\]/, ''),
    changed('with Contents twice', 'structure', /\/Reason <[0-9a-f]+>/, '/Contents <00>'),
    changed('with a ByteRange twice', 'several-signatures', /\/Reason <[0-9a-f]+>/, '/ByteRange [0 1 2 3]'),
    changed('without a time', 'structure', /\/M \(D:[^)]*\)/, ''),
    changed('with another time', 'changed', /\/M \(D:2026/, '/M (D:2027'),
    changed('with another name', 'changed', /\/Name <feff..../i, '/Name <feff4e2d'),
  ]);
});

function byteRange(name: string, reason: Attack['reason'], wrong: string): Attack {
  return attack(name, reason, () => patched(GENUINE, RANGE, (old) => wrong.padEnd(old.length)));
}

function contents(name: string, reason: Attack['reason'], change: (old: string) => string): Attack {
  return attack(name, reason, () => patched(GENUINE, CONTENTS, (old) => change(old).padEnd(old.length)));
}
