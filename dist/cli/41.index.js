export const id = 41;
export const ids = [41];
export const modules = {

/***/ 4041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  listCommand: () => (/* binding */ listCommand)
});

// EXTERNAL MODULE: ./build/src/app/prepare-request.js + 6 modules
var prepare_request = __webpack_require__(5046);
;// CONCATENATED MODULE: ./build/src/app/list.js

/** The workflows that a request selects, in order of their paths. */
async function listWorkflows(request, world) {
    const prepared = await (0,prepare_request/* prepareRequest */.n)(request, world);
    if (prepared.kind === 'refused')
        return prepared;
    const { workflows } = prepared.workspace;
    return { kind: 'list', workflows: workflows.map((file) => ({ name: file.name, path: file.source.path })) };
}

// EXTERNAL MODULE: ./build/src/app/request.js + 1 modules
var request = __webpack_require__(3176);
// EXTERNAL MODULE: ./build/src/host/node-world.js + 1 modules
var node_world = __webpack_require__(4564);
// EXTERNAL MODULE: ./build/src/report/document/json.js
var json = __webpack_require__(644);
// EXTERNAL MODULE: ./build/src/report/terminal/terminal-text.js
var terminal_text = __webpack_require__(3753);
// EXTERNAL MODULE: ./build/src/cli/locate.js + 1 modules
var locate = __webpack_require__(8555);
// EXTERNAL MODULE: ./build/src/cli/streams.js
var cli_streams = __webpack_require__(2169);
;// CONCATENATED MODULE: ./build/src/cli/list-command.js







/** Carries out `list`. */
async function listCommand(line, streams) {
    const located = (0,locate/* locateOperands */.z)(line.operands);
    if (located.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, located.message);
    const answer = (0,request/* readRequest */["in"])({ command: 'list', paths: located.paths, options: line.options });
    if (answer.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, answer.message);
    const listed = await listWorkflows(answer.request, (0,node_world/* nodeWorld */.$)(located.root, process.cwd()));
    if (listed.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, listed.message);
    const shards = (0,request/* last */.HV)(line.options.shards);
    if (shards !== undefined)
        return printShards(shards, listed.workflows.length, streams);
    if ((0,request/* given */.gI)(line.options.json))
        streams.print(`${(0,json/* jsonText */.s)(listed.workflows)}\n`);
    else {
        for (const { name, path } of listed.workflows)
            streams.print(`${(0,terminal_text/* visible */.RK)(name)}\t${(0,terminal_text/* visible */.RK)(path)}\n`);
    }
    return 0;
}
/** Prints the shards that a matrix needs: never more than there are workflows, and at least one. */
function printShards(written, workflows, streams) {
    const wanted = /^\d{1,3}$/.test(written) ? Number(written) : 0;
    if (wanted < 1 || wanted > 256) {
        return (0,cli_streams/* refuse */.TR)(streams, `--shards does not take "${written}": expected a whole number from 1 to 256`);
    }
    const count = Math.max(1, Math.min(wanted, workflows));
    const shards = Array.from({ length: count }, (_, index) => `${index + 1}/${count}`);
    streams.print(`${JSON.stringify(shards)}\n`);
    return 0;
}


/***/ }),

/***/ 644:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ formatJson),
/* harmony export */   s: () => (/* binding */ jsonText)
/* harmony export */ });
/**
 * The report as JSON: keys in the order of the contract, two blanks of indentation, a line break at the end. The
 * same document gives the same bytes. Characters that end a line or turn it round in some readers are written as
 * escapes, and so is what GitHub's runner would take for a command when the report is printed to its log.
 */
function formatJson(document) {
    return `${jsonText(document, 2)}\n`;
}
/** Any plain data as JSON with the same harmless spelling. */
function jsonText(data, indentation) {
    return JSON.stringify(data, undefined, indentation)
        .replace(/[\u007f-\u009f\u061c\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
        .replaceAll('##[', '#\\u0023[');
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
