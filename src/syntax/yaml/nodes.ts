import type { MappedText } from '../../source/mapped-text.ts';
import { verbatim } from '../../source/mapped-text.ts';
import type { FilePath, Span } from '../../source/span.ts';
import { coreValue } from './core-schema.ts';
import { blockHeader, blockText, doubleQuotedText, plainText, singleQuotedText } from './scalar-text.ts';
import type { ScalarStyle, YamlScalar } from './tree.ts';

/** Where a block scalar's content stands; nothing for the other styles. */
export interface BlockContent {
  readonly indicators: string;
  readonly start: number;
  readonly end: number;
  readonly parentIndent: number;
}

/** A scalar that is decoded when it is first asked for: most of a file's texts never are. */
export class ScalarNode implements YamlScalar {
  readonly kind = 'scalar';
  readonly style: ScalarStyle;
  readonly span: Span;
  private readonly source: string;
  private readonly block: BlockContent | undefined;
  private known: string | number | boolean | null | undefined;
  private decoded: MappedText | undefined;

  /**
   * @param source the text of the whole file
   * @param given the value, when it is known already, or when a tag says other than the text
   */
  constructor(
    source: string,
    style: ScalarStyle,
    span: Span,
    block?: BlockContent,
    given?: string | number | boolean | null,
  ) {
    this.source = source;
    this.style = style;
    this.span = span;
    this.block = block;
    this.known = given;
    this.decoded = undefined;
  }

  get text(): MappedText {
    this.decoded ??= this.decode();
    return this.decoded;
  }

  get value(): string | number | boolean | null {
    this.known ??= this.readValue();
    return this.known;
  }

  private readValue(): string | number | boolean | null {
    return this.style === 'plain' ? coreValue(this.plainText()) : this.text.text;
  }

  /** The text of a plain scalar; on one line it is what the file says, and its origins can wait. */
  private plainText(): string {
    const { start, end } = this.span;
    const written = this.source.slice(start, end);
    return written.includes('\n') ? this.text.text : written;
  }

  private decode(): MappedText {
    const { file, start, end } = this.span;
    switch (this.style) {
      case 'plain':
        return plainText(file, this.source.slice(start, end), start);
      case 'single-quoted':
        return singleQuotedText(file, this.inside(start, end, "'"), start + 1);
      case 'double-quoted':
        return doubleQuotedText(file, this.inside(start, end, '"'), start + 1);
      case 'literal':
      case 'folded':
        return this.decodeBlock(file);
    }
  }

  /** What stands between the quotes; the closing one may be missing. */
  private inside(start: number, end: number, quote: string): string {
    const closed = end - start > 1 && this.source[end - 1] === quote;
    return this.source.slice(start + 1, closed ? end - 1 : end);
  }

  private decodeBlock(file: FilePath): MappedText {
    if (this.block === undefined) return verbatim(file, '', this.span.start);
    const { indicators, start, end, parentIndent } = this.block;
    return blockText(file, this.source.slice(start, end), start, blockHeader(indicators), parentIndent);
  }
}
