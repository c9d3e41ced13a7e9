import { escapePattern } from '../../base/escape-pattern.ts';
import { isConventionalVariable } from '../../facts/conventional-variables.ts';
import { maySetAnything } from '../shell/foreign-variables.ts';
import { choicesOf, shownValue, textOf, type Value } from '../shell/interpreter/state/value.ts';
import { asksForVariable, assignsVariable } from '../shell/variable-texts.ts';
import type { Coordination, WriteEvent } from './coordination.ts';

/** A coordination file with contents that its reader cannot use. */
export interface ContentFault {
  readonly write: WriteEvent;
  readonly message: string;
  /** What to do, where it is not the usual. */
  readonly help?: string;
}

/** What is wrong with the contents of SESSION_PORT, when it is certain. */
export function portFault(contract: Coordination): ContentFault | undefined {
  const apart = contract.session?.takesApart(contract.files.port);
  if (apart === 'sourced') return bareFault(contract);
  if (apart === 'filtered') return undefined;
  return contentFault(contract) ?? secondLine(contract);
}

function contentFault(contract: Coordination): ContentFault | undefined {
  return faultOf(contract, contract.files.port, (content) => {
    const literals = content.filter((piece): piece is string => typeof piece === 'string').join('');
    const text = textOf(content)?.trim();
    if (content.some((piece) => typeof piece !== 'string' && piece.origin.kind === 'hostname'))
      return '"SESSION_PORT" gets the name of the host';
    if (text === '') return '"SESSION_PORT" is empty';
    if (text !== undefined && !/^\d+$/.test(text))
      return text.includes('$')
        ? `"SESSION_PORT" gets "${text}" as it is written, because it is quoted`
        : `"SESSION_PORT" gets "${text}", which is not a port`;
    if (/[^\d\s]/.test(literals))
      return `"SESSION_PORT" gets "${shownValue(content).trim()}", which is more than a port`;
    if (text !== undefined && (Number(text) < 1 || Number(text) > 65_535))
      return `"SESSION_PORT" gets ${text}, which is no port: ports end at 65535`;
    return undefined;
  });
}

/** A write of SESSION_PORT that takes the port from a variable which nobody sets for a script of the job runner. */
export function unsetPort(
  contract: Coordination,
): { readonly write: WriteEvent; readonly name: string } | undefined {
  const { text } = contract.script.shell;
  if (contract.start?.runner === undefined || contract.behaviour.opaque || maySetAnything(text))
    return undefined;
  for (const event of contract.behaviour.events) {
    if (event.kind !== 'write' || event.file !== contract.files.port) continue;
    const [piece, ...rest] = event.content ?? [];
    if (piece === undefined || typeof piece === 'string' || piece.origin.kind !== 'environment') continue;
    const { name } = piece.origin;
    if (textOf(rest)?.trim() !== '' || isConventionalVariable(name)) continue;
    // A setting of the user's own environment is in capitals, and is used for more than this.
    const isSetting =
      /^[A-Z][A-Z\d_]*$/.test(name) &&
      (text.match(new RegExp(`\\$\\{?${escapePattern(name)}\\b`, 'g')) ?? []).length > 1;
    if (!isSetting && !assignsVariable(text, name) && !asksForVariable(text, name))
      return { write: event, name };
  }
  return undefined;
}

/** What is appended to a file that has its port already. */
function secondLine(contract: Coordination): ContentFault | undefined {
  if (contract.behaviour.opaque) return undefined;
  const key = contract.files.port;
  const writes = contract.behaviour.events.filter(
    (event): event is WriteEvent => event.kind === 'write' && event.file === key,
  );
  for (const write of writes) {
    if (write.how !== 'append' || write.files.get(key) !== 'yes' || write.background) continue;
    const before = write.written.get(key);
    const first = writes.find(({ at }) => at.start === before?.start && at.file === before.file);
    if (first?.content === undefined || first.at.start === write.at.start || !isPort(first.content)) continue;
    if (first.content.length === 0) continue;
    return {
      write,
      message: '"SESSION_PORT" gets a second line: its reader takes both for the port',
      help: 'write the file once, with `>`',
    };
  }
  return undefined;
}

/** A port alone, where the reader reads the file as a script. */
function bareFault(contract: Coordination): ContentFault | undefined {
  const fault = faultOf(contract, contract.files.port, (content) =>
    content.some((piece) => typeof piece === 'string' && piece.includes('='))
      ? undefined
      : isPort(content)
        ? '"SESSION_PORT" gets the number alone, but its reader sources it as a script'
        : undefined,
  );
  return (
    fault && {
      ...fault,
      help: 'write `echo "SESSION_PORT=$port"`, or let the reader take `$(cat SESSION_PORT)`',
    }
  );
}

function isPort(content: Value): boolean {
  return content.every((piece) =>
    typeof piece === 'string' ? /^\d*\s*$/.test(piece) : piece.origin.kind === 'port',
  );
}

/** What is wrong with the contents of HOSTNAME, when it is certain. */
export function hostnameFault(contract: Coordination): ContentFault | undefined {
  if (contract.session?.takesApart(contract.files.hostname) !== undefined) return undefined;
  return faultOf(contract, contract.files.hostname, (content) => {
    const text = textOf(content)?.trim();
    if (text === '') return '"HOSTNAME" is empty';
    if (content.some((piece) => typeof piece !== 'string' && piece.origin.kind === 'port'))
      return content.length > 2 || (content.length === 2 && content[1] !== '\n')
        ? `"HOSTNAME" gets "${shownValue(content).trim()}", with a port in it`
        : '"HOSTNAME" gets a port';
    const shown = shownValue(content, 'x').trim();
    if (/^[\w.-]+=|\$|:\/\/|\s/.test(shown))
      return `"HOSTNAME" gets "${shownValue(content).trim()}", which is more than the name of a host`;
    return undefined;
  });
}

/** What is written to HOSTNAME where it may be several names or addresses; `undefined` when it is one, or unknown. */
export function severalHosts(contract: Coordination): ContentFault | undefined {
  if (contract.session?.takesApart(contract.files.hostname) !== undefined) return undefined;
  return faultOf(contract, contract.files.hostname, (content) => {
    const [first, ...rest] = content;
    if (typeof first !== 'object' || textOf(rest)?.trim() !== '') return undefined;
    const { origin } = first;
    if (origin.kind === 'command' && origin.name.startsWith('hostname '))
      return `"HOSTNAME" gets all that \`${origin.name}\` prints, which may be several ${/-[Aa]|--al/.test(origin.name) && !/ip/.test(origin.name) ? 'names' : 'addresses'}`;
    if (
      origin.kind === 'environment' &&
      /^(SLURM_(JOB_|STEP_)?NODELIST|LSB_HOSTS|PBS_NODEFILE|PE_HOSTFILE)$/.test(origin.name)
    )
      return `"HOSTNAME" gets "$${origin.name}", which is ${/FILE$/.test(origin.name) ? 'the name of a file' : 'a list of nodes such as n[1-2]'}`;
    return undefined;
  });
}

function faultOf(
  contract: Coordination,
  key: string,
  judge: (content: Value) => string | undefined,
): ContentFault | undefined {
  if (contract.behaviour.opaque) return undefined;
  for (const end of contract.behaviour.ends) {
    if (end.files.get(key) !== 'yes' || (end.kind === 'exit' && (end.status ?? 0) !== 0)) continue;
    const content = end.contents.get(key);
    const at = end.written.get(key);
    if (content === undefined || at === undefined) continue;
    // What paths that were joined wrote is judged one by one: each of them may be taken.
    const message = choicesOf(content)
      .map(judge)
      .find((words) => words !== undefined);
    if (message === undefined) continue;
    const write = contract.behaviour.events.find(
      (event): event is WriteEvent =>
        event.kind === 'write' &&
        event.file === key &&
        event.at.start === at.start &&
        event.at.file === at.file,
    );
    if (write !== undefined) return { write, message };
  }
  return undefined;
}
