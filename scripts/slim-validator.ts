/**
 * Takes what nobody reads out of a validator that ajv has written: the errors, the paths that are built for them, and
 * all of the embedded schemas but the names of their properties. What is left says yes or no, in a fifth of the size.
 *
 * @throws when something of the errors is left over, so that a new version of ajv is noticed
 */
export function withoutErrors(code: string): string {
  const slim = withNamesOnly(code)
    .replaceAll(/validate\d+\.errors = \[\{[^;]*?\}\];return false;/g, 'return false;')
    .replaceAll(
      /const err\d+ = \{[^;]*?\};if\(vErrors === null\)\{vErrors = \[err\d+\];\}\s*else \{vErrors\.push\(err\d+\);\}errors\+\+;/g,
      'errors++;',
    )
    .replaceAll(
      /vErrors = vErrors === null \? [\w.]+\.errors : vErrors\.concat\([\w.]+\.errors\);errors = vErrors\.length;/g,
      'errors++;',
    )
    .replaceAll(
      /if\(vErrors !== null\)\{if\(_errs\d+\)\{vErrors\.length = _errs\d+;\}\s*else \{vErrors = null;\}\}/g,
      '',
    )
    .replaceAll(/validate\d+\.errors = vErrors;/g, '')
    .replaceAll('let vErrors = null;', '')
    .replaceAll(/((?:validate\d+|wrapper\d+\.validate)\([^,{}]+), ?\{instancePath(?::[^{}]*)?\}\)/g, '$1)')
    .replaceAll('(data, {instancePath=""}={})', '(data)')
    .replaceAll(/validate\d+\.evaluated = [^;]*;/g, '');
  const left = /vErrors|instancePath|\.errors\b/.exec(slim);
  if (left !== null) {
    throw new Error(`errors are left in the validator: ${slim.slice(left.index, left.index + 120)}`);
  }
  return slim;
}

/** Cuts each `const schemaN = {…}` down to the names of its properties, and drops those that nothing reads. */
function withNamesOnly(code: string): string {
  let slim = '';
  let from = 0;
  for (const match of code.matchAll(/const (schema\d+) = /g)) {
    const start = match.index + match[0].length;
    if (match.index < from || code[start] !== '{') continue;
    const end = endOfLiteral(code, start);
    const schema: { readonly properties?: object } = JSON.parse(code.slice(start, end));
    const name = match[1] ?? '';
    const isRead = code.includes(`${name}.properties`);
    const names = Object.keys(schema.properties ?? {}).map((key) => [key, 1]);
    slim += code.slice(from, match.index);
    if (isRead) slim += `const ${name} = ${JSON.stringify({ properties: Object.fromEntries(names) })};`;
    from = code[end] === ';' ? end + 1 : end;
  }
  return slim + code.slice(from);
}

/** Where the object literal that begins at `start` ends; texts in it may hold braces. */
function endOfLiteral(code: string, start: number): number {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    const character = code[at];
    if (character === '"') {
      for (at++; code[at] !== '"'; at++) if (code[at] === '\\') at++;
    } else if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at + 1;
  }
  throw new Error('a schema in the validator has no end');
}
