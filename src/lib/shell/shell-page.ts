/** A page as the shell shows it. `apart`: stands at the end of the rail. `keys`: the shortcut that goes there. */
export type ShellPage = {
	readonly id: string
	readonly label: string
	readonly icon: string
	readonly path: string
	readonly keys: string
	readonly apart?: boolean
}
