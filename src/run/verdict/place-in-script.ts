import { type FilePath, filePath, type Span } from '../../source/span.ts';
import type { ServiceScript } from '../engine/job-state.ts';
import { pathBelow } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';
import type { ServiceProblem } from '../watch/service-state.ts';
import { lineSpan } from './line-span.ts';

/** The name of the service's script as its author knows it. */
export function scriptName(world: RunWorld, service: ServiceScript | undefined): string {
  const below = service?.source === undefined ? undefined : pathBelow(world.jobDirectory, service.source);
  return below === undefined ? 'the script' : below.slice(below.lastIndexOf('/') + 1);
}

/** Where a failure of the service is placed when no line is known: at the first line of its script. */
export function scriptPlace(world: RunWorld, service: ServiceScript | undefined): Span {
  const script = scriptText(world, service);
  return script === undefined ? (service?.at ?? world.plan.at) : lineSpan(script.path, script.text, 1);
}

function scriptText(
  world: RunWorld,
  service: ServiceScript | undefined,
): { readonly path: FilePath; readonly text: string } | undefined {
  const below = service?.source === undefined ? undefined : pathBelow(world.jobDirectory, service.source);
  if (below === undefined || below === '') return undefined;
  const content = world.options.repository.read(filePath(below));
  return content.kind === 'text' ? { path: filePath(below), text: content.text } : undefined;
}

/** The last line of the script that passes a test; comments are left out. */
function placeOfLine(
  world: RunWorld,
  service: ServiceScript | undefined,
  fits: (line: string) => boolean,
): Span | undefined {
  const script = scriptText(world, service);
  if (script === undefined) return undefined;
  const lines = script.text.split('\n');
  const found = lines.findLastIndex((line) => !/^\s*#/.test(line) && fits(line));
  return found === -1 ? undefined : lineSpan(script.path, script.text, found + 1);
}

/** Where the script has a text in it. */
export const placeOfText = (
  world: RunWorld,
  service: ServiceScript | undefined,
  text: string,
): Span | undefined => placeOfLine(world, service, (line) => line.includes(text));

/** Where the script writes a coordination file. */
export function placeOfWriting(
  world: RunWorld,
  service: ServiceScript | undefined,
  file: string,
): Span | undefined {
  const name = file.replace('.', '\\.');
  const writes = new RegExp(
    `(?:>\\|?\\s*|\\btee\\s+(?:-\\S+\\s+)*|\\btouch\\s+(?:\\S+\\s+)*)["']?(?:[^\\s"'>|;&]*/)?${name}\\b`,
  );
  return placeOfLine(world, service, (line) => writes.test(line));
}

/** Where the script has changed directory last before a line that writes a file by its bare name. */
export function placeOfChange(
  world: RunWorld,
  service: ServiceScript | undefined,
  writing: Span,
): Span | undefined {
  const script = scriptText(world, service);
  if (script === undefined || writing.file !== script.path) return undefined;
  const written = script.text.slice(writing.start, writing.end);
  if (/["'\w}~]\/["']?[\w.]+["']?$/.test(written)) return undefined;
  const lines = script.text.slice(0, writing.start).split('\n');
  const found = lines.findLastIndex(
    (line) => !/^\s*#/.test(line) && /(?:^|[;&|(]\s*|\s)(?:cd|pushd)\b/.test(line),
  );
  return found === -1 ? undefined : lineSpan(script.path, script.text, found + 1);
}

/** The last command of the script: what has to stay when it serves. */
export function lastCommand(world: RunWorld, service: ServiceScript | undefined): Span | undefined {
  return placeOfLine(world, service, (line) => !/^\s*(?:fi|done|esac|[})]|;;)?\s*(?:#.*)?$/.test(line));
}

/** The text of the script as its author wrote it. */
export const textOfScript = (world: RunWorld, service: ServiceScript | undefined): string =>
  scriptText(world, service)?.text ?? '';

/** Where the script starts a command, found by the words of its command line that stand in the script as well. */
export function placeOfCommand(
  world: RunWorld,
  service: ServiceScript | undefined,
  command: string,
): Span | undefined {
  const script = scriptText(world, service);
  if (script === undefined) return undefined;
  const words = command
    .split(/\s+/)
    .map((word) => word.slice(word.lastIndexOf('/') + 1))
    .filter((word) => word.length > 2 && /[A-Za-z]/.test(word));
  const program = words[0];
  if (program === undefined) return undefined;
  const lines = script.text.split('\n').map((line, index) => ({ line, index }));
  const code = lines.filter(({ line }) => !/^\s*#/.test(line));
  const naming = code.filter(({ line }) => line.includes(program));
  // Without its program's name a line must share several words with the command.
  const candidates = naming.length > 0 ? naming : code;
  let best: number | undefined;
  let most = naming.length > 0 ? 1 : 2;
  for (const { line, index } of candidates) {
    const score = words.filter((word) => line.includes(word)).length;
    if (score < most) continue;
    best = index;
    most = score;
  }
  const others = words.slice(1);
  const tells = best !== undefined && others.some((word) => lines[best]?.line.includes(word) === true);
  const start =
    tells || (best !== undefined && others.length === 0) ? undefined : startOf(world, script, others);
  return start ?? (best === undefined ? undefined : lineSpan(script.path, script.text, best + 1));
}

/**
 * Where a script that hides its service behind variables starts it, told by reading the script: the start whose line
 * shares a word with the command, else the only one.
 */
function startOf(
  world: RunWorld,
  script: { readonly path: FilePath; readonly text: string },
  words: readonly string[],
): Span | undefined {
  const starts = (world.options.serviceStarts?.() ?? []).filter(({ file }) => file === script.path);
  const lineOf = ({ start }: Span): number => script.text.slice(0, start).split('\n').length;
  const lines = script.text.split('\n');
  const sharing = starts.find((one) => words.some((word) => lines[lineOf(one) - 1]?.includes(word) === true));
  const found = sharing ?? (starts.length === 1 ? starts[0] : undefined);
  return found && lineSpan(script.path, script.text, lineOf(found));
}

/** Where a trap is set that keeps the script from stopping. */
export function placeOfTrap(world: RunWorld, service: ServiceScript | undefined): Span | undefined {
  return placeOfLine(world, service, (line) => /\btrap\b.*\b(?:SIG)?TERM\b/.test(line));
}

/** Where what is wrong with the service is best looked at. */
export function placeOfProblem(
  world: RunWorld,
  service: ServiceScript | undefined,
  problem: ServiceProblem,
  commands: readonly string[],
): Span {
  const first = (): Span => scriptPlace(world, service);
  switch (problem.cause) {
    case 'bad-port-file':
    case 'not-listening':
    case 'foreign-listener':
    case 'marker-order':
      return placeOfWriting(world, service, 'SESSION_PORT') ?? first();
    case 'bad-hostname':
      return placeOfWriting(world, service, 'HOSTNAME') ?? first();
    case 'wrong-address':
    case 'http-error':
    case 'not-http':
    case 'tls-mismatch':
    case 'unstable':
      for (const command of commands) {
        const place = placeOfCommand(world, service, command);
        if (place !== undefined) return place;
      }
      return first();
    default:
      return first();
  }
}

/** The program that took the place of the script, whose status is then the script's. */
export const placeOfExec = (world: RunWorld, service: ServiceScript | undefined): Span | undefined =>
  placeOfLine(world, service, (line) => /^\s*exec\s+[^<>&\s]/.test(line));
