import { commandNames, type OptionRow, optionTable } from './option-table.ts';

/** The shells that this program's words can be completed in. */
export const shells = ['bash', 'zsh', 'fish'] as const;

/** One of those shells. */
export type Shell = (typeof shells)[number];

/** Whether a word names one of these shells. */
export function isShell(word: string): word is Shell {
  return (shells as readonly string[]).includes(word);
}

const program = 'pw-workflow-check';

/** What a shell sources to complete commands, the options of each and the words that they take; else names of files. */
export function shellCompletion(shell: Shell): string {
  switch (shell) {
    case 'bash':
      return bash();
    case 'zsh':
      return `#compdef ${program}\nautoload -U +X bashcompinit && bashcompinit\n${bash()}`;
    case 'fish':
      return fish();
  }
}

const optionsOf = (command: string): readonly OptionRow[] =>
  optionTable.filter((row) => (row.commands as readonly string[]).includes(command));

function bash(): string {
  const options = commandNames.map(
    (name) =>
      `    ${name}) options='${optionsOf(name)
        .map((row) => `--${row.name}`)
        .join(' ')}' ;;`,
  );
  const words = optionTable.flatMap((row) =>
    row.words === undefined
      ? []
      : [
          `    ${[`--${row.name}`, ...(row.short === undefined ? [] : [`-${row.short}`])].join('|')}) words='${row.words.join(' ')}' ;;`,
        ],
  );
  return `_pw_workflow_check() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]} command=\${COMP_WORDS[1]} options='' words=''
  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W '${commandNames.join(' ')}' -- "$current"))
    return
  fi
  case $previous in
${words.join('\n')}
    completion) words='${shells.join(' ')}' ;;
    help) words='${commandNames.join(' ')}' ;;
    schema) words='workflow config report' ;;
  esac
  case $command in
${options.join('\n')}
  esac
  if [[ -n $words ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  elif [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  fi
}
complete -o default -F _pw_workflow_check ${program}
`;
}

function fish(): string {
  const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const commands = commandNames.map(
    (name) => `complete -c ${program} -n __fish_use_subcommand -f -a ${name}`,
  );
  const options = optionTable.map((row) => {
    const where = quoted(`__fish_seen_subcommand_from ${row.commands.join(' ')}`);
    const short = row.short === undefined ? '' : ` -s ${row.short}`;
    const takes =
      row.words !== undefined
        ? ` -x -a ${quoted(row.words.join(' '))}`
        : row.kind === 'value' || row.kind === 'list'
          ? ' -r'
          : '';
    return `complete -c ${program} -n ${where} -l ${row.name}${short}${takes} -d ${quoted(row.help)}`;
  });
  const shellWords = `complete -c ${program} -n ${quoted('__fish_seen_subcommand_from completion')} -f -a ${quoted(shells.join(' '))}`;
  return `${[...commands, ...options, shellWords].join('\n')}\n`;
}
