import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import commonjs from '@rollup/plugin-commonjs';
import json from '@rollup/plugin-json';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import { type ModuleInfo, type Plugin, type RollupLog, rollup } from 'rollup';

/** A file of the command line's program and where its modules begin. */
export interface Part {
  readonly name: string;
  /** Modules of the sources, without their ending, with all that they import. What an earlier part has is left out. */
  readonly from: readonly string[];
}

/**
 * Joins modules into a few CommonJS files, in which one function calls another without looking it up: in a file that
 * keeps its modules apart, every call of another module's function asks an object for it first, which costs a lint as
 * much as reading its workflow. Modules that are evaluated late get files of their own, which are required by name.
 *
 * @param sources the folder of the compiled sources, with their stand-ins for late modules
 * @param target the folder that gets the files
 * @param parts the files, the first with the module that starts the program; what is in none is given to files as needed
 * @param also modules that get files of their own, by the name of the file, without its ending
 * @throws when Rollup fails or warns
 */
export async function joinModules(
  sources: string,
  target: string,
  parts: readonly Part[],
  also: Readonly<Record<string, string>> = {},
): Promise<void> {
  const path = (name: string): string => join(sources, `${name}.js`);
  const [first] = parts;
  if (first === undefined) throw new Error('there is nothing to join');
  let places: ReadonlyMap<string, string> | undefined;
  const bundle = await rollup({
    input: { [first.name]: path(first.from[0] ?? ''), ...also },
    external: /^node:/,
    preserveEntrySignatures: 'allow-extension',
    plugins: [nodeResolve({ exportConditions: ['node'] }), plugin(json), plugin(commonjs), computedImports],
    onLog: (_level, log) => refuse(log),
  });
  const { output } = await bundle.write({
    dir: target,
    dynamicImportInCjs: false,
    format: 'cjs',
    entryFileNames: '[name].js',
    chunkFileNames: '[name].js',
    exports: 'named',
    esModule: false,
    externalLiveBindings: false,
    freeze: false,
    generatedCode: { constBindings: true },
    hoistTransitiveImports: false,
    interop: 'default',
    manualChunks(id, { getModuleInfo }) {
      places ??= placesOf(parts, path, getModuleInfo);
      return places.get(id);
    },
  });
  await bundle.close();
  const modules = output.flatMap((file) => (file.type === 'chunk' ? Object.keys(file.modules) : []));
  writeFileSync(join(target, 'licenses.txt'), licensesOf(modules));
}

/** A path that is computed leads to a module of another package, which CommonJS can only import. */
const computedImports: Plugin = {
  name: 'computed-imports',
  renderDynamicImport: ({ targetModuleId }) =>
    targetModuleId === null ? { left: 'import(', right: ')' } : null,
};

/** Their types are those of their CommonJS form, where the function is a property of what is imported. */
function plugin(imported: unknown): Plugin {
  return (imported as () => Plugin)();
}

/** The late modules, by the names by which their stand-ins require them. */
export function lateFiles(sources: string): Readonly<Record<string, string>> {
  const files = new Map<string, string>();
  for (const name of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!name.endsWith('.late.js')) continue;
    const key = basename(name, '.js');
    if (files.has(key)) throw new Error(`two late modules are called ${key}`);
    files.set(key, join(sources, name));
  }
  return Object.fromEntries(files);
}

/** Which part a module belongs to: the first that imports it. */
function placesOf(
  parts: readonly Part[],
  path: (name: string) => string,
  moduleInfo: (id: string) => ModuleInfo | null,
): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const { name, from } of parts) {
    const open = from.map(path);
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      if (places.has(id)) continue;
      places.set(id, name);
      open.push(...(moduleInfo(id)?.importedIds.filter((other) => other.includes(sep)) ?? []));
    }
  }
  return places;
}

/** What the compiler writes above a module that imports by a computed path speaks of `this`, and is right to. */
function refuse({ code, message }: RollupLog): void {
  if (code !== 'THIS_IS_UNDEFINED') throw new Error(`Rollup: ${message}`);
}

/** The licences of the packages whose modules were joined. */
function licensesOf(modules: readonly string[]): string {
  const folders = new Set(
    modules.flatMap((id) => /\/.*\/node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(id)?.[0] ?? []),
  );
  return [...folders]
    .sort()
    .map((folder) => {
      const { name, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
      return `${name}\n${license}\n${file === undefined ? '' : readFileSync(join(folder, file), 'utf8')}\n`;
    })
    .join('\n');
}
