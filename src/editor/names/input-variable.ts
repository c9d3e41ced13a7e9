/** The variable of the environment that the platform makes of an input, from the names that lead to it. */
export function inputVariable(path: readonly string[]): string {
  return `PW_INPUT_${fileVariable(path)}`.toUpperCase();
}

/** The variable that `inputs.sh` sets for an input, for scripts that source it. */
export function fileVariable(path: readonly string[]): string {
  return path.join('_').replace(/\W/g, '_');
}
