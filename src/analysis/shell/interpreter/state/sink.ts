import type { PathKey } from './job-path.ts';

/** Where a stream goes. */
export type Sink =
  | { readonly kind: 'inherited' }
  | { readonly kind: 'file'; readonly file: PathKey | undefined; readonly append: boolean }
  | { readonly kind: 'nowhere' }
  | { readonly kind: 'pipe' };
