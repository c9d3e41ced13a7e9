import { dedent } from '../../base/dedent.ts';
import type { Edit } from '../../diagnostics/finding.ts';
import { isBlock } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';
import { startExample } from '../examples/start-example.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** Carriage returns at the ends of a script's lines. */
export const windowsLineEnds = defineRule({
  meta: {
    id: 'windows-line-ends',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'Lines of a script end as on Windows, in a carriage return and a line feed.',
      why: 'Bash takes the carriage return for a part of the last word: the system looks for a program "bash\\r", `cd` for a folder that ends in it, and the port in SESSION_PORT is no number.',
      fix: "Take the carriage returns out (`--fix`, or `sed -i 's/\\r$//'`), and write `*.sh text eol=lf` into .gitattributes, so that git keeps them out on every machine.",
      examples: {
        bad: [
          startExample()
            .replace('\n', '«\r»\n')
            .replaceAll(/(?<!»)\n/g, '\r\n'),
          startExample({ before: 'umask 077«\r»' }),
        ],
        good: [
          startExample({ before: dedent`printf 'GET / HTTP/1.0\\r\\n\\r\\n' > request.txt` }),
          {
            'workflows/hello/workflow.yaml': stepsExample`
              - run: |
                  cd "$HOME"
                  pwd
            `.replaceAll('\n', '\r\n'),
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    // YAML reads the lines of a block as if they ended in a line feed alone
    if (isBlock(script) || script.role === 'written') return;
    const { files } = context.workspace;
    const content = files.read(script.path);
    if (content.kind !== 'text' || !content.text.includes('\r\n')) return;
    if (files.recordedLineBreaks?.(script.path) === 'lf') return;
    const places = Array.from(content.text.matchAll(/\r+(?=\n)/g), ({ index, 0: { length } }) => ({
      file: script.path,
      start: index,
      end: index + length,
    }));
    const [first, ...others] = places;
    if (first === undefined) return;
    const edit = (span: Span): Edit => ({ span, replacement: '' });
    const many = places.length === 1 ? 'this line ends' : `this line and ${others.length} more end`;
    yield {
      message: `${many} in a carriage return, which bash takes for a part of its last word`,
      at: first,
      help: 'take them out, and write `*.sh text eol=lf` into .gitattributes, so that git keeps them out on every machine',
      fix: {
        title: 'End the lines in a line feed alone',
        safety: 'safe',
        edits: [edit(first), ...others.map(edit)],
      },
    };
  },
});
