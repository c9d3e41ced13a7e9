import { lostCounts } from '../../analysis/variables/lost-counts.ts';
import { variableSources } from '../../analysis/variables/sources.ts';
import { type UnsetRead, unsetReads } from '../../analysis/variables/unset-reads.ts';
import { isConventionalVariable } from '../../facts/conventional-variables.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** A variable that is set in a function or an inner shell, and read outside of it. */
export const variableOutOfReach = defineRule({
  meta: {
    id: 'variable-out-of-reach',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A variable is set where this place cannot see it: as a local one of a function, or in an inner shell such as a loop behind a pipe.',
      why: 'Here it is empty. What stands behind `|` or between `(` and `)` runs in a shell of its own, whose variables end with it.',
      fix: 'Leave `local` out, feed the loop with `done < <(command)`, or set the variable in this shell.',
      examples: {
        bad: [
          toolExample`
            make_socket() {
              local socket_path=/tmp/db-$USER.sock
              rm -f "$socket_path"
            }
            make_socket
            exec dbserver --socket "«$socket_path»"
          `,
          toolExample`
            ls "$HOME" | while read -r entry; do
              total="$total $entry"
            done
            tar -cf all.tar «$total»
          `,
          toolExample`
            hostname | read -r node
            echo "«$node»" > node.txt
          `,
          toolExample`
            ( cd "$HOME" && newest=$(ls -t | head -1) )
            cp "«$newest»" out/
          `,
          toolExample`
            count=0
            ls | while read -r file; do
              count=$((count + 1))
            done
            echo "«$count» files" > count.txt
          `,
        ],
        good: [
          toolExample`
            count=0
            ls | while read -r file; do
              count=$((count + 1))
              echo "$count $file"
            done
            count=5
            echo "$count" > count.txt
          `,
          toolExample`
            make_socket() {
              local socket_path=/tmp/db-$USER.sock
              use_socket
            }
            use_socket() {
              touch "$socket_path"
            }
            make_socket
          `,
          toolExample`
            total=""
            while read -r entry; do
              total="$total $entry"
            done < <(ls "$HOME")
            tar -cf all.tar $total
          `,
          toolExample`
            shopt -s lastpipe
            hostname | read -r node
            echo "$node" > node.txt
            ls | while read -r file; do
              size=$(wc -c < "$file")
              echo "$file $size"
            done
            [ -z "$size" ] || exit 1
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { read, set } of context.ask(lostCounts, script)) {
      yield {
        message: `what the loop makes of "${read.name}" is lost here: it runs behind a pipe, in a shell of its own`,
        at: script.text.spanOf(read.start, read.end),
        fault: read.name,
        related: [{ span: script.text.spanOf(set.start, set.end), text: 'it is changed here' }],
        help: 'feed the loop with `done < <(command)`, so that it runs in this shell',
      };
    }
    if (script.role === 'sourced' || script.role === 'written') return;
    const reads = context
      .ask(unsetReads, script)
      .filter(({ why, name }) => why !== 'nowhere' && why !== 'later' && !isConventionalVariable(name));
    if (reads.length === 0 || script.shell.text.includes('lastpipe')) return;
    const { open, given, files } = context.ask(variableSources, script);
    for (const read of reads) {
      const { name, set } = read;
      if (set === undefined || given.has(name) || files.some(({ sets }) => sets.has(name))) continue;
      // a name in capitals may come from outside
      if (!/[a-z]/.test(name) && open) continue;
      yield {
        message: messageOf(read),
        at: script.text.spanOf(read.start, read.end),
        fault: name,
        related: [{ span: script.text.spanOf(set.start, set.end), text: 'it is set here' }],
        help:
          read.why === 'pipe'
            ? 'feed the loop with `done < <(command)`, so that it runs in this shell'
            : 'set it in this shell',
      };
    }
  },
});

function messageOf({ name, why, set }: UnsetRead): string {
  if (why === 'function') return `"${name}" is local to "${set?.inFunction}" and empty here`;
  if (why === 'pipe') return `"${name}" is set only behind a pipe, in a shell of its own, and empty here`;
  return `"${name}" is set only in an inner shell, and empty here`;
}
