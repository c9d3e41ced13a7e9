#!/usr/bin/env node
import { main } from './program.ts';
import { terminalStreams } from './streams.ts';

process.exitCode = await main(process.argv.slice(2), terminalStreams());
