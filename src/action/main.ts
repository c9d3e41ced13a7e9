import { main } from './program.ts';
import { runnerStep } from './step.ts';

process.exitCode = await main(runnerStep());
