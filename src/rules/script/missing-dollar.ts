import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';
import { type MissingDollar, missingDollars } from './missing-dollar.analysis.ts';

/** A command or a variable that the shell takes for text because its `$` is missing, or one written as the other. */
export const missingDollar = defineRule({
  meta: {
    id: 'missing-dollar',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A command in parentheses or a variable in braces has no `$`, or has the brackets of the other.',
      why: 'Without the `$` both are text: a file is called `{folder}`, a message says `(hostname)`. `$(name)` runs a program of that name, and `${date +%F}` is refused when the script comes to it.',
      fix: 'Write `$(command)` for the output of a command, `${name}` for the value of a variable.',
      examples: {
        bad: [
          toolExample`
            mkdir -p page
            echo "«(date)» the page is ready" > page/index.html
          `,
          toolExample`
            echo "it runs on «(hostname)»" > where.txt
          `,
          toolExample`
            echo "made «(date +%F)» by me" > made.txt
          `,
          toolExample`
            version=2024.1
            spack install "compilers@«{version}»"
          `,
          toolExample`
            release=3.2.1
            wget -q "https://files.example.org/agent-«{release}».tar.gz"
          `,
          toolExample`
            target=$HOME/data
            mkdir -p "$target"
            tar -xf data.tar -C «{target}»
          `,
          toolExample`
            user_name=$(id -un)
            git config user.name "«$(user_name)»"
          `,
          toolExample`
            owner=«(python3 ./owner.py --short)»
            echo "$owner" > owner.txt
          `,
          toolExample`
            node=«(hostname)»
            mkdir -p "results/$node"
          `,
          toolExample`
            mkdir -p "logs/«\${date +%F}»"
          `,
        ],
        good: [
          toolExample`
            mkdir -p page
            echo "$(date) the page is ready" > page/index.html
          `,
          toolExample`
            echo "the login node (hostname) and the day (date) are in the title" > where.txt
          `,
          toolExample`
            name=web
            docker ps --format "{name}"
            printf "%s\n" '{name}' > template.txt
            sed "s/{name}/$name/" template.txt > page.txt
          `,
          toolExample`
            model=small
            echo "{model} is loaded" > page.tmpl
            sed -e "s|{model}|$model|" page.tmpl > page.html
          `,
          toolExample`
            date=$(date)
            ls() { command ls -l; }
            files=$(ls)
            echo "$date $files" > list.txt
          `,
          toolExample`
            cp data.{csv,json} out/
            echo "next: sudo chown \\$(id -u):\\$(id -g) config"
            nodes=(hostname date)
            for one in "\${nodes[@]}"; do "$one" >> list.txt; done
            server=(python3 -m http.server 8000)
            exec $server
            words=(cat ./words.txt)
            "\${words[@]}"
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const one of context.ask(missingDollars, script)) {
      const at = script.text.spanOf(one.start, one.end);
      yield {
        message: messageOf(one),
        at,
        help: `write ${one.meant}`,
        fix: {
          title: `Write ${one.meant}`,
          safety: 'unsafe',
          edits: [{ span: at, replacement: one.meant }],
        },
      };
    }
  },
});

function messageOf({ kind, written, meant }: MissingDollar): string {
  switch (kind) {
    case 'command':
    case 'variable':
      return `"${written}" is literal text here: its "$" is missing`;
    case 'array':
      return `"${written}" is a list of words, and nothing runs: its "$" is missing`;
    case 'called variable':
      return `"${written}" runs a program of that name, while "${meant}" is a variable that is set`;
    case 'command in braces':
      return `bash refuses "${written}" as a bad substitution: a command stands in parentheses`;
  }
}
