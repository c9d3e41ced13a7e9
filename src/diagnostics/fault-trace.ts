/** A failure as data: what it says, where it arose, and the failure that it came from. */
export interface FaultTrace {
  readonly message: string;
  /** The lines of the stack, each `at FUNCTION (FILE:LINE:COLUMN)`. */
  readonly stack?: string | undefined;
  readonly cause?: FaultTrace | undefined;
}

/** Causes followed at most: a failure may name itself as its cause. */
const mostCauses = 8;

/** What was thrown, with all its causes; anything can be thrown. */
export function traceOf(thrown: unknown, depth = 0): FaultTrace {
  if (!(thrown instanceof Error)) return { message: String(thrown) };
  const cause =
    thrown.cause === undefined || depth === mostCauses ? undefined : traceOf(thrown.cause, depth + 1);
  return { message: thrown.message, stack: placesOf(thrown), cause };
}

/** The stack without the message before it, which may have several lines. */
function placesOf({ stack }: Error): string | undefined {
  const places = stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return places.length === 0 ? undefined : places.map((line) => line.trim()).join('\n');
}

/** What a failure says, in one line. */
export function sentenceOf(thrown: unknown): string {
  const { message } = traceOf(thrown);
  return message.split('\n', 1)[0] || 'no reason is given';
}

/** A trace line by line, indented: the places, then what caused it in the same way. */
export function traceLines({ stack, cause }: Pick<FaultTrace, 'stack' | 'cause'>): readonly string[] {
  const places = stack?.split('\n').map((line) => `    ${line}`) ?? [];
  if (cause === undefined) return places;
  const [first = '', ...more] = cause.message.split('\n');
  return [...places, `  caused by: ${first}`, ...more.map((line) => `    ${line}`), ...traceLines(cause)];
}

/** Whether the environment asks for traces: ours, or that of a job of GitHub which is run with debug logging. */
export function wantsTraces(environment: Readonly<Record<string, string | undefined>>): boolean {
  return environment['PW_WORKFLOW_CHECK_DEBUG'] === '1' || environment['RUNNER_DEBUG'] === '1';
}
