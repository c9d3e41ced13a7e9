export const id = 298;
export const ids = [298];
export const modules = {

/***/ 1732:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C: () => (/* binding */ mergeReports),
  B: () => (/* binding */ renderSourceOf)
});

// EXTERNAL MODULE: ./build/src/report/document/document-of.js
var document_of = __webpack_require__(2725);
;// CONCATENATED MODULE: ./build/src/report/document/merge-documents.js

/** One report out of those of several shards; the order of the arguments does not matter. */
function mergeDocuments(documents) {
    const [first] = documents;
    const diagnostics = each(documents.flatMap((one) => one.diagnostics), findingKey).sort(byPlace);
    const workflows = mergeWorkflows(documents.flatMap((one) => one.workflows));
    const commits = new Set(documents.map((one) => one.commit));
    const versions = new Set(documents.map((one) => one.tool.version));
    const remarks = documents.flatMap((one) => one.remarks);
    if (commits.size > 1)
        remarks.push('the merged reports are of different commits');
    if (versions.size > 1)
        remarks.push('the merged reports are of different versions of this program');
    return {
        schema: 1,
        tool: first.tool,
        commit: commits.size === 1 ? first.commit : undefined,
        summary: (0,document_of/* summaryOf */.YG)(diagnostics, workflows),
        workflows,
        diagnostics,
        runs: each(documents.flatMap((one) => one.runs), (run) => JSON.stringify(run)).sort(byRun),
        allowed: each(documents.flatMap((one) => one.allowed), findingKey).sort(byPlace),
        faults: each(documents.flatMap((one) => one.faults), (fault) => `${fault.kind}\n${fault.message}`),
        remarks: [...new Set(remarks)].sort(),
    };
}
function each(items, key) {
    return [...new Map(items.map((item) => [key(item), item])).values()];
}
function findingKey(one) {
    const { start, end } = one.range;
    return [one.path, start.line, start.column, end.line, end.column, one.rule, one.message].join('\n');
}
const severityOfOutcome = { failed: 2, skipped: 1, passed: 0 };
/** A workflow that several shards looked at has the worst of its outcomes. */
function mergeWorkflows(workflows) {
    const worst = new Map();
    for (const one of workflows) {
        const known = worst.get(one.path);
        if (!known || severityOfOutcome[one.outcome] > severityOfOutcome[known.outcome])
            worst.set(one.path, one);
    }
    return [...worst.values()].sort((a, b) => compare(a.path, b.path));
}
function byPlace(a, b) {
    return (compare(a.path, b.path) ||
        a.range.start.line - b.range.start.line ||
        a.range.start.column - b.range.start.column ||
        compare(a.rule, b.rule) ||
        compare(a.message, b.message));
}
function byRun(a, b) {
    return compare(a.path, b.path) || compare(a.mode, b.mode) || compare(a.scenario, b.scenario);
}
function compare(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}

// EXTERNAL MODULE: ./build/src/report/document/read-document.js
var read_document = __webpack_require__(5206);
// EXTERNAL MODULE: ./build/src/rules/index.generated.js + 410 modules
var index_generated = __webpack_require__(4741);
// EXTERNAL MODULE: ./build/src/source/line-index.js
var line_index = __webpack_require__(7112);
// EXTERNAL MODULE: ./build/src/source/span.js
var span = __webpack_require__(1959);
;// CONCATENATED MODULE: ./build/src/app/merge.js





/** Reads JSON reports and puts them together. */
function mergeReports(files, world) {
    const documents = [];
    for (const file of files) {
        const content = world.readNamed(file);
        if (content.kind === 'problem')
            return { kind: 'refused', message: `"${file}" cannot be read: ${content.message}` };
        const read = (0,read_document/* readDocument */.u)(content.text);
        if (read.kind === 'refused')
            return { kind: 'refused', message: `"${file}" is no report: ${read.message}` };
        documents.push(read.document);
    }
    const [first, ...rest] = documents;
    if (first === undefined)
        return { kind: 'refused', message: 'merge needs the JSON reports to put together' };
    return { kind: 'merged', document: mergeDocuments([first, ...rest]) };
}
/** What formats are made from when only a document is known: the lines come from the working tree, where it has them. */
function renderSourceOf(document, world) {
    return {
        document,
        rules: index_generated/* rules */.a.map((rule) => rule.meta),
        graphs: new Map(),
        lines: (path) => {
            const content = world.files.read((0,span/* filePath */.s)(path));
            return content.kind === 'text' ? (0,line_index/* lineIndex */.D)(content.text) : undefined;
        },
    };
}


/***/ }),

/***/ 3536:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   mergeCommand: () => (/* binding */ mergeCommand)
/* harmony export */ });
/* harmony import */ var _app_merge_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1732);
/* harmony import */ var _app_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3176);
/* harmony import */ var _host_node_world_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4564);
/* harmony import */ var _locate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8555);
/* harmony import */ var _print_report_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(7619);
/* harmony import */ var _streams_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(2169);






/** Carries out `merge`. */
async function mergeCommand(line, streams) {
    const answer = (0,_print_report_js__WEBPACK_IMPORTED_MODULE_4__/* .readTargets */ .R)(line);
    if (answer.kind === 'refused')
        return (0,_streams_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(streams, answer.message);
    const read = (0,_app_request_js__WEBPACK_IMPORTED_MODULE_1__/* .readRequest */ ["in"])({ command: 'merge', paths: [], options: line.options });
    if (read.kind === 'refused')
        return (0,_streams_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(streams, read.message);
    const located = (0,_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .locateOperands */ .z)([]);
    const world = (0,_host_node_world_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeWorld */ .$)(located.kind === 'located' ? located.root : process.cwd(), process.cwd());
    const merged = (0,_app_merge_js__WEBPACK_IMPORTED_MODULE_0__/* .mergeReports */ .C)(line.operands, world);
    if (merged.kind === 'refused')
        return (0,_streams_js__WEBPACK_IMPORTED_MODULE_5__/* .refuse */ .TR)(streams, merged.message);
    return (0,_print_report_js__WEBPACK_IMPORTED_MODULE_4__/* .printReport */ .Y)((0,_app_merge_js__WEBPACK_IMPORTED_MODULE_0__/* .renderSourceOf */ .B)(merged.document, world), answer.targets, read.request.failOn, line, streams);
}


/***/ }),

/***/ 5206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   u: () => (/* binding */ readDocument)
/* harmony export */ });
const lists = ['workflows', 'diagnostics', 'runs', 'allowed', 'faults', 'remarks'];
/** Reads a JSON report; only what the formats and the merging rely on is looked at. */
function readDocument(text) {
    let data;
    try {
        data = JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch {
        return refused('it is not JSON');
    }
    if (!isRecord(data) || !isRecord(data['tool']) || data['tool']['name'] !== 'pw-workflow-check') {
        return refused('it is no report of pw-workflow-check');
    }
    if (data['schema'] !== 1) {
        return refused(`it has version ${JSON.stringify(data['schema'])} of the report; this program reads version 1`);
    }
    for (const list of lists) {
        if (!Array.isArray(data[list]))
            return refused(`"${list}" is no list`);
    }
    const report = data;
    if (!report.diagnostics.every(isDiagnostic) || !report.allowed.every(isDiagnostic)) {
        return refused('a finding in it has no rule, severity, message or place');
    }
    if (!report.workflows.every(isWorkflow))
        return refused('a workflow in it has no name, path or outcome');
    if (!report.runs.every(isRun))
        return refused('a run in it is not complete');
    return { kind: 'document', document: report };
}
function isDiagnostic(one) {
    return (isRecord(one) &&
        texts(one, 'rule', 'message', 'path', 'fingerprint') &&
        ['error', 'warning', 'note'].includes(String(one['severity'])) &&
        Array.isArray(one['related']) &&
        isRange(one['range']));
}
function isWorkflow(one) {
    return isRecord(one) && texts(one, 'name', 'path') && isOutcome(one['outcome']);
}
function isRun(one) {
    return (isRecord(one) &&
        texts(one, 'workflow', 'path', 'mode', 'scenario') &&
        isOutcome(one['outcome']) &&
        ['observations', 'coordination', 'phases', 'jobs', 'leftovers', 'fidelity', 'log'].every((list) => Array.isArray(one[list])));
}
function isOutcome(value) {
    return value === 'passed' || value === 'failed' || value === 'skipped';
}
function isRange(value) {
    return isRecord(value) && isPlace(value['start']) && isPlace(value['end']);
}
function isPlace(value) {
    return isRecord(value) && isCount(value['line']) && isCount(value['column']);
}
function isCount(value) {
    return Number.isSafeInteger(value) && Number(value) >= 1;
}
function texts(value, ...names) {
    return names.every((name) => typeof value[name] === 'string');
}
function isRecord(value) {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
function refused(message) {
    return { kind: 'refused', message };
}


/***/ }),

/***/ 1853:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Np: () => (/* binding */ bySeverity),
/* harmony export */   Vj: () => (/* binding */ verdictOf),
/* harmony export */   c6: () => (/* binding */ fails),
/* harmony export */   et: () => (/* binding */ exitStatusOf)
/* harmony export */ });
const weight = { error: 3, warning: 2, note: 1 };
/** Worst first. */
function bySeverity(left, right) {
    return weight[right] - weight[left];
}
/** Whether a finding of this severity fails the check. */
function fails(severity, failOn) {
    return failOn !== 'never' && weight[severity] >= weight[failOn];
}
/** Judges a report; a missing tool is not a fault of the check, everything else that is ours is. */
function verdictOf(document, failOn) {
    if (document.faults.some((fault) => fault.kind !== 'tool-missing'))
        return 'faulty';
    if (failOn === 'never')
        return 'clean';
    const found = document.diagnostics.some((one) => fails(one.severity, failOn));
    const failed = document.runs.some((run) => run.outcome === 'failed');
    return found || failed ? 'problems' : 'clean';
}
/** The exit status of a verdict (contract, part 1). */
function exitStatusOf(verdict) {
    switch (verdict) {
        case 'clean':
            return 0;
        case 'problems':
            return 1;
        case 'faulty':
            return 3;
    }
}


/***/ })

};
