import { namedVersion, type ReleaseTags } from './release-tags.ts';
import { newerFirst } from './version.ts';

/** What the gate knows about the release at hand and the one before. */
export interface ReleaseFacts extends ReleaseTags {
  /** The release before, when it was named. */
  readonly base: string | undefined;
  readonly first: 'first' | 'not-first';
  readonly prefix: string;
}

/** Why nobody can tell which release this is and which one it follows; what is not known keeps the gate shut. */
export function releaseReasons(facts: ReleaseFacts): readonly string[] {
  return [...versionReasons(facts), ...orderReasons(facts), ...firstReasons(facts)];
}

function versionReasons({ here, unread, prefix }: ReleaseFacts): readonly string[] {
  if (here !== undefined) return [];
  const expected = `expected a tag such as ${prefix === '' ? 'v' : prefix}1.2.3, or --next VERSION`;
  if (unread.length === 0) return [`the version to be released is not known: no tag here; ${expected}`];
  const names = unread.map((tag) => `"${tag}"`).join(', ');
  const remedy = prefix === '' ? '; what stands before the version is named with --tag-prefix' : '';
  return [`the version to be released is not known: ${names} names none; ${expected}${remedy}`];
}

function orderReasons({ here, before, newest, base, prefix }: ReleaseFacts): readonly string[] {
  const own = namedVersion(here, prefix);
  const known = namedVersion(base ?? newest, prefix);
  if (own === undefined || known === undefined) return [];
  if (newerFirst(known, own) > 0) return [];
  if (base !== undefined) return [`"${here}" is not above "${base}", the release before it`];
  const older = before === undefined ? '' : `, as in --base ${before},`;
  return [
    `"${here}" is below "${newest}", the newest release: name the release before it${older} when an older line is continued`,
  ];
}

function firstReasons({ before, newest, base, first }: ReleaseFacts): readonly string[] {
  const earlier = base ?? before;
  if (first === 'first') {
    const found = earlier ?? newest;
    return found === undefined ? [] : [`this is said to be the first release, but there is "${found}"`];
  }
  if (earlier !== undefined) return [];
  return [
    'no release before this one was found: fetch the tags, name it with --base, or say with --first that there is none',
  ];
}
