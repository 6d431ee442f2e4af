import { selectionEnvironment } from '../../../src/service/selection-environment';
import { type Boundary, boundary } from './boundary';

/** The rules of what is put under a plan by a mixin. */
export const BASELINE: readonly Boundary[] = [
  boundary(
    selectionEnvironment,
    [
      { of: 'Region', resource: 'eu-west-1', plan: 'eu-west-1' },
      { of: 'account', resource: '111122223333', plan: '111122223333' },
    ],
    [
      { of: 'Region', resource: 'eu-west-2', plan: 'eu-west-1' },
      { of: 'account', resource: '111122223334', plan: '111122223333' },
    ],
  ),
];
