const unitMs: Readonly<Record<string, number>> = {
  d: 86_400_000,
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  '': 1000,
};

/** Milliseconds of a duration such as `90`, `30s`, `5m`, `2h`, `1d`; a bare number counts seconds. */
export function durationMs(text: string): number | undefined {
  const match = /^(\d+)(d|h|m|s)?$/.exec(text.trim());
  return match === null ? undefined : Number(match[1]) * (unitMs[match[2] ?? ''] ?? 1000);
}

/** Seconds of a form's duration: `HH:MM:SS` or `D-HH[:MM[:SS]]`. */
export function clockSeconds(text: string): number | undefined {
  const match = /^(?:(\d+)-)?(\d+)(?::(\d+))?(?::(\d+))?$/.exec(text.trim());
  if (match === null) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
}
