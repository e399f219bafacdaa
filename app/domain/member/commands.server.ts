import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { refuseToAddMember } from './queries.server.ts'
import { memberIdFrom } from './rules.ts'
import type { NewMember } from './schema.ts'

/**
 * Adds a member that is not here yet; only a host of the whole site can.
 *
 * Refuses  with `not_allowed`, `member_known` where its address is taken or the country is here already,
 *          `draft_incomplete` where no address can be made from its name.
 * Returns  the member's id.
 */
export async function addMember(ctx: Context, answer: NewMember): Promise<string> {
	refuseToAddMember(ctx)
	const { slug, level, localType, participationMode, joinedYear, ...facts } = answer
	const id = slug ?? memberIdFrom(answer.nameEn)
	if (id === '') throw new Refusal('draft_incomplete')
	const isLocal = level === 'LOCAL'
	return ctx.db.$transaction(async (tx) => {
		const { countryCode } = answer
		const isHere = isLocal ? 0 : await tx.member.count({ where: { level, countryCode } })
		if (isHere > 0) throw new Refusal('member_known')
		const added = await tx.member.createMany({
			skipDuplicates: true,
			data: {
				...{ id, level, ...facts, notes: [], createdAt: ctx.now },
				localType: (isLocal && localType) || null,
				participationMode: (isLocal && participationMode) || null,
				joinedYear: joinedYear ?? null,
			},
		})
		if (added.count !== 1) throw new Refusal('member_known')
		return id
	})
}
