import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { textOf, valueAt } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** The first line of the script asks for something that `job_runner` does not give it. */
export const shebangIgnored = defineRule({
  meta: {
    id: 'shebang-ignored',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The first line of `start.sh` has options, or names another interpreter, but `job_runner` does not read it.',
      why: '`job_runner` copies the script behind a first line of its own, `#!/bin/bash`. A login shell (`-l`), `-e` or another language are lost without a word.',
      fix: 'Pass the line to `job_runner` as `shebang`, or write `set -e` and the like in the script.',
      examples: {
        bad: [
          sessionExample({
            start: (sessionExample()['workflows/hello/start.sh'] ?? '').replace(
              '#!/bin/bash',
              '«#!/bin/bash -l»',
            ),
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    const script = pattern?.startScript;
    if (pattern === undefined || script === undefined || pattern.runners.length === 0) return;
    const copies = pattern.runners.every(
      ({ step }) =>
        textOf(valueAt(step.with, 'use_existing_script')) === 'true' &&
        valueAt(step.with, 'shebang') === undefined,
    );
    const line = /^#![^\r\n]*/.exec(script.shell.text)?.[0];
    if (!copies || line === undefined) return;
    const words = line.slice(2).trim().split(/\s+/);
    const [program, ...options] = words[0]?.endsWith('/env') ? words.slice(1) : words;
    const isShell = ['bash', 'sh', 'dash'].includes(program?.split('/').at(-1) ?? '');
    if (program === undefined || (isShell && options.length === 0)) return;
    yield {
      message: isShell
        ? `job_runner does not read this line: "${options.join(' ')}" is lost`
        : `job_runner does not read this line: the script is run by bash, not by "${program}"`,
      at: script.text.spanOf(0, line.length),
      help: `pass "shebang: '${line.trim()}'" to job_runner`,
    };
  },
});
