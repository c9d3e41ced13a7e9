import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import { tool } from '../report/report.ts';

/** Characters that a name may have: check runs, files and artifacts get it. */
export const longestName = 100;

/** What tells one use of the action apart from the others of a pull request; empty where nothing needs to. */
export interface UseName {
  /** As people read it. */
  readonly name: string;
  /** The program and the name: the title of check runs and of the summary. */
  readonly title: string;
  /** As a part of the names of files and artifacts: letters and digits of every alphabet, `.`, `_` and `-`. */
  readonly slug: string;
}

/** What a use that was given no name is called after; `path` is absolute, the others are as they were written. */
export interface NamedAfter {
  readonly workspace: string;
  readonly path: string;
  readonly command: string;
  readonly mode: string;
  readonly shard: string;
}

/** The name of a use: the one that was given, else one of what makes it differ from a use without any input. */
export function useName(given: string, after: NamedAfter): UseName {
  const name = given === '' ? defaultName(after) : given;
  return { name, title: name === '' ? tool.name : `${tool.name}: ${name}`, slug: slugOf(name) };
}

/** `models (lint, slurm, 1/3)`, without what is as it always is. */
function defaultName({ workspace, path, command, mode, shard }: NamedAfter): string {
  const folder = relative(workspace, path);
  const words = [command === 'check' ? '' : command, mode, shard].map((word) => word.replace(/\s+/g, ' '));
  const particular = words.filter((word) => word !== '').join(', ');
  const name = particular === '' || folder === '' ? `${folder}${particular}` : `${folder} (${particular})`;
  return name.length <= longestName ? name : `${name.slice(0, longestName - 10)} ${digestOf(name)}`;
}

/** Names that differ only in characters that were taken out differ in their digest. */
function slugOf(name: string): string {
  const kept = name.replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '');
  if (kept === name) return name;
  return [kept.slice(0, longestName / 2), digestOf(name)].filter((part) => part !== '').join('-');
}

function digestOf(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 8);
}
