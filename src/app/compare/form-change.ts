/** What a change of a form asks of the next version, as semantic versioning has it. */
export type Bump = 'none' | 'patch' | 'minor' | 'major';

/** One difference between two forms that somebody who calls the workflow notices. */
export interface FormChange {
  readonly workflow: string;
  /** The input by its reference, or nothing when the workflow as a whole came or went. */
  readonly input?: string | undefined;
  readonly bump: Exclude<Bump, 'none'>;
  readonly message: string;
}

const weight: Readonly<Record<Bump, number>> = { none: 0, patch: 1, minor: 2, major: 3 };

/** The largest bump that any of the changes asks for. */
export function bumpOf(changes: readonly FormChange[]): Bump {
  return changes.reduce<Bump>((most, { bump }) => (weight[bump] > weight[most] ? bump : most), 'none');
}

/** Whether a version bump is large enough for what changed. */
export function allows(given: Bump, needed: Bump): boolean {
  return weight[given] >= weight[needed];
}

/** One difference of a field, without the names that lead to it. */
export type FieldChange = Pick<FormChange, 'bump' | 'message'>;
