import { type CommandName, commandNames, optionTable } from '../app/option-table.ts';
import { tool } from '../report/report.ts';

const summaries: Readonly<Record<CommandName, { readonly usage: string; readonly does: string }>> = {
  check: { usage: '[PATH…]', does: 'lint, then run every selected workflow; one report' },
  lint: {
    usage: '[PATH…]',
    does: 'read workflow.yaml, run: blocks, start.sh and what it sources; start nothing',
  },
  run: {
    usage: '[PATH…]',
    does: 'start each service as the platform would, wait for it, stop it, see what is left',
  },
  list: { usage: '[PATH…]', does: 'print the selected workflows' },
  merge: { usage: 'FILE…', does: 'make one report out of the JSON reports of several shards' },
  gate: { usage: '[PATH…]', does: 'the release gate: everything, strict' },
  compare: { usage: 'BASE', does: 'compare the input forms with a git revision, with a semver verdict' },
  explain: { usage: 'RULE', does: 'print what a rule finds, why, and what to do' },
  rules: { usage: '', does: 'print the table of rules' },
  graph: { usage: 'WORKFLOW', does: 'print the graph of jobs' },
  schema: { usage: '[workflow|config|report]', does: 'print a JSON Schema' },
  new: { usage: 'NAME', does: 'write a new workflow from the template' },
  init: {
    usage: '',
    does: 'write the GitHub workflow, the configuration and a baseline into this repository',
  },
  doctor: { usage: '', does: 'tell what this machine offers and what will be emulated' },
  wait: { usage: '', does: 'wait for the service of a job directory, as utils/wait_service.sh does' },
};

/** The help of the program: its commands and exit codes. */
export function programHelp(): string {
  const rows = commandNames.map((name) => `  ${name.padEnd(9)}${summaries[name].does}`);
  return [
    `${tool.name} ${tool.version}`,
    'Lints, runs and gates Parallel Works ACTIVATE interactive session workflows.',
    '',
    `Usage: ${tool.name} COMMAND [PATH…] [options]`,
    '',
    'Commands:',
    ...rows,
    '',
    `"${tool.name} COMMAND --help" tells the options of a command.`,
    '',
    'Exit status: 0 clean, 1 findings or a failed run, 2 the request is wrong, 3 the tool itself failed.',
    '',
  ].join('\n');
}

/** The help of one command: how it is called and its options. */
export function commandHelp(command: CommandName): string {
  const { usage, does } = summaries[command];
  const rows = optionTable
    .filter((row) => row.commands.includes(command))
    .map((row) => {
      const short = row.short === undefined ? '    ' : `-${row.short}, `;
      const value =
        row.value === undefined ? '' : row.kind === 'optional' ? ` [${row.value}]` : ` ${row.value}`;
      const written = `  ${short}--${row.name}${value}`;
      return written.length < 28
        ? `${written.padEnd(28)}${row.help}`
        : `${written}\n${' '.repeat(28)}${row.help}`;
    });
  const call = [tool.name, command, usage, '[options]'].filter((word) => word !== '').join(' ');
  return [
    `Usage: ${call}`,
    '',
    `${does[0]?.toUpperCase()}${does.slice(1)}.`,
    '',
    'Options:',
    ...rows,
    '',
  ].join('\n');
}
