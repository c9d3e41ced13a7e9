import type { Value } from './value.ts';

/**
 * A path in a form that can be compared: it begins with `@job` (the job directory), `@home`, `/` or `@?N` (somewhere
 * that is not known), and each text in it that is not known is `⟨N⟩`.
 */
export type PathKey = string;

/** The directory of the job, in which its steps begin. */
export const jobDirectory: PathKey = '@job';
/** The home directory of the user. */
export const homeDirectory: PathKey = '@home';

/** The key of a path that a script writes while it is in `cwd`; `undefined` for an empty path. */
export function pathKey(value: Value, cwd: PathKey): PathKey | undefined {
  const [first, ...rest] = value;
  if (first === undefined) return undefined;
  let head: string;
  if (typeof first === 'string') {
    if (first.startsWith('/')) head = first;
    else if (first === '~' || first.startsWith('~/')) head = homeDirectory + first.slice(1);
    else head = `${cwd}/${first}`;
  } else if (first.origin.kind === 'job-directory') head = jobDirectory;
  else if (first.origin.kind === 'home') head = homeDirectory;
  else if (first.origin.kind === 'directory') head = first.origin.path;
  else head = `@?${first.id}`;
  for (const piece of rest) head += typeof piece === 'string' ? piece : `⟨${piece.id}⟩`;
  return normalized(head);
}

function normalized(path: string): PathKey {
  if (!path.includes('//') && !path.includes('/.') && !path.endsWith('/')) return path;
  const root = path.startsWith('/') ? '/' : '';
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') {
      parts.push(part);
      continue;
    }
    const last = parts.at(-1);
    if (last === undefined) continue;
    // Above a root whose place is not known lies another one.
    if (last.startsWith('@') || last === '..') parts.push('..');
    else if (last.includes('⟨')) parts.push('..');
    else parts.pop();
  }
  return root + parts.join('/');
}

/** The name after the last slash. */
export function nameOfPath(key: PathKey): string {
  return key.slice(key.lastIndexOf('/') + 1);
}

/** The folder; of a root, the root itself. */
export function folderOfPath(key: PathKey): PathKey {
  const slash = key.lastIndexOf('/');
  if (slash === -1) return key;
  return slash === 0 ? '/' : key.slice(0, slash);
}

/** Whether nothing in the key is unknown, so that two different keys are two different files. */
export function isCertainPath(key: PathKey): boolean {
  if (key.startsWith('@?') || key.includes('⟨')) return false;
  // Above the job directory lies another one; above what is not known may lie any.
  return !key.replace(/^(@job|@home)(\/\.\.)+(?=\/|$)/, '').includes('..');
}

/** Whether two keys may be the same file. */
export function mayBeSamePath(left: PathKey, right: PathKey): boolean {
  if (left === right) return true;
  const leftCertain = isCertainPath(left);
  const rightCertain = isCertainPath(right);
  if (leftCertain && rightCertain) {
    // The job directory is `~/pw/jobs/NAME/NUMBER`: a path that goes through there may lead into it.
    if (rootOf(left) === rootOf(right) || nameOfPath(left) !== nameOfPath(right)) return false;
    return /(^|\/)pw\/jobs\//.test(left) || /(^|\/)pw\/jobs\//.test(right);
  }
  const leftName = nameOfPath(left);
  const rightName = nameOfPath(right);
  if (leftName.startsWith('@') || rightName.startsWith('@')) return true;
  return matchesName(leftName, rightName) || matchesName(rightName, leftName);
}

function rootOf(key: PathKey): string {
  return key.startsWith('/') ? '/' : (key.split('/', 1)[0] ?? '');
}

function matchesName(pattern: string, name: string): boolean {
  if (!pattern.includes('⟨')) return pattern === name;
  const [head = '', ...rest] = pattern.split(/⟨\d+⟩/);
  const tail = rest.at(-1) ?? '';
  return name.includes('⟨') || (name.startsWith(head) && name.endsWith(tail));
}
