import type { AnalysisContext } from '../../analysis/analysis.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';
import { toolExample } from '../examples/tool-example.ts';
import { stepsExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

/** A file that is written in one shape and read in another. */
export const writtenOneWayReadAnother = defineRule({
  meta: {
    id: 'written-one-way-read-another',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A file gets a bare value and is sourced, or gets `NAME=value` and is read as the bare value.',
      why: 'Sourcing a number runs it as a command. A text with the name in front of it is no port and no host.',
      fix: 'Write and read the file in the same way: `echo "$port" > FILE` and `port=$(cat FILE)`, or `echo "port=$port" > FILE` and `source FILE`.',
      examples: {
        bad: [
          toolExample`
            worker_port=$(pw agent open-port)
            echo "$worker_port" > worker.port
            source «./worker.port»
            curl "http://node1:$worker_port/"
          `,
          {
            'workflows/db/workflow.yaml': stepsExample`
              - run: |
                  db_port=$(pw agent open-port)
                  echo «"DB_PORT=\${db_port}"» > DB_PORT
                  dbserver --port "$db_port" > db.log &
              - run: |
                  db_port=$(cat DB_PORT)
                  dbclient --host localhost --port "$db_port"
            `,
          },
        ],
        good: [
          toolExample`
            worker_port=$(pw agent open-port)
            echo "worker_port=$worker_port" > worker.port
            source ./worker.port
            curl "http://node1:$worker_port/"
          `,
          {
            'workflows/db/workflow.yaml': stepsExample`
              - run: |
                  db_port=$(pw agent open-port)
                  echo "DB_PORT=\${db_port}" > DB_PORT
                  dbserver --port "$db_port" > db.log &
              - run: |
                  pair=$(cat DB_PORT)
                  dbclient --host localhost --port "\${pair#*=}"
                  cat DB_PORT >> "$OUTPUTS"
            `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    const scripts = script.job === undefined ? [script] : (file?.workflow?.scripts ?? [script]);
    const writers = scripts.flatMap((one) => valuesWritten(one, context));
    if (writers.length === 0) return;
    const { text } = script.shell;
    for (const { program, words, captured, node } of context.ask(shellCommands, script).commands) {
      const [word] = words;
      const name = literalOf(word)?.replace(/^\.\//, '');
      const own = writers.filter((one) => one.name === name);
      const [first] = own;
      if (word === undefined || name === undefined || first === undefined || own.length > 1) continue;
      if (isWrittenOtherwise(name, scripts, context)) continue;
      if ((program === 'source' || program === '.') && first.shape === 'bare') {
        yield {
          message: `"${name}" holds a bare value: sourcing it runs the value as a command`,
          at: script.text.spanOf(word.pos, word.end),
          help: `write \`NAME=value\` into it, or read it with \`$(cat ${name})\``,
        };
      }
      if (program !== 'cat' || !captured || words.length > 1 || first.shape !== 'named') continue;
      const read = new RegExp(
        `(\\w+)=(["']?)(\\$\\(\\s*cat\\s+["']?(?:\\./)?${escapePattern(name)}["']?\\s*\\))\\2(?=\\s|;|$)`,
        'm',
      ).exec(text);
      const variable = read?.[1];
      if (read === null || variable === undefined || Math.abs(read.index - node.pos) > 200) continue;
      if (
        new RegExp(
          `\\$\\{${escapePattern(variable)}[#%/]|IFS|\\b(eval|declare|export)\\b.*\\$\\{?${escapePattern(variable)}\\b|\\b${escapePattern(variable)}\\b.*\\|`,
        ).test(text)
      )
        continue;
      const used = new RegExp(
        `(:|-p\\s+|port[= ]+|localhost\\s+)["']?\\$\\{?${escapePattern(variable)}\\b`,
        'i',
      );
      if (!used.test(text)) continue;
      const start = read.index + read[0].lastIndexOf(read[3] ?? '');
      yield {
        message: `"${name}" is written as "${first.key}=…", but it is read as the bare value`,
        at: first.at,
        related: [
          { span: script.text.spanOf(start, start + (read[3] ?? '').length), text: 'it is read here' },
        ],
        help: `write the value alone, or \`source ${name}\` and use "$${first.key}"`,
      };
    }
  },
});

interface Written {
  readonly name: string;
  readonly shape: 'bare' | 'named';
  readonly key: string;
  readonly at: Span;
}

/** Files that get one line by `echo`: a port, number or host alone, or one with a name in front of it. */
function valuesWritten(script: Script, context: AnalysisContext): readonly Written[] {
  return context
    .ask(shellCommands, script)
    .commands.flatMap(({ program, words, redirections }): readonly Written[] => {
      const [word] = words;
      const target = redirections.find((one) => one.type === 'Redirect' && one.operator === '>');
      const name = target?.type === 'Redirect' ? literalOf(target.target)?.replace(/^\.\//, '') : undefined;
      if (program !== 'echo' || word === undefined || words.length > 1) return [];
      if (
        name === undefined ||
        !/^[\w-][\w.-]*$/.test(name) ||
        /^(SESSION_PORT|HOSTNAME|job\.\w+)$/.test(name)
      )
        return [];
      const text = word.text.replace(/^(["'])(.*)\1$/, '$2');
      const at = script.text.spanOf(word.pos, word.end);
      const key = /^(?:export\s+)?([A-Za-z_]\w*)=/.exec(text)?.[1];
      if (key !== undefined) return [{ name, shape: 'named', key, at }];
      const isBare = /^\d+$|^\$\{?\w*(port|pid|host|id|count)\}?$|^\$!$|^\$\$$/i.test(text);
      return isBare ? [{ name, shape: 'bare', key: '', at }] : [];
    });
}

/** Whether the file is appended to or written by any other means. */
function isWrittenOtherwise(name: string, scripts: readonly Script[], context: AnalysisContext): boolean {
  const target = new RegExp(
    `(>|\\btee\\b|\\bcp\\b|\\bmv\\b|\\bsed\\s+-i)[^\\n;|]*?(?<![\\w.])${escapePattern(name)}(?![\\w.-])`,
    'g',
  );
  const count = scripts.reduce((sum, one) => sum + [...one.shell.text.matchAll(target)].length, 0);
  const elsewhere = context.workspace.files.paths.some((path) => {
    if (scripts.some((one) => one.path === path) || /\.(md|rst)$/.test(path)) return false;
    const content = context.workspace.files.read(path);
    return content.kind === 'text' && content.text.includes(name);
  });
  return count !== 1 || elsewhere;
}
