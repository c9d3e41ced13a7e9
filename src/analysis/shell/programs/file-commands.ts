import type { Call } from '../interpreter/builtins/call.ts';
import type { State } from '../interpreter/state/state.ts';
import { runLn } from './file-links.ts';
import { runFind, runRm } from './file-removers.ts';
import { transfer } from './file-transfer.ts';
import { runCat, runDd, runTee, runTouch, runTruncate } from './file-writers.ts';
import { runMkdir, runRmdir } from './folder-commands.ts';

type FileCommand = (call: Call) => State[];

/** Programs whose business is files: what they create, change and remove. */
export const fileCommands: Readonly<Record<string, FileCommand>> = {
  touch: runTouch,
  tee: runTee,
  rm: runRm,
  unlink: runRm,
  dd: runDd,
  find: runFind,
  mkdir: runMkdir,
  rmdir: runRmdir,
  cp: (call) => transfer(call, 'copy'),
  install: (call) => transfer(call, 'copy'),
  mv: (call) => transfer(call, 'move'),
  ln: runLn,
  truncate: runTruncate,
  cat: runCat,
};
