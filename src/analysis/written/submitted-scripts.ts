import type { Script } from '../../model/script.ts';
import type { AnalysisContext } from '../analysis.ts';
import { shellCommands } from '../shell/shell-commands.ts';
import type { WrittenScript } from './written-script.ts';
import { writtenScripts } from './written-scripts.ts';

const directive = /^[ \t]*#(SBATCH|PBS|BSUB)\b/m;

/** The scripts that a script writes for a scheduler: it submits them, or they hold lines for one. */
export function submittedScripts(script: Script, context: AnalysisContext): readonly WrittenScript[] {
  return context.ask(writtenScripts, script).filter((written) => {
    if (directive.test(written.script.text.text)) return true;
    const { destination } = written;
    if (destination.kind === 'shell') return /^(sbatch|qsub|bsub)$/.test(destination.program);
    const name = destination.name.slice(destination.name.lastIndexOf('/') + 1);
    return context.ask(shellCommands, script).commands.some(
      ({ program, words }) =>
        /^(sbatch|qsub)$/.test(program ?? '') &&
        words.some((word) => {
          const text = word.text.replaceAll(/["']/g, '');
          return (
            text === name || text.endsWith(`/${name}`) || text === destination.word.text.replaceAll('"', '')
          );
        }),
    );
  });
}

/** Whether a script is itself one that a scheduler starts. */
export function isJobScript({ text }: Script): boolean {
  const head = /^(?:[ \t]*(?:#.*)?\n)*/.exec(text.text)?.[0] ?? '';
  return directive.test(head);
}
