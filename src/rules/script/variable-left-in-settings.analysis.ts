import type { AnalysisContext } from '../../analysis/analysis.ts';
import { setNames } from '../../analysis/shell/set-names.ts';
import { shellCommands } from '../../analysis/shell/shell-commands.ts';
import { destinationsOf } from '../../analysis/written/destinations.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import type { Script } from '../../model/script.ts';
import { isGiven } from './untaken-port.analysis.ts';

/** A variable of a script that it writes by its name into a file of settings, where nothing replaces it. */
export interface LeftVariable {
  readonly name: string;
  /** The file, without folders. */
  readonly file: string;
  /** Offsets of `$name` or `${name}` into the script's text. */
  readonly start: number;
  readonly end: number;
  /** Where the here-document begins: one mistake for each of them. */
  readonly document: number;
}

/** Files that programs read as they are. */
const settingsFile = /^[\w.-]+\.(?:conf|cfg|ini|ya?ml|toml|json)$/;

/** What may fill in a text afterwards. */
const filling = /\b(?:envsubst|eval|perl|jinja2?|m4|gomplate|confd|allexport|ansible\w*)\b|\bset\s+-\w*a/;

/** Settings that hold an address or a path, and nothing but that. */
const setting =
  /^[ \t]*["']?[\w.-]+["']?[ \t]*[:=][ \t]*["']?[^\s"'$]*(\$\{?([A-Za-z_]\w*)\}?)[^\s"'$]*["']?,?[ \t]*$/gm;

/** Directives of nginx that take no variable, or one that the configuration itself has set. */
const directive =
  /(?:^|[\s;{])(?:listen|proxy_pass|server|root|alias|pid|error_log|access_log)[ \t]+[^;{}\n$]*(\$\{?([A-Za-z_]\w*)\}?)[^;{}\n]*;/g;

/** Variables that nginx has of its own. */
const ofNginx =
  /^(?:host|uri|args|scheme|hostname|pid|status|is_args|query_string|msec|pipe|limit_rate|nginx_version|realpath_root|binary_remote_addr|(?:request|http|arg|cookie|upstream|ssl|proxy|remote|document|connections?|content|time|tcpinfo|sent|bytes|body)(?:_\w+)?|server_(?:addr|name|port|protocol))$/;

/** The variables that quoted here-documents leave in files of settings. */
export function leftVariables(script: Script, context: AnalysisContext): readonly LeftVariable[] {
  const { text } = script.shell;
  if (!text.includes('<<') || filling.test(text)) return [];
  const found: LeftVariable[] = [];
  for (const command of context.ask(shellCommands, script).commands) {
    const document = command.node.redirects.findLast((one) => one.type === 'HereDoc');
    if (document?.type !== 'HereDoc' || document.delimiter?.quoted !== true) continue;
    const [destination] = destinationsOf(command, script, context);
    if (destination?.kind !== 'file') continue;
    const file = destination.name.slice(destination.name.lastIndexOf('/') + 1);
    const { pos, end } = document.body;
    const body = text.slice(pos, end);
    // Compose and its kin replace variables themselves.
    if (
      !settingsFile.test(file) ||
      /template|compose/.test(destination.name) ||
      /^\s*(?:services|image):/m.test(body)
    )
      continue;
    const rest = `${text.slice(0, pos)}\n${text.slice(end)}`.replace(/^[ \t]*#.*/gm, '');
    if (isReadAgain(file, rest)) continue;
    const isNginx = /(?:^|[\s;{])(?:listen|proxy_pass)[ \t]/.test(body);
    for (const match of body.matchAll(isNginx ? directive : setting)) {
      const [whole, written = '', name = ''] = match;
      if (
        isNginx &&
        (ofNginx.test(name) || new RegExp(`\\S[ \\t]+\\$${name}\\s*[\\s;{]`).test(body.replace(whole, '')))
      )
        continue;
      if (!isSetBefore(name, pos, script, context) || mayBeKnown(name, rest) || isGiven(name, rest)) continue;
      const start = pos + match.index + whole.indexOf(written);
      found.push({ name, file, start, end: start + written.length, document: pos });
    }
  }
  return found;
}

function isSetBefore(name: string, offset: number, script: Script, context: AnalysisContext): boolean {
  return context
    .ask(setNames, script)
    .some((one) => one.name === name && one.assignment !== undefined && one.end <= offset);
}

/** Whether another command than a program that is given the file reads it, to make something of it. */
function isReadAgain(file: string, code: string): boolean {
  const name = escapePattern(file);
  return new RegExp(
    `\\b(?:sed|g?awk|python[\\d.]*|yq|jq|crudini|tr|source|bash)\\b[^\\n]*${name}|\\bcat\\b[^\\n>|]*${name}|<\\s*["']?[^\\s"'<>|;&]*${name}|>>\\s*["']?[^\\s"']*${name}`,
  ).test(code);
}

/** Whether a program is given the variable, or something puts its value in the place of its name. */
function mayBeKnown(name: string, code: string): boolean {
  return new RegExp(
    [
      `\\b(?:export|declare\\s+-\\w*x|readonly\\s+-x|typeset\\s+-x)\\b[^\\n;]*\\b${name}\\b`,
      `(?:-e|--env)[= ]?["']?${name}\\b`,
      `\\b(?:sed|g?awk|python[\\d.]*)\\b[^\\n]*\\b${name}\\b`,
    ].join('|'),
  ).test(code);
}
