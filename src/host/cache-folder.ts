import { userInfo } from 'node:os';
import { join } from 'node:path';

/** Where this program keeps what spares the next process work, in the user's cache. */
export function cacheFolder(): string {
  // Node's `homedir` believes an empty HOME, which would mean the folder that the program was started in.
  const home = process.env['HOME'] || userInfo().homedir;
  return join(process.env['XDG_CACHE_HOME'] || join(home, '.cache'), 'pw-workflow-check');
}

/** Whether the user lets anything be kept there. */
export function mayKeep(): boolean {
  return process.env['PW_WORKFLOW_CHECK_CACHE'] !== 'off';
}
