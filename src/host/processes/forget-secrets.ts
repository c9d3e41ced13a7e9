import { closeSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';

/** Words in the names of variables that hold what gives rights, and the variables by which a runner is spoken to. */
const secret =
  /TOKENS?(?:_|$)|SECRET|PASSW(?:OR)?D|PASSPHRASE|CREDENTIAL|(?:^|_)(?:PAT|JWT)(?:_|$)|KEYS?(?:_|$)|^ACTIONS_/i;

/** Whether a variable is a secret by its name. Git counts its settings in variables of such names and needs them all. */
function isSecret(name: string): boolean {
  return secret.test(name) && !name.startsWith('GIT_CONFIG_');
}

/**
 * Forgets the secrets in the environment of this process: no program that it starts gets them, and where the system has
 * /proc they do not stand there any longer. Whoever started this process may have them still.
 */
export function forgetSecrets(): void {
  for (const name of Object.keys(process.env)) if (isSecret(name)) delete process.env[name];
  try {
    blank();
  } catch {
    // no /proc, or one that is closed even to the process itself
  }
}

/** Overwrites the secrets in what this process was started with, which is what the system shows of its environment. */
function blank(): void {
  // proc(5): after the name, which may have any characters, env_start and env_end are the 48th and 49th fields from the state on.
  const fields = readFileSync('/proc/self/stat', 'utf8')
    .replace(/^.*\) /s, '')
    .split(' ');
  const [start, stop] = [Number(fields[47]), Number(fields[48])];
  const environment = Buffer.alloc(stop - start);
  const memory = openSync('/proc/self/mem', 'r+');
  try {
    // Read into this one buffer: a file read whole would leave copies behind in buffers that nobody clears.
    readSync(memory, environment, 0, environment.length, start);
    for (let at = 0, end = 0; at < environment.length; at = end + 1) {
      end = environment.indexOf(0, at);
      if (end < 0) end = environment.length;
      const name = environment.subarray(at, environment.indexOf('=', at)).toString('latin1');
      if (isSecret(name)) writeSync(memory, Buffer.alloc(end - at), 0, end - at, start + at);
    }
  } finally {
    closeSync(memory);
    environment.fill(0);
  }
}
