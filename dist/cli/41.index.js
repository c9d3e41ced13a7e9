export const id = 41;
export const ids = [41];
export const modules = {

/***/ 4041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  listCommand: () => (/* binding */ listCommand)
});

// EXTERNAL MODULE: ./build/src/app/prepare-request.js + 6 modules
var prepare_request = __webpack_require__(5046);
;// CONCATENATED MODULE: ./build/src/app/list.js

/** The workflows that a request selects, in order of their paths. */
async function listWorkflows(request, world) {
    const prepared = await (0,prepare_request/* prepareRequest */.n)(request, world);
    if (prepared.kind === 'refused')
        return prepared;
    const { workflows } = prepared.workspace;
    return { kind: 'list', workflows: workflows.map((file) => ({ name: file.name, path: file.source.path })) };
}

// EXTERNAL MODULE: ./build/src/app/request.js + 1 modules
var request = __webpack_require__(3176);
// EXTERNAL MODULE: ./build/src/host/node-world.js + 1 modules
var node_world = __webpack_require__(4564);
// EXTERNAL MODULE: ./build/src/report/document/json.js
var json = __webpack_require__(644);
// EXTERNAL MODULE: ./build/src/report/terminal/terminal-text.js
var terminal_text = __webpack_require__(3753);
// EXTERNAL MODULE: ./build/src/cli/locate.js + 1 modules
var locate = __webpack_require__(8555);
// EXTERNAL MODULE: ./build/src/cli/streams.js
var cli_streams = __webpack_require__(2169);
;// CONCATENATED MODULE: ./build/src/cli/list-command.js







/** Carries out `list`. */
async function listCommand(line, streams) {
    const located = (0,locate/* locateOperands */.z)(line.operands);
    if (located.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, located.message);
    const answer = (0,request/* readRequest */["in"])({ command: 'list', paths: located.paths, options: line.options });
    if (answer.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, answer.message);
    const listed = await listWorkflows(answer.request, (0,node_world/* nodeWorld */.$)(located.root, process.cwd()));
    if (listed.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, listed.message);
    const shards = (0,request/* last */.HV)(line.options.shards);
    if (shards !== undefined)
        return printShards(shards, listed.workflows.length, streams);
    if ((0,request/* given */.gI)(line.options.json))
        streams.print(`${(0,json/* jsonText */.s)(listed.workflows)}\n`);
    else {
        for (const { name, path } of listed.workflows)
            streams.print(`${(0,terminal_text/* visible */.RK)(name)}\t${(0,terminal_text/* visible */.RK)(path)}\n`);
    }
    return 0;
}
/** Prints the shards that a matrix needs: never more than there are workflows, and at least one. */
function printShards(written, workflows, streams) {
    const wanted = /^\d{1,3}$/.test(written) ? Number(written) : 0;
    if (wanted < 1 || wanted > 256) {
        return (0,cli_streams/* refuse */.TR)(streams, `--shards does not take "${written}": expected a whole number from 1 to 256`);
    }
    const count = Math.max(1, Math.min(wanted, workflows));
    const shards = Array.from({ length: count }, (_, index) => `${index + 1}/${count}`);
    streams.print(`${JSON.stringify(shards)}\n`);
    return 0;
}


/***/ })

};
