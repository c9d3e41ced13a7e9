/** A file that a text names where something is put into it. */
export interface FileWrite {
  /** Its name without folders, as written: it may have variables in it. */
  readonly name: string;
  /** Offset of the name into the text. */
  readonly start: number;
}

/** A redirection, `tee`, or an option with which programs leave the number of a process or a container in a file. */
const writing =
  /(?:(?<!<)>\|?|\btee(?:\s+-a)?|--?pid[\w-]*|--cidfile)[\s=]*["']?(?:[^\s"';|&<>]*\/)?([^\s"';|&<>/]+?)(?=\)*(?:[\s"';|&<>]|$))/g;

/** The files that a text of any kind puts something into, by words alone: nobody asks whether these commands run. */
export function fileWrites(text: string): readonly FileWrite[] {
  return [...text.matchAll(writing)].map(({ 0: whole, 1: name = '', index }) => ({
    name,
    start: index + whole.length - name.length,
  }));
}
