import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleScript } from './sample-script.ts';
import { sampleWorkflow } from './sample-workflow.ts';

/**
 * Writes session workflows of real size below `root`, each with a start script of 120 to 400 lines and a setup script,
 * no two of them equal; gives the bytes of both kinds of file.
 */
export function writeSampleRepository(
  root: string,
  workflows: number,
): { readonly yaml: number; readonly scripts: number } {
  const bytes = { yaml: 0, scripts: 0 };
  for (let seed = 0; seed < workflows; seed++) {
    const folder = join(root, 'workflows', `service${seed}`);
    mkdirSync(folder, { recursive: true });
    const write = (kind: keyof typeof bytes, name: string, text: string): void => {
      writeFileSync(join(folder, name), text, { mode: kind === 'scripts' ? 0o755 : 0o644 });
      bytes[kind] += Buffer.byteLength(text);
    };
    write('yaml', 'workflow.yaml', sampleWorkflow(seed));
    write('scripts', 'start.sh', sampleScript(120 + (seed % 8) * 40, seed));
    write('scripts', 'setup.sh', sampleScript(60, seed + workflows));
  }
  return bytes;
}
