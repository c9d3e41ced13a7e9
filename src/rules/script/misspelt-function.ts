import { builtins } from '../../analysis/shell/interpreter/builtins/builtins.ts';
import { isKnownProgram } from '../../analysis/shell/programs/programs.ts';
import { scriptFunctions } from '../../analysis/shell/script-functions.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { isOneEdit } from '../../base/one-edit.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import type { Word } from '../../syntax/bash/tree.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';
import { isDefined, readsForeignFile } from './command-definitions.analysis.ts';

/** A command that nothing defines, and whose name is nearly that of a function of the script. */
export const misspeltFunction = defineRule({
  meta: {
    id: 'misspelt-function',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A command, or the handler of a trap, has nearly the name of a function that the script defines, and is no function of any script of the repository.',
      why: 'Bash says "command not found" and goes on with status 127: a port stays empty, or nothing is cleaned up.',
      fix: 'Call the function by the name that it has.',
      examples: {
        bad: [
          toolExample`
            find_port() {
              pw agent open-port
            }
            port=$(«find_prot»)
            echo "$port" > SESSION_PORT
          `,
          toolExample`
            stop_server() {
              kill "$server"
            }
            trap «stop_sever» EXIT
            ./server &
            server=$!
            wait
          `,
          toolExample`
            cleanup() {
              rm -rf scratch
            }
            trap '«clean_up»; exit 1' INT TERM
            ./solve
          `,
        ],
        good: [
          toolExample`
            get_opts() {
              while getopts "p:" option; do
                port=$OPTARG
              done
            }
            print_env() {
              printenv | sort
            }
            get_opts "$@"
            print_env
          `,
          toolExample`
            . /etc/rc.status
            rcstatus() {
              rc_status -v
            }
            rcstatus
          `,
          toolExample`
            find_port() {
              pw agent open-port
            }
            find_ports() {
              for turn in 1 2; do
                find_port
              done
            }
            trap cleanup EXIT
            cleanup() {
              rm -rf scratch
            }
            port=$(find_port)
            find_ports "$port"
          `,
          toolExample`
            step_1() {
              date
            }
            run_log() {
              run-log "$@"
            }
            source functions.sh
            step_1
            step_2
            run_log
            runlog_server || true
          `,
          {
            ...toolExample`
              start_job() {
                date
              }
              source common.sh
              start_job
              start_jobs
            `,
            'tools/common.sh': 'start_jobs() {\n  date\n}\n',
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const functions = context.ask(scriptFunctions, script);
    if (functions.size === 0) return;
    const own = [...functions.keys()];
    const { commands } = context.ask(shellCommands, script);
    if (commands.some((command) => readsForeignFile(command, context.workspace.files))) return;
    const called = commands.flatMap(namesCalled);
    for (const { name, start } of called) {
      if (functions.has(name) || name in builtins || isKnownProgram(name)) continue;
      const near = own.find((one) => isMeant(name, one, !called.some((other) => other.name === one)));
      if (near === undefined || isDefined(name, context.workspace.files)) continue;
      const at = script.text.spanOf(start, start + name.length);
      yield {
        message: `nothing defines the command "${name}"`,
        at,
        fault: name,
        ...didYouMean(at, near),
      };
    }
  },
});

interface NameCalled {
  readonly name: string;
  readonly start: number;
}

/** The command's own name, and the first one in the handler of a trap. */
function namesCalled({ node, program, name, words }: ShellCommand): readonly NameCalled[] {
  const called = program !== 'trap' || words.length < 2 ? [node.name, name] : [words[0]];
  const [first] = called.flatMap((word) => nameIn(word) ?? []);
  return first === undefined ? [] : [first];
}

function nameIn(word: Word | undefined): NameCalled | undefined {
  const [, quote = '', name = ''] = /^(["']?)([A-Za-z]\w*)(?=$|[\s;"'])/.exec(word?.text ?? '') ?? [];
  if (word === undefined || name === '' || literalOf(word) === undefined) return undefined;
  return { name, start: word.pos + quote.length };
}

/**
 * One edit apart, or only by underscores. A name of one word may be a program, unless the function is called nowhere;
 * numbers part one from another.
 */
function isMeant(name: string, own: string, uncalled: boolean): boolean {
  if (name.length < 6 || (!uncalled && !/_|[a-z][A-Z]/.test(name))) return false;
  const [left, right] = [name.toLowerCase(), own.toLowerCase()];
  if (left.replace(/\d/g, '') === right.replace(/\d/g, '')) return false;
  return left.replace(/_/g, '') === right.replace(/_/g, '') || isOneEdit(left, right);
}
