/** What a file system says that can take nothing: no mistake in the request. */
const codes: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO']);

/** Whether writing failed because of the disk, not because of the name that was asked for. */
export function isDiskFault(error: unknown): boolean {
  return error instanceof Error && 'code' in error && codes.has(error.code);
}
