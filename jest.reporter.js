/** Says at the end which tests a run left out because it is a sample, and how to run them too. */
export default class SampleReporter {
  onRunComplete(_contexts, results) {
    const left = results.testResults.flatMap((file) =>
      file.testResults.filter((test) => test.title.endsWith('(needs PW_CHECK_FULL=1)')),
    );
    if (left.length > 0)
      console.error(
        `\nA sample: ${left.length} slow ${left.length === 1 ? 'test was' : 'tests were'} left out; \`PW_CHECK_FULL=1 npm test\` runs them too.`,
      );
  }
}
