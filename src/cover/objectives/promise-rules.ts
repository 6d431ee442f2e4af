import type { PromiseKind } from './objective';

/** What is told of a promise that is not kept: by which name it is acknowledged, and what is done about it. */
export interface PromiseRule {
  readonly id: string;
  /** What is wrong, in general. */
  readonly title: string;
  readonly fix: string;
  readonly source: string;
}

const GUIDE = 'https://docs.aws.amazon.com/aws-backup/latest/devguide';

/** What breaks each promise. */
export const PROMISE_RULES: Readonly<Record<PromiseKind, PromiseRule>> = {
  protected: {
    id: 'objective-protected',
    title: 'Objective missed: no plan backs the resource up',
    fix: 'put it under a plan, or name it among the exceptions of the objective',
    source: `${GUIDE}/assigning-resources.html`,
  },
  retention: {
    id: 'objective-retention',
    title: 'Objective missed: recovery points are not kept long enough',
    fix: 'have a rule of its plan keep its points longer, or put the resource under a plan that does',
    source: `${GUIDE}/plan-options-and-configuration.html`,
  },
  copy: {
    id: 'objective-copy',
    title: 'Objective missed: no recovery point is copied to where it should be',
    fix: 'give a rule of its plan a copy action to a vault there',
    source: `${GUIDE}/recov-point-create-a-copy.html`,
  },
  immutable: {
    id: 'objective-immutable',
    title: 'Objective missed: no recovery point is in a vault with such a lock',
    fix: 'lock the vault of a rule, or copy to one that is locked',
    source: `${GUIDE}/vault-lock.html`,
  },
  ransomwareProof: {
    id: 'objective-ransomware-proof',
    title: 'Objective missed: no copy is out of reach of who has taken over the account',
    fix: 'copy to a vault of another account that is air-gapped or locked in compliance mode, under a key of that account',
    source: `${GUIDE}/logicallyairgappedvault.html`,
  },
  restoreTested: {
    id: 'objective-restore-tested',
    title: 'Objective missed: no restore test restores the resource',
    fix: 'add a selection of its type to a restore testing plan that takes points from its vault',
    source: `${GUIDE}/restore-testing.html`,
  },
};

/** What is wrong with an objective itself. */
export const STALE_RULE: PromiseRule = {
  id: 'objective-stale',
  title: 'An objective, or an exception of it, is about nothing, or has ended',
  fix: 'change the objective so that it is about what is there now',
  source: 'https://github.com/cdk-strongroom/cdk-strongroom/blob/main/docs/objectives.md',
};
