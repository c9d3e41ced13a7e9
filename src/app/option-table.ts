import { reportFormats } from '../report/report-format.ts';

/** The commands of the program (contract, part 1). */
export const commandNames = [
  'check',
  'lint',
  'run',
  'list',
  'merge',
  'shard-script',
  'gate',
  'compare',
  'explain',
  'rules',
  'graph',
  'schema',
  'new',
  'init',
  'doctor',
  'wait',
  'template',
  'scenarios',
  'lsp',
  'completion',
  'version',
  'help',
] as const;

/** The name of a command. */
export type CommandName = (typeof commandNames)[number];

/** One option: how it is written and what it does. */
export interface OptionRow {
  readonly name: string;
  readonly short?: string;
  /** `flag` takes nothing, `value` one word, `list` may be given several times, `optional` takes a word or nothing. */
  readonly kind: 'flag' | 'value' | 'list' | 'optional';
  /** How the value is called in the help. */
  readonly value?: string;
  /** The only words that it takes. */
  readonly words?: readonly string[];
  /** The commands that know it; `reporting` are those that print a report. */
  readonly commands: readonly CommandName[];
  readonly help: string;
}

const checking = ['check', 'lint', 'run', 'gate'] as const;
const reporting = [...checking, 'merge'] as const;
const running = ['check', 'run', 'gate'] as const;
const selecting = [...checking, 'list'] as const;

const [usualFormat, ...otherFormats] = reportFormats;
const formatList = [`${usualFormat} (default)`, ...otherFormats].join(', ');

const table = [
  {
    name: 'format',
    kind: 'value',
    value: 'FORMAT',
    words: reportFormats,
    commands: [...reporting, 'graph', 'compare'],
    help: `what stdout carries: ${formatList}; graph: mermaid, dot, json`,
  },
  {
    name: 'output',
    short: 'o',
    kind: 'list',
    value: 'FORMAT=FILE',
    commands: [...reporting],
    help: 'also write the report to a file; may be given several times',
  },
  {
    name: 'sarif-category',
    kind: 'value',
    value: 'NAME',
    commands: [...reporting],
    help: 'what keeps this analysis apart from others of one commit in code scanning',
  },
  {
    name: 'config',
    short: 'c',
    kind: 'value',
    value: 'FILE',
    commands: [...selecting, 'compare', 'shard-script'],
    help: 'the configuration to use instead of .pw-workflow-check.yaml',
  },
  {
    name: 'fail-on',
    kind: 'value',
    value: 'SEVERITY',
    words: ['error', 'warning', 'note', 'never'],
    commands: ['check', 'lint', 'run', 'merge', 'shard-script'],
    help: 'the least severity that fails the check: error (default), warning, note, never',
  },
  {
    name: 'severity',
    kind: 'value',
    value: 'SEVERITY',
    words: ['error', 'warning', 'note'],
    commands: [...reporting],
    help: 'the least severity that people are shown: error, warning, note (default); json, ndjson, sarif and junit hold all',
  },
  {
    name: 'sort',
    kind: 'value',
    value: 'ORDER',
    words: ['severity', 'place'],
    commands: [...reporting],
    help: 'the order on the terminal: severity (default), the worst first; place, file by file',
  },
  {
    name: 'only',
    kind: 'list',
    value: 'RULE',
    commands: [...checking],
    help: 'report this rule only; may be given several times',
  },
  {
    name: 'skip',
    kind: 'list',
    value: 'RULE',
    commands: [...checking],
    help: 'do not report this rule; may be given several times',
  },
  {
    name: 'workflows',
    kind: 'list',
    value: 'GLOB',
    commands: [...selecting, 'compare', 'shard-script'],
    help: 'which files are workflows; the default is workflows/*/workflow.yaml, or else files whose content is one',
  },
  {
    name: 'changed',
    kind: 'optional',
    value: 'BASE',
    commands: ['check', 'lint', 'run', 'list'],
    help: 'only workflows that differ from BASE, directly or through a file that they use',
  },
  {
    name: 'baseline',
    kind: 'value',
    value: 'FILE',
    commands: ['check', 'lint', 'run'],
    help: 'leave out findings that are in this file: written by init, or a JSON report',
  },
  {
    name: 'update-baseline',
    kind: 'flag',
    commands: ['check', 'lint'],
    help: 'write everything that is found into the baseline, as what is known from now on',
  },
  {
    name: 'new-only',
    kind: 'optional',
    value: 'BASE',
    commands: ['check', 'lint'],
    help: 'leave out findings that BASE has, too; without it the branch that work goes to',
  },
  {
    name: 'fix',
    kind: 'flag',
    commands: ['check', 'lint'],
    help: 'apply the repairs that cannot change what a workflow means',
  },
  {
    name: 'fix-unsafe',
    kind: 'flag',
    commands: ['check', 'lint'],
    help: 'apply also the repairs that guess',
  },
  {
    name: 'fix-dry-run',
    kind: 'flag',
    commands: ['check', 'lint'],
    help: 'print what --fix, or with --fix-unsafe that, would change as a patch, the report on stderr, and change nothing',
  },
  {
    name: 'mode',
    short: 'm',
    kind: 'list',
    value: 'MODE',
    words: ['controller', 'slurm', 'pbs'],
    commands: [...running, 'shard-script'],
    help: 'how the service is started: controller (default), slurm, pbs; may be given several times',
  },
  {
    name: 'scenario',
    short: 's',
    kind: 'list',
    value: 'NAME',
    commands: [...running, 'shard-script'],
    help: 'the input values to run with: a file workflows/NAME/ci/SCENARIO.yaml, or default',
  },
  {
    name: 'input',
    short: 'i',
    kind: 'list',
    value: 'KEY=VALUE',
    commands: [...running],
    help: 'the value of one input, as group.item=value; may be given several times',
  },
  {
    name: 'inputs',
    kind: 'value',
    value: 'FILE',
    commands: [...running],
    help: 'a YAML or JSON file with input values',
  },
  {
    name: 'timeout',
    kind: 'value',
    value: 'DURATION',
    commands: [...running, 'wait', 'shard-script'],
    help: 'the limit of a run, all its phases together: 90s, 2m, 500ms; a bare number is seconds',
  },
  {
    name: 'stable-for',
    kind: 'value',
    value: 'DURATION',
    commands: [...running],
    help: 'how long a service must stay up to count as ready; the default is 2s',
  },
  {
    name: 'keep',
    kind: 'flag',
    commands: [...running],
    help: 'keep the job directory of every run',
  },
  {
    name: 'plan',
    kind: 'flag',
    commands: ['check', 'run'],
    help: 'print what would be run, start nothing',
  },
  {
    name: 'failed',
    kind: 'optional',
    value: 'REPORT',
    commands: ['check', 'run'],
    help: 'run only what failed in a JSON report; without one, in the last report of this repository',
  },
  {
    name: 'require-run',
    kind: 'list',
    value: 'NAME',
    commands: [...running],
    help: 'a workflow whose run may not be skipped, by name; may be given several times',
  },
  {
    name: 'repeat',
    kind: 'value',
    value: 'N',
    commands: ['check', 'run'],
    help: 'run every service N times',
  },
  {
    name: 'screenshot',
    kind: 'flag',
    commands: [...running],
    help: 'photograph the page of a ready service, when Chromium is on the machine',
  },
  {
    name: 'jobs',
    short: 'j',
    kind: 'value',
    value: 'N',
    commands: [...running],
    help: 'how many services run at once',
  },
  {
    name: 'shard',
    kind: 'value',
    value: 'I/N',
    commands: [...checking],
    help: 'take the Ith of N parts of the workflows',
  },
  {
    name: 'times',
    kind: 'value',
    value: 'REPORT',
    commands: [...checking],
    help: 'with --shard: a JSON report whose runs say how long each workflow takes; the same for all parts',
  },
  {
    name: 'shards',
    kind: 'value',
    value: 'N',
    commands: ['list', 'shard-script'],
    help: 'how many parts the workflows are shared out into: list prints them for a matrix, shard-script runs as many tasks',
  },
  {
    name: 'scheduler',
    kind: 'value',
    value: 'NAME',
    words: ['slurm', 'pbs'],
    commands: ['shard-script'],
    help: 'whose job array it is: slurm, pbs',
  },
  {
    name: 'report',
    kind: 'value',
    value: 'FILE',
    commands: ['gate'],
    help: 'judge this JSON report, merged from shards, instead of checking once more',
  },
  {
    name: 'next',
    kind: 'value',
    value: 'VERSION',
    commands: ['gate'],
    help: 'the version to be released; the default is the tag of this commit',
  },
  {
    name: 'base',
    kind: 'value',
    value: 'REVISION',
    commands: ['gate'],
    help: 'the release to compare the forms with; the default is the tag before',
  },
  {
    name: 'tag-prefix',
    kind: 'value',
    value: 'TEXT',
    commands: ['gate'],
    help: 'what stands before the version in the tags of releases, as "hpc-" in hpc-v1.2.0',
  },
  {
    name: 'first',
    kind: 'flag',
    commands: ['gate'],
    help: 'there is no release before this one',
  },
  {
    name: 'allow-partial',
    kind: 'flag',
    commands: ['merge'],
    help: 'put together what there is, when reports of parts are missing or of different commits',
  },
  {
    name: 'json',
    kind: 'flag',
    commands: ['list', 'rules', 'doctor', 'explain'],
    help: 'print JSON',
  },
  {
    name: 'action',
    kind: 'value',
    value: 'OWNER/REPO@REF',
    commands: ['init'],
    help: 'the action that CI is to use, when this program does not know where it came from',
  },
  {
    name: 'comments',
    kind: 'flag',
    commands: ['init'],
    help: 'also write a workflow that keeps one comment on each pull request, those from forks included',
  },
  {
    name: 'dry-run',
    kind: 'flag',
    commands: ['init'],
    help: 'name the files that would be written, and write none',
  },
  {
    name: 'force',
    kind: 'flag',
    commands: ['init', 'scenarios'],
    help: 'write also over files that are there',
  },
  {
    name: 'template',
    kind: 'value',
    value: 'NAME',
    words: ['hello-world', 'notebook', 'desktop', 'proxy', 'container', 'batch', 'endpoint'],
    commands: ['new'],
    help: 'what the new workflow is: a session with one of several services, a computation, or an endpoint',
  },
  {
    name: 'job-dir',
    kind: 'value',
    value: 'DIR',
    commands: ['wait'],
    help: 'the directory with the coordination files',
  },
  {
    name: 'stdio',
    kind: 'flag',
    commands: ['lsp'],
    help: 'speak over stdin and stdout, which it does anyway',
  },
  {
    name: 'clientProcessId',
    kind: 'value',
    value: 'PID',
    commands: ['lsp'],
    help: 'end when this process, the editor, has ended',
  },
  {
    name: 'allow-untrusted-run',
    kind: 'flag',
    commands: [...running],
    help: 'run scripts also under pull_request_target and workflow_run, with the rights of the repository',
  },
  {
    name: 'no-cache',
    kind: 'flag',
    commands: [...checking],
    help: 'ask ShellCheck again about scripts that did not change; PW_WORKFLOW_CHECK_CACHE=off does the same',
  },
  {
    name: 'quiet',
    short: 'q',
    kind: 'flag',
    commands: [...commandNames],
    help: 'no progress, no remarks, no runs that passed',
  },
  {
    name: 'no-color',
    kind: 'flag',
    commands: [...commandNames],
    help: 'no colours; NO_COLOR in the environment does the same',
  },
  {
    name: 'debug',
    kind: 'flag',
    commands: [...commandNames],
    help: 'show where a fault of this program arose; PW_WORKFLOW_CHECK_DEBUG=1 in the environment does the same',
  },
  { name: 'version', short: 'V', kind: 'flag', commands: [...commandNames], help: 'print the version' },
  { name: 'help', short: 'h', kind: 'flag', commands: [...commandNames], help: 'print this help' },
] as const satisfies readonly OptionRow[];

/** The name of an option, without its dashes. */
export type OptionName = (typeof table)[number]['name'];

/** Every option of every command, in the order of the help. */
export const optionTable: readonly (OptionRow & { readonly name: OptionName })[] = table;

/** The words given for options; a flag that is given has the word `true`. */
export type OptionWords = Readonly<Partial<Record<OptionName, readonly string[]>>>;
