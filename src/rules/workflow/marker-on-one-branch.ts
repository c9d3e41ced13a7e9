import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import { parseBash } from '../../syntax/bash/parse-bash.ts';
import type { If } from '../../syntax/bash/tree.ts';
import { workflowExample } from '../examples/workflow-example.ts';
import { defineRule } from '../rule.ts';

const jobs = (otherwise: string, wait: string) => workflowExample`
  jobs:
    start_nodes:
      steps:
        - run: |
            if [ "\${{ inputs.scheduled }}" == "true" ]; then
              sbatch --wait nodes.sbatch
              ${otherwise}
            fi
    use_nodes:
      steps:
        - run: |
            ${wait}
  inputs:
    scheduled:
      type: boolean
      default: false
`;

const endless = 'until [ -f nodes.ready ]; do sleep 5; done';

/** A job waits without end for a file that only one of two branches writes. */
export const markerOnOneBranch = defineRule({
  meta: {
    id: 'marker-on-one-branch',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A step waits for a file that another step writes on one of two branches only.',
      why: 'On the other branch nobody writes it, and the step waits until the run is cancelled.',
      fix: 'Write the file on both branches.',
      examples: {
        bad: [
          jobs('«touch nodes.ready»\n            else\n              ./nodes.sh', endless),
          jobs(
            'date\n            else\n              ./nodes.sh\n              date «> nodes.ready»',
            'while [ ! -e nodes.ready ]; do sleep 1; done',
          ),
        ],
        good: [
          jobs(
            'touch nodes.ready\n            else\n              ./nodes.sh\n              touch nodes.ready',
            endless,
          ),
          jobs('touch nodes.ready\n            else\n              exit 1', endless),
          jobs(
            'touch nodes.ready\n            else\n              ./nodes.sh',
            'until [ -f nodes.ready ] || [ -f job.ended ]; do sleep 5; done',
          ),
          jobs(
            'touch nodes.ready\n            else\n              ./nodes.sh',
            'if [ -f nodes.ready ]; then date; fi',
          ),
        ],
      },
    },
  },
  on: 'workflow',
  *check({ workflow, file }, context) {
    for (const waiting of workflow.scripts) {
      for (const name of awaitedFiles(waiting)) {
        const whole = new RegExp(`(?<![\\w.-])${escapePattern(name)}(?![\\w-]|\\.\\w)`, 'g');
        const others = workflow.scripts.filter(
          (script) => script !== waiting && whole.test(script.shell.text),
        );
        const [writer] = others;
        whole.lastIndex = 0;
        if (writer === undefined || others.length > 1 || [...writer.shell.text.matchAll(whole)].length !== 1)
          continue;
        const isElsewhere = context.workspace.files.paths.some((path) => {
          const content = path === file.source.path ? undefined : context.workspace.files.read(path);
          return content?.kind === 'text' && content.text.includes(name);
        });
        const command = context
          .ask(shellCommands, writer)
          .commands.find(({ node, program, words, redirections }) => {
            const touched = program === 'touch' && words.some((word) => literalOf(word) === name);
            const written = redirections.some(
              (one) => one.type === 'Redirect' && one.operator === '>' && literalOf(one.target) === name,
            );
            return node.pos >= 0 && (touched || written);
          });
        if (isElsewhere || command === undefined) continue;
        const branch = oneBranch(writer, command.node.pos);
        if (branch === undefined) continue;
        const redirect = command.redirections.find(
          (one) => one.type === 'Redirect' && literalOf(one.target) === name,
        );
        yield {
          message: `"${name}" is written on this branch only, and job "${waiting.job ?? ''}" waits for it without end`,
          at: writer.text.spanOf(redirect?.pos ?? command.node.pos, redirect?.end ?? command.node.end),
          help: 'write it on the other branch too',
        };
      }
    }
  },
});

/** Files for which a loop waits that ends for nothing else. */
function awaitedFiles({ shell }: Script): readonly string[] {
  if (/\btimeout\b/.test(shell.text)) return [];
  const loops =
    /(?:until\s+\[\[?\s+|while\s+\[\[?\s+!\s+|while\s+!\s+\[\[?\s+)-[efs]\s+["']?([\w-]+(?:\.[\w-]+)+)["']?\s+\]\]?\s*(?:;|\n)\s*do\b([\s\S]*?)\bdone\b/g;
  return [...shell.text.matchAll(loops)].flatMap(([, name = '', body = '']) =>
    /\b(break|exit|return|if|\(\()\b|&&|\|\|/.test(body) || /^job\./.test(name) ? [] : [name],
  );
}

/** The condition with two branches, of which one alone holds a place, and the other one goes on. */
function oneBranch(script: Script, place: number): If | undefined {
  for (const node of parseBash(script.shell).nodes('If')) {
    if (place < node.pos || place > node.end || node.else === undefined) continue;
    if (/\belif\b/.test(script.shell.text.slice(node.pos, node.end))) return undefined;
    const isIn = ({ pos, end }: { readonly pos: number; readonly end: number }) =>
      pos <= place && place <= end;
    const other = isIn(node.then) ? node.else : isIn(node.else) ? node.then : undefined;
    if (other === undefined) return undefined;
    return /\b(exit|return|false|kill)\b/.test(script.shell.text.slice(other.pos, other.end))
      ? undefined
      : node;
  }
  return undefined;
}
