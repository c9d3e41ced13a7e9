import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GeneratedScript } from './generate-script.ts';

/** What was seen after a script had ended. */
export interface Observation {
  readonly status: number;
  /** The coordination files that are there, with their contents but for trailing line breaks. */
  readonly files: Readonly<Record<string, string>>;
}

/** Runs each script in a new directory of its own: one bash starts them all, one after the other. */
export async function runScripts(scripts: readonly GeneratedScript[]): Promise<readonly Observation[]> {
  const root = await mkdtemp(join(tmpdir(), 'agreement-'));
  try {
    const driver = ['export LC_ALL=C'];
    for (const [index, script] of scripts.entries()) {
      const directory = join(root, String(index));
      await mkdir(directory);
      await writeFile(join(directory, 'library.sh'), script.library);
      await writeFile(join(root, `${index}.sh`), script.text);
      const exports = Object.entries(script.environment).map(
        ([name, value]) => `export ${name}='${value}'; `,
      );
      driver.push(
        `( cd ${directory}; unset HOSTNAME OLDPWD; ${exports.join('')}exec bash ../${index}.sh ) < /dev/null > /dev/null 2>&1`,
        `see ${index} $? ${directory}`,
      );
    }
    const text = `see() {
  printf '%s %s\\0' "$1" "$2"
  local name
  for name in HOSTNAME SESSION_PORT job.started; do
    if [ -e "$3/$name" ]; then printf '%s=%s\\0' "$name" "$(< "$3/$name")"; fi
  done
}
${driver.join('\n')}
`;
    await writeFile(join(root, 'driver.sh'), text);
    return observed(await output(join(root, 'driver.sh')), scripts.length);
  } finally {
    await rm(root, { recursive: true, force: true, maxRetries: 5 });
  }
}

function output(path: string): Promise<string> {
  return new Promise((done, failed) => {
    const child = spawn('bash', ['--norc', '--noprofile', path], {
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
      env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: '/nonexistent' },
    });
    // What a script leaves in the background is in the group of the driver, and ends with it.
    const endGroup = (): void => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
      } catch {
        // Nothing of the group is left.
      }
    };
    // A generated script ends by itself; one that does not is a fault of the generator.
    const timer = setTimeout(endGroup, 120_000);
    const parts: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => parts.push(part));
    child.on('error', failed);
    child.on('exit', endGroup);
    child.on('close', () => {
      clearTimeout(timer);
      done(Buffer.concat(parts).toString('utf8'));
    });
  });
}

function observed(text: string, count: number): readonly Observation[] {
  const found: { status: number; files: Record<string, string> }[] = [];
  for (const record of text.split('\0')) {
    const head = /^(\d+) (\d+)$/.exec(record);
    if (head !== null) {
      found.push({ status: Number(head[2]), files: {} });
      continue;
    }
    const equals = record.indexOf('=');
    const last = found.at(-1);
    if (equals > 0 && last !== undefined) last.files[record.slice(0, equals)] = record.slice(equals + 1);
  }
  if (found.length !== count) throw new Error(`ran ${found.length} of ${count} scripts`);
  return found;
}
