export const id = 80;
export const ids = [80];
export const modules = {

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

/***/ 6080:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  checkCommand: () => (/* binding */ checkCommand)
});

// EXTERNAL MODULE: ./build/src/app/check.js + 19 modules
var check = __webpack_require__(5634);
// EXTERNAL MODULE: ./build/src/app/own-repository.js
var own_repository = __webpack_require__(8638);
// EXTERNAL MODULE: ./build/src/base/assert-never.js
var assert_never = __webpack_require__(8786);
// EXTERNAL MODULE: ./build/src/report/document/words.js
var words = __webpack_require__(5929);
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
        `${plan.workflow} (${(0,words/* runTitle */.kh)(plan)})`,
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
            : [`  ready within ${(0,words/* duration */.p0)(limits.startMs)}, up for ${(0,words/* duration */.p0)(limits.stableMs)}`]),
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

// EXTERNAL MODULE: ./build/src/app/prepare-request.js + 6 modules
var prepare_request = __webpack_require__(5046);
// EXTERNAL MODULE: ./build/src/app/run-workflows.js + 12 modules
var run_workflows = __webpack_require__(957);
;// CONCATENATED MODULE: ./build/src/app/plan.js




/** What would be run; nothing is started. */
async function plan(request, world) {
    const prepared = await (0,prepare_request/* prepareRequest */.n)(request, world);
    if (prepared.kind === 'refused')
        return prepared;
    const planned = (0,run_workflows/* planRuns */.gp)({ ...prepared, request, world, repository: await (0,own_repository/* ownRepository */.d5)(world) });
    return planned.kind === 'refused' ? planned : { kind: 'plans', plans: planned.runs.map(planSummary) };
}

// EXTERNAL MODULE: ./build/src/app/request.js + 1 modules
var app_request = __webpack_require__(3176);
// EXTERNAL MODULE: ./build/src/app/untrusted-event.js
var untrusted_event = __webpack_require__(9078);
// EXTERNAL MODULE: ./build/src/host/interruption.js
var host_interruption = __webpack_require__(5909);
// EXTERNAL MODULE: ./build/src/host/node-world.js + 1 modules
var node_world = __webpack_require__(4564);
// EXTERNAL MODULE: ./build/src/report/document/json.js
var document_json = __webpack_require__(644);
// EXTERNAL MODULE: ./build/src/report/render.js + 21 modules
var render = __webpack_require__(3743);
;// CONCATENATED MODULE: ./build/src/report/unified-diff.js
/** Lines compared in full at most; a longer stretch of changes is shown as one. */
const mostLines = 2000;
/** Lines of context around a change. */
const context = 3;
/** The difference of two texts in the form that `patch` and `git apply` read; empty when they are the same. */
function unifiedDiff(path, before, after) {
    if (before === after)
        return '';
    const steps = stepsBetween(before.split('\n'), after.split('\n'));
    const hunks = hunksOf(steps);
    return `--- a/${path}\n+++ b/${path}\n${hunks.join('')}`;
}
function stepsBetween(before, after) {
    let head = 0;
    while (head < before.length && head < after.length && before[head] === after[head])
        head++;
    let tail = 0;
    while (tail < before.length - head &&
        tail < after.length - head &&
        before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
        tail++;
    }
    const same = (text) => ({ sign: ' ', text });
    return [
        ...before.slice(0, head).map(same),
        ...middleSteps(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
        ...before.slice(before.length - tail).map(same),
    ];
}
/** The longest common part line by line; too long a stretch is taken out and put in as a whole. */
function middleSteps(before, after) {
    const steps = [];
    if (before.length > mostLines || after.length > mostLines) {
        for (const text of before)
            steps.push({ sign: '-', text });
        for (const text of after)
            steps.push({ sign: '+', text });
        return steps;
    }
    const width = after.length + 1;
    const common = new Uint16Array((before.length + 1) * width);
    const at = (row, column) => common[row * width + column] ?? 0;
    for (let row = before.length - 1; row >= 0; row--) {
        for (let column = after.length - 1; column >= 0; column--) {
            common[row * width + column] =
                before[row] === after[column]
                    ? at(row + 1, column + 1) + 1
                    : Math.max(at(row + 1, column), at(row, column + 1));
        }
    }
    let [row, column] = [0, 0];
    while (row < before.length || column < after.length) {
        const [old, fresh] = [before[row], after[column]];
        if (old !== undefined && old === fresh) {
            steps.push({ sign: ' ', text: old });
            row++;
            column++;
        }
        else if (old !== undefined && (fresh === undefined || at(row + 1, column) >= at(row, column + 1))) {
            steps.push({ sign: '-', text: old });
            row++;
        }
        else {
            steps.push({ sign: '+', text: fresh ?? '' });
            column++;
        }
    }
    return steps;
}
function hunksOf(steps) {
    const changed = steps.flatMap((step, index) => (step.sign === ' ' ? [] : [index]));
    const ranges = [];
    for (const index of changed) {
        const range = ranges.at(-1);
        if (range !== undefined && index - range.last <= 2 * context)
            range.last = index;
        else
            ranges.push({ first: index, last: index });
    }
    return ranges.map(({ first, last }) => {
        const from = Math.max(0, first - context);
        const part = steps.slice(from, Math.min(steps.length, last + context + 1));
        const count = (sign, some) => some.filter((step) => step.sign === ' ' || step.sign === sign).length;
        const above = steps.slice(0, from);
        const old = `${count('-', above) + 1},${count('-', part)}`;
        const fresh = `${count('+', above) + 1},${count('+', part)}`;
        return `@@ -${old} +${fresh} @@\n${part.map((step) => `${step.sign}${step.text}\n`).join('')}`;
    });
}

// EXTERNAL MODULE: ./build/src/cli/locate.js + 1 modules
var locate = __webpack_require__(8555);
// EXTERNAL MODULE: ./build/src/cli/print-report.js + 3 modules
var print_report = __webpack_require__(7619);
// EXTERNAL MODULE: ./build/src/cli/start-progress.js + 2 modules
var start_progress = __webpack_require__(2405);
// EXTERNAL MODULE: ./build/src/cli/streams.js
var cli_streams = __webpack_require__(2169);
;// CONCATENATED MODULE: ./build/src/cli/check-command.js















/** Carries out `check`, `lint` or `run`. */
async function checkCommand(line, streams) {
    const located = (0,locate/* locateOperands */.z)(line.operands);
    if (located.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, located.message);
    const read = (0,app_request/* readRequest */["in"])({ command: line.command, paths: located.paths, options: line.options });
    if (read.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, read.message);
    const { GITHUB_ACTIONS, GITHUB_EVENT_NAME } = streams.environment;
    const admitted = (0,untrusted_event/* admitRequest */.J)(read.request, GITHUB_ACTIONS === 'true' ? GITHUB_EVENT_NAME : undefined, (0,app_request/* given */.gI)(line.options['allow-untrusted-run']) ? 'allowed' : 'refused');
    if (admitted.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, admitted.message);
    const { request } = admitted;
    const world = (0,node_world/* nodeWorld */.$)(located.root, process.cwd());
    if (request.start === 'plan')
        return printPlan(request, world, line, streams);
    const answer = (0,print_report/* readTargets */.R)(line);
    if (answer.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, answer.message);
    const { targets } = answer;
    const progress = (0,start_progress/* startProgress */.o)(line, streams);
    const interruption = (0,host_interruption/* listenForInterruption */.e)(progress.say);
    if (admitted.remark !== undefined)
        progress.say(admitted.remark);
    const watch = (event) => {
        progress.watch(event);
        if (targets.format === 'ndjson') {
            streams.print(`${(0,document_json/* jsonText */.s)({ ...event, type: 'event', kind: event.type })}\n`);
        }
    };
    const watcher = { say: progress.say, watch };
    const result = await (0,check/* check */.z)(request, world, watcher, interruption.signal).finally(() => {
        progress.end();
        interruption.dispose();
    });
    if (result.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, result.message);
    if (request.fix === 'dry-run' && targets.format === 'pretty') {
        for (const { path, before, after } of result.fixes ?? []) {
            streams.print(unifiedDiff(path, before, after).split('\n').map(visibleButTabs).join('\n'));
        }
    }
    else if (result.fixes !== undefined && result.fixes.length > 0) {
        progress.say(`repaired ${result.fixes.map((one) => one.path).join(', ')}`);
    }
    const status = (0,print_report/* printReport */.Y)((0,render/* renderSource */.u)(result.report), targets, request.failOn, line, streams);
    return interruption.status() ?? status;
}
/** A patch must keep its tabs; what a terminal obeys is shown all the same. */
function visibleButTabs(line) {
    return line.split('\t').map(terminal_text/* visible */.RK).join('\t');
}
async function printPlan(request, world, line, streams) {
    const planned = await plan(request, world);
    if (planned.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, planned.message);
    const json = (0,app_request/* last */.HV)(line.options.format) === 'json';
    streams.print(json ? `${(0,document_json/* jsonText */.s)(planned.plans, 2)}\n` : planText(planned.plans));
    return 0;
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
