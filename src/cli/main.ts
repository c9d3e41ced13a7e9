#!/usr/bin/env node
import { main } from './program.ts';
import { terminalStreams } from './streams.ts';

// Without `await`, so that it can be bundled as CommonJS, which starts sooner.
void main(process.argv.slice(2), terminalStreams()).then((status) => {
  process.exitCode = status;
});
