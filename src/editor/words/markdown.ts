import type { Evidence, KeyFact } from '../../facts/types.ts';
import { shapeText } from './shape-text.ts';

/** Everything that is known about a key, as Markdown. */
export function keyText(key: KeyFact): string {
  const facts = [
    `**${key.name}**${key.required ? ' (required)' : ''}: ${shapeText(key.value)}`,
    ...(key.retired === undefined ? [] : [`*Retired:* ${key.retired}`]),
    key.description,
    ...(key.default === undefined ? [] : [`Without it: ${key.default}`]),
    evidenceText(key.evidence),
  ];
  return facts.join('\n\n');
}

/** Where a fact comes from. */
export function evidenceText({ kind, from }: Evidence): string {
  return `*${kind}: ${from}*`;
}

/** Markdown as text for clients that show no other. */
export function withoutMarkdown(text: string): string {
  return text.replaceAll(/\*\*|`|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])/g, '');
}
