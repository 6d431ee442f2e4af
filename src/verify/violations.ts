import type { PolicyViolation } from 'aws-cdk-lib';
import type { Finding } from '../check/finding';
import type { StackFacts } from '../read/model';

/** A finding in the form of the CDK's validation report. */
export function violationOf(finding: Finding, severity: string, stack: StackFacts | undefined): PolicyViolation {
  const { rule, message, fix, source, logicalId, constructPath, property } = finding;
  const inTemplate = stack !== undefined && logicalId !== undefined;
  return {
    ruleName: rule,
    description: message,
    fix: `${fix} (${source})`,
    severity,
    ruleMetadata: { source },
    violatingResources: [
      {
        ...(inTemplate && { resourceLogicalId: logicalId, templatePath: stack.template }),
        // What is about the whole app stands at its root, where it is acknowledged too.
        ...((constructPath !== undefined || !inTemplate) && { constructPath: constructPath ?? '' }),
        locations: property === undefined ? [] : [locationOf(property)],
      },
    ],
  };
}

/** A property as the CDK's report writes it; what stands beside the properties is named as it is. */
function locationOf(property: string): string {
  return property === 'DeletionPolicy' || property === 'UpdateReplacePolicy' ? property : `Properties.${property}`;
}
