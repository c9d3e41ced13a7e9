#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 1421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 1553:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");

/***/ }),

/***/ 3024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 1455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 7067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 4708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 7030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 8161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 6760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 1692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 3136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 3501:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   oQ: () => (/* binding */ commandNames),
/* harmony export */   sX: () => (/* binding */ optionTable),
/* harmony export */   zX: () => (/* binding */ reportFormats)
/* harmony export */ });
/** The commands of the program (contract, part 1). */
const commandNames = [
    'check',
    'lint',
    'run',
    'list',
    'merge',
    'gate',
    'compare',
    'explain',
    'rules',
    'graph',
    'schema',
    'new',
    'init',
    'doctor',
    'wait',
];
/** The formats of a report. */
const reportFormats = [
    'pretty',
    'json',
    'ndjson',
    'sarif',
    'junit',
    'markdown',
    'html',
    'github',
];
const checking = ['check', 'lint', 'run', 'gate'];
const reporting = [...checking, 'merge'];
const running = ['check', 'run', 'gate'];
const selecting = [...checking, 'list'];
const table = [
    {
        name: 'format',
        kind: 'value',
        value: 'FORMAT',
        words: [...reportFormats, 'mermaid', 'dot'],
        commands: [...reporting, 'graph', 'compare'],
        help: 'what stdout carries: pretty (default), json, ndjson, sarif, junit, markdown, html, github; graph: mermaid, dot, json',
    },
    {
        name: 'output',
        short: 'o',
        kind: 'list',
        value: 'FORMAT=FILE',
        commands: [...reporting],
        help: 'also write the report to a file; may be given several times',
    },
    {
        name: 'config',
        short: 'c',
        kind: 'value',
        value: 'FILE',
        commands: [...selecting],
        help: 'the configuration to use instead of .pw-workflow-check.yaml',
    },
    {
        name: 'fail-on',
        kind: 'value',
        value: 'SEVERITY',
        words: ['error', 'warning', 'note', 'never'],
        commands: ['check', 'lint', 'run', 'merge'],
        help: 'the least severity that fails the check: error (default), warning, note, never',
    },
    {
        name: 'only',
        kind: 'list',
        value: 'RULE',
        commands: [...checking],
        help: 'report this rule only; may be given several times',
    },
    {
        name: 'skip',
        kind: 'list',
        value: 'RULE',
        commands: [...checking],
        help: 'do not report this rule; may be given several times',
    },
    {
        name: 'workflows',
        kind: 'list',
        value: 'GLOB',
        commands: [...selecting],
        help: 'which files are workflows; the default is workflows/*/workflow.yaml',
    },
    {
        name: 'changed',
        kind: 'optional',
        value: 'BASE',
        commands: ['check', 'lint', 'run', 'list'],
        help: 'only workflows that differ from BASE, directly or through a file that they use',
    },
    {
        name: 'baseline',
        kind: 'value',
        value: 'FILE',
        commands: ['check', 'lint', 'run'],
        help: 'leave out findings that are in this file; written by init',
    },
    {
        name: 'fix',
        kind: 'flag',
        commands: ['check', 'lint'],
        help: 'apply the repairs that cannot change what a workflow means',
    },
    {
        name: 'fix-unsafe',
        kind: 'flag',
        commands: ['check', 'lint'],
        help: 'apply also the repairs that guess',
    },
    {
        name: 'fix-dry-run',
        kind: 'flag',
        commands: ['check', 'lint'],
        help: 'print what --fix would change and change nothing',
    },
    {
        name: 'mode',
        short: 'm',
        kind: 'list',
        value: 'MODE',
        words: ['controller', 'slurm', 'pbs'],
        commands: [...running],
        help: 'how the service is started: controller (default), slurm, pbs; may be given several times',
    },
    {
        name: 'scenario',
        short: 's',
        kind: 'list',
        value: 'NAME',
        commands: [...running],
        help: 'the input values to run with: a file workflows/NAME/ci/SCENARIO.yaml, or default',
    },
    {
        name: 'input',
        short: 'i',
        kind: 'list',
        value: 'KEY=VALUE',
        commands: [...running],
        help: 'the value of one input, as group.item=value; may be given several times',
    },
    {
        name: 'inputs',
        kind: 'value',
        value: 'FILE',
        commands: [...running],
        help: 'a YAML or JSON file with input values',
    },
    {
        name: 'timeout',
        kind: 'value',
        value: 'DURATION',
        commands: [...running, 'wait'],
        help: 'the longest wait for a service: 90s, 2m, 500ms; a bare number is seconds',
    },
    {
        name: 'stable-for',
        kind: 'value',
        value: 'DURATION',
        commands: [...running],
        help: 'how long a service must stay up to count as ready; the default is 2s',
    },
    {
        name: 'keep',
        kind: 'flag',
        commands: [...running],
        help: 'keep the job directory of every run',
    },
    {
        name: 'plan',
        kind: 'flag',
        commands: ['check', 'run'],
        help: 'print what would be run, start nothing',
    },
    {
        name: 'repeat',
        kind: 'value',
        value: 'N',
        commands: ['check', 'run'],
        help: 'run every service N times',
    },
    {
        name: 'screenshot',
        kind: 'flag',
        commands: [...running],
        help: 'photograph the page of a ready service, when Chromium is on the machine',
    },
    {
        name: 'jobs',
        short: 'j',
        kind: 'value',
        value: 'N',
        commands: [...running],
        help: 'how many services run at once',
    },
    {
        name: 'shard',
        kind: 'value',
        value: 'I/N',
        commands: [...checking],
        help: 'take the Ith of N parts of the workflows',
    },
    {
        name: 'shards',
        kind: 'value',
        value: 'N',
        commands: ['list'],
        help: 'print N shards for a matrix instead of the workflows',
    },
    {
        name: 'report',
        kind: 'value',
        value: 'FILE',
        commands: ['gate'],
        help: 'judge this JSON report, merged from shards, instead of checking once more',
    },
    {
        name: 'next',
        kind: 'value',
        value: 'VERSION',
        commands: ['gate'],
        help: 'the version to be released; the default is the tag of this commit',
    },
    {
        name: 'base',
        kind: 'value',
        value: 'REVISION',
        commands: ['gate'],
        help: 'the release to compare the forms with; the default is the tag before',
    },
    {
        name: 'json',
        kind: 'flag',
        commands: ['list', 'rules', 'doctor', 'explain'],
        help: 'print JSON',
    },
    {
        name: 'job-dir',
        kind: 'value',
        value: 'DIR',
        commands: ['wait'],
        help: 'the directory with the coordination files',
    },
    {
        name: 'allow-untrusted-run',
        kind: 'flag',
        commands: [...running],
        help: 'run scripts also under pull_request_target and workflow_run, with the rights of the repository',
    },
    {
        name: 'quiet',
        short: 'q',
        kind: 'flag',
        commands: [...commandNames],
        help: 'no progress, no remarks, no runs that passed',
    },
    {
        name: 'no-color',
        kind: 'flag',
        commands: [...commandNames],
        help: 'no colours; NO_COLOR in the environment does the same',
    },
    { name: 'version', short: 'V', kind: 'flag', commands: [...commandNames], help: 'print the version' },
    { name: 'help', short: 'h', kind: 'flag', commands: [...commandNames], help: 'print this help' },
];
/** Every option of every command, in the order of the help. */
const optionTable = table;


/***/ }),

/***/ 6569:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  z: () => (/* binding */ tool)
});

;// CONCATENATED MODULE: ./build/package.json
const package_namespaceObject = {"rE":"0.1.0"};
;// CONCATENATED MODULE: ./build/src/app/tool.js

/** This program's name and version, as reports carry them. */
const tool = { name: 'pw-workflow-check', version: package_namespaceObject.rE };


/***/ }),

/***/ 1181:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   Z: () => (/* binding */ suggest)
/* harmony export */ });
/**
 * The known name nearest to a misspelt one, or `undefined` when none is near enough to be meant.
 *
 * Nearness is the number of insertions, deletions, substitutions and swaps of neighbours, ignoring case; at most
 * a third of the word's length (and never less than one edit) counts as near.
 */
function suggest(word, known) {
    const limit = Math.max(1, Math.floor(word.length / 3));
    let best;
    let bestDistance = limit + 1;
    for (const candidate of known) {
        if (candidate === word)
            continue;
        const distance = editDistance(word.toLowerCase(), candidate.toLowerCase(), limit);
        if (distance < bestDistance) {
            best = candidate;
            bestDistance = distance;
        }
    }
    return best;
}
/** Edits between two words, or any number above `limit` as soon as it is known to be exceeded. */
function editDistance(left, right, limit) {
    if (Math.abs(left.length - right.length) > limit)
        return limit + 1;
    let beforePrevious = [];
    let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let row = 1; row <= left.length; row++) {
        const current = [row];
        let least = row;
        for (let column = 1; column <= right.length; column++) {
            const same = left[row - 1] === right[column - 1];
            let cost = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, (previous[column - 1] ?? 0) + (same ? 0 : 1));
            if (row > 1 &&
                column > 1 &&
                left[row - 1] === right[column - 2] &&
                left[row - 2] === right[column - 1]) {
                cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1);
            }
            current.push(cost);
            least = Math.min(least, cost);
        }
        if (least > limit)
            return limit + 1;
        beforePrevious = previous;
        previous = current;
    }
    return previous[right.length] ?? 0;
}


/***/ }),

/***/ 3867:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _program_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(7961);
/* harmony import */ var _streams_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(2169);


process.exitCode = await (0,_program_js__WEBPACK_IMPORTED_MODULE_0__/* .main */ .i)(process.argv.slice(2), (0,_streams_js__WEBPACK_IMPORTED_MODULE_1__/* .terminalStreams */ .yt)());

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 7961:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  i: () => (/* binding */ main)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(6760);
// EXTERNAL MODULE: ./build/src/app/tool.js + 1 modules
var tool = __nccwpck_require__(6569);
// EXTERNAL MODULE: ./build/src/host/path-kind.js
var path_kind = __nccwpck_require__(6384);
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
// EXTERNAL MODULE: ./build/src/app/option-table.js
var option_table = __nccwpck_require__(3501);
// EXTERNAL MODULE: ./build/src/base/suggest.js
var suggest = __nccwpck_require__(1181);
;// CONCATENATED MODULE: ./build/src/cli/arguments.js



/**
 * Splits a command line into its command, options and operands.
 *
 * @param words what stands behind the program's name
 * @param exists tells whether a path is there: `--changed` takes the next word as its base unless that is a path
 */
function readArguments(words, exists) {
    const { tokens } = (0,external_node_util_namespaceObject.parseArgs)({
        args: [...words],
        options: Object.fromEntries(option_table/* optionTable */.sX.map((row) => [
            row.name,
            {
                type: row.kind === 'flag' || row.kind === 'optional' ? 'boolean' : 'string',
                ...(row.short === undefined ? {} : { short: row.short }),
            },
        ])),
        strict: false,
        allowPositionals: true,
        tokens: true,
    });
    const options = {};
    const operands = [];
    let optional;
    const named = [];
    for (const token of tokens) {
        if (token.kind === 'option-terminator') {
            optional = undefined;
            continue;
        }
        if (token.kind === 'positional') {
            if (optional !== undefined && !commandWord(token.value, operands) && !exists(token.value)) {
                options[optional] = [token.value];
            }
            else
                operands.push(token.value);
            optional = undefined;
            continue;
        }
        optional = undefined;
        const row = option_table/* optionTable */.sX.find((option) => option.name === token.name);
        if (row === undefined)
            return unknownOption(token.rawName);
        named.push(row.name);
        const swallowed = token.inlineValue === false && /^-./.test(token.value);
        const value = swallowed ? undefined : valueFor(row, token.value);
        if (value === undefined)
            return wrongUse(row, token.rawName, token.value);
        if (row.kind === 'list')
            options[row.name] = [...(options[row.name] ?? []), value];
        else
            options[row.name] = [value];
        if (row.kind === 'optional' && token.value === undefined)
            optional = row.name;
    }
    return withCommand(operands, options, named);
}
/** Whether a word behind `--changed` is the command rather than a base. */
function commandWord(word, operands) {
    return operands.length === 0 && option_table/* commandNames */.oQ.includes(word);
}
function valueFor(row, value) {
    switch (row.kind) {
        case 'flag':
            return value === undefined ? 'true' : undefined;
        case 'optional':
            return typeof value === 'string' ? value : '';
        case 'value':
        case 'list':
            return typeof value === 'string' && value !== '' ? value : undefined;
    }
}
function withCommand(operands, options, named) {
    const [first, ...rest] = operands;
    if (first === undefined) {
        if (options.version || options.help)
            return { kind: 'line', line: { command: 'check', operands: [], options } };
        return refused('a command is missing: try "pw-workflow-check check" or "pw-workflow-check --help"');
    }
    const command = option_table/* commandNames */.oQ.find((name) => name === first);
    if (command === undefined) {
        const near = (0,suggest/* suggest */.Z)(first, option_table/* commandNames */.oQ);
        const meant = near === undefined ? `expected one of ${option_table/* commandNames */.oQ.join(', ')}` : `did you mean "${near}"?`;
        return refused(`unknown command "${first}": ${meant}`);
    }
    for (const name of named) {
        const row = option_table/* optionTable */.sX.find((option) => option.name === name);
        if (row && !row.commands.includes(command)) {
            return refused(`"${command}" does not know --${name}: it belongs to ${row.commands.join(', ')}`);
        }
    }
    return { kind: 'line', line: { command, operands: rest, options } };
}
function unknownOption(written) {
    const near = (0,suggest/* suggest */.Z)(written.replace(/^-+/, ''), option_table/* optionTable */.sX.map((row) => row.name));
    const meant = near === undefined ? 'see --help' : `did you mean "--${near}"?`;
    return refused(`unknown option "${written}": ${meant}`);
}
function wrongUse(row, written, value) {
    if (row.kind === 'flag')
        return refused(`${written} takes no value, but "${String(value)}" was given`);
    return refused(`${written} needs a value: ${row.value ?? 'VALUE'}`);
}
function refused(message) {
    return { kind: 'refused', message };
}

;// CONCATENATED MODULE: ./build/src/cli/help.js


const summaries = {
    check: { usage: '[PATH…]', does: 'lint, then run every selected workflow; one report' },
    lint: {
        usage: '[PATH…]',
        does: 'read workflow.yaml, run: blocks, start.sh and what it sources; start nothing',
    },
    run: {
        usage: '[PATH…]',
        does: 'start each service as the platform would, wait for it, stop it, see what is left',
    },
    list: { usage: '[PATH…]', does: 'print the selected workflows' },
    merge: { usage: 'FILE…', does: 'make one report out of the JSON reports of several shards' },
    gate: { usage: '[PATH…]', does: 'the release gate: everything, strict' },
    compare: { usage: 'BASE', does: 'compare the input forms with a git revision, with a semver verdict' },
    explain: { usage: 'RULE', does: 'print what a rule finds, why, and what to do' },
    rules: { usage: '', does: 'print the table of rules' },
    graph: { usage: 'WORKFLOW', does: 'print the graph of jobs' },
    schema: { usage: '[workflow|config|report]', does: 'print a JSON Schema' },
    new: { usage: 'NAME', does: 'write a new workflow from the template' },
    init: {
        usage: '',
        does: 'write the GitHub workflow, the configuration and a baseline into this repository',
    },
    doctor: { usage: '', does: 'tell what this machine offers and what will be emulated' },
    wait: { usage: '', does: 'wait for the service of a job directory, as utils/wait_service.sh does' },
};
/** The help of the program: its commands and exit codes. */
function programHelp() {
    const rows = option_table/* commandNames */.oQ.map((name) => `  ${name.padEnd(9)}${summaries[name].does}`);
    return [
        `${tool/* tool */.z.name} ${tool/* tool */.z.version}`,
        'Lints, runs and gates Parallel Works ACTIVATE interactive session workflows.',
        '',
        `Usage: ${tool/* tool */.z.name} COMMAND [PATH…] [options]`,
        '',
        'Commands:',
        ...rows,
        '',
        `"${tool/* tool */.z.name} COMMAND --help" tells the options of a command.`,
        '',
        'Exit status: 0 clean, 1 findings or a failed run, 2 the request is wrong, 3 the tool itself failed.',
        '',
    ].join('\n');
}
/** The help of one command: how it is called and its options. */
function commandHelp(command) {
    const { usage, does } = summaries[command];
    const rows = option_table/* optionTable */.sX
        .filter((row) => row.commands.includes(command))
        .map((row) => {
        const short = row.short === undefined ? '    ' : `-${row.short}, `;
        const value = row.value === undefined ? '' : row.kind === 'optional' ? ` [${row.value}]` : ` ${row.value}`;
        const written = `  ${short}--${row.name}${value}`;
        return written.length < 28
            ? `${written.padEnd(28)}${row.help}`
            : `${written}\n${' '.repeat(28)}${row.help}`;
    });
    const call = [tool/* tool */.z.name, command, usage, '[options]'].filter((word) => word !== '').join(' ');
    return [
        `Usage: ${call}`,
        '',
        `${does[0]?.toUpperCase()}${does.slice(1)}.`,
        '',
        'Options:',
        ...rows,
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/src/cli/streams.js
var cli_streams = __nccwpck_require__(2169);
;// CONCATENATED MODULE: ./build/src/cli/program.js






/** Carries out a command line and gives the exit status: 0 clean, 1 problems, 2 wrong request, 3 our failure. */
async function main(words, streams) {
    try {
        const answer = readArguments(words, (path) => (0,path_kind/* kindOfPath */.B)((0,external_node_path_.resolve)(path)) !== 'missing');
        if (answer.kind === 'refused')
            return (0,cli_streams/* refuse */.TR)(streams, answer.message);
        const { line } = answer;
        if (line.options.version)
            return print(streams, `${tool/* tool */.z.name} ${tool/* tool */.z.version}\n`);
        if (line.options.help)
            return print(streams, words[0]?.startsWith('-') ? programHelp() : commandHelp(line.command));
        return await carryOut(line, streams);
    }
    catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        streams.talk(`pw-workflow-check: fault of this tool: ${message}\n`);
        return 3;
    }
}
/** The command's own part is loaded only when it is asked for, so that a small request starts quickly. */
async function carryOut(line, streams) {
    switch (line.command) {
        case 'check':
        case 'lint':
        case 'run':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(455), __nccwpck_require__.e(300), __nccwpck_require__.e(297), __nccwpck_require__.e(46), __nccwpck_require__.e(634), __nccwpck_require__.e(619), __nccwpck_require__.e(80)]).then(__nccwpck_require__.bind(__nccwpck_require__, 6080))).checkCommand(line, streams);
        case 'list':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(455), __nccwpck_require__.e(300), __nccwpck_require__.e(297), __nccwpck_require__.e(46), __nccwpck_require__.e(41)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4041))).listCommand(line, streams);
        case 'rules':
        case 'explain':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(455), __nccwpck_require__.e(300), __nccwpck_require__.e(372)]).then(__nccwpck_require__.bind(__nccwpck_require__, 8372))).ruleCommand(line, streams);
        case 'schema':
            return (await __nccwpck_require__.e(/* import() */ 906).then(__nccwpck_require__.bind(__nccwpck_require__, 2906))).schemaCommand(line, streams);
        case 'doctor':
            return (await __nccwpck_require__.e(/* import() */ 814).then(__nccwpck_require__.bind(__nccwpck_require__, 7814))).doctorCommand(line, streams);
        case 'merge':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(455), __nccwpck_require__.e(300), __nccwpck_require__.e(297), __nccwpck_require__.e(619), __nccwpck_require__.e(298)]).then(__nccwpck_require__.bind(__nccwpck_require__, 3536))).mergeCommand(line, streams);
        case 'graph':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(455), __nccwpck_require__.e(300), __nccwpck_require__.e(297), __nccwpck_require__.e(46), __nccwpck_require__.e(334)]).then(__nccwpck_require__.bind(__nccwpck_require__, 2334))).graphCommand(line, streams);
        case 'gate':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(455), __nccwpck_require__.e(300), __nccwpck_require__.e(297), __nccwpck_require__.e(46), __nccwpck_require__.e(634), __nccwpck_require__.e(619), __nccwpck_require__.e(657)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4657))).gateCommand(line, streams);
        case 'compare':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(455), __nccwpck_require__.e(300), __nccwpck_require__.e(297), __nccwpck_require__.e(46), __nccwpck_require__.e(971)]).then(__nccwpck_require__.bind(__nccwpck_require__, 4971))).compareCommand(line, streams);
        case 'new':
            return (await __nccwpck_require__.e(/* import() */ 581).then(__nccwpck_require__.bind(__nccwpck_require__, 9581))).newCommand(line, streams);
        case 'init':
            return (await Promise.all(/* import() */[__nccwpck_require__.e(455), __nccwpck_require__.e(300), __nccwpck_require__.e(297), __nccwpck_require__.e(46), __nccwpck_require__.e(634), __nccwpck_require__.e(414)]).then(__nccwpck_require__.bind(__nccwpck_require__, 414))).initCommand(line, streams);
        case 'wait':
            return (await __nccwpck_require__.e(/* import() */ 272).then(__nccwpck_require__.bind(__nccwpck_require__, 9272))).waitCommand(line, streams);
    }
}
function print(streams, text) {
    streams.print(text);
    return 0;
}


/***/ }),

/***/ 2169:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   MJ: () => (/* binding */ colourFor),
/* harmony export */   TR: () => (/* binding */ refuse),
/* harmony export */   yt: () => (/* binding */ terminalStreams)
/* harmony export */ });
/** The streams of this process. A reader that went away ends nothing: the exit status still tells the verdict. */
function terminalStreams() {
    const open = { stdout: true, stderr: true };
    for (const name of ['stdout', 'stderr']) {
        process[name].on('error', (error) => {
            open[name] = false;
            if (error.code !== 'EPIPE' && error.code !== 'EIO' && error.code !== 'ERR_STREAM_DESTROYED') {
                process.exitCode = 3;
            }
        });
    }
    return {
        print: (text) => {
            if (open.stdout)
                process.stdout.write(text);
        },
        talk: (text) => {
            if (open.stderr)
                process.stderr.write(text);
        },
        environment: process.env,
        terminal: { stdout: process.stdout.isTTY === true, stderr: process.stderr.isTTY === true },
        columns: () => process.stderr.columns ?? 80,
    };
}
/** Whether to paint a stream: a terminal that can, unless NO_COLOR or --no-color says no; FORCE_COLOR says yes. */
function colourFor(stream, streams, noColor) {
    const { NO_COLOR, FORCE_COLOR, TERM } = streams.environment;
    if (noColor || (NO_COLOR !== undefined && NO_COLOR !== ''))
        return 'plain';
    if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0')
        return 'colour';
    return streams.terminal[stream] && TERM !== 'dumb' ? 'colour' : 'plain';
}
/** Says on stderr what is wrong with a request and gives its exit status. */
function refuse(streams, message) {
    streams.talk(`pw-workflow-check: ${message.replaceAll('\n', '\npw-workflow-check: ')}\n`);
    return 2;
}


/***/ }),

/***/ 6384:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {

/* harmony export */ __nccwpck_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ kindOfPath)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(3024);

/** What stands at a path of this machine; links are followed. */
function kindOfPath(path) {
    try {
        const stats = (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
        return stats.isFile() ? 'file' : stats.isDirectory() ? 'directory' : 'other';
    }
    catch (error) {
        const code = error.code;
        return code === 'ENOENT' || code === 'ENOTDIR' || code === 'ERR_INVALID_ARG_VALUE' ? 'missing' : 'other';
    }
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(3867);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
