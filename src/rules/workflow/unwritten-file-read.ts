import { dedent } from '../../base/dedent.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';
import { unwrittenFiles } from './unwritten-files.analysis.ts';

/** A step looks at a file that nothing writes, in place of the one that the start script writes. */
export const unwrittenFileRead = defineRule({
  meta: {
    id: 'unwritten-file-read',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A step reads a file, or waits for one, that nothing in the repository writes, while the coordination file that `start.sh` writes is read by nobody.',
      why: 'The file is never there: the wait never ends, or the session gets an empty host or port.',
      fix: 'Read the file that the start script writes: HOSTNAME, SESSION_PORT, job.started.',
      examples: {
        bad: [
          waiting('SESSION_PORT=$(cat ${PW_PARENT_JOB_DIR}/«PORT»)', 'while [ ! -f job.started ]; do'),
          waiting(
            'SESSION_PORT=$(cat SESSION_PORT)',
            'while [ ! -f "${PW_PARENT_JOB_DIR}/«service.ready»" ]; do',
          ),
          waiting(
            'read -r SESSION_PORT < "$PW_PARENT_JOB_DIR/«PORT»"',
            'until test -e "$PW_PARENT_JOB_DIR/job.started"; do',
          ),
          waiting(
            'read -r SESSION_PORT < SESSION_PORT',
            'until test -e "$PW_PARENT_JOB_DIR/«service.ready»"; do',
          ),
        ],
        good: [
          waiting('SESSION_PORT=$(cat SESSION_PORT)', 'while [ ! -f job.started ]; do'),
          waiting('SESSION_PORT=$(cat PORT)', 'while [ ! -f job.started ]; do', {
            'workflows/hello/serve.py': 'open("PORT", "w").write("8080")\n',
          }),
        ],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    for (const { name, meant, at, does } of context.ask(unwrittenFiles, file)) {
      yield {
        message: `nothing writes the file "${name}" that is ${does} here: the start script writes "${meant}"`,
        at,
        ...didYouMean(at, meant),
      };
    }
  },
});

function waiting(read: string, loop: string, files: Readonly<Record<string, string>> = {}) {
  return sessionExample({
    wait_for_service: dedent`
      needs: [preprocessing]
      ssh:
        remoteHost: \${{ inputs.resource.ip }}
      steps:
        - early-cancel: any-job-failed
          run: |
            ${loop} sleep 1; done
            ${read}
            echo "HOSTNAME=$(cat HOSTNAME)" >> $OUTPUTS
            echo "SESSION_PORT=$SESSION_PORT" >> $OUTPUTS
            until curl -s "http://$(cat HOSTNAME):$SESSION_PORT"; do sleep 1; done
    `,
    files,
  });
}
