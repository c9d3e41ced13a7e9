/**
 * Ends an exhaustive `switch` over a closed union.
 *
 * @throws always: reaching it means that a variant was added without its case.
 */
export function assertNever(value: never): never {
  throw new Error(`unexpected variant: ${JSON.stringify(value)}`);
}
