import { basename } from 'node:path';
import { StoredFile } from '../../world/file-store.ts';
import { ApiError, badRequest } from '../api-error.ts';
import { imageSize } from './image-size.ts';
import { mimeTypeOf } from './mime-type.ts';
import type { Call } from '../method.ts';
import type { Upload } from '../parameters.ts';

const MEGABYTE = 1024 * 1024;
export const MAX_UPLOAD_BYTES = 50 * MEGABYTE;
const MAX_PHOTO_BYTES = 10 * MEGABYTE;

/** The document that `field` uploads or names by its file_id. */
export function readDocument(call: Call, field: string, value = call.parameters.text(field)): StoredFile {
  const file = readFile(call, field, value);
  if (file instanceof StoredFile) return ofFolder(file, 'documents');
  const name = basename(file.fileName) || 'file';
  return call.world.files.add('documents', name, mimeTypeOf(name), file.bytes);
}

/** The photo that `field` uploads or names by its file_id, with its size in pixels. */
export function readPhoto(call: Call, field: string, value = call.parameters.text(field)) {
  const found = readFile(call, field, value);
  const file = found instanceof StoredFile ? ofFolder(found, 'photos') : storePhoto(call, found);
  const size = imageSize(file.bytes);
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
  return { file, ...size };
}

function storePhoto({ world }: Call, { bytes }: Upload): StoredFile {
  if (bytes.length > MAX_PHOTO_BYTES) {
    const limit = `the maximum size is ${MAX_PHOTO_BYTES} bytes`;
    throw badRequest(`file of size ${bytes.length} bytes is too big for a photo; ${limit}`);
  }
  const size = imageSize(bytes);
  if (!size) throw badRequest('IMAGE_PROCESS_FAILED');
  return world.files.add('photos', `photo.${size.type === 'png' ? 'png' : 'jpg'}`, `image/${size.type}`, bytes);
}

function readFile({ world, bot, parameters }: Call, field: string, value: string): StoredFile | Upload {
  const part = value.startsWith('attach://') ? value.slice('attach://'.length) : field;
  const upload = parameters.uploads.get(part);
  if (upload) return checked(upload);
  if (value === '') throw badRequest(`there is no ${field} in the request`);
  if (/^https?:\/\//i.test(value)) throw badRequest('failed to get HTTP URL content');
  const file = world.files.of(bot.id, value);
  if (!file) throw badRequest('wrong file identifier/HTTP URL specified');
  return file;
}

function checked(upload: Upload): Upload {
  if (upload.bytes.length === 0) throw badRequest('file must be non-empty');
  if (upload.bytes.length > MAX_UPLOAD_BYTES) throw new ApiError(413, 'Request Entity Too Large');
  return upload;
}

function ofFolder(file: StoredFile, folder: 'documents' | 'photos'): StoredFile {
  if (file.folder === folder) return file;
  const [is, wanted] = folder === 'photos' ? ['Document', 'Photo'] : ['Photo', 'Document'];
  throw badRequest(`can't use file of type ${is} as ${wanted}`);
}
