import { type GeneratedScript, generateScript } from './agreement/generate-script.ts';
import { contradictions, judgeScript } from './agreement/judge-script.ts';
import { runScripts } from './agreement/run-scripts.ts';

/**
 * Holds the analysis of scripts against bash: `node build/scripts/agree-with-bash.js [COUNT] [FIRST SEED]`. Each script
 * is judged, then really run; ends with status 1 when a run contradicts a claim or too much is unknown.
 */
const count = Number(process.argv[2] ?? 20_000);
const first = Number(process.argv[3] ?? 1);
const batch = 500;
const claims = { always: 0, never: 0, sometimes: 0, unknown: 0 };
const wrong: string[] = [];
for (let start = 0; start < count; start += batch) {
  const seeds = Array.from({ length: Math.min(batch, count - start) }, (_, index) => first + start + index);
  const scripts = seeds.map(generateScript);
  const judged = scripts.map(judgeScript);
  const seen = await runScripts(scripts);
  for (const [index, judgement] of judged.entries()) {
    const observation = seen[index];
    const script = scripts[index];
    if (observation === undefined || script === undefined) continue;
    for (const { claim } of Object.values(judgement.files)) claims[claim]++;
    const words = contradictions(judgement, observation);
    if (words.length > 0) wrong.push(told(seeds[index] ?? 0, script, words));
  }
}
const total = claims.always + claims.never + claims.sometimes + claims.unknown;
const share = (part: number) => `${((100 * part) / total).toFixed(1)} %`;
for (const text of wrong.slice(0, 20)) process.stdout.write(`${text}\n`);
process.stdout.write(
  `${count} scripts: always ${share(claims.always)}, never ${share(claims.never)}, sometimes ${share(claims.sometimes)}, unknown ${share(claims.unknown)}; ${wrong.length} contradicted\n`,
);
process.exitCode = wrong.length > 0 || claims.unknown / total >= 0.15 ? 1 : 0;

function told(seed: number, script: GeneratedScript, words: readonly string[]): string {
  return `--- seed ${seed}, ${JSON.stringify(script.environment)}: ${words.join('; ')}\n${script.text}--- library.sh\n${script.library}`;
}
