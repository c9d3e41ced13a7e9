import { jobArraySh } from './assets.generated.ts';

/** What a job array is to do. */
export interface ShardScript {
  readonly scheduler: 'slurm' | 'pbs';
  readonly parts: number;
  /** The repository's top folder, absolute. */
  readonly repository: string;
  /** The words that start this program on a node of the cluster. */
  readonly program: readonly string[];
  /** The command of each part with its options. */
  readonly words: readonly string[];
  /** Options that say what fails, for the merged report. */
  readonly judging: readonly string[];
}

/**
 * A script of bash that checks workflows as a job array: started by a person it submits itself, waits, tries parts that
 * died once more and puts the reports together; started by the scheduler it checks one part.
 */
export function shardScript({ scheduler, parts, repository, program, words, judging }: ShardScript): string {
  return [
    '#!/bin/bash',
    `# Checks workflows in ${parts} parts, each a task of a job array: run it with bash where ${scheduler === 'slurm' ? 'sbatch' : 'qsub'} is.`,
    '# Reports go to the folder REPORTS, by default beside the repository.',
    `scheduler=${scheduler}`,
    `parts=${parts}`,
    `repository=${quoted(repository)}`,
    `program=(${program.map(quoted).join(' ')})`,
    `words=(${words.map(quoted).join(' ')})`,
    `judging=(${judging.map(quoted).join(' ')})`,
    '',
    jobArraySh.replace(/^# shellcheck .*\n/, ''),
  ].join('\n');
}

/** A word as bash reads it back. */
function quoted(word: string): string {
  return /^[\w./:=@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
