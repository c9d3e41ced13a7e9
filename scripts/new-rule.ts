// Starts a new rule: `npm run new-rule form/unknown-input-type`.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exportedName } from './rule-index.ts';

const groups = ['form', 'workflow', 'expression', 'script', 'run', 'security'];
const subjects: Readonly<Record<string, string>> = {
  form: 'input',
  workflow: 'workflow',
  expression: 'expression',
  script: 'script',
  run: 'run',
  security: 'script',
};

/**
 * The version that brings a new rule: the next minor one, or the next major one where a change that waits in
 * `.changeset/` asks for that.
 */
function comingVersion(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { readonly version: string };
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const breaks = readdirSync('.changeset')
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .some((name) =>
      /^["']?pw-workflow-check["']?: *major *$/m.test(readFileSync(join('.changeset', name), 'utf8')),
    );
  return breaks ? `${major + 1}.0.0` : `${major}.${minor + 1}.0`;
}

function template(group: string, id: string): string {
  return `import { defineRule } from '../rule.ts';

/** TODO: one sentence on the defect. */
export const ${exportedName(id)} = defineRule({
  meta: {
    id: '${id}',
    group: '${group}',
    severity: 'error',
    since: '${comingVersion()}',
    page: {
      what: 'TODO: one sentence, what the defect is.',
      why: 'TODO: what happens on the platform because of it.',
      fix: 'TODO: what to do.',
      examples: {
        bad: ['TODO: «the marked characters are blamed»'],
        good: ['TODO: silent'],
      },
    },
  },
  on: '${subjects[group] ?? 'file'}',
  *check() {},
});
`;
}

function main(word: string | undefined): number {
  const [group = '', id = ''] = (word ?? '').split('/');
  if (!groups.includes(group) || !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id)) {
    console.error(`usage: npm run new-rule GROUP/RULE-ID, where GROUP is one of ${groups.join(', ')}`);
    return 2;
  }
  const path = join('src', 'rules', group, `${id}.ts`);
  if (existsSync(path)) {
    console.error(`${path} exists already`);
    return 2;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, template(group, id));
  console.log(`wrote ${path}; fill it in, then run: npm run generate`);
  return 0;
}

process.exitCode = main(process.argv[2]);
