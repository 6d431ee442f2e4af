import type { Framework, LegalHold, ReportPlan, TieringConfiguration } from '../read/model';
import { block } from './block';
import { joined, listed, type Phrase, type Row } from './layout';
import { counted, nameWords, referenceWords, told, vaultWords, whenWords } from './told-words';

/** A framework: the controls that it evaluates. */
export function frameworkRows(framework: Framework): Row[] {
  const controls = framework.controls.map((control): Phrase => {
    const parameters = control.parameters.map(({ path, value }): Phrase => [`${path} `, told(value)]);
    return [
      told(control.name, 'name'),
      ...(parameters.length > 0 ? [' with ', ...listed(parameters, 'and')] : []),
      ...whenWords(control),
    ];
  });
  return block('Framework', nameWords(framework.name, 'heading'), framework, [
    { label: ['controls'], lines: controls.length > 0 ? controls : [['none']] },
  ]);
}

/** A report plan: which report it delivers to which bucket. */
export function reportPlanRows(plan: ReportPlan): Row[] {
  const { bucket, prefix, stack } = plan;
  return block('Report plan', nameWords(plan.name, 'heading'), plan, [
    { label: ['reports'], lines: [[told(plan.template, 'name')]] },
    {
      label: ['to'],
      lines: [
        [
          ...(bucket === undefined ? ['no bucket'] : referenceWords(bucket, stack)),
          ...(prefix === undefined ? [] : [' under ', told(prefix)]),
        ],
      ],
    },
  ]);
}

/** A tiering configuration: when which recovery points of which vault move to a cheaper tier. */
export function tieringRows(configuration: TieringConfiguration): Row[] {
  const { stack, selections, vault } = configuration;
  return block('Tiering configuration', nameWords(configuration.name, 'heading'), configuration, [
    { label: ['of'], lines: [vaultWords(vault)] },
    {
      label: ['tiers down'],
      lines: selections.map((selection): Phrase => {
        const resources = selection.resources.map(({ arn }) => (arn === '*' ? ['all'] : referenceWords(arn, stack)));
        return [
          told(selection.resourceType, 'name'),
          ' ',
          ...joined(resources, ', '),
          ' after ',
          ...(selection.afterDays === undefined ? [told(undefined)] : counted(selection.afterDays, 'day')),
        ];
      }),
    },
  ]);
}

/** A legal hold: which recovery points it keeps. */
export function legalHoldRows(hold: LegalHold): Row[] {
  const of: Phrase[] = [
    ...hold.vaults.map((vault) => vaultWords(vault)),
    ...hold.resources.map(({ arn }) => referenceWords(arn, hold.stack)),
  ];
  return block('Legal hold', nameWords(hold.title, 'heading'), hold, [
    { label: ['keeps points of'], lines: of.length > 0 ? of : [['nothing']] },
  ]);
}
