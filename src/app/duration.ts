const units: Readonly<Record<string, number>> = {
  '': 1000,
  ms: 1,
  s: 1000,
  m: 60_000,
  min: 60_000,
  h: 3_600_000,
};

/** The longest duration that is taken: a day. */
const longestMs = 86_400_000;

/** Milliseconds of `90s`, `2m`, `500ms`, `1h` or a bare number of seconds; `undefined` when it is none of these. */
export function readDuration(text: string): number | undefined {
  const match = /^(\d{1,9}(?:\.\d{1,3})?)\s*(ms|s|m|min|h)?$/.exec(text.trim());
  if (match === null) return undefined;
  const ms = Number(match[1]) * (units[match[2] ?? ''] ?? 1000);
  return ms > 0 && ms <= longestMs ? ms : undefined;
}
