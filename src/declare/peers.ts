import { existsSync } from 'node:fs';

/** What the constructs are built on. They are optional to npm, because the command `strongroom` needs neither. */
const PEERS = ['aws-cdk-lib', 'constructs'];

/**
 * Says what to install where the constructs are loaded without what they are built on.
 *
 * @param folders the folders in which Node looks for packages; none in a bundle, which holds what it needs, and under Plug'n'Play
 * @param resolve Node's resolver, which knows other layouts too; it takes as long as loading three files, so it is asked last
 */
export function requirePeers(folders: readonly string[] | undefined, resolve: (name: string) => string): void {
  if (!folders?.length) return;
  const missing = PEERS.filter(
    (name) => !folders.some((folder) => existsSync(`${folder}/${name}/package.json`)) && !finds(resolve, name),
  );
  if (missing.length === 0) return;
  const error = new Error(
    `the constructs of cdk-strongroom need ${missing.join(' and ')}, which cannot be found: run npm install ${missing.join(' ')}`,
  );
  // Where in this package that was noticed helps nobody.
  error.stack = `Error: ${error.message}`;
  throw error;
}

function finds(resolve: (name: string) => string, name: string): boolean {
  try {
    resolve(name);
    return true;
  } catch {
    return false;
  }
}
