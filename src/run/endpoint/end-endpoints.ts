import { shellQuoted } from '../../base/shell-quoted.ts';
import type { RunRecord } from '../../trace/run-record.ts';
import { executeScript } from '../engine/execute-script.ts';
import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { listenerOf } from '../watch/service-state.ts';
import type { EndpointWatch } from './watch-endpoints.ts';

/** After the endpoints have been ended, for the jobs that held them to end by themselves. */
const settleMs = 3000;

/**
 * Ends the endpoints of a run as their user would, with `pw endpoints delete`: the service is meant to outlive the run.
 * Then gives the workflow a moment to end by itself.
 */
export async function endEndpoints(
  world: RunWorld,
  watch: EndpointWatch,
  finished: Promise<void>,
): Promise<void> {
  const all = watch.endpoints();
  if (all.length > 0) {
    world.note({
      what: 'pw endpoints',
      how: 'emulated',
      why: 'behind a front on this machine that speaks TLS; sub-domains are ports of localhost here',
    });
  }
  const names = all.filter((one) => one.end === undefined).map((one) => one.name);
  watch.close();
  if (names.length === 0) return;
  await executeScript(world, {
    filled: {
      text: `pw endpoints delete ${names.map(shellQuoted).join(' ')}\n`,
      spanOfLine: () => world.plan.at,
    },
    shell: 'bash',
    cwd: world.directory,
    env: world.env,
    logs: joinPath(world.directory, 'delete-endpoints'),
    name: 'delete.sh',
    signal: new AbortController().signal,
    graceMs: settleMs,
  });
  const limit = new AbortController();
  await Promise.race([finished, world.ports.clock.sleep(settleMs, limit.signal)]);
  limit.abort();
}

/** The first endpoint of a run as a service of its record. */
export function endpointService(world: RunWorld, watch: EndpointWatch): RunRecord['service'] {
  const endpoint = watch.endpoints().find((one) => one.end === undefined);
  if (endpoint === undefined) return undefined;
  const listening = world.scope
    .listeners()
    .filter((socket) => socket.port === endpoint.port)
    .map((socket) => listenerOf(socket, world.scope.ownerOf(socket)));
  const { answer } = endpoint;
  return {
    hostname: 'localhost',
    port: endpoint.port,
    listening,
    probe: answer?.kind === 'good' ? { url: endpoint.url, status: answer.status } : undefined,
  };
}
