import type { InputTypeFact } from '../types.ts';
import {
  autoselect,
  cloudFilter,
  distance,
  greatest,
  least,
  placeholder,
  startValue,
} from './shared-attributes.ts';

/** Types that published workflows still use and the published list does not have. */
export const retiredTypes = [
  {
    name: 'integer',
    description: 'Older name of a number.',
    yields: 'number',
    common: 'all',
    retired: 'number',
    keys: [startValue, least, greatest, distance, placeholder],
    evidence: {
      kind: 'observed',
      from: '8 uses in public files, recent ones among them; the published list does not have it',
      disputed: 'the platform tolerates it: public workflows run with it',
    },
  },
  {
    name: 'storage',
    description: 'Older name of a bucket.',
    yields: 'bucket',
    common: 'all',
    retired: 'bucket',
    keys: [startValue, cloudFilter, autoselect],
    evidence: { kind: 'observed', from: '2 uses in public files; the published list does not have it' },
  },
] as const satisfies readonly InputTypeFact[];
