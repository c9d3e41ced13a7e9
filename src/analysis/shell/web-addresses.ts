import type { Word } from '../../syntax/bash/tree.ts';
import type { ShellCommand } from './shell-command.ts';
import { literalOf } from './shell-words.ts';

/** An address that a command is given, as far as it can be read. */
export interface WebAddress {
  readonly scheme: 'http' | 'https';
  readonly host: string;
  readonly word: Word;
}

/**
 * The addresses of other machines among the words of a command, by literal hosts; a variable is followed to the one
 * literal text that the script gives it. This machine, its neighbours and private networks are left out.
 */
export function remoteAddresses(
  command: ShellCommand,
  commands: readonly ShellCommand[],
): readonly WebAddress[] {
  return command.words.flatMap((word) => {
    const text = addressText(word, commands);
    const match = /^["']?(https?):\/\/([^/:?#"'\s]+)/.exec(text);
    const [, scheme, host] = match ?? [];
    if (host === undefined || /[$`{}<>]/.test(host) || isNear(host)) return [];
    return [{ scheme: scheme === 'http' ? 'http' : 'https', host, word }];
  });
}

function addressText(word: Word, commands: readonly ShellCommand[]): string {
  const name = /^"?\$\{?(\w+)\}?/.exec(word.text)?.[1];
  if (name === undefined) return word.text;
  const values = commands.flatMap(({ node }) =>
    node.prefix.flatMap((part) => (part.type === 'Assignment' && part.name === name ? [part.value] : [])),
  );
  const [value] = values;
  return values.length === 1 && value?.type === 'Word' ? (literalOf(value) ?? value.text) : '';
}

/** Whether a host is this machine, a bare name of the local network, or an address that is not routed. */
function isNear(host: string): boolean {
  if (!host.includes('.')) return true;
  return /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|0\.0\.0\.0|localhost\.)|\.(local|localhost|internal|localdomain|lan|svc)$/.test(
    host,
  );
}
