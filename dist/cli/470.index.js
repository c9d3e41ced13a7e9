export const id = 470;
export const ids = [470];
export const modules = {

/***/ 6416:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  n: () => (/* binding */ prepareRequest)
});

// EXTERNAL MODULE: ./build/src/base/glob.js
var glob = __webpack_require__(245);
// EXTERNAL MODULE: ./build/src/source/span.js
var span = __webpack_require__(1959);
// EXTERNAL MODULE: ./build/src/model/read-script.js
var read_script = __webpack_require__(6227);
// EXTERNAL MODULE: ./build/src/syntax/yaml/parse-yaml.js + 10 modules
var parse_yaml = __webpack_require__(1307);
// EXTERNAL MODULE: ./build/src/syntax/yaml/tree.js
var tree = __webpack_require__(1765);
// EXTERNAL MODULE: ./build/src/syntax/expression/parse-expression.js + 5 modules
var parse_expression = __webpack_require__(3967);
// EXTERNAL MODULE: ./build/src/model/find-expressions.js
var find_expressions = __webpack_require__(1994);
;// CONCATENATED MODULE: ./build/src/model/read-expressions.js


/** A collector for one file's text. */
function expressionCollector(fileText) {
    const found = [];
    const openings = openingsOf(fileText);
    const collectScalar = (scalar, path, place) => {
        // Escapes could hide the dollar sign; only double-quoted texts have any.
        if (scalar.style !== 'double-quoted' && !mayHold(openings, scalar.span))
            return none;
        const { text } = scalar;
        const stretches = (0,find_expressions/* findExpressions */.z)(text.text);
        return stretches.map(({ start, end, closed }) => {
            const whole = closed && stretches.length === 1 && text.text.trim().length === end - start;
            const site = expressionSite(text, start, end, { closed, whole, place, path });
            found.push(site);
            return { start, end, site };
        });
    };
    const collect = (node, path, place) => {
        if (node === undefined)
            return;
        switch (node.kind) {
            case 'scalar':
                collectScalar(node, path, place);
                return;
            case 'sequence':
                node.items.forEach((item, index) => void collect(item, { key: index, parent: path }, place));
                return;
            case 'map':
                for (const pair of node.pairs) {
                    const inside = { key: pair.key.text.text, parent: path };
                    collectScalar(pair.key, inside, place);
                    collect(pair.value, inside, place);
                }
        }
    };
    return {
        collect,
        collectScalar,
        sites: () => found.sort((left, right) => left.span.start - right.span.start),
    };
}
const none = [];
/** Where the file opens expressions, in order. */
function openingsOf(fileText) {
    const openings = [];
    for (let at = fileText.indexOf('${{'); at !== -1; at = fileText.indexOf('${{', at + 3))
        openings.push(at);
    return openings;
}
/** Whether an expression opens in a stretch of the file; in most scalars none does. */
function mayHold(openings, span) {
    let low = 0;
    let high = openings.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((openings[middle] ?? 0) < span.start)
            low = middle + 1;
        else
            high = middle;
    }
    return (openings[low] ?? Number.POSITIVE_INFINITY) < span.end;
}
function expressionSite(scalarText, start, end, facts) {
    const text = scalarText.slice(start + 3, facts.closed ? end - 2 : end);
    const span = scalarText.spanOf(start, end);
    let parsed;
    const parse = () => {
        parsed ??= facts.closed ? (0,parse_expression/* parseExpression */.Y)(text) : { expression: undefined, faults: [unterminated(span)] };
        return parsed;
    };
    return {
        text,
        span,
        whole: facts.whole,
        place: facts.place,
        get path() {
            return keysOf(facts.path);
        },
        get expression() {
            return parse().expression;
        },
        get faults() {
            return parse().faults;
        },
    };
}
function unterminated(span) {
    return {
        message: 'this "${{" is never closed',
        at: span,
        help: 'add "}}" after the expression',
    };
}
function keysOf(path) {
    const keys = [];
    for (let link = path; link !== undefined; link = link.parent)
        keys.push(link.key);
    return keys.reverse();
}

// EXTERNAL MODULE: ./build/src/model/shapes.js
var shapes = __webpack_require__(9829);
;// CONCATENATED MODULE: ./build/src/model/read-form.js


/** Reads `on.execute.inputs` of a workflow. */
function readForm(root) {
    const node = (0,shapes/* asMap */.$)((0,tree/* valueAt */.fK)((0,tree/* valueAt */.fK)((0,tree/* valueAt */.fK)(root, 'on'), 'execute'), 'inputs'));
    const meta = (0,shapes/* asMap */.$)((0,tree/* valueAt */.fK)(node, '$meta'));
    const pagesFlatten = (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(meta, 'flatten')) !== 'false';
    return { node, meta, inputs: readInputs(node, { parent: undefined, prefix: [], pagesFlatten }) };
}
function readInputs(node, around) {
    if (node === undefined)
        return [];
    return node.pairs.filter((pair) => pair.key.text.text !== '$meta').map((pair) => readInput(pair, around));
}
function readInput(pair, around) {
    const name = pair.key.text.text;
    const node = (0,shapes/* asMap */.$)(pair.value);
    const type = (0,shapes/* spannedText */.T)((0,tree/* valueAt */.fK)(node, 'type'));
    const reference = [...around.prefix, name];
    const flattens = type?.value === 'step' ? around.pagesFlatten : (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(node, 'flatten')) === 'true';
    const children = childrenOf(node, type?.value);
    const field = {
        name: { value: name, span: pair.key.span },
        path: [...(around.parent?.path ?? []), name],
        reference,
        type,
        node,
        pair,
        parent: around.parent,
        items: [],
    };
    field.items = readInputs((0,shapes/* asMap */.$)(children), {
        parent: field,
        prefix: flattens ? around.prefix : reference,
        pagesFlatten: around.pagesFlatten,
    });
    return field;
}
/** The key under which an input of a type keeps its children; other types have none. */
function childrenKey(node, type) {
    if (type === 'step')
        return 'options';
    if (type === 'list')
        return 'template';
    if (type === 'group')
        return 'items';
    return ['items', 'template'].find((key) => (0,tree/* pairOf */.cF)(node, key)?.value?.kind === 'map');
}
function childrenOf(node, type) {
    const key = childrenKey(node, type);
    return key === undefined ? undefined : (0,tree/* valueAt */.fK)(node, key);
}

;// CONCATENATED MODULE: ./build/src/model/read-jobs.js



/** Reads `jobs`, collecting the expressions in them. */
function readJobs(path, node, expressions) {
    const jobsPath = { key: 'jobs', parent: undefined };
    return (0,shapes/* asMap */.$)(node)?.pairs.map((pair) => readJob(path, pair, jobsPath, expressions)) ?? [];
}
function readJob(path, pair, above, expressions) {
    const id = { value: pair.key.text.text, span: pair.key.text.spanOf(0, pair.key.text.text.length) };
    const node = (0,shapes/* asMap */.$)(pair.value);
    const steps = [];
    const job = { id, pair, node, needs: readNeeds((0,tree/* valueAt */.fK)(node, 'needs')), steps };
    const jobPath = { key: id.value, parent: above };
    expressions.collectScalar(pair.key, jobPath, { kind: 'job', job, key: '' });
    if (node === undefined)
        expressions.collect(pair.value, jobPath, { kind: 'job', job, key: '' });
    for (const entry of node?.pairs ?? []) {
        const key = entry.key.text.text;
        const entryPath = { key, parent: jobPath };
        if (key !== 'steps' || entry.value?.kind !== 'sequence') {
            expressions.collectScalar(entry.key, entryPath, { kind: 'job', job, key });
            expressions.collect(entry.value, entryPath, { kind: 'job', job, key });
            continue;
        }
        entry.value.items.forEach((item, index) => {
            const stepPath = { key: index, parent: entryPath };
            if (item?.kind === 'map')
                steps.push(readStep(path, item, { job, index, stepPath, expressions }));
            else
                expressions.collect(item, stepPath, { kind: 'job', job, key });
        });
    }
    return job;
}
function readNeeds(node) {
    const items = node?.kind === 'sequence' ? node.items : [node];
    return items.flatMap((item) => {
        if (item?.kind !== 'scalar' || item.value === null)
            return [];
        const written = item.text.text;
        if (written.includes('${{'))
            return [];
        const any = written.endsWith(':any');
        const value = any ? written.slice(0, -':any'.length) : written;
        return [{ value, span: item.text.spanOf(0, value.length), any }];
    });
}
function readStep(path, node, around) {
    const { job, index, stepPath, expressions } = around;
    const uses = (0,shapes/* spannedText */.T)((0,tree/* valueAt */.fK)(node, 'uses'));
    const step = {
        kind: has(node, 'run') ? 'run' : has(node, 'uses') ? 'uses' : 'none',
        index,
        node,
        id: (0,shapes/* spannedText */.T)((0,tree/* valueAt */.fK)(node, 'id')),
        name: (0,shapes/* spannedText */.T)((0,tree/* valueAt */.fK)(node, 'name')),
        uses,
        with: (0,shapes/* asMap */.$)((0,tree/* valueAt */.fK)(node, 'with')),
        run: undefined,
        cleanup: undefined,
    };
    for (const pair of node.pairs) {
        const key = pair.key.text.text;
        const place = { kind: 'step', job, step, key };
        const pairPath = { key, parent: stepPath };
        expressions.collectScalar(pair.key, pairPath, place);
        if ((key === 'run' || key === 'cleanup') && pair.value?.kind === 'scalar') {
            const holes = expressions.collectScalar(pair.value, pairPath, place);
            if (pair.value.value === null)
                continue;
            step[key] = (0,read_script/* scriptBlock */.v)(path, key, pair.value.text, holes, { job: job.id.value, stepIndex: index });
        }
        else
            expressions.collect(pair.value, pairPath, place);
    }
    return step;
}
function has(node, key) {
    return node.pairs.some((pair) => pair.key.text.text === key);
}

;// CONCATENATED MODULE: ./build/src/model/read-workflow.js








/**
 * Reads a workflow file and the scripts beside it. Any text gives a model: what has the wrong shape is left out of
 * it. A file with an error of YAML syntax has no `workflow`, because what was read of it may not be what was meant.
 */
function readWorkflowFile(source, files) {
    const { root, comments, faults, broken } = (0,parse_yaml/* parseYaml */.h)(source);
    const directory = directoryOf(source.path);
    const scripts = scriptsBeside(directory, files);
    const shape = broken ? [] : shapeFaults(source, root);
    return {
        source,
        name: nameOf(source.path),
        directory,
        tree: root,
        comments,
        faults: [...faults, ...shape, ...scripts.faults],
        workflow: !broken && root?.kind === 'map' ? readWorkflow(source, root) : undefined,
        scripts: scripts.scripts,
    };
}
/** A workflow file of which nothing can be read, for the one reason given. */
function unreadableWorkflowFile(path, message) {
    return {
        source: { path, text: '' },
        name: nameOf(path),
        directory: directoryOf(path),
        tree: undefined,
        comments: [],
        faults: [{ message: `the workflow cannot be read: ${message}`, at: { file: path, start: 0, end: 0 } }],
        workflow: undefined,
        scripts: [],
    };
}
/** The folder's name for `workflow.yaml`, the file's name without its ending for any other. */
function nameOf(path) {
    const parts = path.split('/');
    const base = (parts.at(-1) ?? '').replace(/\.ya?ml$/i, '');
    return base === 'workflow' ? (parts.at(-2) ?? base) : base;
}
/** The folder of a path; empty for the top of the repository. */
function directoryOf(path) {
    return (0,span/* filePath */.s)(path.split('/').slice(0, -1).join('/'));
}
/** A path inside a folder. */
function pathIn(directory, name) {
    return (0,span/* filePath */.s)(directory === '' ? name : `${directory}/${name}`);
}
function readWorkflow(source, root) {
    const expressions = expressionCollector(source.text);
    const form = readForm(root);
    const jobs = readJobs(source.path, (0,tree/* valueAt */.fK)(root, 'jobs'), expressions);
    for (const pair of root.pairs) {
        const key = pair.key.text.text;
        const path = { key, parent: undefined };
        expressions.collectScalar(pair.key, path, { kind: 'workflow', key });
        if (key === 'jobs' && pair.value?.kind === 'map')
            continue;
        if (key === 'on')
            collectOn(pair.value, path, form.node, expressions);
        else
            expressions.collect(pair.value, path, { kind: 'workflow', key });
    }
    const inputsPath = ['on', 'execute', 'inputs'].reduce((parent, key) => ({ key, parent }), undefined);
    for (const input of form.inputs)
        collectInput(input, inputsPath, expressions);
    const sessions = (0,shapes/* asMap */.$)((0,tree/* valueAt */.fK)(root, 'sessions'))?.pairs ?? [];
    return {
        path: source.path,
        root,
        env: (0,shapes/* asMap */.$)((0,tree/* valueAt */.fK)(root, 'env'))?.pairs ?? [],
        sessions: sessions.map((pair) => ({
            name: { value: pair.key.text.text, span: pair.key.text.spanOf(0, pair.key.text.text.length) },
            pair,
        })),
        form,
        jobs,
        expressions: expressions.sites(),
        scripts: jobs.flatMap((job) => job.steps.flatMap((step) => [step.run, step.cleanup].filter((script) => script !== undefined))),
    };
}
/** Collects what stands under `on` beside the inputs themselves, the form's settings included. */
function collectOn(node, path, inputs, expressions) {
    const place = { kind: 'workflow', key: 'on' };
    if (node?.kind !== 'map') {
        expressions.collect(node, path, place);
        return;
    }
    for (const pair of node.pairs) {
        const name = pair.key.text.text;
        const inside = { key: name, parent: path };
        if (pair.value === inputs && inputs !== undefined) {
            const settings = inputs.pairs.filter((one) => one.key.text.text === '$meta');
            for (const one of settings)
                expressions.collect(one.value, { key: '$meta', parent: inside }, place);
        }
        else
            collectOn(pair.value, inside, inputs, expressions);
    }
}
function collectInput(input, above, expressions) {
    const path = { key: input.name.value, parent: above };
    if (input.node === undefined) {
        expressions.collect(input.pair.value, path, { kind: 'input', input, attribute: '' });
        return;
    }
    expressions.collectScalar(input.pair.key, path, { kind: 'input', input, attribute: '' });
    const children = childrenKey(input.node, input.type?.value);
    for (const pair of input.node.pairs) {
        const attribute = pair.key.text.text;
        const inside = { key: attribute, parent: path };
        if (attribute === children && pair.value?.kind === 'map') {
            for (const item of input.items)
                collectInput(item, inside, expressions);
        }
        else {
            expressions.collectScalar(pair.key, inside, { kind: 'input', input, attribute });
            expressions.collect(pair.value, inside, { kind: 'input', input, attribute });
        }
    }
}
function shapeFaults(source, root) {
    if (root?.kind === 'map')
        return [];
    const help = 'a workflow is a map with the key "jobs", and with the form under "on: execute: inputs:"';
    if (root === undefined) {
        return [{ message: 'the workflow is empty', at: { file: source.path, start: 0, end: 0 }, help }];
    }
    const shape = root.kind === 'sequence' ? 'a list' : 'a single value';
    const { span } = root;
    const lineBreak = source.text.slice(span.start, span.end).search(/[\r\n]/);
    const end = lineBreak === -1 ? span.end : span.start + lineBreak;
    return [{ message: `a workflow is a map, and this is ${shape}`, at: { ...span, end }, help }];
}
function scriptsBeside(directory, files) {
    const scripts = [];
    const faults = [];
    const names = [
        ['start.sh', 'start'],
        ['setup.sh', 'setup'],
    ];
    for (const [name, role] of names) {
        const path = pathIn(directory, name);
        const content = files.read(path);
        if (content.kind === 'text')
            scripts.push((0,read_script/* scriptFile */.K)({ path, text: content.text }, role));
        else if (content.problem !== 'missing') {
            faults.push({
                message: `${name} cannot be read: ${content.message}`,
                at: { file: path, start: 0, end: 0 },
            });
        }
    }
    return { scripts, faults };
}

;// CONCATENATED MODULE: ./build/src/model/workspace.js




/** The files that are workflows unless the configuration says otherwise. */
const usualWorkflows = ['workflows/*/workflow.{yaml,yml}'];
/** Reads the selected workflows and scripts of a repository. */
function openWorkspace(files, selection = {}) {
    const chosen = choose(files, selection);
    const workflows = chosen.workflows.map((path) => readWorkflowAt(path, files));
    const owned = new Set(workflows.flatMap((file) => file.scripts.map((script) => script.path)));
    const loneScripts = [];
    const problems = [...chosen.problems];
    for (const path of chosen.scripts) {
        if (owned.has(path))
            continue;
        const content = files.read(path);
        if (content.kind === 'text')
            loneScripts.push((0,read_script/* scriptFile */.K)({ path, text: content.text }, 'lone'));
        else
            problems.push(`${path} cannot be read: ${content.message}`);
    }
    return { workspace: { files, workflows, loneScripts }, problems };
}
/** Reads one workflow file; one that cannot be read is a workflow file with a fault. */
function readWorkflowAt(path, files) {
    const content = files.read(path);
    if (content.kind === 'text')
        return readWorkflowFile({ path, text: content.text }, files);
    return unreadableWorkflowFile(path, content.message);
}
function choose(files, selection) {
    const globs = selection.workflows?.length ? selection.workflows : usualWorkflows;
    const wanted = globs.map(glob/* glob */.T);
    const unwanted = (selection.exclude ?? []).map(glob/* glob */.T);
    const usual = files.paths.filter((path) => /\.ya?ml$/i.test(path) &&
        wanted.some((matches) => matches(path)) &&
        !unwanted.some((matches) => matches(path)));
    if (!selection.paths?.length)
        return { workflows: usual, scripts: [], problems: [] };
    const workflows = new Set();
    const scripts = new Set();
    const problems = [];
    for (const written of selection.paths) {
        const path = normalised(written);
        const kind = path === '' ? 'directory' : files.kindOf(path);
        if (kind === 'directory') {
            const inside = workflowsUnder(path, usual, files);
            if (inside.length === 0)
                problems.push(`no workflow found under "${written}"`);
            for (const one of inside)
                workflows.add(one);
        }
        else if (kind === 'missing')
            problems.push(`no such file or folder: "${written}"`);
        else if (/\.ya?ml$/i.test(path))
            workflows.add(path);
        else if (kind === 'file')
            scripts.add(path);
        else
            problems.push(`"${written}" is not a regular file`);
    }
    return { workflows: [...workflows].sort(), scripts: [...scripts].sort(), problems };
}
/** The selected workflows under a folder; a folder that is a workflow's own needs no glob. */
function workflowsUnder(folder, usual, files) {
    if (folder === '')
        return usual;
    const inside = usual.filter((path) => path.startsWith(`${folder}/`));
    if (inside.length > 0)
        return inside;
    const own = ['workflow.yaml', 'workflow.yml'].map((name) => pathIn(folder, name));
    const found = own.filter((path) => files.kindOf(path) === 'file');
    if (found.length > 0)
        return found;
    return files.paths.filter((path) => path.startsWith(`${folder}/`) && /\/workflow\.ya?ml$/i.test(path) && directoryOf(path) !== folder);
}
function normalised(path) {
    const parts = [];
    for (const part of (0,span/* filePath */.s)(path).split('/')) {
        if (part === '' || part === '.')
            continue;
        if (part === '..' && parts.length > 0 && parts.at(-1) !== '..')
            parts.pop();
        else
            parts.push(part);
    }
    return (0,span/* filePath */.s)(parts.join('/'));
}

// EXTERNAL MODULE: ./build/src/lint/configuration.js
var lint_configuration = __webpack_require__(2801);
// EXTERNAL MODULE: ./build/src/base/suggest.js
var suggest = __webpack_require__(1181);
;// CONCATENATED MODULE: ./build/src/facts/generated/config-validator.generated.js
// Generated by `npm run generate`; changes made by hand are lost.
// @ts-nocheck
/** Whether a value fits schemas/config.schema.json; the first errors are left in `.errors`. */
const validateConfig = validate21;
const schema6 = { "$schema": "http://json-schema.org/draft-07/schema#", "$id": "https://raw.githubusercontent.com/org/pw-workflow-check/v1/schemas/config.schema.json", "type": "object", "properties": { "workflows": { "type": "array", "items": { "type": "string" } }, "exclude": { "type": "array", "items": { "type": "string" } }, "rules": { "$ref": "#/definitions/rules" }, "overrides": { "type": "array", "items": { "type": "object", "properties": { "paths": { "type": "array", "items": { "type": "string" } }, "rules": { "$ref": "#/definitions/rules" } }, "required": ["paths", "rules"], "additionalProperties": false } }, "shellcheck": { "type": "object", "properties": { "severity": { "enum": ["error", "warning", "info", "style", "off"] }, "exclude": { "type": "array", "items": { "type": "string", "pattern": "^(shellcheck/)?SC[0-9]{4}$" } } }, "additionalProperties": false }, "run": { "$ref": "#/definitions/run" }, "workflows-settings": { "type": "object", "additionalProperties": { "$ref": "#/definitions/run" } } }, "additionalProperties": false, "definitions": { "level": { "enum": ["off", "note", "warning", "error"] }, "rules": { "type": "object", "properties": { "allow-unknown-rule": { "$ref": "#/definitions/level" }, "allow-without-reason": { "$ref": "#/definitions/level" }, "api-key-in-file": { "$ref": "#/definitions/level" }, "checkout-not-awaited": { "$ref": "#/definitions/level" }, "download-piped-to-shell": { "$ref": "#/definitions/level" }, "empty-list": { "$ref": "#/definitions/level" }, "empty-value": { "$ref": "#/definitions/level" }, "foreign-key": { "$ref": "#/definitions/level" }, "foreign-start-script": { "$ref": "#/definitions/level" }, "input-in-eval": { "$ref": "#/definitions/level" }, "input-in-program-text": { "$ref": "#/definitions/level" }, "invalid-duration": { "$ref": "#/definitions/level" }, "invalid-name": { "$ref": "#/definitions/level" }, "invalid-shell": { "$ref": "#/definitions/level" }, "invalid-value": { "$ref": "#/definitions/level" }, "json-in-program-text": { "$ref": "#/definitions/level" }, "malformed-expression": { "$ref": "#/definitions/level" }, "misplaced-attribute": { "$ref": "#/definitions/level" }, "missing-checkout": { "$ref": "#/definitions/level" }, "missing-key": { "$ref": "#/definitions/level" }, "missing-resource-input": { "$ref": "#/definitions/level" }, "missing-runner": { "$ref": "#/definitions/level" }, "missing-session-host": { "$ref": "#/definitions/level" }, "missing-session-port": { "$ref": "#/definitions/level" }, "missing-wait": { "$ref": "#/definitions/level" }, "missing-with": { "$ref": "#/definitions/level" }, "needs-cycle": { "$ref": "#/definitions/level" }, "needs-not-listed": { "$ref": "#/definitions/level" }, "neither-run-nor-uses": { "$ref": "#/definitions/level" }, "number-out-of-range": { "$ref": "#/definitions/level" }, "pasted-input": { "$ref": "#/definitions/level" }, "quoted-value": { "$ref": "#/definitions/level" }, "run-and-uses": { "$ref": "#/definitions/level" }, "secret-echoed": { "$ref": "#/definitions/level" }, "secret-in-arguments": { "$ref": "#/definitions/level" }, "secret-in-outputs": { "$ref": "#/definitions/level" }, "secret-in-session-address": { "$ref": "#/definitions/level" }, "session-updated-after-service": { "$ref": "#/definitions/level" }, "shell-without-run": { "$ref": "#/definitions/level" }, "ssh-and-runs-on": { "$ref": "#/definitions/level" }, "step-on-workspace": { "$ref": "#/definitions/level" }, "swapped-session-address": { "$ref": "#/definitions/level" }, "undeclared-input": { "$ref": "#/definitions/level" }, "unknown-action-input": { "$ref": "#/definitions/level" }, "unknown-context": { "$ref": "#/definitions/level" }, "unknown-input-type": { "$ref": "#/definitions/level" }, "unknown-key": { "$ref": "#/definitions/level" }, "unknown-needs": { "$ref": "#/definitions/level" }, "unknown-session": { "$ref": "#/definitions/level" }, "unquoted-input": { "$ref": "#/definitions/level" }, "unused-allow": { "$ref": "#/definitions/level" }, "with-without-uses": { "$ref": "#/definitions/level" }, "wrong-session-target": { "$ref": "#/definitions/level" }, "wrong-type": { "$ref": "#/definitions/level" }, "yaml-syntax": { "$ref": "#/definitions/level" } }, "patternProperties": { "^(shellcheck/)?SC[0-9]{4}$": { "$ref": "#/definitions/level" } }, "additionalProperties": false }, "run": { "type": "object", "properties": { "modes": { "type": "array", "items": { "enum": ["controller", "slurm", "pbs"] } }, "timeout": { "type": ["string", "number"], "pattern": "^\\d+(\\.\\d+)?(ms|s|m|h)?$", "minimum": 0 }, "stable-for": { "type": ["string", "number"], "pattern": "^\\d+(\\.\\d+)?(ms|s|m|h)?$", "minimum": 0 }, "ready": { "type": "object", "properties": { "http": { "type": "object", "properties": { "path": { "type": "string" }, "status": { "type": ["integer", "string"], "pattern": "^[1-5]\\d\\d(-[1-5]\\d\\d)?$" }, "headers": { "type": "object", "additionalProperties": { "type": "string" } }, "body": { "type": "string" }, "tls": { "type": "boolean" } }, "additionalProperties": false }, "tcp": { "type": "boolean" }, "command": { "type": "string" }, "log": { "type": "string" }, "file": { "type": "string" } }, "additionalProperties": false }, "env": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } }, "before": { "type": ["string", "array"], "items": { "type": "string" } }, "stubs": { "type": "object", "additionalProperties": { "type": "string" } } }, "additionalProperties": false } } };
const schema7 = { "type": "object", "properties": { "allow-unknown-rule": { "$ref": "#/definitions/level" }, "allow-without-reason": { "$ref": "#/definitions/level" }, "api-key-in-file": { "$ref": "#/definitions/level" }, "checkout-not-awaited": { "$ref": "#/definitions/level" }, "download-piped-to-shell": { "$ref": "#/definitions/level" }, "empty-list": { "$ref": "#/definitions/level" }, "empty-value": { "$ref": "#/definitions/level" }, "foreign-key": { "$ref": "#/definitions/level" }, "foreign-start-script": { "$ref": "#/definitions/level" }, "input-in-eval": { "$ref": "#/definitions/level" }, "input-in-program-text": { "$ref": "#/definitions/level" }, "invalid-duration": { "$ref": "#/definitions/level" }, "invalid-name": { "$ref": "#/definitions/level" }, "invalid-shell": { "$ref": "#/definitions/level" }, "invalid-value": { "$ref": "#/definitions/level" }, "json-in-program-text": { "$ref": "#/definitions/level" }, "malformed-expression": { "$ref": "#/definitions/level" }, "misplaced-attribute": { "$ref": "#/definitions/level" }, "missing-checkout": { "$ref": "#/definitions/level" }, "missing-key": { "$ref": "#/definitions/level" }, "missing-resource-input": { "$ref": "#/definitions/level" }, "missing-runner": { "$ref": "#/definitions/level" }, "missing-session-host": { "$ref": "#/definitions/level" }, "missing-session-port": { "$ref": "#/definitions/level" }, "missing-wait": { "$ref": "#/definitions/level" }, "missing-with": { "$ref": "#/definitions/level" }, "needs-cycle": { "$ref": "#/definitions/level" }, "needs-not-listed": { "$ref": "#/definitions/level" }, "neither-run-nor-uses": { "$ref": "#/definitions/level" }, "number-out-of-range": { "$ref": "#/definitions/level" }, "pasted-input": { "$ref": "#/definitions/level" }, "quoted-value": { "$ref": "#/definitions/level" }, "run-and-uses": { "$ref": "#/definitions/level" }, "secret-echoed": { "$ref": "#/definitions/level" }, "secret-in-arguments": { "$ref": "#/definitions/level" }, "secret-in-outputs": { "$ref": "#/definitions/level" }, "secret-in-session-address": { "$ref": "#/definitions/level" }, "session-updated-after-service": { "$ref": "#/definitions/level" }, "shell-without-run": { "$ref": "#/definitions/level" }, "ssh-and-runs-on": { "$ref": "#/definitions/level" }, "step-on-workspace": { "$ref": "#/definitions/level" }, "swapped-session-address": { "$ref": "#/definitions/level" }, "undeclared-input": { "$ref": "#/definitions/level" }, "unknown-action-input": { "$ref": "#/definitions/level" }, "unknown-context": { "$ref": "#/definitions/level" }, "unknown-input-type": { "$ref": "#/definitions/level" }, "unknown-key": { "$ref": "#/definitions/level" }, "unknown-needs": { "$ref": "#/definitions/level" }, "unknown-session": { "$ref": "#/definitions/level" }, "unquoted-input": { "$ref": "#/definitions/level" }, "unused-allow": { "$ref": "#/definitions/level" }, "with-without-uses": { "$ref": "#/definitions/level" }, "wrong-session-target": { "$ref": "#/definitions/level" }, "wrong-type": { "$ref": "#/definitions/level" }, "yaml-syntax": { "$ref": "#/definitions/level" } }, "patternProperties": { "^(shellcheck/)?SC[0-9]{4}$": { "$ref": "#/definitions/level" } }, "additionalProperties": false };
const func2 = Object.prototype.hasOwnProperty;
const pattern0 = new RegExp("^(shellcheck/)?SC[0-9]{4}$", "u");
const schema8 = { "enum": ["off", "note", "warning", "error"] };
function validate23(data, { instancePath = "" } = {}) { let vErrors = null; let errors = 0; if (!((((data === "off") || (data === "note")) || (data === "warning")) || (data === "error"))) {
    validate23.errors = [{ instancePath, keyword: "enum" }];
    return false;
} validate23.errors = vErrors; return errors === 0; }
function validate22(data, { instancePath = "" } = {}) { let vErrors = null; let errors = 0; if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
        const _errs1 = errors;
        for (const key0 in data) {
            if (!((func2.call(schema7.properties, key0)) || (pattern0.test(key0)))) {
                validate22.errors = [{ instancePath, keyword: "additionalProperties" }];
                return false;
                break;
            }
        }
        if (_errs1 === errors) {
            if (data["allow-unknown-rule"] !== undefined) {
                const _errs2 = errors;
                if (!(validate23(data["allow-unknown-rule"], { instancePath: instancePath + "/allow-unknown-rule" }))) {
                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                    errors = vErrors.length;
                }
                var valid0 = _errs2 === errors;
            }
            else {
                var valid0 = true;
            }
            if (valid0) {
                if (data["allow-without-reason"] !== undefined) {
                    const _errs3 = errors;
                    if (!(validate23(data["allow-without-reason"], { instancePath: instancePath + "/allow-without-reason" }))) {
                        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                        errors = vErrors.length;
                    }
                    var valid0 = _errs3 === errors;
                }
                else {
                    var valid0 = true;
                }
                if (valid0) {
                    if (data["api-key-in-file"] !== undefined) {
                        const _errs4 = errors;
                        if (!(validate23(data["api-key-in-file"], { instancePath: instancePath + "/api-key-in-file" }))) {
                            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                            errors = vErrors.length;
                        }
                        var valid0 = _errs4 === errors;
                    }
                    else {
                        var valid0 = true;
                    }
                    if (valid0) {
                        if (data["checkout-not-awaited"] !== undefined) {
                            const _errs5 = errors;
                            if (!(validate23(data["checkout-not-awaited"], { instancePath: instancePath + "/checkout-not-awaited" }))) {
                                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                errors = vErrors.length;
                            }
                            var valid0 = _errs5 === errors;
                        }
                        else {
                            var valid0 = true;
                        }
                        if (valid0) {
                            if (data["download-piped-to-shell"] !== undefined) {
                                const _errs6 = errors;
                                if (!(validate23(data["download-piped-to-shell"], { instancePath: instancePath + "/download-piped-to-shell" }))) {
                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                    errors = vErrors.length;
                                }
                                var valid0 = _errs6 === errors;
                            }
                            else {
                                var valid0 = true;
                            }
                            if (valid0) {
                                if (data["empty-list"] !== undefined) {
                                    const _errs7 = errors;
                                    if (!(validate23(data["empty-list"], { instancePath: instancePath + "/empty-list" }))) {
                                        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                        errors = vErrors.length;
                                    }
                                    var valid0 = _errs7 === errors;
                                }
                                else {
                                    var valid0 = true;
                                }
                                if (valid0) {
                                    if (data["empty-value"] !== undefined) {
                                        const _errs8 = errors;
                                        if (!(validate23(data["empty-value"], { instancePath: instancePath + "/empty-value" }))) {
                                            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                            errors = vErrors.length;
                                        }
                                        var valid0 = _errs8 === errors;
                                    }
                                    else {
                                        var valid0 = true;
                                    }
                                    if (valid0) {
                                        if (data["foreign-key"] !== undefined) {
                                            const _errs9 = errors;
                                            if (!(validate23(data["foreign-key"], { instancePath: instancePath + "/foreign-key" }))) {
                                                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                errors = vErrors.length;
                                            }
                                            var valid0 = _errs9 === errors;
                                        }
                                        else {
                                            var valid0 = true;
                                        }
                                        if (valid0) {
                                            if (data["foreign-start-script"] !== undefined) {
                                                const _errs10 = errors;
                                                if (!(validate23(data["foreign-start-script"], { instancePath: instancePath + "/foreign-start-script" }))) {
                                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                    errors = vErrors.length;
                                                }
                                                var valid0 = _errs10 === errors;
                                            }
                                            else {
                                                var valid0 = true;
                                            }
                                            if (valid0) {
                                                if (data["input-in-eval"] !== undefined) {
                                                    const _errs11 = errors;
                                                    if (!(validate23(data["input-in-eval"], { instancePath: instancePath + "/input-in-eval" }))) {
                                                        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                        errors = vErrors.length;
                                                    }
                                                    var valid0 = _errs11 === errors;
                                                }
                                                else {
                                                    var valid0 = true;
                                                }
                                                if (valid0) {
                                                    if (data["input-in-program-text"] !== undefined) {
                                                        const _errs12 = errors;
                                                        if (!(validate23(data["input-in-program-text"], { instancePath: instancePath + "/input-in-program-text" }))) {
                                                            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                            errors = vErrors.length;
                                                        }
                                                        var valid0 = _errs12 === errors;
                                                    }
                                                    else {
                                                        var valid0 = true;
                                                    }
                                                    if (valid0) {
                                                        if (data["invalid-duration"] !== undefined) {
                                                            const _errs13 = errors;
                                                            if (!(validate23(data["invalid-duration"], { instancePath: instancePath + "/invalid-duration" }))) {
                                                                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                errors = vErrors.length;
                                                            }
                                                            var valid0 = _errs13 === errors;
                                                        }
                                                        else {
                                                            var valid0 = true;
                                                        }
                                                        if (valid0) {
                                                            if (data["invalid-name"] !== undefined) {
                                                                const _errs14 = errors;
                                                                if (!(validate23(data["invalid-name"], { instancePath: instancePath + "/invalid-name" }))) {
                                                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                    errors = vErrors.length;
                                                                }
                                                                var valid0 = _errs14 === errors;
                                                            }
                                                            else {
                                                                var valid0 = true;
                                                            }
                                                            if (valid0) {
                                                                if (data["invalid-shell"] !== undefined) {
                                                                    const _errs15 = errors;
                                                                    if (!(validate23(data["invalid-shell"], { instancePath: instancePath + "/invalid-shell" }))) {
                                                                        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                        errors = vErrors.length;
                                                                    }
                                                                    var valid0 = _errs15 === errors;
                                                                }
                                                                else {
                                                                    var valid0 = true;
                                                                }
                                                                if (valid0) {
                                                                    if (data["invalid-value"] !== undefined) {
                                                                        const _errs16 = errors;
                                                                        if (!(validate23(data["invalid-value"], { instancePath: instancePath + "/invalid-value" }))) {
                                                                            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                            errors = vErrors.length;
                                                                        }
                                                                        var valid0 = _errs16 === errors;
                                                                    }
                                                                    else {
                                                                        var valid0 = true;
                                                                    }
                                                                    if (valid0) {
                                                                        if (data["json-in-program-text"] !== undefined) {
                                                                            const _errs17 = errors;
                                                                            if (!(validate23(data["json-in-program-text"], { instancePath: instancePath + "/json-in-program-text" }))) {
                                                                                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                errors = vErrors.length;
                                                                            }
                                                                            var valid0 = _errs17 === errors;
                                                                        }
                                                                        else {
                                                                            var valid0 = true;
                                                                        }
                                                                        if (valid0) {
                                                                            if (data["malformed-expression"] !== undefined) {
                                                                                const _errs18 = errors;
                                                                                if (!(validate23(data["malformed-expression"], { instancePath: instancePath + "/malformed-expression" }))) {
                                                                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                    errors = vErrors.length;
                                                                                }
                                                                                var valid0 = _errs18 === errors;
                                                                            }
                                                                            else {
                                                                                var valid0 = true;
                                                                            }
                                                                            if (valid0) {
                                                                                if (data["misplaced-attribute"] !== undefined) {
                                                                                    const _errs19 = errors;
                                                                                    if (!(validate23(data["misplaced-attribute"], { instancePath: instancePath + "/misplaced-attribute" }))) {
                                                                                        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                        errors = vErrors.length;
                                                                                    }
                                                                                    var valid0 = _errs19 === errors;
                                                                                }
                                                                                else {
                                                                                    var valid0 = true;
                                                                                }
                                                                                if (valid0) {
                                                                                    if (data["missing-checkout"] !== undefined) {
                                                                                        const _errs20 = errors;
                                                                                        if (!(validate23(data["missing-checkout"], { instancePath: instancePath + "/missing-checkout" }))) {
                                                                                            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                            errors = vErrors.length;
                                                                                        }
                                                                                        var valid0 = _errs20 === errors;
                                                                                    }
                                                                                    else {
                                                                                        var valid0 = true;
                                                                                    }
                                                                                    if (valid0) {
                                                                                        if (data["missing-key"] !== undefined) {
                                                                                            const _errs21 = errors;
                                                                                            if (!(validate23(data["missing-key"], { instancePath: instancePath + "/missing-key" }))) {
                                                                                                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                errors = vErrors.length;
                                                                                            }
                                                                                            var valid0 = _errs21 === errors;
                                                                                        }
                                                                                        else {
                                                                                            var valid0 = true;
                                                                                        }
                                                                                        if (valid0) {
                                                                                            if (data["missing-resource-input"] !== undefined) {
                                                                                                const _errs22 = errors;
                                                                                                if (!(validate23(data["missing-resource-input"], { instancePath: instancePath + "/missing-resource-input" }))) {
                                                                                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                    errors = vErrors.length;
                                                                                                }
                                                                                                var valid0 = _errs22 === errors;
                                                                                            }
                                                                                            else {
                                                                                                var valid0 = true;
                                                                                            }
                                                                                            if (valid0) {
                                                                                                if (data["missing-runner"] !== undefined) {
                                                                                                    const _errs23 = errors;
                                                                                                    if (!(validate23(data["missing-runner"], { instancePath: instancePath + "/missing-runner" }))) {
                                                                                                        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                        errors = vErrors.length;
                                                                                                    }
                                                                                                    var valid0 = _errs23 === errors;
                                                                                                }
                                                                                                else {
                                                                                                    var valid0 = true;
                                                                                                }
                                                                                                if (valid0) {
                                                                                                    if (data["missing-session-host"] !== undefined) {
                                                                                                        const _errs24 = errors;
                                                                                                        if (!(validate23(data["missing-session-host"], { instancePath: instancePath + "/missing-session-host" }))) {
                                                                                                            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                            errors = vErrors.length;
                                                                                                        }
                                                                                                        var valid0 = _errs24 === errors;
                                                                                                    }
                                                                                                    else {
                                                                                                        var valid0 = true;
                                                                                                    }
                                                                                                    if (valid0) {
                                                                                                        if (data["missing-session-port"] !== undefined) {
                                                                                                            const _errs25 = errors;
                                                                                                            if (!(validate23(data["missing-session-port"], { instancePath: instancePath + "/missing-session-port" }))) {
                                                                                                                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                errors = vErrors.length;
                                                                                                            }
                                                                                                            var valid0 = _errs25 === errors;
                                                                                                        }
                                                                                                        else {
                                                                                                            var valid0 = true;
                                                                                                        }
                                                                                                        if (valid0) {
                                                                                                            if (data["missing-wait"] !== undefined) {
                                                                                                                const _errs26 = errors;
                                                                                                                if (!(validate23(data["missing-wait"], { instancePath: instancePath + "/missing-wait" }))) {
                                                                                                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                    errors = vErrors.length;
                                                                                                                }
                                                                                                                var valid0 = _errs26 === errors;
                                                                                                            }
                                                                                                            else {
                                                                                                                var valid0 = true;
                                                                                                            }
                                                                                                            if (valid0) {
                                                                                                                if (data["missing-with"] !== undefined) {
                                                                                                                    const _errs27 = errors;
                                                                                                                    if (!(validate23(data["missing-with"], { instancePath: instancePath + "/missing-with" }))) {
                                                                                                                        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                        errors = vErrors.length;
                                                                                                                    }
                                                                                                                    var valid0 = _errs27 === errors;
                                                                                                                }
                                                                                                                else {
                                                                                                                    var valid0 = true;
                                                                                                                }
                                                                                                                if (valid0) {
                                                                                                                    if (data["needs-cycle"] !== undefined) {
                                                                                                                        const _errs28 = errors;
                                                                                                                        if (!(validate23(data["needs-cycle"], { instancePath: instancePath + "/needs-cycle" }))) {
                                                                                                                            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                            errors = vErrors.length;
                                                                                                                        }
                                                                                                                        var valid0 = _errs28 === errors;
                                                                                                                    }
                                                                                                                    else {
                                                                                                                        var valid0 = true;
                                                                                                                    }
                                                                                                                    if (valid0) {
                                                                                                                        if (data["needs-not-listed"] !== undefined) {
                                                                                                                            const _errs29 = errors;
                                                                                                                            if (!(validate23(data["needs-not-listed"], { instancePath: instancePath + "/needs-not-listed" }))) {
                                                                                                                                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                errors = vErrors.length;
                                                                                                                            }
                                                                                                                            var valid0 = _errs29 === errors;
                                                                                                                        }
                                                                                                                        else {
                                                                                                                            var valid0 = true;
                                                                                                                        }
                                                                                                                        if (valid0) {
                                                                                                                            if (data["neither-run-nor-uses"] !== undefined) {
                                                                                                                                const _errs30 = errors;
                                                                                                                                if (!(validate23(data["neither-run-nor-uses"], { instancePath: instancePath + "/neither-run-nor-uses" }))) {
                                                                                                                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                    errors = vErrors.length;
                                                                                                                                }
                                                                                                                                var valid0 = _errs30 === errors;
                                                                                                                            }
                                                                                                                            else {
                                                                                                                                var valid0 = true;
                                                                                                                            }
                                                                                                                            if (valid0) {
                                                                                                                                if (data["number-out-of-range"] !== undefined) {
                                                                                                                                    const _errs31 = errors;
                                                                                                                                    if (!(validate23(data["number-out-of-range"], { instancePath: instancePath + "/number-out-of-range" }))) {
                                                                                                                                        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                        errors = vErrors.length;
                                                                                                                                    }
                                                                                                                                    var valid0 = _errs31 === errors;
                                                                                                                                }
                                                                                                                                else {
                                                                                                                                    var valid0 = true;
                                                                                                                                }
                                                                                                                                if (valid0) {
                                                                                                                                    if (data["pasted-input"] !== undefined) {
                                                                                                                                        const _errs32 = errors;
                                                                                                                                        if (!(validate23(data["pasted-input"], { instancePath: instancePath + "/pasted-input" }))) {
                                                                                                                                            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                            errors = vErrors.length;
                                                                                                                                        }
                                                                                                                                        var valid0 = _errs32 === errors;
                                                                                                                                    }
                                                                                                                                    else {
                                                                                                                                        var valid0 = true;
                                                                                                                                    }
                                                                                                                                    if (valid0) {
                                                                                                                                        if (data["quoted-value"] !== undefined) {
                                                                                                                                            const _errs33 = errors;
                                                                                                                                            if (!(validate23(data["quoted-value"], { instancePath: instancePath + "/quoted-value" }))) {
                                                                                                                                                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                errors = vErrors.length;
                                                                                                                                            }
                                                                                                                                            var valid0 = _errs33 === errors;
                                                                                                                                        }
                                                                                                                                        else {
                                                                                                                                            var valid0 = true;
                                                                                                                                        }
                                                                                                                                        if (valid0) {
                                                                                                                                            if (data["run-and-uses"] !== undefined) {
                                                                                                                                                const _errs34 = errors;
                                                                                                                                                if (!(validate23(data["run-and-uses"], { instancePath: instancePath + "/run-and-uses" }))) {
                                                                                                                                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                    errors = vErrors.length;
                                                                                                                                                }
                                                                                                                                                var valid0 = _errs34 === errors;
                                                                                                                                            }
                                                                                                                                            else {
                                                                                                                                                var valid0 = true;
                                                                                                                                            }
                                                                                                                                            if (valid0) {
                                                                                                                                                if (data["secret-echoed"] !== undefined) {
                                                                                                                                                    const _errs35 = errors;
                                                                                                                                                    if (!(validate23(data["secret-echoed"], { instancePath: instancePath + "/secret-echoed" }))) {
                                                                                                                                                        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                        errors = vErrors.length;
                                                                                                                                                    }
                                                                                                                                                    var valid0 = _errs35 === errors;
                                                                                                                                                }
                                                                                                                                                else {
                                                                                                                                                    var valid0 = true;
                                                                                                                                                }
                                                                                                                                                if (valid0) {
                                                                                                                                                    if (data["secret-in-arguments"] !== undefined) {
                                                                                                                                                        const _errs36 = errors;
                                                                                                                                                        if (!(validate23(data["secret-in-arguments"], { instancePath: instancePath + "/secret-in-arguments" }))) {
                                                                                                                                                            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                            errors = vErrors.length;
                                                                                                                                                        }
                                                                                                                                                        var valid0 = _errs36 === errors;
                                                                                                                                                    }
                                                                                                                                                    else {
                                                                                                                                                        var valid0 = true;
                                                                                                                                                    }
                                                                                                                                                    if (valid0) {
                                                                                                                                                        if (data["secret-in-outputs"] !== undefined) {
                                                                                                                                                            const _errs37 = errors;
                                                                                                                                                            if (!(validate23(data["secret-in-outputs"], { instancePath: instancePath + "/secret-in-outputs" }))) {
                                                                                                                                                                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                errors = vErrors.length;
                                                                                                                                                            }
                                                                                                                                                            var valid0 = _errs37 === errors;
                                                                                                                                                        }
                                                                                                                                                        else {
                                                                                                                                                            var valid0 = true;
                                                                                                                                                        }
                                                                                                                                                        if (valid0) {
                                                                                                                                                            if (data["secret-in-session-address"] !== undefined) {
                                                                                                                                                                const _errs38 = errors;
                                                                                                                                                                if (!(validate23(data["secret-in-session-address"], { instancePath: instancePath + "/secret-in-session-address" }))) {
                                                                                                                                                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                    errors = vErrors.length;
                                                                                                                                                                }
                                                                                                                                                                var valid0 = _errs38 === errors;
                                                                                                                                                            }
                                                                                                                                                            else {
                                                                                                                                                                var valid0 = true;
                                                                                                                                                            }
                                                                                                                                                            if (valid0) {
                                                                                                                                                                if (data["session-updated-after-service"] !== undefined) {
                                                                                                                                                                    const _errs39 = errors;
                                                                                                                                                                    if (!(validate23(data["session-updated-after-service"], { instancePath: instancePath + "/session-updated-after-service" }))) {
                                                                                                                                                                        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                        errors = vErrors.length;
                                                                                                                                                                    }
                                                                                                                                                                    var valid0 = _errs39 === errors;
                                                                                                                                                                }
                                                                                                                                                                else {
                                                                                                                                                                    var valid0 = true;
                                                                                                                                                                }
                                                                                                                                                                if (valid0) {
                                                                                                                                                                    if (data["shell-without-run"] !== undefined) {
                                                                                                                                                                        const _errs40 = errors;
                                                                                                                                                                        if (!(validate23(data["shell-without-run"], { instancePath: instancePath + "/shell-without-run" }))) {
                                                                                                                                                                            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                            errors = vErrors.length;
                                                                                                                                                                        }
                                                                                                                                                                        var valid0 = _errs40 === errors;
                                                                                                                                                                    }
                                                                                                                                                                    else {
                                                                                                                                                                        var valid0 = true;
                                                                                                                                                                    }
                                                                                                                                                                    if (valid0) {
                                                                                                                                                                        if (data["ssh-and-runs-on"] !== undefined) {
                                                                                                                                                                            const _errs41 = errors;
                                                                                                                                                                            if (!(validate23(data["ssh-and-runs-on"], { instancePath: instancePath + "/ssh-and-runs-on" }))) {
                                                                                                                                                                                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                errors = vErrors.length;
                                                                                                                                                                            }
                                                                                                                                                                            var valid0 = _errs41 === errors;
                                                                                                                                                                        }
                                                                                                                                                                        else {
                                                                                                                                                                            var valid0 = true;
                                                                                                                                                                        }
                                                                                                                                                                        if (valid0) {
                                                                                                                                                                            if (data["step-on-workspace"] !== undefined) {
                                                                                                                                                                                const _errs42 = errors;
                                                                                                                                                                                if (!(validate23(data["step-on-workspace"], { instancePath: instancePath + "/step-on-workspace" }))) {
                                                                                                                                                                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                    errors = vErrors.length;
                                                                                                                                                                                }
                                                                                                                                                                                var valid0 = _errs42 === errors;
                                                                                                                                                                            }
                                                                                                                                                                            else {
                                                                                                                                                                                var valid0 = true;
                                                                                                                                                                            }
                                                                                                                                                                            if (valid0) {
                                                                                                                                                                                if (data["swapped-session-address"] !== undefined) {
                                                                                                                                                                                    const _errs43 = errors;
                                                                                                                                                                                    if (!(validate23(data["swapped-session-address"], { instancePath: instancePath + "/swapped-session-address" }))) {
                                                                                                                                                                                        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                        errors = vErrors.length;
                                                                                                                                                                                    }
                                                                                                                                                                                    var valid0 = _errs43 === errors;
                                                                                                                                                                                }
                                                                                                                                                                                else {
                                                                                                                                                                                    var valid0 = true;
                                                                                                                                                                                }
                                                                                                                                                                                if (valid0) {
                                                                                                                                                                                    if (data["undeclared-input"] !== undefined) {
                                                                                                                                                                                        const _errs44 = errors;
                                                                                                                                                                                        if (!(validate23(data["undeclared-input"], { instancePath: instancePath + "/undeclared-input" }))) {
                                                                                                                                                                                            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                            errors = vErrors.length;
                                                                                                                                                                                        }
                                                                                                                                                                                        var valid0 = _errs44 === errors;
                                                                                                                                                                                    }
                                                                                                                                                                                    else {
                                                                                                                                                                                        var valid0 = true;
                                                                                                                                                                                    }
                                                                                                                                                                                    if (valid0) {
                                                                                                                                                                                        if (data["unknown-action-input"] !== undefined) {
                                                                                                                                                                                            const _errs45 = errors;
                                                                                                                                                                                            if (!(validate23(data["unknown-action-input"], { instancePath: instancePath + "/unknown-action-input" }))) {
                                                                                                                                                                                                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                                errors = vErrors.length;
                                                                                                                                                                                            }
                                                                                                                                                                                            var valid0 = _errs45 === errors;
                                                                                                                                                                                        }
                                                                                                                                                                                        else {
                                                                                                                                                                                            var valid0 = true;
                                                                                                                                                                                        }
                                                                                                                                                                                        if (valid0) {
                                                                                                                                                                                            if (data["unknown-context"] !== undefined) {
                                                                                                                                                                                                const _errs46 = errors;
                                                                                                                                                                                                if (!(validate23(data["unknown-context"], { instancePath: instancePath + "/unknown-context" }))) {
                                                                                                                                                                                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                                    errors = vErrors.length;
                                                                                                                                                                                                }
                                                                                                                                                                                                var valid0 = _errs46 === errors;
                                                                                                                                                                                            }
                                                                                                                                                                                            else {
                                                                                                                                                                                                var valid0 = true;
                                                                                                                                                                                            }
                                                                                                                                                                                            if (valid0) {
                                                                                                                                                                                                if (data["unknown-input-type"] !== undefined) {
                                                                                                                                                                                                    const _errs47 = errors;
                                                                                                                                                                                                    if (!(validate23(data["unknown-input-type"], { instancePath: instancePath + "/unknown-input-type" }))) {
                                                                                                                                                                                                        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                                        errors = vErrors.length;
                                                                                                                                                                                                    }
                                                                                                                                                                                                    var valid0 = _errs47 === errors;
                                                                                                                                                                                                }
                                                                                                                                                                                                else {
                                                                                                                                                                                                    var valid0 = true;
                                                                                                                                                                                                }
                                                                                                                                                                                                if (valid0) {
                                                                                                                                                                                                    if (data["unknown-key"] !== undefined) {
                                                                                                                                                                                                        const _errs48 = errors;
                                                                                                                                                                                                        if (!(validate23(data["unknown-key"], { instancePath: instancePath + "/unknown-key" }))) {
                                                                                                                                                                                                            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                                            errors = vErrors.length;
                                                                                                                                                                                                        }
                                                                                                                                                                                                        var valid0 = _errs48 === errors;
                                                                                                                                                                                                    }
                                                                                                                                                                                                    else {
                                                                                                                                                                                                        var valid0 = true;
                                                                                                                                                                                                    }
                                                                                                                                                                                                    if (valid0) {
                                                                                                                                                                                                        if (data["unknown-needs"] !== undefined) {
                                                                                                                                                                                                            const _errs49 = errors;
                                                                                                                                                                                                            if (!(validate23(data["unknown-needs"], { instancePath: instancePath + "/unknown-needs" }))) {
                                                                                                                                                                                                                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                                                errors = vErrors.length;
                                                                                                                                                                                                            }
                                                                                                                                                                                                            var valid0 = _errs49 === errors;
                                                                                                                                                                                                        }
                                                                                                                                                                                                        else {
                                                                                                                                                                                                            var valid0 = true;
                                                                                                                                                                                                        }
                                                                                                                                                                                                        if (valid0) {
                                                                                                                                                                                                            if (data["unknown-session"] !== undefined) {
                                                                                                                                                                                                                const _errs50 = errors;
                                                                                                                                                                                                                if (!(validate23(data["unknown-session"], { instancePath: instancePath + "/unknown-session" }))) {
                                                                                                                                                                                                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                                                    errors = vErrors.length;
                                                                                                                                                                                                                }
                                                                                                                                                                                                                var valid0 = _errs50 === errors;
                                                                                                                                                                                                            }
                                                                                                                                                                                                            else {
                                                                                                                                                                                                                var valid0 = true;
                                                                                                                                                                                                            }
                                                                                                                                                                                                            if (valid0) {
                                                                                                                                                                                                                if (data["unquoted-input"] !== undefined) {
                                                                                                                                                                                                                    const _errs51 = errors;
                                                                                                                                                                                                                    if (!(validate23(data["unquoted-input"], { instancePath: instancePath + "/unquoted-input" }))) {
                                                                                                                                                                                                                        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                                                        errors = vErrors.length;
                                                                                                                                                                                                                    }
                                                                                                                                                                                                                    var valid0 = _errs51 === errors;
                                                                                                                                                                                                                }
                                                                                                                                                                                                                else {
                                                                                                                                                                                                                    var valid0 = true;
                                                                                                                                                                                                                }
                                                                                                                                                                                                                if (valid0) {
                                                                                                                                                                                                                    if (data["unused-allow"] !== undefined) {
                                                                                                                                                                                                                        const _errs52 = errors;
                                                                                                                                                                                                                        if (!(validate23(data["unused-allow"], { instancePath: instancePath + "/unused-allow" }))) {
                                                                                                                                                                                                                            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                                                            errors = vErrors.length;
                                                                                                                                                                                                                        }
                                                                                                                                                                                                                        var valid0 = _errs52 === errors;
                                                                                                                                                                                                                    }
                                                                                                                                                                                                                    else {
                                                                                                                                                                                                                        var valid0 = true;
                                                                                                                                                                                                                    }
                                                                                                                                                                                                                    if (valid0) {
                                                                                                                                                                                                                        if (data["with-without-uses"] !== undefined) {
                                                                                                                                                                                                                            const _errs53 = errors;
                                                                                                                                                                                                                            if (!(validate23(data["with-without-uses"], { instancePath: instancePath + "/with-without-uses" }))) {
                                                                                                                                                                                                                                vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                                                                errors = vErrors.length;
                                                                                                                                                                                                                            }
                                                                                                                                                                                                                            var valid0 = _errs53 === errors;
                                                                                                                                                                                                                        }
                                                                                                                                                                                                                        else {
                                                                                                                                                                                                                            var valid0 = true;
                                                                                                                                                                                                                        }
                                                                                                                                                                                                                        if (valid0) {
                                                                                                                                                                                                                            if (data["wrong-session-target"] !== undefined) {
                                                                                                                                                                                                                                const _errs54 = errors;
                                                                                                                                                                                                                                if (!(validate23(data["wrong-session-target"], { instancePath: instancePath + "/wrong-session-target" }))) {
                                                                                                                                                                                                                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                                                                    errors = vErrors.length;
                                                                                                                                                                                                                                }
                                                                                                                                                                                                                                var valid0 = _errs54 === errors;
                                                                                                                                                                                                                            }
                                                                                                                                                                                                                            else {
                                                                                                                                                                                                                                var valid0 = true;
                                                                                                                                                                                                                            }
                                                                                                                                                                                                                            if (valid0) {
                                                                                                                                                                                                                                if (data["wrong-type"] !== undefined) {
                                                                                                                                                                                                                                    const _errs55 = errors;
                                                                                                                                                                                                                                    if (!(validate23(data["wrong-type"], { instancePath: instancePath + "/wrong-type" }))) {
                                                                                                                                                                                                                                        vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                                                                        errors = vErrors.length;
                                                                                                                                                                                                                                    }
                                                                                                                                                                                                                                    var valid0 = _errs55 === errors;
                                                                                                                                                                                                                                }
                                                                                                                                                                                                                                else {
                                                                                                                                                                                                                                    var valid0 = true;
                                                                                                                                                                                                                                }
                                                                                                                                                                                                                                if (valid0) {
                                                                                                                                                                                                                                    if (data["yaml-syntax"] !== undefined) {
                                                                                                                                                                                                                                        const _errs56 = errors;
                                                                                                                                                                                                                                        if (!(validate23(data["yaml-syntax"], { instancePath: instancePath + "/yaml-syntax" }))) {
                                                                                                                                                                                                                                            vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                                                                            errors = vErrors.length;
                                                                                                                                                                                                                                        }
                                                                                                                                                                                                                                        var valid0 = _errs56 === errors;
                                                                                                                                                                                                                                    }
                                                                                                                                                                                                                                    else {
                                                                                                                                                                                                                                        var valid0 = true;
                                                                                                                                                                                                                                    }
                                                                                                                                                                                                                                    if (valid0) {
                                                                                                                                                                                                                                        var valid1 = true;
                                                                                                                                                                                                                                        for (const key1 in data) {
                                                                                                                                                                                                                                            if (pattern0.test(key1)) {
                                                                                                                                                                                                                                                const _errs57 = errors;
                                                                                                                                                                                                                                                if (!(validate23(data[key1], { instancePath: instancePath + "/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") }))) {
                                                                                                                                                                                                                                                    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
                                                                                                                                                                                                                                                    errors = vErrors.length;
                                                                                                                                                                                                                                                }
                                                                                                                                                                                                                                                var valid1 = _errs57 === errors;
                                                                                                                                                                                                                                                if (!valid1) {
                                                                                                                                                                                                                                                    break;
                                                                                                                                                                                                                                                }
                                                                                                                                                                                                                                            }
                                                                                                                                                                                                                                        }
                                                                                                                                                                                                                                    }
                                                                                                                                                                                                                                }
                                                                                                                                                                                                                            }
                                                                                                                                                                                                                        }
                                                                                                                                                                                                                    }
                                                                                                                                                                                                                }
                                                                                                                                                                                                            }
                                                                                                                                                                                                        }
                                                                                                                                                                                                    }
                                                                                                                                                                                                }
                                                                                                                                                                                            }
                                                                                                                                                                                        }
                                                                                                                                                                                    }
                                                                                                                                                                                }
                                                                                                                                                                            }
                                                                                                                                                                        }
                                                                                                                                                                    }
                                                                                                                                                                }
                                                                                                                                                            }
                                                                                                                                                        }
                                                                                                                                                    }
                                                                                                                                                }
                                                                                                                                            }
                                                                                                                                        }
                                                                                                                                    }
                                                                                                                                }
                                                                                                                            }
                                                                                                                        }
                                                                                                                    }
                                                                                                                }
                                                                                                            }
                                                                                                        }
                                                                                                    }
                                                                                                }
                                                                                            }
                                                                                        }
                                                                                    }
                                                                                }
                                                                            }
                                                                        }
                                                                    }
                                                                }
                                                            }
                                                        }
                                                    }
                                                }
                                            }
                                        }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    else {
        validate22.errors = [{ instancePath, keyword: "type" }];
        return false;
    }
} validate22.errors = vErrors; return errors === 0; }
const schema9 = { "type": "object", "properties": { "modes": { "type": "array", "items": { "enum": ["controller", "slurm", "pbs"] } }, "timeout": { "type": ["string", "number"], "pattern": "^\\d+(\\.\\d+)?(ms|s|m|h)?$", "minimum": 0 }, "stable-for": { "type": ["string", "number"], "pattern": "^\\d+(\\.\\d+)?(ms|s|m|h)?$", "minimum": 0 }, "ready": { "type": "object", "properties": { "http": { "type": "object", "properties": { "path": { "type": "string" }, "status": { "type": ["integer", "string"], "pattern": "^[1-5]\\d\\d(-[1-5]\\d\\d)?$" }, "headers": { "type": "object", "additionalProperties": { "type": "string" } }, "body": { "type": "string" }, "tls": { "type": "boolean" } }, "additionalProperties": false }, "tcp": { "type": "boolean" }, "command": { "type": "string" }, "log": { "type": "string" }, "file": { "type": "string" } }, "additionalProperties": false }, "env": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } }, "before": { "type": ["string", "array"], "items": { "type": "string" } }, "stubs": { "type": "object", "additionalProperties": { "type": "string" } } }, "additionalProperties": false };
const pattern3 = new RegExp("^\\d+(\\.\\d+)?(ms|s|m|h)?$", "u");
const pattern5 = new RegExp("^[1-5]\\d\\d(-[1-5]\\d\\d)?$", "u");
function validate82(data, { instancePath = "" } = {}) { let vErrors = null; let errors = 0; if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
        const _errs1 = errors;
        for (const key0 in data) {
            if (!(((((((key0 === "modes") || (key0 === "timeout")) || (key0 === "stable-for")) || (key0 === "ready")) || (key0 === "env")) || (key0 === "before")) || (key0 === "stubs"))) {
                validate82.errors = [{ instancePath, keyword: "additionalProperties" }];
                return false;
                break;
            }
        }
        if (_errs1 === errors) {
            if (data.modes !== undefined) {
                let data0 = data.modes;
                const _errs2 = errors;
                if (errors === _errs2) {
                    if (Array.isArray(data0)) {
                        var valid1 = true;
                        const len0 = data0.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                            let data1 = data0[i0];
                            const _errs4 = errors;
                            if (!(((data1 === "controller") || (data1 === "slurm")) || (data1 === "pbs"))) {
                                validate82.errors = [{ instancePath: instancePath + "/modes/" + i0, keyword: "enum" }];
                                return false;
                            }
                            var valid1 = _errs4 === errors;
                            if (!valid1) {
                                break;
                            }
                        }
                    }
                    else {
                        validate82.errors = [{ instancePath: instancePath + "/modes", keyword: "type" }];
                        return false;
                    }
                }
                var valid0 = _errs2 === errors;
            }
            else {
                var valid0 = true;
            }
            if (valid0) {
                if (data.timeout !== undefined) {
                    let data2 = data.timeout;
                    const _errs5 = errors;
                    if ((typeof data2 !== "string") && (!(typeof data2 == "number"))) {
                        validate82.errors = [{ instancePath: instancePath + "/timeout", keyword: "type" }];
                        return false;
                    }
                    if (errors === _errs5) {
                        if (typeof data2 == "number") {
                            if (data2 < 0 || isNaN(data2)) {
                                validate82.errors = [{ instancePath: instancePath + "/timeout", keyword: "minimum" }];
                                return false;
                            }
                        }
                        if (errors === _errs5) {
                            if (typeof data2 === "string") {
                                if (!pattern3.test(data2)) {
                                    validate82.errors = [{ instancePath: instancePath + "/timeout", keyword: "pattern" }];
                                    return false;
                                }
                            }
                        }
                    }
                    var valid0 = _errs5 === errors;
                }
                else {
                    var valid0 = true;
                }
                if (valid0) {
                    if (data["stable-for"] !== undefined) {
                        let data3 = data["stable-for"];
                        const _errs7 = errors;
                        if ((typeof data3 !== "string") && (!(typeof data3 == "number"))) {
                            validate82.errors = [{ instancePath: instancePath + "/stable-for", keyword: "type" }];
                            return false;
                        }
                        if (errors === _errs7) {
                            if (typeof data3 == "number") {
                                if (data3 < 0 || isNaN(data3)) {
                                    validate82.errors = [{ instancePath: instancePath + "/stable-for", keyword: "minimum" }];
                                    return false;
                                }
                            }
                            if (errors === _errs7) {
                                if (typeof data3 === "string") {
                                    if (!pattern3.test(data3)) {
                                        validate82.errors = [{ instancePath: instancePath + "/stable-for", keyword: "pattern" }];
                                        return false;
                                    }
                                }
                            }
                        }
                        var valid0 = _errs7 === errors;
                    }
                    else {
                        var valid0 = true;
                    }
                    if (valid0) {
                        if (data.ready !== undefined) {
                            let data4 = data.ready;
                            const _errs9 = errors;
                            if (errors === _errs9) {
                                if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                                    const _errs11 = errors;
                                    for (const key1 in data4) {
                                        if (!(((((key1 === "http") || (key1 === "tcp")) || (key1 === "command")) || (key1 === "log")) || (key1 === "file"))) {
                                            validate82.errors = [{ instancePath: instancePath + "/ready", keyword: "additionalProperties" }];
                                            return false;
                                            break;
                                        }
                                    }
                                    if (_errs11 === errors) {
                                        if (data4.http !== undefined) {
                                            let data5 = data4.http;
                                            const _errs12 = errors;
                                            if (errors === _errs12) {
                                                if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                                                    const _errs14 = errors;
                                                    for (const key2 in data5) {
                                                        if (!(((((key2 === "path") || (key2 === "status")) || (key2 === "headers")) || (key2 === "body")) || (key2 === "tls"))) {
                                                            validate82.errors = [{ instancePath: instancePath + "/ready/http", keyword: "additionalProperties" }];
                                                            return false;
                                                            break;
                                                        }
                                                    }
                                                    if (_errs14 === errors) {
                                                        if (data5.path !== undefined) {
                                                            const _errs15 = errors;
                                                            if (typeof data5.path !== "string") {
                                                                validate82.errors = [{ instancePath: instancePath + "/ready/http/path", keyword: "type" }];
                                                                return false;
                                                            }
                                                            var valid3 = _errs15 === errors;
                                                        }
                                                        else {
                                                            var valid3 = true;
                                                        }
                                                        if (valid3) {
                                                            if (data5.status !== undefined) {
                                                                let data7 = data5.status;
                                                                const _errs17 = errors;
                                                                if ((!((typeof data7 == "number") && (!(data7 % 1) && !isNaN(data7)))) && (typeof data7 !== "string")) {
                                                                    validate82.errors = [{ instancePath: instancePath + "/ready/http/status", keyword: "type" }];
                                                                    return false;
                                                                }
                                                                if (errors === _errs17) {
                                                                    if (typeof data7 === "string") {
                                                                        if (!pattern5.test(data7)) {
                                                                            validate82.errors = [{ instancePath: instancePath + "/ready/http/status", keyword: "pattern" }];
                                                                            return false;
                                                                        }
                                                                    }
                                                                }
                                                                var valid3 = _errs17 === errors;
                                                            }
                                                            else {
                                                                var valid3 = true;
                                                            }
                                                            if (valid3) {
                                                                if (data5.headers !== undefined) {
                                                                    let data8 = data5.headers;
                                                                    const _errs19 = errors;
                                                                    if (errors === _errs19) {
                                                                        if (data8 && typeof data8 == "object" && !Array.isArray(data8)) {
                                                                            for (const key3 in data8) {
                                                                                const _errs22 = errors;
                                                                                if (typeof data8[key3] !== "string") {
                                                                                    validate82.errors = [{ instancePath: instancePath + "/ready/http/headers/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type" }];
                                                                                    return false;
                                                                                }
                                                                                var valid4 = _errs22 === errors;
                                                                                if (!valid4) {
                                                                                    break;
                                                                                }
                                                                            }
                                                                        }
                                                                        else {
                                                                            validate82.errors = [{ instancePath: instancePath + "/ready/http/headers", keyword: "type" }];
                                                                            return false;
                                                                        }
                                                                    }
                                                                    var valid3 = _errs19 === errors;
                                                                }
                                                                else {
                                                                    var valid3 = true;
                                                                }
                                                                if (valid3) {
                                                                    if (data5.body !== undefined) {
                                                                        const _errs24 = errors;
                                                                        if (typeof data5.body !== "string") {
                                                                            validate82.errors = [{ instancePath: instancePath + "/ready/http/body", keyword: "type" }];
                                                                            return false;
                                                                        }
                                                                        var valid3 = _errs24 === errors;
                                                                    }
                                                                    else {
                                                                        var valid3 = true;
                                                                    }
                                                                    if (valid3) {
                                                                        if (data5.tls !== undefined) {
                                                                            const _errs26 = errors;
                                                                            if (typeof data5.tls !== "boolean") {
                                                                                validate82.errors = [{ instancePath: instancePath + "/ready/http/tls", keyword: "type" }];
                                                                                return false;
                                                                            }
                                                                            var valid3 = _errs26 === errors;
                                                                        }
                                                                        else {
                                                                            var valid3 = true;
                                                                        }
                                                                    }
                                                                }
                                                            }
                                                        }
                                                    }
                                                }
                                                else {
                                                    validate82.errors = [{ instancePath: instancePath + "/ready/http", keyword: "type" }];
                                                    return false;
                                                }
                                            }
                                            var valid2 = _errs12 === errors;
                                        }
                                        else {
                                            var valid2 = true;
                                        }
                                        if (valid2) {
                                            if (data4.tcp !== undefined) {
                                                const _errs28 = errors;
                                                if (typeof data4.tcp !== "boolean") {
                                                    validate82.errors = [{ instancePath: instancePath + "/ready/tcp", keyword: "type" }];
                                                    return false;
                                                }
                                                var valid2 = _errs28 === errors;
                                            }
                                            else {
                                                var valid2 = true;
                                            }
                                            if (valid2) {
                                                if (data4.command !== undefined) {
                                                    const _errs30 = errors;
                                                    if (typeof data4.command !== "string") {
                                                        validate82.errors = [{ instancePath: instancePath + "/ready/command", keyword: "type" }];
                                                        return false;
                                                    }
                                                    var valid2 = _errs30 === errors;
                                                }
                                                else {
                                                    var valid2 = true;
                                                }
                                                if (valid2) {
                                                    if (data4.log !== undefined) {
                                                        const _errs32 = errors;
                                                        if (typeof data4.log !== "string") {
                                                            validate82.errors = [{ instancePath: instancePath + "/ready/log", keyword: "type" }];
                                                            return false;
                                                        }
                                                        var valid2 = _errs32 === errors;
                                                    }
                                                    else {
                                                        var valid2 = true;
                                                    }
                                                    if (valid2) {
                                                        if (data4.file !== undefined) {
                                                            const _errs34 = errors;
                                                            if (typeof data4.file !== "string") {
                                                                validate82.errors = [{ instancePath: instancePath + "/ready/file", keyword: "type" }];
                                                                return false;
                                                            }
                                                            var valid2 = _errs34 === errors;
                                                        }
                                                        else {
                                                            var valid2 = true;
                                                        }
                                                    }
                                                }
                                            }
                                        }
                                    }
                                }
                                else {
                                    validate82.errors = [{ instancePath: instancePath + "/ready", keyword: "type" }];
                                    return false;
                                }
                            }
                            var valid0 = _errs9 === errors;
                        }
                        else {
                            var valid0 = true;
                        }
                        if (valid0) {
                            if (data.env !== undefined) {
                                let data16 = data.env;
                                const _errs36 = errors;
                                if (errors === _errs36) {
                                    if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                                        for (const key4 in data16) {
                                            let data17 = data16[key4];
                                            const _errs39 = errors;
                                            if (((typeof data17 !== "string") && (!(typeof data17 == "number"))) && (typeof data17 !== "boolean")) {
                                                validate82.errors = [{ instancePath: instancePath + "/env/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type" }];
                                                return false;
                                            }
                                            var valid5 = _errs39 === errors;
                                            if (!valid5) {
                                                break;
                                            }
                                        }
                                    }
                                    else {
                                        validate82.errors = [{ instancePath: instancePath + "/env", keyword: "type" }];
                                        return false;
                                    }
                                }
                                var valid0 = _errs36 === errors;
                            }
                            else {
                                var valid0 = true;
                            }
                            if (valid0) {
                                if (data.before !== undefined) {
                                    let data18 = data.before;
                                    const _errs41 = errors;
                                    if ((typeof data18 !== "string") && (!(Array.isArray(data18)))) {
                                        validate82.errors = [{ instancePath: instancePath + "/before", keyword: "type" }];
                                        return false;
                                    }
                                    if (errors === _errs41) {
                                        if (Array.isArray(data18)) {
                                            var valid6 = true;
                                            const len1 = data18.length;
                                            for (let i1 = 0; i1 < len1; i1++) {
                                                const _errs43 = errors;
                                                if (typeof data18[i1] !== "string") {
                                                    validate82.errors = [{ instancePath: instancePath + "/before/" + i1, keyword: "type" }];
                                                    return false;
                                                }
                                                var valid6 = _errs43 === errors;
                                                if (!valid6) {
                                                    break;
                                                }
                                            }
                                        }
                                    }
                                    var valid0 = _errs41 === errors;
                                }
                                else {
                                    var valid0 = true;
                                }
                                if (valid0) {
                                    if (data.stubs !== undefined) {
                                        let data20 = data.stubs;
                                        const _errs45 = errors;
                                        if (errors === _errs45) {
                                            if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
                                                for (const key5 in data20) {
                                                    const _errs48 = errors;
                                                    if (typeof data20[key5] !== "string") {
                                                        validate82.errors = [{ instancePath: instancePath + "/stubs/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type" }];
                                                        return false;
                                                    }
                                                    var valid7 = _errs48 === errors;
                                                    if (!valid7) {
                                                        break;
                                                    }
                                                }
                                            }
                                            else {
                                                validate82.errors = [{ instancePath: instancePath + "/stubs", keyword: "type" }];
                                                return false;
                                            }
                                        }
                                        var valid0 = _errs45 === errors;
                                    }
                                    else {
                                        var valid0 = true;
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    else {
        validate82.errors = [{ instancePath, keyword: "type" }];
        return false;
    }
} validate82.errors = vErrors; return errors === 0; }
function validate21(data, { instancePath = "" } = {}) { /*# sourceURL="https://raw.githubusercontent.com/org/pw-workflow-check/v1/schemas/config.schema.json" */ ; let vErrors = null; let errors = 0; if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
        const _errs1 = errors;
        for (const key0 in data) {
            if (!(((((((key0 === "workflows") || (key0 === "exclude")) || (key0 === "rules")) || (key0 === "overrides")) || (key0 === "shellcheck")) || (key0 === "run")) || (key0 === "workflows-settings"))) {
                validate21.errors = [{ instancePath, keyword: "additionalProperties" }];
                return false;
                break;
            }
        }
        if (_errs1 === errors) {
            if (data.workflows !== undefined) {
                let data0 = data.workflows;
                const _errs2 = errors;
                if (errors === _errs2) {
                    if (Array.isArray(data0)) {
                        var valid1 = true;
                        const len0 = data0.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                            const _errs4 = errors;
                            if (typeof data0[i0] !== "string") {
                                validate21.errors = [{ instancePath: instancePath + "/workflows/" + i0, keyword: "type" }];
                                return false;
                            }
                            var valid1 = _errs4 === errors;
                            if (!valid1) {
                                break;
                            }
                        }
                    }
                    else {
                        validate21.errors = [{ instancePath: instancePath + "/workflows", keyword: "type" }];
                        return false;
                    }
                }
                var valid0 = _errs2 === errors;
            }
            else {
                var valid0 = true;
            }
            if (valid0) {
                if (data.exclude !== undefined) {
                    let data2 = data.exclude;
                    const _errs6 = errors;
                    if (errors === _errs6) {
                        if (Array.isArray(data2)) {
                            var valid2 = true;
                            const len1 = data2.length;
                            for (let i1 = 0; i1 < len1; i1++) {
                                const _errs8 = errors;
                                if (typeof data2[i1] !== "string") {
                                    validate21.errors = [{ instancePath: instancePath + "/exclude/" + i1, keyword: "type" }];
                                    return false;
                                }
                                var valid2 = _errs8 === errors;
                                if (!valid2) {
                                    break;
                                }
                            }
                        }
                        else {
                            validate21.errors = [{ instancePath: instancePath + "/exclude", keyword: "type" }];
                            return false;
                        }
                    }
                    var valid0 = _errs6 === errors;
                }
                else {
                    var valid0 = true;
                }
                if (valid0) {
                    if (data.rules !== undefined) {
                        const _errs10 = errors;
                        if (!(validate22(data.rules, { instancePath: instancePath + "/rules" }))) {
                            vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
                            errors = vErrors.length;
                        }
                        var valid0 = _errs10 === errors;
                    }
                    else {
                        var valid0 = true;
                    }
                    if (valid0) {
                        if (data.overrides !== undefined) {
                            let data5 = data.overrides;
                            const _errs11 = errors;
                            if (errors === _errs11) {
                                if (Array.isArray(data5)) {
                                    var valid3 = true;
                                    const len2 = data5.length;
                                    for (let i2 = 0; i2 < len2; i2++) {
                                        let data6 = data5[i2];
                                        const _errs13 = errors;
                                        if (errors === _errs13) {
                                            if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                                                let missing0;
                                                if (((data6.paths === undefined) && (missing0 = "paths")) || ((data6.rules === undefined) && (missing0 = "rules"))) {
                                                    validate21.errors = [{ instancePath: instancePath + "/overrides/" + i2, keyword: "required" }];
                                                    return false;
                                                }
                                                else {
                                                    const _errs15 = errors;
                                                    for (const key1 in data6) {
                                                        if (!((key1 === "paths") || (key1 === "rules"))) {
                                                            validate21.errors = [{ instancePath: instancePath + "/overrides/" + i2, keyword: "additionalProperties" }];
                                                            return false;
                                                            break;
                                                        }
                                                    }
                                                    if (_errs15 === errors) {
                                                        if (data6.paths !== undefined) {
                                                            let data7 = data6.paths;
                                                            const _errs16 = errors;
                                                            if (errors === _errs16) {
                                                                if (Array.isArray(data7)) {
                                                                    var valid5 = true;
                                                                    const len3 = data7.length;
                                                                    for (let i3 = 0; i3 < len3; i3++) {
                                                                        const _errs18 = errors;
                                                                        if (typeof data7[i3] !== "string") {
                                                                            validate21.errors = [{ instancePath: instancePath + "/overrides/" + i2 + "/paths/" + i3, keyword: "type" }];
                                                                            return false;
                                                                        }
                                                                        var valid5 = _errs18 === errors;
                                                                        if (!valid5) {
                                                                            break;
                                                                        }
                                                                    }
                                                                }
                                                                else {
                                                                    validate21.errors = [{ instancePath: instancePath + "/overrides/" + i2 + "/paths", keyword: "type" }];
                                                                    return false;
                                                                }
                                                            }
                                                            var valid4 = _errs16 === errors;
                                                        }
                                                        else {
                                                            var valid4 = true;
                                                        }
                                                        if (valid4) {
                                                            if (data6.rules !== undefined) {
                                                                const _errs20 = errors;
                                                                if (!(validate22(data6.rules, { instancePath: instancePath + "/overrides/" + i2 + "/rules" }))) {
                                                                    vErrors = vErrors === null ? validate22.errors : vErrors.concat(validate22.errors);
                                                                    errors = vErrors.length;
                                                                }
                                                                var valid4 = _errs20 === errors;
                                                            }
                                                            else {
                                                                var valid4 = true;
                                                            }
                                                        }
                                                    }
                                                }
                                            }
                                            else {
                                                validate21.errors = [{ instancePath: instancePath + "/overrides/" + i2, keyword: "type" }];
                                                return false;
                                            }
                                        }
                                        var valid3 = _errs13 === errors;
                                        if (!valid3) {
                                            break;
                                        }
                                    }
                                }
                                else {
                                    validate21.errors = [{ instancePath: instancePath + "/overrides", keyword: "type" }];
                                    return false;
                                }
                            }
                            var valid0 = _errs11 === errors;
                        }
                        else {
                            var valid0 = true;
                        }
                        if (valid0) {
                            if (data.shellcheck !== undefined) {
                                let data10 = data.shellcheck;
                                const _errs21 = errors;
                                if (errors === _errs21) {
                                    if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                                        const _errs23 = errors;
                                        for (const key2 in data10) {
                                            if (!((key2 === "severity") || (key2 === "exclude"))) {
                                                validate21.errors = [{ instancePath: instancePath + "/shellcheck", keyword: "additionalProperties" }];
                                                return false;
                                                break;
                                            }
                                        }
                                        if (_errs23 === errors) {
                                            if (data10.severity !== undefined) {
                                                let data11 = data10.severity;
                                                const _errs24 = errors;
                                                if (!(((((data11 === "error") || (data11 === "warning")) || (data11 === "info")) || (data11 === "style")) || (data11 === "off"))) {
                                                    validate21.errors = [{ instancePath: instancePath + "/shellcheck/severity", keyword: "enum" }];
                                                    return false;
                                                }
                                                var valid6 = _errs24 === errors;
                                            }
                                            else {
                                                var valid6 = true;
                                            }
                                            if (valid6) {
                                                if (data10.exclude !== undefined) {
                                                    let data12 = data10.exclude;
                                                    const _errs25 = errors;
                                                    if (errors === _errs25) {
                                                        if (Array.isArray(data12)) {
                                                            var valid7 = true;
                                                            const len4 = data12.length;
                                                            for (let i4 = 0; i4 < len4; i4++) {
                                                                let data13 = data12[i4];
                                                                const _errs27 = errors;
                                                                if (errors === _errs27) {
                                                                    if (typeof data13 === "string") {
                                                                        if (!pattern0.test(data13)) {
                                                                            validate21.errors = [{ instancePath: instancePath + "/shellcheck/exclude/" + i4, keyword: "pattern" }];
                                                                            return false;
                                                                        }
                                                                    }
                                                                    else {
                                                                        validate21.errors = [{ instancePath: instancePath + "/shellcheck/exclude/" + i4, keyword: "type" }];
                                                                        return false;
                                                                    }
                                                                }
                                                                var valid7 = _errs27 === errors;
                                                                if (!valid7) {
                                                                    break;
                                                                }
                                                            }
                                                        }
                                                        else {
                                                            validate21.errors = [{ instancePath: instancePath + "/shellcheck/exclude", keyword: "type" }];
                                                            return false;
                                                        }
                                                    }
                                                    var valid6 = _errs25 === errors;
                                                }
                                                else {
                                                    var valid6 = true;
                                                }
                                            }
                                        }
                                    }
                                    else {
                                        validate21.errors = [{ instancePath: instancePath + "/shellcheck", keyword: "type" }];
                                        return false;
                                    }
                                }
                                var valid0 = _errs21 === errors;
                            }
                            else {
                                var valid0 = true;
                            }
                            if (valid0) {
                                if (data.run !== undefined) {
                                    const _errs29 = errors;
                                    if (!(validate82(data.run, { instancePath: instancePath + "/run" }))) {
                                        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
                                        errors = vErrors.length;
                                    }
                                    var valid0 = _errs29 === errors;
                                }
                                else {
                                    var valid0 = true;
                                }
                                if (valid0) {
                                    if (data["workflows-settings"] !== undefined) {
                                        let data15 = data["workflows-settings"];
                                        const _errs30 = errors;
                                        if (errors === _errs30) {
                                            if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
                                                for (const key3 in data15) {
                                                    const _errs33 = errors;
                                                    if (!(validate82(data15[key3], { instancePath: instancePath + "/workflows-settings/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") }))) {
                                                        vErrors = vErrors === null ? validate82.errors : vErrors.concat(validate82.errors);
                                                        errors = vErrors.length;
                                                    }
                                                    var valid8 = _errs33 === errors;
                                                    if (!valid8) {
                                                        break;
                                                    }
                                                }
                                            }
                                            else {
                                                validate21.errors = [{ instancePath: instancePath + "/workflows-settings", keyword: "type" }];
                                                return false;
                                            }
                                        }
                                        var valid0 = _errs30 === errors;
                                    }
                                    else {
                                        var valid0 = true;
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
    else {
        validate21.errors = [{ instancePath, keyword: "type" }];
        return false;
    }
} validate21.errors = vErrors; return errors === 0; }

// EXTERNAL MODULE: ./build/src/lint/configuration-shapes.js
var configuration_shapes = __webpack_require__(192);
;// CONCATENATED MODULE: ./build/src/lint/read-configuration.js





/** The names under which a repository may keep its configuration. */
const configurationNames = ['.pw-workflow-check.yaml', '.pw-workflow-check.yml'];
/**
 * Reads a configuration file.
 *
 * @param knownRules the names of all rules; codes of ShellCheck (`SC2086`) are known besides
 */
function readConfiguration(file, knownRules) {
    const { root, faults } = (0,parse_yaml/* parseYaml */.h)(file);
    if (faults.length > 0)
        return { configuration: lint_configuration/* usualConfiguration */.l, faults };
    const read = (0,configuration_shapes/* shapeReader */.X$)({ file: file.path, start: 0, end: 0 });
    const configuration = (0,configuration_shapes/* isEmpty */.Im)(root) ? lint_configuration/* usualConfiguration */.l : readAll(root, read, knownRules);
    if (read.faults.length === 0 && !(0,configuration_shapes/* isEmpty */.Im)(root) && !validateConfig((0,configuration_shapes/* dataOf */.qu)(root))) {
        read.complain(`the configuration does not fit its schema at "${validateConfig.errors?.[0]?.instancePath ?? '/'}"`, { file: file.path, start: 0, end: 0 }, 'compare it with "pw-workflow-check schema config"');
    }
    return { configuration, faults: read.faults };
}
const keys = [
    'workflows',
    'exclude',
    'rules',
    'overrides',
    'shellcheck',
    'run',
    'workflows-settings',
];
function readAll(root, read, knownRules) {
    const found = byKey(read.entries(root, '', keys));
    const globs = (key) => found.has(key) ? read.texts(found.get(key), key) : undefined;
    return {
        workflows: globs('workflows'),
        exclude: globs('exclude'),
        rules: readLevels(found.get('rules'), 'rules', read, knownRules),
        overrides: found.has('overrides') ? readOverrides(found.get('overrides'), read, knownRules) : [],
        shellcheck: readShellcheck(found.get('shellcheck'), read),
        run: readRun(found.get('run'), 'run', read),
        workflowsSettings: Object.fromEntries(read
            .anyEntries(found.get('workflows-settings'), 'workflows-settings')
            .map((pair) => [pair.key.text.text, readRun(pair.value, pair.key.text.text, read)])),
    };
}
function readLevels(node, what, read, knownRules) {
    const levels = {};
    for (const pair of read.anyEntries(node, what)) {
        const rule = pair.key.text.text;
        if (!knownRules.includes(rule) && !/^SC[0-9]{4}$/.test(rule)) {
            const near = (0,suggest/* suggest */.Z)(rule, knownRules);
            read.complain(`there is no rule "${rule}"`, pair.key.span, near === undefined ? 'see "pw-workflow-check rules"' : `did you mean "${near}"?`);
            continue;
        }
        const level = read.word(pair.value, rule, ['off', 'note', 'warning', 'error']);
        if (level !== undefined)
            levels[rule] = level;
    }
    return levels;
}
function readOverrides(node, read, knownRules) {
    return read.list(node, 'overrides').map((item) => {
        const found = byKey(read.entries(item, 'overrides', ['paths', 'rules']));
        for (const key of ['paths', 'rules']) {
            if (item?.kind === 'map' && !found.has(key)) {
                read.complain(`an entry of "overrides" has no "${key}"`, item.span, 'it needs both "paths" and "rules"');
            }
        }
        return {
            paths: found.has('paths') ? read.texts(found.get('paths'), 'paths') : [],
            rules: readLevels(found.get('rules'), 'rules', read, knownRules),
        };
    });
}
function readShellcheck(node, read) {
    const found = byKey(read.entries(node, 'shellcheck', ['severity', 'exclude']));
    const levels = ['error', 'warning', 'info', 'style', 'off'];
    const exclude = found.has('exclude') ? read.list(found.get('exclude'), 'exclude') : undefined;
    return {
        severity: found.has('severity') ? read.word(found.get('severity'), 'severity', levels) : undefined,
        exclude: exclude?.flatMap((item) => {
            const code = read.text(item, 'exclude');
            if (code !== undefined && !/^SC[0-9]{4}$/.test(code) && item !== undefined) {
                read.complain(`"${code}" is no code of ShellCheck`, item.span, 'a code is written as in SC2086');
            }
            return code ?? [];
        }),
    };
}
function readRun(node, what, read) {
    const found = byKey(read.entries(node, what, ['modes', 'timeout', 'stable-for', 'ready', 'env', 'before', 'stubs']));
    const modes = ['controller', 'slurm', 'pbs'];
    const texts = (key, take) => found.has(key)
        ? Object.fromEntries(read.anyEntries(found.get(key), key).map((pair) => [pair.key.text.text, take(pair) ?? '']))
        : undefined;
    return {
        modes: found.has('modes')
            ? read.list(found.get('modes'), 'modes').flatMap((item) => read.word(item, 'modes', modes) ?? [])
            : undefined,
        timeoutMs: found.has('timeout') ? read.duration(found.get('timeout'), 'timeout') : undefined,
        stableForMs: found.has('stable-for') ? read.duration(found.get('stable-for'), 'stable-for') : undefined,
        ready: found.has('ready') ? readReady(found.get('ready'), read) : undefined,
        env: texts('env', (pair) => read.value(pair.value, pair.key.text.text)),
        before: found.has('before') ? readBefore(found.get('before'), read) : undefined,
        stubs: texts('stubs', (pair) => read.text(pair.value, pair.key.text.text)),
    };
}
function readBefore(node, read) {
    if (node?.kind !== 'scalar')
        return read.texts(node, 'before');
    const command = read.text(node, 'before');
    return command === undefined ? [] : [command];
}
function readReady(node, read) {
    const found = byKey(read.entries(node, 'ready', ['http', 'tcp', 'command', 'log', 'file']));
    const text = (key) => (found.has(key) ? read.text(found.get(key), key) : undefined);
    const log = text('log');
    const logNode = found.get('log');
    if (log !== undefined && logNode && !isPattern(log)) {
        read.complain(`"log" is no regular expression: "${log}"`, logNode.span);
    }
    return {
        http: found.has('http') ? readHttp(found.get('http'), read) : undefined,
        tcp: found.has('tcp') ? read.flag(found.get('tcp'), 'tcp') : undefined,
        command: text('command'),
        log,
        file: text('file'),
    };
}
function readHttp(node, read) {
    const found = byKey(read.entries(node, 'http', ['path', 'status', 'headers', 'body', 'tls']));
    const text = (key) => (found.has(key) ? read.text(found.get(key), key) : undefined);
    const status = found.has('status') ? read.value(found.get('status'), 'status') : undefined;
    const statusNode = found.get('status');
    if (status !== undefined && statusNode && !/^[1-5]\d\d(-[1-5]\d\d)?$/.test(status)) {
        read.complain(`"status" is "${status}"`, statusNode.span, 'write a status such as 200, or a range such as 200-399');
    }
    return {
        path: text('path'),
        status,
        headers: found.has('headers')
            ? Object.fromEntries(read
                .anyEntries(found.get('headers'), 'headers')
                .map((pair) => [pair.key.text.text, read.text(pair.value, pair.key.text.text) ?? '']))
            : undefined,
        body: text('body'),
        tls: found.has('tls') ? read.flag(found.get('tls'), 'tls') : undefined,
    };
}
function isPattern(text) {
    try {
        new RegExp(text);
        return true;
    }
    catch {
        return false;
    }
}
function byKey(pairs) {
    return new Map(pairs.map((pair) => [pair.key.text.text, pair.value]));
}

// EXTERNAL MODULE: ./build/src/rules/index.generated.js + 219 modules
var index_generated = __webpack_require__(5827);
// EXTERNAL MODULE: ./build/src/source/line-index.js
var line_index = __webpack_require__(7112);
;// CONCATENATED MODULE: ./build/src/app/load-configuration.js





/** Reads the configuration that was named, else the repository's own, else gives what holds without one. */
function loadConfiguration(named, world) {
    if (named !== undefined) {
        const content = world.readNamed(named);
        if (content.kind === 'text')
            return understood({ path: (0,span/* filePath */.s)(named), text: content.text });
        return { kind: 'refused', message: `the configuration "${named}" cannot be read: ${content.message}` };
    }
    for (const name of configurationNames) {
        const path = (0,span/* filePath */.s)(name);
        if (world.files.kindOf(path) === 'missing')
            continue;
        const content = world.files.read(path);
        if (content.kind === 'text')
            return understood({ path, text: content.text });
        return { kind: 'refused', message: `${name} cannot be read: ${content.message}` };
    }
    return { kind: 'configuration', configuration: lint_configuration/* usualConfiguration */.l };
}
function understood(file) {
    const { configuration, faults } = readConfiguration(file, index_generated/* rules */.a.map((rule) => rule.meta.id));
    if (faults.length === 0)
        return { kind: 'configuration', configuration };
    const lines = (0,line_index/* lineIndex */.D)(file.text);
    const messages = faults.map((fault) => {
        const { line, column } = lines.placeOf(fault.at.start);
        const help = fault.help === undefined ? '' : `: ${fault.help}`;
        return `${file.path}:${line}:${column}: ${fault.message}${help}`;
    });
    return { kind: 'refused', message: messages.join('\n') };
}

;// CONCATENATED MODULE: ./build/src/app/prepare-request.js


/** Reads the configuration and opens the selected workflows. */
function prepareRequest(request, world) {
    const loaded = loadConfiguration(request.configuration, world);
    if (loaded.kind === 'refused')
        return loaded;
    const { configuration } = loaded;
    const globs = request.workflows.length > 0 ? request.workflows : configuration.workflows;
    const { workspace, problems } = openWorkspace(world.files, {
        workflows: globs,
        exclude: configuration.exclude,
        paths: request.paths,
    });
    if (problems.length > 0)
        return { kind: 'refused', message: problems.join('\n') };
    if (workspace.workflows.length + workspace.loneScripts.length === 0) {
        const expected = (globs ?? usualWorkflows).join(', ');
        return {
            kind: 'refused',
            message: `no workflow found in ${world.root}: expected ${expected}; name files to check others`,
        };
    }
    return { kind: 'prepared', configuration, workspace: shardOf(workspace, request.shard) };
}
/** One part of the workflows: every Nth, so that neighbours in the alphabet come to different machines. */
function shardOf(workspace, shard) {
    if (shard === undefined)
        return workspace;
    const mine = (_, index) => index % shard.count === shard.index - 1;
    return {
        ...workspace,
        workflows: workspace.workflows.filter(mine),
        loneScripts: workspace.loneScripts.filter(mine),
    };
}


/***/ }),

/***/ 245:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ glob)
/* harmony export */ });
/**
 * Compiles a path pattern: `*` and `?` stay within a path segment, `**` crosses segments, `{a,b}` is either. A
 * pattern without a special character also matches everything below the folder it names.
 */
function glob(pattern) {
    const clean = pattern.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
    const alternatives = expandBraces(clean).map((one) => one.split('/'));
    const plain = !/[*?{]/.test(clean);
    return (path) => {
        if (plain && (clean === '' || clean === '.' || path.startsWith(`${clean}/`)))
            return true;
        const segments = path.split('/');
        return alternatives.some((one) => matchSegments(one, segments));
    };
}
/** How many texts the braces of one pattern may stand for; further ones are not tried. */
const mostAlternatives = 256;
function expandBraces(pattern) {
    let open = [pattern];
    for (let round = 0; round < 16; round++) {
        const next = open.flatMap((one) => {
            const braces = /\{([^{}]*)\}/.exec(one);
            if (braces === null)
                return [one];
            const before = one.slice(0, braces.index);
            const after = one.slice(braces.index + braces[0].length);
            return (braces[1] ?? '').split(',').map((choice) => before + choice + after);
        });
        if (next.length === open.length && next.every((one, index) => one === open[index]))
            break;
        open = next.slice(0, mostAlternatives);
    }
    return open;
}
/** Matches segment by segment; `reachable` are the positions in the pattern that the path so far can have led to. */
function matchSegments(pattern, path) {
    let reachable = withSkipped(new Set([0]), pattern);
    for (const segment of path) {
        const next = new Set();
        for (const at of reachable) {
            const part = pattern[at];
            if (part === '**')
                next.add(at);
            else if (part !== undefined && matchSegment(part, segment))
                next.add(at + 1);
        }
        reachable = withSkipped(next, pattern);
    }
    return reachable.has(pattern.length);
}
/** `**` may stand for no segment at all. */
function withSkipped(reachable, pattern) {
    for (const at of reachable)
        if (pattern[at] === '**')
            reachable.add(at + 1);
    return reachable;
}
/** Matches within a segment; goes back to the last `*` only, which is enough and never slow. */
function matchSegment(pattern, text) {
    let at = 0;
    let star = -1;
    let resume = 0;
    for (let index = 0; index < text.length;) {
        const part = pattern[at];
        if (part === '*') {
            star = at++;
            resume = index;
        }
        else if (part !== undefined && (part === '?' || part === text[index])) {
            at++;
            index++;
        }
        else if (star !== -1) {
            at = star + 1;
            index = ++resume;
        }
        else
            return false;
    }
    while (pattern[at] === '*')
        at++;
    return at === pattern.length;
}


/***/ }),

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
            return listed;
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
/** Every regular file below, sorted; links to files inside count, links to folders are not followed. */
function walk(top) {
    const found = [];
    const open = [{ path: '', depth: 0 }];
    for (let folder = open.pop(); folder !== undefined; folder = open.pop()) {
        for (const entry of entriesOf((0,external_node_path_.join)(top, folder.path))) {
            const path = folder.path === '' ? entry.name : `${folder.path}/${entry.name}`;
            if (entry.isDirectory()) {
                if (!leftOut.has(entry.name) && folder.depth < maxDepth)
                    open.push({ path, depth: folder.depth + 1 });
            }
            else if (entry.isFile() || (entry.isSymbolicLink() && leadsToFile(top, path))) {
                found.push((0,span/* filePath */.s)(path));
                if (found.length >= maxListedFiles)
                    return found.sort();
            }
        }
    }
    return found.sort();
}
function entriesOf(folder) {
    try {
        return (0,external_node_fs_.readdirSync)(folder, { withFileTypes: true });
    }
    catch {
        return [];
    }
}
function leadsToFile(top, path) {
    const at = placeInside(top, path);
    return at.kind === 'inside' && statOf(at.real)?.isFile() === true;
}

// EXTERNAL MODULE: ./build/src/host/tool-runner.js + 1 modules
var tool_runner = __webpack_require__(8165);
;// CONCATENATED MODULE: ./build/src/host/node-world.js






/**
 * The world of this machine for a repository; what runs need is loaded when the first one starts.
 *
 * @param kept where job directories go that are kept, and whether those of failed runs are; usually none is, and they
 * would go to the user's cache
 */
function nodeWorld(root, currentFolder, kept = { failed: false }) {
    const { XDG_CACHE_HOME } = process.env;
    return {
        root,
        files: nodeRepositoryFiles(root),
        tools: (0,tool_runner/* nodeToolRunner */.l)(),
        clock: (0,clock/* nodeClock */.$)(),
        readNamed(path) {
            const absolute = (0,external_node_path_.resolve)(currentFolder, path);
            return nodeRepositoryFiles((0,external_node_path_.dirname)(absolute)).read((0,span/* filePath */.s)((0,external_node_path_.basename)(absolute)));
        },
        runPorts: async () => (await __webpack_require__.e(/* import() */ 628).then(__webpack_require__.bind(__webpack_require__, 5628))).nodeRunPorts(),
        keepIn: kept.folder ?? (0,external_node_path_.join)(XDG_CACHE_HOME || (0,external_node_path_.join)((0,external_node_os_.homedir)(), '.cache'), 'pw-workflow-check', 'runs'),
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



/**
 * Writes files into a new directory that only this user can read, works with it and removes it, whatever happens.
 * Names may have folders; a name that would leave the directory is left out.
 */
async function withScratchFiles(files, work) {
    const directory = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), 'pw-workflow-check-'));
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

/***/ 192:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Im: () => (/* binding */ isEmpty),
/* harmony export */   X$: () => (/* binding */ shapeReader),
/* harmony export */   qu: () => (/* binding */ dataOf)
/* harmony export */ });
/* harmony import */ var _base_suggest_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1181);

/** A reader without complaints so far. `place` is where values stand that are not written at all. */
function shapeReader(place) {
    const faults = [];
    const complain = (message, at, help) => {
        faults.push({ message, at, ...(help !== undefined && { help }) });
    };
    const wrong = (node, what, expected) => {
        complain(`"${what}" must be ${expected}, and is ${shapeOf(node)}`, placeOf(node, place));
        return undefined;
    };
    const anyEntries = (node, what) => {
        if (node?.kind === 'map')
            return node.pairs;
        if (!isEmpty(node))
            wrong(node, what, 'a map');
        return [];
    };
    const text = (node, what) => {
        if (node?.kind === 'scalar' && typeof node.value === 'string')
            return node.value;
        return wrong(node, what, 'a text');
    };
    const list = (node, what) => {
        if (node?.kind === 'sequence')
            return node.items;
        wrong(node, what, 'a list');
        return [];
    };
    return {
        faults,
        complain,
        anyEntries,
        text,
        list,
        entries(node, what, known) {
            return anyEntries(node, what).filter((pair) => {
                const key = pair.key.text.text;
                if (known.includes(key))
                    return true;
                const near = (0,_base_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .suggest */ .Z)(key, known);
                complain(`unknown key "${key}"${what === '' ? '' : ` in "${what}"`}`, pair.key.span, near === undefined ? `expected one of: ${known.join(', ')}` : `did you mean "${near}"?`);
                return false;
            });
        },
        value(node, what) {
            if (node?.kind === 'scalar' && node.value !== null)
                return node.text.text;
            return wrong(node, what, 'a single value');
        },
        flag(node, what) {
            if (node?.kind === 'scalar' && typeof node.value === 'boolean')
                return node.value;
            return wrong(node, what, 'true or false');
        },
        word(node, what, words) {
            const written = node?.kind === 'scalar' ? node.text.text : undefined;
            const found = words.find((one) => one === written);
            if (found !== undefined)
                return found;
            if (written === undefined)
                return wrong(node, what, `one of ${words.join(', ')}`);
            const near = (0,_base_suggest_js__WEBPACK_IMPORTED_MODULE_0__/* .suggest */ .Z)(written, words);
            complain(`"${what}" is "${written}"`, placeOf(node, place), near === undefined ? `expected one of: ${words.join(', ')}` : `did you mean "${near}"?`);
            return undefined;
        },
        texts(node, what) {
            return list(node, what).flatMap((item) => text(item, what) ?? []);
        },
        duration(node, what) {
            const written = node?.kind === 'scalar' ? node.text.text : '';
            const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(written);
            if (match === null)
                return wrong(node, what, 'a duration such as 90s or 5m');
            const unit = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[match[2] ?? 's'] ?? 1000;
            return Math.round(Number(match[1]) * unit);
        },
    };
}
/** Whether nothing was written. */
function isEmpty(node) {
    return node === undefined || (node.kind === 'scalar' && node.value === null);
}
/** The plain data of a tree, for validators. */
function dataOf(node) {
    switch (node?.kind) {
        case undefined:
            return null;
        case 'scalar':
            return node.value;
        case 'sequence':
            return node.items.map((item) => dataOf(item));
        case 'map':
            return mapData(node);
    }
}
/** A key without a value counts as not written, so that a section may stand with all its lines commented out. */
function mapData(node) {
    const written = node.pairs.filter((pair) => !isEmpty(pair.value));
    return Object.fromEntries(written.map((pair) => [pair.key.text.text, dataOf(pair.value)]));
}
function placeOf(node, place) {
    return node?.span ?? place;
}
function shapeOf(node) {
    if (node === undefined || isEmpty(node))
        return 'empty';
    if (node.kind === 'map')
        return 'a map';
    if (node.kind === 'sequence')
        return 'a list';
    return `"${node.text.text}"`;
}


/***/ }),

/***/ 2801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   l: () => (/* binding */ usualConfiguration)
/* harmony export */ });
/** What holds without a configuration file. */
const usualConfiguration = {
    rules: {},
    overrides: [],
    shellcheck: {},
    run: {},
    workflowsSettings: {},
};


/***/ }),

/***/ 1994:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   z: () => (/* binding */ findExpressions)
/* harmony export */ });
/**
 * Every `${{ … }}` of a text in order. An expression ends at the first `}}` outside quotes, and never beyond the
 * next `${{`; one without an end reaches to the end of its line.
 */
function findExpressions(text) {
    let start = text.indexOf('${{');
    if (start === -1)
        return none;
    const found = [];
    while (start !== -1) {
        const next = text.indexOf('${{', start + 3);
        const limit = next === -1 ? text.length : next;
        const end = endOf(text, start + 3, limit);
        if (end === undefined) {
            const feed = text.indexOf('\n', start);
            found.push({ start, end: feed === -1 || feed > limit ? limit : feed, closed: false });
        }
        else
            found.push({ start, end, closed: true });
        start = next;
    }
    return found;
}
const none = [];
/** The offset after the closing braces; a quote that is never closed does not hide them. */
function endOf(text, from, limit) {
    let quote = '';
    for (let at = from; at < limit; at++) {
        const character = text.charAt(at);
        if (quote !== '') {
            if (character === quote)
                quote = '';
        }
        else if (character === "'" || character === '"')
            quote = character;
        else if (character === '}' && text.charAt(at + 1) === '}')
            return at + 2;
    }
    const plain = text.indexOf('}}', from);
    return plain !== -1 && plain < limit ? plain + 2 : undefined;
}


/***/ }),

/***/ 9829:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $: () => (/* binding */ asMap),
/* harmony export */   T: () => (/* binding */ spannedText)
/* harmony export */ });
/** The node when it is a map. */
function asMap(node) {
    return node?.kind === 'map' ? node : undefined;
}
/** A scalar's text with its place, quotes left off; `undefined` for anything else and for an explicit null. */
function spannedText(node) {
    if (node?.kind !== 'scalar' || node.value === null)
        return undefined;
    const text = node.text.text;
    return { value: text, span: node.text.spanOf(0, text.length) };
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


/***/ }),

/***/ 3967:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ parseExpression)
});

// UNUSED EXPORTS: longestExpression

;// CONCATENATED MODULE: ./build/src/syntax/expression/lex-expression.js
const blank = /[\s\u00a0]+/y;
const wordShape = /[\p{L}_][\p{L}\p{N}_]*(?:-+[\p{L}\p{N}_]+)*/uy;
const nameShape = /[\p{L}\p{N}_]+(?:-+[\p{L}\p{N}_]+)*/uy;
const digitsShape = /\d[\p{L}\p{N}_.]*/uy;
const numberShape = /^\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const signs = [
    ...['===', '!==', '**', '//', '&&', '||', '??', '==', '!=', '<=', '>='],
    ...['<', '>', '+', '-', '*', '/', '%', '!', '?', ':', '(', ')', '[', ']', ',', '.'],
];
/**
 * Cuts an expression into tokens.
 *
 * @param options.escapes whether a backslash before a quote keeps the quote in the string; the platform does not
 * say, so the parser tries both
 */
function lexExpression(text, options) {
    const tokens = [];
    let at = 0;
    const match = (shape) => {
        shape.lastIndex = at;
        return shape.exec(text)?.[0];
    };
    while (at < text.length) {
        const space = match(blank);
        if (space !== undefined) {
            at += space.length;
            continue;
        }
        const start = at;
        const character = text[at] ?? '';
        if (character === "'" || character === '"') {
            const string = readString(text, at, character, options.escapes);
            if (string === undefined)
                return { tokens, fault: unclosedString(text, at, character) };
            at = string.end;
            tokens.push({ kind: 'string', text: text.slice(start, at), start, end: at, ...string.token });
            continue;
        }
        const before = tokens.at(-1);
        const isName = before?.kind === 'sign' && before.text === '.' && before.end === at;
        const name = isName ? match(nameShape) : undefined;
        if (name !== undefined) {
            at += name.length;
            tokens.push({ kind: 'name', text: name, start, end: at });
            continue;
        }
        const word = match(wordShape);
        if (word !== undefined) {
            at += word.length;
            tokens.push({ kind: 'word', text: word, start, end: at });
            continue;
        }
        const digits = match(digitsShape)?.replace(/\.+$/, '');
        if (digits !== undefined) {
            at += digits.length;
            const isNumber = numberShape.test(digits);
            const range = { text: digits, start, end: at };
            tokens.push(isNumber ? { kind: 'number', value: Number(digits), ...range } : { kind: 'word', ...range });
            continue;
        }
        const sign = signs.find((candidate) => text.startsWith(candidate, at));
        if (sign === undefined)
            return { tokens, fault: strangeCharacter(text, at) };
        at += sign.length;
        tokens.push({ kind: 'sign', text: sign, start, end: at });
    }
    tokens.push({ kind: 'end', text: '', start: text.length, end: text.length });
    return { tokens, fault: undefined };
}
function readString(text, start, quote, escapes) {
    let value = '';
    for (let at = start + 1; at < text.length; at++) {
        const character = text[at] ?? '';
        if (character === quote)
            return { end: at + 1, token: { value, quote } };
        if (escapes && character === '\\' && text[at + 1] === quote) {
            value += quote;
            at++;
        }
        else {
            value += character;
        }
    }
    return undefined;
}
function unclosedString(text, at, quote) {
    return {
        start: at,
        end: text.trimEnd().length,
        message: `the string that begins with ${quote} is never closed`,
        help: `add ${quote} where the text ends`,
    };
}
function strangeCharacter(text, at) {
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    return {
        start: at,
        end: at + character.length,
        message: `unexpected ${quoted(character)} in an expression`,
        help: helpFor(character),
    };
}
function helpFor(character) {
    switch (character) {
        case '=':
            return 'write == to compare; expressions cannot assign';
        case '&':
            return 'write && for "and"';
        case '|':
            return 'write || for "or"; there are no filters';
        case '$':
            return 'shell variables cannot be read here: expressions are replaced before the shell starts; read env.NAME, or close the braces first';
        case '{':
        case '}':
            return 'expressions do not nest: write the names of the contexts directly';
        case '‘':
        case '’':
        case '“':
        case '”':
            return 'write straight quotes, \' or "';
        default:
            return 'put text between quotes';
    }
}
/** A piece of the user's text between quotes that it does not contain itself. */
function quoted(text) {
    return text.includes('"') ? `'${text}'` : `"${text}"`;
}

;// CONCATENATED MODULE: ./build/src/syntax/expression/operators.js
/**
 * How tightly each binary operator binds. The platform documents no precedence; JavaScript's order is assumed
 * (language reference 6.3), which no published expression contradicts.
 */
const bindings = {
    '??': { power: 2 },
    '||': { power: 3 },
    '&&': { power: 4 },
    '==': { power: 5 },
    '!=': { power: 5 },
    '===': { power: 5 },
    '!==': { power: 5 },
    '<': { power: 6 },
    '<=': { power: 6 },
    '>': { power: 6 },
    '>=': { power: 6 },
    in: { power: 6 },
    '!in': { power: 6 },
    includes: { power: 6 },
    '!includes': { power: 6 },
    '+': { power: 7 },
    '-': { power: 7 },
    '*': { power: 8 },
    '/': { power: 8 },
    '//': { power: 8 },
    '%': { power: 8 },
    '**': { power: 9, rightAssociative: true },
};
/** The ternary binds more loosely than every binary operator. */
const ternaryPower = 1;
/** `!` and the minus sign bind more tightly than every binary operator. */
const unaryPower = 10;
/** `get` binds tightest. */
const getPower = 11;
/** The binary operator of this spelling, or `undefined`. */
function binaryOperator(text) {
    return Object.hasOwn(bindings, text) ? text : undefined;
}

;// CONCATENATED MODULE: ./build/src/syntax/expression/parse-state.js

/** Deepest nesting of parentheses, brackets, ternaries and prefix operators that is read. */
const deepestExpression = 100;
/** Most operators that are read: a chain of them makes a tree as deep as it is long. */
const mostLinks = 500;
/** The end of the text as a token. */
function endAt(offset) {
    return { kind: 'end', text: '', start: offset, end: offset };
}
/** The token that comes next. */
function peek(state) {
    return state.tokens[state.at] ?? endAt(0);
}
/** Whether a token is this sign. */
function isSign(token, text) {
    return token?.kind === 'sign' && token.text === text;
}
/** Whether no value can begin with a token. */
function startsNothing(token) {
    return token.kind === 'end' || (token.kind === 'sign' && [')', ']', ',', ':'].includes(token.text));
}
/** Notes a fault, unless there is one already. */
function fail(state, range, message, help) {
    state.fault ??= { start: range.start, end: range.end, message, help };
    return undefined;
}
/** Runs a reader one level deeper, or fails when that is too deep. */
function deeper(state, reader) {
    if (state.depth >= deepestExpression) {
        const message = `expression nested more than ${deepestExpression} levels deep`;
        return fail(state, peek(state), message, 'split it into several steps');
    }
    state.depth++;
    const result = reader();
    state.depth--;
    return result;
}
/** Counts one more operator; false, with a fault, when there are too many. */
function countLink(state) {
    state.links++;
    if (state.links <= mostLinks)
        return true;
    fail(state, peek(state), `expression of more than ${mostLinks} operators`, 'split it into several steps');
    return false;
}
/** Runs a reader with its own meaning of the colon. */
function withColon(state, ternary, reader) {
    const outer = state.ternary;
    state.ternary = ternary;
    const result = reader();
    state.ternary = outer;
    return result;
}
/** A token in words, for messages. */
function describe(token) {
    switch (token.kind) {
        case 'end':
            return 'the end of the expression';
        case 'string':
            return `the string ${token.text}`;
        case 'number':
            return `the number ${token.text}`;
        case 'word':
        case 'name':
        case 'sign':
            return quoted(token.text);
    }
}

;// CONCATENATED MODULE: ./build/src/syntax/expression/parse-faults.js


const ternaryForm = 'a ternary reads: condition ? value : other value';
/** Words of other languages where an operator is expected, and what to write instead. */
const foreignOperators = new Map([
    ['and', 'write && for "and"'],
    ['or', 'write || for "or"'],
    ['not', 'write ! for "not"'],
    ['is', 'write == to compare'],
    ['eq', 'write == to compare'],
    ['ne', 'write != to compare'],
    ['contains', 'write includes: list includes value'],
    ['then', ternaryForm],
]);
/** A value is expected and something else stands there. */
function unexpected(state, token) {
    const help = token.kind === 'sign' && token.text === '/' ? 'put text between quotes' : undefined;
    return fail(state, token, `expected a value, found ${describe(token)}`, help);
}
/** A value is expected behind a sign, which is blamed because what follows may be nothing at all. */
function missingValue(state, after, at, help) {
    return fail(state, at, `expected a value after ${quoted(after)}, found ${describe(peek(state))}`, help);
}
/** A ternary stops before its second half. */
function missingColon(state, mark) {
    return fail(state, mark, '"?" without its ":"', ternaryForm);
}
/** A parenthesis or bracket is open at the end. */
function neverClosed(state, open, close) {
    return fail(state, open, `${quoted(open.text)} is never closed`, `add ${quoted(close)}`);
}
/** A dot leads to nothing. */
function missingName(state, dot) {
    const next = state.tokens[state.at + 1] ?? endAt(dot.end);
    const message = `expected a name directly after the dot, found ${describe(next)}`;
    return fail(state, dot, message, 'name what to read, as in inputs.name');
}
/** A value is called as in JavaScript. */
function methodCall(state, at) {
    const help = "use operators: text includes 'part', list get 0";
    return fail(state, at, 'values have no methods to call', help);
}
/** Something stands where only an operator or the end may. */
function surplus(state, before) {
    const token = peek(state);
    const foreign = token.kind === 'word' ? foreignOperators.get(token.text) : undefined;
    if (foreign !== undefined)
        return fail(state, token, `unknown operator ${quoted(token.text)}`, foreign);
    if (isSign(token, ')') || isSign(token, ']')) {
        const open = token.text === ')' ? '(' : '[';
        const help = `remove it, or add ${quoted(open)} before it`;
        return fail(state, token, `${quoted(token.text)} closes nothing`, help);
    }
    if (isSign(token, ':'))
        return fail(state, token, '":" without a "?" before it', ternaryForm);
    const help = before.kind === 'bareword' && token.kind === 'word'
        ? 'put text of several words between quotes'
        : 'put an operator such as == or && between the two values';
    return fail(state, token, `expected an operator or the end, found ${describe(token)}`, help);
}

;// CONCATENATED MODULE: ./build/src/syntax/expression/parse-access.js



/** Reads a value and the `get`s, `[…]` and `.name`s behind it, which bind tightest. */
function parseAccess(state) {
    let target = parsePrimary(state);
    while (target !== undefined) {
        const token = peek(state);
        if (token.kind === 'word' && token.text === 'get') {
            state.at++;
            target = parseGetKey(state, target, token);
        }
        else if (isSign(token, '[') && token.start === target.end) {
            target = parseIndexed(state, target);
        }
        else if (isSign(token, '.') && token.start === target.end && target.kind !== 'path') {
            const name = state.tokens[state.at + 1];
            if (name?.kind !== 'name')
                return missingName(state, token);
            state.at += 2;
            const key = { kind: 'bareword', value: name.text, start: name.start, end: name.end };
            target = { kind: 'get', target, key, start: target.start, end: name.end };
        }
        else {
            return target;
        }
        if (target !== undefined && !countLink(state))
            return undefined;
    }
    return target;
}
function parseGetKey(state, target, word) {
    const colon = peek(state);
    if (isSign(colon, ':') && !state.ternary)
        return parseSlice(state, target, undefined, word.end);
    if (startsNothing(colon)) {
        return missingValue(state, 'get', word, 'name an index or a key: inputs.workers get 0');
    }
    const key = parseIndex(state);
    if (key === undefined)
        return undefined;
    if (isSign(peek(state), ':') && !state.ternary)
        return parseSlice(state, target, key, key.end);
    return { kind: 'get', target, key, start: target.start, end: key.end };
}
function parseSlice(state, target, from, end) {
    const colon = peek(state);
    state.at++;
    const next = peek(state);
    if (startsNothing(next) || startsOperator(next)) {
        if (from === undefined) {
            return fail(state, colon, 'a slice needs a first or a last index', 'write for example: get 0:2');
        }
        return { kind: 'slice', target, from, to: undefined, start: target.start, end: Math.max(end, colon.end) };
    }
    const to = parseIndex(state);
    if (to === undefined)
        return undefined;
    return { kind: 'slice', target, from, to, start: target.start, end: to.end };
}
/** Whether an operator rather than the end of a slice begins with a token; a minus sign belongs to the slice. */
function startsOperator(token) {
    if (token.kind === 'word')
        return token.text === 'get' || binaryOperator(token.text) !== undefined;
    return token.kind === 'sign' && !['(', '[', '.', '-'].includes(token.text);
}
/** An index or a key: a value, with a minus sign to count from the end. */
function parseIndex(state) {
    const sign = peek(state);
    if (!isSign(sign, '-'))
        return parsePrimary(state);
    state.at++;
    const operand = parsePrimary(state);
    return operand && { kind: 'negate', operand, start: sign.start, end: operand.end };
}
function parseIndexed(state, target) {
    const part = parseBracket(state);
    if (part === undefined)
        return undefined;
    const key = part.kind === 'computed'
        ? part.key
        : { kind: 'bareword', value: 'index', start: part.start + 1, end: part.end - 1 };
    return { kind: 'get', target, key, start: target.start, end: part.end };
}
function parsePrimary(state) {
    const token = peek(state);
    const range = { start: token.start, end: token.end };
    switch (token.kind) {
        case 'number':
            state.at++;
            return { kind: 'number', value: token.value, ...range };
        case 'string':
            state.at++;
            return { kind: 'string', value: token.value, quote: token.quote, ...range };
        case 'word':
        case 'name':
            return parseWord(state, token);
        case 'sign':
            if (token.text === '(')
                return parseGroup(state);
            if (token.text === '[')
                return parseList(state);
            if (token.text === '.')
                return parsePath(state, '', { start: token.start, end: token.start });
            return unexpected(state, token);
        case 'end':
            return unexpected(state, token);
    }
}
const keywords = new Set([
    'always',
    'never',
    'completed',
    'error',
    'canceled',
]);
function parseWord(state, token) {
    state.at++;
    const range = { start: token.start, end: token.end };
    const next = peek(state);
    if (isSign(next, '(') && next.start === token.end)
        return parseCall(state, token);
    if ((isSign(next, '.') || isSign(next, '[')) && next.start === token.end) {
        return parsePath(state, token.text, range);
    }
    switch (token.text) {
        case 'true':
        case 'false':
            return { kind: 'boolean', value: token.text === 'true', ...range };
        case 'null':
            return { kind: 'null', ...range };
    }
    if (keywords.has(token.text))
        return { kind: 'keyword', keyword: token.text, ...range };
    return { kind: 'bareword', value: token.text, ...range };
}
function parsePath(state, root, rootRange) {
    const parts = [];
    for (;;) {
        const token = peek(state);
        const end = parts.at(-1)?.end ?? rootRange.end;
        const adjoins = token.start === end;
        if (adjoins && isSign(token, '[')) {
            const part = parseBracket(state);
            if (part === undefined)
                return undefined;
            parts.push(part);
        }
        else if (adjoins && isSign(token, '.')) {
            const next = state.tokens[state.at + 1];
            if (isSign(next, '[') && next?.start === token.end) {
                state.at++;
                const part = parseBracket(state);
                if (part === undefined)
                    return undefined;
                parts.push(part);
            }
            else if (next?.kind === 'name') {
                state.at += 2;
                parts.push({ kind: 'name', name: next.text, start: next.start, end: next.end });
            }
            else {
                return missingName(state, token);
            }
        }
        else {
            if (adjoins && isSign(token, '('))
                return methodCall(state, parts.at(-1) ?? rootRange);
            return { kind: 'path', root, rootRange, parts, start: rootRange.start, end };
        }
    }
}
function parseBracket(state) {
    const open = peek(state);
    const word = state.tokens[state.at + 1];
    const close = state.tokens[state.at + 2];
    if (word?.kind === 'word' && word.text === 'index' && isSign(close, ']')) {
        state.at += 3;
        return { kind: 'row-index', start: open.start, end: close?.end ?? word.end };
    }
    state.at++;
    if (isSign(peek(state), ']')) {
        fail(state, { start: open.start, end: peek(state).end }, 'expected an index between the brackets');
        return undefined;
    }
    const key = withColon(state, false, () => deeper(state, () => state.read(state, 0)));
    if (key === undefined)
        return undefined;
    const end = parse_access_closed(state, open, ']', key);
    return end === undefined ? undefined : { kind: 'computed', key, start: open.start, end };
}
function parseGroup(state) {
    const open = peek(state);
    state.at++;
    if (isSign(peek(state), ')')) {
        const range = { start: open.start, end: peek(state).end };
        return fail(state, range, 'expected an expression between the parentheses');
    }
    const inner = withColon(state, false, () => deeper(state, () => state.read(state, 0)));
    if (inner === undefined)
        return undefined;
    const end = parse_access_closed(state, open, ')', inner);
    return end === undefined ? undefined : { kind: 'group', inner, start: open.start, end };
}
function parseList(state) {
    const open = peek(state);
    const items = parseItems(state, ']');
    return items && { kind: 'list', items: items.list, start: open.start, end: items.end };
}
function parseCall(state, name) {
    const items = parseItems(state, ')');
    const nameRange = { start: name.start, end: name.end };
    return (items && {
        kind: 'call',
        name: name.text,
        nameRange,
        arguments: items.list,
        start: name.start,
        end: items.end,
    });
}
/** Values between brackets or parentheses, separated by commas; one comma at the end is no fault. */
function parseItems(state, close) {
    const open = peek(state);
    state.at++;
    const list = [];
    while (!isSign(peek(state), close)) {
        if (peek(state).kind === 'end')
            return neverClosed(state, open, close);
        if (startsNothing(peek(state)))
            return unexpected(state, peek(state));
        const item = withColon(state, false, () => deeper(state, () => state.read(state, 0)));
        if (item === undefined)
            return undefined;
        list.push(item);
        if (isSign(peek(state), ','))
            state.at++;
        else if (!isSign(peek(state), close)) {
            parse_access_closed(state, open, close, item);
            return undefined;
        }
    }
    const end = peek(state).end;
    state.at++;
    return { list, end };
}
/** Takes the closing sign and gives where it ends. */
function parse_access_closed(state, open, close, inner) {
    const token = peek(state);
    if (isSign(token, close)) {
        state.at++;
        return token.end;
    }
    if (token.kind !== 'end')
        return surplus(state, inner);
    return neverClosed(state, open, close);
}

;// CONCATENATED MODULE: ./build/src/syntax/expression/parse-expression.js





/** Longest expression that is read, in UTF-16 units; real ones stay under 500. */
const longestExpression = 10_000;
/** Reads what stands between `${{` and `}}`, blanks included. Never throws; the first fault ends the reading. */
function parseExpression(text) {
    const source = text.text;
    const result = read(source, true);
    if (result.fault === undefined)
        return { expression: result.expression, faults: [] };
    if (/\\['"]/.test(source)) {
        const other = read(source, false);
        if (other.fault === undefined)
            return { expression: other.expression, faults: [] };
    }
    const { message, help, start, end } = result.fault;
    return { expression: undefined, faults: [{ message, help, at: text.spanOf(start, end) }] };
}
function read(source, escapes) {
    const whole = { start: 0, end: source.length };
    if (source.trim() === '') {
        const help = 'write what to read, such as inputs.name, or remove the braces';
        return failed({ ...whole, message: 'empty expression', help });
    }
    if (source.length > longestExpression) {
        const message = `expression of ${source.length} characters; at most ${longestExpression} are read`;
        return failed({ ...whole, message });
    }
    const { tokens, fault } = lexExpression(source, { escapes });
    // What the lexer could not read stands behind all tokens, so a fault of the parser among those comes first.
    const usable = fault === undefined ? tokens : [...tokens, endAt(fault.start)];
    return parseAll({ tokens: usable, at: 0, depth: 0, links: 0, ternary: false, fault: undefined, read: parseBinding }, fault);
}
function failed(fault) {
    return { expression: undefined, fault };
}
function parseAll(state, lexical) {
    const expression = parseBinding(state, 0);
    if (expression !== undefined && peek(state).kind !== 'end')
        surplus(state, expression);
    const parsing = state.fault;
    if (lexical !== undefined && (parsing === undefined || peek(state).kind === 'end'))
        return failed(lexical);
    if (parsing !== undefined || expression === undefined) {
        return failed(parsing ?? { start: 0, end: 0, message: 'expected an expression' });
    }
    return { expression, fault: undefined };
}
function parseBinding(state, least) {
    let left = parseUnary(state);
    while (left !== undefined) {
        const token = peek(state);
        if (isSign(token, '?') && ternaryPower >= least) {
            left = parseTernary(state, left);
            continue;
        }
        const infix = infixAt(state);
        if (infix === undefined)
            return left;
        const { power, rightAssociative } = bindings[infix.operator];
        if (power < least)
            return left;
        if (!countLink(state))
            return undefined;
        state.at += infix.width;
        const operatorRange = infix.range;
        const right = operand(state, rightAssociative ? power : power + 1, infix.operator, operatorRange);
        if (right === undefined)
            return undefined;
        left = {
            kind: 'binary',
            operator: infix.operator,
            operatorRange,
            left,
            right,
            start: left.start,
            end: right.end,
        };
    }
    return left;
}
function operand(state, least, after, at) {
    if (startsNothing(peek(state))) {
        return missingValue(state, after, at, `compare with '' for an empty text, or remove ${quoted(after)}`);
    }
    return deeper(state, () => parseBinding(state, least));
}
function infixAt(state) {
    const token = peek(state);
    if (token.kind !== 'sign' && token.kind !== 'word')
        return undefined;
    if (isSign(token, '!')) {
        const next = state.tokens[state.at + 1];
        const negated = next?.kind === 'word' ? binaryOperator(`!${next.text}`) : undefined;
        if (next === undefined || negated === undefined)
            return undefined;
        return { operator: negated, range: { start: token.start, end: next.end }, width: 2 };
    }
    const operator = binaryOperator(token.text);
    return operator === undefined ? undefined : { operator, range: token, width: 1 };
}
function parseTernary(state, condition) {
    const mark = peek(state);
    state.at++;
    if (startsNothing(peek(state)))
        return missingValue(state, '?', mark, "write '' for an empty text");
    const consequent = withColon(state, true, () => deeper(state, () => parseBinding(state, ternaryPower)));
    if (consequent === undefined)
        return undefined;
    const colon = peek(state);
    if (!isSign(colon, ':'))
        return colon.kind === 'end' ? missingColon(state, mark) : surplus(state, consequent);
    state.at++;
    if (startsNothing(peek(state)))
        return missingValue(state, ':', colon, "write '' for an empty text");
    const otherwise = deeper(state, () => parseBinding(state, ternaryPower));
    if (otherwise === undefined)
        return undefined;
    const range = { start: condition.start, end: otherwise.end };
    // biome-ignore lint/suspicious/noThenProperty: the tree's name for it; nobody awaits an expression
    return { kind: 'ternary', condition, then: consequent, otherwise, ...range };
}
function parseUnary(state) {
    const token = peek(state);
    if (!isSign(token, '!') && !isSign(token, '-'))
        return parseAccess(state);
    state.at++;
    if (startsNothing(peek(state)))
        return missingValue(state, token.text, token);
    const inner = deeper(state, () => parseBinding(state, unaryPower));
    if (inner === undefined)
        return undefined;
    const kind = token.text === '!' ? 'not' : 'negate';
    return { kind, operand: inner, start: token.start, end: inner.end };
}


/***/ }),

/***/ 1307:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  h: () => (/* binding */ parseYaml)
});

// UNUSED EXPORTS: parseThoroughly

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(8815);
// EXTERNAL MODULE: ./build/src/source/mapped-text.js
var mapped_text = __webpack_require__(5930);
;// CONCATENATED MODULE: ./build/src/syntax/yaml/core-schema.js
/** What a plain scalar means in the core schema of YAML 1.2. */
function coreValue(text) {
    const first = text.charCodeAt(0);
    const isNumeric = first < 58 && (first > 47 || first === 45 || first === 43 || first === 46);
    if (isNumeric)
        return numberOf(text) ?? text;
    switch (text) {
        case '~':
        case 'null':
        case 'Null':
        case 'NULL':
            return null;
        case 'true':
        case 'True':
        case 'TRUE':
            return true;
        case 'false':
        case 'False':
        case 'FALSE':
            return false;
        default:
            return text;
    }
}
function numberOf(text) {
    if (/^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/.test(text))
        return Number(text);
    if (/^0o[0-7]+$/.test(text))
        return Number.parseInt(text.slice(2), 8);
    if (/^0x[0-9a-fA-F]+$/.test(text))
        return Number.parseInt(text.slice(2), 16);
    if (/^[-+]?\.(inf|Inf|INF)$/.test(text)) {
        return text.startsWith('-') ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    }
    return /^\.(nan|NaN|NAN)$/.test(text) ? Number.NaN : undefined;
}

;// CONCATENATED MODULE: ./build/src/source/segment-builder.js

/** A builder with nothing in it. */
function segmentBuilder() {
    const segments = [];
    const parts = [];
    let length = 0;
    const push = (text, source, sourceLength) => {
        if (text === '')
            return;
        segments.push({ start: length, length: text.length, source, sourceLength });
        parts.push(text);
        length += text.length;
    };
    return {
        verbatim: (text, source) => push(text, source, text.length),
        replaced(text, source, sourceLength) {
            if (text.length === sourceLength && text.length > 1) {
                // Equal lengths would read as verbatim; only the two ends are known here.
                push(text.slice(0, 1), source, sourceLength - 1);
                push(text.slice(1), source + sourceLength - 1, 1);
            }
            else
                push(text, source, sourceLength);
        },
        build: (file, origin) => (0,mapped_text/* segmented */.Xg)(file, parts.join(''), segments, origin),
    };
}

;// CONCATENATED MODULE: ./build/src/syntax/yaml/scalar-text.js


/** A plain scalar as it stands in the file. */
function plainText(file, source, offset) {
    if (!source.includes('\n'))
        return (0,mapped_text/* verbatim */.Bj)(file, source, offset);
    const builder = segmentBuilder();
    unfold(builder, source, offset, (text, at) => builder.verbatim(text, at));
    return builder.build(file, offset);
}
/** The inside of a single-quoted scalar; `source` and `offset` are those of the inside. */
function singleQuotedText(file, source, offset) {
    if (!source.includes('\n') && !source.includes("'"))
        return (0,mapped_text/* verbatim */.Bj)(file, source, offset);
    const builder = segmentBuilder();
    unfold(builder, source, offset, (text, at) => {
        let from = 0;
        for (let quote = text.indexOf("''"); quote !== -1; quote = text.indexOf("''", from)) {
            builder.verbatim(text.slice(from, quote), at + from);
            builder.replaced("'", at + quote, 2);
            from = quote + 2;
        }
        builder.verbatim(text.slice(from), at + from);
    });
    return builder.build(file, offset);
}
/** The inside of a double-quoted scalar; `source` and `offset` are those of the inside. */
function doubleQuotedText(file, source, offset) {
    if (!source.includes('\n') && !source.includes('\\'))
        return (0,mapped_text/* verbatim */.Bj)(file, source, offset);
    const builder = segmentBuilder();
    let from = 0;
    let index = 0;
    const flush = (end) => builder.verbatim(source.slice(from, end), offset + from);
    while (index < source.length) {
        const character = source[index];
        if (character === '\n') {
            let end = index;
            while (end > from && isBlank(source[end - 1]))
                end--;
            flush(end);
            const next = skipBreaks(source, index);
            builder.replaced(foldOf(next.breaks), offset + end, next.index - end);
            index = from = next.index;
        }
        else if (character === '\\') {
            flush(index);
            const decoded = readEscape(source, index);
            builder.replaced(decoded.text, offset + index, decoded.end - index);
            index = from = decoded.end;
        }
        else
            index++;
    }
    flush(source.length);
    return builder.build(file, offset);
}
/** Reads the indicators of a block scalar, such as `|`, `>2-`. */
function blockHeader(indicators) {
    const digit = /[1-9]/.exec(indicators);
    return {
        style: indicators.startsWith('>') ? 'folded' : 'literal',
        indent: digit ? Number(digit[0]) : 0,
        chomp: indicators.includes('-') ? 'strip' : indicators.includes('+') ? 'keep' : 'clip',
    };
}
/**
 * The text of a block scalar.
 *
 * @param source everything after the header's line
 * @param offset where that begins in the file
 * @param parentIndent the indentation to which a given indicator is added
 */
function blockText(file, source, offset, header, parentIndent) {
    const lines = linesOf(source);
    let contentEnd = lines.length;
    while (contentEnd > 0 && lines[contentEnd - 1]?.text === '')
        contentEnd--;
    const builder = segmentBuilder();
    if (contentEnd === 0) {
        if (header.chomp === 'keep' && source !== '') {
            for (const line of lines.slice(0, Math.max(lines.length - 1, 1)))
                lineBreak(builder, line, offset);
        }
        return builder.build(file, offset);
    }
    let trim = parentIndent + header.indent;
    const first = lines.findIndex((line) => line.text !== '');
    if (header.indent === 0)
        trim = lines[first]?.indent ?? 0;
    contentEnd = Math.max(contentEnd, lines.findLastIndex((line) => line.indent > trim) + 1);
    for (const line of lines.slice(0, first)) {
        blanks(builder, source, line, trim, offset);
        lineBreak(builder, line, offset);
    }
    const body = lines.slice(first, contentEnd);
    if (header.style === 'literal')
        literal(builder, source, body, trim, offset);
    else
        folded(builder, source, body, trim, offset);
    const last = body.at(-1);
    if (last !== undefined && header.chomp !== 'strip')
        lineBreak(builder, last, offset);
    if (header.chomp === 'keep') {
        const rest = lines.slice(contentEnd);
        rest.forEach((line, index) => {
            blanks(builder, source, line, trim, offset);
            if (index < rest.length - 1)
                lineBreak(builder, line, offset);
        });
    }
    return builder.build(file, offset);
}
function literal(builder, source, body, trim, offset) {
    body.forEach((line, index) => {
        blanks(builder, source, line, trim, offset);
        const simple = index < body.length - 1 && line.next === line.end + 1;
        builder.verbatim(simple ? `${line.text}\n` : line.text, offset + line.content);
        if (!simple && index < body.length - 1)
            lineBreak(builder, line, offset);
    });
}
function folded(builder, source, body, trim, offset) {
    let gap = '';
    let separator = '';
    let wasMoreIndented = false;
    let written = body[0]?.content ?? 0;
    for (const line of body) {
        const moreIndented = line.indent > trim || line.text.startsWith('\t');
        if (line.text === '' && !moreIndented) {
            if (separator === '\n')
                gap += '\n';
            else
                separator = '\n';
            continue;
        }
        if (moreIndented) {
            if (separator === ' ')
                separator = '\n';
            else if (!wasMoreIndented && separator === '\n')
                separator = '\n\n';
        }
        gap += separator;
        const start = line.content - Math.max(line.indent - trim, 0);
        if (gap !== '')
            builder.replaced(gap, offset + written, start - written);
        builder.verbatim(source.slice(start, line.end), offset + start);
        written = line.end;
        gap = '';
        separator = moreIndented ? '\n' : ' ';
        wasMoreIndented = moreIndented;
    }
    if (gap !== '')
        builder.replaced(gap, offset + written, 0);
}
/** The blanks of a line beyond the indentation, which belong to the text. */
function blanks(builder, source, line, trim, offset) {
    if (line.indent <= trim)
        return;
    const start = line.content - (line.indent - trim);
    builder.verbatim(source.slice(start, line.content), offset + start);
}
function lineBreak(builder, line, offset) {
    builder.replaced('\n', offset + line.end, line.next - line.end);
}
function linesOf(source) {
    const lines = [];
    let start = 0;
    while (true) {
        const feed = source.indexOf('\n', start);
        const next = feed === -1 ? source.length : feed + 1;
        const end = feed === -1 ? source.length : feed > start && source[feed - 1] === '\r' ? feed - 1 : feed;
        let content = start;
        while (content < end && source[content] === ' ')
            content++;
        lines.push({ content, indent: content - start, text: source.slice(content, end), end, next });
        if (feed === -1)
            return lines;
        start = next;
    }
}
/** Folds the lines of a plain or single-quoted scalar and hands over the text of each line with its place. */
function unfold(builder, source, offset, add) {
    let start = 0;
    while (true) {
        const feed = source.indexOf('\n', start);
        if (feed === -1) {
            add(source.slice(start), offset + start);
            return;
        }
        let end = feed > start && source[feed - 1] === '\r' ? feed - 1 : feed;
        while (end > start && isBlank(source[end - 1]))
            end--;
        add(source.slice(start, end), offset + start);
        const next = skipBreaks(source, feed);
        builder.replaced(foldOf(next.breaks), offset + end, next.index - end);
        start = next.index;
    }
}
/** From a line break, over all that is blank, to the first character of the next line that is not. */
function skipBreaks(source, from) {
    let breaks = 0;
    let index = from;
    while (index < source.length) {
        if (source[index] === '\n')
            breaks++;
        else if (source[index] === '\r' ? source[index + 1] !== '\n' : !isBlank(source[index]))
            break;
        index++;
    }
    return { index, breaks };
}
function foldOf(breaks) {
    return breaks <= 1 ? ' ' : '\n'.repeat(breaks - 1);
}
function isBlank(character) {
    return character === ' ' || character === '\t' || character === '\r';
}
/** What an escape stands for, and where it ends; an unknown one stands for itself, and is reported elsewhere. */
function readEscape(source, at) {
    const letter = source[at + 1];
    const simple = letter === undefined ? undefined : simpleEscapes[letter];
    if (simple !== undefined)
        return { text: simple, end: at + 2 };
    if (letter === '\n' || (letter === '\r' && source[at + 2] === '\n')) {
        let end = at + (letter === '\n' ? 2 : 3);
        while (source[end] === ' ' || source[end] === '\t')
            end++;
        return { text: '', end };
    }
    const digits = letter === 'x' ? 2 : letter === 'u' ? 4 : letter === 'U' ? 8 : 0;
    const code = source.slice(at + 2, at + 2 + digits);
    if (digits > 0 && code.length === digits && /^[0-9a-fA-F]+$/.test(code)) {
        const point = Number.parseInt(code, 16);
        if (point <= 0x10ffff)
            return { text: String.fromCodePoint(point), end: at + 2 + digits };
    }
    const end = Math.min(at + 2, source.length);
    return { text: source.slice(at, end), end };
}
const simpleEscapes = {
    '0': '\0',
    a: '\x07',
    b: '\b',
    e: '\x1b',
    f: '\f',
    n: '\n',
    r: '\r',
    t: '\t',
    v: '\v',
    N: '\u0085',
    _: '\u00a0',
    L: '\u2028',
    P: '\u2029',
    ' ': ' ',
    '"': '"',
    '/': '/',
    '\\': '\\',
    '\t': '\t',
};

;// CONCATENATED MODULE: ./build/src/syntax/yaml/nodes.js



/**
 * A scalar that is decoded when it is first asked for: most of a file's texts never are. A class, because a file
 * has thousands of them and closures would cost more than the parsing itself.
 */
class ScalarNode {
    kind = 'scalar';
    style;
    span;
    source;
    block;
    given;
    decoded;
    /**
     * @param source the text of the whole file
     * @param given the value, when it is known already, or when a tag says other than the text
     */
    constructor(source, style, span, block, given) {
        this.source = source;
        this.style = style;
        this.span = span;
        this.block = block;
        this.given = given;
        this.decoded = undefined;
    }
    get text() {
        this.decoded ??= this.decode();
        return this.decoded;
    }
    get value() {
        if (this.given !== undefined)
            return this.given;
        return this.style === 'plain' ? coreValue(this.text.text) : this.text.text;
    }
    decode() {
        const { file, start, end } = this.span;
        switch (this.style) {
            case 'plain':
                return plainText(file, this.source.slice(start, end), start);
            case 'single-quoted':
                return singleQuotedText(file, this.inside(start, end, "'"), start + 1);
            case 'double-quoted':
                return doubleQuotedText(file, this.inside(start, end, '"'), start + 1);
            case 'literal':
            case 'folded':
                return this.decodeBlock(file);
        }
    }
    /** What stands between the quotes; the closing one may be missing. */
    inside(start, end, quote) {
        const closed = end - start > 1 && this.source[end - 1] === quote;
        return this.source.slice(start + 1, closed ? end - 1 : end);
    }
    decodeBlock(file) {
        if (this.block === undefined)
            return (0,mapped_text/* verbatim */.Bj)(file, '', this.span.start);
        const { indicators, start, end, parentIndent } = this.block;
        return blockText(file, this.source.slice(start, end), start, blockHeader(indicators), parentIndent);
    }
}

;// CONCATENATED MODULE: ./build/src/syntax/yaml/yaml-limits.js
/** What a YAML file may ask of us; a real workflow stays far below each. */
const yamlLimits = {
    /** How many maps and sequences may stand inside each other. */
    depth: 200,
    /** How many nodes aliases may repeat, all together. */
    aliasNodes: 10_000,
    /** How many characters aliases may repeat, all together. */
    aliasCharacters: 1_000_000,
};

;// CONCATENATED MODULE: ./build/src/syntax/yaml/quick-scanner.js


/** Thrown where the quick reader is not sure; the thorough one then reads the file from the start. */
class Unsure extends Error {
}
const newline = 10;
const blank = 32;
const doubleQuote = 34;
const hash = 35;
const singleQuote = 39;
const comma = 44;
const dash = 45;
const colon = 58;
const openBracket = 91;
const backslash = 92;
const closeBracket = 93;
const openBrace = 123;
const closeBrace = 125;
/** Characters that cannot begin a plain scalar, or mean something that the quick reader does not know. */
const indicators = new Set([...'&*!|>%@`,[]{}#\'"'].map((one) => one.charCodeAt(0)));
/** Scans the scalars and flow collections of one file; anything unusual makes it unsure. */
class QuickScanner {
    file;
    text;
    comments = [];
    at;
    constructor(file) {
        this.file = file;
        this.text = file.text;
        this.at = file.text.charCodeAt(0) === 0xfeff ? 1 : 0;
    }
    /** The code of the character at an offset; a line break at the end of the text. */
    code(offset) {
        return offset < this.text.length ? this.text.charCodeAt(offset) : newline;
    }
    skipBlanks() {
        while (this.text.charCodeAt(this.at) === blank)
            this.at++;
        if (this.text.charCodeAt(this.at) === 9)
            throw new Unsure();
    }
    lineEnd(from) {
        const end = this.text.indexOf('\n', from);
        return end === -1 ? this.text.length : end;
    }
    /** From behind a value to the next line: only blanks and a comment may stand there. */
    endLine() {
        const before = this.at;
        this.skipBlanks();
        const code = this.code(this.at);
        if (code === hash && (this.at > before || this.text.charCodeAt(this.at - 1) === blank))
            this.comment();
        else if (code !== newline)
            throw new Unsure();
        this.at = Math.min(this.at + 1, this.text.length);
    }
    comment() {
        const end = this.lineEnd(this.at);
        const text = this.text.slice(this.at, end);
        this.comments.push({ text, span: { file: this.file.path, start: this.at, end } });
        this.at = end;
    }
    scalar(style, start, end) {
        return new ScalarNode(this.text, style, { file: this.file.path, start, end });
    }
    /** Whether a plain scalar may begin here; `-`, `?` and `:` only before a character that is no blank. */
    beginsPlain(offset) {
        const code = this.code(offset);
        if (indicators.has(code))
            return false;
        if (code !== dash && code !== colon && code !== 63)
            return true;
        const next = this.code(offset + 1);
        return next !== blank && next !== 9 && isPlainAfterColon(next);
    }
    /** A quoted scalar; `indent` is the one that the lines it goes on over must exceed, -1 when it must not go on. */
    quoted(indent) {
        const start = this.at;
        const quote = this.text.charCodeAt(start);
        let at = start + 1;
        for (;;) {
            if (at >= this.text.length)
                throw new Unsure();
            const code = this.text.charCodeAt(at);
            if (code === quote) {
                if (quote === doubleQuote || this.text.charCodeAt(at + 1) !== singleQuote)
                    break;
                at += 2;
            }
            else if (code === backslash && quote === doubleQuote)
                at = this.escapeEnd(at);
            else if (code === newline)
                at = this.continuation(at, indent);
            else
                at++;
        }
        this.at = at + 1;
        return this.scalar(quote === doubleQuote ? 'double-quoted' : 'single-quoted', start, this.at);
    }
    escapeEnd(at) {
        const next = this.text[at + 1] ?? '';
        if ('0abefnrtvN_LP "/\\'.includes(next) && next !== '')
            return at + 2;
        const digits = next === 'x' ? 2 : next === 'u' ? 4 : 0;
        if (digits === 0 || !/^[0-9a-fA-F]+$/.test(this.text.slice(at + 2, at + 2 + digits)))
            throw new Unsure();
        return at + 2 + digits;
    }
    /** From a line break inside quotes to the first character of the next line with any. */
    continuation(from, indent) {
        let at = from;
        let lineStart = from;
        while (this.text.charCodeAt(at) === newline || this.text.charCodeAt(at) === blank) {
            if (this.text.charCodeAt(at) === newline)
                lineStart = at + 1;
            at++;
        }
        if (indent < 0 || at - lineStart <= indent || this.text.charCodeAt(at) === 9)
            throw new Unsure();
        return at;
    }
    /** A flow collection that stands on one line. */
    flow(depth) {
        if (depth > yamlLimits.depth)
            throw new Unsure();
        const start = this.at++;
        const isMap = this.text.charCodeAt(start) === openBrace;
        const closing = isMap ? closeBrace : closeBracket;
        const pairs = [];
        const items = [];
        for (;;) {
            this.skipBlanks();
            if (this.code(this.at) === closing)
                break;
            if (isMap)
                pairs.push(this.flowPair(depth));
            else
                items.push(this.flowValue(depth));
            this.skipBlanks();
            const code = this.code(this.at);
            if (code === comma)
                this.at++;
            else if (code !== closing)
                throw new Unsure();
        }
        this.at++;
        const span = { file: this.file.path, start, end: this.at };
        if (!isMap)
            return { kind: 'sequence', items, span, flow: true };
        distinctKeys(pairs);
        return { kind: 'map', pairs, span, flow: true };
    }
    flowPair(depth) {
        const key = this.flowScalar();
        this.skipBlanks();
        let value;
        if (this.code(this.at) === colon) {
            if (this.code(++this.at) !== blank)
                throw new Unsure();
            this.skipBlanks();
            const code = this.code(this.at);
            if (code !== comma && code !== closeBrace)
                value = this.flowValue(depth);
        }
        const end = value?.span.end ?? key.span.end;
        return { key, value, span: { file: this.file.path, start: key.span.start, end } };
    }
    flowValue(depth) {
        const code = this.code(this.at);
        const value = code === openBracket || code === openBrace ? this.flow(depth + 1) : this.flowScalar();
        this.skipBlanks();
        if (this.code(this.at) === colon)
            throw new Unsure();
        return value;
    }
    flowScalar() {
        const code = this.code(this.at);
        if (code === doubleQuote || code === singleQuote)
            return this.quoted(-1);
        if (code === newline || !this.beginsPlain(this.at))
            throw new Unsure();
        const start = this.at;
        let end = start;
        for (;; this.at++) {
            const next = this.code(this.at);
            if (next === comma || next === closeBracket || next === closeBrace)
                break;
            if (next === newline || next === openBracket || next === openBrace || next === 9)
                throw new Unsure();
            if (next === hash && this.text.charCodeAt(this.at - 1) === blank)
                throw new Unsure();
            if (next === colon) {
                const after = this.code(this.at + 1);
                if (after === blank)
                    break;
                if (!isPlainAfterColon(after))
                    throw new Unsure();
            }
            if (next !== blank)
                end = this.at + 1;
        }
        return this.scalar('plain', start, end);
    }
}
/** Whether a colon or dash before this character can belong to a plain scalar inside a flow collection. */
function isPlainAfterColon(code) {
    return ![newline, comma, openBracket, closeBracket, openBrace, closeBrace].includes(code);
}
/** A doubled key is reported by the thorough reader. */
function distinctKeys(pairs) {
    if (pairs.length < 2)
        return;
    const seen = new Set();
    for (const { key } of pairs)
        seen.add(key.text.text);
    if (seen.size < pairs.length)
        throw new Unsure();
}

;// CONCATENATED MODULE: ./build/src/syntax/yaml/quick-reader.js



/**
 * Reads a file that uses YAML as nearly all workflows do: block maps and lists, scalars of every style, flow
 * collections on one line. Anything else, and anything doubtful, gives `undefined`, and the thorough reader decides:
 * faults, anchors, tags, tabs, carriage returns, several documents. What it does read is the same tree.
 */
function readQuickly(file) {
    if (file.text.includes('\r'))
        return undefined;
    try {
        return new QuickReader(file).document();
    }
    catch (error) {
        if (error instanceof Unsure)
            return undefined;
        throw error;
    }
}
const quick_reader_newline = 10;
const quick_reader_blank = 32;
const quick_reader_hash = 35;
const quick_reader_dash = 45;
const quick_reader_colon = 58;
class QuickReader extends QuickScanner {
    /** Indentation of the content at `at`; -1 at the end of the file. */
    indent = -1;
    /** The line `---` may stand once, before the document. */
    mark = 'possible';
    /** The key that `isKey` found and no pair has taken yet. */
    key;
    document() {
        this.toContent();
        if (this.indent === 0 && this.text.startsWith('---', this.at)) {
            this.at += 3;
            this.endLine();
            this.mark = 'seen';
            this.toContent();
        }
        this.mark = 'seen';
        if (this.indent === -1)
            return { root: undefined, comments: this.comments };
        if (this.indent === 0 && this.isDocumentMark())
            throw new Unsure();
        const isSequence = this.isDash();
        if (!isSequence && !this.isKey())
            throw new Unsure();
        const root = isSequence ? this.sequence(0) : this.map(0);
        if (this.indent !== -1)
            throw new Unsure();
        return { root, comments: this.comments };
    }
    /** From the start of a line over blank lines and comments to the next content. */
    toContent() {
        const { text } = this;
        for (;;) {
            const lineStart = this.at;
            while (text.charCodeAt(this.at) === quick_reader_blank)
                this.at++;
            if (this.at >= text.length) {
                this.indent = -1;
                return;
            }
            const code = text.charCodeAt(this.at);
            if (code === quick_reader_hash) {
                this.comment();
                this.at = Math.min(this.at + 1, text.length);
            }
            else if (code === quick_reader_newline)
                this.at++;
            else {
                if (code === 9)
                    throw new Unsure();
                this.indent = this.at - lineStart;
                if (this.indent === 0 && this.mark === 'seen' && this.isDocumentMark())
                    throw new Unsure();
                return;
            }
        }
    }
    isDocumentMark() {
        return (this.text.startsWith('...', this.at) ||
            this.text.startsWith('---', this.at) ||
            this.code(this.at) === 37);
    }
    isDash() {
        if (this.code(this.at) !== quick_reader_dash)
            return false;
        const next = this.code(this.at + 1);
        return next === quick_reader_blank || next === quick_reader_newline;
    }
    /** A node that begins at `at`, which is the first content of its line or stands behind a dash. */
    blockNode(parentIndent, depth) {
        if (depth > yamlLimits.depth)
            throw new Unsure();
        if (this.isDash())
            return this.sequence(depth);
        if (this.isKey())
            return this.map(depth);
        return this.value(parentIndent, depth);
    }
    sequence(depth) {
        const { indent } = this;
        const start = this.at;
        const items = [];
        let end = start + 1;
        let last = start + 1;
        while (this.indent === indent && this.isDash()) {
            last = this.at + 1;
            this.at++;
            const item = this.itemValue(indent, depth);
            if (item !== undefined)
                end = item.span.end;
            items.push(item);
        }
        if (items.every((item) => item === undefined))
            end = last;
        if (this.indent > indent)
            throw new Unsure();
        return { kind: 'sequence', items, span: { file: this.file.path, start, end }, flow: false };
    }
    /** What stands behind a dash: on its line, or on the lines below that are set in deeper. */
    itemValue(indent, depth) {
        const dashAt = this.at - 1;
        this.skipBlanks();
        const code = this.code(this.at);
        if (code === quick_reader_newline || code === quick_reader_hash) {
            this.endLine();
            this.toContent();
            return this.indent > indent ? this.blockNode(indent, depth + 1) : undefined;
        }
        this.indent = indent + this.at - dashAt;
        return this.blockNode(indent, depth + 1);
    }
    map(depth) {
        const { indent } = this;
        const pairs = [];
        do {
            if (this.key === undefined && !this.isKey())
                throw new Unsure();
            pairs.push(this.pair(indent, depth));
        } while (this.indent === indent && !this.isDash());
        if (this.indent > indent)
            throw new Unsure();
        distinctKeys(pairs);
        const start = pairs[0]?.span.start ?? 0;
        const end = pairs.at(-1)?.span.end ?? 0;
        return { kind: 'map', pairs, span: { file: this.file.path, start, end }, flow: false };
    }
    pair(indent, depth) {
        const key = this.key;
        if (key === undefined)
            throw new Unsure();
        this.key = undefined;
        const value = this.pairValue(indent, depth);
        const { file, start, end } = key.span;
        return { key, value, span: { file, start, end: Math.max(end, value?.span.end ?? 0) } };
    }
    pairValue(indent, depth) {
        this.skipBlanks();
        const code = this.code(this.at);
        if (code !== quick_reader_newline && code !== quick_reader_hash)
            return this.value(indent, depth);
        this.endLine();
        this.toContent();
        if (this.indent > indent)
            return this.blockNode(indent, depth + 1);
        return this.indent === indent && this.isDash() ? this.sequence(depth + 1) : undefined;
    }
    /** Whether a key stands at `at`; when so, it is kept in `key` and `at` moves behind its colon. */
    isKey() {
        const start = this.at;
        const code = this.code(start);
        if (code === 34 || code === 39) {
            const key = this.quoted(-2);
            this.skipBlanks();
            if (this.code(this.at) === quick_reader_colon && this.isSpace(this.at + 1))
                return this.keepKey(key);
            this.at = start;
            return false;
        }
        if (!this.beginsPlain(start))
            return false;
        const { text } = this;
        for (let at = start; at < text.length; at++) {
            const next = text.charCodeAt(at);
            if (next === quick_reader_newline)
                return false;
            if (next === 9)
                throw new Unsure();
            if (next === quick_reader_hash && text.charCodeAt(at - 1) === quick_reader_blank)
                return false;
            if (next !== quick_reader_colon || !this.isSpace(at + 1))
                continue;
            let end = at;
            while (text.charCodeAt(end - 1) === quick_reader_blank)
                end--;
            if (at - start > 1000)
                throw new Unsure();
            this.at = at;
            return this.keepKey(this.scalar('plain', start, end));
        }
        return false;
    }
    keepKey(key) {
        this.key = key;
        this.at++;
        return true;
    }
    isSpace(offset) {
        const code = this.code(offset);
        if (code === 9)
            throw new Unsure();
        return code === quick_reader_blank || code === quick_reader_newline;
    }
    /** A value that is no block map or list; `indent` is that of the map or list around it. */
    value(indent, depth) {
        const code = this.code(this.at);
        if (code === 124 || code === 62)
            return this.block(indent);
        if (code === 34 || code === 39)
            return this.closed(this.quoted(indent));
        if (code === 91 || code === 123)
            return this.closed(this.flow(depth + 1));
        if (!this.beginsPlain(this.at))
            throw new Unsure();
        return this.plain(indent);
    }
    closed(node) {
        this.endLine();
        this.toContent();
        return node;
    }
    plain(indent) {
        const { text } = this;
        const start = this.at;
        let end = this.plainLine();
        while (this.code(this.at) === quick_reader_newline && this.at < text.length) {
            let at = this.at;
            let lineStart = at;
            while (text.charCodeAt(at) === quick_reader_newline || text.charCodeAt(at) === quick_reader_blank) {
                if (text.charCodeAt(at) === quick_reader_newline)
                    lineStart = at + 1;
                at++;
            }
            if (at >= text.length || at - lineStart <= indent || text.charCodeAt(at) === quick_reader_hash)
                break;
            const code = text.charCodeAt(at);
            if (code === quick_reader_dash || code === 63 || code === 9)
                throw new Unsure();
            this.at = at;
            end = this.plainLine();
        }
        this.endLine();
        this.toContent();
        return this.scalar('plain', start, end);
    }
    /** Moves over one line of a plain scalar and gives its end; `at` is then at the line break or the comment. */
    plainLine() {
        const { text } = this;
        let end = this.at;
        for (; this.at < text.length; this.at++) {
            const code = text.charCodeAt(this.at);
            if (code === quick_reader_newline)
                break;
            if (code === quick_reader_blank)
                continue;
            if (code === 9)
                throw new Unsure();
            if (code === quick_reader_hash && text.charCodeAt(this.at - 1) === quick_reader_blank)
                break;
            if (code === quick_reader_colon && this.isSpace(this.at + 1))
                throw new Unsure();
            end = this.at + 1;
        }
        return end;
    }
    block(indent) {
        const { text } = this;
        const start = this.at;
        const style = text[start] === '|' ? 'literal' : 'folded';
        if (text[++this.at] === '-')
            this.at++;
        const indicators = text.slice(start, this.at);
        this.endLine();
        const contentStart = this.at;
        const content = this.blockEnd(indent);
        const written = text.slice(contentStart, content.end).trimEnd().length;
        this.at = content.next;
        this.toContent();
        const span = { file: this.file.path, start, end: written === 0 ? start + 1 : contentStart + written };
        return new ScalarNode(text, style, span, {
            indicators,
            start: contentStart,
            end: content.end,
            parentIndent: indent,
        });
    }
    /** Where the lines of a block scalar end, and where the line after them begins. */
    blockEnd(indent) {
        const { text } = this;
        let at = this.at;
        let end = at;
        let width = -1;
        let widest = 0;
        while (at < text.length) {
            const lineStart = at;
            while (text.charCodeAt(at) === quick_reader_blank)
                at++;
            const own = at - lineStart;
            if (at >= text.length || text.charCodeAt(at) === quick_reader_newline) {
                // Blanks beyond the indentation belong to the text, in ways that the thorough reader knows.
                if (width !== -1 && own > width)
                    throw new Unsure();
                widest = Math.max(widest, own);
                at++;
                continue;
            }
            if (width === -1) {
                if (own <= indent)
                    return { end, next: lineStart };
                if (widest > own)
                    throw new Unsure();
                width = own;
            }
            if (own < width)
                return { end, next: lineStart };
            const feed = text.indexOf('\n', at);
            at = feed === -1 ? text.length : feed + 1;
            end = at;
        }
        return { end, next: text.length };
    }
}

;// CONCATENATED MODULE: ./build/src/syntax/yaml/tokens.js


const startOfDocument = '\u0002';
const endOfFlow = '\u0018';
const beforeScalar = '\u001f';
/** Splits a file into documents of tokens; stops where nesting exceeds the limit. */
function readTokens(file) {
    const parser = new dist/* Parser */.iX();
    const tokens = [];
    const comments = [];
    let offset = 0;
    let isScalar = false;
    for (const lexeme of new dist/* Lexer */.JG().lex(file.text)) {
        for (const token of parser.next(lexeme))
            tokens.push(token);
        if (isScalar) {
            isScalar = false;
            offset += lexeme.length;
        }
        else if (lexeme === beforeScalar)
            isScalar = true;
        else if (lexeme !== startOfDocument && lexeme !== endOfFlow) {
            if (lexeme.startsWith('#')) {
                comments.push({
                    text: lexeme,
                    span: { file: file.path, start: offset, end: offset + lexeme.length },
                });
            }
            offset += lexeme.length;
        }
        if (parser.stack.length > yamlLimits.depth)
            return { tokens: [], comments, tooDeepAt: offset };
    }
    for (const token of parser.end())
        tokens.push(token);
    return { tokens, comments, tooDeepAt: undefined };
}

;// CONCATENATED MODULE: ./build/src/syntax/yaml/tree-reader.js




/** A reader for one file. */
function treeReader(file) {
    const faults = [];
    const quotes = [];
    const brackets = [];
    const anchors = new Map();
    let nodes = 0;
    let repeatedNodes = 0;
    let repeatedCharacters = 0;
    let deepest = 0;
    let bombReported = false;
    const span = (start, end) => ({ file: file.path, start, end });
    const readNode = (node, depth) => {
        nodes++;
        if (depth > deepest)
            deepest = depth;
        if ((0,dist/* isScalar */.jn)(node))
            return remember(node.anchor, depth, () => readScalar(node));
        if ((0,dist/* isMap */.jh)(node))
            return remember(node.anchor, depth, () => readMap(node, depth));
        if ((0,dist/* isSeq */.oP)(node))
            return remember(node.anchor, depth, () => readSequence(node, depth));
        if ((0,dist/* isAlias */.Vj)(node))
            return follow(node.source, node.range?.[0] ?? 0, node.range?.[1] ?? 0, depth);
        return undefined;
    };
    const remember = (anchor, depth, make) => {
        if (anchor === undefined)
            return make();
        const outerDeepest = deepest;
        const before = nodes;
        deepest = depth;
        const entry = { node: undefined, open: true, nodes: 0, characters: 0, height: 0 };
        anchors.set(anchor, entry);
        entry.node = make();
        entry.open = false;
        entry.nodes = nodes - before + 1;
        entry.characters = entry.node === undefined ? 0 : entry.node.span.end - entry.node.span.start;
        entry.height = deepest - depth;
        deepest = Math.max(outerDeepest, deepest);
        return entry.node;
    };
    const follow = (name, start, end, depth) => {
        const target = anchors.get(name);
        if (target === undefined) {
            faults.push({
                message: `the alias "*${name}" names no anchor above it`,
                at: span(start, end),
                help: `mark a value with "&${name}" above, or quote the value when it is meant as text`,
            });
            return undefined;
        }
        if (target.open) {
            faults.push({
                message: `the alias "*${name}" stands inside the value that it repeats`,
                at: span(start, end),
                help: 'write the value out',
            });
            return undefined;
        }
        repeatedNodes += target.nodes;
        repeatedCharacters += target.characters;
        nodes += target.nodes;
        deepest = Math.max(deepest, depth + target.height);
        if (repeatedNodes > yamlLimits.aliasNodes ||
            repeatedCharacters > yamlLimits.aliasCharacters ||
            depth + target.height > yamlLimits.depth) {
            if (!bombReported) {
                bombReported = true;
                faults.push({
                    message: `aliases repeat more than ${yamlLimits.aliasNodes.toLocaleString('en-US')} values here, which is more than is read`,
                    at: span(start, end),
                    help: 'write fewer aliases of aliases',
                });
            }
            return undefined;
        }
        return target.node;
    };
    const readScalar = (scalar) => {
        const token = scalar.srcToken;
        const value = scalar.value;
        const known = typeof value === 'number' || typeof value === 'boolean' || value === null ? value : undefined;
        switch (token?.type) {
            case 'scalar': {
                if (token.source === '')
                    return undefined;
                const given = typeof value === 'string' ? value : known;
                return new ScalarNode(file.text, 'plain', spanOf(token), undefined, given);
            }
            case 'single-quoted-scalar':
                if (!isClosed(token.source, "'"))
                    quotes.push(token.offset);
                return new ScalarNode(file.text, 'single-quoted', spanOf(token), undefined, known);
            case 'double-quoted-scalar':
                if (!isClosed(token.source, '"'))
                    quotes.push(token.offset);
                return new ScalarNode(file.text, 'double-quoted', spanOf(token), undefined, known);
            case 'block-scalar':
                return readBlock(token, known);
            default:
                return undefined;
        }
    };
    const spanOf = ({ offset, source }) => span(offset, offset + source.length);
    const readBlock = (token, known) => {
        const header = token.props.find((prop) => prop.type === 'block-scalar-header');
        const indicators = header !== undefined && 'source' in header ? (header.source ?? '') : '|';
        let start = token.offset;
        for (const prop of token.props)
            if ('source' in prop)
                start += prop.source?.length ?? 0;
        const written = token.source.trimEnd().length;
        const content = { indicators, start, end: start + token.source.length, parentIndent: token.indent };
        return new ScalarNode(file.text, blockHeader(indicators).style, span(token.offset, written === 0 ? token.offset + 1 : start + written), content, known);
    };
    const readMap = (map, depth) => {
        const pairs = [];
        const seen = new Map();
        for (const item of map.items) {
            const pair = readPair(item, depth);
            if (pair === undefined)
                continue;
            pairs.push(pair);
            const name = keyName(pair.key);
            const first = seen.get(name);
            if (first === undefined)
                seen.set(name, pair);
            else if (name !== '<<') {
                faults.push({
                    message: `the key "${shorten(name)}" is written twice in one map`,
                    at: pair.key.span,
                    related: [{ span: first.key.span, text: 'it stands here already' }],
                    help: 'remove or rename one of them; the platform takes only one',
                });
            }
        }
        return { kind: 'map', pairs, span: collectionSpan(map, pairs), flow: map.flow === true };
    };
    const readPair = (item, depth) => {
        const before = faults.length;
        const key = readNode(item.key, depth + 1);
        // What is wrong inside a key that is wrong as a whole is not told.
        if (key !== undefined && key.kind !== 'scalar')
            faults.length = before;
        const value = item.value === null ? undefined : readNode(item.value, depth + 1);
        const textKey = key?.kind === 'scalar' ? key : replacementKey(item, key);
        if (textKey === undefined)
            return undefined;
        // An alias is written after its key; what it names stands elsewhere.
        const written = value !== undefined && value.span.start >= textKey.span.start ? value.span.end : 0;
        return {
            key: textKey,
            value,
            span: span(textKey.span.start, Math.max(textKey.span.end, (0,dist/* isAlias */.Vj)(item.value) ? aliasEnd(item) : written)),
        };
    };
    const replacementKey = (item, key) => {
        const range = item.key?.range;
        if (!range)
            return undefined;
        const end = key?.span.end ?? range[1];
        const at = span(range[0], Math.max(end, range[0]));
        faults.push({
            message: key === undefined ? 'a key is missing before the colon' : 'a key must be text, not a map or a list',
            at: key === undefined ? span(range[0], Math.min(range[0] + 1, file.text.length)) : at,
            help: file.text.slice(range[0], range[0] + 2) === '{{'
                ? 'an expression is written "${{ … }}"; put it in quotes'
                : 'write a name before the colon; put it in quotes when it has brackets in it',
        });
        return new ScalarNode(file.text, 'plain', at, undefined, file.text.slice(at.start, at.end));
    };
    const readSequence = (sequence, depth) => {
        const items = sequence.items.map((item) => readNode(item, depth + 1));
        return {
            kind: 'sequence',
            items,
            span: collectionSpan(sequence, items),
            flow: sequence.flow === true,
        };
    };
    const collectionSpan = (collection, children) => {
        const [start, end] = (collection.range ?? [0, 0, 0]);
        const token = collection.srcToken;
        if (token?.type === 'flow-collection') {
            const expected = token.start.source === '{' ? '}' : ']';
            if (token.end[0]?.source !== expected)
                brackets.push(token.offset);
            return span(start, end);
        }
        let last = start;
        for (const child of children) {
            if (child !== undefined && child.span.start >= start && child.span.end <= end) {
                last = Math.max(last, child.span.end);
            }
        }
        if (last === start && token?.type === 'block-seq') {
            const dashes = token.items.flatMap((item) => item.start.filter(({ type }) => type === 'seq-item-ind'));
            last = (dashes.at(-1)?.offset ?? start) + 1;
        }
        return span(start, last === start ? file.text.slice(start, end).trimEnd().length + start : last);
    };
    return {
        read: (node) => readNode(node, 0),
        faults,
        opened: { quotes, brackets },
    };
}
function aliasEnd(item) {
    return item.value.range?.[1] ?? 0;
}
function isClosed(source, quote) {
    if (source.length < 2 || !source.endsWith(quote))
        return false;
    if (quote === "'")
        return true;
    let slashes = 0;
    for (let at = source.length - 2; at > 0 && source[at] === '\\'; at--)
        slashes++;
    return slashes % 2 === 0;
}
function keyName(key) {
    return key.text.text;
}
function shorten(name) {
    return name.length > 60 ? `${name.slice(0, 57)}…` : name;
}

// EXTERNAL MODULE: ./build/src/base/assert-never.js
var assert_never = __webpack_require__(8786);
;// CONCATENATED MODULE: ./build/src/syntax/yaml/yaml-faults.js

/**
 * The first error of a file as a finding in our words. What follows a first error is mostly its echo, and is not
 * told.
 */
function firstFault(file, errors, opened) {
    let at = Number.POSITIVE_INFINITY;
    let tell;
    const offer = (offset, wording) => {
        if (offset >= at)
            return;
        at = offset;
        tell = wording;
    };
    for (const start of opened.quotes)
        offer(start, () => unclosedQuote(file.text, start));
    for (const start of opened.brackets)
        offer(start, () => unclosedBracket(file.text, start));
    for (const error of errors) {
        if (!endsAnOpenPlace(error, opened))
            offer(error.pos[0], () => word(file.text, error));
    }
    if (tell === undefined)
        return undefined;
    const { start, end, message, help } = tell();
    return { message, at: { file: file.path, start, end: Math.max(start, end) }, ...(help && { help }) };
}
/** Whether an error only says that something opened earlier is still open. */
function endsAnOpenPlace(error, opened) {
    if (error.code !== 'MISSING_CHAR' && error.code !== 'BAD_INDENT')
        return false;
    return [...opened.quotes, ...opened.brackets].some((start) => start < error.pos[0]);
}
function unclosedQuote(text, start) {
    const end = lineEnd(text, start);
    const next = nextQuoteIn(text, start);
    if (next !== undefined) {
        return {
            start,
            end,
            message: `the ${text[start]} that opens here closes in the middle of another value, on line ${lineOf(text, next)}`,
            help: `close it on its own line with another ${text[start]}`,
        };
    }
    return {
        start,
        end,
        message: `this value is opened with ${text[start]} and never closed`,
        help: `add the closing ${text[start]}`,
    };
}
function nextQuoteIn(text, start) {
    const next = text.indexOf(text[start] ?? '"', start + 1);
    return next === -1 ? undefined : next;
}
function unclosedBracket(text, start) {
    const closing = text[start] === '[' ? ']' : '}';
    return {
        start,
        end: start + 1,
        message: `"${text[start]}" is opened here and never closed`,
        help: `add the closing "${closing}", or quote the value when it is meant as text`,
    };
}
function word(text, error) {
    const [from, to] = error.pos;
    const start = Math.min(from, text.length);
    const code = error.code;
    switch (code) {
        case 'TAB_AS_INDENT':
            return {
                start,
                end: start + (/^\t+/.exec(text.slice(start, start + 100))?.[0].length ?? 1),
                message: 'a tab is used for indentation',
                help: 'YAML is indented with blanks only; replace the tab by blanks',
            };
        case 'BLOCK_AS_IMPLICIT_KEY':
            return nestedOnOneLine(text, start);
        case 'MULTILINE_IMPLICIT_KEY':
            return keyWithoutColon(text, start);
        case 'MISSING_CHAR':
            return missing(text, start, to);
        case 'BAD_INDENT':
            return badIndentation(text, start);
        case 'BAD_SCALAR_START':
            return {
                start,
                end: valueEnd(text, start),
                message: `a value cannot begin with "${text[start] ?? ''}" unless it is quoted`,
                help: `quote it: ${quoted(text.slice(start, valueEnd(text, start)))}`,
            };
        case 'BAD_DQ_ESCAPE':
            return {
                start,
                end: Math.min(start + 2, text.length),
                message: `"${text.slice(start, start + 2)}" is not an escape that YAML knows`,
                help: 'write the backslash twice, or put the value in single quotes, where backslashes mean themselves',
            };
        case 'UNEXPECTED_TOKEN':
            return unexpected(text, start);
        case 'BLOCK_IN_FLOW':
            return {
                start,
                end: lineEnd(text, start),
                message: 'an indented map or list cannot stand inside [ ] or { }',
                help: 'write the outer list or map over several lines, without brackets',
            };
        case 'BAD_ALIAS':
            return {
                start,
                end: valueEnd(text, start),
                message: `"${text.slice(start, valueEnd(text, start))}" names no anchor`,
                help: 'an alias "*name" repeats a value marked "&name" above it; quote the value when it is meant as text',
            };
        case 'ALIAS_PROPS':
        case 'BAD_PROP_ORDER':
        case 'MULTIPLE_ANCHORS':
        case 'MULTIPLE_TAGS':
        case 'TAG_RESOLVE_FAILED':
        case 'BAD_COLLECTION_TYPE':
            return {
                start,
                end: Math.max(to, start + 1),
                message: `the anchor or tag "${text.slice(start, to)}" cannot stand here`,
                help: 'quote the value when it is meant as text',
            };
        case 'BAD_DIRECTIVE':
            return {
                start,
                end: lineEnd(text, start),
                message: `"${text.slice(start, lineEnd(text, start))}" is not a directive that YAML knows`,
                help: 'remove the line; a workflow needs no directives',
            };
        case 'KEY_OVER_1024_CHARS':
            return { start, end: lineEnd(text, start), message: 'a key is longer than 1,024 characters' };
        case 'DUPLICATE_KEY':
        case 'IMPOSSIBLE':
        case 'MULTIPLE_DOCS':
        case 'NON_STRING_KEY':
        case 'RESOURCE_EXHAUSTION':
            return { start, end: lineEnd(text, start), message: 'this cannot be read as YAML' };
        default:
            return (0,assert_never/* assertNever */.x)(code);
    }
}
function nestedOnOneLine(text, start) {
    const end = valueEnd(text, start);
    const value = text.slice(start, end);
    if (/:(\s|$)/.test(value)) {
        return {
            start,
            end,
            message: `the value ${shown(value)} has ": " in it, which YAML reads as another key`,
            help: `quote it: ${quoted(value)}`,
        };
    }
    const below = contentAfter(text, lineEnd(text, start));
    return {
        start: below,
        end: valueEnd(text, below),
        message: 'this line is indented as if it belonged to the line above, which already has a value',
        help: 'indent it like the line above, or remove the value above',
    };
}
function keyWithoutColon(text, start) {
    const end = valueEnd(text, start);
    const line = text.slice(start, end);
    const tight = /^("[^"]*"|'[^']*'|[^\s:]+):(?=\S)/.exec(line);
    if (tight !== null) {
        const colon = start + tight[0].length;
        return {
            start,
            end,
            message: `there is no blank after the colon in ${shown(line)}`,
            help: `write ${shown(`${text.slice(start, colon)} ${text.slice(colon, end)}`)}`,
        };
    }
    return {
        start,
        end,
        message: `${shown(line)} is not followed by a colon`,
        help: 'every entry of a map is "key: value"; indent a text that goes on over several lines, or write it after "|"',
    };
}
function missing(text, start, to) {
    const dollar = text.lastIndexOf('${{', start);
    if (dollar !== -1 && start - dollar <= 2) {
        const close = text.indexOf('}}', start);
        return {
            start: dollar,
            end: close === -1 || close > lineEnd(text, start) ? lineEnd(text, start) : close + 2,
            message: 'an expression inside [ ] or { } must be quoted, because YAML reads its braces as a map',
            help: 'put it in quotes, braces included',
        };
    }
    if (text[start] === '#') {
        return {
            start,
            end: lineEnd(text, start),
            message: 'a comment needs a blank before its "#"',
            help: 'put a blank before the "#", or quote the value when the "#" belongs to it',
        };
    }
    if (to > start && /\S/.test(text[start] ?? '') && !/[\]},]/.test(text[start] ?? '')) {
        return keyWithoutColon(text, start);
    }
    return {
        start,
        end: Math.min(start + 1, text.length),
        message: 'something is missing here: a comma, a colon or a closing bracket',
    };
}
function badIndentation(text, start) {
    const at = contentAfter(text, start);
    return {
        start: at,
        end: valueEnd(text, at),
        message: `${shown(text.slice(at, valueEnd(text, at)))} does not line up with the lines around it`,
        help: 'the entries of one map, and the dashes of one list, begin in the same column',
    };
}
function unexpected(text, start) {
    const end = valueEnd(text, start);
    const before = text.slice(0, start).trimEnd().at(-1);
    const sameLine = !/[\r\n]/.test(text.slice(Math.max(0, start - 200), start).match(/\s*$/)?.[0] ?? '');
    if (sameLine && (before === '"' || before === "'")) {
        return {
            start,
            end,
            message: `${shown(text.slice(start, end))} stands after the quote that closes the value`,
            help: before === "'"
                ? "write a quote inside single quotes twice (''), or put the value in double quotes"
                : 'write a quote inside double quotes as \\", or put the value in single quotes',
        };
    }
    if (text[start] === '-' && sameLine) {
        return {
            start,
            end,
            message: 'a list cannot begin on the line of its key',
            help: 'begin the list on the next line, or quote the value when it is meant as text',
        };
    }
    return {
        start,
        end,
        message: `${shown(text.slice(start, end))} is not expected here`,
        help: 'look at the indentation of this line and of the one above; text with special characters needs quotes',
    };
}
/** Where the value that begins at `start` ends on its line, a comment left off. */
function valueEnd(text, start) {
    const end = lineEnd(text, start);
    const line = text.slice(start, end);
    const comment = /\s#/.exec(line);
    const value = (comment === null ? line : line.slice(0, comment.index)).trimEnd();
    return Math.min(text.length, start + Math.max(value.length, 1));
}
function lineEnd(text, start) {
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    return end > start && text[end - 1] === '\r' ? end - 1 : end;
}
/** The first character at or after `from` that is no white space; the last one of the text when there is none. */
function contentAfter(text, from) {
    let at = from;
    while (at < text.length && /\s/.test(text[at] ?? ''))
        at++;
    return at < text.length ? at : Math.max(0, text.trimEnd().length - 1);
}
function lineOf(text, offset) {
    let line = 1;
    for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1))
        line++;
    return line;
}
function shown(value) {
    return `"${value.length > 60 ? `${value.slice(0, 57)}…` : value}"`;
}
function quoted(value) {
    const text = value.length > 60 ? `${value.slice(0, 57)}…` : value;
    return text.includes("'") ? `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : `'${text}'`;
}

;// CONCATENATED MODULE: ./build/src/syntax/yaml/parse-yaml.js






/** Reads a YAML file. Any text gives a result; nothing is thrown. */
function parseYaml(file) {
    const quick = readQuickly(file);
    return quick === undefined ? parseThoroughly(file) : { ...quick, faults: [], broken: false };
}
/** Reads a YAML file with the `yaml` package, which knows the whole language and what is wrong with a text. */
function parseThoroughly(file) {
    try {
        return read(file);
    }
    catch (error) {
        // The parser's own recursion is bounded by the depth limit below; a line of its own kind may still exceed it.
        if (!(error instanceof RangeError))
            throw error;
        return { root: undefined, comments: [], faults: [tooDeep(file, 0)], broken: true };
    }
}
function read(file) {
    const { tokens, comments, tooDeepAt } = readTokens(file);
    if (tooDeepAt !== undefined) {
        return { root: undefined, comments, faults: [tooDeep(file, tooDeepAt)], broken: true };
    }
    const composer = new dist/* Composer */.Dk({ keepSourceTokens: true, uniqueKeys: false, schema: 'core' });
    const documents = [];
    const errors = [];
    for (const document of composer.compose(tokens, true, file.text.length)) {
        documents.push(document);
        for (const error of document.errors)
            errors.push(error);
    }
    const reader = treeReader(file);
    const root = reader.read(documents[0]?.contents);
    for (const other of documents.slice(1))
        reader.read(other.contents);
    const syntax = firstFault(file, errors, reader.opened);
    if (syntax !== undefined)
        return { root, comments, faults: [syntax], broken: true };
    const faults = [...reader.faults, ...furtherDocuments(file, documents)];
    return { root, comments, faults, broken: false };
}
function tooDeep(file, offset) {
    return {
        message: `the file nests deeper than ${yamlLimits.depth} levels, which is more than is read`,
        at: { file: file.path, start: Math.max(0, offset - 1), end: offset },
        help: 'a workflow needs about ten levels; look for brackets or dashes that repeat',
    };
}
function furtherDocuments(file, documents) {
    const second = documents[1];
    if (second === undefined || documents[0] === undefined)
        return [];
    const mark = file.text.lastIndexOf('---', Math.max(second.range[0], second.contents?.range?.[0] ?? 0));
    const start = Math.max(mark, 0);
    return [
        {
            message: `the file holds ${documents.length} YAML documents, and only the first one is read`,
            at: { file: file.path, start, end: Math.min(start + 3, file.text.length) },
            help: 'remove the line "---", or move what follows it to a file of its own',
        },
    ];
}


/***/ })

};
