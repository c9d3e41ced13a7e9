import { builtins } from '../../analysis/shell/interpreter/builtins/builtins.ts';
import { scriptFunctions } from '../../analysis/shell/script-functions.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** An option and its value between the same quotes. */
export const quotedOption = defineRule({
  meta: {
    id: 'quoted-option',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'An option and its value stand between the same quotes.',
      why: 'The program gets them as one word with a blank in it, and knows no option of that name.',
      fix: 'Put quotes around the value alone: `--port "$port"`.',
      examples: {
        bad: [
          toolExample`
            port=8888
            jupyter lab «"--port $port"» --no-browser
          `,
          toolExample`
            curl --fail «"--output data.tar"» https://example.org/data.tar
          `,
        ],
        good: [
          toolExample`
            port=8888
            echo "--port $port" > options
            jupyter lab --port "$port" "--ip=0.0.0.0" --config "--port $port"
            pgrep -f "--port $port"
            git commit --message "--port is new"
            add_option() { options="$options $1"; }
            add_option "--port $port"
            docker run image "--port $port"
            ssh node "--port 1"
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    if (!/["']--[a-z]/.test(script.shell.text)) return;
    const functions = context.ask(scriptFunctions, script);
    for (const { program, words } of context.ask(shellCommands, script).commands) {
      if (program === undefined || !options.test(program)) continue;
      if (functions.has(program) || Object.hasOwn(builtins, program)) continue;
      for (const [index, word] of words.entries()) {
        if (!/^(["'])--[a-z][\w-]* (?=\S)[^\s"'=]+\1$/.test(word.text)) continue;
        // it may be the value of the option before it
        const before = words[index - 1]?.text ?? '';
        if (/^-/.test(before) && !/=/.test(before) && !alone.test(before)) continue;
        const value = word.text.slice(word.text.indexOf(' ') + 1, -1);
        const name = word.text.slice(1, word.text.indexOf(' '));
        const at = script.text.spanOf(word.pos, word.end);
        yield {
          message: `${word.text} is one word: \`${program}\` has no option with a blank in its name`,
          at,
          help: 'put quotes around the value alone',
          fix: {
            title: 'Quote the value alone',
            safety: 'unsafe',
            edits: [{ span: at, replacement: `${name} "${value}"` }],
          },
        };
      }
    }
  },
});

/** Programs that read their words as options of the GNU kind, whatever stands among them. */
const options =
  /^(jupyter(-lab|-notebook)?|curl|wget|rsync|tar|cp|mv|sbatch|srun|salloc|code-server|openvscode-server|streamlit|uvicorn|gunicorn|tensorboard|mlflow|vllm|bokeh|panel|ray|ttyd|websockify|rserver|marimo|dask|pip|pip3|conda|mamba|apt-get|dnf|yum|npm|cmake)$/;

/** Options that take no value. */
const alone =
  /^(--(no-browser|fail|silent|verbose|quiet|reload|allow-root|location|yes|headless|archive)|-[a-zA-Z])$/;
