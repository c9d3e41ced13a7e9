// Makes the pictures of the README from what the program really prints: `npm run pictures`. Needs Chromium.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { playgroundPicture } from './playground-picture.ts';

const program = resolve('build/src/cli/main.js');
const folder = 'docs/pictures';

const colours: Readonly<Record<string, string>> = {
  '31': '#f47067',
  '32': '#8ddb8c',
  '33': '#daaa3f',
  '34': '#6cb6ff',
  '35': '#dcbdfb',
  '36': '#76e3ea',
};

/** What the program prints to a terminal with colours. */
function printed(words: readonly string[]): string {
  const env = { PATH: process.env['PATH'], HOME: tmpdir(), FORCE_COLOR: '1' };
  return spawnSync(process.execPath, [program, ...words], { encoding: 'utf8', env }).stdout.trimEnd();
}

/** Lines with colours as an SVG. */
function terminalPicture(text: string): string {
  const lines = text.split('\n');
  const plain = lines.map((line) => line.replaceAll(/\u001b\[[\d;]*m/g, ''));
  const width = Math.max(...plain.map((line) => line.length)) * 8.4 + 40;
  const height = lines.length * 20 + 36;
  let style = '';
  const rows = lines.map((line, index) => {
    const parts = line.split('\u001b[').map((part, order) => {
      const [, codes, words = part] = order === 0 ? [] : (/^([\d;]*)m(.*)$/s.exec(part) ?? []);
      if (codes !== undefined) style = styleOf(codes, style);
      const escaped = words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      return escaped === '' ? '' : `<tspan${style}>${escaped}</tspan>`;
    });
    return `<text x="20" y="${index * 20 + 32}" xml:space="preserve">${parts.join('')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${Math.ceil(width)}" height="${height}" role="img">
<rect width="100%" height="100%" rx="8" fill="#22272e"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="14" fill="#adbac7">
${rows.join('\n')}
</g>
</svg>
`;
}

function styleOf(codes: string, before: string): string {
  return codes.split(';').reduce((style, code) => {
    if (code === '' || code === '0' || code === '39' || code === '22') return '';
    if (code === '1') return `${style} font-weight="bold"`;
    if (code === '2') return `${style} opacity="0.7"`;
    const colour = colours[code];
    return colour === undefined ? style : `${style} fill="${colour}"`;
  }, before);
}

const scratch = mkdtempSync(join(tmpdir(), 'pictures-'));
try {
  execFileSync('mkdir', ['-p', folder]);
  const call = '$ pw-workflow-check lint faulty';
  writeFileSync(
    join(folder, 'finding.svg'),
    terminalPicture(`${call}\n${printed(['lint', 'examples/faulty'])}`),
  );
  const report = join(scratch, 'report.html');
  printed(['check', 'examples/workflows/hello-world', 'examples/faulty', '--output', `html=${report}`]);
  execFileSync('chromium', [
    '--headless',
    '--no-sandbox',
    '--hide-scrollbars',
    '--window-size=1000,900',
    `--screenshot=${resolve(folder, 'report.png')}`,
    `file://${report}`,
  ]);
  await playgroundPicture(join(folder, 'playground.png'));
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
