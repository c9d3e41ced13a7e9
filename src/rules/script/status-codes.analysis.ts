import type { AnalysisContext } from '../../analysis/analysis.ts';
import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import type { Script } from '../../model/script.ts';

/** A variable that gets the status code of an answer, as curl prints it: three digits, `000` when nobody answers. */
export interface StatusCode {
  readonly name: string;
  readonly command: ShellCommand;
  /** Whether curl prints the page as well, so that the variable holds both. */
  readonly withPage: boolean;
  /** The places where the script looks at it, in their order. */
  readonly looks: readonly CodeLook[];
}

/** A place where a status code is looked at. */
export interface CodeLook {
  readonly start: number;
  readonly end: number;
  /** `part`: a part is taken out of it; `passes`: a test that also holds for `000`; `tells`: every other test. */
  readonly how: 'part' | 'passes' | 'tells';
}

/** The variables of a script that are given what `curl --write-out '%{http_code}'` prints. */
export function statusCodes(script: Script, context: AnalysisContext): readonly StatusCode[] {
  const { text } = script.shell;
  if (!/%\{(http|response)_code\}/.test(text)) return [];
  return context.ask(shellCommands, script).commands.flatMap((command) => {
    if (command.program !== 'curl' || !command.captured || command.pipedTo.length > 0) return [];
    const name = assignedName(command);
    if (name === undefined || !printsCodeAlone(command)) return [];
    return [{ name, command, withPage: printsPage(command), looks: looksAt(name, text) }];
  });
}

function assignedName({ node, within: [around] }: ShellCommand): string | undefined {
  if (around === undefined) return undefined;
  for (const part of [...around.node.prefix, ...around.node.args]) {
    if (part.type === 'Assignment' && part.pos <= node.pos && node.end <= part.end && !part.append)
      return /^\w+=["']?(\$\(|`)/.test(part.text) ? part.name : undefined;
  }
  return undefined;
}

function printsCodeAlone({ words }: ShellCommand): boolean {
  return words.some((word, index) => {
    const text = literalOf(word) ?? '';
    const format = /^(?:--write-out=|-\w*w(?=%))(.*)$/s.exec(text)?.[1];
    if (format !== undefined) return isCode(format);
    return /^(--write-out|-\w*w)$/.test(text) && isCode(literalOf(words[index + 1]) ?? '');
  });
}

function isCode(format: string): boolean {
  return /^%\{(http|response)_code\}(\\n)?$/.test(format);
}

/** Letters of curl's short options that take a value, which may be the rest of the word (its manual). */
const valued = 'AbcCdDeEFhHKmoPQrtTuUwxXyYz';

function printsPage({ words, redirections }: ShellCommand): boolean {
  if (redirections.some((one) => isOutput(one))) return false;
  return !words.some((word) => {
    const text = literalOf(word) ?? word.text;
    if (/^--(output|remote-name|head|output-dir|remote-name-all|config)(=|$)/.test(text)) return true;
    if (!/^-[A-Za-z]/.test(text)) return /^["']?\$[@{(A-Za-z]/.test(text) && /opt|arg|flag|@/i.test(text);
    for (const letter of text.slice(1)) {
      if ('oOIK'.includes(letter)) return true;
      if (valued.includes(letter)) return false;
    }
    return false;
  });
}

function isOutput(one: ShellCommand['redirections'][number]): boolean {
  if (one.type !== 'Redirect' || !/^&?>/.test(one.operator)) return false;
  return (
    one.descriptor === undefined || (one.descriptor.type === 'FileDescriptor' && one.descriptor.value === 1)
  );
}

/** What is compared: `"$code"`, `${code}`. */
function looksPattern(name: string): string {
  return String.raw`["']?\$(?:${name}\b|\{${name}\})["']?`;
}

function looksAt(name: string, text: string): readonly CodeLook[] {
  const code = looksPattern(name);
  const found: CodeLook[] = [];
  const add = (pattern: string, how: (match: RegExpExecArray) => CodeLook['how']) => {
    for (const match of text.matchAll(new RegExp(pattern, 'g')))
      found.push({ start: match.index, end: match.index + match[0].length, how: how(match) });
  };
  add(String.raw`\$\{#?${name}[:%#/@^,].*?\}`, () => 'part');
  add(String.raw`(?:echo|printf)[^\n|;&]*${code}[^\n|;&]*\|(?!\|)|<<<\s*${code}`, () => 'part');
  add(String.raw`case\s+${code}`, () => 'tells');
  add(String.raw`\(\([^\n]*\b${name}\b|(?<![$\w{])${name}\s+-[lgen][teq]\b`, () => 'tells');
  add(String.raw`-n\s+${code}(?=\s*\])`, () => 'passes');
  add(String.raw`${code}\s*=~\s*(\S+)`, ({ 1: pattern = '' }) =>
    matchesNothing(pattern) ? 'passes' : 'tells',
  );
  add(String.raw`${code}\s*(!=|==?(?!~)|-eq|-ne|-lt|-le|-gt|-ge)\s*["']?([^\s"'\]]*)["']?`, (match) =>
    howCompared(match, text),
  );
  const others = [...text.matchAll(new RegExp(code, 'g'))]
    .filter(({ index }) => !found.some(({ start, end }) => start <= index && index < end))
    .filter(({ index }) => !isPrinted(index, text))
    .map((match): CodeLook => ({ start: match.index, end: match.index + match[0].length, how: 'tells' }));
  return [...found, ...others].sort((left, right) => left.start - right.start);
}

/** Whether a text at an offset is only shown to people. */
function isPrinted(at: number, text: string): boolean {
  return /^\s*(echo|printf|log\w*)\b[^;|&]*$/.test(text.slice(text.lastIndexOf('\n', at) + 1, at));
}

/** Whether a pattern of bash matches `000`, where it is one that JavaScript reads in the same way. */
function matchesNothing(pattern: string): boolean {
  return /^[\d^$.[\]()|?*+{}-]+$/.test(pattern) && isPattern(pattern) && new RegExp(pattern).test('000');
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern) instanceof RegExp;
  } catch {
    return false;
  }
}

function howCompared({ 1: operator, 2: other = '', index }: RegExpExecArray, text: string): CodeLook['how'] {
  const number = /^\d+$/.test(other) ? Number(other) : undefined;
  const line = text.slice(text.lastIndexOf('\n', index) + 1, index);
  switch (operator) {
    case '!=':
    case '-ne':
      return other === '' || (number !== undefined && number >= 400) ? 'passes' : 'tells';
    case '-lt':
    case '-le':
      return number !== undefined && number >= 300 && !/\b(while|until)\b/.test(line) ? 'passes' : 'tells';
    default:
      return number !== undefined && number >= 400 && /\bwhile\b/.test(line) ? 'passes' : 'tells';
  }
}
