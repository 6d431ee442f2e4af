import { ArnFormat, Names, Stack, Token } from 'aws-cdk-lib';
import type { Construct, IConstruct } from 'constructs';
import { existingVaultName, vaultName } from '../service/names';
import { vaultArn } from '../service/vault';
import { refuse, reportOne } from './problems';

/** The longest name that AWS Backup takes for a vault. */
const LONGEST_NAME = 50;

/** The name of a vault to be: the given one if AWS Backup takes it, or a generated one. */
export function nameOfVault(vault: IConstruct, given: string | undefined): string {
  // The end of the unique id holds its hash, so long paths lose their beginning.
  const name = given || Names.uniqueId(vault).slice(-LONGEST_NAME);
  if (!Token.isUnresolved(name)) {
    reportOne(vault, vaultName(name), { phrase: 'Expected vault name to match pattern `^[a-zA-Z0-9-_]{2,50}$`' });
  }
  return name;
}

/** The ARN of an existing vault of the scope's account and Region. */
export function arnOfVaultName(scope: Construct, id: string, backupVaultName: string): string {
  if (!Token.isUnresolved(backupVaultName)) {
    const phrase = backupVaultName === '' ? 'the ARN of the vault does not have a resource name' : undefined;
    reportOne(scope, existingVaultName(backupVaultName), { phrase }, pathOfImport(scope, id));
  }
  return Stack.of(scope).formatArn({
    service: 'backup',
    resource: 'backup-vault',
    resourceName: backupVaultName,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

/** What an import takes from an ARN. */
interface VaultArnParts {
  readonly account?: string;
  readonly region?: string;
  readonly resourceName: string;
}

/** The parts of a vault's ARN, also of one of which only the shape is known before deployment. */
export function splitVaultArn(scope: Construct, id: string, arn: string): VaultArnParts {
  const path = pathOfImport(scope, id);
  const parts = readVaultArn(scope, arn);
  if ('phrase' in parts) {
    reportOne(scope, vaultArn(arn), parts, path);
    // Only tokens can hide from the rule what their shape shows.
    return refuse(scope, 'BackupVaultArn', parts.phrase);
  }
  if (!Token.isUnresolved(arn)) reportOne(scope, vaultArn(arn), {}, path);
  return parts;
}

/** The parts, or what the official library or the CDK core under it says of an ARN that has none. */
function readVaultArn(scope: Construct, arn: string): VaultArnParts | { readonly phrase: string } {
  try {
    const { account, region, resourceName, arnFormat } = Stack.of(scope).splitArn(arn, ArnFormat.COLON_RESOURCE_NAME);
    if (arnFormat !== ArnFormat.COLON_RESOURCE_NAME) {
      const phrase = `Backup Vault Arn ${arn} has the wrong format, expected arn:aws:service:region:account:resource:resourceName.`;
      return { phrase };
    }
    return resourceName
      ? { account, region, resourceName }
      : { phrase: `Backup Vault Arn ${arn} does not have a resource name.` };
  } catch (error) {
    return { phrase: (error as Error).message };
  }
}

/** An import has its path before it is a construct. */
function pathOfImport(scope: Construct, id: string): string {
  return `${scope.node.path}/${id}`;
}
