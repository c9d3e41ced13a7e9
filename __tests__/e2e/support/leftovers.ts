import { readdirSync, readFileSync, readlinkSync } from 'node:fs';

/** The processes that name a directory in their command line, environment or working directory, this one excepted. */
export function processesOf(directory: string): readonly string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .flatMap((pid) => {
      const command = quietly(() =>
        readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim(),
      );
      const environment = quietly(() => readFileSync(`/proc/${pid}/environ`, 'utf8'));
      const working = quietly(() => readlinkSync(`/proc/${pid}/cwd`));
      const named = [command, environment, working].some((text) => text.includes(directory));
      return named && command !== '' ? [`${pid} ${command}`] : [];
    });
}

function quietly(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

/** The ports that something on this machine listens on. */
export function listeningPorts(): ReadonlySet<number> {
  const lines = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((path) =>
    quietly(() => readFileSync(path, 'utf8')).split('\n'),
  );
  return new Set(
    lines
      .map((line) => line.trim().split(/\s+/))
      .filter((fields) => fields[3] === '0A')
      .map((fields) => Number.parseInt(fields[1]?.split(':').at(-1) ?? '', 16)),
  );
}

/** Waits until `holds` does, at most `limitMs`; gives whether it did. */
export async function eventually(holds: () => boolean, limitMs: number): Promise<boolean> {
  const end = Date.now() + limitMs;
  while (!holds()) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
