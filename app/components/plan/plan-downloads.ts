import {
	openDataHref,
	planReportHref,
	planReportPageHref,
	planReportsHref,
} from '#app/components/addresses.ts'
import { planCalendarFileHref } from '#app/components/calendar/addresses.ts'
import { changesHref } from '#app/components/change-log/addresses.ts'
import type { Download } from '#app/components/charts/chart-figure.tsx'
import { planExportHref } from '#app/components/plan-file/addresses.ts'
import type { Words } from '#app/components/words.tsx'

/** Everything that is given of a plan beside its page. */
export function planDownloads(planId: string, { say, locale }: Words): readonly Download[] {
	return [
		{ href: planReportPageHref(locale, planId), text: say('report.page.link') },
		{ href: planReportsHref(locale, planId), text: say('reports.link') },
		{ href: planReportHref(locale, planId), text: say('plan.download.pdf') },
		{ href: planReportHref(locale, planId, { format: 'docx' }), text: say('report.page.docx') },
		{ href: changesHref(locale, { of: 'PLAN', id: planId }), text: say('changes.link') },
		{ href: planCalendarFileHref(locale, planId), text: say('calendar.file') },
		{ href: `/api/v1/plans/${planId}`, text: say('plan.download.json') },
		{ href: planExportHref(locale, planId, 'xlsx'), text: say('plan.download.xlsx') },
		{ href: openDataHref('commitments', 'csv', planId), text: say('open-data.commitments.csv') },
		{ href: openDataHref('milestone-updates', 'csv', planId), text: say('open-data.milestone-updates.csv') },
	]
}
