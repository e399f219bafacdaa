import { textIn } from '#app/domain/bilingual.ts'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { partOf, placeOf } from '#app/domain/commitment-draft/rules.ts'
import type { Notice } from '#app/domain/plan-draft/rules.ts'
import type { DraftedPlan } from '#app/domain/plan-draft/schema.ts'
import { mendHref } from './addresses.ts'
import type { FieldNotes } from './draft-fields.tsx'

type NoticeListProps = { id: string; title: string; notices: readonly Notice[]; plan: DraftedPlan }

/** What is missing or worth a second look, each with a link to where it is mended. */
export function NoticeList({ id, title, notices, plan }: NoticeListProps) {
	const words = useWords()
	if (notices.length === 0) return null
	return (
		<section id={id}>
			<h2 className="govuk-heading-m">{title}</h2>
			<ul className="govuk-list govuk-list--bullet">
				{notices.map((notice) => (
					<li key={`${notice.code}-${partOf(notice)}`}>
						<a className="govuk-link" href={mendHref(words.locale, plan.id, notice)}>
							{noticeText(notice, plan, words)}
						</a>
						{notice.basis === null ? null : (
							<span className="app-quiet"> ({words.say(`rule-basis.${notice.basis}`)})</span>
						)}
					</li>
				))}
			</ul>
		</section>
	)
}

/** The sentence of a notice, with the name of the commitment or milestone that it is about. */
export function noticeText(notice: Notice, plan: DraftedPlan, { say, format, locale }: Words): string {
	const figures = Object.entries(notice.values).map(([name, value]) => [name, format.count(value)] as const)
	return say(`plan-draft.notice.${notice.code}`, {
		...Object.fromEntries(figures),
		name: nameOfPart(partOf(notice), plan, { say, locale }),
	})
}

/** The number and title of a commitment or milestone of a draft. */
export function nameOfPart(
	part: string,
	plan: DraftedPlan,
	{ say, locale }: Pick<Words, 'say' | 'locale'>,
): string {
	const parts = plan.commitments.flatMap((commitment) => [commitment, ...commitment.milestones])
	const text = parts.find(({ id }) => id === part)?.text
	if (!text) return ''
	const title = textIn({ en: text.titleEn, id: text.titleId }, locale)?.text ?? say('plan-draft.untitled')
	return text.number === null ? title : say('plan-draft.numbered', { number: text.number, title })
}

/** The sentences that belong to the fields of a form. */
export function notesOf(notices: readonly Notice[], plan: DraftedPlan, words: Words): FieldNotes {
	const notes: Record<string, string[]> = {}
	for (const notice of notices) {
		const { field } = placeOf(notice.code)
		if (field !== null) (notes[field] ??= []).push(noticeText(notice, plan, words))
	}
	return notes
}

/** Why a plan came back from its approval. */
export function ReturnedReason({ reason }: { reason: string | null }) {
	const { say } = useWords()
	if (reason === null) return null
	return (
		<InsetText>
			<strong>{say('plan-draft.returned')}</strong>
			<br />
			{reason}
		</InsetText>
	)
}
