import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Generator, generatedPageNotice } from './generated-files.ts';

/** The index of all documents, from their titles and first sentences: `docs/README.md`. */
export const docsIndex: Generator = {
  name: 'the index of the documents',
  files: (root) => ({
    'docs/README.md': `${generatedPageNotice}
# Documents

${lines(root, 'docs', ({ title, says, path }) => `- [${title}](${path}): ${says}`)}

Made from the program itself:

- [Rules](rules/README.md): what each finds, why it matters on the platform, what to do, with examples.
- [The language, as it is checked](reference/README.md): keys, inputs, actions, expressions and variables, with evidence.
- [JSON Schemas](../schemas): of workflows, of the configuration and of the report.

## Decisions

Why the house stands as it does, in the order in which it was decided.

${lines(root, 'docs/adr', ({ title, path }) => `- [${title}](${path})`)}

Beside them: [README](../README.md), [contributing](../CONTRIBUTING.md), [security](../SECURITY.md),
[changes](../CHANGELOG.md).
`,
  }),
};

interface Page {
  readonly title: string;
  /** Its first sentence, on one line. */
  readonly says: string;
  /** From `docs/`. */
  readonly path: string;
}

/**
 * One line of the index for each page of a folder.
 *
 * @throws when a page does not begin with a title, so that none is left out unseen
 */
function lines(root: string, folder: string, line: (page: Page) => string): string {
  if (!existsSync(join(root, folder))) return '';
  return readdirSync(join(root, folder))
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .sort()
    .map((name) => {
      const path = `${folder}/${name}`;
      const text = readFileSync(join(root, path), 'utf8').replaceAll(/<!--.*?-->/gs, '');
      const [, title, paragraph] = /^\s*# (.+)\n\s*(?:##.*\n\s*)?((?:\S.*\n)*)/.exec(text) ?? [];
      if (title === undefined) throw new Error(`${path} does not begin with a title ("# …")`);
      return line({ title, says: firstSentence(paragraph ?? ''), path: path.slice('docs/'.length) });
    })
    .join('\n');
}

function firstSentence(paragraph: string): string {
  const text = paragraph.trim().replaceAll(/\s*\n\s*/g, ' ');
  return /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
}
