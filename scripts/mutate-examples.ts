import { nodeRepositoryFiles } from '../src/host/files/repository-files.ts';
import { judgeMutants } from './mutation/judge-mutants.ts';

/**
 * Puts faults into the start scripts of examples/ and counts which of them the rules report:
 * `node build/scripts/mutate-examples.js [COUNT] [FOLDER]`. Ends with status 1 below 95 %.
 */
const most = Number(process.argv[2] ?? 200);
const { silent, mutants } = await judgeMutants(nodeRepositoryFiles(process.argv[3] ?? 'examples'), most);
const missed = mutants.filter((mutant) => mutant.rules.length === 0);
for (const mutant of missed)
  process.stdout.write(`missed: ${mutant.path}: ${mutant.kind}\n${process.env['SHOW'] ? mutant.text : ''}`);
const share = (100 * (mutants.length - missed.length)) / Math.max(1, mutants.length);
process.stdout.write(
  `${mutants.length} mutants, ${mutants.length - missed.length} reported (${share.toFixed(1)} %); the unmutated scripts are ${silent ? 'silent' : 'not silent'}\n`,
);
process.exitCode = share >= 95 && silent ? 0 : 1;
