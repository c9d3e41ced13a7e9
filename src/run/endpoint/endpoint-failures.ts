import type { RunFailure } from '../../trace/run-record.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { decisiveLogLine } from '../verdict/decisive-log-line.ts';
import { failingLine } from '../verdict/failing-line.ts';
import { lastLines } from '../verdict/neutralise.ts';
import type { Endpoint, EndpointEnd } from './endpoint.ts';
import { placeOfEndpoint } from './place-of-endpoint.ts';

const logBytes = 65_536;
const logLines = 20;

/** The command of an endpoint ended by itself. */
export function endpointGone(world: RunWorld, endpoint: Endpoint, end: EndpointEnd): RunFailure {
  const output =
    endpoint.output === undefined ? '' : (world.ports.files.readEnd(endpoint.output, logBytes) ?? '');
  const script = endpoint.command.split(/\s+/).find((word) => /\.(?:sh|bash)$/.test(word));
  const line =
    script === undefined || end.status === undefined || end.status === 0
      ? undefined
      : failingLine(world, { script, status: end.status, output });
  const said = line?.said ?? decisiveLogLine(lastLines(output, logLines))?.said;
  const how = end.status === undefined ? 'was killed' : `ended with status ${end.status}`;
  const when = endpoint.wasGood
    ? `${((end.atMs - endpoint.startedMs) / 1000).toFixed(1)} s after it started, when it had answered already`
    : 'before it answered';
  return {
    cause: 'endpoint-gone',
    message: `the command of endpoint "${endpoint.name}" ${how} ${when}${said === undefined ? '' : `: ${said}`}`,
    at: line?.span ?? placeOfEndpoint(world, endpoint) ?? world.plan.at,
    help:
      end.status === undefined || end.status > 128
        ? 'it must outlive the step that starts it: start it with setsid or nohup, in the background'
        : 'an endpoint is there while its command runs: the command must stay as long as the service',
  };
}

/** An endpoint is listed, and its address does not answer as it must. */
export function endpointNotAnswering(world: RunWorld, endpoint: Endpoint): RunFailure {
  const { answer, name, port, url } = endpoint;
  const at = placeOfEndpoint(world, endpoint) ?? world.plan.at;
  if (answer?.kind === 'bad') {
    return {
      cause: 'endpoint-not-answering',
      message: `endpoint "${name}" ${answer.words}`,
      at,
      help: answer.help ?? `its address is ${url}`,
    };
  }
  const others = otherPorts(world, endpoint);
  const instead = others.length === 0 ? '' : `; its job listens on port ${others.slice(0, 3).join(', ')}`;
  return {
    cause: 'endpoint-not-answering',
    message: `nothing listens on port ${port}, which endpoint "${name}" gave to its command${instead}`,
    at,
    help: 'start the service on the port that the command gets: {port} in the command, or the variable PW_ENDPOINT_PORT',
  };
}

/** The ports that the job of an endpoint listens on beside the one that it was given. */
function otherPorts(world: RunWorld, { port, step }: Endpoint): readonly number[] {
  const ports = world.scope.listeners().flatMap((socket) => {
    const owner = socket.port === port ? undefined : world.scope.ownerOf(socket);
    return owner?.inScope === true && owner.step?.split('/')[0] === step[0] ? [socket.port] : [];
  });
  return [...new Set(ports)];
}
