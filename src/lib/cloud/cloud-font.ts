/** The font of the cloud, the same list as that of the page: measured in the worker, drawn in the page. */
export const cloudFont =
	"'Inter Variable', system-ui, 'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', sans-serif"
export const cloudWeight = 650
