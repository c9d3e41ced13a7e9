/** Beginnings of names that other services set for their jobs, and the services. */
export const foreignVariables = [
  { begins: 'GITHUB_', service: 'GitHub Actions', from: 'docs.github.com, variables reference' },
  { begins: 'RUNNER_', service: 'GitHub Actions', from: 'docs.github.com, variables reference' },
  { begins: 'CI_', service: 'GitLab CI', from: 'docs.gitlab.com, predefined variables' },
  {
    begins: 'BITBUCKET_',
    service: 'Bitbucket Pipelines',
    from: 'support.atlassian.com, variables and secrets',
  },
  { begins: 'CIRCLE_', service: 'CircleCI', from: 'circleci.com/docs, project values and variables' },
] as const;

/** What to use here in the place of a variable of another service. */
export const counterparts: ReadonlyMap<string, string> = new Map([
  ['GITHUB_ENV', 'write to "$OUTPUTS" and read needs.JOB.outputs.KEY, or write a file and source it'],
  ['GITHUB_OUTPUT', 'write to "$OUTPUTS"'],
  ['GITHUB_WORKSPACE', 'the directory of the job is $PW_PARENT_JOB_DIR'],
  ['RUNNER_TEMP', 'make a folder in the directory of the job, or with `mktemp -d`'],
  ['GITHUB_PATH', 'set PATH in each step that needs it'],
  ['GITHUB_STEP_SUMMARY', 'print it, or show it with `::notice::`'],
  ['GITHUB_RUN_ID', 'the run is $PW_JOB_ID'],
  ['GITHUB_ACTOR', 'the user is $PW_USER'],
]);
