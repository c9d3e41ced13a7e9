import { cpSync } from 'node:fs';
import { type FaultCase, faultCases } from '../support/fault-cases.ts';
import { severalAtATime } from '../support/real-run.ts';
import { reportOf, runCli } from './support/cli.ts';
import { inScratch } from './support/scratch.ts';

// Cases of faults that a run can see: the faulty one fails at its line or is skipped by the name of what this machine
// lacks, the right one passes or is skipped. What is a fault in one mode only is left out in the others.
const modes = ['controller', 'slurm', 'pbs'] as const;
const cases = faultCases().filter(({ seenBy }) => ['run', 'both', 'run-silent'].includes(seenBy));

/** Where a fault is none: a scheduler sets the variable, hands on the environment, or ends what is left. */
const noFault: ReadonlySet<string> = new Set([
  'slurm bad field/08-cd-submit-dir',
  'slurm bad field/43-pw-on-compute',
  'controller bad field/43-pw-on-compute',
]);
/** Blamed at the step that misses the file, ten lines below the checkout that does not bring it. */
const atTheStep: ReadonlySet<string> = new Set(['field/32-symlink']);
const tolerance = 3;

async function outcomeOf(one: FaultCase, side: 'bad' | 'good', mode: (typeof modes)[number]) {
  return await inScratch(async (root) => {
    cpSync(one.folder(side), root, { recursive: true, verbatimSymlinks: true });
    const report = reportOf(await runCli(root, ['run', '--mode', mode, '--format', 'json', '.']));
    return report.runs[0];
  });
}

const table = cases.flatMap((one) =>
  modes.flatMap((mode) =>
    (['bad', 'good'] as const)
      .filter((side) => Object.keys(one[side]).length > 0 && !noFault.has(`${mode} ${side} ${one.name}`))
      .map((side) => [mode, side, one.name, one] as const),
  ),
);

type Run = Awaited<ReturnType<typeof outcomeOf>>;
const outcomes = new Map<(typeof table)[number], Run>();
/** Runs mostly wait, so several go on at once. */
const together = 6;
beforeAll(async () => {
  const found = await severalAtATime(table, together, ([mode, side, , one]) => outcomeOf(one, side, mode));
  table.forEach((row, index) => void outcomes.set(row, found[index]));
}, 1_500_000);

test.each(table.map((row) => [...row, row] as const))('%s %s %s', (_mode, side, name, one, row) => {
  const run = outcomes.get(row);
  const fine = side === 'good' || one.seenBy === 'run-silent';
  if (run?.outcome === 'skipped') {
    expect(run.reason).toMatch(/^needs "/);
    return;
  }
  expect([run?.outcome, run?.failure?.message]).toEqual(
    fine ? ['passed', undefined] : ['failed', expect.any(String)],
  );
  if (fine || atTheStep.has(name)) return;
  const line = run?.failure?.range?.start.line ?? 0;
  const isThere = one.places.some(
    ({ path, from, to }) => run?.failure?.path === path && from - tolerance <= line && line <= to + tolerance,
  );
  expect([isThere, run?.failure]).toEqual([true, run?.failure]);
});
