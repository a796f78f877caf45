// Plain JavaScript without dependencies: this runs before anything is installed, on any Node ≥ 20.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Whether node_modules holds what package-lock.json asks for. npm writes its own list of what it
 * installed at the very end, so an interrupted installation does not count as one.
 * @param {string} root the project's folder
 * @param {{ dev: boolean }} options whether development packages are wanted, too
 */
export function isInstalled(root, { dev }) {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const present = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  const complete = Object.entries(wanted).every(([place, entry]) => {
    // Packages for other platforms are listed but not installed.
    if (place === '' || entry.optional || (entry.dev && !dev)) return true;
    return present[place]?.version === entry.version;
  });
  return complete && existsSync(nodeBinary(root)) && existsSync(sqliteBinary(root));
}

/** The project's own Node. @param {string} root */
export function nodeBinary(root) {
  return path.join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** @param {string} root */
export function sqliteBinary(root) {
  return path.join(root, 'node_modules', 'sqlite3', 'build', 'Release', 'node_sqlite3.node');
}

/** @param {string} file @returns {Record<string, { version?: string, dev?: boolean, optional?: boolean }> | undefined} */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
