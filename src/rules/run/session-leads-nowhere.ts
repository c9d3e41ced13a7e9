import { defineRule } from '../rule.ts';

/** The session was pointed at a port where nothing answers. */
export const sessionLeadsNowhere = defineRule({
  meta: {
    id: 'session-leads-nowhere',
    group: 'run',
    severity: 'warning',
    since: '0.1.0',
    page: () => ({
      what: 'The session was pointed at a port where nothing answers, while the service listens on another.',
      why: 'The service is there, and who opens the session sees an error page of the platform.',
      fix: 'Give "remotePort" the port that start.sh wrote to SESSION_PORT, as the wait step hands it on.',
      examples: {
        bad: [
          {
            'workflows/hello/workflow.yaml':
              'permissions: ["*"]\nsessions:\n  session: {}\njobs:\n  session_runner:\n    steps:\n      - run: |\n          hostname > HOSTNAME\n          pw agent open-port > SESSION_PORT\n          exec python3 -m http.server "$(cat SESSION_PORT)"\n  update_session:\n    steps:\n      - run: |\n          until [ -s SESSION_PORT ]; do sleep 0.1; done\n          echo "port=$(pw agent open-port)" >> "$OUTPUTS"\n          sleep 1\n      - uses: «parallelworks/update-session»\n        with:\n          name: ${{ sessions.session }}\n          remotePort: ${{ needs.update_session.outputs.port }}\n',
          },
        ],
        good: [
          {
            'workflows/hello/workflow.yaml':
              'permissions: ["*"]\nsessions:\n  session: {}\njobs:\n  session_runner:\n    steps:\n      - run: |\n          hostname > HOSTNAME\n          pw agent open-port > SESSION_PORT\n          exec python3 -m http.server "$(cat SESSION_PORT)"\n  update_session:\n    steps:\n      - run: |\n          until [ -s SESSION_PORT ]; do sleep 0.1; done\n          echo "port=$(cat SESSION_PORT)" >> "$OUTPUTS"\n          sleep 1\n      - uses: parallelworks/update-session\n        with:\n          name: ${{ sessions.session }}\n          remotePort: ${{ needs.update_session.outputs.port }}\n',
          },
        ],
      },
    }),
  },
  on: 'run',
  *check({ record }) {
    const { session, service } = record;
    if (session === undefined || service === undefined || record.readyMs === undefined) return;
    if (session.port === service.port || (session.status !== undefined && session.status !== 502)) return;
    yield {
      message: `the session was pointed at port ${session.port}, where nothing answers; the service listens on ${service.port}`,
      at: session.at,
      help: 'give "remotePort" the port that start.sh wrote to SESSION_PORT',
    };
  },
});
