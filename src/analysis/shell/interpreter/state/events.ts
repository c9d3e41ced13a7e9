import type { Span } from '../../../../source/span.ts';
import type { PathKey } from './job-path.ts';
import type { Sink } from './sink.ts';
import type { Assumption, Presence, ServiceLikelihood, ServiceStart } from './state.ts';
import type { Value } from './value.ts';

/** What was known of the followed files at one point of one path. */
export interface Moment {
  readonly at: Span;
  readonly path: Assumption | undefined;
  /** Presence of each followed file. */
  readonly files: ReadonlyMap<PathKey, Presence>;
  /** Where the script wrote each followed file before this point. */
  readonly written: ReadonlyMap<PathKey, Span>;
  /** The least number of seconds slept since the script began. */
  readonly slept: number;
  /** Commands before this point that may take seconds. */
  readonly slow: readonly string[];
  /** The service that was started before this point. */
  readonly service:
    | { readonly at: Span; readonly likelihood: ServiceLikelihood; readonly how: ServiceStart }
    | undefined;
  /** Whether this stands in a loop or a retried part, so that it may happen again. */
  readonly repeated: boolean;
  /** Whether it runs beside the script rather than in it. */
  readonly background: boolean;
}

/** Something that a script was seen to do, on at least one path. */
export type ScriptEvent =
  | (Moment & {
      readonly kind: 'write';
      readonly file: PathKey;
      readonly how: 'create' | 'append' | 'touch' | 'copy';
      readonly content: Value | undefined;
    })
  | (Moment & { readonly kind: 'remove'; readonly file: PathKey })
  | (Moment & {
      readonly kind: 'read';
      readonly file: PathKey;
      /** Seconds slept since each followed file was seen to be there. */
      readonly sinceSeen: ReadonlyMap<PathKey, number>;
    })
  | (Moment & {
      readonly kind: 'service';
      readonly how: ServiceStart;
      readonly likelihood: ServiceLikelihood;
      readonly words: readonly Value[];
      readonly environment: ReadonlyMap<string, Value>;
      /** Of nginx: the text of its configuration, where the script writes it. */
      readonly configuration?: Value | undefined;
      /** Where standard output and standard error go. */
      readonly output: { readonly stdout: Sink; readonly stderr: Sink };
    })
  | (Moment & {
      readonly kind: 'command';
      readonly words: readonly Value[];
    })
  | (Moment & {
      /** The script stays here: `wait`, a loop over the service's life, `sleep infinity`. */
      readonly kind: 'stay';
      readonly why: 'wait' | 'loop' | 'sleep' | 'foreground';
    })
  | (Moment & {
      readonly kind: 'variable';
      readonly name: string;
      readonly set: 'yes' | 'no' | 'maybe' | 'environment';
      readonly guarded: boolean;
    })
  /** An arithmetic command whose value is 0 where `set -e` ends the script for it. */
  | (Moment & { readonly kind: 'zero' })
  | (Moment & { readonly kind: 'trap'; readonly signals: readonly string[]; readonly body: Value })
  | (Moment & { readonly kind: 'source'; readonly file: PathKey | undefined; readonly found: boolean });

/** How a script may end. */
export interface ScriptEnd extends Moment {
  readonly kind: 'exit' | 'endless' | 'replaced';
  /** Exit status: -1 any but zero, `undefined` any. */
  readonly status: number | undefined;
  readonly contents: ReadonlyMap<PathKey, Value>;
  /** Services that were put into the background and not waited for. */
  readonly running: readonly { readonly at: Span; readonly service: ServiceLikelihood }[];
}
