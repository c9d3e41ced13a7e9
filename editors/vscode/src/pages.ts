import { ColorThemeKind, ViewColumn, type WebviewPanel, window } from 'vscode';

/** Shows whole pages of HTML beside the editor, one of each kind; the next one of a kind takes the place of the last. */
export interface Pages {
  show(kind: 'graph' | 'report', title: string, html: string): void;
}

/** No page is shown yet. */
export function pages(): Pages {
  const panels = new Map<string, WebviewPanel>();
  return {
    show(kind, title, html) {
      const known = panels.get(kind);
      const panel =
        known ??
        window.createWebviewPanel(
          `pw-workflow-check.${kind}`,
          title,
          { viewColumn: ViewColumn.Beside, preserveFocus: true },
          // The pages bring a policy of their own that allows their one script; nothing is loaded from anywhere.
          { enableScripts: kind === 'report', enableFindWidget: true, localResourceRoots: [] },
        );
      if (known === undefined) {
        panels.set(kind, panel);
        panel.onDidDispose(() => panels.delete(kind));
      }
      panel.title = title;
      panel.webview.html = inOurColours(html);
      panel.reveal(undefined, true);
    },
  };
}

/** A page that is light or dark as the editor is, which need not be as the machine is. */
function inOurColours(html: string): string {
  const { kind } = window.activeColorTheme;
  const isDark = kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast;
  return html.replace(/<style>.*?<\/style>/s, (style) =>
    style
      .replaceAll('(prefers-color-scheme: dark)', isDark ? 'all' : 'not all')
      .replace('color-scheme: light dark', `color-scheme: ${isDark ? 'dark' : 'light'}`),
  );
}
