import type { AdmittedRequest } from './untrusted-event.ts';

/** How people call the platforms of Node that are not Linux. */
const names: Readonly<Record<string, string>> = { darwin: 'macOS', win32: 'Windows' };

/**
 * Lets a request be carried out as far as a machine can: runs follow processes and sockets through Linux' `/proc`, so
 * that elsewhere `check` only lints, and `run` is refused.
 *
 * @param platform as Node names it
 */
export function admitPlatform(admitted: AdmittedRequest, platform: string): AdmittedRequest {
  if (admitted.kind === 'refused' || platform === 'linux' || admitted.request.stage === 'lint')
    return admitted;
  const here = `runs need Linux, and this is ${names[platform] ?? platform}`;
  if (admitted.request.stage === 'run') {
    return { kind: 'refused', message: `${here}: "lint" works here` };
  }
  return {
    kind: 'request',
    request: { ...admitted.request, stage: 'lint' },
    remark: `${here}: nothing was run`,
  };
}
