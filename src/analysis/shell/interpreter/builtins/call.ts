import type { Span } from '../../../../source/span.ts';
import type { Command } from '../../../../syntax/bash/tree.ts';
import type { Machine } from '../machine.ts';
import type { State } from '../state/state.ts';
import type { Streams } from '../state/streams.ts';
import type { Value } from '../state/value.ts';
import type { Field } from '../words/words.ts';

/** A command about to be carried out: its words after expansion, the name first. */
export interface Call {
  readonly machine: Machine;
  readonly state: State;
  readonly fields: readonly Field[];
  /** Variables set for this command only. */
  readonly environment: ReadonlyMap<string, Value>;
  readonly at: Span;
  readonly nameAt: Span;
  readonly streams: Streams;
  readonly command: Command;
  /** Whether it takes the place of the shell (`exec`). */
  readonly replaces?: boolean;
}

/** A call of what stands after a wrapper such as `nohup`. */
export function innerCall(call: Call, skipped: number): Call {
  return { ...call, fields: call.fields.slice(skipped) };
}

/** Ends a call with an exit status; -1 for any but zero, `undefined` for any. */
export function ended(call: Call, status: number | undefined): State[] {
  call.state.status = status;
  return [call.state];
}
