export const id = 372;
export const ids = [372];
export const modules = {

/***/ 8372:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ruleCommand: () => (/* binding */ ruleCommand)
});

// EXTERNAL MODULE: ./build/src/app/request.js + 1 modules
var request = __webpack_require__(3176);
// EXTERNAL MODULE: ./build/src/base/suggest.js
var suggest = __webpack_require__(1181);
// EXTERNAL MODULE: ./build/src/rules/index.generated.js + 410 modules
var index_generated = __webpack_require__(4741);
;// CONCATENATED MODULE: ./build/src/app/rule-book.js


/** Every rule, by group and name. */
function ruleRows() {
    return index_generated/* rules */.a
        .map(({ meta }) => ({
        id: meta.id,
        group: meta.group,
        severity: meta.severity,
        tier: meta.tier ?? 'default',
        what: meta.what,
    }))
        .sort((a, b) => (a.group === b.group ? (a.id < b.id ? -1 : 1) : a.group < b.group ? -1 : 1));
}
/** Looks a rule up; codes of ShellCheck lead to its own pages. */
function findRule(name) {
    const meta = index_generated/* rules */.a.find((rule) => rule.meta.id === name)?.meta;
    if (meta !== undefined)
        return { kind: 'rule', meta };
    const code = /^(?:shellcheck\/)?(SC\d{4})$/i.exec(name)?.[1]?.toUpperCase();
    if (code !== undefined)
        return { kind: 'shellcheck', code, url: `https://www.shellcheck.net/wiki/${code}` };
    const near = (0,suggest/* suggest */.Z)(name, index_generated/* rules */.a.map((rule) => rule.meta.id));
    const meant = near === undefined ? 'see "pw-workflow-check rules"' : `did you mean "${near}"?`;
    return { kind: 'refused', message: `there is no rule "${name}": ${meant}` };
}
/** Everything there is to say about a rule, as text for a terminal. */
function explanation(meta) {
    const tier = meta.tier === 'pedantic' ? ', only when it is asked for' : '';
    return [
        `${meta.id} (${meta.group}, ${meta.severity}${tier}, since ${meta.since})`,
        '',
        meta.what,
        '',
        `Why: ${meta.why}`,
        '',
        `What to do: ${meta.fix}`,
        '',
        ...meta.examples.bad.flatMap((example) => ['Reported:', '', ...exampleLines(example), '']),
        ...meta.examples.good.flatMap((example) => ['Not reported:', '', ...exampleLines(example), '']),
        `To allow it: # pw-check: allow ${meta.id} -- the reason`,
        '',
    ].join('\n');
}
function exampleLines(example) {
    const files = typeof example === 'string' ? { '': example } : example;
    return Object.entries(files).flatMap(([path, text]) => [
        ...(path === '' ? [] : [`    ${path}:`]),
        ...text
            .replace(/[«»]/g, '')
            .trimEnd()
            .split('\n')
            .map((line) => `    ${line}`.trimEnd()),
    ]);
}

// EXTERNAL MODULE: ./build/src/cli/streams.js
var cli_streams = __webpack_require__(2169);
;// CONCATENATED MODULE: ./build/src/cli/rule-commands.js



/** Carries out `rules` and `explain`. */
async function ruleCommand(line, streams) {
    const json = (0,request/* given */.gI)(line.options.json);
    if (line.command === 'rules') {
        const rows = ruleRows();
        if (json)
            streams.print(`${JSON.stringify(rows, undefined, 2)}\n`);
        else {
            const width = Math.max(0, ...rows.map((row) => row.id.length));
            for (const row of rows) {
                const tier = row.tier === 'pedantic' ? ' (pedantic)' : '';
                streams.print(`${row.id.padEnd(width)}  ${row.severity.padEnd(7)}  ${row.group.padEnd(10)}  ${row.what}${tier}\n`);
            }
        }
        return 0;
    }
    const [name, second] = line.operands;
    if (name === undefined || second !== undefined)
        return (0,cli_streams/* refuse */.TR)(streams, 'explain needs the name of one rule');
    const answer = findRule(name);
    if (answer.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, answer.message);
    if (answer.kind === 'shellcheck') {
        streams.print(json ? `${JSON.stringify(answer)}\n` : `${answer.code} is a remark of ShellCheck: ${answer.url}\n`);
        return 0;
    }
    streams.print(json ? `${JSON.stringify(answer.meta, undefined, 2)}\n` : explanation(answer.meta));
    return 0;
}


/***/ })

};
