import{RequestError,applyFixes,explain,lint}from"./shared-RBR5R5KE.js";import"./shared-ZSPZHEYY.js";export{RequestError,applyFixes,explain,lint};
