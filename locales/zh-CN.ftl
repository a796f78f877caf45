### 机器人发出的全部文字。称呼用“您”，一条消息只说一件事，并说明下一步。
### 标记只用 Telegram 的 <b>、<i>、<code>、<a>。

language-name = 简体中文

## 按钮

button-back = ‹ 返回
button-home = 🏠 首页
button-cancel = 取消
button-continue-here = 继续刚才的步骤
button-begin-linking = 开始绑定
button-relink = 用更正后的信息重新绑定
button-retry-linking = 重新填写
button-certificates = 我的证书
button-request = 申请加注
button-endorsements = 我的加注
button-verify = 查验收到的文件
button-faq = 常见问题
button-language = 语言 Language
button-privacy = 隐私
button-share-phone = 📱 提供本人手机号码
button-have-code = 我有绑定码
button-agree = 同意
button-decline = 不同意
button-previous-page = ‹ 上一页
button-next-page = 下一页 ›
button-read-again = 重新阅读须知
button-details-right = 信息无误，下一步
button-details-wrong = 信息有误？
button-plain-copy = 获取证书文件
button-choice = { $days } 天 · 至{ $lastDay }
button-choice-recommended = { $days } 天 · 至{ $lastDay }（推荐）
button-other-day = 自行填写最后一天
button-latest-day = 选最长期限 · 至{ $lastDay }
button-submit = 提交加注申请
button-change-validity = ‹ 修改有效期
button-fetch = 再次获取加注件
button-ask-again = 再次申请
button-refresh = 刷新状态
button-revoke = 作废此加注
button-revoke-yes = 确认作废
button-keep = 不作废，返回
button-renew = 按原样再申请 { $days } 天
button-view-endorsement = 查看此加注
button-mute = 不再提醒
button-mute-list = 🔔 到期提醒：已开启
button-unmute-list = 🔕 到期提醒：已关闭
button-unmute = 重新开启提醒
button-export = 导出我的数据
button-unlink = 解除绑定
button-unlink-yes = 确认解除绑定
button-erase = 删除我的数据
button-erase-yes = 确认删除
button-stay = 不，返回
button-all-questions = ‹ 全部问题
button-open-chat = 私聊办理

## 首页与帮助

welcome =
    <b>{ $authority } · 证书加注服务</b>

    您好！在这里，您可以为自己的职业资格证书申请加注，取得带电子印章、写明使用场景和有效期的 PDF 文件（加注件）。

    首次使用请先绑定证书，大约需要两分钟。请备好取得证书时使用的身份证件。

    只想查验别人提供的文件？直接发给我即可，无需绑定，方法见 /verify。
home =
    <b>证书加注服务</b>

    { $name }，您好。请选择要办理的事项。
home-unfinished =
    <b>证书加注服务</b>

    { $name }，您好。您有一项申请还没有完成，可以继续，也可以另选事项。
welcome-unfinished =
    <b>{ $authority } · 证书加注服务</b>

    您好！您的绑定还没有完成，点击下面的按钮即可继续。
help =
    <b>使用帮助</b>

    /start　回到首页
    /certificates　我的证书，申请加注
    /endorsements　我的加注，再次获取或作废
    /verify　查验收到的文件
    /faq　常见问题
    /support　联系客服
    /language　切换语言
    /privacy　我的数据与隐私
    /cancel　取消正在进行的操作

    要查验收到的文件，请把 PDF、二维码的内容或加注编号发到这里。方法见 /verify。

    需要人工帮助，请点“联系客服”，或拨打 { $hotline }（{ $hours }）。
cancelled = 已取消，没有提交任何内容。
nothing-to-cancel = 目前没有正在进行的操作。
language-choose = 请选择语言。 / Please choose a language.
language-set = 已切换为简体中文。

## 意外的消息

fallback-text = 抱歉，没有明白您的意思。请使用下面的按钮。
fallback-other = 抱歉，这里只能处理文字、按钮和 PDF 文件。请使用下面的按钮。
fallback-contact = 现在不需要手机号码，我们没有使用您刚才发送的内容。
unknown-command = 没有这个指令。请使用下面的按钮，或发送 /help 查看帮助。
please-tap = 这一步请点击下面的按钮选择。
please-text = 这一步请输入文字。
stale-button = 这个按钮属于之前的步骤，已经失效。请看最新的一条消息。
stale-button-home = 这个按钮已经失效，请重新选择。
dialog-expired = 您上次的操作中断较久，为保护您的信息已自动取消。请重新开始，几步即可完成。
identity-number-removed = 🔒 您的消息中似乎含有身份证号码，为保护您的隐私，已从聊天中删除。需要填写号码时，我们会请您输入。
group = 证书业务涉及个人信息，只能在私聊中办理。请点击下面的按钮与我私聊。
problem = 抱歉，系统暂时出了点问题，刚才的操作可能没有完成。请稍后再试。若多次出现，请致电 { $hotline } 并说明编号 <code>{ $reference }</code>。
gate-link = 请先绑定证书，再办理这项业务。

## 绑定

document-type-resident-identity-card = 居民身份证
document-type-military-officer-card = 军官证
document-type-passport = 护照
document-type-hong-kong-macau-permit = 港澳居民来往内地通行证
document-type-taiwan-permit = 台湾居民来往大陆通行证
document-type-foreign-permanent-resident-card = 外国人永久居留身份证

linking-type =
    <b>绑定证书 · 第 1 步，共 4 步</b>

    请选择取得证书时使用的证件类型。
linking-type-with-code =
    <b>绑定证书 · 第 1 步，共 4 步</b>

    您的绑定码已收到，填写证件信息后会自动使用。

    请选择取得证书时使用的证件类型。
linking-number =
    <b>绑定证书 · 第 2 步，共 4 步</b>

    请输入您的{ $type }号码。

    🔒 您发送的号码会在读取后立即从聊天中删除。
linking-name =
    <b>绑定证书 · 第 3 步，共 4 步</b>

    🔒 证件号码已读取，您的消息已从聊天中删除。

    请输入您的姓名，须与证书上的姓名一致。
linking-name-plain =
    <b>绑定证书 · 第 3 步，共 4 步</b>

    请输入您的姓名，须与证书上的姓名一致。
linking-proof =
    <b>绑定证书 · 第 4 步，共 4 步</b>

    最后，请证明是您本人，任选一种：

    1. 点击下方“{ button-share-phone }”。该号码须与证书库登记的手机号码一致。
    2. 直接输入工作人员提供的一次性绑定码。
linking-proof-placeholder = 点击下方按钮，或输入绑定码
linking-code = 请直接输入 10 位绑定码，例如 <code>ABCDE-23456</code>，大小写均可。没有绑定码，请致电 { $hotline }（{ $hours }）。
linking-code-shape = 这不是有效的绑定码。绑定码共 10 位，由字母和数字组成，例如 <code>ABCDE-23456</code>。请核对后重新输入，或点击下方按钮提供本人手机号码。
linking-proof-expected = 这一步请点击下方“{ button-share-phone }”，或输入绑定码。
linking-contact-not-own = 为确认是您本人，请点击下方“{ button-share-phone }”。转发的或他人的名片不能使用。
linking-number-fault-length = 居民身份证号码应为 18 位，您输入的是 { $length } 位。请核对后重新输入。
linking-number-fault-characters = 居民身份证号码应为 17 位数字加 1 位校验码（数字或 X）。请核对后重新输入。
linking-number-fault-birth-date = 这个号码中的出生日期不存在，可能输错了一位。请对照证件重新输入。
linking-number-fault-check-digit = 这个号码的校验码不对，可能输错了一位。请对照证件重新输入。
linking-number-fault-format = 这个号码与{ $type }号码的格式不符。请对照证件重新输入。
linking-number-fault-note = 这次输入不计入错误次数。您的消息已从聊天中删除。
linking-name-fault = 姓名应为文字，长度不超过 60 个字。请重新输入。
linking-checking = 已收到，正在核对您的信息。
linking-done =
    ✅ <b>绑定成功</b>

    { $name }，您好。今后使用本聊天账号即可办理证书加注。
linking-done-moved =
    ✅ <b>绑定成功</b>

    { $name }，您好。您以前绑定的另一个聊天账号已自动解除绑定，并已收到通知。
linking-no-match =
    <b>未能绑定</b>

    您提供的证件号码、姓名与手机号码（或绑定码）未能与证书库的登记信息相符。

    请核对后重新填写，还可尝试 { $attemptsLeft } 次；用完后将暂停绑定 { $lockHours } 小时。手机号码已更换的，请致电 { $hotline }（{ $hours }）索取绑定码。
linking-locked =
    <b>暂时不能绑定</b>

    因多次未能核对成功，为保护持证人员的信息，绑定暂停至 { $until }。届时您可以重新尝试。

    需要帮助，请致电 { $hotline }（{ $hours }）。
linking-already = 您的聊天账号已经绑定，无需再次绑定。如需换绑，请先在“隐私”中解除绑定。
link-moved =
    <b>本聊天账号的绑定已解除</b>

    您的证书刚刚绑定到了另一个聊天账号，本账号不能再查看证书和加注。

    如果不是您本人操作，请立即致电 { $hotline }（{ $hours }）。
document-corrected =
    <b>证书库已更正您的证件号码</b>

    相关证书已转到更正后的号码名下。请用更正后的号码重新绑定，再查看证书、申请加注。

    如有疑问，请致电 { $hotline }（{ $hours }）。
unlinked-by-staff =
    <b>本聊天账号的绑定已由工作人员解除</b>

    本账号不能再查看证书和加注，也不再收到提醒。已生成的加注件在有效期内仍然有效。您可以随时重新绑定。

    如果您没有提出过这项要求，请致电 { $hotline }（{ $hours }）。

## 服务须知

notice-page = <b>服务须知</b>（{ $version } 版，第 { $page }/{ $pages } 页）
notice-page-single = <b>服务须知</b>（{ $version } 版）
notice-newer = 服务须知刚刚更新，请阅读新版本。
notice-agreed = ✅ 已同意服务须知（{ $version } 版）。
notice-declined =
    <b>您选择了不同意</b>

    按照规定，须同意服务须知才能使用证书加注服务。您的证书和绑定不受影响，改变主意时随时可以回来同意。

    对须知内容有疑问，请致电 { $hotline }（{ $hours }）。

## 我的证书

certificates =
    <b>我的证书</b>（共 { $total } 本）

    请选择一本证书，查看信息或申请加注。
certificates-empty =
    <b>我的证书</b>

    没有查到您的证书，可能的原因有：

    1. 您尚未取得证书；
    2. 证书数据尚未上线，或者证书不由{ $authority }制作；
    3. 您的姓名或证件号码在绑定后作过更正，请用更正后的信息重新绑定。
certificate = <b>证书信息</b>
certificate-withdrawn-note = 这本证书已被撤销，不能申请加注。如有疑问，请联系{ $contact }。
certificate-plain-note = 这本证书签发较早，目前无需加注，可直接获取证书文件。
certificate-request-note = 请核对以上信息。使用这本证书，需要先申请加注。
certificate-plain-coming = 证书生成中…完成后会自动发送到这里，您不必守候。
certificate-status-valid = 有效
certificate-status-withdrawn = 已撤销
certificate-button = { $name } · { $status }
field-name = 姓名：{ $value }
field-gender = 性别：{ $value }
field-birth-month = 出生年月：{ $value }
field-document-type = 证件类型：{ $value }
field-document-number = 证件号码：{ $value }
field-qualification = 资格名称：{ $value }
field-level = 级别：{ $value }
field-speciality = 专业：{ $value }
field-management-number = 管理号：{ $value }
field-approved-on = 批准日期：{ $value }
field-issued-on = 签发日期：{ $value }
field-issuer = 发证机关：{ $value }
field-status = 证书状态：{ $value }
gender-male = 男
gender-female = 女

## 申请加注

request-choose = 请选择要加注的证书。
request-details =
    <b>申请加注 · 第 1 步，共 { $steps } 步：核对信息</b>

    { $fields }

    请核对以上信息是否正确。
request-wrong =
    <b>信息有误怎么办</b>

    证书信息以发证机关的登记为准，本服务不能修改。请联系：

    { $issuer }
    { $contact }

    信息更正后，再来申请加注即可。使用信息有误的加注件可能不被接受。
request-scenario =
    <b>申请加注 · 第 2 步，共 { $steps } 步：使用场景</b>

    { $certificate }

    请选择加注件的使用场景。
request-validity =
    <b>申请加注 · 第 { $step } 步，共 { $steps } 步：有效期</b>

    { $certificate }
    使用场景：{ $scenario }
    加注次数：已用 { $used }/{ $limit }

    有效期从今天起算，最长 { $maxDays } 天。如无特殊需要，建议选最长期限。
request-last-day =
    <b>自行填写最后一天</b>

    请输入有效期的最后一天，例如 <code>{ $example }</code> 或 <code>{ $shortExample }</code>。

    可选范围：{ $earliest }至{ $latest }。
last-day-unreadable = 没有看懂这个日期。请输入年月日，例如 <code>{ $example }</code> 或 <code>{ $shortExample }</code>。
last-day-too-long = { $lastDay }太晚了。有效期最长 { $maxDays } 天，最晚可到{ $latest }。请重新输入。
last-day-too-short = { $lastDay }已经过去。最后一天最早是今天（{ $earliest }）。请重新输入。
request-summary =
    <b>申请加注 · 第 { $step } 步，共 { $steps } 步：确认提交</b>

    证书：{ $certificate }
    使用场景：{ $scenario }
    有效期：{ $days ->
        [1] { $firstDay }，仅当天有效
       *[other] { $firstDay }至{ $lastDay }，共 { $days } 天，首尾两天都有效
    }
    加注次数：提交后已用 { $usedAfter }/{ $limit }

    提交后，加注件会自动发送到这里。
request-summary-new-day = 日期已变，有效期按今天重新计算，请再次确认。
request-already-submitted = 这份申请已经提交，不必重复提交。
request-progress =
    ⏳ <b>证书生成中…</b>

    { $certificate }
    加注编号：<code>{ $number }</code>
    有效期至{ $lastDay }

    通常几秒即可完成，最迟不超过 { $promiseHours } 小时。完成后会自动发送到这里，您不必守候。
request-ready =
    ✅ <b>加注件已生成</b>

    { $certificate }
    加注编号：<code>{ $number }</code>
    有效期至{ $lastDay }

    加注件已发送到这里，请查收 PDF 文件。
request-ended =
    { $standing ->
        [failed] ⚠️ <b>加注件生成失败</b>
       *[revoked] ⛔ <b>此加注已作废</b>
    }

    { $certificate }
    加注编号：<code>{ $number }</code>

    原因请见后面的消息。
refusal-quota =
    <b>加注次数已用完</b>

    { $certificate }
    { $counts ->
        [granted] { $windowDays } 日内已办理 { $limit } 次加注，已达上限。
       *[active] { $windowDays } 日内申请且仍有效的加注已有 { $limit } 次，已达上限。
    }

    最早可在 <b>{ $nextFreeOn }</b> 再次申请。有效期内的加注件仍可在“我的加注”中再次获取。
refusal-quota-active-hint = 不再使用的加注可以先作废，作废后不再占用次数。
refusal-withdrawn = 这本证书已被撤销，不能申请加注。
refusal-plain = 这本证书目前无需加注，可直接获取证书文件。
refusal-not-yours = 没有找到这项内容，请从首页重新选择。
refusal-scenario = 这个使用场景目前不可选，请重新申请。
refusal-changed = 情况有变化，请重新选择。

## 我的加注

endorsements =
    <b>我的加注</b>（共 { $total } 项）

    请选择一项，查看、再次获取或作废。每项开头是加注编号的后六位。
endorsements-empty =
    <b>我的加注</b>

    您还没有申请过加注。
endorsement-button-valid = { $ending } · 余 { $daysLeft } 天 · { $name }
endorsement-button-other = { $ending } · { $standing } · { $name }
standing-generating = 证书生成中
standing-valid = 有效
standing-expired = 已过期
standing-failed = 生成失败
standing-revoked = 已作废
endorsement-card =
    <b>加注信息</b>

    { $certificate }
    加注编号：<code>{ $number }</code>
    使用场景：{ $scenario }
    有效期：{ $firstDay }至{ $lastDay }
    状态：{ $state }
endorsement-state-valid = ✅ 有效，还剩 { $daysLeft } 天（含今天）
endorsement-state-generating = ⏳ 证书生成中…，最迟 { $promisedBy } 前完成，届时自动发送
endorsement-state-expired = ⌛ 加注件已过期，需要时请再次申请
endorsement-state-failed = ⚠️ 生成失败，不占用加注次数，可再次申请
endorsement-state-revoked = ⛔ 已作废，加注件不再有效
fetch-coming = 加注件正在发送，请稍候。
fetch-expired = 加注件已过期，需要时请再次申请。
fetch-revoked = 此加注已作废，不能再获取。
fetch-failed = 此加注未能生成，请再次申请。
fetch-generating = 加注件仍在生成中，完成后会自动发送，请稍候。
fetch-erased = 这份加注件已随您的数据一并删除，不能再获取，可以再次申请。
revoke-ask =
    <b>确认作废这项加注？</b>

    { $certificate }
    加注编号：<code>{ $number }</code>
    有效期至{ $lastDay }

    作废后立即生效，不能恢复。已经发给他人的文件，查验时将显示“已作废”。
revoke-done =
    ⛔ <b>已作废</b>

    { $certificate }
    加注编号：<code>{ $number }</code>

    此加注件不再有效，查验时将显示“已作废”。
revoke-over = 此加注已经结束，无需作废。

## 查验通知

button-notices-off = 不再通知
button-notices-on = 重新开启通知
button-notices-off-list = 🔔 查验通知：已开启
button-notices-on-list = 🔕 查验通知：已关闭
endorsement-verified = { $count ->
        [0] 查验：还没有人查验过
       *[other] 查验：{ $count } 次
    }
verified-title = ℹ️ <b>您的加注件被查验</b>
verified-once =
    { $certificate }
    加注编号：<code>{ $number }</code>
    于 { $moment } 被查验，方式：{ $way }
verified-often =
    { $certificate }
    加注编号：<code>{ $number }</code>
    被查验 { $count } 次，最近一次：{ $moment }，方式：{ $way }
verified-way = { $way ->
        [code] 扫码或编号
        [file] 文件
       *[both] 扫码或编号、文件
    }
verified-others = 另有 { $count } 项加注也被查验，可在“我的加注”中查看。
verified-about = 这通常是收到加注件的一方在核对真伪，您无需操作。
verified-revocable = 如果不希望对方继续使用，可以随时作废。
notices-off =
    🔕 <b>已关闭查验通知</b>

    今后加注件被查验时不再通知您，查验次数仍可在“我的加注”中查看。可以随时重新开启。
notices-on =
    🔔 <b>已开启查验通知</b>

    { $sent ->
        [no] 本服务目前不发送查验通知，启用后会通知您。查验次数可在“我的加注”中查看。
       *[yes] 今后加注件被查验时，我们会通知您，每天最多几条。
    }

## 提醒

reminder =
    🔔 <b>加注件即将到期</b>

    { $certificate }
    加注编号：<code>{ $number }</code>
    { $daysLeft ->
        [0] 有效期到今天（{ $lastDay }）为止。
        [1] 有效期到明天（{ $lastDay }）为止。
       *[other] 有效期至{ $lastDay }，还有 { $daysLeft } 天到期。
    }
reminder-renew = 如需继续使用，可以一键再次申请，新的有效期从申请当天起算。
reminder-quota = 加注次数目前已用完。如需继续使用，最早可在 { $nextFreeOn } 再次申请，届时点击下面的按钮即可。
reminders-muted =
    🔕 <b>已关闭到期提醒</b>

    今后加注件到期前不再提醒您。可以随时重新开启。
reminders-unmuted =
    🔔 <b>已开启到期提醒</b>

    { $sent ->
        [no] 本服务目前不发送到期提醒，启用后会提醒您。
       *[yes] 今后加注件到期前，我们会提醒您。
    }
renew-repeated = 您已经再次申请过，不必重复申请。
overdue =
    ⏳ <b>抱歉，让您久等了</b>

    { $certificate }
    加注编号：<code>{ $number }</code>

    加注件未能在 { $promiseHours } 小时内生成。工作人员已收到通知，系统仍在处理，完成后会立即发送给您，您无需重新申请。
failed =
    ⚠️ <b>加注件未能生成</b>

    { $certificate }
    加注编号：<code>{ $number }</code>

    { $reason ->
        [missing-glyph] 证书信息中有系统暂不支持的生僻字，工作人员已收到通知。
        [certificate-gone] 证书信息已发生变化，请重新查看证书。
        [too-late] 加注件生成前，所选的有效期已经结束。
       *[other] 系统出现故障，工作人员已收到通知。
    }
    本次申请不占用加注次数。如急需使用，请致电 { $hotline }（{ $hours }）。
revoked =
    ⛔ <b>加注已作废</b>

    { $certificate }
    加注编号：<code>{ $number }</code>

    { $cause ->
        [certificate-withdrawn] 因证书已被撤销，此加注同时作废，加注件不再有效。
        [certificate-corrected] 证书库已更正您的证件号码，加注件上是旧号码，不再有效。请用更正后的号码重新绑定，再申请加注。
       *[other] 工作人员已将此加注作废，加注件不再有效。
    }
    如有疑问，请致电 { $hotline }（{ $hours }）。

## 加注件

copy-caption =
    <b>{ $certificate }</b>
    加注编号：<code>{ $number }</code>
    使用场景：{ $scenario }
    有效期：{ $firstDay }至{ $lastDay }

    { $place ->
        [chat] 查验方法：扫描文件上的二维码，或<a href="{ $verifyUrl }">在 Telegram 中打开</a>，查验码 <code>{ $verificationCode }</code>
       *[page] 查验方法：扫描文件上的二维码，或打开 <a href="{ $verifyUrl }">查验页面</a>，查验码 <code>{ $verificationCode }</code>
    }
plain-caption =
    <b>{ $certificate }</b>
    这本证书目前无需加注。请妥善保管文件，不要交给无关人员。
plain-copy-waits =
    ⏳ <b>证书生成中…</b>

    { $certificate }

    { $reason ->
        [missing-glyph] 证书信息中有系统暂不支持的生僻字，工作人员已收到通知。补充字体后，证书文件会自动发送到这里，您不必守候，也不必再次获取。
       *[fault] 这次比平时慢一些，系统仍在处理。完成后证书文件会自动发送到这里，您不必守候，也不必再次获取。
    }
plain-copy-failed =
    ⚠️ <b>证书文件未能发送</b>

    { $certificate }

    { $reason ->
        [certificate-gone] 证书信息已发生变化，请重新查看证书。
        [missing-glyph] 证书信息中有系统暂不支持的生僻字，补充字体后才能生成。如急需使用，请致电 { $hotline }（{ $hours }）。
       *[fault] 工作人员已收到通知，请稍后再次获取。如急需使用，请致电 { $hotline }（{ $hours }）。
    }
plain-copy-over =
    ⚠️ <b>证书文件未能发送</b>

    { $certificate }

    原因请见后面的消息。
plain-copy-came =
    ✅ <b>证书文件已生成</b>

    { $certificate }

    证书文件已发送到这里，请查收 PDF 文件。

## 查验收到的文件

verify-how =
    <b>查验收到的文件</b>

    请把以下任意一种发给我：

    • PDF 文件（不超过 20 MB）：最可靠，还能看出文件是否被改动过
    • 文件上二维码的内容，或旁边的查验码
    • 加注编号，例如 JZ20261122-7K3M9Q：只显示是否有效

    无需绑定证书。持证人员会知道加注件被查验过，但不会知道是谁查验的。
verify-facts-endorsed =
    持证人员：{ $name }
    证书：{ $certificate }
    使用场景：{ $scenario }
    有效期：{ $firstDay }至{ $lastDay }
    发证机关：{ $issuer }
    加注编号：<code>{ $number }</code>
verify-facts-plain =
    无需加注的证书电子件
    持证人员：{ $name }
    证书：{ $certificate }
    发证机关：{ $issuer }
verify-facts-number =
    加注编号：<code>{ $number }</code>
    有效期：{ $firstDay }至{ $lastDay }
verify-compare = 请与文件上的内容核对是否一致。也可以把 PDF 文件发到这里，查验文件是否被改动过。
verify-number-only = 仅凭编号只能看到这些。要核对持证人员和证书，请发送二维码的内容或 PDF 文件。
verify-foreign-address = ⚠️ 您发来的网址不属于{ $authority }。请以这里的结果为准，不要在那个网页上填写任何信息。
verify-too-large = 文件超过 20 MB，无法查验。加注件通常不到 0.1 MB。
verify-not-pdf = 这里只能查验 PDF 文件。照片和截图请改发二维码的内容、查验码，或索取 PDF 原件。
verify-unreachable = 暂时没能取到这个文件，请稍后重新发送。

## 隐私

privacy =
    <b>我的数据与隐私</b>

    我们保存：您的聊天账号编号、语言和提醒设置、绑定记录、须知同意记录，以及加注记录和各项加注被查验的次数（不记录是谁查验的）。姓名、证件号码和手机号码加密保存，不会出现在文件名、二维码和网址里。

    证书库由发证机关依法管理，不因删除聊天数据而改变。
privacy-unlinked =
    <b>我的数据与隐私</b>

    您尚未绑定证书。我们只保存您的聊天账号编号、语言设置和必要的操作记录。
export-caption = 这是我们保存的与您有关的数据（{ $date }）。文件中含有个人信息，请妥善保管。
unlink-ask =
    <b>确认解除绑定？</b>

    解除后，本聊天账号不能再查看证书和加注，也不再收到提醒。已生成的加注件在有效期内仍然有效。

    今后可以随时重新绑定。
unlink-done =
    ✅ <b>已解除绑定</b>

    本聊天账号与您的证书不再关联。
unlink-none = 本聊天账号目前没有绑定证书。
erase-ask =
    <b>确认删除您的数据？</b>

    将删除：聊天账号编号、语言和提醒设置、绑定、未完成的操作，以及系统中保存的加注件文件；正在生成的加注会取消。

    将保留：证书库中的证书信息（由发证机关依法管理），以及加注次数限制和办理记录所必需的信息。已交给他人的加注件在有效期内仍然有效。

    删除后不能恢复，但可以随时重新绑定。
erase-later =
    <b>暂时不能删除</b>

    最近有未成功的绑定尝试。为防止有人反复试探他人的信息，我们须将尝试次数保留至 { $until }，此后您就可以删除自己的数据。

    需要帮助，请致电 { $hotline }（{ $hours }）。
erase-done =
    ✅ <b>已删除</b>

    您的聊天数据已删除。证书库中的证书不受影响。聊天中的历史消息请您自行清空。

    需要时，发送 /start 即可重新开始。

## 常见问题

faq =
    <b>常见问题</b>

    请选择一个问题。没有找到答案，请点“联系客服”，或致电 { $hotline }（{ $hours }）。
faq-answer =
    <b>{ $question }</b>

    { $answer }
faq-what = 什么是加注？
faq-what-answer = 加注是在电子证书上写明使用场景和有效期，防止证书未经您同意被使用。加注后得到的 PDF 文件叫加注件，带有电子印章和二维码，可供查验。
faq-which = 哪些证书需要加注？
faq-which-answer =
    电子证书须先加注，并在有效期内下载、使用。{ $before ->
        [none] {""}
        [one-day] {""}

        部分资格在{ $day }之前签发的证书，目前可以直接查看和获取，无需加注。打开“我的证书”即可看到每本证书的情况。
       *[several] {""}

        部分资格较早签发的证书，目前可以直接查看和获取，无需加注。打开“我的证书”即可看到每本证书的情况。
    }
faq-how-long = 加注要多久？一直显示“证书生成中”怎么办？
faq-how-long-answer =
    通常几秒完成，最迟不超过 { $promiseHours } 小时，完成后自动发送到聊天里，您无需重复申请。

    超过 { $promiseHours } 小时，我们会主动告知您并通知工作人员处理。生成失败的申请不占用次数。
faq-validity = 有效期选多久合适？
faq-validity-answer =
    每次最长 { $maxDays } 天，从申请当天起算，首尾两天都有效。如无特殊需要，建议选最长期限。

    到期后加注件失效，可以再次申请。
faq-quota = 为什么提示加注次数已用完？
faq-quota-answer =
    { $counts ->
        [granted] 自申请当日起向前计算，{ $windowDays } 日内同一证书最多加注 { $limit } 次。
       *[active] 自申请当日起向前计算，{ $windowDays } 日内同一证书最多可有 { $limit } 次有效加注。已过期、已作废和生成失败的不计。
    }

    每本证书分别计算。提示中会写明最早可以再次申请的日期。有效期内的加注件可以反复获取，不占次数。
faq-missing = 为什么看不到我的证书？
faq-missing-answer =
    可能的原因有：

    1. 尚未取得证书；
    2. 证书数据尚未上线，或者证书不由{ $authority }制作；
    3. 姓名或证件号码在绑定后作过更正，请用更正后的信息重新绑定。
faq-wrong = 证书信息有误怎么办？
faq-wrong-answer = 请联系发证机关更正。打开“我的证书”，选择证书，申请加注时点“信息有误？”，即可看到联系方式。更正前请不要申请加注。
faq-phone = 手机号码换了，无法绑定怎么办？
faq-phone-answer = 请联系客服，或致电 { $hotline }（{ $hours }）。核实身份后，工作人员会给您一个一次性绑定码，绑定时输入即可，不需要原来的手机号码。
faq-corrected = 姓名或证件号码更正过，怎么办？
faq-corrected-answer = 请在“隐私”中解除绑定，再用更正后的信息重新绑定。已经取得的加注件如信息有误，请作废后重新申请。
faq-blank = 文件打开是空白，或提示签名“未知”怎么办？
faq-blank-answer =
    空白：请换用常见的 PDF 阅读软件打开，或在电脑上查看；也可以在“我的加注”中再次获取。

    签名“未知”：这只表示阅读软件没有内置发证机关的数字证书，不代表文件有问题。请以扫描二维码的查验结果为准。
faq-check = 对方如何查验加注件？
faq-check-answer = { $place ->
        [chat] 扫描加注件上的二维码，会在 Telegram 中打开 @{ $bot }，即可看到真伪、有效期和当前状态，无需绑定证书。也可以把 PDF 文件、查验码或加注编号发给我查验。
       *[page] 扫描加注件上的二维码，或打开查验页面输入查验码，即可看到真伪、有效期和当前状态，无需注册。也可以把 PDF 文件、二维码的内容或加注编号发给我查验。
    }
faq-expired = 加注件过期了怎么办？
faq-expired-answer = 过期的加注件不能再获取和使用。打开“我的加注”，选择该项，点“再次申请”即可。{ $reminded ->
        [no] {""}
       *[yes] 我们会在到期前提醒您。
    }
faq-revoke = 不想让对方继续使用加注件，怎么办？
faq-revoke-answer = 打开“我的加注”，选择该项，点“作废此加注”。作废立即生效，对方查验时会看到“已作废”。
faq-human = 如何联系人工客服？
faq-human-answer = 点下面的“联系客服”，写下您的问题，客服会在这里回复您。也可以致电 { $hotline }，请准备好加注编号。服务时间：{ $hours }。除绑定时按提示输入以外，请不要在聊天中发送身份证号码。

## 联系客服

button-support = 💬 联系客服
button-support-new = 另提一个问题
button-support-more = 继续说明（{ $ticket }）
button-support-close = 问题已解决
button-support-done = 说完了
button-support-send = 发给客服（{ $ticket }）
button-support-keep = 不发
support-write =
    💬 <b>联系客服</b>

    请直接输入您的问题并发送。也可以发图片或 PDF 文件。

    客服服务时间：{ $hours }。回复会发到这里，您不必守候；急事请拨打 { $hotline }。

    🔒 无需填写身份证号码。需要核实身份时，客服会告诉您怎么做。
support-opened =
    ✅ <b>已转给客服</b>

    咨询编号：<b>{ $ticket }</b>
    服务时间：{ $hours }。客服的回复会发到这里，您不必守候。

    还要补充，接着发送即可；没有了，请点“说完了”。
support-added = ✅ 已转给客服（{ $ticket }）。还要补充，接着发送即可；没有了，请点“说完了”。
support-go-on = 请接着输入，您发送的内容都会转给客服（{ $ticket }）。没有了，请点“说完了”。
support-finished = 好的。客服回复后，会发到这里通知您。
support-masked = 🔒 您的消息中有身份证号码，已隐去中间几位再转交，原消息已从聊天中删除。
support-unfit = 抱歉，客服这里只能接收文字、图片和 PDF 文件。语音或视频请改用文字说明。
support-offer = 要把刚才的内容发给客服吗？
support-kept = 好的，没有发给客服。
support-linking-left = 绑定先停在这里，之后可以随时重新开始。
support-tickets =
    💬 <b>联系客服</b>

    { $tickets }

    要接着说，请点对应的“继续说明”。
support-ticket-waiting = ⏳ { $ticket }：等待客服回复
support-ticket-answered = 💬 { $ticket }：客服已回复
support-ticket-closed = ☑️ { $ticket }：已结束
support-closed =
    ✅ <b>咨询 { $ticket } 已结束</b>

    感谢您的反馈。{ $days } 天内如果还有问题，点“继续说明”即可。
support-closed-by-staff =
    ☑️ <b>咨询 { $ticket } 已结束</b>

    如果问题还没有解决，{ $days } 天内点“继续说明”即可，不必从头再说。
support-answer =
    💬 <b>客服回复</b>（{ $ticket }）

    { $answer }

    <i>您的问题：{ $question }</i>

    还有疑问，直接回复这条消息，或点“继续说明”。
support-answer-alone =
    💬 <b>客服回复</b>（{ $ticket }）

    { $answer }

    还有疑问，直接回复这条消息，或点“继续说明”。
support-quoted-file = （图片或文件）
support-nothing-said = 没有收到内容。请输入您的问题。
support-too-long = 一次最多发送 { $limit } 个字，这条有 { $characters } 个字，没有转给客服。请分成几条发送。
support-file-too-large = 文件不能超过 { $limit } MB，这个文件没有转给客服。请发送截图，或用文字说明。
support-too-often = 您发送得太频繁，这条没有转给客服。请稍后再发；急事请拨打 { $hotline }（{ $hours }）。
support-too-many = 您已有 { $limit } 项咨询正在处理。请在其中继续说明，或先结束已经解决的。
support-no-such-ticket = 该咨询已结束，无法继续补充。如有新问题，请重新联系客服。

## 简介与指令

profile-description =
    为您的职业资格证书办理加注，取得写明使用场景和有效期、带电子印章的 PDF 文件。

    点击下方“开始”即可办理。
profile-short-description = 职业资格证书加注：申请、获取、查验、到期提醒。
command-start = 回到首页
command-certificates = 我的证书，申请加注
command-endorsements = 我的加注
command-verify = 查验收到的文件
command-faq = 常见问题
command-support = 联系客服
command-help = 使用帮助
command-language = 切换语言 Language
command-privacy = 我的数据与隐私
command-cancel = 取消正在进行的操作

## 群发

broadcast =
    📢 <b>{ $authority }通知</b>

    { $words }
