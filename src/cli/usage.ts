/** What `strongroom --help` says. */
export const USAGE = `Backup as code for AWS: checks your templates and says what they protect, before anything
is deployed.

Usage: strongroom COMMAND

Commands:
  check PATHS           mistakes, each with what to do and where AWS says so
  cover PATHS           what is backed up, by which selection and why, and what is not
  show PATHS            what is declared: vaults, plans with rules in words, selections
  permissions PATHS     the least IAM policy that deploys it
  explain TEXT          which permission or rule an error of AWS most likely means
  schedule EXPRESSION   when a schedule runs next
  assumptions           a file to begin with, for what no template can tell

Options:
  -h, --help   this text, or that of a command: strongroom show --help
  --version    the version of strongroom

Exit status: 0 fine, 1 the answer is no, 2 the input or the arguments could not be used.
`;

/** What `strongroom check --help` says. */
export const CHECK_USAGE = `Finds mistakes in what templates declare of AWS Backup, each with what to do and its source.

Usage: strongroom check PATHS [--format text|json|sarif|github] [-o FILE] [--fail-on SEVERITY]
                        [--assumptions FILE] [--strict]

PATHS are folders of CDK assemblies, such as the cdk.out that cdk synth writes, CloudFormation
templates in JSON or YAML (- for the standard input), and folders that hold such, at any depth.

Options:
  --format FORMAT      text for a person (the default), json for a program, sarif for code
                       scanning, github for the annotations of a workflow
  -o, --output FILE    write to a file, instead of the standard output
  --fail-on SEVERITY   the least that makes the exit status 1: error (the default), warning, info
                       or never
  --assumptions FILE   what no template can tell; strongroom.assumptions.yaml, where there is one
  --strict             what that file does not say is unknown, instead of its default
  -h, --help           this text

A finding that is wanted so is acknowledged, with a reason: in a CDK app by
Validations.of(construct).acknowledge({ id: 'Strongroom::RULE', reason: '…' }), in a template in the
metadata of the resource, or of the template: { Strongroom: { acknowledge: { RULE: '…' } } }.

Exit status: 0 fine, 1 findings at or above --fail-on, 2 the input or the arguments could not be
used.
`;

/** What `strongroom cover --help` says. */
export const COVER_USAGE = `Says of each resource that holds data whether AWS Backup backs it up, by which selection, and why.

Usage: strongroom cover PATHS [--format text|json|html|sarif] [-o FILE] [--all]
                        [--objectives FILE] [--today DAY] [--assumptions FILE] [--strict]

PATHS are folders of CDK assemblies, such as the cdk.out that cdk synth writes, CloudFormation
templates in JSON or YAML (- for the standard input), and folders that hold such, at any depth.
Name all of an app together: a selection may stand in one stack, and what it selects in another.

Options:
  --format FORMAT      text for a person (the default), json for a program, html for a page that
                       needs nothing else, sarif for code scanning
  -o, --output FILE    write to a file, instead of the standard output
  --all                tell everything: in text, many resources that are protected, or that miss an
                       objective alike, are otherwise summed up
  --objectives FILE    what is promised of backups; strongroom.objectives.yaml, where there is one
  --today DAY          the day on which exceptions of objectives are judged; by default today, in
                       UTC
  --assumptions FILE   what no template can tell; strongroom.assumptions.yaml, where there is one
  --strict             what that file does not say is unknown, instead of its default
  -h, --help           this text

Each resource is one of these:
  protected            some plan backs it up, in whatever way the templates are deployed
  unprotected          none does, in whatever way they are deployed
  unknown              it depends on what only deployment knows; the answer says on what
  not backed up by AWS Backup
                       AWS Backup has no backups of this type

Exit status: 0 answered, and no objective is missed, 1 one is, 2 the input or the arguments could not
be used.
`;

/** What `strongroom show --help` says. */
export const SHOW_USAGE = `Says what templates declare of AWS Backup: vaults, plans with rules in words, selections.

Usage: strongroom show PATHS [--format text|json] [-o FILE] [--assumptions FILE] [--strict]

PATHS are folders of CDK assemblies, such as the cdk.out that cdk synth writes, CloudFormation
templates in JSON or YAML (- for the standard input), and folders that hold such, at any depth.

Options:
  --format text|json   for a person (the default), or for a program
  -o, --output FILE    write to a file, instead of the standard output
  --assumptions FILE   what no template can tell; strongroom.assumptions.yaml, where there is one
  --strict             what that file does not say is unknown, instead of its default
  -h, --help           this text
`;

/** What `strongroom explain --help` says. */
export const EXPLAIN_USAGE = `Says what an error of AWS Backup, or of deploying it, most likely means, how sure that is, and what
to do.

Usage: strongroom explain TEXT [--format text|json] [-o FILE]
       strongroom explain --file FILE [--format text|json] [-o FILE]

TEXT is the error in quotes, or - for the standard input. It may also be JSON: events of a stack
(aws cloudformation describe-stack-events), of AWS Backup or of CloudTrail, or what describes a job
(aws backup describe-backup-job).

Options:
  --file FILE          read the text from a file
  --format text|json   for a person (the default), or for a program
  -o, --output FILE    write to a file, instead of the standard output
  -h, --help           this text

Exit status: 0 a cause is known, 1 not known, 2 the input or the arguments could not be used.
`;

/** What `strongroom permissions --help` says. */
export const PERMISSIONS_USAGE = `Writes the least IAM policy with which CloudFormation can deploy what templates declare of AWS
Backup, and the roles, keys, topics and policies that this needs. Each statement says who needs it
and why.

Usage: strongroom permissions PATHS [--format text|json|cdk|cloudformation] [-o FILE]
                              [--verbs create,read,update,delete] [--for role|person]
                              [--assumptions FILE] [--strict]

PATHS are folders of CDK assemblies, such as the cdk.out that cdk synth writes, CloudFormation
templates in JSON or YAML (- for the standard input), and folders that hold such, at any depth.

Options:
  --format FORMAT      text for a person (the default), json for a program, cdk for a TypeScript
                       file that makes the policies, cloudformation for a template that does
  -o, --output FILE    write to a file, instead of the standard output
  --verbs LIST         what is done: create, read, update, delete, with commas between them; all
                       by default
  --for role|person    a role that CloudFormation takes on (the default), or a person who has
                       CloudFormation act in their name, and handles the stacks too
  --assumptions FILE   what no template can tell; strongroom.assumptions.yaml, where there is one
  --strict             what that file does not say is unknown, instead of its default
  -h, --help           this text
`;

/** What `strongroom schedule --help` says. */
export const SCHEDULE_USAGE = `Says when a schedule of AWS Backup runs next, in its time zone and in UTC.

Usage: strongroom schedule EXPRESSION [--timezone ZONE] [--from INSTANT] [--count N]
                           [--format text|json] [-o FILE]

EXPRESSION is an AWS cron expression of six fields, in quotes: 'cron(0 5 ? * 6L *)'.

Options:
  --timezone ZONE      the IANA name of its time zone, such as Europe/Berlin; UTC by default
  --from INSTANT       where to begin, such as 2026-01-01T00:00:00Z; now by default
  --count N            how many runs to list, 1 to 1000; 5 by default
  --format text|json   for a person (the default), or for a program
  -o, --output FILE    write to a file, instead of the standard output
  -h, --help           this text
`;

/** What `strongroom assumptions --help` says. */
export const ASSUMPTIONS_USAGE = `Writes a file of assumptions to begin with: what no template can tell, each with its default, its
reason, and a command that tells how it is. Everything in it is a comment.

Usage: strongroom assumptions > strongroom.assumptions.yaml

Options:
  -h, --help   this text
`;
