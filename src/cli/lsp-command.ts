/** Carries out `lsp`; the process lives on until the editor ends it. */
export async function lspCommand(): Promise<number> {
  const { serveStdio } = await import('../lsp/stdio.ts');
  serveStdio();
  return 0;
}
