import type { ReactNode } from 'react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AssessmentDesk } from '#app/domain/local-assessment/view.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { assessHref, assessmentTasksHref } from './addresses.ts'
import { commitmentInWords } from './assessment-words.ts'

type DeskFrameProps = {
	desk: AssessmentDesk
	person: Signed
	title: string
	children: ReactNode
	/** Where the way back leads; by default to the overview of this assessment. */
	backHref?: string
	isOverview?: boolean
	errors?: readonly FieldError[] | undefined
	refusal?: RefusalReason | null | undefined
}

/** A page on which a Monitoring Body's assessment is written. */
export function DeskFrame(props: DeskFrameProps) {
	const { desk, person, title, children, backHref, isOverview, errors, refusal } = props
	const words = useWords()
	const { say, locale } = words
	const up = isOverview ? assessmentTasksHref(locale) : assessHref(locale, desk.place)
	return (
		<WorkspacePage
			person={person}
			member={desk.member}
			backHref={backHref ?? up}
			errors={errors}
			refusal={refusal}
		>
			<PageTitle
				caption={
					<>
						<TextIn text={desk.plan.title} />
						<br />
						{isOverview ? null : say(`assessment-kind.${desk.place.kind}`)}
						{isOverview || !desk.commitment ? null : <br />}
						{desk.commitment ? commitmentInWords(desk.commitment, words) : null}
					</>
				}
			>
				{title}
			</PageTitle>
			{children}
		</WorkspacePage>
	)
}

/** What an answer's page is called: the section and, where it is about one, the commitment. */
export function pageTitle(
	desk: AssessmentDesk,
	{ section, commitmentId }: { readonly section: string; readonly commitmentId: string | null },
	words: ReturnType<typeof useWords>,
): string {
	const page = desk.pages.find((one) => one.section === section && one.commitmentId === commitmentId)
	const title = page?.questions[0]?.sectionTitle
	const text = title ? ((words.locale === 'id' ? title.id : title.en) ?? section) : section
	const commitment = desk.commitments.find(({ id }) => id === commitmentId)
	return commitment ? `${text}: ${commitmentInWords(commitment, words)}` : text
}
