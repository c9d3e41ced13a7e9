import type { RunPorts } from '../ports/run-ports.ts';
import { nodeClock } from './clock.ts';
import { nodeRunFiles } from './files/run-files.ts';
import { nodeMachine } from './machine.ts';
import { nodeNetwork } from './network/network.ts';
import { nodePlatformFronts } from './network/platform-fronts.ts';
import { nodeSessionProxies } from './network/session-proxies.ts';
import { nodeProcesses } from './processes/processes.ts';
import { nodeSchedulers } from './processes/schedulers.ts';
import { nodeToolRunner } from './processes/tool-runner.ts';

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
    fronts: nodePlatformFronts(),
    schedulers: nodeSchedulers(machine, nodeToolRunner()),
  };
}
