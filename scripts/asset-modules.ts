import { createHash } from 'node:crypto';
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
    const module = `/** The text of \`${basename(path)}\`. */\nexport const ${name} =\n  ${text};\n`;
    return path.endsWith('.inline.js') ? `${module}\n${hashOf(root, path, name)}` : module;
  });
  return generatedNotice + rows.join('\n');
}

/** A script that stands in a page is allowed there by its hash. */
function hashOf(root: string, path: string, name: string): string {
  const hash = createHash('sha256')
    .update(readFileSync(join(root, path)))
    .digest('base64');
  return `/** The source of \`${basename(path)}\` in a Content-Security-Policy. */\nexport const ${name}Source = 'sha256-${hash}';\n`;
}
