import { backupableType, type DataType } from '../service/data-types';
import type { ResourceTypeId } from '../service/resource-types';
import { arnOf } from './arns';
import { given } from './given';
import type { Tag } from './model';
import type { Property } from './property';
import type { Facts } from './resource-facts';
import type { DataResource, Replica, Setting } from './surroundings';
import { listTags, mapTags } from './tags';
import type { TemplateResource } from './template';
import type { ResourceId } from './told';

/** Reads the properties of a resource that holds data. */
export function readDataResource(
  properties: Property,
  resource: TemplateResource,
  type: DataType,
): Facts<DataResource> {
  const name = type.name === undefined ? undefined : properties.at(type.name).segments();
  const arn = arnOf(resource, properties.home, name);
  return {
    ...given({
      resourceType: resourceTypeOf(properties, type),
      name: name && properties.told(name),
      arn: arn && properties.told(arn),
      cluster: clusterOf(properties, type),
    }),
    tags: tagsOf(properties, type),
    replicas: type.cloudFormationType === 'AWS::DynamoDB::GlobalTable' ? replicasOf(properties) : [],
    settings: type.settings.flatMap((path) => settingAt(properties, path)),
  };
}

/** How AWS Backup counts the resource; one of a kind that only deployment knows may be backed up, so it counts. */
function resourceTypeOf(properties: Property, { cloudFormationType }: DataType): ResourceTypeId | undefined {
  const known = backupableType(cloudFormationType);
  if (!known?.only) return known?.type;
  const { property, values } = known.only;
  const value = properties.at(`${property.charAt(0).toUpperCase()}${property.slice(1)}`).text();
  return typeof value === 'string' && !values.includes(value.toUpperCase()) ? undefined : known.type;
}

function tagsOf(properties: Property, { tags }: DataType): Tag[] {
  if (!tags) return [];
  const property = properties.at(tags.property);
  return tags.as === 'list' ? listTags(property) : mapTags(property);
}

/** The instances of a cluster hold no data of their own. */
function clusterOf(properties: Property, { settings }: DataType): ResourceId | undefined {
  if (!settings.includes('DBClusterIdentifier')) return undefined;
  return properties.at('DBClusterIdentifier').resource();
}

function replicasOf(properties: Property): Replica[] {
  return properties
    .at('Replicas')
    .items()
    .map((replica) => ({
      ...replica.part,
      ...given({ region: replica.at('Region').text() }),
      tags: listTags(replica.at('Tags')),
    }));
}

/** A property by its path; a name that ends in `[]` is a list, and stands for each of its members. */
function settingAt(properties: Property, path: string): Setting[] {
  const found = path
    .split('.')
    .reduce(
      (at, name) =>
        at.flatMap((property) => (name.endsWith('[]') ? property.at(name.slice(0, -2)).items() : [property.at(name)])),
      [properties],
    );
  return found.flatMap((property) => {
    const value = property.text();
    return value === undefined ? [] : [{ ...property.part, value }];
  });
}
