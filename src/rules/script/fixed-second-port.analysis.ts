import type { Coordination } from '../../analysis/contract/coordination.ts';
import {
  holds,
  portsNamed,
  portWrites,
  type ServiceEvent,
  servicesOf,
} from '../../analysis/contract/services.ts';
import type { Assumption } from '../../analysis/shell/interpreter/state/state.ts';
import { shownValue, textOf, type Value } from '../../analysis/shell/interpreter/state/value.ts';
import { type KnownServer, knownServer, settingOf } from '../../analysis/shell/programs/known-servers.ts';
import { baseName } from '../../analysis/shell/programs/programs.ts';
import type { ProgramSettingFact } from '../../facts/types.ts';
import type { Span } from '../../source/span.ts';

/** A port beside the announced one, or a display, that is the same in every session. */
export type SecondPort =
  | {
      readonly program: string;
      readonly port: string;
      readonly at: Span;
      /** The option that takes another port, where it is known. */
      readonly option: string | undefined;
      readonly display?: undefined;
    }
  | { readonly program: string; readonly display: string; readonly at: Span };

/** The fixed ports that the services of a start script take beside the announced one, which is asked for. */
export function* secondPorts(contract: Coordination): Generator<SecondPort> {
  const { behaviour, script } = contract;
  const { text } = script.shell;
  const writes = portWrites(contract);
  if (behaviour.opaque || writes.length === 0 || /\bexclusive\b/.test(text)) return;
  if (!writes.every(({ content = [] }) => content.some((piece) => typeof piece !== 'string'))) return;
  const services = servicesOf(contract);
  const announces = (service: ServiceEvent) =>
    portsNamed(service).some((port) => writes.some(({ content = [] }) => holds(content, port)));
  const announced = services.filter(announces);
  if (announced.length === 0) return;
  for (const service of services) {
    const server = knownServer(service.words);
    if (server === undefined) continue;
    const settings: readonly (ProgramSettingFact & { readonly default?: number })[] = [
      ...(server.fact.secondPorts ?? []),
      ...(announced.includes(service) ? [] : [server.fact.port]),
    ];
    for (const setting of settings) {
      const port = fixedPort(server, setting, service, text);
      if (port === undefined || isChosenByLooking(service.path, port)) continue;
      yield { program: server.name, port, at: service.at, option: setting.options[0] };
    }
  }
  yield* awaitedPorts(contract);
  yield* fixedDisplays(contract);
}

/** Servers of a display without a screen, which they take as their first word. */
const displayServer = /^(Xvfb|Xorg|Xephyr)$/;

/** Servers of a display, such as `:1`, that is written out, where nothing looks whether it is free. */
function* fixedDisplays({ behaviour, script }: Coordination): Generator<SecondPort> {
  // Whoever ends the one before, looks for its lock or tries one after the other has thought of it.
  if (/-kill\b|\/tmp\/\.X|xdpyinfo|\b(seq|while|until|for)\b.*\b(display|X)/i.test(script.shell.text)) return;
  for (const event of behaviour.events) {
    if (event.kind !== 'command' || !displayServer.test(baseName(event.words[0]))) continue;
    const display = event.words
      .slice(1)
      .map((word) => textOf(word) ?? '')
      .find((text) => /^:\d{1,3}$/.test(text));
    if (display === undefined || isChosenByLooking(event.path, display)) continue;
    yield { program: baseName(event.words[0]), display, at: event.at };
    return;
  }
}

function fixedPort(
  server: KnownServer,
  setting: ProgramSettingFact & { readonly default?: number },
  service: ServiceEvent,
  script: string,
): string | undefined {
  const written = optionValue(server.words, setting.options);
  if (written !== undefined) return /^(?:[^\s/]*:)?(\d{2,5})$/.exec(textOf(written) ?? '')?.[1];
  const unsaid = settingOf(server, setting, service.environment, script) === 'unsaid';
  return unsaid ? setting.default?.toString() : undefined;
}

function optionValue(words: readonly Value[], options: readonly string[]): Value | undefined {
  for (const [index, word] of words.entries()) {
    const [first] = word;
    if (typeof first !== 'string') continue;
    const option = options.find((one) => first === one || first.startsWith(`${one}=`));
    if (option === undefined) continue;
    if (first === option && word.length === 1) return words[index + 1];
    const own = first.slice(option.length + 1);
    return own === '' ? word.slice(1) : [own, ...word.slice(1)];
  }
  return undefined;
}

/** Whether the service is only started where a look at its port or at its process says so. */
function isChosenByLooking(path: Assumption | undefined, port: string): boolean {
  for (let one = path; one !== undefined; one = one.before) {
    if (one.text.includes(port) || /\b(nc|curl|wget|ss|lsof|netstat|pgrep|pidof|fuser|ping)\b/.test(one.text))
      return true;
  }
  return false;
}

/** Services that are told no port and awaited on a fixed one. */
function* awaitedPorts(contract: Coordination): Generator<SecondPort> {
  const { events } = contract.behaviour;
  const { text } = contract.script.shell;
  for (const [index, event] of events.entries()) {
    if (event.kind !== 'command') continue;
    const port = lookedAt(event.words);
    if (port === undefined || event.background) continue;
    const before = events
      .slice(0, index)
      .filter((one): one is ServiceEvent => one.kind === 'service' && one.how === 'background');
    const [service] = before;
    if (
      service === undefined ||
      before.length > 1 ||
      isTold(service) ||
      knownServer(service.words) !== undefined
    )
      continue;
    if (isChosenByLooking(service.path, port) || writesPort(text, port)) continue;
    yield { program: baseName(service.words[0]), port, at: service.at, option: undefined };
    return;
  }
}

/** Whether the words or the environment of a service hold anything that may be a port. */
function isTold({ words, environment }: ServiceEvent): boolean {
  if ([...environment.keys()].some((name) => /port|addr|listen|bind|url/i.test(name))) return true;
  if (!/^[a-z][\w-]*$/.test(baseName(words[0]))) return true;
  return words.slice(1).some((word, index) => {
    const shown = shownValue(word);
    const before = textOf(words[index] ?? []) ?? '';
    if (/port|config|\.(conf|ya?ml|json|toml|ini|cfg|sh|py)\b|\d{4}/i.test(shown) || /^-[cf]$/.test(shown))
      return true;
    return typeof word[0] !== 'string' && !before.startsWith('-');
  });
}

/** The fixed port of this machine at which a client looks. */
function lookedAt(words: readonly Value[]): string | undefined {
  const name = baseName(words[0]);
  const texts = words.slice(1).map((word) => textOf(word) ?? '');
  const local = /^(localhost|127\.0\.0\.1)$/;
  if (name === 'nc' || name === 'ncat') {
    const host = texts.findIndex((text) => local.test(text));
    return host !== -1 && /^\d{4,5}$/.test(texts[host + 1] ?? '') ? texts[host + 1] : undefined;
  }
  if (name !== 'curl' && name !== 'wget') return undefined;
  for (const text of texts) {
    const port = /^(?:https?:\/\/)?(?:localhost|127\.0\.0\.1):(\d{4,5})(?:\/|$)/.exec(text)?.[1];
    if (port !== undefined) return port;
  }
  return undefined;
}

/** Whether a text gives the port to something that is no client: a settings file, a variable of a service. */
function writesPort(text: string, port: string): boolean {
  return text
    .split('\n')
    .some(
      (line) =>
        line.includes(port) &&
        /\bport\s*[:=]|\blisten|>\s*\S+\.(conf|ya?ml|json|toml|ini)|^\s*export\b/i.test(line),
    );
}
