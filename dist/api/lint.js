import{RequestError,applyFixes,explain,lint}from"./shared-JGPUFH3H.js";import"./shared-ZSPZHEYY.js";export{RequestError,applyFixes,explain,lint};
