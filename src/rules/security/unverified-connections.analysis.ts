import type { AnalysisContext } from '../../analysis/analysis.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { remoteAddresses } from '../../analysis/shell/web-addresses.ts';
import type { Script } from '../../model/script.ts';

/** An option that makes a program accept any certificate. */
export interface UnverifiedConnection {
  readonly option: string;
  readonly start: number;
  readonly end: number;
}

/** Variables that switch verification off for everything that is started afterwards, and the values that do so. */
const variables: Readonly<Record<string, RegExp>> = {
  GIT_SSL_NO_VERIFY: /^(1|true|yes)$/i,
  NODE_TLS_REJECT_UNAUTHORIZED: /^0$/,
  PYTHONHTTPSVERIFY: /^0$/,
  CURL_INSECURE: /^1$/,
};

const switches =
  /_SSL_|_TLS_|HTTPSVERIFY|_INSECURE|--insecure|curl\s[^\n]*-\w*k|no-check-certificate|sslverify|trusted-host|ssl_verify|strict-ssl|verify\s*=\s*False|_unverified_/i;

/** Whether a variable with this value switches the verification of certificates off. */
export function switchesVerificationOff(name: string, value: string | undefined): boolean {
  return value !== undefined && Object.hasOwn(variables, name) && (variables[name]?.test(value) ?? false);
}

/**
 * The places of a script that switch the verification of certificates off towards other machines. A probe of this
 * machine or of a host that is not known is left out: a service with a certificate of its own is asked that way.
 */
export function unverifiedConnections(
  script: Script,
  context: AnalysisContext,
): readonly UnverifiedConnection[] {
  if (!switches.test(script.shell.text)) return [];
  const { commands } = context.ask(shellCommands, script);
  const source = script.shell.text;
  const at = ({ pos, end }: { readonly pos: number; readonly end: number }): UnverifiedConnection => ({
    option: source.slice(pos, end),
    start: pos,
    end,
  });
  const found = commands.flatMap((command) => {
    const assigned = [...command.node.prefix, ...command.node.suffix].flatMap((part) =>
      part.type === 'Assignment' &&
      part.value.type === 'Word' &&
      switchesVerificationOff(part.name, literalOf(part.value))
        ? [part]
        : [],
    );
    return [...assigned, ...optionOf(command, commands)].map(at);
  });
  return [...found, ...inPython(source).map(at)].sort((one, other) => one.start - other.start);
}

/** The places of Python text in a script that take any certificate. */
function inPython(source: string): readonly { readonly pos: number; readonly end: number }[] {
  if (!/\bimport\b/.test(source) || /localhost|127\.0\.0\.1/.test(source)) return [];
  return [...source.matchAll(/\bverify\s*=\s*False\b|\bssl\._create_unverified_context\b/g)]
    .filter(({ index }) => !/#/.test(source.slice(source.lastIndexOf('\n', index) + 1, index)))
    .map((match) => ({ pos: match.index, end: match.index + match[0].length }));
}

function optionOf(
  command: ShellCommand,
  commands: readonly ShellCommand[],
): readonly { pos: number; end: number }[] {
  const { program, words } = command;
  const find = (pattern: RegExp): readonly { pos: number; end: number }[] =>
    words.filter((word) => pattern.test(literalOf(word) ?? '')).slice(0, 1);
  switch (program) {
    case 'curl':
      return remoteAddresses(command, commands).length === 0
        ? []
        : find(/^(--insecure|-[#afgijklnpqsvGILNOSR]*k[#afgijklnpqsvGILNOSR]*)$/);
    case 'wget':
      return remoteAddresses(command, commands).length === 0 ? [] : find(/^--no-check-certificate$/);
    case 'git': {
      const setting = words.find((word) =>
        /^http\.(.*\.)?sslVerify(=(false|0|no))?$/i.test(literalOf(word) ?? ''),
      );
      if (setting === undefined) return [];
      const value = literalOf(words[words.indexOf(setting) + 1]) ?? '';
      const off = literalOf(setting)?.includes('=') === true || /^(false|0|no)$/i.test(value);
      return off ? [setting] : [];
    }
    case 'pip':
    case 'pip3':
      return find(/^--trusted-host(=.*)?$/);
    case 'conda':
    case 'mamba':
      return words.some((word) => literalOf(word) === 'ssl_verify') &&
        words.some((word) => /^(no|false)$/i.test(literalOf(word) ?? ''))
        ? find(/^ssl_verify$/)
        : [];
    case 'npm':
    case 'yarn':
    case 'pnpm':
      return words.some((word) => literalOf(word) === 'strict-ssl') &&
        words.some((word) => literalOf(word) === 'false')
        ? find(/^strict-ssl$/)
        : find(/^--strict-ssl=false$/);
    default:
      return [];
  }
}
