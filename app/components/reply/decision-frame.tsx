import type { ReactNode } from 'react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { useWords } from '#app/components/words.tsx'
import { queueHref } from '#app/components/workspace/addresses.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { RefusalReason } from '#app/domain/refusal.ts'
import type { DecisionDesk } from '#app/domain/verifier-decision/queries.server.ts'
import { FindingTop, SubjectName } from './finding-top.tsx'

type DecisionFrameProps = {
	desk: DecisionDesk
	person: Signed
	title: string
	children: ReactNode
	errors?: readonly FieldError[] | undefined
	refusal?: RefusalReason | null | undefined
	isFindingOpen?: boolean | undefined
}

/** A page about a verifier's decision: the finding with its whole thread, and the question. */
export function DecisionFrame(props: DecisionFrameProps) {
	const { desk, person, title, children, errors, refusal, isFindingOpen } = props
	const { locale } = useWords()
	return (
		<WorkspacePage
			person={person}
			member={desk.member}
			backHref={queueHref(locale)}
			errors={errors}
			refusal={refusal}
		>
			<PageTitle caption={<SubjectName found={desk} />}>{title}</PageTitle>
			<FindingTop found={desk} isOpen={isFindingOpen} />
			{children}
		</WorkspacePage>
	)
}
