import { existsSync } from 'node:fs';

const FOLDER = '/usr/share/fonts/truetype';

/** Where Debian's packages of faces for rare characters put them. */
const PACKAGES = {
  'fonts-hanazono': [`${FOLDER}/hanazono/HanaMinA.ttf`, `${FOLDER}/hanazono/HanaMinB.ttf`],
  'fonts-babelstone-han': [`${FOLDER}/babelstone/BabelStoneHan.ttf`],
};

/** Those that are installed, with their files. */
export function furtherFaces(): [name: string, files: readonly string[]][] {
  return Object.entries(PACKAGES).filter(([, files]) => files.every((file) => existsSync(file)));
}
