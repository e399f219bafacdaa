import type { ReactNode } from 'react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { RefusalReason } from '#app/domain/refusal.ts'
import type { AssessmentDesk } from '#app/domain/self-assessment/queries.server.ts'
import { deskHref, desksHref } from './addresses.ts'

type DeskFrameProps = {
	desk: AssessmentDesk
	person: Signed
	title: string
	children: ReactNode
	/** What stands above the title, after the plan's name. */
	about?: ReactNode
	isOverview?: boolean
	errors?: readonly FieldError[] | undefined
	refusal?: RefusalReason | null | undefined
}

/** A page on which a self-assessment is written. */
export function DeskFrame(props: DeskFrameProps) {
	const { desk, person, title, children, about, isOverview, errors, refusal } = props
	const { say, locale } = useWords()
	const { plan, kind } = desk
	return (
		<WorkspacePage
			person={person}
			member={desk.member}
			backHref={isOverview ? desksHref(locale, plan.id) : deskHref(locale, placeOf(desk))}
			errors={errors}
			refusal={refusal}
		>
			<PageTitle
				caption={
					<>
						<TextIn text={plan.title} />
						<br />
						{about ?? say(`self-assessment.kind.${kind}`)}
					</>
				}
			>
				{title}
			</PageTitle>
			{children}
		</WorkspacePage>
	)
}

/** Which self-assessment a desk is for, for its addresses. */
export function placeOf({ plan, kind }: Pick<AssessmentDesk, 'plan' | 'kind'>) {
	return { planId: plan.id, kind }
}
