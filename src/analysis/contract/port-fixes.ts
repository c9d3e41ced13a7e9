import type { Fix } from '../../diagnostics/finding.ts';
import { isBlock } from '../../model/script.ts';
import { parseBash } from '../../syntax/bash/parse-bash.ts';
import type { Command, NodesOfTypes, SyntaxNode, Word } from '../../syntax/bash/tree.ts';
import type { Coordination, WriteEvent } from './coordination.ts';
import { portsNamed, type ServiceEvent } from './services.ts';

/**
 * Hands a service the variable that is written to SESSION_PORT in place of the number that it gets; `undefined` unless
 * the number stands once in the service's command line and the variable keeps its value until there.
 */
export function announcedPortFix(
  contract: Coordination,
  service: ServiceEvent,
  write: WriteEvent,
): Fix | undefined {
  const { script } = contract;
  if (isBlock(script) || service.at.file !== script.path || write.at.file !== script.path) return undefined;
  const [port, ...others] = new Set(portsNamed(service));
  if (typeof port !== 'string' || others.length > 0) return undefined;
  const { nodes } = parseBash(script.shell);
  const name = printedVariable(contract, nodes, write);
  const started = nodes('Command').find((node) => spanStart(contract, node) === service.at.start);
  if (name === undefined || started === undefined || write.at.start > service.at.start) return undefined;
  // Another value may have taken its place, or the function that knows the name may have ended.
  if (nodes('Function').length > 0 || changes(nodes, name) !== 1) return undefined;
  const places = started.args.flatMap((argument) =>
    argument.type === 'Word' && wholeNumber(argument.text, port) ? [argument] : [],
  );
  const [word] = places;
  if (word === undefined || places.length > 1 || mentions(started, port, nodes) > 1) return undefined;
  const replacement = replacementIn(word, port, name);
  if (replacement === undefined) return undefined;
  return {
    title: `Give the service $${name}, which is announced`,
    safety: 'unsafe',
    edits: [{ span: script.text.spanOf(word.pos, word.end), replacement }],
  };
}

/**
 * Asks for a free port where a variable is given a fixed one; `undefined` unless the number stands nowhere else in the
 * script and the variable is what is written to SESSION_PORT.
 */
export function freePortFix(contract: Coordination, port: string, write: WriteEvent): Fix | undefined {
  const { script } = contract;
  if (isBlock(script) || write.at.file !== script.path) return undefined;
  const { nodes } = parseBash(script.shell);
  const name = printedVariable(contract, nodes, write);
  if (name === undefined || changes(nodes, name) !== 1) return undefined;
  const assignment = nodes('Assignment').find((node) => node.name === name);
  if (assignment?.value.type !== 'Word') return undefined;
  const { value } = assignment;
  if (assignment.append || value.value !== port) return undefined;
  if ([...script.shell.text.matchAll(new RegExp(`\\b${port}\\b`, 'g'))].length !== 1) return undefined;
  return {
    title: 'Ask for a free port',
    safety: 'unsafe',
    edits: [{ span: script.text.spanOf(value.pos, value.end), replacement: '$(pw agent open-port)' }],
  };
}

function spanStart({ script }: Coordination, node: SyntaxNode): number {
  return script.text.spanOf(node.pos, node.end).start;
}

/** The variable that a command prints into a file, when that is all it prints: `echo "$port" > SESSION_PORT`. */
function printedVariable(contract: Coordination, nodes: NodesOfTypes, write: WriteEvent): string | undefined {
  for (const node of nodes('Command')) {
    if (!/^(echo|printf)$/.test(node.name?.value ?? '')) continue;
    const here = node.redirects.some(
      (redirect) =>
        contract.script.text.spanOf(redirect.pos, redirect.end).start === write.at.start &&
        write.at.file === contract.script.path,
    );
    if (!here) continue;
    const names = node.args.flatMap((argument) => /^"?\$\{?(\w+)\}?"?$/.exec(argument.text)?.[1] ?? []);
    const texts = node.args.filter((argument) => argument.text.includes('$'));
    const [name] = names;
    return names.length === 1 && texts.length === 1 && /^[A-Za-z_]/.test(name ?? '') ? name : undefined;
  }
  return undefined;
}

/** How often a script gives a variable a value; declarations and `read` count as well. */
function changes(nodes: NodesOfTypes, name: string): number {
  let count = 0;
  for (const node of nodes('Assignment', 'For', 'Command')) {
    if (node.type === 'Assignment' && node.name === name) count++;
    else if (node.type === 'For' && node.name.value === name) count++;
    else if (node.type === 'Command' && /^(read|unset|eval|source|\.|mapfile)$/.test(node.name?.value ?? ''))
      if (node.name?.value === 'eval' || node.args.some((argument) => argument.text === name)) count++;
  }
  return count;
}

function wholeNumber(text: string, port: string): boolean {
  return new RegExp(`(^|[^\\w.])${port}($|[^\\w.])`).test(text);
}

/** How often the number stands in a command with all that belongs to it. */
function mentions(command: Command, port: string, nodes: NodesOfTypes): number {
  return nodes('Word').filter(
    (node) => node.pos >= command.pos && node.end <= command.end && wholeNumber(node.text, port),
  ).length;
}

function replacementIn(word: Word, port: string, name: string): string | undefined {
  const { text } = word;
  const quotes = text.replace(/[^"'\\`]/g, '');
  if (quotes === '') return text.replace(port, `"\${${name}}"`);
  if (quotes === '""' && text.startsWith('"') && text.endsWith('"')) return text.replace(port, `\${${name}}`);
  return undefined;
}
