import { coordination } from '../../analysis/contract/coordination.ts';
import { dedent } from '../../base/dedent.ts';
import { sessionExample } from '../examples/session-example.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { besideItself } from './beside-itself.analysis.ts';

/** A path beside `$0` in a script of which a copy runs. */
export const relativeToCopiedScript = defineRule({
  meta: {
    id: 'relative-to-copied-script',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The start script looks for a file beside itself, but job_runner runs a copy of it from the job directory.',
      why: '`$0` and `BASH_SOURCE` are run.sh in the job directory there: the file beside start.sh is not beside the copy.',
      fix: 'Name the file from the job directory: `${PW_PARENT_JOB_DIR}/workflows/NAME/file`.',
      examples: {
        bad: [
          sessionExample({
            start: {
              before: dedent`
                root=$(realpath "$(dirname "$0")/../..")
                source «"$root/utils/settings.sh"»
              `,
              service: 'exec python3 -m http.server "$port" --directory "$MODE"',
            },
            files: { 'utils/settings.sh': 'MODE=fast' },
          }),
          sessionExample({
            start: { service: 'exec python3 «"${BASH_SOURCE%/*}/server.py"» "$port"' },
            files: { 'workflows/hello/server.py': 'print()' },
          }),
          sessionExample({
            start: { service: 'exec python3 «server.py» "$port"' },
            files: { 'workflows/hello/server.py': 'print()' },
          }),
          sessionExample({
            start: {
              before: 'here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)',
              service: 'exec python3 «"$here/server.py"» "$port"',
            },
            files: { 'workflows/hello/server.py': 'print()' },
          }),
        ],
        good: [
          sessionExample({
            start: {
              service: dedent`
                cd workflows/hello
                exec python3 server.py "$port"
              `,
            },
            files: { 'workflows/hello/server.py': 'print()' },
          }),
          sessionExample({
            start: { before: 'cp workflows/hello/server.py .', service: 'exec python3 server.py "$port"' },
            files: { 'workflows/hello/server.py': 'print()' },
          }),
          sessionExample({
            start: { service: 'exec python3 "${PW_PARENT_JOB_DIR}/workflows/hello/server.py" "$port"' },
            files: { 'workflows/hello/server.py': 'print()' },
          }),
          startExample({
            before: dedent`
              here=$(cd "$(dirname "\${BASH_SOURCE[0]}")" && pwd)
              echo "running in $here"
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    for (const place of besideItself(contract, context)) {
      yield {
        message:
          place.from === 'script'
            ? `"${place.name}" is not beside the copy that job_runner runs`
            : `"${place.name}" is beside this script in the repository, but the script runs in the job directory`,
        at: place.at,
        help: `name it from the job directory: "\${PW_PARENT_JOB_DIR}/${place.path}"`,
      };
    }
  },
});
