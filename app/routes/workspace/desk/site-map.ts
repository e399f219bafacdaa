import { route } from '@remix-run/route-config'
import { answerRoutes } from './answers/site-map.ts'

/** Addresses of a member's desk, at which its own people publish what it does beyond its plans. */
export const deskRoutes = [
	route(':lang/desk', 'routes/workspace/desk/desks.tsx'),
	route(':lang/desk/:memberId', 'routes/workspace/desk/desk.tsx'),
	// Of an act that is not there yet, the record is `new`.
	route(':lang/desk/:memberId/:noun/:recordId', 'routes/workspace/desk/write.tsx'),
	route(':lang/desk/:memberId/:noun/:recordId/publish', 'routes/workspace/desk/publish.tsx'),
	route(':lang/desk/:memberId/:noun/:recordId/change', 'routes/workspace/desk/change.tsx'),
	route(':lang/desk/:memberId/:noun/:recordId/file', 'routes/workspace/desk/file.tsx'),
	route(':lang/desk/:memberId/:noun/:recordId/file/add', 'routes/workspace/desk/file-add.tsx'),
	route(
		':lang/desk/:memberId/:noun/:recordId/file/:position/remove',
		'routes/workspace/desk/file-remove.tsx',
	),
	...answerRoutes,
]
