import { analysisContext } from '../../../src/analysis/analysis.ts';
import { pathInJobDirectory } from '../../../src/analysis/workflow/job-files.ts';
import { repositoryUses } from '../../../src/analysis/workflow/repository-uses.ts';
import { openWorkspace } from '../../../src/model/workspace.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';
import { sessionExample } from '../../../src/rules/examples/session-example.ts';

describe('pathInJobDirectory', () => {
  test.each([
    ['${PW_PARENT_JOB_DIR}/workflows/a/start.sh', 'workflows/a/start.sh'],
    ['$PW_PARENT_JOB_DIR/utils', 'utils'],
    ['${PW_PARENT_JOB_DIR%/}/utils/', 'utils'],
    ['./utils/wait.sh', 'utils/wait.sh'],
    ['utils//wait.sh', 'utils/wait.sh'],
  ])('reads %j', (written, expected) => {
    expect(pathInJobDirectory(written)).toBe(expected);
  });
  test.each(['/etc/profile', '~/start.sh', '${HOME}/start.sh', '$(pwd)/a', '../a', 'a/../b', '*.sh', ''])(
    'does not guess at %j',
    (written) => expect(pathInJobDirectory(written)).toBeUndefined(),
  );
});

describe('repositoryUses', () => {
  function usesOf(run: string): readonly string[] {
    const block = run
      .split('\n')
      .map((line) => `      ${line}\n`)
      .join('');
    const files = sessionExample({
      wait_for_service: `needs: [preprocessing]\nsteps:\n  - run: |\n${block}`,
      inputs: 'folder:\n  type: string\n  default: hello\n',
    });
    const { workspace } = openWorkspace(memoryFiles(files));
    const context = analysisContext(workspace);
    const [file] = workspace.workflows;
    if (file === undefined) throw new Error('no workflow');
    return context
      .ask(repositoryUses, file)
      .filter(({ by }) => by === 'run')
      .map(({ path }) => path);
  }
  test.each([
    ['source utils/wait_service.sh', ['utils/wait_service.sh']],
    ['. "${PW_PARENT_JOB_DIR}/utils/wait_service.sh"', ['utils/wait_service.sh']],
    ['cd workflows/${{ inputs.folder }}\nbash -x start.sh', ['workflows/hello/start.sh']],
    ['cd "${PW_PARENT_JOB_DIR}" && ./utils/wait_service.sh', ['utils/wait_service.sh']],
    ['cd "$somewhere"\nsource utils/wait_service.sh', []],
    ['source utils/other.sh', []],
    ['source /etc/profile', []],
    ['bash "$script"', []],
    ['echo source utils/wait_service.sh', []],
  ])('of %j', (run, expected) => {
    expect(usesOf(run)).toEqual(expected);
  });
});
