import fc from 'fast-check';
import { readBaseline } from '../../../src/lint/baseline.ts';
import { readConfiguration } from '../../../src/lint/configuration/read-configuration.ts';
import { unmark } from '../../../src/rules/examples/marks.ts';
import { rules } from '../../../src/rules/index.generated.ts';
import { filePath } from '../../../src/source/span.ts';

const path = filePath('.pw-workflow-check.yaml');
const known = rules.map((rule) => rule.meta.id);

describe('readConfiguration', () => {
  test('reads every key', () => {
    const text = `
root: true
workflows: ["flows/*.yaml"]
exclude: [old/**]
rules: {yaml-syntax: warning, SC2086: off}
overrides:
  - {paths: [a/**], rules: {yaml-syntax: note}}
shellcheck: {severity: info, profile: all, exclude: [SC2034]}
baseline: known.json
fail-on: note
run:
  modes: [controller, slurm]
  timeout: 2m
  stable-for: 5
  ready: {http: {path: /lab, status: 200-399, headers: {A: b}, body: ok, tls: true}, tcp: true, command: "true", log: "^up", file: x}
  env: {A: 1, B: two, C: true}
  before: [make]
  stubs: {nvidia-smi: exit 0}
  requires: [python3]
  hosts: [login1]
  site-programs: [module]
  require-run: false
  scheduler: {queue-delay: 5s, holds: true, refuses: no more jobs, node-fails-after: 1m}
workflows-settings:
  notebook: {timeout: 1500ms, before: make}
`;
    const { configuration, faults } = readConfiguration({ path, text }, known);
    expect(faults).toEqual([]);
    expect(configuration).toEqual({
      workflows: ['flows/*.yaml'],
      exclude: ['old/**'],
      rules: { 'yaml-syntax': 'warning', SC2086: 'off' },
      overrides: [{ paths: ['a/**'], rules: { 'yaml-syntax': 'note' } }],
      shellcheck: { severity: 'info', profile: 'all', exclude: ['SC2034'] },
      baseline: 'known.json',
      failOn: 'note',
      run: {
        modes: ['controller', 'slurm'],
        timeoutMs: 120_000,
        stableForMs: 5000,
        ready: {
          http: { path: '/lab', status: '200-399', headers: { A: 'b' }, body: 'ok', tls: true },
          tcp: {},
          command: { value: 'true' },
          log: { value: '^up' },
          file: { value: 'x' },
        },
        env: { A: '1', B: 'two', C: 'true' },
        before: ['make'],
        stubs: { 'nvidia-smi': 'exit 0' },
        requires: ['python3'],
        hosts: ['login1'],
        sitePrograms: ['module'],
        requireRun: false,
        scheduler: {
          queueDelayMs: 5000,
          holds: true,
          refusal: 'no more jobs',
          nodeFailsAfterMs: 60_000,
        },
      },
      workflowsSettings: { notebook: { timeoutMs: 1500, before: ['make'] } },
    });
  });

  test('reads a time for each condition of readiness', () => {
    const text = `run:
  ready:
    http: {timeout: 10s}
    tcp: {timeout: 1500ms}
    command: {run: curl -f localhost, timeout: 1m}
    log: {match: ready, timeout: 20}
    file: {path: up}
`;
    const { configuration, faults } = readConfiguration({ path, text }, known);
    expect(faults).toEqual([]);
    expect(configuration.run.ready).toEqual({
      http: { timeoutMs: 10_000 },
      tcp: { timeoutMs: 1500 },
      command: { value: 'curl -f localhost', timeoutMs: 60_000 },
      log: { value: 'ready', timeoutMs: 20_000 },
      file: { value: 'up' },
    });
  });

  test.each(['', '# nothing\n', 'rules:\n'])('takes %j as no configuration', (text) => {
    expect(readConfiguration({ path, text }, known).faults).toEqual([]);
  });

  test.each([
    ['«rule»: {}\n', 'unknown key "rule"', 'did you mean "rules"?'],
    ['rules: {«yaml-sintax»: off}\n', 'there is no rule "yaml-sintax"', 'did you mean "yaml-syntax"?'],
    ['rules: {yaml-syntax: «err»}\n', '"yaml-syntax" is "err"', 'expected one of: off, note, warning, error'],
    ['rules: «[a]»\n', '"rules" must be a map, and is a list', undefined],
    ['workflows: «a.yaml»\n', '"workflows" must be a list, and is "a.yaml"', undefined],
    ['workflows: [«1»]\n', '"workflows" must be a text, and is "1"', undefined],
    [
      'overrides: [«{paths: []}»]\n',
      'an entry of "overrides" has no "rules"',
      'it needs both "paths" and "rules"',
    ],
    ['shellcheck: {exclude: [«2086»]}\n', '"exclude" must be a text, and is "2086"', undefined],
    ['rules: {«SC20861»: off}\n', 'there is no rule "SC20861"', 'see "pw-workflow-check rules"'],
    ['rules: {«XSC2086»: off}\n', 'there is no rule "XSC2086"', 'see "pw-workflow-check rules"'],
    ['overrides: [«a»]\n', '"overrides" must be a map, and is "a"', undefined],
    [
      'shellcheck: {exclude: [«SC20861»]}\n',
      '"SC20861" is no code of ShellCheck',
      'a code is written as in SC2086',
    ],
    [
      'shellcheck: {exclude: [«XSC2086»]}\n',
      '"XSC2086" is no code of ShellCheck',
      'a code is written as in SC2086',
    ],
    ['shellcheck: {exclude: [«X1»]}\n', '"X1" is no code of ShellCheck', 'a code is written as in SC2086'],
    [
      'overrides: [«{rules: {}}»]\n',
      'an entry of "overrides" has no "paths"',
      'it needs both "paths" and "rules"',
    ],
    ['root: «soon»\n', '"root" must be true or false, and is "soon"', undefined],
    ['fail-on: «eror»\n', '"fail-on" is "eror"', 'did you mean "error"?'],
    [
      'run: {ready: {http: {status: «600»}}}\n',
      '"status" is "600"',
      'write a status such as 200, or a range such as 200-399',
    ],
    [
      'run: {ready: {http: {status: «200-»}}}\n',
      '"status" is "200-"',
      'write a status such as 200, or a range such as 200-399',
    ],
    ['run: {timeout: «soon»}\n', '"timeout" must be a duration such as 90s or 5m, and is "soon"', undefined],
    ['run: {modes: [«slrm»]}\n', '"modes" is "slrm"', 'did you mean "slurm"?'],
    [
      'run: {scheduler: {«queue-dealy»: 5s}}\n',
      'unknown key "queue-dealy" in "scheduler"',
      'did you mean "queue-delay"?',
    ],
    ['run: {scheduler: {holds: «maybe»}}\n', '"holds" must be true or false, and is "maybe"', undefined],
    ['run: {ready: {tcp: «yes»}}\n', '"tcp" must be true or false, and is "yes"', undefined],
    [
      'run: {ready: {log: {match: up, «timout»: 3}}}\n',
      'unknown key "timout" in "log"',
      'did you mean "timeout"?',
    ],
    [
      'run: {ready: {file: {path: x, timeout: «soon»}}}\n',
      '"timeout" must be a duration such as 90s or 5m, and is "soon"',
      undefined,
    ],
    ['run: {ready: {log: «"("»}}\n', '"log" is no regular expression: "("', undefined],
    ['a: «b: c»\n', 'the value "b: c" has ": " in it, which YAML reads as another key', "quote it: 'b: c'"],
  ])('blames the marked place of %j', (example, message, help) => {
    const { text, marks } = unmark(example);
    const { faults } = readConfiguration({ path, text }, known);
    expect(faults.map((fault) => [fault.message, fault.help, fault.at.start, fault.at.end])).toEqual([
      [message, help, marks[0]?.start, marks[0]?.end],
    ]);
  });

  test('takes any text without throwing', () => {
    const piece = fc.constantFrom(
      'rules',
      'run',
      'ready',
      'http',
      'status',
      'timeout',
      ': ',
      '\n',
      '\n  ',
      '- ',
      '[',
      ']',
      '1',
      'a',
      '~',
      '{',
      '}',
      ', ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        for (const { at } of readConfiguration({ path, text: pieces.join('') }, known).faults) {
          expect(at.end).toBeLessThanOrEqual(pieces.join('').length);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('readBaseline', () => {
  test.each([
    ['["a","b"]', 'baseline'],
    ['{}', 'refused'],
    ['[1]', 'refused'],
    ['[', 'refused'],
    ['{"diagnostics":[{"fingerprint":"a"},{"fingerprint":"b"}]}', 'baseline'],
    ['{"diagnostics":[{"rule":"a"}]}', 'refused'],
    ['{"diagnostics":3}', 'refused'],
  ])('of %j is %s', (text, kind) => {
    expect(readBaseline(text).kind).toBe(kind);
  });
});
