import {
  noVncWebSocket,
  outsideWebSockets,
  referencesOutside,
  scriptsOf,
} from '../../../src/run/session/outside-references.ts';

const prefix = '/me/session/user/x_00001_s';
const from = `${prefix}/`;
const page = (body: string, more: object = {}) =>
  referencesOutside(prefix, `${prefix}/`, {
    status: 200,
    location: undefined,
    type: 'text/html',
    body,
    ...more,
  });

test.each([
  ['<a href="/login">', [{ kind: 'link', target: '/login', from }]],
  [
    "<script src='../../../static/app.js'></script>",
    [{ kind: 'request', target: '../../../static/app.js', from }],
  ],
  ['<script>new WebSocket("/socket")</script>', [{ kind: 'websocket', target: '/socket', from }]],
  [
    '<script>new WebSocket(`wss://${location.host}/socket`)</script>',
    [{ kind: 'websocket', target: '/socket', from }],
  ],
  [
    '<a href="login"><img src="./a.png"><a href="#top"><a href="https://example.org/"><a href="mailto:a@b">',
    [],
  ],
  [`<a href="${prefix}/login">`, []],
  [`<base href="${prefix}/app/"><a href="login">`, []],
  ['<a href="//cdn.example.org/x">', []],
  ['<link rel="icon" href="/favicon.ico"><link rel="canonical" href="/app">', []],
  ['<link rel=stylesheet href=/static/app.css>', [{ kind: 'request', target: '/static/app.css', from }]],
])('in %s', (body, expected) => expect(page(body)).toEqual(expected));

test('a redirect to the root leaves the session, one inside does not', () => {
  expect(page('', { status: 302, location: '/login' })).toEqual([
    { kind: 'redirect', target: '/login', from },
  ]);
  expect(page('', { status: 302, location: `${prefix}/tree` })).toEqual([]);
  expect(page('', { status: 302, location: 'tree' })).toEqual([]);
});
test('says nothing about what is no page', () => {
  expect(page('<a href="/x">', { type: 'application/json' })).toEqual([]);
  expect(page('<a href="/x">', { status: 404 })).toEqual([]);
});
test('is bounded', () => {
  const body = Array.from({ length: 500 }, (_, index) => `<a href="/${index}">`).join('');
  expect(page(body)).toHaveLength(20);
});
test('no page makes the search long', () => {
  // What grows faster than the page would take hours for these.
  page('<a '.repeat(200_000));
  page('new WebSocket("wss://'.repeat(30_000));
}, 300_000);

test('finds the scripts of a page that belong to the session, and the WebSockets in them', () => {
  const body = '<script src="app.js"></script><script src="/other.js"></script><script>1</script>';
  expect(scriptsOf(prefix, from, body)).toEqual([`${prefix}/app.js`]);
  expect(outsideWebSockets(prefix, `${prefix}/app.js`, 'let s = new WebSocket(`ws://${host}/live`)')).toEqual(
    [{ kind: 'websocket', target: '/live', from: `${prefix}/app.js` }],
  );
});

const untilVersion15 = "url += '/' + path;";
const sinceVersion16 = 'url = new URL(path, location.href);';
test.each([
  ['vnc.html?autoconnect=1', untilVersion15, '/websockify'],
  ['vnc_lite.html?path=websockify', untilVersion15, '/websockify'],
  [`vnc.html?path=${prefix.slice(1)}/websockify`, untilVersion15, undefined],
  ['vnc.html?path=me/session/user/another/websockify', untilVersion15, '/me/session/user/another/websockify'],
  ['vnc.html?autoconnect=1', sinceVersion16, undefined],
  ['lab', untilVersion15, undefined],
])('noVNC at %s with %s', (slug, script, target) =>
  expect(noVncWebSocket(prefix, `${prefix}/${slug}`, [script])?.target).toBe(target),
);
