import { quotedIfNeeded } from '../base/shell-quoted.ts';
import type { CommandName, OptionName, OptionWords } from './option-table.ts';

/** Options that say how a report looks and where it goes, not what is checked. */
const looks: readonly OptionName[] = ['format', 'output', 'quiet', 'no-color', 'debug', 'severity', 'sort'];

/**
 * A request as the command that makes it, for the report that it gives. Values of inputs are left out: what the form
 * held stands beside each run, without its passwords.
 */
export function requestWords(
  command: CommandName,
  operands: readonly string[],
  options: OptionWords,
): string {
  const given = Object.entries(options) as readonly (readonly [OptionName, readonly string[]])[];
  const words = given
    .filter(([name]) => !looks.includes(name))
    .flatMap(([name, values]) =>
      values.map((value) => {
        if (value === 'true') return `--${name}`;
        return `--${name}=${name === 'input' ? value.replace(/=.*/s, '=…') : value}`;
      }),
    );
  return ['pw-workflow-check', command, ...operands, ...words].map(quotedIfNeeded).join(' ');
}
