import { readdirSync, readFileSync } from 'node:fs';
import { actionInputs } from '../src/action/inputs.ts';
import { readArguments } from '../src/cli/arguments.ts';
import { readAllowances } from '../src/diagnostics/allow-comments.ts';
import { readConfiguration } from '../src/lint/configuration/read-configuration.ts';
import { rules } from '../src/rules/index.generated.ts';
import { filePath } from '../src/source/span.ts';
import { parseYaml } from '../src/syntax/yaml/parse-yaml.ts';
import { valueAt, type YamlNode } from '../src/syntax/yaml/tree.ts';

const names = readdirSync('docs').filter((name) => name.endsWith('.md'));
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'examples/README.md',
  ...names.map((name) => `docs/${name}`),
];
const documents = pages.map((path) => ({ path, text: readFileSync(path, 'utf8') }));
const ruleNames = rules.map((rule) => rule.meta.id);

/** The blocks of these languages, each with the page that shows it. */
function blocks(...languages: readonly string[]) {
  return documents.flatMap(({ path, text }) =>
    [...text.matchAll(/^ *```(\w+)\n(.*?)^ *```/gms)]
      .filter(([, language = '']) => languages.includes(language))
      .map(([, , block = ''], index) => [`${path} ${index + 1}`, block] as const),
  );
}

/** Every call of the program: lines of shell blocks, and code among words. */
const calls = [
  ...blocks('bash', 'text').flatMap(([place, block]) =>
    [...block.matchAll(/^ *(?:\$ )?(?:npx (?:--yes --package \S+ )?)?pw-workflow-check (.*)$/gm)].map(
      ([, words = '']) => [place, words] as const,
    ),
  ),
  ...documents.flatMap(({ path, text }) =>
    [...text.matchAll(/`(?:npx )?pw-workflow-check ([^`\n]+)`/g)].map(
      ([, words = '']) => [path, words] as const,
    ),
  ),
].filter(([, words]) => !/^[A-Z<0-9]|…/.test(words));

test('there is something to look at', () => {
  expect(calls.length).toBeGreaterThan(40);
  expect(blocks('yaml').length).toBeGreaterThan(8);
});

test.each(calls)('%s: pw-workflow-check %s', (_, words) => {
  const [line = ''] = words.split(/\s+(?:#|>|\|)/);
  const read = readArguments(
    line.split(' ').filter((word) => word !== ''),
    () => false,
  );
  expect(read).toMatchObject({ kind: 'line' });
});

/** Every map in a tree. */
function* maps(node: YamlNode | undefined): Generator<YamlNode & { readonly kind: 'map' }> {
  if (node?.kind === 'map') {
    yield node;
    for (const { value } of node.pairs) yield* maps(value);
  } else if (node?.kind === 'sequence') for (const item of node.items) yield* maps(item);
}

test.each(blocks('yaml'))('the YAML of %s is taken', (place, text) => {
  const { root, faults } = parseYaml({ path: filePath(place), text });
  expect(faults).toEqual([]);
  if (root?.kind !== 'map') return;
  if (valueAt(root, 'repos') !== undefined) return;
  if (valueAt(root, 'jobs') === undefined && valueAt(root, 'steps') === undefined) {
    expect(readConfiguration({ path: filePath(place), text }, ruleNames).faults).toEqual([]);
    return;
  }
  for (const step of maps(root)) {
    const uses = valueAt(step, 'uses');
    if (uses?.kind !== 'scalar' || !/pw-workflow-check@/.test(uses.text.text)) continue;
    const given = valueAt(step, 'with');
    const inputs = given?.kind === 'map' ? given.pairs.map((pair) => pair.key.text.text) : [];
    expect(actionInputs.map((input) => input.name)).toEqual(expect.arrayContaining(inputs));
  }
});

const comments = blocks('bash', 'yaml').filter(([, block]) => block.includes('pw-check:'));

test.each(comments)('the comments of %s allow rules that exist, with a reason', (place, text) => {
  const allowances = readAllowances({ path: filePath(place.includes('yaml') ? 'a.yaml' : 'a.sh'), text });
  expect(allowances.length).toBeGreaterThan(0);
  for (const { rule, reason } of allowances) {
    expect(ruleNames).toContain(rule);
    expect(reason).toBeTruthy();
  }
});

test('every rule that is named exists', () => {
  const named = documents.flatMap(({ text }) => [
    ...[...text.matchAll(/rules\/([a-z][a-z-]+)\.md/g)].map((match) => match[1]),
    ...[...text.matchAll(/(?:--only|--skip|explain) ([a-z][a-z]*-[a-z-]+)/g)].map((match) => match[1]),
  ]);
  const wrong = named.filter((name) => !ruleNames.includes(name ?? '') && name !== 'some-defect');
  expect(wrong).toEqual([]);
  expect(named.length).toBeGreaterThan(20);
});

test('the README is read in two minutes', () => {
  expect(readFileSync('README.md', 'utf8').split(/\s+/).length).toBeLessThan(900);
});
