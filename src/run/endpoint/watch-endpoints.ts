import type { ServedRoute } from '../../ports/platform-front.ts';
import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import { askEndpoint } from './ask-endpoint.ts';
import type { Endpoint, EndpointEnd } from './endpoint.ts';
import { endpointsFolder } from './front.ts';

/** The endpoints of a run, as they come and go. */
export interface EndpointWatch {
  /** All that were registered, in order. */
  readonly endpoints: () => readonly Endpoint[];
  /** The jobs at the top whose steps asked which endpoints there are. */
  readonly askedBy: () => ReadonlySet<string>;
  /** Milliseconds since the run started at which an endpoint last came or went. */
  readonly changedMs: () => number;
  /** When the last look began that found nothing listening behind one of them, or none of them. */
  readonly unreadyAt: () => number;
  /** Tells that the run has failed, before anything is stopped for it: what ends from then on is no cause. */
  runFailed(): void;
  /** Ends the watch, and closes what is served. */
  close(): void;
}

const lookMs = 50;
const askMs = 200;
const textLimit = 100_000;

/** Serves what `pw endpoints` registers, asks it whether it answers, and notices when it ends. */
export function watchEndpoints(world: RunWorld, changed: () => void): EndpointWatch {
  const { clock } = world.ports;
  const over = new AbortController();
  const known = new Map<string, Endpoint>();
  const routes = new Map<string, ServedRoute>();
  let changedMs = world.elapsed();
  let askedAt = 0;
  let unreadyAt = 0;
  let hasFailed = false;
  const put = (endpoint: Endpoint): void => void known.set(endpoint.id, endpoint);
  const note = (endpoint: Endpoint): void => {
    put(endpoint);
    changedMs = world.elapsed();
    changed();
  };
  const noticeEnds = (): void => {
    for (const endpoint of known.values()) {
      const end = endpoint.end === undefined ? endOf(world, endpoint) : undefined;
      if (end === undefined) continue;
      routes.get(endpoint.id)?.close();
      note({ ...endpoint, end: { ...end, afterFailure: hasFailed }, goodSince: undefined });
    }
  };
  const look = async (): Promise<void> => {
    noticeEnds();
    for (const id of world.ports.files.list(endpointsFolder(world.directory))) {
      if (known.has(id)) continue;
      const registered = await register(world, id);
      if (registered === undefined) continue;
      routes.set(id, registered.route);
      note(registered.endpoint);
    }
  };
  const ask = async (): Promise<void> => {
    askedAt = clock.now();
    const began = world.elapsed();
    let isUnready = known.size === 0;
    for (const endpoint of known.values()) {
      if (endpoint.end !== undefined) continue;
      const answer = await askEndpoint(world, endpoint, routes.get(endpoint.id));
      // it may have ended, or be about to, while it was asked
      if (hasFailed || known.get(endpoint.id)?.end !== undefined) continue;
      const isGood = answer.kind === 'good';
      if (answer.kind === 'closed') isUnready = true;
      put({
        ...endpoint,
        answer,
        goodSince: isGood ? (endpoint.goodSince ?? world.elapsed()) : undefined,
        wasGood: endpoint.wasGood || isGood,
      });
      if (isGood !== (endpoint.goodSince !== undefined)) changed();
    }
    if (isUnready) unreadyAt = began;
  };
  const keepLooking = async (): Promise<void> => {
    const ended = AbortSignal.any([over.signal, world.over]);
    while (!ended.aborted) {
      await look();
      if (clock.now() - askedAt >= askMs) await ask();
      await clock.sleep(lookMs, ended);
    }
    for (const route of routes.values()) route.close();
  };
  if (world.front !== undefined) void keepLooking();
  return {
    endpoints: () => [...known.values()],
    askedBy: () =>
      new Set(
        textIn(world, 'asked')
          .split('\n')
          .flatMap((step) => step.split('/')[0] || []),
      ),
    changedMs: () => changedMs,
    unreadyAt: () => unreadyAt,
    runFailed() {
      if (hasFailed) return;
      noticeEnds();
      hasFailed = true;
      for (const endpoint of known.values()) put(asSeenByOthers(endpoint, routes.get(endpoint.id)));
    },
    close: () => over.abort(),
  };
}

/** An endpoint with what it answered to others since it was last asked. */
function asSeenByOthers(endpoint: Endpoint, route: ServedRoute | undefined): Endpoint {
  const { answer, openai, basePath } = endpoint;
  const isOld = answer?.kind === 'closed' || (answer?.kind === 'bad' && !openai && !basePath);
  const status = isOld ? route?.lastStatus() : undefined;
  return status === undefined || status >= 400
    ? endpoint
    : { ...endpoint, answer: { kind: 'good', status }, wasGood: true };
}

function textIn(world: RunWorld, ...path: readonly string[]): string {
  return world.ports.files.read(joinPath(endpointsFolder(world.directory), ...path), textLimit) ?? '';
}

/** Serves a new endpoint and tells whoever asked for it where. */
async function register(
  world: RunWorld,
  id: string,
): Promise<{ readonly endpoint: Endpoint; readonly route: ServedRoute } | undefined> {
  const request = textIn(world, id, 'request');
  if (request === '' || world.front === undefined) return undefined;
  const fields = new Map(
    request.split('\n').map((line) => {
      const at = line.indexOf('=');
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
  const has = (flag: string): boolean => fields.get('flags')?.includes(` ${flag} `) === true;
  const name = fields.get('name') ?? '';
  const port = Number(fields.get('port'));
  const tls = fields.get('scheme') === 'https';
  const prefix = has('no-subdomain') ? `/me/session/${world.plan.resource.user}/${name}` : '';
  const route = await world.front.serve({
    prefix,
    port,
    tls,
    strip: has('strip-path'),
    rewriteHost: has('rewrite-host'),
    open: has('public'),
  });
  const path = `${prefix}/`;
  const url = `https://localhost:${route.port}${prefix === '' ? '' : path}`;
  const answer = (file: string, text: string): void =>
    world.ports.files.write(joinPath(endpointsFolder(world.directory), id, file), text);
  answer('path', path);
  answer('listed', prefix === '' ? url : path);
  answer('url', url);
  const output = textIn(world, id, 'output').trim();
  return {
    route,
    endpoint: {
      id,
      name,
      url,
      front: { port: route.port, path },
      port,
      pid: Number(fields.get('pid')),
      tls,
      openai: has('openai'),
      basePath: prefix !== '' && !has('strip-path'),
      command: textIn(world, id, 'command'),
      step: (fields.get('step') ?? '').split('/'),
      output: output.startsWith('/') ? output : undefined,
      startedMs: world.elapsed(),
      answer: undefined,
      goodSince: undefined,
      wasGood: false,
      end: undefined,
    },
  };
}

/** How an endpoint ended; `undefined` while it is there. */
function endOf(world: RunWorld, { id, pid }: Endpoint): Omit<EndpointEnd, 'afterFailure'> | undefined {
  // looked at before the status, which a process leaves behind as the last thing that it does
  const lives = world.scope.members().some((one) => one.pid === pid);
  const status = textIn(world, id, 'status').trim();
  const mark = joinPath(endpointsFolder(world.directory), id, 'deleted');
  const deleted = world.ports.files.kindOf(mark) === 'file';
  const atMs = world.elapsed();
  if (status !== '') return { status: Number(status), atMs, deleted };
  return lives ? undefined : { status: undefined, atMs, deleted };
}
