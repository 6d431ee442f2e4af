import type { Leaning, Made } from '../read/assumptions/leaning';
import type { DataResource } from '../read/surroundings';
import { all, any, assumed, type Formula, not, same } from './formula';
import type { Subject } from './subjects';
import type { Texts } from './texts';
import type { Unread } from './unread';

/** Something without which no backup of a resource comes to be, whoever selects it. */
export interface Need {
  readonly met: Formula;
  /** Why there is no backup where it is not met. */
  readonly otherwise: string;
}

const RESTORE_TEST = 'awsbackup-restore-test';

/** What a resource needs, whoever selects it. */
export class Needs {
  private readonly known = new WeakMap<Subject, Made<Need[]>>();

  constructor(
    private readonly texts: Texts,
    private readonly unread: Unread,
    private readonly leaning: Leaning,
  ) {}

  public of(subject: Subject): readonly Need[] {
    return this.leaning.once(this.known, subject, () => this.find(subject));
  }

  private find(subject: Subject): Need[] {
    const { resource } = subject;
    return [
      ...this.versioning(resource),
      ...this.noReplica(resource),
      ...this.persistence(resource),
      ...this.noRestoreTest(subject),
    ];
  }

  /** Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/s3-backups.html */
  private versioning(bucket: DataResource): Need[] {
    if (bucket.type !== 'AWS::S3::Bucket') return [];
    const isOn = this.isSet(bucket, 'VersioningConfiguration.Status', 'Enabled');
    if (isOn === true) return [];
    const needed = this.leaning.value('buckets-need-versioning');
    const words = 'whether backups of a bucket fail without versioning';
    return [
      {
        met: any(isOn, not(assumed('buckets-need-versioning', '', needed, words))),
        otherwise: 'AWS Backup backs up no bucket without versioning',
      },
    ];
  }

  /** Source: https://docs.aws.amazon.com/fsx/latest/APIReference/API_CreateBackup.html */
  private persistence(system: DataResource): Need[] {
    if (system.type !== 'AWS::FSx::FileSystem') return [];
    const isLustre = this.isSet(system, 'FileSystemType', 'LUSTRE');
    if (isLustre === false) return [];
    const type = (name: string) => this.isSet(system, 'LustreConfiguration.DeploymentType', name);
    const isLinked = any(
      ...system.settings
        .filter(({ path }) => path === 'LustreConfiguration.ImportPath')
        .map(({ when }) => this.texts.conditions.allHold(when, system.stack)),
      ...(system.linkedWhen ?? []).map((when) => this.texts.conditions.allHold(when, system.stack)),
    );
    return [
      {
        met: any(not(isLustre), all(any(type('PERSISTENT_1'), type('PERSISTENT_2')), not(isLinked))),
        otherwise: 'AWS backs up only persistent FSx for Lustre file systems, and none that is linked to a bucket',
      },
    ];
  }

  /** No page says that replicas are backed up. */
  private noReplica(instance: DataResource): Need[] {
    const path = 'SourceDBInstanceIdentifier';
    const settings = instance.settings.filter((setting) => setting.path === path);
    if (instance.type !== 'AWS::RDS::DBInstance' || settings.length === 0) return [];
    const isReplica = any(...settings.map(({ when }) => this.texts.conditions.allHold(when, instance.stack)));
    const given = this.leaning.value('read-replicas-backed-up');
    const words = 'whether read replicas are backed up';
    return [
      {
        met: any(not(isReplica), assumed('read-replicas-backed-up', '', given, words)),
        otherwise: 'it is a read replica, of which AWS does not say that it is backed up',
      },
    ];
  }

  /**
   * What restore tests make is left alone by plans. A name or a key counts only where its beginning is written out.
   *
   * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
   */
  private noRestoreTest({ resource, tags }: Subject): Need[] {
    const isSo = (text: unknown) => typeof text === 'string' && text.startsWith(RESTORE_TEST);
    const isTest = any(isSo(resource.name), tags.hasWritten(isSo));
    if (isTest === false) return [];
    return [{ met: not(isTest), otherwise: `plans pass over what is named or tagged ${RESTORE_TEST}` }];
  }

  /** That a setting has a value. */
  public isSet(resource: DataResource, path: string, value: string): Formula {
    const ways = resource.settings
      .filter((setting) => setting.path === path)
      .map((setting) =>
        all(
          this.texts.conditions.allHold(setting.when, resource.stack),
          this.texts.holds(setting.value, resource.stack, (text) => same(text, [value])),
        ),
      );
    return any(this.unread.mayTell(resource, path), ...ways);
  }
}
