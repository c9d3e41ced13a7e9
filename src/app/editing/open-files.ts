import { type AnalysisContext, analysisContext } from '../../analysis/analysis.ts';
import { isYamlPath } from '../../base/yaml-path.ts';
import { type FixedFile, fixWorkspace } from '../../lint/apply-fixes.ts';
import { type AskShellcheck, lintWorkspace } from '../../lint/lint.ts';
import type { LintResult } from '../../lint/lint-result.ts';
import { filesUsedBy } from '../../model/files-used.ts';
import type { Workspace } from '../../model/workflow.ts';
import type { FilePath } from '../../source/span.ts';
import { loadBaseline } from '../baseline.ts';
import { lintOptions } from '../lint-options.ts';
import { prepareRequest } from '../prepare-request.ts';
import { readRequest } from '../request.ts';
import type { LintWorld } from '../world.ts';
import { companionsOf } from './companions.ts';

/** The open files of a repository, read as the command line reads files that are named to it. */
export interface OpenedFiles {
  readonly workspace: Workspace;
  /** Answers of analyses about the workspace. */
  readonly context: AnalysisContext;
  /** ShellCheck as the configuration wants it; `undefined` when it is turned off. */
  readonly shellcheck: AskShellcheck | undefined;
  /** What `lint` says about these files, with the answers of this ShellCheck; absent: without it. */
  lint(shellcheck: AskShellcheck | undefined): Promise<LintResult>;
  /** The files as they would be after the safe repairs of one of them. */
  repair(path: FilePath): Promise<readonly FixedFile[]>;
}

/** The opened files, or what is wrong with the configuration of their repository. */
export type OpenFilesAnswer =
  | { readonly kind: 'opened'; readonly opened: OpenedFiles }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Reads the files that are open in an editor, with the configuration and the baseline of their repository. What is neither a
 * workflow nor a script of one is left out: an editor opens anything.
 */
export async function openFiles(paths: readonly FilePath[], world: LintWorld): Promise<OpenFilesAnswer> {
  const scripts = paths.filter((path) => /(?:\.(?:sh|bash)|(?:^|\/)[^./]+)$/.test(path));
  const companions = scripts.flatMap((path) => companionsOf(path, world.files));
  // Without any the script itself is named, so that the whole repository is not searched for more.
  const workflows = scripts.length === 0 ? [] : [...new Set([...companions, ...scripts])];
  const read = readRequest({ command: 'lint', paths, options: { workflows } });
  if (read.kind === 'refused') return read;
  const { request } = read;
  const prepared = await prepareRequest(request, world);
  if (prepared.kind === 'refused') return prepared;
  const { configuration } = prepared;
  const loaded = loadBaseline(request, configuration, world);
  if (loaded.kind === 'refused') return loaded;
  const known = new Set(loaded.baseline?.findings.map((one) => one.fingerprint));
  const options = lintOptions(request, configuration, known, world);
  const workspace = withoutStrangers(prepared.workspace);
  return {
    kind: 'opened',
    opened: {
      workspace,
      context: analysisContext(workspace),
      shellcheck: options.shellcheck,
      lint: (shellcheck) => lintWorkspace(workspace, { ...options, shellcheck }),
      async repair(path) {
        const rules = { ...options, shellcheck: undefined };
        return (await fixWorkspace(world.files, { paths: [path] }, 'safe', rules)).files;
      },
    },
  };
}

/** All workflows of a repository, and those of it that are open in an editor: for what looks beyond these. */
export async function openRepository(paths: readonly FilePath[], world: LintWorld): Promise<OpenFilesAnswer> {
  const read = readRequest({ command: 'lint', paths: [], options: {} });
  if (read.kind === 'refused') return read;
  const prepared = await prepareRequest(read.request, world);
  const all = prepared.kind === 'prepared' ? prepared.workspace.workflows : [];
  const open = paths.filter(isYamlPath);
  return openFiles([...new Set([...all.map((file) => file.source.path), ...open])], world);
}

/** The workspace without scripts that no workflow of the repository uses: those are none of our business. */
function withoutStrangers(workspace: Workspace): Workspace {
  const { workflows, loneScripts, files } = workspace;
  if (loneScripts.length === 0) return workspace;
  const folders = workflows.map((file) => file.directory);
  const used = new Set(workflows.flatMap((file) => [...filesUsedBy(file, files, folders).keys()]));
  return { ...workspace, loneScripts: loneScripts.filter((script) => used.has(script.path)) };
}
