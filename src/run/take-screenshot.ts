import { joinPath } from './paths.ts';
import type { RunWorld } from './run-world.ts';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'] as const;
const limitMs = 20_000;

/** Takes a picture of a page with the machine's Chromium; gives the file, or `undefined` when there is none. */
export async function takeScreenshot(world: RunWorld, url: string): Promise<string | undefined> {
  const { ports, options, plan } = world;
  if (options.screenshotIn === undefined) return undefined;
  const browser = browsers.map((name) => ports.machine.find(name)).find((path) => path !== undefined);
  if (browser === undefined) {
    world.note({ what: 'screenshot', how: 'skipped', why: 'there is no Chromium on this machine' });
    return undefined;
  }
  const name = `${plan.name}-${plan.mode}-${plan.scenario}.png`.replace(/[^\w.-]/g, '_');
  const picture = joinPath(world.directory, name);
  const running = await world.scope.start({
    argv: [
      browser,
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--hide-scrollbars',
      '--proxy-server=direct://',
      '--window-size=1280,800',
      '--virtual-time-budget=4000',
      `--user-data-dir=${joinPath(world.directory, 'browser')}`,
      `--screenshot=${picture}`,
      url,
    ],
    cwd: world.directory,
    env: { HOME: joinPath(world.directory, 'browser'), PATH: world.env['PATH'] ?? '', LANG: 'C.UTF-8' },
    output: joinPath(world.directory, 'browser.out'),
  });
  const limit = new AbortController();
  void ports.clock.sleep(limitMs, limit.signal).then(() => running.signalGroup('SIGKILL'));
  await running.ended;
  limit.abort();
  if (ports.files.kindOf(picture) !== 'file') {
    world.note({ what: 'screenshot', how: 'skipped', why: 'Chromium gave no picture' });
    return undefined;
  }
  const kept = joinPath(options.screenshotIn, name);
  ports.files.move(picture, kept);
  world.note({ what: 'screenshot', how: 'ran' });
  return kept;
}
