import { Injectable } from '@nestjs/common';
import { invalid, type ErrorPlace } from '@lianban/kernel';
import ajvFormats from 'ajv-formats';
import { Ajv2020, type ErrorObject, type ValidateFunction } from 'ajv/dist/2020.js';

/** Judges an event's data by the JSON Schema (2020-12) of its type. Compiled once for each text of a schema. */
@Injectable()
export class EventDataValidator {
  private readonly compiled = new WeakMap<object, ValidateFunction>();

  check(schema: object, data: unknown): void {
    const places = this.faults(schema, data);
    if (places.length === 0) return;
    throw invalid('INTAKE.SCHEMA_VIOLATION', 'The data of the event does not match its schema.', { places });
  }

  /** Where the data does not fit, 50 places at most; none where it does. */
  faults(schema: object, data: unknown): readonly ErrorPlace[] {
    const validate = this.validatorOf(schema);
    return validate(data) ? [] : (validate.errors ?? []).slice(0, 50).map(placeOf);
  }

  private validatorOf(schema: object): ValidateFunction {
    const known = this.compiled.get(schema);
    if (known !== undefined) return known;
    // An Ajv of its own: two versions of a schema may carry the same $id.
    const ajv = new Ajv2020({ allErrors: true, strict: false, validateFormats: true });
    ajvFormats.default(ajv);
    const validate = ajv.compile(schema);
    this.compiled.set(schema, validate);
    return validate;
  }
}

function placeOf(error: ErrorObject): ErrorPlace {
  const params = error.params as { additionalProperty?: string; missingProperty?: string };
  const field = params.additionalProperty ?? params.missingProperty;
  return {
    path: `/data${error.instancePath}${field === undefined ? '' : `/${field}`}`,
    code: error.keyword,
    message: error.message ?? 'does not match',
  };
}
