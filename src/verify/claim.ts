import { Token } from 'aws-cdk-lib';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import { Assumptions } from '../read/assumptions/assumptions';
import type { BackupModel, Selection } from '../read/model';
import { declaredBy, lowLevel } from './constructs';

/** By what something is said to be protected. */
export interface Protectors {
  readonly plan?: aws_backup.IBackupPlanRef;
  readonly selection?: IConstruct;
}

/** What was read, as if nothing else protected anything. */
export interface Claim {
  readonly model: BackupModel;
  readonly assumptions: Assumptions;
  /** What it is that protects, in words; none where it may be anything. */
  readonly words?: string;
}

/**
 * Leaves of a model only what a plan or a selection does, so that whatever is judged by it is kept by these alone.
 *
 * @param refuse tells what is wrong with the plan or the selection
 */
export function claimed(
  model: BackupModel,
  assumptions: Assumptions,
  { plan, selection }: Protectors,
  refuse: (message: string) => never,
): Claim {
  if (!plan && !selection) return { model, assumptions };
  const isOfPlan = plan ? ofPlan(plan, model, refuse) : () => true;
  const isMeant = selection ? meant(selection, model, refuse) : () => true;
  const words = [
    ...(selection ? [`the selection ${selection.node.path}`] : []),
    ...(plan ? [`the plan ${plan.node.path}`] : []),
  ];
  return {
    model: {
      ...model,
      selections: model.selections.filter((each) => isOfPlan(each) && isMeant(each)),
      // EFS itself may ask for backups, which are of another plan.
      resources: model.resources.map((resource) =>
        resource.type === 'AWS::EFS::FileSystem'
          ? { ...resource, settings: resource.settings.filter(({ path }) => path !== 'BackupPolicy.Status') }
          : resource,
      ),
    },
    assumptions: new Assumptions({ ...assumptions.said, 'plans-elsewhere': [] }, assumptions.strict),
    words: words.join(' of '),
  };
}

type IsMeant = (selection: Selection) => boolean;

function ofPlan(plan: aws_backup.IBackupPlanRef, model: BackupModel, refuse: (message: string) => never): IsMeant {
  const resource = lowLevel(plan);
  if (resource) {
    const isIt = declaredBy(resource);
    if (!model.plans.some(isIt)) refuse(`there is no plan ${plan.node.path} in this app`);
    return (each) => each.plan?.declared !== undefined && isIt(each.plan.declared);
  }
  const id = plan.backupPlanRef.backupPlanId;
  if (Token.isUnresolved(id))
    refuse(`the id of the plan ${plan.node.path} is known to deployment alone: import it by its id`);
  return (each) => each.plan !== undefined && !each.plan.declared && each.plan.name === id;
}

function meant(selection: IConstruct, model: BackupModel, refuse: (message: string) => never): IsMeant {
  const resource = lowLevel(selection);
  const isIt = resource && declaredBy(resource);
  return isIt && model.selections.some(isIt)
    ? isIt
    : refuse(`there is no selection ${selection.node.path} in this app`);
}
