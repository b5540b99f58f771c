function weights(positive: string, negative: string): Record<string, number> {
	const result: Record<string, number> = {}
	for (const [line, sign] of [
		[positive, 1],
		[negative, -1]
	] as const) {
		for (const entry of line.trim().split(/\s*,\s*/)) {
			const [word = '', strength = '2'] = entry.split('=')
			result[word] = Number(strength) * sign
		}
	}
	return result
}

/**
 * What customers of a service mean by these words, from −4 to 4: written for this product, where general word lists are silent
 * ("clear", "on hold") or mean something else ("claim" is no quarrel at an insurer). Given before the fitting, kept where the texts do not object.
 */
export const serviceFeeling = {
	emoji: weights(
		`👍=2.5, 👏=2, 🙏=1.5, ❤=3, 😍=3, 🥰=3, 🤩=3, 😊=2.2, 😀=2, 😃=2, 😄=2.2, 😁=2, 🙂=1, 🎉=2.4, ✅=1, 💯=2.2, 🔥=1, ⭐=1.5, 🌟=2, 💪=1.5, 😂=0.6, 🤣=0.6`,
		`👎=2.5, 😡=3, 😠=2.6, 🤬=3.4, 😤=2, 😢=1.8, 😭=1.6, 😞=2, 😔=1.8, 😩=2, 😫=2, 🙄=1.8, 😒=2, 🤮=3, 🤢=2.6, 💩=2.4, 😕=1.4, ☹=2, 🙁=1.6, 💔=2.4, 😱=0.8, 🤦=1.8, ❌=1`
	),
	en: weights(
		`clear=1.8, simple=1.8, easy=2, easier=1.8, fast=1.8, faster=1.4, quick=1.8, quickly=1.6, fair=1.8, expert=1.2, personal=1.2, trusted=2.2, flexible=1.8, knows me=1.6, by name=0.6, within a day=1.4, same day=1.2, straightforward=2, hassle free=2, well explained=2, paid out=1.2, helpful=2.2, friendly=2.2, on time=1.4, transparent=1.6, reliable=2, responsive=1.8, sorted=1.2, smooth=1.8, smoothly=1.8, convenient=1.8, affordable=1.6, payout=0.6, understandable=1.4, professional=1.8, recommend=2, resolved=1.4, quick reply=2, thanks=1.6, thank you=1.9`,
		`slow=2, slowly=1.6, confusing=2, confused=1.6, unclear=2, complicated=1.8, waiting=1.2, wait=0.6, on hold=2.2, hold=0.6, refused=2, rejected=2, denied=1.8, crash=2, crashes=2, crashing=2.2, keeps crashing=2.6, expensive=1.8, overpriced=2.2, nobody answers=2.6, no answer=2, no reply=2.2, no response=2.2, no one answers=2.6, not from them=2, damn=1.6, broken=1.8, delay=1.6, delayed=1.8, unhelpful=2.2, rude=2.6, useless=2.6, bug=1.6, buggy=2, error=1.6, hidden costs=2, hidden fees=2.2, still waiting=2.2, never again=2.6, cancelled=1.2, bounced=1.4, passed around=1.8, weeks=0.4, lost=1.2`
	),
	nl: weights(
		`snel=1.8, vlot=1.8, net=0.6, nette=1.8, netjes=1.8, duidelijk=1.8, helder=1.8, makkelijk=1.8, gemakkelijk=1.8, eenvoudig=1.6, eerlijk=2, eerlijke=2, betrouwbaar=2.2, vriendelijk=2.2, vriendelijke=2.2, behulpzaam=2.2, goed geholpen=2.6, snel geholpen=2.6, geholpen=1, bedankt=1.8, dank=1.4, top=2.6, toppie=2.4, fijn=2, fijne=2, prettig=2, prima=1.8, tevreden=2.4, deskundig=2, flexibel=1.6, persoonlijk=1.2, aanrader=2.6, aan te raden=2.2, keurig=2, soepel=1.8, vergoed=1.2, uitbetaald=1.2, opgelost=1.6, geweldig=3, geweldige=3, leuk=2, leuke=2, mooi=2.2, mooie=2.2, boeiend=2, boeiende=2, spannend=1.8, spannende=1.8, ontroerend=2, meeslepend=2.2, genoten=2.4, lekker=2.4, lekkere=2.4, heerlijk=2.8, heerlijke=2.8, verrassend=1.2, pakkend=1.8, vlotte=1.6, fantastisch=3, fantastische=3, uitstekend=2.8, uitstekende=2.8, gezellig=2, gezellige=2, verzorgd=1.8, vers=1.4, verse=1.4, gastvrij=2.2, correcte=1.4, correct=1.4, aangenaam=2, aangename=2, uitgebreid=0.8, kwaliteit=0.6`,
		`traag=2, trage=2, langzaam=1.6, onduidelijk=2, verwarrend=2, ingewikkeld=1.6, wachten=1.2, wacht=0.8, wachttijd=1.6, in de wacht=2, geweigerd=2, afgewezen=2, duur=1.6, dure=1.4, te duur=2, klacht=1.4, klachten=1.4, slecht=2.4, slechte=2.4, onvriendelijk=2.4, onbereikbaar=2.4, niemand neemt=2, geen antwoord=2, geen reactie=2.2, storing=1.8, fout=1.4, fouten=1.4, kapot=1.8, teleurgesteld=2.4, teleurstellend=2.4, teleurstelling=2.4, tegenvaller=2.2, tegen viel=1.6, viel tegen=2.2, valt tegen=2.2, tegenvallend=2, saai=2.4, saaie=2.4, langdradig=2.4, langdradige=2.2, jammer=1.8, helaas=1.4, voorspelbaar=1.6, oppervlakkig=1.8, vervelend=1.8, irritant=2.2, zonde=1.8, ongeloofwaardig=2, geforceerd=1.8, rommelig=1.6, warrig=1.8, onzin=1.8, waardeloos=3, oplichters=3, nooit meer=2.4, weggegooid geld=3, flauw=1.4, koud=0.8, lauw=1.4, taai=1.4, onbeleefd=2.4, arrogant=2.2, lang wachten=2.2, lang duren=1.4, moeite=1, nergens op=2, geen aanrader=3, cliché=1.6, clichés=1.6, doorheen te komen=1.8, doorworstelen=2, afgehaakt=2, gestopt=1.2, niet uitgelezen=2`
	),
	zh: weights(
		`快=1.4, 很快=1.8, 快速=1.6, 清楚=1.6, 明白=0.8, 方便=1.8, 简单=1.4, 满意=2.2, 专业=1.8, 耐心=1.8, 热情=1.8, 靠谱=2.2, 放心=1.8, 贴心=2.2, 及时=1.6, 感谢=1.6, 谢谢=1.4, 不错=2, 好吃=2.2, 给力=2.2, 点赞=2.2, 推荐=1.6, 好评=2, 到账=0.8, 准时=1.6, 实惠=1.6, 便宜=0.8, 好=1.2, 赞=2, 棒=2.2, 喜欢=1.8, 新鲜=1.4, 分量足=1.6, 量足=1.6, 好用=1.8, 顺利=1.8, 公道=1.6, 合理=1.4, 开心=2, 哈哈=0.8, 幸福=2, 加油=0.8, 美味=2.2, 辛苦=0.4, 爱=1.2, 送得快=1.8, 提前=0.6`,
		`慢=1.8, 太慢=2.2, 很慢=2, 久=0.8, 等了=1, 拒赔=2.4, 拖延=2, 拖=1, 敷衍=2.2, 推诿=2.4, 差=1.8, 差评=2.6, 太差=2.6, 垃圾=2.6, 坑=2, 骗子=3, 骗=2, 投诉=2, 失望=2.4, 难吃=2.6, 退款=1.4, 糊涂=1.2, 不清楚=1.8, 不明白=1.2, 麻烦=1.4, 复杂=1, 贵=1.2, 太贵=1.8, 没人接=2.2, 没人理=2.2, 联系不上=2.2, 打不通=2.2, 卡顿=1.8, 闪退=2, 崩溃=2, 凉了=1.6, 冷了=1.4, 凉的=1.4, 洒了=1.6, 少=0.4, 太少=1.4, 没送=1.4, 送错=2, 不新鲜=2, 恶心=2.6, 态度差=2.6, 无语=2, 生气=2, 再也不=2.2, 郁闷=1.8, 难过=1.8, 怒=2, 泪=1, 哭=1, 烦=1.6, 油=0.2, 咸=0.8, 太咸=1.8, 头发=0.8, 小时=0.5, 分钟=0.3, 打电话=0.6, 居然=0.8, 竟然=0.8, 呵呵=1, 还没=1, 才送=1.4, 就是慢=2`
	)
} as const

/** Words that general lists or review texts have coloured, and that at a service desk only name the thing: they weigh nothing. */
export const silentWords = {
	en: `claim claims claimed letter letters call calls called adviser advisor advice website site report reported policy pension storm damage insurance insured insure bank card phone email mail form answer answers reply replies day days week month months year years minute minutes name price change see get got go number gap app where when what who how`.split(
		' '
	),
	nl: `schade claim claims melden melding polis verzekering premie pensioen brief bellen gebeld telefoon mail dag week maand jaar minuten naam prijs app website boek verhaal personage personages schrijver lezen gelezen eten keuken kaart rekening restaurant lang`.split(
		' '
	),
	zh: `理赔 保险 保单 报案 事故 回复 客服 电话 信 价格 网站 天 周 月 年 名字 伤害 损失 意外 手机 商家 外卖 送餐 老板 请问 哪里 查到 可以`.split(' ')
}
