import { plural } from '../base/plural.ts';
import type { Configuration } from '../lint/configuration/configuration.ts';
import { type Discovery, searchLimits } from '../model/discover-workflows.ts';
import { usualWorkflows } from '../model/select-files.ts';
import type { Workspace } from '../model/workflow.ts';
import { openWorkspace, selectedWorkflows } from '../model/workspace.ts';
import { type AffectedWorkflow, affectedWorkflows } from './changes/affected-workflows.ts';
import type { Change } from './changes/change.ts';
import { findChanges } from './changes/find-changes.ts';
import { loadConfiguration } from './load-configuration.ts';
import type { CheckRequest } from './request.ts';
import { costOf, partOf } from './shards/shards.ts';
import { otherConfigurations, unknownSettings } from './unread-settings.ts';
import type { LintWorld } from './world.ts';

/** A request with its configuration and workflows, or what is wrong with it (exit status 2). */
export type PreparedRequest =
  | {
      readonly kind: 'prepared';
      readonly configuration: Configuration;
      readonly workspace: Workspace;
      /** The paths of the workflows to run; absent: all of them. */
      readonly toRun?: ReadonlySet<string> | undefined;
      /** What changed; absent when nobody asked or it is not known. */
      readonly changes?: readonly Change[] | undefined;
      /** What the reader should know about the choice of workflows. */
      readonly remarks: readonly string[];
    }
  | { readonly kind: 'refused'; readonly message: string };

/**
 * Reads the configuration and opens the selected workflows.
 *
 * @param say told when the workflows are not where they usually are
 */
export async function prepareRequest(
  request: CheckRequest,
  world: LintWorld,
  say: (sentence: string) => void = () => {},
): Promise<PreparedRequest> {
  const loaded = loadConfiguration(request.configuration, world);
  if (loaded.kind === 'refused') return loaded;
  const { configuration } = loaded;
  const globs = request.workflows.length > 0 ? request.workflows : configuration.workflows;
  const { shard } = request;
  const costs = costOf(request, configuration, world);
  if (costs.kind === 'refused') return costs;
  const { workspace, problems, passedOver, discovery } = openWorkspace(world.files, {
    workflows: globs,
    exclude: configuration.exclude,
    paths: request.paths,
    ...(shard !== undefined && {
      part: (paths, names) => partOf(paths, shard, (path) => costs.cost(path, names.get(path) ?? '')),
    }),
  });
  if (problems.length > 0) return { kind: 'refused', message: problems.join('\n') };
  if (passedOver.length > 0) {
    const one = passedOver.length === 1;
    say(
      `passed over, because ${one ? 'it is' : 'they are'} neither a workflow nor a shell script: ${someOf(passedOver)}`,
    );
  }
  // A part may be empty, and a script that is named alone brings the workflows that start it.
  const workflows = Math.max(workspace.all?.size ?? 0, workspace.workflows.length);
  const found = workflows + workspace.loneScripts.length;
  if (found === 0 && passedOver.length === 0) {
    const expected = (globs ?? usualWorkflows).join(', ');
    return {
      kind: 'refused',
      message: `no workflow found in ${world.root}: expected ${expected}; name files to check others`,
    };
  }
  if (discovery !== undefined) say(discoverySentence(discovery));
  const unread = [...otherConfigurations(world.files), ...unknownSettings(configuration, workspace, request)];
  const chosen = await onlyChanged(workspace, request, world);
  return {
    kind: 'prepared',
    configuration,
    ...chosen,
    remarks: [...unread, ...chosen.remarks],
    workspace: withPartOfScripts(chosen.workspace, shard),
  };
}

function discoverySentence({ paths, extent }: Discovery): string {
  const found = `${plural(paths.length, 'workflow')} found by ${paths.length === 1 ? 'its' : 'their'} content`;
  const limit =
    extent === 'everything' ? '' : `; the search ended at its limit, after ${searchLimits.files} YAML files`;
  return `nothing is at ${usualWorkflows.join(', ')}: ${found} (${someOf(paths)})${limit}`;
}

function someOf(paths: readonly string[]): string {
  const shown = paths.slice(0, 3).join(', ');
  return paths.length > 3 ? `${shown} and ${paths.length - 3} more` : shown;
}

interface ChosenWorkflows {
  readonly workspace: Workspace;
  readonly toRun?: ReadonlySet<string> | undefined;
  readonly changes?: readonly Change[] | undefined;
  readonly remarks: readonly string[];
}

/** Leaves out what the change does not concern; when that is not known, nothing. */
async function onlyChanged(
  workspace: Workspace,
  request: CheckRequest,
  world: LintWorld,
): Promise<ChosenWorkflows> {
  if (request.changed === undefined) return { workspace, remarks: [] };
  const found = await findChanges(request.changed, world, world.remoteChanges);
  if (found.kind === 'unknown') {
    return { workspace, remarks: [`everything is checked: ${found.why}`] };
  }
  const { changes } = found;
  const paths = changes.map((change) => change.path);
  const selected = selectedWorkflows(workspace);
  const affected = affectedWorkflows(selected, paths, workspace.files);
  const workflows = affected.map((one) => one.file);
  const loneScripts = workspace.loneScripts.filter((script) => paths.includes(script.path));
  const left = selected.length - workflows.length;
  const what = `${plural(left, 'workflow')} not ${request.unchanged === 'linted' ? 'run' : 'checked'}`;
  const remarks = [
    ...reasons(affected),
    ...(left === 0 ? [] : [`${what}: the change does not concern ${left === 1 ? 'it' : 'them'}`]),
  ];
  if (request.unchanged === 'linted') {
    const toRun = new Set<string>(workflows.map((file) => file.source.path));
    return { workspace, toRun, changes, remarks: request.stage === 'lint' ? [] : remarks };
  }
  const consulted = workspace.workflows.filter((file) => !selected.includes(file));
  return {
    workspace: { ...workspace, workflows: [...workflows, ...consulted], loneScripts },
    changes,
    remarks,
  };
}

/** Changed files that are named as reasons before the rest is counted. */
const mostReasons = 5;

/** Which changed file concerns which workflows, but for those that changed themselves. */
function reasons(affected: readonly AffectedWorkflow[]): readonly string[] {
  const byFile = new Map<string, string[]>();
  for (const { file, by } of affected) {
    const own = by === file.source.path || (file.directory !== '' && by.startsWith(`${file.directory}/`));
    if (!own) byFile.set(by, [...(byFile.get(by) ?? []), file.name]);
  }
  const sentences = [...byFile].map(([path, names]) => {
    const [only] = names;
    return `${path} changed: ${names.length === 1 ? `"${only}" uses it` : `${plural(names.length, 'workflow')} use it`}`;
  });
  const more = sentences.length - mostReasons;
  return more > 0
    ? [...sentences.slice(0, mostReasons), `and ${plural(more, 'more changed file')}`]
    : sentences;
}

/** Scripts that were named alone are shared out like workflows. */
function withPartOfScripts(workspace: Workspace, shard: CheckRequest['shard']): Workspace {
  if (shard === undefined) return workspace;
  return { ...workspace, loneScripts: partOf(workspace.loneScripts, shard, () => 1) };
}
