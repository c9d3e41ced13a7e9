import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, indentOnInput, StreamLanguage, syntaxHighlighting } from '@codemirror/language';
import { shell } from '@codemirror/legacy-modes/mode/shell';
import { type Diagnostic, lintGutter, lintKeymap, setDiagnostics } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import type { Finding, Range } from '../../api/lint.ts';

/** One text field, in which the texts of several files are edited in turn. */
export interface Editor {
  /** Shows a file; each keeps its own caret and its own history while its text is the one that was left. */
  open(path: string, text: string): void;
  /** Replaces the text of the open file, as one step that can be undone. */
  replace(text: string): void;
  /** Forgets all files. */
  clear(): void;
  /** Marks findings of the open file. */
  mark(findings: readonly Finding[]): void;
  /** Puts the caret at a place and the focus into the field. */
  goTo(range: Range): void;
}

/** What an editor tells. */
export interface EditorListener {
  readonly changed: (text: string) => void;
  readonly fix: (finding: Finding) => void;
}

/** An editor in an element of the page. Tab leaves it, as it leaves any other field. */
export function startEditor(parent: HTMLElement, listener: EditorListener): Editor {
  const states = new Map<string, EditorState>();
  let current = '';
  const view = new EditorView({
    parent,
    dispatchTransactions(transactions, self) {
      self.update(transactions);
      if (transactions.some((one) => one.docChanged)) listener.changed(self.state.doc.toString());
    },
  });
  return {
    open(path, text) {
      states.set(current, view.state);
      current = path;
      const known = states.get(path);
      const isKept = known?.doc.toString() === text;
      view.setState(isKept ? known : EditorState.create({ doc: text, extensions: extensionsFor(path) }));
    },
    replace(text) {
      const { state } = view;
      view.dispatch({ changes: { from: 0, to: state.doc.length, insert: text } });
    },
    clear() {
      states.clear();
      current = '';
      view.setState(EditorState.create());
    },
    mark(findings) {
      const marks = findings.map((finding) => diagnosticOf(finding, view.state, listener));
      view.dispatch(setDiagnostics(view.state, marks));
    },
    goTo(range) {
      const { from, to } = offsetsOf(range, view.state);
      view.dispatch({
        selection: { anchor: from, head: to },
        effects: EditorView.scrollIntoView(from, { y: 'center' }),
      });
      view.focus();
    },
  };
}

function extensionsFor(path: string): readonly Extension[] {
  return [
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    syntaxHighlighting(classHighlighter),
    keymap.of([...defaultKeymap, ...historyKeymap, ...lintKeymap]),
    path.endsWith('.sh') ? StreamLanguage.define(shell) : yaml(),
    EditorView.contentAttributes.of({ 'aria-label': path, spellcheck: 'false' }),
  ];
}

function diagnosticOf(finding: Finding, state: EditorState, listener: EditorListener): Diagnostic {
  const { rule, severity, message, help, fix, range } = finding;
  return {
    ...offsetsOf(range, state),
    severity: severity === 'note' ? 'info' : severity,
    source: rule,
    message: help === undefined ? message : `${message}\n${help}`,
    actions: fix === undefined ? [] : [{ name: fix.title, apply: () => listener.fix(finding) }],
  };
}

/** Offsets in a text that may have changed since it was looked at. */
function offsetsOf(range: Range, { doc }: EditorState): { readonly from: number; readonly to: number } {
  const offset = ({ line, column }: Range['start']): number => {
    if (line > doc.lines) return doc.length;
    const { from, to } = doc.line(Math.max(line, 1));
    return Math.min(from + column - 1, to);
  };
  const from = offset(range.start);
  return { from, to: Math.max(from, offset(range.end)) };
}
