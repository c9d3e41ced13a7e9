/** Gives the signal that ends what was started, made when it is asked for: a lint starts nothing that needs it. */
export interface SignalSource {
  readonly signal: AbortSignal;
}
