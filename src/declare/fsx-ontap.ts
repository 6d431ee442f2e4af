import { CfnResource } from 'aws-cdk-lib';
import type { aws_fsx } from 'aws-cdk-lib/interfaces';
import { refuse } from './problems';

/** Refuses a file system that is known to be one of ONTAP, of which AWS Backup backs up the volumes. */
export function refuseOntap(fileSystem: aws_fsx.IFileSystemRef): void {
  if (!CfnResource.isCfnResource(fileSystem)) return;
  const { fileSystemType } = fileSystem as { readonly fileSystemType?: unknown };
  if (fileSystemType !== 'ONTAP') return;
  refuse(
    fileSystem,
    'Strongroom::fsx-ontap-by-volume',
    'FSx for NetApp ONTAP is backed up by volume, got the file system; use fromFsxOntapVolume or allFromConstruct',
  );
}
