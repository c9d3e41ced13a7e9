import { shapeText } from '../src/editor/words/shape-text.ts';
import { calledWorkflows, isConditional } from '../src/facts/called-workflows.ts';
import { inputTypes } from '../src/facts/input-types.ts';
import { allSections } from '../src/facts/sections.ts';
import { actions } from '../src/facts/tables/actions.ts';
import { commonAttributes } from '../src/facts/tables/common-attributes.ts';
import { contexts } from '../src/facts/tables/contexts.ts';
import { environmentVariables } from '../src/facts/tables/environment-variables.ts';
import { pwCommands } from '../src/facts/tables/pw-commands.ts';
import { resourceFields } from '../src/facts/tables/resource-fields.ts';
import { schedulers } from '../src/facts/tables/schedulers.ts';
import { stateKeywords } from '../src/facts/tables/state-keywords.ts';
import type { CalledInputFact, Evidence, KeyFact, SectionFact } from '../src/facts/types.ts';
import { unheededCodes } from '../src/lint/shellcheck/unheeded-codes.ts';
import { type Generator, generatedPageNotice } from './generated-files.ts';

/** The reference of the language, page by page from the tables of facts: `docs/reference/`. */
export const referencePages: Generator = {
  name: 'the reference',
  owns: { folder: 'docs/reference', endings: ['.md'] },
  files: () => ({
    'docs/reference/README.md': overview(),
    'docs/reference/keys.md': keysPage(),
    'docs/reference/input-types.md': inputTypesPage(),
    'docs/reference/actions.md': actionsPage(),
    'docs/reference/called-workflows.md': calledWorkflowsPage(),
    'docs/reference/expressions.md': expressionsPage(),
    'docs/reference/environment.md': environmentPage(),
    'docs/reference/shellcheck.md': shellcheckPage(),
  }),
};

function page(title: string, ...parts: readonly string[]): string {
  return `${generatedPageNotice}\n# ${title}\n\n${parts.join('\n')}`;
}

function overview(): string {
  return page(
    'The language, as it is checked',
    `These pages are made from the tables in \`src/facts/\`. Each row says where it comes from: *documented* by the
vendor, *observed* in published workflows, or *inferred*. Where sources disagree, the row says so and no rule speaks.

- [Keys of a workflow](keys.md)
- [Types of inputs](input-types.md)
- [Built-in actions](actions.md)
- [Published workflows that others call](called-workflows.md)
- [Contexts and keywords of expressions](expressions.md)
- [Environment variables and \`pw\` commands](environment.md)
- [Remarks of ShellCheck that are left out](shellcheck.md)
`,
  );
}

function shellcheckPage(): string {
  const rows = unheededCodes.map(
    ({ code, reason, seen }) =>
      `| [SC${code}](https://www.shellcheck.net/wiki/SC${code}) | ${seen} | ${reason.replaceAll('|', '\\|')} |\n`,
  );
  return page(
    'Remarks of ShellCheck that are left out',
    `What ShellCheck is right about and nobody acts on is not shown: *seen* is how often it spoke in 118 workflows and
scripts of seven public repositories that work. \`shellcheck: { profile: all }\` in \`.pw-workflow-check.yaml\` shows all of
it, a level for a code under \`rules\` or \`--only SC2164\` that one.

| code | seen | why it is left out |
|---|---|---|
${rows.join('')}`,
  );
}

function keysPage(): string {
  const shown = allSections().filter(
    (section) => !section.name.startsWith('with-') && section.name !== 'target-info',
  );
  return page('Keys of a workflow', ...shown.map(sectionPart));
}

function sectionPart(section: SectionFact): string {
  const others =
    section.others === undefined
      ? ''
      : `\nOther keys are names that the author chooses: ${shapeText(section.others.value)}.\n`;
  return `## ${capital(section.words)}\n\n${keyTable(section.keys)}${others}`;
}

function inputTypesPage(): string {
  const common = `Every input has \`type\`. These attributes are common; \`group\` takes label, description, tooltip, hidden and
ignore of them, \`header\` label, description, tooltip and hidden, \`step\` none; \`group\` and \`header\` also take width and anchor-below.\n\n${keyTable(commonAttributes)}`;
  const types = inputTypes.map((type) => {
    const retired = type.retired === undefined ? '' : ` Retired: write ${type.retired} instead.`;
    const keys = type.keys.length === 0 ? 'No attributes of its own.\n' : keyTable(type.keys);
    return `## ${type.name}\n\n${type.description}${retired} Its value: ${type.yields}. ${evidenceText(type.evidence)}\n\n${keys}`;
  });
  return page('Types of inputs', `## Common attributes\n\n${common}`, ...types);
}

function actionsPage(): string {
  const parts = actions.map((action) => {
    const section = allSections().find((candidate) => candidate.name === action.with);
    const outputs = action.outputs
      .map((output) => `- output \`${output.name}\`: ${output.description}\n`)
      .join('');
    const permissions = action.needsPermissions ? ' Needs `permissions`.' : '';
    return `## ${action.name}\n\n${action.description}${permissions}\n\n${keyTable(section?.keys ?? [])}${outputs === '' ? '' : `\n${outputs}`}`;
  });
  const info = allSections()
    .filter((section) => section.name === 'target-info')
    .map(sectionPart);
  return page('Built-in actions', ...parts, ...info);
}

function calledWorkflowsPage(): string {
  const parts = calledWorkflows.map((called) => {
    const place = called.sameEverywhere
      ? ''
      : ' Each deployment has its own variant, so arguments are not judged.';
    const outputs = called.outputs
      .map((output) => `\n- output \`${output.name}\`: ${output.description}`)
      .join('');
    return `## marketplace/${called.slug}/${called.version}\n\n${called.description}${place} ${evidenceText(called.evidence)}\n
| input | type | default | |\n|---|---|---|---|\n${inputRows(called.inputs, '')}${outputs === '' ? '' : `${outputs}\n`}`;
  });
  return page('Published workflows that others call', ...parts);
}

function inputRows(inputs: readonly CalledInputFact[], prefix: string): string {
  return inputs
    .map((input) => {
      const words = [input.optional && 'optional', isConditional(input) && 'hidden or ignored at times'];
      const row = `| \`${prefix}${input.name}\` | ${input.type} | ${input.default === undefined ? '' : `\`${cell(String(input.default))}\``} | ${words.filter(Boolean).join(', ')} |\n`;
      return row + inputRows(input.items ?? [], `${prefix}${input.name}.`);
    })
    .join('');
}

function expressionsPage(): string {
  const rows = contexts.map(
    (context) =>
      `| \`${context.name}\` | \`${context.form}\` | ${cell(context.description)} | ${evidenceText(context.evidence)} |\n`,
  );
  const words = stateKeywords.map(
    (keyword) => `| \`${keyword.name}\` | ${keyword.step} | ${keyword.job} |\n`,
  );
  const fields = resourceFields.map((field) => `| \`${field.name}\` | ${cell(field.description)} |\n`);
  return page(
    'Contexts and keywords of expressions',
    `## Contexts\n\n| context | form | what it gives | evidence |\n|---|---|---|---|\n${rows.join('')}`,
    `## Keywords of \`if\`\n\n| keyword | a step | a job |\n|---|---|---|\n${words.join('')}`,
    `## Fields of a resource\n\n| field | what it is |\n|---|---|\n${fields.join('')}`,
  );
}

function environmentPage(): string {
  const variables = environmentVariables.map(
    (variable) =>
      `| \`${variable.name}\` | ${variable.where} | ${cell(variable.description)} | ${evidenceText(variable.evidence)} |\n`,
  );
  const commands = pwCommands.map(
    (command) =>
      `| \`pw ${command.command}\` | ${cell(command.description)} | ${command.needsPermissions ? 'yes' : ''} | ${evidenceText(command.evidence)} |\n`,
  );
  const batch = schedulers.map(
    (scheduler) =>
      `| ${scheduler.name} | \`${scheduler.submit}\` | \`${scheduler.query}\` | \`${scheduler.cancel}\` | \`${scheduler.directive}\` |\n`,
  );
  return page(
    'Environment variables and pw commands',
    `## Variables\n\n| variable | where | what it is | evidence |\n|---|---|---|---|\n${variables.join('')}`,
    `## Commands\n\n| command | what it does | needs permissions | evidence |\n|---|---|---|---|\n${commands.join('')}`,
    `## Schedulers\n\n| scheduler | submit | query | cancel | directives |\n|---|---|---|---|---|\n${batch.join('')}`,
  );
}

function keyTable(keys: readonly KeyFact[]): string {
  const rows = keys.map((key) => {
    const required = key.required ? ' **required**' : '';
    const retired = key.retired === undefined ? '' : ` Retired: write ${key.retired} instead.`;
    return `| \`${key.name}\`${required} | ${cell(shapeText(key.value))} | ${cell(key.default ?? '')} | ${cell(key.description + retired)} | ${evidenceText(key.evidence)} |\n`;
  });
  return `| key | value | default | what it does | evidence |\n|---|---|---|---|---|\n${rows.join('')}`;
}

function evidenceText({ kind, from, disputed }: Evidence): string {
  return cell(`*${kind}*: ${from}${disputed === undefined ? '' : `; ${disputed}`}`);
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
