import { textIn } from '#app/domain/bilingual.ts'
import { useWords } from '#app/components/words.tsx'
import { MissingList } from '#app/components/workspace/missing-list.tsx'
import type { AssessmentDesk } from '#app/domain/self-assessment/queries.server.ts'
import { missingParts } from '#app/domain/self-assessment/rules.ts'
import { deskCommitmentHref, deskHref, deskTextHref } from './addresses.ts'
import { placeOf } from './desk-frame.tsx'

/** What is still to write or to translate before a self-assessment can be published. */
export function MissingParts({ desk }: { desk: AssessmentDesk }) {
	const { say, locale } = useWords()
	const place = placeOf(desk)
	const items = missingParts(desk.model).map((line) => {
		const state = say(`self-assessment.state.${line.state}`)
		if (line.part === 'TEXT') {
			const name = say(`self-assessment.section.${line.section}`)
			return { href: deskTextHref(locale, place, line.section), text: `${name}: ${state}` }
		}
		if (line.part === 'RECOMMENDATIONS') {
			const name = say('self-assessment.group.RECOMMENDATIONS')
			return { href: deskHref(locale, place, 'recommendations'), text: `${name}: ${state}` }
		}
		const title = desk.model.commitments.find(({ id }) => id === line.commitmentId)?.title
		const name = title ? textIn(title, locale)?.text : undefined
		const href = deskCommitmentHref(locale, place, line.commitmentId)
		return { href, text: `${name ?? line.commitmentId}: ${state}` }
	})
	return <MissingList items={items} />
}
