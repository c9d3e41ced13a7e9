import type { SessionStray } from '../trace/run-record.ts';

const most = 20;

/** Attributes of HTML that a browser follows by itself or on a click. */
const linked = /\s(?:href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
/** A WebSocket opened at an absolute path of its own host. */
const webSockets = /new\s+WebSocket\(\s*(?:"|'|`)(?:wss?:\/\/(?:\$\{[^}]*\}|[^/"'`]*))?(\/[^"'`]*)/g;

/**
 * What of a page leaves the prefix of its session: the browser then asks the platform itself, which knows nothing of
 * it.
 *
 * @param path the path under which the page was asked for, prefix included
 */
export function sessionStrays(
  prefix: string,
  path: string,
  answer: {
    readonly status: number;
    readonly location: string | undefined;
    readonly type: string;
    readonly body: string;
  },
): readonly SessionStray[] {
  const found: SessionStray[] = [];
  const inside = (target: string): boolean =>
    target === prefix || target.startsWith(`${prefix}/`) || target.startsWith(`${prefix}?`);
  const add = (kind: SessionStray['kind'], target: string): void => {
    if (found.length < most && !found.some((one) => one.target === target)) found.push({ kind, target });
  };
  if (answer.status >= 300 && answer.status < 400 && answer.location !== undefined) {
    const target = pathOf(answer.location, path);
    if (target !== undefined && !inside(target)) add('redirect', answer.location);
    return found;
  }
  if (answer.status >= 400 || !/html/i.test(answer.type)) return found;
  const base = /<base\s[^>]*href\s*=\s*["']([^"']*)["']/i.exec(answer.body)?.[1];
  for (const match of answer.body.matchAll(linked)) {
    const written = match[1] ?? match[2] ?? '';
    if (written === base || /^(?:#|[a-z][a-z0-9+.-]*:|\/\/)/i.test(written)) continue;
    const target = pathOf(written, base === undefined ? path : (pathOf(base, path) ?? path));
    if (target !== undefined && !inside(target)) add('link', written);
  }
  for (const match of answer.body.matchAll(webSockets)) {
    const target = match[1] ?? '';
    if (!target.includes('${') && !inside(target)) add('websocket', target);
  }
  return found;
}

/** noVNC opens its WebSocket at the root of the host, at what the parameter `path` of its address says. */
export function noVncStray(prefix: string, slug: string): SessionStray | undefined {
  const match = /(?:^|\/)vnc(?:_lite|_auto)?\.html(?:\?(.*))?$/.exec(slug);
  if (match === null) return undefined;
  const written = new URLSearchParams(match[1] ?? '').get('path') ?? 'websockify';
  const target = `/${written.replace(/^\/+/, '')}`;
  return target.startsWith(`${prefix}/`) ? undefined : { kind: 'websocket', target };
}

/** The path that a reference leads to from a page; `undefined` when it leads to another host or is no reference. */
function pathOf(reference: string, from: string): string | undefined {
  try {
    const url = new URL(reference, `http://session.invalid${from}`);
    return url.hostname === 'session.invalid' ? url.pathname : undefined;
  } catch {
    return undefined;
  }
}
