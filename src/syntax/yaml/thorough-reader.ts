import { Composer, type Document, type YAMLError } from 'yaml';
import type { Finding } from '../../diagnostics/finding.ts';
import type { SourceFile } from '../../source/source-file.ts';
import type { ParsedYaml } from './parsed-yaml.ts';
import { readTokens } from './tokens.ts';
import { treeReader } from './tree-reader.ts';
import { withoutUnindentedLines } from './unindented-quotes.ts';
import { firstFault, tagFault } from './yaml-faults.ts';
import { yamlLimits } from './yaml-limits.ts';

/** How often a file is read again: a quote that is joined shows the next one. */
const mostRounds = 5;

/** Reads a YAML file with the `yaml` package, which knows the whole language and what is wrong with a text. */
export function parseThoroughly(file: SourceFile): ParsedYaml {
  try {
    return read(file);
  } catch (error) {
    // The parser's own recursion is bounded by the depth limit below; a line of its own kind may still exceed it.
    if (!(error instanceof RangeError)) throw error;
    return { root: undefined, comments: [], faults: [tooDeep(file, 0)], broken: true };
  }
}

/** Reads a file, in whose `text` quoted scalars that go on without indentation have been joined once they are known. */
function read(file: SourceFile, text = file.text, round = 0): ParsedYaml {
  const { tokens, comments, tooDeepAt } = readTokens(file, text);
  if (tooDeepAt !== undefined) {
    return { root: undefined, comments, faults: [tooDeep(file, tooDeepAt)], broken: true };
  }
  const composer = new Composer({ keepSourceTokens: true, uniqueKeys: false, schema: 'core' });
  const documents: Document.Parsed[] = [];
  const errors: YAMLError[] = [];
  for (const document of composer.compose(tokens, true, file.text.length)) {
    documents.push(document);
    for (const error of document.errors) errors.push(error);
  }
  const reader = treeReader(file);
  const root = reader.read(documents[0]?.contents);
  for (const other of documents.slice(1)) reader.read(other.contents);
  const joined = round < mostRounds ? withoutUnindentedLines(text, reader.opened.quotes) : undefined;
  if (joined !== undefined) return read(file, joined, round + 1);
  const syntax = firstFault(file, errors, reader.opened);
  if (syntax !== undefined) return { root, comments, faults: [syntax], broken: true };
  const tags = documents.flatMap(({ warnings }) => warnings).flatMap((warning) => tagFault(file, warning));
  const faults = [...reader.faults, ...tags, ...furtherDocuments(file, documents)];
  return { root, comments, faults, broken: reader.isMisread() || tags.length > 0 };
}

function tooDeep(file: SourceFile, offset: number): Finding {
  return {
    message: `the file nests deeper than ${yamlLimits.depth} levels, which is more than is read`,
    at: { file: file.path, start: Math.max(0, offset - 1), end: offset },
    help: 'a workflow needs about ten levels; look for brackets or dashes that repeat',
  };
}

function furtherDocuments(file: SourceFile, documents: readonly Document.Parsed[]): readonly Finding[] {
  const second = documents[1];
  if (second === undefined || documents[0] === undefined) return [];
  const mark = file.text.lastIndexOf('---', Math.max(second.range[0], second.contents?.range?.[0] ?? 0));
  const start = Math.max(mark, 0);
  return [
    {
      message: `the file holds ${documents.length} YAML documents, and only the first one is read`,
      at: { file: file.path, start, end: Math.min(start + 3, file.text.length) },
      help: 'remove the line "---", or move what follows it to a file of its own',
    },
  ];
}
