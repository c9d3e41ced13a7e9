import { dedent } from '../../base/dedent.ts';
import { type Changes, changedLines } from './changed-lines.ts';
import { indented } from './indented.ts';
import { type StartExampleChanges, startExample } from './start-example.ts';

/** What differs from the guide's pattern in an example: below the name of each job, and in each file. */
export interface SessionExampleChanges {
  readonly sessions?: Changes;
  readonly preprocessing?: Changes;
  readonly session_runner?: Changes;
  readonly wait_for_service?: Changes;
  readonly update_session?: Changes;
  /** One more job. */
  readonly complete?: string;
  /** The steps of that job, when it needs all others. */
  readonly afterwards?: string;
  /** Inputs beside `resource`. */
  readonly inputs?: string;
  /** What stands below the input `resource`. */
  readonly resource?: Changes;
  /** The start script; see `startExample`. */
  readonly start?: string | StartExampleChanges;
  /** The script that waits for the service, `utils/wait_service.sh`. */
  readonly wait?: Changes;
  /** Further files by path. */
  readonly files?: Readonly<Record<string, string>>;
  /** Jobs that are left out. */
  readonly without?: readonly (keyof typeof jobs)[];
}

const jobs = {
  preprocessing: dedent`
    ssh:
      remoteHost: \${{ inputs.resource.ip }}
    steps:
      - uses: parallelworks/checkout
        with:
          repo: https://github.com/org/repo.git
          branch: v1.2.0
          sparse_checkout:
            - workflows/hello
            - utils
  `,
  session_runner: dedent`
    needs: [preprocessing]
    steps:
      - uses: marketplace/job_runner/v4.0
        early-cancel: any-job-failed
        with:
          resource: \${{ inputs.resource }}
          rundir: \${PW_PARENT_JOB_DIR}
          inject_markers: false
          use_existing_script: true
          script_path: \${PW_PARENT_JOB_DIR}/workflows/hello/start.sh
  `,
  wait_for_service: dedent`
    needs: [preprocessing]
    ssh:
      remoteHost: \${{ inputs.resource.ip }}
    steps:
      - run: source utils/wait_service.sh
        early-cancel: any-job-failed
  `,
  update_session: dedent`
    needs: [wait_for_service]
    steps:
      - uses: parallelworks/update-session
        with:
          target: \${{ inputs.resource.id }}
          name: \${{ sessions.session }}
          remoteHost: \${{ needs.wait_for_service.outputs.HOSTNAME }}
          remotePort: \${{ needs.wait_for_service.outputs.SESSION_PORT }}
  `,
} as const;

const sessions = dedent`
  session:
    redirect: true
`;

const resource = dedent`
  type: compute-clusters
  autoselect: true
`;

const wait = dedent`
  for attempt in $(seq 100); do
    [ -f job.started ] && break
    sleep 3
  done
  host=$(cat HOSTNAME)
  port=$(cat SESSION_PORT)
  curl --silent --retry 50 --retry-connrefused --output /dev/null "http://$host:$port" || exit 1
  echo "HOSTNAME=$host" >> "$OUTPUTS"
  echo "SESSION_PORT=$port" >> "$OUTPUTS"
`;

/** A repository with one workflow that follows the platform's developer guide, but for the given changes. */
export function sessionExample(changes: SessionExampleChanges = {}): { readonly [path: string]: string } {
  const names = Object.keys(jobs) as readonly (keyof typeof jobs)[];
  const usualJobs = names
    .filter((name) => !changes.without?.includes(name))
    .map((name) => `${name}:\n${indented(changedLines(jobs[name], changes[name]), 2)}`);
  const complete =
    changes.afterwards === undefined
      ? changes.complete
      : `needs: [update_session]\nsteps:\n${indented(changes.afterwards, 2)}`;
  const lastJob = complete === undefined ? '' : `complete:\n${indented(complete, 2)}`;
  const declared = changedLines(sessions, changes.sessions);
  const inputs = `resource:\n${indented(changedLines(resource, changes.resource), 2)}${changes.inputs ?? ''}`;
  const workflow = [
    "permissions: ['*']\n",
    declared === '' ? '' : `sessions:\n${indented(declared, 2)}`,
    `jobs:\n${indented(usualJobs.join('') + lastJob, 2)}`,
    `on:\n  execute:\n    inputs:\n${indented(inputs, 6)}`,
  ];
  return {
    'workflows/hello/workflow.yaml': workflow.join(''),
    'workflows/hello/start.sh':
      typeof changes.start === 'string' ? changes.start : startExample(changes.start),
    'utils/wait_service.sh': changedLines(wait, changes.wait),
    ...changes.files,
  };
}
