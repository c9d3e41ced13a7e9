import { asksForErrexit } from '../../analysis/shell/errexit-option.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';
import { statusCodes } from './status-codes.analysis.ts';

/** A check of a status code that also holds when nobody answered. */
export const noAnswerAccepted = defineRule({
  meta: {
    id: 'no-answer-accepted',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A status code is tested in a way that holds for `000` as well, which curl prints when nobody answers.',
      why: 'The wait ends before the service is there, and the user sees an error page.',
      fix: 'Ask for the codes of an answer: `[[ "$code" =~ ^[234] ]]`.',
      examples: {
        bad: [
          toolExample`
            while true; do
              code=$(curl --silent --output /dev/null --write-out '%{http_code}' "http://$1:$2/")
              if [ «-n "$code"» ]; then
                break
              fi
              sleep 5
            done
          `,
          toolExample`
            code=$(curl -s -o /dev/null -w '%{http_code}' "http://$1:$2/" || true)
            until [[ «"\${code}" =~ ^[0-9]+$» ]]; do
              sleep 5
            done
          `,
          toolExample`
            for turn in $(seq 60); do
              code=$(curl -s -o /dev/null -w '%{http_code}' "http://$1:$2/")
              [ «"$code" -lt 400» ] && break
              sleep 5
            done
          `,
          toolExample`
            code=$(curl -s -o /dev/null -w '%{http_code}' "http://$1:$2/")
            while [ «"$code" = "502"» ]; do
              sleep 5
              code=$(curl -s -o /dev/null -w '%{http_code}' "http://$1:$2/")
            done
          `,
        ],
        good: [
          toolExample`
            for turn in $(seq 60); do
              code=$(curl -s -o /dev/null -w '%{http_code}' "http://$1:$2/")
              [ "$code" -ge 200 ] && [ "$code" -lt 400 ] && break
              sleep 5
            done
            until [ "$code" != 000 ]; do
              sleep 5
            done
          `,
          toolExample`
            code=$(curl -s -o /dev/null -w '%{http_code}' "http://$1:$2/")
            while [ "$code" != 200 ]; do
              code=$(curl -s -o /dev/null -w '%{http_code}' "http://$1:$2/")
            done
          `,
          toolExample`
            if code=$(curl -s -o /dev/null -w '%{http_code}' "http://$1:$2/"); then
              [ "$code" -lt 500 ] && echo ready
            fi
          `,
          toolExample`
            code=$(curl -s -o /dev/null -w '%{http_code}' "http://$1:$2/")
            if [ -n "$code" ] && ((code >= 200 && code < 500)); then
              echo ready
            fi
            other=$(curl -s -o /dev/null -w '%{http_code}' "http://$1:$2/")
            [ -n "$other" ] && report "$other"
            third=$(curl -s -o /dev/null -w '%{http_code}' "http://$1:$2/")
            [ -n "$third" ] && echo "$third" | grep -q '^2' && echo ready
          `,
          toolExample`
            set -e
            code=$(curl -s -o /dev/null -w '%{http_code}' "http://$1:$2/")
            [ "$code" -lt 500 ] || exit 1
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const codes = statusCodes(script, context);
    const errexit = context.ask(asksForErrexit, script);
    const told = new Set<string>();
    for (const { name, command, withPage, looks } of codes) {
      const [first] = looks;
      if (first === undefined || withPage || told.has(name)) continue;
      if (looks.some(({ how }) => how !== 'passes')) continue;
      if (codes.some((one) => one.name === name && endsOtherwise(one.command, script.shell.text, errexit)))
        continue;
      told.add(name);
      yield {
        message: `"${name}" is "000" when nobody answers, and this holds for it as well`,
        at: script.text.spanOf(first.start, first.end),
        related: [
          {
            span: script.text.spanOf(command.node.pos, command.node.end),
            text: 'the code is asked for here',
          },
        ],
        help: `ask for the codes of an answer: [[ "$${name}" =~ ^[234] ]]`,
      };
    }
  },
});

/** Whether a failure of curl, which is there whenever nobody answers, is noticed by other means. */
function endsOtherwise(
  { node, inCondition }: { readonly node: Node; readonly inCondition: boolean },
  text: string,
  errexit: boolean,
): boolean {
  if (inCondition) return true;
  const line = text.slice(text.lastIndexOf('\n', node.pos) + 1, text.indexOf('\n', node.end));
  if (/^\s*(if|while|until)\b/.test(line)) return true;
  const behind = text.slice(node.end).split('\n', 2);
  if (/&&|\|\|(?!\s*(true|:|echo)\b)/.test(behind[0] ?? '') || /\$\?/.test(behind.join(''))) return true;
  return errexit && !/\|\|/.test(behind[0] ?? '');
}

interface Node {
  readonly pos: number;
  readonly end: number;
}
