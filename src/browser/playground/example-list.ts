import type { ShownRule } from '../../app/rule-example.ts';

/** Fills the list of examples: the rules by group, under a first entry that chooses none. */
export function fillExamples(select: HTMLSelectElement, rules: readonly ShownRule[]): void {
  const none = new Option('a rule…', '');
  const groups = new Map<string, HTMLOptGroupElement>();
  for (const { id, group, what } of rules) {
    let known = groups.get(group);
    if (known === undefined) {
      known = document.createElement('optgroup');
      known.label = group;
      groups.set(group, known);
    }
    const option = new Option(id, id);
    option.title = what;
    known.append(option);
  }
  select.replaceChildren(none, ...groups.values());
}
