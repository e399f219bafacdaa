import type { AssessmentPlace } from '#app/domain/local-assessment/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { idFrom } from './id-from.ts'

type Params = Readonly<Record<string, string | undefined>>

/** Which assessment of a Monitoring Body a URL is about: `inception`, `end-of-plan`, or the commitment that ended. */
export function assessPlaceFrom(params: Params): AssessmentPlace {
	const planId = idFrom(params.planId)
	if (params.about === 'inception') return { planId, kind: 'INCEPTION', commitmentId: null }
	if (params.about === 'end-of-plan') return { planId, kind: 'END_OF_PLAN', commitmentId: null }
	return { planId, kind: 'END_OF_COMMITMENT', commitmentId: idFrom(params.about) }
}

const CODE_AND_ID = /^([a-z][a-z0-9-]{0,63})(?:~(.+))?$/

/** A code and, after `~`, the commitment that it is about there, from a URL part: a page or an answer. */
export function codeAndCommitmentFrom(part: string | undefined): {
	readonly code: string
	readonly commitmentId: string | null
} {
	const [, code, commitmentId] = CODE_AND_ID.exec(part ?? '') ?? []
	if (code === undefined) throw new Refusal('not_found')
	return {
		code: code.toUpperCase().replaceAll('-', '_'),
		commitmentId: commitmentId === undefined ? null : idFrom(commitmentId),
	}
}
