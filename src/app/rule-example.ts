import { isYamlPath } from '../base/yaml-path.ts';
import type { RuleExample } from '../diagnostics/rule-meta.ts';
import { openExample } from '../rules/examples/open-example.ts';
import { rules } from '../rules/index.generated.ts';

/** A rule that can be shown at work: in a workflow and scripts, without a run. */
export interface ShownRule {
  readonly id: string;
  readonly group: string;
  readonly what: string;
}

/** What texts alone cannot show: whether a file can be executed. */
const beyondTexts: readonly string[] = ['script-not-executable'];

/** The rules that everybody is told of and whose first bad example is texts with a workflow among them; by group and name. */
export function shownRules(): readonly ShownRule[] {
  return rules
    .filter((rule) => rule.on !== 'run' && rule.meta.tier === undefined)
    .filter(({ meta }) => !beyondTexts.includes(meta.id) && hasWorkflow(meta.page.examples.bad[0]))
    .map(({ meta }) => ({ id: meta.id, group: meta.group, what: meta.page.what }))
    .sort((a, b) => (`${a.group} ${a.id}` < `${b.group} ${b.id}` ? -1 : 1));
}

/** A single file stands in a repository with a workflow. */
function hasWorkflow(example: RuleExample): boolean {
  return typeof example === 'string' || Object.keys(example).some(isYamlPath);
}

/** The first bad example of a rule as the texts of a repository, by path; `undefined` when there is no such rule. */
export function exampleOf(rule: string): Readonly<Record<string, string>> | undefined {
  const meta = rules.find((one) => one.meta.id === rule)?.meta;
  if (meta === undefined) return undefined;
  const { files } = openExample(meta.page.examples.bad[0], meta).workspace;
  return Object.fromEntries(
    files.paths.map((path) => {
      const content = files.read(path);
      return [path, content.kind === 'text' ? content.text : ''];
    }),
  );
}
