import type { SourceFile } from '../../../source/source-file.ts';
import { ScalarNode } from '../nodes.ts';
import type { ScalarStyle, YamlComment, YamlNode, YamlPair, YamlScalar } from '../tree.ts';
import { yamlLimits } from '../yaml-limits.ts';

/** Thrown where the quick reader is not sure; the thorough one then reads the file from the start. */
export class Unsure extends Error {}

const newline = 10;
const blank = 32;
const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const comma = 44;
const dash = 45;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;

/** Characters that cannot begin a plain scalar, or mean something that the quick reader does not know. */
const indicators = new Set([...'&*!|>%@`,[]{}#\'"'].map((one) => one.charCodeAt(0)));

/** Scans the scalars and flow collections of one file; anything unusual makes it unsure. */
export class QuickScanner {
  readonly file: SourceFile;
  readonly text: string;
  readonly comments: YamlComment[] = [];
  at: number;

  constructor(file: SourceFile) {
    this.file = file;
    this.text = file.text;
    this.at = file.text.charCodeAt(0) === 0xfeff ? 1 : 0;
  }

  /** The code of the character at an offset; a line break at the end of the text. */
  code(offset: number): number {
    return offset < this.text.length ? this.text.charCodeAt(offset) : newline;
  }

  skipBlanks(): void {
    while (this.text.charCodeAt(this.at) === blank) this.at++;
    if (this.text.charCodeAt(this.at) === 9) throw new Unsure();
  }

  lineEnd(from: number): number {
    const end = this.text.indexOf('\n', from);
    return end === -1 ? this.text.length : end;
  }

  /** From behind a value to the next line: only blanks and a comment may stand there. */
  endLine(): void {
    const before = this.at;
    this.skipBlanks();
    const code = this.code(this.at);
    if (code === hash && (this.at > before || this.text.charCodeAt(this.at - 1) === blank)) this.comment();
    else if (code !== newline) throw new Unsure();
    this.at = Math.min(this.at + 1, this.text.length);
  }

  comment(): void {
    const end = this.lineEnd(this.at);
    const text = this.text.slice(this.at, end);
    this.comments.push({ text, span: { file: this.file.path, start: this.at, end } });
    this.at = end;
  }

  scalar(style: ScalarStyle, start: number, end: number): YamlScalar {
    return new ScalarNode(this.text, style, { file: this.file.path, start, end });
  }

  /** Whether a plain scalar may begin here; `-`, `?` and `:` only before a character that is no blank. */
  beginsPlain(offset: number): boolean {
    const code = this.code(offset);
    if (indicators.has(code)) return false;
    if (code !== dash && code !== colon && code !== 63) return true;
    const next = this.code(offset + 1);
    return next !== blank && next !== 9 && isPlainAfterColon(next);
  }

  /** A quoted scalar; `indent` is the one that the lines it goes on over must exceed, -1 when it must not go on. */
  quoted(indent: number): YamlScalar {
    const start = this.at;
    const quote = this.text.charCodeAt(start);
    let at = start + 1;
    for (;;) {
      if (at >= this.text.length) throw new Unsure();
      const code = this.text.charCodeAt(at);
      if (code === quote) {
        if (quote === doubleQuote || this.text.charCodeAt(at + 1) !== singleQuote) break;
        at += 2;
      } else if (code === backslash && quote === doubleQuote) at = this.escapeEnd(at);
      else if (code === newline) at = this.continuation(at, indent);
      else at++;
    }
    this.at = at + 1;
    return this.scalar(quote === doubleQuote ? 'double-quoted' : 'single-quoted', start, this.at);
  }

  /** The text of a key, read off the file where it is written plainly: keys are compared before anyone decodes them. */
  private keyText(key: YamlScalar): string {
    return key.style === 'plain' ? this.text.slice(key.span.start, key.span.end) : key.text.text;
  }

  /** A doubled key is reported by the thorough reader; what a merge key brings is put in its place by it. */
  distinctKeys(pairs: readonly YamlPair[]): void {
    const seen = new Set<string>();
    for (const { key } of pairs) seen.add(this.keyText(key));
    if (seen.size < pairs.length || seen.has('<<')) throw new Unsure();
  }

  private escapeEnd(at: number): number {
    const next = this.text[at + 1] ?? '';
    if ('0abefnrtvN_LP "/\\'.includes(next) && next !== '') return at + 2;
    const digits = next === 'x' ? 2 : next === 'u' ? 4 : 0;
    if (digits === 0 || !/^[0-9a-fA-F]+$/.test(this.text.slice(at + 2, at + 2 + digits))) throw new Unsure();
    return at + 2 + digits;
  }

  /** From a line break inside quotes to the first character of the next line with any. */
  private continuation(from: number, indent: number): number {
    let at = from;
    let lineStart = from;
    while (this.text.charCodeAt(at) === newline || this.text.charCodeAt(at) === blank) {
      if (this.text.charCodeAt(at) === newline) lineStart = at + 1;
      at++;
    }
    if (indent < 0 || at - lineStart <= indent || this.text.charCodeAt(at) === 9) throw new Unsure();
    return at;
  }

  /** A flow collection that stands on one line. */
  flow(depth: number): YamlNode {
    if (depth > yamlLimits.depth) throw new Unsure();
    const start = this.at++;
    const isMap = this.text.charCodeAt(start) === openBrace;
    const closing = isMap ? closeBrace : closeBracket;
    const pairs: YamlPair[] = [];
    const items: YamlNode[] = [];
    for (;;) {
      this.skipBlanks();
      if (this.code(this.at) === closing) break;
      if (isMap) pairs.push(this.flowPair(depth));
      else items.push(this.flowValue(depth));
      this.skipBlanks();
      const code = this.code(this.at);
      if (code === comma) this.at++;
      else if (code !== closing) throw new Unsure();
    }
    this.at++;
    const span = { file: this.file.path, start, end: this.at };
    if (!isMap) return { kind: 'sequence', items, span, flow: true };
    this.distinctKeys(pairs);
    return { kind: 'map', pairs, span, flow: true };
  }

  private flowPair(depth: number): YamlPair {
    const key = this.flowScalar();
    this.skipBlanks();
    let value: YamlNode | undefined;
    if (this.code(this.at) === colon) {
      if (this.code(++this.at) !== blank) throw new Unsure();
      this.skipBlanks();
      const code = this.code(this.at);
      if (code !== comma && code !== closeBrace) value = this.flowValue(depth);
    }
    const end = value?.span.end ?? key.span.end;
    return { key, value, span: { file: this.file.path, start: key.span.start, end } };
  }

  private flowValue(depth: number): YamlNode {
    const code = this.code(this.at);
    const value = code === openBracket || code === openBrace ? this.flow(depth + 1) : this.flowScalar();
    this.skipBlanks();
    if (this.code(this.at) === colon) throw new Unsure();
    return value;
  }

  private flowScalar(): YamlScalar {
    const code = this.code(this.at);
    if (code === doubleQuote || code === singleQuote) return this.quoted(-1);
    if (code === newline || !this.beginsPlain(this.at)) throw new Unsure();
    const start = this.at;
    let end = start;
    for (; ; this.at++) {
      const next = this.code(this.at);
      if (next === comma || next === closeBracket || next === closeBrace) break;
      if (next === newline || next === openBracket || next === openBrace || next === 9) throw new Unsure();
      if (next === hash && this.text.charCodeAt(this.at - 1) === blank) throw new Unsure();
      if (next === colon) {
        const after = this.code(this.at + 1);
        if (after === blank) break;
        if (!isPlainAfterColon(after)) throw new Unsure();
      }
      if (next !== blank) end = this.at + 1;
    }
    return this.scalar('plain', start, end);
  }
}

/** Whether a colon or dash before this character can belong to a plain scalar inside a flow collection. */
function isPlainAfterColon(code: number): boolean {
  return ![newline, comma, openBracket, closeBracket, openBrace, closeBrace].includes(code);
}
