import { noVncStray, sessionStrays } from '../../src/run/session-strays.ts';

const prefix = '/me/session/user/x_00001_s';
const page = (body: string, more: object = {}) =>
  sessionStrays(prefix, `${prefix}/`, { status: 200, location: undefined, type: 'text/html', body, ...more });

test.each([
  ['<a href="/login">', [{ kind: 'link', target: '/login' }]],
  ["<script src='../../../static/app.js'></script>", [{ kind: 'link', target: '../../../static/app.js' }]],
  ['<script>new WebSocket("/socket")</script>', [{ kind: 'websocket', target: '/socket' }]],
  [
    '<script>new WebSocket(`wss://${location.host}/socket`)</script>',
    [{ kind: 'websocket', target: '/socket' }],
  ],
  [
    '<a href="login"><img src="./a.png"><a href="#top"><a href="https://example.org/"><a href="mailto:a@b">',
    [],
  ],
  [`<a href="${prefix}/login">`, []],
  [`<base href="${prefix}/app/"><a href="login">`, []],
  ['<a href="//cdn.example.org/x">', []],
])('in %s', (body, strays) => expect(page(body)).toEqual(strays));

test('a redirect to the root leaves the session, one inside does not', () => {
  expect(page('', { status: 302, location: '/login' })).toEqual([{ kind: 'redirect', target: '/login' }]);
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
test.each([
  ['vnc.html?autoconnect=1', { kind: 'websocket', target: '/websockify' }],
  ['vnc_lite.html?path=websockify', { kind: 'websocket', target: '/websockify' }],
  [`vnc.html?path=${prefix.slice(1)}/websockify`, undefined],
  ['lab', undefined],
])('noVNC at %s', (slug, stray) => expect(noVncStray(prefix, slug)).toEqual(stray));
