import type { SyntaxNode } from 'unbash';

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

/** A node of the named type. */
export type NodeOf<Type extends SyntaxNode['type']> = Extract<SyntaxNode, { readonly type: Type }>;

/** Gives the nodes of a tree that are of the named types, at any depth, parents before their children. */
export type NodesOfTypes = <Type extends SyntaxNode['type']>(
  ...types: readonly Type[]
) => readonly NodeOf<Type>[];
