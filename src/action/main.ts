import { forgetSecrets } from '../host/processes/forget-secrets.ts';
import { refuseDebugger } from '../host/processes/refuse-debugger.ts';
import { answerOrder, apart, findOutApart } from './find-out-apart.ts';
import { main } from './program.ts';
import { runnerStep, tokenHandedOver } from './step.ts';

const [, program = '', word] = process.argv;

refuseDebugger();
if (word === apart) answerOrder();
else {
  const token = tokenHandedOver();
  forgetSecrets();
  process.exitCode = await main(runnerStep(token), findOutApart(program));
}
