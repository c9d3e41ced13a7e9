import { escapePattern } from '../src/base/escape-pattern.ts';
import { calledWorkflows, isConditional } from '../src/facts/called-workflows.ts';
import { actions } from '../src/facts/tables/actions.ts';
import type { CalledInputFact, CalledWorkflowFact } from '../src/facts/types.ts';
import { conditionalSchema } from './object-schema.ts';
import { type JsonSchema, reference } from './shape-schema.ts';

/** The usual way to write the name of a published workflow. */
const nameOf = ({ slug, version }: CalledWorkflowFact): string => `marketplace/${slug}/${version}`;

const argumentsName = ({ slug, version }: CalledWorkflowFact): string => `arguments-${slug}-${version}`;

/** What `uses` may hold: anything, and among it what is known, with what it does. */
export function callsSchema(): JsonSchema {
  const known = [
    ...actions.map(({ name, description }) => ({ name, description })),
    ...calledWorkflows.toReversed().map((called) => ({
      name: nameOf(called),
      description: called.description,
    })),
  ];
  return {
    type: ['string', 'number', 'boolean'],
    defaultSnippets: known.map(({ name, description }) => ({ label: name, description, body: name })),
  };
}

/** For each known published workflow: what its arguments are. */
export function callConditions(): readonly JsonSchema[] {
  return calledWorkflows.map((called) =>
    conditionalSchema(
      {
        properties: { uses: { pattern: `^marketplace/${called.slug}[/@]${escapePattern(called.version)}$` } },
        required: ['uses'],
      },
      { properties: { with: reference(argumentsName(called)) } },
    ),
  );
}

/** The arguments of each known published workflow, by the names of definitions. */
export function callDefinitions(): Readonly<Record<string, JsonSchema>> {
  return Object.fromEntries(
    calledWorkflows.map((called) => [
      argumentsName(called),
      {
        description: `What ${nameOf(called)} takes. ${called.description}`,
        ...argumentsSchema(called.inputs),
      },
    ]),
  );
}

/** Told, and not enforced: a form takes expressions everywhere, and other deployments have other forms. */
function argumentsSchema(inputs: readonly CalledInputFact[]): JsonSchema {
  return { properties: Object.fromEntries(inputs.map((input) => [input.name, argumentSchema(input)])) };
}

function argumentSchema(input: CalledInputFact): JsonSchema {
  const { type, default: initial, optional, items } = input;
  const says = [
    `An input of the type ${type}.`,
    ...(initial === undefined ? [] : [`Default: ${JSON.stringify(initial)}.`]),
    ...(optional === true ? ['It may be left out.'] : []),
    ...(isConditional(input) ? ['The form hides or ignores it at times.'] : []),
  ];
  return {
    description: says.join(' '),
    ...(initial !== undefined && { default: initial }),
    ...(items !== undefined && argumentsSchema(items)),
  };
}
