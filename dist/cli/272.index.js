export const id = 272;
export const ids = [272];
export const modules = {

/***/ 3176:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gI: () => (/* binding */ given),
  HV: () => (/* binding */ last),
  "in": () => (/* binding */ readRequest)
});

// EXTERNAL MODULE: ./build/src/base/suggest.js
var suggest = __webpack_require__(1181);
;// CONCATENATED MODULE: ./build/src/app/duration.js
const units = {
    '': 1000,
    ms: 1,
    s: 1000,
    m: 60_000,
    min: 60_000,
    h: 3_600_000,
};
/** The longest duration that is taken: a day. */
const longestMs = 86_400_000;
/** Milliseconds of `90s`, `2m`, `500ms`, `1h` or a bare number of seconds; `undefined` when it is none of these. */
function readDuration(text) {
    const match = /^(\d{1,9}(?:\.\d{1,3})?)\s*(ms|s|m|min|h)?$/.exec(text.trim());
    if (match === null)
        return undefined;
    const ms = Number(match[1]) * (units[match[2] ?? ''] ?? 1000);
    return ms > 0 && ms <= longestMs ? ms : undefined;
}

// EXTERNAL MODULE: ./build/src/app/option-table.js
var option_table = __webpack_require__(3501);
;// CONCATENATED MODULE: ./build/src/app/request.js



class Refusal extends Error {
}
/** Reads the words of a request; the first thing that is wrong refuses it, in words for its author. */
function readRequest(words) {
    const { options } = words;
    try {
        for (const [name, values] of Object.entries(options))
            checkWords(name, values ?? []);
        return {
            kind: 'request',
            request: {
                stage: words.command === 'lint' || words.command === 'run' ? words.command : 'check',
                paths: words.paths,
                workflows: listOf(options.workflows),
                configuration: last(options.config),
                failOn: last(options['fail-on']) ?? 'error',
                only: listOf(options.only),
                skip: listOf(options.skip),
                changed: baseOf(last(options.changed)),
                unchanged: 'left-out',
                baseline: last(options.baseline),
                fix: fixOf(options),
                modes: unique(listOf(options.mode)),
                scenarios: unique(listOf(options.scenario)),
                inputs: inputsOf(options.input ?? []),
                inputsFile: last(options.inputs),
                timeoutMs: durationOf('timeout', last(options.timeout)),
                stableForMs: durationOf('stable-for', last(options['stable-for'])),
                keep: given(options.keep) ? 'keep' : 'remove',
                start: given(options.plan) ? 'plan' : 'run',
                repeat: countOf('repeat', last(options.repeat), 100) ?? 1,
                screenshot: given(options.screenshot) ? 'take' : 'none',
                jobs: countOf('jobs', last(options.jobs), 64),
                shard: shardOf(last(options.shard)),
            },
        };
    }
    catch (error) {
        if (error instanceof Refusal)
            return { kind: 'refused', message: error.message };
        throw error;
    }
}
/** Whether a flag was given. */
function given(values) {
    return values !== undefined && values.at(-1) !== 'false' && values.length > 0;
}
/** The last value of an option that was given several times. */
function last(values) {
    return values?.at(-1);
}
/** The values of an option that takes a list: several options, or one with commas or line breaks. */
function listOf(values) {
    return (values ?? [])
        .flatMap((value) => value.split(/[,\n]/))
        .map((value) => value.trim())
        .filter((value) => value !== '');
}
function unique(words) {
    return [...new Set(words)];
}
function checkWords(name, values) {
    const row = option_table/* optionTable */.sX.find((option) => option.name === name);
    const known = row?.words;
    if (row === undefined || known === undefined)
        return;
    for (const value of row.kind === 'list' ? listOf(values) : values) {
        if (known.includes(value))
            continue;
        const near = (0,suggest/* suggest */.Z)(value, known);
        const meant = near === undefined ? '' : `; did you mean "${near}"?`;
        throw new Refusal(`--${name} does not take "${value}": expected one of ${known.join(', ')}${meant}`);
    }
}
function baseOf(revision) {
    if (revision === undefined)
        return undefined;
    return revision === '' ? { kind: 'default-branch' } : { kind: 'revision', revision };
}
function fixOf(options) {
    if (given(options['fix-dry-run']))
        return 'dry-run';
    if (given(options['fix-unsafe']))
        return 'unsafe';
    return given(options.fix) ? 'safe' : 'none';
}
function inputsOf(values) {
    const inputs = new Map();
    for (const value of values) {
        const sign = value.indexOf('=');
        if (sign <= 0)
            throw new Refusal(`-i does not take "${value}": expected KEY=VALUE, as in -i group.item=3`);
        inputs.set(value.slice(0, sign), value.slice(sign + 1));
    }
    return Object.fromEntries(inputs);
}
function durationOf(name, value) {
    if (value === undefined)
        return undefined;
    const ms = readDuration(value);
    if (ms === undefined) {
        throw new Refusal(`--${name} does not take "${value}": expected a duration such as 90s, 2m or 500ms`);
    }
    return ms;
}
function countOf(name, value, most) {
    if (value === undefined)
        return undefined;
    const count = /^\d{1,6}$/.test(value) ? Number(value) : 0;
    if (count < 1 || count > most) {
        throw new Refusal(`--${name} does not take "${value}": expected a whole number from 1 to ${most}`);
    }
    return count;
}
function shardOf(value) {
    if (value === undefined)
        return undefined;
    const match = /^(\d{1,4})\/(\d{1,4})$/.exec(value);
    const index = Number(match?.[1]);
    const count = Number(match?.[2]);
    if (match === null || count < 1 || index < 1 || index > count) {
        throw new Refusal(`--shard does not take "${value}": expected I/N with I from 1 to N, as in 2/3`);
    }
    return { index, count };
}


/***/ }),

/***/ 9272:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  waitCommand: () => (/* binding */ waitCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/app/request.js + 1 modules
var request = __webpack_require__(3176);
;// CONCATENATED MODULE: ./build/src/app/wait.js
/** Milliseconds between two looks, and for one request. */
const pace = { lookMs: 200, requestMs: 5000 };
/** How long a service is waited for when nothing else is asked, in milliseconds: ten minutes. */
const usualWaitMs = 600_000;
/**
 * Waits for the service of a job directory by its coordination files, as `utils/wait_service.sh` does: until
 * `job.started` is there, `HOSTNAME` and `SESSION_PORT` can be read, and the service answers below 500.
 */
async function waitForService(directory, timeoutMs, world, signal) {
    const until = world.clock.now() + timeoutMs;
    const read = (name) => {
        const content = world.readNamed(`${directory}/${name}`);
        return content.kind === 'text' ? content.text.trim() : undefined;
    };
    let lacks = '';
    while (!signal.aborted) {
        const port = Number(/^\d{1,5}$/.exec(read('SESSION_PORT') ?? '')?.[0]);
        const hostname = read('HOSTNAME') ?? '';
        if (read('job.started') === undefined)
            lacks = 'job.started is not there';
        else if (!/^[A-Za-z0-9._:-]+$/.test(hostname))
            lacks = 'HOSTNAME holds no host name';
        else if (!(port >= 1 && port <= 65_535))
            lacks = 'SESSION_PORT holds no port';
        else {
            const request = { host: hostname, port, path: '/', tls: false, timeoutMs: pace.requestMs };
            const answer = await world.network.probe(request);
            if (answer.kind === 'answer' && answer.status < 500)
                return { kind: 'ready', hostname, port };
            lacks =
                answer.kind === 'answer'
                    ? `the service answers with ${answer.status}`
                    : `the service does not answer at ${hostname}:${port}: ${answer.message}`;
        }
        if (read('job.ended') !== undefined)
            return { kind: 'gave-up', message: `the job has ended: ${lacks}` };
        if (world.clock.now() >= until)
            return { kind: 'gave-up', message: `the time is up: ${lacks}` };
        await world.clock.sleep(pace.lookMs, signal);
    }
    return { kind: 'gave-up', message: 'the waiting was interrupted' };
}

// EXTERNAL MODULE: ./build/src/host/clock.js
var clock = __webpack_require__(4258);
// EXTERNAL MODULE: ./build/src/host/interruption.js
var host_interruption = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/src/host/network.js
var network = __webpack_require__(3050);
// EXTERNAL MODULE: ./build/src/host/node-world.js + 1 modules
var node_world = __webpack_require__(4564);
// EXTERNAL MODULE: ./build/src/host/path-kind.js
var path_kind = __webpack_require__(6384);
// EXTERNAL MODULE: ./build/src/report/terminal/terminal-text.js
var terminal_text = __webpack_require__(3753);
// EXTERNAL MODULE: ./build/src/cli/streams.js
var cli_streams = __webpack_require__(2169);
;// CONCATENATED MODULE: ./build/src/cli/wait-command.js











/** Carries out `wait`: prints where the service is, and hands it to the other jobs through `$OUTPUTS`. */
async function waitCommand(line, streams) {
    const { PW_PARENT_JOB_DIR, OUTPUTS } = streams.environment;
    const named = (0,request/* last */.HV)(line.options['job-dir']) ?? PW_PARENT_JOB_DIR;
    if (named === undefined || named === '')
        return (0,cli_streams/* refuse */.TR)(streams, 'wait needs --job-dir DIR, or PW_PARENT_JOB_DIR');
    const directory = (0,external_node_path_.resolve)(named);
    if ((0,path_kind/* kindOfPath */.B)(directory) !== 'directory')
        return (0,cli_streams/* refuse */.TR)(streams, `no such folder: "${named}"`);
    const read = (0,request/* readRequest */["in"])({ command: 'wait', paths: [], options: line.options });
    if (read.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, read.message);
    const interruption = (0,host_interruption/* listenForInterruption */.e)((sentence) => streams.talk(`${sentence}\n`));
    const world = {
        readNamed: (0,node_world/* nodeWorld */.$)(directory, directory).readNamed,
        network: (0,network/* nodeNetwork */.D)(),
        clock: (0,clock/* nodeClock */.$)(),
    };
    const timeoutMs = read.request.timeoutMs ?? usualWaitMs;
    const answer = await waitForService(directory, timeoutMs, world, interruption.signal).finally(interruption.dispose);
    if (answer.kind === 'gave-up') {
        streams.talk(`pw-workflow-check: ${(0,terminal_text/* visible */.RK)(answer.message)}\n`);
        return interruption.status() ?? 1;
    }
    const words = `HOSTNAME=${answer.hostname}\nSESSION_PORT=${answer.port}\n`;
    streams.print(words);
    if (OUTPUTS)
        (0,external_node_fs_.appendFileSync)(OUTPUTS, words);
    return 0;
}


/***/ }),

/***/ 4258:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ nodeClock)
/* harmony export */ });
/** The machine's monotonic clock. */
function nodeClock() {
    return { now: () => performance.now(), sleep };
}
function sleep(ms, signal) {
    if (signal?.aborted)
        return Promise.resolve();
    return new Promise((done) => {
        const finish = () => {
            clearTimeout(timer);
            signal?.removeEventListener('abort', finish);
            done();
        };
        const timer = setTimeout(finish, ms);
        signal?.addEventListener('abort', finish, { once: true });
    });
}


/***/ }),

/***/ 5909:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   e: () => (/* binding */ listenForInterruption)
/* harmony export */ });
/** How long the clean-up may take after the first and after the second signal, in milliseconds. */
const patience = { first: 60_000, second: 5_000 };
const statuses = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
/**
 * Turns the first SIGINT, SIGTERM or SIGHUP into an abort, so that what was started is ended in order; when that
 * takes too long, or a second signal comes, the process leaves after a bounded time.
 */
function listenForInterruption(say) {
    const controller = new AbortController();
    let status;
    const timers = [];
    const leaveAfter = (ms) => {
        const timer = setTimeout(() => process.exit(status ?? 130), ms);
        timer.unref();
        timers.push(timer);
    };
    const listeners = Object.keys(statuses).map((name) => {
        const listener = () => {
            if (status === undefined) {
                status = statuses[name];
                say('stopping: ending what was started');
                controller.abort();
                leaveAfter(patience.first);
            }
            else {
                say('leaving within 5 s');
                leaveAfter(patience.second);
            }
        };
        process.on(name, listener);
        return { name, listener };
    });
    return {
        signal: controller.signal,
        status: () => status,
        dispose() {
            for (const { name, listener } of listeners)
                process.off(name, listener);
            for (const timer of timers)
                clearTimeout(timer);
        },
    };
}


/***/ }),

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

/***/ 4564:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $: () => (/* binding */ nodeWorld)
});

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/source/span.js
var span = __webpack_require__(1959);
// EXTERNAL MODULE: ./build/src/host/clock.js
var clock = __webpack_require__(4258);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
;// CONCATENATED MODULE: ./build/src/host/repository-files.js



/** The largest file that is read, in bytes: 5 MB. */
const maxFileBytes = 5_000_000;
/** The most files that are listed; a repository of workflows has a few hundred. */
const maxListedFiles = 200_000;
const maxDepth = 64;
/** Folders that hold nothing an author wrote. */
const leftOut = new Set([
    '.git',
    '.hg',
    '.svn',
    'node_modules',
    '__pycache__',
    '.venv',
    '.tox',
    '.mypy_cache',
]);
const problem = (kind, message) => ({
    kind: 'problem',
    problem: kind,
    message,
});
/**
 * The files of a folder on this machine. Only regular files are ever opened; a symbolic link counts as what it leads
 * to while that stays inside the folder. Reading is cached for the life of the value.
 *
 * @param root the repository's top folder, absolute or relative to the current folder
 */
function nodeRepositoryFiles(root) {
    const top = realTop(root);
    const contents = new Map();
    let listed;
    return {
        get paths() {
            listed ??= walk(top);
            return listed.regular;
        },
        get irregular() {
            listed ??= walk(top);
            return listed.irregular;
        },
        kindOf(path) {
            const at = placeInside(top, path);
            if (at.kind !== 'inside')
                return at.kind === 'missing' ? 'missing' : 'other';
            const stats = statOf(at.real);
            if (stats === undefined)
                return 'missing';
            return stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other';
        },
        read(path) {
            let content = contents.get(path);
            if (content === undefined) {
                content = readInside(top, path);
                contents.set(path, content);
            }
            return content;
        },
    };
}
function realTop(root) {
    try {
        return (0,external_node_fs_.realpathSync)((0,external_node_path_.resolve)(root));
    }
    catch {
        return (0,external_node_path_.resolve)(root);
    }
}
function statOf(path) {
    try {
        return (0,external_node_fs_.statSync)(path);
    }
    catch {
        return undefined;
    }
}
/** Where a path really leads; a link or `..` that leaves the folder is `outside`. */
function placeInside(top, path) {
    if (path.includes('\0'))
        return { kind: 'missing' };
    const written = (0,external_node_path_.resolve)(top, path);
    if (!isInside(top, written))
        return { kind: 'outside' };
    try {
        const real = (0,external_node_fs_.realpathSync)(written);
        return isInside(top, real) ? { kind: 'inside', real } : { kind: 'outside' };
    }
    catch (error) {
        const code = error.code;
        if (code !== 'ENOENT' && code !== 'ENOTDIR')
            return { kind: 'broken' };
        return isDanglingLink(written) ? { kind: 'broken' } : { kind: 'missing' };
    }
}
function isDanglingLink(path) {
    try {
        return (0,external_node_fs_.lstatSync)(path).isSymbolicLink();
    }
    catch {
        return false;
    }
}
const isInside = (top, path) => path === top || path.startsWith(top.endsWith(external_node_path_.sep) ? top : top + external_node_path_.sep);
function readInside(top, path) {
    const at = placeInside(top, path);
    switch (at.kind) {
        case 'missing':
            return problem('missing', 'there is no such file');
        case 'outside':
            return problem('outside-the-repository', 'it leads out of the repository');
        case 'broken':
            return problem('unreadable', 'it is a link that leads nowhere');
        case 'inside':
            return readRegular(at.real);
    }
}
/** Reads a file after looking at what it is; never waits on a FIFO, even one that was put there in between. */
function readRegular(path) {
    const stats = statOf(path);
    if (stats === undefined)
        return problem('missing', 'there is no such file');
    if (stats.isDirectory())
        return problem('directory', 'it is a folder');
    if (!stats.isFile())
        return problem('not-a-regular-file', 'it is not a regular file');
    let descriptor;
    try {
        descriptor = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NONBLOCK);
    }
    catch (error) {
        return problem('unreadable', `it cannot be read (${error.code ?? 'unknown error'})`);
    }
    try {
        const opened = (0,external_node_fs_.fstatSync)(descriptor);
        if (!opened.isFile())
            return problem('not-a-regular-file', 'it is not a regular file');
        if (opened.size > maxFileBytes)
            return tooLarge(opened.size);
        const bytes = readUpTo(descriptor, maxFileBytes + 1);
        return bytes.length > maxFileBytes ? tooLarge(bytes.length) : decoded(bytes);
    }
    catch (error) {
        return problem('unreadable', `it cannot be read (${error.code ?? 'unknown error'})`);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
const tooLarge = (size) => problem('too-large', `it has ${(size / 1e6).toFixed(1)} MB; the limit is ${maxFileBytes / 1e6} MB`);
/** Reads at most `limit` bytes; files of `/proc` say that they have none and are read all the same. */
function readUpTo(descriptor, limit) {
    const parts = [];
    let length = 0;
    while (length < limit) {
        const part = Buffer.alloc(Math.min(65_536, limit - length));
        const read = (0,external_node_fs_.readSync)(descriptor, part, 0, part.length, null);
        if (read === 0)
            break;
        parts.push(part.subarray(0, read));
        length += read;
    }
    return Buffer.concat(parts, length);
}
function decoded(bytes) {
    if (bytes.includes(0)) {
        const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
        return utf16
            ? problem('not-utf-8', 'it is UTF-16, not UTF-8')
            : problem('binary', 'it is binary, not text');
    }
    try {
        const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
        return { kind: 'text', text };
    }
    catch {
        return problem('not-utf-8', 'it is not UTF-8');
    }
}
/**
 * What stands below, sorted: regular files and links to such inside, and apart from them what cannot be read (FIFOs,
 * devices, links that lead out or nowhere). Links to folders are not followed.
 */
function walk(top) {
    const regular = [];
    const irregular = [];
    const open = [{ path: '', depth: 0 }];
    const sorted = () => ({ regular: regular.sort(), irregular: irregular.sort() });
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
        for (const entry of entriesOf((0,external_node_path_.join)(top, folder.path))) {
            const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
            if (entry.isDirectory()) {
                if (!leftOut.has(entry.name) && folder.depth < maxDepth)
                    open.push({ path, depth: folder.depth + 1 });
                continue;
            }
            const kind = entry.isFile() ? 'file' : entry.isSymbolicLink() ? linkKind(top, path) : 'other';
            if (kind === 'file')
                regular.push((0,span/* filePath */.s)(path));
            else if (kind === 'other')
                irregular.push((0,span/* filePath */.s)(path));
            if (regular.length + irregular.length >= maxListedFiles)
                return sorted();
        }
    }
    return sorted();
}
function entriesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
function linkKind(top, path) {
    const at = placeInside(top, path);
    if (at.kind !== 'inside')
        return 'other';
    const stats = statOf(at.real);
    return stats?.isFile() === true ? 'file' : stats?.isDirectory() === true ? 'folder' : 'other';
}

// EXTERNAL MODULE: ./build/src/host/tool-runner.js + 1 modules
var tool_runner = __webpack_require__(8165);
// EXTERNAL MODULE: ./build/src/host/write-whole.js
var write_whole = __webpack_require__(845);
;// CONCATENATED MODULE: ./build/src/host/node-world.js







/**
 * The world of this machine for a repository; what runs need is loaded when the first one starts.
 *
 * @param kept the folder for job directories and pictures that are kept, by default in the user's cache; and whether the
 * job directories of failed runs are kept without being asked for
 */
function nodeWorld(root, currentFolder, kept = { failed: false }) {
    const { XDG_CACHE_HOME } = process.env;
    const cache = kept.folder ?? (0,external_node_path_.join)(XDG_CACHE_HOME || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache'), 'pw-workflow-check');
    return {
        root,
        files: nodeRepositoryFiles(root),
        write: (path, text) => (0,write_whole/* writeWhole */.f)((0,external_node_path_.join)(root, path), text),
        tools: (0,tool_runner/* nodeToolRunner */.l)(),
        shellcheckEngine: async () => (await __webpack_require__.e(/* import() */ 353).then(__webpack_require__.bind(__webpack_require__, 1353))).wasmShellcheck(),
        clock: (0,clock/* nodeClock */.$)(),
        readNamed(path) {
            const absolute = (0,external_node_path_.resolve)(currentFolder, path);
            return nodeRepositoryFiles((0,external_node_path_.dirname)(absolute)).read((0,span/* filePath */.s)((0,external_node_path_.basename)(absolute)));
        },
        runPorts: async () => (await __webpack_require__.e(/* import() */ 591).then(__webpack_require__.bind(__webpack_require__, 3591))).nodeRunPorts(),
        keepIn: (0,external_node_path_.join)(cache, 'runs'),
        screenshotIn: (0,external_node_path_.join)(cache, 'screenshots'),
        keepsFailed: kept.failed,
        parallel: Math.max(1, Math.min(4, (0,external_node_os_.availableParallelism)())),
    };
}


/***/ }),

/***/ 8165:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  l: () => (/* binding */ nodeToolRunner)
});

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/host/scratch-files.js



const prefix = 'pw-workflow-check-files-';
/**
 * Writes files into a new directory that only this user can read, works with it and removes it, whatever happens.
 * Names may have folders; a name that would leave the directory is left out.
 */
async function withScratchFiles(files, work) {
    await removeAbandoned();
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), `${prefix}${process.pid}-`));
    try {
        for (const file of files) {
            const path = (0,external_node_path_.resolve)(directory, file.name);
            if (!path.startsWith(directory + external_node_path_.sep))
                continue;
            await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
            await (0,promises_.writeFile)(path, file.text, { mode: 0o600 });
        }
        return await work(directory);
    }
    finally {
        await (0,promises_.rm)(directory, { recursive: true, force: true });
    }
}
/** Removes the directories of programs that were killed before they could; the name says whose each one is. */
async function removeAbandoned() {
    for (const name of await (0,promises_.readdir)((0,external_node_os_.tmpdir)()).catch(() => [])) {
        const owner = /^pw-workflow-check-files-(\d+)-[A-Za-z0-9]{6}$/.exec(name)?.[1];
        if (owner === undefined || isRunning(Number(owner)))
            continue;
        await (0,promises_.rm)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), name), { recursive: true, force: true }).catch(() => undefined);
    }
}
/** Whether a process is there; one of another user counts, because its directories are not ours to remove. */
function isRunning(pid) {
    try {
        process.kill(pid, 0);
        return true;
    }
    catch (error) {
        return error.code !== 'ESRCH';
    }
}

;// CONCATENATED MODULE: ./build/src/host/tool-runner.js


/** Runs programs of this machine, found on the PATH; each in a process group of its own, ended as a whole. */
function nodeToolRunner() {
    return {
        run: (order) => order.files === undefined
            ? runTool(order)
            : withScratchFiles(order.files, (cwd) => runTool({ ...order, cwd })),
    };
}
function runTool(order) {
    return new Promise((done) => {
        const limited = order.maxMemoryBytes === undefined ? undefined : Math.ceil(order.maxMemoryBytes / 1024);
        const [command, words] = limited === undefined
            ? [order.command, [...order.arguments]]
            : // The shell that sets the limit is replaced by the program; 127 and the message tell that it is missing.
                ['/bin/sh', ['-c', `ulimit -v ${limited}; exec "$0" "$@"`, order.command, ...order.arguments]];
        const child = (0,external_node_child_process_.spawn)(command, words, {
            ...(order.cwd !== undefined && { cwd: order.cwd }),
            stdio: [order.stdin === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
            detached: true,
        });
        const out = [];
        const err = [];
        let bytes = 0;
        let failed;
        const end = (why) => {
            failed ??= why;
            if (child.pid === undefined)
                return;
            try {
                process.kill(-child.pid, 'SIGKILL');
            }
            catch {
                // it has ended by itself
            }
        };
        const timer = setTimeout(() => end('timeout'), order.timeoutMs);
        const take = (parts) => (part) => {
            if (bytes >= order.maxOutputBytes)
                return;
            bytes += part.length;
            parts.push(part);
            if (bytes > order.maxOutputBytes)
                end('too-much-output');
        };
        child.stdout?.on('data', take(out));
        child.stderr?.on('data', take(err));
        child.stdin?.on('error', () => { }); // a program that does not read its input is no failure of ours
        child.stdin?.end(order.stdin);
        let settled = false;
        const settle = (status) => {
            if (settled)
                return;
            settled = true;
            clearTimeout(timer);
            const stderr = Buffer.concat(err).toString('utf8');
            if (limited !== undefined && status === 127 && /not found|No such file/.test(stderr))
                failed ??= 'missing';
            done({
                status: failed === undefined ? status : undefined,
                stdout: Buffer.concat(out).toString('utf8'),
                stderr,
                ...(failed !== undefined && { failed }),
            });
        };
        child.on('error', (error) => {
            failed ??= error.code === 'ENOENT' || error.code === 'EACCES' ? 'missing' : 'killed';
            settle(undefined);
        });
        child.on('close', (code, signal) => {
            if (signal !== null)
                failed ??= 'killed';
            settle(code ?? undefined);
        });
    });
}


/***/ }),

/***/ 845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * Writes a file whole or not at all: under another name beside it, then renamed. A file that is there keeps its mode,
 * a link keeps leading to it; a device or pipe is written to as it is.
 *
 * @throws what the file system says; nothing half-written is left
 */
function writeWhole(path, text) {
    const target = realTarget((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
    const stats = statsOf(target);
    if (stats !== undefined && !stats.isFile() && !stats.isDirectory()) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(target, text);
        return;
    }
    ensureFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target));
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(target).slice(0, 200)}.${process.pid}.tmp`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(temporary, text);
        if (stats !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(temporary, stats.mode & 0o7777);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temporary, target);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(temporary, { force: true });
        throw error;
    }
}
/** Makes a folder and those above it. Node's own way never ends below `/proc`, where nothing can be made. */
function ensureFolder(folder) {
    const missing = [];
    for (let at = folder; statsOf(at) === undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at) !== at; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
        missing.push(at);
    for (const one of missing.reverse())
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(one);
}
function realTarget(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch {
        return path;
    }
}
function statsOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    }
    catch {
        return undefined;
    }
}


/***/ }),

/***/ 3753:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   RK: () => (/* binding */ visible),
/* harmony export */   Yo: () => (/* binding */ cells),
/* harmony export */   mq: () => (/* binding */ visibleCharacter),
/* harmony export */   nc: () => (/* binding */ cellsOf)
/* harmony export */ });
/**
 * Makes text harmless for a terminal and a log: controls, escapes of directions, and halves of surrogate pairs are
 * shown instead of obeyed. Tabs and line breaks are controls here; who wants them splits the text first.
 */
function visible(text) {
    let shown = '';
    for (const character of text)
        shown += visibleCharacter(character);
    return shown;
}
/** What is shown for one code point. */
function visibleCharacter(character) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20)
        return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f)
        return '␡';
    if (code >= 0x80 && code <= 0x9f)
        return named(code);
    if (code >= 0xd800 && code <= 0xdfff)
        return named(code);
    if (directional(code) || code === 0xfeff || code === 0x2028 || code === 0x2029)
        return named(code);
    return character;
}
/** How many cells of a terminal a text takes; the text must be visible already. */
function cells(text) {
    let width = 0;
    for (const character of text)
        width += cellsOf(character);
    return width;
}
/** How many cells one code point takes: none for marks that combine, two for wide ones. */
function cellsOf(character) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x300)
        return 1;
    if (combining.test(character))
        return 0;
    return wide(code) || pictograph.test(character) ? 2 : 1;
}
const combining = /^(?:\p{Mn}|\p{Me}|[\u200b-\u200d\u2060])$/u;
const pictograph = /^\p{Emoji_Presentation}$/u;
/** The ranges that Unicode's EastAsianWidth calls wide or fullwidth, those of the pictographs left out. */
function wide(code) {
    return ((code >= 0x1100 && code <= 0x115f) ||
        (code >= 0x2e80 && code <= 0x303e) ||
        (code >= 0x3041 && code <= 0x33ff) ||
        (code >= 0x3400 && code <= 0x4dbf) ||
        (code >= 0x4e00 && code <= 0x9fff) ||
        (code >= 0xa000 && code <= 0xa4cf) ||
        (code >= 0xa960 && code <= 0xa97f) ||
        (code >= 0xac00 && code <= 0xd7a3) ||
        (code >= 0xf900 && code <= 0xfaff) ||
        (code >= 0xfe30 && code <= 0xfe6f) ||
        (code >= 0xff01 && code <= 0xff60) ||
        (code >= 0xffe0 && code <= 0xffe6) ||
        (code >= 0x1f300 && code <= 0x1f64f) ||
        (code >= 0x1f900 && code <= 0x1f9ff) ||
        (code >= 0x20000 && code <= 0x3fffd));
}
function directional(code) {
    return (code === 0x200e ||
        code === 0x200f ||
        code === 0x061c ||
        (code >= 0x202a && code <= 0x202e) ||
        (code >= 0x2066 && code <= 0x2069));
}
function named(code) {
    return `\\u{${code.toString(16)}}`;
}


/***/ }),

/***/ 1959:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   s: () => (/* binding */ filePath)
/* harmony export */ });
/** Marks a string as a repository path; backslashes become forward slashes. */
function filePath(path) {
    return path.replaceAll('\\', '/');
}


/***/ })

};
