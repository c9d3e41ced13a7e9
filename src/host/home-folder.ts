/** The user's home folder. Node's own module knows it too, and is loaded where the environment does not say it. */
export function homeFolder(): string {
  return process.env['HOME'] || process.getBuiltinModule('node:os').homedir();
}
