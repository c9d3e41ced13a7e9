#!/usr/bin/env node
import { main } from './program.ts';
import { terminalStreams } from './streams.ts';

main(process.argv.slice(2), terminalStreams()).then((status) => {
  // A report that could not be written has said so already.
  process.exitCode ??= status;
});
