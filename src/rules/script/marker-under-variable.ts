import { type Coordination, coordination } from '../../analysis/contract/coordination.ts';
import { nameOfPath } from '../../analysis/shell/interpreter/state/job-path.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { assignsVariable } from '../../analysis/shell/variable-texts.ts';
import type { Span } from '../../source/span.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** Coordination files under a folder that only a scheduler or a machine names. */
export const markerUnderVariable = defineRule({
  meta: {
    id: 'marker-under-variable',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The start script writes its coordination files in the folder of a variable such as TMPDIR or SLURM_SUBMIT_DIR.',
      why: 'TMPDIR is a folder of the node where nobody looks. SLURM_SUBMIT_DIR and PBS_O_WORKDIR are empty where that scheduler did not start the script: `cd` then goes home, and a path begins at `/`.',
      fix: 'Write the files in the folder where the script starts, before it goes to another one.',
      examples: {
        bad: [
          startExample({ before: '«cd "$TMPDIR"»' }),
          startExample({ before: 'date\n«cd "${TMPDIR:-/tmp}"»\nmkdir -p page' }),
          startExample({ before: '«cd $SLURM_SUBMIT_DIR»' }),
          startExample({ before: '«cd "${PBS_O_WORKDIR}"»' }),
          startExample({ started: 'touch «"$TMPDIR/job.started"»' }),
          startExample({ announce: 'echo "$port" > «"${SLURM_SUBMIT_DIR}/SESSION_PORT"»' }),
        ],
        good: [
          startExample({ service: 'cd "$TMPDIR"\nexec python3 -m http.server "$port"' }),
          startExample({ before: 'cd "${SLURM_SUBMIT_DIR:-$PWD}"' }),
          startExample({ before: '[ -n "$PBS_O_WORKDIR" ] && cd "$PBS_O_WORKDIR"' }),
          startExample({ before: 'date > "$TMPDIR/date.txt"' }),
          startExample({ before: 'cd "$TMPDIR"\ndate\ncd "$PW_PARENT_JOB_DIR"' }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined || contract.behaviour.opaque) return;
    const { commands } = context.ask(shellCommands, script);
    const place = movedAway(contract, commands) ?? writtenAway(contract, commands);
    if (place === undefined) return;
    const { variable, name } = place;
    const blocks = contract.session?.blocks ?? [];
    const { text } = script.shell;
    const isTested = new RegExp(`-[nzd]\\s+["']?\\$\\{?${variable}\\b`).test(text);
    if (isTested || assignsVariable(text, variable)) return;
    if (blocks.some((one) => one.script.shell.text.includes(variable))) return;
    yield {
      message:
        variable === 'TMPDIR'
          ? `"${name}" is written in "$TMPDIR", where nobody looks for it`
          : `"$${variable}" is empty where no scheduler sets it: "${name}" is then written in ${place.folder}`,
      at: place.at,
      related:
        place.written === undefined ? [] : [{ span: place.written, text: `"${name}" is written here` }],
      help: place.help,
    };
  },
});

/** A coordination file that is written in the folder of such a variable. */
interface WrittenAway {
  readonly variable: string;
  /** The file. */
  readonly name: string;
  readonly at: Span;
  /** Where the file is written, when that is another place. */
  readonly written: Span | undefined;
  /** Which folder an empty variable makes of it. */
  readonly folder: string;
  readonly help: string;
}

/** The script goes into the folder, and writes the file by its name alone. */
function movedAway(
  { behaviour, files, script }: Coordination,
  commands: readonly ShellCommand[],
): WrittenAway | undefined {
  const moves = commands.filter(({ program }) => /^(cd|pushd|popd)$/.test(program ?? ''));
  const names = Object.values(files).map(nameOfPath);
  for (const event of behaviour.events) {
    if (event.kind !== 'write' || event.at.file !== script.path) continue;
    if (!event.file.startsWith('@?') || !names.includes(nameOfPath(event.file))) continue;
    const before = moves.filter(({ node }) => script.text.spanOf(node.pos, node.end).start < event.at.start);
    const move = before.at(-1);
    const variable = move === undefined || move.conditional ? undefined : variableOf(move);
    if (move === undefined || variable === undefined) return undefined;
    const [word] = move.words;
    return {
      variable,
      name: nameOfPath(event.file),
      at: script.text.spanOf(move.node.name?.pos ?? move.node.pos, word?.end ?? move.node.end),
      written: event.at,
      folder: 'the home folder',
      help:
        variable === 'TMPDIR'
          ? 'write the files first, and change the folder afterwards'
          : `stay in the folder where the script starts, or write "\${${variable}:-$PWD}"`,
    };
  }
  return undefined;
}

/** The folder stands in front of the name of the file. */
function writtenAway(
  { files, script }: Coordination,
  commands: readonly ShellCommand[],
): WrittenAway | undefined {
  const names = Object.values(files).map(nameOfPath);
  for (const command of commands) {
    for (const word of targetsOf(command)) {
      const [, variable = '', name = ''] =
        /^\$\{?(\w+)\}?\/([\w.]+)$/.exec(word.text.replaceAll('"', '')) ?? [];
      if (!folderVariable.test(variable) || !names.includes(name)) continue;
      return {
        variable,
        name,
        at: script.text.spanOf(word.pos, word.end),
        written: undefined,
        folder: 'the top folder "/"',
        help: `write it in the folder where the script starts: "${name}"`,
      };
    }
  }
  return undefined;
}

/** The words that name files which a command writes. */
function targetsOf({ program, words, redirections }: ShellCommand): readonly Word[] {
  const targets = redirections.flatMap((one) =>
    one.type === 'Redirect' && /^(>>?|>\||&>>?)$/.test(one.operator) ? (one.target ?? []) : [],
  );
  return /^(touch|tee|cp|mv)$/.test(program ?? '') ? [...targets, ...words] : targets;
}

/** Variables that name a folder of the scheduler or of one node. */
const folderVariable = /^(TMPDIR|SLURM_SUBMIT_DIR|PBS_O_WORKDIR|LS_SUBCWD|SGE_O_WORKDIR)$/;

/** The variable that names the folder, where nothing else does. */
function variableOf({ words: [word] }: ShellCommand): string | undefined {
  const text = word?.text.replace(/^"(.*)"$/, '$1') ?? '';
  const plain = /^\$\{?(\w+)\}?\/?$/.exec(text)?.[1];
  if (plain !== undefined && folderVariable.test(plain)) return plain;
  return /^\$\{(TMPDIR):?-\/(?:tmp|scratch|var\/tmp)[\w./-]*\}\/?$/.exec(text)?.[1];
}
