import type { Fix } from '../../diagnostics/finding.ts';
import type { Span } from '../../source/span.ts';
import { parseBash } from '../../syntax/bash/parse-bash.ts';
import { allNodes } from '../../syntax/bash/walk.ts';
import type { Coordination } from './coordination.ts';
import { mayStay } from './programs.ts';

/** A service that is still in the background when the script ends well. */
export interface LeftBehind {
  readonly service: Span;
  readonly end: Span;
  readonly fix: Fix | undefined;
}

/** The first service that the script leaves behind on a path that ends well. */
export function serviceLeftBehind(contract: Coordination): LeftBehind | undefined {
  if (contract.behaviour.opaque) return undefined;
  for (const end of contract.behaviour.ends) {
    if (end.kind !== 'exit' || (end.status !== 0 && end.status !== undefined)) continue;
    const job = end.running.find((one) => one.service === 'certain');
    if (job === undefined || stays(contract, job.at) || mayBeHeldUp(contract, job.at)) continue;
    return { service: job.at, end: endPlace(contract, end.at), fix: fixOf(contract) };
  }
  return undefined;
}

/** Whether a path stays while this service runs: a loop that watches it, a `wait`, a long sleep. */
function stays(contract: Coordination, service: Span): boolean {
  return contract.behaviour.events.some(
    (event) =>
      event.kind === 'stay' &&
      !event.background &&
      event.why !== 'foreground' &&
      event.service !== undefined &&
      event.service.at.start >= service.start &&
      event.service.at.end <= service.end,
  );
}

/** Whether a program after the service may stay in the foreground: another server, or one that is not known. */
function mayBeHeldUp(contract: Coordination, service: Span): boolean {
  const text = contract.script.shell.text;
  for (const node of allNodes(parseBash(contract.script.shell).tree)) {
    if (node.type !== 'While' || contract.script.shell.spanOf(node.pos, node.end).start < service.end)
      continue;
    // a loop that waits for somebody to write or remove a file
    if (/(\[|\btest)\s+(!\s+)?-[defrs]\s/.test(text.slice(node.clause.pos, node.clause.end))) return true;
  }
  return contract.behaviour.events.some(
    (event) =>
      (event.kind === 'command' || event.kind === 'service') &&
      !event.background &&
      event.at.file === service.file &&
      event.at.start >= service.end &&
      (event.kind === 'service' ? event.how === 'foreground' : mayStay(event.words)),
  );
}

function endPlace(contract: Coordination, at: Span): Span {
  if (at.start < at.end) return at;
  const last = parseBash(contract.script.shell).tree.commands.at(-1);
  return last === undefined ? at : contract.script.text.spanOf(last.pos, last.end);
}

/** `wait` as the last line, where the last command is an ordinary one. */
function fixOf(contract: Coordination): Fix | undefined {
  const { script } = contract;
  if (script.role === 'run' || script.role === 'cleanup') return undefined;
  const text = script.text.text;
  const last = parseBash(script.shell).tree.commands.at(-1);
  if (last === undefined || last.command.type !== 'Command' || last.command.name?.value === 'exit')
    return undefined;
  const end = text.length;
  return {
    title: 'Wait for the service at the end',
    safety: 'safe',
    edits: [
      {
        span: { file: script.path, start: end, end },
        replacement: text.endsWith('\n') || text === '' ? 'wait\n' : '\nwait\n',
      },
    ],
  };
}
