import { definitionsAt, referencesAt } from '../../../src/editor/names/find-names.ts';
import { renamableAt, rename } from '../../../src/editor/names/rename.ts';
import { outlineOf } from '../../../src/editor/names/symbols.ts';
import { applyEdits, editsByFile } from '../../../src/lint/edits.ts';
import type { Span } from '../../../src/source/span.ts';
import { type AtCaret, atCaret } from '../at-caret.ts';

const workflow = `permissions:
  - '*'
sessions:
  session:
    useTLS: false
on:
  execute:
    inputs:
      service:
        type: group
        items:
          port:
            type: number
            default: 8080
      name:
        type: string
        hidden: \${{ inputs.service.port == 1 }}
jobs:
  prepare:
    steps:
      - id: make
        run: echo "LOG=\${{ inputs.service.port }}" >> $OUTPUTS
  start:
    needs: [prepare]
    steps:
      - uses: parallelworks/checkout
        with:
          repo: https://github.com/owner/repository
      - uses: marketplace/job_runner/v4.0
        with:
          resource: x
          script_path: workflows/demo/start.sh
      - run: echo "\${{ needs.prepare.outputs.LOG }} \${{ sessions.session }}"
`;
const start =
  '#!/bin/bash\necho "$PW_INPUT_SERVICE_PORT" "${PW_INPUT_NAME:-x}"\nsource utils/more.sh\n. inputs.sh\necho "$service_port"\n';
const paths = { flow: 'workflows/demo/workflow.yaml', start: 'workflows/demo/start.sh' };

/** The repository with the caret behind a text in one of its files. */
function repository(file: keyof typeof paths, before: string): AtCaret {
  const mark = (text: string, path: string): string => {
    const doubled = text.replaceAll('|', '||');
    if (path !== file) return doubled;
    const at = doubled.indexOf(before);
    if (at === -1) throw new Error(`no "${before}"`);
    return `${doubled.slice(0, at + before.length)}|${doubled.slice(at + before.length)}`;
  };
  return atCaret({
    [paths.flow]: mark(workflow, 'flow'),
    [paths.start]: mark(start, 'start'),
    'utils/more.sh': 'echo "$PW_INPUT_NAME"\n',
    'workflows/demo/ci/other.yaml': 'service:\n  port: 9\n',
    'workflows/caller/workflow.yaml': `jobs:
  call:
    steps:
      - uses: github/owner/repository
        with:
          $yaml: workflows/demo/workflow.yaml
          service:
            port: 80
`,
  });
}

function shown({ texts }: AtCaret, spans: readonly Span[]): readonly string[] {
  return spans
    .map(({ file, start, end }) => {
      const text = texts.get(file) ?? '';
      const line = text.slice(0, start).split('\n').length;
      return `${file.split('/').slice(-2).join('/')}:${line} ${text.slice(start, end)}`;
    })
    .sort();
}

test.each([
  ['an input in an expression', 'flow', 'inputs.service.po', ['demo/workflow.yaml:12 port']],
  ['a group in an expression', 'flow', 'inputs.serv', ['demo/workflow.yaml:9 service']],
  ['a job in needs', 'flow', 'needs: [prep', ['demo/workflow.yaml:19 prepare']],
  ['a job in an expression', 'flow', 'needs.prep', ['demo/workflow.yaml:19 prepare']],
  ['an output', 'flow', 'outputs.LO', ['demo/workflow.yaml:22 LOG']],
  ['a session', 'flow', 'sessions.sess', ['demo/workflow.yaml:4 session']],
  ['a script', 'flow', 'workflows/demo/sta', ['demo/start.sh:1 ']],
  ['an input in a script', 'start', '$PW_INPUT_SERVICE', ['demo/workflow.yaml:12 port']],
  ['a script in a script', 'start', 'utils/mo', ['utils/more.sh:1 ']],
  ['nothing', 'flow', 'useT', []],
] as const)('%s leads to where it comes from', (_, file, before, expected) => {
  const at = repository(file, before);
  expect(shown(at, definitionsAt(at.reading, at.path, at.offset))).toEqual(expected);
});

test('an input is found in the form, expressions, scripts, callers and scenarios', () => {
  const at = repository('flow', '          por');
  const uses = referencesAt(at.reading, at.path, at.offset, 'with');
  expect(shown(at, uses)).toEqual([
    'caller/workflow.yaml:8 port',
    'ci/other.yaml:2 port',
    'demo/start.sh:2 PW_INPUT_SERVICE_PORT',
    'demo/start.sh:5 service_port',
    'demo/workflow.yaml:12 port',
    'demo/workflow.yaml:17 port',
    'demo/workflow.yaml:22 port',
  ]);
  expect(referencesAt(at.reading, at.path, at.offset, 'without')).toHaveLength(uses.length - 1);
});

test.each([
  ['a job, from where it is declared', 'flow', '  prep', ['19 prepare', '24 prepare', '33 prepare']],
  ['an output, from the line that writes it', 'flow', 'echo "LO', ['22 LOG', '33 LOG']],
  ['a session, from where it is declared', 'flow', 'sessions:\n  sess', ['33 session', '4 session']],
  ['a script, from its first line', 'start', '#!', ['1 ', '32 workflows/demo/start.sh']],
] as const)('uses of %s', (_, file, before, expected) => {
  const at = repository(file, before);
  const found = shown(at, referencesAt(at.reading, at.path, at.offset, 'with'));
  expect(found.map((one) => one.replace(/^.*?:/, ''))).toEqual(expected);
});

function renamed(at: AtCaret, name: string): ReadonlyMap<string, string> {
  const answer = rename(at.reading, at.path, at.offset, name);
  if (answer.kind === 'refused') throw new Error(answer.message);
  return new Map(
    [...editsByFile(answer.edits)].map(([path, edits]) => [
      path,
      applyEdits(at.texts.get(path) ?? '', edits),
    ]),
  );
}

test('a group is renamed in all files, and in the variables of what is inside of it', () => {
  const at = repository('flow', 'inputs.serv');
  const after = renamed(at, 'web');
  expect([...after.keys()].sort()).toEqual([
    'workflows/caller/workflow.yaml',
    'workflows/demo/ci/other.yaml',
    paths.start,
    paths.flow,
  ]);
  expect(after.get(paths.flow)).toBe(
    workflow.replaceAll('inputs.service', 'inputs.web').replace('      service:', '      web:'),
  );
  expect(after.get(paths.start)).toBe(
    start.replace('PW_INPUT_SERVICE_PORT', 'PW_INPUT_WEB_PORT').replace('$service_port', '$web_port'),
  );
});

test('a job is renamed in needs and expressions, a session in expressions', () => {
  expect(renamed(repository('flow', 'needs: [prep'), 'ready').get(paths.flow)).toBe(
    workflow
      .replace('  prepare:', '  ready:')
      .replace('[prepare]', '[ready]')
      .replace('needs.prepare', 'needs.ready'),
  );
  expect(renamed(repository('flow', 'sessions.sess'), 'main').get(paths.flow)).toBe(
    workflow.replace('  session:', '  main:').replace('sessions.session', 'sessions.main'),
  );
});

test.each([
  ['needs: [prep', 'Not Allowed', /may have only lowercase letters/],
  ['needs: [prep', 'start', /"start" is the name of another one/],
  ['outputs.LO', 'other', /and nothing else/],
  ['useT', 'other', /and nothing else/],
])('behind "%s" the name "%s" is refused', (before, name, message) => {
  const at = repository('flow', before);
  const answer = rename(at.reading, at.path, at.offset, name);
  expect(answer.kind === 'refused' ? answer.message : '').toMatch(message);
});

test('what is to be renamed is the name alone; a variable in a script is none', () => {
  const at = repository('flow', 'inputs.serv');
  const found = renamableAt(at.reading, at.path, at.offset);
  expect(found && shown(at, [found.span])).toEqual(['demo/workflow.yaml:17 service']);
  const variable = repository('start', '$PW_INPUT_SERV');
  expect(renamableAt(variable.reading, variable.path, variable.offset)).toBeUndefined();
});

test('the outline has the parts with sessions, the form, jobs and steps', () => {
  const { reading, path } = repository('flow', 'jobs:');
  const tree = (entries: ReturnType<typeof outlineOf>): unknown[] =>
    entries.map(({ kind, name, children }) => [kind, name, ...tree(children)]);
  expect(tree(outlineOf(reading, path))).toEqual([
    ['part', 'permissions'],
    ['part', 'sessions', ['session', 'session']],
    ['part', 'on', ['group', 'service', ['input', 'port']], ['input', 'name']],
    [
      'part',
      'jobs',
      ['job', 'prepare', ['step', 'make']],
      [
        'job',
        'start',
        ['step', 'parallelworks/checkout'],
        ['step', 'marketplace/job_runner/v4.0'],
        ['step', 'run'],
      ],
    ],
  ]);
});
