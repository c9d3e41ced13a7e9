import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Generator, generatedNotice } from './generated-files.ts';

const groups = ['form', 'workflow', 'expression', 'script', 'run', 'security'] as const;

/** The name under which the file of a rule exports it: `unknown-input-type` gives `unknownInputType`. */
export function exportedName(id: string): string {
  return id.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Every rule of the repository by the folders alone: nothing has to compile for it. */
export function ruleFiles(root: string): readonly { readonly group: string; readonly id: string }[] {
  return groups.flatMap((group) =>
    readdirSync(join(root, 'src', 'rules', group))
      .filter((name) => /^[a-z0-9-]+\.ts$/.test(name))
      .sort()
      .map((name) => ({ group, id: name.slice(0, -'.ts'.length) })),
  );
}

/** `src/rules/index.generated.ts`: every rule, by group and name. */
export const ruleIndex: Generator = {
  name: 'the list of rules',
  files(root) {
    const rules = ruleFiles(root);
    const doubled = rules.find(({ id }, index) => rules.findIndex((other) => other.id === id) !== index);
    if (doubled !== undefined) throw new Error(`two groups have a rule "${doubled.id}"; rename one of them`);
    const imports = rules.map(
      ({ group, id }) => `import { ${exportedName(id)} } from './${group}/${id}.ts';\n`,
    );
    const names = rules.map(({ id }) => `  ${exportedName(id)},\n`);
    return {
      'src/rules/index.generated.ts': [
        generatedNotice,
        ...imports.sort(),
        "import type { AnyRule } from './rule.ts';\n",
        '\n/** Every rule, by group and name. */\n',
        `export const rules: readonly AnyRule[] = [\n${names.join('')}];\n`,
      ].join(''),
    };
  },
};
