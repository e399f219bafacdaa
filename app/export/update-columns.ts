import type { UpdateLine } from '#app/domain/open-data/view.ts'
import { listed, openColumn, protectedPieces, publicAddresses } from './open-data.ts'
import type { OpenColumn } from './open-data.ts'

const column = openColumn<UpdateLine>

/** One row per report on a milestone; a milestone without a report has no row. */
export const UPDATE_COLUMNS: readonly OpenColumn<UpdateLine>[] = [
	column('record', 'record', ({ claim }) => claim.recordId),
	column('version', 'version', ({ claim }) => claim.version),
	column('member', 'id', ({ plan }) => plan.member.id),
	column('is_demonstration', 'demonstration', ({ plan }) => (plan.member.isDemonstration ? 1 : 0)),
	column('plan', 'id', ({ plan }) => plan.id),
	column('commitment', 'id', ({ commitment }) => commitment.id),
	column('commitment_number', 'number', ({ commitment }) => commitment.number),
	column('milestone', 'id', ({ milestone }) => milestone.id),
	column('milestone_number', 'milestone-number', ({ milestone }) => milestone.number),
	column('milestone_title_en', 'both', ({ milestone }) => milestone.title.en),
	column('milestone_title_id', 'both', ({ milestone }) => milestone.title.id),
	column('starts_on', 'partial-day', ({ milestone }) => milestone.startsOn),
	column('ends_on', 'partial-day', ({ milestone }) => milestone.endsOn),
	column('standing', 'standing', ({ milestone }) => milestone.standing ?? null),
	column('checkpoint', 'checkpoint', ({ claim }) => claim.checkpointCode),
	column('published_on', 'published', ({ claim }) => claim.publishedOn),
	column('institution', 'institution', ({ claim }) => claim.organizationName.en ?? claim.organizationName.id),
	column('is_newest', 'newest', ({ isNewest }) => (isNewest ? 1 : 0)),
	column('is_nil', 'nil', ({ claim }) => (claim.isNil ? 1 : 0)),
	column('claimed_level', 'claimed', ({ claim }) => claim.level),
	column('level_as_published', 'as-published', ({ claim }) => claim.levelAsPublished),
	column('done_en', 'both', ({ claim }) => claim.done.en),
	column('done_id', 'both', ({ claim }) => claim.done.id),
	column('challenges', 'list', ({ claim }) => listed(claim.challenges)),
	column('challenge_text', 'challenge-text', ({ claim }) => claim.challengeText),
	column('started_on', 'actual-day', ({ claim }) => claim.startedOn ?? null),
	column('finished_on', 'actual-day', ({ claim }) => claim.finishedOn ?? null),
	column('expected_on', 'expected-day', ({ claim }) => claim.expectedOn ?? null),
	column('evidence_public', 'evidence-public', ({ claim }) => publicAddresses(claim.evidence)),
	column('evidence_protected', 'evidence-protected', ({ claim }) => protectedPieces(claim.evidence)),
	column('milestone_verified', 'verified', ({ judgements }) => judgements.verified.level),
	column('milestone_divergence', 'divergence', ({ judgements }) => judgements.divergence.state),
	column('source', 'imported-from', ({ claim }) => claim.provenance?.source ?? null),
	column('source_published_on', 'source-day', ({ claim }) => claim.provenance?.sourcePublishedOn ?? null),
]
