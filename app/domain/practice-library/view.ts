import type { Bilingual } from '#app/domain/bilingual.ts'
import type { ActView } from '#app/domain/member-register/view.ts'
import { PRACTICES_PER_PAGE, hasWords, seriesOf } from './rules.ts'
import type { IndicatorSeries } from './rules.ts'
import type { PracticeFilter } from './schema.ts'

/** Something that a filter can be set to, with its name. */
export type Named = { readonly id: string; readonly name: Bilingual }

/** A good practice as everyone sees it. */
export type PracticeView = {
	readonly recordId: string
	readonly version: number
	readonly member: Named & { readonly isDemonstration: boolean }
	readonly title: Bilingual
	readonly theme: Named | null
	readonly problem: Bilingual
	readonly done: Bilingual
	readonly results: Bilingual
	readonly reuse: Bilingual
	readonly series: readonly IndicatorSeries[]
	readonly contactOffice: string | null
	readonly url: string | null
	/** Members that say they use it; who is no member here is named as written. */
	readonly usedBy: readonly (Named & { readonly isMember: boolean })[]
	readonly provenance: { readonly source: string; readonly sourceUrl: string | null } | null
	readonly organizationName: Bilingual
	readonly publishedOn: string
}

/** What practices name: members and policy areas. */
export type LibraryNames = {
	readonly members: readonly (Named & { readonly isDemonstration: boolean })[]
	/** By code. */
	readonly themes: readonly Named[]
}

/** A published practice with the names of what it mentions. */
export function practiceView(act: ActView<'good-practice.published'>, names: LibraryNames): PracticeView {
	const { said } = act
	const { members } = names
	const member = members.find(({ id }) => id === act.memberId)
	return {
		recordId: act.recordId,
		version: act.version,
		member: member ?? { id: act.memberId, name: plain(act.memberId), isDemonstration: false },
		title: { en: said.titleEn ?? null, id: said.titleId ?? null },
		theme: said.policyArea ? themeNamed(said.policyArea, names.themes) : null,
		problem: { en: said.problemEn ?? null, id: said.problemId ?? null },
		done: { en: said.doneEn ?? null, id: said.doneId ?? null },
		results: { en: said.resultsEn ?? null, id: said.resultsId ?? null },
		reuse: { en: said.reuseEn ?? null, id: said.reuseId ?? null },
		series: seriesOf(said.points),
		contactOffice: said.contactOffice ?? null,
		url: said.url ?? null,
		usedBy: said.usedBy.map((written) => userNamed(written, members)),
		provenance: act.provenance,
		organizationName: act.organizationName,
		publishedOn: act.publishedOn,
	}
}

const plain = (text: string): Bilingual => ({ en: text, id: text })

/** A theme that is written as a policy area's code or name is that area; another one stands as it is written. */
function themeNamed(written: string, themes: readonly Named[]): Named {
	return themes.find((theme) => isNamed(theme, written)) ?? { id: written, name: plain(written) }
}

function userNamed(written: string, members: readonly Named[]): PracticeView['usedBy'][number] {
	const found = members.find((member) => isNamed(member, written))
	if (found) return { id: found.id, name: found.name, isMember: true }
	return { id: written, name: plain(written), isMember: false }
}

function isNamed({ id, name }: Named, written: string): boolean {
	const wanted = written.trim().toLowerCase()
	return [id, name.en, name.id].some((text) => text?.toLowerCase() === wanted)
}

/** One page of the library, and what it can be narrowed by. */
export type LibraryPage = {
	readonly shown: readonly PracticeView[]
	/** How many practices fit the filter, and how many there are. */
	readonly count: number
	readonly of: number
	/** The day of the newest practice, whatever the filter; null where there is none. */
	readonly lastPublishedOn: string | null
	readonly page: number
	readonly pages: number
	readonly choices: {
		readonly themes: readonly Named[]
		readonly members: readonly Named[]
		readonly users: readonly Named[]
	}
}

/** The practices that fit a filter, by name in a language, one page of them. */
export function libraryPage(
	practices: readonly PracticeView[],
	filter: PracticeFilter,
	locale: 'en' | 'id',
): LibraryPage {
	const fitting = practices.filter((practice) => fits(practice, filter))
	const pages = Math.max(1, Math.ceil(fitting.length / PRACTICES_PER_PAGE))
	const page = Math.min(filter.page ?? 1, pages)
	const start = (page - 1) * PRACTICES_PER_PAGE
	return {
		shown: byName(fitting, ({ title }) => title, locale).slice(start, start + PRACTICES_PER_PAGE),
		count: fitting.length,
		of: practices.length,
		lastPublishedOn:
			practices
				.map(({ publishedOn }) => publishedOn)
				.sort()
				.at(-1) ?? null,
		...{ page, pages },
		choices: {
			themes: chosenFrom(
				practices.flatMap(({ theme }) => theme ?? []),
				locale,
			),
			members: chosenFrom(
				practices.map(({ member }) => member),
				locale,
			),
			users: chosenFrom(
				practices.flatMap(({ usedBy }) => usedBy),
				locale,
			),
		},
	}
}

function fits(practice: PracticeView, { q, theme, member, usedBy }: PracticeFilter): boolean {
	if (theme !== undefined && practice.theme?.id !== theme) return false
	if (member !== undefined && practice.member.id !== member) return false
	if (usedBy !== undefined && !practice.usedBy.some(({ id }) => id === usedBy)) return false
	return q === undefined || hasWords(textOf(practice), q)
}

function textOf(practice: PracticeView): string {
	const { title, problem, done, results, reuse, theme, member, contactOffice, series } = practice
	const texts = [title, problem, done, results, reuse, member.name, ...(theme ? [theme.name] : [])]
	return [
		...texts.flatMap(({ en, id }) => [en, id]),
		contactOffice,
		...series.map(({ indicator }) => indicator),
	].join('\n')
}

function chosenFrom(named: readonly Named[], locale: 'en' | 'id'): readonly Named[] {
	const each = new Map(named.map(({ id, name }) => [id, { id, name }]))
	return byName([...each.values()], ({ name }) => name, locale)
}

function byName<Each>(
	list: readonly Each[],
	nameOf: (each: Each) => Bilingual,
	locale: 'en' | 'id',
): readonly Each[] {
	const key = (each: Each) => {
		const name = nameOf(each)
		return (name[locale] ?? name.en ?? name.id ?? '').toLowerCase()
	}
	return [...list].sort((a, b) => key(a).localeCompare(key(b)))
}
