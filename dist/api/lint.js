import{RequestError,applyFixes,explain,lint}from"./shared-W2D23DD5.js";import"./shared-ZSPZHEYY.js";export{RequestError,applyFixes,explain,lint};
