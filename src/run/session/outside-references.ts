import type { OutsideReference } from '../../trace/run-record.ts';

const most = 20;

/** A tag of HTML, and the attributes in it that lead somewhere; bounded, so that no page can make the search long. */
const tags = /<([a-z][a-z0-9-]*)(\s[^>]{0,2000})>/gi;
const leading = /\s(href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi;
/** A WebSocket opened at an absolute path of its own host. */
const webSockets =
  /new\s+WebSocket\(\s*(?:"|'|`)(?:wss?:\/\/(?:\$\{[^}]{0,200}\}|[^/"'`]{0,200}))?(\/[^"'`]{0,300})/g;

/** What came back from a session. */
export interface SessionAnswer {
  readonly status: number;
  readonly location: string | undefined;
  readonly type: string;
  readonly body: string;
}

/** Whether a path is the session's own. */
export const isInside = (prefix: string, target: string): boolean =>
  target === prefix || target.startsWith(`${prefix}/`) || target.startsWith(`${prefix}?`);

/** Whether an answer is a page that a browser shows. */
export const isPage = ({ status, type }: SessionAnswer): boolean => status < 300 && /html/i.test(type);

/**
 * What of a page leaves the prefix of its session: the browser then asks the platform itself, which knows nothing of
 * it.
 *
 * @param path the path under which the page was asked for, prefix included
 */
export function referencesOutside(
  prefix: string,
  path: string,
  answer: SessionAnswer,
): readonly OutsideReference[] {
  const found: OutsideReference[] = [];
  const from = path.split('?')[0] ?? path;
  const add = (kind: OutsideReference['kind'], target: string): void => {
    if (found.length < most && !found.some((one) => one.target === target))
      found.push({ kind, target, from });
  };
  if (answer.status >= 300 && answer.status < 400 && answer.location !== undefined) {
    const target = pathOf(answer.location, path);
    if (target !== undefined && !isInside(prefix, target)) add('redirect', answer.location);
    return found;
  }
  if (!isPage(answer)) return found;
  const base = baseOf(path, answer.body);
  for (const { kind, written } of references(answer.body)) {
    const target = pathOf(written, base);
    if (target !== undefined && !isInside(prefix, target)) add(kind, written);
  }
  return [...found, ...outsideWebSockets(prefix, path, answer.body)].slice(0, most);
}

/** The WebSockets that a script or a page opens at a fixed path outside of the session. */
export function outsideWebSockets(prefix: string, path: string, text: string): readonly OutsideReference[] {
  const from = path.split('?')[0] ?? path;
  const targets = [...text.matchAll(webSockets)].map((match) => match[1] ?? '');
  return [...new Set(targets)]
    .filter((target) => !target.includes('${') && !isInside(prefix, target))
    .map((target) => ({ kind: 'websocket', target, from }));
}

/** The paths of the scripts of a page that belong to its session. */
export function scriptsOf(prefix: string, path: string, body: string): readonly string[] {
  const base = baseOf(path, body);
  const paths = [...references(body)].flatMap(({ tag, written }) =>
    tag === 'script' ? (pathOf(written, base) ?? []) : [],
  );
  return [...new Set(paths)].filter((one) => isInside(prefix, one));
}

/** Whether something on a page runs by itself, so that only a browser knows all that it asks for. */
export const hasScripts = (body: string): boolean => /<script\b/i.test(body);

/** The references of a page that lead to a path; icons are left out, because nothing is missing without them. */
function* references(
  body: string,
): Generator<{ kind: 'link' | 'request' | 'asset'; tag: string; written: string }> {
  for (const [, name = '', attributes = ''] of body.matchAll(tags)) {
    const tag = name.toLowerCase();
    if (tag === 'base' || (tag === 'link' && !/rel\s*=\s*["']?(?:stylesheet|module)/i.test(attributes)))
      continue;
    for (const match of attributes.matchAll(leading)) {
      const written = match[2] ?? match[3] ?? match[4] ?? '';
      if (/^(?:#|[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) continue;
      const followed = tag === 'a' || tag === 'area' || match[1]?.toLowerCase() === 'action';
      const kind = isAsset(written, assetTags.has(tag) ? 'image' : undefined) ? 'asset' : 'request';
      yield { kind: followed ? 'link' : kind, tag, written };
    }
  }
}

const assetTags: ReadonlySet<string> = new Set(['img', 'source', 'video', 'audio', 'track', 'picture']);
const assetDestinations: ReadonlySet<string> = new Set(['image', 'font', 'audio', 'video', 'track']);

/** Whether a page works without what it asks for: an image, a font, a source map. */
export function isAsset(target: string, destination: string | undefined): boolean {
  if (destination !== undefined && assetDestinations.has(destination)) return true;
  const path = target.split(/[?#]/)[0] ?? target;
  return /\.(?:png|jpe?g|gif|svg|webp|avif|ico|woff2?|ttf|otf|eot|map)$/i.test(path);
}

/** What the references of a page are relative to. */
function baseOf(path: string, body: string): string {
  const base = /<base\s[^>]{0,500}href\s*=\s*["']([^"']{0,500})["']/i.exec(body)?.[1];
  return base === undefined ? path : (pathOf(base, path) ?? path);
}

/** Whether a path is a page of noVNC. */
export const isNoVnc = (path: string): boolean => /(?:^|\/)vnc(?:_lite|_auto)?\.html(?:\?|$)/.test(path);

/**
 * noVNC until 1.5 opens its WebSocket at the root of the host, at what the parameter `path` of its address says; later
 * versions start at the page.
 *
 * @param path the path of a page of noVNC with its query
 * @param texts the texts of the page and its script, in which the version shows
 */
export function noVncWebSocket(
  prefix: string,
  path: string,
  texts: readonly string[],
): OutsideReference | undefined {
  const atRoot = texts.some((text) => /url\s*\+=\s*['"]\/['"]\s*\+\s*\w*path|`\/\$\{path\}`/i.test(text));
  if (!isNoVnc(path) || !atRoot) return undefined;
  const [from = path, query = ''] = path.split('?');
  const written = new URLSearchParams(query).get('path') ?? 'websockify';
  const target = `/${written.replace(/^\/+/, '')}`;
  return isInside(prefix, target) ? undefined : { kind: 'websocket', target, from };
}

/** The path that a reference leads to from a page; `undefined` when it leads to another host or is no reference. */
export function pathOf(reference: string, from: string): string | undefined {
  try {
    const url = new URL(reference, `http://session.invalid${from}`);
    return url.hostname === 'session.invalid' ? url.pathname : undefined;
  } catch {
    return undefined;
  }
}
