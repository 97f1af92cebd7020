import { Form } from '@bpmn-io/form-js-viewer';
import '@bpmn-io/form-js-viewer/dist/assets/form-js.css';
import { useEffect, useEffectEvent, useImperativeHandle, useRef, type Ref } from 'react';
import { useLanguage } from '../../../i18n/use-language.js';
import { fieldIds } from './form-schema.js';
import { formText } from './form-texts.js';
import { sameValues, spelling, type FormValues } from './form-values.js';
import './form-view.css';

export interface FormHandle {
  /** The values of all fields; the browser's own checks show at the fields, and `valid` says whether they passed. */
  readonly read: () => { readonly values: FormValues; readonly valid: boolean };
  readonly focusFirstError: () => void;
}

interface FormViewProps {
  readonly schema: { readonly zh: unknown; readonly en: unknown };
  readonly initial: FormValues;
  readonly readOnly: boolean;
  /** Words of the server at fields, by key. */
  readonly problems: Readonly<Record<string, string>>;
  readonly onChange: (values: FormValues) => void;
  /** Fields are there: before this nothing may be handed in. */
  readonly onReady?: () => void;
  readonly handle: Ref<FormHandle>;
}

/** A form of the policy pack. Another language brings other words and keeps every value. */
export default function FormView({
  schema,
  initial,
  readOnly,
  problems,
  onChange,
  onReady,
  handle,
}: FormViewProps) {
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const form = useRef<Form>(undefined);
  const values = useRef(initial);
  const spoken = useRef(language);
  spoken.current = language;
  const ids = fieldIds(schema[language]);
  const changed = useEffectEvent((next: FormValues) => {
    // form-js calls the opening of a form a change of it.
    if (sameValues(next, values.current)) return;
    values.current = { ...values.current, ...next };
    onChange(next);
  });
  /** The server's word about a value holds until the value changes. */
  const told = useRef(new Map<string, { readonly message: string; readonly about: string }>());
  const show = useEffectEvent(() => {
    told.current = new Map(
      Object.entries(problems).map(([key, message]) => [
        ids.get(key) ?? key,
        { message, about: spelling(values.current[key]) },
      ]),
    );
    if (told.current.size === 0) return;
    form.current?.validate();
    focusFirstError(place.current);
  });

  const ready = useEffectEvent(() => onReady?.());

  useEffect(() => {
    const container = place.current;
    if (container === null) return undefined;
    const translate = (template: string, words?: FormValues): string =>
      formText(spoken.current, template, words);
    // By default form-js takes a text over 300 ms after the last key and reads it from the page only then: whatever
    // draws the field anew in between has wiped it. Kept at once, nothing typed is ever only on the page.
    const options = { container, debounce: false, additionalModules: [{ translate: ['value', translate] }] };
    const made = new Form(options);
    made.on('changed', ({ data }: { data: FormValues }) => changed(data));
    listenToServer(made, (id, value) => {
      const word = told.current.get(id);
      return word !== undefined && word.about === spelling(value) ? [word.message] : [];
    });
    form.current = made;
    return () => made.destroy();
  }, []);

  useEffect(() => {
    const open = async (made: Form): Promise<void> => {
      await made.importSchema(schema[language], { ...values.current });
      made.setProperty('readOnly', readOnly);
      show();
      ready();
    };
    if (form.current !== undefined) void open(form.current);
  }, [language, readOnly, schema.zh, schema.en]);

  useEffect(() => show(), [problems]);

  useImperativeHandle(handle, () => ({
    read: () => {
      // Another outcome may ask for other things: what was said of the last one is over.
      told.current.clear();
      const { data, errors } = form.current?.submit() ?? { data: values.current, errors: {} };
      return { values: data, valid: Object.keys(errors).length === 0 };
    },
    focusFirstError: () => focusFirstError(place.current),
  }));

  return <div ref={place} className="form-view bio-theme-parent" />;
}

/** form-js draws in a task of its own; the focus follows once the words stand at their field. */
function focusFirstError(place: HTMLElement | null): void {
  setTimeout(() =>
    requestAnimationFrame(() => {
      place?.querySelector<HTMLElement>('.fjs-has-errors :is(input, textarea, select)')?.focus();
    }),
  );
}

interface Validator {
  validateFieldInstance: (instance: { readonly id: string }, value: unknown) => string[];
}

/** Adds to what form-js finds wrong with a field what the server said about it. */
function listenToServer(form: Form, words: (id: string, value: unknown) => string[]): void {
  const validator = form.get<Validator>('validator');
  const own = validator.validateFieldInstance.bind(validator);
  validator.validateFieldInstance = (instance, value) => [
    ...own(instance, value),
    ...words(instance.id, value),
  ];
}
