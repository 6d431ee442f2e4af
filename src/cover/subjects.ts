import type { Leaning } from '../read/assumptions/leaning';
import type { AssumptionId } from '../read/assumptions/registry';
import type { BackupModel } from '../read/model';
import type { DataResource, Replica } from '../read/surroundings';
import type { ResourceId, Told } from '../read/told';
import { dataType } from '../service/data-types';
import { kindsOfResource, type ResourceKind } from '../service/features';
import { arnPattern } from '../service/resource-types';
import { all, type Formula, not, same } from './formula';
import type { Place, Places } from './places';
import type { TagSet, TagSets } from './tags';
import { joined, type Variable } from './text';
import type { Case, Texts } from './texts';
import type { Unread } from './unread';

/** What may be backed up: a resource, or one Region of a global table. */
export interface Subject {
  readonly resource: DataResource;
  readonly replicaRegion?: Told<string>;
  readonly place: Place;
  /** That there is such a thing at all. */
  readonly exists: Formula;
  readonly arns: readonly Case[];
  readonly tags: TagSet;
  readonly kinds: readonly ResourceKind[];
  /** The assumptions that tell whether it is there, and what it is called. */
  readonly leansOn: ReadonlySet<AssumptionId>;
}

/** Makes subjects of what was read. */
export class Subjects {
  constructor(
    private readonly model: BackupModel,
    private readonly places: Places,
    private readonly texts: Texts,
    private readonly tagSets: TagSets,
    private readonly unread: Unread,
    private readonly leaning: Leaning,
  ) {}

  /** Every resource that holds data, with a subject of its own for each Region of a global table. */
  public all(): Subject[] {
    return this.model.resources.flatMap((resource) => [
      this.own(resource),
      ...resource.replicas.flatMap((replica) => this.inRegion(resource, replica)),
    ]);
  }

  /** That a resource is there, itself and the stacks around it. */
  public exists({ stack, condition }: ResourceId & { readonly condition?: string }): Formula {
    const { conditions } = this.texts;
    // What stands here of another stack is what the chain says once more.
    const own = condition === undefined || condition.includes(' of ') ? true : conditions.holds(condition, stack);
    const around = this.places
      .chain(stack)
      .map(
        (each) =>
          each.condition === undefined || each.parent === undefined || conditions.holds(each.condition, each.parent),
      );
    return all(own, ...around);
  }

  private own(resource: DataResource): Subject {
    const { stack } = resource;
    this.leaning.takeAsked();
    const place = this.places.of(stack);
    const isGlobal = resource.type === 'AWS::DynamoDB::GlobalTable';
    const own = isGlobal
      ? resource.replicas.flatMap(({ region, tags, when }) =>
          this.tagSets.entries(
            tags,
            stack,
            all(this.texts.conditions.allHold(when, stack), this.isAt(region, stack, place)),
          ),
        )
      : this.tagSets.entries(resource.tags, stack);
    return this.subject(resource, place, this.exists(resource), own, true);
  }

  /** A Region that is not that of the stack. */
  private inRegion(resource: DataResource, { region, tags, when }: Replica): Subject[] {
    const { stack } = resource;
    this.leaning.takeAsked();
    const here = this.places.of(stack);
    if (region === undefined) return [];
    const cases = this.texts.cases(region, stack);
    const asked = this.leaning.takeAsked();
    return cases.flatMap((each) => {
      const [name, ...more] = each.text;
      if (name === undefined || more.length > 0) return [];
      const exists = all(
        this.exists(resource),
        each.when,
        this.texts.conditions.allHold(when, stack),
        not(same([name], [here.region])),
      );
      if (exists === false) return [];
      const partition = typeof name === 'string' ? this.places.partitionIn(name) : here.partition;
      const place = { ...here, region: name, partition };
      const subject = this.subject(resource, place, exists, this.tagSets.entries(tags, stack), false);
      return [{ ...subject, replicaRegion: region, leansOn: new Set([...asked, ...subject.leansOn]) }];
    });
  }

  private isAt(region: Told<string> | undefined, stack: string, place: Place): Formula {
    return region === undefined || this.texts.holds(region, stack, (text) => same(text, [place.region]));
  }

  private subject(
    resource: DataResource,
    place: Place,
    exists: Formula,
    own: Parameters<TagSets['of']>[1],
    inherits: boolean,
  ): Subject {
    const { stack, logicalId, type, resourceType } = resource;
    const property = dataType(type)?.tags?.property ?? 'Replicas';
    const unread = this.unread.mayTell(resource, property);
    return {
      resource,
      place,
      exists,
      arns: this.arnsOf(resource, place),
      tags: this.tagSets.of(stack, own, unread, inherits, logicalId),
      kinds: resourceType ? kindsOfResource(type, resourceType, (path) => knownSetting(resource, path)) : [],
      // All that was asked to make it.
      leansOn: this.leaning.takeAsked(),
    };
  }

  private arnsOf(resource: DataResource, place: Place): readonly Case[] {
    const { arn, stack, logicalId, resourceType } = resource;
    if (arn !== undefined) {
      return this.texts
        .cases(arn, stack, place)
        .map((each) => ({ ...each, text: each.text.map((piece) => inArn(piece, resource)) }));
    }
    if (!resourceType) return [];
    // The form of the ARN is known, though nothing in a template gives the id at its end: a path of names without a colon.
    // Source: https://docs.aws.amazon.com/timestream/latest/developerguide/API_CreateTable.html
    const [, , service = '', , , ...rest] = arnPattern(resourceType, '').split(':');
    const id = {
      key: `arn:${JSON.stringify([stack, logicalId])}`,
      words: `the id of ${logicalId}, which deployment makes up`,
      never: ' :*',
    };
    const prefix = rest.join(':').replace(/\*$/, '');
    const text = ['arn:', place.partition, `:${service}:`, place.region, ':', place.account, `:${prefix}`, id];
    return [{ when: true, text: joined(text) }];
  }
}

/** The letters that no name in an ARN has: those that part it, white space and the wildcard. */
const PARTS = ' :/*';

/**
 * What fills a hole of an ARN has no letter that parts an ARN, and no white space. A name that CloudFormation makes up has
 * the names of its stack and of the resource in it, with hyphens between.
 *
 * Source: https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
 */
function inArn(piece: string | Variable, { type, name }: DataResource): string | Variable {
  if (typeof piece === 'string') return piece;
  const isMadeUp = piece.key.startsWith('resource:') && name === undefined && dataType(type)?.name !== undefined;
  // Most are the places that ARNs have in common.
  if (!isMadeUp && piece.never === PARTS) return piece;
  return { ...piece, never: PARTS, ...(isMadeUp && { has: '-' }) };
}

/** A property that bears upon backups, where it stands once and in so many words. */
export function knownSetting({ settings }: DataResource, path: string): string | undefined {
  const [setting, ...more] = settings.filter((each) => each.path === path);
  if (!setting || more.length > 0 || setting.when) return undefined;
  return typeof setting.value === 'string' ? setting.value : undefined;
}
