import { scriptBehaviour } from '../../analysis/contract/behaviour.ts';
import { outputsFile } from '../../analysis/contract/job-world.ts';
import { shownValue, type Value } from '../../analysis/shell/interpreter/state/value.ts';
import { dedent } from '../../base/dedent.ts';
import { sessionExample } from '../examples/session-example.ts';

import { defineRule } from '../rule.ts';

const unknown = '\u0001';
/** What stands for a text that is not known, but of which it is known that it holds no "=". */
const plain = '…';

const spacedKey = /^\s*[A-Za-z_][\w-]*\s+=/;

/** Text of a command in which such a key may stand. */
const blankBefore = /["'\s][A-Za-z_][\w-]*\s+=/;

/** A line for `$OUTPUTS` that is no `KEY=value`. */
export const outputWithoutKey = defineRule({
  meta: {
    id: 'output-without-key',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A line without `=`, or with a blank before it, is written to $OUTPUTS.',
      why: 'Outputs are lines `KEY=value`: this one is no output, and whoever reads it finds nothing.',
      fix: 'Write `echo "KEY=value" >> "$OUTPUTS"`.',
      examples: {
        bad: [
          sessionExample({
            afterwards: '- run: \'printf "url: %s\\n" "$PW_PLATFORM_HOST" «>> "$OUTPUTS"»\'',
          }),
          sessionExample({
            afterwards: '- run: echo ready «>> "$OUTPUTS"»',
          }),
          sessionExample({
            afterwards: '- run: hostname «>> "$OUTPUTS"»',
          }),
          sessionExample({
            afterwards: '- run: echo "NODE = $(hostname)" «>> "$OUTPUTS"»',
          }),
        ],
        good: [
          sessionExample({
            afterwards: dedent`
              - run: |
                  line=$(cat line.txt)
                  echo "$line" >> "$OUTPUTS"
            `,
          }),
          sessionExample({
            afterwards: '- run: echo "state=ready" >> "$OUTPUTS"',
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    // Following a script is dear; where every line that names the file has a "KEY=" there is nothing to find.
    const lines = script.shell.text.match(/^.*OUTPUTS.*$/gm) ?? [];
    if (lines.every((line) => line.includes('=') && !blankBefore.test(line))) return;
    for (const event of context.ask(scriptBehaviour, script).events) {
      if (event.kind !== 'write' || event.file !== outputsFile || event.at.file !== script.path) continue;
      // What is not known may hold a "=", but not make an output of "name: value".
      const text = event.content?.map(shownPiece).join('');
      const line = text
        ?.split('\n')
        .find(
          (one) =>
            one.trim() !== '' &&
            (spacedKey.test(one) ||
              (!one.includes('=') && (!one.includes(unknown) || /^\w[\w-]*:\s/.test(one)))),
        );
      if (line === undefined) continue;
      const why = line.includes('=') ? 'there is a blank before the "="' : 'it has no "="';
      const shown =
        line.trim() === plain ? 'what is written here' : `"${line.slice(0, 60).replaceAll(unknown, plain)}"`;
      yield {
        message: `${shown} is no output: ${why}`,
        at: event.at,
        help: 'write `echo "KEY=value" >> "$OUTPUTS"`',
      };
    }
  },
});

/** A name of a host, a port and a number of a process are known to hold no "=". */
function shownPiece(piece: Value[number]): string {
  if (typeof piece === 'string') return piece;
  return shownValue([piece], /^(hostname|port|process-id)$/.test(piece.origin.kind) ? plain : unknown);
}
