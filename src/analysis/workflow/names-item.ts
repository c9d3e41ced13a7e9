/**
 * Whether the value of a `uses` names a published workflow or the file of it, in any version and from anywhere:
 * `marketplace/job_runner/v4.0`, `workflow/job_runner`, `./job_runner@main`.
 */
export function namesItem(uses: string, item: string): boolean {
  for (let at = uses.indexOf(item); at !== -1; at = uses.indexOf(item, at + 1)) {
    const [before = '/', behind = '/'] = [uses[at - 1], uses[at + item.length]];
    if (before === '/' && (behind === '/' || behind === '@')) return true;
  }
  return false;
}
