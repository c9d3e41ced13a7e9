import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { dedent } from '../../base/dedent.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

// Names of the layout that the developer guide's pattern has replaced.
const retired =
  /\b(service\.json|steps-v3|start-template-v3(?:\.sh)?|controller-v3(?:\.sh)?|utility_(?:wait_target_hostname|wait_service_port|wait_ready|inputs|compute_session))\b/g;

/** A file or workflow of the older layout is named, which is not there. */
export const retiredHelper = defineRule({
  meta: {
    id: 'retired-helper',
    group: 'workflow',
    severity: 'note',
    since: '0.1.0',
    page: {
      what: 'A script names a helper of the older layout of session workflows, which the repository does not have.',
      why: 'After a migration such a line finds nothing: the step fails, or goes on without what the helper gave.',
      fix: 'Remove the line; `utils/wait_service.sh`, `SESSION_PORT` and `HOSTNAME` have taken the place of these helpers.',
      examples: {
        bad: [
          sessionExample({
            wait_for_service: {
              '- run: source utils/wait_service.sh': dedent`
                - run: |
                    cat «service.json»
                    source utils/wait_service.sh
              `,
            },
          }),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    if (file === undefined || context.ask(sessionPattern, file) === undefined) return;
    const { text } = script.shell;
    for (const match of text.matchAll(retired)) {
      const [name] = match;
      const line = text.slice(text.lastIndexOf('\n', match.index) + 1, match.index);
      if (/(^|\s)#/.test(line) || /[>]\s*\S*$|\bwrites?\b/.test(line)) continue;
      if (context.workspace.files.paths.some((path) => path.split('/').includes(name))) continue;
      // What the workflow makes itself is its own affair.
      if (
        new RegExp(
          `>\\s*["']?\\S*${name.replaceAll('.', '\\.')}|\\b(cp|mv|tee|touch)\\b[^\\n]*${name.replaceAll('.', '\\.')}`,
        ).test(text)
      )
        continue;
      yield {
        message: `"${name}" belongs to the older layout, and this repository does not have it`,
        at: script.text.spanOf(match.index, match.index + name.length),
        help: 'remove the line, or bring the file back',
      };
    }
  },
});
