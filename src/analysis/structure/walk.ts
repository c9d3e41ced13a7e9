import type { SectionName, ValueShape } from '../../facts/types.ts';
import type { Span } from '../../source/span.ts';
import type { YamlMap, YamlNode, YamlPair } from '../../syntax/yaml/tree.ts';
import { keyName } from './key-name.ts';
import type { ReportFault } from './structure-fault.ts';

/** A value and what is said of it. */
export interface Slot {
  /** The key that it stands under. */
  readonly key: string;
  /** How messages name it: the key in quotes, or `an item of "steps"`. */
  readonly words: string;
  readonly node: YamlNode | undefined;
  /** Whether the platform refuses the workflow without it. */
  readonly required?: boolean | undefined;
  /** The place to blame when there is no value: the key's, or that of the list. */
  readonly at: Span;
}

/** The walk over a workflow along the tables: its parts call each other through this. */
export interface StructureWalk {
  /** The whole document. */
  readonly root: YamlMap;
  readonly report: ReportFault;
  /** Checks a value against a shape, and what is inside it. */
  value(slot: Slot, shape: ValueShape): void;
  /** Checks a map with a closed list of keys. */
  section(node: YamlMap, name: SectionName, slot: Slot): void;
  /** Checks the map of inputs with its settings. */
  form(node: YamlMap): void;
  /** Checks the children of an input. */
  inputs(node: YamlMap): void;
}

/** The slot of a pair. */
export function slotOf(pair: YamlPair, required?: true): Slot {
  const key = keyName(pair);
  return { key, words: `"${key}"`, required, node: pair.value, at: pair.key.span };
}
