import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { dirname } from 'node:path';
import {
  ProcessExecution,
  Task,
  TaskPanelKind,
  TaskRevealKind,
  TaskScope,
  tasks,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Machine } from '../extension.ts';

/** VS Code is the Node that the program runs on: none need be installed. */
const asNode = { ELECTRON_RUN_AS_NODE: '1' };

/**
 * Runs workflows of this machine, and gives the pages about them.
 *
 * @param program the command line program
 * @param storage a folder for the pages of runs
 */
export function machine(program: string, storage: Uri): Machine {
  const pageOf = (workflow: Uri): Uri =>
    Uri.joinPath(storage, `${createHash('sha256').update(workflow.toString()).digest('hex')}.html`);
  return {
    async run(workflow, shown) {
      if (!workspace.isTrusted) {
        void window.showWarningMessage('Workflows of a workspace that is not trusted are not run.');
        return;
      }
      // What is run is what stands on the disk.
      await workspace.saveAll(false);
      await workspace.fs.createDirectory(storage);
      const page = pageOf(workflow);
      await workspace.fs.delete(page).then(undefined, () => {});
      const words = [program, 'check', workflow.fsPath, '--output', `html=${page.fsPath}`];
      const status = await watched(words, workflow);
      const text = await read(page);
      if (status === undefined || text === undefined) return;
      const name = workspace.asRelativePath(workflow);
      const show = 'Show the report';
      const answer =
        status === 0
          ? await window.showInformationMessage(`${name} passed.`, show)
          : await window.showWarningMessage(`${name} did not pass.`, show);
      if (answer === show) shown.show('report', `report of ${name}`, text);
    },
    report: async (workflow) => (await read(pageOf(workflow))) ?? linted(program, workflow),
  };
}

/** Runs the program in a terminal and gives its exit status; `undefined` when it was ended. */
async function watched(words: readonly string[], workflow: Uri): Promise<number | undefined> {
  const folder = workspace.getWorkspaceFolder(workflow);
  const task = new Task(
    { type: 'pw-workflow-check' },
    folder ?? TaskScope.Workspace,
    `run ${workspace.asRelativePath(workflow)}`,
    'pw-workflow-check',
    new ProcessExecution(process.execPath, [...words], { cwd: dirname(workflow.fsPath), env: asNode }),
  );
  task.presentationOptions = {
    reveal: TaskRevealKind.Always,
    panel: TaskPanelKind.Dedicated,
    clear: true,
    echo: false,
  };
  // Listened for before it begins, because a request that is refused ends at once.
  const ended = new Promise<number | undefined>((resolve) => {
    const listening = tasks.onDidEndTaskProcess(({ execution, exitCode }) => {
      if (execution.task.source !== task.source || execution.task.name !== task.name) return;
      listening.dispose();
      resolve(exitCode);
    });
  });
  await tasks.executeTask(task);
  return ended;
}

/** The report page of a workflow's texts, without a run. */
async function linted(program: string, workflow: Uri): Promise<string> {
  const words = [program, 'lint', workflow.fsPath, '--format', 'html'];
  const options = {
    cwd: dirname(workflow.fsPath),
    env: { ...process.env, ...asNode },
    maxBuffer: 100_000_000,
  };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, options, (error, stdout, stderr) => {
      if (stdout === '') reject(new Error(stderr.trim() || error?.message));
      else resolve(stdout);
    });
  });
}

async function read(file: Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(file));
  } catch {
    return undefined;
  }
}
