// The package's entry for Node. Importing it does nothing.
import { admitPlatform } from '../app/admit-platform.ts';
import { locatePaths } from '../app/repository-root.ts';
import type { CheckRequest } from '../app/request.ts';
import { admitRequest } from '../app/untrusted-event.ts';
import { absolutePath } from '../host/absolute-path.ts';
import { machinePaths } from '../host/files/machine-paths.ts';
import { nodeWorld } from '../host/node-world.ts';
import { lint as lintTexts } from './lint.ts';
import { RequestError, reportOn, requestOf } from './request.ts';
import type { LintOptions, Report, RunOptions, Texts } from './types.ts';

export { applyFixes, explain } from './lint.ts';
export { RequestError } from './request.ts';
export type * from './types.ts';

/**
 * Lints a folder of this machine, with ShellCheck where it is installed, or texts.
 *
 * @param what a folder, absolute or relative to the current one, or texts by path
 * @throws RequestError when the options cannot be carried out, or there is no workflow
 */
export async function lint(what: string | Texts, options: LintOptions = {}): Promise<Report> {
  return typeof what === 'string' ? carryOut('lint', what, options) : lintTexts(what, options);
}

/**
 * Lints and runs the workflows of a folder. Scripts are executed with the rights of this process; under an event of GitHub
 * that gives strangers' scripts those of the repository, and where runs are not possible, it only lints.
 *
 * @throws RequestError when the options cannot be carried out, or there is no workflow
 */
export async function check(folder: string, options: RunOptions = {}): Promise<Report> {
  return carryOut('check', folder, options);
}

/**
 * Runs the workflows of a folder without linting them. Scripts are executed with the rights of this process.
 *
 * @throws RequestError when the options cannot be carried out, or nothing may be run here
 */
export async function run(folder: string, options: RunOptions = {}): Promise<Report> {
  return carryOut('run', folder, options);
}

async function carryOut(stage: CheckRequest['stage'], folder: string, options: RunOptions): Promise<Report> {
  const top = absolutePath(folder);
  const named = (options.paths ?? []).map((written) => ({ written, absolute: absolutePath(top, written) }));
  const located = locatePaths(top, named, machinePaths);
  if (located.kind === 'refused') throw new RequestError(located.message);
  const { GITHUB_ACTIONS, GITHUB_EVENT_NAME } = process.env;
  const event = GITHUB_ACTIONS === 'true' ? GITHUB_EVENT_NAME : undefined;
  const request = requestOf(stage, located.paths, options);
  const admitted = admitPlatform(admitRequest(request, event, 'refused'), process.platform);
  if (admitted.kind === 'refused') throw new RequestError(admitted.message);
  const world = nodeWorld(located.root, top, { folders: located.folders });
  const report = await reportOn(admitted.request, world, options.signal);
  return admitted.remark === undefined
    ? report
    : { ...report, remarks: [...report.remarks, admitted.remark].sort() };
}
