import Ajv from 'ajv';
import sarifSchema from './sarif-2.1.0-rtm.5.json';

// Its form is that of draft 4, of which it uses nothing that later drafts understand in another way.
const { $schema: _, id: __, ...schema } = sarifSchema;

const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  formats: {
    uri: (text: string) => URL.canParse(text),
    'uri-reference': (text: string) => URL.canParse(text, 'file:///'),
    'date-time': true,
  },
}).compile(schema);

/** What in a log the schema of SARIF 2.1.0 does not let pass. */
export function sarifFaults(log: string): readonly unknown[] {
  return validate(JSON.parse(log)) ? [] : (validate.errors ?? []);
}
