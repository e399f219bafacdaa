import type { ChangeScope } from '#app/domain/change-log/view.ts'
import type { Params } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

/** Whose changes an address asks for. */
export function scopeFrom(params: Params): ChangeScope {
	if (params.planId !== undefined) return { of: 'PLAN', id: idFrom(params.planId) }
	if (params.commitmentId !== undefined) return { of: 'COMMITMENT', id: idFrom(params.commitmentId) }
	if (params.organizationId !== undefined) return { of: 'ORGANIZATION', id: idFrom(params.organizationId) }
	return { of: 'SITE' }
}
