export const id = 971;
export const ids = [971];
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

/***/ 4971:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   compareCommand: () => (/* binding */ compareCommand)
/* harmony export */ });
/* harmony import */ var _app_compare_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6077);
/* harmony import */ var _app_request_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3176);
/* harmony import */ var _host_node_world_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(4564);
/* harmony import */ var _report_document_json_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(644);
/* harmony import */ var _report_terminal_terminal_text_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3753);
/* harmony import */ var _locate_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(8555);
/* harmony import */ var _streams_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2169);







/** Carries out `compare`: 0 when nobody who calls the workflows is broken, 1 when the next version is a major one. */
async function compareCommand(line, streams) {
    const [base, ...paths] = line.operands;
    if (base === undefined)
        return (0,_streams_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(streams, 'compare needs the revision to compare with, as in compare v1.2.0');
    const format = (0,_app_request_js__WEBPACK_IMPORTED_MODULE_1__/* .last */ .HV)(line.options.format) ?? 'pretty';
    if (format !== 'pretty' && format !== 'json') {
        return (0,_streams_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(streams, `--format does not take "${format}" here: expected pretty or json`);
    }
    const located = (0,_locate_js__WEBPACK_IMPORTED_MODULE_3__/* .locateOperands */ .z)(paths);
    if (located.kind === 'refused')
        return (0,_streams_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(streams, located.message);
    const read = (0,_app_request_js__WEBPACK_IMPORTED_MODULE_1__/* .readRequest */ ["in"])({ command: 'compare', paths: located.paths, options: {} });
    if (read.kind === 'refused')
        return (0,_streams_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(streams, read.message);
    const answer = await (0,_app_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .compare */ .U)(base, read.request, (0,_host_node_world_js__WEBPACK_IMPORTED_MODULE_2__/* .nodeWorld */ .$)(located.root, process.cwd()));
    if (answer.kind === 'refused')
        return (0,_streams_js__WEBPACK_IMPORTED_MODULE_4__/* .refuse */ .TR)(streams, answer.message);
    const { comparison } = answer;
    const text = (0,_app_compare_js__WEBPACK_IMPORTED_MODULE_0__/* .comparisonText */ .V)(comparison).split('\n').map(_report_terminal_terminal_text_js__WEBPACK_IMPORTED_MODULE_5__/* .visible */ .RK).join('\n');
    streams.print(format === 'json' ? `${(0,_report_document_json_js__WEBPACK_IMPORTED_MODULE_6__/* .jsonText */ .s)(comparison, 2)}\n` : text);
    return comparison.bump === 'major' ? 1 : 0;
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
