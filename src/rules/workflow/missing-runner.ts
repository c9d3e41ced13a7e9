import type { AnalysisContext } from '../../analysis/analysis.ts';
import { sessionPattern } from '../../analysis/contract/session-pattern.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import type { Script } from '../../model/script.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { sessionExample } from '../examples/session-example.ts';
import { defineRule } from '../rule.ts';

// Whatever may start a script: a scheduler, another machine, a container, the background.
const starters: ReadonlySet<string> = new Set(
  'sbatch qsub srun salloc bsub ssh docker singularity apptainer podman pw'.split(' '),
);

/** A session workflow with a `start.sh` that nothing starts. */
export const missingRunner = defineRule({
  meta: {
    id: 'missing-runner',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The workflow has a session and a `start.sh`, but no step that starts the script.',
      why: 'The service never runs, so the session stays pending and whatever waits for the service waits for ever.',
      fix: 'Add a job with `uses: marketplace/job_runner/v4.0`, `use_existing_script: true` and `script_path` set to `start.sh`.',
      examples: {
        bad: [
          Object.fromEntries(
            Object.entries(sessionExample({ without: ['session_runner'] })).map(([path, text]) => [
              path,
              text.replace('\njobs:', '\n«jobs»:'),
            ]),
          ),
        ],
        good: [sessionExample()],
      },
    },
  },
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    if (pattern?.startScript === undefined || pattern.runners.length > 0) return;
    if (pattern.workflow.scripts.some((script) => mayStart(script, context))) return;
    const jobs = pairOf(pattern.workflow.root, 'jobs');
    if (jobs === undefined || pattern.workflow.jobs.length === 0) return;
    yield {
      message: `nothing starts "${pattern.startScript.path}": no job uses marketplace/job_runner, and no step runs the script`,
      at: jobs.key.span,
      help: 'add a job with "uses: marketplace/job_runner/v4.0" and "script_path" set to the script',
    };
  },
});

/** Whether a block names `start.sh` other than in what it prints, or runs something that may start it. */
function mayStart(script: Script, context: AnalysisContext): boolean {
  if (/&[ \t]*(#.*)?$/m.test(script.shell.text)) return true;
  return context.ask(shellCommands, script).commands.some(({ program, words, node }) => {
    if (program === undefined) return node.name !== undefined;
    if (program === 'echo' || program === 'printf') return false;
    if (program === 'pw' && literalOf(words[0]) === 'agent') return false;
    return starters.has(program) || [node.name, ...words].some((word) => word?.text.includes('start'));
  });
}
