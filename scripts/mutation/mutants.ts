/** A start script with one fault put in. */
export interface Mutant {
  readonly kind: string;
  readonly text: string;
}

interface Lines {
  readonly all: readonly string[];
  /** Index of the first line that matches; -1 when none does. */
  find(pattern: RegExp): number;
  with(index: number, ...lines: readonly string[]): string;
  without(index: number): string;
  before(index: number, ...lines: readonly string[]): string;
  moved(from: number, behind: number): string;
}

const port = /> *SESSION_PORT\b/;
const host = /> *HOSTNAME\b/;
const started = /touch job\.started/;
const service = /^(exec )?(python3 (-m|board)|jupyter|apptainer|singularity|\.\/serve)/;
const allocation = /^(SESSION_PORT|port)=\$\(/;

/** Every fault that fits a start script: markers removed, moved, misspelt, misdirected, ports swapped, waits removed. */
export function mutantsOf(script: string): readonly Mutant[] {
  const lines = linesOf(script);
  const found: Mutant[] = [];
  const add = (kind: string, text: string): void => {
    if (text !== script && !found.some((one) => one.text === text)) found.push({ kind, text });
  };
  const serves = lines.find(service);
  for (const [name, pattern] of [
    ['SESSION_PORT', port],
    ['HOSTNAME', host],
    ['job.started', started],
  ] as const) {
    const at = lines.find(pattern);
    const line = lines.all[at];
    if (at === -1 || line === undefined) continue;
    add(`${name} removed`, lines.without(at));
    for (const wrong of misspelt(name))
      add(`${name} misspelt`, lines.with(at, line.replace(target(name), `$1${wrong}`)));
    for (const folder of ['/tmp/', 'logs/', '"$HOME"/', '../'])
      add(
        `${name} elsewhere`,
        lines.with(
          at,
          ...(folder === 'logs/' ? ['mkdir -p logs'] : []),
          line.replace(target(name), `$1${folder}${name}`),
        ),
      );
    add(`${name} after a change of folder`, lines.before(at, 'cd /tmp'));
    add(`${name} after a change of folder`, lines.before(at, 'mkdir -p run', 'cd run'));
    add(`${name} after a change of folder`, lines.before(at, 'mkdir -p run', 'pushd run > /dev/null'));
    add(`${name} in a loop without turns`, lines.with(at, 'for _ in; do', `  ${line}`, 'done'));
    add(`${name} in an inner folder`, lines.with(at, `(mkdir -p run && cd run && ${line})`));
    add(`${name} moved away`, lines.before(serves > at ? serves : at + 1, `mv ${name} ${name}.done`));
    add(`exit before ${name}`, lines.before(at, 'exit 0'));
    add(`${name} on one path`, lines.with(at, 'if [ -n "${DEBUG:-}" ]; then', `  ${line}`, 'fi'));
    add(`${name} on one path`, lines.with(at, 'if [ "$(id -u)" -ne 0 ]; then', `  ${line}`, 'fi'));
    add(`${name} on one path`, lines.with(at, 'case "$(uname)" in', 'Linux)', `  ${line}`, '  ;;', 'esac'));
    add(`${name} commented out`, lines.with(at, `# ${line}`));
    add(`${name} printed only`, lines.with(at, line.replace(/ > .*/, '').replace(/^touch (.*)/, 'echo $1')));
    add(`${name} removed again`, lines.before(serves > at ? serves : at + 1, `rm -f ${name}`));
    add(`${name} in a function that nobody calls`, lines.with(at, 'announce() {', `  ${line}`, '}'));
    if (serves > at) {
      add(
        `${name} below the service`,
        lines.moved(at, /^exec/.test(lines.all[serves] ?? '') ? lines.all.length - 1 : serves),
      );
      add(`${name} below the service`, lines.moved(at, lines.all.length - 1));
    } else if (/&\s*$/.test(lines.all[serves] ?? ''))
      add(`${name} below the wait`, lines.moved(at, lines.all.length - 1));
  }
  portMutants(lines, serves, add);
  hostMutants(lines, add);
  orderMutants(lines, add);
  serviceMutants(lines, serves, add);
  syntaxMutants(lines, add);
  return found;
}

function portMutants(lines: Lines, serves: number, add: (kind: string, text: string) => void): void {
  const at = lines.find(port);
  const line = lines.all[at];
  if (line === undefined) return;
  const variable = /\$\{?(\w+)/.exec(line)?.[1] ?? 'SESSION_PORT';
  for (const content of [`'$${variable}'`, `"\\$${variable}"`, variable])
    add('wrong quoting', lines.with(at, `echo ${content} > SESSION_PORT`));
  for (const content of [
    `"SESSION_PORT=$${variable}"`,
    `"port: $${variable}"`,
    `"http://localhost:$${variable}"`,
    `"$(hostname):$${variable}"`,
  ])
    add('wrong form', lines.with(at, `echo ${content} > SESSION_PORT`));
  for (const empty of [
    'touch SESSION_PORT',
    ': > SESSION_PORT',
    'echo > SESSION_PORT',
    'echo "" > SESSION_PORT',
  ])
    add('empty port', lines.with(at, empty));
  for (const fixed of ['8080', '8888', '5901'])
    add('fixed port', lines.with(at, `echo ${fixed} > SESSION_PORT`));
  add('port emptied', lines.before(at, `${variable}=`));
  add('port unset', lines.before(at, `unset ${variable}`));
  add('port of a file that is not there', lines.with(at, 'cp port.txt SESSION_PORT'));
  add('host as port', lines.with(at, 'hostname > SESSION_PORT'));
  add(
    'port misspelt',
    lines.with(at, line.replace(variable, `${variable.slice(0, -2)}${variable.at(-1)}${variable.at(-2)}`)),
  );
  add('port read too early', lines.with(lines.find(allocation), `${variable}=$(cat SESSION_PORT)`));
  add('second allocation', lines.with(at, 'echo "$(pw agent open-port)" > SESSION_PORT'));
  const command = lines.all[serves];
  if (command === undefined) return;
  const used = new RegExp(`"?\\$\\{?${variable}\\}?"?`);
  for (const other of ['8080', '"$(pw agent open-port)"'])
    add('port swapped', lines.with(serves, command.replace(used, other)));
  const allocated = lines.find(allocation);
  if (allocated !== -1)
    for (const fixed of ['8080', '"9000"']) add('fixed port', lines.with(allocated, `${variable}=${fixed}`));
}

function hostMutants(lines: Lines, add: (kind: string, text: string) => void): void {
  const at = lines.find(host);
  if (at === -1) return;
  for (const wrong of [
    'echo "HOSTNAME=$(hostname)" > HOSTNAME',
    'echo "http://$(hostname)" > HOSTNAME',
    "echo '$(hostname)' > HOSTNAME",
    'touch HOSTNAME',
    ': > HOSTNAME',
    'echo "$SESSION_PORT" > HOSTNAME',
    'echo $(hostname) $(date) > HOSTNAME',
  ])
    add('wrong host', lines.with(at, wrong));
}

function orderMutants(lines: Lines, add: (kind: string, text: string) => void): void {
  const marker = lines.find(started);
  const first = lines.find(port);
  const second = lines.find(host);
  if (marker === -1 || first === -1) return;
  add('job.started before SESSION_PORT', lines.moved(marker, first - 1));
  if (second !== -1) add('job.started before HOSTNAME', lines.moved(marker, Math.min(first, second) - 1));
  add('job.started first', lines.moved(marker, 0));
  add('SESSION_PORT after job.started', lines.moved(first, marker));
  if (second !== -1) add('HOSTNAME after job.started', lines.moved(second, marker));
  add('delay between the markers', `${lines.before(first, 'touch job.started', 'sleep 5')}`);
  add('marker touched by the writer', lines.with(marker, 'touch job.started >> run.sh'));
}

function serviceMutants(lines: Lines, serves: number, add: (kind: string, text: string) => void): void {
  const command = lines.all[serves];
  if (command === undefined) return;
  const plain = command.replace(/^exec /, '');
  if (command.startsWith('exec ') && !command.endsWith('\\')) {
    add('service in the background without a wait', lines.with(serves, `${plain} > service.log 2>&1 &`));
    add(
      'service in the background without a wait',
      lines.with(serves, `nohup ${plain} > service.log 2>&1 &`, 'echo started'),
    );
    add('output lost', lines.with(serves, `${command} > /dev/null 2>&1`));
    add('loopback', lines.with(serves, command.replace('http.server', 'http.server --bind 127.0.0.1')));
    add('loopback', lines.with(serves, command.replace('http.server', 'http.server --bind localhost')));
  }
  if (/&\s*$/.test(command)) {
    add('output lost', lines.with(serves, command.replace(/>.*/, '> /dev/null 2>&1 &')));
    const wait = lines.find(/^wait\b/);
    if (wait !== -1) {
      add('wait removed', lines.without(wait));
      add('wait replaced', lines.with(wait, 'echo ready'));
      add('wait replaced', lines.with(wait, 'sleep 5'));
      add('wait replaced', lines.with(wait, 'exit 0'));
      add('wait commented out', lines.with(wait, '# wait'));
    }
    const kept = lines.find(/^PID=\$!/);
    if (kept !== -1) add('trap signals itself', lines.before(kept, "trap 'kill 0' TERM EXIT"));
  }
}

function syntaxMutants(lines: Lines, add: (kind: string, text: string) => void): void {
  for (const [index, line] of lines.all.entries()) {
    if (/^\s*(fi|done|esac|\})\s*$/.test(line)) add('keyword lost', lines.without(index));
    if (/;\s*then$/.test(line)) add('keyword lost', lines.with(index, line.replace(/;\s*then$/, '')));
    if (/^[^#'"]*"[^"]*"[^"]*$/.test(line) && !line.includes("'"))
      add('quote lost', lines.with(index, line.replace('"', '')));
    if (/^[^#]*\$\([^()]*\)\s*$/.test(line))
      add('bracket lost', lines.with(index, line.replace(/\)\s*$/, '')));
  }
}

function misspelt(name: string): readonly string[] {
  if (name === 'SESSION_PORT')
    return ['SESSION_PROT', 'SESION_PORT', 'session_port', 'SESSION-PORT', 'SESSIONPORT', 'SESSION_PORT.txt'];
  if (name === 'HOSTNAME') return ['HOSTNAM', 'hostname', 'HOST_NAME', 'HOSTNAME.txt', 'HOSTANME'];
  return ['job_started', 'job.start', 'jobstarted', 'job.Started', 'job.strated'];
}

function target(name: string): RegExp {
  return new RegExp(`(> *|touch )"?${name.replace('.', '\\.')}"?`);
}

function linesOf(script: string): Lines {
  const all = script.replace(/\n$/, '').split('\n');
  const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;
  return {
    all,
    find: (pattern) => all.findIndex((line) => pattern.test(line) && !line.startsWith('#')),
    with: (index, ...lines) => (index < 0 ? script : text(all.toSpliced(index, 1, ...lines))),
    without: (index) => text(all.toSpliced(index, 1)),
    before: (index, ...lines) => text(all.toSpliced(index, 0, ...lines)),
    moved(from, behind) {
      const line = all[from] ?? '';
      const rest = all.toSpliced(from, 1);
      return text(rest.toSpliced(from <= behind ? behind : behind + 1, 0, line));
    },
  };
}
