import{RequestError,applyFixes,explain,lint}from"./shared-MKABWAYD.js";import"./shared-ZSPZHEYY.js";export{RequestError,applyFixes,explain,lint};
