import { assertNever } from '../../base/assert-never.ts';

/** Something that a condition reads. */
export interface Variable {
  /** The same for the same reference, however it is written. */
  readonly key: string;
  readonly kind: 'text' | 'boolean';
  /** Every text that it can be, but for the empty one; `undefined`: any. */
  readonly values: readonly string[] | undefined;
}

/** A condition, as far as it can be looked into before the run. */
export type Formula =
  | { readonly kind: 'constant'; readonly value: boolean }
  /** May be true or false; the same key is the same unknown. */
  | { readonly kind: 'free'; readonly key: string }
  | { readonly kind: 'truthy'; readonly variable: Variable }
  | { readonly kind: 'equals'; readonly variable: Variable; readonly value: string }
  | { readonly kind: 'not'; readonly part: Formula }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Formula[] };

/** The opposite. */
export function negation(part: Formula): Formula {
  return { kind: 'not', part };
}

/** All of them. */
export function all(parts: readonly Formula[]): Formula {
  return { kind: 'and', parts };
}

/** The same formula with some of its free parts fixed. */
export function fixed(formula: Formula, values: ReadonlyMap<string, boolean>): Formula {
  switch (formula.kind) {
    case 'free': {
      const value = values.get(formula.key);
      return value === undefined ? formula : { kind: 'constant', value };
    }
    case 'not':
      return negation(fixed(formula.part, values));
    case 'and':
    case 'or':
      return { kind: formula.kind, parts: formula.parts.map((part) => fixed(part, values)) };
    default:
      return formula;
  }
}

/** Most comparisons that are tried: combinations of values, times the parts of the formulas. */
const mostTries = 200_000;

/**
 * Whether a formula is true for every combination of values, for none, or for some; `some` also when there are too
 * many combinations to try.
 */
export function truthOf(formula: Formula): 'every' | 'none' | 'some' {
  if (isReadOnce(formula, new Set())) return 'some';
  let holds = false;
  let fails = false;
  const complete = forEachCombination([formula], (values) => {
    if (holdsFor(formula, values)) holds = true;
    else fails = true;
    return !(holds && fails);
  });
  if (!complete || (holds && fails)) return 'some';
  return holds ? 'every' : 'none';
}

/**
 * Whether every part can be true and false whatever the others are: nothing is constant, and no variable is read twice.
 * Most conditions are like this, and no combination needs to be tried.
 *
 * @param read the variables that other parts read; those of this formula are added
 */
function isReadOnce(formula: Formula, read: Set<string>): boolean {
  switch (formula.kind) {
    case 'constant':
      return false;
    case 'free':
      return isNew(`free ${formula.key}`, read);
    case 'truthy':
    case 'equals':
      return formula.variable.values?.length !== 0 && isNew(formula.variable.key, read);
    case 'not':
      return isReadOnce(formula.part, read);
    case 'and':
    case 'or':
      return formula.parts.length > 0 && formula.parts.every((part) => isReadOnce(part, read));
    default:
      return assertNever(formula);
  }
}

function isNew(key: string, read: Set<string>): boolean {
  const { size } = read;
  return read.add(key).size > size;
}

/**
 * Whether the consequence holds in every combination in which the condition does. False when the condition can never
 * hold, and when there are too many combinations to try.
 */
export function implies(condition: Formula, consequence: Formula): boolean {
  let satisfiable = false;
  let broken = false;
  const complete = forEachCombination([condition, consequence], (values) => {
    if (!holdsFor(condition, values)) return true;
    satisfiable = true;
    broken ||= !holdsFor(consequence, values);
    return !broken;
  });
  return complete && satisfiable && !broken;
}

/** A text that equals no text that anyone compares with. */
const other = '\u0000other';

type Values = ReadonlyMap<string, string>;

function forEachCombination(formulas: readonly Formula[], visit: (values: Values) => boolean): boolean {
  const domains = new Map<string, Set<string>>();
  let parts = 0;
  for (const formula of formulas) parts += collectDomains(formula, domains);
  let count = 1;
  for (const domain of domains.values()) count *= domain.size;
  if (count * parts > mostTries) return false;
  const entries = [...domains].map(([key, domain]) => [key, [...domain]] as const);
  for (let index = 0; index < count; index++) {
    let rest = index;
    const values = new Map<string, string>();
    for (const [key, domain] of entries) {
      values.set(key, domain[rest % domain.length] ?? '');
      rest = Math.floor(rest / domain.length);
    }
    if (!visit(values)) return true;
  }
  return true;
}

/** Gathers the values that each variable can have, and counts the parts of the formula. */
function collectDomains(formula: Formula, domains: Map<string, Set<string>>): number {
  switch (formula.kind) {
    case 'constant':
      return 1;
    case 'free':
      add(domains, `free ${formula.key}`, ['true', 'false']);
      return 1;
    case 'truthy':
      add(domains, formula.variable.key, domainOf(formula.variable));
      return 1;
    case 'equals':
      add(domains, formula.variable.key, [...domainOf(formula.variable), formula.value]);
      return 1;
    case 'not':
      return 1 + collectDomains(formula.part, domains);
    case 'and':
    case 'or':
      return formula.parts.reduce((count, part) => count + collectDomains(part, domains), 1);
    default:
      return assertNever(formula);
  }
}

/** Every input may be empty, because it was ignored or left out. */
function domainOf({ kind, values }: Variable): readonly string[] {
  if (kind === 'boolean') return ['true', 'false', ''];
  return ['', ...(values ?? [other])];
}

function add(domains: Map<string, Set<string>>, key: string, values: readonly string[]): void {
  const domain = domains.get(key) ?? new Set<string>();
  for (const value of values) domain.add(value);
  domains.set(key, domain);
}

function holdsFor(formula: Formula, values: Values): boolean {
  switch (formula.kind) {
    case 'constant':
      return formula.value;
    case 'free':
      return values.get(`free ${formula.key}`) === 'true';
    case 'truthy': {
      const value = values.get(formula.variable.key) ?? '';
      return formula.variable.kind === 'boolean' ? value === 'true' : value !== '' && value !== '0';
    }
    case 'equals':
      return values.get(formula.variable.key) === formula.value;
    case 'not':
      return !holdsFor(formula.part, values);
    case 'and':
      return formula.parts.every((part) => holdsFor(part, values));
    case 'or':
      return formula.parts.some((part) => holdsFor(part, values));
    default:
      return assertNever(formula);
  }
}
