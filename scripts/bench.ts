import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BenchLine, BenchSection } from './bench/section.ts';

/** One line as printed: name, value, and the verdict against the target when there is one. */
function rendered(line: BenchLine): string {
  const value = `${line.value.toFixed(line.unit === 'count' ? 0 : 2)} ${line.unit}`.padStart(14);
  if (line.target === undefined) return `${value}  ${line.what}`;
  const met = line.better === 'larger' ? line.value >= line.target : line.value <= line.target;
  const sign = line.better === 'larger' ? 'at least' : 'at most';
  return `${value}  ${line.what} (target: ${sign} ${line.target} ${line.unit}: ${met ? 'met' : 'MISSED'})`;
}

/** Every section is a `bench/*.js` that exports `section`; arguments name those to run, none means all. */
const folder = join(dirname(fileURLToPath(import.meta.url)), 'bench');
const wanted = process.argv.slice(2);
for (const file of readdirSync(folder).sort()) {
  const name = file.replace(/\.js$/, '');
  if (!file.endsWith('.js') || (wanted.length > 0 && !wanted.includes(name))) continue;
  const { section } = (await import(pathToFileURL(join(folder, file)).href)) as { section?: BenchSection };
  if (section === undefined) continue;
  console.log(`\n${section.name}`);
  for (const line of await section.measure()) console.log(rendered(line));
}
