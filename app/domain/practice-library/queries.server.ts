import type { Context } from '#app/domain/context.ts'
import { registersOf } from '#app/domain/member-register/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { MemberAct } from '#prisma/generated/client.ts'
import { practiceView } from './view.ts'
import type { LibraryNames, PracticeView } from './view.ts'

type Reader = Pick<Context, 'db'>

/** All good practices in their newest version, those published in error left out. */
export async function listPractices(ctx: Reader): Promise<readonly PracticeView[]> {
	return readPractices(ctx, null)
}

/** One good practice in its newest version. Refuses with `not_found` where there is none, or it was published in error. */
export async function findPractice(ctx: Reader, recordId: string): Promise<PracticeView> {
	const [found] = await readPractices(ctx, recordId)
	if (!found) throw new Refusal('not_found')
	return found
}

const NEWEST = `SELECT DISTINCT ON ("recordId") * FROM "MemberAct"
	WHERE "kind" = 'good-practice.published' AND ($1::text IS NULL OR "recordId" = $1)
	ORDER BY "recordId", "version" DESC`

async function readPractices({ db }: Reader, recordId: string | null): Promise<readonly PracticeView[]> {
	const acts = await db.$queryRawUnsafe<MemberAct[]>(NEWEST, recordId)
	if (acts.length === 0) return []
	const actors = [...new Set(acts.map((act) => act.actorOrganizationId))]
	const [organizations, names] = await Promise.all([
		db.organization.findMany({
			where: { id: { in: actors } },
			select: { id: true, nameEn: true, nameId: true },
		}),
		findNames({ db }),
	])
	const named = new Map(organizations.map(({ id, nameEn, nameId }) => [id, { en: nameEn, id: nameId }]))
	return [...new Set(acts.map((act) => act.memberId))].flatMap((memberId) => {
		const own = acts.filter((act) => act.memberId === memberId)
		const registers = registersOf({ memberId, acts: own, counts: new Map(), organizations: named })
		return registers.of['good-practice.published'].map((act) => practiceView(act, names))
	})
}

async function findNames({ db }: Reader): Promise<LibraryNames> {
	const [members, themes] = await Promise.all([
		db.member.findMany({ select: { id: true, nameEn: true, nameId: true, isDemonstration: true } }),
		db.policyArea.findMany({ select: { code: true, nameEn: true, nameId: true } }),
	])
	return {
		members: members.map(({ id, nameEn, nameId, isDemonstration }) => ({
			id,
			name: { en: nameEn, id: nameId },
			isDemonstration,
		})),
		themes: themes.map(({ code, nameEn, nameId }) => ({ id: code, name: { en: nameEn, id: nameId } })),
	}
}
