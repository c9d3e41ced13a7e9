import fc from 'fast-check';
import { findExpressions } from '../../src/model/find-expressions.ts';
import { readWorkflowFile } from '../../src/model/read-workflow.ts';
import type { WorkflowFile } from '../../src/model/workflow.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';
import { filePath } from '../../src/source/span.ts';

function read(text: string, files: Readonly<Record<string, string>> = {}): WorkflowFile {
  return readWorkflowFile({ path: filePath('workflows/demo/workflow.yaml'), text }, memoryFiles(files));
}

describe('findExpressions', () => {
  test.each([
    ['a ${{ b }} c', ['${{ b }}']],
    ['${{a}}${{b}}', ['${{a}}', '${{b}}']],
    ["${{ '}}' }} x", ["${{ '}}' }}"]],
    ["${{ it's }} x", ["${{ it's }}"]],
    ['${{ a }', ['${{ a }']],
    ['${{ a\nb', ['${{ a']],
    ['${{ a ${{ b }}', ['${{ a ', '${{ b }}']],
    ['${a} $a {{ b }}', []],
    ['${{}}', ['${{}}']],
  ])('finds them in %j', (text, expected) => {
    expect(findExpressions(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected);
  });
});

describe('a workflow file', () => {
  const form = [
    'on:',
    '  execute:',
    '    inputs:',
    '      $meta: {submitLabel: "${{ org.LABEL }}"}',
    '      page:',
    '        type: step',
    '        title: One',
    '        options:',
    '          name: {type: string, hidden: "${{ .ignore }}"}',
    '      flat:',
    '        type: group',
    '        flatten: true',
    '        items:',
    '          inner: {type: group, items: {deep: {type: string}}}',
    '      rows:',
    '        type: list',
    '        template:',
    '          size: {type: number, default: "${{ inputs.rows.[index].size }}"}',
    '      choice:',
    '        type: dropdown',
    '        options: {a: [1]}',
    '      broken: text',
    'jobs:',
    '  first:',
    '    needs: [second, "third:any"]',
    '    if: ${{ always }}',
    '    steps:',
    '      - name: Say ${{ inputs.name }}',
    '        run: |',
    '          echo "${{ inputs.name }}"',
    '          echo ${{ inputs.deep }}',
    '        cleanup: rm x',
    '      - uses: parallelworks/checkout',
    '        with: {repo: x}',
    '      - not a map',
    '      - id: last',
    'sessions:',
    '  session:',
    '',
  ].join('\n');
  const { workflow } = read(form);

  test('knows every input by the names that expressions use', () => {
    expect(workflow?.form.all.map((input) => input.reference.join('.'))).toEqual([
      'page',
      'name',
      'flat',
      'inner',
      'inner.deep',
      'rows',
      'rows.size',
      'choice',
      'broken',
    ]);
  });

  test('keeps the pages of a form in the reference when they are not flattened', () => {
    const { workflow: kept } = read(form.replace('{submitLabel:', '{flatten: false, submitLabel:'));
    expect(kept?.form.inputs[0]?.items[0]?.reference).toEqual(['page', 'name']);
  });

  test('tells the place of every expression, in the order of the file', () => {
    expect(
      workflow?.expressions.map(({ text, place, path }) => [
        text.text.trim(),
        place.kind === 'input'
          ? `${place.input.name.value}.${place.attribute}`
          : `${place.kind} ${place.key}`,
        path.join('/'),
      ]),
    ).toEqual([
      ['org.LABEL', 'workflow on', 'on/execute/inputs/$meta/submitLabel'],
      ['.ignore', 'name.hidden', 'on/execute/inputs/page/options/name/hidden'],
      ['inputs.rows.[index].size', 'size.default', 'on/execute/inputs/rows/template/size/default'],
      ['always', 'job if', 'jobs/first/if'],
      ['inputs.name', 'step name', 'jobs/first/steps/0/name'],
      ['inputs.name', 'step run', 'jobs/first/steps/0/run'],
      ['inputs.deep', 'step run', 'jobs/first/steps/0/run'],
    ]);
    for (const { span } of workflow?.expressions ?? []) {
      expect(form.slice(span.start, span.end)).toMatch(/^\$\{\{ .* \}\}$/);
    }
  });

  test('reads jobs and steps', () => {
    const job = workflow?.jobs[0];
    expect(job?.needs.map(({ value, any, span }) => [value, any, form.slice(span.start, span.end)])).toEqual([
      ['second', false, 'second'],
      ['third', true, 'third'],
    ]);
    expect(job?.steps.map((step) => [step.kind, step.index])).toEqual([
      ['run', 0],
      ['uses', 1],
      ['none', 3],
    ]);
    expect(workflow?.sessions.map((session) => session.name.value)).toEqual(['session']);
  });

  test('masks expressions in scripts without moving a character', () => {
    const script = workflow?.scripts[0];
    expect(script?.shell.text).toBe('echo "${_______________}"\necho ${_______________}\n');
    expect(script?.shell.text.length).toBe(script?.text.text.length);
    expect(script?.holes.map(({ start, end }) => script.text.text.slice(start, end))).toEqual([
      '${{ inputs.name }}',
      '${{ inputs.deep }}',
    ]);
  });

  test('has the scripts beside it', () => {
    const file = read(form, { 'workflows/demo/start.sh': 'true\n', 'start.sh': 'false\n' });
    expect([file.name, file.directory]).toEqual(['demo', 'workflows/demo']);
    expect(file.scripts.map((script) => [script.role, script.path, script.text.text])).toEqual([
      ['start', 'workflows/demo/start.sh', 'true\n'],
    ]);
  });

  test.each([
    ['', 'the workflow is empty'],
    ['# only a comment\n', 'the workflow is empty'],
    ['- a\n- b\n', 'a workflow is a map, and this is a list'],
    ['text', 'a workflow is a map, and this is a single value'],
  ])('that is none is told: %j', (text, message) => {
    expect(read(text).faults.map((fault) => fault.message)).toEqual([message]);
  });

  test('has its expressions whether they are escaped or repeated by an alias', () => {
    const text = 'env:\n  A: "\\x24{{ inputs.a }}"\n  B: &b ["${{ inputs.b }}"]\njobs: {main: {env: *b}}\n';
    const { workflow: found } = read(text);
    expect(found?.expressions.map((site) => [site.text.text.trim(), site.place.kind])).toEqual([
      ['inputs.a', 'workflow'],
      ['inputs.b', 'job'],
      ['inputs.b', 'workflow'],
    ]);
  });

  test('gives no model when its YAML is broken', () => {
    const file = read('jobs: "x\n');
    expect([file.workflow, file.faults.length]).toEqual([undefined, 1]);
  });

  test('can be read whatever its shape', () => {
    const leaf = fc.constantFrom('${{ a }}', '~', '1', '""', 'run', 'x', '"${{ b"');
    const key = fc.constantFrom(
      ...'on,execute,inputs,$meta,jobs,steps,needs,run,uses,type,items,group,if,with'.split(','),
    );
    const { node } = fc.letrec<{ node: string }>((tie) => ({
      node: fc.oneof(
        { maxDepth: 7, withCrossShrink: true },
        leaf,
        fc
          .array(tie('node'), { maxLength: 3 })
          .map((items) => `[${items.map((item) => item.replace(/^\$.*/, '"$&"')).join(', ')}]`),
        fc.dictionary(key, tie('node'), { maxKeys: 4 }).map(
          (map) =>
            `{${Object.entries(map)
              .map(([name, value]) => `${name}: ${value.replace(/^\$.*/, '"$&"')}`)
              .join(', ')}}`,
        ),
      ),
    }));
    fc.assert(
      fc.property(node, (text) => {
        const file = read(text);
        for (const site of file.workflow?.expressions ?? []) {
          expect(text.slice(site.span.start, site.span.start + 3)).toBe('${{');
          expect(site.expression === undefined).toBe(site.faults.length > 0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
