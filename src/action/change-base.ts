import type { ChangeBase } from '../app/changes/find-changes.ts';
import type { GithubContext } from '../host/github-context.ts';

/** Where the change begins that an event is about. */
export function changeBaseOf(context: GithubContext): ChangeBase {
  if (context.pullRequest !== undefined) {
    const { baseSha, headSha } = context.pullRequest;
    return { kind: 'pull-request', baseSha, headSha };
  }
  if (context.mergeGroup !== undefined) return { kind: 'commit', sha: context.mergeGroup.baseSha };
  if (context.push === undefined) {
    return { kind: 'everything', why: `the event "${context.event}" is about no change` };
  }
  if (context.push.ref.startsWith('refs/tags/')) return { kind: 'everything', why: 'a tag is checked whole' };
  if (/^0*$/.test(context.push.before)) return { kind: 'everything', why: 'the branch is new' };
  return { kind: 'commit', sha: context.push.before };
}
