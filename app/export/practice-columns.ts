import type { PracticeLine } from '#app/domain/open-data/view.ts'
import { listed, openColumn } from './open-data.ts'
import type { OpenColumn } from './open-data.ts'

const column = openColumn<PracticeLine>

/** One row per good practice that a member shares. */
export const PRACTICE_COLUMNS: readonly OpenColumn<PracticeLine>[] = [
	column('record', 'record', ({ practice }) => practice.recordId),
	column('version', 'version', ({ practice }) => practice.version),
	column('published_on', 'published', ({ practice }) => practice.publishedOn),
	column('member', 'id', ({ practice }) => practice.member.id),
	column('is_demonstration', 'demonstration', ({ practice }) => (practice.member.isDemonstration ? 1 : 0)),
	column('title_en', 'both', ({ practice }) => practice.title.en),
	column('title_id', 'both', ({ practice }) => practice.title.id),
	column('policy_area', 'policy-area', ({ practice }) => practice.theme?.id ?? null),
	column('problem_en', 'both', ({ practice }) => practice.problem.en),
	column('problem_id', 'both', ({ practice }) => practice.problem.id),
	column('done_en', 'both', ({ practice }) => practice.done.en),
	column('done_id', 'both', ({ practice }) => practice.done.id),
	column('results_en', 'both', ({ practice }) => practice.results.en),
	column('results_id', 'both', ({ practice }) => practice.results.id),
	column('reuse_en', 'both', ({ practice }) => practice.reuse.en),
	column('reuse_id', 'both', ({ practice }) => practice.reuse.id),
	column('used_by', 'used-by', ({ practice }) => listed(practice.usedBy.map(({ id }) => id))),
	column('link', 'practice-link', ({ practice }) => practice.url),
	column('source', 'source', ({ practice }) => practice.provenance?.source ?? null),
	column('url', 'practice-url', ({ practice, origin }) => `${origin}/en/practices/${practice.recordId}`),
]
