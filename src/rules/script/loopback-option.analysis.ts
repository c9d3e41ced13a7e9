import type { ServiceEvent } from '../../analysis/contract/services.ts';
import { shownValue } from '../../analysis/shell/interpreter/state/value.ts';
import { listeningsOf } from '../../analysis/shell/programs/server-configuration.ts';

const options =
  /^(--?(?:[A-Z]\w*\.)?(?:host|ip|bind|bind-addr|bind-address|address|www-address|listen|server[.-]address|listen-address|b|H))(=.*)?$/;
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
    const match = options.exec(word);
    if (match === null) continue;
    const own = match[2]?.slice(1);
    const value = own ?? words[index + 1] ?? '';
    if (loopback.test(value)) return own === undefined ? `${word} ${shown[index + 1]}` : shown[index];
  }
  return undefined;
}
