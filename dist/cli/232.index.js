export const id = 232;
export const ids = [232];
export const modules = {

/***/ 1232:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  serve: () => (/* binding */ serve)
});

// EXTERNAL MODULE: ./node_modules/vscode-languageserver/lib/common/api.js
var api = __webpack_require__(2104);
;// CONCATENATED MODULE: ./node_modules/vscode-languageserver-textdocument/lib/esm/main.js
/* --------------------------------------------------------------------------------------------
 * Copyright (c) Microsoft Corporation. All rights reserved.
 * Licensed under the MIT License. See License.txt in the project root for license information.
 * ------------------------------------------------------------------------------------------ */

class FullTextDocument {
    constructor(uri, languageId, version, content) {
        this._uri = uri;
        this._languageId = languageId;
        this._version = version;
        this._content = content;
        this._lineOffsets = undefined;
    }
    get uri() {
        return this._uri;
    }
    get languageId() {
        return this._languageId;
    }
    get version() {
        return this._version;
    }
    getText(range) {
        if (range) {
            const start = this.offsetAt(range.start);
            const end = this.offsetAt(range.end);
            return this._content.substring(start, end);
        }
        return this._content;
    }
    update(changes, version) {
        for (const change of changes) {
            if (FullTextDocument.isIncremental(change)) {
                // makes sure start is before end
                const range = getWellformedRange(change.range);
                // update content
                const startOffset = this.offsetAt(range.start);
                const endOffset = this.offsetAt(range.end);
                this._content = this._content.substring(0, startOffset) + change.text + this._content.substring(endOffset, this._content.length);
                const insertedEndOffset = startOffset + change.text.length;
                const crlfAtStart = this._content.charCodeAt(startOffset - 1) === 13 /* CharCode.CarriageReturn */ && this._content.charCodeAt(startOffset) === 10 /* CharCode.LineFeed */;
                const crlfAtEnd = this._content.charCodeAt(insertedEndOffset - 1) === 13 /* CharCode.CarriageReturn */ && this._content.charCodeAt(insertedEndOffset) === 10 /* CharCode.LineFeed */;
                if (crlfAtStart || crlfAtEnd) {
                    // A CRLF pair across an edit boundary is not included in the inserted text's line offsets.
                    this._lineOffsets = undefined;
                    continue;
                }
                // update the offsets
                const startLine = Math.max(range.start.line, 0);
                const endLine = Math.max(range.end.line, 0);
                let lineOffsets = this._lineOffsets;
                const addedLineOffsets = computeLineOffsets(change.text, false, startOffset);
                if (endLine - startLine === addedLineOffsets.length) {
                    for (let i = 0, len = addedLineOffsets.length; i < len; i++) {
                        lineOffsets[i + startLine + 1] = addedLineOffsets[i];
                    }
                }
                else {
                    if (addedLineOffsets.length < 10000) {
                        lineOffsets.splice(startLine + 1, endLine - startLine, ...addedLineOffsets);
                    }
                    else { // avoid too many arguments for splice
                        this._lineOffsets = lineOffsets = lineOffsets.slice(0, startLine + 1).concat(addedLineOffsets, lineOffsets.slice(endLine + 1));
                    }
                }
                const diff = change.text.length - (endOffset - startOffset);
                if (diff !== 0) {
                    for (let i = startLine + 1 + addedLineOffsets.length, len = lineOffsets.length; i < len; i++) {
                        lineOffsets[i] = lineOffsets[i] + diff;
                    }
                }
            }
            else if (FullTextDocument.isFull(change)) {
                this._content = change.text;
                this._lineOffsets = undefined;
            }
            else {
                throw new Error('Unknown change event received');
            }
        }
        this._version = version;
    }
    getLineOffsets() {
        if (this._lineOffsets === undefined) {
            this._lineOffsets = computeLineOffsets(this._content, true);
        }
        return this._lineOffsets;
    }
    positionAt(offset) {
        offset = Math.max(Math.min(offset, this._content.length), 0);
        const lineOffsets = this.getLineOffsets();
        let low = 0, high = lineOffsets.length;
        if (high === 0) {
            return { line: 0, character: offset };
        }
        while (low < high) {
            const mid = Math.floor((low + high) / 2);
            if (lineOffsets[mid] > offset) {
                high = mid;
            }
            else {
                low = mid + 1;
            }
        }
        // low is the least x for which the line offset is larger than the current offset
        // or array.length if no line offset is larger than the current offset
        const line = low - 1;
        offset = this.ensureBeforeEOL(offset, lineOffsets[line]);
        return { line, character: offset - lineOffsets[line] };
    }
    offsetAt(position) {
        const lineOffsets = this.getLineOffsets();
        if (position.line >= lineOffsets.length) {
            return this._content.length;
        }
        else if (position.line < 0) {
            return 0;
        }
        const lineOffset = lineOffsets[position.line];
        if (position.character <= 0) {
            return lineOffset;
        }
        const nextLineOffset = (position.line + 1 < lineOffsets.length) ? lineOffsets[position.line + 1] : this._content.length;
        const offset = Math.min(lineOffset + position.character, nextLineOffset);
        return this.ensureBeforeEOL(offset, lineOffset);
    }
    getLineRange(line) {
        const lineOffsets = this.getLineOffsets();
        if (line >= lineOffsets.length) {
            const lastLine = lineOffsets.length - 1;
            return { start: { line: lastLine, character: 0 }, end: { line: lastLine, character: this._content.length - lineOffsets[lastLine] } };
        }
        else if (line < 0) {
            return { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
        }
        const startOffset = lineOffsets[line];
        const nextLineOffset = (line + 1 < lineOffsets.length) ? lineOffsets[line + 1] : this._content.length;
        const endOffset = this.ensureBeforeEOL(nextLineOffset, startOffset);
        return { start: { line, character: 0 }, end: { line, character: endOffset - startOffset } };
    }
    getEOLCharacters(line) {
        const lineOffsets = this.getLineOffsets();
        if (line >= lineOffsets.length) {
            return '';
        }
        else if (line < 0) {
            return '';
        }
        const nextLineOffset = (line + 1 < lineOffsets.length) ? lineOffsets[line + 1] : this._content.length;
        const eolOffset = this.ensureBeforeEOL(nextLineOffset, lineOffsets[line]);
        return this._content.substring(eolOffset, nextLineOffset);
    }
    ensureBeforeEOL(offset, lineOffset) {
        while (offset > lineOffset && isEOL(this._content.charCodeAt(offset - 1))) {
            offset--;
        }
        return offset;
    }
    get lineCount() {
        return this.getLineOffsets().length;
    }
    static isIncremental(event) {
        const candidate = event;
        return candidate !== undefined && candidate !== null &&
            typeof candidate.text === 'string' && candidate.range !== undefined &&
            (candidate.rangeLength === undefined || typeof candidate.rangeLength === 'number');
    }
    static isFull(event) {
        const candidate = event;
        return candidate !== undefined && candidate !== null &&
            typeof candidate.text === 'string' && candidate.range === undefined && candidate.rangeLength === undefined;
    }
}
var TextDocument;
(function (TextDocument) {
    /**
     * Creates a new text document.
     *
     * @param uri The document's uri.
     * @param languageId  The document's language Id.
     * @param version The document's initial version number.
     * @param content The document's content.
     */
    function create(uri, languageId, version, content) {
        return new FullTextDocument(uri, languageId, version, content);
    }
    TextDocument.create = create;
    /**
     * Updates a TextDocument by modifying its content.
     *
     * @param document the document to update. Only documents created by TextDocument.create are valid inputs.
     * @param changes the changes to apply to the document.
     * @param version the changes version for the document.
     * @returns The updated TextDocument. Note: That's the same document instance passed in as first parameter.
     *
     */
    function update(document, changes, version) {
        if (document instanceof FullTextDocument) {
            document.update(changes, version);
            return document;
        }
        else {
            throw new Error('TextDocument.update: document must be created by TextDocument.create');
        }
    }
    TextDocument.update = update;
    function applyEdits(document, edits) {
        const text = document.getText();
        const sortedEdits = mergeSort(edits.map(getWellformedEdit), (a, b) => {
            const diff = a.range.start.line - b.range.start.line;
            if (diff === 0) {
                return a.range.start.character - b.range.start.character;
            }
            return diff;
        });
        let lastModifiedOffset = 0;
        const spans = [];
        for (const e of sortedEdits) {
            const startOffset = document.offsetAt(e.range.start);
            if (startOffset < lastModifiedOffset) {
                throw new Error('Overlapping edit');
            }
            else if (startOffset > lastModifiedOffset) {
                spans.push(text.substring(lastModifiedOffset, startOffset));
            }
            if (e.newText.length) {
                spans.push(e.newText);
            }
            lastModifiedOffset = document.offsetAt(e.range.end);
        }
        spans.push(text.substr(lastModifiedOffset));
        return spans.join('');
    }
    TextDocument.applyEdits = applyEdits;
})(TextDocument || (TextDocument = {}));
function mergeSort(data, compare) {
    if (data.length <= 1) {
        // sorted
        return data;
    }
    const p = (data.length / 2) | 0;
    const left = data.slice(0, p);
    const right = data.slice(p);
    mergeSort(left, compare);
    mergeSort(right, compare);
    let leftIdx = 0;
    let rightIdx = 0;
    let i = 0;
    while (leftIdx < left.length && rightIdx < right.length) {
        const ret = compare(left[leftIdx], right[rightIdx]);
        if (ret <= 0) {
            // smaller_equal -> take left to preserve order
            data[i++] = left[leftIdx++];
        }
        else {
            // greater -> take right
            data[i++] = right[rightIdx++];
        }
    }
    while (leftIdx < left.length) {
        data[i++] = left[leftIdx++];
    }
    while (rightIdx < right.length) {
        data[i++] = right[rightIdx++];
    }
    return data;
}
function computeLineOffsets(text, isAtLineStart, textOffset = 0) {
    const result = isAtLineStart ? [textOffset] : [];
    for (let i = 0; i < text.length; i++) {
        const ch = text.charCodeAt(i);
        if (isEOL(ch)) {
            if (ch === 13 /* CharCode.CarriageReturn */ && i + 1 < text.length && text.charCodeAt(i + 1) === 10 /* CharCode.LineFeed */) {
                i++;
            }
            result.push(textOffset + i + 1);
        }
    }
    return result;
}
function isEOL(char) {
    return char === 13 /* CharCode.CarriageReturn */ || char === 10 /* CharCode.LineFeed */;
}
function getWellformedRange(range) {
    const start = range.start;
    const end = range.end;
    if (start.line > end.line || (start.line === end.line && start.character > end.character)) {
        return { start: end, end: start };
    }
    return range;
}
function getWellformedEdit(textEdit) {
    const range = getWellformedRange(textEdit.range);
    if (range !== textEdit.range) {
        return { newText: textEdit.newText, range };
    }
    return textEdit;
}

// EXTERNAL MODULE: ./build/src/report/report.js + 1 modules
var report = __webpack_require__(6420);
// EXTERNAL MODULE: ./build/src/analysis/shell/parsed-script.js
var parsed_script = __webpack_require__(3034);
;// CONCATENATED MODULE: ./build/src/editor/position/offset-in.js
/**
 * The offset into a text of the character that stands at an offset of its file, the next one where none stands there;
 * `undefined` when the text lies elsewhere. The end of the text counts as inside.
 */
function offsetIn(text, offset) {
    const { length } = text.text;
    const startOf = (index) => text.spanOf(index, index).start;
    if (offset < startOf(0) || offset > (length === 0 ? startOf(0) : text.spanOf(length - 1, length).end))
        return undefined;
    let low = 0;
    let high = length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if (startOf(middle) < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

;// CONCATENATED MODULE: ./build/src/editor/position/scripts-at.js

/** The scripts of a workspace that are written in a file: itself, or the blocks of a workflow. */
function scriptsIn(workspace, path) {
    const all = workspace.workflows.flatMap((file) => [...file.scripts, ...(file.workflow?.scripts ?? [])]);
    return [...all, ...workspace.loneScripts].filter((script) => script.path === path);
}
/** The script that is written at an offset of a file. */
function scriptAt(workspace, path, offset) {
    for (const script of scriptsIn(workspace, path)) {
        const inside = offsetIn(script.text, offset);
        if (inside !== undefined)
            return { script, offset: inside };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/editor/typing/text-change.js
/** The smallest change that makes one text out of another; `undefined` when they are equal. */
function changeBetween(file, before, after) {
    if (before === after)
        return undefined;
    const shorter = Math.min(before.length, after.length);
    let start = 0;
    while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start))
        start++;
    let tail = 0;
    while (tail < shorter - start &&
        before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail))
        tail++;
    return {
        file,
        start,
        removed: before.slice(start, before.length - tail),
        inserted: after.slice(start, after.length - tail),
    };
}
/**
 * Where an offset of the text before a change is after it; `undefined` inside what was removed. What is inserted at the
 * offset goes before it, unless it is the end of something: `end` stays.
 */
function offsetAfter(change, offset, side) {
    const { start, removed, inserted } = change;
    const end = start + removed.length;
    if (offset < start || (offset === start && side === 'end'))
        return offset;
    if (offset >= end)
        return offset + inserted.length - removed.length;
    return offset === start ? offset : undefined;
}
/** Where an offset of the text after a change was before it; inside what was inserted, where that begins. */
function offsetBefore({ start, removed, inserted }, offset) {
    if (offset <= start)
        return offset;
    if (offset >= start + inserted.length)
        return offset - inserted.length + removed.length;
    return start;
}
/** A span after a change: one around it grows or shrinks with it, one that the change cuts or removes is `undefined`. */
function spanAfter(change, span) {
    if (span.file !== change.file)
        return span;
    const { removed, inserted } = change;
    const end = change.start + removed.length;
    const isAround = removed === ''
        ? span.start < change.start && end < span.end
        : span.start <= change.start && end <= span.end;
    const after = isAround
        ? { start: span.start, end: span.end + inserted.length - removed.length }
        : {
            start: offsetAfter(change, span.start, 'start'),
            end: offsetAfter(change, span.end, span.start === span.end ? 'start' : 'end'),
        };
    if (after.start === undefined || after.end === undefined || after.end < after.start)
        return undefined;
    if (after.start === after.end && span.start < span.end)
        return undefined;
    return { file: span.file, start: after.start, end: after.end };
}
/** A finding after a change, with what of its related places and of its repair is left; `undefined` when it is cut. */
function findingAfter(change, finding) {
    const at = spanAfter(change, finding.at);
    if (at === undefined)
        return undefined;
    const related = finding.related?.flatMap((label) => {
        const span = spanAfter(change, label.span);
        return span === undefined ? [] : [{ ...label, span }];
    });
    return { ...finding, at, related, fix: finding.fix && fixAfter(change, finding.fix) };
}
function fixAfter(change, fix) {
    const edits = fix.edits.flatMap((edit) => {
        const span = spanAfter(change, edit.span);
        return span === undefined ? [] : [{ ...edit, span }];
    });
    const [first, ...others] = edits;
    return first === undefined || edits.length < fix.edits.length
        ? undefined
        : { ...fix, edits: [first, ...others] };
}
/** Whether a change is one that typing makes: within a line, or a new line with nothing on it yet. */
function isTyped({ removed, inserted }) {
    return !/[\r\n]/.test(removed.trim()) && !/[\r\n]/.test(inserted.trim());
}
/** The line of a text in which an offset lies, without its line break. */
function lineAt(file, text, offset) {
    const before = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1));
    const rest = text.slice(offset).search(/[\r\n]/);
    return { file, start: before + 1, end: rest === -1 ? text.length : offset + rest };
}
/** Whether a change happens in one line, given as it was before, and makes no others. */
function staysOnLine({ file, start, removed, inserted }, line) {
    const isThere = file === line.file && start >= line.start && start <= line.end;
    return isThere && !/[\r\n]/.test(removed) && !/[\r\n]/.test(inserted);
}

;// CONCATENATED MODULE: ./build/src/editor/actions/allow-comment.js



/**
 * The comment that allows a finding, on a line of its own above the one that is blamed; `undefined` where no comment can
 * stand: inside of a text that goes on over several lines.
 */
function allowComment({ at, rule }, text, context) {
    let line = lineAt(at.file, text, at.start);
    for (;;) {
        const above = text.slice(0, line.start).replace(/\r?\n$|\r$/, '');
        if (line.start === 0 || !/(^|[^\\])(\\\\)*\\$/.test(above))
            break;
        line = lineAt(at.file, text, above.length);
    }
    const start = text.charCodeAt(line.start) === 0xfeff ? line.start + 1 : line.start;
    const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
    if (!mayBeginComment(at.file, start + indent.length, context))
        return undefined;
    const name = rule.replace(/^shellcheck\//, '');
    const isFirstOfScript = text.startsWith('#!', start);
    if (isFirstOfScript)
        return undefined;
    return {
        span: { file: at.file, start, end: start },
        replacement: `${indent}# pw-check: allow ${name} -- reason${lineBreakOf(text)}`,
    };
}
/** The line break that a text uses. */
function lineBreakOf(text) {
    return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
function mayBeginComment(path, offset, context) {
    const { workspace } = context;
    const script = scriptAt(workspace, path, offset);
    if (script !== undefined)
        return !isInsideWord(script.script, script.offset, context);
    const file = workspace.workflows.find((one) => one.source.path === path);
    return file !== undefined && !isInsideScalar(file.tree, offset);
}
/** Whether a word or a here-document goes on over a place. */
function isInsideWord(script, offset, context) {
    for (const node of context.ask(parsed_script/* parsedScript */.N, script).nodes('HereDoc', 'Word')) {
        const text = node.type === 'HereDoc' ? node.body : node;
        if (text.pos < offset && offset < text.end)
            return true;
        if (node.type === 'HereDoc' && node.body.pos === offset)
            return true;
    }
    return false;
}
function isInsideScalar(node, offset) {
    if (node === undefined || offset <= node.span.start || offset >= node.span.end)
        return false;
    switch (node.kind) {
        case 'scalar':
            return true;
        case 'sequence':
            return node.items.some((item) => isInsideScalar(item, offset));
        case 'map':
            return node.pairs.some((pair) => isInsideScalar(pair.key, offset) || isInsideScalar(pair.value, offset));
    }
}

;// CONCATENATED MODULE: ./build/src/editor/actions/code-actions.js

/**
 * What can be done about a finding, the best first.
 *
 * @param text the text of its file
 */
function actionsFor(finding, text, context) {
    const { fix, rule } = finding;
    const comment = allowComment(finding, text, context);
    const name = rule.replace(/^shellcheck\//, '');
    return [
        ...(fix === undefined
            ? []
            : [
                {
                    kind: 'fix',
                    title: fix.safety === 'safe' ? fix.title : `${fix.title} (guess)`,
                    isSafe: fix.safety === 'safe',
                    edits: fix.edits,
                },
            ]),
        ...(comment === undefined
            ? []
            : [{ kind: 'allow', title: `allow ${name} here`, edits: [comment] }]),
        { kind: 'explain', title: `explain ${name}`, rule },
    ];
}

// EXTERNAL MODULE: ./build/src/base/assert-never.js
var assert_never = __webpack_require__(8786);
;// CONCATENATED MODULE: ./build/src/lsp/command-names.js
/** The names of the commands that a client may have carried out. */
const commands = {
    check: 'pw-workflow-check.check',
    explain: 'pw-workflow-check.explain',
    graph: 'pw-workflow-check.graph',
    run: 'pw-workflow-check.run',
};
/**
 * The request for the job graph of a document as a page, for clients that have a place for one: `{ textDocument: { uri } }`.
 * The answer is the text of the page, or `null` where there are no jobs.
 */
const graphPageRequest = 'pw-workflow-check/graphPage';

;// CONCATENATED MODULE: ./build/src/lsp/to-code-actions.js



/** The kind of the action that applies every safe repair of a document. */
const fixAllKind = `${api.CodeActionKind.SourceFixAll}.pw-workflow-check`;
/** What can be done about a finding, as the protocol says it. */
function toCodeAction(action, diagnostic, places, isVersioned) {
    const common = { title: action.title, kind: api.CodeActionKind.QuickFix, diagnostics: [diagnostic] };
    switch (action.kind) {
        case 'fix':
            return {
                ...common,
                edit: toWorkspaceEdit(action.edits, places, isVersioned),
                ...(action.isSafe && { isPreferred: true }),
            };
        case 'allow':
            return { ...common, edit: toWorkspaceEdit(action.edits, places, isVersioned) };
        case 'explain':
            return {
                ...common,
                command: { title: action.title, command: commands.explain, arguments: [action.rule] },
            };
        default:
            return (0,assert_never/* assertNever */.x)(action);
    }
}
/** Edits of any files, for the versions that are open where the client knows versions in edits. */
function toWorkspaceEdit(edits, places, isVersioned) {
    const byFile = new Map();
    for (const { span, replacement } of edits) {
        const known = byFile.get(span.file) ?? [];
        byFile.set(span.file, [...known, { range: places.rangeOf(span), newText: replacement }]);
    }
    if (!isVersioned) {
        return { changes: Object.fromEntries([...byFile].map(([path, all]) => [places.uriOf(path), all])) };
    }
    return {
        documentChanges: [...byFile].map(([path, all]) => ({
            textDocument: { uri: places.uriOf(path), version: places.versionOf(path) },
            edits: all,
        })),
    };
}

;// CONCATENATED MODULE: ./build/src/lsp/to-diagnostic.js


/** A finding as the protocol says it. */
function toDiagnostic(found, places) {
    const { rule, message, help, at, related, url, fingerprint } = found;
    const code = /^shellcheck\/(.+)$/.exec(rule)?.[1];
    const tag = tagOf(rule);
    return {
        range: places.rangeOf(at),
        severity: severityOf(found.severity),
        source: code === undefined ? 'pw-workflow-check' : 'shellcheck',
        code: code ?? rule,
        message: help === undefined ? message : `${message}\n${help}`,
        data: fingerprint,
        ...(url !== undefined && { codeDescription: { href: url } }),
        ...(tag !== undefined && { tags: [tag] }),
        ...(related !== undefined &&
            related.length > 0 && {
            relatedInformation: related.map(({ span, text }) => ({
                location: places.locationOf(span),
                message: text,
            })),
        }),
    };
}
function severityOf(severity) {
    switch (severity) {
        case 'error':
            return api.DiagnosticSeverity.Error;
        case 'warning':
            return api.DiagnosticSeverity.Warning;
        case 'note':
            return api.DiagnosticSeverity.Information;
        default:
            return (0,assert_never/* assertNever */.x)(severity);
    }
}
/** The rule says by its name what editors show in another way: what is unused is pale, what is retired struck out. */
function tagOf(rule) {
    if (rule.startsWith('unused-') || rule === 'shellcheck/SC2034')
        return api.DiagnosticTag.Unnecessary;
    return rule.startsWith('retired-') ? api.DiagnosticTag.Deprecated : undefined;
}

;// CONCATENATED MODULE: ./build/src/lsp/code-action-requests.js





/**
 * What can be done at a place of a document: about each finding there, and when it is asked for, every safe repair.
 *
 * @param isVersioned whether the client knows versions in edits
 */
async function codeActions({ textDocument, range, context }, editing, isVersioned) {
    const open = editing.at(textDocument.uri);
    if (open === undefined)
        return [];
    const isWanted = (kind) => context.only === undefined || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const actions = isWanted(api.CodeActionKind.QuickFix)
        ? await quickFixes(open, range, editing, isVersioned)
        : [];
    // All repairs take several rounds of linting, which nobody should wait for who only moves the caret.
    if (context.only === undefined || !isWanted(fixAllKind))
        return actions;
    return [...actions, ...(await fixAll(open, editing, isVersioned))];
}
async function quickFixes({ document, path, repository }, range, editing, isVersioned) {
    const opened = await repository.texts.opened();
    if (opened === undefined)
        return [];
    const places = editing.placesOf(repository);
    const start = document.offsetAt(range.start);
    const end = document.offsetAt(range.end);
    const here = repository
        .findings()
        .filter(({ at }) => at.file === path && at.start <= end && at.end >= start);
    return here.flatMap((finding) => actionsFor(finding, document.getText(), opened.context).map((action) => toCodeAction(action, toDiagnostic(finding, places), places, isVersioned)));
}
async function fixAll({ path, repository }, editing, isVersioned) {
    const opened = await repository.texts.opened();
    const repaired = (await opened?.repair(path)) ?? [];
    const edits = repaired.flatMap(({ path: file, before, after }) => {
        const change = changeBetween(file, before, after);
        if (change === undefined)
            return [];
        const { start, removed, inserted } = change;
        return [{ span: { file, start, end: start + removed.length }, replacement: inserted }];
    });
    if (edits.length === 0)
        return [];
    return [
        {
            title: 'apply every repair that cannot change what a workflow means',
            kind: fixAllKind,
            edit: toWorkspaceEdit(edits, editing.placesOf(repository), isVersioned),
        },
    ];
}

;// CONCATENATED MODULE: ./build/src/editor/names/occurrence.js
/** Whether two occurrences name the same thing. */
function isSameThing(left, right) {
    return left.kind === right.kind && isSameKey(left.key, right.key);
}
/** Whether two keys are of one thing. */
function isSameKey(left, right) {
    return left.length === right.length && left.every((part, index) => part === right[index]);
}
/** The innermost of the occurrences at an offset of a file; its end counts as inside. */
function occurrenceAt(occurrences, file, offset) {
    const here = occurrences.filter(({ span }) => span.file === file && span.start <= offset && offset <= span.end && span.start < span.end);
    return here.toSorted((left, right) => lengthOf(left) - lengthOf(right))[0];
}
const lengthOf = ({ span }) => span.end - span.start;

// EXTERNAL MODULE: ./build/src/analysis/expressions/references.js
var references = __webpack_require__(2312);
// EXTERNAL MODULE: ./build/src/analysis/form/called-form.js
var called_form = __webpack_require__(349);
// EXTERNAL MODULE: ./build/src/analysis/shell/shell-commands.js
var shell_commands = __webpack_require__(138);
// EXTERNAL MODULE: ./build/src/analysis/workflow/job-graph.js
var job_graph = __webpack_require__(3482);
// EXTERNAL MODULE: ./build/src/analysis/workflow/job-outputs.js + 2 modules
var job_outputs = __webpack_require__(1767);
// EXTERNAL MODULE: ./build/src/analysis/workflow/launched-scripts.js
var launched_scripts = __webpack_require__(2037);
// EXTERNAL MODULE: ./build/src/analysis/workflow/output-references.js
var output_references = __webpack_require__(5258);
// EXTERNAL MODULE: ./build/src/analysis/workflow/repository-uses.js
var repository_uses = __webpack_require__(2199);
// EXTERNAL MODULE: ./build/src/syntax/yaml/tree.js
var tree = __webpack_require__(1765);
// EXTERNAL MODULE: ./build/src/analysis/form/input-tree.js
var input_tree = __webpack_require__(1132);
// EXTERNAL MODULE: ./build/src/lint/reached-scripts.js
var reached_scripts = __webpack_require__(6236);
// EXTERNAL MODULE: ./build/src/model/read-workflow.js + 4 modules
var read_workflow = __webpack_require__(4547);
// EXTERNAL MODULE: ./build/src/syntax/yaml/parse-yaml.js + 12 modules
var parse_yaml = __webpack_require__(6574);
;// CONCATENATED MODULE: ./build/src/editor/names/input-variable.js
/** The variable of the environment that the platform makes of an input, from the names that lead to it. */
function inputVariable(path) {
    return `PW_INPUT_${fileVariable(path)}`.toUpperCase();
}
/** The variable that `inputs.sh` sets for an input, for scripts that source it. */
function fileVariable(path) {
    return path.join('_').replace(/\W/g, '_');
}

;// CONCATENATED MODULE: ./build/src/editor/names/input-names.js








/** Everywhere that the inputs of a workflow are named: its form, its expressions, scripts, callers and scenarios. */
function inputOccurrences(file, context) {
    const { workflow } = file;
    if (workflow === undefined)
        return [];
    const found = [];
    const add = (field, role, span, form = 'name') => found.push({ kind: 'input', key: [file.source.path, ...field.path], role, span, form });
    for (const field of workflow.form.all)
        add(field, 'declaration', textSpan(field.pair.key));
    for (const [reference, resolution] of context.ask(input_tree/* inputReads */.Gs, workflow)) {
        for (const { field, span } of fieldsRead(reference, resolution))
            add(field, 'use', span);
    }
    const leaves = workflow.form.all.filter((field) => field.items.length === 0).reverse();
    const ofPlatform = new Map(leaves.map((field) => [inputVariable(field.path), field]));
    const ofFile = new Map(leaves.map((field) => [fileVariable(field.path), field]));
    for (const script of scriptsOf(file, context)) {
        const { text } = script.text;
        if (text.includes('PW_INPUT_'))
            for (const { field, span } of variablesRead(script, ofPlatform, context))
                add(field, 'use', span, 'variable');
        if (/\binputs\.sh\b/.test(text))
            for (const { field, span } of variablesRead(script, ofFile, context))
                add(field, 'use', span, 'file-variable');
    }
    for (const { node, fields } of valuesFor(file, context)) {
        for (const { field, span } of fieldsNamed(node, fields))
            add(field, 'use', span);
    }
    return found;
}
/** Where the characters of a scalar stand, without its quotes. */
function textSpan(scalar) {
    return scalar.text.spanOf(0, scalar.text.text.length);
}
/** The fields that a reference names one after the other. */
function fieldsRead(reference, resolution) {
    if (resolution.kind !== 'field')
        return [];
    const { segments, site } = reference;
    const along = segments.slice(0, segments.length - resolution.rest.length);
    const names = along.filter((one) => one.kind === 'name');
    const found = [];
    let field = resolution.node.field;
    for (const segment of names.toReversed()) {
        if (field === undefined)
            break;
        const written = site.text.text.slice(segment.start, segment.end);
        const inner = written.indexOf(segment.name);
        if (inner !== -1) {
            const start = segment.start + inner;
            found.push({ field, span: (0,references/* spanIn */.Qs)(site, { start, end: start + segment.name.length }) });
        }
        field = readableParent(field);
    }
    return found;
}
/** The nearest group around a field whose name is part of references. */
function readableParent(field) {
    let inner = field;
    for (let parent = field.parent; parent !== undefined; parent = parent.parent) {
        if (parent.reference.length < inner.reference.length)
            return parent;
        inner = parent;
    }
    return undefined;
}
/** The scripts that run for a workflow: its blocks, those beside it, and those that these source or start. */
function scriptsOf(file, context) {
    const reached = context.ask(reached_scripts/* reachedScripts */.n, context.workspace).filter((one) => one.file === file);
    return [...file.scripts, ...(file.workflow?.scripts ?? []), ...reached.map((one) => one.script)];
}
function variablesRead(script, variables, context) {
    return context.ask(shell_commands/* shellOccurrences */.D, script).flatMap(({ variable, start, end }) => {
        const field = variable === undefined ? undefined : variables.get(variable);
        const inner = variable === undefined ? -1 : script.shell.text.slice(start, end).indexOf(variable);
        if (field === undefined || variable === undefined || inner === -1)
            return [];
        const from = start + inner;
        return [{ field, span: script.text.spanOf(from, from + variable.length) }];
    });
}
/** Maps of values for the form: what other workflows of the repository pass to it, and its scenarios. */
function valuesFor(file, context) {
    const { workspace } = context;
    const fields = file.workflow?.form.inputs ?? [];
    const passed = workspace.workflows.flatMap((caller) => (caller.workflow?.jobs ?? []).flatMap((job) => job.steps
        .filter((step) => context.ask(called_form/* calledFile */.Kf, step) === file.source.path)
        .filter((step) => (0,called_form/* calledTree */.yy)(step, workspace) === 'this')
        .map((step) => ({ node: step.with, fields }))));
    const folder = `${(0,read_workflow/* pathIn */.lW)(file.directory, 'ci')}/`;
    const scenarios = workspace.files.paths
        .filter((path) => path.startsWith(folder) && /^[^/]+\.ya?ml$/.test(path.slice(folder.length)))
        .flatMap((path) => {
        const content = workspace.files.read(path);
        return content.kind === 'text' ? [{ node: (0,parse_yaml/* parseYaml */.h)({ path, text: content.text }).root, fields }] : [];
    });
    return [...passed, ...scenarios];
}
/** The fields that the keys of a map of values name, groups inside of it or with dots: `group.item`. */
function fieldsNamed(node, fields) {
    if (node?.kind !== 'map')
        return [];
    return node.pairs.flatMap(({ key, value }) => {
        const named = [];
        const { text } = key.text;
        let inside = readableItems(fields);
        let from = 0;
        for (const name of text.split('.')) {
            const field = inside.find((one) => one.name.value === name);
            if (field === undefined)
                break;
            named.push({ field, span: key.text.spanOf(from, from + name.length) });
            from += name.length + 1;
            inside = readableItems(field.items);
        }
        return [...named, ...fieldsNamed(value, named.at(-1)?.field.items ?? [])];
    });
}
/** Fields and, of flattened groups and pages among them, what is inside. */
function readableItems(fields) {
    return fields.flatMap((field) => {
        const [item] = field.items;
        const isFlat = item !== undefined && item.reference.length === field.reference.length;
        return isFlat ? [field, ...readableItems(field.items)] : [field];
    });
}

;// CONCATENATED MODULE: ./build/src/editor/names/workflow-names.js










/** Everywhere that something of a workflow is named, in its own file and in others. */
function occurrencesOf(file, context) {
    const { workflow } = file;
    if (workflow === undefined)
        return [];
    return [
        ...context.ask(inputOccurrences, file),
        ...jobOccurrences(workflow, context),
        ...sessionOccurrences(workflow, context),
        ...outputOccurrences(workflow, context),
        ...scriptOccurrences(file, context),
    ];
}
function jobOccurrences(workflow, context) {
    const { byName } = context.ask(job_graph/* jobGraph */.aq, workflow);
    const at = (name, role, span) => byName.has(name) ? [{ kind: 'job', key: [workflow.path, name], role, span, form: 'name' }] : [];
    return [
        ...workflow.jobs.flatMap((job) => [
            ...at(job.id.value, 'declaration', job.id.span),
            ...job.needs.flatMap((need) => at(need.value, 'use', { ...need.span, end: need.span.start + need.value.length })),
            ...job.steps.flatMap((step) => {
                const list = (0,tree/* valueAt */.fK)(step.with, 'jobs');
                if (step.uses?.value !== 'parallelworks/cancel-jobs' || list?.kind !== 'sequence')
                    return [];
                return list.items.flatMap((item) => item?.kind === 'scalar'
                    ? at(item.text.text, 'use', item.text.spanOf(0, item.text.text.length))
                    : []);
            }),
        ]),
        ...context
            .ask(references/* referencesOf */.CL, workflow)
            .flatMap(({ root, segments: [first], site }) => root === 'needs' && first?.kind === 'name' ? at(first.name, 'use', (0,references/* spanIn */.Qs)(site, first)) : []),
    ];
}
function sessionOccurrences(workflow, context) {
    const names = new Set(workflow.sessions.map((session) => session.name.value));
    const at = (name, role, span) => names.has(name) ? [{ kind: 'session', key: [workflow.path, name], role, span, form: 'name' }] : [];
    return [
        ...workflow.sessions.flatMap(({ name }) => at(name.value, 'declaration', name.span)),
        ...context
            .ask(references/* referencesOf */.CL, workflow)
            .flatMap(({ root, segments: [first], site }) => root === 'sessions' && first?.kind === 'name' ? at(first.name, 'use', (0,references/* spanIn */.Qs)(site, first)) : []),
    ];
}
/** Steps by their ids, and the outputs of steps and jobs where they are written and where they are read. */
function outputOccurrences(workflow, context) {
    const found = [];
    const { path } = workflow;
    for (const job of workflow.jobs) {
        const key = (...names) => [path, job.id.value, ...names];
        for (const step of job.steps) {
            const { id } = step;
            if (id === undefined)
                continue;
            found.push({ kind: 'step', key: key(id.value), role: 'declaration', span: id.span, form: 'name' });
            for (const { key: name, span } of context.ask(job_outputs/* stepOutputs */.t, step).written)
                found.push({ kind: 'output', key: key(id.value, name), role: 'declaration', span, form: 'name' });
        }
        for (const { key: name, span } of context.ask(job_outputs/* jobOutputs */.k, job).written)
            found.push({ kind: 'output', key: key('', name), role: 'declaration', span, form: 'name' });
    }
    for (const { reference, job, step, stepName, key: name } of context.ask(output_references/* outputReferences */.w, workflow)) {
        const span = (range) => (0,references/* spanIn */.Qs)(reference.site, range);
        const id = step?.id?.value;
        const common = { role: 'use', form: 'name' };
        if (stepName !== undefined && id !== undefined)
            found.push({ kind: 'step', key: [path, job.id.value, id], span: span(stepName), ...common });
        if (name !== undefined)
            found.push({
                kind: 'output',
                key: [path, job.id.value, id ?? '', name.name],
                span: span(name),
                ...common,
            });
    }
    return found;
}
/** Files of the repository where the workflow or its scripts start, source or call them. */
function scriptOccurrences(file, context) {
    const use = (path, span) => ({
        kind: 'script',
        key: [path],
        role: 'use',
        span,
        form: 'name',
    });
    const { workspace } = context;
    const uses = [
        ...context.ask(repository_uses/* repositoryUses */.fN, file).map(({ path, span }) => use(path, span)),
        ...(file.workflow?.jobs ?? []).flatMap((job) => job.steps.flatMap((step) => {
            const called = step.uses === undefined ? undefined : context.ask(called_form/* calledFile */.Kf, step);
            const isHere = called !== undefined && workspace.files.kindOf(called) === 'file';
            return isHere && step.uses !== undefined ? [use(called, step.uses.span)] : [];
        })),
        ...[...file.scripts, ...(file.workflow?.scripts ?? [])].flatMap((script) => context.ask(shell_commands/* shellCommands */.h, script).commands.flatMap((command) => {
            const launched = (0,launched_scripts/* launchedScript */.kP)(command, script);
            return [command.node.name, ...command.words].flatMap((word) => {
                const name = word?.text.replaceAll(/["']/g, '') ?? '';
                // What is copied, or put together with other texts, is run under another name.
                if (word === undefined || (name !== launched && !/\/.*\.(?:sh|bash)$/.test(name)))
                    return [];
                const target = (0,launched_scripts/* repositoryScript */.y5)(name, script, context);
                return target === undefined ? [] : [use(target.path, script.text.spanOf(word.pos, word.end))];
            });
        })),
    ];
    const targets = new Set(uses.map(({ key: [path] }) => path));
    return [
        ...uses,
        ...[...targets].map((path) => ({
            ...use(path, { file: path, start: 0, end: 0 }),
            role: 'declaration',
        })),
    ];
}

;// CONCATENATED MODULE: ./build/src/editor/names/find-names.js


/** Everything that is named in the workflows of a workspace. */
function allOccurrences(workspace, context) {
    return workspace.workflows.flatMap((file) => context.ask(occurrencesOf, file));
}
/** What is named at an offset of a file; `undefined` when nothing is. */
function nameAt({ workspace, context }, file, offset) {
    const all = context.ask(allOccurrences, workspace);
    return occurrenceAt(all, file, offset) ?? scriptItself(all, workspace, file, offset);
}
/** On its first line a script stands for itself: who starts it, sources it or calls it is found from there. */
function scriptItself(all, { files }, file, offset) {
    const declared = all.find((one) => one.kind === 'script' && one.role === 'declaration' && one.span.file === file);
    if (declared === undefined)
        return undefined;
    const content = files.read(file);
    const end = content.kind === 'text' ? (/^#!.*/.exec(content.text)?.[0].length ?? 0) : 0;
    return offset <= end && end > 0 ? { ...declared, span: { file, start: 0, end } } : undefined;
}
/** Where the thing that is named at an offset is declared; an output is where it is written. */
function definitionsAt(reading, file, offset) {
    return placesOf(reading, file, offset, (one) => one.role === 'declaration');
}
/** Everywhere that the thing is named which is named at an offset. */
function referencesAt(reading, file, offset, declarations) {
    return placesOf(reading, file, offset, (one) => declarations === 'with' || one.role === 'use');
}
function placesOf(reading, file, offset, isWanted) {
    const named = nameAt(reading, file, offset);
    if (named === undefined)
        return [];
    const all = reading.context.ask(allOccurrences, reading.workspace);
    // A line that writes an output writes that of the step and that of the job.
    const here = [named, ...all.filter((one) => one.kind === named.kind && isSameSpan(one.span, named.span))];
    const spans = all
        .filter((one) => isWanted(one) && here.some((other) => isSameThing(one, other)))
        .map((one) => one.span);
    const known = new Set();
    return spans.filter(({ file: path, start, end }) => {
        const place = `${path}:${start}:${end}`;
        if (known.has(place))
            return false;
        known.add(place);
        return true;
    });
}
function isSameSpan(left, right) {
    return left.file === right.file && left.start === right.start && left.end === right.end;
}

// EXTERNAL MODULE: ./build/src/facts/tables/name-patterns.js
var name_patterns = __webpack_require__(9594);
;// CONCATENATED MODULE: ./build/src/editor/names/rename.js




/** What can be renamed at an offset; `undefined` when nothing can. */
function renamableAt(reading, file, offset) {
    const here = nameAt(reading, file, offset);
    if (here === undefined || patternOf(here.kind) === undefined || here.form !== 'name')
        return undefined;
    return { span: here.span, name: here.key.at(-1) ?? '' };
}
/** Gives what is named at an offset another name, everywhere: an input also in the variables that are made of it. */
function rename(reading, file, offset, name) {
    const here = nameAt(reading, file, offset);
    const pattern = here && patternOf(here.kind);
    if (here === undefined || pattern === undefined || here.form !== 'name')
        return refused('inputs, jobs, sessions and steps can be renamed, and nothing else');
    if (!new RegExp(pattern.pattern).test(name))
        return refused(`the name of ${articles[here.kind]} may have only ${pattern.words}, not "${name}"`);
    const after = [...here.key.slice(0, -1), name];
    const all = reading.context.ask(allOccurrences, reading.workspace);
    const taken = all.find((one) => one.kind === here.kind && one.role === 'declaration' && isSameKey(one.key, after));
    if (taken !== undefined && name !== here.key.at(-1))
        return refused(`"${name}" is the name of another one`);
    const edits = new Map();
    for (const one of all) {
        const replacement = replacementOf(one, here, after);
        if (replacement === undefined)
            continue;
        edits.set(`${one.span.file}:${one.span.start}`, { span: one.span, replacement });
    }
    return { kind: 'edits', edits: [...edits.values()] };
}
/** What stands in the place of an occurrence afterwards; `undefined` when it stays. */
function replacementOf(one, here, after) {
    if (one.kind !== here.kind)
        return undefined;
    if (one.form === 'name')
        return isSameKey(one.key, here.key) ? after.at(-1) : undefined;
    // The variable of an input has the names of the groups around it.
    if (!isSameKey(one.key.slice(0, here.key.length), here.key))
        return undefined;
    const path = [...after, ...one.key.slice(here.key.length)].slice(1);
    return one.form === 'variable' ? inputVariable(path) : fileVariable(path);
}
const articles = {
    input: 'an input',
    job: 'a job',
    session: 'a session',
    step: 'a step',
    output: 'an output',
    script: 'a script',
};
function patternOf(kind) {
    const name = kind === 'job' ? 'job-name' : 'key';
    const isRenamable = kind === 'input' || kind === 'job' || kind === 'session' || kind === 'step';
    return isRenamable ? name_patterns/* namePatterns */.l.find((one) => one.name === name) : undefined;
}
function refused(message) {
    return { kind: 'refused', message };
}

;// CONCATENATED MODULE: ./build/src/editor/names/symbols.js
/** The outline of a workflow: its sessions, jobs with their steps, and the form. */
function outlineOf({ workspace }, path) {
    const workflow = workspace.workflows.find((file) => file.source.path === path)?.workflow;
    if (workflow === undefined)
        return [];
    return workflow.root.pairs.map((pair) => {
        const name = pair.key.text.text;
        return { kind: 'part', name, span: pair.span, at: pair.key.span, children: childrenOf(name, workflow) };
    });
}
function childrenOf(part, workflow) {
    switch (part) {
        case 'on':
            return workflow.form.inputs.map(ofInput);
        case 'sessions':
            return workflow.sessions.map(({ name, pair }) => ({
                kind: 'session',
                name: name.value,
                span: pair.span,
                at: pair.key.span,
                children: [],
            }));
        case 'jobs':
            return workflow.jobs.map((job) => ({
                kind: 'job',
                name: job.id.value,
                span: job.pair.span,
                at: job.pair.key.span,
                children: job.steps.map(({ index, name, id, uses, node, run }) => ({
                    kind: 'step',
                    name: name?.value ?? id?.value ?? uses?.value ?? (run === undefined ? `step ${index + 1}` : 'run'),
                    detail: uses?.value,
                    span: node.span,
                    at: name?.span ?? node.pairs[0]?.key.span ?? node.span,
                    children: [],
                })),
            }));
        default:
            return [];
    }
}
function ofInput(field) {
    return {
        kind: field.items.length > 0 ? 'group' : 'input',
        name: field.name.value,
        detail: field.type?.value,
        span: field.pair.span,
        at: field.pair.key.span,
        children: field.items.map(ofInput),
    };
}

// EXTERNAL MODULE: ./build/src/analysis/structure/key-name.js
var key_name = __webpack_require__(4289);
// EXTERNAL MODULE: ./build/src/facts/called-workflows.js + 1 modules
var called_workflows = __webpack_require__(7210);
// EXTERNAL MODULE: ./build/src/facts/input-types.js + 10 modules
var input_types = __webpack_require__(9082);
// EXTERNAL MODULE: ./build/src/facts/tables/actions.js
var actions = __webpack_require__(1952);
// EXTERNAL MODULE: ./build/src/facts/tables/contexts.js
var contexts = __webpack_require__(5831);
// EXTERNAL MODULE: ./build/src/facts/tables/coordination-files.js
var coordination_files = __webpack_require__(2742);
// EXTERNAL MODULE: ./build/src/facts/tables/environment-variables.js
var environment_variables = __webpack_require__(5790);
// EXTERNAL MODULE: ./build/src/facts/tables/resource-fields.js
var resource_fields = __webpack_require__(4005);
// EXTERNAL MODULE: ./build/src/facts/tables/state-keywords.js
var state_keywords = __webpack_require__(727);
// EXTERNAL MODULE: ./build/src/facts/tables/with-specials.js
var with_specials = __webpack_require__(3140);
// EXTERNAL MODULE: ./build/src/analysis/structure/choose-shape.js
var choose_shape = __webpack_require__(2069);
// EXTERNAL MODULE: ./build/src/facts/sections.js + 4 modules
var sections = __webpack_require__(3272);
;// CONCATENATED MODULE: ./build/src/editor/position/language-place.js






const language_place_top = { shape: { section: 'workflow' }, fact: undefined };
/** What the language says about a place; `undefined` where it says nothing, as inside of values that may be anything. */
function languagePlace({ steps, on }) {
    let expected = language_place_top;
    let key;
    for (const [index, step] of steps.entries()) {
        if (expected === undefined)
            return undefined;
        const isLast = index === steps.length - 1;
        if (step.kind === 'item') {
            expected = itemOf(expected);
            continue;
        }
        const node = nodeOf(expected, step.map);
        key = keysIn(node).find((fact) => fact.name === (0,key_name/* keyName */.x)(step.pair));
        if (isLast && on === 'key')
            return { node, key };
        expected = expectedUnder(node, key, step);
    }
    if (expected === undefined)
        return undefined;
    const last = steps.at(-1);
    const value = last?.kind === 'pair' ? last.pair.value : last?.item;
    return { node: nodeOf(expected, value), key };
}
/** The keys that a map may have, where they are a closed list. */
function keysIn(node) {
    return node.kind === 'keys' || node.kind === 'input' ? node.keys : [];
}
/** What is expected, seen together with what stands there. */
function nodeOf(expected, node) {
    if ('input' in expected) {
        const type = (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(node, 'type'));
        const keys = (0,input_types/* keysOfInputType */._W)(type ?? '');
        return { kind: 'input', type, keys: keys.length > 0 ? keys : (0,input_types/* keysOfInputType */._W)('string').slice(0, 1) };
    }
    if ('argumentsOf' in expected) {
        const { argumentsOf: step, groups } = expected;
        return { kind: 'arguments', uses: (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(step, 'uses')) ?? '', step, groups };
    }
    const { shape, fact } = expected;
    const chosen = (0,choose_shape/* chooseShape */.j)(node, shape) ?? mapAmong(shape, node) ?? shape;
    if (typeof chosen === 'object' && node?.kind === 'map') {
        if ('section' in chosen) {
            const section = (0,sections/* sectionNamed */.H)(chosen.section);
            return { kind: 'keys', section, keys: section.keys };
        }
        if ('inputs' in chosen)
            return { kind: 'names', of: 'inputs' };
        if ('map' in chosen)
            return { kind: 'names', of: chosen.map };
    }
    if (chosen === 'form' && node?.kind === 'map')
        return { kind: 'names', of: 'inputs' };
    return { kind: 'value', shape, fact };
}
/** The alternative that a map may be, where nothing fits as it is. */
function mapAmong(shape, node) {
    if (node?.kind !== 'map' || typeof shape !== 'object' || !('either' in shape))
        return undefined;
    return shape.either.find((one) => typeof one === 'object' && ('section' in one || 'map' in one));
}
/** What the value of a key of a map should be. */
function expectedUnder(node, key, { map, pair }) {
    switch (node.kind) {
        case 'keys': {
            if (node.section.name === 'step' && (0,key_name/* keyName */.x)(pair) === 'with')
                return withOf(map);
            if (key !== undefined)
                return { shape: key.value, fact: key };
            return undefined;
        }
        case 'input':
            return key === undefined ? undefined : { shape: key.value, fact: key };
        case 'names':
            if (node.of !== 'inputs')
                return { shape: node.of, fact: undefined };
            return (0,key_name/* keyName */.x)(pair) === '$meta'
                ? { shape: { section: 'form-settings' }, fact: undefined }
                : { input: true };
        case 'arguments':
            return { argumentsOf: node.step, groups: [...node.groups, (0,key_name/* keyName */.x)(pair)] };
        case 'value':
            return undefined;
    }
}
function withOf(step) {
    const uses = (0,tree/* pairOf */.cF)(step, 'uses')?.value;
    const name = uses?.kind === 'scalar' ? (0,key_name/* scalarText */.w)(uses) : '';
    const action = actions/* actions */.o.find((one) => one.name === name);
    return action === undefined
        ? { argumentsOf: step, groups: [] }
        : { shape: { section: action.with }, fact: undefined };
}
function itemOf(expected) {
    if (!('shape' in expected))
        return undefined;
    const { shape, fact } = expected;
    if (typeof shape !== 'object')
        return undefined;
    const lists = 'either' in shape ? shape.either : [shape];
    for (const one of lists)
        if (typeof one === 'object' && 'list' in one)
            return { shape: one.list, fact };
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/editor/position/yaml-place.js
/** The key or the scalar at an offset; `undefined` between them. The end of a word counts as inside. */
function yamlPlaceAt(root, offset) {
    return within(root, offset, []);
}
function within(node, offset, steps) {
    if (node === undefined)
        return undefined;
    const isInside = ({ span }) => span.start <= offset && offset <= span.end;
    switch (node.kind) {
        case 'scalar':
            return isInside(node) ? { steps, on: 'value' } : undefined;
        case 'sequence':
            for (const [index, item] of node.items.entries()) {
                if (item === undefined || !isInside(item))
                    continue;
                return within(item, offset, [...steps, { kind: 'item', item, index }]);
            }
            return undefined;
        case 'map':
            for (const pair of node.pairs) {
                const step = { kind: 'pair', map: node, pair };
                if (isInside(pair.key))
                    return { steps: [...steps, step], on: 'key' };
                const found = within(pair.value, offset, [...steps, step]);
                if (found !== undefined)
                    return found;
            }
            return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/editor/words/call-arguments.js


/**
 * The arguments that a call takes, at the top or in a group of them; none where what is called is not known.
 *
 * @param uses what is called, as it is written
 * @param step the step that calls; `undefined` while nobody can read it
 * @param groups the names of the groups around, from the top
 */
function callArguments(uses, step, groups, context) {
    const inside = (top) => {
        let list = top;
        for (const group of groups)
            list = list?.find((one) => one.name === group)?.items;
        return list;
    };
    const published = inside((0,called_workflows/* calledWorkflowOf */.wF)(uses)?.inputs);
    const form = inside(step && context.ask(called_form/* calledForm */.wc, step)?.inputs);
    return (published ?? form ?? []).map((one) => ({ ...form?.find(({ name }) => name === one.name), ...one }));
}

// EXTERNAL MODULE: ./build/src/analysis/contract/session-pattern.js
var session_pattern = __webpack_require__(6076);
// EXTERNAL MODULE: ./build/src/analysis/workflow/script-runners.js
var script_runners = __webpack_require__(2535);
// EXTERNAL MODULE: ./build/src/source/line-index.js
var line_index = __webpack_require__(7112);
;// CONCATENATED MODULE: ./build/src/editor/words/describe-names.js









/** What something that has a name is, as Markdown; `undefined` when it is not known any more. */
function nameText(one, reading) {
    const [path = '', ...names] = one.key;
    const file = reading.workspace.workflows.find((file) => file.source.path === path);
    const last = names.at(-1) ?? '';
    switch (one.kind) {
        case 'input': {
            const field = file?.workflow?.form.all.find((field) => field.path.join('\0') === names.join('\0'));
            return field && inputText(field, one, reading.context);
        }
        case 'job': {
            const job = file?.workflow?.jobs.find((job) => job.id.value === last);
            if (job === undefined)
                return undefined;
            const needs = job.needs.map((need) => `\`${need.value}\``).join(', ');
            return [
                `**${last}**: a job of ${job.steps.length} steps`,
                needs === '' ? 'It waits for no other job.' : `It waits for ${needs}.`,
            ].join('\n\n');
        }
        case 'session':
            return `**${last}**: a session; \`sessions.${last}\` is its unique name.`;
        case 'step':
            return `**${last}**: a step of the job \`${names[0] ?? ''}\``;
        case 'output':
            return outputText(one, reading);
        case 'script':
            return `**${path}**${startedBy(path, reading.workspace.workflows)}`;
        default:
            return (0,assert_never/* assertNever */.x)(one.kind);
    }
}
function inputText(field, one, context) {
    const type = field.type?.value;
    const label = (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(field.node, 'label'));
    const initial = (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(field.node, 'default'));
    const tooltip = (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(field.node, 'tooltip'));
    const uses = context
        .ask(allOccurrences, context.workspace)
        .filter((other) => isSameThing(one, other) && other.role === 'use').length;
    const fact = type === undefined ? undefined : (0,input_types/* inputTypeNamed */.sV)(type);
    const parts = [
        `**inputs.${field.reference.join('.')}**: ${type ?? 'an input without a type'}${label === undefined ? '' : `, “${label}”`}`,
        ...(tooltip === undefined ? [] : [tooltip]),
        initial === undefined ? 'It has no default.' : `Default: \`${initial}\``,
        `In scripts: \`$${inputVariable(field.path)}\`. It is read at ${uses === 1 ? 'one place' : `${uses} places`}.`,
        ...(fact === undefined ? [] : [`${fact.name}: ${fact.description}`]),
    ];
    return parts.join('\n\n');
}
function outputText(one, { workspace, context }) {
    const name = one.key.at(-1) ?? '';
    const written = context
        .ask(allOccurrences, workspace)
        .filter((other) => isSameThing(one, other) && other.role === 'declaration')
        .map(({ span }) => `${span.file}:${lineOf(span, workspace.workflows)}`);
    const where = [...new Set(written)].join(', ');
    return `**${name}**: an output of the job \`${one.key[1] ?? ''}\`${where === '' ? '' : `, written at ${where}`}`;
}
function lineOf({ file, start }, workflows) {
    const texts = workflows.flatMap((one) => [
        one.source,
        ...one.scripts.flatMap((script) => script.source ?? []),
    ]);
    const source = texts.find((text) => text.path === file);
    return source === undefined ? 1 : (0,line_index/* lineIndex */.D)(source.text).placeOf(start).line;
}
function startedBy(path, workflows) {
    const runs = workflows.filter(({ workflow }) => workflow !== undefined && starts(workflow, path));
    const [first] = runs;
    if (first === undefined)
        return '';
    return `: started by ${runs.map((file) => file.source.path).join(', ')} through job_runner, on the controller or as a batch job`;
}
function starts(workflow, path) {
    return (0,session_pattern/* stepsOf */.B_)(workflow).some(({ step }) => (0,script_runners/* isScriptRunner */.U)(step) && (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(step.with, 'script_path'))?.endsWith(path) === true);
}

;// CONCATENATED MODULE: ./build/src/editor/words/shape-text.js

/** A shape in the words of the reference: `list of text, or expression`. */
function shapeText(shape) {
    if (typeof shape === 'string')
        return shape.replaceAll('-', ' ');
    if ('either' in shape)
        return shape.either.map(shapeText).join(', or ');
    if ('section' in shape)
        return (0,sections/* sectionNamed */.H)(shape.section).words;
    if ('words' in shape)
        return shape.words.join(' or ');
    if ('list' in shape)
        return `list of ${shapeText(shape.list)}`;
    if ('inputs' in shape)
        return 'map of inputs';
    if ('name' in shape)
        return 'a name';
    return `map of ${shapeText(shape.map)}`;
}

;// CONCATENATED MODULE: ./build/src/editor/words/markdown.js

/** Everything that is known about a key, as Markdown. */
function keyText(key) {
    const facts = [
        `**${key.name}**${key.required ? ' (required)' : ''}: ${shapeText(key.value)}`,
        ...(key.retired === undefined ? [] : [`*Retired:* ${key.retired}`]),
        key.description,
        ...(key.default === undefined ? [] : [`Without it: ${key.default}`]),
        evidenceText(key.evidence),
    ];
    return facts.join('\n\n');
}
/** Where a fact comes from. */
function evidenceText({ kind, from }) {
    return `*${kind}: ${from}*`;
}
/** Markdown as text for clients that show no other. */
function withoutMarkdown(text) {
    return text.replaceAll(/\*\*|`|(?<![\w*])\*(?=\S)|(?<=\S)\*(?![\w*])/g, '');
}

;// CONCATENATED MODULE: ./build/src/editor/words/hover.js




















/** What there is to say about what stands at an offset; `undefined` when there is nothing. */
function hoverAt(reading, path, offset) {
    const named = nameAt(reading, path, offset);
    const text = named && nameText(named, reading);
    if (named !== undefined && text !== undefined)
        return { span: named.span, text };
    const file = reading.workspace.workflows.find((one) => one.source.path === path);
    const site = file?.workflow?.expressions.find(({ span }) => span.start <= offset && offset <= span.end);
    if (site !== undefined)
        return inExpression(site, offset);
    const script = scriptAt(reading.workspace, path, offset);
    if (script !== undefined)
        return inScript(reading, script.script, script.offset);
    return file?.workflow && inYaml(file.workflow, reading, offset);
}
function inExpression(site, offset) {
    const at = offsetIn(site.text, offset);
    if (at === undefined)
        return undefined;
    for (const { root, path, segments } of (0,references/* referencesIn */.ii)(site)) {
        const context = contexts/* contexts */.J.find((one) => one.name === root);
        if (context !== undefined && path.rootRange.start <= at && at <= path.rootRange.end) {
            const text = `**${context.name}**: ${context.description}\n\n\`${context.form}\`\n\n${evidenceText(context.evidence)}`;
            return { span: (0,references/* spanIn */.Qs)(site, path.rootRange), text };
        }
        const last = segments.findLast((one) => one.kind === 'name' && one.start <= at && at <= one.end);
        const field = last?.kind === 'name' && root === 'inputs' && resource_fields/* resourceFields */.q.find((one) => one.name === last.name);
        if (last !== undefined && field)
            return { span: (0,references/* spanIn */.Qs)(site, last), text: `**${field.name}** of a resource: ${field.description}` };
    }
    const word = wordAround(site.text.text, at);
    // The visual editor writes functions of its own words: `success()`.
    const keyword = state_keywords/* stateKeywords */.I.find((one) => one.name === word.text || ('called' in one && one.called === word.text));
    if (keyword === undefined)
        return undefined;
    const text = `**${word.text}**\n\nA step ${keyword.step}.\n\nA job ${keyword.job}.\n\n${evidenceText(keyword.evidence)}`;
    return { span: (0,references/* spanIn */.Qs)(site, word), text };
}
function inScript({ context }, script, offset) {
    const spanOf = ({ start, end }) => script.text.spanOf(start, end);
    const variable = context
        .ask(shell_commands/* shellOccurrences */.D, script)
        .find((one) => one.variable !== undefined && one.start <= offset && offset <= one.end);
    const known = environment_variables/* environmentVariables */.r.find((one) => one.name === variable?.variable);
    if (variable !== undefined && known !== undefined) {
        const text = `**$${known.name}**: ${known.description}\n\n${evidenceText(known.evidence)}`;
        return { span: spanOf(variable), text };
    }
    // A variable of the same name is bash's.
    if (variable !== undefined)
        return undefined;
    const word = wordAround(script.text.text, offset, /[\w.]/);
    const file = coordination_files/* coordinationFiles */.N.find((one) => one.name === word.text);
    if (file === undefined)
        return undefined;
    return {
        span: spanOf(word),
        text: `**${file.name}**: ${file.description}\n\n${evidenceText(file.evidence)}`,
    };
}
/** The word of a text around an offset. */
function wordAround(text, offset, part = /\w/) {
    let start = offset;
    let end = offset;
    while (start > 0 && part.test(text[start - 1] ?? ''))
        start--;
    while (end < text.length && part.test(text[end] ?? ''))
        end++;
    return { text: text.slice(start, end), start, end };
}
function inYaml(workflow, reading, offset) {
    const place = yamlPlaceAt(workflow.root, offset);
    const last = place?.steps.at(-1);
    if (place === undefined || last === undefined)
        return undefined;
    const meant = languagePlace(place);
    if (meant === undefined)
        return undefined;
    const { node, key } = meant;
    if (place.on === 'key' && last.kind === 'pair') {
        const text = key === undefined ? argumentText(node, (0,key_name/* keyName */.x)(last.pair), workflow, reading) : keyText(key);
        return text === undefined ? undefined : { span: last.pair.key.span, text };
    }
    const value = last.kind === 'pair' ? last.pair.value : last.item;
    if (value?.kind !== 'scalar' || key === undefined)
        return undefined;
    const text = valueText(key.name, value);
    return { span: value.span, text: text ?? keyText(key) };
}
/** What a value says by which something is chosen: a type of inputs, an action, a called workflow. */
function valueText(key, { text: { text } }) {
    const type = key === 'type' ? (0,input_types/* inputTypeNamed */.sV)(text) : undefined;
    if (type !== undefined) {
        const own = (0,input_types/* keysOfInputType */._W)(type.name).map((one) => `\`${one.name}\``);
        return `**${type.name}**: ${type.description}\n\nAttributes: ${own.join(', ')}\n\n${evidenceText(type.evidence)}`;
    }
    if (key !== 'uses')
        return undefined;
    const action = actions/* actions */.o.find((one) => one.name === text);
    if (action !== undefined)
        return `**${action.name}**: ${action.description}\n\n${evidenceText(action.evidence)}`;
    const called = (0,called_workflows/* calledWorkflowOf */.wF)(text);
    if (called === undefined)
        return undefined;
    const inputs = called.inputs.map((one) => `\`${one.name}\``).join(', ');
    return `**${text}**: ${called.description}\n\nInputs: ${inputs}\n\n${evidenceText(called.evidence)}`;
}
/** What an argument of a called workflow is. */
function argumentText(node, name, workflow, { context }) {
    if (node.kind !== 'arguments')
        return undefined;
    const { uses, groups } = node;
    const special = groups.length === 0 ? with_specials/* withSpecials */.d.find((one) => one.name === name) : undefined;
    if (special !== undefined)
        return keyText(special);
    const step = workflow.jobs.flatMap((job) => job.steps).find((one) => one.node === node.step);
    const input = callArguments(uses, step, groups, context).find((one) => one.name === name);
    if (input === undefined)
        return undefined;
    const parts = [
        `**${[...groups, name].join('.')}**${input.required === 'yes' ? ' (required)' : ''}: an input of ${uses}, ${input.type}`,
        ...(input.default === undefined ? [] : [`Default: \`${String(input.default)}\``]),
        ...(input.options === undefined ? [] : [`One of ${input.options.map((one) => `\`${one}\``).join(', ')}`]),
        (0,input_types/* inputTypeNamed */.sV)(input.type)?.description ?? '',
    ];
    return parts.filter((part) => part !== '').join('\n\n');
}

;// CONCATENATED MODULE: ./build/src/lsp/name-requests.js







/** What is asked about, read anew; `undefined` for a document that is none of our business. */
async function asked({ textDocument, position }, editing, extent) {
    const open = editing.at(textDocument.uri);
    const reading = await open?.repository.texts.reading(extent);
    if (open === undefined || reading === undefined)
        return undefined;
    const offset = reading.into(open.path, open.document.offsetAt(position));
    return { open, reading, offset, places: editing.placesOf(open.repository) };
}
/** What is known about a place. */
async function hover(request, editing, format) {
    const at = await asked(request, editing, 'open');
    const found = at && hoverAt(at.reading, at.open.path, at.offset);
    if (at === undefined || found === undefined)
        return null;
    const span = at.reading.outOf(found.span);
    const value = format === api.MarkupKind.Markdown ? found.text : withoutMarkdown(found.text);
    return { contents: { kind: format, value }, ...(span && { range: at.places.rangeOf(span) }) };
}
/** Where what stands at a place comes from. */
async function definition(request, editing) {
    const at = await asked(request, editing, 'repository');
    return at === undefined ? [] : locations(definitionsAt(at.reading, at.open.path, at.offset), at);
}
/** Everywhere that what stands at a place is named. */
async function name_requests_references(request, editing) {
    const at = await asked(request, editing, 'repository');
    const declarations = request.context.includeDeclaration ? 'with' : 'without';
    return at === undefined
        ? []
        : locations(referencesAt(at.reading, at.open.path, at.offset, declarations), at);
}
function locations(spans, { reading, places }) {
    return spans.flatMap((span) => {
        const now = reading.outOf(span);
        return now === undefined ? [] : [places.locationOf(now)];
    });
}
/** What would be renamed at a place. */
async function prepareRename(request, editing) {
    const at = await asked(request, editing, 'repository');
    const found = at && renamableAt(at.reading, at.open.path, at.offset);
    const span = found && at.reading.outOf(found.span);
    return at === undefined || span === undefined
        ? null
        : { range: at.places.rangeOf(span), placeholder: found?.name ?? '' };
}
/**
 * The edits of all files that rename what stands at a place.
 *
 * @throws ResponseError with a sentence for the author when that cannot be
 */
async function renameRequest(request, editing, isVersioned) {
    const at = await asked(request, editing, 'repository');
    if (at === undefined)
        return null;
    const answer = rename(at.reading, at.open.path, at.offset, request.newName);
    if (answer.kind === 'refused')
        throw new api.ResponseError(api.ErrorCodes.InvalidParams, answer.message);
    const edits = answer.edits.map((edit) => ({ ...edit, span: at.reading.outOf(edit.span) }));
    if (edits.some((edit) => edit.span === undefined))
        throw new api.ResponseError(api.ErrorCodes.InvalidRequest, 'the workflow cannot be read just now: mend its YAML first');
    return toWorkspaceEdit(edits.flatMap(({ span, replacement }) => (span === undefined ? [] : [{ span, replacement }])), at.places, isVersioned);
}
const symbolKinds = {
    part: api.SymbolKind.Namespace,
    group: api.SymbolKind.Struct,
    input: api.SymbolKind.Field,
    session: api.SymbolKind.Interface,
    job: api.SymbolKind.Class,
    step: api.SymbolKind.Method,
};
/** The outline of a document. */
async function documentSymbols({ textDocument }, editing) {
    const at = await asked({ textDocument, position: { line: 0, character: 0 } }, editing, 'open');
    if (at === undefined)
        return [];
    const convert = ({ kind, name, detail, span, at: inner, children }) => {
        const whole = at.reading.outOf(span);
        const own = at.reading.outOf(inner);
        const inside = children.flatMap(convert);
        if (whole === undefined || own === undefined || own.start < whole.start || own.end > whole.end)
            return inside;
        return [
            {
                name: name.trim() === '' ? '(no name)' : name,
                ...(detail !== undefined && { detail }),
                kind: symbolKinds[kind],
                range: at.places.rangeOf(whole),
                selectionRange: at.places.rangeOf(own),
                children: inside,
            },
        ];
    };
    return outlineOf(at.reading, at.open.path).flatMap(convert);
}

// EXTERNAL MODULE: ./build/src/app/job-graphs.js
var job_graphs = __webpack_require__(3566);
;// CONCATENATED MODULE: ./build/src/editor/completion/expression-words.js







/**
 * The words that may come next in an expression.
 *
 * @param names the names before the one at hand: `inputs`, `group` for `inputs.group.na`
 */
function expressionWords(names, position, context) {
    const { workflow, job, offset } = position;
    const [root, ...rest] = names;
    switch (root) {
        case undefined:
            return firstWords(job);
        case 'inputs':
            return inputWords(context.ask(input_tree/* inputTree */.Jd, workflow), rest);
        case 'sessions':
            return rest.length > 0 ? [] : workflow.sessions.map(({ name }) => nameOf(name.value, 'a session'));
        case 'needs':
            return needsWords(rest, position, context);
        case 'steps':
            return job === undefined ? [] : stepsWords(job, rest, offset, context);
        case 'env': {
            const own = (0,tree/* valueAt */.fK)(job?.node, 'env');
            const pairs = [...workflow.env, ...(own?.kind === 'map' ? own.pairs : [])];
            return rest.length > 0 ? [] : pairs.map((pair) => nameOf(pair.key.text.text, 'a variable'));
        }
        case 'matrix': {
            const matrix = (0,tree/* pairOf */.cF)((0,tree/* valueAt */.fK)(job?.node, 'strategy'), 'matrix')?.value;
            if (rest.length > 0 || matrix?.kind !== 'map')
                return [];
            return matrix.pairs.map((pair) => nameOf(pair.key.text.text, 'of the matrix'));
        }
        default:
            return [];
    }
}
function firstWords(job) {
    const isThere = (where) => {
        if (where === 'legacy')
            return false;
        if (where === 'matrix-jobs')
            return job !== undefined && (0,job_graph/* isMatrixJob */.Pw)(job);
        return job !== undefined || where === 'everywhere';
    };
    const roots = contexts/* contexts */.J
        .filter((one) => isThere(one.where))
        .map(({ name, form, description }) => ({
        label: name,
        kind: 'name',
        detail: form,
        text: description,
    }));
    const keywords = state_keywords/* stateKeywords */.I.map(({ name, step }) => ({ label: name, kind: 'word', detail: `a step ${step}` }));
    return job === undefined ? roots : [...roots, ...keywords];
}
function inputWords(tree, names) {
    let node = tree;
    for (const name of names)
        node = node?.children.get(name);
    if (node === undefined)
        return [];
    if (node.yields === 'resource') {
        return resource_fields/* resourceFields */.q.map(({ name, description }) => ({
            label: name,
            kind: 'field',
            detail: description,
        }));
    }
    return [...node.children].map(([label, { field, yields }]) => ({
        label,
        kind: 'field',
        detail: field?.type?.value ?? yields,
    }));
}
function needsWords([name, part, ...rest], { workflow, job }, context) {
    if (name === undefined)
        return (job?.needs ?? []).map((need) => nameOf(need.value, 'a job that this one needs'));
    const needed = workflow.jobs.find((one) => one.id.value === name);
    if (needed === undefined)
        return [];
    if (part === undefined)
        return [nameOf('outputs', 'what the job writes'), nameOf('steps', 'its steps by their ids')];
    if (part === 'outputs' && rest.length === 0)
        return outputWords(context.ask(job_outputs/* jobOutputs */.k, needed).written);
    return part === 'steps' ? stepsWords(needed, rest, Number.POSITIVE_INFINITY, context) : [];
}
function stepsWords(job, [id, part, ...rest], offset, context) {
    if (id === undefined) {
        return job.steps.flatMap((step) => step.id === undefined || step.node.span.start > offset ? [] : [nameOf(step.id.value, 'a step')]);
    }
    if (part === undefined)
        return [nameOf('outputs', 'what the step writes')];
    const step = job.steps.find((one) => one.id?.value === id);
    if (step === undefined || part !== 'outputs' || rest.length > 0)
        return [];
    return outputWords(context.ask(job_outputs/* stepOutputs */.t, step).written);
}
function outputWords(written) {
    return [...new Set(written.map((one) => one.key))].map((key) => nameOf(key, 'an output'));
}
function nameOf(label, detail) {
    return { label, kind: 'name', detail };
}

;// CONCATENATED MODULE: ./build/src/editor/completion/language-words.js










/** The keys that may stand at a place, without those that stand there already. */
function keyWords(place, workflow, reading) {
    const last = place.steps.at(-1);
    if (last?.kind !== 'pair')
        return [];
    const there = new Set(last.map.pairs.filter((pair) => pair !== last.pair).map((pair) => (0,key_name/* keyName */.x)(pair)));
    const meant = languagePlace(place);
    const known = meant === undefined ? [] : keysIn(meant.node);
    const words = known.length > 0 ? known.filter(isCurrent).map(keyWord) : argumentWords(place, workflow, reading);
    return words.filter(({ label }) => !there.has(label));
}
const isCurrent = (key) => key.retired === undefined;
function keyWord(key) {
    return {
        label: key.name,
        kind: 'key',
        detail: key.required ? 'required' : key.default,
        text: keyText(key),
        insert: holdsMore(key.value) ? `${key.name}:` : `${key.name}: `,
        isFirst: key.required,
    };
}
/** Whether a value is written on lines of its own. */
function holdsMore(shape) {
    if (typeof shape === 'string')
        return shape === 'form';
    if ('either' in shape)
        return shape.either.every((one) => one === 'nothing' || holdsMore(one));
    return !('words' in shape || 'name' in shape);
}
/** What may be passed to a called workflow, in groups too. */
function argumentWords(place, workflow, reading) {
    const node = languagePlace(place)?.node;
    if (node?.kind !== 'arguments')
        return [];
    const specials = node.groups.length === 0 && /^git(?:hub|lab)\//.test(node.uses) ? with_specials/* withSpecials */.d.map(keyWord) : [];
    return [
        ...specials,
        ...argumentsAt(place, node, workflow, reading).map(({ name, type, default: initial, required, items = [] }) => ({
            label: name,
            kind: 'key',
            detail: initial === undefined
                ? `${type}${required === 'yes' ? ', required' : ''}`
                : `${type}, ${JSON.stringify(initial)} without it`,
            insert: items.length > 0 ? `${name}:` : `${name}: `,
            isFirst: required === 'yes',
        })),
    ];
}
/** The arguments at a place of a text that was mended: its step is found again in the workflow by its number. */
function argumentsAt({ steps }, { uses, groups }, workflow, { context }) {
    const job = steps[1]?.kind === 'pair' ? (0,key_name/* keyName */.x)(steps[1].pair) : '';
    const item = steps.find((one) => one.kind === 'item');
    const step = workflow?.jobs
        .find((one) => one.id.value === job)
        ?.steps.find((one) => one.index === item?.index && one.uses?.value === uses);
    return callArguments(uses, step, groups, context);
}
/** The values that may stand at a place. */
function valueWords(place, workflow, reading) {
    const pair = place.steps.findLast((step) => step.kind === 'pair');
    const name = pair?.kind === 'pair' ? (0,key_name/* keyName */.x)(pair.pair) : '';
    const meant = languagePlace(place);
    if (meant?.node.kind === 'arguments')
        return argumentValues(name, place, meant.node, workflow, reading);
    if (meant?.node.kind !== 'value')
        return [];
    const { key, node } = meant;
    if (name === 'needs')
        return needWords(place, workflow);
    if (name === 'uses')
        return callWords();
    if (key?.name === 'type' && isInputType(key))
        return typeWords();
    return wordsOf(node.shape).map((label) => ({ label, kind: 'word', detail: key?.name }));
}
function argumentValues(name, place, { groups, ...node }, workflow, reading) {
    // The place is the value, so that its own name is the last of the groups.
    const around = { ...node, groups: groups.slice(0, -1) };
    const input = argumentsAt(place, around, workflow, reading).find((one) => one.name === name);
    const values = input?.type === 'boolean' ? ['true', 'false'] : (input?.options ?? []);
    return values.map((label) => ({ label, kind: 'word', detail: input?.type }));
}
/** The keys of what an item of a list is, when it is a map with a closed list of them. */
function itemKeyWords(place) {
    const meant = languagePlace(place);
    if (meant?.node.kind !== 'value')
        return [];
    const { shape } = meant.node;
    const among = typeof shape === 'object' && 'either' in shape ? shape.either : [shape];
    return among.flatMap((one) => typeof one === 'object' && 'section' in one
        ? (0,sections/* sectionNamed */.H)(one.section).keys.filter(isCurrent).map(keyWord)
        : []);
}
function isInputType({ value, required }) {
    return value === 'text' && required === true;
}
function typeWords() {
    return input_types/* inputTypes */.UB
        .filter((type) => type.retired === undefined)
        .map(({ name, description }) => ({ label: name, kind: 'type', detail: description }));
}
function callWords() {
    return [
        ...actions/* actions */.o.map(({ name, description }) => ({ label: name, kind: 'call', detail: description })),
        ...called_workflows/* calledWorkflows */.UG.toReversed().map(({ slug, version, description }) => ({
            label: `marketplace/${slug}/${version}`,
            kind: 'call',
            detail: description,
        })),
    ];
}
/** The jobs that a job may wait for: all but itself and those that it names already. */
function needWords({ steps }, workflow) {
    const job = steps[1]?.kind === 'pair' ? (0,key_name/* keyName */.x)(steps[1].pair) : '';
    const list = steps.find((step) => step.kind === 'pair' && (0,key_name/* keyName */.x)(step.pair) === 'needs');
    const value = list?.kind === 'pair' ? list.pair.value : undefined;
    const items = value?.kind === 'sequence' ? value.items : [];
    const named = new Set(items.flatMap((item) => (0,tree/* textOf */.b6)(item) ?? []));
    return (workflow?.jobs ?? [])
        .map((one) => one.id.value)
        .filter((name) => name !== job && !named.has(name))
        .map((label) => ({ label, kind: 'name', detail: 'a job' }));
}
function wordsOf(shape) {
    if (shape === 'boolean')
        return ['true', 'false'];
    if (typeof shape === 'string')
        return [];
    if ('words' in shape)
        return shape.words;
    return 'either' in shape ? [...new Set(shape.either.flatMap(wordsOf))] : [];
}

;// CONCATENATED MODULE: ./build/src/editor/completion/repaired-line.js

/** A word that nobody writes. */
const placeholder = 'pw-check-caret';
/**
 * Puts a placeholder where the word at the caret is, as a key where one may be written. `undefined` where no word of the
 * language can be: in a comment, behind a whole value.
 */
function repairedLine(path, text, caret) {
    const line = lineAt(path, text, caret);
    const before = text.slice(line.start, caret);
    const after = text.slice(caret, line.end);
    const rest = /^[\w$./@-]*/.exec(after)?.[0] ?? '';
    const behind = after.slice(rest.length);
    const put = (start, on, end) => ({
        text: text.slice(0, start) + placeholder + end + text.slice(line.end),
        offset: start,
        on,
        word: { file: path, start, end: caret + rest.length },
        hasColon: /^\s*:/.test(behind),
    });
    const key = /^(?:\uFEFF)?\s*(?:- +)*([\w$-]*)$/.exec(before);
    if (key !== null) {
        if (!/^\s*(?::.*|#.*)?$/.test(behind))
            return undefined;
        return put(caret - (key[1] ?? '').length, 'key', ':');
    }
    const value = /^\s*(?:- +)*["']?[\w$.-]+["']?:\s+(?:["']|\[(?:[^\]#]*,)?\s*)?([\w$./@-]*)$/.exec(before);
    if (value === null)
        return undefined;
    return put(caret - (value[1] ?? '').length, 'value', closing(before));
}
/** What closes the list or the quotes that are open before the caret. */
function closing(before) {
    const opened = /:\s+(["'[])[^:]*$/.exec(before)?.[1];
    return opened === undefined ? '' : opened === '[' ? ']' : opened;
}

;// CONCATENATED MODULE: ./build/src/editor/completion/complete.js









/**
 * The words that may be meant at an offset of a text, as it is; `undefined` where none are known.
 *
 * @param reading the repository; of a text that is broken just now, as it was before
 */
function completeAt(reading, path, text, offset) {
    const file = reading.workspace.workflows.find((one) => one.source.path === path);
    const at = reading.into(path, offset);
    const before = text.slice(lineAt(path, text, offset).start, offset);
    const expression = /\$\{\{((?:(?!\}\}).)*)$/.exec(before)?.[1];
    if (file?.workflow !== undefined && expression !== undefined)
        return complete_inExpression(expression, file.workflow, reading, { path, offset, at });
    const variable = /\$\{?(\w*)$/.exec(before)?.[1];
    const script = scriptAt(reading.workspace, path, at);
    if (variable !== undefined && (script !== undefined || file === undefined))
        return {
            span: { file: path, start: offset - variable.length, end: offset },
            items: variableWords(path, reading),
        };
    if (file === undefined || (script !== undefined && script.script.text.text !== ''))
        return undefined;
    return complete_inYaml(reading, file.workflow, path, text, offset);
}
function complete_inExpression(written, workflow, { context }, { path, offset, at }) {
    const quotes = written.match(/'/g)?.length ?? 0;
    if (quotes % 2 === 1)
        return undefined;
    const chain = /(?:^|[^\w.-])((?:[A-Za-z_][\w-]*\.)*)([\w-]*)$/.exec(written);
    if (chain === null)
        return undefined;
    const names = (chain[1] ?? '').split('.').slice(0, -1);
    const job = workflow.jobs.findLast((one) => one.pair.span.start <= at);
    const isInside = job !== undefined && at <= job.pair.span.end + 1;
    const word = chain[2] ?? '';
    return {
        span: { file: path, start: offset - word.length, end: offset },
        items: expressionWords(names, { workflow, job: isInside ? job : undefined, offset: at }, context),
    };
}
/** The variables that a script of a workflow can read: those of its form, and those of the platform. */
function variableWords(path, { workspace }) {
    const owners = workspace.workflows.filter((file) => file.source.path === path || file.scripts.some((script) => script.path === path));
    const asked = owners.length > 0 ? owners : workspace.workflows;
    const fields = asked.flatMap((file) => file.workflow?.form.all ?? []);
    const inputs = new Map(fields
        .filter((field) => field.items.length === 0)
        .map((field) => [inputVariable(field.path), `${field.path.join('.')}: ${field.type?.value ?? ''}`]));
    return [
        ...[...inputs].map(([label, detail]) => ({ label, kind: 'variable', detail, isFirst: true })),
        ...environment_variables/* environmentVariables */.r
            .filter((one) => !('old' in one))
            .map(({ name, description }) => ({ label: name, kind: 'variable', detail: description })),
    ];
}
function complete_inYaml(reading, workflow, path, text, offset) {
    const repaired = repairedLine(path, text, offset);
    if (repaired === undefined)
        return undefined;
    const { root } = (0,parse_yaml/* parseYaml */.h)({ path, text: repaired.text });
    const place = yamlPlaceAt(root, repaired.offset + 1);
    if (place === undefined)
        return undefined;
    if (repaired.on === 'value')
        return { span: repaired.word, items: valueWords(place, workflow, reading) };
    const keys = keyWords(place, workflow, reading);
    const colon = repaired.hasColon ? keys.map((key) => ({ ...key, insert: key.label })) : keys;
    return { span: repaired.word, items: [...colon, ...ofItem(repaired, path, workflow, reading)] };
}
/** Words for an item of a list, where a dash stands before the caret: `- word` may be a value as well as a key. */
function ofItem({ text, offset }, path, workflow, reading) {
    const line = lineAt(path, text, offset);
    if (!/^\s*(?:- +)+$/.test(text.slice(line.start, offset)))
        return [];
    const plain = text.slice(0, line.end).replace(/:$/, '') + text.slice(line.end);
    const place = yamlPlaceAt((0,parse_yaml/* parseYaml */.h)({ path, text: plain }).root, offset + 1);
    if (place === undefined)
        return [];
    return [...itemKeyWords(place), ...valueWords(place, workflow, reading)];
}

;// CONCATENATED MODULE: ./build/src/editor/tokens/expression-tokens.js

/** The kinds of words in expressions, by the names that editors have colours for. */
const tokenKinds = [
    'operator',
    'namespace',
    'property',
    'function',
    'string',
    'number',
    'keyword',
];
/** The words of all expressions of a workflow, in order; no two overlap. Texts around them belong to other grammars. */
function expressionTokens({ workspace }, path) {
    const workflow = workspace.workflows.find((file) => file.source.path === path)?.workflow;
    return (workflow?.expressions ?? []).flatMap(tokensOf);
}
function tokensOf(site) {
    const { start, end, file } = site.span;
    const found = [{ kind: 'operator', span: { file, start, end: start + 3 } }];
    const add = (kind, range) => {
        if (range.start < range.end)
            found.push({ kind, span: site.text.spanOf(range.start, range.end) });
    };
    for (const part of (0,references/* partsIn */.gw)(site))
        addWords(part, add);
    if (site.expression !== undefined)
        found.push({ kind: 'operator', span: { file, start: end - 2, end } });
    const sorted = found.toSorted((left, right) => left.span.start - right.span.start);
    return sorted.filter((one, index) => one.span.start >= (sorted[index - 1]?.span.end ?? 0));
}
function addWords(part, add) {
    switch (part.kind) {
        case 'string':
        case 'bareword':
            add('string', part);
            break;
        case 'number':
            add('number', part);
            break;
        case 'boolean':
        case 'null':
        case 'keyword':
            add('keyword', part);
            break;
        case 'path':
            add('namespace', part.rootRange);
            for (const step of part.parts)
                if (step.kind === 'name')
                    add('property', step);
            break;
        case 'binary':
            add('operator', part.operatorRange);
            break;
        case 'call':
            add('function', part.nameRange);
            break;
        default:
    }
}

// EXTERNAL MODULE: ./build/src/report/graph-text.js
var graph_text = __webpack_require__(454);
// EXTERNAL MODULE: ./build/src/report/html/assets.generated.js
var assets_generated = __webpack_require__(9688);
// EXTERNAL MODULE: ./build/src/report/html/html-text.js
var html_text = __webpack_require__(9759);
// EXTERNAL MODULE: ./build/src/report/html/svg-graph.js + 1 modules
var svg_graph = __webpack_require__(1934);
;// CONCATENATED MODULE: ./build/src/report/html/job-graph-page.js



/** The jobs of a workflow as a page of its own, without scripts and without anything from elsewhere. */
function jobGraphPage(graph) {
    const rows = graph.jobs.map(({ id, needs, does }) => {
        const waits = needs.length === 0 ? '' : `, after ${needs.join(', ')}`;
        return `<li><b>${(0,html_text/* htmlText */.js)(id)}</b>: ${(0,html_text/* htmlText */.js)(does + waits)}</li>`;
    });
    return [
        '<!DOCTYPE html>',
        '<html lang="en"><head><meta charset="utf-8">',
        `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        `<title>${(0,html_text/* htmlText */.js)(graph.workflow)}</title>`,
        `<style>${assets_generated/* pageCss */.vh}</style></head><body><main><h2>${(0,html_text/* htmlText */.js)(graph.workflow)}</h2>`,
        `<div class="picture">${(0,svg_graph/* svgGraph */.b)(graph, new Map())}</div><ul>${rows.join('')}</ul>`,
        '</main></body></html>',
        '',
    ].join('\n');
}

;// CONCATENATED MODULE: ./build/src/lsp/text-requests.js








const completionKinds = {
    key: api.CompletionItemKind.Property,
    word: api.CompletionItemKind.EnumMember,
    type: api.CompletionItemKind.Class,
    call: api.CompletionItemKind.Module,
    name: api.CompletionItemKind.Reference,
    field: api.CompletionItemKind.Field,
    variable: api.CompletionItemKind.Variable,
};
/** The words that may be meant at a place. */
async function completion({ textDocument, position }, editing, format) {
    const open = editing.at(textDocument.uri);
    const reading = await open?.repository.texts.reading('open');
    if (open === undefined || reading === undefined)
        return [];
    const { document, path } = open;
    const found = completeAt(reading, path, document.getText(), document.offsetAt(position));
    if (found === undefined)
        return [];
    const range = {
        start: document.positionAt(found.span.start),
        end: document.positionAt(found.span.end),
    };
    return found.items.map(({ label, kind, detail, text, insert, isFirst }) => ({
        label,
        kind: completionKinds[kind],
        sortText: `${isFirst ? 0 : 1}${label}`,
        textEdit: { range, newText: insert ?? label },
        ...(detail !== undefined && { detail }),
        ...(text !== undefined && {
            documentation: {
                kind: format,
                value: format === api.MarkupKind.Markdown ? text : withoutMarkdown(text),
            },
        }),
    }));
}
/** The words of expressions, for colours: of the rest of the text other grammars know more. */
async function semanticTokens({ textDocument }, editing) {
    const builder = new api.SemanticTokensBuilder();
    const open = editing.at(textDocument.uri);
    const reading = await open?.repository.texts.reading('open');
    if (open === undefined || reading === undefined)
        return builder.build();
    for (const { kind, span } of expressionTokens(reading, open.path)) {
        const now = reading.outOf(span);
        if (now === undefined)
            continue;
        const start = open.document.positionAt(now.start);
        // What goes on over several lines has no token in the protocol.
        if (open.document.positionAt(now.end).line !== start.line)
            continue;
        builder.push(start.line, start.character, now.end - now.start, tokenKinds.indexOf(kind), 0);
    }
    return builder.build();
}
/** Above the jobs of a workflow: their graph, and where that can be a run. */
async function codeLenses({ textDocument }, editing, machine) {
    const open = editing.at(textDocument.uri);
    const reading = await open?.repository.texts.reading('open');
    if (open === undefined || reading === undefined)
        return [];
    const file = reading.workspace.workflows.find((one) => one.source.path === open.path);
    const jobs = file?.workflow?.root.pairs.find((pair) => pair.key.text.text === 'jobs');
    const span = jobs && reading.outOf(jobs.key.span);
    if (span === undefined)
        return [];
    const range = { start: open.document.positionAt(span.start), end: open.document.positionAt(span.end) };
    const lens = (title, command) => ({
        range,
        command: { title, command, arguments: [textDocument.uri] },
    });
    return [
        lens('job graph', commands.graph),
        ...(machine.run === undefined ? [] : [lens('run here', commands.run)]),
    ];
}
/** The job graph of a document as a page; `null` where there are no jobs. */
async function graphPage({ textDocument }, editing) {
    return (await jobGraphOf(textDocument.uri, editing, 'page')) ?? null;
}
/** The graph of the jobs of a document; `undefined` where there are none. */
async function jobGraphOf(uri, editing, format) {
    const open = editing.at(uri);
    const reading = await open?.repository.texts.reading('open');
    const file = reading?.workspace.workflows.find((one) => one.source.path === open?.path);
    const [graph] = file === undefined ? [] : (0,job_graphs/* jobGraphs */.v)([file]);
    return graph && (format === 'page' ? jobGraphPage(graph) : (0,graph_text/* formatGraph */.K)(graph, format));
}

;// CONCATENATED MODULE: ./build/src/lsp/answer-requests.js





/**
 * Answers the requests about texts.
 *
 * @param client what the editor can do; `undefined` before it has said so
 */
function answerRequests(connection, editing, machine, client) {
    /** Answers a request unless it comes too early, or was taken back by what came behind it. */
    const answer = (give) => async (request, token) => {
        if (client() === undefined)
            throw new api.ResponseError(api.ErrorCodes.ServerNotInitialized, '"initialize" comes first');
        // What came behind it is read first.
        await new Promise((resolve) => setTimeout(resolve));
        if (token.isCancellationRequested)
            throw new api.ResponseError(api.LSPErrorCodes.RequestCancelled, 'the request was taken back');
        return give(request);
    };
    const isVersioned = () => client()?.workspace?.workspaceEdit?.documentChanges === true;
    const hoverFormat = () => client()?.textDocument?.hover?.contentFormat?.includes(api.MarkupKind.Markdown) === true
        ? api.MarkupKind.Markdown
        : api.MarkupKind.PlainText;
    const completionFormat = () => client()?.textDocument?.completion?.completionItem?.documentationFormat?.includes(api.MarkupKind.Markdown) ===
        true
        ? api.MarkupKind.Markdown
        : api.MarkupKind.PlainText;
    connection.onCodeAction(answer((request) => codeActions(request, editing, isVersioned())));
    connection.onHover(answer((request) => hover(request, editing, hoverFormat())));
    connection.onDefinition(answer((request) => definition(request, editing)));
    connection.onReferences(answer((request) => name_requests_references(request, editing)));
    connection.onPrepareRename(answer((request) => prepareRename(request, editing)));
    connection.onRenameRequest(answer((request) => renameRequest(request, editing, isVersioned())));
    connection.onDocumentSymbol(answer((request) => documentSymbols(request, editing)));
    connection.onCompletion(answer((request) => completion(request, editing, completionFormat())));
    connection.onCodeLens(answer((request) => codeLenses(request, editing, machine)));
    connection.languages.semanticTokens.on(answer((request) => semanticTokens(request, editing)));
    connection.onRequest(graphPageRequest, answer((request) => graphPage(request, editing)));
}

;// CONCATENATED MODULE: ./build/src/lsp/capabilities.js




/** What the server can do; it runs workflows only where there is a machine for that. */
function capabilities(machine) {
    return {
        positionEncoding: api.PositionEncodingKind.UTF16,
        textDocumentSync: {
            openClose: true,
            change: api.TextDocumentSyncKind.Incremental,
            save: { includeText: false },
        },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ['.', ':', '$', '{', ' '] },
        semanticTokensProvider: { legend: { tokenTypes: [...tokenKinds], tokenModifiers: [] }, full: true },
        codeLensProvider: {},
        definitionProvider: true,
        referencesProvider: true,
        renameProvider: { prepareProvider: true },
        documentSymbolProvider: true,
        codeActionProvider: { codeActionKinds: [api.CodeActionKind.QuickFix, fixAllKind] },
        executeCommandProvider: {
            commands: Object.values(commands).filter((one) => one !== commands.run || machine.run !== undefined),
        },
    };
}

// EXTERNAL MODULE: ./build/src/app/rule-book.js
var rule_book = __webpack_require__(1377);
;// CONCATENATED MODULE: ./build/src/lsp/command-requests.js




/** The characters of an outcome that are shown: editors show them in a small window. */
const mostShown = 4_000;
/** What is to be told is shown as a message, for editors that know nothing of these commands. */
function commandRequests(connection, editing, machine) {
    const ending = new AbortController();
    const tell = (message, type = api.MessageType.Info) => void connection.sendNotification(api.ShowMessageNotification.type, { type, message });
    async function check(uri) {
        const asked = uri === undefined ? undefined : editing.at(uri)?.repository;
        await Promise.all((asked === undefined ? editing.repositories() : [asked]).map((one) => one.check()));
    }
    /** Runs a workflow as it is on the disk; what happens is told as progress, its outcome as a message. */
    async function run(uri) {
        const path = machine.pathOf(uri);
        if (machine.run === undefined || path === undefined)
            return;
        const progress = await connection.window.createWorkDoneProgress();
        const cancelled = new AbortController();
        progress.token.onCancellationRequested(() => cancelled.abort());
        progress.begin(`run ${path.split('/').slice(-2).join('/')}`, undefined, undefined, true);
        try {
            const said = (sentence) => progress.report(sentence);
            const signal = AbortSignal.any([ending.signal, cancelled.signal]);
            const { status, printed } = await machine.run(path, said, signal);
            const type = status === 0 ? api.MessageType.Info : status === 1 ? api.MessageType.Warning : api.MessageType.Error;
            tell(printed.slice(-mostShown), type);
        }
        finally {
            progress.done();
        }
    }
    return {
        end: () => ending.abort(),
        async execute({ command, arguments: words = [] }) {
            const word = typeof words[0] === 'string' ? words[0] : undefined;
            if (command === commands.check)
                await check(word);
            if (command === commands.run && word !== undefined)
                await run(word);
            if (command === commands.explain && word !== undefined)
                tell(explained(word));
            if (command === commands.graph && word !== undefined) {
                const graph = await jobGraphOf(word, editing, 'mermaid');
                if (graph !== undefined)
                    tell(graph);
                return graph ?? null;
            }
            return null;
        },
    };
}
/** What a rule finds, why and what to do, in three sentences. */
function explained(name) {
    const answer = (0,rule_book/* findRule */.Il)(name);
    switch (answer.kind) {
        case 'rule': {
            const { id, page } = answer.meta;
            return `${id}: ${page.what}\n\nWhy: ${page.why}\n\nWhat to do: ${page.fix}`;
        }
        case 'shellcheck':
            return `${answer.code} is a remark of ShellCheck: ${answer.url}`;
        case 'refused':
            return answer.message;
    }
}

// EXTERNAL MODULE: ./build/src/app/repository-root.js
var repository_root = __webpack_require__(2814);
;// CONCATENATED MODULE: ./build/src/editor/typing/broken-files.js
/** The workflows whose YAML has a fault, so that nothing else can be found in them. */
function brokenFiles(workspace) {
    const broken = workspace.workflows.filter((file) => file.workflow === undefined && file.faults.length > 0 && file.source.text.trim() !== '');
    return new Set(broken.map((file) => file.source.path));
}

;// CONCATENATED MODULE: ./build/src/editor/typing/remembered-shellcheck.js

/** A memory in which nothing is yet. */
function rememberedShellcheck() {
    let answer = { findings: [], remarks: [] };
    let changes = 0;
    return {
        recall: async () => answer,
        asking: (ask) => async (scripts) => {
            const before = changes;
            const fresh = await ask(scripts);
            if (changes === before)
                answer = { ...fresh, remarks: [] };
            return fresh;
        },
        changed(change) {
            changes++;
            answer = {
                ...answer,
                findings: answer.findings.flatMap((finding) => findingAfter(change, finding) ?? []),
            };
        },
    };
}

// EXTERNAL MODULE: ./build/src/diagnostics/order.js
var order = __webpack_require__(8162);
;// CONCATENATED MODULE: ./build/src/editor/typing/shown-findings.js


/** Nothing is shown yet. */
const nothingShown = { shown: [], held: [] };
/** What is shown after a change of a text and before anything was looked at again: the same, at its new places. */
function afterChange({ shown, held }, change) {
    const moved = (findings) => findings.flatMap((finding) => findingAfter(change, finding) ?? []);
    return { shown: moved(shown), held: moved(held) };
}
/**
 * What to show while somebody types, of what stands in the text as it is. What is new waits for a pause. What is gone goes
 * at once, but while something waits only on the line at hand: a word half written also hides what stands elsewhere.
 *
 * @param line the line that is being written, as a span without its line break
 * @param left whether another line was written before: what had to wait because of that one need not any more
 */
function whileTyping(before, found, line, left) {
    const isHere = ({ at }) => at.file === line.file && at.start <= line.end && at.end >= line.start;
    const known = matcher(before.shown, isHere);
    const released = matcher(left ? before.held : [], isHere);
    const shown = [];
    const held = [];
    for (const one of found) {
        const wasShown = known.take(one) || (released.take(one) && !isHere(one));
        (wasShown ? shown : held).push(one);
    }
    const gone = known.rest().filter((one) => held.length > 0 && !isHere(one));
    return { shown: [...shown, ...gone].sort(order/* compareDiagnostics */.o), held };
}
/**
 * What to show at a pause: all that was found, and of files whose syntax is so broken that nothing else can be found in
 * them what was shown before.
 */
function afterPause(before, found, broken) {
    if (broken.size === 0)
        return { shown: found, held: [] };
    const known = matcher(before.shown, () => false);
    for (const one of found)
        known.take(one);
    const kept = known.rest().filter(({ at, rule }) => broken.has(at.file) && !syntaxRules.has(rule));
    return { shown: [...found, ...kept].sort(order/* compareDiagnostics */.o), held: [] };
}
/** Rules that say that a text cannot be read: what they said before is wrong as soon as the text is another. */
const syntaxRules = new Set(['yaml-syntax', 'shell-syntax', 'malformed-expression']);
/** Finds findings again: at the line at hand by their rule, elsewhere by rule and place. */
function matcher(findings, isHere) {
    const left = new Map();
    const keyOf = (one) => `${one.rule}\0${one.at.file}\0${isHere(one) ? 'here' : one.at.start}`;
    for (const one of findings) {
        const key = keyOf(one);
        left.set(key, [...(left.get(key) ?? []), one]);
    }
    return {
        /** Whether a finding is one of them; each is found once. */
        take: (one) => left.get(keyOf(one))?.shift() !== undefined,
        rest: () => [...left.values()].flat(),
    };
}

// EXTERNAL MODULE: ./build/src/analysis/analysis.js
var analysis = __webpack_require__(9352);
// EXTERNAL MODULE: ./build/src/base/yaml-path.js
var yaml_path = __webpack_require__(3750);
// EXTERNAL MODULE: ./build/src/lint/apply-fixes.js + 1 modules
var apply_fixes = __webpack_require__(1764);
// EXTERNAL MODULE: ./build/src/lint/lint.js + 9 modules
var lint = __webpack_require__(5352);
// EXTERNAL MODULE: ./build/src/model/files-used.js
var files_used = __webpack_require__(3788);
// EXTERNAL MODULE: ./build/src/app/baseline.js
var baseline = __webpack_require__(3974);
// EXTERNAL MODULE: ./build/src/app/lint-options.js + 8 modules
var lint_options = __webpack_require__(2801);
// EXTERNAL MODULE: ./build/src/app/prepare-request.js + 3 modules
var prepare_request = __webpack_require__(6784);
// EXTERNAL MODULE: ./build/src/app/request.js
var app_request = __webpack_require__(2892);
// EXTERNAL MODULE: ./build/src/source/span.js
var span = __webpack_require__(1959);
;// CONCATENATED MODULE: ./build/src/app/editing/companions.js



/** How many workflows a script that they share is read with; what it must do is mostly the same for all of them. */
const mostCompanions = 3;
/** How many files are searched for the names of scripts. */
const mostSearched = 5_000;
/**
 * The workflows that a script is read with: the one beside it, else the first of those that name it, or that name a script
 * which does. Finding every workflow that uses it takes seconds in a large repository, which is too long after each key.
 */
function companionsOf(script, files) {
    const own = workflowBeside(script, files);
    if (own !== undefined)
        return [own];
    const candidates = files.paths.filter(isReadable).slice(0, mostSearched);
    const found = new Set();
    const seen = new Set([script]);
    const open = [script];
    for (let used = open.shift(); used !== undefined; used = open.shift()) {
        const name = used.slice(used.lastIndexOf('/') + 1);
        for (const path of candidates) {
            if (found.size >= mostCompanions)
                return [...found];
            if (seen.has(path) || !textOf(path, files).includes(name))
                continue;
            seen.add(path);
            const workflow = (0,yaml_path/* isYamlPath */.x)(path) ? path : workflowBeside(path, files);
            if (workflow === undefined)
                open.push(path);
            else if (/^['"]?jobs['"]?[ \t]*:/m.test(textOf(workflow, files)))
                found.add(workflow);
        }
    }
    return [...found];
}
function workflowBeside(script, files) {
    const folder = (0,span/* filePath */.s)(script.split('/').slice(0, -1).join('/'));
    return ['workflow.yaml', 'workflow.yml']
        .map((name) => (0,read_workflow/* pathIn */.lW)(folder, name))
        .find((path) => files.kindOf(path) === 'file');
}
/** Whether a file may be a workflow or a script; hidden folders are other systems'. */
function isReadable(path) {
    return ((0,yaml_path/* isYamlPath */.x)(path) || /\.(?:sh|bash)$/.test(path)) && !/(?:^|\/)\./.test(path);
}
function textOf(path, files) {
    const content = files.read(path);
    return content.kind === 'text' ? content.text : '';
}

;// CONCATENATED MODULE: ./build/src/app/editing/open-files.js










/**
 * Reads the files that are open in an editor, with the configuration and the baseline of their repository. What is neither a
 * workflow nor a script of one is left out: an editor opens anything.
 */
async function openFiles(paths, world) {
    const scripts = paths.filter((path) => /(?:\.(?:sh|bash)|(?:^|\/)[^./]+)$/.test(path));
    const companions = scripts.flatMap((path) => companionsOf(path, world.files));
    // Without any the script itself is named, so that the whole repository is not searched for more.
    const workflows = scripts.length === 0 ? [] : [...new Set([...companions, ...scripts])];
    const read = (0,app_request/* readRequest */["in"])({ command: 'lint', paths, options: { workflows } });
    if (read.kind === 'refused')
        return read;
    const { request } = read;
    const prepared = await (0,prepare_request/* prepareRequest */.n)(request, world);
    if (prepared.kind === 'refused')
        return prepared;
    const { configuration } = prepared;
    const loaded = (0,baseline/* loadBaseline */.oU)(request, configuration, world);
    if (loaded.kind === 'refused')
        return loaded;
    const known = new Set(loaded.baseline?.findings.map((one) => one.fingerprint));
    const options = (0,lint_options/* lintOptions */.k)(request, configuration, known, world);
    const workspace = withoutStrangers(prepared.workspace);
    return {
        kind: 'opened',
        opened: {
            workspace,
            context: (0,analysis/* analysisContext */.u)(workspace),
            shellcheck: options.shellcheck,
            lint: (shellcheck) => (0,lint/* lintWorkspace */.L)(workspace, { ...options, shellcheck }),
            async repair(path) {
                const rules = { ...options, shellcheck: undefined };
                return (await (0,apply_fixes/* fixWorkspace */.Z6)(world.files, { paths: [path] }, 'safe', rules)).files;
            },
        },
    };
}
/** All workflows of a repository, and those of it that are open in an editor: for what looks beyond these. */
async function openRepository(paths, world) {
    const read = (0,app_request/* readRequest */["in"])({ command: 'lint', paths: [], options: {} });
    if (read.kind === 'refused')
        return read;
    const prepared = await (0,prepare_request/* prepareRequest */.n)(read.request, world);
    const all = prepared.kind === 'prepared' ? prepared.workspace.workflows : [];
    const open = paths.filter(yaml_path/* isYamlPath */.x);
    return openFiles([...new Set([...all.map((file) => file.source.path), ...open])], world);
}
/** The workspace without scripts that no workflow of the repository uses: those are none of our business. */
function withoutStrangers(workspace) {
    const { workflows, loneScripts, files } = workspace;
    if (loneScripts.length === 0)
        return workspace;
    const folders = workflows.map((file) => file.directory);
    const used = new Set(workflows.flatMap((file) => [...(0,files_used/* filesUsedBy */.G)(file, files, folders).keys()]));
    return { ...workspace, loneScripts: loneScripts.filter((script) => used.has(script.path)) };
}

;// CONCATENATED MODULE: ./build/src/app/editing/overlay-files.js
/** A repository as it would be if the texts of an editor were saved. */
function overlayFiles(files, texts) {
    let paths;
    return {
        get paths() {
            paths ??= withUnsaved(files.paths, texts);
            return paths;
        },
        get irregular() {
            return files.irregular;
        },
        get origin() {
            return files.origin;
        },
        kindOf: (path) => (texts.has(path) ? 'file' : files.kindOf(path)),
        read(path) {
            const text = texts.get(path);
            return text === undefined ? files.read(path) : { kind: 'text', text };
        },
        recordedLineBreaks: (path) => files.recordedLineBreaks?.(path),
    };
}
function withUnsaved(paths, texts) {
    const listed = new Set(paths);
    const unsaved = [...texts.keys()].filter((path) => !listed.has(path));
    return unsaved.length === 0 ? paths : [...paths, ...unsaved].sort();
}

;// CONCATENATED MODULE: ./build/src/editor/typing/last-good.js



/** Nothing is remembered yet. */
function lastGood() {
    const known = new Map();
    function remember(workspace) {
        const broken = brokenFiles(workspace);
        for (const file of workspace.workflows) {
            if (!broken.has(file.source.path))
                known.set(file.source.path, { file, changes: [] });
        }
        return broken;
    }
    return {
        changed(change) {
            const before = known.get(change.file);
            if (before !== undefined)
                known.set(change.file, { ...before, changes: [...before.changes, change].slice(-mostChanges) });
        },
        closed: (file) => void known.delete(file),
        remember,
        read(workspace, context) {
            const broken = remember(workspace);
            const stale = new Map([...known].filter(([path]) => broken.has(path)));
            const changesOf = (file) => stale.get(file)?.changes ?? [];
            const mended = stale.size === 0 ? workspace : withFiles(workspace, stale);
            return {
                workspace: mended,
                context: mended === workspace ? context : (0,analysis/* analysisContext */.u)(mended),
                into: (file, offset) => changesOf(file).reduceRight((at, change) => offsetBefore(change, at), offset),
                outOf: (span) => changesOf(span.file).reduce((at, change) => at && spanAfter(change, at), span),
            };
        },
    };
}
/** Changes that are remembered of one broken text; before so many keys somebody has come to a sound one, or gave up. */
const mostChanges = 5_000;
function withFiles(workspace, stale) {
    return {
        ...workspace,
        workflows: workspace.workflows.map((file) => {
            const good = stale.get(file.source.path);
            return good === undefined ? file : { ...good.file, name: file.name, scripts: file.scripts };
        }),
    };
}

;// CONCATENATED MODULE: ./build/src/lsp/open-texts.js




/**
 * No text is open yet.
 *
 * @param freshWorld gives the repository as it is on the disk now
 * @param refused told what is wrong with the configuration, once
 */
function openTexts(freshWorld, refused) {
    const texts = new Map();
    const good = lastGood();
    let world = freshWorld();
    let opening;
    let reading;
    let version = 0;
    let said = '';
    function touched() {
        version++;
        opening = undefined;
        reading = undefined;
    }
    async function open(read) {
        const at = version;
        const files = overlayFiles(world.files, new Map(texts));
        const answer = await read([...texts.keys()], { ...world, files });
        const message = answer.kind === 'refused' ? answer.message : '';
        if (message !== '' && message !== said)
            refused(message);
        said = message;
        if (answer.kind === 'refused')
            return undefined;
        if (at === version)
            good.remember(answer.opened.workspace);
        return answer.opened;
    }
    const opened = () => {
        opening ??= open(openFiles);
        return opening;
    };
    return {
        opened,
        version: () => version,
        write(path, text) {
            const before = texts.get(path);
            const change = before === undefined ? undefined : changeBetween(path, before, text);
            if (before !== undefined && change === undefined)
                return { change };
            texts.set(path, text);
            if (change !== undefined)
                good.changed(change);
            touched();
            return before === undefined ? undefined : { change };
        },
        close(path) {
            texts.delete(path);
            good.closed(path);
            touched();
            return texts.size;
        },
        reread() {
            world = freshWorld();
            touched();
        },
        async reading(extent) {
            if (extent === 'repository')
                reading ??= open(openRepository);
            const files = await (extent === 'open' ? opened() : reading);
            return files && good.read(files.workspace, files.context);
        },
        textOf(path) {
            const content = world.files.read(path);
            return texts.get(path) ?? (content.kind === 'text' ? content.text : undefined);
        },
    };
}

// EXTERNAL MODULE: ./build/src/diagnostics/fault-trace.js
var fault_trace = __webpack_require__(8822);
;// CONCATENATED MODULE: ./build/src/lsp/planned-looks.js

/**
 * Plans two kinds of looks. One look at everything ends before the next one begins.
 *
 * @param trouble told of what a look throws
 */
function plannedLooks(askRules, askEverything, trouble) {
    let rules;
    let everything;
    let working = Promise.resolve();
    const failed = (error) => trouble((0,fault_trace/* sentenceOf */.$N)(error));
    function cancel() {
        clearTimeout(rules);
        clearTimeout(everything);
    }
    function everythingNow() {
        working = working.then(askEverything).catch(failed);
        return working;
    }
    return {
        cancel,
        everythingNow,
        plan(after) {
            cancel();
            rules = setTimeout(() => void askRules().catch(failed), after.rules);
            everything = setTimeout(() => void everythingNow(), after.everything);
        },
    };
}

;// CONCATENATED MODULE: ./build/src/lsp/edited-repository.js






/**
 * Looks at the open files of a repository again and again while they are edited: at the rules soon after each change, at
 * everything after a longer pause, with one ShellCheck at a time.
 *
 * @param freshWorld gives the repository as it is on the disk now
 */
function editedRepository(root, freshWorld, pauses, { shown, trouble }) {
    const texts = openTexts(freshWorld, trouble);
    const remembered = rememberedShellcheck();
    /** What was said of the work itself: it is the same after each key. */
    const told = new Set();
    let state = nothingShown;
    /** What was found in the texts of a version. */
    let found;
    /** The line that was written last, and whether another one was before, since the last look. */
    let line;
    let left = false;
    /** What has changed since the last look: nothing, what typing changes, or more. */
    let burst = 'nothing';
    const looks = plannedLooks(askRules, askEverything, trouble);
    function show(next) {
        state = next;
        shown(state.shown);
    }
    /** What a lint finds, unless a text has changed in the meantime. */
    async function look(shellcheck) {
        const version = texts.version();
        const opened = await texts.opened();
        if (opened === undefined || version !== texts.version())
            return undefined;
        const { recall, asking } = remembered;
        const ask = opened.shellcheck && (shellcheck === 'asked' ? asking(opened.shellcheck) : recall);
        const { diagnostics, faults, remarks } = await opened.lint(ask);
        if (version !== texts.version())
            return undefined;
        for (const sentence of [...faults.map((fault) => fault.message), ...remarks]) {
            if (!told.has(sentence))
                trouble(sentence);
            told.add(sentence);
        }
        found = { version, findings: diagnostics };
        return { findings: diagnostics, broken: brokenFiles(opened.workspace) };
    }
    async function askRules() {
        const seen = await look('recalled');
        if (seen === undefined)
            return;
        const isTyping = burst === 'typing' && line !== undefined;
        const wasLeft = left;
        burst = 'nothing';
        left = false;
        if (isTyping && line !== undefined)
            show(whileTyping(state, seen.findings, line, wasLeft));
        else
            show(afterPause(state, seen.findings, seen.broken));
    }
    async function askEverything() {
        const version = texts.version();
        burst = 'more';
        if (found?.version !== version)
            await askRules();
        const opened = await texts.opened();
        if (opened === undefined || version !== texts.version())
            return;
        if (found !== undefined)
            show(afterPause(state, found.findings, brokenFiles(opened.workspace)));
        const seen = opened.shellcheck && (await look('asked'));
        if (seen !== undefined)
            show(afterPause(state, seen.findings, seen.broken));
        burst = 'nothing';
    }
    function plan(kind, after) {
        burst = burst === 'more' ? 'more' : kind;
        looks.plan(after);
    }
    return {
        root,
        texts,
        findings: () => state.shown,
        write(path, text) {
            const written = texts.write(path, text);
            if (written === undefined) {
                plan('more', { rules: 0, everything: 0 });
                return;
            }
            const { change } = written;
            if (change === undefined)
                return;
            state = afterChange(state, change);
            remembered.changed(change);
            left ||= line !== undefined && !staysOnLine(change, line);
            line = lineAt(path, text, change.start + change.inserted.length);
            plan(isTyped(change) ? 'typing' : 'more', pauses);
        },
        close(path) {
            const remaining = texts.close(path);
            if (remaining > 0)
                plan('more', { ...pauses, rules: 0 });
            return remaining;
        },
        reread() {
            texts.reread();
            plan('more', { rules: 0, everything: 0 });
        },
        check() {
            looks.cancel();
            texts.reread();
            return looks.everythingNow();
        },
        end() {
            looks.cancel();
            texts.reread();
        },
    };
}

;// CONCATENATED MODULE: ./build/src/lsp/places.js


/** The path of a file inside a repository. */
function pathWithin(root, absolute) {
    const above = `${root.replace(/\/$/, '')}/`;
    return absolute.startsWith(above) && absolute !== above
        ? (0,span/* filePath */.s)(absolute.slice(above.length))
        : undefined;
}
/**
 * Places in the texts of one repository.
 *
 * @param addressOf the address of a path inside the repository
 * @param open the document of a file that is open
 * @param textOf the text of any other file
 */
function placesIn(addressOf, open, textOf) {
    const documents = new Map();
    const uriOf = (path) => open(path)?.uri ?? addressOf(path);
    const documentOf = (path) => {
        const known = open(path) ?? documents.get(path);
        if (known !== undefined)
            return known;
        const document = TextDocument.create(uriOf(path), '', 0, textOf(path) ?? '');
        documents.set(path, document);
        return document;
    };
    const rangeOf = ({ file, start, end }) => {
        const document = documentOf(file);
        return { start: document.positionAt(start), end: document.positionAt(end) };
    };
    return {
        uriOf,
        rangeOf,
        versionOf: (path) => open(path)?.version ?? null,
        locationOf: (span) => ({ uri: uriOf(span.file), range: rangeOf(span) }),
    };
}

;// CONCATENATED MODULE: ./build/src/lsp/editing.js



/** Nothing is open yet. A repository is the nearest one above a file; a file outside of any is looked at by itself. */
function startEditing(machine, pauses, listener) {
    const open = new Map();
    const repositories = new Map();
    function belonging(document) {
        const known = open.get(document.uri);
        if (known !== undefined)
            return known;
        const absolute = machine.pathOf(document.uri);
        if (absolute === undefined)
            return undefined;
        const folder = absolute.slice(0, absolute.lastIndexOf('/')) || '/';
        const found = (0,repository_root/* rootAbove */.G)(folder, machine.paths);
        const root = found ?? folder;
        const path = pathWithin(root, absolute);
        if (path === undefined)
            return undefined;
        let repository = repositories.get(root);
        if (repository === undefined) {
            const listed = found === undefined ? 'nothing' : 'everything';
            const fresh = editedRepository(root, () => machine.worldOf(root, listed), pauses, {
                shown: (findings) => publish(fresh, findings),
                trouble: listener.trouble,
            });
            repositories.set(root, fresh);
            repository = fresh;
        }
        const entry = { document, path, repository };
        open.set(document.uri, entry);
        return entry;
    }
    function publish(repository, findings) {
        const places = placesOf(repository);
        for (const entry of open.values()) {
            if (entry.repository !== repository)
                continue;
            listener.shown(entry, findings.filter((one) => one.at.file === entry.path), places);
        }
    }
    function placesOf(repository) {
        const documents = new Map([...open.values()]
            .filter((entry) => entry.repository === repository)
            .map((entry) => [entry.path, entry.document]));
        return placesIn((path) => machine.addressOf(`${repository.root.replace(/\/$/, '')}/${path}`), (path) => documents.get(path), (path) => repository.texts.textOf(path));
    }
    return {
        placesOf,
        at: (uri) => open.get(uri),
        repositories: () => [...repositories.values()],
        write(document) {
            const entry = belonging(document);
            entry?.repository.write(entry.path, document.getText());
        },
        close(document) {
            const entry = open.get(document.uri);
            if (entry === undefined)
                return;
            open.delete(document.uri);
            if (entry.repository.close(entry.path) > 0)
                return;
            entry.repository.end();
            repositories.delete(entry.repository.root);
        },
        end() {
            for (const repository of repositories.values())
                repository.end();
        },
    };
}

;// CONCATENATED MODULE: ./build/src/lsp/server.js








/** As long as people need between two keys, and as they need to read what they wrote. */
const usualPauses = { rules: 200, everything: 1_000 };
/** Files whose change on the disk may change what is found. */
const watched = ['**/*.{yaml,yml,sh,bash}', '**/.shellcheckrc'];
/** Serves the editor behind a connection until it says goodbye. */
function serve(connection, machine, pauses = usualPauses) {
    const documents = new api.TextDocuments(TextDocument);
    /** What was told last of each open document: most looks at the texts find what the one before has found. */
    const published = new Map();
    let client;
    const editing = startEditing(machine, pauses, {
        trouble: (sentence) => connection.console.warn(sentence),
        shown({ document: { uri, version } }, findings, places) {
            const publication = { uri, version, diagnostics: findings.map((one) => toDiagnostic(one, places)) };
            const words = JSON.stringify(publication);
            if (published.get(uri) === words)
                return;
            published.set(uri, words);
            void connection.sendDiagnostics(publication);
        },
    });
    const requested = commandRequests(connection, editing, machine);
    connection.onInitialize((said) => {
        client = said.capabilities;
        machine.begin?.(said);
        return { serverInfo: report/* tool */.z, capabilities: capabilities(machine) };
    });
    connection.onInitialized(() => {
        if (client?.workspace?.didChangeWatchedFiles?.dynamicRegistration !== true)
            return;
        const watchers = watched.map((globPattern) => ({ globPattern }));
        // Some clients say that they can, and then refuse: what changes on the disk is read on save all the same.
        connection.client.register(api.DidChangeWatchedFilesNotification.type, { watchers }).catch(() => {
            connection.console.info('the editor does not tell which files change on the disk');
        });
    });
    documents.onDidChangeContent(({ document }) => editing.write(document));
    documents.onDidSave(({ document }) => void editing.at(document.uri)?.repository.check());
    documents.onDidClose(({ document }) => {
        editing.close(document);
        published.delete(document.uri);
        void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    });
    connection.onDidChangeWatchedFiles(({ changes }) => {
        const paths = changes.flatMap(({ uri }) => machine.pathOf(uri) ?? []);
        for (const repository of editing.repositories()) {
            if (paths.some((path) => path.startsWith(`${repository.root}/`)))
                repository.reread();
        }
    });
    answerRequests(connection, editing, machine, () => client);
    connection.onExecuteCommand(requested.execute);
    connection.onShutdown(() => {
        requested.end();
        editing.end();
    });
    documents.listen(connection);
    connection.listen();
    return {
        reread() {
            for (const repository of editing.repositories())
                repository.reread();
        },
    };
}


/***/ })

};
