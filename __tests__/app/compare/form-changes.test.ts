import { compareForms } from '../../../src/app/compare/compare-forms.ts';
import { type Bump, bumpOf } from '../../../src/app/compare/form-change.ts';
import { openWorkspace } from '../../../src/model/workspace.ts';
import { memoryFiles } from '../../../src/rules/examples/memory-files.ts';

const condition = '"${{ inputs.how == \'x\' }}"';
const another = '"${{ inputs.how == \'y\' }}"';
const listed = '[{value: x}, {value: y}]';

/** Changes of one field `a`, by what is written of it before and after, and what each asks of the next version. */
const fieldChanges: readonly (readonly [string, before: string, after: string, Bump])[] = [
  ['ignored now', 'type: string, default: x', 'type: string, default: x, ignore: true', 'major'],
  [
    'ignored under a condition',
    'type: string, default: x',
    `type: string, default: x, ignore: ${condition}`,
    'major',
  ],
  [
    'ignored under another one',
    `type: string, ignore: ${condition}`,
    `type: string, ignore: ${another}`,
    'major',
  ],
  [
    'the same condition, spelt apart',
    `type: string, ignore: ${condition}`,
    'type: string, ignore: "${{inputs.how == \'x\'}}"',
    'none',
  ],
  ['ignored no more', 'type: string, default: x, ignore: true', 'type: string, default: x', 'minor'],
  ['ignored no more, and needed', 'type: string, ignore: true', 'type: string', 'major'],
  [
    'several may be chosen',
    'type: compute-clusters, autoselect: true',
    'type: compute-clusters, autoselect: true, multi: true',
    'major',
  ],
  ['one may be chosen', 'type: bucket, default: b, multi: true', 'type: bucket, default: b', 'major'],
  [
    'a shorter longest time',
    'type: duration, default: 60, max: "02:00:00"',
    'type: duration, default: 60, max: "01:00:00"',
    'major',
  ],
  [
    'a longer longest time',
    'type: duration, default: 60, max: "02:00:00"',
    'type: duration, default: 60, max: "1-00"',
    'minor',
  ],
  [
    'the same time in seconds',
    'type: duration, default: 60, max: "02:00:00"',
    'type: duration, default: 60, max: 7200',
    'none',
  ],
  ['a least time', 'type: duration, default: 600', 'type: duration, default: 600, min: 300', 'major'],
  ['no least time', 'type: duration, default: 600, min: 300', 'type: duration, default: 600', 'minor'],
  [
    'a default in another spelling',
    'type: duration, default: "01:00:00"',
    'type: duration, default: 3600',
    'none',
  ],
  [
    'no way out of the limit',
    'type: duration, default: 60, disableLabel: no, disableValue: -1',
    'type: duration, default: 60',
    'major',
  ],
  [
    'a computed limit',
    'type: number, default: 1, max: 9',
    `type: number, default: 1, max: ${condition}`,
    'major',
  ],
  [
    'options from an expression',
    `type: dropdown, default: x, options: ${listed}`,
    `type: dropdown, default: x, options: ${condition}`,
    'major',
  ],
  [
    'options that were computed',
    `type: dropdown, default: x, options: ${condition}`,
    `type: dropdown, default: x, options: ${listed}`,
    'major',
  ],
  [
    'an option more',
    'type: radio, default: x, options: [{value: x}]',
    `type: radio, default: x, options: ${listed}`,
    'minor',
  ],
  [
    'an option less',
    `type: radio, default: x, options: ${listed}`,
    'type: radio, default: x, options: [{value: x}]',
    'major',
  ],
  [
    'options in another order',
    `type: radio, default: x, options: ${listed}`,
    'type: radio, default: x, options: [{value: y}, {value: x}]',
    'none',
  ],
  [
    'another word for an option',
    'type: radio, default: x, options: [{value: x, label: X}]',
    'type: radio, default: x, options: [{value: x, label: Ex}]',
    'patch',
  ],
  [
    'another word for one option of two',
    'type: radio, default: x, options: [{value: x, label: X}, {value: y, label: Y}]',
    'type: radio, default: x, options: [{value: x, label: Ex}, {value: y, label: Y}]',
    'patch',
  ],
  [
    'a default that was computed',
    `type: string, optional: true, default: ${condition}`,
    'type: string, optional: true',
    'minor',
  ],
  [
    'a text that looks like a time',
    'type: string, default: "01:00:00"',
    'type: string, default: "3600"',
    'minor',
  ],
  ['a switch that was on by default', 'type: boolean, default: true', 'type: boolean', 'minor'],
  ['a switch that was off by default', 'type: boolean, default: false', 'type: boolean', 'none'],
  [
    'no default where nothing may stand',
    'type: string, optional: true, default: x',
    'type: string, optional: true',
    'minor',
  ],
  ['no default', 'type: string, default: x', 'type: string', 'major'],
  ['a coarser step', 'type: number, default: 4, step: 1', 'type: number, default: 4, step: 2', 'major'],
  ['a finer step', 'type: number, default: 4, step: 2', 'type: number, default: 4, step: 0.5', 'minor'],
  ['a step that was none', 'type: number, default: 4', 'type: number, default: 4, step: 2', 'major'],
  [
    'a step from another start',
    'type: number, default: 5, min: 1, step: 2',
    'type: number, default: 4, min: 0, step: 2',
    'major',
  ],
  ['a required field that is hidden', 'type: string', 'type: string, hidden: true', 'major'],
  [
    'a required field that is sometimes hidden',
    'type: string',
    `type: string, hidden: ${condition}`,
    'major',
  ],
  ['a required field that cannot be changed', 'type: string', 'type: string, disabled: true', 'major'],
  [
    'a required field that stays hidden',
    'type: string, hidden: true, label: a',
    'type: string, hidden: true, label: b',
    'patch',
  ],
  [
    'a choice that is made by itself no more',
    'type: compute-clusters, autoselect: true',
    'type: compute-clusters, autoselect: false',
    'major',
  ],
  [
    'a choice that is sometimes made by itself',
    'type: compute-clusters, autoselect: true',
    `type: compute-clusters, autoselect: ${condition}`,
    'minor',
  ],
  [
    'a hidden field with a default',
    'type: string, default: x',
    'type: string, default: x, hidden: true',
    'minor',
  ],
  [
    'a field that may not stay empty',
    'type: string, optional: true, default: x',
    'type: string, default: x',
    'major',
  ],
  ['a longer text', 'type: string, default: x', 'type: editor, default: x', 'minor'],
  ['a text of one line', 'type: editor, default: x', 'type: string, default: x', 'major'],
  [
    'a text of several lines all the same',
    'type: editor, default: x',
    'type: string, default: x, textarea: true',
    'minor',
  ],
  [
    'a choice that becomes free text',
    `type: dropdown, default: x, options: ${listed}`,
    'type: string, default: x',
    'minor',
  ],
  [
    'free text that becomes a choice',
    'type: string, default: x',
    `type: dropdown, default: x, options: ${listed}`,
    'major',
  ],
  [
    'the other kind of choice',
    `type: dropdown, default: x, options: ${listed}`,
    `type: radio, default: x, options: ${listed}`,
    'minor',
  ],
  [
    'a choice that becomes a number',
    `type: dropdown, default: x, options: ${listed}`,
    'type: number, default: 1',
    'major',
  ],
  [
    'the other kind of choice, back',
    `type: radio, default: x, options: ${listed}`,
    `type: dropdown, default: x, options: ${listed}`,
    'minor',
  ],
  [
    'several choices as boxes',
    `type: multi-dropdown, options: ${listed}`,
    `type: checkbox-group, options: ${listed}`,
    'minor',
  ],
  [
    'several choices as a list',
    `type: checkbox-group, options: ${listed}`,
    `type: multi-dropdown, options: ${listed}`,
    'minor',
  ],
  ['a storage that was a bucket', 'type: bucket, optional: true', 'type: storage, optional: true', 'minor'],
  ['a bucket that was a storage', 'type: storage, optional: true', 'type: bucket, optional: true', 'minor'],
  [
    'a partition that becomes text',
    'type: slurm-partitions, default: x',
    'type: string, default: x',
    'minor',
  ],
  ['a number that becomes text', 'type: number, default: 1', 'type: string, default: "1"', 'major'],
  ['an older name of a type', 'type: integer, default: 1', 'type: number, default: 1', 'minor'],
  [
    'a text that is long enough',
    'type: string, default: x',
    'type: string, default: x, minLength: 3',
    'major',
  ],
  [
    'a shorter text',
    'type: string, default: x, maxLength: 9',
    'type: string, default: x, maxLength: 5',
    'major',
  ],
  [
    'a text that is cleaned',
    'type: string, default: x',
    'type: string, default: x, sanitize: "[^a-z]"',
    'major',
  ],
  [
    'clusters of one cloud',
    'type: compute-clusters, autoselect: true',
    'type: compute-clusters, autoselect: true, csp: aws',
    'major',
  ],
  [
    'clusters of one kind more',
    'type: compute-clusters, autoselect: true, provider: [a]',
    'type: compute-clusters, autoselect: true, provider: [a, b]',
    'minor',
  ],
  [
    'no workspace',
    'type: compute-clusters, autoselect: true, include-workspace: true',
    'type: compute-clusters, autoselect: true',
    'major',
  ],
  [
    'another tooltip',
    'type: string, default: x, tooltip: a',
    'type: string, default: x, tooltip: b',
    'patch',
  ],
];

/** Changes of all that is outside of one field. */
const workflowChanges: readonly (readonly [string, before: string, after: string, Bump])[] = [
  ['a session that is renamed', 'sessions: {desktop: {}}', 'sessions: {screen: {}}', 'major'],
  ['a session that is gone', 'sessions: {desktop: {}, files: {}}', 'sessions: {desktop: {}}', 'major'],
  ['a session more', 'sessions: {desktop: {}}', 'sessions: {desktop: {}, files: {}}', 'minor'],
  [
    'a heading more',
    'on: {execute: {inputs: {a: {type: string}}}}',
    'on: {execute: {inputs: {a: {type: string}, h: {type: header, text: Hello}}}}',
    'none',
  ],
  [
    'an empty page more',
    'on: {execute: {inputs: {a: {type: string}}}}',
    'on: {execute: {inputs: {a: {type: string}, p: {type: step, options: {}}}}}',
    'none',
  ],
  ['saved inputs that are gone', 'configurations: {small: {inputs: {}}}', '', 'major'],
  [
    'a group that is ignored',
    'on: {execute: {inputs: {g: {type: group, items: {a: {type: string, default: x}}}}}}',
    'on: {execute: {inputs: {g: {type: group, ignore: true, items: {a: {type: string, default: x}}}}}}',
    'major',
  ],
  [
    'a page that may be filled in several times',
    'on: {execute: {inputs: {p: {type: step, options: {a: {type: string, default: x}}}}}}',
    'on: {execute: {inputs: {p: {type: step, multi: true, options: {a: {type: string, default: x}}}}}}',
    'major',
  ],
  [
    'a new field that nobody can fill in',
    'on: {execute: {inputs: {}}}',
    'on: {execute: {inputs: {a: {type: string, hidden: true}}}}',
    'major',
  ],
  [
    'a new hidden field with a default',
    'on: {execute: {inputs: {}}}',
    'on: {execute: {inputs: {a: {type: string, hidden: true, default: x}}}}',
    'minor',
  ],
  [
    'a new field that is asked for under a condition only',
    'on: {execute: {inputs: {}}}',
    `on: {execute: {inputs: {a: {type: string, hidden: ${condition}, ignore: ${condition}}}}}`,
    'minor',
  ],
];

function workflowOf(text: string) {
  const files = memoryFiles({ 'workflows/x/workflow.yaml': `jobs: {}\n${text}\n` });
  return openWorkspace(files).workspace.workflows[0]?.workflow;
}

function verdictOf(before: string, after: string) {
  const changes = compareForms('x', workflowOf(before), workflowOf(after));
  return { bump: bumpOf(changes), told: changes.map((change) => change.message) };
}

const form = (field: string): string =>
  `on: {execute: {inputs: {how: {type: string, default: x}, a: {${field}}}}}`;

test.each(fieldChanges)('%s', (_, before, after, bump) => {
  const { told, ...verdict } = verdictOf(form(before), form(after));
  expect({ ...verdict, told: told.length > 0 }).toEqual({ bump, told: bump !== 'none' });
  for (const message of told) expect(message).not.toMatch(/undefined|\[object/);
});

test.each(workflowChanges)('%s', (_, before, after, bump) => {
  expect(verdictOf(before, after).bump).toBe(bump);
});

test.each([...fieldChanges, ...workflowChanges])('nothing changed: %s', (_, before) => {
  const text = /^(?:type)/.test(before) ? form(before) : before;
  expect(verdictOf(text, text)).toEqual({ bump: 'none', told: [] });
});

test.each<[string, before: string, after: string, told: readonly string[]]>([
  [
    'one reason for a value that nobody can give',
    form('type: string'),
    form('type: string, hidden: true, label: x'),
    ['"a" is hidden now and has no default: nobody can give it a value', 'the label of "a" changed'],
  ],
  [
    'a default that is gone, and one that changed',
    'on: {execute: {inputs: {a: {type: string, optional: true, default: x}, b: {type: string, default: x}}}}',
    'on: {execute: {inputs: {a: {type: string, optional: true}, b: {type: string, default: y}}}}',
    ['the default of "a" is gone', 'the default of "b" changed'],
  ],
  [
    'new fields that nobody can fill in',
    'on: {execute: {inputs: {}}}',
    'on: {execute: {inputs: {a: {type: string, hidden: true}, b: {type: string, disabled: true}}}}',
    ['a', 'b'].map(
      (name) =>
        `the input "${name}" is new, has no default and cannot be filled in: runs that were saved lack a value for it`,
    ),
  ],
  [
    'a session that took the place of another',
    'sessions: {desktop: {}}',
    'sessions: {screen: {}}',
    ['the session "desktop" is gone; "screen" is new: was it renamed?', 'the session "screen" is new'],
  ],
  [
    'a session that is spelt otherwise',
    'sessions: {desktop: {}, files: {}}',
    'sessions: {desktops: {}, screen: {}, files: {}}',
    [
      'the session "desktop" is gone; "desktops" is new: was it renamed?',
      'the session "desktops" is new',
      'the session "screen" is new',
    ],
  ],
  [
    'a session that became two',
    'sessions: {desktop: {}}',
    'sessions: {screen: {}, files: {}}',
    ['the session "desktop" is gone', 'the session "screen" is new', 'the session "files" is new'],
  ],
  [
    'two sessions that became one',
    'sessions: {screen: {}, files: {}}',
    'sessions: {desktop: {}}',
    ['the session "screen" is gone', 'the session "files" is gone', 'the session "desktop" is new'],
  ],
])('%s is told', (_, before, after, told) => {
  expect(verdictOf(before, after).told).toEqual(told);
});

/** Switches and limits of one field, alone and the other way round. */
const attributeTable: readonly (readonly [string, before: string, after: string, there: Bump, back: Bump])[] =
  [
    ['lower case', 'type: string, default: x', 'lowercase: true', 'major', 'minor'],
    ['several lines', 'type: string, default: x', 'textarea: true', 'minor', 'major'],
    ['a way to leave it empty', 'type: string, default: x', 'optional: true', 'minor', 'major'],
    ['a field that is hidden', 'type: string, default: x', 'hidden: true', 'minor', 'minor'],
    ['a field that cannot be changed', 'type: string, default: x', 'disabled: true', 'minor', 'minor'],
    ['the workspace', 'type: compute-clusters, optional: true', 'include-workspace: true', 'minor', 'major'],
    [
      'clusters that are off',
      'type: compute-clusters, optional: true',
      'include-unprovisioned: true',
      'minor',
      'major',
    ],
    ['no storage at all', 'type: storage, optional: true', 'includeEmpty: true', 'minor', 'major'],
    ['credentials', 'type: storage, optional: true', 'generateCredentials: true', 'minor', 'major'],
    ['one cloud', 'type: compute-clusters, optional: true', 'csp: aws', 'major', 'minor'],
    ['some kinds', 'type: compute-clusters, optional: true', 'provider: [a]', 'major', 'minor'],
    ['a text that is cleaned', 'type: string, default: x', 'sanitize: "[^a-z]"', 'major', 'minor'],
    ['a least number', 'type: number, default: 4', 'min: 1', 'major', 'minor'],
    ['a largest number', 'type: number, default: 4', 'max: 9', 'major', 'minor'],
    ['a computed limit', 'type: number, default: 4', `max: ${condition}`, 'major', 'minor'],
    ['a step', 'type: number, default: 4', 'step: 2', 'major', 'minor'],
    ['a computed step', 'type: number, default: 4', `step: ${condition}`, 'major', 'minor'],
    ['a value for no limit', 'type: duration, default: 60', 'disableValue: -1', 'minor', 'major'],
    ['a hint', 'type: string, default: x', 'placeholder: y', 'patch', 'patch'],
    ['what nobody knows', 'type: string, default: x', 'new-attribute: y', 'minor', 'minor'],
  ];

test.each(attributeTable)('%s, and none of it', (_, field, attribute, there, back) => {
  const [absent, present] = [form(field), form(`${field}, ${attribute}`)];
  expect([verdictOf(absent, present).bump, verdictOf(present, absent).bump]).toEqual([there, back]);
});

test.each<[string, string, one: string, other: string, there: Bump, back: Bump]>([
  ['a least number', 'type: number, default: 4', 'min: 1', 'min: 3', 'major', 'minor'],
  ['a largest number', 'type: number, default: 4', 'max: 9', 'max: 5', 'major', 'minor'],
  ['a least length', 'type: string, default: xxxx', 'minLength: 1', 'minLength: 3', 'major', 'minor'],
  ['a step', 'type: number, default: 4', 'step: 1', 'step: 2', 'major', 'minor'],
  ['a step that fits no more', 'type: number, default: 6', 'step: 2', 'step: 3', 'major', 'major'],
  [
    'some kinds',
    'type: compute-clusters, optional: true',
    'provider: [a, b]',
    'provider: [a]',
    'major',
    'minor',
  ],
  ['another cloud', 'type: compute-clusters, optional: true', 'csp: aws', 'csp: azure', 'major', 'major'],
  [
    'another value for no limit',
    'type: duration, default: 60',
    'disableValue: -1',
    'disableValue: 0',
    'major',
    'major',
  ],
  [
    'a field that is hidden otherwise',
    'type: string, default: x',
    `hidden: ${condition}`,
    `hidden: ${another}`,
    'minor',
    'minor',
  ],
  [
    'a field that is always hidden',
    'type: string, default: x',
    `hidden: ${condition}`,
    'hidden: true',
    'minor',
    'minor',
  ],
  [
    'lower case otherwise',
    'type: string, default: x',
    `lowercase: ${condition}`,
    `lowercase: ${another}`,
    'major',
    'major',
  ],
  [
    'lower case always',
    'type: string, default: x',
    `lowercase: ${condition}`,
    'lowercase: true',
    'major',
    'minor',
  ],
])('%s, and back', (_, field, one, other, there, back) => {
  const [before, after] = [form(`${field}, ${one}`), form(`${field}, ${other}`)];
  expect([verdictOf(before, after).bump, verdictOf(after, before).bump]).toEqual([there, back]);
});
