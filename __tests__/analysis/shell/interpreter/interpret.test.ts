import { eventsOf, follow, presences } from '../../follow.ts';

describe('coordination files', () => {
  test.each([
    'echo 1 > SESSION_PORT',
    'echo 1 > "${PW_PARENT_JOB_DIR}/SESSION_PORT"',
    'dir="${PW_PARENT_JOB_DIR%/}"\ncd "$dir"\necho 1 > ./SESSION_PORT',
    'write() { echo 1 > "$1"; }\nwrite SESSION_PORT',
    'echo 1 | tee SESSION_PORT',
    'mkdir -p run\ncd run\necho 1 > ../SESSION_PORT',
    'echo 1 > port.tmp && mv port.tmp SESSION_PORT',
    'cat > SESSION_PORT <<EOF\n1\nEOF',
    'for name in HOSTNAME SESSION_PORT; do touch "$name"; done',
    '( echo 1 > SESSION_PORT ) & wait',
    "cat > helper.sh <<'EOF'\necho 1 > SESSION_PORT\nEOF\nbash helper.sh",
    "trap 'echo 1 > SESSION_PORT' EXIT",
    'if [ -n "$A" ]; then echo 1 > SESSION_PORT; else touch SESSION_PORT; fi',
  ])('are always written by %j', (text) => {
    const behaviour = follow(`${text}\n`);
    expect(behaviour.opaque).toBe(false);
    expect(presences(behaviour, 'port')).toEqual(['yes']);
  });

  test('are written by a script of the repository that is sourced', () => {
    const behaviour = follow('source utils/port.sh\n', { 'utils/port.sh': 'echo 1 > SESSION_PORT\n' });
    expect(presences(behaviour, 'port')).toEqual(['yes']);
  });

  test('are not written under another name or in another folder', () => {
    expect(presences(follow('mkdir -p logs\necho 1 > logs/SESSION_PORT\necho 1 > PORT\n'), 'port')).toEqual([
      'no',
    ]);
  });

  test('are uncertain when the name is not known', () => {
    expect(presences(follow('echo 1 > "$SOMEWHERE"\n'), 'port')).toEqual(['maybe']);
  });

  test('are told apart by the path, with the condition as evidence', () => {
    const behaviour = follow('if [ -n "$A" ]; then\n  touch SESSION_PORT\nfi\n');
    const without = behaviour.ends.find((end) => end.files.get('@job/SESSION_PORT') === 'no');
    expect(without?.path).toMatchObject({ text: '[ -n "$A" ]', holds: false });
  });

  test('are not asked for on paths that fail', () => {
    const behaviour = follow(
      'set -e\nport=$(pw agent open-port)\n[ -z "$port" ] && exit 1\necho "$port" > SESSION_PORT\n',
    );
    expect(presences(behaviour, 'port', (end) => end.status === 0)).toEqual(['yes']);
  });
});

describe('time and services', () => {
  test('the sleep before a write is counted', () => {
    const [write] = eventsOf(follow('sleep 6\nsleep 1m\necho 1 > SESSION_PORT\n'), 'write');
    expect(write?.slept).toBe(66);
  });

  test('a command that may take seconds is named', () => {
    const [write] = eventsOf(follow('port=$(pw agent open-port)\necho "$port" > SESSION_PORT\n'), 'write');
    expect(write?.slow).toEqual(['pw agent open-port']);
  });

  test.each([
    ['exec python3 -m http.server "$port"', 'exec'],
    ['python3 -m http.server "$port" &', 'background'],
    ['nohup jupyter lab --port 8888 &', 'background'],
    ['./serve --port "$(pw agent open-port)"', 'foreground'],
  ])('%j starts a service in the %s', (text, how) => {
    const [service] = eventsOf(follow(`${text}\n`), 'service');
    expect(service).toMatchObject({ how, likelihood: 'certain' });
  });

  test('a script that waits for its service stays', () => {
    const behaviour = follow(
      'python3 -m http.server 1234 &\npid=$!\nwhile kill -0 "$pid"; do sleep 5; done\n',
    );
    expect(eventsOf(behaviour, 'stay').map((event) => event.why)).toEqual(['loop']);
  });
});

describe('limits', () => {
  test('a script that calls itself, loops for ever or branches without end is followed in bounded time', () => {
    const branches = Array.from(
      { length: 300 },
      (_, index) => `if [ -n "$V${index}" ]; then x${index}=1; fi`,
    ).join('\n');
    for (const text of ['f() { f; f; }\nf\n', 'while true; do while true; do :; done; done\n', branches]) {
      expect(follow(`${text}\n`).ends.length).toBeGreaterThan(0);
    }
  });

  test('a text that is evaluated but not known makes nothing certain', () => {
    expect(follow('eval "$COMMANDS"\n').opaque).toBe(true);
  });
});
