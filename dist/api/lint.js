import{RequestError,applyFixes,explain,lint}from"./shared-MLOEA7BT.js";import"./shared-ZSPZHEYY.js";export{RequestError,applyFixes,explain,lint};
