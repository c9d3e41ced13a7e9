import { generateScript } from '../../scripts/agreement/generate-script.ts';
import { contradictions, judgeScript } from '../../scripts/agreement/judge-script.ts';
import { runScripts } from '../../scripts/agreement/run-scripts.ts';

const count = 1_000;

test('says always and never only of what bash does, for a thousand generated scripts', async () => {
  const seeds = Array.from({ length: count }, (_, index) => index + 1);
  const scripts = seeds.map(generateScript);
  const judged = scripts.map(judgeScript);
  const seen = await runScripts(scripts);
  const wrong = judged.flatMap((judgement, index) => {
    const observation = seen[index];
    const words = observation === undefined ? ['not run'] : contradictions(judgement, observation);
    return words.map((word) => `seed ${seeds[index]}: ${word}`);
  });
  expect(wrong).toEqual([]);
  const claims = judged.flatMap((judgement) => Object.values(judgement.files).map((file) => file.claim));
  const unknown = claims.filter((claim) => claim === 'unknown').length;
  expect(claims).toHaveLength(3 * count);
  expect(unknown / claims.length).toBeLessThan(0.15);
}, 600_000);

test.each([
  [
    'a function that is there on some paths only',
    'f() { touch HOSTNAME; }\ncase "$ALPHA" in a) x=1 ;; b) x=2 ;; c) x=4 ;; *) x=3; unset -f f ;; esac\nf\n',
  ],
  [
    'a shell that prints elsewhere from now on',
    '{ { exec > HOSTNAME; echo host; exec > logs.txt; }; echo lost; } > job.started\n',
  ],
  [
    'a file that is not moved over a link to nothing',
    'ln -s absent SESSION_PORT\necho kept > work.txt\nmv -n work.txt SESSION_PORT\n',
  ],
  [
    'a variable that a loop takes away',
    'port=4000\nwhile read -r item; do\nunset port\ndone < library.sh\nif [[ -v port ]]; then touch HOSTNAME; fi\n',
  ],
  [
    'output that is in its file only when the script has ended',
    'set -e\n{\n( echo silent; [[ $NOTHING == 4* ]] && touch SESSION_PORT )\n} > HOSTNAME\n',
  ],
  [
    'a program that is given a path in the folder it works in',
    'set -e\nmkdir -p logs\ncd logs && echo data | dd of="$PWD/job.started" 2> /dev/null || [ -f job.started ] && rm job.started\n',
  ],
  [
    'a file that a job in the background may yet write',
    '(\necho x | grep -q x || echo source > work.txt\n) &\ncp -n work.txt job.started\n',
  ],
  [
    'a file that a job in the background removes when it is there',
    "trap 'echo both > SESSION_PORT' EXIT\n{\nread -r line\nfind . -name SESSION_PORT -delete\n} &\n",
  ],
  ['output of a job in the background', '{\n( echo silent ) &\nwait\n} > SESSION_PORT\n'],
  [
    'a link to nothing that is moved over a file',
    'touch HOSTNAME\nln -s absent job.started\nmv job.started HOSTNAME\n',
  ],
  [
    'an exit trap that runs in a pipeline as well',
    'set -u\ntrap \'echo more >> "$PWD/HOSTNAME"\' EXIT\necho "$port" | cat > job.started\n',
  ],
  ['a trap on errors inside a negated group', "trap 'touch job.started' ERR\n! { [ -f HOSTNAME ]; }\n"],
  [
    'an operand that is not looked at',
    'set -u\ntouch SESSION_PORT\nif [[ -f SESSION_PORT || -n $GAMMA ]]; then touch HOSTNAME; fi\n[[ -n $GAMMA ]] || rm SESSION_PORT\nrm HOSTNAME\n',
  ],
  [
    'a link that only the first turn of a loop can make',
    'set -e\nwhile read -r item; do\nln -s absent SESSION_PORT 2> /dev/null\ndone < library.sh\n:\n',
  ],
  ['a link to nothing that is removed', 'ln -s absent job.started\nrm job.started\n'],
  [
    'a copy beside the script that is made when the file is gone',
    'echo kept > work.txt\ntouch SESSION_PORT\n{ sleep 0.1; cp -n work.txt SESSION_PORT; } &\nrm SESSION_PORT\nwait\n',
  ],
])('says only what bash does of %s', async (_, text) => {
  const script = { text, library: 'echo one\necho two\n', environment: {} };
  const [seen] = await runScripts([script]);
  expect(seen).toBeDefined();
  expect(seen === undefined ? [] : contradictions(judgeScript(script), seen)).toEqual([]);
});
