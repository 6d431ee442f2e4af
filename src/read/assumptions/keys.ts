import { OPT_IN_TYPES } from '../../service/opt-in-types';
import { oneOf, textLike, textOrDigits } from './shape';

const ACCOUNT_ID = '\\d{12}';
const REGION_NAME = '[a-z]{2,4}(-[a-z]{2,12}){1,3}-\\d{1,2}';

/** The key that stands for everything that is not named. */
export const ALL = '*';

export const ACCOUNT = textOrDigits(textLike(`^${ACCOUNT_ID}$`, 'an account id of 12 digits'), [
  10 ** 11,
  10 ** 12 - 1,
]);

export const REGION = textLike(`^${REGION_NAME}$`, "a Region such as 'eu-central-1'");

/** Accounts and Regions: settings of AWS Backup belong to one account in one Region. */
export const PLACE = textLike(
  `^(\\*|${REGION_NAME}|${ACCOUNT_ID}/${REGION_NAME})$`,
  "a Region such as 'eu-central-1', an account in it such as '111122223333/eu-central-1', or '*' for all others",
);

export const STACK = textLike('^\\S(.{0,498}\\S)?$', "a stack, the file of its template, or '*' for all");

export const RESOURCE_TYPE = oneOf(OPT_IN_TYPES);

/** Tag keys and values as every service of AWS takes them. */
export const TAG_KEY = textLike('^.{1,128}$', 'a tag key of 1 to 128 characters');
export const TAG_VALUE = textOrDigits(textLike('^.{0,256}$', 'a tag value of at most 256 characters'));

export const PARAMETER_NAME = textLike('^[A-Za-z0-9]{1,255}$', 'the name of a parameter');
export const PARAMETER_VALUE = textOrDigits(
  textLike('^[\\s\\S]{0,4096}$', 'the value of a parameter, as text of at most 4096 characters'),
);

export const ARN = textLike('^(\\*|arn:\\S{1,2000})$', "an ARN, with '*' where it may be anything");
