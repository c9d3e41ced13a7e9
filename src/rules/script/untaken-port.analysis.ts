import type { AnalysisContext } from '../../analysis/analysis.ts';
import { type Coordination, isEnvironment } from '../../analysis/contract/coordination.ts';
import { ownerOf } from '../../analysis/contract/owner.ts';
import { portsNamed, portWrites, type ServiceEvent } from '../../analysis/contract/services.ts';
import type { Value } from '../../analysis/shell/interpreter/state/value.ts';
import { knownServer, settingOf } from '../../analysis/shell/programs/known-servers.ts';
import { baseName } from '../../analysis/shell/programs/programs.ts';
import { shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { Span } from '../../source/span.ts';
import { announcedVariable, isSearched, isUsed } from './searched-port.analysis.ts';

/** A port that a script asks for and announces, and that none of the services it starts is told. */
export interface UntakenPort {
  /** The variable that holds the port. */
  readonly name: string;
  /** Where a service is given a port that is written out, else where the last service starts. */
  readonly at: Span;
  /** The port that is written out there, where there is one. */
  readonly fixed: string | undefined;
  /** Where the port is announced. */
  readonly announced: Span;
  /** Whether the port was asked for by a program that never gives the one that is written out. */
  readonly certain: boolean;
}

/** The announced port of a start script when nothing that it starts can know it. */
export function untakenPort(contract: Coordination, context: AnalysisContext): UntakenPort | undefined {
  const { script, behaviour } = contract;
  const { events } = behaviour;
  const services = events.filter((event): event is ServiceEvent => event.kind === 'service');
  const writes = portWrites(contract);
  const [write] = writes;
  if (behaviour.opaque || services.length === 0 || write === undefined) return undefined;
  const name = announcedVariable(script, context);
  if (name === undefined || isHandedOver(name, contract, context)) return undefined;
  const certain = writes.every(({ content = [] }) => isAskedFor(content));
  if (!certain && !isSearched(name, script, context)) return undefined;
  const place = placeOf(services, contract);
  const { text } = script.shell;
  if (
    place.fixed === undefined
      ? !isToldNothing(services, text)
      : !services.every((one) => isKnown(one, services))
  )
    return undefined;
  return { name, ...place, announced: write.at, certain };
}

/** Whether the last service is a server of the table, and no file of settings that it may read is known. */
function isToldNothing(services: readonly ServiceEvent[], script: string): boolean {
  const [service] = services.slice(-1);
  const server = service && knownServer(service.words);
  return (
    server !== undefined &&
    settingOf(server, server.fact.port, service?.environment ?? new Map(), script) !== undefined
  );
}

/** Whether it is known where a service listens: another program may ask for its port, or read it from a file. */
function isKnown(service: ServiceEvent, services: readonly ServiceEvent[]): boolean {
  return (
    services.length === 1 ||
    portsNamed(service).length > 0 ||
    knownServer(service.words) !== undefined ||
    /vncserver$|^X\w*vnc$|^Xvfb$/.test(baseName(service.words[0]))
  );
}

function isAskedFor(content: Value): boolean {
  const unknowns = content.filter((piece) => typeof piece !== 'string');
  return (
    unknowns.length === 1 &&
    unknowns.every(({ origin }) => origin.kind === 'port') &&
    content.every((piece) => typeof piece !== 'string' || piece.trim() === '')
  );
}

/** Whether anything but people, and what looks whether a port is free, may learn the port. */
function isHandedOver(name: string, contract: Coordination, context: AnalysisContext): boolean {
  const { script, behaviour } = contract;
  const code = script.shell.text.replace(/^[ \t]*#.*/gm, '');
  if (/\beval\b|\$\{!|\bdeclare\s+-p\b|\bcompgen\b|\benvsubst\b/.test(code)) return true;
  if (code.split('\n').some((line) => /SESSION_PORT/.test(line) && !isAnnouncement(line))) return true;
  const sources = behaviour.events.some(
    (event) => event.kind === 'source' && (event.file === undefined || !isEnvironment(event.file)),
  );
  if (sources || isUsed(name, script, context) || isNamedElsewhere(name, code, contract, context))
    return true;
  const owner = ownerOf(script, context)?.source.text ?? '';
  const word = escapePattern(name);
  if (new RegExp(`\\$\\{?${word}\\b|^\\s*["']?${word}["']?\\s*:`, 'm').test(owner)) return true;
  return filesBeside(script.path, context).some((text) => text.includes('SESSION_PORT'));
}

/** Whether the name stands in quotes, a text or the environment of a command, where others may read it. */
function isNamedElsewhere(
  name: string,
  code: string,
  { script }: Coordination,
  context: AnalysisContext,
): boolean {
  const word = escapePattern(name);
  const reads = context.ask(shellOccurrences, script).filter(({ variable }) => variable === name).length;
  if ([...code.matchAll(new RegExp(`\\$\\{?[#!]?${word}\\b`, 'g'))].length > reads) return true;
  return isGiven(name, code);
}

/** Whether a command gets a variable into its environment: `name=value command`. */
export function isGiven(name: string, code: string): boolean {
  const value = String.raw`(?:"[^"\n]*"|'[^'\n]*'|\$\([^\n]*\)|[^\s;&|"'()]*)`;
  return new RegExp(String.raw`\b${escapePattern(name)}=${value}[ \t]+[^\s;&|#)]`).test(code);
}

/** Whether a line writes, removes or names SESSION_PORT for people. */
function isAnnouncement(line: string): boolean {
  const rest = line.replace(/>{1,2}\|?\s*["']?[^\s"';|&]*SESSION_PORT["']?/g, '');
  return !/SESSION_PORT/.test(rest) || /^\s*(rm|echo|printf|log\w*)\s/.test(rest);
}

/** The texts of the other scripts and programs in the folder of a script, or below it. */
function filesBeside(path: string, { workspace }: AnalysisContext): readonly string[] {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  return workspace.files.paths.flatMap((other) => {
    const isBeside = other !== path && (folder === '' ? !other.includes('/') : other.startsWith(folder));
    if (!isBeside || /\.(ya?ml|md|txt|svg|png)$/i.test(other)) return [];
    const content = workspace.files.read(other);
    return content.kind === 'text' ? [content.text] : [];
  });
}

const settingLine =
  /^[ \t]*(?:export[ \t]+)?["']?[\w.-]*(?:port|bind-addr|listen)["']?[ \t]*[:= ][ \t]*["']?(?:[\d.]+:)?(\d{4,5})["']?[;,]?[ \t]*$/gim;

function placeOf(
  services: readonly ServiceEvent[],
  { script }: Coordination,
): { readonly at: Span; readonly fixed: string | undefined } {
  for (const service of services.toReversed()) {
    const port = portsNamed(service).find((one) => typeof one === 'string');
    if (port !== undefined) return { at: service.at, fixed: port };
  }
  const [setting, another] = script.shell.text.matchAll(settingLine);
  if (setting !== undefined && another === undefined) {
    const start = setting.index + setting[0].search(/\S/);
    return {
      at: script.text.spanOf(start, setting.index + setting[0].trimEnd().length),
      fixed: setting[1],
    };
  }
  const last = services.at(-1);
  return { at: last?.at ?? script.text.spanOf(0, 0), fixed: undefined };
}
