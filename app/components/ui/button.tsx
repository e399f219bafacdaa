import type { ReactNode } from 'react'
import { classes } from './class-names.ts'

type Look = { variant?: 'secondary' | 'warning' | undefined }

type ButtonProps = Look & {
	children: ReactNode
	type?: 'submit' | 'button' | 'reset' | undefined
	id?: string | undefined
	name?: string | undefined
	value?: string | undefined
	disabled?: boolean | undefined
}

/** A button that submits its form. */
export function Button({ children, variant, type = 'submit', disabled, ...rest }: ButtonProps) {
	return (
		<button
			{...rest}
			type={type}
			className={classes('govuk-button', variant && `govuk-button--${variant}`)}
			disabled={disabled}
			aria-disabled={disabled ? true : undefined}
		>
			{children}
		</button>
	)
}

type ButtonLinkProps = Look & { children: ReactNode; href: string; id?: string | undefined }

/** A link that looks like a button: it leads to the next step of a task. */
export function ButtonLink({ children, variant, ...rest }: ButtonLinkProps) {
	return (
		<a
			{...rest}
			role="button"
			draggable={false}
			className={classes('govuk-button', variant && `govuk-button--${variant}`)}
		>
			{children}
		</a>
	)
}

/** Buttons and links that belong together. */
export function ButtonGroup({ children }: { children: ReactNode }) {
	return <div className="govuk-button-group">{children}</div>
}
