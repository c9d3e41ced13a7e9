/** Names that people give to branches, or to tags that they move: what stands there today is another thing tomorrow. */
export const movingRefs: ReadonlySet<string> = new Set([
  'main',
  'master',
  'mainline',
  'trunk',
  'develop',
  'development',
  'dev',
  'canary',
  'edge',
  'next',
  'nightly',
  'latest',
  'stable',
  'head',
]);
