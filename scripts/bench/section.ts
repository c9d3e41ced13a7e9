/** One line of the bench: a figure, its unit, and the ratio or limit it is held against when there is one. */
export interface BenchLine {
  readonly what: string;
  readonly value: number;
  readonly unit: 'ms' | 'x' | '%' | 'MiB' | 'KiB/ms' | 'count';
  readonly target?: number;
  /** Whether a smaller (the default) or a larger value is better. */
  readonly better?: 'smaller' | 'larger';
}

/** A section of the bench; measures and returns, prints nothing. */
export interface BenchSection {
  readonly name: string;
  measure(): Promise<readonly BenchLine[]>;
}
