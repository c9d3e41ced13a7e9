import type { Coordination } from '../../analysis/contract/coordination.ts';
import { coordination } from '../../analysis/contract/coordination.ts';
import { dedent } from '../../base/dedent.ts';
import type { Fix } from '../../diagnostics/finding.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { type MarkerRace, markerRace as raceOf } from './marker-race.analysis.ts';

const injecting = (start: string) =>
  sessionExample({
    session_runner: [
      'needs: [preprocessing]',
      'steps:',
      '  - uses: marketplace/job_runner/v4.0',
      '    early-cancel: any-job-failed',
      '    with:',
      '      resource: ${{ inputs.resource }}',
      '      rundir: ${PW_PARENT_JOB_DIR}',
      '      inject_markers: true',
      '      use_existing_script: true',
      '      script_path: ${PW_PARENT_JOB_DIR}/workflows/hello/start.sh',
      '',
    ].join('\n'),
    start: start,
  });

export const markerRace = defineRule({
  meta: {
    id: 'marker-race',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'The markers that job_runner injects announce the session before SESSION_PORT is written, and the wait step reads SESSION_PORT only once.',
      why: 'The wait step reads an empty port, polls an address without one and gives up: the session never opens, or only when the machine is fast.',
      fix: 'Set `inject_markers: false` and write job.started last in the start script, or let the wait step wait for SESSION_PORT as well.',
      examples: {
        bad: [
          injecting(
            dedent`
              sleep 6
              port=$(pw agent open-port)
              echo "$port" «> SESSION_PORT»
              exec python3 -m http.server "$port"
            `,
          ),
        ],
        good: [
          {
            ...injecting(
              dedent`
                port=$(pw agent open-port)
                echo "$port" > SESSION_PORT
                exec python3 -m http.server "$port"
              `,
            ),
            'utils/wait_service.sh': dedent`
              until [ -f job.started ]; do
                [ -f job.ended ] && exit 1
                sleep 3
              done
              sleep 20
              host=$(cat HOSTNAME)
              port=$(cat SESSION_PORT)
              curl --silent --retry 50 --retry-connrefused --output /dev/null "http://$host:$port" || exit 1
              echo "HOSTNAME=$host" >> "$OUTPUTS"
              echo "SESSION_PORT=$port" >> "$OUTPUTS"
            `,
          },
          startExample(),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    const race = contract === undefined ? undefined : raceOf(contract);
    const runner = contract?.start?.runner;
    if (contract === undefined || race === undefined || runner === undefined) return;
    const fix = fixOf(contract);
    yield {
      severity: race.certain ? 'error' : 'warning',
      message: messageOf(race),
      at: race.write.at,
      related: [
        {
          span: runner.injectedBy,
          text: 'job_runner puts `touch job.started` in front of the script because of this',
        },
        { span: race.read.at, text: `the wait step reads it here, once${delay(race.toleranceSeconds)}` },
      ],
      help: 'set `inject_markers: false` and write job.started last in the start script, or let the wait step wait for SESSION_PORT as well',
      ...(fix !== undefined && { fix }),
    };
  },
});

function messageOf(race: MarkerRace): string {
  if (race.certain) {
    return `"SESSION_PORT" is written at least ${race.gapSeconds} s after the injected "job.started", but the wait step reads it ${race.toleranceSeconds} s after that marker and never again`;
  }
  const between = [
    ...(race.gapSeconds > 0 ? [`${race.gapSeconds} s of sleep`] : []),
    ...race.slow.map((name) => `\`${name}\``),
  ];
  const because = between.length === 0 ? '' : `: ${between.slice(0, 3).join(', ')} may come in between`;
  return `"SESSION_PORT" is written after the injected "job.started", and the wait step reads it only once, ${race.toleranceSeconds} s after that marker${because}`;
}

function delay(seconds: number): string {
  return seconds === 0 ? ', as soon as job.started is there' : `, ${seconds} s after job.started is there`;
}

/** Without injection the script's own markers count; that is right when it writes all of them, the last one last. */
function fixOf(contract: Coordination): Fix | undefined {
  const runner = contract.start?.runner;
  const pair = pairOf(runner?.step.with, 'inject_markers');
  if (pair?.value?.kind !== 'scalar') return undefined;
  const { started, hostname, port } = contract.files;
  const ends = contract.behaviour.ends.filter((end) => end.status === 0 || end.kind !== 'exit');
  const own = ends.every((end) => [started, hostname, port].every((key) => end.written.has(key)));
  const last = contract.behaviour.events.every(
    (event) => event.kind !== 'write' || event.file !== started || event.files.get(port) === 'yes',
  );
  if (!own || !last || ends.length === 0) return undefined;
  return {
    title: 'Do not inject markers: the script writes its own',
    safety: 'safe',
    edits: [{ span: pair.value.span, replacement: 'false' }],
  };
}
