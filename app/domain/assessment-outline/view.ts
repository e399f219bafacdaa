import type { Bilingual } from '#app/domain/bilingual.ts'
import type { TextSection } from '#app/domain/self-assessment/rules.ts'
import type {
	AssessedCommitment,
	AssessmentText,
	SelfAssessmentModel,
} from '#app/domain/self-assessment/schema.ts'

/** What stands in one section, in no layout: a page and a printed report draw the same. */
export type AssessmentBlock =
	| { readonly kind: 'text'; readonly text: AssessmentText | null }
	| { readonly kind: 'recommendations' }
	| { readonly kind: 'completion' }
	| { readonly kind: 'missed' }
	| { readonly kind: 'commitment'; readonly commitment: AssessedCommitment }
	| { readonly kind: 'comments' }

/** One section of the report with its number; its heading is a key of the messages, or the commitment's own name. */
export type AssessmentSection = {
	readonly number: string
	readonly heading: string | null
	readonly title: Bilingual | null
	readonly blocks: readonly AssessmentBlock[]
	readonly parts: readonly AssessmentSection[]
}

/** The report in the order of OGP's outline; what is optional and was left out has no section. */
export function assessmentOutline(model: SelfAssessmentModel): readonly AssessmentSection[] {
	const textOf = (section: TextSection) => model.texts.find((one) => one.section === section)?.text ?? null
	const text = (section: TextSection): Unnumbered => ({
		heading: `self-assessment.section.${section}`,
		blocks: [{ kind: 'text', text: textOf(section) }],
	})
	const group = (code: string, more: Omit<Unnumbered, 'heading'>): Unnumbered => ({
		heading: `self-assessment.group.${code}`,
		...more,
	})
	const parts = (...sections: TextSection[]) => sections.map(text)
	const commitments = model.commitments.map((commitment): Unnumbered => ({
		heading: null,
		title: commitment.title,
		blocks: [{ kind: 'commitment', commitment }],
	}))
	const wanted = [
		text('INTRODUCTION'),
		group('PROCESS', {
			parts: parts('PARTICIPATION_DEVELOPMENT', 'PARTICIPATION_IMPLEMENTATION', 'PARTICIPATION_REPORT'),
		}),
		group('RECOMMENDATIONS', { blocks: [{ kind: 'recommendations' }] }),
		group('COMMITMENTS', { blocks: [{ kind: 'completion' }, { kind: 'missed' }], parts: commitments }),
		text('PEER_EXCHANGE'),
		...(textOf('ELIGIBILITY') === null ? [] : [text('ELIGIBILITY')]),
		group('CONCLUSION', { parts: parts('LESSONS', 'OTHER_INITIATIVES', 'NEXT_STEPS') }),
		...(model.comments === null ? [] : [group('COMMENTS', { blocks: [{ kind: 'comments' }] })]),
	]
	return wanted.map((section, at) => numbered(section, String(at + 1)))
}

type Unnumbered = {
	readonly heading: string | null
	readonly title?: Bilingual
	readonly blocks?: readonly AssessmentBlock[]
	readonly parts?: readonly Unnumbered[]
}

function numbered(section: Unnumbered, number: string): AssessmentSection {
	const { heading, title = null, blocks = [], parts = [] } = section
	return {
		number,
		heading,
		title,
		blocks,
		parts: parts.map((part, at) => numbered(part, `${number}.${String(at + 1)}`)),
	}
}
