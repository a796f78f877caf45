import { Zone } from '../../engine/time/instant.ts';
import { loadCatalogue } from '../../service/load-catalogue.ts';
import { loadFonts } from '../../service/documents/load-fonts.ts';
import { systemClock, systemRandom } from '../../service/system.ts';
import type { Command } from '../command.ts';
import { fromWhereCalled, loadConfig, withStorage } from '../project.ts';
import { registryCommand } from './registry-command.ts';
import { languageOfTerminal } from '../terminal-language.ts';

/** `registry import` with everything that it works on. */
export const importCommand: Command = async (argv, io) => {
  const config = loadConfig();
  const [catalogue, fonts] = await Promise.all([loadCatalogue(config.catalogueFile), loadFonts(config.fonts)]);
  const placed = argv.map((argument, index) =>
    index === 0 || argument.startsWith('-') ? argument : fromWhereCalled(argument),
  );
  return withStorage(config, (storage) =>
    registryCommand(placed, io, {
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
