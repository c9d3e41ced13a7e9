import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';
import { filesLeftBehind } from './left-in-other-folder.analysis.ts';

/** A file made in one folder and looked for in another one. */
export const leftInOtherFolder = defineRule({
  meta: {
    id: 'left-in-other-folder',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A file or folder is made here, then the script goes into another folder and looks for it there.',
      why: 'The command finds nothing: the file lies in the folder before `cd`.',
      fix: 'Use it before `cd`, or name its folder.',
      examples: {
        bad: [
          toolExample`
            target=$HOME/agent
            mkdir -p "$target"
            curl --fail --output agent.tar.gz https://files.example.org/agent.tar.gz
            cd "$target"
            tar -xf «agent.tar.gz»
          `,
          toolExample`
            python3 -m venv env
            mkdir -p run
            cd run
            source «env/bin/activate»
          `,
          toolExample`
            wget -q https://files.example.org/data.zip
            mkdir -p work && cd work
            unzip «data.zip»
          `,
          toolExample`
            echo "export A=1" > settings.env
            cd "$HOME/tool" || exit 1
            . «./settings.env»
          `,
          toolExample`
            mkdir -p build
            wget -q https://files.example.org/solver-2.1.tar.gz
            cd build
            tar -xzf «solver-2.1.tar.gz»
            cd ..
          `,
          toolExample`
            cd "$HOME"
            python3 -m venv env
            cd "$PW_PARENT_JOB_DIR"
            source «env/bin/activate»
          `,
        ],
        good: [
          toolExample`
            target=$HOME/agent
            curl --output agent.tar.gz https://files.example.org/agent.tar.gz
            tar -xf agent.tar.gz -C "$target"
            cd "$target"
          `,
          toolExample`
            curl --output agent.tar.gz https://files.example.org/agent.tar.gz
            mv agent.tar.gz "$HOME/agent"
            cd "$HOME/agent"
            tar -xf agent.tar.gz
          `,
          toolExample`
            git clone https://github.com/example-lab/tool
            cd tool
            python3 -m venv env
            source env/bin/activate
          `,
          toolExample`
            echo one > notes.txt
            (cd "$HOME" && ls)
            cat notes.txt
          `,
          toolExample`
            echo one > notes.txt
            cd "$PW_PARENT_JOB_DIR"
            cat notes.txt
          `,
          toolExample`
            curl -o tool.tar.gz https://files.example.org/tool.tar.gz
            cd work
            cd ..
            tar -xf tool.tar.gz
          `,
          toolExample`
            cd build
            curl -o tool.tar.gz https://files.example.org/tool.tar.gz
            cd ..
            curl -o tool.tar.gz https://files.example.org/tool.tar.gz
            cd build
            tar -xf tool.tar.gz
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { name, start, end, folder } of filesLeftBehind(script, context)) {
      yield {
        message: `"${name}" was made in the folder before \`cd ${folder}\``,
        at: script.text.spanOf(start, end),
        help: 'use it before `cd`, or name its folder',
      };
    }
  },
});
