/**
 * The seconds of a time of the form `HH:MM:SS`, `D-HH`, `D-HH:MM` or `D-HH:MM:SS`, as schedulers write it;
 * `undefined` for anything else, a bare number and `MM:SS` included.
 */
export function clockSeconds(text: string): number | undefined {
  const match = /^(?:(\d+)-(\d{1,2})(?::(\d{1,2})(?::(\d{1,2}))?)?|(\d+):(\d{1,2}):(\d{1,2}))$/.exec(
    text.trim(),
  );
  if (match === null) return undefined;
  const [, days, dayHours, dayMinutes, daySeconds, hours, minutes, seconds] = match.map((part) =>
    Number(part ?? 0),
  );
  const whole = ((days ?? 0) * 24 + (dayHours ?? 0) + (hours ?? 0)) * 3600;
  return whole + ((dayMinutes ?? 0) + (minutes ?? 0)) * 60 + (daySeconds ?? 0) + (seconds ?? 0);
}
