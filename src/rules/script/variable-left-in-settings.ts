import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';
import { leftVariables } from './variable-left-in-settings.analysis.ts';

/** A script that writes `$port` as such into settings, which only a shell would replace. */
export const variableLeftInSettings = defineRule({
  meta: {
    id: 'variable-left-in-settings',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A here-document with quotes around its word writes the name of a variable into a file of settings, where its value was meant.',
      why: 'Nothing is expanded in such a here-document, and the program that reads the file is no shell: it refuses the setting, or takes the dollar and the name for the value.',
      fix: 'Leave the word behind `<<` without quotes, and write `\\$` where a dollar must stay.',
      examples: {
        bad: [
          startExample({
            before: 'data=$PWD/data',
            started: dedent`
              cat > editor.yaml <<'EOF'
              bind-addr: 127.0.0.1:8080
              user-data-dir: «$data»
              EOF
              touch job.started
            `,
          }),
          startExample({
            hostname: dedent`
              cat > nginx.conf <<'EOF'
              events {}
              http {
                server {
                  listen «$port»;
                  location / { proxy_set_header Host $host; root html; }
                }
              }
              EOF
              hostname > HOSTNAME
            `,
            service: 'exec nginx -c "$PWD/nginx.conf" -g \'daemon off;\'',
          }),
        ],
        good: [
          startExample({
            hostname: dedent`
              cat > nginx.conf <<EOF
              events {}
              http { server { listen $port; location / { proxy_set_header Host \$host; root html; } } }
              EOF
              hostname > HOSTNAME
            `,
            service: 'exec nginx -c "$PWD/nginx.conf" -g \'daemon off;\'',
          }),
          startExample({
            hostname: dedent`
              cat > nginx.conf <<'EOF'
              events {}
              http { server { listen $port; root html; } }
              EOF
              sed -i "s/\\$port/$port/" nginx.conf
              hostname > HOSTNAME
            `,
            service: 'exec nginx -c "$PWD/nginx.conf" -g \'daemon off;\'',
          }),
          startExample({
            before: 'export data=$PWD/data',
            started: dedent`
              cat > editor.yaml <<'EOF'
              user-data-dir: $data
              EOF
              touch job.started
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { name, file, start, end, document } of context.ask(leftVariables, script)) {
      yield {
        message: `"${script.text.text.slice(start, end)}" stays as it is in "${file}": the word behind "<<" is in quotes, and nothing else puts the value of "${name}" there`,
        at: script.text.spanOf(start, end),
        fault: `${document}`,
        help: 'leave the word behind "<<" without quotes, and write `\\$` where a dollar must stay',
      };
    }
  },
});
