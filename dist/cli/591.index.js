export const id = 591;
export const ids = [591];
export const modules = {

/***/ 3050:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ nodeNetwork)
/* harmony export */ });
/* harmony import */ var node_dns_promises__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1553);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(7067);
/* harmony import */ var node_https__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4708);
/* harmony import */ var node_net__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(7030);
/* harmony import */ var node_tls__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1692);





const maxBodyBytes = 256 * 1024;
/** The network of this machine. */
function nodeNetwork() {
    return { probe, resolve, speaksTls, accepts };
}
function probe(order) {
    return new Promise((done) => {
        const send = order.tls ? node_https__WEBPACK_IMPORTED_MODULE_2__.request : node_http__WEBPACK_IMPORTED_MODULE_1__.request;
        const request = send({
            host: order.host,
            port: order.port,
            path: order.path,
            headers: { 'user-agent': 'pw-workflow-check', accept: '*/*', ...order.headers },
            agent: false,
            rejectUnauthorized: false,
        });
        const timer = setTimeout(() => {
            request.destroy();
            done({ kind: 'none', reason: 'timeout', message: `no answer within ${order.timeoutMs} ms` });
        }, order.timeoutMs);
        request.on('error', (error) => {
            clearTimeout(timer);
            done({ kind: 'none', ...reasonOf(error) });
        });
        request.on('response', (response) => {
            void bodyOf(response, order.timeoutMs).then((body) => {
                clearTimeout(timer);
                request.destroy();
                done({ kind: 'answer', status: response.statusCode ?? 0, headers: response.headers, body });
            });
        });
        request.end();
    });
}
function reasonOf(error) {
    const code = error.code ?? '';
    const message = error.message;
    if (code === 'ECONNREFUSED')
        return { reason: 'refused', message };
    if (['EHOSTUNREACH', 'ENETUNREACH', 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN'].includes(code)) {
        return { reason: 'unreachable', message };
    }
    if (code.startsWith('HPE_'))
        return { reason: 'not-http', message };
    if (code === 'EPROTO' || code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS'))
        return { reason: 'tls', message };
    return { reason: 'closed', message };
}
/** The body as far as it comes: an endless answer is cut, a broken one is what arrived. */
function bodyOf(response, timeoutMs) {
    return new Promise((done) => {
        const parts = [];
        let length = 0;
        const finish = () => {
            clearTimeout(timer);
            done(Buffer.concat(parts).subarray(0, maxBodyBytes).toString('utf8'));
        };
        const timer = setTimeout(finish, Math.min(timeoutMs, 1000));
        response.on('data', (part) => {
            parts.push(part);
            length += part.length;
            if (length >= maxBodyBytes)
                finish();
        });
        response.on('end', finish);
        response.on('error', finish);
        response.on('close', finish);
    });
}
async function resolve(host) {
    try {
        return (await (0,node_dns_promises__WEBPACK_IMPORTED_MODULE_0__.lookup)(host, { all: true })).map((entry) => entry.address);
    }
    catch {
        return [];
    }
}
function speaksTls(host, port, timeoutMs) {
    return new Promise((done) => {
        const socket = (0,node_tls__WEBPACK_IMPORTED_MODULE_4__.connect)({ host, port, rejectUnauthorized: false, timeout: timeoutMs });
        const finish = (answer) => {
            socket.destroy();
            done(answer);
        };
        socket.on('secureConnect', () => finish(true));
        socket.on('error', () => finish(false));
        socket.on('timeout', () => finish(false));
        socket.on('close', () => finish(false));
    });
}
function accepts(host, port, timeoutMs) {
    return new Promise((done) => {
        const socket = (0,node_net__WEBPACK_IMPORTED_MODULE_3__.connect)({ host, port, timeout: timeoutMs });
        const finish = (answer) => {
            socket.destroy();
            done(answer);
        };
        socket.on('connect', () => finish(true));
        socket.on('error', () => finish(false));
        socket.on('timeout', () => finish(false));
    });
}


/***/ }),

/***/ 3591:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  nodeRunPorts: () => (/* binding */ nodeRunPorts)
});

// EXTERNAL MODULE: ./build/src/host/clock.js
var clock = __webpack_require__(4258);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/host/machine.js



/** Nothing of ours but these is ever seen by a script: no token, no `GITHUB_*`, no `INPUT_*`. */
const passed = ['LANG', 'LC_ALL', 'TZ', 'RUNNER_TRACKING_ID'];
/** This machine. */
function nodeMachine() {
    const programPath = (process.env['PATH'] ?? '/usr/local/bin:/usr/bin:/bin')
        .split(external_node_path_.delimiter)
        .filter((folder) => (0,external_node_path_.isAbsolute)(folder) && !folder.includes('node_modules'));
    return {
        user: userName(),
        hostname: (0,external_node_os_.hostname)(),
        addresses: Object.values((0,external_node_os_.networkInterfaces)()).flatMap((one) => (one ?? []).map(({ address }) => address)),
        programPath,
        passedOn: Object.fromEntries(passed.flatMap((name) => {
            const value = process.env[name];
            return value === undefined ? [] : [[name, value]];
        })),
        find: (program) => programPath.map((folder) => (0,external_node_path_.join)(folder, program)).find(isProgram),
    };
}
function userName() {
    try {
        return (0,external_node_os_.userInfo)().username;
    }
    catch {
        return 'user';
    }
}
function isProgram(path) {
    try {
        (0,external_node_fs_.accessSync)(path, external_node_fs_.constants.X_OK);
        return (0,external_node_fs_.statSync)(path).isFile();
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/src/host/network.js
var network = __webpack_require__(3050);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
;// CONCATENATED MODULE: ./build/src/host/plain-starter.js


/** Starts a process in a session of its own without a supervisor: for machines that have no Perl. */
function startPlainly(order) {
    const output = (0,external_node_fs_.openSync)(order.output, 'a');
    const [program, ...words] = order.argv;
    const child = (0,external_node_child_process_.spawn)(program, words, {
        cwd: order.cwd,
        env: { ...order.env },
        stdio: ['ignore', output, output],
        detached: true,
    });
    (0,external_node_fs_.closeSync)(output);
    let over = false;
    const ended = new Promise((done) => {
        const finish = (end) => {
            over = true;
            done(end);
        };
        child.on('error', () => finish({ kind: 'exit', code: 127 }));
        child.on('exit', (code, signal) => finish(signal === null ? { kind: 'exit', code: code ?? 0 } : { kind: 'signal', signal }));
    });
    return Promise.resolve({
        pid: child.pid ?? 0,
        ended,
        signalGroup(signal) {
            if (over || child.pid === undefined)
                return;
            try {
                process.kill(-child.pid, signal);
            }
            catch {
                // it has ended in this moment
            }
        },
    });
}

;// CONCATENATED MODULE: ./build/src/host/proc.js

/** The text of a file of /proc, or `undefined` when it is gone or not ours to see. */
function procText(path) {
    try {
        return (0,external_node_fs_.readFileSync)(path, 'latin1');
    }
    catch {
        return undefined;
    }
}
/** The table of living processes. */
function processTable() {
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)('/proc');
    }
    catch {
        return [];
    }
    const rows = [];
    for (const name of names) {
        const row = /^\d+$/.test(name) ? processRow(Number(name)) : undefined;
        if (row !== undefined)
            rows.push(row);
    }
    return rows;
}
/** One living process, or `undefined` when it has ended. */
function processRow(pid) {
    const stat = procText(`/proc/${pid}/stat`);
    if (stat === undefined)
        return undefined;
    const open = stat.indexOf('(');
    const close = stat.lastIndexOf(')');
    const fields = stat.slice(close + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X')
        return undefined;
    const number = (index) => Number(fields[index] ?? 0);
    return {
        pid,
        name: stat.slice(open + 1, close),
        parent: number(1),
        group: number(2),
        ticks: number(11) + number(12),
        startedAt: number(19),
    };
}
/** The rows that descend from a process, itself left out. */
function descendantsOf(pid, rows) {
    const children = new Map();
    for (const row of rows) {
        const siblings = children.get(row.parent);
        if (siblings === undefined)
            children.set(row.parent, [row]);
        else
            siblings.push(row);
    }
    const found = [];
    const open = [pid];
    for (let parent = open.pop(); parent !== undefined; parent = open.pop()) {
        for (const child of children.get(parent) ?? []) {
            found.push(child);
            open.push(child.pid);
        }
        children.delete(parent);
    }
    return found;
}
/** Whether a process was started with `NAME=VALUE` in its environment. */
function hasEnvironment(pid, pair) {
    const environment = procText(`/proc/${pid}/environ`);
    return environment !== undefined && `\0${environment}`.includes(`\0${pair}\0`);
}
/** A variable of the environment that a process was started with. */
function environmentOf(pid, name) {
    const environment = procText(`/proc/${pid}/environ`);
    const pair = environment?.split('\0').find((one) => one.startsWith(`${name}=`));
    return pair?.slice(name.length + 1);
}
/** The command line, at most 300 characters; the name in brackets when there is none. */
function commandOf(row) {
    const line = procText(`/proc/${row.pid}/cmdline`)?.replace(/\0+$/, '').replaceAll('\0', ' ');
    const command = line === undefined || line === '' ? `[${row.name}]` : Buffer.from(line, 'latin1').toString('utf8');
    return command.length > 300 ? `${command.slice(0, 299)}…` : command;
}
/** A row with its command line and program file. */
function describeProcess(row) {
    let program;
    try {
        program = (0,external_node_fs_.readlinkSync)(`/proc/${row.pid}/exe`);
    }
    catch {
        program = undefined;
    }
    return {
        pid: row.pid,
        parent: row.parent,
        group: row.group,
        command: commandOf(row),
        program,
        ticks: row.ticks,
        step: environmentOf(row.pid, 'PW_CHECK_STEP'),
    };
}
/** The process that holds a socket, looked for among the given pids. */
function holderOf(inode, pids) {
    const wanted = `socket:[${inode}]`;
    for (const pid of pids) {
        let descriptors;
        try {
            descriptors = (0,external_node_fs_.readdirSync)(`/proc/${pid}/fd`);
        }
        catch {
            continue;
        }
        for (const descriptor of descriptors) {
            try {
                if ((0,external_node_fs_.readlinkSync)(`/proc/${pid}/fd/${descriptor}`) === wanted)
                    return pid;
            }
            catch {
                // it was closed in between
            }
        }
    }
    return undefined;
}
/** The listening sockets as /proc/net shows them; costs some milliseconds. */
function listeningSockets() {
    return ['/proc/net/tcp', '/proc/net/tcp6'].flatMap((path) => {
        const found = [];
        for (const line of (procText(path) ?? '').split('\n').slice(1)) {
            const fields = line.trim().split(/\s+/);
            if (fields[3] !== '0A')
                continue;
            const [address, port] = (fields[1] ?? '').split(':');
            found.push({
                address: addressOf(wordsToBytes(address ?? '')),
                port: Number.parseInt(port ?? '', 16),
                inode: Number(fields[9]),
            });
        }
        return found;
    });
}
/** /proc/net writes addresses as words in the machine's byte order; every machine of ours is little-endian. */
function wordsToBytes(hex) {
    const bytes = Buffer.from(hex, 'hex');
    for (let at = 0; at + 4 <= bytes.length; at += 4)
        bytes.subarray(at, at + 4).reverse();
    return bytes;
}
/** An address as people write it; IPv4 addresses inside IPv6 as IPv4. */
function addressOf(bytes) {
    if (bytes.length === 4)
        return [...bytes].join('.');
    if (bytes.subarray(0, 12).equals(Buffer.from('00000000000000000000ffff', 'hex'))) {
        return [...bytes.subarray(12)].join('.');
    }
    const groups = Array.from({ length: 8 }, (_, index) => bytes.readUInt16BE(index * 2).toString(16));
    const text = groups.join(':');
    const longest = [...text.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].sort((a, b) => b[0].length - a[0].length)[0];
    if (longest === undefined)
        return text;
    const before = text.slice(0, longest.index);
    const after = text.slice(longest.index + longest[0].length).replace(/^:/, '');
    return `${before}::${after}`;
}

// EXTERNAL MODULE: external "node:readline"
var external_node_readline_ = __webpack_require__(481);
;// CONCATENATED MODULE: ./build/src/host/signal-name.js

/** The name of a signal by its number, such as `SIGKILL` for 9. */
function signalName(number) {
    return Object.entries(external_node_os_.constants.signals).find(([, value]) => value === number)?.[0] ?? `signal ${number}`;
}

;// CONCATENATED MODULE: ./build/src/host/supervisor-script.js
/**
 * The supervisor of a run, in Perl because Node cannot make a process the reaper of its descendants. It starts what
 * it is told to, so that everything that escapes by a double fork or a session of its own comes back as its child,
 * and it watches the machine's listening sockets through the kernel's socket diagnosis, which is some hundred times
 * cheaper than reading /proc/net/tcp. When its input ends, because we closed it or because we died, it kills all
 * that is left and removes the run's directory.
 *
 * Input, one order a line, text as hexadecimal: `start ID CWD OUTPUT ARGC ARGV… ENV…`, `watch`, `unwatch`, `keep`.
 * Output: `ready SOCKETS`, `started ID PID`, `ended ID CODE SIGNAL`, `sockets LOOKED-BEFORE FAMILY:ADDRESS:PORT:INODE…`, `gone`.
 */
const supervisorScript = `
use strict;
use POSIX ();
use Socket ();
my $precise = eval { require Time::HiRes; 1 };
sub moment { return $precise ? int(Time::HiRes::time() * 1000) : 0; }
my ($directory) = @ARGV;
my $call = (POSIX::uname())[4] =~ /^(aarch64|arm64)$/ ? 167 : 157;
syscall($call, 36, 1, 0, 0, 0) == 0 or exit 9;
$SIG{$_} = 'IGNORE' for qw(INT TERM HUP QUIT USR1 USR2 PIPE TSTP);
$SIG{CHLD} = sub { };
binmode STDIN; binmode STDOUT;
$0 = 'pw-workflow-check supervisor';
sub say_line { my $line = join(' ', @_) . "\\n"; syswrite(STDOUT, $line); }
sub text { pack('H*', substr($_[0], 1)) }

my $diagnosis;
if (!socket($diagnosis, 16, 3, 4)) { undef $diagnosis; }
sub dump_family {
  my ($family, $into) = @_;
  my $request = pack('CCCCL', $family, 6, 0, 0, 1 << 10) . ("\\0" x 48);
  my $message = pack('LSSLL', 16 + length($request), 20, 0x301, 1, 0) . $request;
  send($diagnosis, $message, 0) or return 0;
  while (1) {
    my $answer = '';
    my $ready = ''; vec($ready, fileno($diagnosis), 1) = 1;
    my $got = select($ready, undef, undef, 0.2);
    next if $got < 0;
    return 0 if $got == 0;
    defined recv($diagnosis, $answer, 65536, 0) or next;
    my $at = 0;
    while ($at + 16 <= length($answer)) {
      my ($length, $type) = unpack('LS', substr($answer, $at, 6));
      return 1 if $type == 3;
      return 0 if $type == 2 || $length < 16;
      my $body = substr($answer, $at + 16, $length - 16);
      if (length($body) >= 72) {
        my ($kind) = unpack('C', $body);
        my ($port) = unpack('n', substr($body, 4, 2));
        my $address = unpack('H*', substr($body, 8, $kind == 2 ? 4 : 16));
        my ($inode) = unpack('L', substr($body, 68, 4));
        push @$into, "$kind:$address:$port:$inode";
      }
      $at += ($length + 3) & ~3;
    }
  }
}
my $sockets = '';
my $watching = 0;
my $looked = moment();
sub look {
  my @found;
  my $before = $looked;
  $looked = moment();
  if ($diagnosis && dump_family(2, \\@found) && dump_family(10, \\@found)) {
    my $now = join(' ', sort @found);
    if ($now ne $sockets || $_[0]) { $sockets = $now; say_line('sockets', $before, $now); }
    return 1;
  }
  return 0;
}

my %by_pid;
sub reap {
  while ((my $pid = waitpid(-1, POSIX::WNOHANG())) > 0) {
    my $id = delete $by_pid{$pid};
    say_line('ended', $id, $? >> 8, $? & 127) if defined $id;
  }
}
sub start {
  my ($id, $cwd, $output, $count, @rest) = @_;
  my @argv = map { text($_) } splice(@rest, 0, $count);
  my $pid = fork();
  if (!defined $pid) { say_line('started', $id, 0); say_line('ended', $id, 126, 0); return; }
  if ($pid == 0) {
    $SIG{$_} = 'DEFAULT' for qw(INT TERM HUP QUIT USR1 USR2 PIPE TSTP CHLD);
    POSIX::setsid();
    close $diagnosis if $diagnosis;
    open(STDIN, '<', '/dev/null');
    my $file = text($output);
    open(STDOUT, '>>', $file) or POSIX::_exit(126);
    open(STDERR, '>&', \\*STDOUT);
    chdir(text($cwd)) or do { print STDERR "no such directory: " . text($cwd) . "\\n"; POSIX::_exit(126) };
    %ENV = map { my $pair = text($_); my $at = index($pair, '='); (substr($pair, 0, $at), substr($pair, $at + 1)) } @rest;
    { no warnings; exec { $argv[0] } @argv; }
    print STDERR "$argv[0]: cannot be started: $!\\n";
    POSIX::_exit(127);
  }
  $by_pid{$pid} = $id;
  say_line('started', $id, $pid);
}
sub descendants {
  my %children;
  opendir(my $proc, '/proc') or return ();
  for my $pid (grep { /^[0-9]+$/ } readdir $proc) {
    open(my $file, '<', "/proc/$pid/stat") or next;
    my $line = <$file>; close $file;
    next unless defined $line && $line =~ /\\) (\\S) ([0-9]+) /;
    push @{$children{$2}}, [$pid, $1];
  }
  closedir $proc;
  my (@found, @open); @open = ($$);
  while (@open) {
    for my $child (@{$children{shift @open} || []}) {
      push @open, $child->[0];
      push @found, $child->[0] if $child->[1] ne 'Z' && $child->[1] ne 'X';
    }
  }
  return @found;
}
sub clear {
  for (1 .. 2000) {
    my @left = descendants();
    kill('KILL', @left) if @left;
    while (waitpid(-1, POSIX::WNOHANG()) > 0) { }
    last unless @left;
    select(undef, undef, undef, 0.005);
  }
}

say_line('ready', look(1) ? 1 : 0);
my $buffer = '';
my $keep = 0;
while (1) {
  my $ready = ''; vec($ready, fileno(STDIN), 1) = 1;
  my $got = select($ready, undef, undef, $watching ? 0.004 : 0.05);
  reap();
  if ($got > 0) {
    my $read = sysread(STDIN, $buffer, 65536, length($buffer));
    last if !defined($read) && !$!{EINTR};
    last if defined($read) && $read == 0;
    while ($buffer =~ s/^([^\\n]*)\\n//) {
      my ($verb, @words) = split / /, $1;
      if ($verb eq 'start') { start(@words) }
      elsif ($verb eq 'watch') { $watching = 1; look(1) }
      elsif ($verb eq 'unwatch') { $watching = 0 }
      elsif ($verb eq 'keep') { $keep = 1 }
    }
  }
  look(0) if $watching;
}
clear();
say_line('gone');
if (!$keep && defined $directory && $directory =~ m{/pw-workflow-check-run-[0-9a-z-]{8,60}\\z} && -f "$directory/.owner.json") {
  # a batch job is no child of ours: only its scheduler can end it, and its number is lost with the directory
  if (open(my $noted, '<', "$directory/batch-jobs")) {
    open(STDOUT, '>', '/dev/null');
    while (my $line = <$noted>) {
      system($1 eq 'slurm' ? 'scancel' : 'qdel', $2) if $line =~ /^(slurm|pbs) (\\d+)$/;
    }
  }
  exec('rm', '-rf', '--', $directory);
}
`;

;// CONCATENATED MODULE: ./build/src/host/supervisor.js





const hex = (text) => `x${Buffer.from(text, 'utf8').toString('hex')}`;
/**
 * Starts a supervisor, or gives `undefined` where there is no Perl or the system does not allow it.
 *
 * @param directory removed when this program dies before `close`
 */
function startSupervisor(directory) {
    const child = (0,external_node_child_process_.spawn)('perl', ['-e', supervisorScript, directory], {
        stdio: ['pipe', 'pipe', 'ignore'],
        detached: true,
        env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C' },
    });
    return new Promise((settle) => {
        let ready = false;
        const state = supervisorState(child);
        child.on('error', () => settle(undefined));
        child.on('exit', () => {
            if (!ready)
                settle(undefined);
            state.lost();
        });
        child.stdin?.on('error', () => { }); // it has died; `lost` ends everything that waits for it
        (0,external_node_readline_.createInterface)({ input: child.stdout }).on('line', (line) => {
            const [verb, ...words] = line.split(' ');
            if (verb === 'ready') {
                ready = true;
                settle(state.supervisor(words[0] === '1'));
            }
            else
                state.take(verb ?? '', words);
        });
    });
}
function supervisorState(child) {
    const running = new Map();
    const watchers = new Set();
    let serial = 0;
    let lost = false;
    const send = (line) => {
        child.stdin?.write(`${line}\n`);
    };
    const start = (order) => new Promise((started) => {
        const id = String(++serial);
        let finish = () => { };
        const ended = new Promise((done) => {
            finish = done;
        });
        running.set(id, { accept: (pid) => started(runningProcess(pid, ended)), end: finish });
        const environment = Object.entries(order.env).map(([name, value]) => hex(`${name}=${value}`));
        const words = [hex(order.cwd), hex(order.output), String(order.argv.length), ...order.argv.map(hex)];
        send(['start', id, ...words, ...environment].join(' '));
        if (lost) {
            started(runningProcess(0, ended));
            finish({ kind: 'signal', signal: 'SIGKILL' });
        }
    });
    const take = (verb, words) => {
        if (verb === 'started')
            running.get(words[0] ?? '')?.accept(Number(words[1]));
        else if (verb === 'ended') {
            running.get(words[0] ?? '')?.end(endOf(Number(words[1]), Number(words[2])));
            running.delete(words[0] ?? '');
        }
        else if (verb === 'sockets') {
            const [before, ...sockets] = words;
            const lagMs = before === '0' ? undefined : Math.max(0, Date.now() - Number(before));
            const now = sockets.filter((word) => word !== '').map(socketOf);
            for (const watcher of watchers)
                watcher(now, lagMs);
        }
    };
    return {
        take,
        lost() {
            lost = true;
            for (const { accept, end } of running.values()) {
                accept(0);
                end({ kind: 'signal', signal: 'SIGKILL' });
            }
            running.clear();
        },
        supervisor: (seesSockets) => ({
            pid: child.pid ?? 0,
            seesSockets,
            start,
            watch(changed) {
                watchers.add(changed);
                send('watch');
                return () => {
                    watchers.delete(changed);
                    if (watchers.size === 0)
                        send('unwatch');
                };
            },
            close: () => new Promise((closed) => {
                if (lost)
                    closed();
                else {
                    child.on('exit', () => closed());
                    send('keep');
                    child.stdin?.end();
                }
            }),
        }),
    };
}
function runningProcess(pid, ended) {
    let over = false;
    void ended.then(() => {
        over = true;
    });
    return {
        pid,
        ended,
        signalGroup(signal) {
            if (over || pid <= 1)
                return;
            try {
                process.kill(-pid, signal);
            }
            catch {
                // it has ended in this moment
            }
        },
    };
}
const endOf = (code, signal) => signal === 0 ? { kind: 'exit', code } : { kind: 'signal', signal: signalName(signal) };
function socketOf(word) {
    const [, address, port, inode] = word.split(':');
    return { address: addressOf(Buffer.from(address ?? '', 'hex')), port: Number(port), inode: Number(inode) };
}

;// CONCATENATED MODULE: ./build/src/host/processes.js



/** How often sockets are looked at where no supervisor does it. */
const pollMs = 15;
/** Processes of this machine, held by a supervisor where there is Perl, else by the marker in their environment. */
function nodeProcesses() {
    return {
        async open({ directory, marker }) {
            return processScope(await startSupervisor(directory), marker);
        },
    };
}
function processScope(supervisor, marker) {
    const pair = `PW_CHECK_RUN=${marker}`;
    const sessions = new Set();
    const memberRows = () => {
        const rows = processTable();
        const held = new Set(supervisor === undefined ? [] : descendantsOf(supervisor.pid, rows).map((row) => row.pid));
        const own = (row) => row.pid !== process.pid &&
            row.pid !== supervisor?.pid &&
            (sessions.has(row.group) || hasEnvironment(row.pid, pair));
        return rows.filter((row) => held.has(row.pid) || own(row));
    };
    const kill = (pid, signal) => {
        try {
            if (pid > 1)
                process.kill(pid, signal);
        }
        catch {
            // it has ended, or is not ours to signal
        }
    };
    return {
        async start(order) {
            if (supervisor !== undefined)
                return supervisor.start(order);
            const running = await startPlainly(order);
            if (running.pid > 0)
                sessions.add(running.pid);
            return running;
        },
        members: () => memberRows().map(describeProcess),
        signal: kill,
        listeners: listeningSockets,
        ownerOf(socket) {
            const members = memberRows().map((row) => row.pid);
            const inside = holderOf(socket.inode, members);
            const pid = inside ??
                holderOf(socket.inode, processTable().map((row) => row.pid));
            const row = pid === undefined ? undefined : processRow(pid);
            if (row === undefined)
                return undefined;
            return {
                pid: row.pid,
                command: commandOf(row),
                inScope: inside !== undefined,
                step: environmentOf(row.pid, 'PW_CHECK_STEP'),
            };
        },
        watchListeners: (changed) => supervisor?.seesSockets ? supervisor.watch(changed) : pollListeners(changed),
        async close() {
            await supervisor?.close();
            for (let round = 0; round < 1000; round++) {
                const left = memberRows();
                if (left.length === 0)
                    return;
                for (const row of left)
                    kill(row.pid, 'SIGKILL');
                await new Promise((done) => setTimeout(done, 5));
            }
        },
    };
}
function pollListeners(changed) {
    let before = '';
    let looked = performance.now();
    const look = () => {
        const sockets = listeningSockets();
        const lagMs = performance.now() - looked;
        looked = performance.now();
        const now = JSON.stringify(sockets);
        if (now !== before) {
            before = now;
            changed(sockets, lagMs);
        }
    };
    const timer = setInterval(look, pollMs);
    return () => clearInterval(timer);
}

;// CONCATENATED MODULE: ./build/src/host/run-directory.js





const prefix = 'pw-workflow-check-run-';
/** Only names of our own making are ever looked at: a person's folder may begin alike. */
const ourName = /^pw-workflow-check-run-[0-9a-z-]{8,60}$/;
const ownerFile = '.owner.json';
/** Makes a directory for a run, after ending and removing what runs left behind whose program was killed. */
function makeRunDirectory(marker) {
    const base = (0,external_node_fs_.realpathSync)((0,external_node_os_.tmpdir)());
    cleanUpAfterKilled(base);
    const directory = (0,external_node_path_.join)(base, `${prefix}${marker}`);
    const nascent = `${directory}.new`;
    (0,external_node_fs_.mkdirSync)(nascent, { mode: 0o700 });
    const startedAt = processRow(process.pid)?.startedAt ?? 0;
    (0,external_node_fs_.writeFileSync)((0,external_node_path_.join)(nascent, ownerFile), JSON.stringify({ pid: process.pid, startedAt, marker, directory }));
    (0,external_node_fs_.renameSync)(nascent, directory);
    return directory;
}
function cleanUpAfterKilled(base) {
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)(base).filter((name) => ourName.test(name));
    }
    catch {
        return;
    }
    for (const name of names) {
        try {
            cleanUpOne((0,external_node_path_.join)(base, name));
        }
        catch {
            // somebody else's, or being removed by somebody else in this moment
        }
    }
}
/** Removes a directory only when its own note says that it is a run's and that its owner has died. */
function cleanUpOne(directory) {
    const stats = (0,external_node_fs_.lstatSync)(directory);
    if (!stats.isDirectory() || stats.uid !== process.getuid?.())
        return;
    const owner = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, ownerFile), 'utf8'));
    if (owner.directory !== directory || typeof owner.pid !== 'number' || typeof owner.marker !== 'string')
        return;
    const row = processRow(owner.pid);
    if (row !== undefined && row.startedAt === owner.startedAt)
        return;
    for (const left of processTable()) {
        if (hasEnvironment(left.pid, `PW_CHECK_RUN=${owner.marker}`))
            process.kill(left.pid, 'SIGKILL');
    }
    cancelBatchJobs(directory);
    (0,external_node_fs_.rmSync)(directory, { recursive: true, force: true });
}
/** Batch jobs that a killed run left in the queue of a real scheduler; it noted their numbers. */
function cancelBatchJobs(directory) {
    let noted = '';
    try {
        noted = (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(directory, 'batch-jobs'), 'utf8');
    }
    catch {
        return;
    }
    for (const line of noted.split('\n')) {
        const match = /^(slurm|pbs) (\d+)$/.exec(line);
        if (match === null)
            continue;
        (0,external_node_child_process_.spawnSync)(match[1] === 'slurm' ? 'scancel' : 'qdel', [match[2] ?? ''], {
            stdio: 'ignore',
            timeout: 5000,
        });
    }
}

;// CONCATENATED MODULE: ./build/src/host/run-files.js



/** Files of this machine. */
function nodeRunFiles() {
    return {
        makeRunDirectory: makeRunDirectory,
        makeDirectory: (path) => void (0,external_node_fs_.mkdirSync)(path, { recursive: true }),
        write(path, text, mode) {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(path), { recursive: true });
            (0,external_node_fs_.writeFileSync)(path, text);
            if (mode !== undefined)
                (0,external_node_fs_.chmodSync)(path, mode);
        },
        read: (path, limit) => readPart(path, () => 0, limit)?.text,
        readEnd: (path, limit) => readPart(path, (size) => Math.max(0, size - limit), limit)?.text,
        readFrom: (path, offset, limit) => readPart(path, () => offset, limit) ?? { text: '', next: offset },
        kindOf(path) {
            const stats = statsOf(path);
            if (stats === undefined)
                return 'missing';
            return stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other';
        },
        list: (path) => entriesOf(path).map((entry) => entry.name),
        listDeep,
        copyRepository,
        copyFile(from, to) {
            if (statsOf(from)?.isFile() !== true)
                return false;
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(to), { recursive: true });
            (0,external_node_fs_.copyFileSync)(from, to);
            return true;
        },
        move(from, to) {
            (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(to), { recursive: true });
            try {
                (0,external_node_fs_.renameSync)(from, to);
            }
            catch {
                (0,external_node_fs_.cpSync)(from, to, { recursive: true, verbatimSymlinks: true, filter: isPlain });
                (0,external_node_fs_.rmSync)(from, { recursive: true, force: true });
            }
        },
        remove: (path) => (0,external_node_fs_.rmSync)(path, { recursive: true, force: true, maxRetries: 5 }),
        watch: watchDirectory,
    };
}
function statsOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path);
    }
    catch {
        return undefined;
    }
}
function entriesOf(path) {
    try {
        return (0,external_node_fs_.readdirSync)(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    }
    catch {
        return [];
    }
}
/** A part of a regular file; a FIFO that a script left behind is never waited for. */
function readPart(path, from, limit) {
    let descriptor;
    try {
        descriptor = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    }
    catch {
        return undefined;
    }
    try {
        const stats = (0,external_node_fs_.fstatSync)(descriptor);
        if (!stats.isFile())
            return undefined;
        const start = from(stats.size);
        const bytes = Buffer.alloc(Math.max(0, Math.min(limit, stats.size - start)));
        const length = bytes.length === 0 ? 0 : (0,external_node_fs_.readSync)(descriptor, bytes, 0, bytes.length, start);
        return { text: bytes.subarray(0, length).toString('utf8'), next: start + length };
    }
    catch {
        return undefined;
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function listDeep(path, limit) {
    const found = [];
    const open = [''];
    for (let folder = open.shift(); folder !== undefined; folder = open.shift()) {
        for (const entry of entriesOf((0,external_node_path_.join)(path, folder))) {
            const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
            if (entry.isDirectory())
                open.push(name);
            else
                found.push(name);
            if (found.length >= limit)
                return found.sort();
        }
    }
    return found.sort();
}
function copyRepository(order) {
    const missing = [];
    const wanted = order.only.length === 0 ? ['.'] : order.only;
    for (const path of wanted) {
        const from = (0,external_node_path_.join)(order.from, path);
        if (from !== order.from && !from.startsWith(order.from + external_node_path_.sep))
            missing.push(path);
        else if (statsOf(from) === undefined)
            missing.push(path);
        else {
            (0,external_node_fs_.cpSync)(from, (0,external_node_path_.join)(order.to, path), {
                recursive: true,
                verbatimSymlinks: true,
                filter: (source) => isPlain(source) && !/[\\/](?:\.git|node_modules)(?:[\\/]|$)/.test(source.slice(order.from.length)),
            });
        }
    }
    return { missing };
}
function isPlain(path) {
    const stats = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    return stats?.isFile() === true || stats?.isDirectory() === true || stats?.isSymbolicLink() === true;
}
function watchDirectory(path, changed) {
    try {
        const watcher = (0,external_node_fs_.watch)(path, (_event, name) => {
            if (name !== null)
                changed(name);
        });
        watcher.on('error', () => { }); // the folder was removed by the script; the slow look beside it goes on
        return () => watcher.close();
    }
    catch {
        return () => { };
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(7067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(4708);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(7030);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(1692);
;// CONCATENATED MODULE: ./build/src/host/session-proxies.js




const maxStrays = 100;
const upstreamTimeoutMs = 30_000;
/** Session proxies of this machine, HTTP and WebSocket. */
function nodeSessionProxies() {
    return { open: session_proxies_open };
}
async function session_proxies_open() {
    const routes = new Map();
    const strays = [];
    const sockets = new Set();
    const routeOf = (url) => {
        const path = url.split('?')[0] ?? '';
        for (const [prefix, target] of routes) {
            if (path === prefix || path.startsWith(`${prefix}/`))
                return { prefix, target };
        }
        if (strays.length < maxStrays)
            strays.push(url);
        return undefined;
    };
    const server = (0,external_node_http_.createServer)((request, response) => forward(routeOf(request.url ?? '/'), request, response));
    server.on('upgrade', (request, socket, head) => upgrade(routeOf(request.url ?? '/'), request, socket, head, sockets));
    server.on('connection', (socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
    });
    await new Promise((done, failed) => {
        server.once('error', failed);
        server.listen(0, '127.0.0.1', () => done());
    });
    return {
        port: portOf(server),
        route: (prefix, target) => void routes.set(prefix, target),
        strays,
        close: () => new Promise((closed) => {
            for (const socket of sockets)
                socket.destroy();
            server.close(() => closed());
        }),
    };
}
function portOf(server) {
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
}
function headersFor(request, route) {
    return {
        ...request.headers,
        'x-forwarded-prefix': route.prefix,
        'x-forwarded-host': request.headers.host ?? '',
        'x-forwarded-proto': 'https',
    };
}
function forward(route, request, response) {
    if (route === undefined) {
        response.writeHead(404, { 'content-type': 'text/plain' }).end('this path is outside of the session\n');
        return;
    }
    const send = route.target.tls ? external_node_https_.request : external_node_http_.request;
    const upstream = send({
        host: route.target.host,
        port: route.target.port,
        method: request.method,
        path: request.url,
        headers: headersFor(request, route),
        agent: false,
        rejectUnauthorized: false,
        timeout: upstreamTimeoutMs,
    });
    const fail = () => {
        if (response.headersSent)
            response.destroy();
        else
            response.writeHead(502, { 'content-type': 'text/plain' }).end('the service does not answer\n');
    };
    upstream.on('response', (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
        answer.on('error', () => response.destroy());
    });
    upstream.on('timeout', () => upstream.destroy());
    upstream.on('error', fail);
    response.on('close', () => upstream.destroy());
    request.pipe(upstream);
}
function upgrade(route, request, socket, head, sockets) {
    socket.on('error', () => socket.destroy());
    if (route === undefined) {
        socket.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
        return;
    }
    const { host, port, tls } = route.target;
    const upstream = tls ? (0,external_node_tls_.connect)({ host, port, rejectUnauthorized: false }) : (0,external_node_net_.connect)({ host, port });
    sockets.add(upstream);
    upstream.on('close', () => {
        sockets.delete(upstream);
        socket.destroy();
    });
    upstream.on('error', () => socket.destroy());
    socket.on('close', () => upstream.destroy());
    const lines = Object.entries(headersFor(request, route)).flatMap(([name, value]) => (Array.isArray(value) ? value : [value]).map((one) => `${name}: ${one}\r\n`));
    upstream.write(`${request.method} ${request.url} HTTP/1.1\r\n${lines.join('')}\r\n`);
    if (head.length > 0)
        upstream.write(head);
    socket.pipe(upstream).pipe(socket);
}

;// CONCATENATED MODULE: ./build/src/host/run-ports.js






/** The world of this machine, for runs. */
function nodeRunPorts() {
    return {
        processes: nodeProcesses(),
        network: (0,network/* nodeNetwork */.D)(),
        files: nodeRunFiles(),
        machine: nodeMachine(),
        clock: (0,clock/* nodeClock */.$)(),
        sessions: nodeSessionProxies(),
    };
}


/***/ })

};
