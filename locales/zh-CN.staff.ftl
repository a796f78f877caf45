### 客服机器人发出的全部文字。对同事说话：简短、准确，说明结果和下一步。
### 标记只用 Telegram 的 <b>、<i>、<code>、<a>。每项职责的文字放在一起，编号以 staff-职责 开头。

## 通用

staff-button-cancel = 取消
staff-role = { $role ->
    [agent] 客服专员
    [supervisor] 客服主管
   *[admin] 管理员
  }
staff-welcome = 👋 欢迎加入客服团队，您的角色是{ $role }。您在这里的每一步操作和每次查看都会写入操作记录。
staff-member-already = 您已经是团队成员，邀请码没有被使用。
staff-problem = 抱歉，出了点问题，刚才的操作可能没有完成。请稍后再试；若再次出现，请把编号 <code>{ $reference }</code> 告诉技术人员。
staff-not-allowed = 您的角色没有这项权限。此次尝试已写入操作记录。
staff-suspended = 您的权限已暂停，请联系管理员。
staff-stale-button = 这个按钮已失效，请重新打开。
staff-unknown-command = 没有这个指令。发送 /help 查看您可以使用的指令。
staff-dialog-expired = 刚才的操作因长时间未继续而取消，请重新开始。
staff-out-of-place = 不明白这条消息要做什么，没有转发给任何人。要回复持证人员，请选中工单消息并点“回复”；其他操作请看 /help。
staff-private-only = 这项内容只能在与我的私聊中查看和办理。

## 帮助、语言、取消

staff-help = <b>您的角色：{ $role }</b>
    您可以使用：
staff-help-line = /{ $command } { $description }
staff-language = 请选择语言。
staff-language-set = 语言已更改
staff-nothing-to-cancel = 没有正在进行的操作。
staff-cancelled = 已取消。

## 系统状态

staff-button-refresh = ↻ 刷新
staff-status-head = <b>系统状态</b>
    { $at }
staff-status-versions = <b>版本</b>
    加注 { $jiazhu } · Node { $node } · 数据库结构版本 { $schema }
    已运行 { $up }
    数据库 { $database }{ $size ->
        [none] {""}
       *[other] ，{ $size }
    }。系统不会自动备份，请运维人员按《运维手册》定时备份；备份情况这里看不到。
staff-status-jobs = <b>生成队列</b>
    待生成 { NUMBER($count) } 件{ $age ->
        [none] {""}
       *[other] ，最久的已等 { $age }
    }
staff-status-sender = <b>{ $bot ->
        [holder] 持证人员机器人
       *[staff] 客服机器人
    }</b>
    最近一分钟调用 { NUMBER($perMinute) } 次，{ NUMBER($waiting) } 次在排队
    待发 { NUMBER($queued) } 条{ $age ->
        [none] {""}
       *[other] （最久的已等 { $age }）
    }，送达不明 { NUMBER($uncertain) } 条，不再发送 { NUMBER($dead) } 条
staff-status-paused = ⏸ Telegram 要求暂停，还剩 { NUMBER($seconds) } 秒
staff-status-audit = <b>操作记录</b>
    { NUMBER($rows) } 条，末条校验值 <code>{ $head }</code>
staff-status-audit-broken = ⚠️ <b>操作记录的末条已与写入时不符</b>
    { NUMBER($rows) } 条，末条校验值 <code>{ $head }</code>。请在命令行运行 <code>npm run -s jiazhu -- audit verify</code>。
staff-status-no-errors = <b>最近的错误</b>
    本次启动以来没有。
staff-status-errors = <b>最近的错误</b>
staff-status-error = { $at } <code>{ $reference }</code> { $what }（{ $fault }）

## 指令

staff-command-find = 查找持证人员
staff-command-queue = 生成队列
staff-command-alerts = 告警
staff-command-broadcast = 群发通知
staff-command-status = 系统状态
staff-command-help = 我可以做什么
staff-command-language = 语言 Language
staff-command-cancel = 取消当前操作
staff-command-group = 设为客服群（在群内使用）

## 客服群

staff-group-how = 请把本机器人拉进客服群并设为管理员，再由管理员在群内发送 /group。群组若开启话题，每张工单会有自己的话题。
staff-group-set = ✅ 本群现在是客服群，通知和工单会发到这里。
staff-group-set-topics = ✅ 本群现在是客服群，通知会发到这里，每张工单会有自己的话题。请确认机器人有“管理话题”权限。

## 告警

staff-age =
    { $unit ->
        [minutes] { $count } 分钟
        [hours] { $count } 小时
       *[days] { $count } 天
    }
staff-alerts-none = ✅ 目前没有告警。
staff-alerts =
    <b>告警</b>

    { $lines }
staff-alerts-line = { $name }：{ $open } 条{ $unseen ->
        [none] {""}
       *[other] ，{ $unseen } 条未确认
    }{ $muted ->
        [no] {""}
       *[other] （静音至 { $muted }）
    }
staff-alerts-kind =
    ⚠️ <b>{ $name }</b>（{ $count }）

    { $lines }

    { $advice }
staff-alerts-kind-none = ✅ { $name }：目前没有。
staff-alerts-more = ……另有 { $count } 条
staff-alerts-seen = 已由 { $by } 于 { $at } 确认
staff-alert-name =
    { $kind ->
        [sender-stuck] 消息发送停滞
        [documents-unavailable] 文件无法生成
        [signer-unavailable] 签名不可用
        [timestamp-unavailable] 时间戳服务不可用
        [revocation-unavailable] 证书状态服务不可用
        [certificate-revoked] 签名证书已被吊销
        [copy-too-large] 部分文件超出大小上限
        [issuer-expiring] 签名证书即将到期
        [overdue] 加注件超时未生成
        [generation-failed] 加注件生成失败
        [missing-glyph] 生僻字无法印出
        [outbox-dead] 消息未能送达
       *[lockout] 多人绑定被锁定
    }
staff-alert-advice =
    { $kind ->
        [sender-stuck] 请查看 /status；网络或令牌恢复后会自动继续，消息不会丢失。
        [documents-unavailable] 请运维人员查看日志并重启服务；恢复后排队的文件会自动生成，也可在 /queue 立即重试。
        [signer-unavailable] 请检查签名密钥或签名服务；恢复后排队的文件会自动生成。
        [timestamp-unavailable] { $onUnavailable ->
            [wait] 按现行政策，加注件和证书文件暂缓生成；服务恢复后自动继续，不会丢失。
           *[issue-lower] 按现行政策，加注件和证书文件照常生成，但签名级别较低；服务恢复后恢复原有级别。
        }
        [revocation-unavailable] { $onUnavailable ->
            [wait] 按现行政策，加注件和证书文件暂缓生成；服务恢复后自动继续，不会丢失。
           *[issue-lower] 按现行政策，加注件和证书文件照常生成，但签名级别较低；服务恢复后恢复原有级别。
        }
        [copy-too-large] { $onUnavailable ->
            [wait] 按现行政策，超出上限的文件暂缓生成，多次重试后仍超限的将不再生成。请运维人员降低签名级别、换用较小的印章图片，或换用提供 OCSP 查询的签名证书。
           *[issue-lower] 按现行政策，超出上限的文件照常生成，但签名级别较低。如需恢复原有级别，请运维人员换用较小的印章图片，或换用提供 OCSP 查询的签名证书。
        }
        [certificate-revoked] 请立即换用新的签名密钥并重启服务，同时联系发证机关；换好后排队的文件会自动生成。
        [issuer-expiring] 请运维人员尽快换用新的签名证书并重启服务；到期后如无新证书，将无法签发。接入时间戳服务后，已签发的文件在证书到期后仍可确认。
        [overdue] 已告知持证人员，系统仍在重试。可在 /queue 立即重试或放弃。
        [generation-failed] 已告知持证人员，不占用加注次数。可在 /queue 重试或放弃。
        [missing-glyph] 请运维人员补充字体并重启服务。加注件随后在 /queue 重试；未加注的证书文件会自动发送。
        [outbox-dead] 加注件可在 /queue 重新发送；未加注的证书文件由持证人员重新获取即可。
       *[lockout] 请留意是否有人在试探他人信息；本人来电时可在 /find 中解锁。
    }
staff-alert-line =
    { $kind ->
        [sender-stuck] { $bot ->
            [staff] 客服机器人
           *[holder] 持证人员机器人
        }：最早一条已等待 { $age }
        [documents-unavailable] 技术信息：<code>{ $code }</code>，{ $detail }
        [signer-unavailable] 发证机关 <code>{ $issuer }</code>，技术信息：{ $detail }
        [timestamp-unavailable] 技术信息：{ $detail }
        [revocation-unavailable] 发证机关 <code>{ $issuer }</code>，技术信息：{ $detail }
        [certificate-revoked] 发证机关 <code>{ $issuer }</code>，技术信息：{ $detail }
        [copy-too-large] 发证机关 <code>{ $issuer }</code>，技术信息：{ $detail }
        [issuer-expiring] 发证机关 <code>{ $issuer }</code>：{ $days ->
            [ended] 已到期，无法签发
           *[other] 还有 { $days } 天
        }{ $outlived ->
            [yes] 。现在签发的加注件可能在其到期后仍在有效期内，届时签名将无法确认
           *[no] {""}
        }
        [overdue] <code>{ $number }</code> · 已 { $age }
        [generation-failed] <code>{ $number }</code> · { $reason } · { $age }前
        [missing-glyph] { $number ->
            [none] 证书文件
           *[other] <code>{ $number }</code>
        } · 缺 { $characters } · { $age }前
        [outbox-dead] { $number ->
            [none] { $message ->
                [plain-copy] 一份未加注的证书文件
               *[other] 一条通知
            }
           *[other] <code>{ $number }</code>
        } · 试了 { $attempts } 次 · { $age }前
       *[lockout] { $of ->
            [account] 一个聊天账号
           *[holder] 一位持证人员
        } · 失败 { $attempts } 次 · { $age }前
    }
staff-reason =
    { $reason ->
        [missing-glyph] 有生僻字
        [signer] 签名不可用
        [certificate-gone] 证书已变化
        [too-late] 有效期已过
        [given-up] 已放弃
        [timestamp-unavailable] 时间戳服务不可用
        [revocation-unavailable] 证书状态服务不可用
        [certificate-revoked] 签名证书已被吊销
        [copy-too-large] 文件超出大小上限
        [signer-unavailable] 签名服务不可用
        [no-answer] 已发出，未收到确认
        [not-sent] 多次未能发出
        [none] 尚未尝试
       *[fault] 系统故障
    }
staff-button-acknowledge = 确认收到
staff-button-mute-hour = 静音 1 小时
staff-button-mute-day = 静音 24 小时
staff-button-unmute = 取消静音
staff-button-open-queue = 打开队列
staff-button-all-alerts = 全部告警
staff-alerts-acknowledged = 已确认 { $count } 条。
staff-alerts-nothing-left = { $by ->
        [none] 这些告警已经解除。
       *[other] { $by } 已于 { $at } 确认。
    }
staff-alerts-muted = 已静音至 { $until }；告警仍会记录。
staff-alerts-unmuted = 已取消静音。

## 队列

staff-note = <b>{ $words }</b>
staff-endorsement-status =
    { $status ->
        [requested] 已申请
        [generating] 生成中
        [valid] 有效
        [expired] 已过期
        [failed] 生成失败
        [revoked] 已作废
       *[none] 不存在
    }
staff-queue =
    <b>队列</b>

    ⏰ 超时：{ $overdue }
    ❌ 失败：{ $failed }
    ❔ 送达不明：{ $uncertain }
    ⚙️ 生成中：{ $generating }
staff-queue-list-name =
    { $list ->
        [overdue] 超时
        [failed] 失败
        [uncertain] 送达不明
       *[generating] 生成中
    }
staff-queue-list =
    <b>{ $name }</b>（{ $count }）

    { $lines }
staff-queue-empty = <b>{ $name }</b>：没有。
staff-queue-line = { $place }. <code>{ $number }</code> · { $age } · { $reason }
staff-queue-card =
    <b>{ $name }</b>

    加注编号：<code>{ $number }</code>
    持证人员：{ $holder }
    { $certificate }
    时间：{ $since }（{ $age }前）
    原因：{ $reason }
    { $attempts ->
        [none] {""}
       *[other] 已试 { $attempts } 次{ $next ->
            [none] ，正在进行
            [over] {""}
           *[other] ，下次 { $next }
        }
    }
staff-queue-gone = 这一条已不在队列中，当前状态：{ $status }。
staff-button-queue-list = { $name }（{ $count }）
staff-button-queue-retry = 立即重试
staff-button-queue-send-again = 再次发送
staff-button-queue-give-up = 放弃
staff-button-queue-retry-all = 全部重试
staff-button-queue-give-up-all = 全部放弃
staff-button-queue-back = ‹ 返回队列
staff-button-queue-confirm = 确认放弃
staff-button-queue-confirm-all = 确认，共 { $count } 条
staff-queue-ask-give-up =
    <b>放弃 { $number }？</b>

    { $list ->
        [failed] 这一条会移出队列，系统不再尝试。持证人员已经知道未能生成。
        [uncertain] 这一条会移出队列，系统不再发送。持证人员可以在“我的加注”中再次获取。
       *[generating] 系统不再尝试生成。持证人员会收到通知，并且不占用加注次数。
    }
staff-queue-ask-all =
    { $deed ->
        [retry] 将重试“{ $name }”中的全部 { $count } 条。
       *[give-up] 将放弃“{ $name }”中的全部 { $count } 条；仍在生成的，持证人员会收到通知，并且不占用加注次数。
    }
staff-queue-done =
    { $deed ->
        [retry] 已安排，马上重试。
       *[give-up] 已放弃。
    }
staff-queue-all-started = 正在处理，完成后报告结果。
staff-queue-all-progress = 正在处理：{ $count } / { $total }
staff-queue-all-done =
    { $deed ->
        [retry] ✅ 已安排重试 { $count } 条
       *[give-up] ✅ 已放弃 { $count } 条
    }{ $refused ->
        [none] 。
       *[other] ；{ $refused } 条状态已变，未处理。
    }
staff-queue-all-stopped = 其余未处理：您已没有这项权限。
staff-queue-refused =
    { $kind ->
        [quota-used-up] 持证人员已另行申请，加注次数已满，不能重试。
        [certificate-withdrawn] 证书已撤销，不能重试。
        [too-late] 有效期已过，不能重试。
        [nobody] 持证人员目前没有绑定聊天账号，无法发送。
       *[other] 状态已变，无需处理。
    }

## 群发通知

staff-broadcasts =
    <b>群发通知</b>

    { $lines }
staff-broadcasts-none = <b>群发通知</b>：还没有发过。
staff-broadcast-line = { $place }. { $created } · { $status } · { $sent } / { $expected }
staff-broadcast-status =
    { $status ->
        [scheduled] 待发送
        [running] 发送中
        [paused] 已暂停
        [done] 已完成
       *[cancelled] 已取消
    }
staff-broadcast-audience =
    { $kind ->
        [expiring] { $day }之前有加注到期的持证人员
        [qualification] 持有{ $qualification }证书的人员
       *[linked] 全部已绑定的持证人员
    }
staff-broadcast-ask-audience = <b>发给谁？</b>
staff-broadcast-ask-before =
    <b>发给哪一天之前有加注到期的人？</b>

    请选择，或输入日期，例如 { $example }。
staff-broadcast-ask-qualification = <b>发给持有哪种资格的人？</b>
staff-broadcast-ask-chinese =
    { $audience }，目前 { $count } 人。

    请发送<b>中文</b>内容，最多 { $most } 字。不需要写称呼和落款。
staff-broadcast-ask-english = 请发送<b>英文</b>内容；没有英文时，可以让所有人收到中文。
staff-broadcast-ask-when =
    以上是持证人员将看到的内容。

    { $audience }，目前 { $count } 人。何时发送？
staff-broadcast-ask-time = 请输入发送时间，例如 <code>{ $example }</code>。
staff-broadcast-ask-confirm =
    <b>请最后确认</b>

    { $audience }，目前 { $count } 人。
    { $when ->
        [now] 确认后立即开始发送。
       *[other] 将于 { $when } 开始发送。
    }
staff-broadcast-card =
    📢 <b>群发通知</b>：{ $status }

    { $audience }
    开始：{ $start }
    已发送 { $sent } / { $expected }{ $failed ->
        [none] {""}
       *[other] ，未能送达 { $failed }
    }
    { $changed ->
        [none] {""}
       *[other] 由 { $by } 于 { $changed } 更改
    }
staff-broadcast-done = ✅ <b>群发完成</b>：已发送 { $sent } 人{ $failed ->
        [none] 。
       *[other] ，{ $failed } 人未能送达（已停用机器人或账号不存在）。
    }
staff-broadcast-refused =
    { $kind ->
        [empty-text] 这一步请输入文字。
        [long-text] 内容太长，请控制在 { $most } 字以内。
        [not-a-day] 没有看懂这个日期，请按 { $example } 的格式输入。
        [past-day] 请选择今天以后的日期。
        [not-a-time] 没有看懂这个时间，请按 { $example } 的格式输入。
        [past-time] 这个时间已经过去，请重新输入。
        [far-time] 最多提前 { $most } 天，请重新输入。
        [unknown-qualification] 目录中已没有这种资格。
       *[nobody] 目前没有符合条件的人，无法发送。请另选，或取消。
    }
staff-broadcast-not-now = { $by ->
        [none] 现在的状态是：{ $status }。
       *[other] { $by } 已于 { $at } 更改，现在的状态是：{ $status }。
    }
staff-button-broadcast-new = 新建通知
staff-button-broadcast-linked = 全部已绑定的人
staff-button-broadcast-expiring = 加注快到期的人
staff-button-broadcast-qualification = 某一资格的人
staff-button-broadcast-days = { $days } 天内
staff-button-broadcast-chinese-only = 所有人都收中文
staff-button-broadcast-now = 立即发送
staff-button-broadcast-later = 定时发送
staff-button-broadcast-confirm = 确认发送
staff-button-broadcast-pause = 暂停
staff-button-broadcast-resume = 继续
staff-button-broadcast-cancel = 取消发送
staff-button-broadcast-cancel-yes = 确认取消
staff-broadcast-ask-cancel =
    <b>取消这次群发？</b>

    { $audience }
    已发送 { $sent } / { $expected }。取消后不能恢复，还没有收到的人不会再收到；只想停一会儿，请用“暂停”。
staff-button-broadcast-list = 全部通知

## 查找持证人员

staff-find-how =
    <b>查找持证人员</b>

    请发送以下任意一种：

    • 管理号
    • 加注编号或查验码
    • 姓名和证件号码后四位，例如 <code>林晓雨 0025</code>

    🔒 含姓名的消息会在读取后删除。
staff-find-nothing = 没有查到。{ $lacking ->
        [number] 只有姓名还不够，请加上证件号码后四位，例如 <code>林晓雨 0025</code>。
        [name] 不能只凭证件号码或手机号码查找，请发送姓名和证件号码后四位，例如 <code>林晓雨 0025</code>。
       *[nothing] 请核对后重新发送：姓名须与证书库一致，证件号码只需后四位。
    }
staff-find-please-type = 请发送文字。
staff-find-gone = 没有这位持证人员，请重新查找。
staff-find-several =
    <b>查到 { $count } 位</b>

    请按证件号码选择。
staff-find-several-more = 同名且后四位相同的人较多，只列出前 { $count } 位；请改用管理号查找。
staff-find-several-button = { $name } · { $number }
staff-find-person =
    👤 <b>{ $name }</b>
    { $documentType }：<code>{ $documentNumber }</code>
    手机号码：{ $phone ->
        [none] 未登记
       *[other] { $phone }
    }
staff-find-certificates = 🎓 <b>证书</b>（{ $total }）
staff-find-certificate-line =
    • { $certificate } · { $status ->
        [withdrawn] ⛔ 已撤销
       *[valid] 有效
    }
      管理号 <code>{ $managementNumber }</code>
staff-find-more = ……另有 { $count } 项
staff-find-endorsements = 📄 <b>加注</b>（{ $total }）
staff-find-endorsement-line = • <code>{ $number }</code> · { $state }
staff-find-state =
    { $standing ->
        [valid] 有效，至{ $lastDay }
        [generating] 生成中，{ $requested }申请
        [expired] 已过期（{ $lastDay }）
        [failed] 生成失败（{ $ended }）
       *[revoked] 已作废（{ $ended }）
    }
staff-find-unlinked = 🔗 <b>绑定</b>：未绑定
staff-find-linked =
    🔗 <b>绑定</b>：自 { $since }，{ $proof ->
        [code] 凭绑定码
       *[contact] 凭手机号码
    }
staff-find-blocked = ⚠️ 对方已停用机器人（{ $since }），消息无法送达
staff-find-idle = 目前没有进行中的操作
staff-find-position =
    正在{ $position }{ $since ->
        [none] {""}
       *[other] （自 { $since }）
    }
staff-find-position-name =
    { $position ->
        [linking-type] 绑定：选择证件类型
        [linking-number] 绑定：输入证件号码
        [linking-name] 绑定：输入姓名
        [linking-proof] 绑定：提供手机号码或绑定码
        [request-details] 申请加注：核对信息
        [request-scenario] 申请加注：选择使用场景
        [request-validity] 申请加注：选择有效期
        [request-last-day] 申请加注：填写最后一天
        [request-summary] 申请加注：确认提交
        [support-write] 联系客服：输入留言
        [support-more] 联系客服：补充留言
        [support-offer] 联系客服：确认发送
       *[other] 办理其他事项
    }
staff-find-locks = 🔒 <b>锁定</b>
staff-find-lock-holder = • 持证人员：暂停绑定至 { $until }
staff-find-lock-account = • 聊天账号：暂停绑定至 { $until }
staff-find-journal = 🕘 <b>最近记录</b>
staff-find-entry =
    • { $at } { $event }{ $ending ->
        [none] {""}
       *[other] （{ $ending }）
    }
staff-find-event =
    { $event ->
        [linked-contact] 凭手机号码绑定
        [linked-code] 凭绑定码绑定
        [unlinked-moved] 改绑到另一个聊天账号
        [unlinked-by-holder] 持证人员自行解除绑定
        [unlinked-by-staff] 客服解除绑定
        [unlinked-erased] 删除聊天数据，绑定结束
        [link-refused] 绑定未通过核对
        [holder-locked] 多次未通过，持证人员被锁定
        [account-locked] 多次未通过，聊天账号被锁定
        [holder-unlocked] 持证人员已解锁
        [account-unlocked] 聊天账号已解锁
        [link-code-made] 生成绑定码
        [notice-agreed] 同意服务须知
        [account-erased] 删除聊天数据
        [reminders-muted] 关闭到期提醒
        [reminders-on] 开启到期提醒
        [endorsement-requested] 申请加注
        [endorsement-valid] 加注件已生成
        [endorsement-failed] 加注件生成失败
        [endorsement-expired] 加注到期
        [endorsement-overdue] 加注件超时未生成
        [endorsement-retried] 重新生成加注件
        [endorsement-revoked-holder] 持证人员作废加注
        [endorsement-revoked-staff] 客服作废加注
        [endorsement-revoked-certificate-withdrawn] 证书撤销，加注作废
        [endorsement-revoked-certificate-corrected] 证件号码更正，加注作废
        [signature-level-lowered] 加注件降级签发
        [certificate-withdrawn] 证书撤销
        [certificate-restored] 证书恢复
        [certificate-moved] 证书转到更正后的证件号码名下
        [ticket-opened] 联系客服
       *[other] { $kind }
    }
staff-find-button-search = 另查一位
staff-find-button-reveal = 显示完整信息
staff-find-button-certificates = 证书（{ $total }）
staff-find-button-endorsements = 加注（{ $total }）
staff-find-button-code = 生成绑定码
staff-find-button-unlink = 解除绑定
staff-find-button-unlock = 解锁
staff-find-button-refresh = 刷新
staff-find-button-card = ‹ 返回卡片
staff-find-button-leave = 取消，返回卡片
staff-find-button-resend = 重发加注件
staff-find-button-retry = 重新生成
staff-find-button-revoke = 作废此加注
staff-find-button-withdraw-certificate = 申请撤销证书
staff-find-button-restore-certificate = 申请恢复证书
staff-find-button-confirm-withdraw-certificate = 确认撤销
staff-find-button-confirm-restore-certificate = 确认恢复
staff-find-button-decline = 不同意
staff-find-button-take-back = 收回申请
staff-find-button-open-card = 查看持证人员
staff-find-button-yes =
    { $deed ->
        [unlink] 确认解除绑定
        [revoke] 确认作废
       *[ask] 提交，由同事确认
    }

staff-find-ask-reason =
    <b>{ $deed ->
        [reveal] 显示完整信息
        [unlink] 解除绑定
        [revoke] 作废加注
        [withdraw-certificate] 申请撤销证书
       *[restore-certificate] 申请恢复证书
    }</b>

    { $about }

    请输入理由，会写入操作记录。理由中不要填写证件号码和手机号码。
staff-find-reason-length = 理由应为 { $least }–{ $most } 个字，请重新输入。
staff-find-reason-personal = 理由中含有证件号码或手机号码，消息已删除。请重新输入理由。
staff-find-confirm =
    <b>{ $deed ->
        [unlink] 确认解除绑定？
        [revoke] 确认作废这项加注？
        [withdraw-certificate] 提交撤销申请？
       *[restore-certificate] 提交恢复申请？
    }</b>

    { $about }
    理由：{ $reason }

    { $deed ->
        [unlink] 解除后，对方的聊天账号不能再查看证书和加注，并会收到通知。
        [revoke] 作废后立即生效，不能恢复；持证人员会收到通知。
        [withdraw-certificate] 须由另一位同事确认后生效。撤销时，有效的加注同时作废，并通知持证人员。
       *[restore-certificate] 须由另一位同事确认后生效。已作废的加注不会恢复，持证人员可重新申请。
    }
staff-find-revealed =
    🔓 <b>完整信息</b>（{ $seconds } 秒后自动删除）

    姓名：<b>{ $name }</b>
    { $documentType }：<code>{ $documentNumber }</code>
    手机号码：{ $phone ->
        [none] 未登记
       *[other] <code>{ $phone }</code>
    }
staff-find-reveal-again = 这条消息太旧，无法在显示后删除。请从下面的新卡片重新操作。
staff-find-code =
    🔑 <b>绑定码</b>

    <code>{ $code }</code>

    有效期至 { $expiresAt }，只能使用一次。可以念给对方，也可以转发链接：
    { $link }

    对方仍须填写证件号码和姓名。请先核实是本人。{ $replaced ->
        [yes] 以前未使用的绑定码已失效。
       *[no] {""}
    }
staff-find-button-copy-link = 复制链接
staff-find-unlinked-now = ✅ 已解除绑定，正在通知对方。
staff-find-link-gone = 绑定已经变化，没有解除。{ $what ->
        [staff] 已由 { $by } 于 { $at } 解除。
        [holder] 持证人员已于 { $at } 自行解除。
       *[other] 请看最新的卡片。
    }
staff-find-unlocked = ✅ 已解锁{ $what ->
        [both] 持证人员和聊天账号
        [holder] 持证人员
       *[accounts] 聊天账号
    }，可以重新绑定。
staff-find-not-locked = 目前没有锁定。{ $what ->
        [staff] 已由 { $by } 于 { $at } 解锁。
       *[other] {""}
    }
staff-find-endorsement =
    📄 <b>加注 { $number }</b>

    { $certificate }
    使用场景：{ $scenario }
    有效期：{ $firstDay }至{ $lastDay }
    申请时间：{ $requestedAt }
    状态：{ $state }
staff-find-endorsement-list = 📄 <b>加注</b>（{ $total }）
staff-find-endorsement-button = { $ending } · { $standing } · { $certificate }
staff-find-resent = ✅ 加注件正在重新发送。
staff-find-resend-refused =
    { $reason ->
        [not-linked] 持证人员目前没有绑定聊天账号，无法发送。
        [blocked] 对方已停用机器人，无法送达。
        [still-generating] 加注件还在生成中，完成后自动发送。
        [expired] 加注件已过期，不能重发。
        [revoked] 加注已作废，不能重发。
        [failed] 加注件未能生成，可以重新生成。
        [copy-erased] 加注件已按持证人员的要求删除，不能重发。
       *[not-yours] 没有这项加注。
    }
staff-find-retried = ✅ 已安排重新生成，完成后自动发送给持证人员。
staff-find-retry-refused =
    { $reason ->
        [quota-used-up] 持证人员已另行申请，加注次数已满，不能重新生成。
        [certificate-withdrawn] 证书已撤销，不能重新生成。
        [too-late] 有效期已过，不能重新生成。
       *[nothing-to-retry] 状态已变，无需重新生成。
    }
staff-find-revoked = ✅ 已作废 { $number }，正在通知持证人员。
staff-find-over = 没有作废：这项加注已经结束。{ $what ->
        [staff] 已由 { $by } 于 { $at } 作废。
        [holder] 持证人员已于 { $at } 自行作废。
       *[other] {""}
    }
staff-find-certificate =
    🎓 <b>{ $certificate }</b>

    管理号：<code>{ $managementNumber }</code>
    批准日期：{ $approvedOn }
    签发日期：{ $issuedOn }
    发证机关：{ $issuer }
    状态：{ $status ->
        [withdrawn] ⛔ 已撤销
       *[valid] 有效
    }
staff-find-certificate-list = 🎓 <b>证书</b>（{ $total }）
staff-find-certificate-button =
    { $status ->
        [withdrawn] ⛔ { $certificate }
       *[valid] { $certificate }
    }
staff-find-proposal =
    ⏳ <b>待确认：{ $change ->
        [restore-certificate] 恢复证书
       *[withdraw-certificate] 撤销证书
    }</b>
    { $by } 于 { $at } 申请
    理由：{ $reason }
    { $until } 前有效，须由另一位同事确认。
staff-find-proposed = ✅ 已提交，等待另一位同事确认。
staff-find-already-asked = 没有重复提交：{ $by } 已于 { $at } 申请，正等待确认。
staff-find-nothing-to-change =
    { $status ->
        [withdrawn] 没有提交：这本证书已经撤销。
       *[valid] 没有提交：这本证书目前有效。
    }
staff-find-changed =
    { $change ->
        [restore-certificate] ✅ 证书已恢复有效。
       *[withdraw-certificate] ✅ 证书已撤销{ $revoked ->
            [none] {""}
           *[other] ，同时作废加注 { $revoked } 项
        }。
    }
staff-find-declined = 已记录：不同意。
staff-find-taken-back = 已收回申请。
staff-find-decide-refused =
    { $reason ->
        [same-person] 不能确认自己提出的申请，请由另一位同事确认。
        [not-yours] 只有申请人可以收回申请。
        [not-allowed] 您的角色不能确认这项申请。
        [expired] 申请已于 { $at } 失效，请重新申请。
        [already-confirmed] { $by } 已于 { $at } 确认。
        [already-declined] { $by } 已于 { $at } 表示不同意。
        [already-taken-back] { $by } 已于 { $at } 收回申请。
        [nothing-to-change] 证书状态已经变化，无需处理。请选“不同意”结束这项申请。
       *[no-such-proposal] 没有这项申请。
    }
staff-find-news-asked =
    ⏳ <b>请确认：{ $change ->
        [restore-certificate] 恢复证书
       *[withdraw-certificate] 撤销证书
    }</b>

    持证人员：{ $holder }
    { $certificate }
    管理号 <code>{ $managementNumber }</code>

    { $by } 于 { $at } 申请
    理由：{ $reason }

    { $change ->
        [restore-certificate] 确认后证书恢复有效；已作废的加注不会恢复。
       *[withdraw-certificate] 确认后证书立即撤销；有效的加注同时作废，并通知持证人员。
    }
staff-find-news-decided =
    { $decision ->
        [confirmed] ✅ <b>{ $change ->
            [restore-certificate] 恢复证书：已确认
           *[withdraw-certificate] 撤销证书：已确认
        }</b>
       *[declined] ❌ <b>{ $change ->
            [restore-certificate] 恢复证书：未获同意
           *[withdraw-certificate] 撤销证书：未获同意
        }</b>
    }

    持证人员：{ $holder }
    { $certificate }
    管理号 <code>{ $managementNumber }</code>

    { $by } 于 { $at } 处理

## 成员

staff-command-members = 成员与权限
staff-command-invite = 邀请新人
staff-members =
    <b>客服人员</b>（{ $total }）

    点选成员查看，或邀请新人。
staff-member-line = { $name } · { $role }{ $status ->
        [suspended] （已暂停）
        [removed] （已移出）
       *[active] {""}
    }
staff-member-card =
    <b>{ $name }</b>{ $self ->
        [yes] （您自己）
       *[no] {""}
    }

    角色：{ $role }
    状态：{ $status ->
        [suspended] 已暂停
        [removed] 已移出
       *[active] 正常
    }
    加入时间：{ $joined }
    最近操作：{ $last ->
        [never] 无
       *[other] { $last }
    }
staff-members-confirm =
    { $change ->
        [change-role] 把 <b>{ $name }</b> 的角色由{ $from }改为<b>{ $to }</b>？
        [suspend] 暂停 <b>{ $name }</b> 的权限？恢复之前，对方无法使用本机器人，也收不到通知。
        [resume] 恢复 <b>{ $name }</b> 的权限（{ $to }）？
       *[remove] 把 <b>{ $name }</b> 移出团队？以后须重新邀请才能回来，操作记录会保留。
    }
staff-members-done =
    { $change ->
        [change-role] ✅ { $name } 现在的角色是{ $to }，已通知对方。
        [suspend] ✅ 已暂停 { $name } 的权限，立即生效。
        [resume] ✅ 已恢复 { $name } 的权限，已通知对方。
       *[remove] ✅ 已将 { $name } 移出团队，立即生效。
    }
staff-members-refused =
    { $kind ->
        [yourself] ⚠️ 不能更改自己的权限，请由另一位管理员操作。
        [last-admin] ⚠️ 没有更改：{ $name } 是唯一可用的管理员，请先指定另一位管理员。
        [no-such-member] ⚠️ 没有这位成员。
       *[changed-meanwhile] ⚠️ 没有更改：{ $by ->
            [none] 情况已经变化
           *[other] { $by } 已于 { $at } 更改
        }。{ $name } 现在是{ $role }{ $status ->
            [suspended] ，权限已暂停
            [removed] ，已移出团队
           *[active] {""}
        }。
    }
staff-member-news = 您的权限已更新，现在的角色是<b>{ $role }</b>。发送 /help 查看可以使用的指令。
staff-button-members-invite = 邀请新人
staff-button-members-back = ‹ 全部成员
staff-button-members-log = 查看操作记录
staff-button-members-role = 设为{ $role }
staff-button-members-suspend = 暂停权限
staff-button-members-resume = 恢复权限
staff-button-members-remove = 移出团队
staff-button-members-confirm =
    { $change ->
        [change-role] 确认更改
        [suspend] 确认暂停
        [resume] 确认恢复
       *[remove] 确认移出
    }
staff-invite-ask =
    <b>邀请新人</b>

    请选择角色。链接只能使用一次，{ $hours } 小时内有效。
staff-invite-made =
    ✅ <b>邀请链接已生成</b>（{ $role }）

    请把下一条消息转发给对方。谁先打开，谁就加入团队，请勿发到群里。{ $until } 前有效。
staff-invite-forward =
    邀请您加入{ $authority }的客服团队，角色是{ $role }。请打开链接，再按“开始”：

    { $link }

    链接只能使用一次，{ $until } 前有效。请勿转发。

## 操作记录

staff-command-audit = 操作记录
staff-audit =
    <b>操作记录</b>（{ $total }）{ $filter ->
        [none] {""}
       *[other] {""}
        筛选：{ $filter }
    }
staff-audit-none = 没有符合条件的记录。
staff-audit-row = { $time } <b>{ $by }</b>：{ $deed }{ $holder ->
        [none] {""}
       *[other] {" · "}{ $holder }
    }{ $about ->
        [none] {""}
       *[other] {" · "}<code>{ $about }</code>
    }
staff-audit-reason = <i>理由：{ $reason }</i>
staff-audit-refusal =
    ⛔ { $refusal ->
        [not-allowed] 无此权限
        [suspended] 权限已暂停
        [stale] 按钮已失效
        [not-private] 须在私聊中操作
        [yourself] 不能更改自己的权限
        [last-admin] 须保留一位管理员
        [changed-meanwhile] 已被他人更改
        [registry-changed] 证书库已有变动
        [bad] 文件无法导入
        [same-person] 须由另一人确认
        [not-yours] 不是本人的申请
        [already-decided] 已被他人处理
        [expired] 已过期
        [gone] 已不存在
        [outdated] 已有更新的试运行
        [second-person] 须由另一位同事复核
        [too-large] 文件过大
        [no-such-proposal] 没有这项申请
        [reason-length] 理由太短或太长
        [reason-personal] 理由中有个人号码
        [not-found] 没有找到
        [nowhere-to-show] 消息太旧，未显示
        [link-gone] 绑定已变化
        [already-over] 加注已经结束
        [no-such-holder] 没有这位持证人员
        [no-such-endorsement] 没有这项加注
        [no-such-certificate] 没有这本证书
        [not-locked] 没有锁定
        [not-linked] 没有绑定聊天账号
        [blocked] 对方已停用机器人
        [still-generating] 还在生成中
        [revoked] 加注已作废
        [failed] 未能生成
        [copy-erased] 加注件已删除
        [quota-used-up] 加注次数已满
        [certificate-withdrawn] 证书已撤销
        [too-late] 有效期已过
        [nothing-to-retry] 状态已变，无需重试
        [nothing-to-give-up] 状态已变，无需放弃
        [nothing-uncertain] 状态已变，无需重发
        [nobody] 没有可以发送的人
        [already-asked] 已有同样的申请
        [already-confirmed] 已经确认
        [nothing-to-change] 无需改动
        [closed] 工单已结束
        [open-already] 工单已经打开
        [erased] 对方已删除数据
        [moved] 提问的账号已换绑
        [nothing-said] 内容为空
        [no-such-member] 没有这位成员
        [claimed-by-other] 工单由他人处理
        [claimed] 工单由他人处理
        [changed] 状态刚刚变动
        [too-long] 内容过长
        [no-such-ticket] 没有这张工单
        [no-such-answer] 没有这条常用回复
        [not-text] 不是文字
        [contradicts] 与其他规则矛盾
        [past] 日期已过
        [no-change] 数值没有变化
        [fixed] 运行中不能更改
        [no-such-rule] 没有这条规则
        [begun] 更改已经生效
        [no-such-change] 没有这项更改
        [empty] 文件是空的
        [not-a-file] 不是文件
        [not-a-version] 不是版本号
        [older-version] 版本号不晚于现行版本
        [newer-version] 已有更新的版本
        [text-changed] 文本已变化
        [taken] 期间已有另一版发布
        [empty-text] 内容为空
        [long-text] 内容过长
        [not-a-day] 没有看懂日期
        [past-day] 日期已过
        [not-a-time] 没有看懂时间
        [past-time] 时间已过
        [far-time] 时间太远
        [unknown-qualification] 目录中没有这种资格
        [no-such-broadcast] 没有这次群发
        [not-now] 当前状态不能这样做
        [nothing-left] 告警已被处理或解除
       *[other] 没有完成：{ $code }
    }
staff-audit-only-refused = 只看被拒绝的
staff-audit-command-line = 命令行
staff-audit-ask =
    请发送下列任一项：

    • 日期，如 <code>2026-11-20</code>
    • 管理号或加注编号，查看对该持证人员的操作
staff-audit-not-understood = 没有查到。请发送日期（如 <code>2026-11-20</code>）、证书库中的管理号，或加注编号。
staff-audit-pick-member = 查看谁的操作记录？
staff-audit-pick-deed = 查看哪一类操作？
staff-button-audit-member = 按成员
staff-button-audit-deed = 按事项
staff-button-audit-type = 按编号或日期
staff-button-audit-refused = { $refused ->
        [yes] ✓ 只看被拒绝的
       *[no] 只看被拒绝的
    }
staff-button-audit-all = 清除筛选
staff-button-audit-back = ‹ 返回记录
staff-capability =
    { $capability ->
        [help] 使用机器人
        [status] 查看系统状态
        [find] 查找持证人员
        [reveal] 查看完整信息
        [make-link-code] 生成绑定码
        [unlock] 解锁
        [resend] 重发加注件
        [retry] 重新生成
        [ask-withdrawal] 申请撤销或恢复证书
        [queue] 查看队列
        [alerts] 查看告警
        [tickets] 处理工单
        [look-at-policy] 查看规则
        [stats] 查看统计
        [unlink] 解除绑定
        [revoke] 作废加注
        [confirm-withdrawal] 审核证书申请
        [give-up] 放弃生成
        [mute-alerts] 静音告警
        [import] 导入证书库
        [confirm-import] 审核导入
        [broadcast] 群发通知
        [canned-answers] 维护常用回复
        [export] 导出数据
        [audit] 查询操作记录
        [publish-notice] 发布服务须知
        [change-policy] 更改规则
        [members] 管理成员
       *[set-group] 设置客服群
    }
staff-audit-deed =
    { $action ->
        [join] 加入团队
        [staff-invite] 生成邀请链接
        [staff-list] 查看成员
        [registry-import] 导入证书库
        [link-code] 生成绑定码
        [start] 查看帮助
        [help] 查看帮助
        [language] 选择语言
        [basics-language] 选择语言
        [cancel] 取消操作
        [basics-cancel] 取消操作
        [group] 设置客服群
        [group-how] 查看客服群设置方法
        [status] 查看系统状态
        [status-show] 查看系统状态
        [members] 查看成员
        [members-list] 查看成员
        [members-card] 查看成员
        [members-ask] 准备更改成员
        [members-do] 更改成员角色
        [members-do-suspend] 暂停成员权限
        [members-do-resume] 恢复成员权限
        [members-do-remove] 移出成员
        [members-invite] 准备邀请
        [invite] 准备邀请
        [members-role] 生成邀请链接
        [find] 查找持证人员
        [find-search] 查找持证人员
        [find-said] 查找持证人员
        [find-card] 查看持证人员
        [find-certificates] 查看证书
        [find-certificate] 查看证书
        [find-endorsements] 查看加注
        [find-endorsement] 查看加注
        [find-code] 生成绑定码
        [find-unlock] 解锁
        [find-resend] 重发加注件
        [find-retry] 重新生成
        [find-reveal] 准备查看完整信息
        [reveal-said] 查看完整信息
        [find-unlink] 准备解除绑定
        [unlink-said] 准备解除绑定
        [find-unlink-yes] 解除绑定
        [find-revoke] 准备作废加注
        [revoke-said] 准备作废加注
        [find-revoke-yes] 作废加注
        [find-withdraw] 准备申请撤销证书
        [find-restore] 准备申请恢复证书
        [ask-withdrawal-said] 准备申请撤销或恢复证书
        [find-ask-yes] 申请撤销或恢复证书
        [find-confirm] 同意证书申请
        [find-decline] 不同意证书申请
        [find-take-back] 收回证书申请
        [queue] 查看队列
        [queue-show] 查看队列
        [queue-list] 查看队列
        [queue-card] 查看队列
        [queue-retry] 重新生成
        [queue-retry-uncertain] 再次发送
        [queue-ask] 准备放弃生成
        [queue-ask-uncertain] 准备放弃发送
        [queue-give-up] 放弃生成
        [queue-give-up-uncertain] 放弃发送
        [queue-ask-all] 准备全部重试
        [queue-ask-all-uncertain] 准备全部再次发送
        [queue-retry-all] 全部重试
        [queue-retry-all-uncertain] 全部再次发送
        [queue-ask-all-up] 准备全部放弃
        [queue-ask-all-up-uncertain] 准备全部放弃发送
        [queue-give-up-all] 全部放弃
        [queue-give-up-all-uncertain] 全部放弃发送
        [alerts] 查看告警
        [alerts-all] 查看告警
        [alerts-kind] 查看告警
        [alerts-seen] 确认告警
        [alerts-mute] 静音告警
        [alerts-unmute] 取消静音
        [broadcast] 查看群发通知
        [broadcast-list] 查看群发通知
        [broadcast-card] 查看群发通知
        [broadcast-new] 准备群发通知
        [broadcast-linked] 准备群发通知
        [broadcast-expiring] 准备群发通知
        [broadcast-within] 准备群发通知
        [broadcast-qualification] 准备群发通知
        [broadcast-page] 准备群发通知
        [broadcast-choose] 准备群发通知
        [broadcast-chinese-only] 准备群发通知
        [broadcast-now] 准备群发通知
        [broadcast-later] 准备群发通知
        [broadcast-said] 准备群发通知
        [broadcast-confirm] 确认群发通知
        [broadcast-pause] 暂停群发
        [broadcast-resume] 继续群发
        [broadcast-ask-cancel] 准备取消群发
        [broadcast-cancel] 取消群发
        [audit] 查询操作记录
        [audit-list] 查询操作记录
        [audit-by-member] 查询操作记录
        [audit-by-deed] 查询操作记录
        [audit-type] 查询操作记录
        [audit-said] 查询操作记录
        [import] 查看导入说明
        [document-said] 发送文件
        [import-open] 查看导入
        [import-write] 确认导入
        [import-drop] 取消导入
        [import-second] 准备提交导入复核
        [import-said] 提交导入复核
        [import-confirm] 确认导入
        [import-decline] 拒绝导入
        [import-take-back] 撤回导入
        [import-written] 写入证书库
        [notice] 准备发布服务须知
        [notice-said] 准备发布服务须知
        [notice-back] 准备发布服务须知
        [notice-language] 准备发布服务须知
        [notice-preview] 预览服务须知
        [notice-sample] 预览服务须知
        [notice-publish] 发布服务须知
        [policy] 查看规则
        [policy-all] 查看规则
        [policy-group] 查看规则
        [policy-rule] 查看规则
        [policy-change] 准备更改规则
        [policy-choose] 准备更改规则
        [policy-day] 准备更改规则
        [policy-said] 准备更改规则
        [policy-record] 更改规则
        [policy-take-back] 收回规则更改
        [stats] 查看统计
        [stats-show] 查看统计
        [export] 导出数据
        [stats-export] 导出数据
        [tickets] 查看工单
        [ticket-list] 查看工单
        [ticket-show] 查看工单
        [ticket-back] 查看工单
        [ticket-holder] 查看持证人员
        [ticket-claim] 认领工单
        [ticket-take] 接手工单
        [ticket-hand] 准备转交工单
        [ticket-to] 转交工单
        [ticket-close] 结束工单
        [ticket-reopen] 重新打开工单
        [ticket-canned] 选择常用回复
        [ticket-use] 预览常用回复
        [ticket-send] 回复工单
        [reply-said] 回复工单
        [reply-said-internal] 添加工单备注
        [text-said] 回复工单
        [text-said-internal] 添加工单备注
        [other-said] 回复工单
        [canned] 查看常用回复
        [canned-list] 查看常用回复
        [canned-view] 查看常用回复
        [canned-new] 准备添加常用回复
        [canned-change] 准备修改常用回复
        [canned-said] 编写常用回复
        [canned-said-save] 保存常用回复
        [canned-stop] 取消编写常用回复
        [canned-ask-delete] 准备删除常用回复
        [canned-delete] 删除常用回复
       *[other] { $what }
    }

## 导入证书库

staff-command-import = 导入证书库文件
staff-import-how =
    <b>导入证书库</b>

    请直接发送证书库文件：CSV（UTF-8 或 GB18030）或 Excel 工作簿（.xlsx），不超过 20 MB。系统先试运行并告诉您会改动什么；确认之前不写入任何内容。

    改动不超过 { $most } 行由您自己确认；超过的须由另一位同事复核。文件最多保留 { $hours } 小时，处理完即删除。
staff-import-template = 空白表头，可直接填写。填写证件号码和管理号前，请先将列设为文本格式。
staff-import-received = 📥 已收到“{ $name }”，正在试运行；行数较多时需要一两分钟。
staff-import-too-large = 文件超过 20 MB，机器人无法下载。请拆分文件，或使用命令行 <code>npm run -s jiazhu -- registry import</code>。
staff-import-progress =
    { $stage ->
        [writing] ✍️ 正在写入：第 { $rows } 行，共 { $total } 行。这几秒内其他操作需稍候。
       *[checking] 🔎 正在与证书库比对：第 { $rows } 行，共 { $total } 行
    }
staff-import-found = <b>“{ $name }”试运行结果</b>
staff-import-ask-confirm = 共有 { NUMBER($changes) } 行会改动证书库，是否导入？
staff-import-ask-second = 共有 { NUMBER($changes) } 行会改动证书库，超过一人可确认的 { $most } 行，须由另一位同事复核。
staff-import-button-confirm = 导入 { NUMBER($changes) } 处改动
staff-import-button-second = 提交复核
staff-import-button-decline = 拒绝
staff-import-button-take-back = 撤回
staff-import-button-waiting = 待复核，{ $at }
staff-import-confirmed = 已确认，“{ $name }”即将写入，完成后向您报告。
staff-import-dropped = 已取消，文件已删除，没有写入任何内容。
staff-import-nothing = “{ $name }”没有改动：证书库已与文件一致。文件已删除。
staff-import-unusable = ⚠️ “{ $name }”无法导入。{ $reason }
staff-import-bad-rows = ⚠️ <b>“{ $name }”中有无法导入的行</b>
staff-import-bad-rows-file = 有问题的行及原因。请在您的原文件中改正后整份重新发送：文件要么全部导入，要么都不导入。
staff-import-column-line = 行
staff-import-column-wrong = 问题
staff-import-registry-changed = ⚠️ 试运行之后证书库有变动，因此没有写入。该文件现在的效果如下：
staff-import-ask-reason = 为什么要导入“{ $name }”（{ NUMBER($changes) } 处改动）？复核的同事会看到，请输入理由。
staff-import-asked-second = 已通知可以复核的同事。
staff-import-asked =
    <b>有一次导入待复核</b>
    文件：{ $name }
    提交人：{ $by }，{ $at }
    理由：{ $reason }
    请在 { $until } 前处理
staff-import-decided =
    { $decision ->
        [confirmed] 已确认，正在写入，完成后也会向您报告。
        [declined] 已拒绝，文件已删除，没有写入任何内容。
       *[taken-back] 已撤回，文件已删除，没有写入任何内容。
    }
staff-import-news-decided =
    { $decision ->
        [confirmed] ✅ { $by } 已确认您提交的导入（{ $at }）。正在写入，完成后向您报告。
       *[declined] ❌ { $by } 已拒绝您提交的导入（{ $at }）。文件已删除，没有写入任何内容。
    }
staff-import-refused =
    { $reason ->
        [not-yours] 只有发送该文件的同事可以这样做。
        [outdated] 该文件有更新的试运行结果，请在那条消息上操作。
        [second-person] 该导入须由另一位同事复核。
        [already-asked] 已提交复核，请等待处理。
        [already-confirmed] { $by ->
            [none] 已经确认，正在写入。
           *[other] { $by } 已确认（{ $at }）。
        }
        [same-person] 这是您自己提交的，须由其他同事处理。
        [expired] 处理期限为 { $at }，已过期。请重新发送文件。
        [already-declined] { $by } 已拒绝（{ $at }）。
        [already-taken-back] { $by } 已撤回（{ $at }）。
       *[other] 该导入已不存在：已处理、已撤回或已过期。本次没有任何改动。
    }
staff-import-done =
    ✅ <b>导入完成</b>
    新增 { $added } 行，变更 { $changed } 行，转移 { $moved } 行，撤销 { $withdrawn } 行。{ $by ->
        [none] {""}
       *[other] 复核人：{ $by }。
    }
    文件已删除。
staff-import-not-written =
    ⚠️ 您确认的导入没有写入。{ $because ->
        [registry-changed] 试运行之后证书库有变动，新的试运行结果已发给提交人；如仍须复核，会再次通知您。
        [nothing-to-change] 证书库现在已与文件一致，文件已删除。
        [suspended] 提交人已没有导入权限，文件已删除。
       *[bad] 以证书库目前的情况，该文件无法导入。原因已告知提交人，文件已删除。
    }

## 发布服务须知

staff-command-notice = 发布新版服务须知
staff-notice-ask-files =
    <b>发布新版服务须知</b>{ $current ->
        [none] {""}
       *[other] （现行版本：{ $current }）
    }
    { $wanted ->
        [both] 请发送中文、英文各一份文本文件（.txt 或 .md），可逐一发送，也可一起发送。
        [en] 已收到中文，请再发送英文。
       *[zh-CN] 已收到英文，请再发送中文。
    }
staff-notice-ask-language =
    这一份是哪种语言？

    <i>{ $begins }</i>
staff-notice-ready =
    <b>服务须知 { $version }</b>{ $current ->
        [none] {""}
       *[other] （现行版本：{ $current }）
    }
    中文 { $chinese } 字，英文 { $english } 个字符。

    请先按持证人员看到的样子预览，再发布。发布后每位持证人员下一步操作前都须重新同意；已发布的文本不能修改。如需使用其他版本号，请直接输入，例如 2026-12-01。
staff-notice-button-publish = 发布 { $version }
staff-notice-button-back = ‹ 返回
staff-notice-sample = 这是预览，不会有任何操作。
staff-notice-published = ✅ 服务须知 { $version } 已发布。已绑定的聊天账号目前有 { $accounts } 个，下一步操作时都会看到新版。
staff-notice-refused =
    { $kind ->
        [not-text] ⚠️ 这不是文本文件。请另存为纯文本（.txt，UTF-8）后重新发送。
        [empty] ⚠️ 文件是空的。
        [too-long] ⚠️ 文本过长，聊天中最多 20,000 字。
        [not-a-version] ⚠️ 版本号应为日期，例如 2026-12-01；同一天的第二版写作 2026-12-01.1。
        [older-version] ⚠️ 版本号须晚于现行版本。
        [taken] ⚠️ 期间已有另一版须知发布，本次没有发布，已换用新的版本号。
       *[not-a-file] ⚠️ 请发送文本文件，或用 /cancel 取消。
    }

## 规则

staff-command-stats = 统计图表
staff-command-export = 导出统计表格
staff-command-policy = 规则与数值
staff-policy = <b>规则</b>（今天的数值）
staff-policy-group = <b>{ $name }</b>{ $fixed ->
        [yes] {" "}🔒
       *[no] {""}
    }
staff-policy-line = • { $name }：{ $value }
staff-policy-one = <b>{ $name }</b>

    现在：{ $value }
staff-policy-fixed-rule = <b>{ $name }</b> 🔒

    现在：{ $value }

    运行中不能更改：请改配置文件，再重启服务。
staff-policy-coming = <b>即将生效</b>
staff-policy-coming-line = • { $day }起，{ $rule }：{ $value }（{ $by }，{ $reason }）
staff-policy-ask-value = <b>{ $name }</b>，现在：{ $value }

    { $kind ->
        [number] 请输入新的数值（整数）。
        [numbers] 请输入新的数值，用逗号分开，如 <code>30, 60, 90</code>。
       *[choice] 请选择。
    }
staff-policy-no-value = ⚠️ { $kind ->
        [number] 请输入一个整数。
        [numbers] 请输入整数，用逗号分开。
       *[choice] 请点选下面的按钮。
    }
staff-policy-ask-day = <b>{ $name }</b>：{ $before } → <b>{ $value }</b>

    从哪一天起生效？点选，或输入日期，如 <code>{ $example }</code>。{ $earlier }
staff-policy-earlier = { $rule ->
        [validity-maxDays] 已提出的申请不受影响。
        [validity-choices] 已提出的申请不受影响。
        [validity-recommendedDays] 已提出的申请不受影响。
        [quota-counts] 已有的加注不受影响，此后的申请按新规则计算次数。
        [quota-limit] 已有的加注不受影响，此后的申请按新数值计算次数。
        [quota-windowDays] 已有的加注不受影响，此后的申请按新数值计算次数。
        [generation-promiseHours] 已提出的申请仍按原来的承诺。
        [generation-attempts] 正在生成的加注件也按新数值计算。
        [reminder-daysBefore] 已有的加注也按新数值提醒。
        [reminder-fromHour] 已有的加注也按新时间提醒。
        [reminder-untilHour] 已有的加注也按新时间提醒。
        [linking-accountFailures] 此前的失败也计入，已有的锁定不受影响。
        [linking-accountLockHours] 已有的锁定不受影响。
        [linking-holderFailures] 此前的失败也计入，已有的锁定不受影响。
        [linking-holderLockHours] 已有的锁定不受影响。
        [linking-codeHours] 已生成的绑定码不受影响。
        [verification-unknownPerHour] 之前一小时内的查验也计入。
        [verification-noticesPerDay] 当天已排定的通知也计入。
        [alerts-groupMinutes] 尚未解除的告警也按新数值处理。
        [alerts-lockoutsPerHour] 尚未解除的告警也按新数值处理。
        [alerts-senderStuckMinutes] 已在等待的消息也按新数值判断。
        [support-openTickets] 已打开的工单保留，并计入。
        [support-messagesPerHour] 之前一小时内的消息也计入。
        [support-characters] 已收到的消息不受影响。
        [support-fileMegabytes] 已收到的附件不受影响。
        [support-reopenDays] 此前结束的工单也按新数值计算。
        [import-confirmAbove] 尚未确认的导入也按新数值判断，已提交复核的除外。
        [import-keepHours] 对此后收到或确认的文件有效。
        [staff-invitationHours] 已发出的邀请不受影响。
        [staff-proposalHours] 已提交的申请不受影响。
        [dialog-hours] 对进行中的对话，从下一步起有效。
       *[other] { $rule }
    }
staff-policy-no-day = ⚠️ 没有看懂这个日期。
staff-policy-ask-reason = <b>{ $name }</b>：{ $before } → <b>{ $value }</b>，{ $day }起

    请输入理由。
staff-policy-confirm = <b>确认更改规则？</b>

    { $name }：{ $before } → <b>{ $value }</b>
    生效日期：{ $day }
    理由：{ $reason }
staff-policy-recorded = ✅ 已更改。{ $name }：<b>{ $value }</b>，{ $when ->
        [today] 一分钟内生效
       *[later] { $day }零时生效
    }。{ $earlier }
staff-policy-refused =
    ⚠️ { $kind ->
        [contradicts] 不能这样更改：{ $problems }（{ $day }）
        [past] 生效日期不能早于今天。
        [no-change] 届时本来就是这个数值。
        [fixed] 这条规则在运行中不能更改。
       *[no-such-rule] 没有这条规则。
    }
staff-policy-problem = { $kind ->
        [too-small] { $rule }不能小于 { $bound }。
        [too-large] { $rule }不能大于 { $bound }。
        [choice-above-most] 可选天数中有大于最长有效期（{ $bound } 天）的。
        [recommended-is-no-choice] 推荐天数必须是可选天数之一。
        [hours-reversed] 提醒的开始时间必须早于结束时间。
        [scenario-twice] 使用场景的代码重复。
       *[wrong] { $rule }的数值不合要求。
    }
staff-policy-taken-back = ✅ 已收回：{ $name }不会在 { $day }更改。
staff-policy-not-taken-back =
    ⚠️ { $kind ->
        [begun] 没有收回：这项更改已经生效。如要改回，请再更改一次。
        [contradicts] 没有收回，否则规则互相矛盾：{ $problems }（{ $day }）
       *[no-such-change] 没有这项更改，可能已被收回。
    }
staff-policy-value = { $value }{ $unit ->
        [days] {" "}天
        [hours] {" "}小时
        [minutes] {" "}分钟
        [times] {" "}次
        [messages] {" "}条
        [tickets] {" "}张
        [characters] {" "}字
        [megabytes] {" "}MB
        [rows] {" "}行
        [clock] :00
       *[none] {""}
    }
staff-policy-choice = { $choice ->
        [active] 只计有效和生成中的
        [granted] 全部计入，含已过期的
        [auto] 自动（尽可能高）
        [wait] 等待
        [issue-lower] 降级签发
       *[other] { $name }
    }
staff-policy-group-name = { $group ->
        [zone] 时区
        [authority] 机构
        [scenarios] 使用场景
        [validity] 有效期
        [quota] 加注次数
        [generation] 生成
        [reminder] 到期提醒
        [linking] 绑定
        [signature] 签名
        [verification] 查验
        [alerts] 告警
        [support] 联系客服
        [import] 导入
        [staff] 客服团队
        [dialog] 对话
       *[other] { $group }
    }
staff-policy-rule = { $rule ->
        [zone] 时区
        [authority-name] 机构名称
        [authority-hotline] 咨询电话
        [authority-hours] 服务时间
        [scenarios] 使用场景
        [validity-maxDays] 最长有效期
        [validity-choices] 可选天数
        [validity-recommendedDays] 推荐天数
        [quota-counts] 计入哪些
        [quota-limit] 每证上限
        [quota-windowDays] 计算周期
        [generation-promiseHours] 承诺时限
        [generation-attempts] 最多尝试
        [reminder-daysBefore] 提前提醒
        [reminder-fromHour] 最早发送
        [reminder-untilHour] 最晚发送
        [linking-accountFailures] 账号失败上限
        [linking-accountLockHours] 账号锁定时长
        [linking-holderFailures] 持证人员失败上限
        [linking-holderLockHours] 持证人员锁定时长
        [linking-codeHours] 绑定码有效期
        [signature-level] 签名级别
        [signature-onUnavailable] 无法达到时
        [verification-unknownPerHour] 每小时查无结果上限
        [verification-noticesPerDay] 每日查验通知上限
        [alerts-groupMinutes] 同类告警间隔
        [alerts-lockoutsPerHour] 每小时锁定告警线
        [alerts-senderStuckMinutes] 发送停滞告警线
        [support-openTickets] 同时打开的工单
        [support-messagesPerHour] 每小时消息数
        [support-characters] 每条消息字数
        [support-fileMegabytes] 附件大小
        [support-reopenDays] 可重新打开
        [import-confirmAbove] 超过须两人确认
        [import-keepHours] 文件保留
        [staff-invitationHours] 邀请有效期
        [staff-proposalHours] 申请有效期
        [dialog-hours] 未完成对话保留
       *[other] { $rule }
    }
staff-button-policy-change = 更改
staff-button-policy-take-back = 收回 { $day }的更改
staff-button-policy-all = ‹ 全部规则
staff-button-policy-today = 今天
staff-button-policy-tomorrow = 明天
staff-button-policy-record = 确认更改

## 统计

staff-stats-title = 服务统计
staff-stats-wait = 正在统计，请稍候。
staff-stats-exported = 服务统计，{ $period }
staff-stats-panel =
    { $panel ->
        [requests] 加注申请
        [linked] 已绑定人数
        [delivery] 送达用时（秒）
       *[verified] 查验与提醒
    }
staff-stats-series =
    { $series ->
        [day] 日期
        [hour] 小时
        [requested] 申请
        [renewed] 提醒后续办
        [reminded] 到期提醒
        [linked] 已绑定
        [verified] 查验
        [p50] 一半以内
        [p95] 95% 以内
        [refusals] 未能办理的原因
        [verifications] 查验结果
       *[count] 次数
    }
staff-stats-time =
    { $unit ->
        [seconds] { $count } 秒
        [minutes] { $count } 分钟
       *[hours] { $count } 小时
    }
staff-stats-rest = 其他
staff-stats-reason =
    { $reason ->
        [quota-used-up] 次数已满
        [certificate-withdrawn] 证书已撤销
        [no-endorsement-needed] 无需加注
        [too-long] 有效期太长
        [too-short] 有效期太短
        [unknown-scenario] 场景不存在
        [not-yours] 非本人证书
        [no-match] 绑定信息不符
        [account-locked] 账号锁定
        [already-linked] 已绑定
       *[other] { $reason }
    }
staff-stats-result =
    { $result ->
        [valid] 有效
        [expired] 已过期
        [revoked-by-holder] 本人作废
        [revoked-by-staff] 客服作废
        [certificate-withdrawn] 证书已撤销
        [certificate-corrected] 证书已更正
        [unknown] 查无此件
        [not-issued] 非本机构签发
        [altered] 已被改动
       *[other] { $result }
    }
staff-stats =
    📊 <b>服务统计</b> · { $period }

    已绑定：{ $linked } 人
    申请：{ $requested }
    送达用时：{ $p50 ->
        [none] 没有送达
       *[other] 一半在 { $p50 }内，95% 在 { $p95 }内
    }
    到期提醒：{ $reminded }，提醒后续办：{ $renewed }
    查验：{ $verified }{ $results ->
        [none] {""}
       *[other] （{ $results }）
    }
    未能办理：{ $refused }{ $reasons ->
        [none] {""}
       *[other] （{ $reasons }）
    }
staff-button-stats-period =
    { $days ->
        [today] 今天
       *[other] { $days } 天
    }
staff-button-stats-export = 导出 90 天表格

## 工单

staff-command-tickets = 待处理的工单
staff-command-canned = 管理常用回复
staff-ticket-unclaimed = ⏳ 待认领
staff-ticket-claimed = 👤 { $name }
staff-ticket-closed = ☑️ 已结束
staff-ticket-head =
    🎫 <b>{ $ticket }</b> · { $standing }
    { $asker }
staff-ticket-asker = 持证人员：{ $name }，{ $reads }
staff-ticket-asker-was = 持证人员：{ $name }（已解除绑定），{ $reads }
staff-ticket-asker-unlinked = 未绑定的聊天账号，{ $reads }
staff-ticket-asker-moved = ⚠️ 提问的账号已换绑，不能再回复
staff-ticket-asker-gone = ⚠️ 提问的账号已删除数据，不能再回复
staff-ticket-reads = { $language ->
    [en] 使用英文
   *[zh-CN] 使用中文
  }
staff-ticket-waiting = 已等待 { $age }
staff-ticket-said =
    <b>{ $who }</b>
    { $said }
staff-ticket-from-holder = 持证人员
staff-ticket-note = 📝 内部备注：{ $text }
staff-ticket-file = 📎 图片或文件
staff-ticket-file-gone = 📎 图片或文件（已不再保存）
staff-ticket-file-lost = ⚠️ 附件未能取到，请让对方重新发送。
staff-ticket-event = { $event ->
    [handed-over] 🔁 转交给 { $to }
    [taken-over] 🔁 接手了工单
    [reopened] 🔓 重新打开了工单
   *[closed] ☑️ 结束了工单
  }
staff-ticket-how = 直接回复这条消息，内容会发给持证人员；以 // 开头的只作内部备注。
staff-ticket-button-claim = 认领
staff-ticket-button-take = 由我接手
staff-ticket-button-hand = 转交…
staff-ticket-button-canned = 常用回复
staff-ticket-button-close = 结束
staff-ticket-button-reopen = 重新打开
staff-ticket-button-holder = 持证人员卡片
staff-ticket-button-send = 发送
staff-ticket-now-yours = 已由您处理
staff-ticket-now-closed = 已结束，持证人员会收到通知
staff-ticket-now-open = 已重新打开，由您处理
staff-ticket-handed = 已转交给 { $name }
staff-ticket-to-whom = 转交给谁？
staff-ticket-nobody = 目前没有其他同事可以接手。
staff-ticket-which-canned = 选择常用回复：
staff-ticket-no-canned = 还没有常用回复，主管可用 /canned 添加。
staff-ticket-canned-preview =
    <b>将发给持证人员：</b>

    { $answer }
staff-ticket-sending = 正在发送
staff-ticket-in-private = 已发到您与我的私聊
staff-ticket-below = 已在下面打开，直接回复即可
staff-ticket-none = 没有这张工单
staff-ticket-refused-closed = { $ticket } 已结束，要回复请先重新打开
staff-ticket-refused-open-already = { $ticket } 已经打开
staff-ticket-refused-erased = { $ticket } 的持证人员已删除数据，不能重新打开
staff-ticket-refused-moved = { $ticket } 的提问账号已换绑或已不存在，为免发给他人，不能再回复
staff-ticket-refused-nothing-said = 内容是空的
staff-ticket-refused-no-such-member = 这位同事现在不能接手，请另选
staff-ticket-refused-claimed = { $ticket } 由 { $by } 处理
staff-ticket-refused-changed = { $ticket } 刚刚有变动，请按最新状态操作
staff-ticket-refused-too-long = 共 { $characters } 字，超过一次 { $limit } 字的上限，请分开发送
staff-ticket-not-sent =
    ❌ <b>没有发给持证人员</b>

    { $because }。
staff-ticket-text-only = ❌ <b>没有发给持证人员</b>

    这里只能转发文字，图片和文件发不出去。请用文字说明，再回复一次。
staff-ticket-noted = 📝 已记为 { $ticket } 的内部备注，持证人员看不到。
staff-ticket-orphan = ⚠️ 这个话题不属于任何工单，这里写的不会发给持证人员。发送 /tickets 查看工单。
staff-ticket-receipt = { $delivery ->
    [delivered] ✓ { $ticket }：已送达
    [blocked] ❌ { $ticket }：未送达，对方已停用机器人
    [gone] ❌ { $ticket }：未送达，对方的账号已不存在
    [moved] ❌ { $ticket }：未发送，提问的账号已换绑
    [uncertain] ⚠️ { $ticket }：不能确定是否送达
   *[failed] ❌ { $ticket }：未送达，请稍后重新发送
  }
staff-ticket-erased = 🗑 <b>{ $ticket }</b>：持证人员已删除其数据，工单已结束。请勿保留或使用相关的个人信息，仍能看到的消息请删除。
staff-ticket-open = <b>待处理的工单</b>（{ $total }），等得最久的在前：
staff-ticket-no-open = ✅ 没有待处理的工单。
staff-ticket-line = { $ticket } · { $standing ->
    [waiting] 等 { $age }
   *[answered] 已回复
  } · { $owner }
staff-canned-list = { $count ->
    [0] <b>常用回复</b>
     还没有常用回复。
   *[other] <b>常用回复</b>（{ $count }）
  }
staff-canned =
    <b>{ $title }</b>

    中文：{ $chinese }

    英文：{ $english }
staff-canned-button-new = 添加
staff-canned-button-change = 修改
staff-canned-button-delete = 删除
staff-canned-button-delete-yes = 确认删除
staff-canned-ask-delete = <b>删除“{ $title }”？</b>删除后不能恢复。
staff-canned-ask-title = 请输入标题（仅内部可见），最多 30 字。
staff-canned-ask-chinese = 请输入中文回复，最多 1500 字。
staff-canned-ask-english = 请输入英文回复，发给使用英文的持证人员，最多 1500 个字符。
staff-canned-too-long = 请输入文字，不超过 { $limit } 字。
staff-canned-saved = ✅ 已保存“{ $title }”。
staff-canned-deleted = 已删除
staff-canned-none = 没有这条常用回复
