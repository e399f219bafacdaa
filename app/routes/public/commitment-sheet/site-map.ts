import { route } from '@remix-run/route-config'

/** One commitment on a sheet: as a page and as files. */
export const commitmentSheetRoutes = [
	route(':lang/commitments/:commitmentId/sheet', 'routes/public/commitment-sheet/page.tsx'),
	route('files/commitments/:file', 'routes/files/commitment-sheet.ts'),
]
