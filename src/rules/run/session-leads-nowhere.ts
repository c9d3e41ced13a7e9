import { dedent } from '../../base/dedent.ts';
import { defineRule } from '../rule.ts';
import { leadsNowhere } from '../run-failures.ts';

/** The session was pointed at a port where nothing answers. */
export const sessionLeadsNowhere = defineRule({
  meta: {
    id: 'session-leads-nowhere',
    group: 'run',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The session was pointed at a port where nothing answers, while the service listens on another.',
      why: 'The service is there, and who opens the session sees an error page of the platform.',
      fix: 'Give "remotePort" the port that start.sh wrote to SESSION_PORT, as the wait step hands it on.',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml': dedent`
              permissions: ["*"]
              sessions:
                session: {}
              jobs:
                session_runner:
                  steps:
                    - run: |
                        hostname > HOSTNAME
                        pw agent open-port > SESSION_PORT
                        exec python3 -m http.server "$(cat SESSION_PORT)"
                update_session:
                  steps:
                    - run: |
                        until [ -s SESSION_PORT ]; do sleep 0.1; done
                        echo "port=$(pw agent open-port)" >> "$OUTPUTS"
                        sleep 1
                    - uses: «parallelworks/update-session»
                      with:
                        name: \${{ sessions.session }}
                        remotePort: \${{ needs.update_session.outputs.port }}
            `,
          },
        ],
        good: [
          {
            'workflows/hello/workflow.yaml': dedent`
              permissions: ["*"]
              sessions:
                session: {}
              jobs:
                session_runner:
                  steps:
                    - run: |
                        hostname > HOSTNAME
                        pw agent open-port > SESSION_PORT
                        exec python3 -m http.server "$(cat SESSION_PORT)"
                update_session:
                  steps:
                    - run: |
                        until [ -s SESSION_PORT ]; do sleep 0.1; done
                        echo "port=$(cat SESSION_PORT)" >> "$OUTPUTS"
                        sleep 1
                    - uses: parallelworks/update-session
                      with:
                        name: \${{ sessions.session }}
                        remotePort: \${{ needs.update_session.outputs.port }}
            `,
          },
        ],
      },
    },
  },
  on: 'run',
  *check({ record }) {
    const { session, service } = record;
    if (session === undefined || service === undefined || record.readyMs === undefined) return;
    if (!leadsNowhere(session, service.port)) return;
    yield {
      message: `the session was pointed at port ${session.port}, where nothing answers; the service listens on ${service.port}`,
      at: session.at,
      help: 'give "remotePort" the port that start.sh wrote to SESSION_PORT',
    };
  },
});
