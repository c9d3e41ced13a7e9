import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** nginx replaces text in answers that may come compressed. */
export const compressedBeforeFilter = defineRule({
  meta: {
    id: 'compressed-before-filter',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A proxy of nginx replaces text with `sub_filter`, but lets the server behind it answer compressed.',
      why: 'Browsers ask for compressed answers; `sub_filter` finds nothing in them, so the links stay as they were and the page stays empty behind the session.',
      fix: 'Write `proxy_set_header Accept-Encoding "";` beside `proxy_pass`.',
      examples: {
        bad: [
          toolExample`
            cat > nginx.conf <<EOF
            server {
              listen 8080;
              location / {
                proxy_pass http://127.0.0.1:9000/;
                «sub_filter» '="/' '="/me/session/';
                sub_filter_once off;
              }
            }
            EOF
          `,
        ],
        good: [
          toolExample`
            cat > nginx.conf <<EOF
            location / {
              proxy_pass http://127.0.0.1:9000/;
              proxy_set_header Accept-Encoding "";
              sub_filter '="/' '="/me/session/';
            }
            EOF
          `,
          toolExample`
            cat > nginx.conf <<EOF
            location / {
              proxy_pass http://127.0.0.1:9000/;
              gunzip on;
              sub_filter '="/' '="/me/session/';
            }
            EOF
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const source = script.shell.text;
    // Python's own server never compresses.
    if (/Accept-Encoding|gunzip\s+on|\bhttp\.server\b/i.test(source)) return;
    const seen = new Set<number>();
    for (const { redirections } of context.ask(shellCommands, script).commands) {
      for (const redirection of redirections) {
        if (redirection.type !== 'HereDoc' || seen.has(redirection.pos)) continue;
        seen.add(redirection.pos);
        const { pos, text } = redirection.body;
        const configuration = text.replace(/#.*$/gm, (comment) => ' '.repeat(comment.length));
        if (!/\bproxy_pass\s/.test(configuration) || /(^|\s)include\s+(?!\S*mime\.types)/.test(configuration))
          continue;
        const filter = /(?<=^|[\s;{])sub_filter(?=\s)/.exec(configuration);
        if (filter === null) continue;
        const start = pos + filter.index;
        yield {
          message: '"sub_filter" finds nothing in compressed answers, and the server behind may compress',
          at: script.text.spanOf(start, start + 'sub_filter'.length),
          help: 'write `proxy_set_header Accept-Encoding "";` beside "proxy_pass"',
        };
        return;
      }
    }
  },
});
