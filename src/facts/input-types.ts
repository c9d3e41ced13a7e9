import { accountTypes } from './tables/account-types.ts';
import { choiceTypes } from './tables/choice-types.ts';
import { commonAttributes } from './tables/common-attributes.ts';
import { kubernetesTypes } from './tables/kubernetes-types.ts';
import { layoutTypes } from './tables/layout-types.ts';
import { resourceTypes } from './tables/resource-types.ts';
import { retiredTypes } from './tables/retired-types.ts';
import { schedulerTypes } from './tables/scheduler-types.ts';
import { valueTypes } from './tables/value-types.ts';
import type { InputTypeFact, KeyFact } from './types.ts';

/** The types that an input of the form can have, those included that are only tolerated. */
export const inputTypes: readonly InputTypeFact[] = [
  ...valueTypes,
  ...choiceTypes,
  ...layoutTypes,
  ...resourceTypes,
  ...schedulerTypes,
  ...accountTypes,
  ...kubernetesTypes,
  ...retiredTypes,
];

/** The names of the published types: what a message offers. */
export const publishedTypeNames: readonly string[] = inputTypes
  .filter((type) => type.retired === undefined)
  .map((type) => type.name);

/** The key `type` itself. */
const typeKey: KeyFact = {
  name: 'type',
  value: 'text',
  required: true,
  description: 'What kind of input this is; decides which other keys it takes.',
  evidence: { kind: 'documented', from: 'parallelworks.com/docs, workflows' },
};

const byName: ReadonlyMap<string, InputTypeFact> = new Map(inputTypes.map((type) => [type.name, type]));

const keysByName: ReadonlyMap<string, readonly KeyFact[]> = new Map(
  inputTypes.map((type) => [
    type.name,
    [
      typeKey,
      ...commonAttributes.filter(
        (attribute) => type.common === 'all' || (attribute.alsoOf as readonly string[]).includes(type.common),
      ),
      ...type.keys,
    ],
  ]),
);

/** The fact of a type, or `undefined` for a type that nobody knows. */
export function inputTypeNamed(name: string): InputTypeFact | undefined {
  return byName.get(name);
}

/** Whether inputs of this type have a whole resource as their value. */
export function isResourceType(name: string | undefined): boolean {
  return name !== undefined && byName.get(name)?.yields === 'resource';
}

/** Whether inputs of this type ask a cluster for the settings of its scheduler. */
export function isSchedulerType(name: string | undefined): boolean {
  return schedulerTypes.some((type) => type.name === name);
}

/** Every key that an input of this type may have, `type` and the shared ones included; empty for unknown types. */
export function keysOfInputType(name: string): readonly KeyFact[] {
  return keysByName.get(name) ?? [];
}
