import qrcode from 'qrcode-generator'

/** Room that readers of the code need around it. Unit: modules. Source: ISO/IEC 18004. */
const QUIET = 4

/** An address as a picture that telephones read, with the address in words for everyone else. */
export function QrCode({ address, label }: { address: string; label: string }) {
	const code = qrcode(0, 'M')
	code.addData(address)
	code.make()
	const modules = code.getModuleCount()
	const side = modules + 2 * QUIET
	return (
		<figure className="app-qr">
			<svg
				className="app-qr__picture"
				viewBox={`0 0 ${String(side)} ${String(side)}`}
				role="img"
				aria-label={label}
				shapeRendering="crispEdges"
			>
				<rect width={side} height={side} fill="#fff" />
				<path d={darkModules(modules, (row, column) => code.isDark(row, column))} fill="#000" />
			</svg>
			<figcaption className="govuk-body-s">
				{label}
				<br />
				<span className="app-address">{address}</span>
			</figcaption>
		</figure>
	)
}

/** One square for each dark module. */
function darkModules(modules: number, isDark: (row: number, column: number) => boolean): string {
	const places = Array.from({ length: modules * modules }, (_, at) => [
		Math.floor(at / modules),
		at % modules,
	])
	return places
		.filter(([row = 0, column = 0]) => isDark(row, column))
		.map(([row = 0, column = 0]) => `M${String(column + QUIET)} ${String(row + QUIET)}h1v1h-1z`)
		.join('')
}
