import type { RunPorts } from '../ports/run-ports.ts';
import { nodeClock } from './clock.ts';
import { nodeMachine } from './machine.ts';
import { nodeNetwork } from './network.ts';
import { nodeProcesses } from './processes.ts';
import { nodeRunFiles } from './run-files.ts';
import { nodeSchedulers } from './schedulers.ts';
import { nodeSessionProxies } from './session-proxies.ts';
import { nodeToolRunner } from './tool-runner.ts';

/** The world of this machine, for runs. */
export function nodeRunPorts(): RunPorts {
  const machine = nodeMachine();
  return {
    processes: nodeProcesses(),
    network: nodeNetwork(),
    files: nodeRunFiles(),
    machine,
    clock: nodeClock(),
    sessions: nodeSessionProxies(),
    schedulers: nodeSchedulers(machine, nodeToolRunner()),
  };
}
