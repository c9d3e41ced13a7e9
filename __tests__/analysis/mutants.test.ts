import { judgeMutants } from '../../scripts/mutation/judge-mutants.ts';
import { nodeRepositoryFiles } from '../../src/host/files/repository-files.ts';

// All of them with PW_CHECK_FULL=1, as in CI; otherwise the first of each start script, which are of every kind.
const all = 200;
const count = process.env['PW_CHECK_FULL'] === '1' ? all : 60;

test(`reports nearly every one of ${count} faults that are put into the start scripts of the examples, and nothing without one`, async () => {
  const { silent, mutants } = await judgeMutants(nodeRepositoryFiles('examples'), count);
  expect(silent).toBe(true);
  expect(mutants).toHaveLength(count);
  const missed = mutants.filter((mutant) => mutant.rules.length === 0);
  expect(missed.map((mutant) => `${mutant.path}: ${mutant.kind}`).length).toBeLessThanOrEqual(count / 20);
}, 300_000);

if (count < all) test.skip(`the other ${all - count} faults (needs PW_CHECK_FULL=1)`, () => {});
