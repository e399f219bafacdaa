import { may } from '#app/access/policy.ts'
import type { Actor } from '#app/access/policy.ts'
import { contentOf } from '#app/domain/record/view.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import { canonicalJson } from '#app/ledger/canonical-json.ts'
import type { Json } from '#app/ledger/canonical-json.ts'

/** A published text that an import would say differently. */
export type ImportDifference = {
	readonly recordId: string
	readonly field: string
	readonly stored: Json
	readonly given: Json
}

/** What says how a text came here rather than what it says: no difference when only this differs. */
const ABOUT_THE_IMPORT = new Set([
	'kind',
	'version',
	'publishedOn',
	'actorOrganization',
	'importedBy',
	'ruleSetId',
	'product',
	'source',
	'sourceUrl',
	'sourcePublishedOn',
])

/**
 * Where given acts say something else than the stored acts of the same records. What the import leaves open
 * contradicts nothing.
 */
export function differencesBetween(
	stored: ReadonlyMap<string, ActRows>,
	given: readonly ActRows[],
): readonly ImportDifference[] {
	if (stored.size === 0) return []
	return given.flatMap((act) => {
		const content = contentOf(act)
		const before = stored.get(content.recordId)
		return before ? fieldsThatDiffer(content.recordId, contentOf(before), content) : []
	})
}

function fieldsThatDiffer(
	recordId: string,
	stored: Readonly<Record<string, Json>>,
	given: Readonly<Record<string, Json>>,
): readonly ImportDifference[] {
	return Object.entries(given).flatMap(([field, value]) => {
		if (ABOUT_THE_IMPORT.has(field) || saysNothing(value)) return []
		const before = stored[field] ?? null
		return canonicalJson(before) === canonicalJson(value)
			? []
			: [{ recordId, field, stored: before, given: value }]
	})
}

function saysNothing(value: Json): boolean {
	return value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}

/** The organization in whose name the actor may import for all of these members; null where there is none. */
export function importerFor(actor: Actor, memberIds: readonly string[]): string | null {
	const holding = actor.appointments.find((appointment) =>
		memberIds.every((memberId) =>
			may({ ...actor, appointments: [appointment] }, 'plan.import', { memberId }),
		),
	)
	return holding?.organizationId ?? null
}
