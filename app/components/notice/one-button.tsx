import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { useWords } from '#app/components/words.tsx'

type OneButtonProps = {
	title: string
	lead: string
	/** What the button says; absent once it was pressed. */
	button?: string | undefined
}

/** What a link in a letter leads to: one button, which does it, for whoever holds the letter. */
export function OneButton({ title, lead, button }: OneButtonProps) {
	const { path } = useWords()
	return (
		<Page>
			<PageTitle>{title}</PageTitle>
			<p className="govuk-body">{lead}</p>
			{button === undefined ? null : (
				<form method="post" action={path}>
					<Button>{button}</Button>
				</form>
			)}
		</Page>
	)
}
