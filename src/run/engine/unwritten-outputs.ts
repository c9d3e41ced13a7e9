import type { Template, TemplateValue } from '../../plan/template.ts';
import type { Span } from '../../source/span.ts';

/** The first of the paths that expressions read in vain that is an output of a job or a step. */
export function unwrittenOutput(missing: readonly string[]): string | undefined {
  return missing.find((path) => /^(?:needs|steps)\./.test(path));
}

/** What is said of a step that reads an output which nobody has written. */
export function readInVain(step: string, path: string): string {
  return `step "${step}" reads "${path}", which nobody has written`;
}

/** Where a text reads a path. */
export function placeInTemplate({ text, holes }: Template, path: string): Span | undefined {
  const last = path.split('.').at(-1) ?? '';
  const hole = holes.find(({ start, end }) => text.text.slice(start, end).includes(last));
  return hole && text.spanOf(hole.start, hole.end);
}

/** Where a value, lists and maps included, reads a path. */
export function placeInValue(value: TemplateValue, path: string): Span | undefined {
  switch (value.kind) {
    case 'literal':
      return undefined;
    case 'text':
      return placeInTemplate(value.template, path);
    case 'list':
      return firstPlace(value.items, path);
    case 'map':
      return firstPlace(
        value.entries.map((entry) => entry.value),
        path,
      );
  }
}

function firstPlace(values: readonly TemplateValue[], path: string): Span | undefined {
  for (const value of values) {
    const place = placeInValue(value, path);
    if (place !== undefined) return place;
  }
  return undefined;
}
