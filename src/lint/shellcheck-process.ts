import { plural } from '../base/plural.ts';
import type { Script } from '../model/script.ts';
import type { ShellcheckComment } from '../ports/shellcheck-engine.ts';
import type { ToolOutcome, ToolRunner } from '../ports/tool-runner.ts';
import type { ShellcheckLevel } from './shellcheck-noise.ts';

const maxOutputBytes = 64 * 1024 * 1024;
/** Data-flow analysis is known to take gigabytes on some scripts; hosted runners have 7 and more. */
const maxMemoryBytes = 3 * 1024 * 1024 * 1024;

interface Answers {
  readonly comments: readonly (readonly ShellcheckComment[])[];
  readonly remarks: readonly string[];
}

/**
 * Runs the `shellcheck` of the PATH over all scripts in one process. When that fails, each script is tried alone, then
 * without data-flow analysis where this version can do without; what still fails is named in a remark.
 */
export async function runShellcheck(
  scripts: readonly Script[],
  severity: ShellcheckLevel,
  tools: ToolRunner,
  timeoutMs: number,
): Promise<Answers | 'missing'> {
  const together = await start(scripts, severity, tools, timeoutMs, []);
  if (together.failed === 'missing') return 'missing';
  const comments = commentsOf(together, scripts);
  if (comments !== undefined) return { comments, remarks: [] };
  return oneByOne(scripts, severity, tools, timeoutMs);
}

async function oneByOne(
  scripts: readonly Script[],
  severity: ShellcheckLevel,
  tools: ToolRunner,
  timeoutMs: number,
): Promise<Answers> {
  const each = Math.max(5_000, Math.floor(timeoutMs / 4));
  const comments: (readonly ShellcheckComment[])[] = [];
  const failed: Script[] = [];
  let light: boolean | undefined;
  for (const script of scripts) {
    const alone = commentsOf(await start([script], severity, tools, each, []), [script])?.[0];
    if (alone !== undefined) {
      comments.push(alone);
      continue;
    }
    light ??= await canSkipDataFlow(tools);
    const answer = light
      ? commentsOf(await start([script], severity, tools, each, ['--extended-analysis=false']), [script])?.[0]
      : undefined;
    comments.push(answer ?? []);
    if (answer === undefined) failed.push(script);
  }
  const remarks =
    failed.length === 0
      ? []
      : [
          `shellcheck ran out of time or memory on ${plural(failed.length, 'script')} (${[...new Set(failed.map((script) => script.path))].join(', ')}), which went without its checks`,
        ];
  return { comments, remarks };
}

function start(
  scripts: readonly Script[],
  severity: ShellcheckLevel,
  tools: ToolRunner,
  timeoutMs: number,
  more: readonly string[],
): Promise<ToolOutcome> {
  const files = scripts.map((script, index) => ({ name: nameOf(script, index), text: script.shell.text }));
  return tools.run({
    command: 'shellcheck',
    // Sources are followed among these files only: without -x nothing else of this machine is read.
    arguments: [
      '--norc',
      '-f',
      'json1',
      '-s',
      'bash',
      '-S',
      severity,
      '-P',
      'SCRIPTDIR:.',
      ...more,
      ...files.map((file) => file.name),
    ],
    files,
    timeoutMs,
    maxOutputBytes,
    maxMemoryBytes,
  });
}

/** Scripts keep their paths, so that what they source is found; blocks get names of their own. */
function nameOf(script: Script, index: number): string {
  const block = script.role === 'run' || script.role === 'cleanup';
  const safe = !script.path.startsWith('-') && !script.path.startsWith('/') && !script.path.includes('..');
  return block || !safe ? `block-${index}.bash` : script.path;
}

function commentsOf(
  outcome: ToolOutcome,
  scripts: readonly Script[],
): readonly (readonly ShellcheckComment[])[] | undefined {
  if (outcome.failed !== undefined || outcome.status === undefined || outcome.status > 1) return undefined;
  let answer: { readonly comments?: readonly (ShellcheckComment & { readonly file: string })[] };
  try {
    answer = JSON.parse(outcome.stdout);
  } catch {
    return undefined;
  }
  const { comments } = answer;
  if (!Array.isArray(comments)) return undefined;
  const byFile = new Map<string, ShellcheckComment[]>();
  for (const comment of comments) {
    const list = byFile.get(comment.file);
    if (list === undefined) byFile.set(comment.file, [comment]);
    else list.push(comment);
  }
  return scripts.map((script, index) => byFile.get(nameOf(script, index)) ?? []);
}

/** `--extended-analysis` came with version 0.10. */
async function canSkipDataFlow(tools: ToolRunner): Promise<boolean> {
  const outcome = await tools.run({
    command: 'shellcheck',
    arguments: ['--version'],
    timeoutMs: 5_000,
    maxOutputBytes: 64 * 1024,
  });
  const version = /version: (\d+)\.(\d+)/.exec(outcome.stdout);
  return version !== null && (Number(version[1]) > 0 || Number(version[2]) >= 10);
}
