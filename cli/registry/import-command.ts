import { Zone } from '../../engine/time/instant.ts';
import { loadCatalogue } from '../../service/load-catalogue.ts';
import { loadFonts } from '../../service/documents/load-fonts.ts';
import { systemClock, systemRandom } from '../../service/system.ts';
import type { Command } from '../command.ts';
import { loadConfig, withStorage } from '../project.ts';
import { importFile } from './import-file.ts';
import { readRegistryFile } from './read-registry-file.ts';
import { languageOfTerminal } from '../terminal-language.ts';

/** `registry import FILE [--dry-run]`, with everything that it works on. */
export const importCommand: Command = async (argv, io) => {
  const file = await readRegistryFile(argv);
  const config = loadConfig();
  const [catalogue, fonts] = await Promise.all([loadCatalogue(config.catalogueFile), loadFonts(config.fonts)]);
  return withStorage(config, (storage) =>
    importFile(file, io, {
      storage,
      catalogue,
      random: systemRandom,
      zone: new Zone(config.policy.zone),
      missingCharacters: (text) => fonts.missingCharacters(text),
      clock: systemClock,
      language: languageOfTerminal(),
    }),
  );
};
