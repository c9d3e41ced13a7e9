import { sessionPattern } from '../../analysis/session-pattern.ts';
import { pairOf } from '../../syntax/yaml/tree.ts';
import { defineRule } from '../rule.ts';
import { sessionExample } from '../session-example.ts';

// Whatever may start a script: by name, through a scheduler, on another machine, or in the background.
const starts =
  /start\.sh|\b(sbatch|qsub|srun|salloc|bsub|ssh|nohup|setsid|docker|singularity|apptainer|podman)\b|&\s*(#.*)?$/m;

/** A session workflow with a `start.sh` that nothing starts. */
export const missingRunner = defineRule({
  meta: {
    id: 'missing-runner',
    group: 'workflow',
    severity: 'warning',
    since: '0.1.0',
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
  on: 'file',
  *check(file, context) {
    const pattern = context.ask(sessionPattern, file);
    if (pattern?.startScript === undefined || pattern.runners.length > 0) return;
    if (pattern.workflow.scripts.some((script) => starts.test(script.shell.text))) return;
    const jobs = pairOf(pattern.workflow.root, 'jobs');
    if (jobs === undefined || pattern.workflow.jobs.length === 0) return;
    yield {
      message: `nothing starts "${pattern.startScript.path}": no job uses marketplace/job_runner, and no step runs the script`,
      at: jobs.key.span,
      help: 'add a job with "uses: marketplace/job_runner/v4.0" and "script_path" set to the script',
    };
  },
});
