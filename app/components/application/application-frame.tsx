import type { ReactNode } from 'react'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { ApplicationView } from '#app/domain/application/view.ts'
import { applicationHref } from './addresses.ts'

/** What every page about an application gets. */
export type ApplicationFacts = { application: ApplicationView; person: Signed }

type FrameProps = ApplicationFacts & {
	title: ReactNode
	children: ReactNode
	errors?: readonly FieldError[] | undefined
	rejected?: Rejected
}

/** A page about one application, with the way back to it. */
export function ApplicationFrame({ application, person, title, children, errors, rejected }: FrameProps) {
	const { locale } = useWords()
	const { member, call, id } = application
	return (
		<WorkspacePage
			person={person}
			member={member}
			backHref={applicationHref(locale, id)}
			errors={errors}
			refusal={rejected?.reason}
		>
			<PageTitle
				caption={
					<>
						<TextIn text={member.name} />
						<br />
						<TextIn text={call.name} />
					</>
				}
			>
				{title}
			</PageTitle>
			{children}
		</WorkspacePage>
	)
}
