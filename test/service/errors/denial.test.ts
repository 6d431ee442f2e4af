import { describe, expect, test } from 'vitest';
import { denialIn } from '../../../src/service/errors/denial';

const ROLE = 'arn:aws:sts::111122223333:assumed-role/deploy/cdk';
const VAULT = 'arn:aws:backup:eu-west-1:111122223333:backup-vault:ledger';
const SAYS = `User: ${ROLE} is not authorized to perform: backup:CreateBackupVault`;
const DENIED = { action: 'backup:CreateBackupVault', principal: ROLE };

describe('what IAM says that it did not allow', () => {
  test.each([
    ['because no identity-based policy allows the backup:CreateBackupVault action', 'identity-policy-silent'],
    ['with an explicit deny in an identity-based policy', 'identity-policy-denies'],
    ['because no resource-based policy allows the backup:CreateBackupVault action', 'resource-policy-silent'],
    [
      'on this resource because the resource does not exist in this Region, no resource-based policies allow access, or a resource-based policy explicitly denies access',
      'resource-policy-silent',
    ],
    ['with an explicit deny in a resource-based policy', 'resource-policy-denies'],
    ['because no service control policy allows the action', 'service-control-policy'],
    ['with an explicit deny in a service control policy', 'service-control-policy'],
    ['with an explicit deny in a resource control policy', 'resource-control-policy'],
    ['because no permissions boundary allows the action', 'permissions-boundary'],
    ['with an explicit deny in a session policy', 'session-policy'],
    ['because no VPC endpoint policy allows the action', 'endpoint-policy'],
    ['because no role trust policy allows the sts:AssumeRole action', 'trust-policy'],
    ['', 'unsaid'],
  ])('%s: %s', (why, reason) => {
    expect(denialIn(`${SAYS} on resource: ${VAULT} ${why}`)).toEqual({ ...DENIED, resource: VAULT, reason });
  });

  test.each([
    [`${SAYS} on resource: ${VAULT}.`, { ...DENIED, resource: VAULT }],
    [`${SAYS} on resource: "${VAULT}", sorry`, { ...DENIED }],
    [`${SAYS} on resource: ${VAULT}, sorry`, { ...DENIED, resource: VAULT }],
    [`│ AccessDenied: ${SAYS}\n│ on resource: ${VAULT}`, { ...DENIED, resource: VAULT }],
    [SAYS, DENIED],
    [`User:ann is not authorized to perform: s3:GetObject`, { action: 's3:GetObject', principal: 'ann' }],
    [`"User: ann is not authorized to perform: s3:GetObject"`, { action: 's3:GetObject', principal: 'ann' }],
    [`User: is not authorized to perform: s3:GetObject`, { action: 's3:GetObject' }],
    [`User is not authorized to perform: s3:GetObject`, { action: 's3:GetObject' }],
    [`the <role> is not authorized to perform: s3:GetObject`, { action: 's3:GetObject' }],
    [' is not authorized to perform: backup-storage:MountCapsule', { action: 'backup-storage:MountCapsule' }],
    [`x is not authorized to perform: s3:GetObject`, { action: 's3:GetObject' }],
  ])('%j', (text, denial) => {
    expect(denialIn(text)).toEqual({ ...denial, reason: 'unsaid' });
  });

  test.each([
    ['Access Denied'],
    ['User ann is not authorized to perform: that'],
    ['User ann is not authorized to perform: S3:GetObject'],
    ['User ann is not authorized to perform: s3:getObject'],
    ['User ann is not authorized to perform that action'],
    ['is not authorized to perform:'],
    ['{"allowed":true,"action":"iam:PassRole"}'],
    ['{"allowed":false,"action":"all of them"}'],
    ['{"allowed":false}'],
  ])('%j says nothing of the kind', (text) => {
    expect(denialIn(text)).toBeUndefined();
  });

  test('is read only near the action', () => {
    const far = `${SAYS} ${'x'.repeat(3000)} on resource: ${VAULT} with an explicit deny in a session policy`;
    expect(denialIn(far)).toEqual({ ...DENIED, reason: 'unsaid' });
  });

  test('is read from a decoded message', () => {
    const decoded = {
      allowed: false,
      explicitDeny: false,
      context: {
        principal: { id: 'A:B', arn: ROLE },
        action: 'iam:PassRole',
        resource: 'arn:aws:iam::111122223333:role/Instance',
      },
    };
    const denial = {
      action: 'iam:PassRole',
      principal: ROLE,
      resource: 'arn:aws:iam::111122223333:role/Instance',
      reason: 'identity-policy-silent',
    };
    expect(denialIn(JSON.stringify(decoded))).toEqual(denial);
    expect(denialIn(JSON.stringify(decoded, undefined, 2))).toEqual(denial);
    expect(denialIn(JSON.stringify({ DecodedMessage: JSON.stringify(decoded) }))).toEqual(denial);
    expect(denialIn(JSON.stringify({ ...decoded, explicitDeny: true }))).toEqual({ ...denial, reason: 'unsaid' });
    expect(denialIn('{"allowed":false,"action":"iam:PassRole"}')).toEqual({
      action: 'iam:PassRole',
      reason: 'identity-policy-silent',
    });
  });
});
