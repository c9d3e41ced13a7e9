/** Whether a path is one of a YAML file, however its ending is written. */
export function isYamlPath(path: string): boolean {
  const lower = path.toLowerCase();
  return lower.endsWith('.yaml') || lower.endsWith('.yml');
}
