import type { InputField } from '../../model/workflow.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';

/** Words in the name of a field that holds sentences. */
const proseName =
  /(^|_)(title|subtitle|greeting|message|msg|description|caption|comment|note|notes|label|sentence|motd|banner|welcome|subject|headline|heading|prompt|footer|slogan|summary|abstract|remark|remarks)(_text)?$/;

/**
 * Whether what is typed into a field of free text is known to have blanks or quotes: its default has, it is an editor, or
 * its name says that it holds a sentence.
 */
export function isProse(input: InputField): boolean {
  if (input.type?.value === 'editor') return true;
  if (input.type?.value === 'password') return false;
  const shown = ['default', 'placeholder'].map((key) => textOf(valueAt(input.node, key))?.trim() ?? '');
  if (shown.some((text) => /\S\s+\S|'/.test(text) && !/^\s*\$\{\{/.test(text))) return true;
  const name = input.name.value
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .replaceAll('-', '_')
    .toLowerCase();
  return proseName.test(name);
}

/** Whether any character may be typed into a field on purpose, as those are that a shell takes for its own. */
export function isPassword(input: InputField): boolean {
  return input.type?.value === 'password' || /pass(word|wd|phrase)/i.test(input.name.value);
}

/** Whether a field holds commands or options, in which an apostrophe is a quote that its writer set on purpose. */
export function holdsCode(input: InputField): boolean {
  return /(command|cmd|script|code|program|snippet|env|environment|setup|module|directive|arg|argument|option|opt|flag)s?$/i.test(
    input.name.value,
  );
}
