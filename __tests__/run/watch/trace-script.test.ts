import { spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { traceSh } from '../../../src/run/watch/assets.generated.ts';

// What a script prints and returns is the same to the byte, whether it is watched or not.

const library = 'helper() {\n  ls no-such-file\n  return 4\n}\nfrom_library=1\n';

const scripts: Readonly<Record<string, string>> = {
  'a plain end': 'echo out; echo err >&2',
  'an exit with a status': 'echo a\nexit 7',
  'an exit without a status': 'false\nexit',
  'an exit in a function': 'stop() {\n  exit "$1"\n}\nstop 9\necho never',
  'an exit in a subshell': '(exit 3)\necho $?\n( echo in; exit 5 ) | cat\necho "${PIPESTATUS[@]}"',
  'set -e': 'set -e\necho a\nfalse\necho never',
  'set -e in a function': 'set -e\nf() {\n  false\n  echo no\n}\nf',
  'set -e that does not count': 'set -e\nif false; then :; fi\nfalse || echo or\n! true\necho end',
  'set -e in a command substitution': 'set -e\nx=$(false; echo on)\necho "$x"',
  'set -u': 'set -u\necho "$no_such_variable"\necho never',
  pipefail: 'set -o pipefail\nfalse | cat\necho $?\nset -e\ncat no-such-file | sort\necho never',
  'a syntax error': 'echo a\nif true; then\necho b\n',
  'a command that is missing': 'no-such-command --x\necho $?\nexec no-such-program\necho never',
  'a sourced file': 'source ./library.sh\nhelper\necho $? $from_library',
  'a sourced file that exits': 'echo "exit 6" > end.sh\nsource ./end.sh\necho never',
  'a script made by a here-document':
    "cat > made.sh <<'X'\n#!/bin/bash\nset -e\necho made\nls no-such-file\nX\nchmod +x made.sh\n./made.sh\necho $?",
  'bash -c': 'bash -c "echo c; false; exit 4"\necho $?\nbash -c "no-such-command"\necho $?',
  sh: 'sh -c "echo sh; exit 4"\necho $?',
  'a trap on EXIT': "trap 'echo bye $?' EXIT\nfalse\nexit 3",
  'a trap on EXIT without an exit': "trap 'echo bye $?' EXIT\nfalse",
  'a trap on EXIT that exits': "trap 'exit 8' EXIT\nexit 3",
  'a trap on ERR': "trap 'echo error $? at $LINENO' ERR\nfalse\nls no-such-file\n(false)",
  'a trap on ERR and set -eE': "set -eE\ntrap 'echo error at $LINENO: $BASH_COMMAND' ERR\nf() { false; }\nf",
  'a trap on TERM': "trap 'echo term; exit 5' TERM\nkill $$\necho never",
  'a trap on DEBUG': "trap 'echo debug $BASH_COMMAND' DEBUG\nfalse\necho a",
  'killed by a signal': 'echo a\nkill -9 $$\necho never',
  'set -x': 'set -x\necho a\nfalse\nf() { ls no-such-file; }\nf\nexit 3',
  'set -x and an exit without a status': 'set -x\nfalse\nexit',
  'set -x and a trap on EXIT': "set -x\ntrap 'echo bye $?' EXIT\nfalse\nexit 3",
  'set -x and an exit in a subshell': 'set -x\n(exit 3)\nx=$(exit 2)\necho $?',
  'set -x and a trap on EXIT with an exit in a subshell':
    "set -x\ntrap 'echo bye $?' EXIT\n(exit 3)\necho $?",
  'set -x and set -e': 'set -ex\nf() {\n  false\n}\nf',
  'set -v': 'set -v\necho a\nfalse\nexit 2',
  'the last argument': 'echo a b\necho "$_"\nfalse\necho "$_"',
  'the status after a failure': 'ls no-such-file\necho $?\n(exit 42)\necho $?',
  'background jobs': 'false &\nwait $!\necho $?\nsleep 0.1 &\nwait',
  'a pipeline that reads': 'printf "a\\nb\\n" | while read -r x; do echo "[$x]"; false; done\necho $?',
  'redirected output': 'exec > output.txt 2>&1\necho in file\nls no-such-file\nexit 2',
  'a closed stderr': 'exec 2>&-\nls no-such-file\nexit 2',
  'a here-document': 'cat <<X\n$(false; echo $?)\nX\nexit 1',
  'process substitution': 'diff <(echo a; exit 3) <(echo b)\necho $?',
  'a wrong use of return': 'return 3\necho $?',
  arithmetic: 'set -e\ncount=0\n((count++))\necho never',
  'read from stdin': 'read -r line\necho "[$line] $?"',
  'a function named exit': 'exit() { echo mine; builtin exit 3; }\nexit 4',
  'unset functions': 'unset -f exit\nexit 3',
  'posix mode': 'set -o posix\nfalse\nexit 3',
};

let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pwc-trace-')));
  writeFileSync(join(folder, 'trace.sh'), traceSh);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a script in a folder of its own, which has the same path both times. */
function outcome(script: string, watched: boolean) {
  const work = join(folder, 'work');
  rmSync(work, { recursive: true, force: true });
  const trace = join(folder, 'trace');
  rmSync(trace, { force: true });
  spawnSync('mkdir', [work]);
  writeFileSync(join(work, 'library.sh'), library);
  writeFileSync(join(work, 'run.sh'), `#!/bin/bash\n${script}\n`, { mode: 0o755 });
  const env = watched ? { BASH_ENV: join(folder, 'trace.sh'), PW_CHECK_TRACE: trace } : {};
  const ended = spawnSync('/bin/bash', ['./run.sh'], {
    cwd: work,
    env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', ...env },
    timeout: 10_000,
  });
  const text = (bytes: Buffer): string => bytes.toString('utf8').replace(/\b\d{3,}\b/g, 'N');
  return {
    stdout: text(ended.stdout),
    stderr: text(ended.stderr),
    status: ended.status,
    signal: ended.signal,
  };
}

test.each(Object.entries(scripts))('%s', (_, script) => {
  expect(outcome(script, true)).toEqual(outcome(script, false));
});
