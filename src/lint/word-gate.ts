import { mentionsAny } from '../base/mentions-any.ts';
import type { WorkflowFile } from '../model/workflow.ts';
import type { AnyRule, SubjectKind, Subjects } from '../rules/rule.ts';

/** Tells, before a rule is asked, that it has nothing to say: none of the words that it needs is there. */
export interface WordGate {
  /** Whether a rule may have something to say about the subjects of this group. */
  mayAsk(rule: AnyRule): boolean;
}

/** Escapes of double-quoted YAML that could hide a word, or cut it in two. */
const hiding = /\\[xuU]|\w\\\r?\n/;
/** The rules on these are gated by the workflow's file; scripts have a text of their own, and may be of no workflow. */
const ofFile: ReadonlySet<SubjectKind> = new Set(['file', 'workflow', 'input', 'job', 'step', 'expression']);

/** A gate for what belongs to one workflow file. Each word is looked for once, however many rules need it. */
export function wordGate(file: WorkflowFile | undefined): WordGate {
  const text = file?.source.text;
  const known = new Map<string, boolean>();
  let hides: boolean | undefined;
  const isThere = (word: string): boolean => {
    let answer = known.get(word);
    if (answer === undefined) {
      answer = text === undefined || text.includes(word);
      known.set(word, answer);
    }
    return answer;
  };
  return {
    mayAsk({ on, mentions }) {
      if (mentions === undefined || text === undefined || !ofFile.has(on) || mentions.some(isThere))
        return true;
      hides ??= text.includes('\\') && hiding.test(text);
      return hides;
    },
  };
}

/** Whether one of the words stands in the text of an expression or a script; other subjects have no text of their own. */
export function mentionsIn(subject: Subjects[SubjectKind], words: readonly string[]): boolean {
  const text =
    'site' in subject ? subject.site.text.text : 'script' in subject ? subject.script.text.text : undefined;
  return text === undefined || mentionsAny(text, words);
}
