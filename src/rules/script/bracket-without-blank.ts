import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** A bracket of a test that is a part of the word beside it. */
export const bracketWithoutBlank = defineRule({
  meta: {
    id: 'bracket-without-blank',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'There is no blank between a bracket of a test and the word beside it.',
      why: '`[` is a command, and `]` its last word: with `["$x"` the shell looks for a program of that name, with `"$x"]` the test misses its end. Both fail, so the branch is never taken.',
      fix: 'Write a blank behind `[` and before `]`.',
      examples: {
        bad: [
          toolExample`
            mode=fast
            if «["$mode"» = fast ]; then
              echo fast
            fi
          `,
          toolExample`
            mode=fast
            if «[$mode» = fast]; then echo fast; fi
          `,
          toolExample`
            mode=fast
            [ "$mode" = «fast]» && echo fast
          `,
          toolExample`
            while [ ! -f «"$PWD/ready"]»; do sleep 1; done
          `,
        ],
        good: [
          toolExample`
            mode=fast
            if [ "$mode" = fast ] || [[ $mode == f[a-z]* ]]; then
              echo fast
            fi
            ls [ab]*.txt
            [ "$mode" = "[fast]" ] && echo odd
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { node, words, name } of context.ask(shellCommands, script).commands) {
      const last = words.at(-1);
      if (name === undefined) continue;
      const isGlued = /^\[(?!\[?$)["$\w!-]/.test(name.text) && !/^\[[^\]]*\]./.test(name.text);
      if (isGlued && last !== undefined && /\]$/.test(last.text)) {
        const at = script.text.spanOf(name.pos, name.end);
        yield {
          message: `the shell looks for a program that is called "${name.text}": there is no blank behind "["`,
          at,
          help: 'write a blank behind "["',
          fix: {
            title: 'Write a blank beside the bracket',
            safety: 'safe',
            edits: [
              { span: { ...at, start: at.start + 1, end: at.start + 1 }, replacement: ' ' },
              ...(last.text === ']'
                ? []
                : [{ span: script.text.spanOf(last.end - 1, last.end - 1), replacement: ' ' }]),
            ],
          },
        };
      }
      if (name.text !== '[' || last === undefined || !/[^\]\\]["']?\]["']?$/.test(last.text)) continue;
      if (/\[[^\]]*\]["']?$/.test(last.text) || node.redirects.length > 0) continue;
      yield {
        message: `the test has no end: there is no blank before the "]" of "${last.text}"`,
        at: script.text.spanOf(last.pos, last.end),
        help: 'write a blank before "]"',
      };
    }
  },
});
