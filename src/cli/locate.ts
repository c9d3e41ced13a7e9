import { type LocateAnswer, locatePaths } from '../app/repository-root.ts';
import { absolutePath } from '../host/absolute-path.ts';
import { machinePaths } from '../host/files/machine-paths.ts';

/** Finds the repository of the operands of a command line. */
export function locateOperands(operands: readonly string[]): LocateAnswer {
  const named = operands.map((written) => ({ written, absolute: absolutePath(written) }));
  return locatePaths(absolutePath('.'), named, machinePaths);
}
