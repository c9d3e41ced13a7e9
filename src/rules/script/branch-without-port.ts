import { coordination } from '../../analysis/contract/coordination.ts';
import { holds, portsNamed, portWrites } from '../../analysis/contract/services.ts';
import type { ScriptEvent } from '../../analysis/shell/interpreter/state/events.ts';
import { shownValue, textOf, type Value } from '../../analysis/shell/interpreter/state/value.ts';
import { ownWords } from '../../analysis/shell/programs/known-servers.ts';
import { baseName, mayStay, programKind } from '../../analysis/shell/programs/programs.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** One of two branches starts the service without its port. */
export const branchWithoutPort = defineRule({
  meta: {
    id: 'branch-without-port',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'One branch starts the service with the announced port, the other one starts the same program without it.',
      why: 'On that branch the service listens on its default port, and the session connects to nothing.',
      fix: 'Give the port on both branches.',
      examples: {
        bad: [
          startExample({
            service: dedent`
              if [ -f "$HOME/book.nb" ]; then
                notebookd open "$HOME/book.nb" --port "$port" --no-token
              else
                «notebookd tutorial --no-token»
              fi
            `,
          }),
          startExample({
            service: dedent`
              if command -v nvidia-smi; then
                «modelserver --gpus all --bind 0.0.0.0 > server.log 2>&1» &
              else
                modelserver --bind 0.0.0.0 --port="$port" > server.log 2>&1 &
              fi
              wait
            `,
          }),
        ],
        good: [
          startExample({
            service: dedent`
              if [ -f "$HOME/book.nb" ]; then
                exec notebookd open "$HOME/book.nb" --port "$port"
              else
                exec notebookd tutorial --port "$port"
              fi
            `,
          }),
          startExample({
            service: dedent`
              if [ ! -d "$HOME/.notebookd" ]; then
                notebookd init --quiet
              else
                notebookd open --port "$port" --quiet
              fi
              sleep infinity
            `,
          }),
          startExample({
            service: dedent`
              if [ -f settings.yaml ]; then
                exec notebookd serve --no-token --config settings.yaml
              else
                exec notebookd serve --no-token --port "$port"
              fi
            `,
          }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined || contract.behaviour.opaque) return;
    const { events } = contract.behaviour;
    const contents = portWrites(contract).map(({ content = [] }) => content);
    const ends = contract.behaviour.ends.length;
    if (ends === 0) return;
    for (const service of events) {
      if (service.kind !== 'service' || service.path === undefined) continue;
      const port = portsNamed(service).find((one) => contents.some((content) => holds(content, one)));
      const option = service.words.map(portOption).find((one) => one !== undefined);
      if (port === undefined || option === undefined) continue;
      const other = events.find(
        (event): event is ScriptEvent & { readonly kind: 'command' } =>
          event.kind === 'command' &&
          isOtherBranch(event, service) &&
          isSameService(event.words, service.words),
      );
      if (other === undefined || mentionsPort(other.words)) continue;
      yield {
        message: `"${baseName(other.words[0])}" is started without "${option}" here, and with it on the other branch`,
        at: other.at,
        related: [{ span: service.at, text: 'here it gets the port' }],
        help: `give it the announced port here too, with "${option}"`,
      };
      return;
    }
  },
});

/** The option in whose value the port stands: `--port`. */
function portOption(word: Value): string | undefined {
  const [first] = word;
  return typeof first === 'string' ? /^--?[\w.-]*port\b/.exec(first)?.[0] : undefined;
}

function isOtherBranch(one: ScriptEvent, other: ScriptEvent): boolean {
  const [left, right] = [one.path, other.path];
  return (
    left?.at.file === right?.at.file && left?.at.start === right?.at.start && left?.holds !== right?.holds
  );
}

/** Whether both run the same program in the same way: they share an option, beside the port. */
function isSameService(left: readonly Value[], right: readonly Value[]): boolean {
  const name = baseName(left[0]);
  if (name === '' || name !== baseName(right[0]) || !mayStay(left) || ownWords(left) !== left) return false;
  if (programKind(left).slow || /^(exec|srun|tmux|screen|nginx)$/.test(name)) return false;
  const options = new Set(right.flatMap((word) => longOption(word) ?? []));
  const shared = left.some((word) => options.has(longOption(word) ?? ''));
  return (
    shared &&
    !left.some((word) => /^(init|install|build|stop|--version|--help|--init)$/.test(textOf(word) ?? ''))
  );
}

function longOption(word: Value): string | undefined {
  const [first] = word;
  return typeof first === 'string' ? /^--[\w-]{3,}/.exec(first)?.[0] : undefined;
}

/** Whether the words may say a port in any way. */
function mentionsPort(words: readonly Value[]): boolean {
  return words.some((word) => {
    if (word.some((piece) => typeof piece !== 'string' && piece.origin.kind !== 'environment')) return true;
    return (
      word.length > 0 && (typeof word[0] !== 'string' || /port|conf|:|\d{4}|^-p/i.test(shownValue(word)))
    );
  });
}
