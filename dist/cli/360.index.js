export const id = 360;
export const ids = [360];
export const modules = {

/***/ 5360:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  executeRun: () => (/* binding */ executeRun)
});

// EXTERNAL MODULE: ./build/src/plan/duration.js
var duration = __webpack_require__(5609);
;// CONCATENATED MODULE: ./build/src/run/paths.js
/** Puts path parts together; an absolute part starts anew, `.` and `..` are worked out. */
function joinPath(...parts) {
    const joined = parts.reduce((before, part) => (part.startsWith('/') ? part : `${before}/${part}`), '');
    const names = [];
    for (const name of joined.split('/')) {
        if (name === '..')
            names.pop();
        else if (name !== '' && name !== '.')
            names.push(name);
    }
    return `/${names.join('/')}`;
}
/** A path relative to a folder above it, or `undefined` when it is not below that folder. */
function pathBelow(folder, path) {
    if (path === folder)
        return '';
    return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

;// CONCATENATED MODULE: ./build/src/run/run-step-script.js

/** Runs a script until it ends or the signal stops it. */
async function runStepScript(world, order) {
    const { files } = world.ports;
    const script = joinPath(order.logs, order.name);
    const output = joinPath(order.logs, 'step.out');
    const unable = { status: 143, stopped: true, killed: false, script, output, pid: 0 };
    if (world.over.aborted)
        return unable;
    files.write(script, order.filled.text, 0o755);
    files.makeDirectory(order.cwd);
    if (order.signal.aborted)
        return unable;
    const [program, ...words] = order.shell.split(/\s+/).filter((word) => word !== '' && word !== '{0}');
    const running = await world.scope.start({
        argv: [program ?? 'bash', ...words, script],
        cwd: order.cwd,
        env: { ...order.env, PWD: order.cwd },
        output,
    });
    const stopping = stopWhenTold(world, running, order);
    const end = await running.ended;
    const { stopped, killed } = stopping.finish();
    const status = statusOf(end);
    if (!world.over.aborted)
        files.write(joinPath(order.logs, 'step.exit'), `${status}\n`);
    return { status, stopped, killed, script, output, pid: running.pid };
}
const signalNumbers = {
    SIGHUP: 1,
    SIGINT: 2,
    SIGKILL: 9,
    SIGSEGV: 11,
    SIGTERM: 15,
};
/** The status as a shell gives it: signals count from 128. */
function statusOf(end) {
    return end.kind === 'exit' ? end.code : 128 + (signalNumbers[end.signal] ?? 0);
}
function stopWhenTold(world, running, order) {
    let stopped = false;
    let killed = false;
    const over = new AbortController();
    const stop = async () => {
        stopped = true;
        running.signalGroup('SIGTERM');
        await world.ports.clock.sleep(order.graceMs, over.signal);
        if (over.signal.aborted)
            return;
        killed = true;
        running.signalGroup('SIGKILL');
    };
    const told = () => void stop();
    order.signal.addEventListener('abort', told, { once: true });
    if (order.signal.aborted)
        told();
    return {
        finish() {
            order.signal.removeEventListener('abort', told);
            over.abort();
            return { stopped, killed };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/run/batch-scheduler.js



const lookMs = 50;
/** From SIGTERM to SIGKILL when a job is cancelled; sites have 30 s. */
const killWaitMs = 3000;
/** Starts the scheduler over a spool folder. */
function startScheduler(world, spool) {
    const { files, clock } = world.ports;
    const entries = new Map();
    const over = new AbortController();
    const { scheduler } = world.plan;
    const setState = (id, entry, state) => {
        entry.state = state;
        files.write(joinPath(spool, id, 'state'), state);
    };
    const begin = async (id, entry) => {
        setState(id, entry, 'RUNNING');
        const job = joinPath(spool, id);
        const text = (name) => files.read(joinPath(job, name), 1_000_000) ?? '';
        const cwd = text('cwd');
        const pbs = world.plan.mode === 'pbs';
        const out = joinPath(cwd, text('out'));
        // PBS keeps the output on the node and delivers it when the job has ended.
        const output = pbs ? joinPath(job, 'output') : out;
        const script = joinPath(job, pbs ? `${id}.local.SC` : 'slurm_script');
        files.copyFile(joinPath(job, 'script'), script);
        files.makeDirectory(output.slice(0, output.lastIndexOf('/')));
        const running = await world.scope.start({
            argv: [script],
            cwd,
            env: batchEnvironment(world, id, job),
            output,
        });
        entry.running = running;
        const limit = (0,duration/* clockSeconds */.I)(text('limit'));
        const timer = new AbortController();
        let timedOut = false;
        let nodeFailed = false;
        if (limit !== undefined) {
            void clock.sleep(limit * 1000, AbortSignal.any([timer.signal, over.signal])).then(() => {
                if (timer.signal.aborted || over.signal.aborted)
                    return;
                timedOut = true;
                void terminate(entry, running);
            });
        }
        if (scheduler.nodeFailsAfterMs !== undefined) {
            void clock.sleep(scheduler.nodeFailsAfterMs, AbortSignal.any([timer.signal, over.signal])).then(() => {
                if (timer.signal.aborted || over.signal.aborted)
                    return;
                nodeFailed = true;
                running.signalGroup('SIGKILL');
            });
        }
        const status = statusOf(await running.ended);
        timer.abort();
        files.write(joinPath(job, 'exit'), String(status));
        if (pbs)
            files.copyFile(output, out);
        const ended = nodeFailed
            ? 'NODE_FAIL'
            : timedOut
                ? 'TIMEOUT'
                : entry.cancelled
                    ? 'CANCELLED'
                    : status === 0
                        ? 'COMPLETED'
                        : 'FAILED';
        setState(id, entry, ended);
    };
    const terminate = async (entry, running) => {
        running.signalGroup('SIGTERM');
        await clock.sleep(killWaitMs);
        if (entry.state === 'RUNNING')
            running.signalGroup('SIGKILL');
    };
    const look = () => {
        for (const id of files.list(spool)) {
            let entry = entries.get(id);
            if (entry === undefined) {
                if (files.kindOf(joinPath(spool, id, 'ready')) === 'missing')
                    continue;
                entry = { state: 'PENDING', submittedMs: world.elapsed(), running: undefined, cancelled: false };
                entries.set(id, entry);
            }
            if (!entry.cancelled && files.kindOf(joinPath(spool, id, 'cancel')) !== 'missing') {
                entry.cancelled = true;
                if (entry.state === 'PENDING')
                    setState(id, entry, 'CANCELLED');
                else if (entry.running !== undefined)
                    void terminate(entry, entry.running);
            }
            const held = scheduler.holds || files.kindOf(joinPath(spool, id, 'held')) !== 'missing';
            const due = world.elapsed() - entry.submittedMs >= scheduler.queueDelayMs;
            if (entry.state === 'PENDING' && due && !held && !over.signal.aborted)
                void begin(id, entry);
        }
    };
    files.makeDirectory(spool);
    const unwatch = files.watch(spool, look);
    const keepLooking = async () => {
        while (!over.signal.aborted) {
            look();
            await clock.sleep(lookMs, over.signal);
        }
    };
    void keepLooking();
    return {
        async settle() {
            look();
            const from = clock.now();
            const ending = () => [...entries.values()].some((one) => one.cancelled && one.state === 'RUNNING');
            while (ending() && clock.now() - from < killWaitMs + 1000)
                await clock.sleep(10);
        },
        jobs: () => [...entries].map(([id, entry]) => ({ id, state: entry.state })),
        close() {
            over.abort();
            unwatch();
        },
    };
}
/** What the scheduler passes on: SLURM everything unless told otherwise, PBS nothing unless told so. */
function batchEnvironment(world, id, job) {
    const { files } = world.ports;
    const text = (name) => files.read(joinPath(job, name), 1_000_000) ?? '';
    const submitted = environmentIn(text('env'));
    const name = text('name');
    const from = text('submitted-from');
    const login = {};
    for (const key of ['HOME', 'USER', 'LOGNAME', 'SHELL', 'PATH', 'LANG', 'TMPDIR', 'RUNNER_TRACKING_ID']) {
        const value = world.env[key];
        if (value !== undefined)
            login[key] = value;
    }
    const own = {
        BASH_ENV: world.env['BASH_ENV'] ?? '',
        PW_CHECK_TRACE: world.trace,
        PW_CHECK_RUN: world.marker,
        PW_CHECK_STEP: submitted['PW_CHECK_STEP'] ?? `batch/${id}`,
    };
    const passed = passedOn(submitted, text('passes'));
    if (world.plan.mode === 'pbs') {
        return {
            ...login,
            ...passed,
            PBS_JOBID: `${id}.local`,
            PBS_JOBNAME: name,
            PBS_ENVIRONMENT: 'PBS_BATCH',
            PBS_QUEUE: 'workq',
            PBS_O_WORKDIR: from,
            PBS_O_HOME: world.home,
            PBS_O_LOGNAME: world.env['LOGNAME'] ?? '',
            PBS_O_PATH: world.env['PATH'] ?? '',
            PBS_O_SHELL: '/bin/bash',
            PBS_O_HOST: world.ports.machine.hostname,
            ...own,
        };
    }
    return {
        ...login,
        ...passed,
        SLURM_JOB_ID: id,
        SLURM_JOBID: id,
        SLURM_JOB_NAME: name,
        SLURM_SUBMIT_DIR: from,
        SLURM_SUBMIT_HOST: world.ports.machine.hostname,
        SLURM_JOB_NODELIST: world.ports.machine.hostname,
        SLURM_NODELIST: world.ports.machine.hostname,
        SLURMD_NODENAME: world.ports.machine.hostname,
        SLURM_JOB_NUM_NODES: '1',
        SLURM_NNODES: '1',
        SLURM_NTASKS: '1',
        SLURM_JOB_PARTITION: 'main',
        SLURM_CLUSTER_NAME: 'local',
        ...own,
    };
}
function passedOn(submitted, passes) {
    const words = passes.split(',').map((word) => word.trim());
    if (words.includes('ALL'))
        return submitted;
    const named = words.filter((word) => word !== 'NONE' && word !== '');
    return Object.fromEntries(named.flatMap((word) => {
        const at = word.indexOf('=');
        if (at !== -1)
            return [[word.slice(0, at), word.slice(at + 1)]];
        const value = submitted[word];
        return value === undefined ? [] : [[word, value]];
    }));
}
function environmentIn(text) {
    return Object.fromEntries(text
        .split('\0')
        .filter((pair) => pair.includes('='))
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
}

// EXTERNAL MODULE: ./build/src/source/line-index.js
var line_index = __webpack_require__(7112);
// EXTERNAL MODULE: ./build/src/source/mapped-text.js
var mapped_text = __webpack_require__(5930);
// EXTERNAL MODULE: ./build/src/source/span.js
var span = __webpack_require__(1959);
;// CONCATENATED MODULE: ./build/src/run/align-lines.js
/**
 * Which line of a script a line of `run.sh` was copied from. The job runner puts lines in front, and with a
 * scheduler it drops the blank ones; so the two are compared from their ends.
 *
 * @returns by line of `run.sh` from 1, the line of the script from 1; lines that the runner added have none
 */
function alignLines(run, script) {
    const runLines = run.replace(/\n$/, '').split('\n');
    const scriptLines = script.replace(/\n$/, '').split('\n');
    const pairs = new Map();
    let at = runLines.length - 1;
    let from = scriptLines.length - 1;
    while (at >= 0 && from >= 0) {
        if (runLines[at] === scriptLines[from]) {
            pairs.set(at + 1, from + 1);
            at--;
            from--;
        }
        else if (scriptLines[from]?.trim() === '')
            from--;
        else
            break;
    }
    return pairs;
}

;// CONCATENATED MODULE: ./build/src/run/trace-records.js

/** Reads what the trace script wrote; lines that are cut or mixed up are left out. */
function traceRecords(text) {
    return text.split('\n').flatMap((row) => {
        const [kind, status, line, script, shell, flags, folder, program, file, ...command] = row.split('\t');
        if ((kind !== 'E' && kind !== 'X') ||
            file === undefined ||
            file === '' ||
            folder === undefined ||
            program === undefined)
            return [];
        return [
            {
                kind: kind === 'E' ? 'failed' : 'exit',
                status: Number(status),
                line: Number(line),
                script: Number(script),
                mainShell: script === shell,
                errexit: flags?.includes('e') === true,
                program,
                file: joinPath(folder, file),
                inProgram: program === file,
                command: command.join('\t'),
            },
        ];
    });
}
/**
 * The record of what ended a script with a status: the first failing command under `set -e`, else the last `exit`,
 * else the last command that failed with this status. What a trap on EXIT does afterwards is not blamed.
 *
 * @param records those of this script alone
 */
function decisiveRecord(records, status) {
    const ending = records.filter((record) => record.mainShell && record.status === status);
    const errexit = ending.find((record) => record.kind === 'failed' && record.errexit);
    const exit = ending.find((record) => record.kind === 'exit');
    const last = ending.findLast((record) => record.inProgram) ?? ending.at(-1);
    return errexit ?? exit ?? last;
}
/** The last `FILE: line N: message` that bash itself printed about a script; some errors are in no trace. */
function complaint(output, isScript) {
    let found;
    for (const text of output.split('\n')) {
        const match = /^(?:.*\/)?([^/:\s]+): line (\d+): (.*)$/.exec(text);
        if (match?.[1] !== undefined && isScript(match[1]))
            found = { line: Number(match[2]), message: match[3] ?? '' };
    }
    return found;
}

;// CONCATENATED MODULE: ./build/src/run/failing-line.js






/** Schedulers run a copy of their own of what was submitted. */
const isBatchCopy = (file) => /(?:^|\/)(?:slurm_script|[^/]+\.SC)$/.test(file);
const maxTraceBytes = 2_000_000;
/**
 * The line that ended a script. Looks through scripts that it called: when `bash setup.sh` failed, the line of
 * setup.sh is named.
 *
 * @param ended.source the file that the script is a copy of, when the job runner made it
 */
function failingLine(world, ended) {
    const records = traceRecords(world.ports.files.readEnd(world.trace, maxTraceBytes) ?? '');
    const name = ended.script.slice(ended.script.lastIndexOf('/') + 1);
    const own = records.filter((one) => isProgram(one.program, ended.script));
    const record = decisiveRecord(own, ended.status);
    const said = complaint(ended.output, (one) => one === name || isBatchCopy(one));
    const line = record?.line ?? said?.line;
    if (line === undefined)
        return undefined;
    const called = record === undefined ? undefined : calledScript(records, record, ended.status);
    const file = record === undefined || record.inProgram ? ended.script : record.file;
    const place = called ?? { file, line };
    return {
        ...place,
        span: repositorySpan(world, place.file, place.line, place.file === ended.script ? ended.source : undefined),
        said: said?.message,
    };
}
/** Whether `$0` means a script; one that was started by a relative name is known by its last part. */
function isProgram(program, script) {
    if (program === script || isBatchCopy(program))
        return true;
    return !program.startsWith('/') && lastPart(program) === lastPart(script);
}
const lastPart = (path) => path.slice(path.lastIndexOf('/') + 1);
/** The script that the failing command ran, when that itself was traced and ended with the same status. */
function calledScript(records, caller, status) {
    for (const record of [...records].reverse()) {
        if (record.script === caller.script || record.status !== status || !record.mainShell)
            continue;
        const name = lastPart(record.program);
        if (name === 'script-unstable.sh' || !caller.command.includes(name))
            continue;
        const decisive = decisiveRecord(records.filter((other) => other.script === record.script), status);
        const { file, line } = decisive ?? record;
        return { file, line };
    }
    return undefined;
}
/** The place in the repository of a line of a file in the job directory. */
function repositorySpan(world, file, line, source) {
    const { files } = world.ports;
    const origin = source !== undefined && file !== source ? source : file;
    const below = pathBelow(world.jobDirectory, origin);
    if (below === undefined || below === '')
        return undefined;
    const content = world.options.repository.read((0,span/* filePath */.s)(below));
    if (content.kind !== 'text')
        return undefined;
    let at = line;
    if (origin !== file) {
        const copy = files.read(file, 5_000_000) ?? '';
        // An unexpected end of the file is reported on a line that is not there.
        const last = copy.replace(/\n$/, '').split('\n').length;
        at = alignLines(copy, files.read(origin, 5_000_000) ?? content.text).get(Math.min(line, last));
    }
    if (at === undefined)
        return undefined;
    return lineSpan((0,span/* filePath */.s)(below), content.text, at);
}
/** A line's characters without its indentation. */
function lineSpan(path, text, line) {
    const index = (0,line_index/* lineIndex */.D)(text);
    const start = index.startOf(line);
    const written = index.lineText(line);
    const indent = written.length - written.trimStart().length;
    return (0,mapped_text/* mappedFile */.mG)({ path, text }).spanOf(start + indent, start + Math.max(indent, written.trimEnd().length));
}
/** The absolute path of the job runner's copy of a script. */
const runnerCopy = (directory) => joinPath(directory, 'run.sh');

;// CONCATENATED MODULE: ./build/src/run/neutralise.js
const longestLine = 2000;
/**
 * Output of somebody else's script made harmless for a log that others read: no control characters, no escape
 * sequences, no line that a GitHub runner would take for a command, no endless line.
 */
function neutraliseLine(line) {
    // What a carriage return lets the next text overwrite is not seen on a terminal either.
    const visible = line.replace(/\r+$/, '').split('\r').at(-1) ?? '';
    const plain = visible
        .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-_])/g, '')
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, '');
    const harmless = plain.replace(/^(\s*)(::|##\[)/, '$1\u200b$2').replaceAll('##[', '#\u200b#[');
    return harmless.length > longestLine ? `${harmless.slice(0, longestLine - 1)}…` : harmless;
}
/** The last lines of a text, each made harmless. */
function lastLines(text, count) {
    const lines = text.split('\n');
    if (lines.at(-1) === '')
        lines.pop();
    return lines.slice(-count).map(neutraliseLine);
}

;// CONCATENATED MODULE: ./build/src/run/place-in-script.js



/** The name of the service's script as its author knows it. */
function scriptName(world, service) {
    const below = service?.source === undefined ? undefined : pathBelow(world.jobDirectory, service.source);
    return below === undefined ? 'the script' : below.slice(below.lastIndexOf('/') + 1);
}
/** Where a failure of the service is placed when no line is known: at the first line of its script. */
function scriptPlace(world, service) {
    const script = scriptText(world, service);
    return script === undefined ? (service?.at ?? world.plan.at) : lineSpan(script.path, script.text, 1);
}
function scriptText(world, service) {
    const below = service?.source === undefined ? undefined : pathBelow(world.jobDirectory, service.source);
    if (below === undefined || below === '')
        return undefined;
    const content = world.options.repository.read((0,span/* filePath */.s)(below));
    return content.kind === 'text' ? { path: (0,span/* filePath */.s)(below), text: content.text } : undefined;
}
/** The last line of the script that passes a test; comments are left out. */
function placeOfLine(world, service, fits) {
    const script = scriptText(world, service);
    if (script === undefined)
        return undefined;
    const lines = script.text.split('\n');
    const found = lines.findLastIndex((line) => !/^\s*#/.test(line) && fits(line));
    return found === -1 ? undefined : lineSpan(script.path, script.text, found + 1);
}
/** Where the script writes a coordination file. */
function placeOfWriting(world, service, file) {
    const name = file.replace('.', '\\.');
    const writes = new RegExp(`(?:>\\|?\\s*|\\btee\\s+(?:-\\S+\\s+)*|\\btouch\\s+(?:\\S+\\s+)*)["']?(?:[^\\s"'>|;&]*/)?${name}\\b`);
    return placeOfLine(world, service, (line) => writes.test(line));
}
/** Where the script starts a command, found by the words of its command line that stand in the script as well. */
function placeOfCommand(world, service, command) {
    const script = scriptText(world, service);
    if (script === undefined)
        return undefined;
    const words = command
        .split(/\s+/)
        .map((word) => word.slice(word.lastIndexOf('/') + 1))
        .filter((word) => word.length > 2 && /[A-Za-z]/.test(word));
    const program = words[0];
    if (program === undefined)
        return undefined;
    const lines = script.text.split('\n').map((line, index) => ({ line, index }));
    const code = lines.filter(({ line }) => !/^\s*#/.test(line));
    const naming = code.filter(({ line }) => line.includes(program));
    // Without its program's name a line must share several words with the command.
    const candidates = naming.length > 0 ? naming : code;
    let best;
    let most = naming.length > 0 ? 1 : 2;
    for (const { line, index } of candidates) {
        const score = words.filter((word) => line.includes(word)).length;
        if (score < most)
            continue;
        best = index;
        most = score;
    }
    return best === undefined ? undefined : lineSpan(script.path, script.text, best + 1);
}
/** Where a trap is set that keeps the script from stopping. */
function placeOfTrap(world, service) {
    return placeOfLine(world, service, (line) => /\btrap\b.*\b(?:SIG)?TERM\b/.test(line));
}
/** Where what is wrong with the service is best looked at. */
function placeOfProblem(world, service, problem, commands) {
    const first = () => scriptPlace(world, service);
    switch (problem.cause) {
        case 'bad-port-file':
        case 'not-listening':
        case 'foreign-listener':
        case 'marker-order':
            return placeOfWriting(world, service, 'SESSION_PORT') ?? first();
        case 'bad-hostname':
            return placeOfWriting(world, service, 'HOSTNAME') ?? first();
        case 'wrong-address':
        case 'http-error':
        case 'not-http':
        case 'tls-mismatch':
        case 'unstable':
            for (const command of commands) {
                const place = placeOfCommand(world, service, command);
                if (place !== undefined)
                    return place;
            }
            return first();
        default:
            return first();
    }
}
/** The program that took the place of the script, whose status is then the script's. */
const placeOfExec = (world, service) => placeOfLine(world, service, (line) => /^\s*exec\s+[^<>&\s]/.test(line));

;// CONCATENATED MODULE: ./build/src/run/service-state.js
/** The port in a `SESSION_PORT` file, or `undefined` when it does not hold one. */
function portIn(content) {
    const text = content.trim();
    if (!/^\d{1,5}$/.test(text))
        return undefined;
    const port = Number(text);
    return port >= 1 && port <= 65_535 ? port : undefined;
}
/** Why a text is no host name, or `undefined` when it may be one. */
function hostFault(content) {
    const text = content.trim();
    if (text === '')
        return 'is empty';
    if (/\s/.test(text))
        return 'holds more than one word';
    if (!/^[A-Za-z0-9._:[\]-]+$/.test(text))
        return 'is not a host name';
    return undefined;
}
/** Whether an address can only be reached from its own machine. */
const isLoopback = (address) => address.startsWith('127.') || address === '::1' || address === 'localhost';
/** Whether a socket at one address takes connections to another. */
function reaches(listening, wanted) {
    if (listening === wanted || listening === '::')
        return true;
    return listening === '0.0.0.0' && !wanted.includes(':');
}
/** The problem of an answer, or `undefined` when it counts as ready. */
function answerProblem(answer, accepted, url) {
    if (answer.kind === 'answer') {
        const fine = accepted.length === 0 ? answer.status < 500 : accepted.includes(answer.status);
        if (fine)
            return undefined;
        return {
            cause: 'http-error',
            message: `${url} answers with status ${answer.status}`,
            help: 'a status of 500 or more means that the service, or what stands behind its proxy, is not up',
        };
    }
    switch (answer.reason) {
        case 'refused':
        case 'unreachable':
            return { cause: 'wrong-address', message: `${url} cannot be connected to: ${answer.message}` };
        case 'tls':
            return {
                cause: 'tls-mismatch',
                message: `${url} does not speak TLS, but the session has "useTLS: true"`,
            };
        case 'not-http':
        case 'closed':
        case 'timeout':
            return {
                cause: 'not-http',
                message: `${url} accepts connections but gives no HTTP answer (${answer.message})`,
            };
    }
}
/** A listening socket for the record. */
const listenerOf = (socket, owner) => ({
    address: socket.address,
    port: socket.port,
    pid: owner?.pid,
    command: owner?.command,
});
/** The problem that a port is held by a process of somebody else, who may be out of sight. */
function foreignListener(port, owner) {
    const who = owner === undefined ? 'another process' : `"${owner.command}" (pid ${owner.pid})`;
    return {
        cause: 'foreign-listener',
        message: `port ${port} is held by ${who}, which does not belong to this job`,
        help: 'let the system choose a free port, for example with "pw agent open-port"',
    };
}

;// CONCATENATED MODULE: ./build/src/run/diagnose.js





/** What the service's script printed last. */
function serviceLog(world, service, count) {
    if (service === undefined)
        return [];
    const text = world.ports.files.readEnd(joinPath(service.directory, `run.${world.slug}.out`), 65_536);
    return text === undefined ? [] : lastLines(text, count);
}
/** Somebody else on the announced port: the usual reason why a service cannot start on a fixed one. */
function foreignHolder(world) {
    const port = portIn(world.ports.files.read(joinPath(world.jobDirectory, 'SESSION_PORT'), 100) ?? '');
    if (port === undefined)
        return undefined;
    for (const socket of world.scope.listeners()) {
        if (socket.port !== port)
            continue;
        const owner = world.scope.ownerOf(socket);
        if (owner?.inScope !== true)
            return foreignListener(port, owner);
    }
    return undefined;
}
/** The failure when the service's script ended before the service was ready. */
function scriptEnded(world, service, status, problem) {
    const name = scriptName(world, service);
    const foreign = problem.cause === 'foreign-listener' ? problem : foreignHolder(world);
    if (foreign !== undefined) {
        return { ...foreign, at: placeOfWriting(world, service, 'SESSION_PORT') ?? scriptPlace(world, service) };
    }
    if (status === undefined || status === 0) {
        return {
            cause: 'exited-early',
            message: `${name} ended before its service was ready (${problem.message})`,
            at: scriptPlace(world, service),
            help: 'the script must not end before the service: run it in the foreground, or "wait" for it',
        };
    }
    const output = serviceLog(world, service, 200).join('\n');
    const copy = runnerCopy(service.directory);
    const line = failingLine(world, { script: copy, status, output, source: service.source });
    const said = line?.said ?? lastWords(serviceLog(world, service, 5));
    return {
        cause: 'start-failed',
        message: `${name} ended with status ${status}${said === undefined ? '' : `: ${said}`}`,
        at: line?.span ?? placeOfExec(world, service) ?? scriptPlace(world, service),
        help: statusHelp(status),
    };
}
const lastWords = (lines) => lines
    .findLast((line) => line.trim() !== '')
    ?.trim()
    .slice(0, 200);
function statusHelp(status) {
    if (status === 127)
        return 'status 127 means that a command was not found';
    if (status === 126)
        return 'status 126 means that a file was found but cannot be executed';
    if (status === 137)
        return 'status 137 means that it was killed with SIGKILL';
    if (status === 139)
        return 'status 139 means that it crashed with a segmentation fault';
    return undefined;
}
/** The failure when a step of the workflow failed. */
function stepFailed(failure) {
    const where = failure.jobs.length > 1 ? `${failure.jobs[0]} (${failure.jobs.slice(1).join(' / ')})` : failure.jobs[0];
    if (failure.unsupported !== undefined) {
        return { cause: 'unsupported', message: `job "${where}": ${failure.message}`, at: failure.at };
    }
    const said = lastWords(failure.log);
    return {
        cause: 'step-failed',
        message: `job "${where}": ${failure.message}${said === undefined ? '' : `: ${said}`}`,
        at: failure.at,
    };
}

;// CONCATENATED MODULE: ./build/src/run/diagnostics-bundle.js

const maxTrace = 500_000;
/**
 * Writes what a person needs to understand a failed run into the job directory, as it is before anything is stopped:
 * the processes, the listening sockets, the markers with their times, the variables by name, the commands that failed.
 */
function writeDiagnostics(world, events) {
    const { files } = world.ports;
    const folder = joinPath(world.jobDirectory, 'diagnostics');
    const write = (name, lines) => files.write(joinPath(folder, name), lines.map((line) => `${line}\n`).join(''));
    const processes = world.scope.members();
    write('processes.txt', processes.map(({ pid, parent, step, command }) => `${pid}\t${parent}\t${step ?? '-'}\t${command}`));
    write('listeners.txt', world.scope.listeners().flatMap((socket) => {
        const owner = world.scope.ownerOf(socket);
        return owner?.inScope === true
            ? [`${socket.address}:${socket.port}\t${owner.pid}\t${owner.command}`]
            : [];
    }));
    write('markers.txt', events.map((event) => `${event.atMs} ms\t${event.file}\t${event.by}\t${JSON.stringify(event.content)}`));
    // Names alone: a value may be a secret.
    write('environment.txt', Object.keys(world.env).sort());
    files.write(joinPath(folder, 'failed-commands.txt'), files.readEnd(world.trace, maxTrace) ?? '');
}

// EXTERNAL MODULE: ./build/src/plan/template.js + 1 modules
var template = __webpack_require__(6462);
// EXTERNAL MODULE: ./build/src/syntax/expression/value.js
var expression_value = __webpack_require__(4265);
;// CONCATENATED MODULE: ./build/src/run/job-state.js
/** A job that has not started. */
function jobState(id, job, matrix) {
    let end = () => { };
    const ended = new Promise((done) => {
        end = done;
    });
    return {
        id,
        job,
        matrix,
        outcome: 'waiting',
        blocked: false,
        startedMs: 0,
        endedMs: 0,
        outputs: {},
        stepOutputs: {},
        stop: new AbortController(),
        ended,
        end,
    };
}

;// CONCATENATED MODULE: ./build/src/run/matrix.js


/** The instances of a matrix job, `job-0` and so on; expanded before the run from inputs and literals alone. */
function matrixInstances(run, job) {
    const filled = job.matrix === undefined
        ? undefined
        : (0,template/* fillValue */.Vk)(job.matrix.values, { roots: { inputs: run.inputs } });
    const matrix = filled !== undefined && (0,expression_value/* isRecord */.u4)(filled) ? filled : {};
    const axes = Object.entries(matrix).filter(([name]) => name !== 'include' && name !== 'exclude');
    let combinations = axes.length === 0 ? [] : [{}];
    for (const [name, values] of axes) {
        const list = values !== undefined && (0,expression_value/* isList */.Lv)(values) ? values : [values];
        combinations = combinations.flatMap((combination) => list.map((value) => ({ ...combination, [name]: value })));
    }
    const excluded = records(matrix['exclude']);
    const kept = combinations.filter((combination) => !excluded.some((one) => matches(combination, one)));
    const included = records(matrix['include']);
    const axisNames = axes.map(([name]) => name);
    const extended = kept.map((combination) => {
        const fitting = included.filter((one) => fits(combination, one, axisNames));
        return Object.assign({}, combination, ...fitting);
    });
    const added = included.filter((one) => !kept.some((combination) => fits(combination, one, axisNames)));
    return [...extended, ...added].map((value, index) => ({ id: `${job.id}-${index}`, value }));
}
const records = (value) => value !== undefined && (0,expression_value/* isList */.Lv)(value)
    ? value.filter((item) => item !== undefined && (0,expression_value/* isRecord */.u4)(item))
    : [];
const matches = (combination, wanted) => Object.entries(wanted).every(([name, value]) => (0,expression_value/* looselyEqual */.oQ)(combination[name], value));
/** Whether an inclusion extends a combination: it changes none of its axes and shares at least one. */
function fits(combination, wanted, axes) {
    const shared = axes.filter((name) => Object.hasOwn(wanted, name));
    return shared.length > 0 && shared.every((name) => (0,expression_value/* looselyEqual */.oQ)(combination[name], wanted[name]));
}

// EXTERNAL MODULE: ./build/src/plan/built-in/step-builder.js
var step_builder = __webpack_require__(8784);
;// CONCATENATED MODULE: ./build/src/run/script-step.js






/** From the cancellation of a step until it is killed. */
const defaultGraceMs = 5000;
const logLines = 40;
/** Runs a `run:` step and reads its outputs. */
async function scriptStep(run, job, step, action, scene, signal, attempt, report) {
    const known = scene.missing.length;
    const filled = (0,template/* fillText */.BB)(action.script, scene.contexts);
    const absent = scene.missing.slice(known).find((path) => /^(?:needs|steps)\./.test(path));
    if (absent !== undefined) {
        return report(`step "${step.name}" reads "${absent}", which nobody has written`, {
            at: placeOfReading(action.script, absent, step.at),
        });
    }
    const end = await runStepScript(run.world, {
        filled,
        shell: action.shell,
        cwd: scene.cwd,
        env: scene.env,
        logs: scene.logs,
        name: 'script-unstable.sh',
        signal,
        graceMs: run.signal.aborted ? run.world.plan.limits.stopMs : defaultGraceMs,
    });
    takeOutputs(run, job, step, scene);
    if (step.id === step_builder/* serviceStep */.Sj)
        noteServiceEnd(run, job, end);
    if (attempt.timeout.signal.aborted && end.stopped)
        return report(`step "${step.name}" did not end in time`, { status: end.status });
    if (end.stopped)
        return 'cancelled';
    if (end.status === 0)
        return 'passed';
    return report(`step "${step.name}" failed with status ${end.status}`, {
        ...placeOfFailure(run, filled, end, step.at),
        ...scriptStatus(job, step),
    });
}
/** Notes how the service's script ended, also when the step around it was stopped in the same moment. */
function noteServiceEnd(run, job, end) {
    const { service } = run;
    const written = job.outputs['exit_code'];
    const batch = job.outputs['jobid'] !== undefined;
    const status = written !== undefined ? Number(written) : end.stopped || batch ? undefined : end.status;
    if (service === undefined || service.ended !== undefined || (status === undefined && end.stopped))
        return;
    service.ended = { status, atMs: run.world.elapsed() };
    run.sinks.serviceEnded(service);
}
/** The status of the script itself, where the step that submitted it has another one of its own. */
function scriptStatus(job, step) {
    const written = job.outputs['exit_code'];
    return step.id === step_builder/* serviceStep */.Sj && written !== undefined ? { status: Number(written) } : {};
}
function placeOfReading(script, path, otherwise) {
    const last = path.split('.').at(-1) ?? '';
    const hole = script.holes.find(({ start, end }) => script.text.text.slice(start, end).includes(last));
    return hole === undefined ? otherwise : script.text.spanOf(hole.start, hole.end);
}
function placeOfFailure(run, filled, end, otherwise) {
    const output = run.world.ports.files.readEnd(end.output, 16_384) ?? '';
    const place = failingLine(run.world, { script: end.script, status: end.status, output });
    const inFile = place?.span;
    const inBlock = place !== undefined && place.file === end.script && run.above.length === 0;
    return {
        status: end.status,
        log: lastLines(output, logLines),
        at: inFile ?? (inBlock ? filled.spanOfLine(place.line) : otherwise),
    };
}
/** Reads what the step wrote to `$OUTPUTS`. */
function takeOutputs(run, job, step, scene) {
    const text = run.world.ports.files.read(joinPath(scene.logs, 'outputs'), 1_000_000) ?? '';
    const outputs = {};
    for (const line of text.split('\n')) {
        const match = /^([A-Za-z0-9_.-]+)=(.*?)\r?$/.exec(line);
        if (match?.[1] !== undefined)
            outputs[match[1]] = match[2] ?? '';
    }
    Object.assign(job.outputs, outputs);
    if (step.id !== undefined)
        job.stepOutputs[step.id] = outputs;
}

;// CONCATENATED MODULE: ./build/src/run/expand-word.js
/**
 * A word as the shell would expand it: `~`, `$NAME` and `${NAME}` from the environment, an unset variable as nothing.
 * `undefined` when it needs more of a shell than that, such as `$(…)`.
 */
function expandWord(word, env) {
    const home = word === '~' || word.startsWith('~/') ? `${env['HOME'] ?? ''}${word.slice(1)}` : word;
    if (/\$\(|`|\$\{[^}]*[^A-Za-z0-9_}]/.test(home))
        return undefined;
    return home.replace(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g, (_, braced, bare) => env[braced ?? bare] ?? '');
}

;// CONCATENATED MODULE: ./build/src/run/workflow-run.js


/** What the expressions of a job can read. */
function jobContexts(run, job, state, missing = () => { }) {
    const seen = [...job.job.needs.map((need) => need.job), job.job.id];
    const needs = Object.fromEntries(seen.flatMap((id) => {
        const needed = id === job.job.id ? job : run.jobs.get(id);
        return needed === undefined ? [] : [[id, jobValue(needed)]];
    }));
    const { plan } = run.world;
    const sessions = Object.fromEntries(plan.sessions.map(({ name }) => [name, `${plan.name}_${run.world.jobNumber}_${name}`]));
    const roots = {
        inputs: run.inputs,
        needs,
        steps: stepsValue(job),
        matrix: job.matrix,
        sessions: run.above.length === 0 ? sessions : {},
        org: {},
        var: {},
    };
    const base = { roots, row: 0, state, missing };
    const env = filledEnv([...run.workflow.env, ...job.job.env], base);
    return { ...base, roots: { ...roots, env } };
}
/** The variables of an `env` map, filled in; later entries win. */
function filledEnv(entries, contexts) {
    return Object.fromEntries(entries.map(({ name, value }) => [
        name,
        value.kind === 'text'
            ? (0,template/* fillText */.BB)(value.template, contexts).text
            : String((0,template/* fillValue */.Vk)(value, contexts) ?? ''),
    ]));
}
function jobValue(job) {
    return { outputs: { ...job.outputs }, steps: stepsValue(job) };
}
const stepsValue = (job) => Object.fromEntries(Object.entries(job.stepOutputs).map(([id, outputs]) => [id, { outputs: { ...outputs } }]));
/** A filled value as a map. */
function asRecord(value) {
    return value !== undefined && (0,expression_value/* isRecord */.u4)(value) ? value : {};
}

;// CONCATENATED MODULE: ./build/src/run/step-scene.js





/** Works out variables, folder and expressions of a step. */
function sceneOf(run, job, step, state, attempt) {
    const missing = [];
    const base = jobContexts(run, job, state, (path) => missing.push(path));
    const own = filledEnv(step.env, base);
    const retry = {
        PW_WORKFLOW_STEP_CURRENT_RETRY: String(attempt.attempt),
        PW_WORKFLOW_STEP_MAX_RETRIES: String(attempt.attempts - 1),
    };
    const logs = joinPath(run.logs, job.id, `step_${step.index}`);
    const platform = {
        ...run.world.env,
        PW_JOB_DIR: run.directory,
        JOB_DIR: run.directory,
        OUTPUTS: joinPath(logs, 'outputs'),
        PW_CHECK_STEP: [...run.above, job.id, step.index].join('/'),
        ...(step.retry !== undefined && retry),
        ...(job.job.matrix !== undefined && { PW_MATRIX_INDEX: job.id.slice(job.id.lastIndexOf('-') + 1) }),
    };
    const env = {
        ...platform,
        ...asTexts(base.roots['env']),
        ...own,
        PW_API_KEY: platform['PW_API_KEY'] ?? '',
    };
    const contexts = {
        ...base,
        roots: { ...base.roots, env: { ...asRecord(base.roots['env']), ...(step.retry !== undefined && retry) } },
    };
    const written = step.workingDirectory ?? job.job.workingDirectory;
    const wanted = written === undefined ? '' : (0,template/* fillText */.BB)(written, contexts).text.trim();
    const expanded = expandWord(wanted, { ...env, PWD: run.directory });
    const cwd = expanded === undefined || expanded === '' ? run.directory : joinPath(run.directory, expanded);
    return { contexts, env, cwd, logs, missing };
}
const asTexts = (value) => Object.fromEntries(Object.entries(asRecord(value)).map(([name, text]) => [name, String(text)]));
/** The host of a step when it is not this machine. */
function refusedHost(run, job, step, scene) {
    if (step.host === 'workspace')
        return undefined;
    const written = step.host ?? job.job.host;
    const value = written === undefined ? undefined : (0,template/* fillValue */.Vk)(written, scene.contexts);
    const host = value === undefined ? '' : (0,expression_value/* renderValue */.AI)(value).trim();
    return run.world.hosts.includes(host) ? undefined : host;
}

;// CONCATENATED MODULE: ./build/src/run/run-cleanups.js





/** A cleanup may take this long. */
const cleanupMs = 20_000;
/** Aborts a limit after a time; aborting what it gives stops the timer. */
function startTimer(run, limit, timeout) {
    const over = new AbortController();
    void run.world.ports.clock.sleep(limit, over.signal).then(() => {
        if (!over.signal.aborted)
            timeout.abort();
    });
    return over;
}
/** Runs the clean-ups of the steps that started, last first; their outcome changes nothing. */
async function runCleanups(run, job, started, state) {
    for (const index of [...started].reverse()) {
        const step = job.job.steps.find((candidate) => candidate.index === index);
        if (step?.cleanup === undefined)
            continue;
        const scene = sceneOf(run, job, step, state, {
            attempt: 0,
            attempts: 1,
            last: true,
            timeout: new AbortController(),
        });
        const limit = new AbortController();
        const timer = startTimer(run, cleanupMs, limit);
        await runStepScript(run.world, {
            filled: (0,template/* fillText */.BB)(step.cleanup, scene.contexts),
            shell: 'bash',
            cwd: scene.cwd,
            env: scene.env,
            logs: joinPath(scene.logs, 'cleanup'),
            name: 'script-unstable.sh',
            signal: limit.signal,
            graceMs: defaultGraceMs,
        });
        timer.abort();
    }
}

;// CONCATENATED MODULE: ./build/src/run/actions.js


const actions_text = (value) => (value === undefined ? '' : (0,expression_value/* renderValue */.AI)(value).trim());
/** `parallelworks/checkout` from the working tree; gives the problem when a path is not there. */
function checkOut(world, given) {
    const { files } = world.ports;
    const wanted = given['path'] === undefined ? '' : actions_text(given['path']);
    const to = joinPath(world.jobDirectory, wanted);
    if (pathBelow(world.home, to) === undefined)
        return `checkout path "${wanted}" leads out of the job directory`;
    const sparse = given['sparse_checkout'];
    const only = sparse !== undefined && (0,expression_value/* isList */.Lv)(sparse) ? sparse.map(actions_text).filter((path) => path !== '') : [];
    const { missing } = files.copyRepository({
        from: world.options.root,
        to,
        only: only.map((path) => path.replace(/^\/+|\/+$/g, '')),
    });
    // The platform checks out what there is; a script that then misses its file says so.
    for (const path of missing) {
        world.note({
            what: `sparse_checkout "${path}"`,
            how: 'skipped',
            why: 'there is no such path in the working tree',
        });
    }
    return undefined;
}
/** `parallelworks/update-session`; gives the problem when a required value is missing. */
function updateSession(run, given, at) {
    const session = actions_text(given['name']);
    if (session === '' || session === 'undefined')
        return 'update-session was given no session name';
    run.sinks.sessionUpdated({
        session,
        host: actions_text(given['remoteHost']),
        port: actions_text(given['remotePort']),
        slug: actions_text(given['slug']),
        at,
        atMs: run.world.elapsed(),
    });
    return undefined;
}
/** `parallelworks/cancel-jobs`: the named jobs of this workflow, all others when none is named. */
function cancelJobs(run, given) {
    const { jobs } = given;
    const names = jobs === undefined ? undefined : (0,expression_value/* isList */.Lv)(jobs) ? jobs.map(actions_text) : [actions_text(jobs)];
    for (const job of run.jobs.values()) {
        if (names === undefined || names.includes(job.job.id))
            job.stop.abort();
    }
}

;// CONCATENATED MODULE: ./build/src/run/call-step.js



/** Runs the workflow that a step calls. */
async function callStep(run, job, step, call, given, scene, signal, attempt, report) {
    const directory = joinPath(run.directory, 'subworkflows', job.id, `step_${step.index}`);
    if (run.world.over.aborted)
        return 'cancelled';
    run.world.ports.files.makeDirectory(directory);
    const inputs = call.fill(given);
    const service = call.runsService ? serviceOf(run, job, step, inputs, scene, directory) : run.service;
    if (call.runsService && service !== undefined)
        run.sinks.serviceStarted(service);
    const jobs = await run.call({
        world: run.world,
        workflow: call.workflow,
        inputs,
        directory,
        logs: joinPath(directory, 'logs'),
        above: [...run.above, job.id],
        service,
        sinks: run.sinks,
        signal,
    });
    if (attempt.timeout.signal.aborted)
        return report(`step "${step.name}" did not end in time`);
    if (signal.aborted)
        return 'cancelled';
    // The step that failed inside has reported it already.
    return [...jobs.values()].some((inner) => inner.outcome === 'failed') ? 'failed' : 'passed';
}
function serviceOf(run, job, step, inputs, scene, directory) {
    const env = { ...run.world.env, PWD: directory };
    const rundir = expandWord((0,expression_value/* renderValue */.AI)(inputs['rundir'] ?? ''), env) ?? directory;
    const path = inputs['use_existing_script'] === true || inputs['use_existing_script'] === 'true'
        ? inputs['script_path']
        : undefined;
    const expanded = path === undefined ? undefined : expandWord((0,expression_value/* renderValue */.AI)(path), { ...scene.env, PWD: rundir });
    return {
        job: run.above[0] ?? job.id,
        directory: joinPath(directory, rundir),
        source: expanded === undefined ? undefined : joinPath(directory, rundir, expanded),
        injectsMarkers: inputs['inject_markers'] === true || inputs['inject_markers'] === 'true',
        at: step.at,
    };
}

;// CONCATENATED MODULE: ./build/src/run/stream-output.js


/** Shows what the service's script prints until its job has ended or the run stops. */
async function streamOutput(run, signal) {
    const { service, world } = run;
    if (service === undefined)
        return;
    const output = joinPath(service.directory, `run.${world.slug}.out`);
    const ended = joinPath(service.directory, 'job.ended');
    let offset = 0;
    for (;;) {
        const over = signal.aborted || world.ports.files.kindOf(ended) !== 'missing';
        const part = world.ports.files.readFrom(output, offset, 65_536);
        offset = part.next;
        if (part.text !== '') {
            world.emit({
                type: 'output',
                job: service.job,
                lines: lastLines(part.text, 50),
                dropped: Math.max(0, part.text.split('\n').length - 51),
            });
        }
        if (over)
            return;
        await world.ports.clock.sleep(100, signal);
    }
}

;// CONCATENATED MODULE: ./build/src/run/run-step.js











/** Runs one step with its retries and limits. */
async function runStep(run, job, step, around) {
    const early = step.earlyCancel ? [run.anyFailed.signal] : [];
    const outer = AbortSignal.any([around.signal, ...early]);
    const label = run.above.length === 0 ? step.name : `${run.above.slice(1).concat(job.id, step.name).join(' / ')}`;
    run.world.emit({ type: 'step', job: run.above[0] ?? job.id, step: label, state: 'started' });
    const contexts = jobContexts(run, job, around.state);
    const attempts = 1 + numberIn(step.retry?.maxRetries, contexts, 0);
    let outcome = 'passed';
    for (let attempt = 0; attempt < attempts; attempt++) {
        const limit = limitOf(step, contexts);
        const timeout = new AbortController();
        const timer = limit === undefined ? undefined : startTimer(run, limit, timeout);
        const signal = AbortSignal.any([outer, timeout.signal]);
        const last = attempt + 1 >= attempts;
        outcome = await attemptStep(run, job, step, { state: around.state, signal }, { attempt, attempts, last, timeout });
        timer?.abort();
        if (outcome !== 'failed' || last)
            break;
        await run.world.ports.clock.sleep(durationIn(step.retry?.interval, contexts, 5000), outer);
        if (outer.aborted)
            outcome = 'cancelled';
        if (outcome === 'cancelled')
            break;
    }
    run.world.emit({ type: 'step', job: run.above[0] ?? job.id, step: label, state: 'ended' });
    if (outcome === 'failed' &&
        step.ignoreErrors !== undefined &&
        (0,expression_value/* isTruthy */.zz)((0,template/* fillValue */.Vk)(step.ignoreErrors, contexts))) {
        return 'passed';
    }
    return outcome;
}
function limitOf(step, contexts) {
    const own = step.timeout === undefined ? undefined : durationIn(step.timeout, contexts, Number.MAX_SAFE_INTEGER);
    const each = step.retry === undefined ? undefined : durationIn(step.retry.timeout, contexts, 30_000);
    return own === undefined ? each : Math.min(own, each ?? own);
}
function durationIn(value, contexts, otherwise) {
    if (value === undefined)
        return otherwise;
    return (0,duration/* durationMs */.p)((0,expression_value/* renderValue */.AI)((0,template/* fillValue */.Vk)(value, contexts))) ?? otherwise;
}
function numberIn(value, contexts, otherwise) {
    if (value === undefined)
        return otherwise;
    const number = Number((0,template/* fillValue */.Vk)(value, contexts));
    return Number.isInteger(number) && number >= 0 ? Math.min(number, 1000) : otherwise;
}
async function attemptStep(run, job, step, around, attempt) {
    const scene = sceneOf(run, job, step, around.state, attempt);
    const fail = failureOf(run, job, step, attempt);
    const ignored = step.ignoreErrors !== undefined && (0,expression_value/* isTruthy */.zz)((0,template/* fillValue */.Vk)(step.ignoreErrors, scene.contexts));
    const report = (message, more = {}) => {
        if (attempt.last && !ignored)
            fail(message, more);
        return 'failed';
    };
    const refused = refusedHost(run, job, step, scene);
    if (refused !== undefined)
        return report(`host "${refused}" is not part of a local run`, { unsupported: `the host "${refused}"` });
    const { action } = step;
    switch (action.kind) {
        case 'script':
            return scriptStep(run, job, step, action, scene, around.signal, attempt, report);
        case 'stream-output':
            await streamOutput(run, around.signal);
            return 'passed';
        case 'checkout': {
            const problem = checkOut(run.world, asRecord((0,template/* fillValue */.Vk)(action.with, scene.contexts)));
            return problem === undefined ? 'passed' : report(problem);
        }
        case 'update-session': {
            const problem = updateSession(run, asRecord((0,template/* fillValue */.Vk)(action.with, scene.contexts)), step.at);
            return problem === undefined ? 'passed' : report(problem);
        }
        case 'cancel-jobs':
            cancelJobs(run, asRecord((0,template/* fillValue */.Vk)(action.with, scene.contexts)));
            return around.signal.aborted ? 'cancelled' : 'passed';
        case 'subworkflow':
            return callStep(run, job, step, action.call, asRecord((0,template/* fillValue */.Vk)(action.with, scene.contexts)), scene, around.signal, attempt, report);
        case 'stand-in':
            return 'passed';
        case 'refused':
            return report(`"${action.uses}" cannot be run here: ${action.why}`, {
                unsupported: `"${action.uses}"`,
            });
    }
}
function failureOf(run, job, step, attempt) {
    return (message, more = {}) => {
        run.sinks.failed({
            jobs: [...run.above, job.id],
            step: step.name,
            atMs: run.world.elapsed(),
            message: attempt.attempts > 1 ? `${message} (attempt ${attempt.attempt + 1} of ${attempt.attempts})` : message,
            at: more.at ?? step.at,
            log: more.log ?? [],
            status: more.status,
            unsupported: more.unsupported,
            service: partOf(run, job, step),
        });
    };
}
/** What a step has to do with the service's script; a submission that was refused never ran it. */
function partOf(run, job, step) {
    if (run.service === undefined)
        return 'no';
    const batch = job.id === 'slurm_job' || job.id === 'pbs_job';
    return step.id === step_builder/* serviceStep */.Sj && (!batch || job.outputs['jobid'] !== undefined) ? 'script' : 'action';
}

;// CONCATENATED MODULE: ./build/src/run/run-workflow.js







/** Runs a workflow: all jobs at once, ordered by `needs` alone. Resolves with the jobs when all have ended. */
async function runWorkflow(order) {
    const run = {
        ...order,
        jobs: new Map(),
        anyFailed: new AbortController(),
        call: runWorkflow,
    };
    const groups = new Map();
    for (const job of order.workflow.jobs) {
        const instances = job.matrix === undefined ? [{ id: job.id, value: undefined }] : matrixInstances(run, job);
        const states = instances.map((instance) => jobState(instance.id, job, instance.value));
        for (const state of states)
            run.jobs.set(state.id, state);
        groups.set(job.id, states);
    }
    await Promise.all([...run.jobs.values()].map((job) => runJob(run, job, groups)));
    return run.jobs;
}
async function runJob(run, job, groups) {
    const needed = await waitForNeeds(run, job, groups);
    const state = stateOfNeeds(needed);
    const contexts = jobContexts(run, job, state);
    const wanted = job.job.condition === undefined ? state.completed : (0,expression_value/* isTruthy */.zz)((0,template/* fillValue */.Vk)(job.job.condition, contexts));
    if (!wanted || (run.signal.aborted && job.job.condition === undefined)) {
        job.outcome = run.signal.aborted ? 'cancelled' : 'skipped';
        if (!state.completed)
            job.blocked = true;
    }
    else {
        await runSteps(run, job);
    }
    job.endedMs = run.world.elapsed();
    if (job.outcome === 'failed')
        run.anyFailed.abort();
    if (run.above.length === 0)
        run.sinks.jobChanged(job);
    job.end();
}
async function waitForNeeds(run, job, groups) {
    const waits = job.job.needs.map(async ({ job: name, any }) => {
        const states = groups.get(name) ?? [];
        if (any) {
            await Promise.race(states.map((state) => state.ended));
            return states.filter((state) => state.endedMs > 0);
        }
        await Promise.all(states.map((state) => state.ended));
        return states;
    });
    const needed = (await Promise.all(waits)).flat();
    // A need that does not exist is a fault of the workflow; the job then never starts, as on the platform.
    const unknown = job.job.needs.some(({ job: name }) => !groups.has(name));
    if (unknown)
        await new Promise((done) => run.signal.addEventListener('abort', () => done(), { once: true }));
    return needed;
}
function stateOfNeeds(needed) {
    const error = needed.some((job) => job.outcome === 'failed' || (job.outcome === 'skipped' && job.blocked));
    const canceled = needed.some((job) => job.outcome === 'cancelled');
    return { completed: !error && !canceled, error, canceled };
}
async function runSteps(run, job) {
    job.outcome = 'running';
    job.startedMs = run.world.elapsed();
    if (run.above.length === 0)
        run.sinks.jobChanged(job);
    const signal = AbortSignal.any([run.signal, job.stop.signal]);
    const started = [];
    let failed = false;
    let cancelled = false;
    for (const step of job.job.steps) {
        if (signal.aborted) {
            cancelled = true;
            // A job that is due even after a cancellation counts as started, so that its clean-up runs.
            started.push(step.index);
            continue;
        }
        const state = { completed: !failed && !cancelled, error: failed, canceled: cancelled };
        const contexts = jobContexts(run, job, state);
        const wanted = step.condition === undefined ? state.completed : (0,expression_value/* isTruthy */.zz)((0,template/* fillValue */.Vk)(step.condition, contexts));
        if (!wanted)
            continue;
        started.push(step.index);
        const outcome = await runStep(run, job, step, { state, signal });
        if (outcome === 'failed')
            failed = true;
        if (outcome === 'cancelled')
            cancelled = true;
    }
    const state = { completed: !failed && !cancelled, error: failed, canceled: cancelled };
    await runCleanups(run, job, started, state);
    Object.assign(job.outputs, filledEnv(job.job.outputs, jobContexts(run, job, state)));
    job.outcome = failed ? 'failed' : cancelled ? 'cancelled' : 'passed';
}

;// CONCATENATED MODULE: ./build/src/run/happenings.js


/** Starts the main workflow; what happens in it is noted. */
function startWorkflow(world, happenings, watch, signal) {
    let over = false;
    const finished = runWorkflow({
        world,
        workflow: world.plan.workflow,
        inputs: world.plan.inputs,
        directory: world.jobDirectory,
        logs: joinPath(world.jobDirectory, 'logs'),
        above: [],
        service: undefined,
        signal,
        sinks: {
            failed(failure) {
                // A wait step may be quicker to say that the job has ended than the job runner itself.
                if (happenings.failure === undefined || failure.service === 'script')
                    happenings.failure = failure;
                happenings.changed();
            },
            serviceStarted(service) {
                happenings.service ??= service;
            },
            serviceEnded: () => happenings.changed(),
            sessionUpdated(target) {
                watch.sessionAt(target);
                happenings.session = target;
                world.ports.files.write(joinPath(world.commands, 'sessions.txt'), `${target.session}\trunning\n`);
            },
            jobChanged(state) {
                happenings.jobs.set(state.id, state);
                const { outcome } = state;
                if (outcome !== 'waiting') {
                    world.emit({ type: 'job', job: state.id, state: outcome === 'running' ? 'started' : outcome });
                }
                happenings.changed();
            },
        },
    }).then(() => {
        over = true;
        happenings.changed();
    });
    return { finished, over: () => over };
}

;// CONCATENATED MODULE: ./build/src/run/commands.js
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
/** The texts of the programs, by name. */
function commandTexts(facts) {
    return { pw: pwCommand(facts), ssh: sshCommand(facts), scp: scpCommand(facts), pkill: pkillCommand(facts) };
}
/** A `hostname` that names this machine so that it can be reached. */
const localHostname = '#!/bin/bash\necho localhost\n';
const openPort = `if command -v perl > /dev/null; then
      perl -MSocket -e 'socket(S, PF_INET, SOCK_STREAM, 0) && bind(S, sockaddr_in(0, INADDR_ANY)) or exit 1; print +(sockaddr_in(getsockname(S)))[0], "\\n"'
    else
      while port=$((20000 + RANDOM % 12000)); (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do :; done
      echo "$port"
    fi`;
function pwCommand(facts) {
    return `#!/bin/bash
unset BASH_ENV
case "\${1-} \${2-}" in
  'agent open-port')
    ${openPort}
    ;;
  'workflows runs')
    if [ "\${3-}" = cancel ]; then
      echo "cancel \${4-}" >> ${quoted(facts.requests)}
      exit 0
    fi
    ;;&
  'sessions ls' | 'session ls')
    cat ${quoted(`${facts.directory}/sessions.txt`)} 2> /dev/null
    ;;
  'endpoints run' | 'endpoint run')
    shift 2
    name=endpoint
    while [ $# -gt 0 ]; do
      case "$1" in
        --name) name=\${2-}; shift 2 ;;
        --name=*) name=\${1#*=}; shift ;;
        --) shift; break ;;
        --*=*) shift ;;
        --no-subdomain | --strip-path | --rewrite-host) shift ;;
        --*) shift 2 ;;
        *) break ;;
      esac
    done
    PORT=$("$0" agent open-port)
    export PORT PW_ENDPOINT_HOST=localhost PW_ENDPOINT_PATH=/ PW_ENDPOINT_URL="http://localhost:$PORT/"
    printf '%s\\t%s\\n' "$name" "$PORT" >> ${quoted(`${facts.directory}/endpoints.txt`)}
    words=()
    for word in "$@"; do
      word=\${word//'{port}'/$PORT}
      word=\${word//'{host}'/localhost}
      words+=("\${word//'{path}'//}")
    done
    exec "\${words[@]}"
    ;;
  'endpoints http' | 'endpoint http' | 'endpoints https' | 'endpoint https')
    printf 'endpoint\\t%s\\n' "\${3-}" >> ${quoted(`${facts.directory}/endpoints.txt`)}
    while :; do sleep 3600; done
    ;;
  'endpoints list' | 'endpoint list' | 'endpoints ls' | 'endpoint ls')
    cat ${quoted(`${facts.directory}/endpoints.txt`)} 2> /dev/null
    ;;
  'endpoints delete' | 'endpoint delete')
    touch ${quoted(`${facts.directory}/endpoints.txt`)}
    sed -i "/^\${3-}\\t/d" ${quoted(`${facts.directory}/endpoints.txt`)}
    ;;
  'cluster ls' | 'clusters ls')
    printf 'NAME\\tSTATUS\\nlocal\\tactive\\n'
    ;;
  'ssh '*)
    shift
    exec ${quoted(`${facts.directory}/ssh`)} "$@"
    ;;
  *)
    echo "refused pw \${1-} \${2-}" >> ${quoted(facts.requests)}
    echo "pw $*: this command is not emulated in a local run" >&2
    exit 1
    ;;
esac
`;
}
const hostPattern = (facts) => facts.hosts.map(quoted).join(' | ');
function sshCommand(facts) {
    return `#!/bin/bash
unset BASH_ENV
while [ $# -gt 0 ]; do
  case "$1" in
    -[BbcDEeFIiJLlmOopQRSWw]) shift 2 ;;
    -*) shift ;;
    *) break ;;
  esac
done
host=\${1-}
host=\${host#*@}
shift
case "$host" in
  ${hostPattern(facts)}) ;;
  *)
    echo "refused ssh $host" >> ${quoted(facts.requests)}
    echo "ssh: host '$host' does not exist in a local run" >&2
    exit 255
    ;;
esac
[ $# -gt 0 ] || exit 0
cd "$HOME" || exit 255
export BASH_ENV=${quoted(`${facts.directory}/trace.sh`)}
exec bash -c "$*"
`;
}
function scpCommand(facts) {
    return `#!/bin/bash
unset BASH_ENV
paths=()
while [ $# -gt 0 ]; do
  case "$1" in
    -[cDFiJloPSX]) shift 2; continue ;;
    -*) shift; continue ;;
  esac
  path=$1
  if [[ "$path" == *:* && "\${path%%:*}" != */* ]]; then
    host=\${path%%:*}
    host=\${host#*@}
    path=\${path#*:}
    case "$host" in
      ${hostPattern(facts)}) ;;
      *)
        echo "refused scp $host" >> ${quoted(facts.requests)}
        echo "scp: host '$host' does not exist in a local run" >&2
        exit 255
        ;;
    esac
    path=\${path/#\\~/$HOME}
    [[ "$path" == /* ]] || path=$HOME/$path
  fi
  paths+=("$path")
  shift
done
to=\${paths[-1]}
unset 'paths[-1]'
status=0
for from in "\${paths[@]}"; do
  target=$to
  [ -d "$to" ] && target=\${to%/}/\${from##*/}
  # Here the user's workspace and the resource share one job directory.
  [ "$from" -ef "$target" ] || cp -R -- "$from" "$to" || status=1
done
exit $status
`;
}
/** Only processes of this run are matched, as on a node where nothing else runs. */
function pkillCommand(facts) {
    return `#!/bin/bash
unset BASH_ENV
signal=TERM full= pattern=
while [ $# -gt 0 ]; do
  case "$1" in
    -f) full=1 ;;
    -[uUGgPts]) shift ;;
    -[A-Z0-9]*) signal=\${1#-} ;;
    --signal) shift; signal=\${1-TERM} ;;
    -*) ;;
    *) pattern=$1 ;;
  esac
  shift
done
found=1
for folder in /proc/[0-9]*; do
  pid=\${folder#/proc/}
  [ "$pid" != $$ ] || continue
  { mapfile -d '' -t words < "$folder/environ"; } 2> /dev/null || continue
  [[ " \${words[*]} " == *${quoted(` PW_CHECK_RUN=${facts.marker} `)}* ]] || continue
  if [ -n "$full" ]; then
    { mapfile -d '' -t words < "$folder/cmdline"; } 2> /dev/null || continue
    line="\${words[*]}"
  else
    { read -r line < "$folder/comm"; } 2> /dev/null || continue
  fi
  [[ "$line" =~ $pattern ]] || continue
  [[ "$line" != *pkill* ]] || continue
  kill -"$signal" "$pid" 2> /dev/null && found=0
done
exit $found
`;
}

;// CONCATENATED MODULE: ./build/src/run/scheduler-commands.js
const scheduler_commands_quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
/** Puts a job into the spool; the caller has set name, cwd, out, err, limit, passes and script. */
const scheduler_commands_submit = (facts) => `id=1
mkdir -p ${scheduler_commands_quoted(facts.spool)}
until mkdir ${scheduler_commands_quoted(facts.spool)}/"$id" 2> /dev/null; do id=$((id + 1)); done
job=${scheduler_commands_quoted(facts.spool)}/$id
cp "$script" "$job/script"
chmod +x "$job/script"
printf '%s' "$name" > "$job/name"
printf '%s' "$cwd" > "$job/cwd"
printf '%s' "\${out//%j/$id}" > "$job/out"
printf '%s' "\${err//%j/$id}" > "$job/err"
printf '%s' "$limit" > "$job/limit"
printf '%s' "$passes" > "$job/passes"
printf '%s' "$PWD" > "$job/submitted-from"
env -0 > "$job/env"
printf '%s' PENDING > "$job/state"
: > "$job/ready"
`;
const refused = (facts, command) => facts.refusal === undefined ? '' : `echo "${command}: error: "${scheduler_commands_quoted(facts.refusal)} >&2\nexit 1\n`;
/** \`sbatch\`, \`squeue\`, \`scancel\`, \`sacct\`, \`scontrol\` and \`sinfo\` of an emulated SLURM. */
function slurmCommands(facts) {
    const spool = scheduler_commands_quoted(facts.spool);
    return {
        sbatch: `#!/bin/bash
unset BASH_ENV
name= cwd=$PWD out=slurm-%j.out err= limit= passes=ALL wrap= script= parsable= held=
known=' account acctg-freq array batch begin bell clusters comment constraint contiguous core-spec cores-per-socket cpu-freq cpus-per-gpu cpus-per-task deadline delay-boot dependency distribution exclude exclusive export export-file extra-node-info get-user-env gpu-bind gpu-freq gpus gpus-per-node gpus-per-socket gpus-per-task gres gres-flags hint hold ignore-pbs immediate input job-name kill-on-invalid-dep licenses mail-type mail-user mem mem-bind mem-per-cpu mem-per-gpu mincpus network nice no-kill no-requeue nodefile nodelist nodes ntasks ntasks-per-core ntasks-per-gpu ntasks-per-node ntasks-per-socket open-mode output overcommit oversubscribe partition power prefer priority profile propagate qos quiet reboot requeue reservation signal sockets-per-node spread-job switches test-only thread-spec threads-per-core time time-min tmp tres-per-task uid use-min-nodes verbose wait wait-all-nodes wckey wrap parsable chdir error '
flags=' contiguous exclusive hold ignore-pbs immediate no-kill no-requeue oversubscribe overcommit parsable quiet reboot requeue spread-job test-only use-min-nodes verbose wait '
fail() { echo "sbatch: error: $*" >&2; exit 1; }
take() {
  case "$1" in
    job-name) name=$2 ;;
    chdir) cwd=$2 ;;
    output) out=$2 ;;
    error) err=$2 ;;
    time)
      [[ "$2" =~ ^([0-9]+-)?[0-9]+(:[0-9]+){0,2}$ || "$2" == UNLIMITED ]] || fail "Invalid --time specification"
      limit=$2
      ;;
    export) passes=$2 ;;
    wrap) wrap=$2 ;;
    parsable) parsable=1 ;;
    hold) held=1 ;;
  esac
}
declare -A short=([A]=account [a]=array [b]=begin [C]=constraint [c]=cpus-per-task [D]=chdir [d]=dependency [e]=error [F]=nodefile [G]=gpus [H]=hold [i]=input [J]=job-name [k]=no-kill [L]=licenses [M]=clusters [m]=distribution [N]=nodes [n]=ntasks [O]=overcommit [o]=output [p]=partition [q]=qos [Q]=quiet [S]=core-spec [s]=oversubscribe [t]=time [v]=verbose [W]=wait [w]=nodelist [x]=exclude)
options() {
  while [ $# -gt 0 ]; do
    case "$1" in
      --*=*)
        key=\${1%%=*}; key=\${key#--}
        [[ "$known" == *" $key "* ]] || fail "unrecognized option '$1'"
        take "$key" "\${1#*=}"
        ;;
      --*)
        key=\${1#--}
        [[ "$known" == *" $key "* ]] || fail "unrecognized option '$1'"
        if [[ "$flags" == *" $key "* ]]; then take "$key" 1; else take "$key" "\${2-}"; shift; fi
        ;;
      -?*)
        letter=\${1:1:1}
        key=\${short[$letter]-}
        [ -n "$key" ] || fail "invalid option -- '$letter'"
        if [[ "$flags" == *" $key "* ]]; then take "$key" 1
        elif [ \${#1} -gt 2 ]; then take "$key" "\${1:2}"
        else take "$key" "\${2-}"; shift; fi
        ;;
      *)
        if [ -n "$1" ] && [ -z "$script" ]; then script=$1; fi
        return
        ;;
    esac
    shift
  done
}
words=("$@")
for word in "$@"; do
  case "$word" in -*) ;; *) [ -f "$word" ] && { file=$word; break; } ;; esac
done
if [ -n "\${file-}" ]; then
  read -r first < "$file"
  [[ "$first" == '#!'* ]] || fail "This does not look like a batch script.  The first line must start with #! followed by the path to an interpreter."
  while IFS= read -r line; do
    case "$line" in
      '#SBATCH '*) declare -a given; eval "given=(\${line#\\#SBATCH })" 2> /dev/null; options "\${given[@]}" ;;
      '#'* | '') ;;
      *) break ;;
    esac
  done < "$file"
fi
options "\${words[@]}"
script=\${file-}
if [ -n "$wrap" ]; then
  script=$(mktemp)
  printf '#!/bin/sh\\n%s\\n' "$wrap" > "$script"
fi
[ -n "$script" ] || fail "Unable to open file \${words[*]}"
[ -n "$name" ] || name=\${script##*/}
${refused(facts, 'sbatch')}${scheduler_commands_submit(facts)}[ -z "$held" ] || : > "$job/held"
if [ -n "$parsable" ]; then echo "$id"; else echo "Submitted batch job $id"; fi
`,
        squeue: `#!/bin/bash
unset BASH_ENV
header=1 only= format= user=
while [ $# -gt 0 ]; do
  case "$1" in
    -h | --noheader) header= ;;
    --jobs=* | --job=*) only=\${1#*=} ;;
    -j | --jobs | --job) only=\${2-}; shift ;;
    -j*) only=\${1#-j} ;;
    --format=*) format=\${1#*=} ;;
    -o | --format) format=\${2-}; shift ;;
    -o*) format=\${1#-o} ;;
    -u | --user | -p | --partition | -t | --states | -M | -n | --name) shift ;;
  esac
  shift
done
[ -n "$header" ] && [ -z "$format" ] && printf '%18s %9s %8s %8s %2s %10s %6s %s\\n' JOBID PARTITION NAME USER ST TIME NODES 'NODELIST(REASON)'
declare -A letters=([PENDING]=PD [RUNNING]=R [COMPLETING]=CG)
known=
for job in ${spool}/*/; do
  id=\${job%/}; id=\${id##*/}
  [ -f "$job/ready" ] || continue
  if [ -n "$only" ]; then [[ ",$only," == *",$id,"* ]] || continue; known=1; fi
  state=$(< "$job/state")
  letter=\${letters[$state]-}
  [ -n "$letter" ] || continue
  name=$(< "$job/name") node=
  where='(Priority)'
  [ "$letter" = PD ] || { node=${scheduler_commands_quoted(facts.node)}; where=$node; }
  if [ -n "$format" ]; then
    line=$format
    line=\${line//%i/$id}; line=\${line//%T/$state}; line=\${line//%t/$letter}; line=\${line//%j/$name}
    line=\${line//%N/$node}; line=\${line//%u/$USER}; line=\${line//%R/$where}; line=\${line//%P/main}; line=\${line//%M/0:01}
    echo "$line"
  else
    printf '%18s %9s %8.8s %8.8s %2s %10s %6s %s\\n' "$id" main "$name" "$USER" "$letter" 0:01 1 "$where"
  fi
done
if [ -n "$only" ] && [ -z "$known" ]; then
  echo 'slurm_load_jobs error: Invalid job id specified' >&2
  exit 1
fi
exit 0
`,
        scancel: `#!/bin/bash
unset BASH_ENV
for word in "$@"; do
  [[ "$word" =~ ^[0-9]+$ ]] || continue
  [ -d ${spool}/"$word" ] || { echo "scancel: error: Kill job error on job id $word: Invalid job id specified" >&2; exit 1; }
  : > ${spool}/"$word"/cancel
done
`,
        sacct: `#!/bin/bash
unset BASH_ENV
only= header=1
while [ $# -gt 0 ]; do
  case "$1" in
    -j | --jobs) only=\${2-}; shift ;;
    -j*) only=\${1#-j} ;;
    --jobs=*) only=\${1#*=} ;;
    -n | --noheader) header= ;;
  esac
  shift
done
[ -z "$header" ] || printf '%10s\\n%10s\\n' State ----------
[ -f ${spool}/"$only"/state ] && printf '%10s \\n' "$(< ${spool}/"$only"/state)"
exit 0
`,
        scontrol: `#!/bin/bash
unset BASH_ENV
words=()
for word in "$@"; do case "$word" in -*) ;; *) words+=("$word") ;; esac; done
case "\${words[0]-} \${words[1]-}" in
  'show job')
    job=${spool}/\${words[2]-}
    [ -f "$job/state" ] || { echo 'slurm_load_jobs error: Invalid job id specified' >&2; exit 1; }
    echo "JobId=\${words[2]} JobName=$(< "$job/name") JobState=$(< "$job/state") ExitCode=$(cat "$job/exit" 2> /dev/null || echo 0):0 NodeList=${facts.node}"
    ;;
  'show hostname' | 'show hostnames') echo "\${words[2]:-${facts.node}}" ;;
  *) echo "scontrol: $* is not emulated" >&2; exit 1 ;;
esac
`,
        sinfo: `#!/bin/bash
printf 'PARTITION AVAIL  TIMELIMIT  NODES  STATE NODELIST\\nmain*        up   infinite      1   idle %s\\n' ${scheduler_commands_quoted(facts.node)}
`,
        srun: `#!/bin/bash
while [ $# -gt 0 ]; do
  case "$1" in
    --*=* | --exclusive | --overlap | --pty | --label) shift ;;
    --*) shift 2 ;;
    -?) shift 2 ;;
    -*) shift ;;
    *) break ;;
  esac
done
exec "$@"
`,
    };
}
/** `qsub`, `qstat` and `qdel` of an emulated PBS. */
function pbsCommands(facts) {
    const spool = scheduler_commands_quoted(facts.spool);
    return {
        qsub: `#!/bin/bash
unset BASH_ENV
name= cwd=$HOME out= err= limit= passes=NONE file= held=
fail() { echo "qsub: $*" >&2; exit 1; }
options() {
  while [ $# -gt 0 ]; do
    case "$1" in
      -N) name=$2; shift ;;
      -o) out=\${2#*:}; shift ;;
      -e) err=\${2#*:}; shift ;;
      -j) case "$2" in oe) err=+out ;; eo) out=+err ;; n) ;; *) fail "illegal -j value" ;; esac; shift ;;
      -l) case "$2" in *walltime=*) limit=\${2#*walltime=}; limit=\${limit%%,*} ;; esac; shift ;;
      -V) passes=ALL ;;
      -v) passes=$2; shift ;;
      -h) held=1 ;;
      -[AacCkmMpqrSuWP]) shift ;;
      -[fIRxXz]) ;;
      -*) fail "invalid option -- '\${1#-}'" ;;
      '') ;;
      *) file=$1 ;;
    esac
    shift
  done
}
options "$@"
script=$file
if [ -z "$script" ] || [ "$script" = - ]; then
  script=$(mktemp)
  cat > "$script"
fi
[ -f "$script" ] || fail "script file:: No such file or directory"
while IFS= read -r line; do
  case "$line" in
    '#PBS '*) declare -a given; eval "given=(\${line#\\#PBS })" 2> /dev/null; options "\${given[@]}" ;;
    '#'* | '') ;;
    *) break ;;
  esac
done < "$script"
options "$@"
[ -n "$name" ] || name=\${script##*/}
[ \${#name} -le 236 ] && [[ "$name" =~ ^[^[:space:]]+$ ]] || fail "illegal -N value"
[ -n "$out" ] || out=$PWD/$name.o%j
[ -n "$err" ] || err=$PWD/$name.e%j
[ "$err" != +out ] || err=$out
[ "$out" != +err ] || out=$err
[[ "$out" == /* ]] || out=$PWD/$out
[[ "$err" == /* ]] || err=$PWD/$err
${refused(facts, 'qsub')}${scheduler_commands_submit(facts)}[ -z "$held" ] || : > "$job/held"
echo "$id.local"
`,
        qstat: `#!/bin/bash
unset BASH_ENV
full= history= ids=()
while [ $# -gt 0 ]; do
  case "$1" in
    -u | -W) shift ;;
    -*) [[ "$1" == *f* ]] && full=1; [[ "$1" == *x* ]] && history=1 ;;
    *) ids+=("\${1%%.*}") ;;
  esac
  shift
done
declare -A letters=([PENDING]=Q [RUNNING]=R [COMPLETING]=E)
status=0
header=1
show() {
  job=${spool}/$1
  state=$(cat "$job/state" 2> /dev/null)
  letter=\${letters[$state]-}
  if [ -z "$letter" ]; then
    if [ -z "$history" ] || [ -z "$state" ]; then
      echo "qstat: Unknown Job Id $1.local" >&2
      status=153
      return
    fi
    letter=F
  fi
  if [ -n "$full" ]; then
    echo "Job Id: $1.local"
    echo "    Job_Name = $(< "$job/name")"
    echo "    job_state = $letter"
    [ "$letter" != F ] || echo "    Exit_status = $(cat "$job/exit" 2> /dev/null || echo 0)"
    echo "    exec_host = ${facts.node}/0"
  else
    [ -z "$header" ] || printf '%-17s %-16s %-16s %8s %s %s\\n' 'Job id' Name User 'Time Use' S Queue
    header=
    printf '%-17s %-16.16s %-16.16s %8s %s %s\\n' "$1.local" "$(< "$job/name")" "$USER" 00:00:01 "$letter" workq
  fi
}
if [ \${#ids[@]} -eq 0 ]; then
  for job in ${spool}/*/; do
    [ -f "$job/ready" ] || continue
    id=\${job%/}
    show "\${id##*/}" 2> /dev/null
  done
  exit 0
fi
for id in "\${ids[@]}"; do show "$id"; done
exit $status
`,
        qdel: `#!/bin/bash
unset BASH_ENV
for word in "$@"; do
  id=\${word%%.*}
  [[ "$id" =~ ^[0-9]+$ ]] || continue
  [ -d ${spool}/"$id" ] || { echo "qdel: Unknown Job Id $word" >&2; exit 153; }
  : > ${spool}/"$id"/cancel
done
`,
    };
}

;// CONCATENATED MODULE: ./build/src/run/trace-script.js
/**
 * Sourced by every bash of a run through `BASH_ENV`: notes each command that fails and each `exit` with its line,
 * without changing what the script prints or returns. A trap of the script's own on ERR takes the place of ours.
 */
const traceScript = `if [ -n "\${PW_CHECK_TRACE-}" ]; then
  set -E
  trap '{ printf "E\\t%s\\t%s\\t%s\\t%s\\t%s\\t%q\\t%q\\t%q\\t%.300q\\n" "$?" "$LINENO" "$$" "$BASHPID" "$-" "$PWD" "$0" "\${BASH_SOURCE[0]-}" "$BASH_COMMAND" >> "$PW_CHECK_TRACE"; } 2> /dev/null' ERR
  exit() {
    { local pw_check_status=$?; printf 'X\\t%s\\t%s\\t%s\\t%s\\t%s\\t%q\\t%q\\t%q\\texit\\n' "\${1-$pw_check_status}" "\${BASH_LINENO[0]}" "$$" "$BASHPID" "$-" "$PWD" "$0" "\${BASH_SOURCE[1]-}" >> "$PW_CHECK_TRACE"; } 2> /dev/null
    builtin exit "\${@:-$pw_check_status}"
  }
fi
`;

;// CONCATENATED MODULE: ./build/src/run/prepare-run.js




const jobNumber = '00001';
/** Makes a run's folder, its HOME with the job directory, its commands and its inputs. */
async function prepareRun(plan, ports, options, sinks) {
    const { files, machine } = ports;
    const directory = files.makeRunDirectory(sinks.marker);
    const home = joinPath(directory, 'home');
    const commands = joinPath(directory, 'bin');
    const trace = joinPath(directory, 'trace');
    const jobDirectory = joinPath(home, 'pw/jobs', plan.name, jobNumber);
    files.makeDirectory(joinPath(directory, 'tmp'));
    files.makeDirectory(jobDirectory);
    const hosts = [...new Set(['', 'localhost', '127.0.0.1', plan.resource.ip, machine.hostname, 'workspace'])];
    const facts = {
        directory: commands,
        requests: joinPath(directory, 'requests'),
        marker: sinks.marker,
        hosts,
    };
    for (const [name, text] of Object.entries(commandTexts(facts))) {
        files.write(joinPath(commands, name), text, 0o755);
    }
    for (const [name, text] of Object.entries(schedulerCommands(plan, ports, directory))) {
        files.write(joinPath(commands, name), text, 0o755);
    }
    for (const [name, script] of Object.entries(plan.stubs)) {
        if (!/^[\w.+-]+$/.test(name) || machine.find(name) !== undefined)
            continue;
        files.write(joinPath(commands, name), script.startsWith('#!') ? script : `#!/bin/bash\n${script}\n`, 0o755);
        sinks.note({
            what: name,
            how: 'stand-in',
            why: 'it is not installed; the configuration has a stub for it',
        });
    }
    files.write(joinPath(home, 'pw/pw'), commandTexts(facts)['pw'] ?? '', 0o755);
    files.write(joinPath(commands, 'trace.sh'), traceScript);
    const found = await ports.network.resolve(machine.hostname);
    const own = (address) => address.startsWith('127.') || machine.addresses.includes(address);
    if (!found.some(own)) {
        files.write(joinPath(commands, 'hostname'), localHostname, 0o755);
        const fault = found.length === 0 ? 'does not resolve' : `resolves to ${found.join(', ')}, which is another machine`;
        sinks.note({
            what: 'hostname',
            how: 'emulated',
            why: `the name of this machine, ${machine.hostname}, ${fault}; scripts get localhost`,
        });
    }
    if (plan.mode !== 'controller') {
        const emulated = emulatesScheduler(plan, ports);
        sinks.note({
            what: plan.mode,
            how: emulated ? 'emulated' : 'ran',
            ...(emulated && { why: 'it is not installed on this machine' }),
        });
    }
    files.write(joinPath(jobDirectory, 'inputs.sh'), inputsScript(plan));
    const slug = `${plan.name}-${jobNumber}`;
    return {
        plan,
        ports,
        options,
        scope: await ports.processes.open({ directory, marker: sinks.marker }),
        marker: sinks.marker,
        directory,
        home,
        jobDirectory,
        commands,
        trace,
        jobNumber,
        slug,
        hosts,
        env: {
            ...machine.passedOn,
            LANG: machine.passedOn['LANG'] ?? 'C.UTF-8',
            PATH: [commands, ...machine.programPath].join(':'),
            HOME: home,
            USER: machine.user,
            LOGNAME: machine.user,
            SHELL: '/bin/bash',
            TMPDIR: joinPath(directory, 'tmp'),
            PW_USER: plan.resource.user,
            PW_PLATFORM_HOST: 'activate.localhost',
            PW_API_KEY: 'a-local-run-has-no-key',
            PW_WORKFLOW_NAME: plan.name,
            PW_JOB_NUMBER: jobNumber,
            PW_JOB_NUM: jobNumber,
            PW_RUN_ID: slug,
            PW_RUN_SLUG: slug,
            PW_JOB_ID: slug,
            PW_PARENT_JOB_DIR: jobDirectory,
            ...inputVariables(plan),
            ...plan.extraEnv,
            BASH_ENV: joinPath(commands, 'trace.sh'),
            PW_CHECK_TRACE: trace,
            PW_CHECK_RUN: sinks.marker,
        },
        over: sinks.over,
        elapsed: sinks.elapsed,
        emit: sinks.emit,
        note: sinks.note,
    };
}
/** The spool of the emulated scheduler. */
const spoolOf = (directory) => joinPath(directory, 'spool');
/** Whether the scheduler of a mode has to be emulated because the machine has none. */
function emulatesScheduler(plan, ports) {
    if (plan.mode === 'controller')
        return false;
    return ports.machine.find(plan.mode === 'slurm' ? 'sbatch' : 'qsub') === undefined;
}
/** Where the numbers of batch jobs are noted, so that none outlives its run. */
const batchJobsFile = (directory) => joinPath(directory, 'batch-jobs');
/** A real scheduler's submission, which also notes the number of the job. */
function notingSubmissions(mode, ports, directory) {
    const name = mode === 'slurm' ? 'sbatch' : 'qsub';
    const real = prepare_run_quoted(ports.machine.find(name) ?? name);
    return {
        [name]: `#!/bin/bash
unset BASH_ENV
export BASH_ENV=${prepare_run_quoted(joinPath(directory, 'bin/trace.sh'))}
answer=$(${real} "$@")
status=$?
[ -z "$answer" ] || printf '%s\\n' "$answer"
number=\${answer##*job }
number=\${number%%[!0-9]*}
[ -z "$number" ] || echo "${mode} $number" >> ${prepare_run_quoted(batchJobsFile(directory))}
exit $status
`,
    };
}
function schedulerCommands(plan, ports, directory) {
    if (plan.mode === 'controller')
        return {};
    if (!emulatesScheduler(plan, ports))
        return notingSubmissions(plan.mode, ports, directory);
    const facts = {
        spool: spoolOf(directory),
        node: ports.machine.hostname,
        refusal: plan.scheduler.refusal,
    };
    return plan.mode === 'slurm' ? slurmCommands(facts) : pbsCommands(facts);
}
const prepare_run_quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
const identifier = (name) => name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_');
/** `export group_item='…'`, one line for each value. */
function inputsScript(plan) {
    return plan.passed.map(({ name, value }) => `export ${identifier(name)}=${prepare_run_quoted(value)}\n`).join('');
}
function inputVariables(plan) {
    return Object.fromEntries(plan.passed.map(({ name, value }) => [`PW_INPUT_${identifier(name).toUpperCase()}`, value]));
}

;// CONCATENATED MODULE: ./build/src/run/reach-verdict.js


/** Waits until the fate of the run is known. */
async function reachVerdict(world, happenings, watch, workflow, signal) {
    const { plan } = world;
    const expectsService = plan.sessions.some((session) => session.kind === 'tunnel');
    let end;
    void watch.ended.then((value) => {
        end = value;
        if (value.kind === 'ready')
            world.emit({ type: 'ready', readyMs: Math.round(value.readyMs) });
        happenings.changed();
    });
    for (;;) {
        const woken = new Promise((done) => {
            happenings.changed = done;
        });
        if (signal.aborted)
            return { skipped: 'interrupted' };
        const failure = failureNow(world, happenings, watch, end, workflow.over());
        // Without a service to wait for, the jobs after a failure are run as on the platform.
        if (failure !== undefined && (expectsService || workflow.over()))
            return { failure };
        const readySince = end?.kind === 'ready' ? end.readyMs : undefined;
        if (readySince !== undefined && othersEnded(plan, happenings, watch.step()))
            return {};
        if (!expectsService && workflow.over())
            return {};
        const deadline = readySince === undefined ? plan.limits.startMs : readySince + plan.limits.stableMs + plan.limits.waitMs;
        const left = deadline - world.elapsed();
        if (left <= 0)
            return readySince === undefined ? { failure: timeout(world, happenings, watch) } : {};
        const paused = new AbortController();
        await Promise.race([
            woken,
            world.ports.clock.sleep(Math.min(left, 200), AbortSignal.any([signal, paused.signal])),
        ]);
        paused.abort();
    }
}
/** From `job.ended` until the job runner itself has ended, at most. */
const endingMs = 3000;
/** How the service's script ended, as soon as that is known. */
function reach_verdict_scriptStatus(failure, service) {
    if (failure?.service === 'script')
        return { status: failure.status };
    return failure?.service === 'action' ? undefined : service?.ended;
}
function failureNow(world, happenings, watch, end, over) {
    const { failure, service } = happenings;
    const commands = (watch.service()?.listening ?? []).flatMap((one) => one.command ?? []);
    const placed = (problem) => ({
        ...problem,
        at: placeOfProblem(world, service, problem, commands),
    });
    const unstable = (why) => ({
        cause: 'unstable',
        message: `the service went away within ${world.plan.limits.stableMs} ms after it was ready: ${why}`,
        at: placeOfProblem(world, service, { cause: 'unstable', message: why }, commands),
    });
    if (end?.kind === 'unstable')
        return unstable(end.problem.message);
    if (end?.kind === 'ready')
        return failure === undefined || failure.service === 'script' ? undefined : stepFailed(failure);
    const ended = reach_verdict_scriptStatus(failure, service);
    if (service !== undefined && ended !== undefined) {
        const alive = failure === undefined &&
            world.scope.members().some((one) => one.step?.startsWith(`${service.job}/`) === true);
        if (!alive) {
            if (watch.readySince() === undefined)
                return scriptEnded(world, service, ended.status, watch.problem());
            return unstable(`${scriptName(world, service)} ended with status ${ended.status ?? 'unknown'}`);
        }
    }
    if (failure !== undefined) {
        // The job runner says that its job has ended a moment before it ends; what happened then is known in a moment.
        if (failure.jobs[0] === world.plan.waitJob &&
            service !== undefined &&
            watch.coordination.content('job.ended') !== undefined) {
            if (world.elapsed() - failure.atMs < endingMs)
                return undefined;
        }
        const problem = watch.problem();
        const waiting = failure.jobs[0] === world.plan.waitJob && failure.unsupported === undefined;
        // A wait step that gave up is the messenger: what it waited for is the cause.
        if (waiting && failure.at.file !== undefined && problem.cause !== 'marker-missing')
            return placed(problem);
        return stepFailed(failure);
    }
    if (end?.kind === 'hopeless')
        return placed(end.problem);
    if (over && world.plan.sessions.some((session) => session.kind === 'tunnel'))
        return placed(watch.problem());
    return undefined;
}
/** The command that the service's script is waiting for, found among its processes. */
function hungCommand(world, service) {
    if (service === undefined)
        return undefined;
    const members = world.scope.members();
    const script = members.find((one) => /(?:^|[\s/])(?:run\.sh|slurm_script|\S+\.SC)(?:\s|$)/.test(one.command));
    return script && members.findLast((one) => one.parent === script.pid);
}
function timeout(world, happenings, watch) {
    const problem = watch.problem();
    const seconds = Math.round(world.plan.limits.startMs / 1000);
    const { service } = happenings;
    const hung = hungCommand(world, service);
    const hungPlace = hung && placeOfCommand(world, service, hung.command);
    const { content } = watch.coordination;
    if (content('job.started') === undefined && content('SESSION_PORT') === undefined) {
        const what = hung === undefined
            ? "the service's script did not get as far as job.started"
            : `"${hung.command}" was still running`;
        return {
            cause: 'timeout',
            message: `${what} after ${seconds} s`,
            at: hungPlace ?? scriptPlace(world, service),
        };
    }
    const commands = (watch.service()?.listening ?? []).flatMap((one) => one.command ?? []);
    const waiting = problem.cause === 'marker-missing' && hung !== undefined && hungPlace !== undefined;
    return {
        ...problem,
        message: `${problem.message} within ${seconds} s${waiting ? `: "${hung.command}" was still running` : ''}`,
        at: waiting ? hungPlace : placeOfProblem(world, service, problem, commands),
    };
}
/** Whether every job has ended but the one that runs the service and those that wait for it. */
function othersEnded(plan, happenings, step) {
    const serving = new Set([happenings.service?.job, step?.split('/')[0]]);
    let grown = true;
    while (grown) {
        grown = false;
        for (const job of plan.workflow.jobs) {
            if (!serving.has(job.id) && job.needs.some((need) => serving.has(need.job))) {
                serving.add(job.id);
                grown = true;
            }
        }
    }
    return plan.workflow.jobs
        .filter((job) => !serving.has(job.id))
        .every((job) => [...happenings.jobs.values()].some((state) => state.job.id === job.id && state.outcome !== 'running'));
}

;// CONCATENATED MODULE: ./build/src/run/run-before.js



const beforeGraceMs = 1000;
const run_before_logLines = 60;
/** Runs the configuration's own preparation; gives the record's parts when it failed. */
async function runBefore(world, signal) {
    const { before, limits } = world.plan;
    if (before === undefined)
        return undefined;
    const limit = new AbortController();
    void world.ports.clock.sleep(limits.startMs, limit.signal).then(() => limit.abort());
    const end = await runStepScript(world, {
        filled: { text: before, spanOfLine: () => world.plan.at },
        shell: 'bash',
        cwd: world.jobDirectory,
        env: { ...world.env, PW_CHECK_REPOSITORY: world.options.root },
        logs: joinPath(world.directory, 'before'),
        name: 'before.sh',
        signal: AbortSignal.any([signal, limit.signal]),
        graceMs: beforeGraceMs,
    });
    limit.abort();
    if (end.status === 0)
        return undefined;
    const log = lastLines(world.ports.files.readEnd(end.output, 65_536) ?? '', run_before_logLines);
    const parts = { observations: [], coordination: [], jobs: [], leftovers: [], log };
    if (signal.aborted)
        return { ...parts, outcome: 'skipped', skipped: 'interrupted' };
    const said = log.findLast((line) => line.trim() !== '');
    const message = `"before" of the configuration ended with status ${end.status}${said === undefined ? '' : `: ${said}`}`;
    return { ...parts, outcome: 'failed', failure: { cause: 'step-failed', message, at: world.plan.at } };
}

;// CONCATENATED MODULE: ./build/src/run/run-observations.js

/** The batch jobs of the emulated scheduler that have not ended. */
const unfinished = (scheduler) => (scheduler?.jobs() ?? [])
    .filter((job) => job.state === 'PENDING' || job.state === 'RUNNING')
    .map((job) => job.id);
/** What outlived the job, as a failure with its place; one at most. */
function observationsOf(world, happenings, remains) {
    const { service } = happenings;
    const { processes } = remains;
    const first = scriptPlace(world, service);
    if (processes.length === 0) {
        const jobs = remains.leftovers.flatMap((one) => (one.kind === 'batch-job' ? [one.id] : []));
        if (jobs.length === 0)
            return [];
        const message = `batch job ${jobs.join(', ')} was still in the queue after the run was cancelled`;
        return [
            {
                cause: 'left-processes',
                message,
                at: first,
                help: 'cancel it in the clean-up of the step that submitted it',
            },
        ];
    }
    if (remains.script) {
        return [
            {
                cause: 'not-stopped',
                message: `${scriptName(world, service)} was still running ${world.plan.limits.stopMs / 1000} s after it was cancelled`,
                at: placeOfTrap(world, service) ?? first,
                help: 'let the trap on TERM end the script',
            },
        ];
    }
    const shown = processes
        .slice(0, 3)
        .map((one) => `"${one.command}"`)
        .join(', ');
    const more = processes.length > 3 ? ` and ${processes.length - 3} more` : '';
    const places = processes.flatMap((one) => placeOfCommand(world, service, one.command) ?? []);
    const port = remains.leftovers.find((one) => one.kind === 'port');
    return [
        {
            cause: port === undefined ? 'left-processes' : 'left-port',
            message: `${shown}${more} outlived the job after it was cancelled${port === undefined ? '' : ` and still listens on port ${port.port}`}`,
            at: places[0] ?? first,
            help: 'end it in a trap (trap … EXIT) or in cancel.sh',
        },
    ];
}
/** How long the files may lag behind job.started: the wait step of the guide reads them two seconds after it. */
const lagMs = 1500;
/** job.started long before SESSION_PORT, and a wait step that stumbled over it. */
function orderFault(world, happenings, watch, wait) {
    const { events } = watch.coordination;
    const started = events.find((one) => one.file === 'job.started');
    const port = events.find((one) => one.file === 'SESSION_PORT');
    if (started === undefined || port === undefined || wait === undefined || wait.said === 'ready')
        return [];
    const lag = port.atMs - started.atMs;
    if (lag < lagMs)
        return [];
    const writer = started.by === 'job_runner' ? 'job_runner wrote job.started (inject_markers)' : 'job.started was written';
    return [
        {
            cause: 'marker-order',
            message: `${writer} ${(lag / 1000).toFixed(1)} s before SESSION_PORT, and job "${wait.job}" did not get over it`,
            at: placeOfWriting(world, happenings.service, 'SESSION_PORT') ?? scriptPlace(world, happenings.service),
            help: started.by === 'job_runner'
                ? 'set "inject_markers: false" and write the markers in start.sh, job.started last; or let the wait step wait for SESSION_PORT'
                : 'touch job.started after HOSTNAME and SESSION_PORT have been written',
        },
    ];
}
/** What the workflow's own wait step said until the verdict was reached. */
function waitVerdict(plan, happenings, atVerdict, notReadyAtMs) {
    const job = plan.workflow.jobs.find((one) => one.id === plan.waitJob);
    if (job === undefined)
        return undefined;
    const state = happenings.jobs.get(job.id);
    const at = job.steps[0]?.at ?? job.at;
    if (state === undefined || state.endedMs === 0 || state.endedMs > atVerdict)
        return { job: job.id, at, said: 'nothing' };
    const atMs = Math.round(state.endedMs);
    if (state.outcome === 'passed')
        return { job: job.id, at, said: 'ready', atMs, notReadyAtMs };
    return { job: job.id, at, said: state.outcome === 'failed' ? 'not-ready' : 'nothing', atMs };
}

;// CONCATENATED MODULE: ./build/src/run/coordination.js

/** The files by which a service says where it is. */
const coordinationFiles = ['job.started', 'HOSTNAME', 'SESSION_PORT', 'job.ended'];
/** Some file systems tell nothing about changes; then this often is looked, in milliseconds. */
const slowLookMs = 250;
const maxContent = 4096;
/** Watches the job directory; `changed` is called whenever a content has changed. */
function watchCoordination(world, injects, changed) {
    const { files } = world.ports;
    const contents = new Map();
    const events = [];
    const record = (file, content) => {
        // A file that is being written is empty for a moment.
        if (content === '' && (file === 'HOSTNAME' || file === 'SESSION_PORT'))
            return;
        const earlier = events.filter((event) => event.file === file);
        if (earlier.some((event) => event.content.trim() === content.trim()))
            return;
        const byRunner = file === 'job.ended' || (injects() && file !== 'SESSION_PORT' && earlier.length === 0);
        const event = {
            file,
            atMs: Math.round(world.elapsed()),
            content: content.slice(0, 200),
            by: byRunner ? 'job_runner' : 'start.sh',
        };
        events.push(event);
        world.emit({ type: 'coordination', event });
    };
    const lookAt = (file) => {
        const path = joinPath(world.jobDirectory, file);
        const content = files.read(path, maxContent);
        const before = contents.get(file);
        if (content === before)
            return;
        if (content === undefined)
            contents.delete(file);
        else
            contents.set(file, content);
        if (content !== undefined)
            record(file, content);
        changed();
    };
    const look = () => coordinationFiles.forEach(lookAt);
    const unwatch = files.watch(world.jobDirectory, (name) => {
        const file = coordinationFiles.find((one) => one === name);
        if (file !== undefined)
            lookAt(file);
    });
    const over = new AbortController();
    const slowly = async () => {
        while (!over.signal.aborted) {
            look();
            await world.ports.clock.sleep(slowLookMs, over.signal);
        }
    };
    void slowly();
    return {
        events,
        content: (file) => contents.get(file),
        look,
        close() {
            over.abort();
            unwatch();
        },
    };
}

;// CONCATENATED MODULE: ./build/src/run/ready-conditions.js

const commandMs = 5000;
const logBytes = 1_000_000;
/** The first condition of the configuration beside the probe that does not hold yet. */
async function conditionUnmet(world) {
    const { files } = world.ports;
    const { file, log, command } = world.plan.ready;
    if (file !== undefined && files.kindOf(joinPath(world.jobDirectory, file)) === 'missing') {
        return {
            cause: 'timeout',
            message: `the file "${file}" that the configuration waits for was not written`,
        };
    }
    if (log !== undefined && !logHas(world, log)) {
        return { cause: 'timeout', message: `the service's log has no line that matches "${log}"` };
    }
    if (command !== undefined && !(await succeeds(world, command))) {
        return { cause: 'timeout', message: `the command "${command}" of the configuration does not succeed` };
    }
    return undefined;
}
function logHas(world, pattern) {
    const text = world.ports.files.readEnd(joinPath(world.jobDirectory, `run.${world.slug}.out`), logBytes) ?? '';
    try {
        return new RegExp(pattern, 'm').test(text);
    }
    catch {
        return text.includes(pattern);
    }
}
async function succeeds(world, command) {
    const running = await world.scope.start({
        argv: ['bash', '-c', command],
        cwd: world.jobDirectory,
        env: world.env,
        output: joinPath(world.directory, 'ready-command.out'),
    });
    const limit = new AbortController();
    void world.ports.clock.sleep(commandMs, limit.signal).then(() => running.signalGroup('SIGKILL'));
    const end = await running.ended;
    limit.abort();
    return end.kind === 'exit' && end.code === 0;
}

;// CONCATENATED MODULE: ./build/src/run/service-watch.js



/** For how long a problem must last until it will not go away by itself, in milliseconds. */
const patienceMs = {
    'bad-port-file': 1500,
    'bad-hostname': 1500,
    'foreign-listener': 1000,
    'wrong-address': 3000,
    'tls-mismatch': 2000,
    'not-http': 8000,
    'http-error': 20_000,
};
const probeTimeoutMs = 3000;
const idleMs = 60;
/** Starts to watch. The two sides of the check, files and sockets, wake it as soon as anything changes. */
function watchService(world, injects) {
    const { clock, network } = world.ports;
    const over = new AbortController();
    let wake = () => { };
    let sockets = [];
    let baseline;
    let session;
    let current = missingMarker('SESSION_PORT');
    let currentSince = world.elapsed();
    let readySince;
    let unreadyAt = 0;
    let asked = false;
    let seenMs;
    let lagMs;
    let detectMs;
    let probe;
    let listening = [];
    let target;
    let owner;
    const owners = new Map();
    const names = new Map();
    const coordination = watchCoordination(world, injects, () => wake());
    const unwatch = world.scope.watchListeners((now, lag) => {
        sockets = now;
        lagMs = lag;
        baseline ??= new Set(now.map((socket) => socket.inode));
        wake();
    });
    const setProblem = (problem) => {
        if (problem.cause !== current.cause || problem.message !== current.message)
            currentSince = world.elapsed();
        current = problem;
    };
    const ownerOf = (socket) => {
        if (!owners.has(socket.inode))
            owners.set(socket.inode, world.scope.ownerOf(socket));
        return owners.get(socket.inode);
    };
    const addressesOf = async (host) => {
        const known = names.get(host);
        if (known !== undefined)
            return known;
        const found = await network.resolve(host);
        if (found.length > 0)
            names.set(host, found);
        return found;
    };
    /** One look; `undefined` when the service is ready at this moment. */
    const look = async () => {
        const where = targetNow(coordination, session);
        if ('cause' in where)
            return where;
        target = where;
        const addresses = await addressesOf(where.host);
        if (addresses.length === 0) {
            return {
                cause: 'bad-hostname',
                message: `HOSTNAME holds "${where.host}", which does not resolve`,
                help: 'write the name of the node: hostname > HOSTNAME',
            };
        }
        const own = sockets.filter((socket) => socket.port === where.port);
        if (own.length === 0)
            return { cause: 'not-listening', message: `nothing listens on port ${where.port}` };
        if (seenMs === undefined) {
            seenMs = world.elapsed();
            detectMs = lagMs === undefined ? undefined : Math.round(lagMs);
            world.emit({ type: 'listening', port: where.port, address: own[0]?.address ?? '' });
        }
        const held = own.map((socket) => ({ socket, owner: ownerOf(socket) }));
        listening = held.map((one) => listenerOf(one.socket, one.owner));
        owner = held.find((one) => one.owner?.inScope === true)?.owner;
        const foreign = held.find((one) => one.owner?.inScope === false || (one.owner === undefined && baseline?.has(one.socket.inode) === true));
        if (owner === undefined && foreign !== undefined) {
            return foreignListener(where.port, foreign.owner);
        }
        const wrong = wrongAddress(where, addresses, own, world);
        if (wrong !== undefined)
            return wrong;
        // While it must stay up, its socket is enough; it is asked again at the end.
        const staying = readySince !== undefined && world.elapsed() - readySince < world.plan.limits.stableMs;
        if (staying)
            return undefined;
        if (!asked) {
            asked = true;
            setProblem({ cause: 'not-http', message: `port ${where.port} is open, but nothing has answered` });
        }
        return (await probeNow(where)) ?? (await conditionUnmet(world));
    };
    const probeNow = async (where) => {
        const { ready } = world.plan;
        const url = `${ready.tls ? 'https' : 'http'}://${where.host}:${where.port}${ready.path}`;
        if (ready.probe === 'tcp') {
            if (await network.accepts(where.host, where.port, probeTimeoutMs))
                return undefined;
            return {
                cause: 'wrong-address',
                message: `port ${where.port} of ${where.host} cannot be connected to`,
            };
        }
        const answer = await network.probe({
            ...where,
            path: ready.path,
            tls: ready.tls,
            timeoutMs: probeTimeoutMs,
            headers: ready.headers,
        });
        if (answer.kind === 'answer')
            probe = { url, status: answer.status };
        const problem = answerProblem(answer, ready.status, url);
        if (problem?.cause === 'not-http' &&
            !ready.tls &&
            (await network.speaksTls(where.host, where.port, 1000))) {
            return {
                cause: 'tls-mismatch',
                message: `port ${where.port} speaks TLS, but the session does not say "useTLS: true"`,
                help: 'set "useTLS: true" on the session, or let the service speak plain HTTP',
            };
        }
        if (problem === undefined &&
            answer.kind === 'answer' &&
            ready.body !== undefined &&
            !answer.body.includes(ready.body)) {
            return { cause: 'http-error', message: `the answer of ${url} does not contain "${ready.body}"` };
        }
        return problem;
    };
    const work = async () => {
        for (;;) {
            const woken = new Promise((done) => {
                wake = done;
            });
            const began = world.elapsed();
            const problem = await look();
            if (problem !== undefined && readySince === undefined)
                unreadyAt = began;
            if (problem === undefined) {
                readySince ??= world.elapsed();
                if (world.elapsed() - readySince >= world.plan.limits.stableMs)
                    return { kind: 'ready', readyMs: readySince };
            }
            else {
                setProblem(problem);
                if (readySince !== undefined)
                    return { kind: 'unstable', problem };
                const patience = patienceMs[problem.cause];
                if (patience !== undefined && world.elapsed() - currentSince >= patience)
                    return { kind: 'hopeless', problem };
            }
            if (over.signal.aborted)
                return { kind: 'hopeless', problem: current };
            const pause = readySince === undefined
                ? idleMs
                : Math.max(5, Math.min(250, world.plan.limits.stableMs - (world.elapsed() - readySince)));
            const paused = new AbortController();
            await Promise.race([woken, clock.sleep(pause, AbortSignal.any([over.signal, paused.signal]))]);
            paused.abort();
        }
    };
    return {
        ended: work(),
        coordination,
        sessionAt(at) {
            session = at;
            wake();
        },
        problem: () => current,
        step: () => owner?.step,
        service: () => target === undefined ? undefined : { hostname: target.host, port: target.port, listening, probe },
        detectMs: () => detectMs,
        readySince: () => readySince,
        unreadyAt: () => unreadyAt,
        close() {
            over.abort();
            unwatch();
            coordination.close();
            wake();
        },
    };
}
function missingMarker(file) {
    return {
        cause: 'marker-missing',
        message: `${file} was never written`,
        help: file === 'HOSTNAME'
            ? 'write it in start.sh: hostname > HOSTNAME'
            : 'write it in start.sh before the service starts: echo "$SESSION_PORT" > SESSION_PORT',
    };
}
/** Where the files, else the session, say that the service is; or what is wrong with them. */
function targetNow(coordination, session) {
    const hostText = coordination.content('HOSTNAME');
    const portText = coordination.content('SESSION_PORT');
    if (portText === undefined || hostText === undefined) {
        const port = session === undefined ? undefined : portIn(session.port);
        if (session !== undefined && port !== undefined) {
            return { host: session.host === '' ? 'localhost' : session.host, port, from: 'update-session' };
        }
        return missingMarker(portText === undefined ? 'SESSION_PORT' : 'HOSTNAME');
    }
    const port = portIn(portText);
    if (port === undefined) {
        const shown = portText.trim().slice(0, 60);
        return {
            cause: 'bad-port-file',
            message: shown === '' ? 'SESSION_PORT is empty' : `SESSION_PORT holds "${shown}", which is not a port`,
            help: 'it must hold the number alone, such as 43117',
        };
    }
    const fault = hostFault(hostText);
    if (fault !== undefined) {
        return {
            cause: 'bad-hostname',
            message: `HOSTNAME ${fault}`,
            help: 'write the name of the node: hostname > HOSTNAME',
        };
    }
    return { host: hostText.trim(), port, from: 'files' };
}
/** Loopback only, where HOSTNAME names the machine to others. */
function wrongAddress(where, addresses, sockets, world) {
    const help = 'let the service listen on 0.0.0.0';
    const shown = sockets.map((socket) => socket.address).join(', ');
    const onlyLoopback = sockets.every((socket) => isLoopback(socket.address));
    const namesItself = isLoopback(where.host) && world.plan.mode === 'controller';
    if (onlyLoopback && !namesItself && where.host !== 'localhost') {
        return {
            cause: 'wrong-address',
            message: `the service listens on ${shown} only, which cannot be reached as ${where.host} from another host`,
            help,
        };
    }
    if (!sockets.some((socket) => addresses.some((address) => reaches(socket.address, address)))) {
        return {
            cause: 'wrong-address',
            message: `the service listens on ${shown}, but ${where.host} is ${addresses.join(', ')}`,
            help,
        };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/run/stop-run.js



const settleMs = 1500;
const stop_run_lookMs = 20;
const maxFiles = 50;
/**
 * Waits a moment for processes that are about to end, and for the script itself as long as it may take to clean up;
 * then says what is left. Kills nothing but batch jobs, which would start later.
 *
 * @param emulated the batch jobs of the emulated scheduler that have not ended
 */
async function inspectRemains(world, service, emulated) {
    const { clock } = world.ports;
    const from = clock.now();
    let processes = world.scope.members();
    let script = runsScript(processes, service);
    while (processes.length > 0) {
        const limit = script ? world.plan.limits.stopMs : settleMs;
        if (clock.now() - from >= limit)
            break;
        await clock.sleep(stop_run_lookMs);
        processes = world.scope.members();
        script = runsScript(processes, service);
    }
    const pids = new Set(processes.map((one) => one.pid));
    const ports = processes.length === 0
        ? []
        : world.scope.listeners().filter((socket) => pids.has(world.scope.ownerOf(socket)?.pid ?? -1));
    const batch = [...(await queuedJobs(world)), ...emulated];
    return {
        processes,
        script,
        leftovers: [
            ...batch.map((id) => ({ kind: 'batch-job', id })),
            ...processes.map((one) => ({ kind: 'process', pid: one.pid, command: one.command })),
            ...ports.map((socket) => ({ kind: 'port', port: socket.port, address: socket.address })),
            ...strayFiles(world),
        ],
    };
}
/** The jobs of a real scheduler that are still in its queue after the cancellation; they are cancelled again. */
async function queuedJobs(world) {
    const { files } = world.ports;
    const noted = files.read(batchJobsFile(world.directory), 100_000) ?? '';
    const jobs = [...noted.matchAll(/^(?:slurm|pbs) (\d+)$/gm)].map((match) => match[1] ?? '');
    if (jobs.length === 0)
        return [];
    const slurm = world.plan.mode === 'slurm';
    const test = slurm
        ? '[ -n "$(squeue --noheader --states=PD,R --jobs="$id" 2> /dev/null)" ]'
        : 'qstat "$id" > /dev/null 2>&1';
    const text = `for id in ${jobs.join(' ')}; do\n  if ${test}; then echo "left $id"; ${slurm ? 'scancel' : 'qdel'} "$id"; fi\ndone\n`;
    const end = await runStepScript(world, {
        filled: { text, spanOfLine: () => world.plan.at },
        shell: 'bash',
        cwd: world.directory,
        env: world.env,
        logs: joinPath(world.directory, 'queue'),
        name: 'look.sh',
        signal: new AbortController().signal,
        graceMs: settleMs,
    });
    const said = files.read(end.output, 100_000) ?? '';
    return [...said.matchAll(/^left (\d+)$/gm)].map((match) => match[1] ?? '');
}
/** The script runs as `run.sh`, a copy that the job runner made; a subshell of it has the same command line. */
const runsScript = (processes, service) => service !== undefined &&
    processes.some((one) => /(?:^|[\s/])run\.sh(?:\s|$)/.test(one.command) && one.step?.startsWith(`${service.job}/`) === true);
/** Files in HOME that are not in the job directory: what a service leaves behind in a user's account. */
function strayFiles(world) {
    const { files } = world.ports;
    const own = new Set(['pw/pw']);
    return files
        .listDeep(world.home, 2000)
        .filter((path) => !own.has(path) && !joinPath(world.home, path).startsWith(`${world.jobDirectory}/`))
        .slice(0, maxFiles)
        .map((path) => ({ kind: 'file', path: `~/${path}` }));
}

;// CONCATENATED MODULE: ./build/src/run/session-strays.js
const most = 20;
/** Attributes of HTML that a browser follows by itself or on a click. */
const linked = /\s(?:href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
/** A WebSocket opened at an absolute path of its own host. */
const webSockets = /new\s+WebSocket\(\s*(?:"|'|`)(?:wss?:\/\/(?:\$\{[^}]*\}|[^/"'`]*))?(\/[^"'`]*)/g;
/**
 * What of a page leaves the prefix of its session: the browser then asks the platform itself, which knows nothing of
 * it.
 *
 * @param path the path under which the page was asked for, prefix included
 */
function sessionStrays(prefix, path, answer) {
    const found = [];
    const inside = (target) => target === prefix || target.startsWith(`${prefix}/`) || target.startsWith(`${prefix}?`);
    const add = (kind, target) => {
        if (found.length < most && !found.some((one) => one.target === target))
            found.push({ kind, target });
    };
    if (answer.status >= 300 && answer.status < 400 && answer.location !== undefined) {
        const target = pathOf(answer.location, path);
        if (target !== undefined && !inside(target))
            add('redirect', answer.location);
        return found;
    }
    if (answer.status >= 400 || !/html/i.test(answer.type))
        return found;
    const base = /<base\s[^>]*href\s*=\s*["']([^"']*)["']/i.exec(answer.body)?.[1];
    for (const match of answer.body.matchAll(linked)) {
        const written = match[1] ?? match[2] ?? '';
        if (written === base || /^(?:#|[a-z][a-z0-9+.-]*:|\/\/)/i.test(written))
            continue;
        const target = pathOf(written, base === undefined ? path : (pathOf(base, path) ?? path));
        if (target !== undefined && !inside(target))
            add('link', written);
    }
    for (const match of answer.body.matchAll(webSockets)) {
        const target = match[1] ?? '';
        if (!target.includes('${') && !inside(target))
            add('websocket', target);
    }
    return found;
}
/** noVNC opens its WebSocket at the root of the host, at what the parameter `path` of its address says. */
function noVncStray(prefix, slug) {
    const match = /(?:^|\/)vnc(?:_lite|_auto)?\.html(?:\?(.*))?$/.exec(slug);
    if (match === null)
        return undefined;
    const written = new URLSearchParams(match[1] ?? '').get('path') ?? 'websockify';
    const target = `/${written.replace(/^\/+/, '')}`;
    return target.startsWith(`${prefix}/`) ? undefined : { kind: 'websocket', target };
}
/** The path that a reference leads to from a page; `undefined` when it leads to another host or is no reference. */
function pathOf(reference, from) {
    try {
        const url = new URL(reference, `http://session.invalid${from}`);
        return url.hostname === 'session.invalid' ? url.pathname : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/run/take-screenshot.js

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];
const limitMs = 20_000;
/** Takes a picture of a page with the machine's Chromium; gives the file, or `undefined` when there is none. */
async function takeScreenshot(world, url) {
    const { ports, options, plan } = world;
    if (options.screenshotIn === undefined)
        return undefined;
    const browser = browsers.map((name) => ports.machine.find(name)).find((path) => path !== undefined);
    if (browser === undefined) {
        world.note({ what: 'screenshot', how: 'skipped', why: 'there is no Chromium on this machine' });
        return undefined;
    }
    const name = `${plan.name}-${plan.mode}-${plan.scenario}.png`.replace(/[^\w.-]/g, '_');
    const picture = joinPath(world.directory, name);
    const running = await world.scope.start({
        argv: [
            browser,
            '--headless=new',
            '--no-sandbox',
            '--disable-gpu',
            '--disable-dev-shm-usage',
            '--hide-scrollbars',
            '--proxy-server=direct://',
            '--window-size=1280,800',
            '--virtual-time-budget=4000',
            `--user-data-dir=${joinPath(world.directory, 'browser')}`,
            `--screenshot=${picture}`,
            url,
        ],
        cwd: world.directory,
        env: { HOME: joinPath(world.directory, 'browser'), PATH: world.env['PATH'] ?? '', LANG: 'C.UTF-8' },
        output: joinPath(world.directory, 'browser.out'),
    });
    const limit = new AbortController();
    void ports.clock.sleep(limitMs, limit.signal).then(() => running.signalGroup('SIGKILL'));
    await running.ended;
    limit.abort();
    if (ports.files.kindOf(picture) !== 'file') {
        world.note({ what: 'screenshot', how: 'skipped', why: 'Chromium gave no picture' });
        return undefined;
    }
    const kept = joinPath(options.screenshotIn, name);
    ports.files.move(picture, kept);
    world.note({ what: 'screenshot', how: 'ran' });
    return kept;
}

;// CONCATENATED MODULE: ./build/src/run/visit-session.js



const timeoutMs = 3000;
/** A session that redirects more often goes round in a circle. */
const mostHops = 5;
/** The path of a session on the platform. */
const sessionPrefix = (user, session) => `/me/session/${user}/${session}`;
/** Opens a session as its user would, through the proxy, and looks at what comes back. */
async function visitSession(world, proxy, target) {
    const port = portIn(target.port);
    if (port === undefined)
        return undefined;
    const { plan } = world;
    const prefix = sessionPrefix(plan.resource.user, target.session);
    const { tls } = plan.ready;
    proxy.route(prefix, { host: target.host === '' ? 'localhost' : target.host, port, tls });
    const slug = target.slug === 'undefined' ? '' : target.slug.replace(/^\/+/, '');
    const path = slug.startsWith('?') ? `${prefix}${slug}` : `${prefix}/${slug}`;
    const screenshot = await takeScreenshot(world, `http://127.0.0.1:${proxy.port}${path}`);
    const visit = { prefix, path, at: target.at, screenshot };
    let at = path;
    for (let hops = 0;; hops++) {
        const answer = await world.ports.network.probe({
            host: '127.0.0.1',
            port: proxy.port,
            path: at,
            tls: false,
            timeoutMs,
        });
        const vnc = noVncStray(prefix, at);
        if (answer.kind === 'none')
            return { ...visit, strays: vnc === undefined ? [] : [vnc] };
        const location = headerOf(answer, 'location');
        const type = headerOf(answer, 'content-type') ?? '';
        const strays = sessionStrays(prefix, at, { status: answer.status, location, type, body: answer.body });
        const next = strays.length === 0 && answer.status >= 300 && answer.status < 400 ? inside(location, at) : undefined;
        if (next === undefined || hops >= mostHops) {
            return { ...visit, status: answer.status, strays: vnc === undefined ? strays : [...strays, vnc] };
        }
        at = next;
    }
}
function headerOf(answer, name) {
    const value = answer.headers[name];
    return typeof value === 'string' ? value : value?.[0];
}
/** Where a redirect leads, as a path with its query. */
function inside(location, from) {
    if (location === undefined)
        return undefined;
    try {
        const url = new URL(location, `http://session.invalid${from}`);
        return `${url.pathname}${url.search}`;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/run/carry-out.js












const carry_out_logLines = 60;
/** After everything was killed, until the engine has noticed. */
const closingMs = 5000;
/** Runs the workflow of a plan, waits for its service, stops it and inspects what is left. */
async function carryOut(plan, ports, options, signal, sinks) {
    const marker = crypto.randomUUID();
    const over = new AbortController();
    const world = await sinks.inPhase('prepare', () => prepareRun(plan, ports, options, { ...sinks, marker, over: over.signal }));
    const ended = new AbortController();
    let workflow = Promise.resolve();
    try {
        sinks.emit({ type: 'run-started', jobDirectory: world.jobDirectory });
        const unprepared = await runBefore(world, signal);
        if (unprepared !== undefined)
            return unprepared;
        return await underWay(world, signal, sinks, ended, (finished) => {
            workflow = finished;
        });
    }
    finally {
        ended.abort();
        await world.scope.close();
        // Steps whose processes are gone end in a moment; until then they may still write.
        const limit = new AbortController();
        await Promise.race([workflow, ports.clock.sleep(closingMs, limit.signal)]);
        limit.abort();
        over.abort();
        ports.files.remove(world.directory);
    }
}
async function underWay(world, signal, sinks, stop, begun) {
    const { plan } = world;
    const happenings = {
        jobs: new Map(),
        failure: undefined,
        service: undefined,
        session: undefined,
        changed: () => { },
    };
    const watch = watchService(world, () => happenings.service?.injectsMarkers === true);
    const scheduler = emulatesScheduler(plan, world.ports)
        ? startScheduler(world, spoolOf(world.directory))
        : undefined;
    const started = await sinks.inPhase('start', async () => startWorkflow(world, happenings, watch, stop.signal));
    begun(started.finished);
    const verdict = await sinks.inPhase('wait', () => reachVerdict(world, happenings, watch, started, signal));
    const readyMs = watch.readySince();
    const service = watch.service();
    const session = verdict.failure === undefined ? await visit(world, happenings) : undefined;
    const atVerdict = world.elapsed();
    if (verdict.failure !== undefined && world.options.keepIn !== undefined) {
        writeDiagnostics(world, watch.coordination.events);
    }
    const remains = await sinks
        .inPhase('stop', async () => {
        watch.close();
        stop.abort();
        const limit = new AbortController();
        await Promise.race([
            started.finished,
            world.ports.clock.sleep(plan.limits.stopMs + 2000, limit.signal),
        ]);
        limit.abort();
        await scheduler?.settle();
        scheduler?.close();
        return undefined;
    })
        .then(() => sinks.inPhase('inspect', () => inspectRemains(world, happenings.service, unfinished(scheduler))));
    for (const leftover of remains.leftovers)
        sinks.emit({ type: 'leftover', leftover });
    const wait = waitVerdict(plan, happenings, atVerdict, Math.round(watch.unreadyAt()));
    const late = verdict.skipped === undefined && readyMs !== undefined && verdict.failure === undefined;
    const observations = [
        ...(late ? orderFault(world, happenings, watch, wait) : []),
        ...observationsOf(world, happenings, remains),
    ];
    const failure = verdict.failure ?? observations[0];
    const outcome = verdict.skipped !== undefined ? 'skipped' : failure === undefined ? 'passed' : 'failed';
    return {
        outcome,
        failure,
        observations: verdict.failure === undefined ? observations.slice(1) : observations,
        skipped: verdict.skipped,
        readyMs: readyMs === undefined ? undefined : Math.round(readyMs),
        detectMs: watch.detectMs(),
        service,
        session,
        coordination: watch.coordination.events,
        wait,
        jobs: [...happenings.jobs.values()].map(jobRecord),
        leftovers: remains.leftovers,
        log: logOf(world, happenings),
        kept: keep(world, outcome),
    };
}
/** Opens the session as its user would, when there is one. */
async function visit(world, { session }) {
    if (session === undefined)
        return undefined;
    const proxy = await world.ports.sessions.open();
    try {
        return await visitSession(world, proxy, session);
    }
    finally {
        await proxy.close();
    }
}
const jobRecord = (state) => ({
    job: state.id,
    outcome: state.outcome === 'waiting' || state.outcome === 'running' ? 'cancelled' : state.outcome,
    ms: state.startedMs === 0 ? 0 : Math.round((state.endedMs || state.startedMs) - state.startedMs),
    outputs: { ...state.outputs },
});
function logOf(world, happenings) {
    const log = serviceLog(world, happenings.service, carry_out_logLines);
    const failed = happenings.failure?.log ?? [];
    return log.length > 0 ? log : failed;
}
function keep(world, outcome) {
    const { keepIn, keep: always } = world.options;
    if (keepIn === undefined || (outcome === 'passed' && always !== true))
        return undefined;
    const to = joinPath(keepIn, `${world.plan.name}-${world.plan.mode}-${world.plan.scenario}`.replace(/[^\w.-]/g, '_'));
    world.ports.files.remove(to);
    world.ports.files.move(world.jobDirectory, to);
    return to;
}

;// CONCATENATED MODULE: ./build/src/run/event-queue.js
/** An empty queue for one reader. */
function eventQueue() {
    const items = [];
    let ended = false;
    let wake = () => { };
    return {
        push(item) {
            items.push(item);
            wake();
        },
        end() {
            ended = true;
            wake();
        },
        async *[Symbol.asyncIterator]() {
            for (;;) {
                for (let item = items.shift(); item !== undefined; item = items.shift())
                    yield item;
                if (ended)
                    return;
                await new Promise((woken) => {
                    wake = woken;
                });
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/src/run/execute-run.js


/**
 * Carries out a plan and says what happens. The last event is `run-ended` with the record of the run. Whatever
 * happens, an aborted signal and an early end of the reading included, nothing that was started is left.
 *
 * @throws only for faults of ours
 */
async function* executeRun(plan, ports, options, signal) {
    const queue = eventQueue();
    const left = new AbortController();
    const started = ports.clock.now();
    const elapsed = () => ports.clock.now() - started;
    let over = false;
    const emit = (event) => {
        // The record is the last word; what a step that was killed still says comes too late.
        if (over)
            return;
        over = event.type === 'run-ended';
        queue.push({
            ...event,
            atMs: Math.round(elapsed()),
            workflow: plan.name,
            mode: plan.mode,
            scenario: plan.scenario,
        });
    };
    const work = run(plan, ports, options, AbortSignal.any([signal, left.signal]), { elapsed, emit }).finally(queue.end);
    // The failure is met again below; until then it must not count as unhandled.
    work.catch(() => { });
    try {
        yield* queue;
    }
    finally {
        left.abort();
        await work;
    }
}
async function run(plan, ports, options, signal, sinks) {
    const fidelity = new Map(plan.fidelity.map((one) => [one.what, one]));
    const phases = [];
    const inPhase = async (phase, work) => {
        const from = sinks.elapsed();
        sinks.emit({ type: 'phase', phase, state: 'started' });
        try {
            return await work();
        }
        finally {
            phases.push({ phase, ms: Math.round(sinks.elapsed() - from) });
            sinks.emit({ type: 'phase', phase, state: 'ended' });
        }
    };
    const parts = await outcomeOf(plan, ports, options, signal, {
        ...sinks,
        inPhase,
        note: (one) => fidelity.set(one.what, one),
    });
    const record = {
        workflow: plan.name,
        path: plan.path,
        mode: plan.mode,
        scenario: plan.scenario,
        ...parts,
        phases,
        fidelity: [...fidelity.values()].sort((one, other) => (one.what < other.what ? -1 : 1)),
    };
    sinks.emit({ type: 'run-ended', record });
}
const nothing = { observations: [], coordination: [], jobs: [], leftovers: [], log: [] };
async function outcomeOf(plan, ports, options, signal, sinks) {
    const missing = plan.requires.filter((program) => ports.machine.find(program) === undefined && !Object.hasOwn(plan.stubs, program));
    if (missing.length > 0) {
        const verb = missing.length === 1 ? 'is' : 'are';
        return {
            ...nothing,
            outcome: 'skipped',
            skipped: `needs ${missing.join(', ')}, which ${verb} not installed`,
        };
    }
    if (plan.unsupported !== undefined) {
        const { what, at } = plan.unsupported;
        return {
            ...nothing,
            outcome: 'failed',
            failure: { cause: 'unsupported', message: `${what} cannot be run here`, at },
        };
    }
    if (signal.aborted)
        return { ...nothing, outcome: 'skipped', skipped: 'interrupted before it started' };
    return carryOut(plan, ports, options, signal, sinks);
}


/***/ })

};
