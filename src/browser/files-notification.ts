/**
 * The notification with which a client tells a language server in a browser which files have changed: such a server cannot
 * read any by itself. Those that are there from the beginning stand in `initializationOptions`, in the same form.
 */
export const filesNotification = 'pw-workflow-check/files';

/** The texts of files by their addresses; `null`: the file is gone. */
export interface FilesParams {
  readonly files: readonly { readonly uri: string; readonly text: string | null }[];
}
