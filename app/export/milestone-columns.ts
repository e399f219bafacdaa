import type { MilestoneLine } from '#app/domain/open-data/view.ts'
import { openColumn } from './open-data.ts'
import type { OpenColumn } from './open-data.ts'

const column = openColumn<MilestoneLine>

/** One row per milestone, whether anybody reported on it or not. */
export const MILESTONE_COLUMNS: readonly OpenColumn<MilestoneLine>[] = [
	column('milestone', 'id', ({ milestone }) => milestone.id),
	column('commitment', 'id', ({ commitment }) => commitment.id),
	column('plan', 'id', ({ plan }) => plan.id),
	column('member', 'id', ({ plan }) => plan.member.id),
	column('is_demonstration', 'demonstration', ({ plan }) => (plan.member.isDemonstration ? 1 : 0)),
	column('milestone_number', 'milestone-number', ({ milestone }) => milestone.number),
	column('title_en', 'both', ({ milestone }) => milestone.title.en),
	column('title_id', 'both', ({ milestone }) => milestone.title.id),
	column('deliverable_en', 'both', ({ milestone }) => milestone.deliverable.en),
	column('deliverable_id', 'both', ({ milestone }) => milestone.deliverable.id),
	column('responsible', 'responsible', ({ milestone }) => milestone.responsible),
	column('starts_on', 'partial-day', ({ milestone }) => milestone.startsOn),
	column('ends_on', 'partial-day', ({ milestone }) => milestone.endsOn),
	column('standing', 'standing', ({ milestone }) => milestone.standing ?? null),
	column('reports', 'count', ({ milestone }) => milestone.claims.length),
	column('verifications', 'count', ({ milestone }) => milestone.verifications.length),
	column('claimed', 'claimed', ({ judgements }) => judgements.claimed.level),
	column('verified', 'verified', ({ judgements }) => judgements.verified.level),
	column('divergence', 'divergence', ({ judgements }) => judgements.divergence.state),
	column('divergence_steps', 'divergence-steps', ({ judgements }) => judgements.divergence.steps),
	column('text_version', 'version', ({ milestone }) => milestone.origin.version),
	column('published_on', 'published', ({ milestone }) => milestone.origin.publishedOn),
	column('source', 'source', ({ milestone }) => milestone.origin.source),
]
