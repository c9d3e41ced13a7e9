import { applicationServers } from './tables/programs/application-servers.ts';
import { dataServers } from './tables/programs/data-servers.ts';
import { notebookServers } from './tables/programs/notebook-servers.ts';
import type { ServerProgramFact } from './types.ts';

/** The servers of which it is known where they listen. */
export const serverPrograms: readonly ServerProgramFact[] = [
  ...notebookServers,
  ...applicationServers,
  ...dataServers,
];
