import { builtins } from '../../analysis/shell/interpreter/builtins/builtins.ts';
import { isKnownProgram } from '../../analysis/shell/programs/programs.ts';
import { scriptFunctions } from '../../analysis/shell/script-functions.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import { isOneEdit, isSwap } from '../../base/one-edit.ts';
import { didYouMean } from '../../diagnostics/did-you-mean.ts';
import { commonCommands } from '../../facts/tables/programs/common-commands.ts';
import { toolExample } from '../examples/tool-example.ts';
import { defineRule } from '../rule.ts';
import { isDefined, readsForeignFile } from './command-definitions.analysis.ts';

/** A command that nobody has, whose name is nearly that of one that every script uses. */
export const misspeltCommand = defineRule({
  meta: {
    id: 'misspelt-command',
    group: 'script',
    severity: 'warning',
    since: '0.1.0',
    precision: 'high',
    page: {
      what: 'A command has nearly the name of one that every script uses (`echo`, `export`, `mkdir`), and nothing defines it.',
      why: 'Bash says "command not found" and goes on with status 127: a file stays empty, a variable stays unset.',
      fix: 'Correct the name.',
      examples: {
        bad: [
          toolExample`
            «echop» "kill $server || true" >> cancel.sh
          `,
          toolExample`
            «mkdri» -p logs
          `,
          toolExample`
            «exprot» MODEL=small
          `,
          toolExample`
            port=$(«hostnmae»)
          `,
          toolExample`
            cat > serve.sh <<'SCRIPT'
            #!/bin/bash
            «exho» "serving"
            SCRIPT
            bash serve.sh
          `,
        ],
        good: [
          toolExample`
            gmake all
            gecho done
            bkill 1
            ctest
            print "of another shell"
            exports
            usleep 10
            mpiexec hostnames
          `,
          toolExample`
            echoe() {
              echo "$@" >&2
            }
            echoe "no port"
            source /opt/site/functions.sh
          `,
          {
            ...toolExample`
              source common.sh
              touche
            `,
            'tools/common.sh': 'touche() {\n  date\n}\n',
          },
        ],
      },
    },
  },
  on: 'script',
  *check({ script }, context) {
    const { files } = context.workspace;
    const { commands } = context.ask(shellCommands, script);
    for (const { name } of commands) {
      const written = name === undefined ? undefined : literalOf(name);
      if (name === undefined || written === undefined || name.text !== written) continue;
      if (written in builtins || isKnownProgram(written)) continue;
      const near = commonCommands.find((one) => isMeant(written, one));
      if (near === undefined || context.ask(scriptFunctions, script).has(written)) continue;
      if (isDefined(written, files) || commands.some((one) => readsForeignFile(one, files))) continue;
      const at = script.text.spanOf(name.pos, name.end);
      yield {
        message: `nothing defines the command "${written}"`,
        at,
        fault: written,
        ...didYouMean(at, near),
      };
    }
  },
});

/**
 * One edit apart. A letter in front or behind makes another program (`gmake`, `bkill`, `modules`), and among short names only two letters
 * that changed places are surely a slip; but nothing is called nearly `echo`.
 */
function isMeant(name: string, common: string): boolean {
  if (!/^[a-z]{3,}$/.test(name) || name === common || !isOneEdit(name, common)) return false;
  if (isSwap(name, common)) return name.length > 3;
  if (name.endsWith(common) || (name.startsWith(common) && common !== 'echo')) return false;
  return common === 'echo'
    ? name.startsWith('e')
    : common.length > 5 && name.length > 4 && name[0] === common[0];
}
