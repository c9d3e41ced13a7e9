import { scriptFile } from '../../model/read-script.ts';
import type { Script } from '../../model/script.ts';
import type { WorkflowFile, Workspace } from '../../model/workflow.ts';
import type { FilePath, Span } from '../../source/span.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { literal, type Value } from '../shell/interpreter/state/value.ts';
import { type KnownServer, knownServer } from '../shell/programs/known-servers.ts';
import type { ShellCommand } from '../shell/shell-command.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import { literalOf } from '../shell/shell-words.ts';
import type { WrittenScript } from '../written/written-script.ts';
import { writtenScripts } from '../written/written-scripts.ts';
import { type EndpointWords, readEndpointWords } from './endpoint-words.ts';

/** A call of `pw endpoints` in a script of a workflow. */
export interface EndpointCommand {
  readonly script: Script;
  readonly command: ShellCommand;
  readonly verb: 'run' | 'http' | 'https' | 'serve' | 'delete';
  /** The word that names the endpoint; absent when the platform chooses a name. */
  readonly name: Word | undefined;
  /** The long names of its options, without dashes. */
  readonly options: ReadonlySet<string>;
  /** Its words as they are written. */
  readonly read: EndpointWords;
  /** The words of the command that it runs, else its operands. */
  readonly served: readonly Word[];
  /** The whole call. */
  readonly at: Span;
  /** Whether the script goes on without waiting for its end. */
  readonly inBackground: boolean;
}

const mostScripts = 200;

/**
 * The calls of `pw endpoints` in the blocks of a workflow, in the scripts that these write, and in the shell scripts of the
 * repository that stand in its folder or are named in it: templates too, which are put together with others on the way.
 */
export function endpointCommands(file: WorkflowFile, context: AnalysisContext): readonly EndpointCommand[] {
  const { workflow } = file;
  if (workflow === undefined) return [];
  const known = [...workflow.scripts, ...context.ask(scriptsBeside, file)];
  const written = context.ask(writtenByEndpointScripts, file).map(({ script }) => script);
  // a template that a block puts together with others is read twice
  const found = new Map<string, EndpointCommand>();
  for (const script of [...known, ...written]) {
    for (const command of context.ask(commandsIn, script)) {
      const place = `${command.at.file}:${command.at.start}`;
      if (!found.has(place)) found.set(place, command);
    }
  }
  return [...found.values()];
}

/** The scripts with endpoints in them that the blocks of a workflow write, and those that these write. */
export function writtenByEndpointScripts(
  file: WorkflowFile,
  context: AnalysisContext,
): readonly WrittenScript[] {
  const all: WrittenScript[] = [];
  let from = file.workflow?.scripts ?? [];
  for (let depth = 0; depth < deepest && from.length > 0; depth++) {
    const next = from.flatMap((script) =>
      mentions.test(script.shell.text) || depth === 0 ? context.ask(writtenScripts, script) : [],
    );
    all.push(...next.filter(({ script }) => mentions.test(script.shell.text)));
    from = next.map(({ script }) => script);
  }
  return all;
}

const mentions = /\bendpoints?\b/;
/** A script that writes one that writes one: deeper nobody writes. */
const deepest = 3;

/** The shell scripts in the folder of a workflow, and those that it names. */
function scriptsBeside(file: WorkflowFile, context: AnalysisContext): readonly Script[] {
  const { text } = file.source;
  const isBeside = (path: FilePath): boolean =>
    (file.directory !== '' && path.startsWith(`${file.directory}/`)) || text.includes(path);
  return shellScripts(context.workspace)
    .filter(isBeside)
    .slice(0, mostScripts)
    .flatMap((path) => {
      const content = context.workspace.files.read(path);
      return content.kind === 'text' && content.text.includes('endpoint')
        ? [scriptFile({ path, text: content.text }, 'sourced')]
        : [];
    });
}

const shellScripts = ({ files }: Workspace): readonly FilePath[] =>
  files.paths.filter((path) => /\.(?:sh|bash)$/.test(path));

function commandsIn(script: Script, context: AnalysisContext): readonly EndpointCommand[] {
  if (!mentions.test(script.shell.text)) return [];
  return context.ask(shellCommands, script).commands.flatMap((command) => {
    if (command.program !== 'pw') return [];
    const at = command.words.findIndex((word) => /^endpoints?$/.test(word.text));
    const verb = at === -1 ? undefined : verbs.get(command.words[at + 1]?.text ?? '');
    if (verb === undefined) return [];
    const call = readCall(script, command, verb, command.words.slice(at + 2));
    // what asks for help starts nothing
    return call.options.has('help') ? [] : [call];
  });
}

const verbs: ReadonlyMap<string, EndpointCommand['verb']> = new Map([
  ['run', 'run'],
  ['http', 'http'],
  ['https', 'https'],
  ['serve', 'serve'],
  ['delete', 'delete'],
  ['rm', 'delete'],
]);

function readCall(
  script: Script,
  command: ShellCommand,
  verb: EndpointCommand['verb'],
  words: readonly Word[],
): EndpointCommand {
  const read = readEndpointWords(words, verb === 'run');
  const { pos, end } = command.node;
  const named = read.options.find((option) => option.fact?.name === 'name');
  const name = named?.value ?? (named?.isAttached === true ? named.word : undefined);
  return {
    script,
    command,
    verb,
    options: new Set(read.options.map(({ fact, written }) => fact?.name ?? written.replace(/^-+/, ''))),
    read,
    served: read.operands,
    name: verb === 'delete' ? (name ?? read.operands[0]) : name,
    at: script.text.spanOf(pos, end),
    inBackground: /^\s*&(?!&)/.test(script.shell.text.slice(end)),
  };
}

/** The texts of the command that an endpoint runs, without quotes; `undefined` in place of what a shell puts in. */
export function servedTexts({ served }: EndpointCommand): readonly (string | undefined)[] {
  return served.map((word) => literalOf(word));
}

/** The server of the table that an endpoint runs. */
export function servedServer(command: EndpointCommand): KnownServer | undefined {
  return knownServer(
    servedTexts(command).map((text, index) =>
      text === undefined ? [{ id: -1 - index, origin: { kind: 'other' }, nonEmpty: false }] : literal(text),
    ),
  );
}

/** What `pw endpoints run` puts into the environment of its command that servers read. */
export const servedEnvironment: ReadonlyMap<string, Value> = new Map([['PORT', literal('{port}')]]);

/** The text of the word that names an endpoint, quotes and the option before it taken off. */
export function nameText({ name }: EndpointCommand): string | undefined {
  return name?.text.replace(/^(?:-[-\w]*=|-n)/, '').replaceAll(/["']/g, '');
}
