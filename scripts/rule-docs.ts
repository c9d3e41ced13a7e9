import type { RuleExample, RuleMeta } from '../src/diagnostics/rule-meta.ts';
import type { AnyRule } from '../src/rules/rule.ts';
import { type Generator, generatedPageNotice } from './generated-files.ts';
import { currentWords, wordsPath } from './rule-words.ts';

/** Where the rules come from; read when asked, because the list of rules may just have been written anew. */
export type RuleSource = () => Promise<readonly AnyRule[]>;

const groupTitles: Readonly<Record<RuleMeta['group'], string>> = {
  form: 'The input form',
  workflow: 'Workflow, jobs and steps',
  expression: 'Expressions and references',
  script: 'start.sh, setup.sh and run blocks',
  run: 'What a run shows',
  security: 'Security',
};

/** For every rule a page and beside it what it says about its bad examples, and the list of all: `docs/rules/`. */
export function ruleDocs(source: RuleSource): Generator {
  return {
    name: "the rules' pages",
    owns: { folder: 'docs/rules', endings: ['.md', '.txt'] },
    async files(root) {
      const files: Record<string, string> = {};
      const rules = await source();
      for (const rule of rules) {
        const words = shown(await currentWords(rule, root));
        files[wordsPath(rule.meta.id)] = words;
        files[`docs/rules/${rule.meta.id}.md`] = shown(rulePage(rule.meta, words));
      }
      return { ...files, 'docs/rules/README.md': listPage(rules.map((rule) => rule.meta)) };
    },
  };
}

/** A text with its carriage returns where a reader sees them. */
function shown(text: string): string {
  return text.replaceAll('\r', '␍');
}

/** The table of all rules, group by group, as Markdown. `base` leads to the folder of the pages. */
export function ruleTable(metas: readonly RuleMeta[], base: string): string {
  const groups = Object.keys(groupTitles) as readonly RuleMeta['group'][];
  return groups
    .map((group) => ({ group, rows: metas.filter((meta) => meta.group === group) }))
    .filter(({ rows }) => rows.length > 0)
    .map(({ group, rows }) => {
      const lines = [...rows]
        .sort((left, right) => (left.id < right.id ? -1 : 1))
        .map(
          (meta) =>
            `| [\`${meta.id}\`](${base}${meta.id}.md) | ${levelOf(meta)} | ${cell(meta.page.what)} |\n`,
        );
      return `### ${groupTitles[group]}\n\n| rule | level | what it finds |\n|---|---|---|\n${lines.join('')}`;
    })
    .join('\n');
}

function listPage(metas: readonly RuleMeta[]): string {
  return `${generatedPageNotice}
# Rules

${metas.length} rules. Each is on by itself, but for the ones marked *pedantic*, which are on when the configuration
gives them a level or \`--only\` names them. \`pw-workflow-check explain RULE\` shows a page in the terminal; a finding
is allowed by a comment on its line or the line above: \`# pw-check: allow RULE -- reason\`.

${ruleTable(metas, '')}`;
}

/** The page of one rule. `words` is what it says about its bad examples. */
function rulePage(meta: RuleMeta, words: string): string {
  const { what, why, fix, examples } = meta.page;
  const facts = [
    `level: **${levelOf(meta)}**`,
    `group: ${groupTitles[meta.group]}`,
    `since: ${meta.since}`,
    ...(meta.precision === undefined ? [] : [`precision: ${meta.precision}`]),
    ...(meta.securitySeverity === undefined
      ? []
      : [`security severity: ${meta.securitySeverity.toFixed(1)}`]),
  ];
  return `${generatedPageNotice}
# ${meta.id}

${what}

${facts.join(' · ')}

## Why it matters

${why}

## What to do

${fix}

## Examples

${examples.bad.map((example) => `Found, between « and »:\n\n${exampleText(example, meta)}`).join('\n')}
${examples.good.map((example) => `Fine:\n\n${exampleText(example, meta)}`).join('\n')}
## What you will read

${fence('text', words)}
## Allow it

On the line, or the line above:

\`\`\`yaml
# pw-check: allow ${meta.id} -- reason
\`\`\`

For a whole repository or some paths, in \`.pw-workflow-check.yaml\`:

\`\`\`yaml
rules:
  ${meta.id}: off
\`\`\`
`;
}

function exampleText(example: RuleExample, meta: RuleMeta): string {
  if (typeof example === 'string') {
    return fence(meta.group === 'script' || meta.group === 'run' ? 'bash' : 'yaml', example);
  }
  return Object.entries(example)
    .filter(([path, text]) => /«/.test(text) || !repeated(path, meta) || Object.keys(example).length === 1)
    .map(([path, text]) => `\`${path}\`\n\n${fence(languageOf(path), text)}`)
    .join('\n');
}

/** Whether a file stands with the same text in every example of the rule that has several files. */
function repeated(path: string, meta: RuleMeta): boolean {
  const { bad, good } = meta.page.examples;
  const texts = [...bad, ...good]
    .filter((example) => typeof example !== 'string')
    .map((example) => example[path]);
  return texts.length > 1 && texts.every((text) => text === texts[0]);
}

function languageOf(path: string): string {
  if (/\.ya?ml$/.test(path)) return 'yaml';
  return path.endsWith('.sh') ? 'bash' : 'text';
}

function fence(language: string, text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map((match) => match[0].length));
  const ticks = '`'.repeat(longest + 1);
  return `${ticks}${language}\n${text.replace(/\n?$/, '\n')}${ticks}\n`;
}

function levelOf(meta: RuleMeta): string {
  return meta.tier === 'pedantic' ? `${meta.severity}, pedantic` : meta.severity;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ');
}
