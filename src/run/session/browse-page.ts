import type { SessionProxy } from '../../ports/session-proxy.ts';
import { joinPath } from '../engine/paths.ts';
import type { RunWorld } from '../engine/run-world.ts';

const browsers = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'] as const;

/** From the start of the browser until its first request, and from that until the page has come to rest, at most. */
const limitMs = { start: 8000, load: 4000, picture: 10_000 } as const;
/** A page that has asked for nothing for so long is at rest. */
const quietMs = 500;
const lookMs = 50;
/** A service closes the connections of a visitor who has left before it is told to stop. */
const farewellMs = 200;

/** The machine's browser, or `undefined` when there is none. */
export const browserOf = (world: RunWorld): string | undefined =>
  browsers.map((name) => world.ports.machine.find(name)).find((path) => path !== undefined);

/** Opens a page in a browser until it asks for nothing more; what it asks for is seen by the proxy. */
export async function browsePage(
  world: RunWorld,
  browser: string,
  proxy: SessionProxy,
  path: string,
  signal: AbortSignal,
): Promise<void> {
  const { clock } = world.ports;
  const before = proxy.asked();
  const running = await startBrowser(world, browser, [`http://127.0.0.1:${proxy.port}${path}`]);
  let ended = false;
  void running.ended.then(() => {
    ended = true;
  });
  const from = clock.now();
  let seen = before;
  let changedAt = from;
  while (!ended && !signal.aborted) {
    await clock.sleep(lookMs, signal);
    const now = clock.now();
    if (proxy.asked() !== seen) {
      seen = proxy.asked();
      changedAt = now;
    }
    const started = seen !== before;
    if (
      started
        ? now - changedAt >= quietMs || now - from >= limitMs.start + limitMs.load
        : now - from >= limitMs.start
    )
      break;
  }
  await endBrowser(world, running);
}

/**
 * Takes a picture of a page; gives the file, or `undefined` when the browser gave none. A page that never stops
 * loading is photographed as it is after its first load.
 */
export async function photographPage(
  world: RunWorld,
  browser: string,
  proxy: SessionProxy,
  path: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { ports, options, plan } = world;
  if (options.screenshotIn === undefined) return undefined;
  const name = `${plan.name}-${plan.mode}-${plan.scenario}.png`.replace(/[^\w.-]/g, '_');
  const picture = joinPath(world.directory, name);
  const url = `http://127.0.0.1:${proxy.port}${path}`;
  for (const pace of ['--virtual-time-budget=4000', '--timeout=3000']) {
    if (signal.aborted) return undefined;
    const running = await startBrowser(world, browser, [
      '--hide-scrollbars',
      '--window-size=1280,800',
      pace,
      `--screenshot=${picture}`,
      url,
    ]);
    const limit = new AbortController();
    await Promise.race([
      running.ended,
      ports.clock.sleep(limitMs.picture, AbortSignal.any([signal, limit.signal])),
    ]);
    limit.abort();
    await endBrowser(world, running);
    if (ports.files.kindOf(picture) !== 'file') continue;
    const kept = joinPath(options.screenshotIn, name);
    ports.files.move(picture, kept);
    return kept;
  }
  return undefined;
}

const profileOf = (world: RunWorld): string => joinPath(world.directory, 'browser');

function startBrowser(world: RunWorld, browser: string, words: readonly string[]) {
  return world.scope.start({
    argv: [
      browser,
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-dev-shm-usage',
      '--disable-breakpad',
      '--disable-crash-reporter',
      '--no-first-run',
      '--mute-audio',
      '--proxy-server=direct://',
      `--user-data-dir=${profileOf(world)}`,
      ...words,
    ],
    cwd: world.directory,
    // It is killed and leaves its temporary folder. That is to be in ours, by a short name: it holds a socket. Its
    // sound system takes no relative name and would leave a folder in /tmp.
    env: {
      HOME: profileOf(world),
      PATH: world.env['PATH'] ?? '',
      LANG: 'C.UTF-8',
      TMPDIR: '.',
      XDG_RUNTIME_DIR: profileOf(world),
    },
    output: joinPath(world.directory, 'browser.out'),
  });
}

/** Ends a browser with its helpers, so that none of them is taken for a leftover of the service. */
async function endBrowser(world: RunWorld, running: Awaited<ReturnType<typeof startBrowser>>): Promise<void> {
  running.signalGroup('SIGKILL');
  await running.ended;
  for (const one of world.scope.members()) {
    if (one.command.includes(profileOf(world))) world.scope.signal(one.pid, 'SIGKILL');
  }
  await world.ports.clock.sleep(farewellMs);
}
