import type { WallScene } from '#lib/domain/model/wall.ts'
import { m } from '#lib/paraglide/messages.js'

/** What a scene is called, on the wall and where it is steered. */
export const sceneLabel: Readonly<Record<WallScene, () => string>> = {
	cloud: m.wall_title,
	echo: m.wall_scene_echo,
	channels: m.wall_scene_channels,
	tasks: m.wall_scene_tasks,
	done: m.wall_scene_done
}
