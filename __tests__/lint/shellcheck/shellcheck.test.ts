import { shellcheck } from '../../../src/lint/shellcheck/shellcheck.ts';
import { unheededCodes } from '../../../src/lint/shellcheck/unheeded-codes.ts';
import { scriptFile } from '../../../src/model/read-script.ts';
import type { Script } from '../../../src/model/script.ts';
import type { ShellcheckComment } from '../../../src/ports/shellcheck-engine.ts';
import type { ToolOutcome, ToolRunner } from '../../../src/ports/tool-runner.ts';
import { filePath } from '../../../src/source/span.ts';

const text = 'cd é$1\n';
const script = scriptFile({ path: filePath('workflows/hello/start.sh'), text }, 'start');

function comment(more: Partial<ShellcheckComment> & { readonly file?: string } = {}) {
  const place = { line: 1, endLine: 1, column: 5, endColumn: 7 };
  return {
    file: 'workflows/hello/start.sh',
    ...place,
    level: 'warning',
    code: 2086,
    message: 'Quote it.',
    fix: null,
    ...more,
  };
}

/** A program that says its version when asked, and gives these answers about scripts, the last one for ever. */
function answering(...outcomes: readonly Partial<ToolOutcome>[]) {
  return answeringAs('0.11.0', ...outcomes);
}

function answeringAs(version: string, ...outcomes: readonly Partial<ToolOutcome>[]) {
  const orders: Parameters<ToolRunner['run']>[0][] = [];
  const tools: ToolRunner = {
    async run(order) {
      const missing = outcomes[0]?.failed === 'missing';
      if (order.arguments[0] === '--version')
        return missing
          ? { status: undefined, stdout: '', stderr: '', failed: 'missing' }
          : { status: 0, stdout: `ShellCheck\nversion: ${version}\n`, stderr: '' };
      const outcome = outcomes[Math.min(orders.length, outcomes.length - 1)];
      orders.push(order);
      return { status: 1, stdout: '', stderr: '', ...outcome };
    },
  };
  return { tools, orders };
}

const saying = (...comments: readonly object[]) => ({ stdout: JSON.stringify({ comments }) });

async function about(one: Script, tools: ToolRunner, options = {}) {
  return shellcheck([one], tools, options);
}

describe('shellcheck', () => {
  test('places what it says at the characters, counted in code points', async () => {
    const { tools } = answering(saying(comment()));
    const { findings } = await about(script, tools);
    expect(findings.map(({ rule, severity, at }) => [rule, severity, text.slice(at.start, at.end)])).toEqual([
      ['shellcheck/SC2086', 'warning', '$1'],
    ]);
  });

  test('asks one process about all scripts, without reading anything else of the machine', async () => {
    const { tools, orders } = answering(saying());
    const other = scriptFile({ path: filePath('workflows/other/start.sh'), text: 'cd "$1"\n' }, 'start');
    await shellcheck([script, other], tools);
    expect(orders).toHaveLength(1);
    expect(orders[0]?.files?.map((file) => file.name)).toEqual([script.path, other.path]);
    expect(orders[0]?.arguments).not.toContain('-x');
  });

  test('offers its repairs', async () => {
    const at = (column: number) => ({
      line: 1,
      endLine: 1,
      column,
      endColumn: column,
      replacement: '"',
      precedence: 1,
    });
    const { tools } = answering(saying(comment({ fix: { replacements: [at(7), at(5)] } })));
    const { findings } = await about(script, tools);
    expect(findings[0]?.fix?.edits.map((edit) => edit.span.start)).toEqual([4, 6]);
  });

  test('says that it is missing instead of passing in silence', async () => {
    const { tools } = answering({ failed: 'missing', status: undefined });
    const { findings, remarks } = await about(script, tools);
    expect(findings).toEqual([]);
    expect(remarks).toEqual([expect.stringContaining('shellcheck is not installed')]);
  });

  test('uses the engine inside the process where the program is missing', async () => {
    const { tools } = answering({ failed: 'missing', status: undefined });
    const engine = async () => ({ version: 'engine 1', lint: async () => [comment() as ShellcheckComment] });
    expect((await about(script, tools, { engine })).findings).toHaveLength(1);
  });

  test('says of the engine too that it ran out of time', async () => {
    const { tools } = answering({ failed: 'missing', status: undefined });
    const limits: number[] = [];
    const engine = async () => ({
      version: 'engine 1',
      lint: async (_text: string, _severity: string, timeoutMs: number) => {
        limits.push(timeoutMs);
        return undefined;
      },
    });
    expect((await about(script, tools, { engine, timeoutMs: 40_000 })).remarks).toEqual([
      'shellcheck ran out of time, so scripts of 1 file went without its checks: workflows/hello/start.sh',
    ]);
    expect(limits).toEqual([10_000]);
  });

  test('tries alone, then without data-flow analysis, what takes too long', async () => {
    const slow = { failed: 'timeout', status: undefined } as const;
    const { tools, orders } = answering(slow, slow, saying(comment()));
    const { findings, remarks } = await about(script, tools);
    expect(findings).toHaveLength(1);
    expect(remarks).toEqual([]);
    expect(orders.at(-1)?.arguments).toContain('--extended-analysis=false');
  });

  test('names the scripts that it could not look at', async () => {
    const slow = { failed: 'timeout', status: undefined } as const;
    const { tools, orders } = answeringAs('0.9.0', slow);
    expect((await about(script, tools)).remarks).toEqual([
      'shellcheck ran out of time, so scripts of 1 file went without its checks: workflows/hello/start.sh',
    ]);
    expect(orders.some((order) => order.arguments.includes('--extended-analysis=false'))).toBe(false);
  });

  test('stops asking after it failed on several scripts', async () => {
    const { tools, orders } = answeringAs('0.9.0', { failed: 'timeout', status: undefined });
    const many = Array.from({ length: 40 }, (_, index) =>
      scriptFile({ path: filePath(`workflows/w${index}/start.sh`), text: `echo ${index}\n` }, 'start'),
    );
    const { remarks } = await shellcheck(many, tools);
    expect(orders.length).toBeLessThan(6);
    expect(remarks.join()).toContain('workflows/w39/start.sh');
  });

  test('leaves out what it cannot know: sources and variables from elsewhere', async () => {
    const { tools } = answering(
      saying(
        comment({ code: 1091 }),
        comment({ code: 2154, message: 'given is referenced but not assigned.' }),
      ),
    );
    const setup = scriptFile(
      { path: filePath('workflows/hello/setup.sh'), text: 'export given=1\n' },
      'setup',
    );
    expect((await shellcheck([script, setup], tools)).findings).toEqual([]);
  });

  test('tells of a variable that no script sets', async () => {
    const { tools } = answering(
      saying(comment({ code: 2154, message: 'given is referenced but not assigned.' })),
    );
    expect((await about(script, tools)).findings).toMatchObject([{ rule: 'shellcheck/SC2154' }]);
    const lone = scriptFile({ path: script.path, text }, 'lone');
    expect((await about(lone, tools)).findings).toEqual([]);
  });

  test('calls a habit a note, and leaves out what is told better or is no fault', async () => {
    const { tools } = answering(
      saying(
        comment({ code: 2124 }),
        comment({ code: 2012, level: 'error' }),
        comment({ code: 2046 }),
        comment({ code: 2289, level: 'error' }),
        comment({ code: 2070, level: 'error' }),
        comment({ code: 1083 }),
        comment({ code: 2221 }),
      ),
    );
    expect((await about(script, tools)).findings.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'note shellcheck/SC2124',
      'note shellcheck/SC2012',
      'warning shellcheck/SC2289',
      'error shellcheck/SC2070',
    ]);
  });

  test.each(unheededCodes.map(({ code }) => code))(
    'shows SC%d, which nobody acts on, only to those who want it',
    async (code) => {
      const { tools } = answering(saying(comment({ code })));
      expect((await about(script, tools)).findings).toEqual([]);
      const wanted = { isWanted: (one: number) => one === code };
      expect((await about(script, tools, wanted)).findings).toMatchObject([{ rule: `shellcheck/SC${code}` }]);
    },
  );

  test('shows word splitting to those who ask for infos', async () => {
    const { tools } = answering(saying(comment({ code: 2046 })));
    expect((await about(script, tools)).findings).toEqual([]);
    expect((await about(script, tools, { severity: 'info' })).findings).toMatchObject([
      { rule: 'shellcheck/SC2046', severity: 'note' },
    ]);
  });

  test('leaves syntax to our own rule, and a script that only ShellCheck cannot read alone', async () => {
    const broken = scriptFile({ path: script.path, text: 'if true; then\n' }, 'start');
    const gaveUp = [comment({ code: 1073, level: 'error' }), comment({ code: 1072, level: 'error' })];
    const hereDocument = comment({ code: 1039, level: 'error' });
    const { tools } = answering(saying(...gaveUp, hereDocument));
    expect((await about(broken, tools)).findings).toEqual([]);
    expect((await about(script, tools)).findings).toEqual([]);
  });

  test('leaves counters and columns alone that nothing uses', async () => {
    const loop = 'for i in 1 2; do sleep 1; done\nwhile read -r a b; do echo "$a"; done\nx=1\n';
    const unused = (line: number, column: number, name: string) =>
      comment({
        code: 2034,
        line,
        endLine: line,
        column,
        endColumn: column + 1,
        message: `${name} appears unused.`,
      });
    const { tools } = answering(saying(unused(1, 1, 'i'), unused(2, 15, 'b'), unused(3, 1, 'x')));
    const one = scriptFile({ path: script.path, text: loop }, 'start');
    expect((await about(one, tools)).findings).toMatchObject([{ message: 'x appears unused.' }]);
  });

  test('points at a line that it names, because lines of a script are not lines of the file', async () => {
    const { tools } = answering(
      saying(comment({ code: 2222, message: 'This never matches because of a pattern on line 1.' })),
    );
    expect((await about(script, tools)).findings).toMatchObject([
      {
        message: 'This never matches because of a pattern.',
        related: [{ span: { start: 0, end: text.trimEnd().length } }],
      },
    ]);
  });

  test('asks about equal texts once', async () => {
    const { tools, orders } = answering(saying(comment()));
    const other = scriptFile({ path: filePath('workflows/other/start.sh'), text }, 'start');
    const { findings } = await shellcheck([script, other], tools);
    expect(orders[0]?.files).toHaveLength(1);
    expect(findings.map((finding) => finding.at.file).sort()).toEqual([script.path, other.path]);
  });

  test('divides long work among as many processes as may work at once', async () => {
    const long = (index: number) =>
      scriptFile({ path: filePath(`w${index}.sh`), text: `echo ${index}\n`.repeat(4_000) }, 'start');
    const { tools, orders } = answering(saying());
    await shellcheck([long(1), long(2), long(3), long(4)], tools, { parallel: () => 2 });
    expect(orders.map((order) => order.files?.length)).toEqual([2, 2]);
  });
});

describe('answers that are kept', () => {
  function memoryCache() {
    const kept = new Map<string, string>();
    const cache = {
      read: (key: string) => kept.get(key),
      write: (key: string, value: string) => {
        kept.set(key, value);
      },
    };
    return { cache, kept };
  }
  const sourcing = (library: string) => [
    scriptFile({ path: filePath('start.sh'), text: 'source ./library.sh\necho "$a"\n' }, 'start'),
    scriptFile({ path: filePath('library.sh'), text: library }, 'sourced'),
  ];

  test('are used for the same text', async () => {
    const { cache } = memoryCache();
    const { tools, orders } = answering(saying(comment()));
    const first = await about(script, tools, { cache });
    const second = await about(script, tools, { cache });
    expect(second.findings).toEqual(first.findings);
    expect(orders).toHaveLength(1);
  });

  test('are not used for another version, another level or another text', async () => {
    const { cache } = memoryCache();
    const { tools, orders } = answering(saying());
    await about(script, tools, { cache });
    const newer = answeringAs('0.12.0', saying());
    await about(script, newer.tools, { cache });
    expect(newer.orders).toHaveLength(1);
    await about(script, tools, { cache, severity: 'style' });
    const changed = scriptFile({ path: script.path, text: `${text}:\n` }, 'start');
    await about(changed, tools, { cache });
    expect(orders).toHaveLength(3);
  });

  test('follow from what the script reads as well', async () => {
    const { cache } = memoryCache();
    const { tools, orders } = answering(saying());
    await shellcheck(sourcing('a=1\n'), tools, { cache });
    await shellcheck(sourcing('a=1\n'), tools, { cache });
    expect(orders).toHaveLength(1);
    await shellcheck(sourcing('b=1\n'), tools, { cache });
    expect(orders[1]?.files?.map((file) => file.name)).toEqual(['start.sh', 'library.sh']);
    const [start] = sourcing('b=1\n');
    if (start === undefined) throw new Error('there is no script');
    await shellcheck([start], tools, { cache });
    expect(orders).toHaveLength(3);
  });

  test('are asked for again when they cannot be read', async () => {
    const { tools, orders } = answering(saying(comment()));
    const cache = { read: () => '{half', write: () => {} };
    expect((await about(script, tools, { cache })).findings).toHaveLength(1);
    expect(orders).toHaveLength(1);
  });

  test('are not kept when the program failed', async () => {
    const { cache, kept } = memoryCache();
    await about(script, answeringAs('0.9.0', { failed: 'timeout', status: undefined }).tools, { cache });
    expect(kept.size).toBe(0);
  });
});
