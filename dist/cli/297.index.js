export const id = 297;
export const ids = [297];
export const modules = {

/***/ 8555:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ locateOperands)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/app/repository-root.js
/**
 * Finds the repository that the named paths belong to: a folder with `workflows/` in it is one; of anything else it
 * is the nearest folder above with `.git` or `workflows/`, else the current folder, else the folder of the file.
 *
 * @param named absolute and normalised, each with the word as it was written
 */
function locatePaths(currentFolder, named, kindOf) {
    if (named.length === 0) {
        const root = rootAbove(currentFolder, kindOf) ?? currentFolder;
        return { kind: 'located', root, paths: root === currentFolder ? [] : [within(root, currentFolder)] };
    }
    let root;
    const paths = [];
    let everything = false;
    for (const { written, absolute } of named) {
        const kind = kindOf(absolute);
        if (kind === 'missing')
            return { kind: 'refused', message: `no such file or folder: "${written}"` };
        const own = rootOf(currentFolder, absolute, kind, kindOf);
        if (root !== undefined && own !== root) {
            return {
                kind: 'refused',
                message: `"${written}" belongs to ${own}, but the paths before it belong to ${root}: check one repository at a time`,
            };
        }
        root = own;
        if (absolute === own)
            everything = true;
        else
            paths.push(within(own, absolute));
    }
    return { kind: 'located', root: root ?? currentFolder, paths: everything ? [] : paths };
}
function rootOf(currentFolder, path, kind, kindOf) {
    if (kind === 'directory' && kindOf(join(path, 'workflows')) === 'directory')
        return path;
    const start = kind === 'directory' ? path : parentOf(path);
    const found = rootAbove(start, kindOf);
    if (found !== undefined)
        return found;
    return isWithin(currentFolder, start) ? currentFolder : start;
}
/** The nearest folder, from `folder` upwards, that has `.git` or `workflows/`. */
function rootAbove(folder, kindOf) {
    for (let at = folder;; at = parentOf(at)) {
        if (kindOf(join(at, 'workflows')) === 'directory' || kindOf(join(at, '.git')) !== 'missing')
            return at;
        if (at === parentOf(at))
            return undefined;
    }
}
function parentOf(path) {
    const cut = path.lastIndexOf('/');
    return cut <= 0 ? '/' : path.slice(0, cut);
}
function join(folder, name) {
    return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}
function isWithin(folder, path) {
    return path === folder || path.startsWith(join(folder, ''));
}
function within(folder, path) {
    return path.slice(join(folder, '').length);
}

// EXTERNAL MODULE: ./build/src/host/path-kind.js
var path_kind = __webpack_require__(6384);
;// CONCATENATED MODULE: ./build/src/cli/locate.js



/** Finds the repository of the operands of a command line. */
function locateOperands(operands) {
    const named = operands.map((written) => ({ written, absolute: (0,external_node_path_.resolve)(written) }));
    return locatePaths(process.cwd(), named, path_kind/* kindOfPath */.B);
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

/***/ 7112:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ lineIndex)
/* harmony export */ });
/**
 * Indexes the lines of a text. LF, CRLF and a lone CR end a line; a byte order mark has no column of its own,
 * because editors do not show one.
 */
function lineIndex(text) {
    const starts = [0];
    for (let offset = 0; offset < text.length; offset++) {
        const code = text.charCodeAt(offset);
        if (code === 10 || (code === 13 && text.charCodeAt(offset + 1) !== 10))
            starts.push(offset + 1);
    }
    const mark = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    const startOf = (line) => {
        const start = starts[Math.min(Math.max(line, 1), starts.length) - 1] ?? 0;
        return line <= 1 ? mark : start;
    };
    return {
        count: starts.length,
        startOf,
        placeOf(offset) {
            const at = Math.min(Math.max(offset, 0), text.length);
            let low = 0;
            let high = starts.length - 1;
            while (low < high) {
                const middle = (low + high + 1) >> 1;
                if ((starts[middle] ?? 0) <= at)
                    low = middle;
                else
                    high = middle - 1;
            }
            const start = startOf(low + 1);
            return { line: low + 1, column: Math.max(at - start, 0) + 1 };
        },
        lineText(line) {
            const start = startOf(line);
            const next = starts[line] ?? text.length;
            return text.slice(start, next).replace(/[\r\n]+$/, '');
        },
    };
}


/***/ })

};
