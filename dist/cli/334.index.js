export const id = 334;
export const ids = [334];
export const modules = {

/***/ 3566:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   v: () => (/* binding */ jobGraphs)
/* harmony export */ });
/** The jobs of each workflow that could be read, as pictures show them. */
function jobGraphs(workflows) {
    return workflows.flatMap((file) => file.workflow === undefined ? [] : [jobGraph(file, file.workflow.jobs)]);
}
function jobGraph(file, jobs) {
    return {
        workflow: file.name,
        path: file.source.path,
        jobs: jobs.map((job) => ({
            id: job.id.value,
            needs: [...new Set(job.needs.map((need) => need.value))],
            does: workOf(job),
        })),
    };
}
/** What a job does in a few words: the last part of what it uses, else how many scripts it runs. */
function workOf(job) {
    const uses = job.steps.flatMap((step) => (step.uses === undefined ? [] : [step.uses.value]));
    const [first] = uses;
    if (first !== undefined)
        return first.split('/').slice(1).join('/') || first;
    return job.steps.length === 1 ? '1 step' : `${job.steps.length} steps`;
}


/***/ }),

/***/ 2334:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  graphCommand: () => (/* binding */ graphCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/app/job-graphs.js
var job_graphs = __webpack_require__(3566);
// EXTERNAL MODULE: ./build/src/app/prepare-request.js + 6 modules
var prepare_request = __webpack_require__(5046);
;// CONCATENATED MODULE: ./build/src/app/graph.js


/** The jobs of the one workflow that a request names, by its path or by its name. */
async function graphOf(request, name, world) {
    const prepared = await (0,prepare_request/* prepareRequest */.n)(request, world);
    if (prepared.kind === 'refused')
        return prepared;
    const found = prepared.workspace.workflows.filter((file) => name === undefined || file.name === name);
    const [file, second] = found;
    if (file === undefined) {
        const known = prepared.workspace.workflows.map((one) => one.name).join(', ');
        return { kind: 'refused', message: `there is no workflow "${name ?? ''}": expected one of ${known}` };
    }
    if (second !== undefined) {
        return { kind: 'refused', message: `name one workflow: ${found.map((one) => one.name).join(', ')}` };
    }
    const [graph] = (0,job_graphs/* jobGraphs */.v)([file]);
    if (graph === undefined)
        return { kind: 'refused', message: `${file.source.path} cannot be read as a workflow` };
    return { kind: 'graph', graph };
}

// EXTERNAL MODULE: ./build/src/app/request.js + 1 modules
var request = __webpack_require__(3176);
// EXTERNAL MODULE: ./build/src/host/node-world.js + 1 modules
var node_world = __webpack_require__(4564);
// EXTERNAL MODULE: ./build/src/host/path-kind.js
var path_kind = __webpack_require__(6384);
// EXTERNAL MODULE: ./build/src/report/document/json.js
var json = __webpack_require__(644);
// EXTERNAL MODULE: ./build/src/report/markdown/markdown-text.js
var markdown_text = __webpack_require__(8287);
;// CONCATENATED MODULE: ./build/src/report/graph-text.js


/** The jobs of a workflow as text: for Mermaid, for Graphviz, or as JSON. */
function formatGraph(graph, format) {
    switch (format) {
        case 'mermaid':
            return mermaid(graph);
        case 'dot':
            return dot(graph);
        case 'json':
            return `${(0,json/* jsonText */.s)(graph, 2)}\n`;
    }
}
function edges(graph) {
    const index = new Map(graph.jobs.map((job, position) => [job.id, position]));
    return graph.jobs.flatMap((job, to) => job.needs.flatMap((need) => {
        const from = index.get(need);
        return from === undefined ? [] : [[from, to]];
    }));
}
function mermaid(graph) {
    const boxes = graph.jobs.map((job, index) => `  j${index}["${(0,markdown_text/* mermaidLabel */._b)(job.id)}<br/><small>${(0,markdown_text/* mermaidLabel */._b)(job.does)}</small>"]`);
    const arrows = edges(graph).map(([from, to]) => `  j${from} --> j${to}`);
    return `${['flowchart LR', ...boxes, ...arrows].join('\n')}\n`;
}
function dot(graph) {
    const word = (text) => `"${text.replace(/[\\"]/g, '\\$&').replace(/[\r\n]+/g, ' ')}"`;
    const boxes = graph.jobs.map((job, index) => `  j${index} [label=${word(job.id)}];`);
    const arrows = edges(graph).map(([from, to]) => `  j${from} -> j${to};`);
    return `${[`digraph ${word(graph.workflow)} {`, '  rankdir=LR;', '  node [shape=box];', ...boxes, ...arrows, '}'].join('\n')}\n`;
}

// EXTERNAL MODULE: ./build/src/cli/locate.js + 1 modules
var locate = __webpack_require__(8555);
// EXTERNAL MODULE: ./build/src/cli/streams.js
var cli_streams = __webpack_require__(2169);
;// CONCATENATED MODULE: ./build/src/cli/graph-command.js








/** Carries out `graph`; the workflow is named by a path or by its name. */
async function graphCommand(line, streams) {
    const [named, second] = line.operands;
    if (second !== undefined)
        return (0,cli_streams/* refuse */.TR)(streams, 'graph needs one workflow');
    const format = (0,request/* last */.HV)(line.options.format) ?? 'mermaid';
    if (format !== 'mermaid' && format !== 'dot' && format !== 'json') {
        return (0,cli_streams/* refuse */.TR)(streams, `--format does not take "${format}" here: expected one of mermaid, dot, json`);
    }
    const isPath = named === undefined || (0,path_kind/* kindOfPath */.B)((0,external_node_path_.resolve)(named)) !== 'missing';
    const located = (0,locate/* locateOperands */.z)(named !== undefined && isPath ? [named] : []);
    if (located.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, located.message);
    const read = (0,request/* readRequest */["in"])({ command: 'graph', paths: isPath ? located.paths : [], options: {} });
    if (read.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, read.message);
    const answer = await graphOf(read.request, isPath ? undefined : named, (0,node_world/* nodeWorld */.$)(located.root, process.cwd()));
    if (answer.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, answer.message);
    streams.print(formatGraph(answer.graph, format));
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

/***/ 8287:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D9: () => (/* binding */ markdownCode),
/* harmony export */   _b: () => (/* binding */ mermaidLabel),
/* harmony export */   dI: () => (/* binding */ markdownBlock),
/* harmony export */   iQ: () => (/* binding */ markdownLink),
/* harmony export */   p7: () => (/* binding */ markdownText)
/* harmony export */ });
/* harmony import */ var _terminal_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3753);

/**
 * Text for a paragraph or a table cell of GitHub's Markdown: nothing in it is markup, an HTML tag, a mention, a
 * reference to an issue or a link, and it stays on its line.
 */
function markdownText(text) {
    return oneLine(text).replace(special, (sign) => {
        const reference = `&#${sign.charCodeAt(0)};`;
        return sign === '@' || sign === '#' ? `${reference}&#8203;` : `${reference}${sign.slice(1)}`;
    });
}
/** Signs of markup; and what would begin a list, a heading, an emoji, a mention, a reference or a link by itself. */
const special = /[&<>\\`*_{}[\]()~|!$@#]|:(?=\/\/|[a-z0-9_+-]+:)|(?<=\bwww)\.|(?<=^\s*)[-+=]|(?<=^\s*\d{1,9})\./gi;
/** Text as code within a line or a table cell. */
function markdownCode(text) {
    return `<code>${markdownText(text)}</code>`;
}
/** Lines as a block of code; the fence is longer than any in the text. */
function markdownBlock(text, language = '') {
    const lines = text.split(/\r\n|\r|\n/).map((line) => shownLine(line));
    const body = lines.join('\n');
    const longest = Math.max(0, ...(body.match(/`+/g) ?? []).map((run) => run.length));
    const fence = '`'.repeat(Math.max(3, longest + 1));
    return `${fence}${language}\n${body}\n${fence}`;
}
/** A link; the text is harmless, the address must be ours. */
function markdownLink(text, address) {
    if (address === undefined)
        return markdownText(text);
    return `<a href="${address.replaceAll('&', '&amp;').replaceAll('"', '%22').replaceAll('<', '%3C').replaceAll('>', '%3E')}">${markdownText(text)}</a>`;
}
/** A label in a Mermaid picture: letters, digits and a few harmless signs. */
function mermaidLabel(text) {
    const label = text
        .replace(/[^\p{L}\p{N} _./-]+/gu, ' ')
        .replace(/ +/g, ' ')
        .trim()
        .slice(0, 60);
    return label === '' ? 'unnamed' : label;
}
function oneLine(text) {
    return shownLine(text.replace(/\s*[\r\n]+\s*/g, ' '));
}
/** Shows controls but keeps tabs. GitHub's runner would take a command from `##[` when the text came to a log. */
function shownLine(text) {
    let shown = '';
    for (const character of text)
        shown += character === '\t' ? character : (0,_terminal_terminal_text_js__WEBPACK_IMPORTED_MODULE_0__/* .visibleCharacter */ .mq)(character);
    return shown;
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
