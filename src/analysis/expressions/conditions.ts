import { stateKeywords } from '../../facts/tables/state-keywords.ts';
import type { ExpressionSite, InputField, Job, Step, Workflow } from '../../model/workflow.ts';
import type { Expression } from '../../syntax/expression/tree.ts';
import { valueAt } from '../../syntax/yaml/tree.ts';
import type { AnalysisContext } from '../analysis.ts';
import { all, type Formula, negation, type Variable } from './formula.ts';
import { referenceAt, withoutGroups, writtenIn } from './references.ts';
import { valueFacts } from './value-facts.ts';

/** Where a condition is asked about. */
export interface ConditionScope {
  readonly workflow: Workflow;
  readonly context: AnalysisContext;
}

/** The expressions that whole attributes of inputs consist of, by input and attribute. */
export function attributeSites(
  workflow: Workflow,
): ReadonlyMap<InputField, ReadonlyMap<string, ExpressionSite>> {
  const sites = new Map<InputField, Map<string, ExpressionSite>>();
  for (const site of workflow.expressions) {
    if (site.place.kind !== 'input' || !site.whole) continue;
    const ofInput = sites.get(site.place.input) ?? new Map<string, ExpressionSite>();
    sites.set(site.place.input, ofInput.set(site.place.attribute, site));
  }
  return sites;
}

/** The expressions of `if`, by the job or step that has it. */
export function ifSites(workflow: Workflow): ReadonlyMap<Job | Step, ExpressionSite> {
  const sites = new Map<Job | Step, ExpressionSite>();
  for (const site of workflow.expressions) {
    const { place } = site;
    if (!site.whole || (place.kind !== 'job' && place.kind !== 'step') || place.key !== 'if') continue;
    sites.set(place.kind === 'job' ? place.job : place.step, site);
  }
  return sites;
}

/** When what is written at a site is used at all: the conditions of its job and of its step. */
export function conditionOf(site: ExpressionSite, scope: ConditionScope): Formula {
  const { place } = site;
  if (place.kind !== 'job' && place.kind !== 'step') return { kind: 'constant', value: true };
  const sites = scope.context.ask(ifSites, scope.workflow);
  const owners = place.kind === 'step' ? [place.job, place.step] : [place.job];
  return all(
    owners
      .map((owner) => sites.get(owner))
      .filter((own) => own !== undefined && own !== site)
      .map((own) => formulaOfSite(own, scope)),
  );
}

/** When an input's value is left out of the run: its own `ignore` and those of its groups. */
export function ignoreOf(field: InputField, scope: ConditionScope): Formula {
  const formulas: Formula[] = [];
  for (let at: InputField | undefined = field; at !== undefined; at = at.parent) {
    formulas.push(negation(flagOf(at, 'ignore', scope, 0)));
  }
  return negation(all(formulas));
}

/** A site's expression as a formula; one that does not parse may be anything. */
export function formulaOfSite(site: ExpressionSite | undefined, scope: ConditionScope, depth = 0): Formula {
  if (site?.expression === undefined) return { kind: 'free', key: `site ${site?.span.start ?? -1}` };
  return formulaOf(site.expression, site, scope, depth);
}

/** Follows of flags to flags (`.hidden` in `ignore`) that are looked through. */
const deepestFlag = 5;

/** An expression as a formula over what it reads; what cannot be looked into is free to be true or false. */
export function formulaOf(
  expression: Expression,
  site: ExpressionSite,
  scope: ConditionScope,
  depth = 0,
): Formula {
  const inner = (part: Expression): Formula => formulaOf(part, site, scope, depth);
  const free: Formula = { kind: 'free', key: freeKey(expression, site) };
  switch (expression.kind) {
    case 'boolean':
      return { kind: 'constant', value: expression.value };
    case 'group':
      return inner(expression.inner);
    case 'not':
      return negation(inner(expression.operand));
    case 'keyword':
      return stateFormula(expression.keyword);
    case 'call':
      return isStateFunction(expression.name)
        ? stateFormula(functions.get(expression.name) ?? expression.name)
        : free;
    case 'binary':
      switch (expression.operator) {
        case '&&':
          return { kind: 'and', parts: [inner(expression.left), inner(expression.right)] };
        case '||':
          return { kind: 'or', parts: [inner(expression.left), inner(expression.right)] };
        case '==':
        case '===':
          return comparison(expression, site, scope, depth) ?? free;
        case '!=':
        case '!==':
          return negation(comparison(expression, site, scope, depth) ?? { ...free, key: positive(free.key) });
        default:
          return free;
      }
    case 'ternary': {
      const condition = inner(expression.condition);
      return {
        kind: 'or',
        parts: [
          { kind: 'and', parts: [condition, inner(expression.then)] },
          { kind: 'and', parts: [negation(condition), inner(expression.otherwise)] },
        ],
      };
    }
    case 'path':
    case 'get': {
      const flag = ownFlag(expression, site, scope, depth);
      if (flag !== undefined) return flag;
      const variable = variableOf(expression, site, scope);
      return variable === undefined ? free : { kind: 'truthy', variable };
    }
    default:
      return free;
  }
}

/** What the visual editor writes for the keywords. */
const functions: ReadonlyMap<string, string> = new Map([
  ['success', 'completed'],
  ['failure', 'error'],
  ['cancelled', 'canceled'],
]);

function isStateFunction(name: string): boolean {
  return functions.has(name) || stateKeywords.some((keyword) => keyword.name === name);
}

/** The formula of a state keyword; only `always` and `never` are known before the run. */
function stateFormula(keyword: string): Formula {
  if (keyword === 'always') return { kind: 'constant', value: true };
  if (keyword === 'never') return { kind: 'constant', value: false };
  return { kind: 'free', key: stateKey(keyword) };
}

/** Under which key a formula knows a state keyword. */
export function stateKey(keyword: string): string {
  return `keyword ${keyword}`;
}

/** The same key for `a != b` and `a == b`, so that one is known to be the other's opposite. */
function positive(key: string): string {
  return key.replace(/!==?/, '==');
}

function freeKey(expression: Expression, site: ExpressionSite): string {
  const text = writtenIn(site, expression).replaceAll(/\s+/g, '').replaceAll('===', '==');
  return text.startsWith('.') ? `${site.path.join('.')} ${text}` : text;
}

/** `reference == literal`, either way round. */
function comparison(
  { left, right }: Extract<Expression, { kind: 'binary' }>,
  site: ExpressionSite,
  scope: ConditionScope,
  depth: number,
): Formula | undefined {
  const literal = literalOf(right) ?? literalOf(left);
  const read = literalOf(right) === undefined ? right : left;
  if (literal === undefined) return undefined;
  const flag = ownFlag(withoutGroups(read), site, scope, depth);
  if (flag !== undefined && typeof literal === 'boolean') return literal ? flag : negation(flag);
  const variable = variableOf(withoutGroups(read), site, scope);
  if (variable === undefined) return undefined;
  // What a boolean and a text make of each other is said by another rule.
  if ((variable.kind === 'boolean') !== (typeof literal === 'boolean') && literal !== '') return undefined;
  return { kind: 'equals', variable, value: String(literal) };
}

/** The value of a literal, barewords included; `undefined` for anything else. */
export function literalOf(expression: Expression): string | number | boolean | undefined {
  const inner = withoutGroups(expression);
  switch (inner.kind) {
    case 'string':
    case 'number':
    case 'boolean':
    case 'bareword':
      return inner.value;
    default:
      return undefined;
  }
}

function variableOf(
  expression: Expression,
  site: ExpressionSite,
  scope: ConditionScope,
): Variable | undefined {
  const reference = referenceAt(site, expression);
  if (reference === undefined || reference.segments.some((segment) => segment.kind === 'unknown'))
    return undefined;
  const facts = valueFacts(reference, scope.workflow, scope.context);
  const names = reference.segments.map((segment) =>
    segment.kind === 'name' ? segment.name : writtenIn(site, segment).replaceAll(/[[\]]/g, ''),
  );
  const owner = reference.root === '' ? site.path.slice(0, -1).join('.') : reference.root;
  const key = [owner, ...names].join('.');
  return { key, kind: facts.kind === 'boolean' ? 'boolean' : 'text', values: facts.values };
}

/** `.hidden` and its like, looked up in the input that the expression belongs to. */
function ownFlag(
  expression: Expression,
  site: ExpressionSite,
  scope: ConditionScope,
  depth: number,
): Formula | undefined {
  const { place } = site;
  if (expression.kind !== 'path' || expression.root !== '' || place.kind !== 'input') return undefined;
  const [part, more] = expression.parts;
  if (part?.kind !== 'name' || more !== undefined) return undefined;
  if (!['hidden', 'ignore', 'optional', 'disabled'].includes(part.name)) return undefined;
  return flagOf(place.input, part.name, scope, depth + 1);
}

/** A flag of an input: its literal, its expression, or false when it is not written. */
function flagOf(field: InputField, flag: string, scope: ConditionScope, depth: number): Formula {
  const value = valueAt(field.node, flag);
  if (value === undefined) return { kind: 'constant', value: false };
  if (value.kind === 'scalar' && typeof value.value === 'boolean')
    return { kind: 'constant', value: value.value };
  const site = scope.context.ask(attributeSites, scope.workflow).get(field)?.get(flag);
  if (site === undefined || depth > deepestFlag)
    return { kind: 'free', key: `${field.path.join('.')} ${flag}` };
  return formulaOfSite(site, scope, depth);
}
