import { generateScript } from '../../../scripts/agreement/generate-script.ts';
import { contradictions, judgeScript } from '../../../scripts/agreement/judge-script.ts';
import { runScripts } from '../../../scripts/agreement/run-scripts.ts';

const count = 1_000;

test('says always and never only of what bash does, for a thousand generated scripts', async () => {
  const seeds = Array.from({ length: count }, (_, index) => index + 1);
  const scripts = seeds.map(generateScript);
  const judged = scripts.map(judgeScript);
  const seen = await runScripts(scripts);
  const wrong = judged.flatMap((judgement, index) => {
    const observation = seen[index];
    const words = observation === undefined ? ['not run'] : contradictions(judgement, observation);
    return words.map((word) => `seed ${seeds[index]}: ${word}`);
  });
  expect(wrong).toEqual([]);
  const claims = judged.flatMap((judgement) => Object.values(judgement.files).map((file) => file.claim));
  const unknown = claims.filter((claim) => claim === 'unknown').length;
  expect(claims).toHaveLength(3 * count);
  expect(unknown / claims.length).toBeLessThan(0.15);
}, 600_000);
