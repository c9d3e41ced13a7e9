import type { ProbeAnswer } from '../../ports/network.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { answerProblem, type ServiceProblem, type ServiceTarget } from './service-state.ts';

/** What asking the service gave: what is wrong with it, and its answer when there was one. */
export interface Asking {
  readonly problem?: ServiceProblem | undefined;
  readonly probe?: { readonly url: string; readonly status: number } | undefined;
}

const probeTimeoutMs = 8000;

/** Asks the service once, as the plan says. */
export async function probeService(world: RunWorld, where: ServiceTarget): Promise<Asking> {
  const { network } = world.ports;
  const { ready } = world.plan;
  if (ready.probe === 'tcp') {
    if (await network.accepts(where.host, where.port, probeTimeoutMs)) return {};
    const message = `port ${where.port} of ${where.host} cannot be connected to`;
    return { problem: { cause: 'wrong-address', message } };
  }
  const url = `${ready.tls ? 'https' : 'http'}://${where.host}:${where.port}${ready.path}`;
  const answer = await network.probe({
    ...where,
    path: ready.path,
    tls: ready.tls,
    timeoutMs: probeTimeoutMs,
    headers: ready.headers,
  });
  const probe = answer.kind === 'answer' ? { url, status: answer.status } : undefined;
  return { probe, problem: await problemOf(world, where, url, answer) };
}

async function problemOf(
  world: RunWorld,
  where: ServiceTarget,
  url: string,
  answer: ProbeAnswer,
): Promise<ServiceProblem | undefined> {
  const { ready } = world.plan;
  const problem = answerProblem(answer, ready.status, url);
  const plain = problem?.cause === 'not-http' && !ready.tls;
  if (plain && (await world.ports.network.speaksTls(where.host, where.port, 1000))) {
    return {
      cause: 'tls-mismatch',
      message: `port ${where.port} speaks TLS, but the session does not say "useTLS: true"`,
      help: 'set "useTLS: true" on the session, or let the service speak plain HTTP',
    };
  }
  if (problem !== undefined || answer.kind === 'none' || ready.body === undefined) return problem;
  if (answer.body.includes(ready.body)) return undefined;
  return {
    cause: 'http-error',
    message: `the answer of ${url} does not contain "${ready.body}"`,
    help: 'the configuration expects this text under "ready: http: body"',
  };
}
