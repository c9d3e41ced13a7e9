import{RequestError,applyFixes,explain,lint}from"./shared-P2S4F6TA.js";import"./shared-ZSPZHEYY.js";export{RequestError,applyFixes,explain,lint};
