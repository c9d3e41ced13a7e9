/** What the machine is and offers. */
export interface Machine {
  readonly user: string;
  readonly hostname: string;
  /** The addresses of its network interfaces. */
  readonly addresses: readonly string[];
  /** The directories that programs are looked for in, in order. */
  readonly programPath: readonly string[];
  /** Variables of our own environment that a run may see: locale, time zone, the tracking id of a GitHub runner. */
  readonly passedOn: Readonly<Record<string, string>>;
  /** The absolute path of a program, or `undefined` when it is not installed. */
  find(program: string): string | undefined;
}
