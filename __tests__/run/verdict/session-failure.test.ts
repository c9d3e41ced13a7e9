import { sessionFailure } from '../../../src/run/verdict/session-failure.ts';
import { filePath } from '../../../src/source/span.ts';
import type { SessionVisit } from '../../../src/trace/run-record.ts';

const span = (start: number) => ({ file: filePath('workflow.yaml'), start, end: start + 1 });
const pointing = span(10);
const serving = span(20);

/** A visit of a session at port 8080 whose slug is `lab`. */
function visited(change: Partial<SessionVisit>): SessionVisit {
  return {
    prefix: '/me/session/demo',
    path: '/me/session/demo/lab',
    port: 8080,
    status: 404,
    outsideReferences: [],
    at: pointing,
    pageAt: serving,
    ...change,
  };
}

test.each<[string, Partial<SessionVisit>]>([
  ['a page', { status: 200 }],
  ['a page that wants a password', { status: 401 }],
  ['a page that is closed to strangers', { status: 403 }],
  ['a service that answers to the whole path', { status: 404, wholePathStatus: 200 }],
  ['a circle that the whole path leads out of', { status: 200, astray: 'circle', wholePathStatus: 200 }],
])('%s is no failure', (_, change) => {
  expect(sessionFailure(visited(change), 8080)).toBeUndefined();
});

test.each<[string, Partial<SessionVisit>, message: string, help: RegExp]>([
  ['an error', { status: 500 }, 'answers with status 500: /lab', /a user sees just this page/],
  ['no answer', { status: undefined }, 'gives no answer: /lab', /a user sees just this page/],
  ['a circle', { status: 200, astray: 'circle' }, 'redirects in a circle: /lab', /just this page/],
  [
    'many redirects',
    { status: 302, astray: 'many-redirects' },
    'redirects more than 20 times, and a browser gives up: /lab',
    /just this page/,
  ],
  ['the root', { path: '/me/session/demo' }, 'answers with status 404: /', /just this page/],
  [
    'a slug that is not there',
    { rootStatus: 200 },
    'answers with status 404: /lab',
    /^the root of the service answers with 200: give the session a slug that exists$/,
  ],
  ['a root that fails too', { rootStatus: 500 }, 'answers with status 404: /lab', /just this page/],
  [
    'a whole path that fails too',
    { wholePathStatus: 404 },
    'answers with status 404: /lab',
    /just this page/,
  ],
])('%s is a failure of the page', (_, change, message, help) => {
  const failure = sessionFailure(visited(change), 8080);
  expect(failure).toMatchObject({
    cause: 'session-page-fails',
    message: `the session's first address ${message}`,
    at: serving,
  });
  expect(failure?.help).toMatch(help);
});

test.each([
  ['nothing answers at its port', { status: undefined }],
  ['the proxy says that nothing does', { status: 502 }],
])('a session is pointed at the wrong port when %s', (_, change) => {
  expect(sessionFailure(visited(change), 9000)).toMatchObject({
    message: 'the session was pointed at port 8080, where nothing answers; the service listens on 9000',
    at: pointing,
  });
});

test.each<[string, Partial<SessionVisit>, port: number | undefined]>([
  ['something else answers there', { status: 404 }, 9000],
  ['nobody knows where the service listens', { status: 502 }, undefined],
  ['it is pointed at the port of the service', { status: 502 }, 8080],
])('a session is not said to be pointed at the wrong port when %s', (_, change, port) => {
  expect(sessionFailure(visited(change), port)?.message).toMatch(/^the session's first address /);
});
