import type { Machine } from '../../ports/machine.ts';
import type { Fidelity } from '../../trace/run-record.ts';

/** How this machine reaches the network, for the environment of a run's scripts; empty where it needs no proxy. */
export function proxySettings({ passedOn, hostname }: Machine): Readonly<Record<string, string>> {
  if (!Object.keys(passedOn).some(isProxy)) return {};
  // What a script asks its own service must not leave the machine.
  const given = passedOn['no_proxy'] ?? passedOn['NO_PROXY'] ?? '';
  const direct = [given, 'localhost', '127.0.0.1', hostname].filter((one) => one !== '').join(',');
  return { no_proxy: direct, NO_PROXY: direct };
}

/** Says that a run has the proxy of this machine, which the cluster need not have. */
export function proxyFidelity({ passedOn }: Machine): readonly Fidelity[] {
  const names = Object.keys(passedOn).filter((name) => isProxy(name) || name === 'SSL_CERT_FILE');
  if (names.length === 0) return [];
  const why = `the scripts get ${names.join(', ')} of this machine; the cluster may have others`;
  return [{ what: 'network settings', how: 'ran', why }];
}

const isProxy = (name: string): boolean => /^(?:https?|all)_proxy$/i.test(name);
