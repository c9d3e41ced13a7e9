import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { nodeRepositoryFiles } from '../../src/host/files/repository-files.ts';
import { nodeRunPorts } from '../../src/host/run-ports.ts';
import { openWorkspace } from '../../src/model/workspace.ts';
import { planRun } from '../../src/plan/plan-run.ts';
import type { RunLimits } from '../../src/plan/run-plan.ts';
import { executeRun } from '../../src/run/engine/execute-run.ts';
import type { RunEvent } from '../../src/trace/run-event.ts';
import { median } from './median.ts';
import type { BenchLine, BenchSection } from './section.ts';

/** What a run costs: noticing a port, the engine itself, seeing a service ready, several runs at once. */
export const section: BenchSection = {
  name: 'run',
  async measure() {
    const notices = await noticeTimes(60);
    const costs = await severally(7, (index) => ownCost(index));
    const races = await severally(5, (index) => race(index));
    const ours = median(races.map((one) => one.ours));
    const loop = median(races.map((one) => one.loop));
    const serial = await together(20, 1);
    const parallel = await together(20, 4);
    const lines: BenchLine[] = [
      { what: 'from listen to noticed, p95 of 60', value: percentile(notices, 0.95), unit: 'ms', target: 25 },
      { what: 'own cost of a run, median of 7', value: median(costs), unit: 'ms', target: 300 },
      { what: 'port open to ready, this tool, median of 5', value: ours, unit: 'ms' },
      { what: 'port open to ready, a loop of 3 s sleeps beside it, median of 5', value: loop, unit: 'ms' },
      {
        what: 'ready seen sooner than by the loop',
        value: loop / ours,
        unit: 'x',
        target: 20,
        better: 'larger',
      },
      { what: '20 runs one after the other, services that take 3 s', value: serial, unit: 'ms' },
      { what: 'the same with four at a time', value: parallel, unit: 'ms' },
      {
        what: 'share of the serial time with four at a time',
        value: (100 * parallel) / serial,
        unit: '%',
        target: 100 / 3,
      },
    ];
    return lines;
  },
};

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

async function severally<Result>(
  count: number,
  work: (index: number) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  for (let index = 0; index < count; index++) results.push(await work(index));
  return results;
}

/** Opens ports in this process and waits until the watch of a run has seen them. */
async function noticeTimes(count: number): Promise<readonly number[]> {
  const ports = nodeRunPorts();
  const marker = crypto.randomUUID();
  const directory = ports.files.makeRunDirectory(marker);
  const scope = await ports.processes.open({ directory, marker });
  let seen: (port: ReadonlySet<number>) => void = () => {};
  const unwatch = scope.watchListeners((sockets) => seen(new Set(sockets.map((socket) => socket.port))));
  const times: number[] = [];
  for (let index = 0; index < count; index++) {
    const server = createServer();
    let opened = 0;
    const noticed = new Promise<number>((done) => {
      seen = (open) => {
        const address = server.address();
        if (address !== null && typeof address === 'object' && open.has(address.port))
          done(performance.now());
      };
    });
    opened = performance.now();
    server.listen(0, '127.0.0.1');
    times.push((await noticed) - opened);
    await new Promise((closed) => server.close(closed));
  }
  unwatch();
  await scope.close();
  ports.files.remove(directory);
  return times;
}

const loopingWait = `waited() { [ -f "$PW_PARENT_JOB_DIR/$1" ]; }
until waited job.started; do sleep 3; done
sleep 2
until curl -s -o page --max-time 5 "http://$(cat HOSTNAME):$(cat SESSION_PORT)/"; do sleep 3; done
`;
const quickWait = 'until [ -f SESSION_PORT ]; do sleep 0.02; done\n';

const workflow = (wait: string): string => `sessions:
  session: {}
jobs:
  session_runner:
    steps:
      - uses: parallelworks/checkout
        with:
          repo: https://github.com/org/repo.git
          branch: main
      - uses: marketplace/job_runner/v4.0
        early-cancel: any-job-failed
        with:
          resource: \${{ inputs.resource }}
          rundir: \${PW_PARENT_JOB_DIR}
          inject_markers: false
          use_existing_script: true
          script_path: \${PW_PARENT_JOB_DIR}/workflows/bench/start.sh
  wait_for_service:
    steps:
      - name: wait
        run: |
${wait.trimEnd().replace(/^/gm, '          ')}
on:
  execute:
    inputs:
      resource:
        type: compute-clusters
`;

const script = (seconds: number): string => `#!/bin/bash
port=$(pw agent open-port)
hostname > HOSTNAME
echo "$port" > SESSION_PORT
touch job.started
sleep ${seconds}
exec python3 -m http.server "$port"
`;

interface Measured {
  readonly events: readonly RunEvent[];
  readonly wholeMs: number;
}

async function measuredRun(wait: string, seconds: number, limits: Partial<RunLimits>): Promise<Measured> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'pwc-bench-')));
  try {
    const texts = {
      'workflows/bench/workflow.yaml': workflow(wait),
      'workflows/bench/start.sh': script(seconds),
    };
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text, { mode: 0o755 });
    }
    const repository = nodeRepositoryFiles(root);
    const { workspace } = openWorkspace(repository);
    const file = workspace.workflows[0];
    const from = performance.now();
    const outcome =
      file && planRun(file, workspace, { mode: 'controller', scenario: 'default', inputs: {}, limits });
    if (outcome?.kind !== 'plan') throw new Error('the bench workflow cannot be planned');
    const events: RunEvent[] = [];
    const run = executeRun(outcome.plan, nodeRunPorts(), { root, repository }, new AbortController().signal);
    for await (const event of run) events.push(event);
    const last = events.at(-1);
    if (last?.type !== 'run-ended' || last.record.outcome !== 'passed') {
      throw new Error(`the bench run did not pass: ${JSON.stringify(last)}`);
    }
    return { events, wholeMs: performance.now() - from };
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

const moment = (events: readonly RunEvent[], fits: (event: RunEvent) => boolean): number =>
  events.find(fits)?.atMs ?? Number.NaN;

/** All of a run but the service's own start and the time that it has to stay up. */
async function ownCost(_: number): Promise<number> {
  const stableMs = 500;
  const { events, wholeMs } = await measuredRun(quickWait, 0, { stableMs });
  const began = moment(events, (event) => event.type === 'step' && event.step.endsWith('Execute SSH Job'));
  const open = moment(events, (event) => event.type === 'listening');
  return wholeMs - stableMs - (open - began);
}

/** From the open port until each says ready; the services start at different moments of the loop. */
async function race(index: number): Promise<{ readonly ours: number; readonly loop: number }> {
  const { events } = await measuredRun(loopingWait, 0.7 * index, { stableMs: 500, waitMs: 30_000 });
  const last = events.at(-1);
  const record = last?.type === 'run-ended' ? last.record : undefined;
  const open = moment(events, (event) => event.type === 'listening') - (record?.detectMs ?? 0);
  return { ours: (record?.readyMs ?? Number.NaN) - open, loop: (record?.wait?.atMs ?? Number.NaN) - open };
}

async function together(count: number, width: number): Promise<number> {
  const from = performance.now();
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next++ < count) await measuredRun(quickWait, 3, { stableMs: 500 });
  };
  await Promise.all(Array.from({ length: width }, worker));
  return performance.now() - from;
}
