import type { Workflow, Workspace } from '../../model/workflow.ts';
import { valueAt, type YamlNode } from '../../syntax/yaml/tree.ts';

/** Where the names stand that workflows and scripts give values to, of the whole repository. */
export interface NamesGiven {
  /** The values of each name in an `env`. */
  readonly environment: ReadonlyMap<
    string,
    ReadonlySet<{ readonly workflow: Workflow; readonly value: YamlNode }>
  >;
  /** The workflows with a script in which the name stands before a `=`. */
  readonly written: ReadonlyMap<string, ReadonlySet<Workflow>>;
  /** The files of which each name is set or read in. */
  readonly files: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Looks through the repository once for all who ask for a name. */
export function namesGiven({ workflows, files }: Workspace): NamesGiven {
  const environment = new Map<string, Set<{ readonly workflow: Workflow; readonly value: YamlNode }>>();
  const written = new Map<string, Set<Workflow>>();
  const inFiles = new Map<string, Set<string>>();
  for (const { workflow } of workflows) {
    if (workflow === undefined) continue;
    const parts = workflow.jobs.flatMap(({ node, steps }) => [node, ...steps.map((step) => step.node)]);
    for (const part of [workflow.root, ...parts]) {
      const given = valueAt(part, 'env');
      for (const { key, value } of given?.kind === 'map' ? given.pairs : [])
        if (value !== undefined) addTo(environment, key.text.text, { workflow, value });
    }
    for (const { text } of workflow.scripts)
      for (const [, name = ''] of text.text.matchAll(/(\w+)\+?=/g)) addTo(written, name, workflow);
  }
  for (const path of files.paths) {
    if (!/\.(sh|bash|env|j2|tmpl|template|in)$|(^|\/)[^.]+$/.test(path)) continue;
    const content = files.read(path);
    if (content.kind !== 'text') continue;
    for (const [, name = ''] of content.text.matchAll(/(?<![\w$./-])(\w+)\+?=/g)) addTo(inFiles, name, path);
    for (const [, names = ''] of content.text.matchAll(/\bread\b([^\n]*)/g))
      for (const [name] of names.matchAll(/\w+/g)) addTo(inFiles, name, path);
  }
  return { environment, written, files: inFiles };
}

function addTo<Value>(table: Map<string, Set<Value>>, name: string, value: Value): void {
  const values = table.get(name);
  if (values === undefined) table.set(name, new Set([value]));
  else values.add(value);
}
