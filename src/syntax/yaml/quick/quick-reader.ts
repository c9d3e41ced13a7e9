import type { SourceFile } from '../../../source/source-file.ts';
import { ScalarNode } from '../nodes.ts';
import type { YamlComment, YamlNode, YamlPair, YamlScalar } from '../tree.ts';
import { yamlLimits } from '../yaml-limits.ts';
import { QuickScanner, Unsure } from './quick-scanner.ts';

/** What the quick reader read: a whole file without any fault. */
export interface QuickResult {
  readonly root: YamlNode | undefined;
  readonly comments: readonly YamlComment[];
}

/**
 * Reads a file that uses YAML as nearly all workflows do: block maps and lists, scalars of every style, flow
 * collections on one line. Anything else, and anything doubtful, gives `undefined`, and the thorough reader decides:
 * faults, anchors, tags, tabs, carriage returns, several documents. What it does read is the same tree.
 */
export function readQuickly(file: SourceFile): QuickResult | undefined {
  if (file.text.includes('\r') || file.text.includes('\uFEFF', 1)) return undefined;
  try {
    return new QuickReader(file).document();
  } catch (error) {
    if (error instanceof Unsure) return undefined;
    throw error;
  }
}

const newline = 10;
const blank = 32;
const hash = 35;
const dash = 45;
const colon = 58;
/** Where a plain text may stop. */
const plainStop = /[\n\t]|(?<= )#|:(?=[ \n\t]|$)/g;

class QuickReader extends QuickScanner {
  /** Indentation of the content at `at`; -1 at the end of the file. */
  private indent = -1;
  /** The line `---` may stand once, before the document. */
  private mark: 'possible' | 'seen' = 'possible';
  /** The key that `isKey` found and no pair has taken yet. */
  private key: YamlScalar | undefined;

  document(): QuickResult {
    this.toContent();
    if (this.indent === 0 && this.text.startsWith('---', this.at)) {
      this.at += 3;
      this.endLine();
      this.mark = 'seen';
      this.toContent();
    }
    this.mark = 'seen';
    if (this.indent === -1) return { root: undefined, comments: this.comments };
    if (this.indent === 0 && this.isDocumentMark()) throw new Unsure();
    const isSequence = this.isDash();
    if (!isSequence && !this.isKey()) throw new Unsure();
    const root = isSequence ? this.sequence(0) : this.map(0);
    if (this.indent !== -1) throw new Unsure();
    return { root, comments: this.comments };
  }

  /** From the start of a line over blank lines and comments to the next content. */
  private toContent(): void {
    const { text } = this;
    for (;;) {
      const lineStart = this.at;
      while (text.charCodeAt(this.at) === blank) this.at++;
      if (this.at >= text.length) {
        this.indent = -1;
        return;
      }
      const code = text.charCodeAt(this.at);
      if (code === hash) {
        this.comment();
        this.at = Math.min(this.at + 1, text.length);
      } else if (code === newline) this.at++;
      else {
        if (code === 9) throw new Unsure();
        this.indent = this.at - lineStart;
        if (this.indent === 0 && this.mark === 'seen' && this.isDocumentMark()) throw new Unsure();
        return;
      }
    }
  }

  private isDocumentMark(): boolean {
    return (
      this.text.startsWith('...', this.at) ||
      this.text.startsWith('---', this.at) ||
      this.code(this.at) === 37
    );
  }

  private isDash(): boolean {
    if (this.code(this.at) !== dash) return false;
    const next = this.code(this.at + 1);
    return next === blank || next === newline;
  }

  /** A node that begins at `at`, which is the first content of its line or stands behind a dash. */
  private blockNode(parentIndent: number, depth: number): YamlNode {
    if (depth > yamlLimits.depth) throw new Unsure();
    if (this.isDash()) return this.sequence(depth);
    if (this.isKey()) return this.map(depth);
    return this.value(parentIndent, depth);
  }

  private sequence(depth: number): YamlNode {
    const { indent } = this;
    const start = this.at;
    const items: (YamlNode | undefined)[] = [];
    let end = start + 1;
    let last = start + 1;
    while (this.indent === indent && this.isDash()) {
      last = this.at + 1;
      this.at++;
      const item = this.itemValue(indent, depth);
      if (item !== undefined) end = item.span.end;
      items.push(item);
    }
    if (items.every((item) => item === undefined)) end = last;
    if (this.indent > indent) throw new Unsure();
    return { kind: 'sequence', items, span: { file: this.file.path, start, end }, flow: false };
  }

  /** What stands behind a dash: on its line, or on the lines below that are set in deeper. */
  private itemValue(indent: number, depth: number): YamlNode | undefined {
    const dashAt = this.at - 1;
    this.skipBlanks();
    const code = this.code(this.at);
    if (code === newline || code === hash) {
      this.endLine();
      this.toContent();
      return this.indent > indent ? this.blockNode(indent, depth + 1) : undefined;
    }
    this.indent = indent + this.at - dashAt;
    return this.blockNode(indent, depth + 1);
  }

  private map(depth: number): YamlNode {
    const { indent } = this;
    const pairs: YamlPair[] = [];
    do {
      if (this.key === undefined && !this.isKey()) throw new Unsure();
      pairs.push(this.pair(indent, depth));
    } while (this.indent === indent && !this.isDash());
    if (this.indent > indent) throw new Unsure();
    this.distinctKeys(pairs);
    const start = pairs[0]?.span.start ?? 0;
    const end = pairs.at(-1)?.span.end ?? 0;
    return { kind: 'map', pairs, span: { file: this.file.path, start, end }, flow: false };
  }

  private pair(indent: number, depth: number): YamlPair {
    const key = this.key;
    if (key === undefined) throw new Unsure();
    this.key = undefined;
    const value = this.pairValue(indent, depth);
    const { file, start, end } = key.span;
    return { key, value, span: { file, start, end: Math.max(end, value?.span.end ?? 0) } };
  }

  private pairValue(indent: number, depth: number): YamlNode | undefined {
    this.skipBlanks();
    const code = this.code(this.at);
    if (code !== newline && code !== hash) return this.value(indent, depth);
    this.endLine();
    this.toContent();
    if (this.indent > indent) return this.blockNode(indent, depth + 1);
    return this.indent === indent && this.isDash() ? this.sequence(depth + 1) : undefined;
  }

  /** Whether a key stands at `at`; when so, it is kept in `key` and `at` moves behind its colon. */
  private isKey(): boolean {
    const start = this.at;
    const code = this.code(start);
    if (code === 34 || code === 39) {
      const key = this.quoted(-2);
      this.skipBlanks();
      if (this.code(this.at) === colon && this.isSpace(this.at + 1)) return this.keepKey(key);
      this.at = start;
      return false;
    }
    if (!this.beginsPlain(start)) return false;
    const stop = this.plainStop(start);
    if (this.code(stop) !== colon || !this.isSpace(stop + 1)) return false;
    if (stop - start > 1000) throw new Unsure();
    this.at = stop;
    return this.keepKey(this.scalar('plain', start, this.withoutBlanks(start, stop)));
  }

  private keepKey(key: YamlScalar): true {
    this.key = key;
    this.at++;
    return true;
  }

  private isSpace(offset: number): boolean {
    const code = this.code(offset);
    if (code === 9) throw new Unsure();
    return code === blank || code === newline;
  }

  /** A value that is no block map or list; `indent` is that of the map or list around it. */
  private value(indent: number, depth: number): YamlNode {
    const code = this.code(this.at);
    if (code === 124 || code === 62) return this.block(indent);
    if (code === 34 || code === 39) return this.closed(this.quoted(indent));
    if (code === 91 || code === 123) return this.closed(this.flow(depth + 1));
    if (!this.beginsPlain(this.at)) throw new Unsure();
    return this.plain(indent);
  }

  private closed(node: YamlNode): YamlNode {
    this.endLine();
    this.toContent();
    return node;
  }

  private plain(indent: number): YamlScalar {
    const { text } = this;
    const start = this.at;
    let end = this.plainLine();
    while (this.code(this.at) === newline && this.at < text.length) {
      let at = this.at;
      let lineStart = at;
      while (text.charCodeAt(at) === newline || text.charCodeAt(at) === blank) {
        if (text.charCodeAt(at) === newline) lineStart = at + 1;
        at++;
      }
      if (at >= text.length || at - lineStart <= indent || text.charCodeAt(at) === hash) break;
      const code = text.charCodeAt(at);
      if (code === dash || code === 63 || code === 9) throw new Unsure();
      this.at = at;
      end = this.plainLine();
    }
    this.endLine();
    this.toContent();
    return this.scalar('plain', start, end);
  }

  /** Moves over one line of a plain scalar and gives its end; `at` is then at the line break or the comment. */
  private plainLine(): number {
    const start = this.at;
    this.at = this.plainStop(start);
    if (this.code(this.at) === colon) throw new Unsure();
    return this.withoutBlanks(start, this.at);
  }

  /** Where a plain text stops: at the line break, a comment, or a colon with a blank behind it. */
  private plainStop(start: number): number {
    plainStop.lastIndex = start;
    const stop = plainStop.test(this.text) ? plainStop.lastIndex - 1 : this.text.length;
    if (this.code(stop) === 9) throw new Unsure();
    return stop;
  }

  private withoutBlanks(start: number, end: number): number {
    let last = end;
    while (last > start && this.text.charCodeAt(last - 1) === blank) last--;
    return last;
  }

  private block(indent: number): YamlScalar {
    const { text } = this;
    const start = this.at;
    const style = text[start] === '|' ? 'literal' : 'folded';
    if (text[++this.at] === '-') this.at++;
    const indicators = text.slice(start, this.at);
    this.endLine();
    const contentStart = this.at;
    const content = this.blockEnd(indent);
    const written = text.slice(contentStart, content.end).trimEnd().length;
    this.at = content.next;
    this.toContent();
    const span = { file: this.file.path, start, end: written === 0 ? start + 1 : contentStart + written };
    return new ScalarNode(text, style, span, {
      indicators,
      start: contentStart,
      end: content.end,
      parentIndent: indent,
    });
  }

  /** Where the lines of a block scalar end, and where the line after them begins. */
  private blockEnd(indent: number): { readonly end: number; readonly next: number } {
    const { text } = this;
    let at = this.at;
    let end = at;
    let width = -1;
    let widest = 0;
    while (at < text.length) {
      const lineStart = at;
      while (text.charCodeAt(at) === blank) at++;
      const own = at - lineStart;
      if (at >= text.length || text.charCodeAt(at) === newline) {
        // Blanks beyond the indentation belong to the text, in ways that the thorough reader knows.
        if (width !== -1 && own > width) throw new Unsure();
        widest = Math.max(widest, own);
        at++;
        continue;
      }
      if (width === -1) {
        if (own <= indent) return { end, next: lineStart };
        if (widest > own) throw new Unsure();
        width = own;
      }
      if (own < width) return { end, next: lineStart };
      const feed = text.indexOf('\n', at);
      at = feed === -1 ? text.length : feed + 1;
      end = at;
    }
    return { end, next: text.length };
  }
}
