import type { ProbeAnswer } from '../../ports/network.ts';
import type { SessionProxy } from '../../ports/session-proxy.ts';
import type { Span } from '../../source/span.ts';
import type { OutsideReference, SessionVisit } from '../../trace/run-record.ts';
import type { ServiceScript } from '../engine/job-state.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { SessionTarget } from '../engine/workflow-execution.ts';
import { placeOfCommand, scriptPlace } from '../verdict/place-in-script.ts';
import { placeOfOutsideReference } from '../verdict/place-of-outside-reference.ts';
import { portIn } from '../watch/service-state.ts';
import { isOfSite } from '../watch/site-hosts.ts';
import { browsePage, browserOf, photographPage } from './browse-page.ts';
import {
  hasScripts,
  isAsset,
  isInside,
  isNoVnc,
  isPage,
  noVncWebSocket,
  outsideWebSockets,
  pathOf,
  referencesOutside,
  type SessionAnswer,
  scriptsOf,
} from './outside-references.ts';

const timeoutMs = 8000;
/** Redirects that a browser follows before it gives up: 20 in Chromium and Firefox. */
export const mostHops = 20;
const mostScripts = 10;
/** What stands behind the service's own proxy may come up later; so long is it waited for. */
const backendMs = 20_000;
const elsewhereMs = 6000;
const againMs = 100;

/** The path of a session on the platform. */
export const sessionPrefix = (user: string, session: string): string => `/me/session/${user}/${session}`;

/**
 * Opens a session as its user would, through the proxy, and looks at what comes back: the page with its scripts is
 * read, and where there is a browser it is opened, so that what the scripts ask for is seen as well.
 */
export async function visitSession(
  world: RunWorld,
  proxy: SessionProxy,
  visit: {
    readonly target: SessionTarget;
    readonly service: ServiceScript | undefined;
    /** The command lines of the service's processes that listen. */
    readonly commands: readonly string[];
    /** Where the service itself is. */
    readonly port: number | undefined;
    readonly signal: AbortSignal;
  },
): Promise<SessionVisit | undefined> {
  const { target, service, commands, signal } = visit;
  const port = portIn(target.port);
  if (port === undefined) return undefined;
  const { plan } = world;
  const prefix = sessionPrefix(plan.resource.user, target.session);
  // A name that only the site has means this machine.
  const host = target.host === '' || isOfSite(world, target.host) ? 'localhost' : target.host;
  proxy.route(prefix, { host, port, tls: plan.ready.tls });
  const slug = target.slug === 'undefined' ? '' : target.slug.replace(/^\/+/, '');
  const path = `${prefix}/${slug}`;
  // Another port than the service's may belong to a second one, which is then there as well.
  const patienceMs = port === visit.port ? backendMs : elsewhereMs;
  const landed = await landOn(world, proxy, prefix, path.split('#')[0] ?? path, patienceMs, signal);
  const screenshot = await openInBrowser(world, proxy, path, landed, signal);
  const outsideReferences = distinct([...landed.outsideReferences, ...seenByProxy(proxy, landed)]);
  const status = landed.answer?.status;
  const works = status !== undefined && isWorking(status) && landed.astray === undefined;
  const root = works || slug === '' ? undefined : await ask(world, proxy, `${prefix}/`);
  return {
    prefix,
    path,
    port,
    status,
    ...(landed.astray !== undefined && { astray: landed.astray }),
    wholePathStatus: works ? undefined : await askUnderWholePath(world, host, port, landed.path),
    rootStatus: root?.status,
    outsideReferences,
    pageAt: placeOfPage(world, service, target, root?.status, commands),
    at: placeOfOutsideReference(world, service, target, outsideReferences[0], commands),
    screenshot,
  };
}

/** Whether an answer to the first address lets a user go on: a page, a redirect, or the service's own login. */
export const isWorking = (status: number): boolean => status < 400 || status === 401 || status === 403;

/** Where the path with the session's prefix, which the platform strips, leads at the service; `undefined` for nowhere. */
async function askUnderWholePath(
  world: RunWorld,
  host: string,
  port: number,
  first: string,
): Promise<number | undefined> {
  const { tls } = world.plan.ready;
  let path = first;
  for (let hops = 0; hops <= mostHops; hops++) {
    const answer = await world.ports.network.probe({ host, port, path, tls, timeoutMs });
    if (answer.kind === 'none') return undefined;
    const next = isRedirect(answer.status) ? inside(headerOf(answer, 'location'), path) : undefined;
    if (next === undefined) return answer.status;
    path = next;
  }
  return undefined;
}

const isRedirect = (status: number): boolean => status >= 300 && status < 400;

/** Where a first address that fails is put right: at the slug when the root of the service is well, else at its start. */
function placeOfPage(
  world: RunWorld,
  service: ServiceScript | undefined,
  target: SessionTarget,
  rootStatus: number | undefined,
  commands: readonly string[],
): Span {
  if (rootStatus !== undefined && isWorking(rootStatus) && target.slugAt !== undefined) return target.slugAt;
  const places = commands.flatMap((command) => placeOfCommand(world, service, command) ?? []);
  return places[0] ?? (service === undefined ? target.at : scriptPlace(world, service));
}

/** Where the first address led, and what its page says of further ones. */
interface Landing {
  readonly path: string;
  readonly answer: SessionAnswer | undefined;
  readonly astray: SessionVisit['astray'];
  readonly outsideReferences: readonly OutsideReference[];
}

async function landOn(
  world: RunWorld,
  proxy: SessionProxy,
  prefix: string,
  first: string,
  patienceMs: number,
  signal: AbortSignal,
): Promise<Landing> {
  const { clock } = world.ports;
  const until = clock.now() + patienceMs;
  let path = first;
  const cookies = new Map<string, string>();
  /** Where it was with which cookies: a page may redirect to itself once it has set one. */
  const seen = new Set<string>();
  for (;;) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await ask(world, proxy, path, cookie);
    const isUp = answer !== undefined && answer.status < 500;
    if (!isUp && clock.now() < until && !signal.aborted) {
      await clock.sleep(againMs, signal);
      continue;
    }
    if (answer === undefined) return { path, answer, astray: undefined, outsideReferences: [] };
    const outsideReferences = referencesOutside(prefix, path, answer);
    const next = isRedirect(answer.status) ? inside(answer.location, path) : undefined;
    const place = `${path}\n${cookie}`;
    const leadsOn = outsideReferences.length === 0 && next !== undefined;
    const astray = leadsOn ? whereAstray(place, seen) : undefined;
    if (leadsOn && astray === undefined) {
      seen.add(place);
      for (const [name, value] of answer.cookies) cookies.set(name, value);
      path = next;
      continue;
    }
    if (!isPage(answer) || astray !== undefined) return { path, answer, astray, outsideReferences };
    return {
      path,
      answer,
      astray,
      outsideReferences: [
        ...outsideReferences,
        ...(await scriptReferences(world, proxy, prefix, path, answer.body)),
      ],
    };
  }
}

/** What the scripts of a page open outside of the session, as far as their texts tell. */
async function scriptReferences(
  world: RunWorld,
  proxy: SessionProxy,
  prefix: string,
  path: string,
  body: string,
): Promise<readonly OutsideReference[]> {
  const noVnc = isNoVnc(path) ? (pathOf('app/ui.js', path) ?? []) : [];
  const wanted = [...new Set([noVnc, ...scriptsOf(prefix, path, body)].flat())]
    .filter((one) => isInside(prefix, one))
    .slice(0, mostScripts);
  const texts: string[] = [];
  const found: OutsideReference[] = [];
  for (const script of wanted) {
    const answer = await ask(world, proxy, script);
    if (answer === undefined || answer.status !== 200) continue;
    texts.push(answer.body);
    found.push(...outsideWebSockets(prefix, script, answer.body));
  }
  const vnc = noVncWebSocket(prefix, path, [body, ...texts]);
  return vnc === undefined ? found : [...found, vnc];
}

/** Opens the page in a browser where that can tell more, or where a picture is wanted. */
async function openInBrowser(
  world: RunWorld,
  proxy: SessionProxy,
  path: string,
  landed: Landing,
  signal: AbortSignal,
): Promise<string | undefined> {
  const wanted = world.options.screenshotIn !== undefined;
  const page = landed.answer !== undefined && isPage(landed.answer) ? landed.answer : undefined;
  if (!wanted && (page === undefined || !hasScripts(page.body))) return undefined;
  const browser = browserOf(world);
  if (browser === undefined) {
    const what = wanted ? 'screenshot' : 'scripts of the page';
    world.note({ what, how: 'skipped', why: 'there is no Chromium on this machine' });
    return undefined;
  }
  if (!wanted) {
    await browsePage(world, browser, proxy, path, signal);
    return undefined;
  }
  const picture = await photographPage(world, browser, proxy, path, signal);
  world.note(
    picture === undefined
      ? { what: 'screenshot', how: 'skipped', why: 'Chromium gave no picture' }
      : { what: 'screenshot', how: 'ran' },
  );
  return picture;
}

/** What came to the proxy for a path outside of the session; a browser asks for an icon by itself. */
function seenByProxy(proxy: SessionProxy, landed: Landing): readonly OutsideReference[] {
  return proxy.outsideRequests
    .filter(({ url }) => !url.startsWith('/favicon.ico'))
    .map(({ url, websocket, destination, from }) => ({
      kind: websocket ? 'websocket' : isAsset(url, destination) ? 'asset' : 'request',
      target: url,
      from: from ?? landed.path.split('?')[0] ?? landed.path,
    }));
}

/** How a redirect leads on in vain, from a place behind those that were seen; `undefined` when it may be followed. */
function whereAstray(place: string, seen: ReadonlySet<string>): SessionVisit['astray'] {
  if (seen.has(place)) return 'circle';
  return seen.size === mostHops ? 'many-redirects' : undefined;
}

function distinct(outsideReferences: readonly OutsideReference[]): readonly OutsideReference[] {
  const known = new Map<string, OutsideReference>();
  for (const reference of outsideReferences) {
    const key = reference.target.split('?')[0] ?? reference.target;
    if (!known.has(key)) known.set(key, reference);
  }
  return [...known.values()];
}

/** One request through the proxy; `undefined` when nothing came back. */
async function ask(
  world: RunWorld,
  proxy: SessionProxy,
  path: string,
  cookie = '',
): Promise<(SessionAnswer & { readonly cookies: readonly (readonly [string, string])[] }) | undefined> {
  const answer = await world.ports.network.probe({
    host: '127.0.0.1',
    port: proxy.port,
    path,
    tls: false,
    timeoutMs,
    ...(cookie !== '' && { headers: { cookie } }),
  });
  if (answer.kind === 'none') return undefined;
  return {
    cookies: cookiesOf(answer),
    status: answer.status,
    location: headerOf(answer, 'location'),
    type: headerOf(answer, 'content-type') ?? '',
    body: answer.body,
  };
}

type Answer = Extract<ProbeAnswer, { kind: 'answer' }>;

function headerOf(answer: Answer, name: string): string | undefined {
  const value = answer.headers[name];
  return typeof value === 'string' ? value : value?.[0];
}

/** The cookies that an answer sets, without what else it says of them. */
function cookiesOf({ headers }: Answer): readonly (readonly [string, string])[] {
  return [headers['set-cookie'] ?? []].flat().flatMap((line) => {
    const match = /^\s*([^=;\s]+)=([^;]*)/.exec(line);
    return match === null ? [] : [[match[1] ?? '', match[2] ?? ''] as const];
  });
}

/** Where a redirect leads, as a path with its query. */
function inside(location: string | undefined, from: string): string | undefined {
  if (location === undefined || !URL.canParse(location, `http://session.invalid${from}`)) return undefined;
  const url = new URL(location, `http://session.invalid${from}`);
  return `${url.pathname}${url.search}`;
}
