import { coordination } from '../../analysis/contract/coordination.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { dedent } from '../../base/dedent.ts';
import { startExample } from '../examples/start-example.ts';
import { defineRule } from '../rule.ts';

/** Directives for a scheduler behind the commands that job_runner puts in front. */
export const ignoredSchedulerDirective = defineRule({
  meta: {
    id: 'ignored-scheduler-directive',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'The start script has #SBATCH or #PBS lines, which job_runner puts other commands in front of.',
      why: 'A scheduler reads such lines only before the first command: these are comments, and their limits do not count.',
      fix: 'Give the limits to job_runner: `slurm.time`, `slurm.scheduler_directives` and the like.',
      examples: {
        bad: [startExample({ before: '«#SBATCH --time=01:00:00»' })],
        good: [
          startExample({
            before: dedent`
              cat > worker.sbatch <<EOF
              #!/bin/bash
              #SBATCH --time=01:00:00
              hostname
              EOF
            `,
            service: dedent`
              sbatch worker.sbatch
              exec python3 -m http.server "$port"
            `,
          }),
          startExample({ before: '# no directives here' }),
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const contract = context.ask(coordination, script);
    if (contract === undefined) return;
    if (contract.start?.runner === undefined) return;
    const documents = context
      .ask(parsedScript, script)
      .nodes('HereDoc')
      .map((node) => node.body);
    const match = [...script.text.text.matchAll(/^#(SBATCH|PBS)\b.*$/gm)].find(
      ({ index }) => !documents.some((body) => body.pos <= index && index < body.end),
    );
    if (match === undefined) return;
    yield {
      message: `"#${match[1]}" lines do nothing here: job_runner puts commands in front of them`,
      at: script.text.spanOf(match.index, match.index + match[0].length),
      related: [{ span: contract.start.runner.step.node.span, text: 'the step that runs the script' }],
      help: 'give the limits to job_runner, in `slurm` or `pbs`',
    };
  },
});
