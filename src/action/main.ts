import { main } from './program.ts';
import { runnerStep } from './step.ts';

// Without `await`, so that it can be bundled as CommonJS, which starts sooner.
void main(runnerStep()).then((status) => {
  process.exitCode = status;
});
