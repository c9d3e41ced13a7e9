/** Whether a word stands somewhere in a text without a character in front of it, such as `((` that is no `$((`. */
export function standsWithout(text: string, word: string, before: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (text[at - 1] !== before) return true;
  return false;
}
