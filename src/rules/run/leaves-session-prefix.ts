import type { OutsideReference, SessionVisit } from '../../trace/run-record.ts';
import { runningSessionExample } from '../examples/running-session-example.ts';
import { defineRule } from '../rule.ts';

/** The page of a session leads out of the session's path. */
export const leavesSessionPrefix = defineRule({
  meta: {
    id: 'leaves-session-prefix',
    group: 'run',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The page of the session links, redirects or connects to a path outside of the session.',
      why: 'The platform serves a session under /me/session/USER/SESSION; a path that starts at the root leads to the platform itself, so assets are missing or the connection fails.',
      fix: 'Use relative links, let the service read the header X-Forwarded-Prefix, or give it a base path and a front that adds the prefix again, which the platform has stripped.',
      examples: {
        bad: [
          runningSessionExample({
            before: `echo "<a href='/login'>log in</a>" > index.html`,
            uses: '«parallelworks/update-session»',
          }),
        ],
        good: [runningSessionExample({ before: `echo "<a href='login'>log in</a>" > index.html` })],
      },
    },
  },
  on: 'run',
  *check({ record }) {
    const { session } = record;
    const references = session?.outsideReferences ?? [];
    const first = references.find(({ kind }) => kind !== 'asset') ?? references[0];
    if (session === undefined || first === undefined || record.readyMs === undefined) return;
    const alike = references.filter((reference) => reference.kind === first.kind);
    const shown = alike.slice(0, 3).map((reference) => `"${reference.target}"`);
    const more = references.length - shown.length;
    yield {
      message: `${subject(first)} ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}, which is outside of ${session.prefix}/`,
      at: session.at,
      help: help(session, first),
      // A page without its images and fonts is ugly, not broken.
      ...(first.kind === 'asset' && { severity: 'note' as const }),
    };
  },
});

function subject({ kind, from }: OutsideReference): string {
  const name = from.slice(from.lastIndexOf('/') + 1);
  const page = name === '' ? 'the page of the session' : `"${name}" of the session`;
  switch (kind) {
    case 'redirect':
      return 'the session redirects to';
    case 'link':
      return `${page} links to`;
    case 'request':
    case 'asset':
      return `${page} asks for`;
    case 'websocket':
      return `${page} opens a WebSocket at`;
  }
}

const basePath = '/me/session/${PW_USER}/${{ sessions.NAME }}';

function help({ prefix }: SessionVisit, reference: OutsideReference): string {
  if (reference.kind !== 'websocket' || !/\/vnc(?:_lite|_auto)?\.html$/.test(reference.from))
    return `use relative addresses, or let the service put X-Forwarded-Prefix (${basePath}) in front of its own`;
  const name = /_\d{5}_(.+)$/.exec(prefix)?.[1] ?? 'NAME';
  return `tell noVNC where its WebSocket is: vnc.html?path=${basePath.slice(1).replace('NAME', name)}/websockify`;
}
