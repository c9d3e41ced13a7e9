import type { SessionStray } from '../../trace/run-record.ts';
import { defineRule } from '../rule.ts';

/** The page of a session leads out of the session's path. */
export const leavesSessionPrefix = defineRule({
  meta: {
    id: 'leaves-session-prefix',
    group: 'run',
    severity: 'warning',
    since: '0.1.0',
    what: 'The page of the session links, redirects or connects to a path outside of the session.',
    why: 'The platform serves a session under /me/session/USER/SESSION; a path that starts at the root leads to the platform itself, so assets are missing or the connection fails.',
    fix: "Give the service the session's path as its base path, put a proxy in front that rewrites, or use relative links.",
    examples: {
      bad: [
        {
          'workflows/hello/workflow.yaml':
            'permissions: ["*"]\nsessions:\n  session: {}\njobs:\n  session_runner:\n    steps:\n      - run: |\n          hostname > HOSTNAME\n          pw agent open-port > SESSION_PORT\n          exec python3 -m http.server "$(cat SESSION_PORT)"\n  update_session:\n    steps:\n      - run: |\n          until [ -s SESSION_PORT ]; do sleep 0.1; done\n          mkdir -p me/session/user/hello_00001_session\n          echo "<a href=\'/login\'>log in</a>" > me/session/user/hello_00001_session/index.html\n          echo "port=$(cat SESSION_PORT)" >> "$OUTPUTS"\n          sleep 1\n      - uses: «parallelworks/update-session»\n        with:\n          name: ${{ sessions.session }}\n          remotePort: ${{ needs.update_session.outputs.port }}\n',
        },
      ],
      good: [
        {
          'workflows/hello/workflow.yaml':
            'permissions: ["*"]\nsessions:\n  session: {}\njobs:\n  session_runner:\n    steps:\n      - run: |\n          hostname > HOSTNAME\n          pw agent open-port > SESSION_PORT\n          exec python3 -m http.server "$(cat SESSION_PORT)"\n  update_session:\n    steps:\n      - run: |\n          until [ -s SESSION_PORT ]; do sleep 0.1; done\n          mkdir -p me/session/user/hello_00001_session\n          echo "<a href=\'login\'>log in</a>" > me/session/user/hello_00001_session/index.html\n          echo "port=$(cat SESSION_PORT)" >> "$OUTPUTS"\n          sleep 1\n      - uses: parallelworks/update-session\n        with:\n          name: ${{ sessions.session }}\n          remotePort: ${{ needs.update_session.outputs.port }}\n',
        },
      ],
    },
  },
  on: 'run',
  *check({ record }) {
    const { session } = record;
    if (session === undefined || session.strays.length === 0 || record.readyMs === undefined) return;
    const shown = session.strays.slice(0, 3).map((stray) => `"${stray.target}"`);
    const more = session.strays.length > 3 ? ` and ${session.strays.length - 3} more` : '';
    yield {
      message: `the page of the session ${verb(session.strays[0]?.kind)} ${shown.join(', ')}${more}, which is outside of ${session.prefix}/`,
      at: session.at,
      help: `give the service the base path ${session.prefix}, or use relative links`,
    };
  },
});

function verb(kind: SessionStray['kind'] | undefined): string {
  if (kind === 'redirect') return 'redirects to';
  return kind === 'websocket' ? 'opens a WebSocket at' : 'links to';
}
