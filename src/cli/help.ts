import {
  type CommandName,
  commandNames,
  type OptionName,
  type OptionRow,
  optionTable,
} from '../app/option-table.ts';
import { suggest } from '../base/suggest.ts';
import { wrappedLines } from '../base/wrapped-lines.ts';
import { helpWith } from '../diagnostics/did-you-mean.ts';
import { tool } from '../report/report.ts';
import type { CommandLine } from './arguments.ts';
import { refuse, type Streams } from './streams.ts';

/** What is said of a command. */
export interface CommandWords {
  readonly usage: string;
  readonly does: string;
  /** What stands behind the program's name in two typical calls. */
  readonly examples: readonly [string, string];
}

/** Each command: how it is called, what it does, and two examples. */
export const commandSummaries: Readonly<Record<CommandName, CommandWords>> = {
  check: {
    usage: '[PATH…]',
    does: 'lint, then run every selected workflow; one report',
    examples: ['check', 'check hello-world --mode slurm'],
  },
  lint: {
    usage: '[PATH…]',
    does: 'read workflow.yaml, run: blocks, start.sh and the scripts that these lead to; start nothing',
    examples: ['lint', 'lint workflows/hello-world/start.sh --fix'],
  },
  run: {
    usage: '[PATH…]',
    does: 'start each service as the platform would, wait for it, stop it, see what is left',
    examples: ['run hello-world', 'run hello-world --plan -i hello.message=Hi'],
  },
  list: {
    usage: '[PATH…]',
    does: 'print the selected workflows',
    examples: ['list', 'list --changed main --json'],
  },
  merge: {
    usage: 'FILE…',
    does: 'make one report out of the JSON reports of several shards',
    examples: ['merge shard-*.json', 'merge shard-*.json --output html=report.html'],
  },
  'shard-script': {
    usage: '[PATH…]',
    does: 'print a script that checks the workflows as a job array of a cluster, and merges',
    examples: [
      'shard-script --scheduler slurm --shards 8 > check.sh',
      'shard-script --scheduler pbs --mode pbs',
    ],
  },
  gate: {
    usage: '[PATH…]',
    does: 'the release gate: everything, strict',
    examples: ['gate', 'gate --next 1.3.0'],
  },
  compare: {
    usage: 'BASE',
    does: 'compare the input forms with a git revision, with a semver verdict',
    examples: ['compare v1.2.0', 'compare HEAD~1 --format json'],
  },
  explain: {
    usage: 'RULE',
    does: 'print what a rule finds, why, and what to do',
    examples: ['explain marker-race', 'explain undeclared-input --json'],
  },
  rules: { usage: '', does: 'print the table of rules', examples: ['rules', 'rules --json'] },
  graph: {
    usage: 'WORKFLOW',
    does: 'print the graph of jobs',
    examples: ['graph hello-world', 'graph hello-world --format dot'],
  },
  schema: {
    usage: '[workflow|config|report]',
    does: 'print a JSON Schema',
    examples: ['schema', 'schema config'],
  },
  new: {
    usage: 'NAME',
    does: 'write a new workflow from a template',
    examples: ['new my-service', 'new viewer --template desktop'],
  },
  init: {
    usage: '',
    does: 'write the GitHub workflow, the configuration and a baseline into this repository',
    examples: ['init --dry-run', 'init --action OWNER/REPO@REF'],
  },
  doctor: {
    usage: '',
    does: 'tell what this machine offers and what will be emulated',
    examples: ['doctor', 'doctor --json'],
  },
  wait: {
    usage: '',
    does: 'wait for the service of a job directory, as utils/wait_service.sh does',
    examples: ['wait --job-dir .', 'wait --timeout 2m'],
  },
  template: {
    usage: 'WORKFLOW',
    does: 'print every input of a workflow as commented YAML, for --inputs or a scenario',
    examples: ['template hello-world', 'template hello-world > inputs.yaml'],
  },
  scenarios: {
    usage: 'new WORKFLOW',
    does: 'write scenario files into ci/ beside a workflow, one for each branch of its form',
    examples: ['scenarios new hello-world', 'scenarios new workflows/hello-world --force'],
  },
  lsp: {
    usage: '',
    does: 'serve an editor: findings, repairs, completion and more while one types',
    examples: ['lsp', 'lsp --stdio'],
  },
  completion: {
    usage: 'bash|zsh|fish',
    does: 'print what a shell sources to complete the words of this program',
    examples: ['completion bash', 'completion fish'],
  },
  version: { usage: '', does: 'print the version', examples: ['version', '--version'] },
  help: { usage: '[COMMAND]', does: 'print the help of a command', examples: ['help', 'help check'] },
};

/** The options by what they are about; the last group takes what no other has. */
const groups: readonly (readonly [string, readonly OptionName[]])[] = [
  [
    'What is checked',
    ['workflows', 'changed', 'config', 'only', 'skip', 'shard', 'shards', 'times', 'no-cache'],
  ],
  ['What fails', ['fail-on', 'baseline', 'update-baseline', 'new-only']],
  ['Reports', ['format', 'output', 'severity', 'sort', 'json']],
  ['Repairs', ['fix', 'fix-unsafe', 'fix-dry-run']],
  [
    'Runs',
    [
      'mode',
      'scenario',
      'input',
      'inputs',
      'timeout',
      'stable-for',
      'repeat',
      'jobs',
      'plan',
      'keep',
      'screenshot',
      'allow-untrusted-run',
    ],
  ],
];

/** The help of the program: its commands and exit codes. */
export function programHelp(): string {
  const rows = commandNames.map((name) => `  ${name.padEnd(12)}${commandSummaries[name].does}`);
  return [
    `${tool.name} ${tool.version}`,
    'Lints, runs and gates Parallel Works ACTIVATE interactive session workflows.',
    '',
    `Usage: ${tool.name} COMMAND [PATH…] [options]`,
    '',
    'Commands:',
    ...rows,
    '',
    `To begin, in a repository: "${tool.name} lint" shows what is found, "${tool.name} init" adopts it.`,
    `"${tool.name} help COMMAND" tells the options of a command.`,
    '',
    'Exit status: 0 clean, 1 findings or a failed run, 2 the request is wrong, 3 the tool itself failed.',
    '',
  ].join('\n');
}

/** The help of one command: how it is called, two examples, and its options by what they are about. */
export function commandHelp(command: CommandName): string {
  const { usage, does, examples } = commandSummaries[command];
  const own = optionTable.filter((row) => row.commands.includes(command));
  const placed = groups.map(
    ([title, names]) => [title, own.filter((row) => names.includes(row.name))] as const,
  );
  const others = own.filter((row) => !groups.some(([, names]) => names.includes(row.name)));
  const call = [tool.name, command, usage, '[options]'].filter((word) => word !== '').join(' ');
  return [
    `Usage: ${call}`,
    '',
    `${does[0]?.toUpperCase()}${does.slice(1)}.`,
    '',
    'Examples:',
    ...examples.map((example) => `  ${tool.name} ${example}`),
    '',
    ...[...placed, ['Options', others] as const].flatMap(([title, rows]) =>
      rows.length === 0 ? [] : [`${title}:`, ...rows.map(optionLine), ''],
    ),
  ].join('\n');
}

/** Characters of a line, so that a terminal breaks none; and the column in which the words on an option begin. */
const lineWidth = 80;
const helpColumn = 28;

function optionLine(row: OptionRow): string {
  const short = row.short === undefined ? '    ' : `-${row.short}, `;
  const value = row.value === undefined ? '' : row.kind === 'optional' ? ` [${row.value}]` : ` ${row.value}`;
  const written = `  ${short}--${row.name}${value}`;
  const indent = ' '.repeat(helpColumn);
  const [first = '', ...others] = wrappedLines(row.help, lineWidth - helpColumn);
  const start = written.length < helpColumn ? written.padEnd(helpColumn) : `${written}\n${indent}`;
  return [`${start}${first}`, ...others.map((line) => `${indent}${line}`)].join('\n');
}

/** Carries out `help`. */
export function helpCommand({ operands }: CommandLine, streams: Streams): number {
  const [word] = operands;
  const command = commandNames.find((name) => name === word);
  if (word === undefined || command !== undefined) {
    streams.print(command === undefined ? programHelp() : commandHelp(command));
    return 0;
  }
  const near = suggest(word, commandNames);
  return refuse(
    streams,
    `unknown command "${word}": ${helpWith(near, `expected one of ${commandNames.join(', ')}`)}`,
  );
}
