import { Annotations, CfnResource, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { hasIndexes } from './plan-features';

/** The managed policy to index recovery points, which does not stand under `service-role/`. */
const POLICY = 'AWSBackupServiceRolePolicyForIndexing';

/** Gives a role the policy to index, where the plan indexes. Rules may be added until the app is complete. */
export function addIndexingPolicyLate(
  selection: Construct,
  role: iam.IRole,
  plan: aws_backup.IBackupPlanRef,
  needs: () => boolean,
): void {
  selection.node.addValidation({
    validate: () => {
      if (hasIndexes(plan) && needs() && !mayIndex(role)) {
        role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName(POLICY));
      }
      return [];
    },
  });
}

/** Warns where a plan indexes and the role lacks the policy: the official library does not give it, so nor does ours. */
export function warnOfIndexingLate(selection: Construct, role: iam.IRole, plan: aws_backup.IBackupPlanRef): void {
  selection.node.addValidation({
    validate: () => {
      if (hasIndexes(plan) && mayIndex(role) === false) {
        Annotations.of(selection).addWarningV2(
          'Strongroom::indexing-without-permission',
          `the plan has indexActions, and the role has no managed policy ${POLICY}, without which indexing may fail; ` +
            'add it to the role, or set leastPrivilegeRole, which adds it',
        );
      }
      return [];
    },
  });
}

/** Whether a role has the policy to index; not known of a role that is not the app's. */
function mayIndex(role: iam.IRole): boolean | undefined {
  const low = role.node.defaultChild;
  if (!CfnResource.isCfnResource(low)) return undefined;
  return JSON.stringify(Stack.of(low).resolve(low._toCloudFormation())).includes(POLICY);
}
