import type { AnalysisContext } from '../../analysis/analysis.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { dedent } from '../../base/dedent.ts';
import type { Script } from '../../model/script.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

/** A wait that goes on while what it waits for is there. */
export const waitTurnedRound = defineRule({
  meta: {
    id: 'wait-turned-round',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'A step that reads the host and port of a service waits while their files are there, or while the service answers, instead of until then.',
      why: 'Before the service is up the loop ends at once and the step reads nothing; afterwards it never ends.',
      fix: 'Turn the condition round: `while [ ! -f job.started ]`, `until curl …`.',
      examples: {
        bad: [
          waiting(dedent`
            while «[ -f job.started ]»; do
              sleep 2
            done
          `),
          waiting(dedent`
            until [ -f job.started ]; do
              sleep 2
            done
            while «curl -s -o page.html "http://$(cat HOSTNAME):$(cat SESSION_PORT)/"»; do
              if [ -f job.ended ]; then
                exit 1
              fi
              sleep 2
            done
          `),
        ],
        good: [
          waiting(dedent`
            while [ ! -f job.started ]; do
              sleep 2
            done
            until curl -s -o page.html "http://$(cat HOSTNAME):$(cat SESSION_PORT)/"; do
              sleep 2
            done
          `),
          waiting(dedent`
            while [ -f job.started ]; do
              if curl -s -o page.html "http://$(cat HOSTNAME):$(cat SESSION_PORT)/"; then
                break
              fi
              sleep 2
            done
          `),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { start, end, kind, isAnswer } of context.ask(waitsTurnedRound, script)) {
      const other = kind === 'while' ? 'until' : 'while';
      yield {
        message: `this waits ${isAnswer ? 'while the service answers' : 'while the file is there'}, not until then`,
        at: script.text.spanOf(start, end),
        help: `write \`${other}\` in place of \`${kind}\``,
      };
    }
  },
});

function waiting(loops: string) {
  return sessionExample({
    wait_for_service: dedent`
      needs: [preprocessing]
      ssh:
        remoteHost: \${{ inputs.resource.ip }}
      steps:
        - early-cancel: any-job-failed
          run: |
            ${loops.trimEnd().replaceAll('\n', '\n      ')}
            echo "HOSTNAME=$(cat HOSTNAME)" >> $OUTPUTS
            echo "SESSION_PORT=$(cat SESSION_PORT)" >> $OUTPUTS
    `,
  });
}

interface TurnedRound {
  readonly start: number;
  readonly end: number;
  readonly kind: 'while' | 'until';
  readonly isAnswer: boolean;
}

const marker = String.raw`["']?(?:[\w\${}.%/-]+/)?(?:job\.started|HOSTNAME|SESSION_PORT)["']?\s*\]?\]?\s*;?\s*$`;
const isThere = new RegExp(String.raw`^\s*(?:\[\[?|test)\s+-[efs]\s+${marker}`);
const isMissing = new RegExp(String.raw`^\s*(?:(?:\[\[?|test)\s+!|!\s*(?:\[\[?|test))\s+-[efs]\s+${marker}`);

/** The loops of a block that hands over a host or a port, which go on as long as there is one. */
function waitsTurnedRound(script: Script, context: AnalysisContext): readonly TurnedRound[] {
  const { text } = script.shell;
  if (script.role !== 'run' || !/\bOUTPUTS\b/.test(text)) return [];
  const found: TurnedRound[] = [];
  for (const { kind, clause, body, end } of context.ask(parsedScript, script).nodes('While')) {
    const condition = text.slice(clause.pos, clause.end);
    const inside = text.slice(body.pos, body.end);
    // what goes on for another reason may watch the service
    if (!/\bsleep\b/.test(inside) || /\b(break|curl|OUTPUTS)\b|exit 0/.test(inside)) continue;
    if (/&&|\|\||\$\(\(|\n/.test(condition.trim())) continue;
    const handsOver = /\b(HOSTNAME|SESSION_PORT|SESSION_HOST|port|host)\b[^\n]*\bOUTPUTS\b/i.test(
      text.slice(end),
    );
    const asks = kind === 'while' ? /^\s*(curl|nc|wget)\s/ : /^\s*!\s*(curl|nc|wget)\s/;
    const isAnswer = asks.test(condition);
    if (!handsOver || !(isAnswer || (kind === 'while' ? isThere : isMissing).test(condition))) continue;
    const trimmed = condition.replace(/[\s;]+$/, '');
    found.push({ start: clause.pos, end: clause.pos + trimmed.length, kind, isAnswer });
  }
  return found;
}
