import { dedent } from '../../base/dedent.ts';
import { indented } from './indented.ts';

/** What differs from the usual session that runs, in an example. */
export interface RunningSessionChanges {
  /** How long the service takes until it listens, as a command. */
  readonly delay?: string;
  /** What the job that points the session does before it tells the port. */
  readonly before?: string;
  /** What prints the port that the session is pointed at. */
  readonly port?: string;
  /** The action that points it, for marks. */
  readonly uses?: string;
  /** Where the session starts. */
  readonly slug?: string;
  /** The steps of a job that waits for the service, in the place of the one that points the session at it. */
  readonly waiting?: string;
}

/** A workflow of two jobs, as short as one can be, that serves the files of its job directory and points a session there. */
export function runningSessionExample(changes: RunningSessionChanges = {}): Readonly<Record<string, string>> {
  const { before = '', port = 'cat SESSION_PORT', uses = 'parallelworks/update-session', slug } = changes;
  // only update-session needs them
  const permissions = changes.waiting === undefined ? 'permissions: ["*"]\n' : '';
  const serving = dedent`
    sessions:
      session: {}
    jobs:
      session_runner:
        steps:
          - run: |
              hostname > HOSTNAME
              pw agent open-port > SESSION_PORT
  `;
  const service = `${changes.delay ?? ''}\nexec python3 -m http.server "$(cat SESSION_PORT)"\n`.trimStart();
  const script = [
    'until [ -s SESSION_PORT ]; do sleep 0.1; done\n',
    before === '' ? '' : `${before.trimEnd()}\n`,
    `echo "port=$(${port})" >> "$OUTPUTS"\n`,
    'sleep 1\n',
  ];
  const pointing = dedent`
    - uses: ${uses}
      with:
        name: \${{ sessions.session }}
        remotePort: \${{ needs.update_session.outputs.port }}
  `;
  const job =
    changes.waiting === undefined
      ? [
          '  update_session:\n    steps:\n      - run: |\n',
          indented(script.join(''), 10),
          indented(pointing, 6),
          slug === undefined ? '' : `          slug: ${slug}\n`,
        ]
      : ['  wait_for_service:\n    steps:\n', indented(changes.waiting, 6)];
  return {
    'workflows/hello/workflow.yaml': `${permissions}${serving}${indented(service, 10)}${job.join('')}`,
  };
}
