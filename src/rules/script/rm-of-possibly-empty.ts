import { scriptBehaviour } from '../../analysis/contract/behaviour.ts';
import { sourceText } from '../../analysis/shell/source-text.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { removedWhenEmpty } from './dangerous-removal.analysis.ts';

/** `rm -r` of a path that is a folder of the system when its variable is empty. */
export const rmOfPossiblyEmpty = defineRule({
  meta: {
    id: 'rm-of-possibly-empty',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A recursive removal names a directory of the system when a variable is empty.',
      why: 'With the variable empty `rm -rf "$dir/tmp"` removes /tmp, and `rm -rf "$dir/"*` everything.',
      fix: 'Write `${dir:?}`, which stops the script when it is empty.',
      examples: {
        bad: [
          startExample({
            before: dedent`
              scratch=$(cat scratch.txt)
              «rm -rf "$scratch/tmp"»
            `,
          }),
          startExample({
            before: dedent`
              work=""
              «rm -rf "$work"/*»
            `,
          }),
        ],
        good: [
          startExample({
            before: dedent`
              scratch=$(mktemp -d)
              rm -rf "$scratch/tmp"
            `,
          }),
          startExample({
            before: dedent`
              scratch=$(cat scratch.txt)
              rm -rf "\${scratch:?}/tmp"
            `,
          }),
          startExample({
            before: dedent`
              scratch=$(cat scratch.txt)
              if [ -n "$scratch" ]; then
                rm -rf "$scratch/tmp"
              fi
            `,
          }),
          startExample({ before: 'rm -rf "${PW_PARENT_JOB_DIR}/tmp"' }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const event of context.ask(scriptBehaviour, script).events) {
      if (event.kind !== 'command' || event.at.file !== script.path) continue;
      const removed = removedWhenEmpty(event.words);
      if (removed === undefined) continue;
      const text = sourceText(script, event.at);
      if (/\$\{\w+:?\?/.test(text ?? script.text.text)) continue;
      const [variable, ...others] = (text ?? '').matchAll(/\$(?:\{([A-Za-z_]\w*)\}|([A-Za-z_]\w*))/g);
      const alone = others.length === 0 && !/[`'\\]|\$\(/.test(text ?? '') ? variable : undefined;
      yield {
        message: `this removes "${removed}" when the variable in it is empty`,
        at: event.at,
        help: 'write `${name:?}` for the variable: the script then stops when it is empty',
        ...(alone !== undefined && {
          fix: {
            title: 'Stop the script when the variable is empty',
            safety: 'unsafe',
            edits: [
              {
                span: {
                  file: event.at.file,
                  start: event.at.start + alone.index,
                  end: event.at.start + alone.index + alone[0].length,
                },
                replacement: `\${${alone[1] ?? alone[2]}:?}`,
              },
            ],
          },
        }),
      };
    }
  },
});
