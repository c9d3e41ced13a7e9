import type { Coordination, WriteEvent } from './coordination.ts';
import { choicesOf, shownValue, textOf, type Value } from './value.ts';

/** A coordination file with contents that its reader cannot use. */
export interface ContentFault {
  readonly write: WriteEvent;
  readonly message: string;
}

/** What is wrong with the contents of SESSION_PORT, when it is certain. */
export function portFault(contract: Coordination): ContentFault | undefined {
  return faultOf(contract, contract.files.port, (content) => {
    const literals = content.filter((piece): piece is string => typeof piece === 'string').join('');
    const text = textOf(content)?.trim();
    if (content.some((piece) => typeof piece !== 'string' && piece.origin.kind === 'hostname'))
      return '"SESSION_PORT" gets the name of the host';
    if (text === '') return '"SESSION_PORT" is empty';
    if (text !== undefined && !/^\d+$/.test(text))
      return `"SESSION_PORT" gets "${text}", which is not a port`;
    if (/[^\d\s]/.test(literals))
      return `"SESSION_PORT" gets "${shownValue(content).trim()}", which is more than a port`;
    if (text !== undefined && (Number(text) < 1 || Number(text) > 65_535))
      return `"SESSION_PORT" gets ${text}, which is no port: ports end at 65535`;
    return undefined;
  });
}

/** What is wrong with the contents of HOSTNAME, when it is certain. */
export function hostnameFault(contract: Coordination): ContentFault | undefined {
  return faultOf(contract, contract.files.hostname, (content) => {
    const text = textOf(content)?.trim();
    if (text === '') return '"HOSTNAME" is empty';
    if (content.some((piece) => typeof piece !== 'string' && piece.origin.kind === 'port'))
      return '"HOSTNAME" gets a port';
    const shown = shownValue(content, 'x').trim();
    if (/^[\w.-]+=|\$|:\/\/|\s/.test(shown))
      return `"HOSTNAME" gets "${shownValue(content).trim()}", which is more than the name of a host`;
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
