import { decisiveLogLine, unreachableServer } from '../../../src/run/verdict/decisive-log-line.ts';

const said = (...lines: readonly string[]) => decisiveLogLine(lines)?.said;

test('what the network refused stands above what failed because of it', () => {
  expect(
    said(
      'Downloading…',
      '  0   0curl: (6) Could not resolve host: example.org',
      'tar: not recoverable: error',
    ),
  ).toBe('curl: (6) Could not resolve host: example.org');
  expect(decisiveLogLine(["fatal: unable to access 'https://example.org/': x"])?.help).toContain('run.stubs');
});
test('a service of this machine that does not answer is no network', () => {
  const lines = ['curl: (7) Failed to connect to localhost port 4000', 'ERROR: Service timeout'];
  expect(decisiveLogLine(lines)).toEqual({ said: 'ERROR: Service timeout' });
});
test('a line that speaks of a fault stands above what a trap says after it', () => {
  expect(said('cp: cannot stat x', 'Cleaning up the session...', '')).toBe('cp: cannot stat x');
});
test('without one, the last words count', () => {
  expect(said('one', 'two', ' ')).toBe('two');
  expect(said('', ' ')).toBeUndefined();
});

test.each([
  'curl: (5) Could not resolve proxy: proxy.example.org',
  'curl: (28) Connection timed out after 10001 milliseconds',
  "wget: unable to resolve host address 'example.org'",
  'wget: failed: Connection timed out.',
  "fatal: unable to access 'https://example.org/a.git/': Could not resolve host: example.org",
  'W: Temporary failure resolving deb.example.org',
  'example.org: Name or service not known',
  'connect: Network is unreachable',
  'urllib3: Failed to establish a new connection: [Errno 101]',
  'CondaHTTPError: HTTP 000 CONNECTION FAILED for url <https://example.org>',
  'npm error getaddrinfo EAI_AGAIN registry.example.org',
  'npm error getaddrinfo ENOTFOUND registry.example.org',
  'dial tcp: lookup example.org: no such host',
  'ssh: connect to host example.org port 22: No route to host',
])('"%s" is about the network', (line) => {
  expect(unreachableServer(['before', ` ${line} `, 'curl: (6) later'])).toBe(line);
  expect(decisiveLogLine([line, 'error: and so it failed'])).toEqual({
    said: line,
    help: expect.stringContaining('could not reach the network'),
  });
});

test.each([
  'curl: (22) The requested URL returned error: 404',
  'curl: (7) Failed to connect to 127.0.0.1 port 80',
  'ConnectionError: http://[::1]:80: failed to establish a new connection',
])('"%s" is not', (line) => {
  expect(unreachableServer([line])).toBeUndefined();
});

test('a line is no longer than one can read', () => {
  expect(said(`error: ${'x'.repeat(400)}`)).toHaveLength(200);
  expect(said(`curl: (6) ${'x'.repeat(400)}`)).toHaveLength(200);
});
