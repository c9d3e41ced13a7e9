export const id = 414;
export const ids = [414];
export const modules = {

/***/ 414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  initCommand: () => (/* binding */ initCommand)
});

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
;// CONCATENATED MODULE: ./build/src/app/adoption-files.js
/** Where `init` writes the baseline. */
const baselineFile = '.pw-workflow-check-baseline.json';
/** The workflow of GitHub that checks a repository; with a baseline, what is in it is not reported. */
function githubWorkflow(baseline) {
    const rows = [
        'name: check workflows',
        '',
        'on: [push, pull_request, merge_group]',
        '',
        'permissions:',
        '  contents: read',
        '',
        'jobs:',
        '  check:',
        '    runs-on: ubuntu-latest',
        '    timeout-minutes: 30',
        '    steps:',
        '      - uses: actions/checkout@v6',
        '      - uses: org/pw-workflow-check@v1',
        ...(baseline === 'with-baseline' ? ['        with:', `          baseline: ${baselineFile}`] : []),
    ];
    return `${rows.join('\n')}\n`;
}
/** A configuration that says what holds anyway, to be changed. */
function startingConfiguration(globs) {
    return [
        '# yaml-language-server: $schema=https://raw.githubusercontent.com/org/pw-workflow-check/v1/schemas/config.schema.json',
        'workflows:',
        ...globs.map((glob) => `  - ${JSON.stringify(glob)}`),
        '',
        '# rules:',
        '#   undeclared-input: error',
        '',
    ].join('\n');
}

// EXTERNAL MODULE: ./build/src/lint/baseline.js
var baseline = __webpack_require__(6848);
;// CONCATENATED MODULE: ./build/src/app/baseline-text.js

/** The text of a baseline file that holds these findings. */
function baselineText(diagnostics) {
    return (0,baseline/* baselineOf */.B)(diagnostics);
}

// EXTERNAL MODULE: ./build/src/app/check.js + 19 modules
var check = __webpack_require__(5634);
// EXTERNAL MODULE: ./build/src/app/request.js + 1 modules
var request = __webpack_require__(3176);
// EXTERNAL MODULE: ./build/src/host/node-world.js + 1 modules
var node_world = __webpack_require__(4564);
// EXTERNAL MODULE: ./build/src/host/path-kind.js
var path_kind = __webpack_require__(6384);
// EXTERNAL MODULE: ./build/src/host/write-whole.js
var write_whole = __webpack_require__(845);
// EXTERNAL MODULE: ./build/src/cli/locate.js + 1 modules
var locate = __webpack_require__(8555);
// EXTERNAL MODULE: ./build/src/cli/streams.js
var cli_streams = __webpack_require__(2169);
;// CONCATENATED MODULE: ./build/src/cli/init-command.js










/** Carries out `init`: writes what adopting takes; nothing that is there is touched. */
async function initCommand(_line, streams) {
    const located = (0,locate/* locateOperands */.z)([]);
    if (located.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, located.message);
    const { root } = located;
    const world = (0,node_world/* nodeWorld */.$)(root, process.cwd());
    const read = (0,request/* readRequest */["in"])({ command: 'lint', paths: [], options: {} });
    if (read.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, read.message);
    const watcher = { say: () => { }, watch: () => { } };
    const result = await (0,check/* check */.z)(read.request, world, watcher, new AbortController().signal);
    if (result.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, result.message);
    const { diagnostics } = result.report;
    const known = diagnostics.length > 0;
    const files = [
        ['.github/workflows/pw-workflow-check.yml', githubWorkflow(known ? 'with-baseline' : 'without-baseline')],
        ['.pw-workflow-check.yaml', startingConfiguration(['workflows/*/workflow.yaml'])],
        ...(known ? [[baselineFile, baselineText(diagnostics)]] : []),
    ];
    for (const [path, text] of files) {
        if ((0,path_kind/* kindOfPath */.B)((0,external_node_path_.join)(root, path)) === 'missing') {
            (0,write_whole/* writeWhole */.f)((0,external_node_path_.join)(root, path), text);
            streams.print(`${path}\n`);
        }
        else
            streams.talk(`${path} is there already and stays as it is\n`);
    }
    if (known) {
        streams.talk(`${diagnostics.length} findings are in the baseline and are not reported until their lines change\n`);
    }
    return 0;
}


/***/ })

};
