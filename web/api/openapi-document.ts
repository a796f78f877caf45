import type { Policy } from '../../engine/policy/policy.ts';
import { OPERATIONS, type Operation } from './operations.ts';
import { jsonSchema } from './schemas.ts';

/** The OpenAPI 3.1 document of the API, made from what its routes validate by. */
export function openApiDocument({ authority }: Pick<Policy, 'authority'>, publicUrl: string | null): object {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of OPERATIONS) {
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: describe(operation) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: `Verification of endorsed copies · ${authority.name.en}`,
      version: '1.0.0',
      description:
        'For those who verify many. Fields may be added; what is there stays. Ask for what people gave you: guessing codes ends with 429.',
    },
    servers: [{ url: publicUrl ?? '/' }],
    paths,
  };
}

function describe({ answers, body, id, parameters, summary }: Operation): object {
  return {
    operationId: id,
    summary,
    ...(Object.keys(parameters).length > 0 && {
      parameters: Object.entries(parameters).map(([name, schema]) => ({
        name,
        in: 'path',
        required: true,
        schema: jsonSchema(schema),
      })),
    }),
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(body) } } } }),
    responses: Object.fromEntries(
      Object.entries(answers).map(([status, { description, schema, type }]) => [
        status,
        { description, ...(schema && { content: { [type]: { schema: jsonSchema(schema) } } }) },
      ]),
    ),
  };
}
