/** The fields of the workload, each with a sentence beside it when its value does not work. */

import type { JSX } from 'preact';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import { type FieldName, fieldNames, fieldRanges, type WorkloadForm } from '../store/workload-form.ts';

interface WorkloadFieldsProps {
  readonly form: WorkloadForm;
  readonly id: string;
}

export function WorkloadFields({ form, id }: WorkloadFieldsProps): JSX.Element {
  const words = workbenchWords().workload;
  return (
    <fieldset class="ll-workload-fields">
      <legend class="sr-only">{words.legend}</legend>
      {fieldNames.map((name) => (
        <Field key={name} name={name} form={form} id={`${id}-${name}`} />
      ))}
      <KnownField form={form} id={`${id}-known`} />
      <button type="button" class="ll-tool-button" onClick={form.restore} disabled={!form.changed.value}>
        {words.restore}
      </button>
    </fieldset>
  );
}

function Field({ name, form, id }: WorkloadFieldsProps & { readonly name: FieldName }): JSX.Element {
  const problem = form.problems.value[name];
  const typed = form.typed[name];
  return (
    <div class="ll-workload-field">
      <label for={id}>{workbenchWords().workload[name]}</label>
      <input
        id={id}
        name={name}
        type="text"
        inputMode={fieldRanges[name].whole ? 'numeric' : 'decimal'}
        autocomplete="off"
        value={typed.value}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onInput={(event) => (typed.value = event.currentTarget.value)}
      />
      <p id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </div>
  );
}

/** What may stay: text, since it names classes. */
function KnownField({ form, id }: WorkloadFieldsProps): JSX.Element {
  const words = workbenchWords().workload;
  const problem = form.knownProblem.value;
  return (
    <div class="ll-workload-field ll-workload-known">
      <label for={id}>{words.known}</label>
      <input
        id={id}
        name="known"
        type="text"
        autocomplete="off"
        spellcheck={false}
        placeholder={words.knownExample}
        value={form.known.value}
        aria-invalid={problem !== undefined}
        aria-describedby={`${id}-problem`}
        onInput={(event) => (form.known.value = event.currentTarget.value)}
      />
      <p id={`${id}-problem`} role="alert">
        {problem}
      </p>
    </div>
  );
}
