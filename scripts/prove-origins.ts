// Proves on real files that every expression's place is exact: `node build/scripts/prove-origins.js FOLDER…`.
// For each YAML file below a folder, the span of every `${{ … }}` cut out of the file must be the expression.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findExpressions } from '../src/model/find-expressions.ts';
import { filePath } from '../src/source/span.ts';
import { parseYaml } from '../src/syntax/yaml/parse-yaml.ts';
import type { YamlNode, YamlScalar } from '../src/syntax/yaml/tree.ts';

interface Count {
  files: number;
  faulty: number;
  scalars: number;
  expressions: number;
  wrong: number;
}

function* scalarsOf(node: YamlNode | undefined): Generator<YamlScalar> {
  if (node?.kind === 'scalar') yield node;
  if (node?.kind === 'sequence') for (const item of node.items) yield* scalarsOf(item);
  if (node?.kind !== 'map') return;
  for (const pair of node.pairs) {
    yield pair.key;
    yield* scalarsOf(pair.value);
  }
}

/** Whether a scalar writes an expression as it reads; folding and escapes inside one may write it otherwise. */
function sameWords(left: string, right: string): boolean {
  const words = (text: string) => text.replace(/\s+/g, ' ');
  return words(left) === words(right);
}

function prove(path: string, text: string, count: Count): void {
  const { root, faults } = parseYaml({ path: filePath(path), text });
  count.files++;
  if (faults.length > 0) count.faulty++;
  for (const scalar of scalarsOf(root)) {
    count.scalars++;
    for (const { start, end } of findExpressions(scalar.text.text)) {
      count.expressions++;
      const span = scalar.text.spanOf(start, end);
      const written = text.slice(span.start, span.end);
      if (sameWords(written, scalar.text.text.slice(start, end))) continue;
      count.wrong++;
      console.error(
        `${path}: ${JSON.stringify(scalar.text.text.slice(start, end))} is ${JSON.stringify(written)}`,
      );
    }
  }
}

function main(folders: readonly string[]): number {
  const variants: readonly [string, (text: string) => string][] = [
    ['as it is', (text) => text],
    ['with CRLF', (text) => text.replace(/\r?\n/g, '\r\n')],
    ['with a byte order mark', (text) => `\uFEFF${text}`],
  ];
  let wrong = 0;
  for (const folder of folders) {
    const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((path) =>
      /\.ya?ml$/.test(path),
    );
    for (const [name, change] of variants) {
      const count: Count = { files: 0, faulty: 0, scalars: 0, expressions: 0, wrong: 0 };
      for (const path of paths) prove(path, change(readFileSync(join(folder, path), 'utf8')), count);
      wrong += count.wrong;
      console.log(
        `${folder} ${name}: ${count.files} files (${count.faulty} with faults), ${count.scalars} scalars, ` +
          `${count.expressions} expressions, ${count.wrong} with a wrong place`,
      );
    }
  }
  return wrong === 0 ? 0 : 1;
}

process.exitCode = main(process.argv.slice(2));
