import type { ReactNode } from 'react'
import { Button } from '#app/components/ui/button.tsx'
import { FormGroup, HintAndError, Label, describedBy } from '#app/components/ui/form-group.tsx'
import { useWords } from '#app/components/words.tsx'

type FileFormProps = {
	action: string
	accept: string
	/** Fields beside the file. */
	children?: ReactNode
}

/** A form with one file. It is read and shown; nothing is written by sending it. */
export function FileForm({ action, accept, children }: FileFormProps) {
	const { say } = useWords()
	const hint = say('file-desk.file.hint')
	return (
		<form method="post" action={action} encType="multipart/form-data" noValidate>
			{children}
			<FormGroup>
				<Label htmlFor="file" label={say('file-desk.file')} />
				<HintAndError id="file" hint={hint} errors={undefined} />
				<input
					className="govuk-file-upload"
					id="file"
					name="file"
					type="file"
					accept={accept}
					aria-describedby={describedBy({ id: 'file', hint, errors: undefined })}
				/>
			</FormGroup>
			<Button>{say('file-desk.read')}</Button>
		</form>
	)
}
