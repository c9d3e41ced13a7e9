#!/usr/bin/env node
import { main } from './program.ts';
import { terminalStreams } from './streams.ts';

const streams = terminalStreams();
// Without `await`, so that it can be bundled as CommonJS, which starts sooner.
void main(process.argv.slice(2), streams).then((status) => {
  // Another turn of the event loop would only give V8 time to tidy up.
  if (streams.areDone()) process.exit(status);
  process.exitCode = status;
});
