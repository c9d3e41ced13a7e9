import type { Finding } from '../../diagnostics/finding.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';
import { statusCodes } from './status-codes.analysis.ts';

/** A status code is compared that has the whole page in front of it. */
export const pageBeforeStatusCode = defineRule({
  meta: {
    id: 'page-before-status-code',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: "What `curl --write-out '%{http_code}'` prints is compared with a status code, while curl prints the page as well.",
      why: 'The variable holds the page and the code behind it, so that it never equals a code: the wait goes on for ever, though the service answers.',
      fix: 'Throw the page away: `--output /dev/null`.',
      examples: {
        bad: [
          toolExample`
            code=$(«curl» --silent --write-out '%{http_code}' "http://$1:$2/")
            until [ "$code" = 200 ]; do
              sleep 5
              code=$(curl --silent --output /dev/null --write-out '%{http_code}' "http://$1:$2/")
            done
          `,
          toolExample`
            status="$(«curl» -sLw '%{http_code}' "http://$1:$2/" 2> /dev/null)"
            if [[ "$status" =~ ^[23] ]]; then
              echo ready
            fi
          `,
        ],
        good: [
          toolExample`
            code=$(curl --silent --output /dev/null --write-out '%{http_code}' "http://$1:$2/")
            [ "$code" = 200 ] && echo ready
            other=$(curl -so /dev/null -w '%{http_code}' "http://$1:$2/")
            [ "$other" = 200 ] && echo ready
            head=$(curl -sIw '%{http_code}' "http://$1:$2/" > headers)
            [ "$head" = 200 ] || echo "$head"
          `,
          toolExample`
            answer=$(curl --silent --write-out '%{http_code}' "http://$1:$2/")
            if [ "\${answer: -3}" = 200 ]; then
              echo "\${answer%???}"
            fi
            lines=$(curl --silent --write-out '\n%{http_code}' "http://$1:$2/")
            [ "$(tail -n 1 <<< "$lines")" = 200 ] && echo ready
            last=$(curl --silent --write-out '%{http_code}' "http://$1:$2/" | tail -c 3)
            [ "$last" = 200 ] && echo ready
            both=$(curl --silent --write-out '%{http_code}' "http://$1:$2/")
            [ "$(echo "$both" | tail -c 4)" = 200 ] && echo ready
          `,
          toolExample`
            options=(--silent --output /dev/null)
            code=$(curl "\${options[@]}" --write-out '%{http_code}' "http://$1:$2/")
            [ "$code" = 200 ] && echo ready
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { name, command, withPage, looks } of statusCodes(script, context)) {
      if (!withPage || looks.length === 0 || looks.some(({ how }) => how === 'part')) continue;
      const word = command.name;
      if (word === undefined) continue;
      const at = script.text.spanOf(word.pos, word.end);
      const finding: Finding = {
        message: `"${name}" gets the page with the status code behind it, and is compared with a code`,
        at,
        help: 'throw the page away: "--output /dev/null"',
        fix: {
          title: 'Throw the page away',
          safety: 'unsafe',
          edits: [{ span: at, replacement: `${word.text} --output /dev/null` }],
        },
      };
      yield finding;
    }
  },
});
