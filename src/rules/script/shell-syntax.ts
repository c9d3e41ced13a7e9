import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { defineRule } from '../rule.ts';

export const shellSyntax = defineRule({
  meta: {
    id: 'shell-syntax',
    group: 'script',
    severity: 'error',
    since: '0.1.0',
    page: () => ({
      what: 'A script that bash cannot read: a quote, a bracket, a keyword or a here-document without its other half.',
      why: 'Bash stops at the fault: the commands after it never run, and the step or the session fails.',
      fix: 'Close what is open, or remove what closes nothing.',
      examples: {
        bad: [
          'announce() «{»\n  hostname > HOSTNAME\n  echo "$port" > SESSION_PORT\n  touch job.started\nport=$(pw agent open-port)\nannounce\nexec python3 -m http.server "$port"\n',
          'if true; then\n  cat > index.html <<EOF\n<h1>Hello</h1>\n«  EOF»\nfi\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
          'port=$(pw agent open-port)\n«if» [ -z "$port" ]; then\n  exit 1\necho "$port" > SESSION_PORT\n',
          'port=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\ncat > index.html <<EOF\n<h1>Hello</h1>\n«  EOF»\nexec python3 -m http.server "$port"\n',
          'hostname > HOSTNAME\necho «"»$port > SESSION_PORT\ntouch job.started\n',
        ],
        good: [
          'port=$(pw agent open-port)\nif [ -z "$port" ]; then\n  exit 1\nfi\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port" > service.out 2>&1\n',
        ],
      },
    }),
  },
  on: 'script',
  *check({ script }, context) {
    yield* context.ask(parsedScript, script).faults;
  },
});
