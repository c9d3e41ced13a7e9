import { isYamlPath } from '../base/yaml-path.ts';
import type { RepositoryFiles } from '../ports/repository-files.ts';
import type { FilePath } from '../source/span.ts';
import { parseYaml } from '../syntax/yaml/parse-yaml.ts';
import { hasWorkflowShape, looksLikeWorkflow } from './workflow-shape.ts';

/** How far a search for workflows goes, so that one in a huge repository ends soon. */
export const searchLimits = {
  /** Folders below the one that is searched. */
  depth: 8,
  /** YAML files that are read. */
  files: 2_000,
  /** Characters of one file; real workflows have at most a tenth of it. */
  fileCharacters: 1_000_000,
  /** Characters of all files together. */
  characters: 50_000_000,
} as const;

/** The files of a search that are workflows by what is written in them. */
export interface Discovery {
  /** Sorted. */
  readonly paths: readonly FilePath[];
  /** Whether every file was looked at, or a limit ended the search. */
  readonly extent: 'everything' | 'up-to-a-limit';
}

/**
 * Finds the files of a folder whose content is a workflow of the platform, whatever they are called. Hidden folders,
 * such as `.github`, hold other systems' files and are left out.
 *
 * @param folder empty for the whole repository
 * @param isWanted whether a path may be selected at all
 */
export function discoverWorkflows(
  folder: FilePath,
  files: RepositoryFiles,
  isWanted: (path: FilePath) => boolean,
): Discovery {
  const candidates = files.paths.filter((path) => isCandidate(path, folder) && isWanted(path));
  const paths: FilePath[] = [];
  let characters = 0;
  for (const path of candidates.slice(0, searchLimits.files)) {
    const content = files.read(path);
    if (content.kind !== 'text') continue;
    characters += content.text.length;
    if (characters > searchLimits.characters) return { paths, extent: 'up-to-a-limit' };
    if (isWorkflow(path, content.text)) paths.push(path);
  }
  return { paths, extent: candidates.length > searchLimits.files ? 'up-to-a-limit' : 'everything' };
}

function isCandidate(path: FilePath, folder: FilePath): boolean {
  const start = folder === '' ? '' : `${folder}/`;
  if (!isYamlPath(path) || !path.startsWith(start)) return false;
  const folders = path.slice(start.length).split('/').slice(0, -1);
  return folders.length <= searchLimits.depth && !folders.some((name) => name.startsWith('.'));
}

/** The key of the jobs, also where the whole document is written in braces, as JSON is. */
const jobsKey = /(?:^\uFEFF?|[{,])[ \t]*['"]?jobs['"]?[ \t]*:/m;

function isWorkflow(path: FilePath, text: string): boolean {
  if (text.length > searchLimits.fileCharacters || !jobsKey.test(text)) return false;
  const { root, broken } = parseYaml({ path, text });
  return broken ? looksLikeWorkflow(text) : hasWorkflowShape(root);
}
