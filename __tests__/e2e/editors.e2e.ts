import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cliBundle, plainEnvironment } from './support/cli.ts';
import { copyExamples, inScratch, projectRoot } from './support/scratch.ts';

const isHere = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const page = readFileSync(join(projectRoot, 'docs/editors.md'), 'utf8');

/** A block of the page on editors, as its readers copy it. */
function block(language: string, part: string): string {
  const blocks = [...page.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))];
  const found = blocks.map(([, text = '']) => text).find((text) => text.includes(part));
  if (found === undefined) throw new Error(`no block with "${part}"`);
  return found;
}

/** A repository whose start script never says that it runs, and an editor that finds the program by its name. */
async function inEditor(
  files: Readonly<Record<string, string>>,
  [program, ...words]: readonly [string, ...string[]],
): Promise<string> {
  return inScratch(async (scratch) => {
    const root = copyExamples(scratch, ['hello-world']);
    mkdirSync(join(root, '.git'));
    const start = join(root, 'workflows/hello-world/start.sh');
    writeFileSync(start, readFileSync(start, 'utf8').replaceAll('job.started', 'job.begun'));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(scratch, name), text);
    const bin = join(scratch, 'bin');
    mkdirSync(bin);
    writeFileSync(
      join(bin, 'pw-workflow-check'),
      `#!/bin/sh\nexec '${process.execPath}' '${cliBundle}' "$@"\n`,
    );
    chmodSync(join(bin, 'pw-workflow-check'), 0o755);
    const environment = plainEnvironment(scratch);
    const ended = spawnSync(
      program,
      words.map((word) => word.replace('SCRATCH', scratch)),
      {
        cwd: root,
        encoding: 'utf8',
        timeout: 200_000,
        env: { ...environment, PATH: `${bin}:${environment['PATH']}`, TERM: 'dumb' },
      },
    );
    return `${ended.stdout}${ended.stderr}`;
  });
}

const repair = `
local function codes()
  return table.concat(vim.tbl_map(function(one)
    return one.code or one.user_data.lsp.code
  end, vim.diagnostic.get(0)), ' ')
end
local function say(word, text) io.stdout:write(word, ': ', text, '\\n') end
local function ask(method, params)
  for _, answer in pairs(vim.lsp.buf_request_sync(0, method, params, 60000) or {}) do return answer.result end
end
vim.wait(120000, function() return codes() ~= '' end, 50)
say('shown', codes())
vim.fn.search('PW_INPUT_HELLO_MESSAGE')
local place = vim.lsp.util.make_position_params(0, 'utf-16')
say('hover', ask('textDocument/hover', place).contents.value)
say('definition', ask('textDocument/definition', place)[1].uri)
vim.cmd('%s/job.begun/job.started/')
vim.wait(120000, function() return codes() == '' end, 50)
say('left', codes())
vim.cmd('qall!')
`;

(isHere('nvim') ? test : test.skip)('Neovim shows what is found, and where things come from', async () => {
  const version = Number(/v0\.(\d+)/.exec(execFileSync('nvim', ['--version'], { encoding: 'utf8' }))?.[1]);
  const by = version >= 11 ? 'vim.lsp.enable' : version >= 8 ? 'vim.lsp.start(' : 'vim.lsp.start_client';
  const answer = await inEditor({ 'init.lua': block('lua', by), 'repair.lua': repair }, [
    'nvim',
    ...['--headless', '-n', '-i', 'NONE', '-u', 'SCRATCH/init.lua', 'workflows/hello-world/start.sh'],
    ...['-c', 'luafile SCRATCH/repair.lua'],
  ]);
  expect(answer).toMatch(/^shown: .*started-marker-never-written/m);
  expect(answer).toMatch(/^hover: .*inputs\.hello\.message/m);
  expect(answer).toMatch(/^definition: file:.*hello-world\/workflow\.yaml$/m);
  expect(answer).toMatch(/^left: $/m);
});

const mend = `
(require 'eglot)
(setq eglot-sync-connect 120)
(defun wait-until (holds)
  (with-timeout (90 (error "nothing came"))
    (while (not (funcall holds))
      (accept-process-output nil 0.05)
      (when flymake-mode (flymake-start)))))
(find-file "workflows/hello-world/start.sh")
(apply #'eglot (eglot--guess-contact))
(wait-until (lambda () (flymake-diagnostics)))
(princ (format "shown: %s\\n" (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))
(search-forward "PW_INPUT_HELLO_MES")
(dolist (item (xref-backend-definitions 'eglot (xref-backend-identifier-at-point 'eglot)))
  (princ (format "definition: %s\\n" (xref-location-group (xref-item-location item)))))
(goto-char (point-min))
(while (search-forward "job.begun" nil t) (replace-match "job.started" t t))
; a batch is never idle, which is when changes are told
(eglot--signal-textDocument/didChange)
(wait-until (lambda () (not (flymake-diagnostics))))
(princ "mended\\n")
(set-buffer-modified-p nil)
(eglot-shutdown (eglot-current-server))
`;

(isHere('emacs') ? test : test.skip)('Emacs shows what is found, and where things come from', async () => {
  const answer = await inEditor({ 'init.el': block('elisp', 'eglot-server-programs'), 'mend.el': mend }, [
    'emacs',
    '--batch',
    '-l',
    'SCRATCH/init.el',
    '-l',
    'SCRATCH/mend.el',
  ]);
  expect(answer).toMatch(/^shown: .*no path of the script writes "job\.started"/m);
  expect(answer).toMatch(/^definition: .*hello-world\/workflow\.yaml$/m);
  expect(answer).toMatch(/^mended$/m);
});
