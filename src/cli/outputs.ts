import { suggest } from '../base/suggest.ts';
import { helpWith } from '../diagnostics/did-you-mean.ts';
import { type ReportFormat, reportFormats } from '../report/report-format.ts';

/** A file to write the report to. */
export interface OutputFile {
  readonly format: ReportFormat;
  readonly file: string;
}

/** The files of `--output FORMAT=FILE`, or what is wrong with one (exit status 2). */
export type OutputsAnswer =
  | { readonly kind: 'outputs'; readonly outputs: readonly OutputFile[] }
  | { readonly kind: 'refused'; readonly message: string };

/** Reads the values of `--output`. */
export function readOutputs(values: readonly string[]): OutputsAnswer {
  const outputs: OutputFile[] = [];
  for (const value of values) {
    const sign = value.indexOf('=');
    const [word, file] = [value.slice(0, Math.max(0, sign)), value.slice(sign + 1)];
    if (sign <= 0 || file === '') {
      return {
        kind: 'refused',
        message: `--output does not take "${value}": expected FORMAT=FILE, as in json=report.json`,
      };
    }
    const format = reportFormats.find((name) => name === word);
    if (format === undefined) {
      const near = suggest(word, reportFormats);
      const meant = helpWith(near, `expected one of ${reportFormats.join(', ')}`);
      return { kind: 'refused', message: `--output does not know the format "${word}": ${meant}` };
    }
    outputs.push({ format, file });
  }
  return { kind: 'outputs', outputs };
}
