import type { MemberLine } from '#app/domain/open-data/view.ts'
import { openColumn } from './open-data.ts'
import type { OpenColumn } from './open-data.ts'

const column = openColumn<MemberLine>

/** One row per member, with or without a plan. */
export const MEMBER_COLUMNS: readonly OpenColumn<MemberLine>[] = [
	column('member', 'id', ({ member }) => member.id),
	column('name_en', 'both', ({ member }) => member.name.en),
	column('name_id', 'both', ({ member }) => member.name.id),
	column('level', 'member-level', ({ member }) => member.level),
	column('local_type', 'local-type', ({ member }) => member.localType),
	column('country', 'country', ({ member }) => member.countryCode),
	column('joined_year', 'joined', ({ member }) => member.joinedYear),
	column('participation', 'participation', ({ member }) => member.participationMode),
	column('time_zone', 'time-zone', ({ member }) => member.timeZone),
	column('is_demonstration', 'demonstration', ({ member }) => (member.isDemonstration ? 1 : 0)),
	column('url', 'member-url', ({ member, origin }) => `${origin}/en/members/${member.id}`),
	column('source', 'source', ({ member }) => member.source),
]
