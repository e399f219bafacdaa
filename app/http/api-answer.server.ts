import type { z } from 'zod'
import { Limit, PART_AT_MOST } from '#app/export/api/operations.ts'
import { readQuery } from './read-query.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { integrityNotice } from '#app/domain/integrity/rules.ts'
import type { Visit } from './guard.server.ts'
import { newestCheckpoint } from './log-answer.server.ts'

/** A list as the API gives it: `next` is the address of the following part, or null at the end. */
export type ApiList<Item> = { readonly items: readonly Item[]; readonly next: string | null }

/**
 * An answer of the API: readable from any site, without login. It carries the log's signed checkpoint, so that whoever
 * keeps the answer can hold the log to it; and, where records are known to differ from it, how many.
 */
export async function apiAnswer(visit: Visit, body: object): Promise<Response> {
	const { text: checkpoint } = await newestCheckpoint(visit)
	const differing = integrityNotice(visit.load.integrity.findings())
	const told = differing === null ? {} : { differing }
	return Response.json({ ...body, checkpoint, ...told }, { headers: { 'Access-Control-Allow-Origin': '*' } })
}

/** A file that is only data says beside it, in a header, how many records are known to differ from the log. */
export function withDifferences({ load }: Pick<Visit, 'load'>, answer: Response): Response {
	const differing = integrityNotice(load.integrity.findings())
	if (differing !== null) answer.headers.set('Differing-Records', String(differing.records))
	return answer
}

/** Which part of a list is asked for: after which item, and how many at most. */
export type Part = { readonly after: string | undefined; readonly limit: number }

/**
 * One part of a list, after the item whose id is given as `after`.
 *
 * Throws  a 400 answer in words where `after` names no item of the list.
 */
export function apiList<Item extends { readonly id: string }>(
	visit: Visit,
	items: readonly Item[],
	{ after, limit }: Part,
): ApiList<Item> {
	const start = after === undefined ? 0 : items.findIndex((item) => item.id === after) + 1
	if (after !== undefined && start === 0) throw badQuery(visit, ['after'])
	return partOfList(visit, items.slice(start, start + limit + 1), limit)
}

/** The first part of what is left of a list; one item more than a part says that another follows. */
export function partOfList<Item extends { readonly id: string }>(
	visit: Pick<Visit, 'url'>,
	left: readonly Item[],
	limit: number,
): ApiList<Item> {
	const part = left.slice(0, limit)
	const last = part.at(-1)
	if (last === undefined || left.length <= limit) return { items: part, next: null }
	const next = new URL(visit.url)
	next.searchParams.set('after', last.id)
	return { items: part, next: next.pathname + next.search }
}

/** The query of an API address. Throws a 400 answer in words where a part of it is unknown or cannot be. */
export function apiQuery<Schema extends z.ZodObject>(visit: Visit, schema: Schema): z.infer<Schema> {
	const query = readQuery(visit.url, schema)
	if (query.notUnderstood.length > 0) throw badQuery(visit, query.notUnderstood)
	return query.value
}

/** The same of a list, with how many items of it are asked for; where nothing is said, as many as there may be. */
export function apiListQuery<Schema extends z.ZodObject>(
	visit: Visit,
	schema: Schema,
): { readonly query: z.infer<Schema>; readonly limit: number } {
	const url = new URL(visit.url)
	const limit = Limit.safeParse(url.searchParams.get('limit') ?? PART_AT_MOST)
	url.searchParams.delete('limit')
	const query = readQuery(url, schema)
	const faulty = [...query.notUnderstood, ...(limit.success ? [] : ['limit'])]
	if (!limit.success || faulty.length > 0) throw badQuery(visit, faulty)
	return { query: query.value, limit: limit.data }
}

/** A 400 answer that names the parts of a query that are not understood. */
export function badQuery({ ctx, locale }: Visit, fields: readonly string[]): Response {
	const message = sayIn(locale)('refusal.bad_query', { field: fields.join(', ') })
	return Response.json({ reason: 'bad_query', message, requestId: ctx.requestId }, { status: 400 })
}
