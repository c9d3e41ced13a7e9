import type { World } from '../../src/app/world.ts';
import type { RunPorts } from '../../src/ports/run-ports.ts';
import type { ToolOutcome } from '../../src/ports/tool-runner.ts';
import { memoryFiles } from '../../src/rules/examples/memory-files.ts';

/** A world of files in memory in which no program is installed but those that `tool` answers for. */
export function fakeWorld(
  texts: Readonly<Record<string, string>>,
  tool: (command: string, words: readonly string[]) => Partial<ToolOutcome> | undefined = () => undefined,
): World {
  const files = memoryFiles(texts);
  return {
    root: '/repo',
    files,
    readNamed: (path) => files.read(path as never),
    writeNamed: () => {
      throw new Error('nothing is to be written');
    },
    write: () => {
      throw new Error('nothing is written in this test');
    },
    tools: {
      async run({ command, arguments: words }) {
        const answer = tool(command, words);
        if (answer === undefined) return { status: undefined, stdout: '', stderr: '', failed: 'missing' };
        return { status: 0, stdout: '', stderr: '', ...answer };
      },
    },
    clock: { now: () => 0, sleep: async () => {} },
    get runPorts(): RunPorts {
      throw new Error('nothing runs in this test');
    },
    keepIn: '/kept',
    screenshotIn: '/kept',
    keepsFailed: false,
    parallel: 1,
  };
}
