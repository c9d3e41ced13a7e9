export const id = 231;
export const ids = [231];
export const modules = {

/***/ 5231:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ printReport),
  R: () => (/* binding */ readTargets)
});

// EXTERNAL MODULE: ./build/src/app/option-table.js
var option_table = __webpack_require__(3501);
// EXTERNAL MODULE: ./build/src/app/request.js + 1 modules
var request = __webpack_require__(3176);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/host/github-context.js


/** Reads the context from the environment and the event's payload; what is missing is empty. */
function readGithubContext(environment, readEvent = readJson) {
    const { GITHUB_EVENT_NAME = '', GITHUB_EVENT_PATH = '', GITHUB_REPOSITORY = '', GITHUB_SHA = '', GITHUB_SERVER_URL = 'https://github.com', GITHUB_API_URL = 'https://api.github.com', GITHUB_WORKSPACE = process.cwd(), } = environment;
    const payload = GITHUB_EVENT_PATH === '' ? undefined : readEvent(GITHUB_EVENT_PATH);
    const text = (...path) => {
        const value = at(payload, path);
        return typeof value === 'string' ? value : '';
    };
    const number = at(payload, ['pull_request', 'number']);
    const headSha = text('pull_request', 'head', 'sha');
    return {
        event: GITHUB_EVENT_NAME,
        repository: GITHUB_REPOSITORY,
        repo: { owner: GITHUB_REPOSITORY.split('/')[0] ?? '', repo: GITHUB_REPOSITORY.split('/')[1] ?? '' },
        headSha: headSha || text('merge_group', 'head_sha') || GITHUB_SHA,
        serverUrl: GITHUB_SERVER_URL,
        apiUrl: GITHUB_API_URL,
        workspace: GITHUB_WORKSPACE,
        pullRequest: typeof number === 'number'
            ? {
                number,
                baseSha: text('pull_request', 'base', 'sha'),
                headSha,
                fork: text('pull_request', 'head', 'repo', 'full_name') !==
                    text('pull_request', 'base', 'repo', 'full_name'),
            }
            : undefined,
        mergeGroup: text('merge_group', 'head_sha') === ''
            ? undefined
            : { baseSha: text('merge_group', 'base_sha'), headSha: text('merge_group', 'head_sha') },
        push: GITHUB_EVENT_NAME === 'push' ? { before: text('before'), ref: text('ref') } : undefined,
    };
}
/**
 * The address of a line at the head commit, or `undefined` outside GitHub.
 *
 * @param path from the top of the repository
 */
function lineLink(context, path, line) {
    if (context.repository === '' || context.headSha === '')
        return undefined;
    const encoded = path.split('/').map(encodePart).join('/');
    return `${context.serverUrl}/${context.repository}/blob/${context.headSha}/${encoded}#L${line}`;
}
/** Where a folder lies in the workspace: empty when it is the workspace itself, `undefined` outside of it. */
function prefixIn(workspace, root) {
    const path = (0,external_node_path_.relative)((0,external_node_path_.resolve)(workspace), (0,external_node_path_.resolve)(root)).replaceAll('\\', '/');
    return path.startsWith('..') || (0,external_node_path_.isAbsolute)(path) ? undefined : path;
}
/**
 * Where a folder lies in its repository, which need not be the workspace: a job may check several repositories out side
 * by side. Empty at the top; without `.git` above, the workspace counts as the top.
 */
function folderInRepository(workspace, root) {
    for (let top = (0,external_node_path_.resolve)(root);; top = (0,external_node_path_.dirname)(top)) {
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(top, '.git')))
            return prefixIn(top, root) ?? '';
        if (top === (0,external_node_path_.dirname)(top))
            return prefixIn(workspace, root) ?? '';
    }
}
/** A path in a folder; an empty folder is the top. */
function pathIn(folder, path) {
    return folder === '' ? path : `${folder}/${path}`;
}
function encodePart(part) {
    try {
        return encodeURIComponent(part);
    }
    catch {
        return '%EF%BF%BD';
    }
}
function readJson(path) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, 'utf8'));
    }
    catch {
        return undefined;
    }
}
function at(value, path) {
    let here = value;
    for (const key of path) {
        if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key))
            return undefined;
        here = here[key];
    }
    return here;
}

;// CONCATENATED MODULE: ./build/src/host/picture-address.js

/** The largest picture that goes into a page, in bytes. */
const largest = 3_000_000;
/** A PNG file as a `data:` address; nothing when it is none, too large or not there. */
function pictureAddress(path) {
    try {
        if (!(0,external_node_fs_.statSync)(path).isFile() || (0,external_node_fs_.statSync)(path).size > largest)
            return undefined;
        const bytes = (0,external_node_fs_.readFileSync)(path);
        const isPng = bytes.subarray(0, 4).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47]));
        return isPng ? `data:image/png;base64,${bytes.toString('base64')}` : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/host/write-whole.js
var write_whole = __webpack_require__(845);
// EXTERNAL MODULE: ./build/src/report/document/verdict.js
var verdict = __webpack_require__(1853);
// EXTERNAL MODULE: ./build/src/report/render.js + 21 modules
var render = __webpack_require__(3743);
;// CONCATENATED MODULE: ./build/src/cli/guard.js
/**
 * Keeps GitHub's runner from taking a command out of a report that is printed into the log of a step: a line of the
 * user's text must not begin with `::`, and `##[` must not occur at all. Elsewhere the text stays as it is.
 */
function guarded(text, format, { GITHUB_ACTIONS }) {
    if (GITHUB_ACTIONS !== 'true')
        return text;
    if (format !== 'pretty' && format !== 'markdown')
        return text;
    return text.replaceAll('##[', '#\u200b#[').replace(/^(\s*)::/gm, '$1\u200b::');
}

// EXTERNAL MODULE: ./build/src/base/suggest.js
var suggest = __webpack_require__(1181);
;// CONCATENATED MODULE: ./build/src/cli/outputs.js


/** Reads the values of `--output`. */
function readOutputs(values) {
    const outputs = [];
    for (const value of values) {
        const sign = value.indexOf('=');
        const [word, file] = [value.slice(0, Math.max(0, sign)), value.slice(sign + 1)];
        if (sign <= 0 || file === '') {
            return {
                kind: 'refused',
                message: `--output does not take "${value}": expected FORMAT=FILE, as in json=report.json`,
            };
        }
        const format = option_table/* reportFormats */.zX.find((name) => name === word);
        if (format === undefined) {
            const near = (0,suggest/* suggest */.Z)(word, option_table/* reportFormats */.zX);
            const meant = near === undefined ? `expected one of ${option_table/* reportFormats */.zX.join(', ')}` : `did you mean "${near}"?`;
            return { kind: 'refused', message: `--output does not know the format "${word}": ${meant}` };
        }
        outputs.push({ format, file });
    }
    return { kind: 'outputs', outputs };
}

// EXTERNAL MODULE: ./build/src/cli/streams.js
var cli_streams = __webpack_require__(2169);
;// CONCATENATED MODULE: ./build/src/cli/print-report.js










/** Reads `--format` and `--output`. */
function readTargets(line) {
    const read = readOutputs(line.options.output ?? []);
    if (read.kind === 'refused')
        return read;
    const word = (0,request/* last */.HV)(line.options.format) ?? 'pretty';
    const format = option_table/* reportFormats */.zX.find((name) => name === word);
    if (format === undefined) {
        return {
            kind: 'refused',
            message: `--format does not take "${word}" here: expected one of ${option_table/* reportFormats */.zX.join(', ')}`,
        };
    }
    return { kind: 'targets', targets: { format, outputs: read.outputs } };
}
/** Prints and writes a report and gives the exit status of its verdict, or 2 when a file cannot be written. */
function printReport(source, targets, failOn, line, streams, root) {
    const options = {
        colour: (0,cli_streams/* colourFor */.MJ)('stdout', streams, (0,request/* given */.gI)(line.options['no-color'])),
        talk: (0,request/* given */.gI)(line.options.quiet) ? 'quiet' : 'normal',
        failOn,
        picture: pictureAddress,
        linkTo: linkTo(root, streams.environment),
    };
    streams.print(guarded((0,render/* render */.X)(targets.format, source, options), targets.format, streams.environment));
    let status = (0,verdict/* exitStatusOf */.et)((0,verdict/* verdictOf */.Vj)(source.document, failOn));
    for (const { format, file } of targets.outputs) {
        try {
            (0,write_whole/* writeWhole */.f)(file, (0,render/* render */.X)(format, source, { ...options, colour: 'plain', talk: 'normal' }));
        }
        catch (error) {
            const words = error instanceof Error ? error.message : String(error);
            status = (0,cli_streams/* refuse */.TR)(streams, `${file} cannot be written: ${words}`);
        }
    }
    return status;
}
/** On GitHub's runner, the addresses of lines at the commit that is checked; elsewhere nobody shows them. */
function linkTo(root, environment) {
    if (environment['GITHUB_ACTIONS'] !== 'true')
        return undefined;
    const context = readGithubContext(environment);
    const folder = folderInRepository(context.workspace, root);
    return (path, at) => lineLink(context, pathIn(folder, path), at);
}


/***/ }),

/***/ 2725:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jj: () => (/* binding */ sourceLines),
/* harmony export */   YG: () => (/* binding */ summaryOf),
/* harmony export */   lM: () => (/* binding */ documentOf)
/* harmony export */ });
/* harmony import */ var _source_line_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7112);

/** The lines of a report's files, each indexed when first asked for. */
function sourceLines(files) {
    const known = new Map();
    return (path) => {
        if (!known.has(path)) {
            const file = files.get(path);
            known.set(path, file && (0,_source_line_index_js__WEBPACK_IMPORTED_MODULE_0__/* .lineIndex */ .D)(file.text));
        }
        return known.get(path);
    };
}
/** A report as plain data: offsets become lines and columns; what has no text is placed at its first character. */
function documentOf(report, lines = sourceLines(report.files)) {
    const diagnostics = report.diagnostics.map((one) => diagnosticOf(one, lines));
    return {
        schema: 1,
        tool: { name: report.tool.name, version: report.tool.version },
        commit: report.commit,
        summary: summaryOf(diagnostics, report.workflows),
        workflows: report.workflows.map(({ name, path, outcome, reason }) => ({ name, path, outcome, reason })),
        diagnostics,
        runs: report.runs.map((run) => runOf(run, lines)),
        allowed: report.allowed.map((one) => ({ ...diagnosticOf(one.diagnostic, lines), reason: one.reason })),
        faults: report.faults.map(({ kind, message }) => ({ kind, message })),
        remarks: [...report.remarks],
    };
}
/** Counts findings by severity and workflows by outcome. */
function summaryOf(diagnostics, workflows) {
    const found = (severity) => diagnostics.filter((one) => one.severity === severity).length;
    const came = (outcome) => workflows.filter((one) => one.outcome === outcome).length;
    return {
        errors: found('error'),
        warnings: found('warning'),
        notes: found('note'),
        workflows: workflows.length,
        passed: came('passed'),
        failed: came('failed'),
        skipped: came('skipped'),
    };
}
function locationOf(span, lines) {
    const index = lines(span.file);
    const first = { line: 1, column: 1 };
    return {
        path: span.file,
        range: {
            start: index?.placeOf(span.start) ?? first,
            end: index?.placeOf(Math.max(span.start, span.end)) ?? first,
        },
    };
}
function diagnosticOf(one, lines) {
    return {
        rule: one.rule,
        severity: one.severity,
        message: one.message,
        ...locationOf(one.at, lines),
        workflow: one.workflow,
        help: one.help,
        url: one.url,
        fingerprint: one.fingerprint,
        related: (one.related ?? []).map((label) => ({ ...locationOf(label.span, lines), message: label.text })),
        fix: one.fix && {
            title: one.fix.title,
            safety: one.fix.safety,
            edits: one.fix.edits.map((edit) => ({ ...locationOf(edit.span, lines), text: edit.replacement })),
        },
    };
}
function failureOf(failure, lines) {
    const location = failure.at && locationOf(failure.at, lines);
    return {
        cause: failure.cause,
        message: failure.message,
        path: location?.path,
        range: location?.range,
        help: failure.help,
    };
}
function runOf(run, lines) {
    return {
        workflow: run.workflow,
        path: run.path,
        mode: run.mode,
        scenario: run.scenario,
        outcome: run.outcome,
        cause: run.failure?.cause,
        failure: run.failure && failureOf(run.failure, lines),
        observations: run.observations.map((one) => failureOf(one, lines)),
        reason: run.skipped,
        readyMs: run.readyMs,
        detectMs: run.detectMs,
        service: run.service,
        session: run.session && {
            path: run.session.path,
            status: run.session.status,
            strays: run.session.strays.map((stray) => stray.target),
            screenshot: run.session.screenshot,
        },
        coordination: run.coordination.map(({ file, atMs, content, by }) => ({ file, atMs, content, by })),
        wait: run.wait && { job: run.wait.job, said: run.wait.said, atMs: run.wait.atMs },
        phases: run.phases.map(({ phase, ms }) => ({ phase, ms })),
        jobs: run.jobs.map(({ job, outcome, ms, outputs }) => ({ job, outcome, ms, outputs: { ...outputs } })),
        leftovers: run.leftovers.map((one) => ({ ...one })),
        fidelity: run.fidelity.map(({ what, how, why }) => ({ what, how, why })),
        log: [...run.log],
        kept: run.kept,
    };
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

/***/ 5929:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BF: () => (/* binding */ leftoverWords),
/* harmony export */   CL: () => (/* binding */ runOutcome),
/* harmony export */   Fw: () => (/* binding */ workflowWords),
/* harmony export */   dQ: () => (/* binding */ findingCount),
/* harmony export */   fy: () => (/* binding */ workflowCount),
/* harmony export */   kh: () => (/* binding */ runTitle),
/* harmony export */   p0: () => (/* binding */ duration)
/* harmony export */ });
/* harmony import */ var _base_plural_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5777);

/** A length of time as people say it: `412 ms`, `3.2 s`, `2 min 5 s`. */
function duration(ms) {
    if (ms < 1000)
        return `${Math.round(ms)} ms`;
    if (ms < 59_950)
        return `${(ms / 1000).toFixed(1)} s`;
    const seconds = Math.round(ms / 1000);
    const rest = seconds % 60;
    return rest === 0 ? `${Math.floor(seconds / 60)} min` : `${Math.floor(seconds / 60)} min ${rest} s`;
}
/** `1 error, 2 warnings, 0 notes`. */
function findingCount(summary) {
    return `${(0,_base_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .L)(summary.errors, 'error')}, ${(0,_base_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .L)(summary.warnings, 'warning')}, ${(0,_base_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .L)(summary.notes, 'note')}`;
}
/** `3 workflows: 1 passed, 1 failed, 1 skipped`; outcomes that did not occur are left out. */
function workflowCount(summary) {
    const outcomes = [
        [summary.passed, 'passed'],
        [summary.failed, 'failed'],
        [summary.skipped, 'skipped'],
    ].filter(([count]) => count > 0);
    const parts = outcomes.map(([count, outcome]) => `${count} ${outcome}`);
    return `${(0,_base_plural_js__WEBPACK_IMPORTED_MODULE_0__/* .plural */ .L)(summary.workflows, 'workflow')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
}
/** How a run is named: its mode, and its scenario when it is not the default one. */
function runTitle(run) {
    return run.scenario === 'default' ? run.mode : `${run.mode}, ${run.scenario}`;
}
/** What became of a run, in one line without its title. */
function runOutcome(run) {
    switch (run.outcome) {
        case 'passed': {
            if (run.readyMs === undefined)
                return 'passed';
            const where = run.service ? ` at ${run.service.hostname}:${run.service.port}` : '';
            const noticed = run.detectMs === undefined ? '' : `, noticed after ${duration(run.detectMs)}`;
            return `ready in ${duration(run.readyMs)}${where}${noticed}`;
        }
        case 'failed':
            return run.failure ? `${run.failure.cause}: ${run.failure.message}` : 'failed';
        case 'skipped':
            return run.reason === undefined ? 'skipped' : `skipped: ${run.reason}`;
    }
}
/** What was left behind, in words. */
function leftoverWords(one) {
    switch (one.kind) {
        case 'process':
            return `process ${one.pid ?? '?'}: ${one.command ?? ''}`;
        case 'port':
            return `port ${one.port ?? '?'} on ${one.address ?? '?'}`;
        case 'file':
            return `file ${one.path ?? '?'}`;
        case 'batch-job':
            return `batch job ${one.id ?? '?'}`;
    }
}
/** The workflow's line in a table: its runs, or why there is none. */
function workflowWords(workflow, runs) {
    if (workflow.reason !== undefined)
        return workflow.reason;
    return runs.map((run) => `${runTitle(run)}: ${runOutcome(run)}`).join('; ');
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

/***/ 3743:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  X: () => (/* binding */ render),
  u: () => (/* binding */ renderSource)
});

// EXTERNAL MODULE: ./build/src/report/document/document-of.js
var document_of = __webpack_require__(2725);
// EXTERNAL MODULE: ./build/src/report/document/json.js
var json = __webpack_require__(644);
;// CONCATENATED MODULE: ./build/src/report/document/ndjson.js

/**
 * The report as lines of JSON, each an object with a `type`: the findings, the runs, the workflows, and last the
 * summary. While a run goes on its events are printed before, in the same manner.
 */
function formatNdjson(document) {
    const { schema, tool, commit, summary } = document;
    const lines = [
        ...document.diagnostics.map((one) => ({ type: 'diagnostic', ...one })),
        ...document.allowed.map((one) => ({ type: 'allowed', ...one })),
        ...document.runs.map((one) => ({ type: 'run', ...one })),
        ...document.workflows.map((one) => ({ type: 'workflow', ...one })),
        ...document.remarks.map((message) => ({ type: 'remark', message })),
        ...document.faults.map((one) => ({ type: 'fault', ...one })),
        { type: 'summary', schema, tool, commit, ...summary },
    ];
    return lines.map((line) => `${(0,json/* jsonText */.s)(line)}\n`).join('');
}

// EXTERNAL MODULE: ./build/src/report/document/verdict.js
var verdict = __webpack_require__(1853);
// EXTERNAL MODULE: ./build/src/report/document/words.js
var document_words = __webpack_require__(5929);
;// CONCATENATED MODULE: ./build/src/report/github/workflow-command.js
/** Characters that GitHub's runner keeps of a message (actions/runner, ExecutionContext.cs). */
const messageLimit = 4096;
/** Escapes what stands behind the second `::` of a workflow command. */
function escapeData(text) {
    return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
/** Escapes the value of a property of a workflow command. */
function escapeProperty(text) {
    return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
/** One workflow command on one line, without its line break; a message that is too long is cut with a note. */
function workflowCommand(command, properties, message) {
    const given = ['title', 'file', 'line', 'endLine', 'col', 'endColumn'].flatMap((name) => {
        const value = properties[name];
        return value === undefined ? [] : [`${name}=${escapeProperty(withoutControls(String(value)))}`];
    });
    const list = given.length > 0 ? ` ${given.join(',')}` : '';
    return `::${command}${list}::${escapeData(shorten(withoutControls(message)))}`;
}
/**
 * Removes what terminals obey, but keeps line breaks and tabs: the log of a step shows messages as they are, and folds
 * or paints a line of theirs that has `##[` in it.
 */
function withoutControls(text) {
    return text
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd')
        .replaceAll('##[', '#\u200b#[');
}
function shorten(text) {
    const note = ' … (cut)';
    if (text.length <= messageLimit)
        return text;
    const cut = text.slice(0, messageLimit - note.length);
    return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}${note}`;
}
/**
 * A line of somebody else's text for the log of a step, as a text that GitHub's runner takes no command from: a
 * command must not begin the line, and the old form `##[` is matched anywhere in it.
 */
function logLine(text) {
    return `| ${text
        .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?)/g, '')
        .replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '\ufffd')
        .replaceAll('##[', '#\u200b#[')
        .slice(0, 2000)}`;
}

;// CONCATENATED MODULE: ./build/src/report/github/annotations.js



/** Annotations of one kind that GitHub keeps of a step; it drops the rest in silence. */
const annotationsPerKind = 10;
/**
 * Picks annotations within GitHub's budget: findings on one line become one annotation; lines in the diff come
 * first, then the worse, then those of the more precise rules, then by place.
 */
function selectAnnotations(document, options) {
    const inDiff = (one) => options.inDiff?.(one.path, one.range.start.line) ?? true;
    const precision = precisions(options.rules);
    const groups = new Map();
    for (const one of document.diagnostics) {
        if (options.scope === 'diff' && !inDiff(one))
            continue;
        const line = `${one.range.start.line}:${one.path}`;
        const group = groups.get(line);
        if (group)
            group.push(one);
        else
            groups.set(line, [one]);
    }
    const rank = (one) => precision.get(one.rule) ?? 1;
    const ranked = [...groups.values()]
        .map((group) => group.toSorted((a, b) => (0,verdict/* bySeverity */.Np)(a.severity, b.severity) || rank(a) - rank(b)))
        .flatMap((findings, order) => {
        const [first] = findings;
        return first ? [{ first, findings, order, near: options.order === 'severity' || inDiff(first) }] : [];
    })
        .sort((a, b) => Number(b.near) - Number(a.near) ||
        (0,verdict/* bySeverity */.Np)(a.first.severity, b.first.severity) ||
        rank(a.first) - rank(b.first) ||
        a.order - b.order);
    const used = { error: 0, warning: 0, note: 0, ...options.spent };
    const annotations = [];
    for (const { first, findings } of ranked) {
        if (used[first.severity] >= options.perKind)
            continue;
        used[first.severity]++;
        annotations.push(annotationOf(first, findings, options.pathPrefix));
    }
    return {
        annotations,
        shown: annotations.reduce((sum, one) => sum + one.findings.length, 0),
        total: document.diagnostics.length,
    };
}
/**
 * The workflow commands of a report, one a line. Failed runs that no finding tells of and faults of this program come
 * first: they share the budget with the findings.
 */
function annotationLog(document, options) {
    const most = (severity) => options.perKind - (options.spent?.[severity] ?? 0);
    const runs = untoldRuns(document).slice(0, Math.max(0, most('error')));
    const faults = document.faults.slice(0, Math.max(0, most('warning')));
    const { annotations, shown, total } = selectAnnotations(document, {
        ...options,
        spent: {
            ...options.spent,
            error: (options.spent?.error ?? 0) + runs.length,
            warning: (options.spent?.warning ?? 0) + faults.length,
        },
    });
    return {
        lines: [
            ...runs.map((run) => workflowCommand('error', { title: `run of ${run.workflow}` }, (0,document_words/* runOutcome */.CL)(run))),
            ...faults.map((fault) => workflowCommand('warning', { title: 'pw-workflow-check' }, fault.message)),
            ...annotations.map((one) => workflowCommand(one.command, one.properties, one.message)),
        ],
        shown,
        total,
    };
}
/** The workflow commands of a report, one a line, and a last line when not every finding is told. */
function formatGithub(document, options) {
    const log = annotationLog(document, options);
    const lines = log.shown < log.total ? [...log.lines, shownOf(log)] : log.lines;
    return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}
function untoldRuns(document) {
    const told = new Set(document.diagnostics.filter((one) => one.severity === 'error').map((one) => one.workflow));
    return document.runs.filter((run) => run.outcome === 'failed' && !told.has(run.workflow));
}
/** `12 of 57 findings are annotated`. */
function shownOf(selection) {
    return `${selection.shown} of ${selection.total} findings are annotated`;
}
function annotationOf(first, findings, prefix) {
    const told = fitting(findings);
    return {
        command: commandOf(first.severity),
        severity: first.severity,
        properties: {
            file: prefix === undefined || prefix === '' ? first.path : `${prefix.replace(/\/+$/, '')}/${first.path}`,
            ...rangeProperties(first),
            title: findings.length === 1 ? first.rule : `${first.rule} and ${findings.length - 1} more`,
        },
        message: told.map((one) => wordsOf(one, findings.length > 1)).join('\n\n'),
        findings: told,
    };
}
/** The findings of one line whose words fit into one message; the first always does, cut if need be. */
function fitting(findings) {
    let left = messageLimit;
    return findings.filter((one, index) => {
        left -= wordsOf(one, findings.length > 1).length + 2;
        return index === 0 || left >= 0;
    });
}
function wordsOf(one, several) {
    const help = one.help === undefined ? '' : `\n${one.help}`;
    return several ? `${one.severity}: ${one.message} [${one.rule}]${help}` : `${one.message}${help}`;
}
/** GitHub drops columns of ranges over several lines, so those are not sent. */
function rangeProperties({ range }) {
    const { start, end } = range;
    if (end.line > start.line) {
        return { line: start.line, endLine: end.column > 1 ? end.line : Math.max(start.line, end.line - 1) };
    }
    return {
        line: start.line,
        endLine: start.line,
        col: start.column,
        endColumn: Math.max(start.column, end.column - 1),
    };
}
function commandOf(severity) {
    switch (severity) {
        case 'error':
            return 'error';
        case 'warning':
            return 'warning';
        case 'note':
            return 'notice';
    }
}
const ranks = { 'very-high': 0, high: 1, medium: 2, low: 3 };
function precisions(rules) {
    return new Map(rules.map((rule) => [rule.id, ranks[rule.precision ?? 'high']]));
}

// EXTERNAL MODULE: ./build/src/base/plural.js
var plural = __webpack_require__(5777);
;// CONCATENATED MODULE: ./build/src/report/document/well-formed.js
/** A text without halves of surrogate pairs, which UTF-8 cannot hold. */
function wellFormed(text) {
    return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
}

// EXTERNAL MODULE: ./build/src/report/terminal/terminal-text.js
var terminal_text = __webpack_require__(3753);
;// CONCATENATED MODULE: ./build/src/report/html/html-text.js


/**
 * Text for an HTML element or a quoted attribute: all markup is written as references and controls are shown. `##[`
 * is broken up for GitHub's runner, which would take it for a command when the page is printed into a log.
 */
function htmlText(text) {
    let shown = '';
    for (const character of wellFormed(text)) {
        shown += character === '\n' || character === '\t' ? character : (0,terminal_text/* visibleCharacter */.mq)(character);
    }
    return shown.replace(/[&<>"'`=]/g, (sign) => `&#${sign.charCodeAt(0)};`).replaceAll('##[', '##&#91;');
}
/** The address of a link, or nothing when it is none of the web. */
function htmlAddress(address) {
    return address !== undefined && /^https?:\/\/[^\s"'<>]+$/.test(address) ? htmlText(address) : undefined;
}

;// CONCATENATED MODULE: ./build/src/report/html/html-finding.js

/** Lines shown around the marked ones. */
const around = 2;
/** Marked lines shown at most. */
const mostLines = 12;
/** Characters of a line shown at most, the marked ones in sight. */
const longestLine = 400;
/** One finding with its code and what to do. */
function htmlFinding(one, lines, linkTo) {
    const start = one.range.start;
    const place = `${one.path}:${start.line}:${start.column}`;
    const address = htmlAddress(linkTo(one.path, start.line));
    const shownPlace = address === undefined ? htmlText(place) : `<a href="${address}">${htmlText(place)}</a>`;
    const more = htmlAddress(one.url);
    const rule = `<code>${htmlText(one.rule)}</code>`;
    const related = one.related.map((label) => `<div class="advice">${htmlText(`${label.path}:${label.range.start.line}`)}: ${htmlText(label.message)}</div>${htmlFrame(label, lines, 0)}`);
    return [
        `<article class="card finding ${one.severity}"><header><span class="message">${htmlText(one.message)}</span>`,
        `<span class="badge">${one.severity}</span><span class="place">${shownPlace}</span>`,
        `<span class="rule">${more === undefined ? rule : `<a href="${more}">${rule}</a>`}</span></header>`,
        htmlFrame(one, lines, around),
        ...related,
        one.help === undefined ? '' : `<div class="advice"><b>What to do:</b> ${htmlText(one.help)}</div>`,
        one.fix === undefined
            ? ''
            : `<div class="advice"><b>Repair:</b> ${htmlText(one.fix.title)} <code>${one.fix.safety === 'safe' ? '--fix' : '--fix-unsafe'}</code></div>`,
        '</article>',
    ].join('');
}
function htmlFrame(at, lines, context) {
    const source = lines(at.path);
    if (source === undefined)
        return '';
    const { start, end } = at.range;
    const lastMarked = end.column > 1 || end.line === start.line ? end.line : end.line - 1;
    const first = Math.max(1, start.line - context);
    const last = Math.min(source.count, Math.min(lastMarked, start.line + mostLines - 1) + context);
    const rows = [];
    for (let line = first; line <= last; line++)
        rows.push(row(source, at, line, lastMarked));
    return `<pre class="frame">${rows.join('')}</pre>`;
}
function row(source, at, line, lastMarked) {
    const { start, end } = at.range;
    const text = source.lineText(line);
    const number = `<i>${line}</i>`;
    if (line < start.line || line > lastMarked) {
        return `<span class="row">${number}${htmlText(text.slice(0, longestLine))}${text.length > longestLine ? '…' : ''}</span>`;
    }
    const from = line === start.line ? Math.min(start.column - 1, text.length) : indentOf(text);
    const to = line === end.line ? Math.min(end.column - 1, text.length) : text.length;
    const skipped = Math.max(0, from - longestLine / 2);
    const marked = text.slice(from, Math.max(from, to)) || text.slice(from, from + 1) || ' ';
    const before = `${skipped > 0 ? '…' : ''}${htmlText(text.slice(skipped, from))}`;
    const shown = marked.slice(0, longestLine);
    const after = shown.length < marked.length ? '' : text.slice(from + shown.length, from + longestLine);
    const rest = from + shown.length + after.length < text.length ? '…' : '';
    return `<span class="row here">${number}${before}<mark>${htmlText(shown)}</mark>${htmlText(after)}${rest}</span>`;
}
function indentOf(text) {
    return text.length - text.trimStart().length;
}

;// CONCATENATED MODULE: ./build/src/report/job-graph.js
/**
 * Jobs in columns: one stands right of everything that it waits for. Jobs in a cycle, and needs that name no job,
 * count as waiting for nothing.
 */
function columnsOf(graph) {
    const jobs = new Map(graph.jobs.map((job) => [job.id, job]));
    const column = new Map();
    const open = new Set();
    const place = (id) => {
        const known = column.get(id);
        if (known !== undefined)
            return known;
        if (open.has(id))
            return -1;
        open.add(id);
        const before = (jobs.get(id)?.needs ?? []).filter((need) => need !== id && jobs.has(need)).map(place);
        const own = Math.max(-1, ...before) + 1;
        open.delete(id);
        column.set(id, own);
        return own;
    };
    const columns = [];
    for (const { id } of graph.jobs.slice(0, 500)) {
        const own = place(id);
        const list = columns[own] ?? [];
        list.push(id);
        columns[own] = list;
    }
    return columns;
}

;// CONCATENATED MODULE: ./build/src/report/html/svg-graph.js


const box = { width: 168, height: 44, gapX: 56, gapY: 18 };
/**
 * The jobs of a workflow as a picture from left to right.
 *
 * @param outcomes what became of a job, by its id
 */
function svgGraph(graph, outcomes) {
    const columns = columnsOf(graph);
    const tallest = Math.max(0, ...columns.map((column) => column.length));
    if (tallest === 0)
        return '';
    const places = new Map();
    for (const [index, column] of columns.entries()) {
        const free = ((tallest - column.length) * (box.height + box.gapY)) / 2;
        for (const [row, id] of column.entries()) {
            places.set(id, { x: 2 + index * (box.width + box.gapX), y: 2 + free + row * (box.height + box.gapY) });
        }
    }
    const edges = graph.jobs.flatMap((job) => job.needs.flatMap((need) => {
        const from = places.get(need);
        const to = places.get(job.id);
        return from && to && from.x < to.x ? [edge(from, to)] : [];
    }));
    const boxes = graph.jobs.flatMap((job) => {
        const at = places.get(job.id);
        if (at === undefined)
            return [];
        const tone = outcomes.get(job.id);
        return [
            `<g class="${tone === undefined ? '' : htmlText(tone)}"><rect class="box" x="${at.x}" y="${at.y}" width="${box.width}" height="${box.height}" rx="8"/><text x="${at.x + 12}" y="${at.y + 19}" font-weight="600">${htmlText(cut(job.id, 22))}</text><text class="soft" x="${at.x + 12}" y="${at.y + 35}">${htmlText(cut(job.does, 25))}</text><title>${htmlText(job.id)}</title></g>`,
        ];
    });
    const width = columns.length * (box.width + box.gapX) - box.gapX + 4;
    const height = tallest * (box.height + box.gapY) - box.gapY + 4;
    return `<svg role="img" aria-label="jobs" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${edges.join('')}${boxes.join('')}</svg>`;
}
function edge(from, to) {
    const [x1, y1] = [from.x + box.width, from.y + box.height / 2];
    const [x2, y2] = [to.x - 6, to.y + box.height / 2];
    const middle = (x1 + x2) / 2;
    return `<path class="edge" d="M${x1} ${y1} C${middle} ${y1} ${middle} ${y2} ${x2} ${y2}"/><path class="head" d="M${x2 + 5} ${y2} l-7 -4 v8 z"/>`;
}
function cut(text, most) {
    return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

// EXTERNAL MODULE: ./build/src/report/markdown/markdown-text.js
var markdown_text = __webpack_require__(8287);
;// CONCATENATED MODULE: ./build/src/report/markdown/timeline.js

/** What is known of when things happened in a run, in order of time within each lane. */
function timelineMarks(run) {
    let clock = 0;
    const phases = run.phases.map(({ phase, ms }) => {
        const mark = { lane: 'phases', label: phase, atMs: clock, ms };
        clock += ms;
        return mark;
    });
    const events = run.coordination.map((one) => ({ lane: 'events', label: `${one.file} by ${one.by}`, atMs: one.atMs, ms: 0 }));
    if (run.readyMs !== undefined)
        events.push({ lane: 'events', label: 'ready', atMs: run.readyMs, ms: 0 });
    if (run.wait?.atMs !== undefined) {
        events.push({
            lane: 'events',
            label: `${run.wait.job} says ${run.wait.said}`,
            atMs: run.wait.atMs,
            ms: 0,
        });
    }
    return [...phases, ...events.sort((a, b) => a.atMs - b.atMs)];
}
/** The timeline as a Mermaid picture in a block of code, or `undefined` when nothing is known. */
function timeline(run) {
    const marks = timelineMarks(run).slice(0, 60);
    if (marks.length === 0)
        return undefined;
    const rows = ['gantt', '  dateFormat x', '  axisFormat %S.%L s'];
    let lane = '';
    for (const mark of marks) {
        if (mark.lane !== lane) {
            lane = mark.lane;
            rows.push(`  section ${lane}`);
        }
        const start = Math.max(0, Math.round(mark.atMs));
        const kind = mark.ms > 0 ? '' : 'milestone, ';
        const end = mark.ms > 0 ? start + Math.max(1, Math.round(mark.ms)) : start;
        rows.push(`  ${(0,markdown_text/* mermaidLabel */._b)(mark.label)} :${kind}${start}, ${end}`);
    }
    return `\`\`\`mermaid\n${rows.join('\n')}\n\`\`\``;
}

;// CONCATENATED MODULE: ./build/src/report/html/svg-timeline.js



const labelWidth = 200;
const plotWidth = 620;
const rowHeight = 24;
/** The timeline of a run as a picture: a bar for each phase, a point for each event; nothing when nothing is known. */
function svgTimeline(run) {
    const marks = timelineMarks(run).slice(0, 40);
    const end = Math.max(...marks.map((mark) => mark.atMs + mark.ms), 0);
    if (marks.length === 0 || end <= 0)
        return '';
    const height = marks.length * rowHeight + 26;
    const at = (ms) => labelWidth + (ms / end) * plotWidth;
    const ticks = ticksUpTo(end).map((ms) => `<line class="grid" x1="${round(at(ms))}" x2="${round(at(ms))}" y1="0" y2="${height - 22}"/><text class="soft" x="${round(at(ms))}" y="${height - 6}" text-anchor="middle">${(0,document_words/* duration */.p0)(ms)}</text>`);
    const rows = marks.map((mark, index) => {
        const y = index * rowHeight;
        const label = `<text x="${labelWidth - 10}" y="${y + 16}" text-anchor="end">${htmlText(svg_timeline_shorten(mark.label))}</text>`;
        const words = `<title>${htmlText(`${mark.label}: ${(0,document_words/* duration */.p0)(mark.atMs)}${mark.ms > 0 ? `, took ${(0,document_words/* duration */.p0)(mark.ms)}` : ''}`)}</title>`;
        const shape = mark.lane === 'phases'
            ? `<rect class="bar" x="${round(at(mark.atMs))}" y="${y + 5}" width="${round(Math.max(2, (mark.ms / end) * plotWidth))}" height="14" rx="3">${words}</rect>`
            : `<circle class="dot" cx="${round(at(mark.atMs))}" cy="${y + 12}" r="6">${words}</circle>`;
        return `${label}${shape}`;
    });
    return `<svg role="img" aria-label="timeline" width="${labelWidth + plotWidth + 40}" height="${height}" viewBox="0 0 ${labelWidth + plotWidth + 40} ${height}">${ticks.join('')}${rows.join('')}</svg>`;
}
function ticksUpTo(end) {
    const rough = end / 5;
    const power = 10 ** Math.floor(Math.log10(Math.max(rough, 1)));
    const step = ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
    return Array.from({ length: Math.floor(end / step) + 1 }, (_, index) => index * step);
}
function svg_timeline_shorten(text) {
    return text.length > 30 ? `${text.slice(0, 29)}…` : text;
}
function round(value) {
    return Math.round(value * 10) / 10;
}

;// CONCATENATED MODULE: ./build/src/report/html/html-run.js





/** One run with its timeline, its jobs, what differed from the platform, and its last lines. */
function htmlRun(run, graph, { linkTo, picture: pictureOf }) {
    const failure = run.failure;
    const line = failure?.range?.start.line;
    const place = failure?.path !== undefined && line !== undefined ? `${failure.path}:${line}` : undefined;
    const address = failure?.path !== undefined && line !== undefined ? htmlAddress(linkTo(failure.path, line)) : undefined;
    const shownPlace = place === undefined
        ? ''
        : ` at ${address === undefined ? htmlText(place) : `<a href="${address}">${htmlText(place)}</a>`}`;
    const timeline = svgTimeline(run);
    const outcomes = new Map(run.jobs.map((job) => [job.job, job.outcome === 'cancelled' ? 'skipped' : job.outcome]));
    const picture = graph === undefined ? '' : svgGraph(graph, outcomes);
    const parts = [
        `<article class="card run ${run.outcome}"><header><h3>${htmlText(run.workflow)}</h3>`,
        `<span class="badge">${run.outcome}</span><span class="wide">${htmlText((0,document_words/* runTitle */.kh)(run))}</span>`,
        `<span class="words">${htmlText((0,document_words/* runOutcome */.CL)(run))}${shownPlace}</span></header><div class="body">`,
        failure?.help === undefined ? '' : `<p><b>What to do:</b> ${htmlText(failure.help)}</p>`,
        run.leftovers.length === 0
            ? ''
            : `<ul class="plain left">${run.leftovers.map((one) => `<li>left behind: ${htmlText((0,document_words/* leftoverWords */.BF)(one))}</li>`).join('')}</ul>`,
        screenshot(run, pictureOf),
        timeline === '' ? '' : `<div class="picture">${timeline}</div>`,
        picture === '' ? '' : folded('jobs', `<div class="picture">${picture}</div>${jobTable(run)}`, true),
        serviceTable(run),
        run.fidelity.length === 0
            ? ''
            : folded('what was emulated', `<ul class="plain">${run.fidelity.map((one) => `<li>${htmlText(one.what)}: ${one.how}${one.why === undefined ? '' : `, ${htmlText(one.why)}`}</li>`).join('')}</ul>`),
        run.log.length === 0
            ? ''
            : folded(`last ${(0,plural/* plural */.L)(run.log.length, 'line')}`, `<pre class="log">${htmlText(run.log.join('\n'))}</pre>`, run.outcome === 'failed'),
        '</div></article>',
    ];
    return parts.join('');
}
/** The page of the service as a user would see it; only a picture of ours may stand here. */
function screenshot(run, pictureOf) {
    const address = run.session?.screenshot === undefined ? undefined : pictureOf(run.session.screenshot);
    if (address === undefined || !/^data:image\/png;base64,[A-Za-z0-9+/=]+$/.test(address))
        return '';
    return `<img class="screenshot" alt="the page of the service" src="${address}">`;
}
function jobTable(run) {
    if (run.jobs.length === 0)
        return '';
    const rows = run.jobs.map((job) => `<tr class="${job.outcome === 'cancelled' ? 'skipped' : job.outcome}"><td class="name">${htmlText(job.job)}</td><td><span class="badge">${job.outcome}</span></td><td class="number">${(0,document_words/* duration */.p0)(job.ms)}</td></tr>`);
    return `<table><tbody>${rows.join('')}</tbody></table>`;
}
function serviceTable(run) {
    const files = run.coordination.map((one) => `<tr><td class="name">${htmlText(one.file)}</td><td><code>${htmlText(one.content.slice(0, 200))}</code></td><td>${htmlText(one.by)}</td><td class="number">${(0,document_words/* duration */.p0)(one.atMs)}</td></tr>`);
    const listeners = (run.service?.listening ?? []).map((one) => `<tr><td class="name">port ${one.port}</td><td><code>${htmlText(one.address)}</code></td><td>${htmlText(one.command ?? '')}</td><td class="number"></td></tr>`);
    const rows = [...files, ...listeners];
    if (rows.length === 0)
        return '';
    return folded('coordination files and ports', `<table><tbody>${rows.join('')}</tbody></table>`);
}
function folded(title, body, open = false) {
    return `<details${open ? ' open' : ''}><summary>${htmlText(title)}</summary>${body}</details>`;
}

;// CONCATENATED MODULE: ./build/src/report/html/html-style.js
/** The style of the page: light and dark, narrow and wide; no file, font or script from elsewhere. */
const htmlStyle = `
:root {
  color-scheme: light dark;
  --page: #f6f7f9; --card: #ffffff; --ink: #1b2330; --soft: #5b6675; --line: #dfe4ea; --code: #f3f5f8;
  --error: #c62a3a; --warning: #a15c00; --note: #1f6fb2; --good: #1d7f4a; --skip: #6b7280;
  --error-soft: #fdecee; --warning-soft: #fff4df; --note-soft: #e8f2fb; --good-soft: #e6f5ec; --skip-soft: #eef0f3;
  --accent: #2f5bd7;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #10141a; --card: #171d26; --ink: #e6eaf0; --soft: #98a4b3; --line: #2a333f; --code: #11161d;
    --error: #ff7b86; --warning: #f0b357; --note: #79b8f2; --good: #63cf94; --skip: #9aa4b2;
    --error-soft: #3a1c22; --warning-soft: #33270f; --note-soft: #14283b; --good-soft: #12301f; --skip-soft: #222a34;
    --accent: #8fb0ff;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1rem; }
body { margin: 0; background: var(--page); color: var(--ink); font: 16px/1.55 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
main { max-width: 76rem; margin: 0 auto; padding: 1.5rem 1rem 4rem; }
a { color: var(--accent); text-decoration: none; } a:hover { text-decoration: underline; }
h1, h2, h3 { line-height: 1.25; margin: 0; } h2 { font-size: 1.2rem; margin: 2.4rem 0 .8rem; } h3 { font-size: 1.02rem; }
code, pre { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; font-size: .86em; }
.hero { display: flex; flex-wrap: wrap; gap: 1rem 1.4rem; align-items: center; padding: 1.4rem 1.5rem; border-radius: 14px; background: var(--card); border: 1px solid var(--line); border-left: 8px solid var(--tone); }
.hero h1 { font-size: 1.55rem; } .hero p { margin: .2rem 0 0; color: var(--soft); font-size: .95rem; }
.hero .sign { font-size: 2rem; line-height: 1; color: var(--tone); font-weight: 700; }
.hero .words { flex: 1 1 18rem; min-width: 0; overflow-wrap: anywhere; }
.tiles { display: grid; grid-template-columns: repeat(5, minmax(4.3rem, 1fr)); gap: .5rem; }
.tile { padding: .5rem .4rem; border-radius: 10px; background: var(--tint); color: var(--tone); text-align: center; }
.tile b { display: block; font-size: 1.35rem; line-height: 1.2; font-variant-numeric: tabular-nums; } .tile span { font-size: .78rem; }
.error { --tone: var(--error); --tint: var(--error-soft); } .warning { --tone: var(--warning); --tint: var(--warning-soft); }
.note { --tone: var(--note); --tint: var(--note-soft); } .passed { --tone: var(--good); --tint: var(--good-soft); }
.failed { --tone: var(--error); --tint: var(--error-soft); } .skipped { --tone: var(--skip); --tint: var(--skip-soft); }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; margin: 0 0 1rem; overflow: hidden; }
.badge { display: inline-block; padding: .05rem .55rem; border-radius: 999px; font-size: .78rem; font-weight: 600; background: var(--tint); color: var(--tone); white-space: nowrap; }
table { width: 100%; border-collapse: collapse; font-size: .93rem; }
th { text-align: left; font-weight: 600; color: var(--soft); font-size: .8rem; } th, td { padding: .55rem .9rem; border-top: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
thead th { border-top: 0; } td.number, th.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; } td.name { font-weight: 600; overflow-wrap: break-word; min-width: 8rem; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem; margin: 0 0 .9rem; }
.filters label { display: inline-flex; gap: .4rem; align-items: center; cursor: pointer; padding: .2rem .7rem; border: 1px solid var(--line); border-radius: 999px; background: var(--card); font-size: .88rem; }
.filters input { accent-color: var(--tone); margin: 0; }
body:has(#show-error:not(:checked)) .finding.error, body:has(#show-warning:not(:checked)) .finding.warning, body:has(#show-note:not(:checked)) .finding.note { display: none; }
.finding { border-left: 5px solid var(--tone); }
.finding header { padding: .75rem 1rem .65rem; display: flex; flex-wrap: wrap; gap: .3rem .7rem; align-items: baseline; }
.finding header .message { flex: 1 1 100%; font-weight: 600; overflow-wrap: anywhere; }
.finding header .place, .finding header .rule { font-size: .86rem; color: var(--soft); overflow-wrap: anywhere; } .finding header .rule { margin-left: auto; }
.frame { margin: 0; padding: .55rem 0; background: var(--code); border-top: 1px solid var(--line); overflow-x: auto; line-height: 1.6; tab-size: 4; }
.frame span.row { display: block; white-space: pre; padding-right: 1rem; min-width: max-content; } .frame span.row.here { background: color-mix(in srgb, var(--tone) 9%, transparent); }
.frame i { display: inline-block; width: 4.2rem; padding-right: .9rem; text-align: right; color: var(--soft); font-style: normal; user-select: none; opacity: .75; }
.frame mark { background: color-mix(in srgb, var(--tone) 24%, transparent); color: inherit; border-bottom: 2px solid var(--tone); border-radius: 2px 2px 0 0; padding: .08em 0; }
.advice { padding: .6rem 1rem; border-top: 1px solid var(--line); font-size: .93rem; overflow-wrap: anywhere; } .advice b { color: var(--good); font-weight: 600; } .advice + .advice { border-top: 0; padding-top: 0; }
.run { border-left: 5px solid var(--tone); } .run > header { padding: .8rem 1rem; display: flex; flex-wrap: wrap; gap: .3rem .7rem; align-items: baseline; } .run > header h3 { overflow-wrap: anywhere; } .run > header .words { flex: 1 1 100%; color: var(--soft); overflow-wrap: anywhere; }
.run .body { padding: 0 1rem .8rem; } .run .left { color: var(--error); }
details { border-top: 1px solid var(--line); padding: .55rem 0; } details summary { cursor: pointer; color: var(--soft); font-size: .9rem; } details[open] summary { margin-bottom: .5rem; }
.log { margin: 0; padding: .7rem .9rem; background: var(--code); border-radius: 8px; overflow: auto; max-height: 26rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.picture { overflow-x: auto; padding: .4rem 0; } svg { display: block; max-width: none; } svg text { font: 12px system-ui, sans-serif; fill: var(--ink); } svg .soft { fill: var(--soft); } svg .lane { fill: var(--code); } svg .bar { fill: var(--accent); opacity: .75; } svg .dot { fill: var(--good); stroke: var(--card); stroke-width: 2; } svg .grid { stroke: var(--line); } svg .box { fill: var(--card); stroke: var(--tone, var(--line)); stroke-width: 1.5; } svg .edge { fill: none; stroke: var(--soft); stroke-width: 1.4; } svg .head { fill: var(--soft); }
ul.plain { margin: .2rem 0; padding-left: 1.1rem; font-size: .92rem; } .empty { padding: 1.6rem; text-align: center; color: var(--soft); } footer { margin-top: 3rem; color: var(--soft); font-size: .85rem; overflow-wrap: anywhere; }
.remark { padding: .6rem .9rem; border-radius: 10px; background: var(--note-soft); color: var(--ink); margin: .6rem 0 0; font-size: .92rem; overflow-wrap: anywhere; } .remark.fault { background: var(--error-soft); }
img.screenshot { max-width: 100%; border: 1px solid var(--line); border-radius: 8px; }
@media (max-width: 40rem) { .tiles { grid-template-columns: repeat(5, 1fr); width: 100%; gap: .3rem; } main { padding: .8rem .6rem 3rem; } .hero { padding: 1rem; } .frame i { width: 3rem; padding-right: .6rem; } th, td { padding: .5rem .6rem; } .finding header .rule { margin-left: 0; } .wide { display: none; } }
@media print { body { background: #fff; } .filters { display: none; } .card { break-inside: avoid; } }
`;

;// CONCATENATED MODULE: ./build/src/report/html/html.js






/** Findings on the page at most: a browser still shows it at once. */
const mostFindings = 2000;
/** The report as one page that needs nothing else: no script, no font and no picture from elsewhere. */
function formatHtml(document, lines, options) {
    const { summary } = document;
    const outcome = verdictOf(document);
    return [
        '<!DOCTYPE html>',
        '<html lang="en"><head><meta charset="utf-8">',
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src \'unsafe-inline\'; img-src data:">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<title>${htmlText(`${(0,document_words/* workflowCount */.fy)(summary)}; ${(0,document_words/* findingCount */.dQ)(summary)}`)}</title>`,
        `<style>${htmlStyle}</style></head><body><main>`,
        hero(document, outcome),
        workflowTable(document),
        findings(document, lines, options),
        runs(document, options),
        allowed(document),
        `<footer>${htmlText(`${document.tool.name} ${document.tool.version}`)}${document.commit === undefined ? '' : ` · commit <code>${htmlText(document.commit)}</code>`}</footer>`,
        '</main></body></html>',
        '',
    ].join('\n');
}
function verdictOf({ summary, faults }) {
    if (summary.errors > 0 || summary.failed > 0 || faults.some((one) => one.kind !== 'tool-missing'))
        return 'error';
    return summary.warnings > 0 ? 'warning' : 'passed';
}
const titles = { error: 'There is work to do', warning: 'Works, with warnings', passed: 'All good' };
const signs = { error: '✗', warning: '!', passed: '✓' };
function hero(document, outcome) {
    const { summary } = document;
    const tile = (tone, count, word) => `<div class="tile ${count > 0 ? tone : 'skipped'}"><b>${count}</b><span>${word}</span></div>`;
    return [
        `<header class="hero ${outcome}"><div class="sign" aria-hidden="true">${signs[outcome]}</div>`,
        `<div class="words"><h1>${titles[outcome]}</h1><p>${htmlText((0,document_words/* workflowCount */.fy)(summary))}</p></div>`,
        '<div class="tiles">',
        tile('error', summary.errors, 'errors'),
        tile('warning', summary.warnings, 'warnings'),
        tile('note', summary.notes, 'notes'),
        tile('passed', summary.passed, 'passed'),
        tile('failed', summary.failed, 'failed'),
        '</div></header>',
        ...document.faults.map((one) => `<p class="remark fault">fault of this tool: ${htmlText(one.message)}</p>`),
        ...document.remarks.map((one) => `<p class="remark">${htmlText(one)}</p>`),
    ].join('');
}
function workflowTable(document) {
    if (document.workflows.length === 0)
        return '';
    const rows = document.workflows.map((workflow) => {
        const own = document.runs.filter((run) => run.path === workflow.path);
        const found = document.diagnostics.filter((one) => one.workflow === workflow.name).length;
        return `<tr class="${workflow.outcome}"><td class="name">${htmlText(workflow.name)}</td><td><span class="badge">${workflow.outcome}</span></td><td class="wide">${htmlText((0,document_words/* workflowWords */.Fw)(workflow, own))}</td><td class="number">${found}</td></tr>`;
    });
    return `<h2>Workflows</h2><div class="card"><table><thead><tr><th>name</th><th>result</th><th class="wide">run</th><th class="number">findings</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
function findings(document, lines, options) {
    if (document.diagnostics.length === 0)
        return '<h2>Findings</h2><div class="card empty">Nothing was found.</div>';
    const { summary } = document;
    const filter = (severity, count, word) => count === 0
        ? ''
        : `<label class="${severity}"><input type="checkbox" id="show-${severity}" checked> ${(0,plural/* plural */.L)(count, word)}</label>`;
    const shown = document.diagnostics.slice(0, mostFindings);
    const left = document.diagnostics.length - shown.length;
    return [
        '<h2>Findings</h2><div class="filters">',
        filter('error', summary.errors, 'error'),
        filter('warning', summary.warnings, 'warning'),
        filter('note', summary.notes, 'note'),
        '</div>',
        ...shown.map((one) => htmlFinding(one, lines, options.linkTo)),
        left > 0 ? `<p class="remark">${left} more findings are in the JSON report.</p>` : '',
    ].join('');
}
function runs(document, options) {
    if (document.runs.length === 0)
        return '';
    const parts = document.runs.map((run) => htmlRun(run, options.graphs.get(run.path), options));
    return `<h2>Runs</h2>${parts.join('')}`;
}
function allowed(document) {
    if (document.allowed.length === 0)
        return '';
    const rows = document.allowed.map((one) => `<tr><td><code>${htmlText(one.rule)}</code></td><td>${htmlText(`${one.path}:${one.range.start.line}`)}</td><td>${htmlText(one.reason)}</td></tr>`);
    return `<h2>Allowed in the files</h2><div class="card"><table><tbody>${rows.join('')}</tbody></table></div>`;
}

;// CONCATENATED MODULE: ./build/src/report/junit/xml-text.js

/**
 * Text for XML 1.0, within an element or an attribute: markup is written as references, and so are line breaks and
 * tabs (attributes would lose them) and `##[`, which GitHub's runner would take for a command in a log. Characters
 * that XML cannot hold are replaced.
 */
function xmlText(text) {
    return wellFormed(text)
        .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/g, '\ufffd')
        .replace(/[&<>"'\t\n\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
        .replaceAll('##[', '##&#91;');
}

;// CONCATENATED MODULE: ./build/src/report/junit/junit.js



/**
 * The report in the XML that JUnit's consumers read: one suite a workflow, one test for linting it and one for each
 * run; findings outside every workflow make a suite of their own. It holds no more than the schema of Jenkins takes
 * (junit-10.xsd of its xunit plugin), so the place of a fault stands in the text of its failure.
 */
function formatJunit(document, failOn) {
    const suites = document.workflows.map((workflow) => ({
        name: workflow.name,
        file: workflow.path,
        cases: casesOf(workflow, document, failOn),
    }));
    const names = new Set(document.workflows.map((workflow) => workflow.name));
    const others = document.diagnostics.filter((one) => one.workflow === undefined || !names.has(one.workflow));
    if (others.length > 0) {
        suites.push({
            name: 'files',
            file: others[0]?.path ?? '',
            cases: [lintCase('files', others, failOn)],
        });
    }
    const all = suites.flatMap((suite) => suite.cases);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="pw-workflow-check" ${counts(all)}>`,
        ...suites.flatMap(({ name, file, cases }) => [
            `  <testsuite name="${xmlText(name)}" ${counts(cases)} skipped="${number(cases, 'skipped')}" file="${xmlText(file)}">`,
            ...cases.flatMap(caseLines),
            '  </testsuite>',
        ]),
        '</testsuites>',
        '',
    ].join('\n');
}
function casesOf(workflow, document, failOn) {
    const found = document.diagnostics.filter((one) => one.workflow === workflow.name);
    const runs = document.runs.filter((run) => run.path === workflow.path);
    return [lintCase(workflow.name, found, failOn), ...runs.map(runCase)];
}
function lintCase(suite, found, failOn) {
    const bad = found.filter((one) => (0,verdict/* fails */.c6)(one.severity, failOn));
    const lines = (some) => some.map(findingLine).join('\n');
    const first = bad[0];
    const body = first === undefined
        ? found.length > 0
            ? [`<system-out>${xmlText(lines(found))}</system-out>`]
            : []
        : [
            `<failure type="${xmlText(first.rule)}" message="${xmlText(first.message)}">${xmlText(lines(found))}</failure>`,
        ];
    return {
        name: 'lint',
        classname: suite,
        seconds: 0,
        body,
        result: first === undefined ? 'passed' : 'failed',
    };
}
function findingLine(one) {
    const at = `${one.path}:${one.range.start.line}:${one.range.start.column}`;
    return `${at}: ${one.severity}: ${one.message} [${one.rule}]`;
}
function runCase(run) {
    const words = (0,document_words/* runOutcome */.CL)(run);
    const { failure } = run;
    const place = failure?.path === undefined ? '' : `${failure.path}:${failure.range?.start.line ?? 1}: `;
    const told = [`${place}${words}`, ...(failure?.help === undefined ? [] : [failure.help])].join('\n');
    const log = run.log.length > 0 ? [`<system-out>${xmlText(run.log.join('\n'))}</system-out>`] : [];
    const result = {
        passed: [],
        failed: [
            `<failure type="${xmlText(run.cause ?? 'failed')}" message="${xmlText(words)}">${xmlText(told)}</failure>`,
        ],
        skipped: [`<skipped message="${xmlText(run.reason ?? words)}"/>`],
    }[run.outcome];
    return {
        name: `run (${(0,document_words/* runTitle */.kh)(run)})`,
        classname: run.workflow,
        seconds: run.phases.reduce((sum, phase) => sum + phase.ms, 0) / 1000,
        body: [...result, ...log],
        result: run.outcome,
    };
}
function counts(cases) {
    const seconds = cases.reduce((sum, one) => sum + one.seconds, 0);
    return `tests="${cases.length}" failures="${number(cases, 'failed')}" errors="0" time="${seconds.toFixed(3)}"`;
}
function number(cases, result) {
    return cases.filter((one) => one.result === result).length;
}
function caseLines(one) {
    const open = `    <testcase name="${xmlText(one.name)}" classname="${xmlText(one.classname)}" time="${one.seconds.toFixed(3)}"`;
    if (one.body.length === 0)
        return [`${open}/>`];
    return [`${open}>`, ...one.body.map((row) => `      ${row}`), '    </testcase>'];
}

;// CONCATENATED MODULE: ./build/src/report/document/byte-length.js
/** Bytes of a text in UTF-8. */
function byteLength(text) {
    return new TextEncoder().encode(text).length;
}

;// CONCATENATED MODULE: ./build/src/report/terminal/code-frame.js

/** Cells between two tab stops. */
const tabStop = 4;
/**
 * The frame of a range: its first line, with the exact characters marked. A range without characters marks the place
 * between two of them with one mark.
 *
 * @param width the most cells that the line may take
 */
function codeFrame(lines, range, width = 110) {
    const line = Math.min(range.start.line, lines.count);
    const text = lines.lineText(line);
    const from = Math.min(range.start.column - 1, text.length);
    const to = range.end.line === range.start.line ? Math.min(range.end.column - 1, text.length) : text.length;
    const shown = expand(text, from, Math.max(from, to));
    const marks = Math.max(1, shown.after - shown.before);
    const cut = code_frame_window(shown.text, shown.before, marks, width);
    return {
        line,
        text: cut.text,
        blanks: cut.before,
        marks: cut.marks,
        until: range.end.line > range.start.line && range.end.column > 1 ? range.end.line : undefined,
    };
}
/** The visible form of a line, and the cells before and behind the characters `from` to `to`. */
function expand(text, from, to) {
    let shown = '';
    let width = 0;
    let before;
    let after;
    let offset = 0;
    for (const character of text) {
        if (before === undefined && offset >= from)
            before = width;
        if (after === undefined && offset >= to)
            after = width;
        const piece = character === '\t' ? ' '.repeat(tabStop - (width % tabStop)) : (0,terminal_text/* visibleCharacter */.mq)(character);
        shown += piece;
        width += (0,terminal_text/* cells */.Yo)(piece);
        offset += character.length;
    }
    return { text: shown, before: before ?? width, after: after ?? width };
}
/** Cuts a line that is too wide, keeping what is marked in sight. */
function code_frame_window(text, before, marks, width) {
    if ((0,terminal_text/* cells */.Yo)(text) <= width)
        return { text: text.trimEnd(), before, marks };
    const skip = before + marks <= width - 2 ? 0 : Math.max(0, before - Math.floor(width / 3));
    let cell = 0;
    let left = 0;
    let shown = '';
    let taken = 0;
    let ended = true;
    for (const character of text) {
        const size = (0,terminal_text/* cellsOf */.nc)(character);
        if (cell < skip)
            left = cell + size;
        else if (taken + size <= width - 2) {
            shown += character;
            taken += size;
        }
        else {
            ended = false;
            break;
        }
        cell += size;
    }
    const lead = skip > 0 ? '…' : '';
    const start = before - left + (skip > 0 ? 1 : 0);
    return {
        text: `${lead}${shown}${ended ? '' : '…'}`,
        before: start,
        marks: Math.max(1, Math.min(marks, taken + lead.length - start)),
    };
}

;// CONCATENATED MODULE: ./build/src/report/markdown/markdown.js






/** Bytes kept free for the sentences that tell what was left out. */
const reserve = 2000;
/**
 * The report as GitHub's Markdown: a table of workflows, the findings with code frames, the runs with their
 * timeline and folded logs, and what differed from the platform.
 */
function formatMarkdown(document, lines, options) {
    const parts = [];
    let bytes = 0;
    let left = 0;
    const add = (part) => {
        const size = byteLength(part) + 1;
        if (bytes + size > options.maxBytes - reserve)
            return false;
        bytes += size;
        parts.push(part);
        return true;
    };
    const { summary } = document;
    add(`## ${verdictSign(document)} pw-workflow-check\n`);
    add(`**${(0,document_words/* workflowCount */.fy)(summary)}** &nbsp; ${(0,document_words/* findingCount */.dQ)(summary)}\n`);
    if (document.gate) {
        add(`**release gate: ${document.gate.ready ? 'open ✅' : 'closed ❌'}**\n`);
        for (const reason of document.gate.reasons)
            add(`- ${(0,markdown_text/* markdownText */.p7)(reason)}`);
        add('');
    }
    for (const note of options.notes ?? [])
        add(`> ${(0,markdown_text/* markdownText */.p7)(note)}\n`);
    for (const fault of document.faults)
        add(`> **fault of this tool:** ${(0,markdown_text/* markdownText */.p7)(fault.message)}\n`);
    if (document.workflows.length > 0) {
        add('| | workflow | result | findings |\n|---|---|---|---|');
        for (const workflow of document.workflows)
            if (!add(tableRow(workflow, document)))
                left++;
        add('');
    }
    if (left > 0)
        parts.push(`${(0,plural/* plural */.L)(left, 'workflow')} not shown: the report would be too long.\n`);
    left = 0;
    if (document.diagnostics.length > 0)
        add('### Findings\n');
    for (const one of document.diagnostics) {
        if (left > 0 || !add(findingPart(one, lines, options)))
            left++;
    }
    if (left > 0)
        parts.push(`${(0,plural/* plural */.L)(left, 'finding')} not shown: the report would be too long.\n`);
    left = 0;
    if (document.runs.length > 0)
        add('### Runs\n');
    for (const run of document.runs)
        if (left > 0 || !add(runPart(run, options)))
            left++;
    if (left > 0)
        parts.push(`${(0,plural/* plural */.L)(left, 'run')} not shown: the report would be too long.\n`);
    for (const remark of document.remarks)
        add(`- ${(0,markdown_text/* markdownText */.p7)(remark)}`);
    if (document.allowed.length > 0) {
        const rows = document.allowed.map((one) => `- ${(0,markdown_text/* markdownCode */.D9)(one.rule)} ${place(one, options)}: ${(0,markdown_text/* markdownText */.p7)(one.reason)}`);
        add(`\n<details><summary>${(0,plural/* plural */.L)(rows.length, 'finding')} allowed in the files</summary>\n\n${rows.join('\n')}\n\n</details>`);
    }
    return `${parts.join('\n')}\n`;
}
const markdown_signs = { passed: '✅', failed: '❌', skipped: '⏭️' };
const severitySigns = { error: '❌', warning: '⚠️', note: 'ℹ️' };
function verdictSign({ summary, faults }) {
    if (faults.some((fault) => fault.kind !== 'tool-missing'))
        return '💥';
    if (summary.errors > 0 || summary.failed > 0)
        return '❌';
    return summary.warnings > 0 ? '⚠️' : '✅';
}
function tableRow(workflow, document) {
    const runs = document.runs.filter((run) => run.path === workflow.path);
    const found = document.diagnostics.filter((one) => one.workflow === workflow.name).length;
    const words = (0,document_words/* workflowWords */.Fw)(workflow, runs);
    const row = [
        markdown_signs[workflow.outcome],
        `**${(0,markdown_text/* markdownText */.p7)(workflow.name)}**`,
        (0,markdown_text/* markdownText */.p7)(words),
        String(found),
    ];
    return `| ${row.join(' | ')} |`;
}
function place(at, options) {
    const line = at.range.start.line;
    return (0,markdown_text/* markdownLink */.iQ)(`${at.path}:${line}`, options.linkTo?.(at.path, line));
}
function findingPart(one, lines, options) {
    const parts = [
        `${severitySigns[one.severity]} ${place(one, options)} **${(0,markdown_text/* markdownText */.p7)(one.message)}** ${(0,markdown_text/* markdownCode */.D9)(one.rule)}\n`,
    ];
    const source = lines(one.path);
    if (source) {
        const frame = codeFrame(source, one.range);
        const number = String(frame.line);
        const mark = `${' '.repeat(frame.blanks)}${'^'.repeat(frame.marks)}`;
        parts.push(`${(0,markdown_text/* markdownBlock */.dI)(`${number} | ${frame.text}\n${' '.repeat(number.length)} | ${mark}`)}\n`);
    }
    for (const related of one.related) {
        parts.push(`- ${place(related, options)}: ${(0,markdown_text/* markdownText */.p7)(related.message)}`);
    }
    if (one.help !== undefined)
        parts.push(`💡 ${(0,markdown_text/* markdownText */.p7)(one.help)}\n`);
    if (one.fix) {
        const option = one.fix.safety === 'safe' ? '--fix' : '--fix-unsafe';
        parts.push(`🔧 ${(0,markdown_text/* markdownText */.p7)(one.fix.title)} (${(0,markdown_text/* markdownCode */.D9)(option)})\n`);
    }
    return parts.join('\n');
}
function runPart(run, options) {
    const parts = [
        `#### ${markdown_signs[run.outcome]} ${(0,markdown_text/* markdownText */.p7)(run.workflow)} (${(0,markdown_text/* markdownText */.p7)((0,document_words/* runTitle */.kh)(run))})\n`,
        `${(0,markdown_text/* markdownText */.p7)((0,document_words/* runOutcome */.CL)(run))}\n`,
    ];
    if (run.failure?.path !== undefined && run.failure.range) {
        parts.push(`at ${place({ path: run.failure.path, range: run.failure.range }, options)}\n`);
    }
    if (run.failure?.help !== undefined)
        parts.push(`💡 ${(0,markdown_text/* markdownText */.p7)(run.failure.help)}\n`);
    for (const one of run.leftovers)
        parts.push(`- left behind: ${(0,markdown_text/* markdownText */.p7)((0,document_words/* leftoverWords */.BF)(one))}`);
    const picture = timeline(run);
    if (picture !== undefined)
        parts.push(`${markdown_folded('timeline', picture)}\n`);
    if (run.jobs.length > 0) {
        const rows = run.jobs.map((job) => `| ${(0,markdown_text/* markdownText */.p7)(job.job)} | ${job.outcome} | ${(0,document_words/* duration */.p0)(job.ms)} |`);
        parts.push(`${markdown_folded('jobs', `| job | outcome | time |\n|---|---|---|\n${rows.join('\n')}`)}\n`);
    }
    if (run.fidelity.length > 0) {
        const rows = run.fidelity.map((one) => `- ${(0,markdown_text/* markdownText */.p7)(one.what)}: ${one.how}${one.why === undefined ? '' : `, ${(0,markdown_text/* markdownText */.p7)(one.why)}`}`);
        parts.push(`${markdown_folded('what was emulated', rows.join('\n'))}\n`);
    }
    if (run.log.length > 0) {
        parts.push(`${markdown_folded(`last ${(0,plural/* plural */.L)(run.log.length, 'line')}`, (0,markdown_text/* markdownBlock */.dI)(run.log.join('\n')))}\n`);
    }
    return parts.join('\n');
}
function markdown_folded(title, body) {
    return `<details><summary>${title}</summary>\n\n${body}\n\n</details>`;
}

;// CONCATENATED MODULE: ./build/src/report/sarif/sarif-rule.js

/** Characters that code scanning takes of a description. */
const longestDescription = 1024;
/** Characters that code scanning takes of a rule's name. */
const longestName = 255;
/** A rule as SARIF describes it; one without metadata (a remark of ShellCheck) by what it said. */
function sarifRule(id, meta, said) {
    return meta === undefined ? foreignRule(id, said) : ownRule(meta);
}
function ownRule(meta) {
    const security = meta.group === 'security';
    return {
        id: meta.id,
        name: pascalCase(meta.id).slice(0, longestName),
        shortDescription: { text: sarif_rule_shorten(meta.what) },
        fullDescription: { text: sarif_rule_shorten(`${meta.what} ${meta.why}`) },
        help: {
            text: `${meta.why}\n\n${meta.fix}`,
            markdown: `**Why:** ${meta.why}\n\n**What to do:** ${meta.fix}\n\nTo allow it here: \`# pw-check: allow ${meta.id} -- reason\``,
        },
        defaultConfiguration: { level: meta.severity },
        properties: {
            tags: [meta.group, 'parallel-works'],
            precision: meta.precision ?? 'high',
            'problem.severity': meta.severity === 'note' ? 'recommendation' : meta.severity,
            ...(security &&
                meta.securitySeverity !== undefined && { 'security-severity': meta.securitySeverity.toFixed(1) }),
        },
    };
}
function foreignRule(id, said) {
    const title = id.trim() === '' ? 'unnamed' : id;
    const what = said === undefined || said.message.trim() === '' ? title : said.message;
    const url = said?.url !== undefined && /^https?:/.test(said.url) && URL.canParse(said.url) ? said.url : undefined;
    return {
        id,
        name: pascalCase(id).slice(0, longestName),
        shortDescription: { text: sarif_rule_shorten(title) },
        fullDescription: { text: sarif_rule_shorten(what) },
        help: { text: url === undefined ? what : `${what}\n\n${url}` },
        ...(url !== undefined && { helpUri: url }),
        defaultConfiguration: { level: said?.severity ?? 'warning' },
        properties: {
            tags: ['script', 'parallel-works'],
            precision: 'high',
            'problem.severity': said === undefined || said.severity === 'note' ? 'recommendation' : said.severity,
        },
    };
}
function sarif_rule_shorten(text) {
    return text.length <= longestDescription ? text : `${wellFormed(text.slice(0, longestDescription - 1))}…`;
}
function pascalCase(id) {
    return id
        .split(/[^A-Za-z0-9]+/)
        .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
        .join('');
}

;// CONCATENATED MODULE: ./build/src/report/sarif/sarif.js




/** Results that code scanning takes of one run; it refuses a file with more. */
const maxResults = 25_000;
/** Results that code scanning keeps of those, the worst; what is below is told in few words. */
const keptResults = 5000;
/**
 * Characters of a text and related places of a result, for results that are kept and for the others. Together they
 * keep the file below the 10 MB that code scanning takes of it in gzip, however badly the texts compress.
 */
const generous = { text: 500, related: 10, relatedText: 100 };
const brief = { text: 120, related: 0, relatedText: 0 };
/**
 * The report as SARIF 2.1.0 in the form that GitHub's code scanning takes whole: all rules with their help, one
 * location a result, and at most as many results as it accepts, the worst first.
 */
function formatSarif(document, options) {
    const ids = [
        ...new Set([...options.rules.map((rule) => rule.id), ...document.diagnostics.map((one) => one.rule)]),
    ];
    const metas = new Map(options.rules.map((rule) => [rule.id, rule]));
    const index = new Map(ids.map((id, position) => [id, position]));
    const told = document.diagnostics.length <= keptResults
        ? document.diagnostics
        : document.diagnostics.toSorted((a, b) => (0,verdict/* bySeverity */.Np)(a.severity, b.severity)).slice(0, maxResults);
    const left = document.diagnostics.length - told.length;
    const notifications = [
        ...document.faults.map((fault) => ({ level: 'error', message: { text: textOf(fault.message) } })),
        ...document.remarks.map((remark) => ({ level: 'note', message: { text: textOf(remark) } })),
        ...(left > 0
            ? [
                {
                    level: 'warning',
                    message: { text: `${left} findings are left out: code scanning takes ${maxResults}` },
                },
            ]
            : []),
    ];
    const log = {
        $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
        version: '2.1.0',
        runs: [
            {
                tool: {
                    driver: {
                        name: document.tool.name,
                        semanticVersion: document.tool.version,
                        informationUri: 'https://github.com/org/pw-workflow-check',
                        rules: ids.map((id) => sarifRule(id, metas.get(id), document.diagnostics.find((one) => one.rule === id))),
                    },
                },
                automationDetails: { id: `${options.category ?? document.tool.name}/` },
                columnKind: 'utf16CodeUnits',
                invocations: [
                    {
                        executionSuccessful: !document.faults.some((fault) => fault.kind !== 'tool-missing'),
                        toolExecutionNotifications: notifications,
                    },
                ],
                results: told.map((one, order) => resultOf(one, index.get(one.rule) ?? 0, order < keptResults ? generous : brief)),
            },
        ],
    };
    return `${(0,json/* jsonText */.s)(log, 1)}\n`;
}
function resultOf(one, ruleIndex, most) {
    const textIn = (text) => textOf(sarif_shorten(text, most.text));
    const related = one.related
        .slice(0, most.related)
        .map((label) => ({ ...label, message: textOf(sarif_shorten(label.message, most.relatedText)) }));
    const links = related.map((label, position) => `[${escapeLink(label.message)}](${position + 1})`);
    const words = [escapeMessage(textIn(one.message)), one.help && escapeMessage(textIn(one.help)), ...links];
    return {
        ruleId: one.rule,
        ruleIndex,
        level: one.severity,
        message: { text: words.filter((word) => word !== undefined && word !== '').join('\n') },
        locations: [{ physicalLocation: physicalLocation(one) }],
        ...(related.length > 0 && {
            relatedLocations: related.map((label, position) => ({
                id: position + 1,
                physicalLocation: physicalLocation(label),
                message: { text: label.message },
            })),
        }),
        // GitHub computes its own `primaryLocationLineHash` when it is absent and warns about one that differs.
        partialFingerprints: { 'pwWorkflowCheck/v1': one.fingerprint === '' ? 'none' : one.fingerprint },
    };
}
function physicalLocation({ path, range }) {
    return {
        artifactLocation: { uri: uriOf(path), uriBaseId: '%SRCROOT%' },
        region: {
            startLine: range.start.line,
            startColumn: range.start.column,
            endLine: range.end.line,
            endColumn: range.end.column,
        },
    };
}
/** A relative path as a URI reference; a first part with a colon must not look like a scheme. */
function uriOf(path) {
    const uri = wellFormed(path)
        .split('/')
        .map((part) => encodeURIComponent(part))
        .join('/');
    return uri === '' ? '.' : uri;
}
function sarif_shorten(text, most) {
    return text.length <= most ? text : `${wellFormed(text.slice(0, most - 1))}…`;
}
/** Code scanning refuses empty texts. */
function textOf(text) {
    const shown = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '\ufffd');
    return shown.trim() === '' ? '(no words)' : shown;
}
/** Keeps the user's words from being read as a link. */
function escapeMessage(text) {
    return text.replace(/\[(?=[^\]]*\]\()/g, '\\[');
}
function escapeLink(text) {
    return text.replace(/[[\]\\]/g, '\\$&').replace(/\s+/g, ' ');
}

// EXTERNAL MODULE: ./build/src/report/terminal/palette.js
var palette = __webpack_require__(6286);
;// CONCATENATED MODULE: ./build/src/report/terminal/pretty.js





/** Log lines shown of a failed run. */
const logTail = 20;
/** The report for a person at a terminal: findings with code frames, then the runs, then one line that sums up. */
function formatPretty(document, lines, options) {
    const colours = (0,palette/* palette */.M)(options.colour);
    const blocks = [];
    for (const one of document.diagnostics)
        blocks.push(diagnosticBlock(one, lines, colours));
    const runs = document.runs.filter((run) => options.talk === 'normal' || run.outcome === 'failed');
    for (const run of runs)
        blocks.push(runBlock(run, document, colours));
    for (const workflow of document.workflows) {
        const told = document.runs.some((run) => run.path === workflow.path && run.outcome === 'skipped');
        if (workflow.outcome === 'skipped' && !told && options.talk === 'normal') {
            const why = workflow.reason === undefined ? '' : `: ${(0,terminal_text/* visible */.RK)(workflow.reason)}`;
            blocks.push(`${colours.bold((0,terminal_text/* visible */.RK)(workflow.name))} ${colours.yellow('skipped')}${why}\n`);
        }
    }
    if (options.talk === 'normal') {
        for (const remark of document.remarks)
            blocks.push(`${colours.cyan('remark:')} ${(0,terminal_text/* visible */.RK)(remark)}\n`);
    }
    for (const fault of document.faults) {
        const what = fault.kind === 'tool-missing' ? 'missing tool:' : 'fault of this tool:';
        blocks.push(`${colours.red(what)} ${(0,terminal_text/* visible */.RK)(fault.message)}\n`);
    }
    if (document.gate)
        blocks.push(gateBlock(document.gate, colours));
    blocks.push(summaryLine(document, colours));
    return blocks.join('\n');
}
function diagnosticBlock(one, lines, colours) {
    const paint = (0,palette/* severityPaint */.O)(colours, one.severity);
    const frames = [frameOf(one, lines, '^', undefined)];
    const elsewhere = [];
    for (const related of one.related) {
        if (related.path === one.path)
            frames.push(frameOf(related, lines, '-', related.message));
        else
            elsewhere.push(related);
    }
    const gutter = Math.max(3, ...frames.map((frame) => String(frame?.line ?? 0).length));
    const bar = colours.dim('|');
    const empty = `${' '.repeat(gutter)} ${bar}`;
    const rows = [
        `${colours.bold(`${(0,terminal_text/* visible */.RK)(one.path)}:${one.range.start.line}:${one.range.start.column}:`)} ${paint(`${one.severity}:`)} ${(0,terminal_text/* visible */.RK)(one.message)} ${colours.dim(`[${(0,terminal_text/* visible */.RK)(one.rule)}]`)}`,
    ];
    for (const [index, frame] of frames.entries()) {
        if (frame === undefined)
            continue;
        rows.push(empty, ...frameRows(frame, gutter, colours, index === 0 ? paint : colours.cyan));
    }
    for (const related of elsewhere) {
        const at = `${(0,terminal_text/* visible */.RK)(related.path)}:${related.range.start.line}:${related.range.start.column}`;
        rows.push(`${' '.repeat(gutter)} ${colours.cyan('>')} ${at}: ${(0,terminal_text/* visible */.RK)(related.message)}`);
        const frame = frameOf(related, lines, '-', undefined);
        if (frame)
            rows.push(...frameRows(frame, gutter, colours, colours.cyan));
    }
    const say = (what, text) => rows.push(`${' '.repeat(gutter)} ${colours.dim('=')} ${colours.bold(`${what}:`)} ${(0,terminal_text/* visible */.RK)(text)}`);
    if (one.help !== undefined)
        say('help', one.help);
    if (one.fix)
        say('fix', `${one.fix.title} (${one.fix.safety === 'safe' ? '--fix' : '--fix-unsafe'})`);
    if (one.url !== undefined)
        say('more', one.url);
    return `${rows.join('\n')}\n`;
}
function frameOf(at, lines, sign, message) {
    const source = lines(at.path);
    if (source === undefined)
        return undefined;
    const frame = codeFrame(source, at.range);
    const until = frame.until === undefined ? '' : `... to line ${frame.until}`;
    const words = [until, message === undefined ? '' : (0,terminal_text/* visible */.RK)(message)].filter((word) => word !== '');
    return {
        line: frame.line,
        text: frame.text,
        mark: `${' '.repeat(frame.blanks)}${sign.repeat(frame.marks)}${words.length > 0 ? ` ${words.join(' ')}` : ''}`,
    };
}
function frameRows(frame, gutter, colours, paint) {
    const bar = colours.dim('|');
    const blanks = frame.mark.length - frame.mark.trimStart().length;
    return [
        `${colours.dim(String(frame.line).padStart(gutter))} ${bar} ${frame.text}`.trimEnd(),
        `${' '.repeat(gutter)} ${bar} ${frame.mark.slice(0, blanks)}${paint(frame.mark.slice(blanks))}`,
    ];
}
function runBlock(run, document, colours) {
    const paint = { passed: colours.green, failed: colours.red, skipped: colours.yellow }[run.outcome];
    const name = colours.bold((0,terminal_text/* visible */.RK)(run.workflow));
    const outcome = run.outcome === 'skipped' ? '' : `${paint(run.outcome)} `;
    const words = run.outcome === 'passed' && run.readyMs === undefined ? '' : (0,terminal_text/* visible */.RK)((0,document_words/* runOutcome */.CL)(run));
    const rows = [
        `${name} (${(0,terminal_text/* visible */.RK)((0,document_words/* runTitle */.kh)(run))}) ${outcome}${run.outcome === 'skipped' ? paint(words) : words}`.trimEnd(),
    ];
    const indent = '    ';
    const path = run.failure?.path;
    if (path !== undefined && run.failure?.range !== undefined) {
        const { line, column } = run.failure.range.start;
        rows.push(`${indent}at ${(0,terminal_text/* visible */.RK)(path)}:${line}:${column}`);
    }
    const told = document.diagnostics.some((one) => one.help !== undefined && one.help === run.failure?.help && one.path === path);
    if (run.failure?.help !== undefined && !told)
        rows.push(`${indent}help: ${(0,terminal_text/* visible */.RK)(run.failure.help)}`);
    if (run.phases.length > 0) {
        const phases = run.phases.map(({ phase, ms }) => `${phase} ${(0,document_words/* duration */.p0)(ms)}`);
        rows.push(`${indent}${colours.dim(phases.join(', '))}`);
    }
    for (const one of run.leftovers)
        rows.push(`${indent}left behind: ${(0,terminal_text/* visible */.RK)((0,document_words/* leftoverWords */.BF)(one))}`);
    const differs = run.fidelity.filter((one) => one.how === 'stand-in' || one.how === 'skipped');
    for (const one of differs) {
        const why = one.why === undefined ? '' : `: ${(0,terminal_text/* visible */.RK)(one.why)}`;
        rows.push(`${indent}${one.how}: ${(0,terminal_text/* visible */.RK)(one.what)}${why}`);
    }
    if (run.outcome === 'failed' && run.log.length > 0) {
        const cut = run.log.length - logTail;
        rows.push(`${indent}last lines${cut > 0 ? ` (${(0,plural/* plural */.L)(cut, 'line')} before them not shown)` : ''}:`);
        for (const line of run.log.slice(-logTail)) {
            rows.push(`${indent}${colours.dim('|')} ${(0,terminal_text/* visible */.RK)(line.slice(0, 400))}`.trimEnd());
        }
    }
    if (run.kept !== undefined)
        rows.push(`${indent}kept: ${(0,terminal_text/* visible */.RK)(run.kept)}`);
    return `${rows.join('\n')}\n`;
}
function gateBlock(gate, colours) {
    if (gate.ready)
        return `${colours.green('release gate: open')}\n`;
    const reasons = gate.reasons.map((reason) => `    ${(0,terminal_text/* visible */.RK)(reason)}`);
    return `${[colours.red('release gate: closed'), ...reasons].join('\n')}\n`;
}
function summaryLine(document, colours) {
    const { summary } = document;
    const bad = summary.errors > 0 || summary.failed > 0;
    const paint = bad ? colours.red : summary.warnings > 0 ? colours.yellow : colours.green;
    const allowed = document.allowed.length > 0 ? `, ${document.allowed.length} allowed` : '';
    return `${paint(`${(0,document_words/* workflowCount */.fy)(summary)}; ${(0,document_words/* findingCount */.dQ)(summary)}${allowed}`)}\n`;
}

;// CONCATENATED MODULE: ./build/src/report/render.js









/** Prepares a report for any number of formats. */
function renderSource(report) {
    const lines = (0,document_of/* sourceLines */.Jj)(report.files);
    const graphs = new Map((report.graphs ?? []).map((graph) => [graph.path, graph]));
    return { document: (0,document_of/* documentOf */.lM)(report, lines), lines, rules: report.rules, graphs };
}
/** A report in a format; pure, the same source gives the same text. */
function render(format, source, options) {
    const { document, lines, rules } = source;
    switch (format) {
        case 'pretty':
            return formatPretty(document, lines, options);
        case 'json':
            return (0,json/* formatJson */.I)(document);
        case 'ndjson':
            return formatNdjson(document);
        case 'sarif':
            return formatSarif(document, { rules, category: options.category });
        case 'junit':
            return formatJunit(document, options.failOn);
        case 'markdown':
            return formatMarkdown(document, lines, { linkTo: options.linkTo, maxBytes: 1_000_000 });
        case 'html':
            return formatHtml(document, lines, {
                picture: options.picture ?? (() => undefined),
                linkTo: options.linkTo ?? (() => undefined),
                graphs: source.graphs,
            });
        case 'github':
            return formatGithub(document, { rules, perKind: annotationsPerKind, scope: 'everything' });
    }
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
