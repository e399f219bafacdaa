import type { TaskKey } from '#app/domain/progress-update/queries.server.ts'
import { codeFrom } from './code-from.ts'
import { idFrom } from './id-from.ts'

/** Which report a URL is about: a milestone at a checkpoint. */
export function taskKeyFrom(params: Readonly<Record<string, string | undefined>>): TaskKey {
	return { milestoneId: idFrom(params.milestoneId), checkpointCode: codeFrom(params.checkpointCode) }
}
