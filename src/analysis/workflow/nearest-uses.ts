import { suggest } from '../../base/suggest.ts';
import { calledWorkflows } from '../../facts/called-workflows.ts';
import { actions } from '../../facts/tables/actions.ts';
import { usesReference } from './uses-reference.ts';

/** What stands before names that the vendor publishes. */
const ours = ['marketplace', 'parallelworks'];

const prefixes = ['parallelworks', 'marketplace', 'workflow', 'github', 'gitlab'];

/** What `uses` was probably meant to be when the platform knows nothing of the name that is written. */
export function nearestUses(text: string): string | undefined {
  return nearestItem(text) ?? nearestPrefix(text) ?? nearestAction(text);
}

/**
 * The item of the marketplace that a name means: `job_runner/v4` and `parallelworks/job-runner/v4.0` both mean
 * `marketplace/job_runner/v4.0`.
 */
function nearestItem(text: string): string | undefined {
  const bare = /^([a-z][\w-]*)(?:[/@](v?[\d.]+))?$/i;
  const [, prefix, rest = ''] = /^([\w.-]+)[/:](.+)$/.exec(text) ?? [];
  const isOurs = prefix !== undefined && (ours.includes(prefix) || suggest(prefix, ours) !== undefined);
  const [, name, version] = (isOurs ? bare.exec(rest) : bare.exec(text)) ?? [];
  const slug = name === undefined ? undefined : nearestSlug(name);
  if (slug === undefined) return undefined;
  return version === undefined
    ? `marketplace/${slug}`
    : `marketplace/${slug}/${versionMeant(slug, version) ?? version}`;
}

/** The published slug that a name is or resembles; `undefined` when it resembles none. */
export function nearestSlug(name: string): string | undefined {
  const slugs = [...new Set(calledWorkflows.map((called) => called.slug))];
  const plain = (slug: string) => slug.toLowerCase().replace(/[_-]/g, '');
  const same = slugs.find((slug) => plain(slug) === plain(name));
  return same ?? suggest(name, slugs);
}

/** The published versions of a slug, the oldest first. */
function versionsOf(slug: string): readonly string[] {
  return calledWorkflows.filter((called) => called.slug === slug).map((called) => called.version);
}

/** The published version that a text stands for when it lacks the `v` in front or the `.0` behind. */
export function versionMeant(slug: string, version: string): string | undefined {
  const full = `v${version.replace(/^v/i, '')}`;
  return versionsOf(slug).find((known) => known === full || known === `${full}.0`);
}

/** The same behind the prefix that a misspelt one resembles: `market-place/tool/v1` means `marketplace/tool/v1`. */
function nearestPrefix(text: string): string | undefined {
  const [, prefix = '', rest = ''] = /^([^/:]+)[/:](.+)$/.exec(text) ?? [];
  const near = prefixes.find((one) => `${one}.com` === prefix) ?? suggest(prefix, prefixes);
  if (near === undefined) return undefined;
  const meant = `${near}/${rest}`;
  const reference = usesReference(meant);
  if (reference.kind === 'action') return nearestAction(meant) ?? meant;
  return reference.kind === 'other' ? undefined : meant;
}

/** The built-in action that a name resembles, with or without its prefix and with a version behind it. */
function nearestAction(text: string): string | undefined {
  const [, name = ''] = /^(?:parallelworks\/)?([^/@:]+)(?:[/@].*)?$/.exec(text) ?? [];
  const names = actions.map((action) => action.name.slice('parallelworks/'.length));
  const near = names.find((each) => each === name) ?? suggest(name, names);
  return near === undefined ? undefined : `parallelworks/${near}`;
}
