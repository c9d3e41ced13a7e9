import fc from 'fast-check';

// Property tests draw the same values in every run, so that a change is judged by what it changes. What other values
// would find is looked for on purpose: PW_CHECK_SEED=random, or a number to repeat a failure.
const asked = process.env.PW_CHECK_SEED;
if (asked !== 'random') fc.configureGlobal({ seed: Number(asked ?? 1) });
