import { analysisContext } from '../../../src/analysis/analysis.ts';
import { actionsFor } from '../../../src/editor/actions/code-actions.ts';
import { applyEdits } from '../../../src/lint/edits.ts';
import { lintWorkspace } from '../../../src/lint/lint.ts';
import { openWorkspace } from '../../../src/model/workspace.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';
import { filePath } from '../../../src/source/span.ts';

const path = filePath('workflows/demo/workflow.yaml');
const start = filePath('workflows/demo/start.sh');

async function findingsIn(files: Readonly<Record<string, string>>) {
  const { workspace } = openWorkspace(memoryFiles(files));
  return { workspace, found: (await lintWorkspace(workspace)).diagnostics };
}

/** The text of the file of a finding after the comment that allows it; `undefined` when there is no such action. */
async function allowed(files: Readonly<Record<string, string>>, rule: string): Promise<string | undefined> {
  const { workspace, found } = await findingsIn(files);
  const finding = found.find((one) => one.rule === rule);
  if (finding === undefined) throw new Error(`${rule} is not among ${found.map((one) => one.rule)}`);
  const text = files[finding.at.file] ?? '';
  const action = actionsFor(finding, text, analysisContext(workspace)).find((one) => one.kind === 'allow');
  if (action?.kind !== 'allow') return undefined;
  const after = applyEdits(text, action.edits);
  const again = await findingsIn({ ...files, [finding.at.file]: after });
  expect(again.found.filter((one) => one.rule === rule && one.at.file === finding.at.file)).toHaveLength(
    found.filter((one) => one.rule === rule && one.at.file === finding.at.file).length - 1,
  );
  return after;
}

const job = (run: string): string =>
  `jobs:\n  one:\n    steps:\n      - name: x\n        run: |\n${run.replace(/^/gm, '          ')}\n`;

test('a comment stands above the line with its indentation, and the finding is gone', async () => {
  expect(await allowed({ [path]: 'jobs:\n  one:\n    stepz: []\n' }, 'unknown-key')).toBe(
    'jobs:\n  one:\n    # pw-check: allow unknown-key -- reason\n    stepz: []\n',
  );
});

test('line breaks are those of the text', async () => {
  const after = await allowed({ [path]: 'jobs:\r\n  one:\r\n    stepz: []\r\n' }, 'unknown-key');
  expect(after).toContain('    # pw-check: allow unknown-key -- reason\r\n    stepz');
});

test('inside of a script it is a comment of the shell, above the first line of the command', async () => {
  const text = job('echo a \\\n  "${{ inputs.nope }}"');
  expect(await allowed({ [path]: text }, 'undeclared-input')).toBe(
    text.replace(
      '          echo a',
      '          # pw-check: allow undeclared-input -- reason\n          echo a',
    ),
  );
});

test.each([
  ['a here-document', 'cat > file <<EOF\nfirst\n${{ inputs.nope }}\nEOF'],
  ['the first line of a here-document', 'cat > file <<EOF\n${{ inputs.nope }}\nEOF'],
  ['a quoted text of several lines', 'echo "first\n${{ inputs.nope }}"'],
])('there is none inside of %s', async (_, run) => {
  expect(await allowed({ [path]: job(run) }, 'undeclared-input')).toBeUndefined();
});

test('there is none inside of a folded scalar', async () => {
  const text =
    'jobs:\n  one:\n    steps:\n      - name: >\n          a\n          ${{ inputs.nope }}\n        run: echo\n';
  expect(await allowed({ [path]: text }, 'undeclared-input')).toBeUndefined();
});

test('a repair that guesses says so and is no preferred one; every finding can be explained', async () => {
  const { workspace, found } = await findingsIn({ [path]: 'jobs:\n  one:\n    stepz: []\n', [start]: '' });
  const finding = found.find((one) => one.rule === 'unknown-key');
  if (finding === undefined) throw new Error('nothing was found');
  const actions = actionsFor(finding, '', analysisContext(workspace));
  expect(actions.map((one) => [one.kind, one.title])).toEqual([
    ['fix', 'change it to steps (guess)'],
    ['allow', 'allow unknown-key here'],
    ['explain', 'explain unknown-key'],
  ]);
});
