/** An error of YAML in words for its author, with the characters to blame and, where one is plain, a repair. */
export interface WordedFault {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly help?: string;
  readonly repair?: Repair;
}

/** What to write instead of some characters of the file. */
export interface Repair {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A repair that puts a value in quotes. */
export function quoting(text: string, start: number, end: number): { readonly repair: Repair } {
  return { repair: { title: 'put it in quotes', start, end, text: quoted(text.slice(start, end)) } };
}

/** A text as a scalar in quotes. */
export function quoted(value: string): string {
  return value.includes("'") ? `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : `'${value}'`;
}
