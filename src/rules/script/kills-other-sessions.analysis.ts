import type { ShellCommand } from '../../analysis/shell/shell-command.ts';
import { literalOf } from '../../analysis/shell/shell-words.ts';
import type { PipelineNode } from '../../syntax/bash/tree.ts';

/** Programs that sessions serve with: one node may have several of each for one user. */
const served =
  /^(Xvnc|X?vnc\w*|Xtigervnc|Xvfb|x11vnc|websockify|jupyter[\w-]*|code-server|openvscode-server|rserver|rsession|ttyd|streamlit|gunicorn|uvicorn|nginx|tensorboard|mlflow|ollama|vllm|ray|redis-server|mongod|novnc\w*|marimo|xpra|python[\d.]*|node|java|R|Rscript)$/;

/** What a command ends beyond its own session, in words; `undefined` when it is bounded, or nobody knows. */
export function tooMuchEnded({ program, words, pipedTo }: ShellCommand): string | undefined {
  const texts = words.map((word) => literalOf(word));
  const written = words.map((word) => word.text);
  switch (program) {
    case 'pkill':
    case 'killall':
      return killedByName(program, texts, written);
    case 'kill':
      return killedByList(written);
    case 'scancel':
      return cancelled(written);
    case 'qdel':
      return /(?:\$\(|`)\s*qselect\s+-u\s+\S+\s*(?:\)|`)/.test(written.join(' '))
        ? 'cancels every job of the user'
        : undefined;
    case 'qselect':
    case 'squeue':
      return isListOfAll(program, written) && pipedTo.some(isCancel)
        ? 'cancels every job of the user'
        : undefined;
    case 'docker':
    case 'podman':
      return containers(program, written);
    case 'tmux':
      return texts.includes('kill-server') && !texts.some((text) => text === '-L' || text === '-S')
        ? 'ends every tmux session of the user'
        : undefined;
    case 'rm':
      return written.some((text) => /^["']?\/tmp\/(\.X11-unix\/X["']?\*|\.X["']?\*)/.test(text))
        ? 'removes the locks of every display'
        : undefined;
    case 'vncserver':
      return texts.includes('-kill') && texts.includes(':*') ? 'ends every desktop of the user' : undefined;
    case 'apptainer':
    case 'singularity':
      return texts[0] === 'instance' &&
        texts[1] === 'stop' &&
        texts.some((text) => /^(-a|--all)$/.test(text ?? ''))
        ? 'stops every instance of the user'
        : undefined;
    default:
      return undefined;
  }
}

/** Options of pkill whose value is the next word. */
const withValue = /^-(u|U|-euid|-uid|g|-pgroup|s|-session|t|-terminal|G|-group|F|-pidfile|-signal|-user)$/;

function killedByName(
  program: string,
  texts: readonly (string | undefined)[],
  written: readonly string[],
): string | undefined {
  // Bound to a parent, a group, a session, a terminal, a file, an age; or only asked for.
  if (
    written.some((text) =>
      /^-(P|g|s|t|F|0|n|o|-parent|-pgroup|-session|-terminal|-pidfile|-newest|-oldest|-older)/.test(text),
    )
  )
    return undefined;
  const byUser = written.some((text) => /^(-[uU]|--(euid|uid|user))/.test(text));
  const names = texts.filter(
    (text, index) => !text?.startsWith('-') && !withValue.test(written[index - 1] ?? ''),
  );
  if (byUser && names.length === 0) return 'ends every process of the user';
  if (names.length === 0 || names.some((name) => name === undefined)) return undefined;
  const isPlain = names.every((name = '') => served.test(name));
  if (!isPlain) return undefined;
  const [name = ''] = names;
  return `ends every "${name}" of the user${program === 'killall' && !byUser ? ' on this machine' : ''}`;
}

function killedByList(written: readonly string[]): string | undefined {
  const list = written.join(' ');
  if (/(^|\s)--?\s?-1$|^-(9|KILL|TERM|15)\s+-1$/.test(list)) return 'ends every process of the user';
  const names =
    /(?:\$\(|`)\s*(?:pgrep\s+(?:-u\s+["']?\$\(?[\w\s-]+\)?["']?\s+)?(?:-f\s+|-x\s+)?|pidof\s+)["']?([\w-]+)["']?\s*(?:\)|`)/.exec(
      list,
    );
  const [, name = ''] = names ?? [];
  return served.test(name) ? `ends every "${name}" of the user` : undefined;
}

function cancelled(written: readonly string[]): string | undefined {
  const byUser = written.some((text) => /^(-u|--user|--me$)/.test(text));
  const bound = written.some((text) =>
    /^(-n|--name|--jobname|-w|--nodelist|-p|--partition|-q|--qos|-R|--reservation|-t|--state|-i|--interactive|-A|--account|--wckey)/.test(
      text,
    ),
  );
  // A job number beside the user bounds it as well.
  const job = written.some(
    (text, index) => !text.startsWith('-') && !/^(-u|--user)$/.test(written[index - 1] ?? ''),
  );
  return byUser && !bound && !job ? 'cancels every job of the user' : undefined;
}

/** Whether a list of jobs is bounded by nothing but the user, and gives numbers alone. */
function isListOfAll(program: string, written: readonly string[]): boolean {
  const list = written.join(' ');
  if (program === 'qselect') return /^-u\s+\S+$/.test(list);
  return (
    /(^|\s)(-u|--user|--me)/.test(list) &&
    !/(^|\s)(-n|--name|-w|-p|-j|-t|--job|--state|--partition)/.test(list)
  );
}

function isCancel(node: PipelineNode): boolean {
  if (node.type !== 'Command' || literalOf(node.name) !== 'xargs') return false;
  return node.suffix.some((word) => word.type === 'Word' && /^(qdel|scancel)$/.test(word.text));
}

function containers(program: string, written: readonly string[]): string | undefined {
  const list = written.join(' ');
  const ends = /^(container\s+)?(stop|kill|rm)\b/.test(list);
  const all = new RegExp(
    `(?:\\$\\(|\`)\\s*${program}\\s+(?:container\\s+)?(?:ps|ls)\\s+(?:-[aq]+\\s*|--all\\s*|--quiet\\s*)+(?:\\)|\`)`,
  );
  if (ends && all.test(list)) return `ends every container of ${program}`;
  return ends && /\s(-a|--all)(\s|$)/.test(list) && program === 'podman'
    ? 'ends every container of podman'
    : undefined;
}
