import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { minifySync } from '@swc/core';
import { makeLate } from './late-modules.ts';

/** A program that is bundled: what it is called, where from, and what starts it with the code that was kept. */
interface Program {
  readonly name: string;
  readonly entry: string;
  readonly start?: string;
}

const programs: readonly Program[] = [
  { name: 'cli', entry: 'src/cli/main.js', start: 'src/cli/start.js' },
  { name: 'action', entry: 'src/action/main.js' },
];
/** Tells webpack, on which ncc stands, what to put into one file. */
const inOneFile = '/* webpackChunkName: "commands" */';
const commandImport = /import\(('\.\/(?!schema-)[a-z-]+-commands?\.js')/g;
const root = resolve(dirname(fileURLToPath(import.meta.url)), '..', '..');

/**
 * Bundles both programs with ncc into `target/cli` and `target/action`, as CommonJS, which Node starts sooner than
 * modules. The folder is swapped in whole, so that an interrupted build leaves the old bundle.
 *
 * @throws when ncc fails; its output is shown
 */
export function bundle(target: string): void {
  const sources = prepareSources();
  for (const { name, entry, start } of programs) {
    const out = join(target, name);
    const fresh = `${out}.new`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(dirname(out), { recursive: true });
    runNcc(join(sources, entry), fresh);
    if (start !== undefined) {
      renameSync(join(fresh, 'index.js'), join(fresh, 'program.js'));
      runNcc(join(sources, start), `${fresh}.start`);
      renameSync(join(`${fresh}.start`, 'index.js'), join(fresh, 'index.js'));
      rmSync(`${fresh}.start`, { recursive: true });
    }
    for (const file of readdirSync(fresh).filter((one) => one.endsWith('.js')))
      slim(join(fresh, file), start !== undefined && file !== 'index.js');
    writeFileSync(join(fresh, 'package.json'), '{"type":"commonjs"}\n');
    rmSync(out, { recursive: true, force: true });
    renameSync(fresh, out);
  }
}

/**
 * What is compiled, made ready for the bundle in a folder of its own: modules that are evaluated late, the
 * folder of a module by its CommonJS name, and a manifest that does not say "module", so that ncc makes CommonJS of it.
 */
function prepareSources(): string {
  const sources = join(root, 'build', 'to-bundle');
  rmSync(sources, { recursive: true, force: true });
  for (const folder of ['src', 'schemas'])
    cpSync(join(root, 'build', folder), join(sources, folder), { recursive: true });
  const { version } = JSON.parse(readFileSync(join(root, 'build', 'package.json'), 'utf8'));
  writeFileSync(join(sources, 'package.json'), JSON.stringify({ version }));
  for (const name of readdirSync(join(sources, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.js')) continue;
    const path = join(sources, 'src', name);
    const code = readFileSync(path, 'utf8');
    const ready = code.replaceAll('import.meta.dirname', '__dirname');
    // The commands share most of what they need: in a file each, a lint would load seven of them. Schemas are long.
    const whole =
      name === 'cli/program.js' ? ready.replaceAll(commandImport, `import(${inOneFile} $1`) : ready;
    if (whole !== code) writeFileSync(path, whole);
  }
  makeLate(join(sources, 'src'));
  return sources;
}

function runNcc(entry: string, out: string): void {
  execFileSync(
    process.execPath,
    [
      join(root, 'node_modules/@vercel/ncc/dist/ncc/cli.js'),
      'build',
      entry,
      '-o',
      out,
      '--license',
      'licenses.txt',
      '--quiet',
    ],
    { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
  );
}

/**
 * Makes a bundled file small and plain ASCII. A linter is mostly start-up: Node reads and decodes the whole text before
 * the first line runs, and what is not ASCII makes it decode the slow way. ncc's own option leaves the chunks as they are.
 *
 * @param isChunk whether the loader of the program loads the file, so that its compiled code can be kept
 */
function slim(path: string, isChunk: boolean): void {
  const text = readFileSync(path, 'utf8');
  const { code } = minifySync(text.replace(/^#!.*\n/, ''), {
    module: false,
    ecma: 2022,
    compress: false,
    mangle: { keep_classnames: true },
    format: { asciiOnly: true, comments: false },
  });
  const isEntry = path.endsWith('/index.js');
  // What imports modules itself is left to Node: V8 would ask the loader for them.
  const isSealed = isChunk && !/\bimport\(/.test(code);
  writeFileSync(path, isEntry ? `#!/usr/bin/env node\n${code}\n` : isSealed ? sealedText(code) : `${code}\n`);
  chmodSync(path, isEntry ? 0o755 : 0o644);
}

/** A file as the loader of the program takes it: the digest of what follows, then a function around the code. */
function sealedText(code: string): string {
  const body = `(function(exports,require,module,__filename,__dirname){${code}\n})\n`;
  return `// ${createHash('sha256').update(body).digest('hex')}\n${body}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) bundle(resolve('dist'));
