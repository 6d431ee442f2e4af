import { Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as rules from '../service/copy-source';
import type { ValueRule } from '../service/value-rule';
import { reportWithoutScope } from './problems';

/**
 * Where copies come from that a vault lets in: an account, an organization, or a part of one.
 *
 * AWS Backup copies between accounts of one organization only, and only after the organization's management account has
 * switched that on.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html
 * @example
 * const vault = new BackupVault(this, 'Vault', { encryptionKey: new kms.Key(this, 'Key') });
 * vault.allowCopyFrom(CopySource.account('111122223333'));
 * vault.allowCopyFrom(CopySource.organizationalUnit('o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*'));
 */
export class CopySource {
  /**
   * An account of the same organization.
   *
   * @param accountId 12 digits
   * @throws where no account can have the id
   */
  public static account(accountId: string): CopySource {
    refuseFaulty('CopySource.account', rules.accountId, accountId);
    return new CopySource(new iam.AccountPrincipal(accountId));
  }

  /**
   * All accounts of an organization.
   *
   * @param organizationId an id such as `o-a1b2c3d4e5`
   * @throws where no organization can have the id
   */
  public static organization(organizationId: string): CopySource {
    refuseFaulty('CopySource.organization', rules.organizationId, organizationId);
    return new CopySource(
      new iam.AnyPrincipal().withConditions({ StringEquals: { 'aws:PrincipalOrgID': organizationId } }),
    );
  }

  /**
   * The accounts of an organizational unit, or of several that a pattern describes.
   *
   * @param path the ids of the organization, its root and every unit on the way, each followed by `/`; a `*` at the end takes
   * in the units below, and `ou-*` those below without the unit itself; a `*` elsewhere stands for any ids
   * @throws where it does not begin with the id of an organization, or lacks its last slash: it would match no account
   * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths
   */
  public static organizationalUnit(path: string): CopySource {
    refuseFaulty('CopySource.organizationalUnit', rules.organizationalUnitPath, path);
    return new CopySource(
      new iam.AnyPrincipal().withConditions({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': [path] } }),
    );
  }

  /** Who the source is in a policy, with the conditions that go with it. */
  public readonly principal: iam.IPrincipal;

  private constructor(principal: iam.IPrincipal) {
    this.principal = principal;
  }
}

function refuseFaulty(subject: string, rule: ValueRule<string>, value: string): void {
  const problem = Token.isUnresolved(value) ? undefined : rule(value);
  if (problem) reportWithoutScope(subject, [{ problem }]);
}
