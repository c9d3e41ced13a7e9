import { coordination } from '../../analysis/contract/coordination.ts';
import type { ServiceEvent } from '../../analysis/contract/services.ts';
import { textOf, type Value } from '../../analysis/shell/interpreter/state/value.ts';
import { baseName } from '../../analysis/shell/programs/programs.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** A container that outlives its session. */
export const instanceLeftBehind = defineRule({
  meta: {
    id: 'instance-left-behind',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The start script starts an instance of a container, and nothing stops it.',
      why: 'It is no child of the script: when the session is cancelled it stays, with its port and its name, and the next start with that name fails.',
      fix: "Stop it when the script ends: `trap 'apptainer instance stop NAME' EXIT`.",
      examples: {
        bad: [
          startExample({
            service: dedent`
              «apptainer instance start --bind "$PWD" board.sif board»
              exec apptainer exec instance://board board-server --port "$port"
            `,
          }),
          startExample({
            service: dedent`
              «docker run --detach --name board -p "$port":80 example/board»
              docker logs -f board
            `,
          }),
        ],
        good: [
          startExample({
            service: dedent`
              trap 'apptainer instance stop board' EXIT
              apptainer instance start board.sif board
              apptainer exec instance://board board-server --port "$port"
            `,
          }),
          startExample({
            service: dedent`
              docker run -d --name board -p "$port":80 example/board
              echo "docker rm -f board" > cancel.sh
              docker logs -f board
            `,
          }),
          startExample({ service: 'apptainer run --bind "$PWD" board.sif --port "$port"' }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined || contract.behaviour.opaque) return;
    const { events } = contract.behaviour;
    const service = events.find(
      (event): event is ServiceEvent => event.kind === 'service' && container(event.words) !== undefined,
    );
    if (service === undefined) return;
    const tool = container(service.words) ?? '';
    const stops = /^(docker|podman)$/.test(tool)
      ? /\b(docker|podman)\s+(container\s+)?(stop|kill|rm)\b|--stop-timeout|\bcompose\b/
      : /\binstance[ .]stop\b/;
    const folder = script.path.replace(/[^/]*$/, '');
    const paths = new Set([
      ...events.map((event) => event.at.file as string),
      ...context.workspace.files.paths.filter(
        (path) => path.startsWith(folder) || /(cancel|stop|clean)/.test(path),
      ),
    ]);
    const texts = [...paths].map((path) => context.workspace.files.read(path as typeof script.path));
    const isStopped = texts.some((content) => content.kind === 'text' && stops.test(content.text));
    if (isStopped || stops.test(script.shell.text) || stops.test(file?.source.text ?? '')) return;
    const stop = /^(docker|podman)$/.test(tool) ? `${tool} rm -f NAME` : `${tool} instance stop NAME`;
    yield {
      message: 'nothing stops this instance: it outlives the script and the session',
      at: service.at,
      help: `stop it when the script ends: \`trap '${stop}' EXIT\``,
    };
  },
});

/** The tool that starts a named container which goes on by itself. */
function container(words: readonly Value[]): string | undefined {
  const name = baseName(words[0]);
  const texts = words.map((word) => textOf(word) ?? '');
  if (/^(apptainer|singularity)$/.test(name))
    return texts[1] === 'instance' && /^(start|run)$/.test(texts[2] ?? '') ? name : undefined;
  if (!/^(docker|podman)$/.test(name) || texts[1] !== 'run') return undefined;
  const detached = texts.some((text) => /^(-\w*d\w*|--detach)$/.test(text));
  return detached && texts.some((text) => /^--name(=|$)/.test(text)) ? name : undefined;
}
