import type { InitiativeView } from '../../../../domain/portfolio/views.ts';
import type { FieldErrors } from './buildOrder.ts';
import type { FieldSpec, FormValues } from './fieldSpecs.ts';

/** What an input of an order's form is given: all values, since some depend on others. */
export type OrderFieldProps = {
  readonly spec: FieldSpec;
  readonly values: FormValues;
  readonly errors: FieldErrors;
  readonly view: InitiativeView;
  readonly onChange: (path: string, value: string) => void;
};
