import type { ProgramSettingFact } from '../../facts/types.ts';
import type { WorkflowFile, Workspace } from '../../model/workflow.ts';
import type { Span } from '../../source/span.ts';
import { analysisContext } from '../analysis.ts';
import type { ScriptEvent } from '../shell/interpreter/state/events.ts';
import {
  shownValue,
  textOf,
  type Unknown,
  unknownsOf,
  type Value,
} from '../shell/interpreter/state/value.ts';
import { knownServer, ownWords } from '../shell/programs/known-servers.ts';
import { programIdentity } from '../shell/programs/program-identity.ts';
import { baseName, forwardsPort } from '../shell/programs/programs.ts';
import { listeningsOf } from '../shell/programs/server-configuration.ts';
import type { Coordination, WriteEvent } from './coordination.ts';
import { coordination } from './coordination.ts';
import { startScript } from './start-script.ts';

/** That a script starts what is, or may be, its service. */
export type ServiceEvent = ScriptEvent & { readonly kind: 'service' };

/** The certain services of a start script, one event for each place and program. */
export function servicesOf(contract: Coordination): readonly ServiceEvent[] {
  const places = new Map<string, ServiceEvent>();
  for (const event of contract.behaviour.events) {
    if (event.kind !== 'service' || event.likelihood !== 'certain') continue;
    const key = identityOf(event);
    if (!places.has(key)) places.set(key, event);
  }
  return [...places.values()];
}

/** The place of a service, and the program. */
function identityOf({ at, words }: ServiceEvent): string {
  return `${at.file}:${at.start}:${programIdentity(words)}`;
}

/** The only service of a start script; `undefined` when there are several things that may be one. */
export function onlyService(contract: Coordination): ServiceEvent | undefined {
  const { events } = contract.behaviour;
  if (events.some((event) => event.kind === 'command' && forwardsPort(event.words))) return undefined;
  const places = new Set(events.flatMap((event) => (event.kind === 'service' ? [identityOf(event)] : [])));
  const [service] = servicesOf(contract);
  return places.size === 1 ? service : undefined;
}

/** The service that is reached by the announced port: the only one, or the only one that certainly gets that port. */
export function announcedService(contract: Coordination): ServiceEvent | undefined {
  const only = onlyService(contract);
  if (only !== undefined) return only;
  const { events } = contract.behaviour;
  const doubtful = events.some(
    (event) =>
      (event.kind === 'service' && event.likelihood !== 'certain') ||
      (event.kind === 'command' && forwardsPort(event.words)),
  );
  if (doubtful) return undefined;
  const contents = portWrites(contract).map((write) => write.content ?? []);
  const named = servicesOf(contract).filter((service) =>
    portsNamed(service).some((port) => contents.some((content) => holds(content, port))),
  );
  return named.length === 1 && contents.length > 0 ? named[0] : undefined;
}

/** The writes of SESSION_PORT. */
export function portWrites(contract: Coordination): readonly WriteEvent[] {
  return contract.behaviour.events.filter(
    (event): event is WriteEvent =>
      event.kind === 'write' && event.file === contract.files.port && event.how !== 'touch',
  );
}

/** The ports that a command line certainly names: numbers behind port options, and texts that are ports. */
export function portsNamed(service: ServiceEvent): readonly (string | Unknown)[] {
  const found: (string | Unknown)[] = [];
  const words = wordsOfListener(service.words);
  const program = baseName(ownWords(words)[0]);
  for (const { port } of listeningsOf(service.configuration)) found.push(...eachPort(port));
  for (const [index, word] of words.entries()) {
    for (const piece of unknownsOf(word)) if (isPort(piece)) found.push(piece);
    const before = textOf(words[index - 1] ?? []) ?? '';
    const text = textOf(word);
    const own =
      /^--?[\w.-]*port=(\d+)$/.exec(text ?? '')?.[1] ??
      /^(?:--?(?:bind|bind-addr|listen|addr|address)=)?[\w.*[\]:]*:(\d{4,5})$/.exec(text ?? '')?.[1];
    if (own !== undefined) found.push(own);
    if (text === undefined || !/^\d{2,5}$/.test(text)) continue;
    const isFirstOfTwo =
      program === 'websockify' && isAddress(service.words[service.words.indexOf(word) + 1]);
    const isOption = /^(--?[\w.-]*[pP]ort|-p|http\.server|(\S*\/)?websockify)$/.test(before);
    if (isOption || isFirstOfTwo || (isNoVnc(program) && before === '--listen')) found.push(text);
  }
  const port: ProgramSettingFact | undefined = knownServer(words)?.fact.port;
  for (const [name, value] of service.environment) {
    const text = textOf(value);
    if (/port$/i.test(name)) found.push(...value.flatMap(eachPort));
    else if (port?.environment?.includes(name) === true && text !== undefined)
      found.push(...(/:(\d{2,5})$/.exec(text)?.slice(1) ?? []));
  }
  return found;
}

/** The words of a service but for the address to which it forwards, as websockify takes it behind its own. */
function wordsOfListener(words: readonly Value[]): readonly Value[] {
  const own = ownWords(words);
  const program = baseName(own[0]);
  if (!/^(websockify|socat)/.test(program) && !isNoVnc(program)) return words;
  const target = own.findLastIndex((word) => /^[\w.-]*:\d{2,5}$/.test(textOf(word) ?? ''));
  if (textOf(own[target - 1] ?? []) === '--vnc') return own.filter((_, index) => index !== target);
  const isSecond =
    own.slice(1, target).some((word) => /^(?:[\w.]*:)?\d{2,5}$/.test(textOf(word) ?? '')) ||
    [...unknownsOf(own[target - 1] ?? [])].some(isPort);
  return target === -1 || !isSecond ? words : own.filter((_, index) => index !== target);
}

/** Whether a program is the starter of noVNC, by its name of today or its older one. */
function isNoVnc(program: string): boolean {
  return /^(novnc_proxy|launch\.sh)/.test(program);
}

/** Whether a word is an address with a port, as far as it is known. */
function isAddress(word: Value | undefined): boolean {
  return word !== undefined && /^[\w.-]*:/.test(shownValue(word));
}

/** A port, or the ports that it is on several paths. */
function eachPort(port: string | Unknown): readonly (string | Unknown)[] {
  if (typeof port === 'string') return [port];
  const ports = [...unknownsOf([port])].filter(isPort);
  return ports.length > 0 ? ports : [port];
}

function isPort(piece: Unknown): boolean {
  if (piece.origin.kind === 'port') return true;
  return piece.origin.kind === 'environment' && /port$/i.test(piece.origin.name);
}

/** Whether a value holds a text. */
export function holds(value: Value, part: string | Unknown): boolean {
  if (typeof part === 'string') return shownValue(value).trim() === part;
  for (const piece of unknownsOf(value)) if (piece.id === part.id) return true;
  return false;
}

/** Where the start script of a workflow starts its services, told by reading it; empty when that is not certain. */
export function serviceStarts(file: WorkflowFile, workspace: Workspace): readonly Span[] {
  const context = analysisContext(workspace);
  const start = context.ask(startScript, file);
  const contract = start === undefined ? undefined : context.ask(coordination, start.script);
  return contract === undefined ? [] : servicesOf(contract).map(({ at }) => at);
}
