import type { ReadySettings } from '../lint/configuration/configuration.ts';
import type { ReadyWhen } from '../plan/run-plan.ts';

/** What a configuration says about readiness, as a plan wants it; what it does not say is left out. */
export function readyWhen(settings: ReadySettings | undefined): Partial<ReadyWhen> {
  if (settings === undefined) return {};
  const { http, tcp, command, log, file } = settings;
  return {
    ...(tcp !== undefined && http === undefined && { probe: 'tcp' as const }),
    ...(http?.path !== undefined && { path: http.path }),
    ...(http?.status !== undefined && { status: statuses(http.status) }),
    ...(http?.headers !== undefined && { headers: http.headers }),
    ...(http?.body !== undefined && { body: http.body }),
    ...(http?.tls !== undefined && { tls: http.tls }),
    ...(command !== undefined && { command: command.value }),
    ...(log !== undefined && { log: log.value }),
    ...(file !== undefined && { file: file.value }),
    deadlines: {
      probe: http?.timeoutMs ?? tcp?.timeoutMs,
      file: file?.timeoutMs,
      log: log?.timeoutMs,
      command: command?.timeoutMs,
    },
  };
}

/** The answers that `200` or `200-399` name. */
function statuses(written: string): readonly number[] {
  const [first = 200, last = first] = written.split('-').map(Number);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
