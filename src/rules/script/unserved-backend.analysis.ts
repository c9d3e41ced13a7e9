import type { Coordination } from '../../analysis/contract/coordination.ts';
import { holds, portsNamed, portWrites, type ServiceEvent } from '../../analysis/contract/services.ts';
import type { ScriptEvent } from '../../analysis/shell/interpreter/state/events.ts';
import { shownValue, textOf, type Unknown } from '../../analysis/shell/interpreter/state/value.ts';
import { knownServer, ownWords, settingOf } from '../../analysis/shell/programs/known-servers.ts';
import { baseName, forwardsPort, programKind } from '../../analysis/shell/programs/programs.ts';
import { backendPorts } from '../../analysis/shell/programs/server-configuration.ts';
import type { Script } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';

type Port = string | Unknown;

/** A proxy that forwards to a port of this machine on which nothing listens. */
export interface UnservedBackend {
  readonly proxy: string;
  readonly at: Span;
  /** The port as it is written, where it is known. */
  readonly port: string | undefined;
  /** The service to which nothing is forwarded. */
  readonly other:
    | { readonly program: string; readonly port: string | undefined; readonly at: Span }
    | undefined;
}

interface Listener {
  readonly service: ServiceEvent;
  readonly ports: readonly Port[];
  readonly backends: readonly Port[];
}

/**
 * The first backend of a proxy that nobody serves. Silent unless the ports of everything that the script starts are
 * known; of a port that is written out, also unless a service of the script is left without requests: what was there
 * before may listen on it.
 */
export function unservedBackendOf(contract: Coordination): UnservedBackend | undefined {
  const { behaviour, script } = contract;
  if (behaviour.opaque || behaviour.events.some((event) => mayListen(event))) return undefined;
  const listeners = listenersOf(contract);
  if (listeners === undefined) return undefined;
  const backends = listeners.flatMap((one) => one.backends);
  const announced = portWrites(contract).map(({ content = [] }) => content);
  const isServed = (port: Port) => listeners.some(({ ports }) => ports.some((one) => isSame(one, port)));
  const idle = listeners.find(
    ({ service, ports, backends: own }) =>
      own.length === 0 &&
      !isStore(service) &&
      !ports.some(
        (port) =>
          backends.some((one) => isSame(one, port)) || announced.some((content) => holds(content, port)),
      ),
  );
  for (const { service, backends: own } of listeners) {
    for (const [index, port] of own.entries()) {
      if (isServed(port)) continue;
      const isFresh = typeof port !== 'string' && port.origin.kind === 'port';
      if (!isFresh && (idle === undefined || typeof port !== 'string')) continue;
      return {
        proxy: service.configuration === undefined ? baseName(ownWords(service.words)[0]) : 'nginx',
        at: placeOf(script, index, own.length) ?? service.at,
        port: typeof port === 'string' ? port : undefined,
        other: idle && {
          program: baseName(ownWords(idle.service.words)[0]),
          port: idle.ports.find((one) => typeof one === 'string'),
          at: idle.service.at,
        },
      };
    }
  }
  return undefined;
}

/** Whether something that is not known as a service may open a port. */
function mayListen(event: ScriptEvent): boolean {
  if (event.kind === 'source') return !event.found && event.file === undefined;
  if (event.kind !== 'command') return false;
  if (forwardsPort(event.words)) return true;
  return /^(docker|podman|systemctl|service|supervisord|make|ssh|eval|tmux|screen)$/.test(
    baseName(event.words[0]),
  );
}

/** Everything that is started, with its ports; `undefined` when those of one are not known. */
function listenersOf(contract: Coordination): readonly Listener[] | undefined {
  const found: Listener[] = [];
  for (const event of contract.behaviour.events) {
    if (event.kind !== 'service') continue;
    const ports = portsOf(event, contract.script.shell.text);
    if (ports === undefined) {
      // A program that only works is no service.
      if (event.likelihood === 'possible' && event.how === 'foreground' && !isUnknown(event)) continue;
      return undefined;
    }
    found.push({ service: event, ports, backends: backendsOf(event) });
  }
  return found;
}

function isUnknown({ words }: ServiceEvent): boolean {
  return programKind(words).unknown;
}

const vncServer = /^((tiger|turbo|kasm)?vncserver|X(tiger|tight)?vnc)$/;

function portsOf(service: ServiceEvent, script: string): readonly Port[] | undefined {
  const named = portsNamed(service);
  if (named.length > 0) return named;
  const words = ownWords(service.words);
  const program = baseName(words[0]);
  if (vncServer.test(program)) {
    const display = /^:(\d{1,3})$/.exec(
      words
        .slice(1)
        .map((word) => textOf(word) ?? '')
        .find((text) => text.startsWith(':')) ?? '',
    )?.[1];
    const isTold = words.some((word) => /^-+(rfbport|rfbunixpath|websocketPort)\b/.test(shownValue(word)));
    return display === undefined || isTold ? undefined : [String(5900 + Number(display))];
  }
  const server = knownServer(service.words);
  if (server === undefined) return undefined;
  const isUsual = settingOf(server, server.fact.port, service.environment, script) === 'unsaid';
  return isUsual ? [String(server.fact.port.default)] : undefined;
}

/** The ports of this machine to which a service hands on what it gets. */
function backendsOf(service: ServiceEvent): readonly Port[] {
  if (service.configuration !== undefined) return backendPorts(service.configuration);
  const words = ownWords(service.words);
  if (!/^(websockify|novnc_proxy|launch\.sh)/.test(baseName(words[0]))) return [];
  const target = words.findLast((word) => /^(localhost|127\.0\.0\.1):/.test(shownValue(word)));
  if (target === undefined) return [];
  const text = /^[\w.]+:(\d{4,5})$/.exec(textOf(target) ?? '')?.[1];
  if (text !== undefined) return [text];
  const [, piece, more] = target;
  const isPort = typeof piece === 'object' && more === undefined && /^[\w.]+:$/.test(String(target[0]));
  return isPort ? [piece] : [];
}

/** A store from which services read, which no proxy stands in front of. */
function isStore({ words }: ServiceEvent): boolean {
  return /^(redis-server|mongod|postgres|mysqld|mariadbd|mysqld_safe|memcached|ray|dask(-scheduler)?|ollama)$/.test(
    baseName(ownWords(words)[0]),
  );
}

function isSame(one: Port, other: Port): boolean {
  return typeof one === 'string' || typeof other === 'string' ? one === other : one.id === other.id;
}

/** Where the script writes the backend of this number, when it writes as many of them as the configuration has. */
function placeOf(script: Script, index: number, count: number): Span | undefined {
  const written = [
    ...script.shell.text.matchAll(
      /(?<=(?:_pass|\bserver)[ \t]+(?:\w+:\/\/)?)(?:127\.0\.0\.1|localhost|0\.0\.0\.0|\[::1\]):(?:\d+|\$\{?\w+\}?)/g,
    ),
  ];
  const match = written.length === count ? written[index] : undefined;
  return match && script.text.spanOf(match.index, match.index + match[0].length);
}
