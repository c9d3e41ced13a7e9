import { readFileSync } from 'node:fs';
import { afterChange, whileTyping } from '../../../src/editor/typing/shown-findings.ts';
import { changeBetween, lineAt } from '../../../src/editor/typing/text-change.ts';
import { lintWorkspace } from '../../../src/lint/lint.ts';
import { openWorkspace } from '../../../src/model/workspace.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';
import { type FilePath, filePath } from '../../../src/source/span.ts';

// Every so many lines; each one with PW_CHECK_LINES=1, which takes minutes.
const everyNth = Number(process.env['PW_CHECK_LINES'] ?? (process.env['PW_CHECK_FULL'] === '1' ? 12 : 25));
const flow = filePath('workflows/demo/workflow.yaml');
const endpoints = '__tests__/fixtures/endpoints/workflows';

/** Ten files of both layouts: workflows, and the scripts that they start. */
const sources = [
  ['examples/workflows/hello-world', 'start.sh'],
  ['examples/workflows/notebook', 'start.sh'],
  ['examples/workflows/status-board', 'start.sh'],
  ['examples/workflows/hello-endpoint', 'app/start-template.sh'],
  [`${endpoints}/notes`, 'app/start-template.sh'],
] as const;

interface State {
  readonly path: FilePath;
  readonly text: string;
  readonly change: NonNullable<ReturnType<typeof changeBetween>>;
}

/** Each line of a text cut at a part of its length. */
function cut(path: FilePath, text: string): readonly State[] {
  const states: State[] = [];
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    if (index % everyNth === 0 && line.trim() !== '') {
      for (const share of [0, 0.3, 0.6, 0.9]) {
        const at = offset + Math.floor(line.length * share);
        const half = text.slice(0, at) + text.slice(offset + line.length);
        const change = changeBetween(path, text, half);
        if (change !== undefined) states.push({ path, text: half, change });
      }
    }
    offset += line.length + 1;
  }
  return states;
}

const found = async (files: Readonly<Record<string, string>>) =>
  (await lintWorkspace(openWorkspace(memoryFiles(files)).workspace)).diagnostics;

test.each(sources)(
  'nothing is shown on another line while %s is written, and nothing that stands is lost',
  async (folder, script) => {
    // A fault that stands in the workflow whatever is written elsewhere.
    const standing = readFileSync(`${folder}/workflow.yaml`, 'utf8').replace(
      /\n(\s+)run: /,
      '\n$1timeout: ${{ inputs.nope }}\n$1run: ',
    );
    const files: Record<string, string> = { [flow]: standing };
    files[`workflows/demo/${script}`] = readFileSync(`${folder}/${script}`, 'utf8');
    const before = await found(files);
    expect(before.length).toBeGreaterThan(0);
    for (const [path, text] of Object.entries(files)) {
      for (const state of cut(filePath(path), text)) {
        const moved = afterChange({ shown: before, held: [] }, state.change);
        const fresh = await found({ ...files, [path]: state.text });
        const line = lineAt(state.path, state.text, state.change.start);
        const { shown, held } = whileTyping(moved, fresh, line, false);
        const elsewhere = (list: typeof shown) =>
          list
            .filter(({ at }) => at.file !== state.path || at.end < line.start || at.start > line.end)
            .map(({ rule, at }) => `${rule} ${at.file} ${at.start}`)
            .sort();
        const isRepaired = held.length === 0;
        const expected = elsewhere(moved.shown).filter(
          (one) => !isRepaired || elsewhere(fresh).includes(one),
        );
        expect([state.change, ...elsewhere(shown)]).toEqual([state.change, ...expected]);
      }
    }
  },
  300_000,
);
