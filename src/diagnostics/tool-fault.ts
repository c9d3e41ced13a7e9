/** A failure of ours, never mixed with the user's findings; any of them means exit status 3, but for `tool-missing`. */
export interface ToolFault {
  readonly kind: 'rule-threw' | 'tool-missing' | 'internal';
  readonly message: string;
  readonly cause?: unknown;
}
