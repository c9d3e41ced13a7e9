import type { Clock } from './clock.ts';
import type { Machine } from './machine.ts';
import type { Network } from './network.ts';
import type { PlatformFronts } from './platform-front.ts';
import type { Processes } from './processes.ts';
import type { RunFiles } from './run-files.ts';
import type { Schedulers } from './schedulers.ts';
import type { SessionProxies } from './session-proxy.ts';

/** The world as a run needs it. */
export interface RunPorts {
  readonly processes: Processes;
  readonly network: Network;
  readonly files: RunFiles;
  readonly machine: Machine;
  readonly clock: Clock;
  readonly sessions: SessionProxies;
  readonly fronts: PlatformFronts;
  readonly schedulers: Schedulers;
}
