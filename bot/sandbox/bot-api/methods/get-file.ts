import { badRequest } from '../api-error.ts';
import type { Method } from '../method.ts';

const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;

export const getFile: Method = ({ world, bot, parameters }) => {
  const file = world.files.of(bot.id, parameters.text('file_id'));
  if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
  if (file.bytes.length > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big');
  bot.downloads.set(file.path, file);
  return { ...file.reference(bot.id), file_path: file.path };
};
