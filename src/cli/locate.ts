import { resolve } from 'node:path';
import { type LocateAnswer, locatePaths } from '../app/repository-root.ts';
import { kindOfPath } from '../host/files/path-kind.ts';

/** Finds the repository of the operands of a command line. */
export function locateOperands(operands: readonly string[]): LocateAnswer {
  const named = operands.map((written) => ({ written, absolute: resolve(written) }));
  return locatePaths(process.cwd(), named, kindOfPath);
}
