import type { CommitmentKey } from '#app/domain/commitment-draft/commands.server.ts'
import type { MilestoneKey } from '#app/domain/milestone-draft/commands.server.ts'
import { idFrom } from './id-from.ts'

type Params = Readonly<Record<string, string | undefined>>

/** Which commitment of which draft a URL is about. */
export function commitmentKeyFrom(params: Params): CommitmentKey {
	return { draftId: idFrom(params.draftId), commitmentId: idFrom(params.commitmentId) }
}

/** Which milestone of which draft a URL is about. */
export function milestoneKeyFrom(params: Params): MilestoneKey {
	return { ...commitmentKeyFrom(params), milestoneId: idFrom(params.milestoneId) }
}
