import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { githubWorkflows, unknownAction } from '../src/app/adoption/adoption-files.ts';
import { commandNames } from '../src/app/option-table.ts';
import { commandHelp } from '../src/cli/help.ts';
import { filePath } from '../src/source/span.ts';
import { parseYaml } from '../src/syntax/yaml/parse-yaml.ts';
import { textOf, valueAt, type YamlNode } from '../src/syntax/yaml/tree.ts';
import { configSchema } from './config-schema.ts';
import { type Generator, generatedPageNotice } from './generated-files.ts';
import type { RuleSource } from './rule-docs.ts';
import type { JsonSchema } from './shape-schema.ts';

/** The pages on commands, configuration, action and causes of failed runs, from what the program itself knows. */
export function usagePages(source: RuleSource): Generator {
  return {
    name: 'the pages on how to use it',
    async files(root) {
      const rules = (await source()).map((rule) => rule.meta);
      const causes = rules.filter((meta) => meta.group === 'run').sort((a, b) => (a.id < b.id ? -1 : 1));
      const parts = causes.map(
        ({ id, page }) =>
          `## ${id}\n\n${page.what}\n\n${page.why}\n\n**What to do:** ${page.fix}\n\n[The rule](rules/${id}.md)\n`,
      );
      return {
        'docs/commands.md': commandsPage(),
        'docs/configuration.md': configurationPage(),
        'docs/pull-request-comments.md': commentsPage(),
        'docs/action.md': actionPage(readFileSync(join(root, 'action.yml'), 'utf8')),
        'docs/troubleshooting.md': page(
          'When a run fails',
          'Every cause of a failed run, and what to do about it; the report names the cause and its line.',
          ...parts,
        ),
      };
    },
  };
}

function page(title: string, ...parts: readonly string[]): string {
  return `${generatedPageNotice}\n# ${title}\n\n${parts.join('\n\n').trimEnd()}\n`;
}

function commandsPage(): string {
  const parts = commandNames.map(
    (name) => `## ${name}\n\n\`\`\`text\n${commandHelp(name).trimEnd()}\n\`\`\``,
  );
  const exits = `| exit status | means |
|---|---|
| 0 | nothing at or above \`--fail-on\` |
| 1 | findings at or above it, or a run that failed |
| 2 | the request is wrong: unknown option, faulty configuration, no such path, no workflow found |
| 3 | this tool failed |`;
  return page(
    'Commands',
    'Every command with its options, as `pw-workflow-check help COMMAND` prints them.',
    exits,
    ...parts,
  );
}

function commentsPage(): string {
  const files = githubWorkflows(unknownAction, 'wanted').map(
    ({ path, text }) => `\`${path}\`:\n\n\`\`\`yaml\n${text.trimEnd()}\n\`\`\``,
  );
  return page(
    'Comments on pull requests',
    'One comment on each pull request, brought up to date with every push, on those from forks as well.',
    `Where nobody sends pull requests from forks, one input is enough: \`comment: on-change\` with
\`permissions: { contents: read, pull-requests: write }\`. From a fork GitHub gives the check a token that may write nothing,
and that is right: the check runs the scripts of the pull request. So two workflows share the work. The first checks and
leaves its report; the second has the right to comment, reads that report and starts nothing of what was checked.`,
    '`pw-workflow-check init --comments` writes both:',
    ...files,
    `The second one works from the default branch only, so it comments from the first pull request after it was merged there.
The name in \`workflows:\` is the \`name:\` of the first. A report from a fork is a stranger's text: \`merge\` takes nothing but
a well-formed report, and what it prints as Markdown is escaped.`,
  );
}

function actionPage(text: string): string {
  const { root } = parseYaml({ path: filePath('action.yml'), text });
  const inputs = entriesOf(root, 'inputs').map(([name, node]) => {
    const value = textOf(valueAt(node, 'default')) ?? '';
    return `| \`${name}\` | ${value === '' ? '' : `\`${value}\``} | ${textOf(valueAt(node, 'description')) ?? ''} |`;
  });
  const outputs = entriesOf(root, 'outputs').map(
    ([name, node]) => `| \`${name}\` | ${textOf(valueAt(node, 'description')) ?? ''} |`,
  );
  return page(
    'The action',
    'The inputs and outputs of the action; none of the inputs is required.',
    `| input | default | |\n|---|---|---|\n${inputs.join('\n')}`,
    `| output | |\n|---|---|\n${outputs.join('\n')}`,
    `It runs on Linux, x64 and arm64, on github.com and GitHub Enterprise Server, and needs \`permissions: { contents: read }\`.
Under \`pull_request_target\` and \`workflow_run\` nothing is run, and linting works. See [adopting](adopting.md) and
[SECURITY.md](../SECURITY.md).`,
  );
}

function entriesOf(
  root: YamlNode | undefined,
  key: string,
): readonly (readonly [string, YamlNode | undefined])[] {
  const node = valueAt(root, key);
  return node?.kind === 'map' ? node.pairs.map((pair) => [pair.key.text.text, pair.value] as const) : [];
}

function configurationPage(): string {
  const schema = configSchema([]);
  const definitions = (schema['definitions'] ?? {}) as Readonly<Record<string, JsonSchema>>;
  const rows = (keys: unknown, above: string): readonly string[] =>
    Object.entries((keys ?? {}) as Readonly<Record<string, JsonSchema>>).flatMap(([key, one]) => {
      const name = `${above}${key}`;
      const inside = one['$ref'] === undefined ? one['properties'] : undefined;
      return [`| \`${name}\` | ${typeOf(one)} | ${one['description'] ?? ''} |`, ...rows(inside, `${name}: `)];
    });
  const table = (keys: unknown): string => `| key | value | |\n|---|---|---|\n${rows(keys, '').join('\n')}`;
  return page(
    'Configuration',
    'What `.pw-workflow-check.yaml` in the root of the repository may say; without it, everything has a default.',
    table(schema['properties']),
    '## run',
    'For every run, and under `workflows-settings` for one workflow:',
    table(definitions['run']?.['properties']),
    '## rules',
    'The name of a [rule](rules/README.md), or a code of ShellCheck as `shellcheck/SC2086`, and `off`, `note`, `warning` or `error`:',
    '```yaml\nrules:\n  local-port-spelling: off\n  shellcheck/SC2086: warning\n```',
  );
}

function typeOf(schema: JsonSchema): string {
  const words = schema['enum'];
  if (Array.isArray(words)) return words.map((word) => `\`${word}\``).join(', ');
  const type = schema['type'];
  if (type === 'array') return 'list';
  if (type === 'object' || schema['$ref'] !== undefined) return 'map';
  return Array.isArray(type)
    ? type.join(' or ')
    : schema['anyOf'] === undefined
      ? String(type ?? '')
      : 'see below';
}
