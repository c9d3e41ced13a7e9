import { valueAt } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

const port = 'remotePort: ${{ needs.wait_for_service.outputs.SESSION_PORT }}';

/** A slug that is an address of its own. */
export const absoluteSlug = defineRule({
  meta: {
    id: 'absolute-slug',
    group: 'workflow',
    severity: 'error',
    since: '0.1.0',
    precision: 'very-high',
    page: {
      what: 'The slug of a session is a whole address, or begins with the path of the session.',
      why: 'The slug is what follows the address of the session: the platform puts it behind `/me/session/USER/NAME/`, and the page is not found.',
      fix: 'Write only what follows: `lab`, `?folder=/data`, or nothing.',
      examples: {
        bad: [
          sessionExample({ update_session: { [port]: `${port}\nslug: «http://localhost:8888/lab»` } }),
          sessionExample({
            update_session: {
              [port]: `${port}\nslug: «/me/session/\${PW_USER}/\${{ sessions.session }}/lab»`,
            },
          }),
        ],
        good: [
          sessionExample({ update_session: { [port]: `${port}\nslug: lab` } }),
          sessionExample({
            update_session: {
              [port]: `${port}\nslug: "vnc.html?host=\${PW_PLATFORM_HOST}/me/session/&next=http://x"`,
            },
          }),
        ],
      },
    },
  },
  on: 'step',
  *check({ step }) {
    if (step.uses?.value !== 'parallelworks/update-session') return;
    const slug = valueAt(step.with, 'slug');
    if (slug?.kind !== 'scalar') return;
    const text = slug.text.text.trim();
    const begins = absolute.exec(text)?.[0];
    if (begins === undefined) return;
    yield {
      message: `the slug follows the address of the session, and cannot begin with "${begins}"`,
      at: slug.span,
      help: 'write only what follows it, such as lab or ?folder=/data; nothing opens the session itself',
    };
  },
});

/** A scheme, the path of sessions, the platform's host, or a host with a port. */
const absolute =
  /^(?:[a-z]+:\/\/|\/?me\/session\b|\$\{?PW_PLATFORM_HOST\}?|(?:localhost|127\.0\.0\.1|0\.0\.0\.0|\$\{\{[^{}]*HOST[^{}]*\}\})(?::|$))/i;
