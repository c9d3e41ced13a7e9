import { coordination } from '../../analysis/contract/coordination.ts';
import { nameOfPath } from '../../analysis/shell/interpreter/state/job-path.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
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
      what: 'The start script goes into the folder of a variable such as TMPDIR or SLURM_SUBMIT_DIR, and writes its coordination files there.',
      why: 'TMPDIR is a folder of the node where nobody looks. SLURM_SUBMIT_DIR and PBS_O_WORKDIR are empty where that scheduler did not start the script: `cd` then goes home.',
      fix: 'Write the files first, and change the folder afterwards.',
      examples: {
        bad: [
          startExample({ before: '«cd "$TMPDIR"»' }),
          startExample({ before: 'date\n«cd "${TMPDIR:-/tmp}"»\nmkdir -p page' }),
          startExample({ before: '«cd $SLURM_SUBMIT_DIR»' }),
          startExample({ before: '«cd "${PBS_O_WORKDIR}"»' }),
        ],
        good: [
          startExample({ service: 'cd "$TMPDIR"\nexec python3 -m http.server "$port"' }),
          startExample({ before: 'cd "${SLURM_SUBMIT_DIR:-$PWD}"' }),
          startExample({ before: '[ -n "$PBS_O_WORKDIR" ] && cd "$PBS_O_WORKDIR"' }),
          startExample({ before: 'cd "$TMPDIR"\ndate\ncd "$PW_PARENT_JOB_DIR"' }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined || contract.behaviour.opaque) return;
    const moves = context
      .ask(shellCommands, script)
      .commands.filter(({ program }) => /^(cd|pushd|popd)$/.test(program ?? ''));
    const names = Object.values(contract.files).map(nameOfPath);
    for (const event of contract.behaviour.events) {
      if (event.kind !== 'write' || event.at.file !== script.path) continue;
      if (!event.file.startsWith('@?') || !names.includes(nameOfPath(event.file))) continue;
      const before = moves.filter(
        ({ node }) => script.text.spanOf(node.pos, node.end).start < event.at.start,
      );
      const move = before.at(-1);
      const variable = move === undefined || move.conditional ? undefined : variableOf(move);
      if (move === undefined || variable === undefined) return;
      const { text } = script.shell;
      const asked = new RegExp(
        `-[nzd]\\s+["']?\\$\\{?${escapePattern(variable)}\\b|\\b${escapePattern(variable)}=`,
      );
      if (asked.test(text) || isReadThere(variable)) return;
      const [word] = move.words;
      const name = nameOfPath(event.file);
      yield {
        message:
          variable === 'TMPDIR'
            ? `"${name}" is written in "$TMPDIR", where nobody looks for it`
            : `"$${variable}" is empty where no scheduler sets it: "${name}" is then written in the home folder`,
        at: script.text.spanOf(move.node.name?.pos ?? move.node.pos, word?.end ?? move.node.end),
        related: [{ span: event.at, text: `"${name}" is written here` }],
        help:
          variable === 'TMPDIR'
            ? 'write the files first, and change the folder afterwards'
            : `stay in the folder where the script starts, or write "\${${variable}:-$PWD}"`,
      };
      return;
    }
    function isReadThere(variable: string): boolean {
      const blocks = contract?.session?.blocks ?? [];
      return blocks.some((block) => block.script.shell.text.includes(variable));
    }
  },
});

/** The variable that names the folder, where nothing else does. */
function variableOf({ words: [word] }: ShellCommand): string | undefined {
  const text = word?.text.replace(/^"(.*)"$/, '$1') ?? '';
  const plain = /^\$\{?(TMPDIR|SLURM_SUBMIT_DIR|PBS_O_WORKDIR|LS_SUBCWD|SGE_O_WORKDIR)\}?\/?$/.exec(
    text,
  )?.[1];
  return plain ?? /^\$\{(TMPDIR):?-\/(?:tmp|scratch|var\/tmp)[\w./-]*\}\/?$/.exec(text)?.[1];
}
