/**
 * The nodes of a shell script. Positions are offsets into the text that was parsed; `BashScript.spanOf` turns them
 * into places of the file.
 */
export type {
  AndOr,
  ArithmeticExpression,
  Case,
  Command,
  CommandNode,
  CompoundList,
  For,
  HereDoc,
  If,
  ParameterExpansionPart,
  Pipeline,
  PipelineNode,
  Redirect,
  Redirection,
  Script as ScriptNode,
  Statement,
  SyntaxNode,
  TestExpression,
  While,
  Word,
  WordPart,
} from 'unbash';
