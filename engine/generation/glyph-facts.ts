/**
 * What an alert says of characters that no face has. Those of a name are personal data: sorted and by number, they
 * name glyphs and not a person.
 */
export function glyphFacts(characters: readonly string[]): { characters: string } {
  const numbers = [...new Set(characters)]
    .sort()
    .map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return { characters: numbers.join(' ') };
}
