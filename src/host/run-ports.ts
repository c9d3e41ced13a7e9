import type { RunPorts } from '../ports/run-ports.ts';
import { nodeClock } from './clock.ts';
import { nodeMachine } from './machine.ts';
import { nodeNetwork } from './network.ts';
import { nodeProcesses } from './processes.ts';
import { nodeRunFiles } from './run-files.ts';
import { nodeSessionProxies } from './session-proxies.ts';

/** The world of this machine, for runs. */
export function nodeRunPorts(): RunPorts {
  return {
    processes: nodeProcesses(),
    network: nodeNetwork(),
    files: nodeRunFiles(),
    machine: nodeMachine(),
    clock: nodeClock(),
    sessions: nodeSessionProxies(),
  };
}
