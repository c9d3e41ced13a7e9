import { coordination } from '../../analysis/contract/coordination.ts';
import { misspeltMarkers } from '../../analysis/contract/misspelt-markers.ts';
import { nameOfPath } from '../../analysis/shell/interpreter/state/job-path.ts';
import { sourceText } from '../../analysis/shell/source-text.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A file whose name is almost that of a coordination file. */
export const misspeltMarker = defineRule({
  meta: {
    id: 'misspelt-marker',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The start script writes a file whose name is almost that of a coordination file, and never the file itself.',
      why: 'Names of files are exact: the wait step looks for the right name, finds nothing and waits until it gives up.',
      fix: 'Correct the name: HOSTNAME, SESSION_PORT, job.started.',
      examples: {
        bad: [
          startExample({ announce: 'echo "$port" «> SESION_PORT»' }),
          startExample({ started: '«touch job_started»' }),
        ],
        good: [startExample()],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    for (const { write, meant } of misspeltMarkers(contract)) {
      const name = nameOfPath(meant);
      const written = nameOfPath(write.file);
      const text = sourceText(script, write.at) ?? '';
      const offset = write.at.file === script.path ? text.lastIndexOf(written) : -1;
      yield {
        message: `the script writes "${written}", but the session reads "${name}"`,
        at: write.at,
        ...didYouMean(
          offset < 0
            ? undefined
            : {
                file: script.path,
                start: write.at.start + offset,
                end: write.at.start + offset + written.length,
              },
          name,
        ),
      };
    }
  },
});
