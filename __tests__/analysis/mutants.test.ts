import { judgeMutants } from '../../scripts/mutation/judge-mutants.ts';
import { nodeRepositoryFiles } from '../../src/host/files/repository-files.ts';

test('reports nearly every fault that is put into the start scripts of the examples, and nothing without one', async () => {
  const { silent, mutants } = await judgeMutants(nodeRepositoryFiles('examples'), 200);
  expect(silent).toBe(true);
  expect(mutants).toHaveLength(200);
  const missed = mutants.filter((mutant) => mutant.rules.length === 0);
  expect(missed.map((mutant) => `${mutant.path}: ${mutant.kind}`).length).toBeLessThanOrEqual(10);
}, 300_000);
