import { assertNever } from '../../base/assert-never.ts';
import { bindings, getPower, ternaryPower, unaryPower } from './operators.ts';
import type { Expression, PathPart } from './tree.ts';

/**
 * An expression as text, with one blank around each operator. Parentheses stand where the tree has a group and where
 * the text would otherwise be read as another tree.
 */
export function printExpression(expression: Expression): string {
  return print(expression, 0);
}

/** Prints with parentheses around what binds more loosely than `least`. */
function print(expression: Expression, least: number): string {
  const text = bare(expression);
  return powerOf(expression) < least ? `(${text})` : text;
}

function bare(expression: Expression): string {
  switch (expression.kind) {
    case 'number':
    case 'boolean':
      return String(expression.value);
    case 'string':
      return printString(expression.value, expression.quote);
    case 'null':
      return 'null';
    case 'bareword':
      return expression.value;
    case 'keyword':
      return expression.keyword;
    case 'path':
      return expression.root + expression.parts.map(printPart).join('');
    case 'list':
      return `[${expression.items.map(printExpression).join(', ')}]`;
    case 'group':
      // A slice brings its own parentheses.
      if (expression.inner.kind === 'slice') return printExpression(expression.inner);
      return `(${printExpression(expression.inner)})`;
    case 'not':
      return `!${print(expression.operand, unaryPower)}`;
    case 'negate':
      return `-${print(expression.operand, unaryPower)}`;
    case 'binary': {
      const { power, rightAssociative } = bindings[expression.operator];
      const left = print(expression.left, rightAssociative ? power + 1 : power);
      const right = print(expression.right, rightAssociative ? power : power + 1);
      return `${left} ${expression.operator} ${right}`;
    }
    case 'ternary': {
      const condition = print(expression.condition, ternaryPower + 1);
      const consequent = print(expression.then, ternaryPower);
      return `${condition} ? ${consequent} : ${print(expression.otherwise, ternaryPower)}`;
    }
    case 'get':
      return `${print(expression.target, getPower)} get ${printIndex(expression.key)}`;
    case 'slice': {
      const from = expression.from ? printIndex(expression.from) : '';
      const to = expression.to ? printIndex(expression.to) : '';
      // A colon in the middle of a ternary would be the ternary's, so a slice always brings its own parentheses.
      return `(${print(expression.target, getPower)} get ${from}:${to})`;
    }
    case 'call':
      return `${expression.name}(${expression.arguments.map(printExpression).join(', ')})`;
    default:
      return assertNever(expression);
  }
}

/** A key or index behind `get`, where only simple values stand without parentheses. */
function printIndex(key: Expression): string {
  switch (key.kind) {
    case 'get':
    case 'slice':
    case 'list':
    case 'negate':
      return `(${printExpression(key)})`;
    default:
      return print(key, getPower);
  }
}

function printPart(part: PathPart): string {
  switch (part.kind) {
    case 'name':
      return `.${part.name}`;
    case 'row-index':
      return '.[index]';
    case 'computed':
      return `[${printExpression(part.key)}]`;
    default:
      return assertNever(part);
  }
}

/** A string in its own quotes, or in the others when it contains them; with both, a backslash keeps the quote. */
function printString(value: string, quote: "'" | '"'): string {
  const other = quote === "'" ? '"' : "'";
  if (!value.includes(quote)) return quote + value + quote;
  if (!value.includes(other)) return other + value + other;
  return quote + value.replaceAll(quote, `\\${quote}`) + quote;
}

function powerOf(expression: Expression): number {
  switch (expression.kind) {
    case 'ternary':
      return ternaryPower;
    case 'binary':
      return bindings[expression.operator].power;
    case 'not':
    case 'negate':
      return unaryPower;
    case 'get':
      return getPower;
    default:
      return getPower + 1;
  }
}
