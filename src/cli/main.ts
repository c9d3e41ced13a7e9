#!/usr/bin/env node
import { forgetSecrets } from '../host/processes/forget-secrets.ts';
import { refuseDebugger } from '../host/processes/refuse-debugger.ts';
import { main, sayFault } from './program.ts';
import { terminalStreams } from './streams.ts';

refuseDebugger();
forgetSecrets();
const streams = terminalStreams();
const words = process.argv.slice(2);

// The last resort: what was started ends with this process, because its supervisor sees it end.
process.on('uncaughtException', (error) => {
  process.exit(sayFault(error, words, streams));
});

main(words, streams).then((status) => {
  // A report that could not be written has said so already.
  process.exitCode ??= status;
});
