import { resolve } from 'node:path';
import { type AnalysisContext, analysisContext } from '../src/analysis/analysis.ts';
import { scriptBehaviour } from '../src/analysis/contract/behaviour.ts';
import { coordinationFiles } from '../src/analysis/contract/job-world.ts';
import { jobDirectory } from '../src/analysis/shell/interpreter/state/job-path.ts';
import { nodeRepositoryFiles } from '../src/host/files/repository-files.ts';
import { reachedScripts } from '../src/lint/reached-scripts.ts';
import { scriptsOf } from '../src/lint/subjects.ts';
import type { Script } from '../src/model/script.ts';
import { openWorkspace } from '../src/model/workspace.ts';
import { claimOf } from './agreement/judge-script.ts';

/**
 * Says of how many real scripts it stays unknown which coordination files they leave:
 * `node build/scripts/measure-unknown.js FOLDER…`. Every workflow and shell script of each folder is followed; blocks of
 * workflows count as scripts. A file that a script never names counts as known: it stays as it was.
 */
const followed = [coordinationFiles.port, coordinationFiles.hostname, coordinationFiles.started];
const shares = new Map<string, { claims: number; unknown: number }>();
const told: string[] = [];

function count(group: string, claims: number, unknown: number): void {
  const before = shares.get(group) ?? { claims: 0, unknown: 0 };
  shares.set(group, { claims: before.claims + claims, unknown: before.unknown + unknown });
}

function measure(script: Script, folder: string, context: AnalysisContext): void {
  const behaviour = scriptBehaviour(script, context);
  const touched = new Set(
    behaviour.events.flatMap((event) =>
      event.kind === 'write' || event.kind === 'remove' ? [event.file] : [],
    ),
  );
  const unknown = followed.filter((key) => {
    if (behaviour.opaque) return true;
    // What the script leaves alone is as it was, whether that is known or not.
    return touched.has(key) && claimOf(behaviour, key) === 'unknown';
  });
  count('all scripts', followed.length, unknown.length);
  const own = followed.filter((key) => touched.has(key));
  if (own.length > 0)
    count('files that scripts write', own.length, unknown.filter((key) => touched.has(key)).length);
  if (script.role === 'start' || /(^|\/)start[^/]*\.sh$/.test(script.path))
    count('start scripts', followed.length, unknown.length);
  if (unknown.length === 0) return;
  const place =
    script.role === 'run' || script.role === 'cleanup' ? ` (step ${script.job}[${script.stepIndex}])` : '';
  const names = unknown.map((key) => key.slice(jobDirectory.length + 1)).join(', ');
  told.push(`${folder}/${script.path}${place}: ${behaviour.opaque ? 'not followed to its end' : names}`);
}

for (const folder of process.argv.slice(2)) {
  const files = nodeRepositoryFiles(resolve(folder));
  const paths = files.paths.filter((path) => {
    if (/\.(sh|bash)$/.test(path)) return true;
    if (!/\.ya?ml$/.test(path) || path.startsWith('.github/')) return false;
    const content = files.read(path);
    return content.kind === 'text' && /^['"]?jobs['"]?:/m.test(content.text);
  });
  if (paths.length === 0) continue;
  const { workspace } = openWorkspace(files, { paths });
  const context = analysisContext(workspace);
  for (const { script } of scriptsOf(workspace, reachedScripts(workspace))) measure(script, folder, context);
}
for (const line of told) process.stdout.write(`${line}\n`);
for (const [group, { claims, unknown }] of shares)
  process.stdout.write(
    `${group}: ${claims} claims, unknown ${unknown} (${((100 * unknown) / Math.max(1, claims)).toFixed(1)} %)\n`,
  );
