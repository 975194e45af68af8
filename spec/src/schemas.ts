/**
 * The validators: one zod schema for every schema of the contract, under its name. They validate and never change the
 * value: no default is filled in, no unknown field of an answer dropped. Requests are strict, answers open.
 *
 * @packageDocumentation
 */
export * from './generated/schemas.ts'
export { type SchemaName, schemaByName, type ValidateOptions, validate } from './validate.ts'
