import { lostVariables } from '../../analysis/environment/lost-variables.ts';
import { dedent } from '../../base/dedent.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A program of its own that reads a variable of the shell around it. */
export const unexportedVariable = defineRule({
  meta: {
    id: 'unexported-variable',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A text that runs as a program of its own reads a variable that its script has not handed over to it.',
      why: 'A new shell has the exported variables only, and one on another host has none: the text is empty there.',
      fix: 'Write `export NAME` before the program starts; for another host, put the command in double quotes so that the value is written into it.',
      examples: {
        bad: [
          startExample({
            service: dedent`
              cat > board.sh <<'EOF'
              #!/bin/bash
              exec python3 -m http.server "«$port»"
              EOF
              chmod +x board.sh
              exec ./board.sh
            `,
          }),
          startExample({
            service: 'bash -c \'exec python3 -m http.server "«$port»"\'',
          }),
          startExample({
            service: dedent`
              serve() {
                python3 -m http.server "«$port»"
              }
              export -f serve
              echo one | xargs -I{} bash -c serve
            `,
          }),
          {
            'make.sh': dedent`
              export target=/data
              ssh gateway bash -s <<'EOF'
              ls "«$target»"
              EOF
            `,
          },
          {
            'make.sh': dedent`
              folder=/data
              ssh gateway 'ls «$folder»'
            `,
          },
          {
            'make.sh': dedent`
              cases=12
              sbatch <<'EOF'
              #!/bin/bash
              ./solve --cases "«$cases»"
              EOF
            `,
          },
          {
            'make.sh': dedent`
              model=small
              python3 - <<'EOF'
              import os
              print(os.environ["«model»"])
              EOF
            `,
          },
          {
            'make.sh': dedent`
              port=8080
              «bash ./serve.sh»
            `,
            'serve.sh': dedent`
              #!/bin/bash
              exec python3 -m http.server "$port"
            `,
          },
        ],
        good: [
          startExample({
            port: dedent`
              port=$(pw agent open-port)
              export port
            `,
            service: dedent`
              cat > board.sh <<'EOF'
              #!/bin/bash
              exec python3 -m http.server "$port"
              EOF
              chmod +x board.sh
              exec ./board.sh
            `,
          }),
          startExample({
            service: 'port=$port bash -c \'exec python3 -m http.server "$port"\'',
          }),
          {
            'make.sh': dedent`
              folder=/data
              ssh gateway "ls $folder"
              ssh gateway 'ls $HOME'
              ssh gateway 'for folder in a b; do ls $folder; done'
            `,
          },
          {
            'make.sh': dedent`
              folder=/data
              cat > env.sh <<'EOF'
              echo "$folder"
              EOF
              source env.sh
              bash -c 'ls "$1"' _ "$folder"
            `,
          },
          {
            'make.sh': dedent`
              port=8080
              model=small
              port=$port bash ./serve.sh
              MODEL=$model python3 -c 'import os; print(os.environ["MODEL"])'
            `,
            'serve.sh': dedent`
              #!/bin/bash
              model="$1"
              exec python3 -m http.server "$port" --directory "$model"
            `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    for (const { name, at, set, reader, inherits } of context.ask(lostVariables, script)) {
      if (
        inherits === 'exported' &&
        new RegExp(`^\\s*${escapePattern(name)}\\s*:`, 'm').test(file?.source.text ?? '')
      )
        continue;
      yield {
        message:
          inherits === 'nothing'
            ? `${reader} gets no variables from this script, so "${name}" is empty there`
            : `"${name}" is not exported, so ${reader} does not have it`,
        at,
        related: [{ span: set, text: `"${name}" is set here, for this shell only` }],
        help:
          inherits === 'nothing'
            ? 'let the value be written into the text: double quotes around it, or no quotes around the word behind `<<`'
            : `write \`export ${name}\` before it starts`,
        fault: name,
      };
    }
  },
});
