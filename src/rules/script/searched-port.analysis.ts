import type { AnalysisContext } from '../../analysis/analysis.ts';
import type { Coordination } from '../../analysis/contract/coordination.ts';
import { onlyService, portsNamed, portWrites } from '../../analysis/contract/services.ts';
import { textOf } from '../../analysis/shell/interpreter/state/value.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { bodyOf, scriptFunctions } from '../../analysis/shell/script-functions.ts';
import { shellCommands, shellOccurrences } from '../../analysis/shell/shell-commands.ts';
import { assignmentsOf } from '../../analysis/variables/assignments.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import type { AnnouncedPortFault } from './announced-port.analysis.ts';

/**
 * A service with a fixed port, where the script searches for a free one, announces that, and gives it to nobody. Whether
 * the search may come to the very port of the service is another question.
 */
export function searchedPortFault(
  contract: Coordination,
  context: AnalysisContext,
): AnnouncedPortFault | undefined {
  const { script, behaviour } = contract;
  const service = onlyService(contract);
  if (behaviour.opaque || service === undefined) return undefined;
  const [port, another] = new Set(portsNamed(service));
  const writes = portWrites(contract);
  const [write] = writes;
  if (typeof port !== 'string' || another !== undefined || write === undefined) return undefined;
  if (writes.some(({ content }) => content !== undefined && textOf(content) !== undefined)) return undefined;
  const name = announcedVariable(script, context);
  if (name === undefined || isUsed(name, script, context) || !isSearched(name, script, context))
    return undefined;
  return {
    service,
    write,
    message: `the service gets port ${port}, but "SESSION_PORT" announces "$${name}", for which a free port is searched`,
  };
}

/** The variable that is printed into SESSION_PORT, when it is the same everywhere. */
export function announcedVariable(script: Script, context: AnalysisContext): string | undefined {
  const names = context.ask(shellCommands, script).commands.flatMap(({ program, words, redirections }) => {
    const isWrite = redirections.some(
      (one) => one.type === 'Redirect' && /(^|\/)SESSION_PORT["']?$/.test(one.target?.text ?? ''),
    );
    if (!isWrite) return [];
    const word = /^(echo|printf)$/.test(program ?? '') ? words.at(-1)?.text : undefined;
    return [/^"?\$\{?(\w+)\}?"?$/.exec(word ?? '')?.[1]];
  });
  const [name, other] = new Set(names);
  return other === undefined ? name : undefined;
}

/** Programs that look whether a port is free, or tell people. */
const asking =
  /^(echo|printf|log\w*|ss|netstat|lsof|nc|ncat|fuser|grep|egrep|test|\[|timeout|curl|seq|\(\()$/;

/** Whether a variable is given to anything but what asks about it or prints it. */
export function isUsed(name: string, script: Script, context: AnalysisContext): boolean {
  const { text } = script.shell;
  if (
    new RegExp(`\\b(export|declare\\s+-\\w*x)\\b[^\\n;]*\\b${escapePattern(name)}\\b|allexport|set -a`).test(
      text,
    )
  )
    return true;
  return context.ask(shellOccurrences, script).some(({ variable, command, role, assigned, word }) => {
    if (variable !== name || role === 'test' || role === 'redirection') return false;
    if (role === 'here-doc' || assigned !== undefined) return assigned !== name;
    return (
      command === undefined ||
      !asking.test(command.program ?? '') ||
      // what is printed for another program
      (/^(echo|printf)$/.test(command.program ?? '') && command.pipedTo.length > 0) ||
      command.redirections.some(
        (one) =>
          one.type === 'Redirect' &&
          one.operator.includes('>') &&
          !isAnnouncement(one.target?.text ?? '', word),
      )
    );
  });
}

function isAnnouncement(target: string, word: { readonly text: string }): boolean {
  return word.text !== '' && /(^|\/)SESSION_PORT["']?$|^\/dev\/|^&?[12]$|\.log["']?$/.test(target);
}

const looks = /\b(ss|netstat|lsof|nc|ncat|fuser)\b|\/dev\/tcp\/|\.bind\(|getsockname|\bshuf\b|RANDOM/;

/** Whether every value of a variable comes out of a search for a free port. */
export function isSearched(name: string, script: Script, context: AnalysisContext, depth = 0): boolean {
  const { tree } = context.ask(parsedScript, script);
  const { text } = script.shell;
  const functions = context.ask(scriptFunctions, script);
  const all = context.ask(assignmentsOf, tree).get(name) ?? [];
  if (all.length === 0 || depth > 2) return false;
  let searches = false;
  for (const { value, start } of all) {
    const bare = value?.replace(/^"(.*)"$/s, '$1') ?? '';
    if (/^\d+$|^\$\{?\d\}?$/.test(bare)) continue;
    const called = /^(?:\$\(|`)\s*([\w-]+)\b/.exec(bare)?.[1] ?? '';
    const body = functions.get(called);
    const copied = /^\$\{?([A-Za-z_]\w*)\}?$/.exec(bare)?.[1];
    const counts = new RegExp(`^\\$\\(\\(.*\\b${escapePattern(name)}\\b.*[+-]`).test(bare);
    if (body !== undefined) {
      const [first] = bodyOf(body);
      const last = bodyOf(body).at(-1);
      if (!looks.test(text.slice(first?.pos ?? 0, last?.end ?? 0))) return false;
    } else if (copied !== undefined) {
      if (!isSearched(copied, script, context, depth + 1)) return false;
    } else if (value === undefined) {
      const head = text.slice(text.lastIndexOf('\n', start) + 1, start + 200).split('\n')[0] ?? '';
      const isTurn = new RegExp(`\\bfor\\s+${escapePattern(name)}\\s+in\\b.*(seq|shuf|\\{\\d+\\.\\.)`).test(
        head,
      );
      const isCount = new RegExp(`\\(\\(\\s*(\\+\\+)?${escapePattern(name)}\\s*(\\+\\+|\\+=)?`).test(head);
      if (!(isTurn || isCount) || !looks.test(text)) return false;
    } else if (counts || /^\$\(\(.*RANDOM|^(\$\(|`)[^$]*\b(shuf|comm|ss|netstat)\b/s.test(bare)) {
      if (!looks.test(text)) return false;
    } else return false;
    searches = true;
  }
  return searches;
}
