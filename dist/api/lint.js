import{RequestError,applyFixes,explain,lint}from"./shared-NN7OWNUX.js";import"./shared-ZSPZHEYY.js";export{RequestError,applyFixes,explain,lint};
