import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { type Generator, generatedNotice } from './generated-files.ts';

/** What the program carries in another language than its own: each file stands beside the module that uses it. */
const endings = /\.(?:sh|pl|css|js|yml)$/;

/**
 * A module in each folder of `src/` that holds files in other languages, exporting their texts: `page.css` as
 * `pageCss`. A program of one file, and a page without Node, have no folder to read them from.
 */
export const assetModules: Generator = {
  name: 'the texts of scripts and styles',
  files(root) {
    const assets = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((path) => endings.test(path))
      .map((path) => join('src', path))
      .sort();
    return Object.fromEntries(
      [...new Set(assets.map(dirname))].map((folder) => [
        join(folder, 'assets.generated.ts'),
        moduleOf(
          root,
          assets.filter((path) => dirname(path) === folder),
        ),
      ]),
    );
  },
};

function moduleOf(root: string, paths: readonly string[]): string {
  const rows = paths.map((path) => {
    const name = basename(path).replace(/[^A-Za-z0-9]+(.)/g, (_, letter: string) => letter.toUpperCase());
    const text = JSON.stringify(readFileSync(join(root, path), 'utf8'));
    return `/** The text of \`${basename(path)}\`. */\nexport const ${name} =\n  ${text};\n`;
  });
  return generatedNotice + rows.join('\n');
}
