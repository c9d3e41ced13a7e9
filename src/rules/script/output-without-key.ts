import { scriptBehaviour } from '../../analysis/script/behaviour.ts';
import { outputsFile } from '../../analysis/script/job-world.ts';
import { textOf } from '../../analysis/script/value.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';

export const outputWithoutKey = defineRule({
  meta: {
    id: 'output-without-key',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    what: 'A line without `=` is written to $OUTPUTS.',
    why: 'Outputs are lines `KEY=value`: this one is no output, and whoever reads it finds nothing.',
    fix: 'Write `echo "KEY=value" >> "$OUTPUTS"`.',
    examples: {
      bad: [
        sessionExample({
          complete: 'needs: [update_session]\nsteps:\n  - run: echo ready «>> "$OUTPUTS"»\n',
        }),
      ],
      good: [
        sessionExample({
          complete: 'needs: [update_session]\nsteps:\n  - run: echo "state=ready" >> "$OUTPUTS"\n',
        }),
      ],
    },
  },
  on: 'script',
  mentions: ['OUTPUTS'],
  *check({ script }, context) {
    // Following a script is dear; where every line that names the file has a "=" there is nothing to find.
    const lines = script.shell.text.match(/^.*OUTPUTS.*$/gm) ?? [];
    if (lines.every((line) => line.includes('='))) return;
    for (const event of context.ask(scriptBehaviour, script).events) {
      if (event.kind !== 'write' || event.file !== outputsFile || event.at.file !== script.path) continue;
      const text = event.content === undefined ? undefined : textOf(event.content);
      const line = text?.split('\n').find((one) => one.trim() !== '' && !one.includes('='));
      if (line === undefined) continue;
      yield {
        message: `"${line.slice(0, 60)}" is no output: it has no "="`,
        at: event.at,
        help: 'write `echo "KEY=value" >> "$OUTPUTS"`',
      };
    }
  },
});
