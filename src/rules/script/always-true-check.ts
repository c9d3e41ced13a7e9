import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { scriptFunctions } from '../../analysis/shell/script-functions.ts';
import type { Command, NodesOfTypes, SyntaxNode } from '../../syntax/bash/tree.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';
import { alwaysTrue } from './always-true-check.analysis.ts';

/** A function that is asked for an answer and always says yes. */
export const alwaysTrueCheck = defineRule({
  meta: {
    id: 'always-true-check',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A loop or a condition asks a function of the script that always succeeds, because it ends in `return 0` or in a message.',
      why: 'The status of a function is that of its last command: whatever `curl` or `pg_isready` said before is lost, so the wait ends at the first try.',
      fix: 'Let the command that knows the answer stand last, or `return` its status.',
      examples: {
        bad: [
          toolExample`
            answers() {
              curl --silent --output /dev/null "http://localhost:$1/"
              return 0
            }
            until «answers 8080»; do
              sleep 3
              [ -f stop ] && exit 1
            done
          `,
          toolExample`
            is_up() {
              pg_isready --host localhost
              echo "asked at $(date)"
            }
            while ! «is_up»; do sleep 2; [ -f stop ] && exit 1; done
          `,
          toolExample`
            fetch() {
              curl --fail --output list.txt https://example.org/list.txt
              echo "fetched"
            }
            «fetch» || exit 1
          `,
        ],
        good: [
          toolExample`
            answers() {
              curl --silent --output /dev/null "http://localhost:$1/"
            }
            until answers 8080; do
              sleep 3
              [ -f stop ] && exit 1
            done
          `,
          toolExample`
            is_up() {
              if pg_isready --host localhost; then
                return 0
              fi
              echo "not yet"
              return 1
            }
            until is_up; do sleep 2; [ -f stop ] && exit 1; done
          `,
          toolExample`
            is_up() {
              pg_isready --host localhost || return 1
              echo "ready"
            }
            until is_up; do sleep 2; [ -f stop ] && exit 1; done
          `,
          toolExample`
            say() { echo "$(date) $1"; }
            say start || exit 1
            clean() {
              rm -rf page
              echo "cleaned"
            }
            clean || true
            clean && mkdir page
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const functions = context.ask(scriptFunctions, script);
    if (functions.size === 0) return;
    for (const { node, what } of questionsIn(context.ask(parsedScript, script).nodes)) {
      const name = node.name?.value ?? '';
      const asked = functions.get(name);
      const last = asked === undefined ? undefined : alwaysTrue(asked);
      if (asked === undefined || last === undefined) continue;
      yield {
        message: `"${name}" always succeeds, as it ends in \`${last}\`: ${what}`,
        at: script.text.spanOf(
          node.name?.pos ?? node.pos,
          node.args.at(-1)?.end ?? node.name?.end ?? node.end,
        ),
        related: [{ span: script.text.spanOf(asked.name.pos, asked.name.end), text: `"${name}"` }],
        help: `let the command that knows the answer stand last in "${name}", or return its status`,
      };
    }
  },
});

/** Commands whose failure decides something, and what their success makes of it. */
function* questionsIn(nodes: NodesOfTypes): Generator<{ readonly node: Command; readonly what: string }> {
  for (const node of nodes('While', 'If', 'AndOr')) {
    if (node.type === 'While') {
      const [only] = node.clause.commands;
      if (node.clause.commands.length !== 1 || only === undefined) continue;
      const asked = node.kind === 'until' ? plain(only.command) : negated(only.command);
      if (asked !== undefined) yield { node: asked, what: 'the loop ends at the first try' };
    } else if (node.type === 'If') {
      for (const { commands } of [node.clause, ...node.elif.map((arm) => arm.clause)]) {
        const [only] = commands;
        if (commands.length !== 1 || only === undefined) continue;
        const asked = negated(only.command);
        if (asked !== undefined) yield { node: asked, what: 'this is never so' };
        const yes = plain(only.command);
        if (yes !== undefined && node.else !== undefined)
          yield { node: yes, what: 'the `else` is never reached' };
      }
    } else {
      for (const [index, operator] of node.operators.entries()) {
        const asked = node.commands[index];
        const other = node.commands[index + 1];
        if (operator !== '||' || asked?.type !== 'Command' || index > 0) continue;
        if (other?.type === 'Command' && /^(true|:|echo|printf)$/.test(other.name?.value ?? '')) continue;
        yield { node: asked, what: 'what follows the `||` never runs' };
      }
    }
  }
}

function plain(node: SyntaxNode): Command | undefined {
  return node.type === 'Command' ? node : undefined;
}

/** The command behind a `!`. */
function negated(node: SyntaxNode): Command | undefined {
  if (node.type !== 'Pipeline' || node.prefixes.length !== 1 || node.commands.length !== 1) return undefined;
  const [only] = node.commands;
  return only?.type === 'Command' && node.prefixes[0]?.type === 'Negation' ? only : undefined;
}
