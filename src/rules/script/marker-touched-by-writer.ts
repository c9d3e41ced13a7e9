import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { dedent } from '../../base/dedent.ts';
import { sessionExample } from '../examples/session-example.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { earlyTouch } from './early-touch.analysis.ts';

/** A step that writes a script touches its marker in its place. */
export const markerTouchedByWriter = defineRule({
  meta: {
    id: 'marker-touched-by-writer',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: {
      what: 'A marker is touched by the step that writes or starts a script, instead of by the script.',
      why: '`touch` prints nothing: the file appears now, before the script runs, and the script never touches it.',
      fix: 'Write the line: `echo "touch job.started" >> run.sh`.',
      examples: {
        bad: [
          sessionExample({
            preprocessing: dedent`
              ssh:
                remoteHost: \${{ inputs.resource.ip }}
              steps:
                - uses: parallelworks/checkout
                  with:
                    repo: https://github.com/org/repo.git
                    branch: v1.2.0
                    sparse_checkout:
                      - workflows/hello
                      - utils
                - run: «touch job.started»
            `,
            start: dedent`
              port=$(pw agent open-port)
              hostname > HOSTNAME
              echo "$port" > SESSION_PORT
              touch job.started
              exec python3 -m http.server "$port"
            `,
          }),
          startExample({
            before: dedent`
              echo working > worker.sh
              «touch ready | tee -a worker.sh»
            `,
          }),
          startExample({
            before: dedent`
              cat > worker.sh <<'EOF'
              echo working
              EOF
              «touch ready >> worker.sh»
            `,
          }),
        ],
        good: [
          sessionExample({
            preprocessing: dedent`
              ssh:
                remoteHost: \${{ inputs.resource.ip }}
              steps:
                - uses: parallelworks/checkout
                  with:
                    repo: https://github.com/org/repo.git
                    branch: v1.2.0
                    sparse_checkout:
                      - workflows/hello
                      - utils
                - run: rm -f job.started
            `,
            start: dedent`
              port=$(pw agent open-port)
              hostname > HOSTNAME
              echo "$port" > SESSION_PORT
              touch job.started
              exec python3 -m http.server "$port"
            `,
          }),
          startExample({
            before: dedent`
              echo working > worker.sh
              echo touch ready | tee -a worker.sh
            `,
          }),
          startExample({
            before: dedent`
              cat > worker.sh <<'EOF'
              echo working
              EOF
              echo "touch ready" >> worker.sh
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    const early = file !== undefined && script.role === 'run' ? earlyTouch(script, file, context) : undefined;
    if (early !== undefined) {
      yield {
        severity: 'warning',
        message:
          '"job.started" is written here, before the start script is run: the wait step takes it for a sign of the service',
        at: early.at,
        help: 'let the start script write it, as the last of its markers',
      };
    }

    for (const { node, program, pipedTo } of context.ask(shellCommands, script).commands) {
      if (program !== 'touch') continue;
      const [reader] = pipedTo;
      const copied = reader?.type === 'Command' && reader.name?.value === 'tee' ? reader : undefined;
      if (copied !== undefined) {
        yield {
          message: '`touch` prints nothing: this touches the file now, and adds no line to the script',
          at: script.text.spanOf(node.pos, copied.end),
          help: `write \`echo "touch …" | ${script.shell.text.slice(copied.pos, copied.end)}\``,
        };
        continue;
      }
      const target = node.redirects.find(
        (one) => one.type === 'Redirect' && /^>>?$/.test(one.operator) && one.descriptor === undefined,
      );
      if (
        target?.type !== 'Redirect' ||
        target.target === undefined ||
        /\/dev\/null/.test(target.target.text)
      )
        continue;
      const words = node.args.map((argument) => argument.text);
      const plain = node.redirects.length === 1 && words.every((word) => /^[\w./-]+$/.test(word));
      yield {
        message: '`touch` prints nothing: this touches the file now, and adds no line to the script',
        at: script.text.spanOf(node.pos, node.end),
        help: `write \`echo "touch …" ${target.operator} ${target.target.text}\``,
        ...(plain && {
          fix: {
            title: 'Print the line',
            safety: 'unsafe',
            edits: [
              {
                span: script.text.spanOf(node.pos, node.end),
                replacement: `echo "touch ${words.join(' ')}" ${target.operator} ${target.target.text}`,
              },
            ],
          },
        }),
      };
    }
  },
});
