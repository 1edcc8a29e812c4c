/** The learner's record as a JSON Schema, for editors and other tools: made from the schema that reads it, with a sentence for each field. */

import { toJsonSchema } from '@valibot/to-json-schema';

import { learnerRecordSchema } from '../learner-record/learner-record.ts';

/** A schema, or a part of one. */
interface Part {
  description?: string;
  pattern?: string;
  type?: string;
  properties?: Record<string, Part>;
  items?: Part;
  additionalProperties?: Part;
  anyOf?: readonly Part[];
}

/** Events of version 2, which the reader's schema has in one list. */
const byChapter: Part = { type: 'object', additionalProperties: { type: 'array', items: {} } };

/** What each field says, by its path; `[]` stands for any place in a list. */
const sentences: Readonly<Record<string, string>> = {
  format: 'Tells a record from any other JSON.',
  version: 'The version of this format. A page that knows only older ones refuses the file and says so.',
  made: 'When the file was made, in milliseconds since 1970.',
  name: 'What the reader typed for it, and nothing else.',
  passes: 'The challenges that were passed.',
  'passes[].chapter': 'Slug of the chapter. Absent where the challenge was passed in a free playground.',
  'passes[].scenario': 'The scenario of the challenge.',
  'passes[].at': 'When it was passed, in milliseconds since 1970.',
  'passes[].fix': 'The family of fix that the machine recognised; empty for none.',
  'passes[].run': 'The run that passed. Absent where the browser had no room for it.',
  'passes[].run.program':
    'The program: UTF-8, then raw DEFLATE (RFC 1951), then Base64 for addresses (RFC 4648, section 5) without padding. At most 200,000 bytes unpacked.',
  'passes[].run.workload': 'What the server was asked to do.',
  'passes[].run.workload.memoryLimit': 'Bytes at which the server dies.',
  'passes[].run.workload.samples': 'How often the heap is read.',
  'passes[].run.workload.collectorSeconds': 'Virtual seconds between two collections; null for none.',
  'passes[].run.workload.steady': 'Present for a server that is never idle.',
  'passes[].run.allowances': 'Classes of which some instances may stay, and how many.',
  'passes[].run.scenarioHash': 'Identifies the version of the scenario.',
  'passes[].run.machineHash': 'Identifies the version of the machine.',
  events:
    'What else the reader did: predictions, answers, attempts and hints. Version 1 lists them in the order in which they were done. Version 2 lists them by the slug of their chapter, and under an empty name those of no chapter. An entry that a version of the site does not know is passed over.',
};

/** The schema as a JSON text. */
export function recordJsonSchema(): string {
  // What no JSON Schema can say, that a program unpacks, is checked when a record is read.
  const schema = toJsonSchema(learnerRecordSchema, {
    typeMode: 'input',
    ignoreActions: ['check'],
  }) as Part & {
    readonly $schema?: string;
  };
  for (const [path, sentence] of Object.entries(sentences)) partAt(schema, path).description = sentence;
  const { description: says, ...list } = partAt(schema, 'events');
  schema.properties = { ...schema.properties, events: { anyOf: [list, byChapter], description: says ?? '' } };
  partAt(schema, 'passes[].run.program').pattern = '^[A-Za-z0-9_-]*$';
  const title = 'A learner’s record';
  const description =
    'What one reader has done, in one file that anybody can check by running its programs again.';
  const { $schema, ...rest } = schema;
  return `${JSON.stringify({ $schema, title, description, ...rest }, undefined, 2)}\n`;
}

/** Throws for a path that is not in the schema. */
function partAt(schema: Part, path: string): Part {
  let part: Part | undefined = schema;
  for (const name of path.replaceAll('[]', '.[]').split('.'))
    part = name === '[]' ? part?.items : part?.properties?.[name];
  if (part === undefined) throw new Error(`The schema of the record has no ${path}.`);
  return part;
}
