import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { toolExample } from '../examples/tool-example.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';
import { tooMuchEnded } from './kills-other-sessions.analysis.ts';

/** A command that ends what other sessions of the user run. */
export const killsOtherSessions = defineRule({
  meta: {
    id: 'kills-other-sessions',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A command ends every process, job or container of the user, or removes the locks of all displays, not only those of this session.',
      why: 'Users run several sessions on one node: starting or ending one of them ends the others, with the work in them.',
      fix: 'End what this session has started: by its process id, its job number, its port or its display.',
      examples: {
        bad: [
          toolExample`
            «pkill -u "$USER" -f Xvnc»
            exec Xvnc ":$1"
          `,
          toolExample`
            «killall jupyter-lab»
          `,
          toolExample`
            «rm -f /tmp/.X*-lock»
          `,
          toolExample`
            «docker stop $(docker ps -q)»
          `,
          toolExample`
            «tmux kill-server»
          `,
          toolExample`
            «kill $(pgrep -u "$USER" code-server)»
          `,
          {
            'workflows/hello/workflow.yaml': stepsExample`
              - run: sbatch --wait job.sbatch
                cleanup: «scancel -u "$USER"»
            `,
          },
          {
            'workflows/hello/workflow.yaml': stepsExample`
              - run: qsub job.pbs
                cleanup: «qselect -u "$USER"» | xargs qdel
            `,
          },
        ],
        good: [
          toolExample`
            display=$1
            pkill -u "$(id -u)" -f "Xvnc :$display( |$)"
            rm -f "/tmp/.X$display-lock"
            pkill -P "$server"
            kill "$(cat server.pid)"
            docker stop "$(docker ps -q --filter name=board-$display)"
            tmux kill-session -t "board-$display"
          `,
          {
            'workflows/hello/workflow.yaml': stepsExample`
              - run: sbatch --wait job.sbatch
                cleanup: scancel -u "$USER" --name="board-$PW_JOB_ID"
            `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const command of context.ask(shellCommands, script).commands) {
      const what = tooMuchEnded(command);
      if (what === undefined) continue;
      const { node, words } = command;
      const start = node.name?.pos ?? node.pos;
      yield {
        message: `this ${what}, not only what this session has started`,
        at: script.text.spanOf(start, words.at(-1)?.end ?? node.name?.end ?? node.end),
        help: 'end what this session has started: by its process id, job number, port or display',
      };
    }
  },
});
