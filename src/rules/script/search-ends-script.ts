import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';
import { failingSearches } from './failing-search.analysis.ts';

/** A search that finds nothing in the usual case, and then ends the script. */
export const searchEndsScript = defineRule({
  meta: {
    id: 'search-ends-script',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'Under `set -e` a script looks with `grep`, `pgrep` or `lsof -t` for something that need not be there.',
      why: 'They fail when they find nothing, and the script ends there without a word: before the test for an empty answer, and on every start on which nothing is left to end.',
      fix: 'Add `|| true`.',
      examples: {
        bad: [
          toolExample`
            set -euo pipefail
            port=8090
            ss -ltnp | «grep ":$port "» | awk '{print $6}' | xargs -r kill
          `,
          toolExample`
            set -e
            old=$(«pgrep -f my-server»)
            if [ -n "$old" ]; then
              kill "$old"
            fi
          `,
          toolExample`
            set -euo pipefail
            mine=$(squeue -h -u "$USER" | «grep -c my-server»)
            if [ "$mine" -gt 0 ]; then
              echo "$mine are there" > found.txt
            fi
          `,
          toolExample`
            set -eo pipefail
            line=$(ps aux | «grep my-server» | head -1)
            [ -z "$line" ] || echo "$line" > found.txt
          `,
        ],
        good: [
          toolExample`
            set -euo pipefail
            port=8090
            ss -ltnp | grep ":$port " | awk '{print $6}' | xargs -r kill || true
          `,
          toolExample`
            set -e
            port=8090
            ss -ltnp | grep ":$port " | xargs -r kill
            old=$(pgrep -f my-server || true)
            if [ -n "$old" ]; then kill "$old"; fi
          `,
          toolExample`
            set -euo pipefail
            name=$(grep ^NAME= /etc/os-release | cut -d= -f2)
            lines=$(grep -c x /etc/hosts | head -1)
            [ -n "$lines" ] && echo "$name" > name.txt
          `,
          toolExample`
            old=$(pgrep -f my-server)
            if [ -n "$old" ]; then kill "$old"; fi
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { node, program, options } of context.ask(failingSearches, script)) {
      const cause = options === 'errexit' ? '`set -e`' : '`set -e` and `pipefail`';
      yield {
        message: `when \`${program}\` finds nothing, the script ends here, because of ${cause}`,
        at: script.text.spanOf(node.pos, node.end),
        help: 'add `|| true` where nothing is a good answer',
      };
    }
  },
});
