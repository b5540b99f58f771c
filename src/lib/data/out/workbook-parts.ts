const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Styles by number: 0 plain, 1 head, 2 long text that wraps, 3 text that looks like a formula, 4 day. */
const styles = `<styleSheet xmlns="${spreadsheet}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts>
<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>
<fill><patternFill patternType="solid"><fgColor rgb="FFE6EAFD"/><bgColor indexed="64"/></patternFill></fill></fills>
<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>
<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>
<cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top"/></xf>
<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>
<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs>
<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

/** The parts of a workbook beside its sheets, by path. `names`: of the sheets, escaped for XML. */
export function workbookParts(names: readonly string[]): [path: string, xml: string][] {
	const each = (write: (number: number, name: string) => string) =>
		names.map((name, at) => write(at + 1, name)).join('')
	const override = (part: string, kind: string) =>
		`<Override PartName="/xl/${part}" ContentType="${type}.${kind}+xml"/>`
	const relation = (id: string, kind: string, target: string) =>
		`<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`
	const relationships = (inner: string) =>
		`${declaration}<Relationships xmlns="${packaged}/relationships">${inner}</Relationships>`
	return [
		[
			'[Content_Types].xml',
			`${declaration}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('workbook.xml', 'sheet.main')}${override('styles.xml', 'styles')}${each((number) => override(`worksheets/sheet${number}.xml`, 'worksheet'))}</Types>`
		],
		['_rels/.rels', relationships(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
		[
			'xl/workbook.xml',
			`${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${relations}"><sheets>${each((number, name) => `<sheet name="${name}" sheetId="${number}" r:id="rId${number}"/>`)}</sheets></workbook>`
		],
		[
			'xl/_rels/workbook.xml.rels',
			relationships(
				each((number) => relation(`rId${number}`, 'worksheet', `worksheets/sheet${number}.xml`)) +
					relation(`rId${names.length + 1}`, 'styles', 'styles.xml')
			)
		],
		['xl/styles.xml', `${declaration}${styles}`]
	]
}
