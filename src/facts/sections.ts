import { actionSections } from './tables/action-sections.ts';
import { jobSections } from './tables/job-sections.ts';
import { optionSections } from './tables/option-section.ts';
import { workflowSections } from './tables/workflow-sections.ts';
import type { SectionFact, SectionName } from './types.ts';

const sections: readonly SectionFact[] = [
  ...workflowSections,
  ...jobSections,
  ...optionSections,
  ...actionSections,
];

/** Every section of the language. */
export function allSections(): readonly SectionFact[] {
  return sections;
}

const byName: ReadonlyMap<SectionName, SectionFact> = new Map(
  sections.map((section) => [section.name, section]),
);

/**
 * The section of a name.
 *
 * @throws when the tables lack it, which a test rules out
 */
export function sectionNamed(name: SectionName): SectionFact {
  const section = byName.get(name);
  if (section === undefined) throw new Error(`no section "${name}" in the tables`);
  return section;
}
