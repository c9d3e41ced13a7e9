import type { RuleExample, RuleMeta } from '../../diagnostics/rule-meta.ts';
import type { Workspace } from '../../model/workflow.ts';
import { openWorkspace } from '../../model/workspace.ts';
import { unmark } from './marks.ts';
import { memoryFiles } from './memory-files.ts';
import { sessionExample } from './session-example.ts';

/** An example of a rule as a repository, and the place that its marks blame. */
export interface OpenedExample {
  readonly workspace: Workspace;
  readonly marks: readonly { readonly path: string; readonly start: number; readonly end: number }[];
}

const workflowPath = 'workflows/hello/workflow.yaml';

/** Opens an example: a single file stands in a repository that is otherwise without fault. */
export function openExample(example: RuleExample, meta: RuleMeta): OpenedExample {
  const texts: Record<string, string> = {};
  const marks: OpenedExample['marks'][number][] = [];
  for (const [path, marked] of Object.entries(repositoryOf(example, meta))) {
    const unmarked = unmark(marked);
    texts[path] = unmarked.text;
    for (const mark of unmarked.marks) marks.push({ path, ...mark });
  }
  const files = memoryFiles(texts);
  const selected = openWorkspace(files).workspace;
  // An object without a workflow in the usual place is about scripts alone.
  if (selected.workflows.length > 0) return { workspace: selected, marks };
  return { workspace: openWorkspace(files, { paths: Object.keys(texts) }).workspace, marks };
}

function repositoryOf(example: RuleExample, meta: RuleMeta): Readonly<Record<string, string>> {
  if (typeof example !== 'string') return example;
  if (meta.group === 'script' || meta.group === 'run') return sessionExample({ start: example });
  return { [workflowPath]: withJobs(example) };
}

/** A part of a workflow shown without jobs gets one that may use every input, so that nothing else is at fault. */
function withJobs(workflow: string): string {
  if (/^(jobs|'jobs'|"jobs"):/m.test(workflow) || !/^\S+:/m.test(workflow)) return workflow;
  return `${workflow.replace(/\n?$/, '\n')}jobs:\n  main:\n    steps:\n      - run: source inputs.sh\n`;
}
