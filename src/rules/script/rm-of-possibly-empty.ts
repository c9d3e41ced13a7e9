import { scriptBehaviour } from '../../analysis/script/behaviour.ts';
import { emptiesRoot } from '../../analysis/script/dangerous-removal.ts';
import type { Script } from '../../model/script.ts';
import type { Span } from '../../source/span.ts';
import { defineRule } from '../rule.ts';

/** The command as its file has it; the whole text for blocks, whose places are those of the workflow. */
function sourceOf(script: Script, at: Span): string {
  return script.text.spanOf(0, 0).start === 0 ? script.text.text.slice(at.start, at.end) : script.text.text;
}

export const rmOfPossiblyEmpty = defineRule({
  meta: {
    id: 'rm-of-possibly-empty',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    what: 'A recursive removal names a directory of the system when a variable is empty.',
    why: 'With the variable empty `rm -rf "$dir/tmp"` removes /tmp, and `rm -rf "$dir/"*` everything.',
    fix: 'Write `${dir:?}`, which stops the script when it is empty.',
    examples: {
      bad: [
        'scratch=$(cat scratch.txt)\n«rm -rf "$scratch/tmp"»\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        'work=""\n«rm -rf "$work"/*»\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
      ],
      good: [
        'scratch=$(mktemp -d)\nrm -rf "$scratch/tmp"\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        'scratch=$(cat scratch.txt)\nrm -rf "${scratch:?}/tmp"\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
        'rm -rf "${PW_PARENT_JOB_DIR}/tmp"\nport=$(pw agent open-port)\nhostname > HOSTNAME\necho "$port" > SESSION_PORT\ntouch job.started\nexec python3 -m http.server "$port"\n',
      ],
    },
  },
  on: 'script',
  mentions: ['rm'],
  *check({ script }, context) {
    for (const event of context.ask(scriptBehaviour, script).events) {
      if (event.kind !== 'command' || !emptiesRoot(event.words) || event.at.file !== script.path) continue;
      if (/\$\{\w+:?\?/.test(sourceOf(script, event.at))) continue;
      yield {
        message: 'this removes a directory of the system when the variable in it is empty',
        at: event.at,
        help: 'write `${name:?}` for the variable: the script then stops when it is empty',
      };
    }
  },
});
