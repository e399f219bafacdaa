import qrcode from 'qrcode-generator'

/** Room that readers of the code need around it. Unit: modules. Source: ISO/IEC 18004. */
const QUIET = 4

/** A row of dark modules, from the left. Unit: modules, of the whole code with the room around it. */
export type DarkRun = { readonly x: number; readonly y: number; readonly length: number }

/** An address as telephones read it: how wide it is with the room around it, and what is dark in it. */
export type QrDrawing = { readonly side: number; readonly quiet: number; readonly runs: readonly DarkRun[] }

/** The drawing of an address; a seventh of it may be dirty and it is still read (level M). */
export function qrDrawing(address: string): QrDrawing {
	const code = codeOf(address)
	const count = code.getModuleCount()
	const rows = Array.from({ length: count }, (_, at) => at)
	return {
		side: count + 2 * QUIET,
		quiet: QUIET,
		runs: rows.flatMap((row) =>
			runsIn(
				rows.map((column) => code.isDark(row, column)),
				row,
			),
		),
	}
}

function runsIn(modules: readonly boolean[], row: number): readonly DarkRun[] {
	return modules.flatMap((isDark, at) => {
		if (!isDark || modules[at - 1]) return []
		const end = modules.indexOf(false, at)
		const length = (end < 0 ? modules.length : end) - at
		return [{ x: at + QUIET, y: row + QUIET, length }]
	})
}

/** The same as a GIF, for what shows no drawings; each module is as many pixels wide. */
export function qrPicture(
	address: string,
	modulePixels: number,
): { readonly base64: string; readonly side: number } {
	const code = codeOf(address)
	const [, base64 = ''] = code.createDataURL(modulePixels, QUIET * modulePixels).split(',')
	return { base64, side: (code.getModuleCount() + 2 * QUIET) * modulePixels }
}

function codeOf(address: string) {
	const code = qrcode(0, 'M')
	code.addData(address)
	code.make()
	return code
}
