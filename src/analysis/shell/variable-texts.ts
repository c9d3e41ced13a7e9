import { escapePattern } from '../../base/escape-pattern.ts';

// What stands in a text about a variable, without following the text: a reason to be silent, never one to speak.

/** Where a text first reads a variable, as `$NAME`, `${NAME…}`, `${#NAME}` or `${!NAME}`; -1 when it does not. */
export function firstRead(text: string, name: string): number {
  return text.search(new RegExp(`\\$\\{?[#!]?${escapePattern(name)}\\b`));
}

/** Whether a text reads a variable. */
export const readsVariable = (text: string, name: string): boolean => firstRead(text, name) !== -1;

/** Whether a text assigns to a variable, as `NAME=` or `NAME+=`. */
export function assignsVariable(text: string, name: string): boolean {
  return new RegExp(`\\b${escapePattern(name)}\\+?=`).test(text);
}

/** Whether a text gives a value to a variable, in a shell or as a key of YAML. */
export function setsVariable(text: string, name: string): boolean {
  return new RegExp(`\\b${escapePattern(name)}\\s*(?:\\+?=|:(?![-=?+]))`).test(text);
}

/** Whether a text asks if a variable is set, by a test or by a default for it. */
export function asksForVariable(text: string, name: string): boolean {
  const escaped = escapePattern(name);
  return new RegExp(`\\$\\{${escaped}:?[-=?+]|-[nzv]\\s+["']?\\$?\\{?${escaped}\\b`).test(text);
}
