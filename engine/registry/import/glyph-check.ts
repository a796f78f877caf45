import type { Column } from './columns.ts';
import type { GlyphWarning } from './import-fault.ts';
import type { RegistryRow } from './read-row.ts';

/**
 * Finds the characters of a row that `missingCharacters` reports. Asks once for each character,
 * since a registry of a hundred thousand rows has a few thousand of them.
 */
export function glyphCheck(missingCharacters: (text: string) => string[]): (row: RegistryRow) => GlyphWarning[] {
  const has = new Map<string, boolean>();
  const isMissing = (character: string): boolean => {
    const known = has.get(character) ?? missingCharacters(character).length === 0;
    has.set(character, known);
    return !known;
  };
  return ({ line, person, certificate }) => {
    const printed: [Column, string | null][] = [
      ['name', person.name],
      ['document_number', person.documentNumber],
      ['speciality', certificate.speciality],
      ['management_number', certificate.managementNumber],
      ['issuer', certificate.issuer],
    ];
    return printed
      .map(([column, text]) => ({ line, column, characters: [...new Set(text)].filter(isMissing) }))
      .filter(({ characters }) => characters.length > 0);
  };
}
