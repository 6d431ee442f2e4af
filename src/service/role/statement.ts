/** What a policy allows. ARNs are written for the partition `aws`, and put into another by `inPartition`. */
export interface RoleStatement {
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  readonly conditions?: StatementConditions;
}

export type StatementConditions = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** A statement that allows actions of one service: `'ec2', ['CopyImage']` is `ec2:CopyImage`. */
export function allow(
  service: string,
  actions: readonly string[],
  resources: string | readonly string[],
  conditions?: StatementConditions,
): RoleStatement {
  return {
    actions: actions.map((action) => `${service}:${action}`),
    resources: typeof resources === 'string' ? [resources] : resources,
    ...(conditions && { conditions }),
  };
}

/** On what AWS Backup made: it tags that with its source. */
export const MADE_BY_AWS_BACKUP: StatementConditions = {
  Null: { 'aws:ResourceTag/aws:backup:source-resource': 'false' },
};

/** For a grant that another AWS service uses. */
export const GRANT_FOR_AWS: StatementConditions = { Bool: { 'kms:GrantIsForAWSResource': 'true' } };

/** Through these services. */
export function via(...services: readonly string[]): StatementConditions {
  return { StringLike: { 'kms:ViaService': services.map((service) => `${service}.*.amazonaws.com`) } };
}

/** The statement with its ARNs in a partition. */
export function inPartition({ actions, resources, conditions }: RoleStatement, partition: string): RoleStatement {
  const put = (text: string) => text.replace(/^arn:aws:/, `arn:${partition}:`);
  return {
    actions,
    resources: resources.map(put),
    ...(conditions && {
      conditions: mapValues(conditions, (operator) =>
        mapValues(operator, (value) => (typeof value === 'string' ? put(value) : value.map(put))),
      ),
    }),
  };
}

function mapValues<In, Out>(record: Readonly<Record<string, In>>, map: (value: In) => Out): Record<string, Out> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
