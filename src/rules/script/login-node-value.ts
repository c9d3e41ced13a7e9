import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { setsVariable } from '../../analysis/shell/variable-texts.ts';
import { isJobScript, submittedScripts } from '../../analysis/written/submitted-scripts.ts';
import type { WrittenScript } from '../../analysis/written/written-script.ts';
import { dedent } from '../../base/dedent.ts';
import type { NodesOfTypes } from '../../syntax/bash/tree.ts';
import { defineRule } from '../rule.ts';

/** What only the job knows, expanded by the host that writes its script. */
export const loginNodeValue = defineRule({
  meta: {
    id: 'login-node-value',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A job script is written with what only the job knows, expanded on the host that writes it.',
      why: 'The variables of the scheduler are empty before the job runs, and `hostname` names the login node: the job gets an empty word, or announces the wrong host.',
      fix: 'Put the word behind `<<` in quotes, or write `\\$`: the job expands it.',
      examples: {
        bad: [
          {
            'submit.sh': dedent`
              cat > job.sbatch <<JOB
              #!/bin/bash
              #SBATCH --nodes=2
              scontrol show hostnames «$SLURM_JOB_NODELIST» > hosts.txt
              JOB
              sbatch job.sbatch
            `,
          },
          {
            'submit.sh': dedent`
              cat > job.sbatch <<JOB
              #!/bin/bash
              #SBATCH --ntasks=1
              echo "«$(hostname)»" > HOSTNAME
              sleep 3600
              JOB
              sbatch job.sbatch
            `,
          },
          {
            'submit.sh': dedent`
              {
                echo '#!/bin/bash'
                echo "cat «\${PBS_NODEFILE}» > nodes.txt"
              } > job.pbs
              qsub job.pbs
            `,
          },
          {
            'submit.sh': dedent`
              sbatch <<JOB
              #!/bin/bash
              host=«\`hostname -s\`»
              ./serve --host "\$host"
              JOB
            `,
          },
          {
            'submit.sh': 'sbatch --wrap="srun --ntasks «$SLURM_NTASKS» ./solve"\n',
          },
        ],
        good: [
          {
            'submit.sh': dedent`
              cat > job.sbatch <<'JOB'
              #!/bin/bash
              scontrol show hostnames $SLURM_JOB_NODELIST > hosts.txt
              hostname > HOSTNAME
              JOB
              sbatch job.sbatch
            `,
          },
          {
            'submit.sh': dedent`
              cat > job.sbatch <<JOB
              #!/bin/bash
              ssh -fN -R 8080:localhost:8080 $(hostname)
              LOGIN_HOST=$(hostname)
              JOB
              sbatch job.sbatch
            `,
          },
          {
            'job.sh': dedent`
              #!/bin/bash
              #SBATCH --nodes=2
              cat > step.sh <<STEP
              #!/bin/bash
              echo "$(hostname)" > HOSTNAME
              echo "$SLURM_JOB_NODELIST"
              STEP
              srun bash step.sh
            `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script, file }, context) {
    // A script of a job knows what the job knows.
    if (isJobScript(script)) return;
    for (const written of context.ask(submittedScripts, script)) {
      const { nodes } = context.ask(parsedScript, written.script);
      let offset = 0;
      for (const { as, source, start, end } of written.pieces) {
        const text = as === 'filled' && source === script ? script.text.text.slice(start, end) : '';
        const name = schedulerVariable(text);
        const isHost = isHostname.test(text) && isAnnounced(nodes, offset, written);
        offset += end - start;
        const given = `${script.text.text}\n${file?.source.text ?? ''}`;
        if (name !== undefined && setsVariable(given, name)) continue;
        if (name === undefined && !isHost) continue;
        yield {
          message:
            name === undefined
              ? `"${text}" names the host that writes the job script, not the one that the job runs on`
              : `"${text}" is expanded while the job script is written, where it is empty: only the job has it`,
          at: script.text.spanOf(start, end),
          help: `write \`\\${text}\`, or put the word behind \`<<\` in quotes`,
          fault: `${start}`,
        };
      }
    }
  },
});

const isHostname = /^(\$\(\s*hostname(\s+-\S+)*\s*\)|`\s*hostname(\s+-\S+)*\s*`|\$\{?HOSTNAME\}?)$/;

/** The variable of a scheduler that an expansion reads, directly or in a command. */
function schedulerVariable(text: string): string | undefined {
  const [, name] =
    /\$\{?(SLURM_[A-Z]\w*|SLURMD_NODENAME|PBS_[A-Z]\w*|LSB_\w+)(?!\w|:?[-=+?])/.exec(text) ?? [];
  return name;
}

/** Whether an offset of the written script is in a line that tells others which host it runs on. */
function isAnnounced(nodes: NodesOfTypes, offset: number, { script }: WrittenScript): boolean {
  for (const node of nodes('Assignment', 'Command')) {
    if (node.pos > offset || offset >= node.end) continue;
    if (node.type === 'Assignment') {
      if (
        /host|node|server|^ip$|_ip$|addr/i.test(node.name) &&
        !/login|submit|head|control|gateway|front|origin|user|internal|proxy/i.test(node.name)
      )
        return true;
    } else if (/^(echo|printf)$/.test(node.name?.value ?? '')) {
      const target = node.redirects.find((one) => one.type === 'Redirect');
      const name = target?.type === 'Redirect' ? (target.target?.text ?? '') : '';
      if (/host|node/i.test(name) && !/login|submit|head/i.test(name)) return true;
      if (/HOST(NAME)?=/.test(script.text.text.slice(node.pos, offset)) && name !== '') return true;
    }
  }
  return false;
}
