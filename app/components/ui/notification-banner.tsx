import type { ReactNode } from 'react'
import { classes } from './class-names.ts'

type NotificationBannerProps = {
	title: string
	children: ReactNode
	/** Something was done; otherwise something to know. */
	isSuccess?: boolean | undefined
	id?: string | undefined
}

/** News about this page, above its heading. */
export function NotificationBanner({ title, children, isSuccess, id }: NotificationBannerProps) {
	const titleId = id ?? 'govuk-notification-banner-title'
	return (
		<div
			className={classes('govuk-notification-banner', isSuccess && 'govuk-notification-banner--success')}
			role={isSuccess ? 'alert' : 'region'}
			aria-labelledby={titleId}
		>
			<div className="govuk-notification-banner__header">
				<h2 className="govuk-notification-banner__title" id={titleId}>
					{title}
				</h2>
			</div>
			<div className="govuk-notification-banner__content">
				{typeof children === 'string' ? (
					<p className="govuk-notification-banner__heading">{children}</p>
				) : (
					children
				)}
			</div>
		</div>
	)
}
