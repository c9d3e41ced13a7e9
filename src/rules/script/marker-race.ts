import type { Coordination } from '../../analysis/contract/coordination.ts';
import { coordination } from '../../analysis/contract/coordination.ts';
import type { ScriptEnd } from '../../analysis/shell/interpreter/state/events.ts';
import { dedent } from '../../base/dedent.ts';
import type { Edit, Fix } from '../../diagnostics/finding.ts';
import type { Step } from '../../model/workflow.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { type MarkerRace, markerRace as raceOf } from './marker-race.analysis.ts';

const injecting = (start: string, marker = 'inject_markers: true') =>
  sessionExample({ session_runner: { 'inject_markers: false': marker }, start });

const waiting = (seconds: number) => dedent`
  until [ -f job.started ]; do
    [ -f job.ended ] && exit 1
    sleep 3
  done
  sleep ${String(seconds)}
  host=$(cat HOSTNAME)
  port=$(cat SESSION_PORT)
  curl --silent --retry 50 --retry-connrefused --output /dev/null "http://$host:$port" || exit 1
  echo "HOSTNAME=$host" >> "$OUTPUTS"
  echo "SESSION_PORT=$port" >> "$OUTPUTS"
`;

/** Injected markers that announce the session before SESSION_PORT is there. */
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
          {
            ...injecting(
              dedent`
                port=$(pw agent open-port)
                hostname > HOSTNAME
                echo "$port" «> SESSION_PORT»
                touch job.started
                exec python3 -m http.server "$port"
              `,
              '',
            ),
            'utils/wait_service.sh': waiting(2),
          },
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
            'utils/wait_service.sh': waiting(20),
          },
          startExample(),
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    const contract = context.ask(coordination, script);
    const race = contract === undefined ? undefined : raceOf(contract);
    const runner = contract?.start?.runner;
    if (contract === undefined || race === undefined || runner === undefined) return;
    const fix = fixOf(contract, file?.source);
    yield {
      severity: race.severity,
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
  if (race.severity === 'error') {
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
function fixOf(contract: Coordination, source: SourceFile | undefined): Fix | undefined {
  const runner = contract.start?.runner;
  if (runner === undefined || runner.injectedBy.file !== source?.path) return undefined;
  const edit = withoutMarkers(runner.step, source.text);
  if (edit === undefined) return undefined;
  const { started, hostname, port } = contract.files;
  const ends = contract.behaviour.ends.filter(mayBeWell);
  const own = ends.every((end) => [started, hostname, port].every((key) => end.written.has(key)));
  const last = contract.behaviour.events.every(
    (event) => event.kind !== 'write' || event.file !== started || event.files.get(port) === 'yes',
  );
  if (!own || !last || ends.length === 0) return undefined;
  return {
    title: 'Do not inject markers: the script writes its own',
    safety: 'safe',
    edits: [edit],
  };
}

/** Whether a script may have ended so without a failure. */
function mayBeWell({ kind, status }: ScriptEnd): boolean {
  return kind !== 'exit' || status === 0 || status === undefined;
}

/** Writes `inject_markers: false` into the `with` of a step: in the place of the value, or in front of its first key. */
function withoutMarkers({ with: given }: Step, text: string): Edit | undefined {
  const pair = pairOf(given, 'inject_markers');
  if (pair !== undefined) {
    return pair.value?.kind === 'scalar' ? { span: pair.value.span, replacement: 'false' } : undefined;
  }
  const first = given?.kind === 'map' ? given.pairs[0] : undefined;
  if (given?.kind !== 'map' || first === undefined) return undefined;
  const { start } = first.span;
  const indent = /[^\S\r\n]*$/.exec(text.slice(0, start))?.[0] ?? '';
  const separator = given.flow ? ', ' : `${text.includes('\r\n') ? '\r\n' : '\n'}${indent}`;
  return {
    span: { ...first.span, start, end: start },
    replacement: `inject_markers: false${separator}`,
  };
}
