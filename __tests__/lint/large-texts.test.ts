import { dedent } from '../../src/base/dedent.ts';
import { lintWorkspace } from '../../src/lint/lint.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';

const workflow = dedent`
  jobs:
    main:
      steps:
        - run: bash start.sh
`;

/** A text of at least so many characters, piece by piece. */
function repeated(length: number, piece: (index: number) => string): string {
  const pieces: string[] = [];
  for (let index = 0, sum = 0; sum < length; index++) {
    pieces.push(piece(index));
    sum += pieces[index]?.length ?? 0;
  }
  return pieces.join('');
}

/** Some lines as start scripts have them. */
const ordinary = (index: number) => dedent`
  NAME_${String(index)}="value ${String(index)}"
  export PATH="$HOME/dir${String(index)}:$PATH"
  if [ -n "$NAME_${String(index)}" ]; then
    echo "using $NAME_${String(index)}"
  elif [ -d "$HOME/dir" ]; then
    mkdir -p "$HOME/dir/logs"
  fi
  setup_${String(index)}() {
    local target="$1"
    cp -r "$HOME/dir" "$target" || return 1
  }
  setup_${String(index)} /tmp/target
  cat > config_${String(index)}.yaml <<EOF
  name: $NAME_${String(index)}
  EOF
`;

async function lint(texts: { readonly workflow?: string; readonly script?: string }) {
  const files = {
    'workflows/a/workflow.yaml': texts.workflow ?? workflow,
    'workflows/a/start.sh': `#!/bin/bash\n${texts.script ?? 'true'}\necho 8080 > SESSION_PORT\ntouch job.started\n`,
  };
  const { diagnostics, faults } = await lintWorkspace(openWorkspace(memoryFiles(files)).workspace);
  expect(faults.map((fault) => fault.message)).toEqual([]);
  return diagnostics;
}

/** A run of commands is set in as deep as a step's block. */
const block = (commands: string) => `jobs:\n  main:\n    steps:\n      - run: |\n          ${commands}\n`;

/**
 * Texts that took time with the square of their length. At these lengths that was minutes, many more than a test may take
 * on any machine; now each takes a second or two.
 */
describe('a large text is linted in the time that its length needs:', () => {
  const workflows: readonly (readonly [string, string])[] = [
    ['unknown keys', `${workflow}${repeated(200_000, (index) => `key_${index}: 1\n`)}`],
    ['unknown keys of a step', `${workflow}${repeated(200_000, (index) => `        key_${index}: 1\n`)}`],
    ['brackets', `${workflow}x: ${'['.repeat(300_000)}\n`],
    ['open expressions', block(`echo ${'$'.concat('{{').repeat(40_000)}`)],
    [
      'a long comment of rules to allow',
      `# pw-workflow-check: allow ${repeated(300_000, (index) => `r${index}, `)}\n${workflow}`,
    ],
    ['anchors', `${workflow}${repeated(100_000, (index) => `k${index}: &a${index} x\n`)}`],
  ];
  test.each(workflows)(
    '%s',
    async (_title, text) => {
      await lint({ workflow: text });
    },
    60_000,
  );

  const scripts: readonly (readonly [string, string])[] = [
    ['blank lines', '\n'.repeat(300_000)],
    ['blanks in a command', `echo a${' '.repeat(300_000)}b`],
    ['comments', repeated(300_000, (index) => `# comment ${index}\n`)],
    ['assignments', repeated(200_000, (index) => `v${index}=value${index}\n`)],
    ['brackets', '['.repeat(300_000)],
    ['quotes and variables', `A=x\necho ${'"$A"$A'.repeat(20_000)}`],
    ['quotes in substitutions in quotes', `echo ${'"$(echo '.repeat(30_000)}x${')"'.repeat(30_000)}`],
    ['a long name', `${'a_'.repeat(150_000)}=1`],
    ['a pipeline', `${'cat | '.repeat(20_000)}cat`],
    ['jobs in the background', 'sleep 1 &\n'.repeat(10_000)],
    ['arms of a case', `case $x in\n${repeated(100_000, (index) => ` a${index}) p=${index} ;;\n`)}esac`],
    [
      'functions that call each other',
      `${repeated(60_000, (index) => `f${index}() { f${index - 1}; }\n`)}f9`,
    ],
    ['here-documents', repeated(60_000, (index) => `cat > f${index}.txt <<EOF\nhello ${index}\nEOF\n`)],
    ['ordinary commands', repeated(200_000, ordinary)],
    ['options', `curl ${repeated(200_000, (index) => `--opt${index} v `)} http://x`],
  ];
  test.each(scripts)(
    '%s in a script',
    async (_title, script) => {
      await lint({ script });
    },
    60_000,
  );
});

test('a value that doubles with each line is followed no further than memory lasts', async () => {
  await lint({
    script: `X=ab\n${'X=$X$X\n'.repeat(60)}echo "$X" > other\nset -- a\n${'set -- "$@" "$@"\n'.repeat(60)}${'a+=("${a[@]}" b)\n'.repeat(60)}`,
  });
});

describe('a workflow larger than any that somebody wrote is refused in one finding, at the job that is one too many:', () => {
  test.each([
    [
      'jobs',
      'more than 500 jobs',
      repeated(40_000, (index) => `  j${index}:\n    steps: [{run: date}]\n`),
      'j500',
    ],
    ['steps', 'more than 1000 steps', `  many:\n    steps:\n${'      - run: date\n'.repeat(1001)}`, 'many'],
  ])('%s', async (_title, words, jobs, name) => {
    const text = `jobs:\n${jobs}`;
    const found = (await lint({ workflow: text })).filter(({ severity }) => severity === 'error');
    expect(found.map(({ rule, message }) => [rule, message])).toEqual([
      ['yaml-syntax', expect.stringContaining(words)],
    ]);
    expect(found.map(({ at }) => text.slice(at.start, at.end))).toEqual([name]);
  });
});
