import{RequestError,applyFixes,explain,lint}from"./shared-RSTSZW4E.js";import"./shared-ZSPZHEYY.js";export{RequestError,applyFixes,explain,lint};
