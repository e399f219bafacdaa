import { z } from 'zod'
import type { Licence } from '#app/domain/open-data/rules.ts'
import { LICENCE_TEXTS } from '#app/export/licence.ts'
import type { Say } from '#app/i18n/translate.ts'
import { OPERATIONS, PART_AT_MOST } from './operations.ts'
import type { Operation } from './operations.ts'
import { Fault, SHAPES } from './shapes.ts'

const SHAPES_AT = '#/components/schemas/'
const JSON_TYPE = 'application/json'

export type ApiFacts = {
	readonly baseUrl: string
	readonly licence: Licence
	/** How many answers that have to be worked out a client may ask for, and in which time. Unit: seconds. */
	readonly limit: { readonly answers: number; readonly inS: number }
	readonly say: Say
}

/**
 * The API as a document that programs read, made from what checks its questions and describes its answers.
 *
 * Source   OpenAPI 3.1.1, whose schemas are JSON Schema 2020-12.
 */
export function openApi({ baseUrl, limit, licence, say }: ApiFacts) {
	const limits = { answers: limit.answers, seconds: limit.inS }
	return {
		openapi: '3.1.1',
		info: {
			title: `Renaksi: ${say('api.title')}`,
			version: '1',
			description: [say('api.lead'), say('api.rules.null'), say('api.rules.limit', limits)].join('\n\n'),
			license: { name: LICENCE_TEXTS[licence].title, identifier: licence },
		},
		servers: [{ url: baseUrl }],
		paths: Object.fromEntries(OPERATIONS.map((one) => [one.path, { get: operationOf(one, say) }])),
		components: { schemas: shapes(), responses: faults(say) },
	}
}

function operationOf({ name, path, isList, query, answer }: Operation, say: Say) {
	const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, part = '']) => ({
		...{ name: part, in: 'path', required: true, schema: { type: 'string' } },
	}))
	return {
		operationId: name,
		summary: say(`api.${name}`),
		parameters: [...parameters, ...questionsOf(query), ...(isList ? [LIMIT] : [])],
		responses: {
			200: {
				description: say(`api.${name}`),
				headers: { ETag: { schema: { type: 'string' } } },
				content: { [JSON_TYPE]: { schema: refTo(answer) } },
			},
			304: { $ref: '#/components/responses/304' },
			400: { $ref: '#/components/responses/400' },
			...(parameters.length > 0 ? { 404: { $ref: '#/components/responses/404' } } : {}),
			429: { $ref: '#/components/responses/429' },
		},
	}
}

function questionsOf(query: z.ZodObject) {
	const shape: Readonly<Record<string, z.ZodType>> = query.shape
	return Object.entries(shape).map(([name, asked]) => ({
		...{
			name,
			in: 'query',
			required: false,
			schema: bare(z.toJSONSchema(asked, { unrepresentable: 'any' })),
		},
	}))
}

const LIMIT = {
	name: 'limit',
	in: 'query',
	required: false,
	schema: { type: 'integer', minimum: 1, maximum: PART_AT_MOST, default: PART_AT_MOST },
}

function faults(say: Say) {
	const content = { [JSON_TYPE]: { schema: refTo(Fault) } }
	return {
		304: { description: say('api.rules.cache') },
		400: { description: say('error.400.text'), content },
		404: { description: say('error.404.text'), content },
		429: {
			description: say('error.429.text'),
			headers: { 'Retry-After': { schema: { type: 'integer', description: 's' } } },
			content,
		},
	}
}

function refTo(shape: z.ZodType) {
	return { $ref: `${SHAPES_AT}${SHAPES.get(shape)?.id ?? ''}` }
}

/** The named shapes, of answers too. What an answer may say beyond them is not ruled out: it may grow. */
function shapes() {
	const { schemas } = z.toJSONSchema(SHAPES, { uri: (id) => `${SHAPES_AT}${id}`, io: 'input' })
	return Object.fromEntries(Object.entries(schemas).map(([id, schema]) => [id, bare(schema)]))
}

/** A schema without what says of it that it stands alone. */
function bare({ $schema: _of, $id: _id, ...schema }: z.core.JSONSchema.BaseSchema) {
	return schema
}
