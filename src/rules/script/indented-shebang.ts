import { submittedScripts } from '../../analysis/written/submitted-scripts.ts';
import { dedent } from '../../base/dedent.ts';
import type { Edit } from '../../diagnostics/finding.ts';
import type { Script } from '../../model/script.ts';
import { defineRule } from '../rule.ts';

/** A written job script whose `#!` does not stand at its beginning. */
export const indentedShebang = defineRule({
  meta: {
    id: 'indented-shebang',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    page: {
      what: 'A job script is written with blanks or an empty line in front of its first line `#!`.',
      why: '`sbatch` refuses a script that does not begin with `#!`, and takes no `#SBATCH` line that begins with a blank. `<<-` takes away tabs, not blanks.',
      fix: 'Let the lines of the here-document begin at the margin.',
      examples: {
        bad: [
          {
            'submit.sh': dedent`
              if [ -n "$1" ]; then
                cat > job.sbatch <<JOB
              «  #!/bin/bash»
                #SBATCH --ntasks=4
                srun ./solve
              JOB
                sbatch job.sbatch
              fi
            `,
          },
          {
            'submit.sh': dedent`
              sbatch <<-'JOB'
              «    #!/bin/bash»
                  srun ./solve
              JOB
            `,
          },
          {
            'submit.sh': dedent`
              echo "«  #!/bin/bash»" > job.sh
              echo "srun ./solve" >> job.sh
              sbatch job.sh
            `,
          },
        ],
        good: [
          {
            'submit.sh': dedent`
              if [ -n "$1" ]; then
                cat > job.sbatch <<JOB
              #!/bin/bash
              #SBATCH --ntasks=4
              srun ./solve
              JOB
                sbatch job.sbatch
              fi
            `,
          },
          {
            'submit.sh': dedent`
              cat > note.txt <<NOTE
                #!/bin/bash is the first line of a script
              NOTE
            `,
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    for (const { script: written } of context.ask(submittedScripts, script)) {
      const { text } = written.text;
      const [blanks, indent = ''] = /^\s*?([ \t]*)(?=#!)/.exec(text) ?? [];
      if (blanks === undefined || blanks === '') continue;
      const end = /\n/.exec(text.slice(blanks.length))?.index ?? text.length;
      const edits = blanks === indent ? marginEdits(written, indent) : undefined;
      yield {
        message: 'the job script does not begin with "#!" but with blanks, and the scheduler refuses it',
        at: written.text.spanOf(0, blanks.length + end),
        help: 'let its lines begin at the margin; `<<-` takes away tabs only',
        ...(edits !== undefined && {
          fix: { title: 'Let the lines begin at the margin', safety: 'safe', edits },
        }),
      };
    }
  },
});

/** Takes the indentation of the first line from every line; `undefined` where a line has less. */
function marginEdits({ text }: Script, indent: string): readonly [Edit, ...Edit[]] | undefined {
  const edits: Edit[] = [];
  for (const { 0: line, index } of text.text.matchAll(/^.+$/gm)) {
    if (line.trim() === '') continue;
    if (!line.startsWith(indent)) return undefined;
    const span = text.spanOf(index, index + indent.length);
    if (span.end - span.start !== indent.length) return undefined;
    edits.push({ span, replacement: '' });
  }
  const [first, ...rest] = edits;
  return first && [first, ...rest];
}
