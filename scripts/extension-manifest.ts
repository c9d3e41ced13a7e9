import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Generator } from './generated-files.ts';

const path = 'editors/vscode/package.json';

/** The version of the extension of VS Code, which is that of the program that it carries. */
export const extensionManifest: Generator = {
  name: 'the version of the extension of VS Code',
  files(root) {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const text = readFileSync(join(root, path), 'utf8');
    return { [path]: text.replace(/"version": "[^"]*"/, () => `"version": "${version}"`) };
  },
};
