import { assertNever } from '../../../src/base/assert-never.ts';
import type { Expression, PathPart } from '../../../src/syntax/expression/tree.ts';

/** A tree as one line, for comparison: `(operator operands)`, `<path>`, `{group}`, `[list]`. */
export function outline(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
    case 'boolean':
      return String(expression.value);
    case 'string':
      return expression.quote + expression.value + expression.quote;
    case 'null':
      return 'null';
    case 'bareword':
      return expression.value;
    case 'keyword':
      return `${expression.keyword}!`;
    case 'path':
      return `<${[expression.root, ...expression.parts.map(part)].join(' ')}>`;
    case 'list':
      return `[${expression.items.map(outline).join(' ')}]`;
    case 'group':
      return `{${outline(expression.inner)}}`;
    case 'not':
      return `(! ${outline(expression.operand)})`;
    case 'negate':
      return `(neg ${outline(expression.operand)})`;
    case 'binary':
      return `(${expression.operator} ${outline(expression.left)} ${outline(expression.right)})`;
    case 'ternary':
      return `(? ${outline(expression.condition)} ${outline(expression.then)} ${outline(expression.otherwise)})`;
    case 'get':
      return `(get ${outline(expression.target)} ${outline(expression.key)})`;
    case 'slice': {
      const [from, to] = [expression.from, expression.to].map((end) => (end ? outline(end) : '-'));
      return `(slice ${outline(expression.target)} ${from} ${to})`;
    }
    case 'call':
      return `${expression.name}(${expression.arguments.map(outline).join(' ')})`;
    default:
      return assertNever(expression);
  }
}

function part(of: PathPart): string {
  switch (of.kind) {
    case 'name':
      return `.${of.name}`;
    case 'row-index':
      return '.[index]';
    case 'computed':
      return `[${outline(of.key)}]`;
    default:
      return assertNever(of);
  }
}
