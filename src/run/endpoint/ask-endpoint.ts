import type { ProbeAnswer } from '../../ports/network.ts';
import type { ServedRoute } from '../../ports/platform-front.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { Endpoint, EndpointAnswer } from './endpoint.ts';
import { runKey } from './front.ts';

const timeoutMs = 3000;

/** Asks an endpoint at its public address, as its users do: with the key of the run. */
export async function askEndpoint(
  world: RunWorld,
  endpoint: Endpoint,
  route: ServedRoute | undefined,
): Promise<EndpointAnswer> {
  const { network } = world.ports;
  const { front } = endpoint;
  const path = endpoint.openai ? `${front.path}v1/models` : front.path;
  const answer = await network.probe({
    host: 'localhost',
    port: front.port,
    path,
    tls: true,
    timeoutMs,
    headers: { authorization: `Bearer ${runKey}` },
  });
  // no answer in time, or the front's own 503 and not one of the service
  const isSilent =
    answer.kind === 'none'
      ? !(await network.accepts('localhost', endpoint.port, timeoutMs))
      : answer.status === 503 && route?.lastStatus() !== 503;
  if (isSilent) return { kind: 'closed' };
  if (answer.kind === 'none') return { kind: 'bad', words: `gives no answer: ${answer.message}` };
  const { status } = answer;
  if (endpoint.openai) return openaiAnswer(answer);
  if (status >= 500) return { kind: 'bad', words: `answers with status ${status}` };
  if (status === 404 && endpoint.basePath && (await answersAtRoot(world, endpoint))) {
    return {
      kind: 'bad',
      words: `answers with status 404 below ${front.path} and well at /`,
      help: 'add --strip-path, or tell the service its base path: {path}',
    };
  }
  return { kind: 'good', status };
}

/** A model server must list its models; the built-in chat asks for them. */
function openaiAnswer({ status, body }: Extract<ProbeAnswer, { kind: 'answer' }>): EndpointAnswer {
  const help = 'an endpoint with --openai must serve GET /v1/models and POST /v1/chat/completions';
  if (status >= 400) return { kind: 'bad', words: `answers GET /v1/models with status ${status}`, help };
  try {
    JSON.parse(body);
  } catch {
    return { kind: 'bad', words: 'answers GET /v1/models with something that is not JSON', help };
  }
  return { kind: 'good', status };
}

async function answersAtRoot({ ports }: RunWorld, { port, tls }: Endpoint): Promise<boolean> {
  const answer = await ports.network.probe({ host: 'localhost', port, path: '/', tls, timeoutMs });
  return answer.kind === 'answer' && answer.status < 400;
}
