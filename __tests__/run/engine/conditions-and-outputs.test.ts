import { type Template, type TemplateValue, templateOf } from '../../../src/plan/template.ts';
import { asksAboutJob, conditionHolds } from '../../../src/run/engine/condition.ts';
import { placeInTemplate, placeInValue, unwrittenOutput } from '../../../src/run/engine/unwritten-outputs.ts';
import { verbatim } from '../../../src/source/mapped-text.ts';
import { filePath } from '../../../src/source/span.ts';

const template = (text: string): Template => templateOf(verbatim(filePath('workflow.yaml'), text, 100));
const value = (text: string): TemplateValue => ({ kind: 'text', template: template(text) });

describe('an if', () => {
  const state = { completed: false, error: true, canceled: false };
  test.each<[TemplateValue | undefined, boolean]>([
    [undefined, false],
    [value('always'), true],
    [value('${{ error }}'), true],
    [value('${{ canceled && inputs.x }}'), true],
    [value('${{ inputs.x }}'), false],
    [{ kind: 'literal', value: true }, false],
  ])('%j asks how its job stands: %j', (condition, expected) => {
    expect(asksAboutJob(condition)).toBe(expected);
  });
  test.each<[TemplateValue | undefined, boolean]>([
    [undefined, true],
    [value('always'), true],
    [value(' ! error '), false],
    [value('completed'), false],
    [value('inputs.no'), true],
    [value('${{ inputs.yes }}'), true],
    [value('${{ inputs.no }}'), false],
    [value('${{ !inputs.no }}'), true],
    [{ kind: 'literal', value: false }, false],
  ])('%j holds: %j', (condition, expected) => {
    expect(conditionHolds(condition, { roots: { inputs: { yes: true, no: false } }, state }, true)).toBe(
      expected,
    );
  });
  test('that is not there is what it is without one', () => {
    expect(conditionHolds(undefined, { roots: {} }, false)).toBe(false);
  });
});

describe('an output that is read in vain', () => {
  const path = 'needs.make.outputs.port';
  const text = 'run ${{ inputs.a }} on ${{ needs.make.outputs.port }}';
  const at = { file: 'workflow.yaml', start: 100 + text.indexOf('${{ needs'), end: 100 + text.length };

  test('is one of a job or a step', () => {
    expect(unwrittenOutput(['inputs.a', 'env.B', path])).toBe(path);
    expect(unwrittenOutput(['steps.one.outputs.x'])).toBe('steps.one.outputs.x');
    expect(unwrittenOutput(['inputs.needs.x'])).toBeUndefined();
  });
  test('is placed at the expression that reads it', () => {
    expect(placeInTemplate(template(text), path)).toEqual(at);
    expect(placeInTemplate(template('${{ inputs.a }}'), path)).toBeUndefined();
  });
  test('is found in lists and maps', () => {
    const entry = (one: TemplateValue) => ({ name: 'x', value: one, span: at as never });
    const none: TemplateValue = { kind: 'literal', value: 1 };
    expect(placeInValue({ kind: 'list', items: [none, value('a'), value(text)] }, path)).toEqual(at);
    expect(placeInValue({ kind: 'map', entries: [entry(none), entry(value(text))] }, path)).toEqual(at);
    expect(placeInValue({ kind: 'list', items: [none] }, path)).toBeUndefined();
  });
});
