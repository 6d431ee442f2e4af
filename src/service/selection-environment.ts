import { guide } from './documentation';
import { valueRule } from './value-rule';

/** Where a resource and the plan that is to back it up are. */
export interface SelectionEnvironment {
  readonly of: 'account' | 'Region';
  readonly resource: string;
  readonly plan: string;
}

/**
 * AWS Backup refuses the ARN of another Region, as the authors of Terraform's selection found
 * (https://github.com/hashicorp/terraform-provider-aws/pull/7382), and backs up nothing of another account.
 */
export const selectionEnvironment = valueRule<SelectionEnvironment>(
  {
    id: 'selection-environment',
    title: 'A plan backs up resources of its own account and Region',
    certainty: 'documented',
    source: guide('assigning-resources'),
  },
  ({ of, resource, plan }) =>
    resource === plan
      ? undefined
      : {
          says: `a plan backs up resources of its own ${of}, which is '${plan}'; this one is of '${resource}'`,
          fix: `put the resource under a plan of ${of} '${resource}'`,
        },
);
