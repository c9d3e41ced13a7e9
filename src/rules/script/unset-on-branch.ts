import { branchGaps } from '../../analysis/variables/branch-gaps.ts';
import { variableSources } from '../../analysis/variables/sources.ts';
import { isConventionalVariable } from '../../facts/conventional-variables.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';

/** A variable that one branch forgot to set. */
export const unsetOnBranch = defineRule({
  meta: {
    id: 'unset-on-branch',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'medium',
    page: {
      what: 'All branches of an `if` or a `case` set a variable but one, which sets another in its place or none, and the script needs it afterwards.',
      why: 'Whoever takes that branch goes on with an empty value: an address without a port, a command whose first word is missing.',
      fix: 'Set the variable in that branch too, or before all of them.',
      examples: {
        bad: [
          toolExample`
            if command -v docker > /dev/null; then
              api_port=$(pw agent open-port)
              web_port=$(pw agent open-port)
            else
              api_port=$(pw agent open-port)
              api_port=$(pw agent open-port)
            fi
            curl "http://localhost:$api_port/" "http://localhost:«\${web_port}»/"
          `,
          toolExample`
            case "$1" in
              slurm) launcher="srun -n 4" ;;
              pbs) launcher="mpiexec -n 4" ;;
              local) echo "runs here" ;;
            esac
            «$launcher» ./solver --input mesh.h5
          `,
          toolExample`
            if [ -d /scratch ]; then
              data_folder=/scratch/data
            else
              data_dir=$HOME/data
            fi
            mkdir -p "«$data_folder»/in"
          `,
        ],
        good: [
          toolExample`
            if [ -d /scratch ]; then
              data_folder=/scratch/data
              options=--fast
            elif [ -d /data ]; then
              data_folder=/data
            else
              echo "no folder"
              exit 1
            fi
            case "$1" in
              gpu) flags=--gpu ;;
              cpu) flags=--cpu ;;
              none) echo "as it is" ;;
            esac
            if [ "$(id -u)" != 0 ]; then SUDO=sudo; else echo "root"; fi
            $SUDO ./solver $options $flags "$data_folder/in"
          `,
          toolExample`
            case "$1" in
              slurm) launcher=srun ;;
              pbs) launcher=mpiexec ;;
              local) echo "runs here" ;;
            esac
            if [ "$1" = local ]; then
              exec ./solver
            fi
            $launcher ./solver
          `,
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const gaps = context.ask(branchGaps, script).filter(({ read }) => !isConventionalVariable(read.name));
    if (gaps.length === 0 || script.role === 'sourced' || script.role === 'written') return;
    const { given, files } = context.ask(variableSources, script);
    for (const { read, branch, set, instead } of gaps) {
      const { name } = read;
      if (given.has(name) || files.some(({ sets }) => sets.has(name))) continue;
      yield {
        message: `"${name}" is not set on one branch before`,
        at: script.text.spanOf(read.start, read.end),
        fault: name,
        related: [
          { span: script.text.spanOf(set.start, set.end), text: 'here it is set' },
          {
            span: script.text.spanOf(branch.start, branch.end),
            text: instead === undefined ? 'here it is not' : `here "${instead}" is set, and it is not`,
          },
        ],
        help: instead === undefined ? 'set it there too' : `was "${name}" meant there, not "${instead}"?`,
      };
    }
  },
});
