import { length } from '../../pictures/escaped.ts'

/** What makes every sheet one page of its exact size when it is printed. */
export function printStyle(width: number, height: number): string {
	const size = `${length(width)}pt ${length(height)}pt`
	return `@page{size:${size};margin:0}@media print{.sheet{break-after:page;break-inside:avoid;height:${length(height - 0.5)}pt!important;print-color-adjust:exact;-webkit-print-color-adjust:exact}}`
}
