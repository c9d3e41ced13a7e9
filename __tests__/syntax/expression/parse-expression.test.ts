import { mappedFile } from '../../../src/source/mapped-text.ts';
import { filePath } from '../../../src/source/span.ts';
import { longestExpression, parseExpression } from '../../../src/syntax/expression/parse-expression.ts';
import { outline } from './outline.ts';

function parse(text: string): string {
  const { expression, faults } = parseExpression(mappedFile({ path: filePath('e'), text }));
  if (expression !== undefined) return outline(expression);
  return faults.map((fault) => `fault: ${fault.message}`).join('\n');
}

function blamed(text: string): readonly [string, string] {
  const { faults } = parseExpression(mappedFile({ path: filePath('e'), text }));
  const [fault] = faults;
  if (fault === undefined || faults.length !== 1) throw new Error(`${faults.length} faults in ${text}`);
  return [text.slice(fault.at.start, fault.at.end), fault.message];
}

describe('trees', () => {
  test.each([
    [' inputs.resource.ip ', '<inputs .resource .ip>'],
    ['inputs.my-input.0', '<inputs .my-input .0>'],
    ['.hidden', '< .hidden>'],
    ['inputs.workers.[index].resource', '<inputs .workers .[index] .resource>'],
    ['inputs.workers[0].name', '<inputs .workers [0] .name>'],
    ["needs['my job'].outputs", "<needs ['my job'] .outputs>"],
    ['inputs.pvc != New', '(!= <inputs .pvc> New)'],
    ['inputs.x == ubuntu-latest', '(== <inputs .x> ubuntu-latest)'],
    ['inputs.size == 2xlarge', '(== <inputs .size> 2xlarge)'],
    ['inputs.jobschedulertype === CONTROLLER', '(=== <inputs .jobschedulertype> CONTROLLER)'],
    ["'montecarlo' !=inputs.dcs.analysis_type", "(!= 'montecarlo' <inputs .dcs .analysis_type>)"],
    ['.hidden && "source x" || ""', '(|| (&& < .hidden> "source x") "")'],
    ["inputs.a || inputs.b && inputs.c == 'd'", "(|| <inputs .a> (&& <inputs .b> (== <inputs .c> 'd')))"],
    ['needs.x.outputs.N - 1', '(- <needs .x .outputs .N> 1)'],
    ['N-1', 'N-1'],
    ['3-1', '(- 3 1)'],
    ['2 ** 3 ** 2', '(** 2 (** 3 2))'],
    ['7 // 2 % 3', '(% (// 7 2) 3)'],
    ['!inputs.a == true', '(== (! <inputs .a>) true)'],
    ["inputs.resource.name !includes 'ursa'", "(!includes <inputs .resource .name> 'ursa')"],
    ["'a' !in inputs.list", "(!in 'a' <inputs .list>)"],
    ['inputs.a ?? inputs.b', '(?? <inputs .a> <inputs .b>)'],
    ["inputs.f ? 'a' : 'b'", "(? <inputs .f> 'a' 'b')"],
    ['inputs.f ? (inputs.g ? 1 : 2) : 3', '(? <inputs .f> {(? <inputs .g> 1 2)} 3)'],
    ['a ? b : c ? d : e', '(? a b (? c d e))'],
    [
      'inputs.workers get env.PW_WORKFLOW_STEP_CURRENT_RETRY get resource get ip',
      '(get (get (get <inputs .workers> <env .PW_WORKFLOW_STEP_CURRENT_RETRY>) resource) ip)',
    ],
    ['[1,2,3] get 0:(inputs.n)', '(slice [1 2 3] 0 {<inputs .n>})'],
    ['inputs.l get :2', '(slice <inputs .l> - 2)'],
    ['inputs.l get 1:', '(slice <inputs .l> 1 -)'],
    ['inputs.l get -1', '(get <inputs .l> (neg 1))'],
    ['inputs.f ? inputs.l get 0 : 1', '(? <inputs .f> (get <inputs .l> 0) 1)'],
    ['always', 'always!'],
    ['!completed && inputs.retry', '(&& (! completed!) <inputs .retry>)'],
    ['failure()', 'failure()'],
    ['cancelled() || error', '(|| cancelled() error!)'],
    ["[1, 'a', [true, null]]", "[1 'a' [true null]]"],
    ["'it\\'s'", "'it's'"],
    ["'C:\\' == inputs.x", "(== 'C:\\' <inputs .x>)"],
    ['inputs.n<=matrix.i', '(<= <inputs .n> <matrix .i>)'],
    ['inputs.a\n  == 1', '(== <inputs .a> 1)'],
    ['größe == 1.50', '(== größe 1.5)'],
  ])('reads %j', (text, tree) => {
    expect(parse(text)).toBe(tree);
  });

  test('ranges cut out of the text are the parts as written', () => {
    const text = " inputs.mode == 'fast mode' ";
    const { expression } = parseExpression(mappedFile({ path: filePath('e'), text }));
    if (expression?.kind !== 'binary') throw new Error('no comparison');
    const cut = (range: { start: number; end: number }) => text.slice(range.start, range.end);
    expect([expression, expression.left, expression.operatorRange, expression.right].map(cut)).toEqual([
      "inputs.mode == 'fast mode'",
      'inputs.mode',
      '==',
      "'fast mode'",
    ]);
  });
});

describe('faults blame the exact characters and say what was expected', () => {
  test.each([
    ['', '', 'empty expression'],
    ['  ', '  ', 'empty expression'],
    ['inputs.a == ', '==', 'expected a value after "==", found the end of the expression'],
    ['inputs.a = 1', '=', 'unexpected "=" in an expression'],
    ['inputs.a & inputs.b', '&', 'unexpected "&" in an expression'],
    ["inputs.a == 'x", "'x", "the string that begins with ' is never closed"],
    ['(inputs.a && inputs.b', '(', '"(" is never closed'],
    ['[1, 2', '[', '"[" is never closed'],
    ['inputs.a)', ')', '")" closes nothing'],
    ['inputs.a and inputs.b', 'and', 'unknown operator "and"'],
    ['inputs.a inputs.b', 'inputs', 'expected an operator or the end, found "inputs"'],
    ['inputs.a ? 1', '?', '"?" without its ":"'],
    ['inputs.a : 1', ':', '":" without a "?" before it'],
    ['inputs.a ? 1 :', ':', 'expected a value after ":", found the end of the expression'],
    ['inputs.', '.', 'expected a name directly after the dot, found the end of the expression'],
    ['inputs..a', '.', 'expected a name directly after the dot, found "."'],
    ['inputs.l get', 'get', 'expected a value after "get", found the end of the expression'],
    ['inputs.l get :', ':', 'a slice needs a first or a last index'],
    ["inputs.name.startsWith('x')", 'startsWith', 'values have no methods to call'],
    ['== 1', '==', 'expected a value, found "=="'],
    ['/tmp', '/', 'expected a value, found "/"'],
    ['!', '!', 'expected a value after "!", found the end of the expression'],
    ['()', '()', 'expected an expression between the parentheses'],
    ['inputs.l[]', '[]', 'expected an index between the brackets'],
    ['[1 2]', '2', 'expected an operator or the end, found the number 2'],
    ['$HOME', '$', 'unexpected "$" in an expression'],
    ['inputs.a == “x”', '“', 'unexpected "“" in an expression'],
    ['inputs.a && (b || ) && "', '||', 'expected a value after "||", found ")"'],
    ['f(1', '(', '"(" is never closed'],
  ])('%j', (text, marked, message) => {
    expect(blamed(text)).toEqual([marked, message]);
  });

  test('an expression nested without end is a fault, not an overflow', () => {
    for (const text of [
      '('.repeat(5000),
      '!'.repeat(5000),
      'a ? '.repeat(2000),
      '['.repeat(5000),
      '-'.repeat(9000),
    ]) {
      expect(parse(text)).toMatch(/^fault: expression nested more than 100 levels deep$/);
    }
  });

  test('a chain of operators without end is a fault', () => {
    expect(parse(`${'1&&'.repeat(2000)}2`)).toBe('fault: expression of more than 500 operators');
  });

  test('a longer expression than is read is a fault', () => {
    expect(parse(`'${'x'.repeat(longestExpression)}'`)).toBe(
      `fault: expression of ${longestExpression + 2} characters; at most ${longestExpression} are read`,
    );
  });
});
