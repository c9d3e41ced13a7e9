import { listSchema, objectSchema, wordsSchema } from './object-schema.ts';
import { type JsonSchema, reference } from './shape-schema.ts';

const text: JsonSchema = { type: 'string' };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const milliseconds: JsonSchema = { type: 'number', minimum: 0 };
const severity = wordsSchema(['error', 'warning', 'note']);
const outcome = wordsSchema(['passed', 'failed', 'skipped']);
const place = objectSchema({
  line: { type: 'integer', minimum: 1 },
  column: { type: 'integer', minimum: 1 },
});
const location = { path: text, range: reference('range') };

const causes = [
  'start-failed',
  'exited-early',
  'marker-missing',
  'marker-order',
  'bad-port-file',
  'bad-hostname',
  'not-listening',
  'wrong-address',
  'foreign-listener',
  'http-error',
  'tls-mismatch',
  'not-http',
  'unstable',
  'step-failed',
  'timeout',
  'left-processes',
  'left-port',
  'not-stopped',
  'endpoint-never-listed',
  'endpoint-not-answering',
  'endpoint-gone',
  'unsupported',
  'session-page-fails',
];

const trace = {
  required: { message: text },
  optional: {
    stack: { ...text, description: 'Where it arose: a line for each function, the innermost first.' },
    cause: reference('trace'),
  },
};

const diagnosticRequired = {
  rule: { ...text, description: 'The name of the rule; `pw-workflow-check explain` tells more.' },
  severity: reference('severity'),
  message: text,
  ...location,
  fingerprint: {
    ...text,
    description: 'Stays the same while unrelated lines of the file change.',
  },
  related: listSchema(objectSchema({ ...location, message: text }), 'Other places that belong to it.'),
};

const diagnosticOptional = {
  workflow: text,
  help: { ...text, description: 'What to do about it.' },
  url: text,
  fix: objectSchema({
    title: text,
    safety: wordsSchema(
      ['safe', 'unsafe'],
      'safe never changes what the workflow means beyond removing the fault.',
    ),
    edits: listSchema(objectSchema({ ...location, text })),
  }),
};

const failure = objectSchema(
  { cause: reference('cause'), message: text },
  { ...location, help: text },
  'Why a run was not clean, at a place in a file wherever there is one.',
);

const run = objectSchema(
  {
    workflow: text,
    path: text,
    mode: wordsSchema(['controller', 'slurm', 'pbs']),
    scenario: text,
    outcome,
    observations: listSchema(reference('failure'), 'Findings beside the one cause.'),
    coordination: listSchema(
      objectSchema({ file: text, atMs: milliseconds, content: text, by: text }),
      'Coordination files as they appeared.',
    ),
    phases: listSchema(
      objectSchema({
        phase: wordsSchema(['prepare', 'start', 'wait', 'stop', 'inspect']),
        ms: milliseconds,
      }),
    ),
    jobs: listSchema(
      objectSchema(
        {
          job: text,
          outcome: wordsSchema(['passed', 'failed', 'cancelled', 'skipped']),
          ms: milliseconds,
          outputs: { type: 'object', additionalProperties: text },
        },
        { endedMs: { ...milliseconds, description: 'From the start of the run until the job ended.' } },
      ),
    ),
    leftovers: listSchema(
      objectSchema(
        { kind: wordsSchema(['process', 'port', 'file', 'batch-job']) },
        { pid: count, command: text, port: count, address: text, path: text, id: text },
      ),
      'What outlived the run; it was ended after it had been recorded.',
    ),
    fidelity: listSchema(
      objectSchema(
        { what: text, how: wordsSchema(['ran', 'emulated', 'stand-in', 'skipped']) },
        { why: text },
      ),
      'How true to the platform each part of the run was.',
    ),
    log: listSchema(text, 'The last lines that the service and the steps printed, made harmless.'),
  },
  {
    cause: reference('cause'),
    failure: reference('failure'),
    reason: { ...text, description: 'Why the run was skipped.' },
    readyMs: { ...milliseconds, description: 'From the start of the run until the service was ready.' },
    detectMs: { ...milliseconds, description: 'From the opening of the port until it was noticed.' },
    service: objectSchema(
      {
        hostname: text,
        port: count,
        listening: listSchema(objectSchema({ address: text, port: count }, { pid: count, command: text })),
      },
      {
        openMs: { ...milliseconds, description: 'From the start of the run until the port was seen open.' },
        probe: objectSchema({ url: text, status: { type: 'integer' } }),
      },
    ),
    session: objectSchema(
      {
        path: text,
        outsideReferences: listSchema(text, 'Addresses on the page that lead out of the session.'),
      },
      {
        status: { type: 'integer' },
        screenshot: { ...text, description: 'The file with the picture of the page.' },
      },
      'What a user would get who opened the session.',
    ),
    wait: objectSchema(
      { job: text, said: wordsSchema(['ready', 'not-ready', 'nothing']) },
      { atMs: milliseconds },
      "What the workflow's own wait step said.",
    ),
    stopMs: { ...milliseconds, description: 'From the cancellation until nothing of the run was left.' },
    inputs: {
      ...listSchema(objectSchema({ name: text, value: text })),
      description: 'What the form held, by dotted name; passwords are not told.',
    },
    again: { ...text, description: 'The command that makes a failed run once more.' },
    kept: {
      ...text,
      description: 'Where the job directory was kept; of a failed run at least its diagnostics.',
    },
  },
);

/** The JSON Schema of the JSON report, version 1. */
export function reportSchema(): JsonSchema {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: 'https://raw.githubusercontent.com/org/pw-workflow-check/v1/schemas/report.schema.json',
    title: 'pw-workflow-check report',
    ...objectSchema(
      {
        schema: { const: 1, description: 'The version of this format.' },
        tool: objectSchema({ name: text, version: text }),
        summary: objectSchema(
          {
            errors: count,
            warnings: count,
            notes: count,
            workflows: count,
            passed: count,
            failed: count,
          },
          { skipped: count },
        ),
        workflows: listSchema(
          objectSchema(
            { name: text, path: text, outcome },
            { reason: { ...text, description: 'Why it was skipped.' } },
          ),
        ),
        diagnostics: listSchema(reference('diagnostic'), 'Sorted by path, position and rule.'),
        runs: listSchema(reference('run')),
        allowed: listSchema(
          objectSchema({ ...diagnosticRequired, reason: text }, diagnosticOptional),
          'Findings that a comment in the file allows, with its reason.',
        ),
        faults: listSchema(
          objectSchema({ kind: text, ...trace.required }, trace.optional),
          'Failures of the program itself, never mixed with findings.',
        ),
        remarks: listSchema(text, 'What the reader should know about the check itself.'),
      },
      {
        commit: { ...text, description: 'The commit that was checked.' },
        shard: objectSchema(
          { index: { type: 'integer', minimum: 1 }, count: { type: 'integer', minimum: 1 } },
          {},
          'Which part of the workflows it is about; absent when it is about all that were selected.',
        ),
        leftOut: {
          ...listSchema(text),
          description:
            'What a check of everything would have told besides; absent when nothing was left out.',
        },
        gate: objectSchema(
          { ready: { type: 'boolean' }, reasons: listSchema(text) },
          {},
          'The verdict of the release gate.',
        ),
      },
    ),
    definitions: {
      severity,
      trace: objectSchema(trace.required, trace.optional, 'A failure that caused another.'),
      cause: wordsSchema(causes),
      range: objectSchema(
        { start: place, end: place },
        {},
        'Both from 1, columns in UTF-16 units; the end is exclusive.',
      ),
      diagnostic: objectSchema(diagnosticRequired, diagnosticOptional),
      failure,
      run,
    },
  };
}
