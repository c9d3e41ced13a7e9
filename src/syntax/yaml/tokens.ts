import { type CST, Lexer, Parser } from 'yaml';
import type { SourceFile } from '../../source/source-file.ts';
import type { YamlComment } from './tree.ts';
import { yamlLimits } from './yaml-limits.ts';

/** The concrete syntax of a file, its comments, and where it goes too deep, if it does. */
export interface YamlTokens {
  readonly tokens: readonly CST.Token[];
  readonly comments: readonly YamlComment[];
  readonly tooDeepAt: number | undefined;
}

const startOfDocument = '\u0002';
const endOfFlow = '\u0018';
const beforeScalar = '\u001f';

/**
 * Splits a file into documents of tokens; stops where nesting exceeds the limit.
 *
 * @param text what is read in the place of the file's own text, as long as that one
 */
export function readTokens(file: SourceFile, text = file.text): YamlTokens {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  const comments: YamlComment[] = [];
  let offset = 0;
  let isScalar = false;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    if (isScalar) {
      isScalar = false;
      offset += lexeme.length;
    } else if (lexeme === beforeScalar) isScalar = true;
    else if (lexeme !== startOfDocument && lexeme !== endOfFlow) {
      if (lexeme.startsWith('#')) {
        comments.push({
          text: lexeme,
          span: { file: file.path, start: offset, end: offset + lexeme.length },
        });
      }
      offset += lexeme.length;
    }
    if (parser.stack.length > yamlLimits.depth) return { tokens: [], comments, tooDeepAt: offset };
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens, comments, tooDeepAt: undefined };
}
