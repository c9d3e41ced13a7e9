export const id = 581;
export const ids = [581];
export const modules = {

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

/***/ 9581:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  newCommand: () => (/* binding */ newCommand)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/src/host/path-kind.js
var path_kind = __webpack_require__(6384);
// EXTERNAL MODULE: ./build/src/host/write-whole.js
var write_whole = __webpack_require__(845);
// EXTERNAL MODULE: ./build/src/cli/locate.js + 1 modules
var locate = __webpack_require__(8555);
// EXTERNAL MODULE: ./build/src/cli/streams.js
var cli_streams = __webpack_require__(2169);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
;// CONCATENATED MODULE: ./build/src/cli/template.js



/** The files of the template of a new workflow, by their path in a repository. */
const files = [
    'workflows/hello-world/workflow.yaml',
    'workflows/hello-world/start.sh',
    'utils/wait_service.sh',
];
/** The name that stands in the template where the new one belongs. */
const templateName = 'hello-world';
/**
 * The files of a new workflow: the example `hello-world` that comes with this program, under another name.
 *
 * @throws when the examples are not beside the program
 */
function templateFiles(name) {
    const root = examplesFolder();
    return files.map((path) => ({
        path: path.replace(templateName, name),
        text: (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(root, path), 'utf8').replaceAll(templateName, name),
        executable: path.endsWith('.sh'),
    }));
}
/** The bundle lies two folders below the top of the package, what is compiled for development deeper. */
function examplesFolder() {
    let folder = (0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(import.meta.url));
    for (let up = 0; up < 5; up++) {
        const candidate = (0,external_node_path_.join)(folder, 'examples');
        if ((0,external_node_fs_.existsSync)((0,external_node_path_.join)(candidate, files[0])))
            return candidate;
        folder = (0,external_node_path_.dirname)(folder);
    }
    throw new Error('the folder "examples" is not there; install the program again');
}

;// CONCATENATED MODULE: ./build/src/cli/new-command.js







/** Carries out `new`: writes the folder of a new workflow; nothing that is there is touched. */
async function newCommand(line, streams) {
    const [name, second] = line.operands;
    if (name === undefined || second !== undefined)
        return (0,cli_streams/* refuse */.TR)(streams, 'new needs one name, as in new my-service');
    if (!/^[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*$/.test(name) || name.length > 60) {
        return (0,cli_streams/* refuse */.TR)(streams, `"${name}" is no name for a workflow: expected small letters, digits and dashes, as in my-service`);
    }
    const located = (0,locate/* locateOperands */.z)([]);
    if (located.kind === 'refused')
        return (0,cli_streams/* refuse */.TR)(streams, located.message);
    const { root } = located;
    if ((0,path_kind/* kindOfPath */.B)((0,external_node_path_.join)(root, 'workflows', name)) !== 'missing') {
        return (0,cli_streams/* refuse */.TR)(streams, `workflows/${name} is there already`);
    }
    const written = [];
    for (const { path, text, executable } of templateFiles(name)) {
        const target = (0,external_node_path_.join)(root, path);
        if ((0,path_kind/* kindOfPath */.B)(target) !== 'missing')
            continue;
        (0,write_whole/* writeWhole */.f)(target, text);
        if (executable)
            (0,external_node_fs_.chmodSync)(target, 0o755);
        written.push(path);
    }
    streams.print(written.map((path) => `${path}\n`).join(''));
    streams.talk(`check it with: pw-workflow-check check workflows/${name}\n`);
    return 0;
}


/***/ }),

/***/ 845:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   f: () => (/* binding */ writeWhole)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);


/**
 * Writes a file whole or not at all: under another name beside it, then renamed. A file that is there keeps its mode,
 * a link keeps leading to it; a device or pipe is written to as it is.
 *
 * @throws what the file system says; nothing half-written is left
 */
function writeWhole(path, text) {
    const target = realTarget((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(path));
    const stats = statsOf(target);
    if (stats !== undefined && !stats.isFile() && !stats.isDirectory()) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(target, text);
        return;
    }
    ensureFolder((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target));
    const temporary = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(target), `.${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.basename)(target).slice(0, 200)}.${process.pid}.tmp`);
    try {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(temporary, text);
        if (stats !== undefined)
            (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(temporary, stats.mode & 0o7777);
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(temporary, target);
    }
    catch (error) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(temporary, { force: true });
        throw error;
    }
}
/** Makes a folder and those above it. Node's own way never ends below `/proc`, where nothing can be made. */
function ensureFolder(folder) {
    const missing = [];
    for (let at = folder; statsOf(at) === undefined && (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at) !== at; at = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.dirname)(at))
        missing.push(at);
    for (const one of missing.reverse())
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(one);
}
function realTarget(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.realpathSync)(path);
    }
    catch {
        return path;
    }
}
function statsOf(path) {
    try {
        return (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.statSync)(path);
    }
    catch {
        return undefined;
    }
}


/***/ })

};
