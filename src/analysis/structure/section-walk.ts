import { suggest } from '../../base/suggest.ts';
import { sectionNamed } from '../../facts/sections.ts';
import { foreignKeys } from '../../facts/tables/foreign-keys.ts';
import type { ForeignKeyFact, KeyFact, SectionFact, SectionName } from '../../facts/types.ts';
import { pairOf, type YamlMap, type YamlPair } from '../../syntax/yaml/tree.ts';
import { helpToAdd } from './help-to-add.ts';
import { keyName } from './key-name.ts';
import { checkName } from './name-check.ts';
import { andList } from './shape-words.ts';
import { checkJob, walkStep } from './step-walk.ts';
import type { StructureFaultKind } from './structure-fault.ts';
import { absentKeys, explainUnknown, listKeys } from './unknown-key.ts';
import { type Slot, type StructureWalk, slotOf } from './walk.ts';

/** Checks a map with a closed list of keys. */
export function walkSection(node: YamlMap, name: SectionName, slot: Slot, walk: StructureWalk): void {
  const section = sectionNamed(name);
  const unknown: YamlPair[] = [];
  for (const pair of node.pairs) {
    const key = section.keys.find((candidate) => candidate.name === keyName(pair));
    if (key !== undefined) {
      if (!(name === 'step' && key.name === 'with')) walk.value(slotOf(pair, key.required), key.value);
    } else if (section.others !== undefined) {
      checkName(pair.key, section.others.names, 'name', walk.report);
      walk.value(slotOf(pair), section.others.value);
    } else {
      unknown.push(pair);
    }
  }
  if (node.pairs.length < (section.least ?? 0)) {
    walk.report('empty-list', {
      message: `${slot.words} is empty, expected at least one entry`,
      at: node.span,
    });
  }
  const meant = reportUnknown(unknown, node, name, walk);
  reportMissing(node, name, slot, meant, walk);
  if (name === 'step') walkStep(node, slot, meant, walk);
  if (name === 'job') checkJob(node, walk);
}

/** Reports keys that a section does not have; gives the known keys that were meant by them. */
function reportUnknown(
  unknown: readonly YamlPair[],
  node: YamlMap,
  name: SectionName,
  walk: StructureWalk,
): ReadonlySet<string> {
  const section = sectionNamed(name);
  const kind: StructureFaultKind = name.startsWith('with-') ? 'unknown-action-input' : 'unknown-key';
  const meant = new Set<string>();
  const lost: YamlPair[] = [];
  const absent = absentKeys(node, section.keys);
  for (const pair of unknown) {
    const key = keyName(pair);
    const foreign = (foreignKeys as readonly ForeignKeyFact[]).find(
      (fact) => fact.section === name && fact.key === key,
    );
    if (foreign !== undefined) {
      if (foreign.instead !== undefined) meant.add(foreign.instead);
      walk.report('foreign-key', {
        message: `unknown key "${key}" in ${section.words}`,
        at: pair.key.span,
        help: foreign.help,
      });
      continue;
    }
    const near = suggest(key, absent);
    if (near === undefined) {
      lost.push(pair);
      continue;
    }
    meant.add(near);
    walk.report(kind, {
      message: `unknown key "${key}" in ${section.words}`,
      at: pair.key.span,
      ...explainUnknown(pair, near, section.keys),
    });
  }
  reportLost(lost, section, kind, missingKeys(node, name, meant), walk);
  // a lost key and a missing one are one fault: the author gave the one another name
  if (lost.length === 1) for (const key of missingKeys(node, name, meant).slice(0, 1)) meant.add(key.name);
  return meant;
}

/** Reports the keys of one map that resemble nothing, together: they mostly stand at the wrong level. */
function reportLost(
  lost: readonly YamlPair[],
  section: SectionFact,
  kind: StructureFaultKind,
  missing: readonly KeyFact[],
  walk: StructureWalk,
): void {
  const [first, ...others] = lost;
  if (first === undefined) return;
  const names = lost.map((pair) => `"${keyName(pair)}"`);
  const one = missing.length > 0 && lost.length === 1 ? `; ${missing[0]?.name} is missing` : '';
  walk.report(kind, {
    message: `unknown ${others.length === 0 ? 'key' : 'keys'} ${andList(names)} in ${section.words}`,
    at: first.key.span,
    ...(others.length > 0 && {
      related: others.map((pair) => ({ span: pair.key.span, text: 'this one too' })),
    }),
    help: `expected one of ${listKeys(section.keys)}${one}`,
  });
}

/** The required keys of a section that a map lacks; of "run" and "uses" either will do. */
function missingKeys(node: YamlMap, name: SectionName, meant: ReadonlySet<string>): readonly KeyFact[] {
  const has = (key: string) => meant.has(key) || pairOf(node, key) !== undefined;
  const { keys } = sectionNamed(name);
  if (name === 'step' && !has('run') && !has('uses')) return keys.filter((key) => key.name === 'run');
  return keys.filter((key) => key.required && !has(key.name));
}

/** Reports the required keys that are not there, once for the whole map. */
function reportMissing(
  node: YamlMap,
  name: SectionName,
  slot: Slot,
  meant: ReadonlySet<string>,
  walk: StructureWalk,
): void {
  if (name === 'step') return;
  const section = sectionNamed(name);
  const missing = missingKeys(node, name, meant);
  if (missing.length === 0) return;
  walk.report('missing-key', {
    message: `${section.words} needs ${andList(missing.map((key) => `"${key.name}"`))}`,
    at: slot.at,
    help: helpToAdd(missing),
  });
}
