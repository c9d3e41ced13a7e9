import { bodyOf, type FunctionNode } from '../../analysis/shell/script-functions.ts';
import type { Command, Statement, SyntaxNode } from '../../syntax/bash/tree.ts';
import { allNodes } from '../../syntax/bash/walk.ts';

/**
 * The last command of a function that gives 0 on every path, although a command in it has something to say; `undefined`
 * for every other function.
 */
export function alwaysTrue(node: FunctionNode): string | undefined {
  const body = bodyOf(node);
  let asks = false;
  for (const inner of allNodes(node.body)) {
    if (inner.type !== 'Command') continue;
    const name = inner.name?.value;
    if (name === 'exit' || name === 'exec' || name === 'eval' || name === 'false') return undefined;
    if (name === 'set' && inner.args.some((word) => /^-\w*e/.test(word.text))) return undefined;
    if (name === 'return' && inner.args[0]?.text !== '0') return undefined;
    if (name !== undefined && !silent.test(name)) asks = true;
  }
  return asks ? lastOf(body) : undefined;
}

/** Commands that have nothing to say about the world. */
const silent = /^(echo|printf|return|true|:|sleep|local|declare|export|shift|date|log|break|continue)$/;

/** The last command of a list that surely succeeds. */
function lastOf(statements: readonly Statement[]): string | undefined {
  const last = statements.at(-1);
  return last === undefined || last.background ? undefined : successOf(last.command);
}

function successOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'Command':
      return printsOnly(node);
    case 'If': {
      const parts = [node.then, ...node.elif.map((arm) => arm.then), node.else].flatMap((part) =>
        part === undefined ? [] : [lastOf(part.commands)],
      );
      return parts.includes(undefined) ? undefined : parts.at(-1);
    }
    case 'Case': {
      const parts = node.items.map((item) =>
        item.body.commands.length === 0 ? ':' : lastOf(item.body.commands),
      );
      return parts.includes(undefined) ? undefined : parts.at(-1);
    }
    case 'BraceGroup':
      return lastOf(node.body.commands);
    case 'AndOr': {
      const end = node.commands.at(-1);
      if (end === undefined || node.operators.at(-1) !== '||') return undefined;
      return successOf(end);
    }
    default:
      return undefined;
  }
}

/** `echo`, `printf` to the terminal, `true`, `return 0`. */
function printsOnly(node: Command): string | undefined {
  const name = node.name?.value ?? '';
  if (
    node.redirects.some(
      (one) => one.type === 'Redirect' && one.target !== undefined && /^\d?>/.test(one.operator),
    )
  )
    return undefined;
  if (name === 'return') return node.args[0]?.text === '0' ? 'return 0' : undefined;
  return /^(echo|printf|true|:)$/.test(name) ? name : undefined;
}
