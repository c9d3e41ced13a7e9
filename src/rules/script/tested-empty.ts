import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';
import { type UsedWhereAbsent, usedWhereAbsent } from './tested-empty.analysis.ts';

/** A name that is used exactly where a test has found it empty, or without a file. */
export const testedEmpty = defineRule({
  meta: {
    id: 'tested-empty',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A test finds that a variable is empty, or that there is no such file, and just then the variable is used as a file or folder.',
      why: 'The test is the wrong way round: where the name is given nothing happens, and where it is not the command fails, or reads its standard input and waits for ever.',
      fix: 'Turn the test round: `-n` for `-z`, `&&` for `||`.',
      examples: {
        bad: [
          toolExample`
            job_folder=$1
            if [ -z "$job_folder" ]; then
              cd «"$job_folder"»
            fi
            ls > files.txt
          `,
          toolExample`
            list=\${LIST:-}
            [ -n "$list" ] || sort «"$list"» > sorted.txt
          `,
          toolExample`
            settings=$1
            if [[ ! -f $settings ]]; then
              echo "reading settings"
              source «"$settings"»
            fi
          `,
          toolExample`
            list=$1
            if [ -f "$list" ]; then
              echo "there is a list"
            else
              cat «"$list"»
            fi
          `,
        ],
        good: [
          toolExample`
            job_folder=$1
            if [ -n "$job_folder" ]; then
              cd "$job_folder"
            fi
            if [ -z "$job_folder" ]; then
              job_folder=$HOME
              cd "$job_folder"
            fi
            ls > files.txt
          `,
          toolExample`
            list=\${LIST:-}
            [ -z "$list" ] || sort "$list" > sorted.txt
            [ -n "$list" ] || { read -r list; cat "$list"; }
          `,
          toolExample`
            page=$1
            [ -d "$page" ] || mkdir -p "$page"
            [ -f "$page/a" ] || touch "$page/a"
            if [ ! -d "$page" ]; then mkdir "$page"; cd "$page"; fi
          `,
          toolExample`
            file=$1
            if [ ! -f "$file" ]; then
              curl --output "$file" https://example.org/file
              cat "$file"
            fi
            if [ ! -f "$file" ]; then
              echo "made here" > "$file"
              chmod 600 "$file"
            fi
            if [ ! -f "$file" ]; then
              cp default "$file"
              cat "$file"
            fi
            [ -z "$file" ] && echo "no file: $file"
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const use of usedWhereAbsent(context.ask(parsedScript, script))) {
      yield {
        message: messageOf(use),
        at: script.text.spanOf(use.word.pos, use.word.end),
        related: [{ span: script.text.spanOf(use.test.pos, use.test.end), text: 'the test' }],
        help: 'the test is the wrong way round',
      };
    }
  },
});

function messageOf({ word, program, found }: UsedWhereAbsent): string {
  if (found === 'empty') return `${word.text} is empty here, where \`${program}\` uses it`;
  const what = found === 'no file' ? 'no such file' : 'no such folder';
  return `there is ${what} as ${word.text} here, where \`${program}\` uses it`;
}
