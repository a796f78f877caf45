import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { RegistryChanges } from './plan-import.ts';

/** Changes that are kept until all of a file was compared: a hundred thousand rows take 5 MB so, as objects 90. */
export type PackedChanges = Buffer;

export function packChanges(changes: RegistryChanges): PackedChanges {
  return deflateRawSync(JSON.stringify(changes), { level: 1 });
}

export function unpackChanges(packed: PackedChanges): RegistryChanges {
  return JSON.parse(inflateRawSync(packed).toString()) as RegistryChanges;
}
