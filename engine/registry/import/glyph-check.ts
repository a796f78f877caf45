import type { Column } from './columns.ts';
import type { GlyphWarning } from './import-fault.ts';
import type { RegistryRow } from './read-row.ts';

/**
 * Finds the characters of a row that `missingCharacters` reports. Asks once for each character
 * that there is, since a registry of a hundred thousand rows has a few thousand different ones.
 */
export function glyphCheck(missingCharacters: (text: string) => string[]): (row: RegistryRow) => GlyphWarning[] {
  const present = new Set<string>();
  const missingOf = (text: string): string[] => {
    const missing = new Set<string>();
    for (const character of text) {
      if (present.has(character)) continue;
      if (missingCharacters(character).length === 0) present.add(character);
      else missing.add(character);
    }
    return [...missing];
  };
  return ({ line, person, certificate }) => {
    const printed: [Column, string | null][] = [
      ['name', person.name],
      ['document_number', person.documentNumber],
      ['speciality', certificate.speciality],
      ['management_number', certificate.managementNumber],
      ['issuer', certificate.issuer],
    ];
    return printed.flatMap(([column, text]) => {
      const characters = missingOf(text ?? '');
      return characters.length > 0 ? [{ line, column, characters }] : [];
    });
  };
}
