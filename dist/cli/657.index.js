export const id = 657;
export const ids = [657];
export const modules = {

/***/ 5624:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   NB: () => (/* binding */ allows),
/* harmony export */   Z5: () => (/* binding */ compareForms),
/* harmony export */   uM: () => (/* binding */ bumpOf)
/* harmony export */ });
/* harmony import */ var _base_suggest_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(1181);
/* harmony import */ var _model_workflow_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1734);
/* harmony import */ var _syntax_yaml_tree_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1765);



const weight = { none: 0, patch: 1, minor: 2, major: 3 };
/** The largest bump that any of the changes asks for. */
function bumpOf(changes) {
    return changes.reduce((most, { bump }) => (weight[bump] > weight[most] ? bump : most), 'none');
}
/** Whether a version bump is large enough for what changed. */
function allows(given, needed) {
    return weight[given] >= weight[needed];
}
/** The differences between two versions of one workflow's form; either may be missing. */
function compareForms(workflow, before, after) {
    if (before === undefined && after === undefined)
        return [];
    if (before === undefined)
        return [{ workflow, bump: 'minor', message: 'the workflow is new' }];
    if (after === undefined)
        return [{ workflow, bump: 'major', message: 'the workflow is gone' }];
    const old = fieldsOf(before);
    const fresh = fieldsOf(after);
    const changes = [];
    for (const [input, field] of old) {
        const now = fresh.get(input);
        if (now === undefined)
            changes.push(removed(workflow, input, old, fresh));
        else
            changes.push(...compareField(workflow, input, field, now));
    }
    for (const [input, field] of fresh) {
        if (!old.has(input))
            changes.push(added(workflow, input, field));
    }
    return changes;
}
/** The inputs that carry values, by the name under which expressions and callers know them. */
function fieldsOf(workflow) {
    const fields = new Map();
    for (const field of (0,_model_workflow_js__WEBPACK_IMPORTED_MODULE_0__/* .allInputs */ .j)(workflow.form.inputs)) {
        const type = field.type?.value;
        if (type === 'header' || type === 'group' || type === 'step' || field.reference.length === 0)
            continue;
        fields.set(field.reference.join('.'), field);
    }
    return fields;
}
function removed(workflow, input, old, fresh) {
    const near = (0,_base_suggest_js__WEBPACK_IMPORTED_MODULE_1__/* .suggest */ .Z)(input, [...fresh.keys()].filter((name) => !old.has(name)));
    const renamed = near === undefined ? '' : `; "${near}" is new: was it renamed?`;
    return { workflow, input, bump: 'major', message: `the input "${input}" is gone${renamed}` };
}
function added(workflow, input, field) {
    if (isRequired(field)) {
        return {
            workflow,
            input,
            bump: 'major',
            message: `the input "${input}" is new and has no default: runs that were saved lack a value for it`,
        };
    }
    return { workflow, input, bump: 'minor', message: `the input "${input}" is new` };
}
function compareField(workflow, input, before, after) {
    const change = (bump, message) => ({
        workflow,
        input,
        bump,
        message,
    });
    const [oldType, newType] = [before.type?.value ?? 'string', after.type?.value ?? 'string'];
    if (oldType !== newType) {
        return [change('major', `the type of "${input}" changed from "${oldType}" to "${newType}"`)];
    }
    const changes = [];
    const [oldOptions, newOptions] = [optionsOf(before), optionsOf(after)];
    if (oldOptions !== undefined && newOptions !== undefined) {
        const gone = oldOptions.filter((option) => !newOptions.includes(option));
        const fresh = newOptions.filter((option) => !oldOptions.includes(option));
        if (gone.length > 0)
            changes.push(change('major', `"${input}" no longer offers ${quoted(gone)}`));
        if (fresh.length > 0)
            changes.push(change('minor', `"${input}" also offers ${quoted(fresh)}`));
    }
    if (!isRequired(before) && isRequired(after)) {
        changes.push(change('major', `"${input}" needs a value now`));
    }
    for (const [limit, tighter] of [
        ['min', (old, now) => now > old],
        ['max', (old, now) => now < old],
    ]) {
        const [old, now] = [numberAt(before, limit), numberAt(after, limit)];
        if (now !== undefined && (old === undefined || tighter(old, now))) {
            changes.push(change('major', `"${input}" has a narrower "${limit}": ${now}`));
        }
        else if (old !== now)
            changes.push(change('minor', `"${input}" has a wider "${limit}"`));
    }
    const [oldDefault, newDefault] = [writtenAt(before, 'default'), writtenAt(after, 'default')];
    if (oldDefault !== newDefault && newDefault !== undefined) {
        changes.push(change('minor', `the default of "${input}" changed`));
    }
    if (writtenAt(before, 'label') !== writtenAt(after, 'label')) {
        changes.push(change('patch', `the label of "${input}" changed`));
    }
    return changes;
}
/** Whether somebody has to give a value: neither a default, nor optional, hidden or chosen by the platform. */
function isRequired(field) {
    const off = (key) => {
        const text = (0,_syntax_yaml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)((0,_syntax_yaml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(field.node, key));
        return text === undefined || text === 'false';
    };
    const free = ['optional', 'hidden', 'ignore', 'autoselect'].every(off);
    const type = field.type?.value;
    return free && type !== 'boolean' && type !== 'list' && (0,_syntax_yaml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(field.node, 'default') === undefined;
}
function optionsOf(field) {
    const node = (0,_syntax_yaml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(field.node, 'options');
    if (node?.kind !== 'sequence')
        return undefined;
    return node.items.flatMap((item) => (0,_syntax_yaml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .textOf */ .b6)((0,_syntax_yaml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(item, 'value') ?? item) ?? []);
}
function numberAt(field, key) {
    const node = (0,_syntax_yaml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(field.node, key);
    return node?.kind === 'scalar' && typeof node.value === 'number' ? node.value : undefined;
}
/** A value as data, spelt the same however it is written. */
function writtenAt(field, key) {
    const node = (0,_syntax_yaml_tree_js__WEBPACK_IMPORTED_MODULE_2__/* .valueAt */ .fK)(field.node, key);
    return node === undefined ? undefined : JSON.stringify(dataOf(node));
}
function dataOf(node) {
    switch (node?.kind) {
        case undefined:
            return undefined;
        case 'scalar':
            return node.value;
        case 'sequence':
            return node.items.map(dataOf);
        case 'map':
            return node.pairs.map((pair) => [pair.key.text.text, dataOf(pair.value)]);
    }
}
function quoted(words) {
    return words.map((word) => `"${word}"`).join(', ');
}


/***/ }),

/***/ 6077:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  U: () => (/* binding */ compare),
  V: () => (/* binding */ comparisonText)
});

// EXTERNAL MODULE: ./build/src/model/workspace.js
var workspace = __webpack_require__(838);
// EXTERNAL MODULE: ./build/src/app/changes/git.js
var changes_git = __webpack_require__(5983);
// EXTERNAL MODULE: ./build/src/source/span.js
var span = __webpack_require__(1959);
;// CONCATENATED MODULE: ./build/src/app/changes/revision-files.js


/** Files of a revision that are read at most, and the largest one, in bytes. */
const limits = { files: 3000, fileBytes: 1_000_000 };
/** What of a repository is read from a revision: workflows, configuration, scripts. */
const wanted = /\.(?:ya?ml|sh|bash|json)$/i;
/** The files of a revision, or `undefined` when it is not to be found. Only workflows and scripts have a text. */
async function revisionFiles(revision, world) {
    const git = (0,changes_git/* gitOf */.Od)(world);
    const commit = await (0,changes_git/* commitOf */.D3)(git, revision);
    if (commit === undefined)
        return undefined;
    const listed = await git('ls-tree', '-r', '-z', '--long', commit);
    if (!(0,changes_git/* succeeded */.gq)(listed))
        return undefined;
    const entries = listed.stdout.split('\0').flatMap((row) => {
        const match = /^100\d{3} blob ([0-9a-f]{40,64}) +(\d+)\t([\s\S]+)$/.exec(row);
        return match ? [{ object: match[1] ?? '', bytes: Number(match[2]), path: (0,span/* filePath */.s)(match[3] ?? '') }] : [];
    });
    const read = entries
        .filter((entry) => wanted.test(entry.path) && entry.bytes <= limits.fileBytes)
        .slice(0, limits.files);
    const contents = await world.tools.run({
        command: 'git',
        arguments: ['-C', world.root, 'cat-file', '--batch'],
        stdin: read.map((entry) => `${entry.object}\n`).join(''),
        timeoutMs: 60_000,
        maxOutputBytes: 200_000_000,
    });
    if (!(0,changes_git/* succeeded */.gq)(contents))
        return undefined;
    return {
        commit,
        files: filesOf(entries.map((entry) => entry.path), textsOf(read, contents.stdout)),
    };
}
/** Takes the answer of `git cat-file --batch` apart: before each text stands a line with its name and size. */
function textsOf(entries, output) {
    const texts = new Map();
    let at = 0;
    for (const [index, entry] of entries.entries()) {
        const header = `${entry.object} blob ${entry.bytes}\n`;
        const start = output.indexOf(header, at);
        if (start === -1)
            break;
        const next = entries[index + 1];
        const from = start + header.length;
        // The shortest text that fits: a character takes at most three bytes for each of its UTF-16 units.
        const least = from + Math.floor(entry.bytes / 3);
        const end = next === undefined ? output.length : output.indexOf(`\n${next.object} blob ${next.bytes}\n`, least);
        if (end === -1)
            break;
        texts.set(entry.path, next === undefined ? output.slice(from, end).replace(/\n$/, '') : output.slice(from, end));
        at = end;
    }
    return texts;
}
function filesOf(paths, texts) {
    const known = new Set(paths);
    return {
        paths: paths.toSorted(),
        kindOf(path) {
            if (known.has(path))
                return 'file';
            return path === '' || paths.some((one) => one.startsWith(`${path}/`)) ? 'directory' : 'missing';
        },
        read(path) {
            const text = texts.get(path);
            if (text !== undefined)
                return { kind: 'text', text };
            return known.has(path)
                ? { kind: 'problem', problem: 'unreadable', message: 'it is not read from a revision' }
                : { kind: 'problem', problem: 'missing', message: 'there is no such file' };
        },
    };
}

// EXTERNAL MODULE: ./build/src/app/compare-forms.js
var compare_forms = __webpack_require__(5624);
// EXTERNAL MODULE: ./build/src/app/prepare-request.js + 6 modules
var prepare_request = __webpack_require__(5046);
;// CONCATENATED MODULE: ./build/src/app/compare.js





/** Compares the form of every selected workflow with the one that it had in a revision. */
async function compare(base, request, world) {
    const prepared = await (0,prepare_request/* prepareRequest */.n)(request, world);
    if (prepared.kind === 'refused')
        return prepared;
    const revision = (await revisionFiles(base, world)) ?? (await fetchedRevision(base, world));
    if (revision === undefined) {
        return {
            kind: 'refused',
            message: `there is no revision "${base}" in this repository, and it cannot be fetched`,
        };
    }
    const globs = request.workflows.length > 0 ? request.workflows : prepared.configuration.workflows;
    const { exclude } = prepared.configuration;
    const before = (0,workspace/* openWorkspace */.OH)(revision.files, { workflows: globs, exclude }).workspace.workflows;
    const after = prepared.workspace.workflows;
    const byPath = (files) => new Map(files.map((file) => [file.source.path, file]));
    const [old, now] = [byPath(before), byPath(after)];
    const whole = request.paths.length === 0 && request.shard === undefined;
    const paths = [...new Set([...(whole ? old.keys() : []), ...now.keys()])].sort();
    const changes = paths.flatMap((path) => {
        const name = (now.get(path) ?? old.get(path))?.name ?? path;
        return (0,compare_forms/* compareForms */.Z5)(name, old.get(path)?.workflow, now.get(path)?.workflow);
    });
    return {
        kind: 'comparison',
        comparison: { base, commit: revision.commit, bump: (0,compare_forms/* bumpOf */.uM)(changes), changes },
    };
}
/** A tag that a shallow checkout lacks. */
async function fetchedRevision(base, world) {
    if (base.startsWith('-') || base === '')
        return undefined;
    const git = (0,changes_git/* gitOf */.Od)(world);
    await git('fetch', '--quiet', '--depth=1', 'origin', `refs/tags/${base}:refs/tags/${base}`);
    if ((await (0,changes_git/* commitOf */.D3)(git, base)) === undefined) {
        await git('fetch', '--quiet', '--no-tags', '--depth=1', 'origin', base);
        return revisionFiles('FETCH_HEAD', world);
    }
    return revisionFiles(base, world);
}
/** A comparison as text for a terminal. */
function comparisonText(comparison) {
    const { base, bump, changes } = comparison;
    const rows = changes.map((change) => `${change.bump.padEnd(5)}  ${change.workflow}: ${change.message}`);
    const verdict = bump === 'none'
        ? `the forms are the same as in ${base}`
        : `compared with ${base} the next version is a ${bump} one`;
    return `${[...rows, ...(rows.length > 0 ? [''] : []), verdict].join('\n')}\n`;
}


/***/ }),

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

/***/ 9078:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ admitRequest)
/* harmony export */ });
/** Events that run with the rights of the repository on what somebody else may have written. */
const privileged = ['pull_request_target', 'workflow_run'];
/**
 * Keeps scripts of a pull request from running with the rights of the repository: under such an event `check` only
 * lints, and `run` is refused.
 *
 * @param event the name of GitHub's event, when there is one
 */
function admitRequest(request, event, untrustedRun) {
    if (event === undefined || !privileged.includes(event) || untrustedRun === 'allowed') {
        return { kind: 'request', request };
    }
    switch (request.stage) {
        case 'lint':
            return { kind: 'request', request };
        case 'run':
            return {
                kind: 'refused',
                message: `scripts are not run under "${event}": they would have the rights of this repository; use the event "pull_request"`,
            };
        case 'check':
            return {
                kind: 'request',
                request: { ...request, stage: 'lint' },
                remark: `under "${event}" nothing was run: scripts would have the rights of this repository; use the event "pull_request"`,
            };
    }
}


/***/ }),

/***/ 4657:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gateCommand: () => (/* binding */ gateCommand)
});

// EXTERNAL MODULE: ./build/src/report/document/read-document.js
var read_document = __webpack_require__(5206);
// EXTERNAL MODULE: ./build/src/report/render.js + 21 modules
var render = __webpack_require__(3743);
// EXTERNAL MODULE: ./build/src/app/check.js + 19 modules
var check = __webpack_require__(5634);
// EXTERNAL MODULE: ./build/src/app/checked-commit.js
var checked_commit = __webpack_require__(6076);
// EXTERNAL MODULE: ./build/src/app/compare.js + 1 modules
var compare = __webpack_require__(6077);
// EXTERNAL MODULE: ./build/src/app/merge.js + 1 modules
var merge = __webpack_require__(1732);
// EXTERNAL MODULE: ./build/src/app/own-repository.js
var own_repository = __webpack_require__(8638);
// EXTERNAL MODULE: ./build/src/app/prepare-request.js + 6 modules
var prepare_request = __webpack_require__(5046);
// EXTERNAL MODULE: ./build/src/app/run-workflows.js + 12 modules
var run_workflows = __webpack_require__(957);
// EXTERNAL MODULE: ./build/src/base/plural.js
var plural = __webpack_require__(5777);
// EXTERNAL MODULE: ./build/src/report/document/verdict.js
var verdict = __webpack_require__(1853);
// EXTERNAL MODULE: ./build/src/report/document/words.js
var words = __webpack_require__(5929);
// EXTERNAL MODULE: ./build/src/app/compare-forms.js
var compare_forms = __webpack_require__(5624);
;// CONCATENATED MODULE: ./build/src/app/gate/judge-gate.js




/** Judges whether a report lets a release be made; every reason that it does not is told. */
function judgeGate(document, facts) {
    const reasons = [
        ...commitReasons(document, facts),
        ...faultReasons(document),
        ...coverageReasons(document, facts),
        ...formReasons(facts),
        ...facts.checkouts,
    ];
    return { ready: reasons.length === 0, reasons };
}
function commitReasons(document, { commit }) {
    if (commit === undefined) {
        return [
            'the commit to be released is not known: the tree has changes that are not committed, or git is missing',
        ];
    }
    if (document.commit === undefined)
        return ['the report does not say which commit it is of'];
    if (document.commit !== commit) {
        return [
            `the report is of the commit ${document.commit.slice(0, 12)}, the release of ${commit.slice(0, 12)}`,
        ];
    }
    return [];
}
function faultReasons(document) {
    const found = document.diagnostics.filter((one) => (0,verdict/* fails */.c6)(one.severity, 'warning')).length;
    return [
        ...(found > 0 ? [`${(0,plural/* plural */.L)(found, 'error or warning', 'errors and warnings')} found`] : []),
        ...document.runs
            .filter((run) => run.outcome === 'failed')
            .map((run) => `the run of "${run.workflow}" (${(0,words/* runTitle */.kh)(run)}) failed: ${run.cause ?? 'no cause is known'}`),
        ...document.faults.map((fault) => `the check is not complete: ${fault.message}`),
    ];
}
function coverageReasons(document, facts) {
    const reasons = [];
    if (facts.workflows.length === 0)
        reasons.push('there is no workflow to release');
    const looked = new Set(document.workflows.map((workflow) => workflow.path));
    for (const { name, path } of facts.workflows) {
        if (!looked.has(path))
            reasons.push(`"${name}" was not checked`);
    }
    for (const { path, mode, scenario } of facts.runs) {
        const own = document.runs.filter((run) => run.path === path && run.mode === mode && run.scenario === scenario);
        const name = facts.workflows.find((workflow) => workflow.path === path)?.name ?? path;
        const title = `"${name}" (${(0,words/* runTitle */.kh)({ mode: mode, scenario })})`;
        const [first] = own;
        if (first === undefined)
            reasons.push(`${title} was not run`);
        else if (own.every((run) => run.outcome === 'skipped')) {
            reasons.push(`${title} was skipped: ${first.reason ?? 'no reason is known'}`);
        }
    }
    return reasons;
}
function formReasons({ comparison, bump }) {
    if (comparison === undefined || bump === undefined || (0,compare_forms/* allows */.NB)(bump, comparison.bump))
        return [];
    const worst = comparison.changes.filter((change) => !(0,compare_forms/* allows */.NB)(bump, change.bump));
    return worst.map((change) => `a ${bump === 'none' ? 'release without a new number' : `${bump} release`} must not change the form so: ${change.workflow}: ${change.message} (since ${comparison.base})`);
}

// EXTERNAL MODULE: ./build/src/syntax/yaml/tree.js
var tree = __webpack_require__(1765);
// EXTERNAL MODULE: ./build/src/app/changes/git.js
var changes_git = __webpack_require__(5983);
;// CONCATENATED MODULE: ./build/src/app/gate/own-checkouts.js



/**
 * What is wrong with the steps that check this very repository out: each must name a branch or tag that exists at the
 * origin, because the platform takes the scripts from there.
 */
async function ownCheckoutFaults(workflows, world) {
    const git = (0,changes_git/* gitOf */.Od)(world);
    const origin = await (0,own_repository/* originAddress */.Jg)(world);
    if (origin === undefined)
        return [];
    const own = (0,own_repository/* repositoryName */.aR)(origin);
    const named = workflows.flatMap((file) => checkoutsOf(file).filter((one) => own !== undefined && (0,own_repository/* repositoryName */.aR)(one.repository) === own));
    const refs = [...new Set(named.map((one) => one.reference))];
    if (refs.length === 0)
        return [];
    const listed = await git('ls-remote', '--heads', '--tags', 'origin');
    if (!(0,changes_git/* succeeded */.gq)(listed)) {
        return [
            'the branches and tags of the origin cannot be read, so that nobody knows what the workflows check out',
        ];
    }
    const known = new Set(listed.stdout
        .split('\n')
        .flatMap((line) => /refs\/(?:heads|tags)\/(.+?)(?:\^\{\})?$/.exec(line)?.[1] ?? []));
    return named
        .filter((one) => !known.has(one.reference) && !/^[0-9a-f]{40}$/.test(one.reference))
        .map((one) => `${one.path} checks out "${one.reference}" of this repository, which is neither a branch nor a tag`);
}
function checkoutsOf(file) {
    return (file.workflow?.jobs ?? []).flatMap((job) => job.steps.flatMap((step) => {
        if (step.uses === undefined || !/^parallelworks\/checkout(@|$)/.test(step.uses.value))
            return [];
        const repository = (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(step.with, 'repo'));
        const reference = (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(step.with, 'branch')) ?? (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(step.with, 'ref'));
        if (repository === undefined || reference === undefined || reference.includes('${{'))
            return [];
        return [{ path: file.source.path, repository, reference }];
    }));
}

;// CONCATENATED MODULE: ./build/src/app/gate/version.js
/** Reads `v1.2.3` or `1.2.3-rc.1`; `undefined` for anything else. */
function readVersion(text) {
    const match = /^v?(\d{1,6})\.(\d{1,6})\.(\d{1,6})(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/.exec(text);
    if (match === null)
        return undefined;
    return { major: Number(match[1]), minor: Number(match[2]), patch: Number(match[3]), pre: match[4] ?? '' };
}
/** Newest first; a release stands above its pre-releases. */
function newerFirst(left, right) {
    return (right.major - left.major ||
        right.minor - left.minor ||
        right.patch - left.patch ||
        (left.pre === right.pre ? 0 : left.pre === '' ? -1 : right.pre === '' ? 1 : left.pre < right.pre ? 1 : -1));
}
/** The bump from one version to another. Below 1.0.0 a new minor number may break, as semantic versioning allows. */
function bumpBetween(before, after) {
    if (after.major > before.major)
        return 'major';
    if (after.major < before.major)
        return 'none';
    if (after.minor > before.minor)
        return before.major === 0 ? 'major' : 'minor';
    if (after.minor < before.minor)
        return 'none';
    return after.patch > before.patch ? (before.major === 0 ? 'minor' : 'patch') : 'none';
}

;// CONCATENATED MODULE: ./build/src/app/gate/release-tags.js


/**
 * Finds release tags, in the repository and, because a checkout of depth 1 has none, at its origin.
 *
 * @param next the version to be released, when it is known by other means
 */
async function releaseTags(world, next) {
    const git = (0,changes_git/* gitOf */.Od)(world);
    const [pointing, local, remote] = await Promise.all([
        git('tag', '--points-at', 'HEAD'),
        git('tag', '--list'),
        git('ls-remote', '--tags', '--refs', 'origin'),
    ]);
    const names = (outcome, read) => (0,changes_git/* succeeded */.gq)(outcome)
        ? outcome.stdout
            .split('\n')
            .map(read)
            .filter((name) => readVersion(name))
        : [];
    const here = next ?? sorted(names(pointing, (line) => line.trim()))[0];
    const all = [
        ...names(local, (line) => line.trim()),
        ...names(remote, (line) => line.split('refs/tags/')[1]?.trim() ?? ''),
    ];
    const own = here === undefined ? undefined : readVersion(here);
    const before = sorted([...new Set(all)]).find((name) => {
        const version = readVersion(name);
        if (version === undefined || version.pre !== '')
            return false;
        return own === undefined ? true : newerFirst(version, own) > 0;
    });
    return { here, before };
}
function sorted(names) {
    return names.toSorted((a, b) => {
        const [left, right] = [readVersion(a), readVersion(b)];
        return left && right ? newerFirst(left, right) : 0;
    });
}

;// CONCATENATED MODULE: ./build/src/app/gate/gate.js













/** Checks everything, strictly, and judges whether a release may be made. */
async function gate(asked, request, world, watcher, signal) {
    if (asked.next !== undefined && readVersion(asked.next) === undefined) {
        return { kind: 'refused', message: `"${asked.next}" is no version: expected one such as 1.2.3` };
    }
    const strict = {
        ...request,
        stage: 'check',
        failOn: 'warning',
        changed: undefined,
        shard: undefined,
    };
    const prepared = await (0,prepare_request/* prepareRequest */.n)(strict, world);
    if (prepared.kind === 'refused')
        return prepared;
    const planned = (0,run_workflows/* planRuns */.gp)({
        ...prepared,
        request: strict,
        world,
        repository: await (0,own_repository/* ownRepository */.d5)(world),
    });
    if (planned.kind === 'refused')
        return planned;
    const reported = asked.report === undefined
        ? await checkedReport(strict, world, watcher, signal)
        : storedReport(asked.report, world);
    if (reported.kind === 'refused')
        return reported;
    const tags = await releaseTags(world, asked.next);
    const before = asked.base ?? tags.before;
    const compared = before === undefined ? undefined : await (0,compare/* compare */.U)(before, strict, world);
    const [commit, checkouts] = await Promise.all([
        (0,checked_commit/* checkedCommit */.t)(world),
        ownCheckoutFaults(prepared.workspace.workflows, world),
    ]);
    const [from, to] = [before && readVersion(before), tags.here && readVersion(tags.here)];
    const bump = from && to ? bumpBetween(from, to) : undefined;
    const verdict = judgeGate(reported.source.document, {
        commit,
        workflows: prepared.workspace.workflows.map((file) => ({ name: file.name, path: file.source.path })),
        runs: planned.runs.map((run) => ({
            path: run.file.source.path,
            mode: run.kind === 'plan' ? run.plan.mode : run.record.mode,
            scenario: run.kind === 'plan' ? run.plan.scenario : run.record.scenario,
        })),
        comparison: compared?.kind === 'comparison' ? compared.comparison : undefined,
        bump,
        checkouts: [...checkouts, ...(compared?.kind === 'refused' ? [compared.message] : [])],
    });
    const comparison = compared?.kind === 'comparison' ? compared.comparison : undefined;
    const remarks = remarksOf(before, comparison, bump);
    const document = {
        ...reported.source.document,
        remarks: [...reported.source.document.remarks, ...remarks],
        gate: verdict,
    };
    return { kind: 'gate', source: { ...reported.source, document } };
}
async function checkedReport(request, world, watcher, signal) {
    const answer = await (0,check/* check */.z)(request, world, watcher, signal);
    return answer.kind === 'refused' ? answer : { kind: 'reported', source: (0,render/* renderSource */.u)(answer.report) };
}
function storedReport(file, world) {
    const content = world.readNamed(file);
    if (content.kind === 'problem') {
        return { kind: 'refused', message: `"${file}" cannot be read: ${content.message}` };
    }
    const read = (0,read_document/* readDocument */.u)(content.text);
    if (read.kind === 'refused')
        return { kind: 'refused', message: `"${file}" is no report: ${read.message}` };
    return { kind: 'reported', source: (0,merge/* renderSourceOf */.B)(read.document, world) };
}
function remarksOf(before, comparison, bump) {
    if (before === undefined)
        return ['there is no release before this one: the forms were compared with nothing'];
    if (comparison === undefined || bump !== undefined)
        return [];
    const needed = comparison.bump === 'none' ? 'may be any' : `has to be a ${comparison.bump} one`;
    return [
        `the version to be released is not known (no tag here, no --next): compared with ${before} it ${needed}`,
    ];
}

// EXTERNAL MODULE: ./build/src/app/request.js + 1 modules
var request = __webpack_require__(3176);
// EXTERNAL MODULE: ./build/src/app/untrusted-event.js
var untrusted_event = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/src/host/interruption.js
var host_interruption = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/src/host/node-world.js + 1 modules
var node_world = __webpack_require__(4564);
// EXTERNAL MODULE: ./build/src/cli/locate.js + 1 modules
var locate = __webpack_require__(8555);
// EXTERNAL MODULE: ./build/src/cli/print-report.js + 3 modules
var print_report = __webpack_require__(7619);
// EXTERNAL MODULE: ./build/src/cli/start-progress.js + 2 modules
var start_progress = __webpack_require__(2405);
// EXTERNAL MODULE: ./build/src/cli/streams.js
var cli_streams = __webpack_require__(2169);
;// CONCATENATED MODULE: ./build/src/cli/gate-command.js









/** Carries out `gate`: 0 when a release may be made, 1 when not. */
async function gateCommand(line, streams) {
    const located = (0,locate/* locateOperands */.z)(line.operands);
    if (located.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, located.message);
    if (located.paths.length > 0)
        return (0,cli_streams/* refuse */.TR)(streams, 'the gate checks a whole repository: name its folder');
    const read = (0,request/* readRequest */["in"])({ command: 'gate', paths: [], options: line.options });
    if (read.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, read.message);
    const { GITHUB_ACTIONS, GITHUB_EVENT_NAME } = streams.environment;
    const event = GITHUB_ACTIONS === 'true' ? GITHUB_EVENT_NAME : undefined;
    const allowed = (0,request/* given */.gI)(line.options['allow-untrusted-run']) ? 'allowed' : 'refused';
    const admitted = (0,untrusted_event/* admitRequest */.J)({ ...read.request, stage: 'run' }, event, allowed);
    if (admitted.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, admitted.message);
    const answer = (0,print_report/* readTargets */.R)(line);
    if (answer.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, answer.message);
    const progress = (0,start_progress/* startProgress */.o)(line, streams);
    const interruption = (0,host_interruption/* listenForInterruption */.e)(progress.say);
    const asked = {
        report: (0,request/* last */.HV)(line.options.report),
        next: (0,request/* last */.HV)(line.options.next),
        base: (0,request/* last */.HV)(line.options.base),
    };
    const world = (0,node_world/* nodeWorld */.$)(located.root, process.cwd());
    const result = await gate(asked, read.request, world, progress, interruption.signal).finally(() => {
        progress.end();
        interruption.dispose();
    });
    if (result.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, result.message);
    const status = (0,print_report/* printReport */.Y)(result.source, answer.targets, 'warning', line, streams);
    const closed = result.source.document.gate?.ready === false ? 1 : 0;
    return interruption.status() ?? Math.max(status, closed);
}


/***/ }),

/***/ 2405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  o: () => (/* binding */ startProgress)
});

// EXTERNAL MODULE: ./build/src/app/request.js + 1 modules
var request = __webpack_require__(3176);
// EXTERNAL MODULE: ./build/src/report/document/words.js
var document_words = __webpack_require__(5929);
;// CONCATENATED MODULE: ./build/src/report/terminal/event-words.js

/** What an event means to a person, or `undefined` when it is too small to be told. */
function eventWords(event) {
    switch (event.type) {
        case 'run-started':
            return 'started';
        case 'ready':
            return `ready in ${(0,document_words/* duration */.p0)(event.readyMs)}`;
        case 'job':
            return event.state === 'failed' ? `job ${event.job} failed` : undefined;
        case 'listening':
            return `listening on ${event.address}:${event.port}`;
        case 'phase':
            return event.phase === 'stop' && event.state === 'started' ? 'stopping' : undefined;
        case 'run-ended':
            return event.record.outcome;
        case 'coordination':
        case 'step':
        case 'output':
        case 'leftover':
            return undefined;
    }
}

// EXTERNAL MODULE: ./build/src/report/terminal/palette.js
var palette = __webpack_require__(6286);
// EXTERNAL MODULE: ./build/src/report/terminal/terminal-text.js
var terminal_text = __webpack_require__(3753);
;// CONCATENATED MODULE: ./build/src/cli/progress.js




/** Nothing at all. */
const silentProgress = { watch: () => { }, say: () => { }, end: () => { } };
/** One line for everything worth knowing; for logs and for stderr that is no terminal. */
function lineProgress(write) {
    return {
        watch(event) {
            const words = eventWords(event);
            if (words !== undefined)
                write(`${(0,terminal_text/* visible */.RK)(event.workflow)} (${(0,terminal_text/* visible */.RK)((0,document_words/* runTitle */.kh)(event))}): ${(0,terminal_text/* visible */.RK)(words)}\n`);
        },
        say: (sentence) => write(`${(0,terminal_text/* visible */.RK)(sentence)}\n`),
        end: () => { },
    };
}
/**
 * A live view: one row for each run, redrawn in place as events come in and when `tick` is called. Rows of finished
 * runs stay above.
 */
function liveProgress(screen) {
    const colours = (0,palette/* palette */.M)(screen.colour);
    const rows = new Map();
    let drawn = 0;
    const erase = () => {
        if (drawn > 0)
            screen.write(`\u001b[${drawn}A\u001b[0J`);
        drawn = 0;
    };
    const draw = () => {
        const open = [...rows.values()].filter((row) => row.outcome === undefined).slice(0, 20);
        const width = Math.max(20, screen.columns() - 1);
        for (const row of open)
            screen.write(`${rowText(row, screen.now(), width, colours)}\n`);
        drawn = open.length;
    };
    return {
        watch(event) {
            const title = `${event.workflow} (${(0,document_words/* runTitle */.kh)(event)})`;
            const key = `${event.workflow}\n${event.mode}\n${event.scenario}`;
            let row = rows.get(key);
            if (row === undefined || event.type === 'run-started') {
                row = { title, state: 'starting', outcome: undefined, startedAt: screen.now() };
                rows.set(key, row);
            }
            row.state = stateWords(event) ?? row.state;
            erase();
            if (event.type === 'run-ended') {
                row.outcome = event.record.outcome;
                const width = Math.max(20, screen.columns() - 1);
                screen.write(`${rowText(row, screen.now(), width, colours)}\n`);
            }
            draw();
        },
        say(sentence) {
            erase();
            screen.write(`${(0,terminal_text/* visible */.RK)(sentence)}\n`);
            draw();
        },
        tick() {
            erase();
            draw();
        },
        end: erase,
    };
}
function stateWords(event) {
    switch (event.type) {
        case 'phase':
            return event.state === 'started' ? phaseWords[event.phase] : undefined;
        case 'step':
            return event.state === 'started' ? `${event.job}: ${event.step}` : undefined;
        case 'coordination':
            return `${event.event.file} written`;
        case 'listening':
        case 'ready':
        case 'run-started':
        case 'run-ended':
        case 'job':
            return eventWords(event);
        case 'output':
        case 'leftover':
            return undefined;
    }
}
const phaseWords = {
    prepare: 'preparing',
    start: 'starting',
    wait: 'waiting for the service',
    stop: 'stopping',
    inspect: 'looking for what is left',
};
function rowText(row, now, width, colours) {
    const sign = row.outcome === undefined
        ? colours.cyan('…')
        : { passed: colours.green('✓'), failed: colours.red('✗'), skipped: colours.yellow('-') }[row.outcome];
    const time = (0,document_words/* duration */.p0)(Math.floor((now - row.startedAt) / 100) * 100);
    return `${sign} ${shorten(`${(0,terminal_text/* visible */.RK)(row.title)}  ${(0,terminal_text/* visible */.RK)(row.state)}  ${time}`, width - 2)}`;
}
/** Cuts a visible text to a number of cells. */
function shorten(text, width) {
    if ((0,terminal_text/* cells */.Yo)(text) <= width)
        return text;
    let kept = '';
    let taken = 0;
    for (const character of text) {
        taken += (0,terminal_text/* cellsOf */.nc)(character);
        if (taken > width - 1)
            break;
        kept += character;
    }
    return `${kept}…`;
}

// EXTERNAL MODULE: ./build/src/cli/streams.js
var cli_streams = __webpack_require__(2169);
;// CONCATENATED MODULE: ./build/src/cli/start-progress.js



/** Milliseconds between two redraws of the live view. */
const redrawMs = 200;
/** Starts to tell what goes on: a live view on a terminal, lines elsewhere, nothing with `--quiet`. */
function startProgress(line, streams) {
    if ((0,request/* given */.gI)(line.options.quiet))
        return silentProgress;
    const { TERM } = streams.environment;
    if (!streams.terminal.stderr || TERM === 'dumb')
        return lineProgress(streams.talk);
    const live = liveProgress({
        write: streams.talk,
        columns: streams.columns,
        now: () => performance.now(),
        colour: (0,cli_streams/* colourFor */.MJ)('stderr', streams, (0,request/* given */.gI)(line.options['no-color'])),
    });
    const timer = setInterval(live.tick, redrawMs);
    timer.unref();
    return {
        ...live,
        end: () => {
            clearInterval(timer);
            live.end();
        },
    };
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


/***/ })

};
