import type { RuleMeta } from '../src/diagnostics/rule-meta.ts';
import { listSchema, objectSchema, wordsSchema } from './object-schema.ts';
import type { JsonSchema } from './shape-schema.ts';

const text: JsonSchema = { type: 'string' };
const texts: JsonSchema = { type: 'array', items: text };
const duration = (description: string): JsonSchema => ({
  description: `${description} A number of seconds, or a number with ms, s, m or h.`,
  type: ['string', 'number'],
  pattern: '^\\d+(\\.\\d+)?(ms|s|m|h)?$',
  minimum: 0,
});

const strategyTimeout = duration('From the start of the run until it must hold; the run fails then at once.');

/** A text, or a map of the text and its own time. */
const strategy = (part: string, description: string): JsonSchema => ({
  description,
  anyOf: [text, objectSchema({ [part]: text }, { timeout: strategyTimeout })],
});

/** When a service counts as ready; the default is an HTTP status below 500. */
const ready = objectSchema(
  {},
  {
    http: objectSchema(
      {},
      {
        path: { ...text, description: 'The path to ask for. Default: /.' },
        status: {
          description: 'The status that counts: a number, or a range such as 200-399.',
          type: ['integer', 'string'],
          pattern: '^[1-5]\\d\\d(-[1-5]\\d\\d)?$',
        },
        headers: { type: 'object', additionalProperties: text, description: 'Headers to send.' },
        body: { ...text, description: 'Text that the answer must hold.' },
        tls: { type: 'boolean', description: 'Ask with HTTPS.' },
        timeout: strategyTimeout,
      },
      'The service answers an HTTP request.',
    ),
    tcp: {
      description: 'The port takes connections; nothing is asked.',
      anyOf: [{ type: 'boolean' }, objectSchema({}, { timeout: strategyTimeout })],
    },
    command: strategy('run', 'A command that must succeed; HOSTNAME and SESSION_PORT are set.'),
    log: strategy('match', 'A regular expression that a line of the log must match.'),
    file: strategy('path', 'A file in the job directory that must appear.'),
  },
  'When the service counts as ready; with several, all must hold.',
);

const run = objectSchema(
  {},
  {
    modes: {
      type: 'array',
      items: wordsSchema(['controller', 'slurm', 'pbs']),
      description: 'Where to start the services. Default: controller.',
    },
    timeout: duration('How long a service may take to be ready.'),
    'stable-for': duration('How long a service must stay up after it is ready.'),
    ready,
    env: {
      type: 'object',
      additionalProperties: { type: ['string', 'number', 'boolean'] },
      description: 'Environment variables of the run, beside those that the platform sets.',
    },
    before: {
      type: ['string', 'array'],
      items: text,
      description: 'Commands to run in the job directory before the workflow starts.',
    },
    requires: {
      ...texts,
      description: 'Commands that a run needs; where one is missing, the run is skipped by name.',
    },
    hosts: {
      ...texts,
      description:
        'Host names that only the site resolves; in a run this machine answers for them. * stands for any characters.',
    },
    'site-programs': {
      ...texts,
      description:
        'Programs of the site beside those that are known, as vncserver or module: a run that fails for want of one is skipped by name.',
    },
    'require-run': {
      type: 'boolean',
      description:
        'A run that is skipped, for want of a program or an input, counts as failed. Default: false.',
    },
    stubs: {
      type: 'object',
      additionalProperties: text,
      description: 'Commands that stand in for programs that this machine lacks: name to shell script.',
    },
    scheduler: objectSchema(
      {},
      {
        'queue-delay': duration('From the submission until the job starts. Default: 100ms.'),
        holds: { type: 'boolean', description: 'Jobs wait in the queue for ever.' },
        refuses: { ...text, description: 'Every submission is refused with this message.' },
        'node-fails-after': duration('The node dies so long after the job has started.'),
      },
      'How SLURM and PBS behave where they are emulated: to see what a workflow does when they are slow or fail.',
    ),
  },
  'How services are started and watched.',
);

/** A code of ShellCheck, with or without its prefix. */
const shellcheckCode = '^(shellcheck/)?SC[0-9]{4}$';

/** What the schema says of a rule. */
type RuleRow = Pick<RuleMeta, 'id' | 'severity' | 'page'>;

const level: JsonSchema = { $ref: '#/definitions/level' };

/**
 * The JSON Schema of `.pw-workflow-check.yaml`; it names every rule, so that editors offer them.
 *
 * @param rules all rules, in any order
 */
export function configSchema(rules: readonly RuleRow[]): JsonSchema {
  const sorted = [...rules].sort((left, right) => (left.id < right.id ? -1 : 1));
  const properties = sorted.map((rule) => [
    rule.id,
    { allOf: [level], description: `${rule.page.what} Default: ${rule.severity}.` },
  ]);
  return configWith({
    type: 'object',
    properties: Object.fromEntries(properties),
    patternProperties: { [shellcheckCode]: level },
    additionalProperties: false,
  });
}

/** The same schema with the rules in one pattern: what is compiled, because it makes a tenth of the code. */
export function compactConfigSchema(rules: readonly RuleRow[]): JsonSchema {
  const names = rules.map((rule) => rule.id).sort();
  return configWith({
    type: 'object',
    patternProperties: { [shellcheckCode]: level, [`^(${names.join('|')})$`]: level },
    additionalProperties: false,
  });
}

function configWith(rules: JsonSchema): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/org/pw-workflow-check/v1/schemas/config.schema.json',
    title: 'pw-workflow-check configuration',
    ...objectSchema(
      {},
      {
        root: {
          type: 'boolean',
          description:
            'This folder is a repository of its own inside another one, as a sample is. Default: false.',
        },
        workflows: {
          ...texts,
          description: 'Globs of the workflow files. Default: workflows/*/workflow.yaml.',
        },
        exclude: { ...texts, description: 'Globs of files that are left out.' },
        rules: {
          $ref: '#/definitions/rules',
          description: 'How severe each rule is, or off.',
        },
        overrides: listSchema(
          objectSchema({ paths: texts, rules: { $ref: '#/definitions/rules' } }),
          'Other severities for some files; later entries win.',
        ),
        shellcheck: objectSchema(
          {},
          {
            severity: wordsSchema(
              ['error', 'warning', 'info', 'style', 'off'],
              'The least severe ShellCheck finding that is shown.',
            ),
            profile: wordsSchema(
              ['usual', 'all'],
              'usual (default) leaves out what is true and nobody acts on: docs/reference/shellcheck.md; all shows it too.',
            ),
            exclude: {
              type: 'array',
              items: { type: 'string', pattern: shellcheckCode },
              description: 'ShellCheck codes that are never shown.',
            },
          },
          'What is taken over from ShellCheck.',
        ),
        run: { $ref: '#/definitions/run' },
        'workflows-settings': {
          type: 'object',
          additionalProperties: { $ref: '#/definitions/run' },
          description: 'Settings of `run` for one workflow, by its name.',
        },
        baseline: {
          ...text,
          description: 'A file of findings that are known and not reported, from the root of the repository.',
        },
        'fail-on': wordsSchema(
          ['error', 'warning', 'note', 'never'],
          'The least severity that fails a check. Default: error.',
        ),
      },
    ),
    definitions: {
      level: wordsSchema(['off', 'note', 'warning', 'error']),
      rules,
      run,
    },
  };
}
