import { resolve } from 'node:path';
import { type LocateAnswer, locatePaths } from '../app/repository-root.ts';
import { machinePaths } from '../host/files/machine-paths.ts';

/** Finds the repository of the operands of a command line. */
export function locateOperands(operands: readonly string[]): LocateAnswer {
  const named = operands.map((written) => ({ written, absolute: resolve(written) }));
  return locatePaths(process.cwd(), named, machinePaths);
}
