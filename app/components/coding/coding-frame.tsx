import type { ReactNode } from 'react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { CodingDesk } from '#app/domain/irm-coding/queries.server.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'

type CodingFrameProps = {
	desk: CodingDesk
	person: Signed
	title: ReactNode
	backHref: string
	children: ReactNode
	errors?: readonly FieldError[] | undefined
	refusal?: RefusalReason | null | undefined
}

/** A page about a value of the IRM: what it is about stands on top. */
export function CodingFrame(props: CodingFrameProps) {
	const { desk, person, title, backHref, children, errors, refusal } = props
	return (
		<WorkspacePage
			person={person}
			member={desk.plan.member}
			backHref={backHref}
			errors={errors}
			refusal={refusal}
		>
			<PageTitle caption={<SubjectTitle desk={desk} />}>{title}</PageTitle>
			{children}
		</WorkspacePage>
	)
}

function SubjectTitle({ desk: { plan, commitment } }: { desk: CodingDesk }) {
	const subject = commitment ?? plan
	return (
		<>
			{subject.number === null ? null : `${subject.number} `}
			<TextIn text={subject.title} />
		</>
	)
}
