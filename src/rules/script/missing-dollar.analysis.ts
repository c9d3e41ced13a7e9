import type { AnalysisContext } from '../../analysis/analysis.ts';
import { givenEnvironment } from '../../analysis/shell/given-environment.ts';
import { parsedScript } from '../../analysis/shell/parsed-script.ts';
import { isKnownProgram } from '../../analysis/shell/programs/programs.ts';
import { scriptFunctions } from '../../analysis/shell/script-functions.ts';
import { setVariables } from '../../analysis/shell/set-variables.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import type { Command, NodeOf, Word, WordPart } from '../../syntax/bash/tree.ts';

/** A place where a command or a variable is written so that the shell takes it for text, or one for the other. */
export interface MissingDollar {
  readonly kind: 'command' | 'array' | 'variable' | 'called variable' | 'command in braces';
  /** Offsets into the script's text. */
  readonly start: number;
  readonly end: number;
  /** What is written, and what is meant. */
  readonly written: string;
  readonly meant: string;
}

/** The slips with `$`, parentheses and braces of one script. */
export function missingDollars(script: Script, context: AnalysisContext): readonly MissingDollar[] {
  const { nodes } = context.ask(parsedScript, script);
  const found: MissingDollar[] = [];
  for (const node of nodes('Assignment')) found.push(...commandsAsArray(node, script));
  for (const node of nodes('Word')) found.push(...commandsInBraces(node));
  for (const command of context.ask(shellCommands, script).commands) {
    for (const word of textsOf(command)) {
      found.push(...commandsAsText(word));
      found.push(...variablesAsText(word, command, script, context));
    }
  }
  found.push(...variablesAsCommands(nodes('Word'), script, context));
  return found;
}

/** The words of a command in which text stands, those that it assigns included. */
function textsOf({ node, words }: ShellCommand): readonly Word[] {
  const assigned = node.prefix.flatMap((part) =>
    part.type === 'Assignment' && part.value.type === 'Word' ? [part.value] : [],
  );
  return [...words, ...assigned];
}

/** Programs whose answer people put into messages. */
const asked = 'date|hostname|pwd|whoami|basename|dirname|nproc|uname|id';

/** In prose, such a word in parentheses explains the noun before it; at the start or behind these, it stands for an answer. */
const answer = new RegExp(
  `(?:^|[=:]\\s*|\\b(?:on|at|in|as|by|from|since|is)\\s+)(\\((?:${asked})\\))(?!\\w)|(?<!\\$)(\\((?:${asked})\\s+(?:[-+][\\w%:+-]+\\s*)+\\))`,
  'g',
);

/** `(date)` in a text in double quotes, where `$(date)` is meant. */
function* commandsAsText(word: Word): Generator<MissingDollar> {
  if (!word.text.includes('(')) return;
  for (const part of word.parts ?? []) {
    if (part.type !== 'DoubleQuoted') continue;
    for (const [index, inner] of part.parts.entries()) {
      if (inner.type !== 'Literal') continue;
      for (const match of inner.text.matchAll(answer)) {
        const written = match[1] ?? match[2] ?? '';
        const at = match.index + match[0].indexOf(written);
        // behind an expansion nothing is at the start
        if (match[1] !== undefined && match[0] === written && (at > 0 || index > 0)) continue;
        if (/\busage\b|<\w+>/i.test(inner.text)) continue;
        const start = inner.pos + at;
        yield { kind: 'command', start, end: start + written.length, written, meant: `$${written}` };
      }
    }
  }
}

/** `name=(hostname)`: a list of one word, where the answer of the program is meant. */
function* commandsAsArray(node: NodeOf<'Assignment'>, script: Script): Generator<MissingDollar> {
  if (node.value.type !== 'ArrayValue') return;
  const text = node.text.slice(node.text.indexOf('=') + 1);
  const isAnswer = new RegExp(`^\\((?:${asked})(?:\\s+[-+][\\w%:+-]+)*\\)$`).test(text);
  if (!isAnswer && !(answering.test(text) && isReadAsOneValue(node.name, script))) return;
  // what is read as a list is one
  if (
    new RegExp(`\\$\\{[#!]?${escapePattern(node.name)}\\[|\\b${escapePattern(node.name)}\\+=`).test(
      script.shell.text,
    )
  )
    return;
  const start = node.end - text.length;
  yield { kind: 'array', start, end: node.end, written: text, meant: `$${text}` };
}

/** A program that prints what is asked for, with its words; a list of such words may be a command to run later. */
const answering =
  /^\((?:python3?|curl|jq|cat|grep|awk|cut|sed|head|tail|wc|ls|basename|dirname|realpath|readlink|pw)\s+(?:[-./$"'~]|\w+[/.])[^()]*\)$/;

/** Whether a variable is read, always as one value, and never as the command to run. */
function isReadAsOneValue(name: string, script: Script): boolean {
  const { text } = script.shell;
  const read = String.raw`"?\$(?:${escapePattern(name)}\b|\{${escapePattern(name)}\})`;
  return (
    new RegExp(read).test(text) &&
    !new RegExp(
      String.raw`(?:^|[;&|({]|\b(?:exec|then|do|else|sudo|nohup|setsid|env|srun))[ \t]*${read}`,
      'm',
    ).test(text)
  );
}

/** `${hostname -s}`: bash refuses it when it comes there. */
function* commandsInBraces(word: Word): Generator<MissingDollar> {
  if (!word.text.includes('${')) return;
  const open: WordPart[] = [...(word.parts ?? [])];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (part.type === 'DoubleQuoted') open.push(...part.parts);
    if (part.type !== 'ParameterExpansion' || part.operation?.type !== 'Unknown') continue;
    const inside = part.text.slice(2, -1);
    if (!/^[a-z][\w-]*\s+\S/.test(inside) || /^_+$/.test(inside)) continue;
    yield {
      kind: 'command in braces',
      start: part.pos,
      end: part.end,
      written: part.text,
      meant: `$(${inside})`,
    };
  }
}

/** Programs that have braces of their own, or whose words are programs, templates or patterns. */
const ownBraces =
  /^(python[\d.]*|node|perl|ruby|awk|gawk|mawk|jq|yq|sed|pw|envsubst|xargs|parallel|find|git|R|Rscript|julia|kubectl|docker|podman|fd|grep|egrep|rg|tmux|bash|sh)$/;

/** `{name}` in a word, where the script sets a variable of that name. */
function* variablesAsText(
  word: Word,
  command: ShellCommand,
  script: Script,
  context: AnalysisContext,
): Generator<MissingDollar> {
  if (!word.text.includes('{') || ownBraces.test(command.program ?? '')) return;
  const known = context.ask(setVariables, script);
  if (known === 'any' || context.ask(scriptFunctions, script).has(command.program ?? '')) return;
  const given = context.ask(givenEnvironment, script);
  for (const { text, start } of literalsOf(word)) {
    for (const match of text.matchAll(/(?<![\\$%{])\{([A-Za-z_]\w*)\}(?!\})/g)) {
      const [written, name = ''] = match;
      // what `pw endpoints run` fills in is written just so
      if (/^(port|host|path)$/.test(name)) continue;
      if (!known.has(name) && !given.has(name)) continue;
      if (isTemplateToken(name, script)) continue;
      const at = start + match.index;
      yield { kind: 'variable', start: at, end: at + written.length, written, meant: `$${written}` };
    }
  }
}

/** Whether the script fills `{name}` in itself, with `sed` or a replacement in a variable. */
function isTemplateToken(name: string, script: Script): boolean {
  const token = `\\\\?\\{${name}\\\\?\\}`;
  return new RegExp(
    `\\bs([/|#,@])[^\\n]{0,40}?${token}|\\$\\{\\w+//?${token}|replace\\(.*${token}|format\\(`,
  ).test(script.shell.text);
}

function* literalsOf(word: Word): Generator<{ readonly text: string; readonly start: number }> {
  if (word.parts === undefined) {
    yield { text: word.text, start: word.pos };
    return;
  }
  for (const part of word.parts) {
    for (const inner of part.type === 'DoubleQuoted' ? part.parts : [part])
      if (inner.type === 'Literal') yield { text: inner.text, start: inner.pos };
  }
}

/** Programs that a script may well call by one word, beside those that the tables know. */
const ordinary =
  /^(date|hostname|pwd|whoami|id|uname|nproc|arch|tty|groups|logname|users|who|uptime|ls|env|history|jobs|times|dirs|ps|df|free|mktemp|sync|module|conda|true|false|cat|locale|umask|hostid|ifconfig|w|last|set|export|declare|alias|popd|pushd)$/;

/** `$(name)`, where the script sets a variable of that name. */
function* variablesAsCommands(
  words: readonly Word[],
  script: Script,
  context: AnalysisContext,
): Generator<MissingDollar> {
  if (!/\$\([A-Za-z_]\w*\)/.test(script.shell.text)) return;
  const known = context.ask(setVariables, script);
  if (known === 'any') return;
  const functions = context.ask(scriptFunctions, script);
  const given = context.ask(givenEnvironment, script);
  for (const node of words) {
    if (!node.text.includes('$(')) continue;
    const open: WordPart[] = [...(node.parts ?? [])];
    for (let part = open.pop(); part !== undefined; part = open.pop()) {
      if (part.type === 'DoubleQuoted') open.push(...part.parts);
      if (part.type !== 'CommandExpansion' || !part.text.startsWith('$(')) continue;
      const only = part.script?.commands[0]?.command;
      const name =
        part.script?.commands.length === 1 && only?.type === 'Command' ? loneName(only) : undefined;
      if (name === undefined || functions.has(name) || isKnownProgram(name) || ordinary.test(name)) continue;
      if (!known.has(name) && !given.has(name) && !/^(HOME|USER|PWD|HOSTNAME|PW_\w+)$/.test(name)) continue;
      const meant = `\${${name}}`;
      yield { kind: 'called variable', start: part.pos, end: part.end, written: part.text, meant };
    }
  }
}

/** The name of a command that is nothing but a name. */
function loneName({ name, prefix, args, redirects }: Command): string | undefined {
  if (name === undefined || prefix.length + args.length + redirects.length > 0) return undefined;
  return /^[A-Za-z_]\w*$/.test(name.text) ? name.text : undefined;
}
