import type { ServiceEvent } from '../../analysis/contract/services.ts';
import { shownValue } from '../../analysis/shell/interpreter/state/value.ts';
import { knownServer, settingOf } from '../../analysis/shell/programs/known-servers.ts';
import { listeningsOf } from '../../analysis/shell/programs/server-configuration.ts';
import type { ProgramSettingFact } from '../../facts/types.ts';

const options =
  /^(--?(?:[A-Z]\w*\.)?(?:host|ip|bind|bind[-_]addr|bind[-_]address|bind[-_]ip|address|www-address|listen|server[.-]address|listen-address|dev-addr|b|H))(=.*)?$/;
const loopback = /^(127\.\d+\.\d+\.\d+|localhost|\[?::1\]?)(:.*)?$/;

/** The option by which a service listens on the loopback address only, as it is written. */
export function loopbackOption(service: ServiceEvent): string | undefined {
  const listenings = listeningsOf(service.configuration);
  const [first] = listenings;
  if (first !== undefined && listenings.every(({ address }) => loopback.test(address)))
    return `listen ${first.address}`;
  const words = service.words.map((word) => shownValue(word, ''));
  const shown = service.words.map((word) => shownValue(word));
  for (const [index, word] of words.entries()) {
    const match = options.exec(word) ?? ownOption(word, service);
    if (match === null) continue;
    const own = match[2]?.slice(1);
    const value = own ?? words[index + 1] ?? '';
    if (loopback.test(value)) return own === undefined ? `${word} ${shown[index + 1]}` : shown[index];
  }
  return loopbackVariable(service);
}

/** An option for the address that only this server of the table has. */
function ownOption(word: string, { words }: ServiceEvent): RegExpExecArray | null {
  const named: readonly string[] = knownServer(words)?.fact.address.options ?? [];
  const match = /^(--?[\w.-]+)(=.*)?$/.exec(word);
  return match !== null && named.includes(match[1] ?? '') ? match : null;
}

/** The variable by which a server of the table is told to listen on the loopback address only. */
function loopbackVariable({ words, environment }: ServiceEvent): string | undefined {
  const address: ProgramSettingFact | undefined = knownServer(words)?.fact.address;
  for (const name of address?.environment ?? []) {
    const value = shownValue(environment.get(name) ?? [], '');
    if (loopback.test(value.replace(/^https?:\/\//, ''))) return `${name}=${value}`;
  }
  return undefined;
}

/** The server that listens on the loopback address because nothing tells it otherwise, as the table calls it. */
export function loopbackByDefault(service: ServiceEvent, script: string): string | undefined {
  const server = knownServer(service.words);
  if (server?.fact.address.default !== 'loopback') return undefined;
  const { address } = server.fact;
  // Django takes the address together with the port.
  if (address.options.length === 0 && address.environment === undefined) {
    const alone = server.words.some((word) => /^[^-].*:|^\d+\.\d/.test(shownValue(word)));
    return alone ? undefined : server.name;
  }
  return settingOf(server, address, service.environment, script) === 'unsaid' ? server.name : undefined;
}
