/**
 * Node's `os`, loaded when it is first asked for: Node compiles it anew in every process, and most starts of this
 * program need nothing of it.
 */
export function operatingSystem(): typeof import('node:os') {
  return process.getBuiltinModule('node:os');
}
