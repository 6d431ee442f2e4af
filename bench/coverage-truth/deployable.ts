import type { Resource, Template } from '../../test/cover/truth/whole';

const KEY = {
  AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
  KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
};

/** What CloudFormation asks of each type, and what bears upon no backup. */
const REQUIRED: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  'AWS::Cassandra::Table': {
    KeyspaceName: 'keyspace',
    PartitionKeyColumns: [{ ColumnName: 'id', ColumnType: 'text' }],
  },
  'AWS::CloudFormation::Stack': { TemplateURL: 'https://example.com/template.json' },
  'AWS::DynamoDB::GlobalTable': KEY,
  'AWS::DynamoDB::Table': KEY,
  'AWS::EC2::Volume': { AvailabilityZone: 'us-east-1a', Size: 10 },
  'AWS::EKS::Cluster': {
    RoleArn: 'arn:aws:iam::111122223333:role/cluster',
    ResourcesVpcConfig: { SubnetIds: ['subnet-1'] },
  },
  'AWS::ElastiCache::ReplicationGroup': { ReplicationGroupDescription: 'cache' },
  'AWS::FSx::FileSystem': { SubnetIds: ['subnet-1'] },
  'AWS::FSx::Volume': { Name: 'volume' },
  'AWS::RDS::DBInstance': { DBInstanceClass: 'db.t4g.micro' },
  'AWS::Redshift::Cluster': {
    ClusterType: 'single-node',
    DBName: 'db',
    MasterUsername: 'admin',
    NodeType: 'ra3.large',
  },
  'AWS::RedshiftServerless::Namespace': { NamespaceName: 'namespace' },
  'AWS::Timestream::Table': { DatabaseName: 'metrics' },
};

/** A template with the properties that its types ask for; the truth table leaves out what decides nothing. */
export function deployable(template: Template): Template {
  const resources = Object.entries(template.Resources).map(([id, resource]) => [id, complete(resource)]);
  return { ...template, Resources: Object.fromEntries(resources) };
}

function complete(resource: Resource): Resource {
  return { ...resource, Properties: { ...REQUIRED[resource.Type], ...resource.Properties } };
}
